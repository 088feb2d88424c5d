#include "fram-progression-private.h"

#include <glib/gi18n-lib.h>

/* The list of steps forward: what fram-step.h marks, and what happened that is a step by itself. */

static FramStepForward *
add_step (FramProgression *self, FramStepKind kind, FramDate day, FramDate held)
{
  FramStepForward *step = g_new0 (FramStepForward, 1);

  step->kind = kind;
  step->day = day;
  step->held = held;
  g_ptr_array_add (self->steps, step);
  return step;
}

static char *
rating_words (const FramIndicatorSeries *series, const FramStepForward *step)
{
  if (step->rater == FRAM_RATER_CASE_WORKER)
    /* Translators: a question, the best value before and the value now */
    return g_strdup_printf (_ ("“%1$s”, rated by the case worker: from %2$d to %3$d."), series->name, step->from,
                            step->to);
  /* Translators: a question, the best value before and the value now */
  return g_strdup_printf (_ ("“%1$s”, own rating: from %2$d to %3$d."), series->name, step->from, step->to);
}

static void
add_of_side (FramProgression *self, guint n, FramRater rater)
{
  const FramIndicatorSeries *series = fram_progression_get_series (self, n);
  FramStepForward *open = NULL; /* waits for the talk that it held at */
  int best = 0;

  for (guint i = 0; i < series->points[rater]->len; i++)
    {
      const FramRatingPoint *point = &g_array_index (series->points[rater], FramRatingPoint, i);

      if (!point->counts)
        continue;
      if (open != NULL)
        open->held = point->day;
      open = point->is_step ? add_step (self, FRAM_STEP_RATING, point->day, point->day) : NULL;
      if (open != NULL)
        {
          open->series = n;
          open->rater = rater;
          open->from = best;
          open->to = point->value;
          open->text = rating_words (series, open);
        }
      best = MAX (best, point->value);
    }
}

/* The Sunday of the third week that counts from @at on. */
static FramDate
held_from (const FramProgression *self, guint at)
{
  FramDate held = FRAM_DATE_NONE;

  for (guint i = at, weeks = 0; i < self->weeks->len && weeks < FRAM_STEP_HOURS_WEEKS; i++)
    {
      const FramProgressWeek *week = &g_array_index (self->weeks, FramProgressWeek, i);

      if (!fram_progression_week_counts (self, week))
        continue;
      held = week->monday + 6;
      weeks++;
    }
  return held;
}

static char *
hours_words (const FramStepForward *step)
{
  g_autofree char *now = fram_minutes_to_words (step->to);
  g_autofree char *before = fram_minutes_to_hours (step->from);

  if (step->from < 15)
    /* Translators: "12 hours" */
    return g_strdup_printf (_ ("Works %s a week, none before."), now);
  /* Translators: "12 hours", and a number of hours */
  return g_strdup_printf (_ ("Works %1$s a week, %2$s before."), now, before);
}

static void
add_of_weeks (FramProgression *self)
{
  int level = 0;

  for (guint i = 0; i < self->weeks->len; i++)
    {
      const FramProgressWeek *week = &g_array_index (self->weeks, FramProgressWeek, i);

      if (week->is_step)
        {
          FramStepForward *step = add_step (self, FRAM_STEP_HOURS, week->monday, held_from (self, i));

          step->from = level;
          step->to = week->level;
          step->text = hours_words (step);
        }
      level = week->level;
    }
}

static char *
moment_words (FramStepKind kind, const FramMoment *moment)
{
  const char *label = moment->label != NULL ? moment->label : "";

  switch (kind)
    {
    case FRAM_STEP_WORKSHOP: return g_strdup_printf (_ ("First day in a new workshop: %s."), label);
    case FRAM_STEP_MILESTONE: return g_strdup_printf (_ ("Milestone reached: %s."), label);
    default: return g_strdup_printf (_ ("First day at an external place: %s."), label);
    }
}

static gboolean
kind_of_moment (const FramMoment *moment, FramStepKind *kind)
{
  switch (moment->kind)
    {
    case FRAM_MOMENT_WORKSHOP: *kind = FRAM_STEP_WORKSHOP; return moment->is_new;
    case FRAM_MOMENT_MILESTONE: *kind = FRAM_STEP_MILESTONE; return TRUE;
    case FRAM_MOMENT_OUTSIDE: *kind = FRAM_STEP_OUTSIDE; return TRUE;
    default: return FALSE;
    }
}

static void
add_of_moments (FramProgression *self)
{
  FramStepKind kind;

  for (guint i = 0; i < self->moments->len; i++)
    {
      const FramMoment *moment = g_ptr_array_index (self->moments, i);

      if (moment->day <= self->today && kind_of_moment (moment, &kind))
        {
          FramStepForward *step = add_step (self, kind, moment->day, moment->day);

          step->moment = i;
          step->text = moment_words (kind, moment);
        }
    }
}

static int
compare_steps (gconstpointer a, gconstpointer b)
{
  const FramStepForward *x = *(const FramStepForward *const *)a, *y = *(const FramStepForward *const *)b;

  if (x->day != y->day)
    return x->day < y->day ? -1 : 1;
  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;
  if (x->series != y->series)
    return x->series < y->series ? -1 : 1;
  if (x->rater != y->rater)
    return x->rater < y->rater ? -1 : 1;
  return x->moment < y->moment ? -1 : x->moment > y->moment;
}

/* What is not to be seen is no step either; of the case worker's own belief there is none in any list. */
void
fram_progression_find_steps (FramProgression *self)
{
  g_ptr_array_set_size (self->steps, 0);
  for (guint i = 0; self->sees_ratings && i < self->series->len; i++)
    for (guint rater = 0; rater < FRAM_N_RATERS; rater++)
      if (!fram_progression_is_belief (fram_progression_get_series (self, i), rater))
        add_of_side (self, i, rater);
  if (self->sees_attendance)
    add_of_weeks (self);
  add_of_moments (self);
  g_ptr_array_sort (self->steps, compare_steps);
}
