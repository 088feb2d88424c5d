#include "fram-paper-page.h"

#include "fram-clock.h"
#include "fram-print-text.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* What pages have in common: their size on what there is, and their head. */

#define RIGHT 245.0 /* width of what stands at the right of a head */

static char *
printed_words (const FramPaperHead *self)
{
  g_autofree char *day = fram_date_to_day_month (fram_instant_get_date (self->printed_at));
  g_autofree char *time = fram_time_to_words (fram_instant_get_minute (self->printed_at));

  if (self->printed_by != NULL)
    /* Translators: a day, a time and who */
    return g_strdup_printf (C_ ("sheet", "Printed %1$s at %2$s by %3$s"), day, time, self->printed_by);
  return g_strdup_printf (C_ ("sheet", "Printed %1$s at %2$s"), day, time);
}

/**
 * fram_paper_head_draw:
 * @self: a head
 * @cr: where to draw, in points of a lying A4
 */
void
fram_paper_head_draw (const FramPaperHead *self, cairo_t *cr)
{
  FramPrintType title = { FRAM_PRINT_TITLE * 0.9, TRUE, PANGO_ALIGN_LEFT, 1, FALSE, &self->ink };
  FramPrintType small = { FRAM_PRINT_SMALL, FALSE, PANGO_ALIGN_LEFT, 1, FALSE, &self->dim };
  double x = FRAM_PAPER_MARGIN, y = FRAM_PAPER_MARGIN - 6, width = FRAM_PAPER_INNER;
  g_autofree char *printed = printed_words (self);
  g_autofree char *number = g_strdup_printf (C_ ("sheet", "Page %1$u of %2$u"), self->page + 1, self->n_pages);
  FramPrintBox box = { x, y, width - RIGHT - 5, 24 };

  fram_print_text_draw (cr, &box, self->title, &title);
  box = (FramPrintBox){ x, y + 25, width - RIGHT - 5, 14 };
  small.size = 10;
  fram_print_text_draw (cr, &box, self->state, &small);
  small.align = PANGO_ALIGN_RIGHT;
  small.size = FRAM_PRINT_SMALL;
  box = (FramPrintBox){ x + width - RIGHT, y + 8, RIGHT, 14 };
  fram_print_text_draw (cr, &box, number, &small);
  box.y = y + 25;
  fram_print_text_draw (cr, &box, printed, &small);
}

void
fram_paper_page_begin (cairo_t *cr, double page_width, double page_height, const FramColour *ground, double width,
                       double height)
{
  double scale = MIN (width / page_width, height / page_height);

  cairo_save (cr);
  if (ground != NULL)
    {
      cairo_set_source_rgb (cr, ground->red, ground->green, ground->blue);
      cairo_rectangle (cr, 0, 0, width, height);
      cairo_fill (cr);
    }
  cairo_translate (cr, (width - page_width * scale) / 2, (height - page_height * scale) / 2);
  cairo_scale (cr, scale, scale);
}

void
fram_paper_page_end (cairo_t *cr)
{
  cairo_restore (cr);
}

char *
fram_paper_page_to_words (const FramPaper *paper, guint page)
{
  /* Translators: a page of something printed: what it is, which page of how many */
  return g_strdup_printf (_ ("%1$s, page %2$u of %3$u."), paper->title, page + 1, paper->n_pages);
}
