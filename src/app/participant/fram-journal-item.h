#pragma once

#include "fram-desk-journal.h"

G_BEGIN_DECLS

/**
 * FramJournalItemKind:
 *
 * What a line of the journal's list is.
 */
typedef enum
{
  FRAM_JOURNAL_HEADING,
  FRAM_JOURNAL_BOOKING,
  FRAM_JOURNAL_DRAFT,
  FRAM_JOURNAL_ENTRY,
} FramJournalItemKind;

#define FRAM_TYPE_JOURNAL_ITEM (fram_journal_item_get_type ())
G_DECLARE_FINAL_TYPE (FramJournalItem, fram_journal_item, FRAM, JOURNAL_ITEM, GObject)

FramJournalItem *fram_journal_item_new_heading (const char *text);
FramJournalItem *fram_journal_item_new_booking (FramBooking *booking);
FramJournalItem *fram_journal_item_new_entry (FramEntry *entry);

FramJournalItemKind fram_journal_item_get_kind (FramJournalItem *self);
const char *fram_journal_item_get_text (FramJournalItem *self);
const FramBooking *fram_journal_item_get_booking (FramJournalItem *self);
const FramEntry *fram_journal_item_get_entry (FramJournalItem *self);
const FramUuid *fram_journal_item_get_id (FramJournalItem *self);
gboolean fram_journal_item_is_same (FramJournalItem *self, FramJournalItem *other);

G_END_DECLS
