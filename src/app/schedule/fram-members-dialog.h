#pragma once

#include "fram-desk-group.h"
#include "fram-form-dialog.h"

G_BEGIN_DECLS

/**
 * FramMembersDialog:
 *
 * Who is in a group, and who waits for a place in it, in order: a place is given to who waits, somebody leaves with a last
 * day, and a participant is found and joins. Each is written at once.
 */
#define FRAM_TYPE_MEMBERS_DIALOG (fram_members_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FramMembersDialog, fram_members_dialog, FRAM, MEMBERS_DIALOG, FramFormDialog)

FramMembersDialog *fram_members_dialog_new (FramDesk *desk, GtkWidget *parent, const FramUuid *group, const char *name);

/* For tests: whether it has been filled in, and what is done by the rows. */
gboolean fram_members_dialog_is_read (FramMembersDialog *self);
guint fram_members_dialog_get_n_members (FramMembersDialog *self);
void fram_members_dialog_look_for (FramMembersDialog *self, const char *words);
GtkWidget *fram_members_dialog_get_found (FramMembersDialog *self, guint at);

G_END_DECLS
