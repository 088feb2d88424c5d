#pragma once

#include "fram-adaptation-sheet.h"
#include "fram-form-dialog.h"

G_BEGIN_DECLS

/**
 * FramAdaptationDialog:
 *
 * The quick form "Difficult with … → try … → where" (UX.md, "OT"), everything else folded under "More". The same form
 * changes what is there.
 */
#define FRAM_TYPE_ADAPTATION_DIALOG (fram_adaptation_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FramAdaptationDialog, fram_adaptation_dialog, FRAM, ADAPTATION_DIALOG, FramFormDialog)

FramAdaptationDialog *fram_adaptation_dialog_new (FramDesk *desk, GtkWidget *parent, FramAdaptationSheet *sheet,
                                                  const FramAdaptation *adaptation, FramAdaptationStatus status);

G_END_DECLS
