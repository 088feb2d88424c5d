#pragma once

#include "fram-day.h"
#include "fram-house.h"
#include "fram-plan.h"
#include "fram-slot.h"

G_BEGIN_DECLS

/** FRAM_PLAN_WEEKS: so many weeks from its first day on a plan is held against bookings, sessions and closed days. */
#define FRAM_PLAN_WEEKS 8

/**
 * FramCollisionKind:
 * @FRAM_COLLISION_PLAN: something else of the person's weekly plan
 * @FRAM_COLLISION_SESSION: a session of a group that the person is in
 * @FRAM_COLLISION_BOOKING: a meeting or a talk that is booked
 * @FRAM_COLLISION_OTHER: an appointment elsewhere; which is not said
 * @FRAM_COLLISION_PAUSE: a leave that is agreed
 * @FRAM_COLLISION_HOURS: outside the opening hours of the place
 * @FRAM_COLLISION_CLOSED: a day on which it is closed
 * @FRAM_COLLISION_FULL: no place left in that half of the day
 *
 * Why a stretch of a plan does not go together with what else is known. None of them forbids the plan: people at the
 * keyboard know more than the register does.
 */
typedef enum
{
  FRAM_COLLISION_PLAN,
  FRAM_COLLISION_SESSION,
  FRAM_COLLISION_BOOKING,
  FRAM_COLLISION_OTHER,
  FRAM_COLLISION_PAUSE,
  FRAM_COLLISION_HOURS,
  FRAM_COLLISION_CLOSED,
  FRAM_COLLISION_FULL,
} FramCollisionKind;

/**
 * FramPlanOther:
 * @kind: what: %FRAM_COLLISION_PLAN to %FRAM_COLLISION_PAUSE
 * @source: number of the thing for the caller; days of one thing are told together
 * @weekday: of something of each week: 1 for Monday to 7 for Sunday; 0 for something on one day
 * @from: first day; of something on one day that day
 * @to: last day, or %FRAM_DATE_NONE
 * @from_time: minutes since midnight, or %FRAM_TIME_NONE for whole days
 * @to_time: likewise
 *
 * Something that the person does already.
 */
typedef struct
{
  FramCollisionKind kind;
  guint source;
  int weekday;
  FramDate from;
  FramDate to;
  int from_time;
  int to_time;
} FramPlanOther;

/**
 * FramPlanFacts:
 * @slots: (element-type FramSlotSpec): what is to be planned
 * @from: its first day
 * @to: its last day, or %FRAM_DATE_NONE
 * @others: (nullable) (element-type FramPlanOther): what the person does already
 * @open: (nullable) (element-type FramOpening): opening hours; without any nothing is said of them
 * @closed_days: (nullable) (element-type FramClosedDay): closed days
 * @workshop: row number of the workshop, 0 for none
 * @taken: (nullable) (element-type FramPlanSlot): plans of others in the place
 * @capacity: places there, 0 where that is not known
 *
 * What a plan is held against.
 */
typedef struct
{
  const GArray *slots;
  FramDate from;
  FramDate to;
  const GArray *others;
  const GArray *open;
  const GArray *closed_days;
  gint64 workshop;
  const GArray *taken;
  int capacity;
} FramPlanFacts;

/**
 * FramCollision:
 * @kind: why
 * @slot: index of the stretch in the plan
 * @source: of the person's own things: which
 * @weekday: the weekday
 * @from_time: where it begins to collide, minutes since midnight
 * @to_time: where it ends
 * @day: the first day on which it does
 * @days: on how many days within %FRAM_PLAN_WEEKS weeks it does
 */
typedef struct
{
  FramCollisionKind kind;
  guint slot;
  guint source;
  int weekday;
  int from_time;
  int to_time;
  FramDate day;
  int days;
} FramCollision;

/** FRAM_PLAN_HALVES: weekdays Monday to Sunday, each before and after noon. */
#define FRAM_PLAN_HALVES 14

GArray *fram_plan_check (const FramPlanFacts *facts);
void fram_plan_count_taken (const FramPlanFacts *facts, int counts[FRAM_PLAN_HALVES]);
FramDate fram_plan_target (FramDate enrolled, int target_days);

G_END_DECLS
