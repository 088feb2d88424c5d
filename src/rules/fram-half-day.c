#include "fram-half-day.h"

static void
add_stretch (FramHalfDay *half, int from, int to)
{
  if (from >= to)
    return;
  half->from = half->from == FRAM_TIME_NONE ? from : MIN (half->from, from);
  half->to = MAX (half->to, to);
  half->minutes += to - from;
}

static gboolean
holds (const FramPlanSlot *slot, gint64 enrolment, FramDate day)
{
  return slot->enrolment == enrolment && slot->weekday == fram_date_get_weekday (day) && slot->valid_from <= day &&
         (slot->valid_to == FRAM_DATE_NONE || slot->valid_to >= day);
}

/**
 * fram_half_days_of_plan:
 * @slots: (element-type FramPlanSlot): weekly plans
 * @enrolment: whose
 * @day: the day
 * @halves: (out): before and after noon; a slot across noon is in both
 *
 * Returns: whether anything is planned that day
 */
gboolean
fram_half_days_of_plan (const GArray *slots, gint64 enrolment, FramDate day, FramHalfDay halves[2])
{
  gboolean planned = FALSE;

  halves[0] = halves[1] = (FramHalfDay){ FRAM_TIME_NONE, FRAM_TIME_NONE, 0 };
  for (guint i = 0; i < slots->len; i++)
    {
      const FramPlanSlot *slot = &g_array_index (slots, FramPlanSlot, i);

      if (!holds (slot, enrolment, day))
        continue;
      planned = TRUE;
      add_stretch (&halves[0], slot->from_time, MIN (slot->to_time, FRAM_NOON));
      add_stretch (&halves[1], MAX (slot->from_time, FRAM_NOON), slot->to_time);
    }
  return planned;
}
