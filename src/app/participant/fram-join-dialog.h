#pragma once

#include "fram-desk-plan.h"
#include "fram-form-dialog.h"

G_BEGIN_DECLS

/**
 * FramJoinDialog:
 *
 * Puts a participant into a group from a day on, or on its waiting list where it is full.
 */
#define FRAM_TYPE_JOIN_DIALOG (fram_join_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FramJoinDialog, fram_join_dialog, FRAM, JOIN_DIALOG, FramFormDialog)

FramJoinDialog *fram_join_dialog_new (FramDesk *desk, GtkWidget *parent, const FramCasePlan *plan);
gboolean fram_join_dialog_is_read (FramJoinDialog *self);

G_END_DECLS
