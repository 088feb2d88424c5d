#pragma once

#include "fram-desk-carrier.h"
#include "fram-form-dialog.h"

G_BEGIN_DECLS

/**
 * FramCarrierDialog:
 *
 * Chooses who is in charge of a participant from a day on, with what each case worker carries already.
 */
#define FRAM_TYPE_CARRIER_DIALOG (fram_carrier_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FramCarrierDialog, fram_carrier_dialog, FRAM, CARRIER_DIALOG, FramFormDialog)

FramCarrierDialog *fram_carrier_dialog_new (FramDesk *desk, GtkWidget *parent, const FramUuid *enrolment,
                                            const FramCarriers *carriers);
gboolean fram_carrier_dialog_wants_sheet (FramCarrierDialog *self);

G_END_DECLS
