#pragma once

#include "fram-db.h"
#include "fram-plan.h"
#include "fram-series.h"

G_BEGIN_DECLS

/**
 * FramStoredPlan:
 * @enrolment: row number
 * @participant: row number of whose
 * @enrolled: first day
 * @closed: last day, or %FRAM_DATE_NONE
 * @main_goal: (nullable): the main goal, where the viewer may see it
 * @target: target day, or %FRAM_DATE_NONE
 * @extended_to: what it was extended to, or %FRAM_DATE_NONE
 * @extension_reason: (nullable): why
 * @target_days: the programme's target, 0 for none
 *
 * What an enrolment says of its plan.
 */
typedef struct
{
  gint64 enrolment;
  gint64 participant;
  FramDate enrolled;
  FramDate closed;
  char *main_goal;
  FramDate target;
  FramDate extended_to;
  char *extension_reason;
  int target_days;
} FramStoredPlan;

void fram_stored_plan_free (FramStoredPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramStoredPlan, fram_stored_plan_free)

/**
 * FramStoredGoal:
 *
 * A milestone; the text is unset where only what is trained may be seen, the line where that may not.
 */
typedef struct
{
  FramUuid id;
  gint64 enrolment;
  char *text;
  FramDate due;
  FramDate reached;
  char *workshop_line;
  gint64 activity;
  char *activity_name;
} FramStoredGoal;

void fram_stored_goal_free (FramStoredGoal *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramStoredGoal, fram_stored_goal_free)

/**
 * FramStoredStep:
 *
 * A placement in a workshop or at an external place.
 */
typedef struct
{
  FramUuid id;
  gint64 enrolment;
  gint64 activity;
  char *name;
  gboolean is_external;
  FramDate from;
  FramDate to;
  int weekly_minutes;
} FramStoredStep;

/**
 * FramStoredSlot:
 *
 * A stretch of a weekly plan, with where.
 */
typedef struct
{
  FramUuid id;
  gint64 activity;
  FramPlanSlot slot;
} FramStoredSlot;

/**
 * FramStoredMember:
 *
 * A membership with what its group is.
 */
typedef struct
{
  FramUuid id;
  gint64 enrolment;
  gint64 group;
  char *name;
  FramDate from;
  FramDate to;
  gboolean waiting;
  FramSeries *series;
  char *place;
} FramStoredMember;

/**
 * FramStoredPause:
 *
 * A pause of an enrolment.
 */
typedef struct
{
  FramUuid id;
  gint64 enrolment;
  FramDate from;
  FramDate to;
  char *kind;
} FramStoredPause;

/**
 * FramStoredTime:
 *
 * A booking, or an absence that was told and has times: what takes somebody's time on a day. @kind is unset where it may
 * not be seen.
 */
typedef struct
{
  FramUuid id;
  gboolean is_booking;
  char *kind;
  FramDate from;
  FramDate to;
  int from_time;
  int to_time;
} FramStoredTime;

/**
 * FramStoredChoice:
 *
 * Somewhere to be planned, with who is there on a day.
 */
typedef struct
{
  gint64 row;
  FramUuid id;
  int kind; /* 0 workshop, 1 external place, 2 group */
  char *code;
  char *name;
  int capacity;
  int taken;
  int waiting;
  FramDate first_day;
  FramSeries *series; /* of a group */
} FramStoredChoice;

FramStoredPlan *fram_plan_load (FramDb *db, const FramViewer *viewer, gint64 enrolment, GError **error);
GPtrArray *fram_plan_load_goals (FramDb *db, const FramViewer *viewer, gint64 enrolment, GError **error);
FramStoredGoal *fram_plan_load_goal (FramDb *db, const FramViewer *viewer, gint64 row, GError **error);
GPtrArray *fram_plan_load_pauses (FramDb *db, const FramViewer *viewer, gint64 enrolment, GError **error);
FramStoredPause *fram_plan_load_pause (FramDb *db, const FramViewer *viewer, gint64 row, GError **error);
void fram_stored_pause_free (FramStoredPause *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramStoredPause, fram_stored_pause_free)

GPtrArray *fram_plan_load_steps (FramDb *db, const FramViewer *viewer, gint64 enrolment, GError **error);
GArray *fram_plan_load_slots (FramDb *db, const FramViewer *viewer, gint64 enrolment, GError **error);
GPtrArray *fram_plan_load_members (FramDb *db, const FramViewer *viewer, gint64 enrolment, GError **error);
GPtrArray *fram_plan_load_times (FramDb *db, const FramViewer *viewer, gint64 enrolment, FramDate from, FramDate to,
                                 GError **error);
GArray *fram_plan_load_taken (FramDb *db, gint64 activity, gint64 except, FramDate from, FramDate to, GError **error);
GPtrArray *fram_plan_load_choices (FramDb *db, const FramViewer *viewer, gboolean groups, FramDate day, GError **error);
gint64 fram_plan_find_enrolment (FramDb *db, FramEntity entity, const FramUuid *id);
gboolean fram_plan_count_members (FramDb *db, gint64 group, FramDate day, int *capacity, int *taken, GError **error);

void fram_stored_choice_free (FramStoredChoice *self);

G_END_DECLS
