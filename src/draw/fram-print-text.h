#pragma once

#include "fram-colours.h"
#include "fram-roster-sheet.h"
#include "fram-print-layout.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Sizes of text in points. */
#define FRAM_PRINT_TITLE 20.0
#define FRAM_PRINT_LARGE 13.0
#define FRAM_PRINT_BODY  11.0
#define FRAM_PRINT_SMALL 9.0

/**
 * FramPrintType:
 * @size: points
 * @bold: whether it is
 * @align: where in its box
 * @lines: most lines; what does not fit is elided at the end
 * @shrinks: whether letters are smaller where one line is not enough
 * @colour: its colour
 *
 * How a text is set.
 */
typedef struct
{
  double size;
  gboolean bold;
  PangoAlignment align;
  int lines;
  gboolean shrinks;
  const FramColour *colour;
} FramPrintType;

void fram_print_set_colour (cairo_t *cr, const FramColour *colour);
void fram_print_text_draw (cairo_t *cr, const FramPrintBox *box, const char *text, const FramPrintType *type);
double fram_print_text_draw_on_line (cairo_t *cr, double x, double baseline, double width, const char *text,
                                     const FramPrintType *type);
double fram_print_text_width (const char *text, double size);
const char *fram_print_legend_text (const FramRosterSheet *sheet, int status);

G_END_DECLS
