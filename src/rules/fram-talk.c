#include "fram-talk.h"

/* When a new talk is due. */

/* So often at most a day is moved on: pauses and closed days end some time. */
#define MOST_MOVES 64

static gboolean
holds (const FramPauseSpan *pause, FramDate day)
{
  return pause->from <= day && (pause->to == FRAM_DATE_NONE || pause->to >= day);
}

/**
 * fram_talk_is_paused:
 * @pauses: (nullable) (element-type FramPauseSpan): pauses
 * @day: a day
 *
 * Returns: whether the day lies in one of them
 */
gboolean
fram_talk_is_paused (const GArray *pauses, FramDate day)
{
  for (guint i = 0; pauses != NULL && i < pauses->len; i++)
    if (holds (&g_array_index (pauses, FramPauseSpan, i), day))
      return TRUE;
  return FALSE;
}

/* The first day after the pauses that @day lies in, or FRAM_DATE_NONE where one of them has no end yet. */
static FramDate
after_pauses (const GArray *pauses, FramDate day)
{
  for (guint i = 0; pauses != NULL && i < pauses->len; i++)
    {
      const FramPauseSpan *pause = &g_array_index (pauses, FramPauseSpan, i);

      if (!holds (pause, day))
        continue;
      return pause->to == FRAM_DATE_NONE ? FRAM_DATE_NONE : pause->to + 1;
    }
  return day;
}

/**
 * fram_talk_due:
 * @facts: what is known
 * @closed_days: (nullable) (element-type FramClosedDay): days on which the house is closed
 *
 * So many days after the last talk; the first one see %FRAM_TALK_FIRST_DAYS. A day in a pause, on a weekend, on a holiday or
 * on a closed day moves on to the next working day.
 *
 * Returns: the day, or %FRAM_DATE_NONE where none is due: no interval, a pause without an end, the enrolment is over by then
 */
FramDate
fram_talk_due (const FramTalkFacts *facts, const GArray *closed_days)
{
  FramDate day;

  if (facts->every_days <= 0 || facts->enrolled == FRAM_DATE_NONE)
    return FRAM_DATE_NONE;
  day = facts->last != FRAM_DATE_NONE ? facts->last + facts->every_days
                                      : facts->enrolled + MIN (facts->every_days, FRAM_TALK_FIRST_DAYS);
  for (guint i = 0; i < MOST_MOVES; i++)
    {
      FramDate moved = after_pauses (facts->pauses, day);

      if (moved == FRAM_DATE_NONE)
        return FRAM_DATE_NONE;
      if (!fram_day_is_open (moved, closed_days, 0))
        moved = fram_day_next_open (moved, closed_days, 0);
      if (moved == day)
        break;
      day = moved;
    }
  return facts->closed != FRAM_DATE_NONE && day > facts->closed ? FRAM_DATE_NONE : day;
}
