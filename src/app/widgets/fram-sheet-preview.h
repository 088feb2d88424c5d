#pragma once

#include "fram-paper.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FramSheetPreview:
 *
 * A page as it will be on paper, as large as there is room, white in the dark style too. What the page says is its
 * accessible name and description.
 */
#define FRAM_TYPE_SHEET_PREVIEW (fram_sheet_preview_get_type ())
G_DECLARE_FINAL_TYPE (FramSheetPreview, fram_sheet_preview, FRAM, SHEET_PREVIEW, GtkWidget)

GtkWidget *fram_sheet_preview_new (void);
void fram_sheet_preview_show (FramSheetPreview *self, FramPaper *paper, guint page);

G_END_DECLS
