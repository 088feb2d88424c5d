#include "fram-timeline-draw-private.h"

#include <math.h>

/* Bars, the steps of workshops and the strip of attendance: solid as far as it was, light and dashed as far as planned. */

#define RADIUS 4.0

static const double plan_dash[] = { 4, 3 };

/* Where what was ends and what is planned begins; in right-to-left text the past is to the right. */
static void
cut (const FramTimelinePen *pen, const FramTimelineItem *item, const FramTimelineRect *rect, FramTimelineRect *past,
     FramTimelineRect *plan)
{
  const FramTimelineLayout *layout = pen->layout;
  double today = layout->timeline->today == FRAM_DATE_NONE
                     ? (layout->view.rtl ? -G_MAXDOUBLE : G_MAXDOUBLE)
                     : floor (fram_timeline_layout_x_of (layout, layout->timeline->today + 0.5)) + 0.5;
  double at = CLAMP (today, rect->x, rect->x + rect->width);

  *past = *plan = *rect;
  if (layout->view.rtl)
    {
      plan->width = at - rect->x;
      past->x = at;
      past->width = rect->x + rect->width - at;
    }
  else
    {
      past->width = at - rect->x;
      plan->x = at;
      plan->width = rect->x + rect->width - at;
    }
  if (item->state != FRAM_ITEM_PLANNED)
    return;
  past->width = 0;
  *plan = *rect;
}

/* On whole pixels, and no further out of the view than dashes need. */
static FramTimelineRect
on_pixels (const FramTimelinePen *pen, const FramTimelineRect *rect)
{
  const FramTimelineRect *plot = &pen->layout->plot;
  double x1 = MAX (floor (rect->x + 0.5), floor (plot->x) - 20);
  double x2 = MIN (floor (rect->x + rect->width + 0.5), ceil (plot->x + plot->width) + 20);
  double y = floor (rect->y + 0.5);

  return (FramTimelineRect){ x1, y, MAX (x2 - x1, 1), MAX (floor (rect->y + rect->height + 0.5) - y, 1) };
}

static void
stroke_plan (const FramTimelinePen *pen, FramColour colour)
{
  fram_timeline_pen_set (pen, fram_colour_mix (colour, pen->palette->ground, FRAM_TIMELINE_PLAN_FILL));
  cairo_fill_preserve (pen->cr);
  fram_timeline_pen_set (pen, fram_colour_mix (colour, pen->palette->ground, FRAM_TIMELINE_PLAN_BORDER));
  cairo_set_line_width (pen->cr, 1);
  cairo_set_dash (pen->cr, plan_dash, 2, 0);
  cairo_stroke (pen->cr);
  cairo_set_dash (pen->cr, NULL, 0, 0);
}

static void
draw_bar (const FramTimelinePen *pen, const FramTimelineItem *item, const FramTimelineRect *whole)
{
  FramColour colour = fram_timeline_palette_get_item (pen->palette, item);
  FramTimelineRect past, plan, rect;

  cut (pen, item, whole, &past, &plan);
  if (plan.width > 0)
    {
      rect = on_pixels (pen, &plan);
      rect = (FramTimelineRect){ rect.x + 0.5, rect.y + 0.5, MAX (rect.width - 1, 0.5), MAX (rect.height - 1, 0.5) };
      fram_timeline_pen_round (pen, &rect, RADIUS * pen->s);
      stroke_plan (pen, colour);
    }
  if (past.width > 0)
    {
      rect = on_pixels (pen, &past);
      if (plan.width > 0 || rect.width < 6)
        cairo_rectangle (pen->cr, rect.x, rect.y, rect.width, rect.height);
      else
        fram_timeline_pen_round (pen, &rect, MIN (2.5 * pen->s, rect.width / 3));
      fram_timeline_pen_set (pen, colour);
      cairo_fill (pen->cr);
    }
}

static gboolean
is_bar (const FramTimelineItem *item)
{
  return item->lane != FRAM_LANE_CHANGES && item->lane != FRAM_LANE_WORKSHOPS && !fram_timeline_item_is_mark (item);
}

void
fram_timeline_draw_bars (const FramTimelinePen *pen)
{
  const GArray *boxes = pen->layout->boxes;

  fram_timeline_pen_clip (pen);
  for (guint i = 0; i < boxes->len; i++)
    {
      const FramTimelineBox *box = &g_array_index (boxes, FramTimelineBox, i);
      const FramTimelineItem *item = g_ptr_array_index (pen->layout->timeline->items, box->item);

      if (is_bar (item))
        draw_bar (pen, item, &box->rect);
    }
  cairo_restore (pen->cr);
}

/* --- steps --- */

void
fram_timeline_draw_triangle (const FramTimelinePen *pen, double x, double y, double size)
{
  fram_timeline_pen_set (pen, pen->palette->step);
  cairo_new_path (pen->cr);
  cairo_move_to (pen->cr, x - size / 2, y + size * 0.39);
  cairo_line_to (pen->cr, x + size / 2, y + size * 0.39);
  cairo_line_to (pen->cr, x, y - size * 0.39);
  cairo_close_path (pen->cr);
  cairo_fill (pen->cr);
}

/* How high the step beside it is, at its beginning or at its end. */
static double
height_beside (const FramTimelinePen *pen, const FramTimelineBox *box, double x)
{
  const FramTimelineLayout *layout = pen->layout;
  double height = 0;

  for (guint i = 0; i < layout->boxes->len; i++)
    {
      const FramTimelineBox *other = &g_array_index (layout->boxes, FramTimelineBox, i);

      if (other->item != box->item && layout->rows.row_of[other->item] == layout->rows.row_of[box->item] &&
          other->rect.x <= x + 0.5 && other->rect.x + other->rect.width >= x - 0.5)
        height = MAX (height, other->rect.height);
    }
  return height;
}

/* The edges of what is planned: on top, and at the sides as far as the step beside it is lower. */
static void
stroke_step (const FramTimelinePen *pen, const FramTimelineBox *box, const FramTimelineRect *rect, FramColour colour)
{
  double left = height_beside (pen, box, box->rect.x), right = height_beside (pen, box, box->rect.x + box->rect.width);
  double bottom = rect->y + rect->height, x1 = rect->x + 0.5, x2 = rect->x + rect->width - 0.5, top = rect->y + 0.5;

  if (left < box->rect.height && rect->x >= box->rect.x - 1)
    {
      cairo_move_to (pen->cr, x1, bottom - left);
      cairo_line_to (pen->cr, x1, top);
    }
  else
    cairo_move_to (pen->cr, x1, top);
  cairo_line_to (pen->cr, x2, top);
  if (right < box->rect.height && rect->x + rect->width <= box->rect.x + box->rect.width + 1)
    cairo_line_to (pen->cr, x2, bottom - right);
  fram_timeline_pen_set (pen, fram_colour_mix (colour, pen->palette->ground, FRAM_TIMELINE_PLAN_BORDER));
  cairo_set_line_width (pen->cr, 1);
  cairo_set_dash (pen->cr, plan_dash, 2, 0);
  cairo_stroke (pen->cr);
  cairo_set_dash (pen->cr, NULL, 0, 0);
}

static void
draw_step (const FramTimelinePen *pen, const FramTimelineItem *item, const FramTimelineBox *box)
{
  FramColour colour = fram_timeline_palette_get_item (pen->palette, item);
  FramTimelineRect past, plan, rect;

  cut (pen, item, &box->rect, &past, &plan);
  if (plan.width > 0)
    {
      rect = on_pixels (pen, &plan);
      cairo_rectangle (pen->cr, rect.x, rect.y, rect.width, rect.height);
      fram_timeline_pen_set (pen, fram_colour_mix (colour, pen->palette->ground, FRAM_TIMELINE_PLAN_FILL));
      cairo_fill (pen->cr);
      stroke_step (pen, box, &rect, colour);
    }
  if (past.width > 0)
    {
      rect = on_pixels (pen, &past);
      cairo_rectangle (pen->cr, rect.x, rect.y, rect.width, rect.height);
      fram_timeline_pen_set (pen, colour);
      cairo_fill (pen->cr);
    }
}

static void
draw_base_lines (const FramTimelinePen *pen)
{
  const FramTimelineRows *rows = &pen->layout->rows;
  const FramTimelineLaneBox *lane = &rows->lanes[FRAM_LANE_WORKSHOPS];

  fram_timeline_pen_set (pen, fram_colour_mix (pen->palette->dim, pen->palette->ground, 0.5));
  cairo_set_line_width (pen->cr, 1);
  for (guint i = lane->first; i < lane->first + lane->n; i++)
    {
      const FramTimelineRow *row = &g_array_index (rows->rows, FramTimelineRow, i);
      double y = floor (row->bar + row->bar_height + 0.5) + 0.5;

      cairo_move_to (pen->cr, pen->layout->plot.x, y);
      cairo_line_to (pen->cr, pen->layout->plot.x + pen->layout->plot.width, y);
    }
  cairo_stroke (pen->cr);
}

void
fram_timeline_draw_steps (const FramTimelinePen *pen)
{
  const FramTimelineLayout *layout = pen->layout;

  draw_base_lines (pen);
  fram_timeline_pen_clip (pen);
  for (guint i = 0; i < layout->boxes->len; i++)
    {
      const FramTimelineBox *box = &g_array_index (layout->boxes, FramTimelineBox, i);
      const FramTimelineItem *item = g_ptr_array_index (layout->timeline->items, box->item);

      if (item->lane == FRAM_LANE_WORKSHOPS)
        draw_step (pen, item, box);
    }
  cairo_restore (pen->cr);
  for (guint i = 0; i < layout->steps->len; i++)
    {
      const FramTimelineStep *step = &g_array_index (layout->steps, FramTimelineStep, i);

      fram_timeline_draw_triangle (pen, step->x, step->y, 9 * pen->s);
    }
}

/* --- attendance --- */

/* Height of a column of 14 (VISUAL.md): who came, who came late, who did not. */
static double
column_height (FramShape shape)
{
  return shape == FRAM_SHAPE_DISC ? 14 : shape == FRAM_SHAPE_HALF_RING ? 9 : 4;
}

static void
add_column (const FramTimelinePen *pen, const FramTimelineDay *day)
{
  const FramTimelineRect *strip = &pen->layout->strip;
  double a = fram_timeline_layout_x_of (pen->layout, day->day),
         b = fram_timeline_layout_x_of (pen->layout, day->day + 1);
  double x1 = floor (MIN (a, b) + 0.5), x2 = floor (MAX (a, b) + 0.5), apart = x2 - x1 >= 3 ? 1 : 0;
  double height = column_height (day->shape) * pen->s, bottom = floor (strip->y + strip->height + 0.5);

  if (x2 <= strip->x || x1 >= strip->x + strip->width)
    return;
  cairo_rectangle (pen->cr, x1, bottom - height, MAX (x2 - x1 - apart, 1), height);
}

/* Low columns are drawn last, so that an absence among many days is seen. */
void
fram_timeline_draw_days (const FramTimelinePen *pen)
{
  const GArray *days = pen->layout->timeline->days;
  static const FramShape order[] = {
    FRAM_SHAPE_DISC,    FRAM_SHAPE_HALF_RING, FRAM_SHAPE_UNMARKED, FRAM_SHAPE_SQUARE,
    FRAM_SHAPE_DIAMOND, FRAM_SHAPE_RING,      FRAM_SHAPE_PLUS,     FRAM_SHAPE_SALTIRE
  };

  if (pen->layout->strip.height <= 0)
    return;
  fram_timeline_pen_clip (pen);
  for (guint o = 0; o < G_N_ELEMENTS (order); o++)
    {
      fram_timeline_pen_set (pen, pen->palette->statuses[order[o]]);
      for (guint i = 0; i < days->len; i++)
        if (g_array_index (days, FramTimelineDay, i).shape == order[o])
          add_column (pen, &g_array_index (days, FramTimelineDay, i));
      cairo_fill (pen->cr);
    }
  cairo_restore (pen->cr);
}
