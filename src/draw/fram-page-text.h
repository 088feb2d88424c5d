#pragma once

#include "fram-colours.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * FramPageType:
 * @size: of its letters
 * @weight: how bold it is
 * @align: where it stands: %PANGO_ALIGN_LEFT is where reading begins
 * @rtl: whether the page is read from right to left
 * @lines: most lines, 0 for as many as it takes; what does not fit is elided at the end of the last one
 * @colour: (nullable): its colour; not needed to measure
 *
 * How a text is set that takes the lines it needs.
 */
typedef struct
{
  double size;
  PangoWeight weight;
  PangoAlignment align;
  gboolean rtl;
  int lines;
  const FramColour *colour;
} FramPageType;

double fram_page_text_width (const char *text, const FramPageType *type);
double fram_page_text_height (const char *text, const FramPageType *type, double width);
double fram_page_text_draw (cairo_t *cr, const char *text, const FramPageType *type, double x, double y, double width);

G_END_DECLS
