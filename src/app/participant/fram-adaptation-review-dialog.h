#pragma once

#include "fram-adaptation-sheet.h"
#include "fram-form-dialog.h"

G_BEGIN_DECLS

/**
 * FramAdaptationReviewDialog:
 *
 * A review: what came of an adaptation, how it stands now, and when it is looked at again; earlier reviews below.
 */
#define FRAM_TYPE_ADAPTATION_REVIEW_DIALOG (fram_adaptation_review_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FramAdaptationReviewDialog, fram_adaptation_review_dialog, FRAM, ADAPTATION_REVIEW_DIALOG,
                      FramFormDialog)

FramAdaptationReviewDialog *fram_adaptation_review_dialog_new (FramDesk *desk, GtkWidget *parent,
                                                               const FramAdaptation *adaptation);

G_END_DECLS
