#pragma once

#include "fram-desk.h"
#include "fram-house.h"
#include "fram-series.h"

G_BEGIN_DECLS

/**
 * FramScheduleSession:
 * @group: the group
 * @code: its code
 * @kind: code of its kind
 * @kind_name: the kind in the person's language
 * @colour: number of the colour: the same for all groups of a kind, by the rank of the kind
 * @name: what the group is called
 * @day: the day it is held, or would have been
 * @planned: the day by the series: what changes of it are kept by
 * @change: what became of it
 * @held: whether it is held on @day
 * @is_away: the empty place of one that was moved to @to_day
 * @to_day: where it went, else %FRAM_DATE_NONE
 * @returns: of one that is called off: the day of the next one that is held, else %FRAM_DATE_NONE
 * @starts: minutes since midnight, %FRAM_TIME_NONE where nobody wrote it
 * @ends: likewise
 * @number: the how manieth, 0 where it is not held
 * @of: of a course: of how many, else 0
 * @place: (nullable): name of the place
 * @place_id: the place, or none
 * @leaders: names of who leads it that day, joined; empty where nobody is written down. The substitute is in it
 * @substitute: (nullable): name of who steps in that day
 * @substitute_id: the substitute, or none
 * @members: how many have a place in the group that day
 * @waiting: how many wait for one
 * @capacity: 0 where that is not known
 * @own: the person at the keyboard leads the group on that day, or steps in
 * @sees_names: may open its roster: who comes
 * @may_mark: may mark who came
 * @may_change: may move it, call it off and so on
 * @expected: whom its roster counts that day: members, and visitors who are marked; -1 without @sees_names
 * @marked: how many of them are marked; -1 without @sees_names
 * @present: and how many of them came; -1 without @sees_names
 * @reason: (nullable): why it is changed
 * @remark: (nullable): the remark about it; only with @sees_names
 * @next_line: (nullable): the group's line for next time
 *
 * One session of a group in the schedule. There is no name of a participant in it, whoever looks.
 */
typedef struct
{
  FramUuid group;
  char *code;
  char *kind;
  char *kind_name;
  guint colour;
  char *name;
  FramDate day;
  FramDate planned;
  FramSessionChangeKind change;
  gboolean held;
  gboolean is_away;
  FramDate to_day;
  FramDate returns;
  int starts;
  int ends;
  int number;
  int of;
  char *place;
  FramUuid place_id;
  char *leaders;
  char *substitute;
  FramUuid substitute_id;
  int members;
  int waiting;
  int capacity;
  gboolean own;
  gboolean sees_names;
  gboolean may_mark;
  gboolean may_change;
  int expected;
  int marked;
  int present;
  char *reason;
  char *remark;
  char *next_line;
} FramScheduleSession;

/**
 * FramScheduleTalk:
 * @booking: the booking
 * @day: its day
 * @starts: minutes since midnight, or %FRAM_TIME_NONE
 * @ends: likewise
 * @kind_name: what it is, in words
 * @place: (nullable): where
 * @name: whom with, as the person at the keyboard may see it
 * @participant: whose
 *
 * A talk of the person's own.
 */
typedef struct
{
  FramUuid booking;
  FramDate day;
  int starts;
  int ends;
  char *kind_name;
  char *place;
  char *name;
  FramUuid participant;
} FramScheduleTalk;

/**
 * FramScheduleDay:
 * @day: the day
 * @off: nobody is expected: a holiday, a weekend, a closed day
 * @name: (nullable): why, or the name of a holiday or of the part of the day that is closed
 * @closed_from: of a day closed in part, else %FRAM_TIME_NONE
 * @closed_to: likewise
 */
typedef struct
{
  FramDate day;
  gboolean off;
  char *name;
  int closed_from;
  int closed_to;
} FramScheduleDay;

/**
 * FramSchedule:
 * @from: first day
 * @to: last day
 * @days: (element-type FramScheduleDay): each of them
 * @sessions: (element-type FramScheduleSession): by day, time and name
 * @talks: (element-type FramScheduleTalk): own talks, by day and time; empty for others' weeks
 * @open: (element-type FramOpening): when any workshop is open, by weekday
 * @today: today
 * @now: minutes since midnight
 *
 * What groups there are in a stretch of days, mostly a week.
 */
typedef struct
{
  FramDate from;
  FramDate to;
  GPtrArray *days;
  GPtrArray *sessions;
  GPtrArray *talks;
  GArray *open;
  FramDate today;
  int now;
} FramSchedule;

/**
 * FramScheduleOf:
 * @FRAM_SCHEDULE_OF_ALL: all groups
 * @FRAM_SCHEDULE_OF_MINE: those that the person at the keyboard leads
 * @FRAM_SCHEDULE_OF_GROUP: one group
 * @FRAM_SCHEDULE_OF_PLACE: one place
 * @FRAM_SCHEDULE_OF_LEADER: one leader
 * @FRAM_SCHEDULE_OF_PARTICIPANT: the groups that a participant is a member of, by who may see that plan
 */
typedef enum
{
  FRAM_SCHEDULE_OF_ALL,
  FRAM_SCHEDULE_OF_MINE,
  FRAM_SCHEDULE_OF_GROUP,
  FRAM_SCHEDULE_OF_PLACE,
  FRAM_SCHEDULE_OF_LEADER,
  FRAM_SCHEDULE_OF_PARTICIPANT,
} FramScheduleOf;

void fram_schedule_free (FramSchedule *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramSchedule, fram_schedule_free)
void fram_schedule_session_free (FramScheduleSession *self);
const FramScheduleSession *fram_schedule_find (const FramSchedule *self, const FramUuid *group, FramDate day);

/* Every role sees all groups of the whole week (DATA.md, "shop"); `id` is of the group, place, leader or participant.
 * FRAM_ERROR_DENIED where the person may not see that participant's plan. */
FramSchedule *fram_desk_schedule (FramDesk *self, FramScheduleOf of, const FramUuid *id, FramDate from, FramDate to,
                                  GError **error);
void fram_desk_schedule_async (FramDesk *self, FramScheduleOf of, const FramUuid *id, FramDate from, FramDate to,
                               GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
FramSchedule *fram_desk_schedule_finish (FramDesk *self, GAsyncResult *result, GError **error);

/**
 * FramScheduleWho:
 * @id: a group, place or leader
 * @name: what it is called
 * @own: a group that the person leads
 *
 * A choice of what is shown.
 */
typedef struct
{
  FramUuid id;
  char *name;
  gboolean own;
} FramScheduleWho;

/* (element-type FramScheduleWho): what there is to choose among for FRAM_SCHEDULE_OF_GROUP, _PLACE and _LEADER. */
GPtrArray *fram_desk_schedule_choices (FramDesk *self, FramScheduleOf of, FramDate day, GError **error);

/* What somebody wrote: code or name of a group, name of a place, name or login of a leader, case number or id of a
 * participant. */
gboolean fram_desk_schedule_find (FramDesk *self, FramScheduleOf of, const char *text, FramUuid *id, GError **error);

G_END_DECLS
