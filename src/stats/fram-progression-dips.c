#include "fram-progression-private.h"

#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* Of more months than these only the number is told. */
#define MOST_MONTHS 4
#define MOST_NAMES  3

static void
add_dip (GArray *dips, FramDate day, gboolean turned, int series)
{
  FramProgressionDip dip = { day, turned, series };

  g_array_append_val (dips, dip);
}

/* One dip reaches from where it goes down until what was before is there again; its day is the lowest. What is lower now
 * than at first is told as that, and not as a dip. */
static void
add_of_side (const FramIndicatorSeries *series, int n, FramRater rater, const FramProgressionSpan *span, GArray *dips)
{
  const FramRatingPoint *first = NULL, *before = NULL, *lowest = NULL;
  int had = 0;

  for (guint i = 0; i < series->points[rater]->len; i++)
    {
      const FramRatingPoint *point = &g_array_index (series->points[rater], FramRatingPoint, i);

      if (!point->counts || point->day < span->from || point->day > span->to)
        continue;
      if (lowest != NULL && point->value >= had)
        {
          add_dip (dips, lowest->day, TRUE, n);
          lowest = NULL;
        }
      else if (lowest != NULL)
        lowest = point->value < lowest->value ? point : lowest;
      else if (before != NULL && point->value < before->value)
        {
          lowest = point;
          had = before->value;
        }
      first = first != NULL ? first : point;
      before = point;
    }
  if (lowest != NULL && before->value >= first->value)
    add_dip (dips, lowest->day, FALSE, n);
}

static void
add_of_weeks (const FramProgression *self, const FramProgressionSpan *span, GArray *dips)
{
  FramProgressionPeriod period = fram_progression_compare_weeks (self, span);
  const FramProgressWeek *lowest = NULL;

  for (guint i = 0; i < self->weeks->len; i++)
    {
      const FramProgressWeek *week = &g_array_index (self->weeks, FramProgressWeek, i);

      if (week->monday + 6 < span->from || week->monday > span->to || !fram_progression_week_counts (self, week))
        continue;
      if (week->is_dip)
        lowest = lowest == NULL || week->attended_minutes < lowest->attended_minutes ? week : lowest;
      else if (lowest != NULL)
        {
          add_dip (dips, lowest->monday, TRUE, -1);
          lowest = NULL;
        }
    }
  if (lowest != NULL && period.minutes_after >= period.minutes_before)
    add_dip (dips, lowest->monday, FALSE, -1);
}

static int
compare_dips (gconstpointer a, gconstpointer b)
{
  const FramProgressionDip *x = a, *y = b;

  if (x->day != y->day)
    return x->day < y->day ? -1 : 1;
  return (x->series > y->series) - (x->series < y->series);
}

GArray *
fram_progression_find_dips (const FramProgression *self, const FramProgressionSpan *span, guint raters, guint64 shown)
{
  GArray *dips = g_array_new (FALSE, FALSE, sizeof (FramProgressionDip));
  FramProgressionSpan weeks = *span;

  for (guint i = 0; self->sees_ratings && i < self->series->len; i++)
    for (guint rater = 0; rater < FRAM_N_RATERS; rater++)
      {
        const FramIndicatorSeries *series = fram_progression_get_series (self, i);

        if ((raters & (1u << rater)) != 0 && fram_progression_is_shown (i, shown) &&
            !fram_progression_is_belief (series, rater))
          add_of_side (series, (int)i, rater, span, dips);
      }
  if (fram_progression_is_whole (self, span))
    weeks = (FramProgressionSpan){ self->from, self->to };
  if (self->sees_attendance)
    add_of_weeks (self, &weeks, dips);
  g_array_sort (dips, compare_dips);
  return dips;
}

static char *
month_of (FramDate day, FramDate today)
{
  int y, m, this_year, unused;

  fram_date_get_ymd (day, &y, &m, &unused);
  fram_date_get_ymd (today, &this_year, &unused, &unused);
  /* Translators: month and year: "October 2025" */
  return y == this_year ? g_strdup (fram_month_name (m))
                        : g_strdup_printf (C_ ("date", "%1$s %2$d"), fram_month_name (m), y);
}

static void
add_once (GPtrArray *texts, char *text)
{
  if (g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL))
    g_free (text);
  else
    g_ptr_array_add (texts, text);
}

static GPtrArray *
months_of (const FramProgression *self, const GArray *dips, gboolean turned)
{
  GPtrArray *months = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < dips->len; i++)
    {
      const FramProgressionDip *dip = &g_array_index (dips, FramProgressionDip, i);

      if (dip->turned == turned)
        add_once (months, month_of (dip->day, self->today));
    }
  return months;
}

/* "“Everyday life”, “Health” and two more" */
static char *
names_of (const FramProgression *self, const GArray *dips)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < dips->len; i++)
    {
      const FramProgressionDip *dip = &g_array_index (dips, FramProgressionDip, i);

      if (!dip->turned && dip->series < 0)
        add_once (names, g_strdup (_ ("hours a week")));
      else if (!dip->turned)
        /* Translators: the name of a question, in the quotation marks of the language */
        add_once (names, g_strdup_printf (C_ ("question", "“%s”"),
                                          fram_indicator_series_get_short_name (
                                              fram_progression_get_series (self, (guint)dip->series))));
    }
  return fram_names_join (names, MOST_NAMES);
}

static char *
turned_words (const GPtrArray *months)
{
  g_autofree char *number = fram_number_to_words (months->len);
  g_autofree char *list = fram_texts_join (months);

  if (months->len > MOST_MONTHS)
    /* Translators: a number as a word: "five" */
    return g_strdup_printf (_ ("Dips in %s different months, now turned."), number);
  /* Translators: one month or more: "October", "May and October" */
  return g_strdup_printf (ngettext ("A dip in %s, now turned.", "Dips in %s, now turned.", months->len), list);
}

static char *
open_words (const GPtrArray *months, const char *names)
{
  g_autofree char *number = fram_number_to_words (months->len);
  g_autofree char *list = fram_texts_join (months);

  if (months->len > MOST_MONTHS)
    /* Translators: a number as a word, and the questions it is about */
    return g_strdup_printf (_ ("Dips in %1$s different months that have not turned yet: %2$s."), number, names);
  /* Translators: one month or more, and the questions it is about */
  return g_strdup_printf (ngettext ("A dip in %1$s that has not turned yet: %2$s.",
                                    "Dips in %1$s that have not turned yet: %2$s.", months->len),
                          list, names);
}

/**
 * fram_progression_dips_to_words:
 * @self: a progression
 * @dips: of fram_progression_find_dips()
 *
 * Returns: (transfer full) (nullable): "A dip in October, now turned."; what has not turned is named; %NULL for none
 */
char *
fram_progression_dips_to_words (const FramProgression *self, const GArray *dips)
{
  g_autoptr (GPtrArray) turned = months_of (self, dips, TRUE);
  g_autoptr (GPtrArray) open = months_of (self, dips, FALSE);
  g_autofree char *names = names_of (self, dips);
  g_autofree char *first = turned->len > 0 ? turned_words (turned) : NULL;
  g_autofree char *second = open->len > 0 ? open_words (open, names) : NULL;

  if (first != NULL && second != NULL)
    return g_strdup_printf ("%s %s", first, second);
  return first != NULL ? g_steal_pointer (&first) : g_steal_pointer (&second);
}
