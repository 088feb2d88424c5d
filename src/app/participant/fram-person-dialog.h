#pragma once

#include "fram-desk-people.h"
#include "fram-form-dialog.h"

G_BEGIN_DECLS

/**
 * FramPersonDialog:
 *
 * Adds a participant, or changes what is recorded about one.
 */
#define FRAM_TYPE_PERSON_DIALOG (fram_person_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FramPersonDialog, fram_person_dialog, FRAM, PERSON_DIALOG, FramFormDialog)

FramPersonDialog *fram_person_dialog_new (FramDesk *desk, GtkWidget *parent, const FramUuid *participant);
const char *fram_person_dialog_get_case_no (FramPersonDialog *self);
char *fram_person_dialog_dup_name (FramPersonDialog *self);

G_END_DECLS
