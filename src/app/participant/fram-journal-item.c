#include "fram-journal-item.h"

struct _FramJournalItem
{
  GObject parent_instance;

  FramJournalItemKind kind;
  char *text;
  FramBooking *booking;
  FramEntry *entry;
  char *print; /* the same for what looks the same */
};

G_DEFINE_FINAL_TYPE (FramJournalItem, fram_journal_item, G_TYPE_OBJECT)

static void
fram_journal_item_finalize (GObject *object)
{
  FramJournalItem *self = FRAM_JOURNAL_ITEM (object);

  g_free (self->text);
  g_free (self->print);
  g_clear_pointer (&self->booking, fram_booking_free);
  g_clear_pointer (&self->entry, fram_entry_unref);
  G_OBJECT_CLASS (fram_journal_item_parent_class)->finalize (object);
}

static void
fram_journal_item_class_init (FramJournalItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fram_journal_item_finalize;
}

static void
fram_journal_item_init (FramJournalItem *self)
{
}

FramJournalItem *
fram_journal_item_new_heading (const char *text)
{
  FramJournalItem *self = g_object_new (FRAM_TYPE_JOURNAL_ITEM, NULL);

  self->text = g_strdup (text);
  self->print = g_strdup_printf ("h %s", text);
  return self;
}

/* Takes @booking over. */
FramJournalItem *
fram_journal_item_new_booking (FramBooking *booking)
{
  FramJournalItem *self = g_object_new (FRAM_TYPE_JOURNAL_ITEM, NULL);
  char id[FRAM_UUID_TEXT_SIZE];

  self->kind = FRAM_JOURNAL_BOOKING;
  self->booking = booking;
  self->print = g_strdup_printf (
      "b %s %s %d %d %d %s %s %s %d %d %d", fram_uuid_format (&booking->id, id), booking->kind, booking->day,
      booking->starts, booking->minutes, booking->staff_name != NULL ? booking->staff_name : "",
      booking->place != NULL ? booking->place : "", booking->parties != NULL ? booking->parties : "",
      booking->interpreter, booking->to_be_told, booking->may_change);
  return self;
}

FramJournalItem *
fram_journal_item_new_entry (FramEntry *entry)
{
  FramJournalItem *self = g_object_new (FRAM_TYPE_JOURNAL_ITEM, NULL);
  char id[FRAM_UUID_TEXT_SIZE];

  self->kind = entry->signed_at != 0 ? FRAM_JOURNAL_ENTRY : FRAM_JOURNAL_DRAFT;
  self->entry = fram_entry_ref (entry);
  self->print =
      g_strdup_printf ("e %s %s %d %d %d %" G_GINT64_FORMAT " %d %d %s %s", fram_uuid_format (&entry->id, id),
                       entry->kind, entry->day, entry->time, entry->minutes, entry->signed_at, entry->interpreter,
                       entry->may_correct, entry->next != NULL ? entry->next : "", entry->folded);
  return self;
}

FramJournalItemKind
fram_journal_item_get_kind (FramJournalItem *self)
{
  return self->kind;
}

const char *
fram_journal_item_get_text (FramJournalItem *self)
{
  return self->text;
}

const FramBooking *
fram_journal_item_get_booking (FramJournalItem *self)
{
  return self->booking;
}

const FramEntry *
fram_journal_item_get_entry (FramJournalItem *self)
{
  return self->entry;
}

const FramUuid *
fram_journal_item_get_id (FramJournalItem *self)
{
  if (self->booking != NULL)
    return &self->booking->id;
  return self->entry != NULL ? &self->entry->id : NULL;
}

/* Whether both look the same, so that nothing has to be drawn anew. */
gboolean
fram_journal_item_is_same (FramJournalItem *self, FramJournalItem *other)
{
  return g_str_equal (self->print, other->print);
}
