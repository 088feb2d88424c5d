#include "fram-progression-draw-private.h"

#include <math.h>

/* Ratings, told apart by shape, line and colour; triangles; the key's samples. */

#define DISC   4.0
#define SQUARE 7.0

static const FramProgressionPoint *
point_at (const FramProgressionPen *pen, guint i)
{
  return &g_array_index (pen->layout->points, FramProgressionPoint, i);
}

/* Of a chart that shows all each question has its own colour, elsewhere each side. */
FramColour
fram_progression_pen_colour_of (const FramProgressionPen *pen, guint series, FramRater rater)
{
  if (pen->layout->view.kind == FRAM_PROGRESSION_LINES)
    return pen->palette->series[series % FRAM_PROGRESSION_COLOURS];
  return pen->palette->raters[rater];
}

/* --- lines --- */

#define DASH 5.0
#define SKIP 3.0

/* Sets the line of a side; @along: how far it has come already. */
void
fram_progression_pen_dash (const FramProgressionPen *pen, FramRater rater, double along)
{
  double longer = pen->layout->view.kind == FRAM_PROGRESSION_LINES ? 1.8 : 1; /* its lines are long */
  double dash[] = { DASH * longer * pen->s, SKIP * longer * pen->s };

  cairo_set_line_width (pen->cr, (rater == FRAM_RATER_PARTICIPANT ? 2.2 : 1.8) * pen->s);
  cairo_set_dash (pen->cr, dash, rater == FRAM_RATER_PARTICIPANT ? 0 : 2, fmod (along, dash[0] + dash[1]));
}

/* Each line alone: marks cover where they meet, and one long dashed line that crosses itself takes ten times as long. */
static void
draw_joins (const FramProgressionPen *pen, FramRater rater)
{
  const GArray *joins = pen->layout->joins;
  guint last = G_MAXUINT;
  double along = 0;

  for (guint i = 0; i < joins->len; i++)
    {
      const FramProgressionJoin *join = &g_array_index (joins, FramProgressionJoin, i);
      const FramProgressionPoint *from = point_at (pen, join->from), *to = point_at (pen, join->to);

      if (from->rater != rater)
        continue;
      along = join->from == last ? along : 0;
      fram_progression_pen_set (pen, fram_progression_pen_colour_of (pen, from->series, rater));
      fram_progression_pen_dash (pen, rater, along);
      if (pen->layout->view.kind == FRAM_PROGRESSION_RADAR && from->is_before)
        cairo_set_line_width (pen->cr, 1.1 * pen->s);
      cairo_move_to (pen->cr, from->x, from->y);
      cairo_line_to (pen->cr, to->x, to->y);
      cairo_stroke (pen->cr);
      along += hypot (to->x - from->x, to->y - from->y);
      last = join->to;
    }
  cairo_set_dash (pen->cr, NULL, 0, 0);
}

/* --- marks --- */

/* In the colour that is set: a disc, or a hollow square. */
void
fram_progression_draw_mark (const FramProgressionPen *pen, FramRater rater, double x, double y, double size)
{
  double half = SQUARE / 2 * pen->s * size;

  cairo_new_path (pen->cr);
  if (rater == FRAM_RATER_PARTICIPANT)
    {
      cairo_arc (pen->cr, x, y, DISC * pen->s * size, 0, 2 * G_PI);
      cairo_fill (pen->cr);
      return;
    }
  cairo_rectangle (pen->cr, x - half, y - half, 2 * half, 2 * half);
  cairo_save (pen->cr);
  fram_progression_pen_set (pen, fram_progression_pen_ground (pen));
  cairo_fill_preserve (pen->cr);
  cairo_restore (pen->cr);
  cairo_set_line_width (pen->cr, 1.8 * pen->s * MIN (size, 1));
  cairo_stroke (pen->cr);
}

/* What does not count, and what was before, is smaller and hollow. */
static void
draw_small (const FramProgressionPen *pen, FramRater rater, double x, double y)
{
  double r = 2.6 * pen->s;

  cairo_new_path (pen->cr);
  if (rater == FRAM_RATER_PARTICIPANT)
    cairo_arc (pen->cr, x, y, r, 0, 2 * G_PI);
  else
    cairo_rectangle (pen->cr, x - r, y - r, 2 * r, 2 * r);
  cairo_save (pen->cr);
  fram_progression_pen_set (pen, fram_progression_pen_ground (pen));
  cairo_fill_preserve (pen->cr);
  cairo_restore (pen->cr);
  cairo_set_line_width (pen->cr, 1.2 * pen->s);
  cairo_stroke (pen->cr);
}

/* Something was said about it. */
void
fram_progression_draw_note_ring (const FramProgressionPen *pen, double x, double y)
{
  cairo_new_path (pen->cr);
  cairo_arc (pen->cr, x, y, 7 * pen->s, 0, 2 * G_PI);
  cairo_set_line_width (pen->cr, 1.1 * pen->s);
  cairo_stroke (pen->cr);
}

/* Many lines beside each other have smaller marks. */
static double
size_of (const FramProgressionPen *pen)
{
  return pen->layout->view.kind == FRAM_PROGRESSION_LINES ? 0.65 : 1;
}

static void
draw_points (const FramProgressionPen *pen, FramRater rater)
{
  for (guint i = 0; i < pen->layout->points->len; i++)
    {
      const FramProgressionPoint *point = point_at (pen, i);

      if (point->rater != rater)
        continue;
      fram_progression_pen_set (pen, fram_progression_pen_colour_of (pen, point->series, rater));
      if (!point->counts || point->is_before)
        draw_small (pen, rater, point->x, point->y);
      else
        fram_progression_draw_mark (pen, rater, point->x, point->y, size_of (pen));
      if (!point->has_note)
        continue;
      fram_progression_pen_set (pen, pen->palette->dim);
      fram_progression_draw_note_ring (pen, point->x, point->y);
    }
}

/* The participant's own lie on top. */
void
fram_progression_draw_ratings (const FramProgressionPen *pen)
{
  for (int rater = FRAM_N_RATERS - 1; rater >= 0; rater--)
    draw_joins (pen, (FramRater)rater);
  for (int rater = FRAM_N_RATERS - 1; rater >= 0; rater--)
    draw_points (pen, (FramRater)rater);
}

/* --- steps forward --- */

void
fram_progression_draw_triangle (const FramProgressionPen *pen, double x, double y, gboolean hollow)
{
  double width = (hollow ? 7.8 : 9) * pen->s, height = (hollow ? 6.2 : 7) * pen->s;

  cairo_new_path (pen->cr);
  cairo_move_to (pen->cr, x, y - height / 2);
  cairo_line_to (pen->cr, x + width / 2, y + height / 2);
  cairo_line_to (pen->cr, x - width / 2, y + height / 2);
  cairo_close_path (pen->cr);
  fram_progression_pen_set (pen, pen->palette->step);
  if (!hollow)
    {
      cairo_fill (pen->cr);
      return;
    }
  cairo_set_line_width (pen->cr, 1.4 * pen->s);
  cairo_stroke (pen->cr);
}

void
fram_progression_draw_triangles (const FramProgressionPen *pen)
{
  for (guint i = 0; i < pen->layout->triangles->len; i++)
    {
      const FramProgressionTriangle *triangle = &g_array_index (pen->layout->triangles, FramProgressionTriangle, i);

      fram_progression_draw_triangle (pen, triangle->x, triangle->y, triangle->hollow);
    }
}

/* --- samples of the key --- */

static void
draw_line_sample (const FramProgressionPen *pen, FramRater rater, double x, double y, double width)
{
  fram_progression_pen_set (pen, pen->palette->raters[rater]);
  if (pen->layout->view.kind == FRAM_PROGRESSION_LINES)
    fram_progression_pen_set (pen, pen->palette->ink);
  fram_progression_pen_dash (pen, rater, 0);
  cairo_move_to (pen->cr, x, y);
  cairo_line_to (pen->cr, x + width, y);
  cairo_stroke (pen->cr);
  cairo_set_dash (pen->cr, NULL, 0, 0);
  fram_progression_draw_mark (pen, rater, x + width / 2, y, 1);
}

static void
draw_tick_sample (const FramProgressionPen *pen, double x, double y, double half)
{
  fram_progression_pen_set (pen, pen->palette->tick);
  cairo_set_line_width (pen->cr, 1.4 * pen->s);
  cairo_move_to (pen->cr, x, y - half);
  cairo_line_to (pen->cr, x, y + half);
  cairo_stroke (pen->cr);
}

/* Of the chart of weeks. */
static void
draw_hours_sample (const FramProgressionPen *pen, FramProgressionSampleKind kind, double x, double y)
{
  double half = 5 * pen->s;

  if (kind == FRAM_PROGRESSION_SAMPLE_RATE)
    {
      fram_progression_pen_set (pen, pen->palette->rate);
      cairo_set_line_width (pen->cr, 2.4 * pen->s);
      cairo_move_to (pen->cr, x - 7 * pen->s, y);
      cairo_line_to (pen->cr, x + 7 * pen->s, y);
      cairo_stroke (pen->cr);
      return;
    }
  fram_progression_pen_set (pen,
                            kind == FRAM_PROGRESSION_SAMPLE_PLANNED ? pen->palette->planned : pen->palette->attended);
  cairo_rectangle (pen->cr, x - half, y - half, 2 * half, 2 * half);
  cairo_set_line_width (pen->cr, 1.3 * pen->s);
  if (kind == FRAM_PROGRESSION_SAMPLE_PLANNED)
    cairo_stroke (pen->cr);
  else
    cairo_fill (pen->cr);
}

static void
draw_sample (const FramProgressionPen *pen, const FramProgressionSample *sample)
{
  double along = pen->layout->view.rtl ? -1 : 1, x = sample->x, y = sample->y, middle = x + along * 13 * pen->s;

  switch ((int)sample->kind)
    {
    case FRAM_PROGRESSION_SAMPLE_OWN:
    case FRAM_PROGRESSION_SAMPLE_CASE_WORKER:
      draw_line_sample (pen,
                        sample->kind == FRAM_PROGRESSION_SAMPLE_OWN ? FRAM_RATER_PARTICIPANT : FRAM_RATER_CASE_WORKER,
                        MIN (x, x + along * 26 * pen->s), y, 26 * pen->s);
      break;
    case FRAM_PROGRESSION_SAMPLE_MARK_OWN:
    case FRAM_PROGRESSION_SAMPLE_MARK_OTHER:
      fram_progression_pen_set (pen,
                                fram_progression_pen_colour_of (pen, (guint)sample->series, FRAM_RATER_PARTICIPANT));
      fram_progression_draw_mark (
          pen, sample->kind == FRAM_PROGRESSION_SAMPLE_MARK_OWN ? FRAM_RATER_PARTICIPANT : FRAM_RATER_CASE_WORKER,
          x + along * 4 * pen->s, y, 0.65);
      break;
    case FRAM_PROGRESSION_SAMPLE_HELD: fram_progression_draw_triangle (pen, middle, y, FALSE); break;
    case FRAM_PROGRESSION_SAMPLE_NEW: fram_progression_draw_triangle (pen, middle, y, TRUE); break;
    case FRAM_PROGRESSION_SAMPLE_TICK: draw_tick_sample (pen, middle, y, 3 * pen->s); break;
    case FRAM_PROGRESSION_SAMPLE_CHANGE: draw_tick_sample (pen, middle, y, 8 * pen->s); break;
    case FRAM_PROGRESSION_SAMPLE_NOTE:
      fram_progression_pen_set (pen, pen->palette->dim);
      fram_progression_draw_note_ring (pen, middle, y);
      break;
    case FRAM_PROGRESSION_SAMPLE_REPLACED:
    case FRAM_PROGRESSION_SAMPLE_BEFORE:
      fram_progression_pen_set (pen, pen->palette->ink);
      draw_small (pen, FRAM_RATER_PARTICIPANT, middle, y);
      break;
    default: draw_hours_sample (pen, sample->kind, x + along * 8 * pen->s, y); break;
    }
}

void
fram_progression_draw_samples (const FramProgressionPen *pen)
{
  for (guint i = 0; i < pen->layout->samples->len; i++)
    draw_sample (pen, &g_array_index (pen->layout->samples, FramProgressionSample, i));
}
