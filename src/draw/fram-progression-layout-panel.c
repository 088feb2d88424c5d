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

/* What a side said before the last talk stands at that talk, where it is free; never as if it were said at the last one. */
static void
write_earlier (FramProgressionLayout *self, const FramProgressionPoint *last)
{
  const FramProgressionPoint at = *last;
  double away = 9 * self->s, up = 12 * self->s, height = fram_drawn_text_height (FRAM_PROGRESSION_TEXT * self->s) * 0.9;
  g_autofree char *text = g_strdup_printf ("%d", at.value);
  double width = fram_progression_layout_text_width (self, text, TRUE);
  const double places[][2] = { { away, 0 }, { -width / 2, -up }, { -width / 2, up }, { away, -up }, { away, up } };
  double lowest = fram_progression_layout_panel (self, at.panel)->plot.y +
                  fram_progression_layout_panel (self, at.panel)->plot.height - 2 * self->s;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      double x = at.x + places[i][0], y = MIN (at.y + places[i][1], lowest);
      FramProgressionRect rect = { x, y - height / 2, width, height };

      if (!fram_progression_layout_is_clear (self, &rect))
        continue;
      write_last (self, at.value, (int)at.rater, x, y);
      return;
    }
}

/* What both said at the last talk: one number in the colour of text where it is the same. */
static void
write_both (FramProgressionLayout *self, const FramProgressionPoint *own, const FramProgressionPoint *other)
{
  const FramProgressionRect *plot = &fram_progression_layout_panel (self, own->panel)->plot;
  const FramIndicatorSeries *of = fram_progression_layout_series (self, own->series);
  double lowest = plot->y + plot->height - 2 * self->s, x = MAX (own->x, other->x) + 9 * self->s;
  double a = fram_progression_layout_y_of (plot, of, own->value),
         b = fram_progression_layout_y_of (plot, of, other->value);

  if (own->value == other->value)
    {
      write_last (self, own->value, FRAM_PROGRESSION_INK, x, MIN (a, lowest));
      return;
    }
  spread (&a, &b, fram_drawn_text_height (FRAM_PROGRESSION_TEXT * self->s) * 0.92);
  lift (&a, &b, lowest);
  write_last (self, own->value, FRAM_RATER_PARTICIPANT, x, a);
  write_last (self, other->value, FRAM_RATER_CASE_WORKER, x, b);
}

static void
write_one (FramProgressionLayout *self, const FramProgressionPoint *last)
{
  const FramProgressionRect *plot = &fram_progression_layout_panel (self, last->panel)->plot;
  double lowest = plot->y + plot->height - 2 * self->s;

  write_last (self, last->value, (int)last->rater, last->x + 9 * self->s, MIN (last->y, lowest));
}

/**
 * fram_progression_layout_add_values:
 * @from: the first of a panel's points
 *
 * The last values: those of the last talk after it.
 */
void
fram_progression_layout_add_values (FramProgressionLayout *self, guint from)
{
  const FramProgressionPoint *own = last_of (self, from, FRAM_RATER_PARTICIPANT);
  const FramProgressionPoint *other = last_of (self, from, FRAM_RATER_CASE_WORKER);

  if (own != NULL && other != NULL && ABS (own->day - other->day) < FRAM_PROGRESSION_SAME_TALK)
    write_both (self, own, other);
  else if (own != NULL && other != NULL)
    {
      write_one (self, own->day > other->day ? own : other);
      write_earlier (self, own->day > other->day ? other : own);
    }
  else if (own != NULL || other != NULL)
    write_one (self, own != NULL ? own : other);
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
  fram_progression_layout_add_values (self, from);
  fram_progression_layout_add_notes (self, panel, from);
}
