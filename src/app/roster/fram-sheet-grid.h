#pragma once

#include "fram-desk-week.h"
#include "fram-sheet-layout.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FramSheetGrid:
 *
 * People × days, drawn by one widget: the names stay at the side, the headings at the top and the sums at the bottom while
 * the rest scrolls. One cell has the keyboard; a block of cells can be selected.
 *
 * Signals: `pressed` (FramSheetGrid*, guint row, guint day) when a cell was clicked or touched; `moved` (FramSheetGrid*)
 * when the cursor or the selection is another.
 */
#define FRAM_TYPE_SHEET_GRID (fram_sheet_grid_get_type ())
G_DECLARE_FINAL_TYPE (FramSheetGrid, fram_sheet_grid, FRAM, SHEET_GRID, GtkWidget)

/**
 * FramSheetPlace:
 * @row: which person, by the sheet's order
 * @day: which day, likewise
 */
typedef struct
{
  int row;
  int day;
} FramSheetPlace;

GtkWidget *fram_sheet_grid_new (FramSheetKind kind);
void fram_sheet_grid_set_sheet (FramSheetGrid *self, const FramSheet *sheet, const GArray *statuses);
void fram_sheet_grid_set_typed (FramSheetGrid *self, const FramCellKey *cells, guint n, const char *text);

gboolean fram_sheet_grid_get_cursor (FramSheetGrid *self, FramSheetPlace *place);
gboolean fram_sheet_grid_has_keyboard (FramSheetGrid *self);
void fram_sheet_grid_move_to (FramSheetGrid *self, int row, int day, gboolean extend);
void fram_sheet_grid_take_keyboard (FramSheetGrid *self);
void fram_sheet_grid_select_all (FramSheetGrid *self);
gboolean fram_sheet_grid_unselect (FramSheetGrid *self);
gboolean fram_sheet_grid_is_selected (FramSheetGrid *self, int row, int day);
GArray *fram_sheet_grid_get_selected (FramSheetGrid *self);
gboolean fram_sheet_grid_get_bounds (FramSheetGrid *self, int row, int day, GdkRectangle *bounds);
const FramSheetLayout *fram_sheet_grid_get_layout (FramSheetGrid *self);
char *fram_sheet_grid_to_words (FramSheetGrid *self);

G_END_DECLS
