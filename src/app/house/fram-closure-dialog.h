#pragma once

#include "fram-desk-house.h"
#include "fram-form-dialog.h"

G_BEGIN_DECLS

/**
 * FramClosureDialog:
 *
 * Adds a day or period on which the house or a workshop is closed, or changes one.
 */
#define FRAM_TYPE_CLOSURE_DIALOG (fram_closure_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FramClosureDialog, fram_closure_dialog, FRAM, CLOSURE_DIALOG, FramFormDialog)

FramClosureDialog *fram_closure_dialog_new (FramDesk *desk, GtkWidget *parent, const FramClosure *closure,
                                            const GPtrArray *workshops);

G_END_DECLS
