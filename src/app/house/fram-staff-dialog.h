#pragma once

#include "fram-desk-house.h"
#include "fram-form-dialog.h"

G_BEGIN_DECLS

/**
 * FramStaffDialog:
 *
 * Adds somebody who works here, or changes what is recorded about somebody, with the roles.
 */
#define FRAM_TYPE_STAFF_DIALOG (fram_staff_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FramStaffDialog, fram_staff_dialog, FRAM, STAFF_DIALOG, FramFormDialog)

FramStaffDialog *fram_staff_dialog_new (FramDesk *desk, GtkWidget *parent, const FramUuid *staff);
guint fram_staff_dialog_get_n_roles (FramStaffDialog *self);

G_END_DECLS
