#pragma once

#include "fram-desk-indicators.h"
#include "fram-form-dialog.h"
#include "fram-question-row.h"

G_BEGIN_DECLS

/**
 * FramIndicatorDialog:
 *
 * The editor of a set of questions. It says, before anything is saved, whether a new version begins and what becomes of
 * old ratings. Who may not change sets reads it.
 */
#define FRAM_TYPE_INDICATOR_DIALOG (fram_indicator_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FramIndicatorDialog, fram_indicator_dialog, FRAM, INDICATOR_DIALOG, FramFormDialog)

FramIndicatorDialog *fram_indicator_dialog_new (FramDesk *desk, GtkWidget *parent, const FramIndicatorSet *before,
                                                const FramIndicatorSet *set, gboolean editable);

FramQuestionRow *fram_indicator_dialog_get_question (FramIndicatorDialog *self, guint n);
guint fram_indicator_dialog_get_n_questions (FramIndicatorDialog *self);
const char *fram_indicator_dialog_get_version_text (FramIndicatorDialog *self);
GtkSwitch *fram_indicator_dialog_get_correction (FramIndicatorDialog *self);
FramIndicatorSet *fram_indicator_dialog_read (FramIndicatorDialog *self);

G_END_DECLS
