#include "fram-changes-private.h"

#include "fram-text.h"

#include <glib/gi18n-lib.h>

static gint64
find_sender (FramDb *db, gint64 staff, gint64 *seq, GError **error)
{
  sqlite3_stmt *stmt =
      fram_db_query (db, error, "SELECT id, last_seq FROM sender WHERE staff IS ? LIMIT 1", "r", staff);
  gint64 sender = 0;

  if (stmt == NULL)
    return 0;
  if (fram_db_step (db, stmt, error))
    {
      sender = sqlite3_column_int64 (stmt, 0);
      *seq = sqlite3_column_int64 (stmt, 1);
      sqlite3_reset (stmt);
    }
  return sender;
}

/* A sender is a person on this file: each has a random id and numbers without gaps. */
static gboolean
take_sender (FramChanges *self, gint64 staff, GError **error)
{
  g_autoptr (GError) local = NULL;
  FramUuid id;

  self->sender = find_sender (self->db, staff, &self->seq, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (self->sender == 0)
    {
      id = fram_uuid_new (self->db->clock);
      if (!fram_db_run (self->db, error, "INSERT INTO sender (uuid, staff) VALUES (?, ?)", "ur", &id, staff))
        return FALSE;
      self->sender = sqlite3_last_insert_rowid (self->db->handle);
    }
  self->first_seq = self->seq;
  return TRUE;
}

static gboolean
insert_action (FramChanges *self, const FramViewer *author, const char *kind, const char *reason, GError **error)
{
  if (!fram_db_run (self->db, error, "INSERT INTO action (kind, staff, at, reason) VALUES (?, ?, ?, ?)", "trit", kind,
                    author->staff, fram_clock_now (self->db->clock), reason))
    return FALSE;
  self->action = sqlite3_last_insert_rowid (self->db->handle);
  return TRUE;
}

/**
 * fram_changes_begin:
 * @db: a register
 * @author: who changes
 * @kind: what is done, a short constant word as `mark` or `import`
 * @reason: (nullable): why, where a person was asked
 * @error: return location
 *
 * Begins one thing that a person does. No other transaction may be open.
 *
 * Returns: (transfer full) (nullable): the open change
 */
FramChanges *
fram_changes_begin (FramDb *db, const FramViewer *author, const char *kind, const char *reason, GError **error)
{
  g_autoptr (FramChanges) self = g_new0 (FramChanges, 1);

  self->db = db;
  self->rows = g_hash_table_new_full (fram_uuid_hash, fram_uuid_equal, g_free, NULL);
  if (!fram_db_begin (db, error))
    return NULL;
  self->open = TRUE;
  if (!fram_db_follow_clock (db, error))
    return NULL;
  self->clock = MAX (db->last_clock, fram_clock_now (db->clock) << 16);
  if (!take_sender (self, author->staff, error) || !insert_action (self, author, kind, reason, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * fram_changes_set_time:
 * @self: the open change
 * @at: when it was done, UTC milliseconds
 * @error: return location
 *
 * For what was done before it is written: the demonstration, which tells of days that are over.
 *
 * Returns: whether it is noted
 */
gboolean
fram_changes_set_time (FramChanges *self, gint64 at, GError **error)
{
  return fram_db_run (self->db, error, "UPDATE action SET at = ? WHERE id = ?", "ii", at, self->action);
}

/* Only what the log does not tell was written, so that there is nothing that was done either. */
static gboolean
commit_untold (FramChanges *self, GError **error)
{
  if (fram_db_run (self->db, error, "DELETE FROM action WHERE id = ?", "i", self->action))
    return fram_db_commit (self->db, error);
  fram_db_rollback (self->db);
  return FALSE;
}

/**
 * fram_changes_commit:
 * @self: the open change
 * @action: (out) (optional): its number, for undo; 0 where nothing changed
 * @error: return location
 *
 * Puts everything on disk. What was committed survives a crash and a pulled plug. Where nothing changed, nothing is written.
 *
 * Returns: whether it is on disk; otherwise nothing has changed
 */
gboolean
fram_changes_commit (FramChanges *self, gint64 *action, GError **error)
{
  gboolean changed = self->seq > self->first_seq;

  if (!fram_changes_goes_on (self, error))
    return FALSE;
  self->open = FALSE;
  if (action != NULL)
    *action = changed ? self->action : 0;
  if (!changed && !self->amended)
    {
      fram_db_rollback (self->db);
      return TRUE;
    }
  if (!changed)
    return commit_untold (self, error);
  if (!fram_db_run (self->db, error, "UPDATE sender SET last_seq = ? WHERE id = ?", "ii", self->seq, self->sender))
    {
      fram_db_rollback (self->db);
      return FALSE;
    }
  if (!fram_db_commit (self->db, error))
    return FALSE;
  self->db->last_clock = self->clock;
  return TRUE;
}

/* Whether nothing has failed yet. After a failure SQLite may have ended the transaction, so that whatever was written next
 * would be on disk alone. */
gboolean
fram_changes_goes_on (FramChanges *self, GError **error)
{
  if (self->failure == NULL)
    return TRUE;
  if (error != NULL)
    *error = g_error_copy (self->failure);
  return FALSE;
}

/* Ends a public function: keeps the first failure. */
gboolean
fram_changes_settle (FramChanges *self, gboolean ok, GError *failure, GError **error)
{
  if (self->failure == NULL)
    self->failure = failure;
  else
    g_clear_error (&failure);
  g_assert (ok || self->failure != NULL);
  return fram_changes_goes_on (self, error);
}

gboolean
fram_changes_is_empty (FramChanges *self)
{
  return self->seq == self->first_seq;
}

void
fram_changes_free (FramChanges *self)
{
  if (self->open)
    fram_db_rollback (self->db);
  g_hash_table_destroy (self->rows);
  g_clear_pointer (&self->closed_weeks, g_hash_table_destroy);
  g_clear_error (&self->failure);
  g_free (self);
}

/**
 * fram_changes_find:
 * @self: the open change
 * @id: an id
 *
 * Returns: its row number, or 0
 */
gint64
fram_changes_find (FramChanges *self, const FramUuid *id)
{
  gint64 row = GPOINTER_TO_SIZE (g_hash_table_lookup (self->rows, id));

  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt;

  if (row != 0)
    return row;
  stmt = fram_db_query (self->db, &local, "SELECT id FROM ident WHERE uuid = ?", "u", id);
  if (stmt != NULL && fram_db_step (self->db, stmt, &local))
    {
      row = sqlite3_column_int64 (stmt, 0);
      sqlite3_reset (stmt);
    }
  if (local != NULL && self->failure == NULL)
    self->failure = g_steal_pointer (&local);
  if (row != 0)
    g_hash_table_insert (self->rows, g_memdup2 (id, sizeof *id), GSIZE_TO_POINTER (row));
  return row;
}

/* Writes the next change of this sender. */
gboolean
fram_changes_log (FramChanges *self, const FramUnitKey *key, sqlite3_value *before, gint64 base_sender, gint64 base_seq,
                  GError **error)
{
  sqlite3_stmt *stmt = fram_db_query (self->db, error,
                                      "INSERT INTO change (sender, seq, action, entity, row, unit, day, activity, "
                                      "part, base_sender, base_seq, clock, before) "
                                      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                      "iiiiiitrmrri", self->sender, self->seq + 1, self->action, (gint64)key->entity,
                                      key->row, (gint64)key->unit, key->day, key->activity,
                                      key->day != NULL ? key->part : -1, base_sender, base_seq, self->clock + 1);
  int rc;

  if (stmt == NULL)
    return FALSE;
  if (before != NULL)
    sqlite3_bind_value (stmt, 13, before);
  else
    sqlite3_bind_null (stmt, 13);
  rc = sqlite3_step (stmt);
  if (rc != SQLITE_DONE)
    fram_sqlite_error (rc, self->db->path, error);
  sqlite3_reset (stmt);
  if (rc != SQLITE_DONE)
    return FALSE;
  self->seq++;
  self->clock++;
  return TRUE;
}

/* The change that the unit came from: its own stamp, or the row's where it has none of its own yet. */
gboolean
fram_changes_base (FramChanges *self, const FramUnitKey *key, gint64 *sender, gint64 *seq, GError **error)
{
  sqlite3_stmt *stmt = fram_db_query (
      self->db, error, "SELECT sender, seq FROM stamp WHERE row = ? AND unit IN (?, 0) ORDER BY unit DESC LIMIT 1",
      "ii", key->row, (gint64)key->unit);

  *sender = *seq = 0;
  if (stmt == NULL || !fram_db_step_row (self->db, stmt, error))
    return FALSE;
  *sender = sqlite3_column_int64 (stmt, 0);
  *seq = sqlite3_column_int64 (stmt, 1);
  sqlite3_reset (stmt);
  return TRUE;
}

/* The row as it is now goes into the log as one text; a mark's stamp comes with it. */
gboolean
fram_changes_log_row (FramChanges *self, const FramUnitKey *key, GError **error)
{
  gboolean mark = key->entity == FRAM_ENTITY_MARK;
  const char *sql = fram_row_json_sql (self->db, key->entity);
  sqlite3_stmt *stmt =
      mark ? fram_db_query (self->db, error, sql, "itii", key->row, key->day, key->activity, (gint64)key->part)
           : fram_db_query (self->db, error, sql, "i", key->row);
  gint64 base_sender = 0, base_seq = 0;
  gboolean ok = TRUE;

  if (stmt == NULL || !fram_db_step_row (self->db, stmt, error))
    return FALSE;
  if (mark)
    {
      base_sender = sqlite3_column_int64 (stmt, 1);
      base_seq = sqlite3_column_int64 (stmt, 2);
    }
  else
    ok = fram_changes_base (self, key, &base_sender, &base_seq, error);
  ok = ok && fram_changes_log (self, key, sqlite3_column_value (stmt, 0), base_sender, base_seq, error);
  sqlite3_reset (stmt);
  return ok;
}

gboolean
fram_changes_stamp (FramChanges *self, const FramUnitKey *key, GError **error)
{
  return fram_db_run (self->db, error, "INSERT OR REPLACE INTO stamp (row, unit, sender, seq) VALUES (?, ?, ?, ?)",
                      "iiii", key->row, (gint64)key->unit, self->sender, self->seq);
}

static gboolean
insert_names (FramDb *db, gint64 row, const char *given, const char *family, const char *case_no, GError **error)
{
  g_autofree char *all = g_strjoin (" ", given, family, case_no, NULL);
  g_autofree char *name = g_strjoin (" ", given, family, NULL);
  g_autofree char *words = fram_text_fold (all);
  g_autofree char *key = fram_text_sort_key (name);

  return fram_db_run (db, error, "INSERT INTO person_name (participant, sort_key, words) VALUES (?, ?, ?)", "itt", row,
                      key, words) &&
         fram_db_run (db, error, "INSERT INTO person_search (rowid, words) VALUES (?, ?)", "it", row, words);
}

static gboolean
write_names (FramDb *db, gint64 row, GError **error)
{
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (
      db, &local, "SELECT given_name, family_name, case_no FROM participant WHERE id = ? AND gone = 0", "i", row);
  gboolean ok = TRUE;

  if (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      ok = insert_names (db, row, fram_column_peek (stmt, 0), fram_column_peek (stmt, 1), fram_column_peek (stmt, 2),
                         error);
      sqlite3_reset (stmt);
    }
  if (local == NULL)
    return ok;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* What is worked out from rows and kept for speed follows them in the same transaction. */
gboolean
fram_changes_after_write (FramChanges *self, FramEntity entity, gint64 row, GError **error)
{
  if (entity != FRAM_ENTITY_PARTICIPANT)
    return TRUE;
  return fram_db_run (self->db, error, "DELETE FROM person_name WHERE participant = ?", "i", row) &&
         fram_db_run (self->db, error, "DELETE FROM person_search WHERE rowid = ?", "i", row) &&
         write_names (self->db, row, error);
}

/* Inside a transaction of the caller's. */
gboolean
fram_changes_rebuild_names (FramDb *db, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean ok = fram_db_run (db, error, "DELETE FROM person_name", "") &&
                fram_db_run (db, error, "DELETE FROM person_search", "");
  sqlite3_stmt *stmt = ok ? fram_db_query (db, error, "SELECT id FROM participant WHERE gone = 0", "") : NULL;

  while (stmt != NULL && fram_db_step (db, stmt, error))
    {
      gint64 row = sqlite3_column_int64 (stmt, 0);

      g_array_append_val (rows, row);
    }
  ok = stmt != NULL;
  for (guint i = 0; ok && i < rows->len; i++)
    ok = write_names (db, g_array_index (rows, gint64, i), error);
  return ok;
}

/* The statement that makes one text of a whole row, for entities that change by row. */
const char *
fram_row_json_sql (FramDb *db, FramEntity entity)
{
  static const char *cache[FRAM_N_ENTITIES];
  const FramEntityInfo *info = fram_entity_info (entity);

  if (g_once_init_enter (&cache[entity]))
    {
      GString *sql = g_string_new ("SELECT json_object (");

      for (guint i = 0; i < info->n_columns; i++)
        g_string_append_printf (sql, "'%s', %s, ", info->columns[i].name, info->columns[i].name);
      if (entity == FRAM_ENTITY_MARK)
        {
          g_string_truncate (sql, sql->len - 2);
          g_string_append (sql,
                           "), sender, seq FROM mark WHERE enrolment = ? AND day = ? AND activity = ? AND part = ?");
        }
      else
        g_string_append_printf (sql, "'gone', gone) FROM %s WHERE id = ?", info->name);
      g_once_init_leave (&cache[entity], g_string_free (sql, FALSE));
    }
  return cache[entity];
}
