#include "fram-step.h"

static const char *const step_codes[FRAM_N_STEP_KINDS] = { "rating", "hours", "workshop", "milestone", "external" };

/**
 * fram_steps_of_ratings:
 * @values: (array length=n) (inout): one question as one side rated it, in order of the talks
 * @n: how many
 *
 * Marks steps forward and dips. A step forward is "a better rating held at the next talk": it is above every rating
 * before it, and the next one is not below it. The last one, where it is above all before, is a new high that nobody
 * knows yet whether it holds. The first rating is where somebody begins, and no step. A dip is a rating below the one
 * before. To come back from a dip is no step again, for the same height was reached before: a step is counted once
 * (DOMAIN.md, "Progression": small steps are seen, and a dip is shown as a dip: two steps forward, one back is normal).
 */
void
fram_steps_of_ratings (FramRatedValue *values, guint n)
{
  int best = G_MAXINT; /* the first is no step, whatever it is */

  for (guint i = 0; i < n; i++)
    {
      gboolean is_high = values[i].value > best;

      values[i].is_step = is_high && i + 1 < n && values[i + 1].value >= values[i].value;
      values[i].is_new_high = is_high && i + 1 == n;
      values[i].is_dip = i > 0 && values[i].value < values[i - 1].value;
      best = i == 0 ? values[i].value : MAX (best, values[i].value);
    }
}

/* The least of the open weeks @open[at] and the two after it. */
static int
least_of (const FramWorkedWeek *weeks, const guint *open, guint at)
{
  int least = weeks[open[at]].attended_minutes;

  for (guint i = at + 1; i < at + FRAM_STEP_HOURS_WEEKS; i++)
    least = MIN (least, weeks[open[i]].attended_minutes);
  return least;
}

static void
find_steps (FramWorkedWeek *weeks, const guint *open, guint n_open)
{
  int level = n_open >= FRAM_STEP_HOURS_WEEKS ? least_of (weeks, open, 0) : 0;

  for (guint i = 0; i < n_open; i++)
    {
      if (i + FRAM_STEP_HOURS_WEEKS <= n_open && least_of (weeks, open, i) - level >= FRAM_STEP_HOURS_MINUTES)
        {
          level = least_of (weeks, open, i);
          weeks[open[i]].is_step = TRUE;
        }
      weeks[open[i]].level = level;
    }
}

/* A week below is no dip yet, as a week above is no step. */
static void
find_dips (FramWorkedWeek *weeks, const guint *open, guint n_open)
{
  guint begin = 0;

  for (guint i = 0; n_open >= FRAM_STEP_HOURS_WEEKS && i <= n_open; i++)
    {
      if (i < n_open && weeks[open[i]].level - weeks[open[i]].attended_minutes >= FRAM_STEP_HOURS_MINUTES)
        continue;
      for (guint j = begin; i - begin >= FRAM_STEP_HOURS_WEEKS && j < i; j++)
        weeks[open[j]].is_dip = TRUE;
      begin = i + 1;
    }
}

/**
 * fram_steps_of_weeks:
 * @weeks: (array length=n) (inout): weeks in order
 * @n: how many
 *
 * Marks steps forward in hours: "more hours held for three weeks". Only open weeks are looked at; the others neither hold
 * nor break, so that three weeks may stand on both sides of a summer. The level at first is the least of the first three
 * open weeks. A step is the first week from which on three open weeks in a row are all at least
 * %FRAM_STEP_HOURS_MINUTES above the level, and the least of the three is the new level. The level never falls: to come
 * back after a time with fewer hours is no step again. Three or more open weeks in a row that much below the level are a
 * dip. Fewer than three open weeks have neither level nor step.
 */
void
fram_steps_of_weeks (FramWorkedWeek *weeks, guint n)
{
  g_autofree guint *open = g_new (guint, n);
  guint n_open = 0;

  for (guint i = 0; i < n; i++)
    {
      weeks[i].level = 0;
      weeks[i].is_step = weeks[i].is_dip = FALSE;
      if (weeks[i].open)
        open[n_open++] = i;
    }
  find_steps (weeks, open, n_open);
  find_dips (weeks, open, n_open);
  for (guint i = 1; i < n; i++)
    if (!weeks[i].open)
      weeks[i].level = weeks[i - 1].level;
}

const char *
fram_step_kind_get_code (FramStepKind kind)
{
  g_return_val_if_fail (kind < FRAM_N_STEP_KINDS, NULL);
  return step_codes[kind];
}
