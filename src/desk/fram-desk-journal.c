#include "fram-desk-journal-private.h"

#include "fram-access-log.h"
#include "fram-journal.h"
#include "fram-meeting.h"
#include "fram-rights.h"
#include "fram-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Reading a journal. */

/* Read again so much later, it has been opened again. */
#define SITTING_MS (30 * 60 * 1000)

static void
entry_clear (gpointer data)
{
  FramEntry *self = data;

  g_free (self->kind);
  g_free (self->attendees);
  g_free (self->text);
  g_free (self->author);
  g_free (self->status);
  g_free (self->next);
  g_clear_pointer (&self->earlier, g_ptr_array_unref);
  g_free (self->folded);
}

FramEntry *
fram_entry_ref (FramEntry *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
fram_entry_unref (FramEntry *self)
{
  g_atomic_rc_box_release_full (self, entry_clear);
}

void
fram_journal_free (FramJournal *self)
{
  g_clear_pointer (&self->bookings, g_ptr_array_unref);
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->kinds, g_ptr_array_unref);
  g_clear_pointer (&self->years, g_array_unref);
  g_free (self);
}

static gboolean
writes_own_entries (const FramViewer *viewer)
{
  for (guint i = 0; i < viewer->grants->len; i++)
    {
      FramRole role = g_array_index (viewer->grants, FramGrant, i).role;
      FramRight right = viewer->rights.cells[role][FRAM_CLASS_OT_NOTE];

      if (right.reach >= FRAM_REACH_OWN_ENTRIES && right.write)
        return TRUE;
    }
  return FALSE;
}

/* A case worker writes in the journal, an occupational therapist keeps entries of the own. */
FramWrites
fram_desk_writes_notes (FramDesk *self, gint64 participant)
{
  g_autoptr (FramViewer) writers = fram_rights_writers (self->viewer, FRAM_CLASS_NOTE);

  if (fram_db_get_read_only_reason (self->db) != NULL)
    return FRAM_WRITES_NOTHING;
  if (fram_people_may (self->db, writers, FRAM_CLASS_NOTE, participant))
    return FRAM_WRITES_NOTES;
  return writes_own_entries (self->viewer) && fram_people_may (self->db, self->viewer, FRAM_CLASS_BASIC, participant)
             ? FRAM_WRITES_OT
             : FRAM_WRITES_NOTHING;
}

gint64
fram_desk_entry_signed_at (FramDesk *self, const FramStoredEntry *stored)
{
  return fram_journal_signed_at (stored->signed_at, stored->begun, fram_journal_has_words (stored->text),
                                 fram_clock_now (self->clock));
}

static void
fold (FramEntry *entry)
{
  g_autofree char *all = g_strjoin (" ", entry->title, entry->attendees != NULL ? entry->attendees : "",
                                    entry->author != NULL ? entry->author : "", entry->text, NULL);

  entry->folded = fram_text_fold (all);
}

static FramEntry *
entry_of (FramDesk *self, const FramStoredEntry *stored, FramWrites writes)
{
  FramEntry *entry = g_atomic_rc_box_new0 (FramEntry);
  g_autoptr (FramBooking) next = NULL;

  entry->id = stored->id;
  entry->kind = g_strdup (stored->kind);
  entry->title = fram_journal_kind_get_name (stored->kind);
  entry->day = fram_instant_get_date (stored->at);
  entry->time = fram_instant_get_minute (stored->at);
  entry->minutes = stored->minutes;
  entry->attendees = g_strdup (stored->attendees);
  entry->interpreter = stored->interpreter;
  entry->text = g_strdup (stored->text);
  entry->author = g_strdup (stored->staff_name);
  entry->mine = stored->staff == self->viewer->staff;
  entry->by_ot = stored->by_ot;
  entry->signed_at = fram_desk_entry_signed_at (self, stored);
  entry->booking = stored->booking;
  if (!fram_uuid_is_none (&stored->booking))
    next = fram_desk_booking (self, &stored->booking, NULL);
  entry->next = next != NULL ? fram_booking_to_words (next) : NULL;
  if (stored->replaces != 0)
    entry->replaces = fram_db_get_id (self->db, stored->replaces);
  entry->may_correct = entry->signed_at != 0 &&
                       (stored->by_ot ? entry->mine && writes != FRAM_WRITES_NOTHING : writes == FRAM_WRITES_NOTES);
  fold (entry);
  return entry;
}

static FramEntry *
entry_of_event (const FramStoredEvent *stored)
{
  FramEntry *entry = g_atomic_rc_box_new0 (FramEntry);

  entry->id = stored->id;
  entry->is_event = TRUE;
  entry->kind = g_strdup (stored->kind);
  entry->title = fram_meeting_kind_get_name (stored->kind);
  entry->day = stored->day;
  entry->time = FRAM_TIME_NONE;
  entry->minutes = -1;
  entry->attendees = g_strdup (stored->parties);
  entry->text = g_strdup (stored->note);
  entry->signed_at = fram_instant_new (stored->day, 0);
  entry->status = g_strdup (stored->status);
  fold (entry);
  return entry;
}

/* Newest first; what has no time of day comes after what has. */
static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const FramEntry *x = *(FramEntry *const *)a, *y = *(FramEntry *const *)b;

  return x->day != y->day ? (x->day < y->day) - (x->day > y->day) : (x->time < y->time) - (x->time > y->time);
}

/* A version that another one replaces stands below that one. */
static void
take_earlier (FramEntry *entry, GHashTable *by_id)
{
  FramUuid before = entry->replaces;
  FramEntry *found;

  while (!fram_uuid_is_none (&before) && (found = g_hash_table_lookup (by_id, &before)) != NULL)
    {
      if (entry->earlier == NULL)
        entry->earlier = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_entry_unref);
      g_ptr_array_add (entry->earlier, fram_entry_ref (found));
      before = found->replaces;
      found->may_correct = FALSE;
    }
}

static void
link_versions (GPtrArray *entries)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (fram_uuid_hash, fram_uuid_equal);
  g_autoptr (GHashTable) replaced = g_hash_table_new (fram_uuid_hash, fram_uuid_equal);

  for (guint i = 0; i < entries->len; i++)
    {
      FramEntry *entry = g_ptr_array_index (entries, i);

      g_hash_table_insert (by_id, &entry->id, entry);
      if (!fram_uuid_is_none (&entry->replaces))
        g_hash_table_add (replaced, &entry->replaces);
    }
  for (guint i = 0; i < entries->len; i++)
    take_earlier (g_ptr_array_index (entries, i), by_id);
  for (guint i = entries->len; i > 0; i--)
    if (g_hash_table_contains (replaced, &((FramEntry *)g_ptr_array_index (entries, i - 1))->id))
      g_ptr_array_remove_index (entries, i - 1);
}

/* Registrations without words are the timeline's. */
static gboolean
is_told (const FramStoredEvent *event)
{
  return fram_meeting_kind_is_planned (event->kind) || fram_journal_has_words (event->note);
}

/* Newest versions, newest first; own drafts apart. */
GPtrArray *
fram_desk_entries_of (FramDesk *self, gint64 participant, GPtrArray *drafts, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_entry_unref);
  g_autoptr (GPtrArray) stored = fram_journal_load (self->db, self->viewer, participant, error);
  g_autoptr (GPtrArray) events =
      stored != NULL ? fram_journal_load_events (self->db, self->viewer, participant, error) : NULL;
  FramWrites writes = fram_desk_writes_notes (self, participant);

  if (events == NULL)
    return NULL;
  for (guint i = 0; i < stored->len; i++)
    {
      FramEntry *entry = entry_of (self, g_ptr_array_index (stored, i), writes);

      g_ptr_array_add (entry->signed_at != 0 || drafts == NULL ? entries : drafts, entry);
    }
  link_versions (entries);
  for (guint i = 0; i < events->len; i++)
    if (is_told (g_ptr_array_index (events, i)))
      g_ptr_array_add (entries, entry_of_event (g_ptr_array_index (events, i)));
  g_ptr_array_sort (entries, compare_entries);
  return g_steal_pointer (&entries);
}

/* Once in a sitting: a page that reads itself again after a change was not opened again. */
gboolean
fram_desk_log_sitting (FramDesk *self, FramClass klass, gint64 participant, const char *what, GError **error)
{
  gint64 now = fram_clock_now (self->clock);
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT " %s", participant, what);
  gint64 *last = g_hash_table_lookup (self->notes, key);

  if (last != NULL && now - *last < SITTING_MS)
    return TRUE;
  if (!fram_access_log_add (self->db, self->viewer, "opened", klass, participant, what, error))
    return FALSE;
  g_hash_table_insert (self->notes, g_steal_pointer (&key), g_memdup2 (&now, sizeof now));
  return TRUE;
}

gboolean
fram_desk_log_notes (FramDesk *self, gint64 participant, const char *what, GError **error)
{
  return fram_desk_log_sitting (self, FRAM_CLASS_NOTE, participant, what, error);
}

static int
year_of (FramDate day)
{
  int y, m, d;

  fram_date_get_ymd (day, &y, &m, &d);
  return y;
}

static void
add_facets (FramJournal *journal, const FramEntry *entry)
{
  int year = year_of (entry->day);

  if (!g_ptr_array_find_with_equal_func (journal->kinds, entry->kind, g_str_equal, NULL))
    g_ptr_array_add (journal->kinds, g_strdup (entry->kind));
  if (journal->years->len == 0 || g_array_index (journal->years, int, journal->years->len - 1) != year)
    g_array_append_val (journal->years, year);
}

static gboolean
fits (const FramEntry *entry, const FramJournalQuery *query, const char *const *terms)
{
  return (query->kind == NULL || g_str_equal (entry->kind, query->kind)) &&
         (query->year == 0 || year_of (entry->day) == query->year) && fram_text_matches_terms (entry->folded, terms);
}

/* All of them are in order: years come newest first. */
static void
filter (FramJournal *journal, const FramJournalQuery *query)
{
  g_autofree char *folded = fram_text_fold (query->search != NULL ? query->search : "");
  g_auto (GStrv) terms = g_strsplit_set (folded, " ", -1);
  GPtrArray *all = g_steal_pointer (&journal->entries);

  journal->n_all = all->len;
  journal->entries = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_entry_unref);
  for (guint i = 0; i < all->len; i++)
    {
      FramEntry *entry = g_ptr_array_index (all, i);

      add_facets (journal, entry);
      if (fits (entry, query, (const char *const *)terms))
        g_ptr_array_add (journal->entries, fram_entry_ref (entry));
    }
  g_ptr_array_unref (all);
}

/* What has to be told, and what is to come; what is over and told is in the stream or on the timeline. */
static GPtrArray *
coming (FramDesk *self, gint64 participant, GError **error)
{
  g_autoptr (GPtrArray) all = fram_desk_bookings_of (self, participant, error);

  if (all == NULL)
    return NULL;
  for (guint i = all->len; i > 0; i--)
    {
      const FramBooking *booking = g_ptr_array_index (all, i - 1);

      if (!booking->to_be_told && (booking->day < self->viewer->today || !g_str_equal (booking->status, "bokat")))
        g_ptr_array_remove_index (all, i - 1);
    }
  return g_steal_pointer (&all);
}

static FramJournal *
read_journal (FramDesk *self, gint64 participant, const FramJournalQuery *query, GError **error)
{
  g_autoptr (FramJournal) journal = g_new0 (FramJournal, 1);
  FramWrites writes = fram_desk_writes_notes (self, participant);

  journal->kinds = g_ptr_array_new_with_free_func (g_free);
  journal->years = g_array_new (FALSE, FALSE, sizeof (int));
  journal->drafts = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_entry_unref);
  journal->sees_notes = fram_people_may (self->db, self->viewer, FRAM_CLASS_NOTE, participant);
  journal->may_write = writes != FRAM_WRITES_NOTHING;
  journal->as_ot = writes == FRAM_WRITES_OT;
  journal->bookings = coming (self, participant, error);
  journal->entries =
      journal->bookings != NULL ? fram_desk_entries_of (self, participant, journal->drafts, error) : NULL;
  if (journal->entries == NULL)
    return NULL;
  filter (journal, query);
  return g_steal_pointer (&journal);
}

/**
 * fram_desk_journal:
 * @self: the desk
 * @participant: whose
 * @query: (nullable): what is asked for; %NULL for everything
 * @error: return location; %FRAM_ERROR_NOT_FOUND also for somebody whom the person at the keyboard may not see
 *
 * Opens a journal; where there are notes to be read, that is logged, and where it cannot be, nothing is shown.
 *
 * Returns: (transfer full) (nullable): the journal, as far as the person at the keyboard may see
 */
FramJournal *
fram_desk_journal (FramDesk *self, const FramUuid *participant, const FramJournalQuery *query, GError **error)
{
  static const FramJournalQuery everything = { 0 };
  g_autoptr (FramStoredCase) stored = NULL;
  g_autoptr (FramJournal) journal = NULL;

  FRAM_DESK_LOCKED (self);
  stored = fram_desk_load_case (self, participant, error);
  if (stored == NULL)
    return NULL;
  fram_db_begin_read (self->db);
  journal = read_journal (self, stored->participant, query != NULL ? query : &everything, error);
  fram_db_end_read (self->db);
  if (journal == NULL || ((journal->sees_notes || journal->may_write) &&
                          !fram_desk_log_notes (self, stored->participant, "journal", error)))
    return NULL;
  return g_steal_pointer (&journal);
}

/**
 * fram_desk_writes_journal:
 * @self: the desk
 * @enrolment: whose
 * @participant: (out): whose that is
 *
 * Returns: whether the person at the keyboard may write in that journal
 */
gboolean
fram_desk_writes_journal (FramDesk *self, const FramUuid *enrolment, FramUuid *participant)
{
  gint64 row;

  FRAM_DESK_LOCKED (self);
  row = fram_db_find_participant (self->db, fram_db_find_row (self->db, enrolment));
  if (row == 0 || fram_desk_writes_notes (self, row) == FRAM_WRITES_NOTHING)
    return FALSE;
  *participant = fram_db_get_id (self->db, row);
  return TRUE;
}
