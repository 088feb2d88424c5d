#pragma once

#include "fram-desk-case.h"
#include "fram-form-dialog.h"

G_BEGIN_DECLS

/**
 * FramAskWorkshopDialog:
 *
 * "Ask the workshop": a question to the leaders where the participant is, with what was asked and answered before below
 * it. Whoever asked has seen the answers that are shown.
 */
#define FRAM_TYPE_ASK_WORKSHOP_DIALOG (fram_ask_workshop_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FramAskWorkshopDialog, fram_ask_workshop_dialog, FRAM, ASK_WORKSHOP_DIALOG, FramFormDialog)

FramAskWorkshopDialog *fram_ask_workshop_dialog_new (FramDesk *desk, GtkWidget *parent, const FramCase *what);

G_END_DECLS
