#pragma once

#include "fram-desk-indicators.h"
#include "fram-form-dialog.h"

G_BEGIN_DECLS

/**
 * FramIndicatorTextDialog:
 *
 * Takes a set of questions from a text that is pasted or read from a file. Nothing is written: what was read is looked at
 * in the editor.
 *
 * Signals: `taken` (FramIndicatorTextDialog*, FramIndicatorSet *set, FramIndicatorSet *before): the text was right; before
 * is the set of its code in the register, or %NULL.
 */
#define FRAM_TYPE_INDICATOR_TEXT_DIALOG (fram_indicator_text_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FramIndicatorTextDialog, fram_indicator_text_dialog, FRAM, INDICATOR_TEXT_DIALOG, FramFormDialog)

FramIndicatorTextDialog *fram_indicator_text_dialog_new (FramDesk *desk, GtkWidget *parent);
GtkTextBuffer *fram_indicator_text_dialog_get_text (FramIndicatorTextDialog *self);

G_END_DECLS
