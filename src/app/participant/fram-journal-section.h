#pragma once

#include "fram-section.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramJournalSection:
 *
 * A participant's journal: what is booked on top, the entry that is being written, and what has been written, newest
 * first. Ctrl+N writes, Ctrl+F searches, Ctrl+Return signs.
 */
#define FRAM_TYPE_JOURNAL_SECTION (fram_journal_section_get_type ())
G_DECLARE_FINAL_TYPE (FramJournalSection, fram_journal_section, FRAM, JOURNAL_SECTION, AdwBin)

GtkWidget *fram_journal_section_new (void);

G_END_DECLS
