#include "fram-progression-layout-private.h"

#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* What a stop says. */

/* To the participant: hours present, and nothing of what was planned or of a rate. */
static char *
large_week_to_words (const FramProgressWeek *week)
{
  int number = fram_date_get_iso_week (week->monday, NULL);
  g_autofree char *hours = fram_hours_to_words (MAX (week->attended_minutes, 0));

  if (week->attended_minutes > 0)
    /* Translators: the number of a week, and hours: "Week 46: 15 h here." */
    return g_strdup_printf (C_ ("progression", "Week %1$d: %2$s here."), number, hours);
  if (week->state == FRAM_WEEK_PAUSE)
    return g_strdup_printf (C_ ("progression", "Week %d: a pause."), number);
  if (week->state == FRAM_WEEK_CLOSED)
    return g_strdup_printf (C_ ("progression", "Week %d: closed."), number);
  return g_strdup_printf (C_ ("progression", "Week %d."), number);
}

/* What a week shows can still change before it is over. */
static char *
week_to_words (const FramProgressionLayout *self, const FramProgressWeek *week)
{
  g_autofree char *words = fram_progress_week_to_words (week);

  if (fram_progression_week_is_over (self->progression, week) || week->monday > self->progression->today)
    return g_steal_pointer (&words);
  /* Translators: what is known of the present week: "Week 46, 9–15 November 2026. Present 4 hours, planned 6 hours." */
  return g_strdup_printf (_ ("%s The week is not over."), words);
}

static char *
moment_to_words (const FramMoment *moment)
{
  const char *words = moment->text != NULL ? moment->text : moment->label;

  return g_strdup (words != NULL ? words : "");
}

static char *
step_to_words (const FramProgressionLayout *self, guint step)
{
  const FramStepForward *forward = g_ptr_array_index (self->progression->steps, step);

  return g_strdup (forward->text != NULL ? forward->text : "");
}

/**
 * fram_progression_layout_stop_to_words:
 * @self: a layout
 * @stop: index of a stop
 *
 * Returns: (transfer full): what it says, in a sentence or two
 */
char *
fram_progression_layout_stop_to_words (const FramProgressionLayout *self, guint stop)
{
  const FramProgressionStop *at;
  const FramIndicatorSeries *series;
  const FramProgressWeek *week;

  g_return_val_if_fail (self != NULL && stop < self->stops->len, NULL);
  at = &g_array_index (self->stops, FramProgressionStop, stop);
  switch ((int)at->kind)
    {
    case FRAM_PROGRESSION_STOP_WEEK:
      week = &g_array_index (self->progression->weeks, FramProgressWeek, at->index);
      return self->view.large ? large_week_to_words (week) : week_to_words (self, week);
    case FRAM_PROGRESSION_STOP_MOMENT:
      return moment_to_words (g_ptr_array_index (self->progression->moments, at->index));
    case FRAM_PROGRESSION_STOP_STEP: return step_to_words (self, at->index);
    default:
      series = fram_progression_layout_series (self, at->series);
      return fram_rating_point_to_words (series, at->rater,
                                         &g_array_index (series->points[at->rater], FramRatingPoint, at->index));
    }
}
