#pragma once

#include "fram-drawn-text.h"
#include "fram-schedule-draw.h"

G_BEGIN_DECLS

/* Sizes of letters at scale 1. */
#define FRAM_SCHEDULE_TITLE 13.3
#define FRAM_SCHEDULE_TEXT  12.5

void fram_schedule_fill (cairo_t *cr, const FramPrintBox *box, const FramColour *colour);
void fram_schedule_stripe (cairo_t *cr, const FramPrintBox *box, const FramColour *colour, double scale);
void fram_schedule_round (cairo_t *cr, const FramPrintBox *box, double radius);

/* In one line from where reading begins; what does not fit ends in "…". The answer is how wide it is. */
double fram_schedule_text (const FramScheduleLayout *layout, cairo_t *cr, const FramPrintBox *box, double middle,
                           const char *text, const FramTextType *type, const FramColour *colour);

/* The line of now where it crosses a box of today's: whether it does, and where. */
gboolean fram_schedule_draw_now_in (const FramScheduleLayout *layout, const FramSchedulePalette *palette,
                                    const FramPrintBox *box, FramDate day, double *y, cairo_t *cr);

void fram_schedule_draw_heads (const FramScheduleLayout *layout, const FramSchedulePalette *palette, cairo_t *cr);
void fram_schedule_draw_block (const FramScheduleLayout *layout, const FramSchedulePalette *palette, guint block,
                               cairo_t *cr);
void fram_schedule_draw_more (const FramScheduleLayout *layout, const FramSchedulePalette *palette,
                              const FramScheduleMore *more, cairo_t *cr);

/* Text of a block in rows: fram-schedule-rows.c */

/**
 * FramScheduleRow:
 * @text: the text
 * @is_title: bold, and struck through where the block is called off
 * @after: (nullable): stands behind it in plain letters
 */
typedef struct
{
  char *text;
  gboolean is_title;
  char *after;
} FramScheduleRow;

GArray *fram_schedule_rows (const FramScheduleBlock *block, double width, double height, double scale, gboolean exact,
                            GString *rest);
/* Inside of a box, where its rows stand. */
FramPrintBox fram_schedule_inner_box (const FramScheduleLayout *layout, const FramScheduleBlock *block,
                                      const FramPrintBox *box);
double fram_schedule_row_height (gboolean is_title, double scale);

G_END_DECLS
