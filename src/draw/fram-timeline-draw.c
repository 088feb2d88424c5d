#include "fram-timeline-draw-private.h"

#include <math.h>

/* The frame: ground, axis, lanes, gaps, and the lines across all of it. */

void
fram_timeline_pen_set (const FramTimelinePen *pen, FramColour colour)
{
  cairo_set_source_rgb (pen->cr, colour.red, colour.green, colour.blue);
}

void
fram_timeline_pen_round (const FramTimelinePen *pen, const FramTimelineRect *rect, double radius)
{
  double r = MIN (radius, MIN (rect->width, rect->height) / 2), x = rect->x, y = rect->y;

  cairo_new_sub_path (pen->cr);
  cairo_arc (pen->cr, x + rect->width - r, y + r, r, -G_PI / 2, 0);
  cairo_arc (pen->cr, x + rect->width - r, y + rect->height - r, r, 0, G_PI / 2);
  cairo_arc (pen->cr, x + r, y + rect->height - r, r, G_PI / 2, G_PI);
  cairo_arc (pen->cr, x + r, y + r, r, G_PI, 3 * G_PI / 2);
  cairo_close_path (pen->cr);
}

/* What is drawn from here to cairo_restore() stays among the lanes. */
void
fram_timeline_pen_clip (const FramTimelinePen *pen)
{
  const FramTimelineRect *plot = &pen->layout->plot;

  cairo_save (pen->cr);
  cairo_rectangle (pen->cr, floor (plot->x), plot->y, ceil (plot->width) + 1, plot->height);
  cairo_clip (pen->cr);
}

static double
bottom_of (const FramTimelinePen *pen)
{
  return pen->layout->plot.y + pen->layout->plot.height;
}

/* --- axis and lanes --- */

static void
draw_ticks (const FramTimelinePen *pen)
{
  const GArray *ticks = pen->layout->ticks;
  double axis = pen->layout->plot.y;

  for (guint i = 0; i < ticks->len; i++)
    {
      const FramTimelineTick *tick = &g_array_index (ticks, FramTimelineTick, i);

      cairo_move_to (pen->cr, tick->x, tick->major ? 10 * pen->s : axis - 6 * pen->s);
      cairo_line_to (pen->cr, tick->x, tick->major ? bottom_of (pen) : axis);
    }
}

static void
draw_frame (const FramTimelinePen *pen)
{
  const FramTimelineRows *rows = &pen->layout->rows;
  double right = pen->layout->view.width;

  fram_timeline_pen_set (pen, pen->palette->rule);
  cairo_set_line_width (pen->cr, 1);
  draw_ticks (pen);
  for (int lane = 0; lane < FRAM_N_LANES; lane++)
    if (rows->lanes[lane].height > 0)
      {
        double y = floor (rows->lanes[lane].y) + 0.5;

        cairo_move_to (pen->cr, 0, y);
        cairo_line_to (pen->cr, right, y);
      }
  cairo_stroke (pen->cr);
}

/* --- gaps --- */

void
fram_timeline_draw_hatch (const FramTimelinePen *pen, const FramTimelineRect *rect, gboolean coming)
{
  const double step = 7;
  const FramTimelinePalette *palette = pen->palette;
  FramColour line = fram_colour_mix (palette->gap, palette->gap_ground, coming ? 0.3 : 0.45);

  cairo_save (pen->cr);
  cairo_rectangle (pen->cr, rect->x, rect->y, rect->width, rect->height);
  cairo_clip (pen->cr);
  fram_timeline_pen_set (pen,
                         coming ? fram_colour_mix (palette->gap_ground, palette->ground, 0.5) : palette->gap_ground);
  cairo_paint (pen->cr);
  fram_timeline_pen_set (pen, line);
  cairo_set_line_width (pen->cr, 1);
  for (double x = rect->x - rect->height; x < rect->x + rect->width; x += coming ? 2 * step : step)
    {
      cairo_move_to (pen->cr, x, rect->y + rect->height);
      cairo_line_to (pen->cr, x + rect->height, rect->y);
    }
  cairo_stroke (pen->cr);
  cairo_restore (pen->cr);
}

static void
draw_edges (const FramTimelinePen *pen, const FramTimelineGapBox *box)
{
  static const double dash[] = { 4, 3 };
  const FramTimelineRect *rect = &box->rect;

  fram_timeline_pen_set (pen, pen->palette->gap);
  cairo_set_line_width (pen->cr, 1);
  cairo_set_dash (pen->cr, dash, box->coming ? 2 : 0, 0);
  cairo_move_to (pen->cr, floor (rect->x) + 0.5, rect->y);
  cairo_line_to (pen->cr, floor (rect->x) + 0.5, rect->y + rect->height);
  cairo_move_to (pen->cr, floor (rect->x + rect->width) - 0.5, rect->y);
  cairo_line_to (pen->cr, floor (rect->x + rect->width) - 0.5, rect->y + rect->height);
  cairo_stroke (pen->cr);
  cairo_set_dash (pen->cr, NULL, 0, 0);
}

void
fram_timeline_draw_dots (const FramTimelinePen *pen, const FramTimelineRect *rect)
{
  static const double dash[] = { 0, 7 };

  cairo_save (pen->cr);
  cairo_rectangle (pen->cr, rect->x, rect->y, rect->width, rect->height);
  cairo_clip (pen->cr);
  fram_timeline_pen_set (pen, pen->palette->pause);
  cairo_set_line_cap (pen->cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (pen->cr, 1.7);
  for (double x = rect->x + 3.5, odd = 0; x < rect->x + rect->width; x += 7, odd = 3.5 - odd)
    {
      cairo_set_dash (pen->cr, dash, 2, odd);
      cairo_move_to (pen->cr, x, rect->y + 3.5);
      cairo_line_to (pen->cr, x, rect->y + rect->height);
      cairo_stroke (pen->cr);
    }
  cairo_restore (pen->cr);
}

void
fram_timeline_draw_gaps (const FramTimelinePen *pen)
{
  const FramTimelineLayout *layout = pen->layout;

  for (guint i = 0; i < layout->pauses->len; i++)
    fram_timeline_draw_dots (pen, &g_array_index (layout->pauses, FramTimelineGapBox, i).rect);
  for (guint i = 0; i < layout->gaps->len; i++)
    {
      const FramTimelineGapBox *box = &g_array_index (layout->gaps, FramTimelineGapBox, i);

      if (!box->open)
        fram_timeline_draw_hatch (pen, &box->rect, box->coming);
      draw_edges (pen, box);
    }
}

/* --- lines across the lanes --- */

static void
draw_line (const FramTimelinePen *pen, double x, double width, FramColour colour)
{
  if (isnan (x))
    return;
  fram_timeline_pen_set (pen, colour);
  cairo_set_line_width (pen->cr, width);
  cairo_move_to (pen->cr, x, pen->layout->plot.y - (pen->layout->plot.y > 0 ? 6 * pen->s : 0));
  cairo_line_to (pen->cr, x, bottom_of (pen));
  cairo_stroke (pen->cr);
}

static void
draw_changes (const FramTimelinePen *pen)
{
  static const double dash[] = { 7, 3, 1.5, 3 };
  const FramTimelineLayout *layout = pen->layout;

  cairo_set_dash (pen->cr, dash, 4, 0);
  for (guint i = 0; i < layout->boxes->len; i++)
    {
      const FramTimelineBox *box = &g_array_index (layout->boxes, FramTimelineBox, i);
      const FramTimelineItem *item = g_ptr_array_index (layout->timeline->items, box->item);

      if (item->lane == FRAM_LANE_CHANGES)
        draw_line (pen, box->rect.x + box->rect.width / 2, 1.5, pen->palette->ink);
    }
  cairo_set_dash (pen->cr, NULL, 0, 0);
}

/* The ring on the line, where the pill is. */
static void
draw_rings (const FramTimelinePen *pen)
{
  const FramTimelineLayout *layout = pen->layout;

  for (guint i = 0; i < layout->boxes->len; i++)
    {
      const FramTimelineBox *box = &g_array_index (layout->boxes, FramTimelineBox, i);
      const FramTimelineItem *item = g_ptr_array_index (layout->timeline->items, box->item);
      double radius = box->rect.width / 2 - 1;

      if (item->lane != FRAM_LANE_CHANGES)
        continue;
      cairo_arc (pen->cr, box->rect.x + box->rect.width / 2, box->rect.y + box->rect.height / 2, radius, 0, 2 * G_PI);
      fram_timeline_pen_set (pen, pen->palette->ground);
      cairo_fill_preserve (pen->cr);
      fram_timeline_pen_set (pen, pen->palette->ink);
      cairo_set_line_width (pen->cr, 1.5);
      cairo_stroke (pen->cr);
    }
}

static void
draw_lines (const FramTimelinePen *pen)
{
  static const double dash[] = { 2, 3 };

  draw_changes (pen);
  if (!isnan (pen->layout->extended))
    cairo_set_dash (pen->cr, dash, 2, 0);
  draw_line (pen, pen->layout->target, 2, pen->palette->target);
  cairo_set_dash (pen->cr, NULL, 0, 0);
  draw_line (pen, pen->layout->extended, 2, pen->palette->target);
  draw_line (pen, pen->layout->today, 2, pen->palette->today);
  draw_rings (pen);
}

/**
 * fram_timeline_draw:
 * @layout: where everything is
 * @palette: its colours
 * @cr: where to draw; one unit is one of the view's
 *
 * Draws a timeline. The same on a screen, in a file and on paper.
 */
void
fram_timeline_draw (const FramTimelineLayout *layout, const FramTimelinePalette *palette, cairo_t *cr)
{
  FramTimelinePen pen = { cr, layout, palette, layout->s };

  g_return_if_fail (layout != NULL && palette != NULL && cr != NULL);
  cairo_save (cr);
  if (palette->has_ground)
    {
      fram_timeline_pen_set (&pen, palette->ground);
      cairo_rectangle (cr, 0, 0, layout->view.width, layout->view.height);
      cairo_fill (cr);
    }
  fram_timeline_draw_gaps (&pen);
  draw_frame (&pen);
  fram_timeline_draw_days (&pen);
  fram_timeline_draw_steps (&pen);
  fram_timeline_draw_bars (&pen);
  draw_lines (&pen);
  fram_timeline_draw_marks (&pen);
  fram_timeline_draw_labels (&pen);
  cairo_restore (cr);
}
