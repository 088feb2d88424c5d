#pragma once

#include "fram-desk-week.h"
#include "fram-sheet-grid.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FramSheetPage:
 *
 * The week or the month of a roster: people × days, marked with the keys of the day's roster. A mark is shown when it is on
 * disk; keys pressed meanwhile are written in their order.
 */
#define FRAM_TYPE_SHEET_PAGE (fram_sheet_page_get_type ())
G_DECLARE_FINAL_TYPE (FramSheetPage, fram_sheet_page, FRAM, SHEET_PAGE, GtkWidget)

GtkWidget *fram_sheet_page_new (FramDesk *desk, const FramUuid *activity, FramSheetKind kind, FramDate day);
FramSheetKind fram_sheet_page_get_kind (FramSheetPage *self);
FramDate fram_sheet_page_get_day (FramSheetPage *self);
const FramSheet *fram_sheet_page_get_sheet (FramSheetPage *self);
FramSheetGrid *fram_sheet_page_get_grid (FramSheetPage *self);
void fram_sheet_page_go_to_day (FramSheetPage *self, FramDate day);
void fram_sheet_page_step (FramSheetPage *self, int direction);
void fram_sheet_page_go_home (FramSheetPage *self);
gboolean fram_sheet_page_is_idle (FramSheetPage *self);
char *fram_sheet_page_dup_period (FramSheetPage *self);

/* The keyboard of the grid, as its controller calls it; key events cannot be made in process. */
gboolean fram_sheet_page_handle_key (FramSheetPage *self, guint keyval, GdkModifierType state);
void fram_sheet_page_close_week (FramSheetPage *self, gboolean reopen, const char *reason);

G_END_DECLS
