#pragma once

#include "fram-desk.h"
#include "fram-paper.h"
#include "fram-plan-check.h"

G_BEGIN_DECLS

/**
 * FramGoal:
 * @id: the milestone
 * @text: (nullable): what is to be reached; %NULL where only what is trained may be seen
 * @due: until when, or %FRAM_DATE_NONE
 * @reached: when it was reached, or %FRAM_DATE_NONE
 * @workshop_line: (nullable): what the workshop is told: "Training now: …"
 * @activity: the workshop that is told, or none for all
 * @activity_name: (nullable): its name
 *
 * A milestone (delmål).
 */
typedef struct
{
  FramUuid id;
  char *text;
  FramDate due;
  FramDate reached;
  char *workshop_line;
  FramUuid activity;
  char *activity_name;
} FramGoal;

/**
 * FramPlanKind:
 * @FRAM_PLAN_WORKSHOP: a workshop
 * @FRAM_PLAN_EXTERNAL: a place outside the house
 * @FRAM_PLAN_GROUP: a group
 *
 * Where something is planned.
 */
typedef enum
{
  FRAM_PLAN_WORKSHOP,
  FRAM_PLAN_EXTERNAL,
  FRAM_PLAN_GROUP,
} FramPlanKind;

/**
 * FramPlanStep:
 * @id: the placement or membership
 * @activity: the workshop, external place or group
 * @kind: which of them
 * @name: its name in the person's language
 * @from: first day
 * @to: last day, or %FRAM_DATE_NONE
 * @minutes: minutes a week that are agreed, -1 where nothing is written
 * @slots: (element-type FramSlotSpec): the weekly plan; of a group its session where it meets each week
 * @waiting: of a group: waits for a place
 * @place: (nullable): of a group: where it meets
 *
 * One step of a weekly plan, past, present or to come.
 */
typedef struct
{
  FramUuid id;
  FramUuid activity;
  FramPlanKind kind;
  char *name;
  FramDate from;
  FramDate to;
  int minutes;
  GArray *slots;
  gboolean waiting;
  char *place;
} FramPlanStep;

/**
 * FramPlanThing:
 * @kind: what: a step's hours, a session, a booking, an appointment elsewhere, a pause, a closed day
 * @step: index of the step it belongs to, -1 for none
 * @id: the booking or pause
 * @day: the day
 * @from_time: minutes since midnight; %FRAM_TIME_NONE for the whole day
 * @to_time: likewise
 * @title: what it is, in words
 * @detail: (nullable): a second line
 *
 * Something on one day of a week as it is planned.
 */
typedef struct
{
  FramCollisionKind kind;
  int step;
  FramUuid id;
  FramDate day;
  int from_time;
  int to_time;
  char *title;
  char *detail;
} FramPlanThing;

/**
 * FramPlanPause:
 * @id: the row; none for a closed day, which is the house's
 * @from: first day
 * @to: last day, or %FRAM_DATE_NONE
 * @closed_house: whether the house is closed; else a leave that was agreed
 * @name: (nullable): what a closed day is called
 */
typedef struct
{
  FramUuid id;
  FramDate from;
  FramDate to;
  gboolean closed_house;
  char *name;
} FramPlanPause;

/**
 * FramCasePlan:
 * @enrolment: whose
 * @participant: whose
 * @case_no: case number
 * @name: the name as it may be shown
 * @enrolled: first day
 * @closed: last day, or %FRAM_DATE_NONE
 * @today: the day it was read
 * @main_goal: (nullable): the main goal
 * @goals: (element-type FramGoal): milestones, open ones by due day, then those that are reached
 * @steps: (element-type FramPlanStep): steps in order of their first days
 * @pauses: (element-type FramPlanPause): agreed leaves, and closed days ahead
 * @target: the target day as it was agreed, or %FRAM_DATE_NONE
 * @default_target: the target day that follows from the programme, or %FRAM_DATE_NONE
 * @extended_to: what it was extended to, or %FRAM_DATE_NONE
 * @extension_reason: (nullable): why
 * @minutes_now: minutes a week today, -1 where the plan is not seen
 * @next_from: first day of the next change of hours, or %FRAM_DATE_NONE
 * @minutes_next: minutes a week from then on
 * @sees_goals: whether main goal and milestones may be seen
 * @writes_goals: whether they may be changed
 * @writes_lines: whether what the workshop is told may be changed
 * @sees_plan: whether the weekly plan may be seen
 * @writes_plan: whether it may be changed
 * @writes_target: whether the target day may be changed
 *
 * What is planned for one enrolment, as far as the person at the keyboard may see it.
 */
typedef struct
{
  FramUuid enrolment;
  FramUuid participant;
  char *case_no;
  char *name;
  FramDate enrolled;
  FramDate closed;
  FramDate today;
  char *main_goal;
  GPtrArray *goals;
  GPtrArray *steps;
  GPtrArray *pauses;
  FramDate target;
  FramDate default_target;
  FramDate extended_to;
  char *extension_reason;
  int minutes_now;
  FramDate next_from;
  int minutes_next;
  gboolean sees_goals;
  gboolean writes_goals;
  gboolean writes_lines;
  gboolean sees_plan;
  gboolean writes_plan;
  gboolean writes_target;
} FramCasePlan;

void fram_case_plan_free (FramCasePlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramCasePlan, fram_case_plan_free)

/* The plan of one enrolment. FRAM_ERROR_NOT_FOUND also where nobody may be seen. */
FramCasePlan *fram_desk_case_plan (FramDesk *self, const FramUuid *enrolment, GError **error);
/* What is planned in the week that @day lies in: (element-type FramPlanThing), in order of day and time. */
GPtrArray *fram_desk_plan_week (FramDesk *self, const FramUuid *enrolment, FramDate day, GError **error);
/* Days on which the target day that holds is: what it was extended to, else agreed, else the programme's. */
FramDate fram_case_plan_get_end (const FramCasePlan *self);
int fram_case_plan_minutes_at (const FramCasePlan *self, FramDate day);

/* Goals. Each of them is one undo step; `what` says in a sentence what was done. */
gboolean fram_desk_set_main_goal (FramDesk *self, const FramUuid *enrolment, const char *text, char **what,
                                  GError **error);

/**
 * FramGoalEdit:
 * @id: the milestone; none for a new one
 * @text: what is to be reached
 * @due: until when, or %FRAM_DATE_NONE
 * @reached: when it was reached, or %FRAM_DATE_NONE
 * @workshop_line: (nullable): what the workshop is told
 * @activity: the workshop that is told, or none for all
 */
typedef struct
{
  FramUuid id;
  const char *text;
  FramDate due;
  FramDate reached;
  const char *workshop_line;
  FramUuid activity;
} FramGoalEdit;

gboolean fram_desk_save_goal (FramDesk *self, const FramUuid *enrolment, const FramGoalEdit *edit, FramUuid *id,
                              char **what, GError **error);
gboolean fram_desk_reach_goal (FramDesk *self, const FramUuid *goal, FramDate reached, char **what, GError **error);
gboolean fram_desk_remove_goal (FramDesk *self, const FramUuid *goal, char **what, GError **error);

/* Target day, extension, pauses. FRAM_DATE_NONE takes the programme's target, or the extension away. */
gboolean fram_desk_set_target (FramDesk *self, const FramUuid *enrolment, FramDate target, char **what, GError **error);
gboolean fram_desk_extend (FramDesk *self, const FramUuid *enrolment, FramDate until, const char *reason, char **what,
                           GError **error);
gboolean fram_desk_save_pause (FramDesk *self, const FramUuid *enrolment, const FramUuid *pause, FramDate from,
                               FramDate to, char **what, GError **error);
gboolean fram_desk_remove_pause (FramDesk *self, const FramUuid *pause, char **what, GError **error);

/**
 * FramStepEdit:
 * @id: the placement that is changed; none for a new step
 * @activity: the workshop or external place
 * @from: first day
 * @to: last day, or %FRAM_DATE_NONE
 * @slots: (element-type FramSlotSpec): the weekly plan
 * @replaces: a placement elsewhere that ends the day before, or none
 *
 * A step of the weekly plan.
 */
typedef struct
{
  FramUuid id;
  FramUuid activity;
  FramDate from;
  FramDate to;
  const GArray *slots;
  FramUuid replaces;
} FramStepEdit;

/**
 * FramStepCheck:
 * @collisions: (element-type FramCollision): what does not go together
 * @sentences: one sentence for each of them
 * @capacity: places in the workshop, 0 where that is not known
 * @counts: how many others are planned there per weekday, before and after noon
 * @opens: (element-type FramOpening): opening hours
 * @others: (element-type FramPlanThing): what else the person does in the first week of the step
 * @minutes_before: minutes a week in all the day before the step
 * @minutes_after: minutes a week in all on its first day
 *
 * A step held against what is known.
 */
typedef struct
{
  GArray *collisions;
  GStrv sentences;
  int capacity;
  int counts[FRAM_PLAN_HALVES];
  GArray *opens;
  GPtrArray *others;
  int minutes_before;
  int minutes_after;
} FramStepCheck;

void fram_step_check_free (FramStepCheck *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramStepCheck, fram_step_check_free)

/* Nothing is written. A plan that collides can be written all the same; what cannot is an error of the other functions. */
FramStepCheck *fram_desk_check_step (FramDesk *self, const FramUuid *enrolment, const FramStepEdit *edit,
                                     GError **error);
/* A new step ends the one that goes on in the same workshop the day before; one that is to come can be changed. */
gboolean fram_desk_save_step (FramDesk *self, const FramUuid *enrolment, const FramStepEdit *edit, FramUuid *id,
                              char **what, GError **error);
/* Ends a step; with what is planned in that workshop after it. */
gboolean fram_desk_end_step (FramDesk *self, const FramUuid *step, FramDate last_day, char **what, GError **error);
/* Takes a step to come away; what it would have ended goes on. */
gboolean fram_desk_remove_step (FramDesk *self, const FramUuid *step, char **what, GError **error);

/* Groups. Without a free place the person waits: @what says so. */
gboolean fram_desk_join_group (FramDesk *self, const FramUuid *enrolment, const FramUuid *group, FramDate from,
                               FramUuid *membership, char **what, GError **error);
gboolean fram_desk_leave_group (FramDesk *self, const FramUuid *membership, FramDate last_day, char **what,
                                GError **error);
/* Who waited gets the place that is free. FRAM_ERROR_CONSTRAINT where none is. */
gboolean fram_desk_take_place (FramDesk *self, const FramUuid *membership, FramDate from, char **what, GError **error);

/**
 * FramPlanChoice:
 * @activity: the workshop, external place or group
 * @kind: which of them
 * @code: (nullable): its code
 * @name: its name in the person's language
 * @capacity: places, 0 where that is not known
 * @taken: who has one on the day, of a group members and of a workshop placements
 * @waiting: of a group: who waits
 * @times: (nullable): when a group meets, in words
 * @first_day: of a group: its first day; of an external place: free from
 * @last_day: of a group: its last day, or %FRAM_DATE_NONE
 *
 * Somewhere to be planned.
 */
typedef struct
{
  FramUuid activity;
  FramPlanKind kind;
  char *code;
  char *name;
  int capacity;
  int taken;
  int waiting;
  char *times;
  FramDate first_day;
  FramDate last_day;
} FramPlanChoice;

void fram_plan_choice_free (FramPlanChoice *self);

/* Workshops and external places, or groups that have not ended, as they are on @day. (element-type FramPlanChoice) */
GPtrArray *fram_desk_plan_choices (FramDesk *self, gboolean groups, FramDate day, GError **error);

/* The individual plan as it is handed out, A4; it is logged where it is printed or saved (fram-desk-paper.h). */
FramPaper *fram_desk_plan_paper (FramDesk *self, const FramUuid *enrolment, GError **error);
GStrv fram_desk_save_plan_document (FramDesk *self, const FramUuid *enrolment, const char *path, GError **error);

G_END_DECLS
