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

#define HATCH 7

/* Files keep lines as lines; where there are pixels, a small picture that is repeated is drawn far faster. */
static gboolean
has_pixels (cairo_t *cr)
{
  switch (cairo_surface_get_type (cairo_get_target (cr)))
    {
    case CAIRO_SURFACE_TYPE_PDF:
    case CAIRO_SURFACE_TYPE_SVG:
    case CAIRO_SURFACE_TYPE_PS: return FALSE;
    default: return TRUE;
    }
}

/* Lines of the hatching over a rectangle of the size of one tile or of all. */
static void
stroke_hatch (cairo_t *cr, double width, double height, double step)
{
  cairo_set_line_width (cr, 1);
  for (double x = -ceil (height / step) * step; x < width + step; x += step)
    {
      cairo_move_to (cr, x - 1, height + 1);
      cairo_line_to (cr, x + height + 1, -1);
    }
  cairo_stroke (cr);
}

static void
stroke_dots (cairo_t *cr, double width, double height, double step)
{
  int odd = 0;

  for (double y = step / 2; y < height; y += step, odd++)
    for (double x = odd % 2 == 0 ? step / 2 : step; x < width + 1; x += step)
      {
        cairo_new_sub_path (cr);
        cairo_arc (cr, x, y, 0.85, 0, 2 * G_PI);
      }
  cairo_fill (cr);
}

typedef void (*Stroke) (cairo_t *cr, double width, double height, double step);

static cairo_pattern_t *
make_tile (Stroke stroke, int size, double step)
{
  cairo_surface_t *tile = cairo_image_surface_create (CAIRO_FORMAT_A8, size, size);
  cairo_t *cr = cairo_create (tile);
  cairo_pattern_t *pattern;

  stroke (cr, size, size, step);
  cairo_destroy (cr);
  pattern = cairo_pattern_create_for_surface (tile);
  cairo_surface_destroy (tile);
  cairo_pattern_set_extend (pattern, CAIRO_EXTEND_REPEAT);
  cairo_pattern_set_filter (pattern, CAIRO_FILTER_NEAREST);
  return pattern;
}

/* In the colour that is set. */
static void
fill_with (const FramTimelinePen *pen, const FramTimelineRect *rect, Stroke stroke, int size, double step)
{
  cairo_save (pen->cr);
  cairo_new_path (pen->cr);
  cairo_rectangle (pen->cr, rect->x, rect->y, rect->width, rect->height);
  cairo_clip (pen->cr);
  cairo_translate (pen->cr, floor (rect->x), floor (rect->y));
  if (has_pixels (pen->cr))
    {
      cairo_pattern_t *tile = make_tile (stroke, size, step);

      cairo_mask (pen->cr, tile);
      cairo_pattern_destroy (tile);
    }
  else
    stroke (pen->cr, rect->width + 1, rect->height + 1, step);
  cairo_restore (pen->cr);
}

void
fram_timeline_draw_hatch (const FramTimelinePen *pen, const FramTimelineRect *rect, gboolean coming)
{
  const FramTimelinePalette *palette = pen->palette;
  int step = coming ? 2 * HATCH : HATCH;

  cairo_new_path (pen->cr);
  fram_timeline_pen_set (pen,
                         coming ? fram_colour_mix (palette->gap_ground, palette->ground, 0.5) : palette->gap_ground);
  cairo_rectangle (pen->cr, rect->x, rect->y, rect->width, rect->height);
  cairo_fill (pen->cr);
  fram_timeline_pen_set (pen, fram_colour_mix (palette->gap, palette->gap_ground, coming ? 0.35 : 0.45));
  fill_with (pen, rect, stroke_hatch, step, step);
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
  fram_timeline_pen_set (pen, pen->palette->pause);
  fill_with (pen, rect, stroke_dots, 2 * HATCH, HATCH);
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
  cairo_new_path (cr);
  cairo_rectangle (cr, 0, 0, layout->view.width, layout->view.height);
  cairo_clip (cr);
  if (palette->has_ground)
    {
      fram_timeline_pen_set (&pen, palette->ground);
      cairo_paint (cr);
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
