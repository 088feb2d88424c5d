#pragma once

#include "fram-sheet-grid-private.h"

G_BEGIN_DECLS

/* What is at hand while a sheet is drawn: shared by the files that draw it. */
typedef struct
{
  FramSheetGrid *grid;
  const FramSheetLayout *l;
  FramSheetLook *look;
  GtkSnapshot *snapshot;
  const FramSheet *sheet;
  double width, height;
  double left, top; /* how far it is scrolled */
  GdkRGBA dim, line, text;
} FramSheetDrawing;

/** FRAM_SHEET_PAD: room before the line after a column, pixels at text scale 1. */
#define FRAM_SHEET_PAD 8

static inline double
fram_sheet_scaled (const FramSheetDrawing *d, double pixels)
{
  return pixels * d->l->scale;
}

void fram_sheet_fill (const FramSheetDrawing *d, const GdkRGBA *colour, double x, double y, double width,
                      double height);
double fram_sheet_text (const FramSheetDrawing *d, FramSheetFont font, const char *words, double x, double y,
                        double width, double height, float align, const GdkRGBA *colour);
void fram_sheet_text_in_lines (const FramSheetDrawing *d, FramSheetFont font, const char *words, double x, double y,
                               double width, double height, const GdkRGBA *colour);
GdkRGBA fram_sheet_tint (const GdkRGBA *colour, double alpha);
void fram_sheet_mark (const FramSheetDrawing *d, const FramStatus *status, FramSheetMarkForm form, double x, double y,
                      double width, double height);
const FramStatus *fram_sheet_find_status (const FramSheetDrawing *d, const char *code);
const char *fram_sheet_get_counted (guint column);
int fram_sheet_count_of (const FramSheetDrawing *d, const FramSheetSums *sums, guint column);

void fram_sheet_draw_hours (const FramSheetDrawing *d, const FramSheetSums *sums, double x, double y, double width,
                            double height, float align);
void fram_sheet_draw_rates (const FramSheetDrawing *d, const FramSheetSums *sums, double x, double y, double width,
                            double height, float align);
void fram_sheet_draw_sums (const FramSheetDrawing *d, const FramSheetSums *sums, double y, double height);
void fram_sheet_draw_cells (const FramSheetDrawing *d, const FramSheetRow *row, int at, double y);
void fram_sheet_draw_head (const FramSheetDrawing *d);
void fram_sheet_draw_foot (const FramSheetDrawing *d);

G_END_DECLS
