#pragma once

#include "fram-sheet-draw.h"
#include "fram-sheet-text.h"

G_BEGIN_DECLS

/* One page while it is drawn. */
typedef struct
{
  cairo_t *cr;
  const FramRosterSheet *sheet;
  const FramSheetPalette *palette;
  FramSheetLayout layout;
  guint page;
  guint first;
  guint n;
} FramSheetPen;

#define FRAM_SHEET_LINE 0.5

void fram_sheet_draw_line (const FramSheetPen *pen, double x1, double y1, double x2, double y2, double width,
                           const FramColour *colour);
void fram_sheet_draw_mark (const FramSheetPen *pen, int status, double x, double y, double size);
void fram_sheet_draw_rows (const FramSheetPen *pen);
void fram_sheet_draw_sums (const FramSheetPen *pen);

G_END_DECLS
