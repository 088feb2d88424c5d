#pragma once

#include "fram-desk-group.h"
#include "fram-form-dialog.h"

G_BEGIN_DECLS

/**
 * FramGroupDialog:
 *
 * A group: what it is called, who leads it and when, where and how many, on which days. Who may change its sessions but not
 * the group as such sees the rest without fields that would refuse; what the dialog does not show is never taken away.
 */
#define FRAM_TYPE_GROUP_DIALOG (fram_group_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FramGroupDialog, fram_group_dialog, FRAM, GROUP_DIALOG, FramFormDialog)

FramGroupDialog *fram_group_dialog_new (FramDesk *desk, GtkWidget *parent, const FramUuid *group);
gboolean fram_group_dialog_is_read (FramGroupDialog *self);

G_END_DECLS
