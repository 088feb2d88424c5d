#include "fram-progression-draw-private.h"

#include <math.h>

#define CARD_RADIUS 12.0

void
fram_progression_pen_set (const FramProgressionPen *pen, FramColour colour)
{
  cairo_set_source_rgb (pen->cr, colour.red, colour.green, colour.blue);
}

/* What lies under marks; where nothing is painted it is taken for the paper. */
FramColour
fram_progression_pen_ground (const FramProgressionPen *pen)
{
  return pen->palette->card;
}

/* --- ground --- */

static void
add_round (const FramProgressionPen *pen, const FramProgressionRect *rect, double radius)
{
  double r = MIN (radius, MIN (rect->width, rect->height) / 2), right = rect->x + rect->width;
  double bottom = rect->y + rect->height;

  cairo_new_sub_path (pen->cr);
  cairo_arc (pen->cr, right - r, rect->y + r, r, -G_PI / 2, 0);
  cairo_arc (pen->cr, right - r, bottom - r, r, 0, G_PI / 2);
  cairo_arc (pen->cr, rect->x + r, bottom - r, r, G_PI / 2, G_PI);
  cairo_arc (pen->cr, rect->x + r, rect->y + r, r, G_PI, 3 * G_PI / 2);
  cairo_close_path (pen->cr);
}

static void
draw_ground (const FramProgressionPen *pen)
{
  const GArray *cards = pen->layout->cards;

  if (!pen->palette->has_ground)
    return;
  fram_progression_pen_set (pen, pen->palette->ground);
  cairo_paint (pen->cr);
  for (guint i = 0; i < cards->len; i++)
    add_round (pen, &g_array_index (cards, FramProgressionRect, i), CARD_RADIUS);
  fram_progression_pen_set (pen, pen->palette->card);
  cairo_fill_preserve (pen->cr);
  fram_progression_pen_set (pen, pen->palette->rule);
  cairo_set_line_width (pen->cr, 1);
  cairo_stroke (pen->cr);
}

static void
draw_pauses (const FramProgressionPen *pen)
{
  const GArray *pauses = pen->layout->pauses;

  for (guint i = 0; i < pauses->len; i++)
    {
      const FramProgressionRect *rect = &g_array_index (pauses, FramProgressionRect, i);

      cairo_rectangle (pen->cr, rect->x, rect->y, rect->width, rect->height);
    }
  fram_progression_pen_set (pen, pen->palette->pause);
  cairo_fill (pen->cr);
}

/* --- lines of scales and of time --- */

/* Lines of the screen's grid are sharp. */
static double
sharp (const FramProgressionPen *pen, double at)
{
  return pen->layout->view.exact ? at : floor (at) + 0.5;
}

static void
draw_segments (const FramProgressionPen *pen, FramProgressionSegmentKind kind, FramColour colour, double width)
{
  const GArray *segments = pen->layout->segments;

  for (guint i = 0; i < segments->len; i++)
    {
      const FramProgressionSegment *at = &g_array_index (segments, FramProgressionSegment, i);

      if (at->kind != kind)
        continue;
      if (kind == FRAM_PROGRESSION_LEAD || kind == FRAM_PROGRESSION_NET)
        {
          cairo_move_to (pen->cr, at->x1, at->y1);
          cairo_line_to (pen->cr, at->x2, at->y2);
          continue;
        }
      cairo_move_to (pen->cr, sharp (pen, at->x1), sharp (pen, at->y1));
      cairo_line_to (pen->cr, sharp (pen, at->x2), sharp (pen, at->y2));
    }
  fram_progression_pen_set (pen, colour);
  cairo_set_line_width (pen->cr, width);
  cairo_stroke (pen->cr);
}

static void
draw_lines (const FramProgressionPen *pen)
{
  const FramProgressionPalette *palette = pen->palette;

  draw_segments (pen, FRAM_PROGRESSION_RULE, palette->rule, 1);
  draw_segments (pen, FRAM_PROGRESSION_NET, palette->rule, 1);
  draw_segments (pen, FRAM_PROGRESSION_TIME, palette->rule, 1);
  draw_segments (pen, FRAM_PROGRESSION_AXIS, palette->planned, 1);
  draw_segments (pen, FRAM_PROGRESSION_LEAD, palette->rule, 1);
  draw_segments (pen, FRAM_PROGRESSION_TICK, palette->tick, 1.4 * pen->s);
}

/* --- words --- */

static FramColour
colour_of (const FramProgressionPen *pen, const FramProgressionLabel *label)
{
  if (label->series >= 0)
    return pen->palette->series[label->series % FRAM_PROGRESSION_COLOURS];
  if (label->rater >= 0)
    return pen->palette->raters[label->rater];
  return label->rater == FRAM_PROGRESSION_DIM ? pen->palette->dim : pen->palette->ink;
}

/* Words in a plot interrupt the lines of its scale. */
static void
clear_ground (const FramProgressionPen *pen, const FramProgressionRect *rect)
{
  fram_progression_pen_set (pen, fram_progression_pen_ground (pen));
  cairo_rectangle (pen->cr, rect->x - 1, rect->y, rect->width + 2, rect->height);
  cairo_fill (pen->cr);
}

static void
draw_labels (const FramProgressionPen *pen)
{
  const GArray *labels = pen->layout->labels;

  for (guint i = 0; i < labels->len; i++)
    {
      const FramProgressionLabel *label = &g_array_index (labels, FramProgressionLabel, i);
      FramTextType type = { label->size, label->bold, pen->layout->view.exact };

      if (label->kind == FRAM_PROGRESSION_LABEL_NOTE ||
          (label->kind == FRAM_PROGRESSION_LABEL_VALUE && pen->layout->view.kind == FRAM_PROGRESSION_PANELS))
        clear_ground (pen, &label->rect);
      fram_progression_pen_set (pen, colour_of (pen, label));
      fram_drawn_text_draw (pen->cr, label->text, &type, label->rect.x, label->rect.y + label->rect.height / 2);
    }
}

/**
 * fram_progression_draw:
 * @layout: where everything is
 * @palette: its colours
 * @cr: where to draw; one unit is one of the view's
 *
 * Draws a progression chart. The same on a screen, in a file and on paper.
 */
void
fram_progression_draw (const FramProgressionLayout *layout, const FramProgressionPalette *palette, cairo_t *cr)
{
  FramProgressionPen pen = { cr, layout, palette, 1 };

  g_return_if_fail (layout != NULL && palette != NULL && cr != NULL);
  pen.s = layout->s;
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_rectangle (cr, 0, 0, layout->view.width, MAX (layout->view.height, layout->height));
  cairo_clip (cr);
  draw_ground (&pen);
  draw_pauses (&pen);
  draw_lines (&pen);
  fram_progression_draw_weeks (&pen);
  fram_progression_draw_ratings (&pen);
  fram_progression_draw_triangles (&pen);
  fram_progression_draw_samples (&pen);
  draw_labels (&pen);
  cairo_restore (cr);
}
