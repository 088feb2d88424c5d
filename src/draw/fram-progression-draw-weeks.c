#include "fram-progression-draw-private.h"

#include <math.h>

/* Hours and the rate of weeks. */

/* Outlines of bars that are narrower than this would hide them: planned hours are one line of steps then. */
#define NARROW 7.0

static const FramProgressionBar *
bar_at (const FramProgressionPen *pen, guint i)
{
  return &g_array_index (pen->layout->bars, FramProgressionBar, i);
}

/* Nothing done is a nought, not a gap: a line on the axis. */
static void
draw_attended (const FramProgressionPen *pen)
{
  for (guint i = 0; i < pen->layout->bars->len; i++)
    {
      const FramProgressionBar *bar = bar_at (pen, i);
      double inset = bar->column.width >= NARROW && !isnan (bar->planned) ? 1.4 * pen->s : 0;

      if (isnan (bar->attended))
        continue;
      cairo_rectangle (pen->cr, bar->column.x + inset, MIN (bar->attended, bar->base - 1.5),
                       MAX (bar->column.width - 2 * inset, 0.8), MAX (bar->base - bar->attended, 1.5));
    }
  fram_progression_pen_set (pen, pen->palette->attended);
  cairo_fill (pen->cr);
}

static void
draw_boxes (const FramProgressionPen *pen)
{
  for (guint i = 0; i < pen->layout->bars->len; i++)
    {
      const FramProgressionBar *bar = bar_at (pen, i);

      if (isnan (bar->planned) || bar->planned >= bar->base)
        continue;
      cairo_move_to (pen->cr, bar->column.x, bar->base);
      cairo_line_to (pen->cr, bar->column.x, bar->planned);
      cairo_line_to (pen->cr, bar->column.x + bar->column.width, bar->planned);
      cairo_line_to (pen->cr, bar->column.x + bar->column.width, bar->base);
    }
}

static void
draw_stairs (const FramProgressionPen *pen)
{
  double pitch = pen->layout->bars->len > 1 ? fabs (bar_at (pen, 1)->column.x - bar_at (pen, 0)->column.x)
                                            : bar_at (pen, 0)->column.width;
  double last = NAN;

  for (guint i = 0; i < pen->layout->bars->len; i++)
    {
      const FramProgressionBar *bar = bar_at (pen, i);
      double middle = bar->column.x + bar->column.width / 2, half = pen->layout->view.rtl ? -pitch / 2 : pitch / 2;

      if (!isnan (bar->planned))
        {
          if (isnan (last))
            cairo_move_to (pen->cr, middle - half, bar->planned);
          cairo_line_to (pen->cr, middle - half, bar->planned);
          cairo_line_to (pen->cr, middle + half, bar->planned);
        }
      last = bar->planned;
    }
}

static void
draw_planned (const FramProgressionPen *pen)
{
  if (pen->layout->bars->len == 0)
    return;
  if (bar_at (pen, 0)->column.width >= NARROW)
    draw_boxes (pen);
  else
    draw_stairs (pen);
  fram_progression_pen_set (pen, pen->palette->planned);
  cairo_set_line_width (pen->cr, 1.3 * pen->s);
  cairo_stroke (pen->cr);
}

static gboolean
has_rate (const FramProgressionPen *pen, guint i)
{
  return i < pen->layout->bars->len && !isnan (bar_at (pen, i)->rate);
}

static double
middle_of (const FramProgressionBar *bar)
{
  return bar->column.x + bar->column.width / 2;
}

/* Weeks without a rate are gaps. */
static void
draw_rate_line (const FramProgressionPen *pen)
{
  for (guint i = 0; i < pen->layout->bars->len; i++)
    {
      if (!has_rate (pen, i))
        continue;
      if (i == 0 || !has_rate (pen, i - 1))
        cairo_move_to (pen->cr, middle_of (bar_at (pen, i)), bar_at (pen, i)->rate);
      else
        cairo_line_to (pen->cr, middle_of (bar_at (pen, i)), bar_at (pen, i)->rate);
    }
  cairo_set_line_width (pen->cr, 2.4 * pen->s);
  cairo_set_line_join (pen->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (pen->cr);
  cairo_set_line_join (pen->cr, CAIRO_LINE_JOIN_MITER);
}

/* A week alone between two gaps is a dot, and so is the last. */
static void
draw_rate (const FramProgressionPen *pen)
{
  int last = -1;

  fram_progression_pen_set (pen, pen->palette->rate);
  draw_rate_line (pen);
  for (guint i = 0; i < pen->layout->bars->len; i++)
    {
      if (!has_rate (pen, i))
        continue;
      last = (int)i;
      if ((i > 0 && has_rate (pen, i - 1)) || has_rate (pen, i + 1))
        continue;
      cairo_new_sub_path (pen->cr);
      cairo_arc (pen->cr, middle_of (bar_at (pen, i)), bar_at (pen, i)->rate, 2.2 * pen->s, 0, 2 * G_PI);
    }
  if (last >= 0)
    {
      cairo_new_sub_path (pen->cr);
      cairo_arc (pen->cr, middle_of (bar_at (pen, (guint)last)), bar_at (pen, (guint)last)->rate, 4 * pen->s, 0,
                 2 * G_PI);
    }
  cairo_fill (pen->cr);
}

void
fram_progression_draw_weeks (const FramProgressionPen *pen)
{
  draw_attended (pen);
  draw_planned (pen);
  draw_rate (pen);
}
