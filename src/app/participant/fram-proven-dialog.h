#pragma once

#include "fram-adaptation-sheet.h"
#include "fram-form-dialog.h"

G_BEGIN_DECLS

/**
 * FramProvenDialog:
 *
 * Keeps what helped somebody as a proven measure that suits anybody: its words are looked through first.
 */
#define FRAM_TYPE_PROVEN_DIALOG (fram_proven_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FramProvenDialog, fram_proven_dialog, FRAM, PROVEN_DIALOG, FramFormDialog)

FramProvenDialog *fram_proven_dialog_new (FramDesk *desk, GtkWidget *parent, const FramAdaptationSheet *sheet,
                                          const FramAdaptation *adaptation);

G_END_DECLS
