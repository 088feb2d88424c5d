#include "fram-journal-store.h"

#include "fram-db-private.h"
#include "fram-rights.h"
#include "fram-sight.h"

void
fram_stored_entry_free (FramStoredEntry *self)
{
  g_free (self->kind);
  g_free (self->attendees);
  g_free (self->text);
  g_free (self->staff_name);
  g_free (self);
}

void
fram_stored_event_free (FramStoredEvent *self)
{
  g_free (self->kind);
  g_free (self->parties);
  g_free (self->status);
  g_free (self->note);
  g_free (self);
}

#define ENTRY_SQL                                                                                                      \
  "SELECT j.id, i.uuid, j.participant, j.kind, j.at, j.minutes, j.attendees, j.interpreter, j.text, j.staff, s.name,"  \
  " j.signed, j.begun, j.replaces, b.uuid, j.by_ot, j.gone FROM journal_entry j JOIN ident i ON i.id = j.id"           \
  " LEFT JOIN staff s ON s.id = j.staff LEFT JOIN ident b ON b.id = j.booking"

static FramStoredEntry *
read_entry (sqlite3_stmt *stmt)
{
  FramStoredEntry *self = g_new0 (FramStoredEntry, 1);

  self->row = sqlite3_column_int64 (stmt, 0);
  self->id = fram_column_uuid (stmt, 1);
  self->participant = sqlite3_column_int64 (stmt, 2);
  self->kind = fram_column_text (stmt, 3);
  self->at = sqlite3_column_int64 (stmt, 4);
  self->minutes = fram_column_minutes (stmt, 5);
  self->attendees = fram_column_text (stmt, 6);
  self->interpreter = sqlite3_column_int (stmt, 7) != 0;
  self->text = fram_column_text (stmt, 8);
  self->staff = sqlite3_column_int64 (stmt, 9);
  self->staff_name = fram_column_text (stmt, 10);
  self->signed_at = sqlite3_column_int64 (stmt, 11);
  self->begun = sqlite3_column_type (stmt, 12) != SQLITE_NULL ? sqlite3_column_int64 (stmt, 12) : self->at;
  self->replaces = sqlite3_column_int64 (stmt, 13);
  self->booking = fram_column_uuid (stmt, 14);
  self->by_ot = sqlite3_column_int (stmt, 15) != 0;
  self->gone = sqlite3_column_int (stmt, 16) != 0;
  return self;
}

static gboolean
reads_own_entries (const FramViewer *viewer)
{
  for (guint i = 0; i < viewer->grants->len; i++)
    {
      FramRole role = g_array_index (viewer->grants, FramGrant, i).role;

      if (viewer->rights.cells[role][FRAM_CLASS_OT_NOTE].reach == FRAM_REACH_OWN_ENTRIES)
        return TRUE;
    }
  return FALSE;
}

/* Class note, or class ot_note for what an occupational therapist wrote; of that mostly the own entries only. What is not
 * signed yet is its author's: counted as fram_journal_signed_at() does. */
static char *
visible_sql (const FramViewer *viewer)
{
  g_autofree char *note = fram_sight_of_participant (viewer, FRAM_CLASS_NOTE, "j.participant");
  g_autofree char *ot_note = fram_sight_of_participant (viewer, FRAM_CLASS_OT_NOTE, "j.participant");
  g_autofree char *named = fram_sight_named (viewer, "j.participant");
  gint64 midnight = fram_instant_new (viewer->today, 0);

  return g_strdup_printf ("(CASE j.by_ot WHEN 0 THEN %s ELSE %s OR (%d AND j.staff = %" G_GINT64_FORMAT
                          " AND %s) END) AND (j.signed IS NOT NULL OR ifnull (j.staff, 0) = %" G_GINT64_FORMAT
                          " OR (trim (j.text, ' ' || char (9, 10, 13)) <> '' AND ifnull (j.begun, j.at) < "
                          "%" G_GINT64_FORMAT "))",
                          note, ot_note, reads_own_entries (viewer), viewer->staff, named, viewer->staff, midnight);
}

/**
 * fram_journal_load:
 * @db: a register
 * @viewer: who asks
 * @participant: row number of whose
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredEntry): the entries that the viewer may see, newest first, all
 *   versions, and the viewer's own drafts
 */
GPtrArray *
fram_journal_load (FramDb *db, const FramViewer *viewer, gint64 participant, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_stored_entry_free);
  g_autofree char *visible = visible_sql (viewer);
  g_autofree char *sql = g_strdup_printf (
      ENTRY_SQL " WHERE j.participant = ? AND j.gone = 0 AND %s ORDER BY j.at DESC, j.id DESC", visible);
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "i", participant);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    g_ptr_array_add (entries, read_entry (stmt));
  if (local == NULL)
    return g_steal_pointer (&entries);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static FramStoredEntry *
load_where (FramDb *db, gint64 row, const char *where, GError **error)
{
  g_autofree char *sql = g_strdup_printf (ENTRY_SQL " WHERE j.id = ? AND %s", where);
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "i", row);
  FramStoredEntry *entry = NULL;

  if (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      entry = read_entry (stmt);
      sqlite3_reset (stmt);
    }
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return entry;
}

/**
 * fram_journal_load_one:
 * @db: a register
 * @viewer: who asks
 * @row: row number of an entry
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the entry; %NULL without an error where it is not there or not for the viewer
 */
FramStoredEntry *
fram_journal_load_one (FramDb *db, const FramViewer *viewer, gint64 row, GError **error)
{
  g_autofree char *visible = visible_sql (viewer);
  g_autofree char *where = g_strdup_printf ("j.gone = 0 AND %s", visible);

  return load_where (db, row, where, error);
}

/**
 * fram_journal_load_own:
 * @db: a register
 * @viewer: who asks
 * @row: row number of an entry
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the entry, if the viewer began it, thrown away or not; %NULL without an error
 *   otherwise
 */
FramStoredEntry *
fram_journal_load_own (FramDb *db, const FramViewer *viewer, gint64 row, GError **error)
{
  g_autofree char *where = g_strdup_printf ("ifnull (j.staff, 0) = %" G_GINT64_FORMAT, viewer->staff);

  return load_where (db, row, where, error);
}

/**
 * fram_journal_load_past_midnight:
 * @db: a register
 * @since: the last midnight
 * @error: return location
 *
 * Whose they are does not matter: they are not shown, they are signed.
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredEntry): what was begun before and is not signed
 */
GPtrArray *
fram_journal_load_past_midnight (FramDb *db, gint64 since, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_stored_entry_free);
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local,
                                      ENTRY_SQL " WHERE j.signed IS NULL AND j.gone = 0 AND ifnull (j.begun, j.at) < ?"
                                                " AND trim (j.text, ' ' || char (9, 10, 13)) <> '' ORDER BY j.id",
                                      "i", since);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    g_ptr_array_add (entries, read_entry (stmt));
  if (local == NULL)
    return g_steal_pointer (&entries);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * fram_journal_is_replaced:
 * @db: a register
 * @row: row number of an entry
 *
 * Returns: whether there is a signed correction of it
 */
gboolean
fram_journal_is_replaced (FramDb *db, gint64 row)
{
  return fram_db_int (db, 0,
                      "SELECT 1 FROM journal_entry WHERE replaces = ? AND gone = 0 AND signed IS NOT NULL LIMIT 1", "i",
                      row) != 0;
}

/**
 * fram_journal_load_events:
 * @db: a register
 * @viewer: who asks
 * @participant: row number of whose
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredEvent): what is recorded of the person beside the journal,
 *   newest first, for who may see the plan
 */
GPtrArray *
fram_journal_load_events (FramDb *db, const FramViewer *viewer, gint64 participant, GError **error)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_stored_event_free);
  g_autofree char *plan = fram_sight_of_plan (viewer, "v.participant");
  g_autofree char *note = fram_sight_of_participant (viewer, FRAM_CLASS_NOTE, "v.participant");
  g_autofree char *sql = g_strdup_printf (
      "SELECT i.uuid, v.day, v.kind, CASE WHEN v.kind <> 'annan_bokning' OR %s THEN v.parties END, v.status,"
      " CASE WHEN %s THEN v.note END FROM event v"
      " JOIN ident i ON i.id = v.id WHERE v.participant = ? AND v.gone = 0 AND %s ORDER BY v.day DESC, v.id DESC",
      note, note, plan);
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "i", participant);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramStoredEvent *event = g_new0 (FramStoredEvent, 1);

      event->id = fram_column_uuid (stmt, 0);
      event->day = fram_column_date (stmt, 1);
      event->kind = fram_column_text (stmt, 2);
      event->parties = fram_column_text (stmt, 3);
      event->status = fram_column_text (stmt, 4);
      event->note = fram_column_text (stmt, 5);
      g_ptr_array_add (events, event);
    }
  if (local == NULL)
    return g_steal_pointer (&events);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}
