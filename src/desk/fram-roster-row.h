#pragma once

#include "fram-date.h"
#include "fram-status.h"
#include "fram-uuid.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * FramRosterKind:
 * @FRAM_ROSTER_PLANNED: expected by the weekly plan
 * @FRAM_ROSTER_VISITOR: marked without a plan this day
 * @FRAM_ROSTER_UNPLANNED: placed here, but without a plan this day; not counted
 * @FRAM_ROSTER_BARE: a protected person the viewer is not named for: one bare row that tells nothing
 */
typedef enum
{
  FRAM_ROSTER_PLANNED,
  FRAM_ROSTER_VISITOR,
  FRAM_ROSTER_UNPLANNED,
  FRAM_ROSTER_BARE,
} FramRosterKind;

/**
 * FramRosterQuestion:
 * @id: which question
 * @text: what is asked, in words; never a need behind it
 * @of_trial: whether it is about a line that is tried: answered with helps or does not help
 *
 * Something that who leads there is asked about a person, and has not answered.
 */
typedef struct
{
  FramUuid id;
  char *text;
  gboolean of_trial;
} FramRosterQuestion;

void fram_roster_question_free (FramRosterQuestion *self);

/** FRAM_STRIP_LENGTH: sessions in the strip of the last ones. */
#define FRAM_STRIP_LENGTH 10

/**
 * FramRosterRow:
 *
 * One person of a roster, for a list model. The members below are read-only for others; a mark changes through
 * the desk and fram_roster_row_take_over(), which notifies `mark`.
 */
#define FRAM_TYPE_ROSTER_ROW (fram_roster_row_get_type ())
G_DECLARE_FINAL_TYPE (FramRosterRow, fram_roster_row, FRAM, ROSTER_ROW, GObject)

struct _FramRosterRow
{
  GObject parent_instance;

  FramRosterKind kind;
  FramUuid enrolment; /* what fram_desk_mark() takes */
  FramUuid participant;
  gint64 enrolment_row;
  int part; /* 0 the whole day; 1 before and 2 after noon where the day is split: then each half is a row of its own */
  char *case_no;
  char *name; /* as the person may see it: "Amina Hassan", initials or alias when protected, "Protected" when bare */
  char *sort_key;
  gboolean is_protected;

  int planned_from; /* minutes since midnight or FRAM_TIME_NONE */
  int planned_to;
  int planned_minutes; /* -1: none */

  const FramStatus *status; /* NULL: unmarked */
  int minutes_late;         /* -1: none */
  int came, left;           /* FRAM_TIME_NONE: not recorded */
  int attended_minutes;     /* -1: none */
  char *note;
  char *reason;
  char *task;
  char *marked_by;  /* NULL: unmarked */
  gint64 marked_at; /* UTC milliseconds; 0: unmarked */

  guint n_last; /* the last sessions before this day, oldest first */
  const FramStatus *last[FRAM_STRIP_LENGTH];
  FramDate last_day[FRAM_STRIP_LENGTH];

  GStrv instructions;   /* what to do: lines of adaptations in place here; never NULL */
  GPtrArray *questions; /* NULL, or (element-type FramRosterQuestion): what the viewer is asked about the person here */
  char *training;       /* NULL, or the milestone's line: "Training now: …" */
  gboolean of_group;    /* on the roster of a group: whose first day it is is new in the group */
  gboolean first_day;
  gboolean last_day_here;
  FramDate stay_ends; /* FRAM_DATE_NONE: open */
  gboolean hours_changed;
  guint unnotified_in_a_row; /* this day's mark included */
  gboolean streak_shown;     /* whether that is at least the shortest length that the programme alerts on */
  gboolean streak_alert;     /* whether that is one of the lengths that the programme alerts on (2, 3, N) */
  gboolean returns;          /* the last session here was an absence: "Welcome back" */

  const FramStatus *planned_status; /* NULL, or what was told beforehand and is not marked yet */
  FramDate planned_until;           /* last day of that absence */
  int away_from, away_to;           /* of an absence of a part of the day, else FRAM_TIME_NONE */
  int other_from, other_to;         /* another appointment of this day, never which; else FRAM_TIME_NONE */
  GStrv first_day_card;             /* NULL, or lines: who greets, which tool, when coffee */
  gboolean asked;                   /* the case worker has been told or asked to call, and has not done it yet */
};

FramRosterRow *fram_roster_row_new (void);
gboolean fram_roster_row_take_over (FramRosterRow *self, FramRosterRow *newer);

G_END_DECLS
