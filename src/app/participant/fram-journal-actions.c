#include "fram-journal-private.h"

#include "fram-booking-dialog.h"
#include "fram-journal.h"

#include <glib/gi18n.h>

/* What can be done in a journal. */

typedef struct
{
  FramUuid booking;
  const char *status;
} Telling;

static const FramEntry *
find_entry (FramJournalSection *self, const FramUuid *id)
{
  for (guint i = 0; self->journal != NULL && i < self->journal->entries->len; i++)
    if (fram_uuid_equal (&((FramEntry *)g_ptr_array_index (self->journal->entries, i))->id, id))
      return g_ptr_array_index (self->journal->entries, i);
  for (guint i = 0; self->journal != NULL && i < self->journal->drafts->len; i++)
    if (fram_uuid_equal (&((FramEntry *)g_ptr_array_index (self->journal->drafts, i))->id, id))
      return g_ptr_array_index (self->journal->drafts, i);
  return NULL;
}

static const FramBooking *
find_booking (FramJournalSection *self, const FramUuid *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (FramJournalItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);
      const FramBooking *booking = fram_journal_item_get_booking (item);

      if (booking != NULL && fram_uuid_equal (&booking->id, id))
        return booking;
    }
  return NULL;
}

static FramDraft *
new_draft (FramJournalSection *self, const char *kind)
{
  FramDraft *draft = fram_draft_new ();
  FramClock *clock = fram_desk_get_clock (self->desk);

  draft->participant = self->participant;
  draft->enrolment = self->what != NULL ? self->what->enrolment : FRAM_UUID_NONE;
  draft->kind = g_strdup (kind);
  draft->day = fram_clock_today (clock);
  draft->time = fram_clock_minute (clock);
  return draft;
}

static void
write_draft (FramJournalSection *self, FramDraft *draft)
{
  fram_journal_editor_begin (self->editor, self->desk, draft);
  fram_draft_free (draft);
  fram_journal_section_arrange (self);
  fram_journal_editor_focus (self->editor);
}

/**
 * fram_journal_section_begin:
 * @self: the section
 * @what: "entry", "call" or "meeting"
 *
 * Returns: whether that is of the journal's
 */
gboolean
fram_journal_section_begin (FramJournalSection *self, const char *what)
{
  gboolean call = g_str_equal (what, "call");

  if (g_str_equal (what, "meeting"))
    {
      fram_journal_section_book (self, NULL, NULL, FALSE);
      return TRUE;
    }
  if (!call && !g_str_equal (what, "entry"))
    return FALSE;
  if (self->journal == NULL)
    {
      /* asked for before the journal is read: it begins then */
      g_free (self->adding);
      self->adding = g_strdup (what);
      return TRUE;
    }
  if (!self->journal->may_write)
    return TRUE;
  /* one that is empty yet is this one */
  if (!call && fram_journal_editor_is_open (self->editor) && !fram_journal_editor_is_on_disk (self->editor) &&
      fram_journal_editor_is_clean (self->editor))
    fram_journal_editor_focus (self->editor);
  else
    write_draft (self, new_draft (self, call ? "telefon" : "anteckning"));
  return TRUE;
}

static void
on_write (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  fram_journal_section_begin (data, "entry");
}

static void
on_search (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_widget_grab_focus (GTK_WIDGET (((FramJournalSection *)data)->search));
}

static void
on_sign (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  fram_journal_editor_sign (((FramJournalSection *)data)->editor);
}

/* Bookings */

static void
on_booked_cb (FramJournalSection *self, const char *what)
{
  if (what != NULL)
    fram_section_toast (GTK_WIDGET (self), what, TRUE);
}

static gpointer
read_booking (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  return fram_desk_booking (desk, data, error);
}

static void
on_next_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FramJournalSection) self = data;
  g_autoptr (FramBooking) booking = fram_desk_run_finish (FRAM_DESK (source), result, NULL);
  g_autofree char *words = booking != NULL ? fram_booking_to_words (booking) : NULL;

  if (booking != NULL && self->desk != NULL)
    fram_journal_editor_set_next (self->editor, &booking->id, words);
}

static void
on_next_booked_cb (FramJournalSection *self, const char *what, FramBookingDialog *dialog)
{
  FramUuid booking = *fram_booking_dialog_get_booking (dialog);

  on_booked_cb (self, what);
  fram_desk_run_async (self->desk, read_booking, g_memdup2 (&booking, sizeof booking), g_free,
                       (GDestroyNotify)fram_booking_free, NULL, on_next_read_cb, g_object_ref (self));
}

/**
 * fram_journal_section_book:
 * @self: the section
 * @booking: (nullable): what is moved; %NULL for a new one
 * @kind: (nullable): the kind to begin with
 * @for_entry: whether it is the next one of what is being written
 *
 * Shows the dialog in which a meeting is booked.
 */
void
fram_journal_section_book (FramJournalSection *self, const FramUuid *booking, const char *kind, gboolean for_entry)
{
  FramBookingDialog *dialog;

  if (self->desk == NULL)
    return;
  dialog = fram_booking_dialog_new (self->desk, GTK_WIDGET (self), &self->participant, booking);
  if (kind != NULL)
    fram_booking_dialog_propose (dialog, kind);
  if (for_entry)
    g_signal_connect_object (dialog, "written", G_CALLBACK (on_next_booked_cb), self, G_CONNECT_SWAPPED);
  else
    g_signal_connect_object (dialog, "written", G_CALLBACK (on_booked_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_move (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  FramUuid id;

  if (fram_uuid_parse (g_variant_get_string (parameter, NULL), &id))
    fram_journal_section_book (data, &id, NULL, FALSE);
}

static gpointer
tell_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const Telling *telling = data;
  char *what = NULL;

  fram_desk_set_booking_status (desk, &telling->booking, telling->status, &what, error);
  return what;
}

static void
on_told_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FramJournalSection) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *what = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (self->desk != NULL)
    fram_section_toast (GTK_WIDGET (self), what != NULL ? what : error->message, what != NULL);
}

static void
tell (FramJournalSection *self, GVariant *parameter, const char *status)
{
  Telling telling = { .status = status };

  if (!fram_uuid_parse (g_variant_get_string (parameter, NULL), &telling.booking))
    return;
  fram_desk_run_async (self->desk, tell_on_desk, g_memdup2 (&telling, sizeof telling), g_free, g_free, NULL, on_told_cb,
                       g_object_ref (self));
}

/* What was held is written about, with what is known of it. */
static void
on_held (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  FramJournalSection *self = data;
  const FramBooking *booking;
  FramDraft *draft;
  FramUuid id;

  if (!fram_uuid_parse (g_variant_get_string (parameter, NULL), &id))
    return;
  booking = find_booking (self, &id);
  if (booking != NULL && self->journal->may_write)
    {
      draft = new_draft (self, fram_journal_kind_of_meeting (booking->kind));
      draft->day = booking->day;
      draft->time = booking->starts != FRAM_TIME_NONE ? booking->starts : draft->time;
      draft->minutes = booking->minutes;
      draft->attendees = g_strdup (booking->parties);
      draft->interpreter = booking->interpreter;
      write_draft (self, draft);
    }
  tell (self, parameter, "genomfort");
}

static void
on_missed (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  tell (data, parameter, "uteblev");
}

static void
on_cancel (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  tell (data, parameter, "avbokat");
}

/* Entries */

static const FramEntry *
entry_of (FramJournalSection *self, GVariant *parameter)
{
  FramUuid id;

  return fram_uuid_parse (g_variant_get_string (parameter, NULL), &id) ? find_entry (self, &id) : NULL;
}

static void
on_open (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  FramJournalSection *self = data;
  const FramEntry *entry = entry_of (self, parameter);

  if (entry == NULL)
    return;
  fram_journal_editor_open (self->editor, self->desk, &self->participant, entry);
  fram_journal_section_arrange (self);
  fram_journal_editor_focus (self->editor);
  fram_journal_section_reload (self);
}

static void
on_correct (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  FramJournalSection *self = data;
  const FramEntry *entry = entry_of (self, parameter);

  if (entry == NULL)
    return;
  fram_journal_editor_correct (self->editor, self->desk, &self->participant, entry);
  fram_journal_section_arrange (self);
  fram_journal_editor_focus (self->editor);
}

/* Copying */

typedef struct
{
  FramUuid participant;
  GArray *ids;
  FramDate from;
  FramDate to;
} Copying;

static void
copying_free (gpointer data)
{
  Copying *copying = data;

  g_array_unref (copying->ids);
  g_free (copying);
}

static gpointer
copy_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const Copying *copying = data;

  return fram_desk_journal_text (desk, &copying->participant, (const FramUuid *)copying->ids->data, copying->ids->len,
                                 copying->from, copying->to, error);
}

static void
on_copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FramJournalSection) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (self->desk == NULL)
    return;
  if (text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  fram_section_toast (GTK_WIDGET (self),
                      text != NULL ? _ ("Copied as text. The access log tells that it was.") : error->message, FALSE);
}

static Copying *
copying_new (FramJournalSection *self)
{
  Copying *copying = g_new0 (Copying, 1);

  copying->participant = self->participant;
  copying->ids = g_array_new (FALSE, FALSE, sizeof (FramUuid));
  copying->from = copying->to = FRAM_DATE_NONE;
  return copying;
}

static void
start_copying (FramJournalSection *self, Copying *copying)
{
  fram_desk_run_async (self->desk, copy_on_desk, copying, copying_free, g_free, NULL, on_copied_cb,
                       g_object_ref (self));
}

static void
on_copy (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  FramJournalSection *self = data;
  Copying *copying = copying_new (self);
  FramUuid id;

  if (fram_uuid_parse (g_variant_get_string (parameter, NULL), &id))
    g_array_append_val (copying->ids, id);
  start_copying (self, copying);
}

static void
add_selected (FramJournalSection *self, GArray *ids)
{
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  for (guint64 i = 0; i < gtk_bitset_get_size (chosen); i++)
    {
      g_autoptr (FramJournalItem) item =
          g_list_model_get_item (G_LIST_MODEL (self->items), gtk_bitset_get_nth (chosen, (guint)i));

      if (item != NULL && fram_journal_item_get_entry (item) != NULL)
        g_array_append_vals (ids, fram_journal_item_get_id (item), 1);
    }
}

static void
on_copy_selected (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  FramJournalSection *self = data;
  Copying *copying = copying_new (self);

  add_selected (self, copying->ids);
  if (copying->ids->len > 0)
    {
      start_copying (self, copying);
      return;
    }
  copying_free (copying);
  fram_section_toast (GTK_WIDGET (self), _ ("Choose the entries first: click them, with Ctrl for several."), FALSE);
}

/* Ctrl+C of the window: the desk is asked at once. */
char *
fram_journal_section_dup_selected (FramJournalSection *self)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (FramUuid));

  add_selected (self, ids);
  if (ids->len == 0 || self->desk == NULL)
    return NULL;
  return fram_desk_journal_text (self->desk, &self->participant, (const FramUuid *)ids->data, ids->len, FRAM_DATE_NONE,
                                 FRAM_DATE_NONE, NULL);
}

static void
on_copy_shown (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  FramJournalSection *self = data;
  Copying *copying = copying_new (self);

  for (guint i = 0; self->journal != NULL && i < self->journal->entries->len; i++)
    g_array_append_val (copying->ids, ((FramEntry *)g_ptr_array_index (self->journal->entries, i))->id);
  if (copying->ids->len == 0)
    copying->from = copying->to = 0;
  start_copying (self, copying);
}

static void
on_copy_month (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  FramJournalSection *self = data;
  Copying *copying = copying_new (self);

  copying->to = fram_clock_today (fram_desk_get_clock (self->desk));
  copying->from = copying->to - 30;
  start_copying (self, copying);
}

static void
on_copy_year (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  FramJournalSection *self = data;
  Copying *copying = copying_new (self);
  int y, m, d;

  fram_date_get_ymd (fram_clock_today (fram_desk_get_clock (self->desk)), &y, &m, &d);
  copying->from = fram_date_new (y, 1, 1);
  copying->to = fram_date_new (y, 12, 31);
  start_copying (self, copying);
}

static const GActionEntry entries[] = {
  { "write", on_write },
  { "search", on_search },
  { "sign", on_sign },
  { "held", on_held, "s" },
  { "missed", on_missed, "s" },
  { "cancel", on_cancel, "s" },
  { "move", on_move, "s" },
  { "open", on_open, "s" },
  { "correct", on_correct, "s" },
  { "copy", on_copy, "s" },
  { "copy-selected", on_copy_selected },
  { "copy-shown", on_copy_shown },
  { "copy-month", on_copy_month },
  { "copy-year", on_copy_year },
};

void
fram_journal_section_add_actions (FramJournalSection *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "journal", G_ACTION_GROUP (self->actions));
}

/* Only what the person at the keyboard may do is offered. */
void
fram_journal_section_update_actions (FramJournalSection *self)
{
  static const char *const writing[] = { "write", "sign", "open", "correct" };
  gboolean may = self->journal == NULL || self->journal->may_write;

  for (guint i = 0; i < G_N_ELEMENTS (writing); i++)
    g_simple_action_set_enabled (
        G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), writing[i])), may);
}
