#pragma once

#include "fram-desk-places.h"
#include "fram-form-dialog.h"

G_BEGIN_DECLS

/**
 * FramEmployerDialog:
 *
 * An employer's place as it stands in the register: adds one, or changes one piece by piece.
 */
#define FRAM_TYPE_EMPLOYER_DIALOG (fram_employer_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FramEmployerDialog, fram_employer_dialog, FRAM, EMPLOYER_DIALOG, FramFormDialog)

FramEmployerDialog *fram_employer_dialog_new (FramDesk *desk, GtkWidget *parent, const FramUuid *place);

G_END_DECLS
