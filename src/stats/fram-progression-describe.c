#include "fram-progression-private.h"

#include "fram-text.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* The chart for who does not see it: the same facts in the same order, a sentence a line. */

static void
add_line (GString *out, char *line)
{
  if (out->len > 0)
    g_string_append_c (out, '\n');
  g_string_append (out, line);
  g_free (line);
}

static void
add_weeks (GString *out, const FramProgression *self)
{
  g_autofree char *days = fram_date_range_to_text (self->from, self->to);
  guint shut = 0;

  for (guint i = 0; i < self->weeks->len; i++)
    shut += g_array_index (self->weeks, FramProgressWeek, i).state != FRAM_WEEK_OPEN;
  /* Translators: days from – to, and how many weeks those are */
  add_line (out, g_strdup_printf (ngettext ("%1$s: %2$u week.", "%1$s: %2$u weeks.", self->weeks->len), days,
                                  self->weeks->len));
  if (shut > 0)
    {
      g_autofree char *small = fram_number_to_words (shut);
      g_autofree char *number = fram_text_capitalise (small);

      /* Translators: a number as a word that begins the sentence: "Four" */
      add_line (out, g_strdup_printf (ngettext ("One week of leave or with the house closed.",
                                                "%s weeks of leave or with the house closed.", shut),
                                      number));
    }
}

static void
add_talks (GString *out, const FramProgression *self)
{
  guint n = self->talks->len;
  g_autofree char *number = fram_number_to_words (n);
  g_autofree char *first = NULL, *last = NULL;

  if (n == 0)
    return;
  first = fram_date_to_day_month (g_array_index (self->talks, FramDate, 0));
  last = fram_date_to_day_month (g_array_index (self->talks, FramDate, n - 1));
  if (n == 1)
    add_line (out, g_strdup_printf (_ ("One talk with ratings, on %s."), first));
  else
    /* Translators: a number as a word, the day of the first and of the last talk */
    add_line (out, g_strdup_printf (_ ("Talks with ratings: %1$s, the first on %2$s, the last on %3$s."), number, first,
                                    last));
}

/* "own rating from 2 to 4" */
static char *
side_words (const FramProgressionChange *change, guint n_points)
{
  gboolean own = change->rater == FRAM_RATER_PARTICIPANT;

  if (change->before == 0 || change->after == 0)
    return g_strdup_printf (own ? _ ("own rating %d, rated once") : _ ("the case worker's %d, rated once"),
                            MAX (change->before, change->after));
  if (change->before == change->after)
    return g_strdup_printf (own ? _ ("own rating %d as before") : _ ("the case worker's %d as before"), change->after);
  if (n_points > 2)
    /* Translators: first and last value, and how many ratings there are */
    return g_strdup_printf (own ? _ ("own rating from %1$d to %2$d in %3$u ratings")
                                : _ ("the case worker's from %1$d to %2$d in %3$u ratings"),
                            change->before, change->after, n_points);
  return g_strdup_printf (own ? _ ("own rating from %1$d to %2$d") : _ ("the case worker's from %1$d to %2$d"),
                          change->before, change->after);
}

static guint
count_points (const GArray *points)
{
  guint n = 0;

  for (guint i = 0; i < points->len; i++)
    n += g_array_index (points, FramRatingPoint, i).counts;
  return n;
}

static gboolean
is_told (const FramProgression *self, const FramProgressionChange *change, guint raters, guint64 shown, gboolean belief)
{
  const FramIndicatorSeries *series = fram_progression_get_series (self, change->series);

  return (raters & (1u << change->rater)) != 0 && fram_progression_is_shown (change->series, shown) &&
         (belief || !fram_progression_is_belief (series, change->rater));
}

static void
add_questions (GString *out, const FramProgression *self, guint raters, guint64 shown, gboolean belief)
{
  FramProgressionSpan all = { G_MININT32 + 1, G_MAXINT32 };
  g_autoptr (GArray) changes = fram_progression_compare (self, &all);

  for (guint i = 0; i < changes->len;)
    {
      guint at = g_array_index (changes, FramProgressionChange, i).series;
      const FramIndicatorSeries *series = fram_progression_get_series (self, at);
      g_autoptr (GPtrArray) sides = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *text = NULL;

      for (; i < changes->len && g_array_index (changes, FramProgressionChange, i).series == at; i++)
        {
          const FramProgressionChange *change = &g_array_index (changes, FramProgressionChange, i);

          if (is_told (self, change, raters, shown, belief))
            g_ptr_array_add (sides, side_words (change, count_points (series->points[change->rater])));
        }
      if (sides->len == 0)
        continue;
      g_ptr_array_add (sides, NULL);
      text = g_strjoinv (", ", (char **)sides->pdata);
      /* Translators: a question, and how both sides rated it */
      add_line (out, g_strdup_printf (_ ("%1$s: %2$s."), series->name, text));
    }
}

static gboolean
step_is_told (const FramStepForward *step, guint raters, guint64 shown)
{
  return step->kind != FRAM_STEP_RATING ||
         ((raters & (1u << step->rater)) != 0 && fram_progression_is_shown (step->series, shown));
}

static void
add_steps (GString *out, const FramProgression *self, guint raters, guint64 shown)
{
  gboolean begun = FALSE;

  for (guint i = 0; i < self->steps->len; i++)
    {
      const FramStepForward *step = g_ptr_array_index (self->steps, i);
      g_autofree char *day = fram_date_to_day_month (step->day);

      if (!step_is_told (step, raters, shown))
        continue;
      if (!begun)
        add_line (out, g_strdup (_ ("Steps forward:")));
      begun = TRUE;
      /* Translators: a day, and the step that was taken then */
      add_line (out, g_strdup_printf (_ ("%1$s: %2$s"), day, step->text));
    }
}

/**
 * fram_progression_describe:
 * @self: a progression, finished
 * @raters: bits of the sides that are told
 * @shown: bits of the series that are told
 * @belief: whether the case worker's own belief is told, where it is in the data
 *
 * Returns: (transfer full): what the picture shows, a sentence a line: what fram_progression_to_words() says, weeks and
 *   talks, each question from the start until now on both sides, steps forward
 */
char *
fram_progression_describe (const FramProgression *self, guint raters, guint64 shown, gboolean belief)
{
  GString *out = g_string_new (NULL);

  add_line (out, fram_progression_to_words (self, NULL, raters, shown));
  add_weeks (out, self);
  if (self->sees_ratings)
    {
      add_talks (out, self);
      add_questions (out, self, raters, shown, belief);
    }
  add_steps (out, self, raters, shown);
  return g_string_free (out, FALSE);
}
