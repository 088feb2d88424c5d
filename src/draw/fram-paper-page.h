#pragma once

#include "fram-paper.h"

G_BEGIN_DECLS

/* Edges that office printers leave free, and the head of a page that lies, in points. */
#define FRAM_PAPER_MARGIN 34.0
#define FRAM_PAPER_HEAD   44.0

/* Width of a lying page between its edges. */
#define FRAM_PAPER_INNER (FRAM_PAPER_LONG - 2 * FRAM_PAPER_MARGIN)

/**
 * FramPaperHead:
 * @title: (nullable): whose it is
 * @state: (nullable): what stands below it
 * @printed_by: (nullable): who prints
 * @printed_at: when, UTC milliseconds
 * @page: which page, from 0
 * @n_pages: of how many
 * @ink: colour of the title
 * @dim: colour of the rest
 *
 * The head of a lying page that is about one person.
 */
typedef struct
{
  const char *title;
  const char *state;
  const char *printed_by;
  gint64 printed_at;
  guint page;
  guint n_pages;
  FramColour ink;
  FramColour dim;
} FramPaperHead;

void fram_paper_head_draw (const FramPaperHead *self, cairo_t *cr);

/* Between the two a page is drawn in its own size, in the middle of what there is; @ground (nullable): painted first. */
void fram_paper_page_begin (cairo_t *cr, double page_width, double page_height, const FramColour *ground, double width,
                            double height);
void fram_paper_page_end (cairo_t *cr);

/* "Timeline, Amina H., page 1 of 2.": a paper's @describe */
char *fram_paper_page_to_words (const FramPaper *paper, guint page);

G_END_DECLS
