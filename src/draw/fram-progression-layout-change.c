#include "fram-progression-layout-private.h"

#include "fram-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The start against now, or two talks: for each side of each question where it was and where it is. */

#define NAMES  230.0
#define WIDEST 560.0 /* of the scale */
#define SIDE   17.0  /* of one side */
#define ROW    8.0   /* between questions */

/* --- what is compared --- */

/* The first and the last talk where none are chosen. */
static FramProgressionSpan
get_span (const FramProgressionLayout *self)
{
  const GArray *talks = self->progression->talks;
  FramProgressionSpan span = self->view.span;

  if (span.from == FRAM_DATE_NONE && talks->len > 0)
    span.from = g_array_index (talks, FramDate, 0);
  if (span.to == FRAM_DATE_NONE && talks->len > 0)
    span.to = g_array_index (talks, FramDate, talks->len - 1);
  return span;
}

/**
 * fram_progression_layout_find_span:
 * @series: a question
 * @rater: a side
 * @before: (out): index of its first rating in the span that counts, or -1
 * @after: (out): of the last, or -1
 *
 * As fram_progression_compare() has them: one alone is what was where it is of the first talk, else what is.
 *
 * Returns: whether there are any
 */
gboolean
fram_progression_layout_find_span (const FramProgressionLayout *self, guint series, FramRater rater, int *before,
                                   int *after)
{
  const GArray *points = fram_progression_layout_series (self, series)->points[rater];
  FramProgressionSpan span = get_span (self);

  *before = *after = -1;
  if (!fram_progression_layout_shows (self, series, rater))
    return FALSE;
  for (guint i = 0; i < points->len; i++)
    {
      const FramRatingPoint *point = &g_array_index (points, FramRatingPoint, i);

      if (!point->counts || point->day < span.from || point->day > span.to)
        continue;
      if (*before < 0)
        *before = (int)i;
      *after = (int)i;
    }
  if (*after < 0)
    return FALSE;
  if (*before != *after)
    return TRUE;
  if (g_array_index (points, FramRatingPoint, (guint)*after).day == span.from)
    *after = -1;
  else
    *before = -1;
  return TRUE;
}

/**
 * fram_progression_layout_span_to_words:
 * @series: a question
 * @rater: a side
 *
 * Returns: (transfer full): what it was and is: "2 → 4", or the one there is
 */
char *
fram_progression_layout_span_to_words (const FramProgressionLayout *self, guint series, FramRater rater)
{
  const GArray *points = fram_progression_layout_series (self, series)->points[rater];
  int before, after;

  if (!fram_progression_layout_find_span (self, series, rater, &before, &after))
    return g_strdup ("");
  if (before < 0)
    return g_strdup_printf ("%d", g_array_index (points, FramRatingPoint, (guint)after).value);
  if (after < 0)
    /* Translators: a rating that was given then, and not now */
    return g_strdup_printf (C_ ("progression", "%d → –"), g_array_index (points, FramRatingPoint, (guint)before).value);
  /* Translators: a rating then and now: "2 → 4" */
  return g_strdup_printf (C_ ("progression", "%1$d → %2$d"),
                          g_array_index (points, FramRatingPoint, (guint)before).value,
                          g_array_index (points, FramRatingPoint, (guint)after).value);
}

/* How many sides of a question there are to compare. */
guint
fram_progression_layout_count_spans (const FramProgressionLayout *self, guint series)
{
  int before, after;
  guint n = 0;

  for (guint rater = 0; rater < FRAM_N_RATERS; rater++)
    n += fram_progression_layout_find_span (self, series, (FramRater)rater, &before, &after);
  return n;
}

static char *
span_words (const FramProgressionLayout *self)
{
  FramProgressionSpan span = get_span (self);

  return span.from != FRAM_DATE_NONE ? fram_date_range_to_text (span.from, MAX (span.from, span.to)) : NULL;
}

/* Which set it is, and between which talks; to be written at the top of a card. */
void
fram_progression_layout_write_span (FramProgressionLayout *self, guint set)
{
  const FramProgressionSet *of = g_ptr_array_index (self->progression->sets, set);
  FramProgressionWriting title = { FRAM_PROGRESSION_LABEL_TITLE, of->name, TRUE, FRAM_PROGRESSION_INK, -1 };
  FramProgressionWriting days = { FRAM_PROGRESSION_LABEL_STATE, NULL, FALSE, FRAM_PROGRESSION_DIM, -1 };
  g_autofree char *words = span_words (self);
  double pad = FRAM_PROGRESSION_PAD * self->s, line = fram_progression_layout_line (self);

  self->y += pad;
  fram_progression_layout_write (self, &title, pad, self->y + line / 2, self->view.width - 2 * pad);
  self->y += line;
  days.text = words;
  if (words != NULL)
    fram_progression_layout_write (self, &days, pad, self->y + line / 2, self->view.width - 2 * pad);
  self->y += line * 1.4;
}

/* --- a row --- */

static double
x_of_value (const FramProgressionRect *plot, const FramIndicatorSeries *series, int value)
{
  double range = MAX (series->highest - series->lowest, 1);

  return plot->x + (CLAMP (value, series->lowest, series->highest) - series->lowest) / range * plot->width;
}

static guint
add_end (FramProgressionLayout *self, guint panel, guint series, FramRater rater, int index, double y)
{
  const FramProgressionRect plot = fram_progression_layout_panel (self, panel)->plot;
  const FramIndicatorSeries *of = fram_progression_layout_series (self, series);
  int value = g_array_index (of->points[rater], FramRatingPoint, (guint)index).value;

  return fram_progression_layout_add_point (self, panel, series, rater, (guint)index, x_of_value (&plot, of, value), y);
}

static void
add_side (FramProgressionLayout *self, guint panel, guint series, FramRater rater, double y)
{
  const FramProgressionRect plot = fram_progression_layout_panel (self, panel)->plot;
  g_autofree char *text = fram_progression_layout_span_to_words (self, series, rater);
  FramProgressionWriting words = { FRAM_PROGRESSION_LABEL_VALUE, text, TRUE, (int)rater, -1 };
  guint from = 0, to;
  int before, after;

  fram_progression_layout_find_span (self, series, rater, &before, &after);
  if (before >= 0)
    {
      from = add_end (self, panel, series, rater, before, y);
      fram_progression_layout_mark_before (self, from);
    }
  if (after >= 0)
    {
      to = add_end (self, panel, series, rater, after, y);
      if (before >= 0)
        fram_progression_layout_join (self, from, to);
    }
  fram_progression_layout_write (self, &words, plot.x + plot.width + 16 * self->s, y, G_MAXDOUBLE);
}

static gboolean
is_stacked (const FramProgressionLayout *self)
{
  return self->view.width / self->s < FRAM_PROGRESSION_NARROW;
}

/* Where values stand: after the names, or below them in a narrow view; "10 → 10" fits after it. */
static FramProgressionRect
scale_rect (const FramProgressionLayout *self)
{
  double pad = FRAM_PROGRESSION_PAD * self->s;
  double x = pad + (is_stacked (self) ? 8 : NAMES) * self->s;
  double after = fram_progression_layout_text_width (self, "10 → 10", TRUE) + 22 * self->s;

  return (FramProgressionRect){ x, 0, CLAMP (self->view.width - pad - x - after, 1, WIDEST * self->s), 0 };
}

static void
write_name (FramProgressionLayout *self, const FramIndicatorSeries *series, double middle)
{
  double pad = FRAM_PROGRESSION_PAD * self->s;
  double room = is_stacked (self) ? self->view.width - 2 * pad : (NAMES - 20) * self->s;
  FramProgressionWriting name = { FRAM_PROGRESSION_LABEL_TITLE, series->name, TRUE, FRAM_PROGRESSION_INK, -1 };

  if (series->short_name != NULL && fram_progression_layout_text_width (self, series->name, TRUE) > room)
    name.text = series->short_name;
  fram_progression_layout_write (self, &name, pad, middle, room);
}

static void
add_rules (FramProgressionLayout *self, const FramIndicatorSeries *series, const FramProgressionRect *plot)
{
  for (int value = series->lowest; value <= series->highest; value++)
    {
      double x = x_of_value (plot, series, value);

      fram_progression_layout_add_segment (self, FRAM_PROGRESSION_RULE, x, plot->y, x, plot->y + plot->height);
    }
}

static void
add_row (FramProgressionLayout *self, guint series)
{
  const FramIndicatorSeries *of = fram_progression_layout_series (self, series);
  double line = fram_progression_layout_line (self), top = self->y,
         side = MAX (SIDE * self->stretch, FRAM_PROGRESSION_LINE) * self->s;
  guint n = fram_progression_layout_count_spans (self, series), panel;
  FramProgressionRect plot = scale_rect (self);
  int before, after;

  if (is_stacked (self))
    self->y += line;
  plot.y = self->y;
  plot.height = n * side;
  write_name (self, of, is_stacked (self) ? top + line / 2 : plot.y + plot.height / 2);
  add_rules (self, of, &plot);
  self->y = plot.y + plot.height + ROW * self->s;
  panel = fram_progression_layout_add_panel (self, (int)series,
                                             (FramProgressionRect){ 0, top, self->view.width, self->y - top }, plot);
  for (guint rater = 0, row = 0; rater < FRAM_N_RATERS; rater++)
    if (fram_progression_layout_find_span (self, series, (FramRater)rater, &before, &after))
      add_side (self, panel, series, (FramRater)rater, plot.y + (row++ + 0.5) * side);
}

/* --- sets --- */

/* Numbers of a scale, above the questions that have it. */
static void
write_scale (FramProgressionLayout *self, const FramIndicatorSeries *series)
{
  FramProgressionRect plot = scale_rect (self);
  double line = fram_progression_layout_line (self);

  for (int value = series->lowest; value <= series->highest; value++)
    {
      g_autofree char *text = g_strdup_printf ("%d", value);
      FramProgressionWriting writing = { FRAM_PROGRESSION_LABEL_SCALE, text, FALSE, FRAM_PROGRESSION_DIM, -1 };

      fram_progression_layout_try (self, &writing,
                                   x_of_value (&plot, series, value) -
                                       fram_progression_layout_text_width (self, text, FALSE) / 2,
                                   self->y + line / 2);
    }
  self->y += line * 1.2;
}

static void
add_set (FramProgressionLayout *self, guint set)
{
  const FramIndicatorSeries *last = NULL;
  double top = self->y;

  fram_progression_layout_write_span (self, set);
  for (guint i = 0; i < self->progression->series->len; i++)
    {
      const FramIndicatorSeries *series = fram_progression_layout_series (self, i);

      if (series->set != set || fram_progression_layout_count_spans (self, i) == 0)
        continue;
      if (last == NULL || last->lowest != series->lowest || last->highest != series->highest)
        write_scale (self, series);
      last = series;
      add_row (self, i);
    }
  self->y += FRAM_PROGRESSION_PAD * 0.3 * self->s;
  fram_progression_layout_card (self, top, self->y - top);
  self->y += 10;
}

guint
fram_progression_layout_count_spans_of_set (const FramProgressionLayout *self, guint set)
{
  guint n = 0;

  for (guint i = 0; i < self->progression->series->len; i++)
    if (fram_progression_layout_series (self, i)->set == set)
      n += fram_progression_layout_count_spans (self, i) > 0;
  return n;
}

/**
 * fram_progression_layout_add_change:
 *
 * One row per question, set by set.
 */
void
fram_progression_layout_add_change (FramProgressionLayout *self)
{
  for (guint set = 0; set < self->progression->sets->len; set++)
    if (fram_progression_layout_count_spans_of_set (self, set) > 0)
      add_set (self, set);
  fram_progression_layout_add_key_card (self);
}
