#pragma once

#include "fram-db.h"
#include "fram-group-store.h"

G_BEGIN_DECLS

/**
 * FramScheduleMark:
 * @group: row number
 * @day: the day
 * @enrolment: row number of whose
 * @part: 0 the whole day, 1 before, 2 after noon
 * @status: row number of the status
 *
 * A mark in a group, for counting.
 */
typedef struct
{
  gint64 group;
  FramDate day;
  gint64 enrolment;
  int part;
  gint64 status;
} FramScheduleMark;

GArray *fram_schedule_load_marks (FramDb *db, const FramViewer *viewer, FramDate from, FramDate to, GError **error);
GArray *fram_schedule_load_stays (FramDb *db, const FramViewer *viewer, FramDate from, FramDate to, GError **error);
GArray *fram_schedule_load_stays_of (FramDb *db, gint64 participant, FramDate from, FramDate to, GError **error);
GArray *fram_schedule_load_granted (FramDb *db, gint64 staff, FramDate day, GError **error);
char *fram_schedule_load_name (FramDb *db, gint64 row);

/**
 * FramStoredGroupMember:
 * @id: the membership
 * @enrolment: row number of whose
 * @from: first day
 * @to: last day, or %FRAM_DATE_NONE
 * @first: the first day of the first membership of that person in the group
 * @waiting: waits for a place
 *
 * A membership; who it is is read by who may see it.
 */
typedef struct
{
  FramUuid id;
  gint64 enrolment;
  FramDate from;
  FramDate to;
  FramDate first;
  gboolean waiting;
} FramStoredGroupMember;

GArray *fram_schedule_load_members (FramDb *db, gint64 group, FramDate day, GError **error);

G_END_DECLS
