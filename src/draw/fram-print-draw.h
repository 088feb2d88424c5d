#pragma once

#include "fram-colours.h"
#include "fram-paper.h"
#include "fram-roster-sheet.h"

#include <cairo.h>

G_BEGIN_DECLS

void fram_roster_sheet_draw_page (const FramRosterSheet *self, guint page, const FramPrintPalette *palette,
                                  double width, double height, cairo_t *cr);
FramPaper *fram_roster_sheet_get_paper (FramRosterSheet *sheet);

G_END_DECLS
