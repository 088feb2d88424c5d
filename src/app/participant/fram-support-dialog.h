#pragma once

#include "fram-desk-support.h"
#include "fram-form-dialog.h"

G_BEGIN_DECLS

/**
 * FramSupportDialog:
 *
 * Support outside the programme: adds one, or changes or removes one that is there.
 */
#define FRAM_TYPE_SUPPORT_DIALOG (fram_support_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FramSupportDialog, fram_support_dialog, FRAM, SUPPORT_DIALOG, FramFormDialog)

FramSupportDialog *fram_support_dialog_new (FramDesk *desk, GtkWidget *parent, const FramUuid *enrolment,
                                            const FramSupport *support, const char *kind);

G_END_DECLS
