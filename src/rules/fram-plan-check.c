#include "fram-plan-check.h"

#include "fram-half-day.h"

#include <string.h>

static FramDate
end_of (FramDate to)
{
  return to == FRAM_DATE_NONE ? G_MAXINT32 : to;
}

static FramDate
last_day (const FramPlanFacts *facts)
{
  return MIN (end_of (facts->to), facts->from + 7 * FRAM_PLAN_WEEKS - 1);
}

/* The first day of the plan that is such a weekday. */
static FramDate
first_on (const FramPlanFacts *facts, int weekday)
{
  return facts->from + (weekday - fram_date_get_weekday (facts->from) + 7) % 7;
}

static FramCollision *
find (GArray *collisions, FramCollisionKind kind, guint slot, guint source)
{
  for (guint i = 0; i < collisions->len; i++)
    {
      FramCollision *c = &g_array_index (collisions, FramCollision, i);

      if (c->kind == kind && c->slot == slot && c->source == source)
        return c;
    }
  return NULL;
}

/* Days of the same thing are told together. */
static void
add (GArray *collisions, const FramCollision *collision)
{
  FramCollision *known = find (collisions, collision->kind, collision->slot, collision->source);

  if (known != NULL)
    known->days++;
  else
    g_array_append_vals (collisions, collision, 1);
}

static gboolean
falls_on (const FramPlanOther *other, FramDate day, int weekday)
{
  return (other->weekday == 0 || other->weekday == weekday) && other->from <= day && day <= end_of (other->to);
}

/* Where two stretches of a day meet. A meeting without a time meets nothing; a leave takes the whole day. */
static gboolean
meet (const FramSlotSpec *slot, const FramPlanOther *other, int *from, int *to)
{
  gboolean timed = other->from_time != FRAM_TIME_NONE && other->to_time != FRAM_TIME_NONE;

  if (!timed && other->kind != FRAM_COLLISION_PAUSE && other->kind != FRAM_COLLISION_OTHER)
    return FALSE;
  *from = timed ? MAX (slot->from_time, other->from_time) : slot->from_time;
  *to = timed ? MIN (slot->to_time, other->to_time) : slot->to_time;
  return *from < *to;
}

static void
check_others (const FramPlanFacts *facts, guint i, FramDate day, GArray *collisions)
{
  const FramSlotSpec *slot = &g_array_index (facts->slots, FramSlotSpec, i);

  for (guint o = 0; facts->others != NULL && o < facts->others->len; o++)
    {
      const FramPlanOther *other = &g_array_index (facts->others, FramPlanOther, o);
      FramCollision c = { other->kind, i, other->source, slot->weekday, 0, 0, day, 1 };

      if (falls_on (other, day, slot->weekday) && meet (slot, other, &c.from_time, &c.to_time))
        add (collisions, &c);
    }
}

/* Everybody knows that it is closed at Christmas; that a plan begins on such a day is worth a word. */
static void
check_closed (const FramPlanFacts *facts, guint i, FramDate day, GArray *collisions)
{
  const FramSlotSpec *slot = &g_array_index (facts->slots, FramSlotSpec, i);
  FramDayInfo info = fram_day_info (day, facts->closed_days, facts->workshop);
  FramCollision c = { FRAM_COLLISION_CLOSED, i, 0, slot->weekday, slot->from_time, slot->to_time, day, 1 };

  if (info.kind == FRAM_DAY_OPEN && info.closed_from == FRAM_TIME_NONE)
    return;
  if (info.kind == FRAM_DAY_OPEN)
    {
      c.from_time = MAX (slot->from_time, info.closed_from);
      c.to_time = MIN (slot->to_time, info.closed_to);
    }
  if (c.from_time < c.to_time)
    add (collisions, &c);
}

static void
check_days (const FramPlanFacts *facts, guint i, GArray *collisions)
{
  const FramSlotSpec *slot = &g_array_index (facts->slots, FramSlotSpec, i);
  FramDate first = first_on (facts, slot->weekday);

  if (first <= last_day (facts))
    check_closed (facts, i, first, collisions);
  for (FramDate day = first; day <= last_day (facts); day += 7)
    if (fram_day_is_open (day, facts->closed_days, facts->workshop))
      check_others (facts, i, day, collisions);
}

static gboolean
is_within_hours (const GArray *open, const FramSlotSpec *slot)
{
  for (guint i = 0; i < open->len; i++)
    {
      const FramOpening *o = &g_array_index (open, FramOpening, i);

      if (o->weekday == slot->weekday && o->opens <= slot->from_time && slot->to_time <= o->closes)
        return TRUE;
    }
  return open->len == 0;
}

static void
check_hours (const FramPlanFacts *facts, guint i, GArray *collisions)
{
  const FramSlotSpec *slot = &g_array_index (facts->slots, FramSlotSpec, i);
  FramCollision c = {
    FRAM_COLLISION_HOURS, i, 0, slot->weekday, slot->from_time, slot->to_time, first_on (facts, slot->weekday), 1
  };

  if (facts->open != NULL && !is_within_hours (facts->open, slot))
    g_array_append_val (collisions, c);
}

static void
check_capacity (const FramPlanFacts *facts, const int counts[FRAM_PLAN_HALVES], guint i, GArray *collisions)
{
  const FramSlotSpec *slot = &g_array_index (facts->slots, FramSlotSpec, i);

  for (int half = 0; half < 2 && facts->capacity > 0; half++)
    {
      int from = half == 0 ? slot->from_time : MAX (slot->from_time, FRAM_NOON);
      int to = half == 0 ? MIN (slot->to_time, FRAM_NOON) : slot->to_time;
      FramCollision c = {
        FRAM_COLLISION_FULL, i, (guint)half, slot->weekday, from, to, first_on (facts, slot->weekday), 1
      };

      if (from < to && counts[2 * (slot->weekday - 1) + half] >= facts->capacity)
        g_array_append_val (collisions, c);
    }
}

/**
 * fram_plan_check:
 * @facts: a plan and what is known beside it
 *
 * Holds a weekly plan against what the person does already, against opening hours, closed days and places, for
 * %FRAM_PLAN_WEEKS weeks from its first day on. Days off collide with nothing but the plan's own first days.
 *
 * Returns: (transfer full) (element-type FramCollision): what does not go together, in order of the plan's stretches
 */
GArray *
fram_plan_check (const FramPlanFacts *facts)
{
  GArray *collisions = g_array_new (FALSE, FALSE, sizeof (FramCollision));
  int counts[FRAM_PLAN_HALVES];

  fram_plan_count_taken (facts, counts);
  for (guint i = 0; i < facts->slots->len; i++)
    {
      check_hours (facts, i, collisions);
      check_days (facts, i, collisions);
      check_capacity (facts, counts, i, collisions);
    }
  return collisions;
}

static gboolean
is_in_half (const FramPlanSlot *slot, int half)
{
  return half == 0 ? slot->from_time < FRAM_NOON : slot->to_time > FRAM_NOON;
}

static gboolean
holds_on (const FramPlanSlot *slot, FramDate day)
{
  return slot->weekday == fram_date_get_weekday (day) && slot->valid_from <= day && day <= end_of (slot->valid_to);
}

/* How many people are planned in half a day; each once. */
static int
count_half (const GArray *taken, FramDate day, int half)
{
  g_autoptr (GHashTable) people = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < taken->len; i++)
    {
      const FramPlanSlot *slot = &g_array_index (taken, FramPlanSlot, i);

      if (holds_on (slot, day) && is_in_half (slot, half))
        g_hash_table_add (people, (gpointer)&slot->enrolment);
    }
  return (int)g_hash_table_size (people);
}

/**
 * fram_plan_count_taken:
 * @facts: a plan; its `slots` are not looked at
 * @counts: (out): how many others are planned there: Monday before noon, Monday after noon, Tuesday …
 *
 * Where others step up or end meanwhile, it is the fullest of the weeks that count.
 */
void
fram_plan_count_taken (const FramPlanFacts *facts, int counts[FRAM_PLAN_HALVES])
{
  memset (counts, 0, sizeof (int) * FRAM_PLAN_HALVES);
  if (facts->taken == NULL)
    return;
  for (FramDate day = facts->from; day <= last_day (facts); day++)
    for (int half = 0; half < 2; half++)
      {
        int *count = &counts[2 * (fram_date_get_weekday (day) - 1) + half];

        *count = MAX (*count, count_half (facts->taken, day, half));
      }
}

/**
 * fram_plan_target:
 * @enrolled: first day of an enrolment
 * @target_days: the programme's target, days; 0 for none
 *
 * The target time is counted in calendar days from the enrolment (DOMAIN.md, "Target time").
 *
 * Returns: the target day, or %FRAM_DATE_NONE
 */
FramDate
fram_plan_target (FramDate enrolled, int target_days)
{
  return enrolled == FRAM_DATE_NONE || target_days <= 0 ? FRAM_DATE_NONE : enrolled + target_days;
}
