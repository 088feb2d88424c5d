#pragma once

#include "fram-colours.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * FramTextType:
 * @size: size of letters
 * @bold: whether they are
 * @exact: for paper, where letters stand anywhere; else they stand on whole pixels, as on all of a screen
 *
 * How a text is set.
 */
typedef struct
{
  double size;
  gboolean bold;
  gboolean exact;
} FramTextType;

/* Text of a drawing in one line. What was measured or shaped once is remembered. May be used in any thread. */
double fram_drawn_text_width (const char *text, const FramTextType *type);
char *fram_drawn_text_elide (const char *text, const FramTextType *type, double width);
double fram_drawn_text_height (double size);

/* Draws a text in the colour that is set, from @x on; @middle is that of its capitals. */
void fram_drawn_text_draw (cairo_t *cr, const char *text, const FramTextType *type, double x, double middle);

G_END_DECLS
