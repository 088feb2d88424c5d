#pragma once

#include "fram-desk.h"
#include "fram-roster-row.h"

G_BEGIN_DECLS

/**
 * FramRosterTotals:
 * @expected: people expected, those marked without a plan included
 * @unmarked: expected people without a mark
 * @of_status: people per status, by the index of fram_desk_get_statuses()
 * @attended_minutes: sum of attended time
 * @planned_minutes: sum of planned time
 */
typedef struct
{
  int expected;
  int unmarked;
  int of_status[16];
  int attended_minutes;
  int planned_minutes;
} FramRosterTotals;

/**
 * FramRoster:
 * @activity: the workshop or group
 * @name: its name in the person's language
 * @day: the day
 * @day_note: (nullable): why nobody is expected: "Christmas Day", "Weekend", the closed day's name; of a group also "No
 *   session this day", "Cancelled: the leader is ill", "Moved to 19 November"
 * @day_is_off: a weekend, holiday or closed day; of a group also a day without a session that is held
 * @no_session: of a group: that day is off because it has no session, and not because the house is closed
 * @may_mark: whether the person at the keyboard may mark here
 * @refusal: (nullable): why not, a sentence
 * @opens_people: whether the pages of who is on it are for the person at the keyboard: not for who is with them as a peer
 *   mentor alone (DATA.md: a mentor sees name, phone, own bookings and attendance in own groups)
 * @rows: (element-type FramRosterRow): expected people by name, then (kind FRAM_ROSTER_UNPLANNED) people placed here
 *   without a plan this day, who are not counted
 * @totals: counts
 * @people_placed: how many people are placed here at all this day (0: "nobody is placed here yet")
 *
 * A workshop's or group's roster of one day, as far as the person may see it.
 */
typedef struct
{
  FramUuid activity;
  char *name;
  FramDate day;
  char *day_note;
  gboolean day_is_off;
  gboolean no_session;
  gboolean may_mark;
  char *refusal;
  gboolean opens_people;
  GPtrArray *rows;
  FramRosterTotals totals;
  int people_placed;
} FramRoster;

void fram_roster_free (FramRoster *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramRoster, fram_roster_free)

FramRoster *fram_desk_roster (FramDesk *self, const FramUuid *activity, FramDate day, GError **error);
void fram_desk_roster_async (FramDesk *self, const FramUuid *activity, FramDate day, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data);
FramRoster *fram_desk_roster_finish (FramDesk *self, GAsyncResult *result, GError **error);

/**
 * FramMarkFields:
 *
 * Which members of a FramMarkEdit are set; the others stay as they are recorded.
 */
typedef enum
{
  FRAM_MARK_STATUS = 1 << 0,
  FRAM_MARK_MINUTES_LATE = 1 << 1,
  FRAM_MARK_CAME = 1 << 2,
  FRAM_MARK_LEFT = 1 << 3,
  FRAM_MARK_ATTENDED = 1 << 4,
  FRAM_MARK_NOTE = 1 << 5,
  FRAM_MARK_REASON = 1 << 6,
  FRAM_MARK_TASK = 1 << 7,
} FramMarkFields;

/**
 * FramMarkEdit:
 * @fields: which of the others count
 * @status: code of the status; %NULL clears the mark
 * @minutes_late: minutes, -1 for none
 * @came: minutes since midnight, or %FRAM_TIME_NONE
 * @left: likewise
 * @attended_minutes: minutes attended, -1 to have them worked out
 * @note: (nullable): a short note
 * @reason: (nullable): why, for an absence or a late correction
 * @task: (nullable): what was worked on
 */
typedef struct
{
  FramMarkFields fields;
  const char *status;
  int minutes_late;
  int came;
  int left;
  int attended_minutes;
  const char *note;
  const char *reason;
  const char *task;
} FramMarkEdit;

/* Marks one or several people of one roster in one transaction and one undo step. `enrolments` are the ids of
 * FramRosterRow. The answer is the roster as it is now on disk; `what` a translated sentence for the toast
 * ("Leyla A. is marked present.", "5 people are marked present."). All or nothing. */
FramRoster *fram_desk_mark (FramDesk *self, const FramUuid *activity, FramDate day, int part,
                            const FramUuid *enrolments, guint n_enrolments, const FramMarkEdit *edit, char **what,
                            GError **error);
/* Marks of a day more than seven days ago are changed only with `reason` of the edit, which goes into the history. */
gboolean fram_desk_needs_reason (FramDesk *self, FramDate day);
/* Marks all expected people without a mark; who is marked or has told of an absence of the whole day is not touched. */
FramRoster *fram_desk_mark_rest (FramDesk *self, const FramUuid *activity, FramDate day, const char *status,
                                 const char *reason, char **what, GError **error);
void fram_desk_mark_async (FramDesk *self, const FramUuid *activity, FramDate day, int part, const FramUuid *enrolments,
                           guint n_enrolments, const FramMarkEdit *edit, GAsyncReadyCallback callback,
                           gpointer user_data);
void fram_desk_mark_rest_async (FramDesk *self, const FramUuid *activity, FramDate day, const char *status,
                                const char *reason, GAsyncReadyCallback callback, gpointer user_data);
FramRoster *fram_desk_mark_finish (FramDesk *self, GAsyncResult *result, char **what, GError **error);

/**
 * FramMarkStep:
 * @at: when, UTC milliseconds
 * @by: who, or "system"
 * @status: (nullable): the status it was given; %NULL for cleared
 * @minutes_late: or -1
 * @attended_minutes: or -1
 * @reason: (nullable): reason given
 *
 * One step in the history of a mark, newest first.
 */
typedef struct
{
  gint64 at;
  char *by;
  const FramStatus *status;
  int minutes_late;
  int attended_minutes;
  char *reason;
} FramMarkStep;

GPtrArray *fram_desk_mark_history (FramDesk *self, const FramUuid *enrolment, const FramUuid *activity, FramDate day,
                                   int part, GError **error);
char *fram_desk_mark_history_text (FramDesk *self, const GPtrArray *steps);

/**
 * FramActivityCount:
 * @activity: the workshop or group
 * @code: its code
 * @name: its name
 * @is_group: whether it is a group
 * @own: whether it is among the person's own
 * @day: the day that is counted: of a group that does not meet that day the day of its next session
 * @marked: expected people who are marked
 * @expected: expected people this day
 *
 * A line of the sidebar: "Snickeri 9/12".
 */
typedef struct
{
  FramUuid activity;
  char *code;
  char *name;
  gboolean is_group;
  gboolean own;
  FramDate day;
  int marked;
  int expected;
} FramActivityCount;

void fram_activity_count_free (FramActivityCount *self);

/* The workshops whose roster the person may see, own first, with counts of the day; and the groups that the person leads and
 * that still meet, by their next session. (element-type FramActivityCount) */
GPtrArray *fram_desk_activities (FramDesk *self, FramDate day, GError **error);
void fram_desk_activities_async (FramDesk *self, FramDate day, GCancellable *cancellable, GAsyncReadyCallback callback,
                                 gpointer user_data);
GPtrArray *fram_desk_activities_finish (FramDesk *self, GAsyncResult *result, GError **error);
FramActivityCount *fram_desk_count_activity (FramDesk *self, const FramUuid *activity, FramDate day, GError **error);
gboolean fram_desk_find_activity (FramDesk *self, const char *code_or_name, FramUuid *activity, GError **error);

FramDate fram_desk_next_day (FramDesk *self, const FramUuid *activity, FramDate day, int direction);

G_END_DECLS
