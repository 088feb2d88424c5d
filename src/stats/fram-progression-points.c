#include "fram-progression-private.h"

#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* What is said of one point, on hover and when it is reached with keys. */

static void
add_sentence (GString *out, const char *sentence)
{
  g_string_append_printf (out, " %s", sentence);
}

/**
 * fram_rating_point_to_words:
 * @series: its question
 * @rater: its side
 * @point: a rating
 *
 * Returns: (transfer full): "3 November 2026. Belief in getting a job, own rating: 4 on a scale from 1 to 5. A step
 *   forward: higher than ever before, and held at the next talk. Note: …"
 */
char *
fram_rating_point_to_words (const FramIndicatorSeries *series, FramRater rater, const FramRatingPoint *point)
{
  g_autofree char *day = fram_date_to_day_month (point->day);
  GString *out = g_string_new (NULL);

  /* Translators: day, question, value, and the lowest and highest value of the scale */
  g_string_printf (out,
                   rater == FRAM_RATER_PARTICIPANT
                       ? _ ("%1$s. %2$s, own rating: %3$d on a scale from %4$d to %5$d.")
                       : _ ("%1$s. %2$s, rated by the case worker: %3$d on a scale from %4$d to %5$d."),
                   day, series->name, point->value, series->lowest, series->highest);
  if (!point->counts)
    add_sentence (out, _ ("A later rating of the same day counts instead."));
  if (point->is_step)
    add_sentence (out, _ ("A step forward: higher than ever before, and held at the next talk."));
  if (point->is_new_high)
    add_sentence (out, _ ("Higher than ever before; the next talk shows whether it holds."));
  if (point->is_dip)
    add_sentence (out, _ ("Lower than at the talk before."));
  if (point->note != NULL && *point->note != '\0')
    {
      /* Translators: what was said about a rating */
      g_autofree char *note = g_strdup_printf (_ ("Note: %s"), point->note);

      add_sentence (out, note);
    }
  return g_string_free (out, FALSE);
}

static void
add_hours (GString *out, const FramProgressWeek *week)
{
  g_autofree char *attended = fram_minutes_to_words (week->attended_minutes);
  g_autofree char *planned = fram_minutes_to_words (week->planned_minutes);
  g_autofree char *text = NULL;

  if (week->attended_minutes < 0)
    text = g_strdup (week->counted > 0 ? _ ("How long is not known.") : _ ("Nothing is marked."));
  else if (week->planned_minutes < 0)
    /* Translators: "12 hours" */
    text = g_strdup_printf (_ ("Present %s."), attended);
  else
    /* Translators: hours present and hours planned: "Present 12 hours, planned 14 hours." */
    text = g_strdup_printf (_ ("Present %1$s, planned %2$s."), attended, planned);
  add_sentence (out, text);
  if (week->rate >= 0)
    {
      g_autofree char *rate = g_strdup_printf (_ ("Attendance %d percent over four weeks."), week->rate);

      add_sentence (out, rate);
    }
}

/**
 * fram_progress_week_to_words:
 * @week: a week, finished
 *
 * Returns: (transfer full): "Week 46, 9–15 November 2026. Present 15 hours, planned 16 hours. Attendance 91 percent over
 *   four weeks. A step forward: more hours, held for three weeks."
 */
char *
fram_progress_week_to_words (const FramProgressWeek *week)
{
  g_autofree char *days = fram_date_range_to_text (week->monday, week->monday + 6);
  GString *out = g_string_new (NULL);

  /* Translators: number of a week, and its days */
  g_string_printf (out, _ ("Week %1$d, %2$s."), fram_date_get_iso_week (week->monday, NULL), days);
  if (week->state == FRAM_WEEK_PAUSE)
    add_sentence (out, _ ("Agreed leave."));
  else if (week->state == FRAM_WEEK_CLOSED)
    add_sentence (out, _ ("The house was closed."));
  else
    add_hours (out, week);
  if (week->is_step)
    add_sentence (out, _ ("A step forward: more hours, held for three weeks."));
  if (week->is_dip)
    add_sentence (out, _ ("Part of a time with fewer hours than before."));
  return g_string_free (out, FALSE);
}
