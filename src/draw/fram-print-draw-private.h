#pragma once

#include "fram-print-draw.h"
#include "fram-print-text.h"

G_BEGIN_DECLS

/* One page while it is drawn. */
typedef struct
{
  cairo_t *cr;
  const FramRosterSheet *sheet;
  const FramPrintPalette *palette;
  FramPrintLayout layout;
  guint page;
  guint first;
  guint n;
} FramPrintPen;

#define FRAM_PRINT_LINE 0.5

void fram_print_draw_line (const FramPrintPen *pen, double x1, double y1, double x2, double y2, double width,
                           const FramColour *colour);
void fram_print_draw_mark (const FramPrintPen *pen, int status, double x, double y, double size);
void fram_print_draw_rows (const FramPrintPen *pen);
void fram_print_draw_sums (const FramPrintPen *pen);

G_END_DECLS
