#pragma once

#include "fram-desk-person.h"
#include "fram-form-dialog.h"

G_BEGIN_DECLS

/**
 * FramEndDialog:
 *
 * Ends a participant's placement in a workshop with a day.
 */
#define FRAM_TYPE_END_DIALOG (fram_end_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FramEndDialog, fram_end_dialog, FRAM, END_DIALOG, FramFormDialog)

FramEndDialog *fram_end_dialog_new (FramDesk *desk, GtkWidget *parent, const FramPerson *person, const FramStay *stay);

G_END_DECLS
