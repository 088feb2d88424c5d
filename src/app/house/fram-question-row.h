#pragma once

#include "fram-indicator.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramQuestionRow:
 *
 * One question of a set in the editor: its words in Swedish, English and further languages, what the ends of the scale
 * mean, who answers. It is moved by its handle, by buttons and with Alt and the arrows up and down.
 *
 * Signals: `changed` (FramQuestionRow*); `moved` (FramQuestionRow*, int by); `dropped` (FramQuestionRow*,
 * FramQuestionRow *other): the other one was dropped on it; `removed` (FramQuestionRow*).
 */
#define FRAM_TYPE_QUESTION_ROW (fram_question_row_get_type ())
G_DECLARE_FINAL_TYPE (FramQuestionRow, fram_question_row, FRAM, QUESTION_ROW, AdwExpanderRow)

FramQuestionRow *fram_question_row_new (const FramIndicatorDraft *draft, gboolean editable);
void fram_question_row_set_agenda (FramQuestionRow *self, gboolean is_agenda);
void fram_question_row_set_place (FramQuestionRow *self, guint place, guint n);
void fram_question_row_read (FramQuestionRow *self, FramIndicatorDraft *draft);
void fram_question_row_edit (FramQuestionRow *self);
AdwEntryRow *fram_question_row_get_name_row (FramQuestionRow *self, gboolean swedish);

G_END_DECLS
