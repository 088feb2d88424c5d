#include "fram-progression-private.h"

#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* What a chart shows between two talks. It begins with what holds; what is lower is said too, and that there is little to
 * go by. Nothing is summed up in one figure, and nothing is foretold. */

#define MOST_NAMES 3

/* How one side of the questions has changed. */
typedef struct
{
  guint total;
  guint higher;
  guint same;
  guint lower;
  GPtrArray *lower_names;            /* borrowed */
  const FramProgressionChange *only; /* borrowed: where there is one question */
} SideCount;

static void
count_side (const FramProgression *self, const GArray *changes, FramRater rater, guint64 shown, SideCount *count)
{
  *count = (SideCount){ .lower_names = g_ptr_array_new () };
  for (guint i = 0; i < changes->len; i++)
    {
      const FramProgressionChange *change = &g_array_index (changes, FramProgressionChange, i);
      const FramIndicatorSeries *series = fram_progression_get_series (self, change->series);

      if (change->rater != rater || change->before == 0 || change->after == 0 ||
          !fram_progression_is_shown (change->series, shown) || fram_progression_is_belief (series, rater))
        continue;
      count->total++;
      count->only = change;
      count->higher += change->after > change->before;
      count->same += change->after == change->before;
      if (change->after < change->before)
        g_ptr_array_add (count->lower_names, (char *)fram_indicator_series_get_short_name (series));
    }
  count->lower = count->lower_names->len;
}

/* "nine of ten own areas" */
static char *
own_areas (guint n, guint total)
{
  g_autofree char *some = fram_number_of_areas_to_words (n, total), *all = fram_number_to_words (total);

  if (n < total)
    /* Translators: numbers as words: "nine of ten own areas", "one of three own areas" */
    return g_strdup_printf (_ ("%1$s of %2$s own areas"), some, all);
  if (total == 2)
    return g_strdup (_ ("both own areas"));
  /* Translators: a number as a word: "all ten own areas" */
  return g_strdup_printf (_ ("all %s own areas"), all);
}

static char *
areas (guint n, guint total)
{
  g_autofree char *some = fram_number_of_areas_to_words (n, total), *all = fram_number_to_words (total);

  if (n < total)
    /* Translators: numbers as words: "nine of ten areas", "one of three areas" */
    return g_strdup_printf (_ ("%1$s of %2$s areas"), some, all);
  if (total == 2)
    return g_strdup (_ ("both areas"));
  /* Translators: a number as a word: "all ten areas" */
  return g_strdup_printf (_ ("all %s areas"), all);
}

static char *
side_phrase (guint n, guint total, FramRater rater)
{
  return rater == FRAM_RATER_PARTICIPANT ? own_areas (n, total) : areas (n, total);
}

static void
add_only (const FramProgression *self, const FramProgressionChange *only, GPtrArray *holds, GPtrArray *lower)
{
  const char *name = fram_indicator_series_get_short_name (fram_progression_get_series (self, only->series));

  if (only->after == only->before)
    /* Translators: a question and its value */
    g_ptr_array_add (holds, g_strdup_printf (_ ("“%1$s” %2$d as before"), name, only->after));
  else
    /* Translators: a question and its values: "“How are you?” from 2 to 4" */
    g_ptr_array_add (only->after > only->before ? holds : lower,
                     g_strdup_printf (_ ("“%1$s” from %2$d to %3$d"), name, only->before, only->after));
}

static void
add_side (const FramProgression *self, const SideCount *count, FramRater rater, GPtrArray *holds, GPtrArray *lower)
{
  if (count->total == 1)
    {
      add_only (self, count->only, holds, lower);
      return;
    }
  if (count->higher > 0)
    {
      g_autofree char *phrase = side_phrase (count->higher, count->total, rater);

      /* Translators: "nine of ten own areas higher" */
      g_ptr_array_add (holds, g_strdup_printf (_ ("%s higher"), phrase));
    }
  else if (count->same > 0)
    {
      g_autofree char *phrase = side_phrase (count->same, count->total, rater);

      /* Translators: "all ten own areas as before" */
      g_ptr_array_add (holds, g_strdup_printf (_ ("%s as before"), phrase));
    }
  if (count->lower > 0)
    {
      g_autofree char *phrase = side_phrase (count->lower, count->total, rater);
      g_autofree char *names = fram_names_join (count->lower_names, MOST_NAMES);

      /* Translators: "two of ten own areas (Health and Everyday life)" */
      g_ptr_array_add (lower, g_strdup_printf (_ ("%1$s (%2$s)"), phrase, names));
    }
}

/* Hours are compared as they are told, to half an hour. */
static void
add_hours (const FramProgressionPeriod *period, GPtrArray *holds, GPtrArray *lower)
{
  g_autofree char *before = fram_minutes_to_hours (period->minutes_before);
  g_autofree char *after = fram_minutes_to_hours (period->minutes_after);
  g_autofree char *words = fram_minutes_to_words (period->minutes_after);

  if (period->weeks == 0)
    return;
  if (g_str_equal (before, after))
    /* Translators: "12 hours" */
    g_ptr_array_add (holds, g_strdup_printf (_ ("%s a week as before"), words));
  else if (period->minutes_after > period->minutes_before)
    /* Translators: hours: "from 4 to 16 hours a week" */
    g_ptr_array_add (holds, g_strdup_printf (_ ("from %1$s to %2$s a week"), before, words));
  else
    /* Translators: hours: "from 16 to 12 hours a week" */
    g_ptr_array_add (lower, g_strdup_printf (_ ("from %1$s to %2$s a week"), before, words));
}

static void
add_rate (const FramProgressionPeriod *period, GPtrArray *holds, GPtrArray *lower)
{
  if (period->rate_before < 0 || period->rate_after < 0)
    return;
  if (period->rate_after == period->rate_before)
    g_ptr_array_add (holds, g_strdup_printf (_ ("attendance %d percent as before"), period->rate_after));
  else
    /* Translators: "attendance from 75 to 91 percent" */
    g_ptr_array_add (
        period->rate_after > period->rate_before ? holds : lower,
        g_strdup_printf (_ ("attendance from %1$d to %2$d percent"), period->rate_before, period->rate_after));
}

/* "Since the start: …" or, where nothing holds, "Lower since the start: …". */
static char *
lead (const FramProgression *self, const FramProgressionSpan *span, gboolean lower, const char *what)
{
  FramProgressionSpan whole;
  g_autofree char *from = fram_date_to_near_words (span->from, self->today);
  g_autofree char *to = fram_date_to_near_words (span->to, self->today);

  fram_progression_whole_span (self, &whole);
  if (fram_progression_is_whole (self, span))
    return g_strdup_printf (lower ? _ ("Lower since the start: %s.") : _ ("Since the start: %s."), what);
  if (span->to >= whole.to)
    /* Translators: day of a talk, and what has changed */
    return g_strdup_printf (lower ? _ ("Lower since the talk on %1$s: %2$s.") : _ ("Since the talk on %1$s: %2$s."),
                            from, what);
  /* Translators: days of two talks, and what has changed */
  return g_strdup_printf (lower ? _ ("Lower from the talk on %1$s to the one on %2$s: %3$s.")
                                : _ ("From the talk on %1$s to the one on %2$s: %3$s."),
                          from, to, what);
}

static void
add_sentence (GString *out, char *sentence)
{
  if (sentence != NULL && out->len > 0)
    g_string_append_c (out, ' ');
  if (sentence != NULL)
    g_string_append (out, sentence);
  g_free (sentence);
}

static void
add_findings (GString *out, const FramProgression *self, const FramProgressionSpan *span, const GPtrArray *holds,
              const GPtrArray *lower)
{
  g_autofree char *good = g_strjoinv (", ", (char **)holds->pdata);
  g_autofree char *bad = g_strjoinv (", ", (char **)lower->pdata);

  if (*good != '\0')
    add_sentence (out, lead (self, span, FALSE, good));
  if (*bad != '\0' && *good == '\0')
    add_sentence (out, lead (self, span, TRUE, bad));
  else if (*bad != '\0')
    /* Translators: what is lower than before: "Lower now: one of ten own areas (Health)." */
    add_sentence (out, g_strdup_printf (_ ("Lower now: %s."), bad));
}

/* The case worker's side is a sentence of its own, so that nobody takes it for the participant's. */
static void
add_case_worker (GString *out, const FramProgression *self, const SideCount *count)
{
  g_autoptr (GPtrArray) holds = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) lower = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *good = NULL, *bad = NULL;

  add_side (self, count, FRAM_RATER_CASE_WORKER, holds, lower);
  g_ptr_array_add (holds, NULL);
  g_ptr_array_add (lower, NULL);
  good = g_strjoinv (", ", (char **)holds->pdata);
  bad = g_strjoinv (", ", (char **)lower->pdata);
  if (*good != '\0' && *bad != '\0')
    /* Translators: "As the case worker sees it: six of ten areas higher; lower: one of ten areas (Health)." */
    add_sentence (out, g_strdup_printf (_ ("As the case worker sees it: %1$s; lower: %2$s."), good, bad));
  else if (*good != '\0')
    /* Translators: "As the case worker sees it: six of ten areas higher." */
    add_sentence (out, g_strdup_printf (_ ("As the case worker sees it: %s."), good));
  else if (*bad != '\0')
    /* Translators: "As the case worker sees it, lower: one of ten areas (Health)." */
    add_sentence (out, g_strdup_printf (_ ("As the case worker sees it, lower: %s."), bad));
}

static guint
count_known_weeks (const FramProgression *self)
{
  guint n = 0;

  for (guint i = 0; i < self->weeks->len; i++)
    n += fram_progression_week_counts (self, &g_array_index (self->weeks, FramProgressWeek, i));
  return n;
}

/* Where there is little to go by, the picture says so. */
static void
add_little (GString *out, const FramProgression *self, const FramProgressionPeriod *period, guint compared)
{
  guint weeks = count_known_weeks (self);
  g_autofree char *number = fram_number_to_words (weeks);

  if (self->sees_attendance && period->weeks == 0 && weeks == 0)
    add_sentence (out, g_strdup (_ ("No whole week of attendance so far.")));
  else if (self->sees_attendance && period->weeks == 0)
    /* Translators: a number as a word: "Attendance of three weeks so far: too little to compare." */
    add_sentence (out, g_strdup_printf (ngettext ("Attendance of one week so far: too little to compare.",
                                                  "Attendance of %s weeks so far: too little to compare.", weeks),
                                        number));
  if (!self->sees_ratings || compared > 0)
    return;
  if (self->talks->len == 0)
    add_sentence (out, g_strdup (_ ("No talk with ratings so far.")));
  else if (self->talks->len == 1)
    add_sentence (out, g_strdup (period->weeks > 0 ? _ ("Only one talk so far: there are no ratings to compare yet.")
                                                   : _ ("Only one talk so far: there is nothing to compare yet.")));
  else
    add_sentence (out, g_strdup (_ ("No question was rated in both talks.")));
}

/**
 * fram_progression_to_words:
 * @self: a progression, finished
 * @span: (nullable): two talks, else from the start until now
 * @raters: bits of the sides that are told
 * @shown: bits of the series that are told
 *
 * Returns: (transfer full): "Since the start: from 4 to 16 hours a week, attendance from 75 to 91 percent, nine of ten own
 *   areas higher. A dip in October, now turned."
 */
char *
fram_progression_to_words (const FramProgression *self, const FramProgressionSpan *span, guint raters, guint64 shown)
{
  FramProgressionSpan between = fram_progression_resolve (self, span);
  FramProgressionPeriod period = fram_progression_compare_weeks (self, &between);
  g_autoptr (GArray) changes = fram_progression_compare (self, &between);
  g_autoptr (GArray) dips = fram_progression_find_dips (self, &between, raters, shown);
  g_autoptr (GPtrArray) holds = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) lower = g_ptr_array_new_with_free_func (g_free);
  GString *out = g_string_new (NULL);
  SideCount own, other;

  count_side (self, changes, FRAM_RATER_PARTICIPANT, shown, &own);
  count_side (self, changes, FRAM_RATER_CASE_WORKER, shown, &other);
  add_hours (&period, holds, lower);
  add_rate (&period, holds, lower);
  if ((raters & (1u << FRAM_RATER_PARTICIPANT)) != 0)
    add_side (self, &own, FRAM_RATER_PARTICIPANT, holds, lower);
  g_ptr_array_add (holds, NULL);
  g_ptr_array_add (lower, NULL);
  add_findings (out, self, &between, holds, lower);
  if ((raters & (1u << FRAM_RATER_CASE_WORKER)) != 0)
    add_case_worker (out, self, &other);
  add_sentence (out, fram_progression_dips_to_words (self, dips));
  add_little (out, self, &period, own.total + other.total);
  g_ptr_array_unref (own.lower_names);
  g_ptr_array_unref (other.lower_names);
  return g_string_free (out, FALSE);
}
