#include "fram-shape-draw.h"

/* Sizes in a box of 14 (VISUAL.md, "Attendance status"). */
#define DISC_RADIUS      5.4
#define HALF_RING_RADIUS 4.7
#define HALF_RING_LINE   1.5
#define RING_RADIUS      4.5
#define RING_LINE        1.9
#define SALTIRE_REACH    3.9
#define SALTIRE_LINE     2.5
#define PLUS_REACH       5.4
#define PLUS_ARM         3.4
#define DIAMOND_REACH    6.0
#define SQUARE_SIDE      9.0
#define SQUARE_LINE      1.9
#define DASH_RADIUS      4.9
#define DASH_LINE        1.5
#define OUTLINE          1.5

/* A closed shape: filled, or its outline drawn inside of the same bounds. */
static void
paint (cairo_t *cr, gboolean filled)
{
  if (filled)
    {
      cairo_fill (cr);
      return;
    }
  cairo_set_line_width (cr, OUTLINE);
  cairo_stroke (cr);
}

static void
draw_disc (cairo_t *cr, gboolean filled)
{
  cairo_arc (cr, 0, 0, filled ? DISC_RADIUS : DISC_RADIUS - OUTLINE / 2, 0, 2 * G_PI);
  paint (cr, filled);
}

static void
draw_ring (cairo_t *cr, double radius, double line)
{
  cairo_arc (cr, 0, 0, radius, 0, 2 * G_PI);
  cairo_set_line_width (cr, line);
  cairo_stroke (cr);
}

static void
draw_half_ring (cairo_t *cr, gboolean filled)
{
  draw_ring (cr, HALF_RING_RADIUS, HALF_RING_LINE);
  if (filled)
    {
      cairo_arc (cr, 0, 0, HALF_RING_RADIUS, G_PI / 2, 3 * G_PI / 2);
      cairo_close_path (cr);
      cairo_fill (cr);
      return;
    }
  cairo_move_to (cr, 0, -HALF_RING_RADIUS);
  cairo_line_to (cr, 0, HALF_RING_RADIUS);
  cairo_stroke (cr);
}

static void
draw_saltire (cairo_t *cr, gboolean filled)
{
  cairo_move_to (cr, -SALTIRE_REACH, -SALTIRE_REACH);
  cairo_line_to (cr, SALTIRE_REACH, SALTIRE_REACH);
  cairo_move_to (cr, SALTIRE_REACH, -SALTIRE_REACH);
  cairo_line_to (cr, -SALTIRE_REACH, SALTIRE_REACH);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, filled ? SALTIRE_LINE : OUTLINE);
  cairo_stroke (cr);
}

static void
draw_plus (cairo_t *cr, gboolean filled)
{
  double r = filled ? PLUS_REACH : PLUS_REACH - OUTLINE / 2, a = filled ? PLUS_ARM / 2 : PLUS_ARM / 2;
  const double path[][2] = { { -a, -r }, { a, -r }, { a, -a }, { r, -a }, { r, a },   { a, a },
                             { a, r },   { -a, r }, { -a, a }, { -r, a }, { -r, -a }, { -a, -a } };

  for (guint i = 0; i < G_N_ELEMENTS (path); i++)
    cairo_line_to (cr, path[i][0], path[i][1]);
  cairo_close_path (cr);
  paint (cr, filled);
}

static void
draw_diamond (cairo_t *cr, gboolean filled)
{
  double r = filled ? DIAMOND_REACH : DIAMOND_REACH - OUTLINE * G_SQRT2 / 2;

  cairo_move_to (cr, 0, -r);
  cairo_line_to (cr, r, 0);
  cairo_line_to (cr, 0, r);
  cairo_line_to (cr, -r, 0);
  cairo_close_path (cr);
  paint (cr, filled);
}

static void
draw_square (cairo_t *cr, gboolean filled)
{
  double line = filled ? SQUARE_LINE : OUTLINE, side = SQUARE_SIDE;

  cairo_rectangle (cr, -side / 2, -side / 2, side, side);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, line);
  cairo_stroke (cr);
}

static void
draw_unmarked (cairo_t *cr)
{
  const double dash = 2 * G_PI * DASH_RADIUS / 16;

  cairo_set_dash (cr, &dash, 1, 0);
  draw_ring (cr, DASH_RADIUS, DASH_LINE);
}

/**
 * fram_shape_draw:
 * @cr: where to draw, in the colour that is set
 * @shape: shape of a status
 * @x: the shape's centre
 * @y: the shape's centre
 * @size: side of its box; 14 gives the measures of VISUAL.md
 * @filled: %FALSE for what is only planned: an outline
 */
void
fram_shape_draw (cairo_t *cr, FramShape shape, double x, double y, double size, gboolean filled)
{
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, size / FRAM_SHAPE_BOX, size / FRAM_SHAPE_BOX);
  cairo_new_path (cr);
  switch (shape)
    {
    case FRAM_SHAPE_DISC: draw_disc (cr, filled); break;
    case FRAM_SHAPE_HALF_RING: draw_half_ring (cr, filled); break;
    case FRAM_SHAPE_RING: draw_ring (cr, RING_RADIUS, filled ? RING_LINE : OUTLINE); break;
    case FRAM_SHAPE_SALTIRE: draw_saltire (cr, filled); break;
    case FRAM_SHAPE_PLUS: draw_plus (cr, filled); break;
    case FRAM_SHAPE_DIAMOND: draw_diamond (cr, filled); break;
    case FRAM_SHAPE_SQUARE: draw_square (cr, filled); break;
    case FRAM_SHAPE_UNMARKED:
    default: draw_unmarked (cr);
    }
  cairo_restore (cr);
}
