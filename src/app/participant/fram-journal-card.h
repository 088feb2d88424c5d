#pragma once

#include "fram-journal-item.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramJournalCard:
 *
 * One line of the journal's list: a heading, a booking, or an entry to be read. What can be done with it goes through
 * the actions `journal.held`, `journal.correct` … with the id as parameter.
 */
#define FRAM_TYPE_JOURNAL_CARD (fram_journal_card_get_type ())
G_DECLARE_FINAL_TYPE (FramJournalCard, fram_journal_card, FRAM, JOURNAL_CARD, AdwBin)

GtkWidget *fram_journal_card_new (void);
void fram_journal_card_show (FramJournalCard *self, FramJournalItem *item, FramDate today);

G_END_DECLS
