#pragma once

#include "fram-desk-schedule.h"

G_BEGIN_DECLS

/* Calendars for other programs (iCalendar, RFC 5545): of all groups, the own ones, a group, a place, a leader, or a
 * participant's own, a year back and a year ahead. In those of groups there is nothing about a participant; in a
 * participant's own there is no other name, no note and no need. */
char *fram_desk_ics (FramDesk *self, FramScheduleOf of, const FramUuid *id, GError **error);
/* A participant's own calendar, of one enrolment. FRAM_ERROR_DENIED where nothing of the plan may be seen. */
char *fram_desk_own_ics (FramDesk *self, const FramUuid *enrolment, GError **error);

/* The same into a file, which is there as a whole or not at all. A participant's own is told to the access log first. */
gboolean fram_desk_save_ics (FramDesk *self, FramScheduleOf of, const FramUuid *id, const char *path, GError **error);
gboolean fram_desk_save_own_ics (FramDesk *self, const FramUuid *enrolment, const char *path, GError **error);

G_END_DECLS
