#pragma once

#include "fram-desk-carrier.h"
#include "fram-form-dialog.h"

G_BEGIN_DECLS

/**
 * FramReferrerDialog:
 *
 * Says who refers a participant from a day on: somebody known at the organisation, or somebody new.
 */
#define FRAM_TYPE_REFERRER_DIALOG (fram_referrer_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FramReferrerDialog, fram_referrer_dialog, FRAM, REFERRER_DIALOG, FramFormDialog)

FramReferrerDialog *fram_referrer_dialog_new (FramDesk *desk, GtkWidget *parent, const FramUuid *enrolment,
                                              const FramCarriers *carriers);

G_END_DECLS
