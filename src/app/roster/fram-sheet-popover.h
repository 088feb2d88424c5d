#pragma once

#include "fram-desk-week.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FramSheetPopover:
 *
 * The statuses for one cell of a sheet, or for a block of them, in targets of 44 pixels; minutes late, and who marked when.
 *
 * Signals: `picked` (FramSheetPopover*, guint index, int part), a status for the whole day (0) or a half of it;
 * `minutes` (FramSheetPopover*, int minutes); `clear` (FramSheetPopover*).
 */
#define FRAM_TYPE_SHEET_POPOVER (fram_sheet_popover_get_type ())
G_DECLARE_FINAL_TYPE (FramSheetPopover, fram_sheet_popover, FRAM, SHEET_POPOVER, GtkPopover)

GtkWidget *fram_sheet_popover_new (const GArray *statuses);
void fram_sheet_popover_set_cell (FramSheetPopover *self, const FramSheetRow *row, const FramSheetCell *cell,
                                  const FramSheetDay *day, gboolean may_mark);
void fram_sheet_popover_set_block (FramSheetPopover *self, guint n_cells);

G_END_DECLS
