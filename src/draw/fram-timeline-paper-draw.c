#include "fram-timeline-paper-private.h"

#include "fram-print-text.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* A page with a timeline: head, drawing, legend, list. */

static FramPrintBox
box_at (double x, double y, double width, double height)
{
  return (FramPrintBox){ x, y, width, height };
}

static const FramTimelineItem *
phase_of_today (const FramTimeline *timeline)
{
  const FramTimelineItem *found = NULL;

  for (guint i = 0; i < timeline->items->len; i++)
    {
      const FramTimelineItem *item = g_ptr_array_index (timeline->items, i);

      if (item->lane == FRAM_LANE_PHASES && item->from <= timeline->today &&
          (item->to == FRAM_DATE_NONE || item->to >= timeline->today))
        found = item;
    }
  return found;
}

/* "FRAM-2026-0417 · Participation · day 74 of 180" */
char *
fram_timeline_sheet_state (const FramTimelineSheet *self)
{
  const FramTimeline *timeline = self->timeline;
  const FramTimelineItem *phase = phase_of_today (timeline);
  FramDate end = timeline->extended != FRAM_DATE_NONE ? timeline->extended : timeline->target;
  GString *text = g_string_new (timeline->case_no);

  if (phase != NULL && phase->label != NULL)
    g_string_append_printf (text, " · %s", phase->label);
  if (timeline->enrolled == FRAM_DATE_NONE || timeline->today < timeline->enrolled)
    return g_string_free (text, FALSE);
  if (timeline->closed != FRAM_DATE_NONE && timeline->closed < timeline->today)
    {
      g_autofree char *closed = fram_date_to_day_month (timeline->closed);

      /* Translators: the day on which an enrolment was closed */
      g_string_append_printf (text, C_ ("timeline", " · closed %s"), closed);
    }
  else if (end != FRAM_DATE_NONE)
    /* Translators: which day of the enrolment today is, and how many days there are to the target day */
    g_string_append_printf (text, C_ ("timeline", " · day %1$d of %2$d"), timeline->today - timeline->enrolled + 1,
                            end - timeline->enrolled + 1);
  else
    g_string_append_printf (text, C_ ("timeline", " · day %d"), timeline->today - timeline->enrolled + 1);
  return g_string_free (text, FALSE);
}

static void
draw_head (const FramTimelineSheet *self, guint page, const FramTimelinePalette *palette, cairo_t *cr)
{
  g_autofree char *state = fram_timeline_sheet_state (self);
  FramPaperHead head = { self->timeline->title, state,        self->printed_by, self->printed_at, page,
                         self->n_pages,         palette->ink, palette->dim };

  fram_paper_head_draw (&head, cr);
}

/* --- legend --- */

static void
draw_square (const FramTimelinePen *pen, const FramTimelineRect *rect, FramColour colour)
{
  fram_timeline_pen_set (pen, fram_colour_mix (colour, pen->palette->ground, FRAM_TIMELINE_PLAN_FILL));
  cairo_new_path (pen->cr);
  cairo_rectangle (pen->cr, rect->x + 0.5, rect->y + 0.5, rect->width - 1, rect->height - 1);
  cairo_fill_preserve (pen->cr);
  fram_timeline_pen_set (pen, fram_colour_mix (colour, pen->palette->ground, FRAM_TIMELINE_PLAN_BORDER));
  cairo_set_line_width (pen->cr, 0.8);
  cairo_set_dash (pen->cr, (const double[]){ 3, 2 }, 2, 0);
  cairo_stroke (pen->cr);
  cairo_set_dash (pen->cr, NULL, 0, 0);
}

static void
draw_status (const FramTimelinePen *pen, FramShape shape, double x, double y)
{
  double height = shape == FRAM_SHAPE_DISC ? 9 : shape == FRAM_SHAPE_HALF_RING ? 6 : 3;

  fram_timeline_pen_set (pen, pen->palette->statuses[shape]);
  cairo_new_path (pen->cr);
  cairo_rectangle (pen->cr, x - 2, y + 4.5 - height, 4, height);
  cairo_fill (pen->cr);
}

static void
draw_sign (const FramTimelinePen *pen, int sign, double x, double y)
{
  FramTimelineRect rect = { x - 6, y - 5, 12, 10 };

  switch (sign)
    {
    case FRAM_TIMELINE_SIGN_THREE_PARTY:
      fram_timeline_draw_meeting (pen, FRAM_MEETING_THREE_PARTY, FRAM_ITEM_DONE, x, y, 11);
      break;
    case FRAM_TIMELINE_SIGN_SIP: fram_timeline_draw_meeting (pen, FRAM_MEETING_SIP, FRAM_ITEM_DONE, x, y, 11); break;
    case FRAM_TIMELINE_SIGN_TALK: fram_timeline_draw_meeting (pen, FRAM_MEETING_TALK, FRAM_ITEM_DONE, x, y, 11); break;
    case FRAM_TIMELINE_SIGN_TO_COME:
      fram_timeline_draw_meeting (pen, FRAM_MEETING_TALK, FRAM_ITEM_PLANNED, x, y, 11);
      break;
    case FRAM_TIMELINE_SIGN_MISSED:
      fram_timeline_draw_meeting (pen, FRAM_MEETING_TALK, FRAM_ITEM_MISSED, x, y, 11);
      break;
    case FRAM_TIMELINE_SIGN_MOVED:
      fram_timeline_draw_meeting (pen, FRAM_MEETING_TALK, FRAM_ITEM_MOVED, x, y, 11);
      break;
    case FRAM_TIMELINE_SIGN_DONE: fram_timeline_draw_commitment (pen, FRAM_ITEM_DONE, x, y, 11); break;
    case FRAM_TIMELINE_SIGN_LATE: fram_timeline_draw_commitment (pen, FRAM_ITEM_LATE, x, y, 10); break;
    case FRAM_TIMELINE_SIGN_DUE: fram_timeline_draw_commitment (pen, FRAM_ITEM_PLANNED, x, y, 11); break;
    case FRAM_TIMELINE_SIGN_STEP: fram_timeline_draw_triangle (pen, x, y, 9); break;
    case FRAM_TIMELINE_SIGN_PLAN: draw_square (pen, &rect, pen->palette->phase); break;
    case FRAM_TIMELINE_SIGN_GAP: fram_timeline_draw_hatch (pen, &rect, FALSE); break;
    case FRAM_TIMELINE_SIGN_PAUSE: fram_timeline_draw_dots (pen, &rect); break;
    default: draw_status (pen, (FramShape)(sign - FRAM_TIMELINE_SIGN_STATUS), x, y); break;
    }
}

static void
draw_legend (const FramTimelineSheet *self, guint page, const FramTimelinePalette *palette, cairo_t *cr)
{
  FramTimelinePen pen = { cr, g_array_index (self->pages, FramTimelinePage, page).layout, palette, 1 };
  FramPrintType type = { FRAM_TIMELINE_SMALL, FALSE, PANGO_ALIGN_LEFT, 1, FALSE, &palette->ink };
  double y = fram_timeline_sheet_legend_y (self, page);

  for (guint i = 0; i < self->legend->len; i++)
    {
      const FramTimelineLegendItem *item = &g_array_index (self->legend, FramTimelineLegendItem, i);
      double x = FRAM_PAPER_MARGIN + item->x, middle = y + (item->line + 0.5) * FRAM_TIMELINE_LEGEND;
      FramPrintBox box = box_at (x + 17, middle - 7, 260, 14);

      draw_sign (&pen, item->sign, x + 7, middle);
      fram_print_text_draw (cr, &box, item->text, &type);
    }
}

/* A page in points of A4. */
void
fram_timeline_sheet_draw (const FramTimelineSheet *self, guint page, const FramTimelinePalette *palette, cairo_t *cr)
{
  draw_head (self, page, palette, cr);
  if (page < self->pages->len)
    {
      const FramTimelinePage *of = &g_array_index (self->pages, FramTimelinePage, page);

      cairo_save (cr);
      cairo_translate (cr, FRAM_PAPER_MARGIN + (fram_timeline_sheet_width () - of->layout->view.width * of->scale) / 2,
                       FRAM_PAPER_MARGIN + FRAM_PAPER_HEAD);
      cairo_scale (cr, of->scale, of->scale);
      fram_timeline_draw (of->layout, palette, cr);
      cairo_restore (cr);
      draw_legend (self, page, palette, cr);
    }
  fram_paper_list_draw (self->list, page, &palette->ink, cr);
}
