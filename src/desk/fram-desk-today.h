#pragma once

#include "fram-desk-roster.h"
#include "fram-desk-task.h"

G_BEGIN_DECLS

/**
 * FramRosterTaken:
 * @activity: the workshop or group
 * @code: its code
 * @name: its name
 * @own: whether it is the person's own
 * @day: the day
 * @expected: people expected
 * @marked: of them, marked
 * @present: of them, present or late
 * @first_from: when the first of them is expected, minutes, or %FRAM_TIME_NONE
 * @unmarked_due: expected people without a mark whose time has begun; later ones are not missing yet
 * @last_by: (nullable): who took a roster there last
 * @last_at: when, UTC milliseconds, 0 for never
 *
 * How far a roster of a day has been taken (FIELD.md, "Attendance": rolls not taken).
 */
typedef struct
{
  FramUuid activity;
  char *code;
  char *name;
  gboolean own;
  FramDate day;
  int expected;
  int marked;
  int present;
  int first_from;
  int unmarked_due;
  char *last_by;
  gint64 last_at;
} FramRosterTaken;

void fram_roster_taken_free (FramRosterTaken *self);

/* Every roster of the days that the person may see, days in order, own first; days off and days to come are left out.
 * (element-type FramRosterTaken) */
GPtrArray *fram_desk_rosters_taken (FramDesk *self, FramDate from, FramDate to, GError **error);

/**
 * FramHintKind:
 *
 * What the day asks somebody to think of.
 */
typedef enum
{
  FRAM_HINT_FIRST_DAY,
  FRAM_HINT_LAST_DAY,
  FRAM_HINT_HOURS_CHANGED,
  FRAM_HINT_RETURNS,
  FRAM_HINT_UNNOTIFIED,
} FramHintKind;

/**
 * FramHint:
 * @kind: what
 * @enrolment: about whom
 * @activity: where
 * @case_no: case number
 * @name: the name as the person at the keyboard may see it
 * @activity_name: the workshop's name
 * @count: unnotified absences in a row, 0 for other kinds
 * @text: the sentence: "Göran L. is away without notice for the third time in a row."
 */
typedef struct
{
  FramHintKind kind;
  FramUuid enrolment;
  FramUuid activity;
  char *case_no;
  char *name;
  char *activity_name;
  guint count;
  char *text;
} FramHint;

/**
 * FramToday:
 * @day: the day shown
 * @rosters: (element-type FramRosterTaken): the day's rosters: own ones, or all for whom the house is
 * @missing: (element-type FramRosterTaken): rosters of earlier days of this week with people unmarked
 * @tasks: (element-type FramTask): see fram_desk_tasks()
 * @hints: (element-type FramHint): of own rosters, or of own participants for a case worker
 * @n_waiting: open tasks for the person, for "Seven things wait for you" and the sidebar
 *
 * The first page of the day.
 */
typedef struct
{
  FramDate day;
  GPtrArray *rosters;
  GPtrArray *missing;
  GPtrArray *tasks;
  GPtrArray *hints;
  guint n_waiting;
} FramToday;

void fram_today_free (FramToday *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramToday, fram_today_free)

FramToday *fram_desk_today (FramDesk *self, FramDate day, GError **error);

G_END_DECLS
