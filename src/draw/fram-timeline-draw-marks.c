#include "fram-timeline-draw-private.h"

/* Meetings and commitments: told apart by their shapes, not by colour alone. */

#define OUTLINE 1.6

static void
add_shape (cairo_t *cr, FramMeetingShape shape, double x, double y, double r)
{
  cairo_new_path (cr);
  if (shape == FRAM_MEETING_THREE_PARTY)
    {
      cairo_move_to (cr, x, y - r);
      cairo_line_to (cr, x + r * 1.1, y + r * 0.85);
      cairo_line_to (cr, x - r * 1.1, y + r * 0.85);
      cairo_close_path (cr);
    }
  else if (shape == FRAM_MEETING_SIP)
    cairo_rectangle (cr, x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8);
  else
    cairo_arc (cr, x, y, r * 0.9, 0, 2 * G_PI);
}

/* Marks that stand close keep an edge of ground around them. */
static void
draw_halo (const FramTimelinePen *pen, FramMeetingShape shape, double x, double y, double r)
{
  add_shape (pen->cr, shape, x, y, r);
  fram_timeline_pen_set (pen, pen->palette->ground);
  cairo_set_line_width (pen->cr, 3);
  cairo_stroke_preserve (pen->cr);
  cairo_fill (pen->cr);
}

/* Somebody who did not come: crossed out. */
static void
draw_cross (const FramTimelinePen *pen, double x, double y, double r)
{
  cairo_save (pen->cr);
  cairo_set_line_cap (pen->cr, CAIRO_LINE_CAP_ROUND);
  cairo_move_to (pen->cr, x - r, y - r);
  cairo_line_to (pen->cr, x + r, y + r);
  cairo_move_to (pen->cr, x + r, y - r);
  cairo_line_to (pen->cr, x - r, y + r);
  cairo_stroke (pen->cr);
  cairo_restore (pen->cr);
}

/* Moved to another day: an arrow on, in the direction of time. */
static void
draw_arrow (const FramTimelinePen *pen, double x, double y, double r)
{
  double on = pen->layout != NULL && pen->layout->view.rtl ? -1 : 1;

  cairo_move_to (pen->cr, x - on * r * 0.5, y);
  cairo_line_to (pen->cr, x + on * r * 1.35, y);
  cairo_move_to (pen->cr, x + on * r * 0.85, y - r * 0.5);
  cairo_line_to (pen->cr, x + on * r * 1.35, y);
  cairo_line_to (pen->cr, x + on * r * 0.85, y + r * 0.5);
  cairo_stroke (pen->cr);
}

/**
 * fram_timeline_draw_meeting:
 *
 * Filled where it was, hollow where it is to come, crossed out where nobody came, with an arrow where it was moved.
 */
void
fram_timeline_draw_meeting (const FramTimelinePen *pen, FramMeetingShape shape, FramItemState state, double x, double y,
                            double size)
{
  double r = size / 2 - 1, line = OUTLINE * MIN (pen->s, 1.4);

  draw_halo (pen, shape, x, y, r);
  fram_timeline_pen_set (pen, state == FRAM_ITEM_MISSED || state == FRAM_ITEM_LATE ? pen->palette->late
                              : state == FRAM_ITEM_MOVED                           ? pen->palette->dim
                                                                                   : pen->palette->ink);
  cairo_set_line_width (pen->cr, line);
  if (state == FRAM_ITEM_DONE)
    {
      add_shape (pen->cr, shape, x, y, r);
      cairo_fill (pen->cr);
      return;
    }
  add_shape (pen->cr, shape, x, y, r - line / 2);
  cairo_stroke (pen->cr);
  if (state == FRAM_ITEM_MISSED)
    draw_cross (pen, x, y + (shape == FRAM_MEETING_THREE_PARTY ? r * 0.2 : 0), r * 0.8);
  else if (state == FRAM_ITEM_MOVED)
    draw_arrow (pen, x, y, r * 0.8);
}

static void
draw_tick (const FramTimelinePen *pen, double x, double y, double r)
{
  cairo_arc (pen->cr, x, y, r, 0, 2 * G_PI);
  fram_timeline_pen_set (pen, pen->palette->dim);
  cairo_fill (pen->cr);
  fram_timeline_pen_set (pen, pen->palette->ground);
  cairo_set_line_width (pen->cr, 1.8 * MIN (pen->s, 1.5));
  cairo_move_to (pen->cr, x - r * 0.45, y + r * 0.02);
  cairo_line_to (pen->cr, x - r * 0.1, y + r * 0.4);
  cairo_line_to (pen->cr, x + r * 0.48, y - r * 0.35);
  cairo_stroke (pen->cr);
}

/* A red diamond with an exclamation mark. */
static void
draw_late (const FramTimelinePen *pen, double x, double y, double r)
{
  cairo_move_to (pen->cr, x, y - r * 1.2);
  cairo_line_to (pen->cr, x + r * 1.2, y);
  cairo_line_to (pen->cr, x, y + r * 1.2);
  cairo_line_to (pen->cr, x - r * 1.2, y);
  cairo_close_path (pen->cr);
  fram_timeline_pen_set (pen, pen->palette->late);
  cairo_fill (pen->cr);
  fram_timeline_pen_set (pen, pen->palette->ground);
  cairo_set_line_width (pen->cr, r * 0.28);
  cairo_move_to (pen->cr, x, y - r * 0.62);
  cairo_line_to (pen->cr, x, y + r * 0.18);
  cairo_stroke (pen->cr);
  cairo_arc (pen->cr, x, y + r * 0.52, r * 0.17, 0, 2 * G_PI);
  cairo_fill (pen->cr);
}

/**
 * fram_timeline_draw_commitment:
 *
 * A tick in a disc where it is done, a red diamond where it is late, a ring where it is due.
 */
void
fram_timeline_draw_commitment (const FramTimelinePen *pen, FramItemState state, double x, double y, double size)
{
  double r = size / 2;

  draw_halo (pen, FRAM_MEETING_TALK, x, y, r);
  if (state == FRAM_ITEM_LATE || state == FRAM_ITEM_MISSED)
    draw_late (pen, x, y, r);
  else if (state == FRAM_ITEM_DONE)
    draw_tick (pen, x, y, r);
  else
    {
      cairo_arc (pen->cr, x, y, r - 1, 0, 2 * G_PI);
      fram_timeline_pen_set (pen, pen->palette->ink);
      cairo_set_line_width (pen->cr, OUTLINE * MIN (pen->s, 1.4));
      cairo_stroke (pen->cr);
    }
}

void
fram_timeline_draw_marks (const FramTimelinePen *pen)
{
  const FramTimelineLayout *layout = pen->layout;

  for (guint i = 0; i < layout->boxes->len; i++)
    {
      const FramTimelineBox *box = &g_array_index (layout->boxes, FramTimelineBox, i);
      const FramTimelineItem *item = g_ptr_array_index (layout->timeline->items, box->item);
      double x = box->rect.x + box->rect.width / 2, y = box->rect.y + box->rect.height / 2;

      if (item->lane == FRAM_LANE_MEETINGS)
        fram_timeline_draw_meeting (pen, item->shape, item->state, x, y, box->rect.width);
      else if (item->lane == FRAM_LANE_COMMITMENTS)
        fram_timeline_draw_commitment (pen, item->state, x, y, box->rect.width);
    }
}
