#pragma once

#include "fram-desk-commitment.h"
#include "fram-form-dialog.h"

G_BEGIN_DECLS

/**
 * FramCommitmentDialog:
 *
 * When a commitment is due, when it was done, and what there is to say about it; written as it is changed.
 */
#define FRAM_TYPE_COMMITMENT_DIALOG (fram_commitment_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FramCommitmentDialog, fram_commitment_dialog, FRAM, COMMITMENT_DIALOG, FramFormDialog)

FramCommitmentDialog *fram_commitment_dialog_new (FramDesk *desk, GtkWidget *parent, FramCommitmentRow *row);

G_END_DECLS
