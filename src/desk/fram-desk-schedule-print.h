#pragma once

#include "fram-desk-paper.h"
#include "fram-desk-schedule.h"

G_BEGIN_DECLS

/* The week that @day lies in, all groups, for the wall: no name of a participant, whoever prints it. Its picture is the week
 * as in the window. */
FramPaper *fram_desk_schedule_wall (FramDesk *self, FramDate day, GError **error);

/* Who is expected at a session, with room for signatures and empty lines; nobody with protected identity. For those who may
 * see the group's roster. FRAM_ERROR_DENIED, NOT_FOUND. */
FramPaper *fram_desk_schedule_members (FramDesk *self, const FramUuid *group, FramDate day, GError **error);

/**
 * FramInvitationWish:
 * @group: the group
 * @day: the day of a session, or %FRAM_DATE_NONE for the next one
 * @participant: who is invited, one of the group's members or of those who wait; none for a slip without a name
 * @bring: (nullable): what to bring
 *
 * What an invitation is to say.
 */
typedef struct
{
  FramUuid group;
  FramDate day;
  FramUuid participant;
  const char *bring;
} FramInvitationWish;

/* FRAM_ERROR_NOT_FOUND where the group does not meet on that day, FRAM_ERROR_DENIED for a name that one may not see. */
FramPaper *fram_desk_schedule_invitation (FramDesk *self, const FramInvitationWish *wish, GError **error);

G_END_DECLS
