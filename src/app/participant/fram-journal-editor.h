#pragma once

#include "fram-desk-journal.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramJournalEditor:
 *
 * A card in which an entry of a journal is written. What is written is on disk after each pause, when the keyboard goes
 * elsewhere, and at once with fram_journal_editor_flush().
 *
 * Signals: `closed` (gboolean signed): the entry was signed or thrown away; `said` (const char *what, gboolean undo): a
 * sentence for a toast; `book`: the next meeting is to be booked.
 */
#define FRAM_TYPE_JOURNAL_EDITOR (fram_journal_editor_get_type ())
G_DECLARE_FINAL_TYPE (FramJournalEditor, fram_journal_editor, FRAM, JOURNAL_EDITOR, AdwBin)

void fram_journal_editor_begin (FramJournalEditor *self, FramDesk *desk, const FramDraft *draft);
void fram_journal_editor_open (FramJournalEditor *self, FramDesk *desk, const FramUuid *participant,
                               const FramEntry *entry);
void fram_journal_editor_correct (FramJournalEditor *self, FramDesk *desk, const FramUuid *participant,
                                  const FramEntry *entry);
void fram_journal_editor_set_next (FramJournalEditor *self, const FramUuid *booking, const char *words);
void fram_journal_editor_flush (FramJournalEditor *self);
void fram_journal_editor_close (FramJournalEditor *self);
gboolean fram_journal_editor_is_open (FramJournalEditor *self);
gboolean fram_journal_editor_is_clean (FramJournalEditor *self);
gboolean fram_journal_editor_is_on_disk (FramJournalEditor *self);
const FramUuid *fram_journal_editor_get_entry (FramJournalEditor *self);
GtkTextView *fram_journal_editor_get_text (FramJournalEditor *self);
void fram_journal_editor_focus (FramJournalEditor *self);
void fram_journal_editor_sign (FramJournalEditor *self);

G_END_DECLS
