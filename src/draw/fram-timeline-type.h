#pragma once

#include "fram-colours.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Text of a drawing in one line: measured once for each text, whatever the size; nothing is fitted to pixels, so that a
 * drawing is the same on a screen, in a file and on paper. May be used in any thread. */
double fram_timeline_text_width (const char *text, double size, gboolean bold);
char *fram_timeline_text_elide (const char *text, double size, gboolean bold, double width);
double fram_timeline_text_height (double size);

/* Draws a text in the colour that is set, from @x on, in the middle of the height. */
void fram_timeline_text_draw (cairo_t *cr, const char *text, double size, gboolean bold, double x, double middle);

G_END_DECLS
