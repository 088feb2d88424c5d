#include "fram-progression-layout-private.h"

#include <math.h>

/* One panel: its title, scale, time, lines and last values. */

/* More lines of a scale than these stand too close; then every fifth is drawn. */
#define MOST_LINES 7

double
fram_progression_layout_y_of (const FramProgressionRect *plot, const FramIndicatorSeries *series, double value)
{
  double range = MAX (series->highest - series->lowest, 1);

  return plot->y + plot->height * (1 - (CLAMP (value, series->lowest, series->highest) - series->lowest) / range);
}

/* --- scale and time --- */

static void
write_value (FramProgressionLayout *self, const FramProgressionRect *plot, int value, double y)
{
  g_autofree char *text = g_strdup_printf ("%d", value);
  FramProgressionWriting writing = { FRAM_PROGRESSION_LABEL_SCALE, text, FALSE, FRAM_PROGRESSION_DIM, -1 };

  fram_progression_layout_write_to (self, &writing, plot->x - 10 * self->s, y, plot->x);
}

/**
 * fram_progression_layout_add_scale:
 * @plot: where values stand
 * @series: whose scale
 *
 * A line for every value, or where those are many every fifth; numbers at both ends.
 */
void
fram_progression_layout_add_scale (FramProgressionLayout *self, const FramProgressionRect *plot,
                                   const FramIndicatorSeries *series)
{
  int step = series->highest - series->lowest >= MOST_LINES ? 5 : 1;
  double from = plot->x - 6 * self->s, to = plot->x + plot->width + 6 * self->s;

  for (int value = series->lowest; value <= series->highest; value += step)
    {
      double y = fram_progression_layout_y_of (plot, series, value);

      fram_progression_layout_add_segment (self, FRAM_PROGRESSION_RULE, from, y, to, y);
    }
  write_value (self, plot, series->highest, plot->y);
  if (series->highest > series->lowest)
    write_value (self, plot, series->lowest, plot->y + plot->height);
}

/* The axis, and ticks of what happened; a change of case worker is longer. */
void
fram_progression_layout_add_time (FramProgressionLayout *self, const FramProgressionRect *plot)
{
  const GPtrArray *moments = self->progression->moments;
  double base = plot->y + plot->height + FRAM_PROGRESSION_BASE * self->s;

  fram_progression_layout_add_segment (self, FRAM_PROGRESSION_AXIS, plot->x - 6 * self->s, base,
                                       plot->x + plot->width + 6 * self->s, base);
  for (guint i = 0; i < moments->len; i++)
    {
      const FramMoment *moment = g_ptr_array_index (moments, i);
      gboolean change = moment->kind == FRAM_MOMENT_CASE_WORKER;
      double x = fram_progression_layout_x_of (self, plot, moment->day), r = (change ? 8 : 3) * self->s;

      self->used[change ? FRAM_PROGRESSION_SAMPLE_CHANGE : FRAM_PROGRESSION_SAMPLE_TICK]++;
      fram_progression_layout_add_segment (self, FRAM_PROGRESSION_TICK, x, base - r, x, base + r);
    }
}

/* --- last values --- */

static const FramProgressionPoint *
last_of (const FramProgressionLayout *self, guint from, FramRater rater)
{
  for (guint i = self->points->len; i > from; i--)
    {
      const FramProgressionPoint *point = &g_array_index (self->points, FramProgressionPoint, i - 1);

      if (point->rater == rater && point->counts)
        return point;
    }
  return NULL;
}

static void
write_last (FramProgressionLayout *self, int value, int rater, double x, double y)
{
  g_autofree char *text = g_strdup_printf ("%d", value);
  FramProgressionWriting writing = { FRAM_PROGRESSION_LABEL_VALUE, text, TRUE, rater, -1 };

  fram_progression_layout_write (self, &writing, x, y, G_MAXDOUBLE);
}

/* Two numbers that would touch move apart, around the middle of both. */
static void
spread (double *a, double *b, double least)
{
  double middle = (*a + *b) / 2;

  if (fabs (*a - *b) >= least)
    return;
  if (*a <= *b)
    {
      *a = middle - least / 2;
      *b = middle + least / 2;
      return;
    }
  *a = middle + least / 2;
  *b = middle - least / 2;
}

/* They stay off the axis and its ticks. */
static void
lift (double *a, double *b, double lowest)
{
  double over = MAX (MAX (*a, *b) - lowest, 0);

  *a -= over;
  *b -= over;
}

/**
 * fram_progression_layout_add_values:
 * @panel: a panel
 * @series: its question
 * @from: the first of its points
 *
 * The last values stand after the last talk: one number in the colour of text where both sides say the same.
 */
void
fram_progression_layout_add_values (FramProgressionLayout *self, guint panel, guint series, guint from)
{
  const FramProgressionRect *plot = &fram_progression_layout_panel (self, panel)->plot;
  const FramProgressionPoint *own = last_of (self, from, FRAM_RATER_PARTICIPANT);
  const FramProgressionPoint *other = last_of (self, from, FRAM_RATER_CASE_WORKER);
  const FramIndicatorSeries *of = fram_progression_layout_series (self, series);
  double lowest = plot->y + plot->height - 2 * self->s;
  double x = MAX (own != NULL ? own->x : 0, other != NULL ? other->x : 0) + 9 * self->s, a = 0, b = 0;

  if (own != NULL)
    a = fram_progression_layout_y_of (plot, of, own->value);
  if (other != NULL)
    b = fram_progression_layout_y_of (plot, of, other->value);
  if (own != NULL && other != NULL && own->value == other->value)
    {
      a = MIN (a, lowest);
      write_last (self, own->value, FRAM_PROGRESSION_INK, x, a);
      return;
    }
  if (own != NULL && other != NULL)
    spread (&a, &b, fram_drawn_text_height (FRAM_PROGRESSION_TEXT * self->s) * 0.92);
  lift (&a, &b, lowest);
  if (own != NULL)
    write_last (self, own->value, FRAM_RATER_PARTICIPANT, x, a);
  if (other != NULL)
    write_last (self, other->value, FRAM_RATER_CASE_WORKER, x, b);
}

/* --- all of it --- */

static void
write_title (FramProgressionLayout *self, const FramIndicatorSeries *series, const FramProgressionRect *rect)
{
  FramProgressionWriting title = { FRAM_PROGRESSION_LABEL_TITLE, series->name, TRUE, FRAM_PROGRESSION_INK, -1 };

  if (series->short_name != NULL && fram_progression_layout_text_width (self, series->name, TRUE) > rect->width)
    title.text = series->short_name;
  fram_progression_layout_write (self, &title, rect->x, rect->y + fram_progression_layout_line (self) / 2, rect->width);
}

/* A panel of one question. */
void
fram_progression_layout_fill_panel (FramProgressionLayout *self, guint panel)
{
  const FramProgressionPanel at = *fram_progression_layout_panel (self, panel);
  const FramIndicatorSeries *series = fram_progression_layout_series (self, (guint)at.series);
  guint from = self->points->len;

  write_title (self, series, &at.rect);
  fram_progression_layout_add_scale (self, &at.plot, series);
  fram_progression_layout_add_time (self, &at.plot);
  fram_progression_layout_add_ratings (self, panel, (guint)at.series);
  fram_progression_layout_add_triangles (self, panel, from);
  fram_progression_layout_add_values (self, panel, (guint)at.series, from);
  fram_progression_layout_add_notes (self, panel, from);
}
