#include "fram-undo-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* Undo of an action writes, in an action of its own, what its changes had found. */

static void
step_free (gpointer data)
{
  FramUndoStep *step = data;

  sqlite3_value_free (step->before);
  g_free (step);
}

static GPtrArray *
load_steps (FramDb *db, gint64 action, GError **error)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (step_free);
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local,
                                      "SELECT entity, row, unit, day, activity, part, clock, before FROM change "
                                      "WHERE action = ? ORDER BY seq DESC",
                                      "i", action);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramUndoStep *step = g_new0 (FramUndoStep, 1);

      step->entity = (FramEntity)sqlite3_column_int (stmt, 0);
      step->row = sqlite3_column_int64 (stmt, 1);
      step->unit = (guint)sqlite3_column_int (stmt, 2);
      if (fram_column_peek (stmt, 3) != NULL)
        g_strlcpy (step->day, fram_column_peek (stmt, 3), sizeof step->day);
      step->activity = sqlite3_column_int64 (stmt, 4);
      step->part = sqlite3_column_int (stmt, 5);
      step->clock = sqlite3_column_int64 (stmt, 6);
      step->before = sqlite3_value_dup (sqlite3_column_value (stmt, 7));
      g_ptr_array_add (steps, step);
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  return g_steal_pointer (&steps);
}

/* What a change leads back to: where it undid something, to what was there before that. */
static const char led_by_sql[] =
    "SELECT c.action, c.clock, u.base_sender, u.base_seq FROM change c JOIN action x ON x.id = c.action"
    " LEFT JOIN change u ON u.action = x.undoes AND u.entity = c.entity AND u.row = c.row AND u.unit = c.unit"
    "  AND u.day IS c.day AND u.activity IS c.activity AND u.part IS c.part"
    " WHERE c.sender = ? AND c.seq = ? ORDER BY u.seq LIMIT 1";

/* Whether things are as @action left them, although @sender and @seq wrote last: because that undid what came in between.
 * With @clock it is enough that they are as they were before that. */
static gboolean
leads_back (FramDb *db, gint64 sender, gint64 seq, gint64 action, gint64 clock, GError **error)
{
  while (seq != 0)
    {
      sqlite3_stmt *stmt = fram_db_query (db, error, led_by_sql, "ii", sender, seq);

      if (stmt == NULL || !fram_db_step_row (db, stmt, error))
        return FALSE;
      if (sqlite3_column_int64 (stmt, 0) == action || sqlite3_column_int64 (stmt, 1) < clock)
        {
          sqlite3_reset (stmt);
          return TRUE;
        }
      sender = sqlite3_column_int64 (stmt, 2);
      seq = sqlite3_column_int64 (stmt, 3);
      sqlite3_reset (stmt);
    }
  return FALSE;
}

/* The newest changes of what a step changed. A row as such is taken back only while nothing of it has changed since. */
static gboolean
is_newest (FramDb *db, const FramUndoStep *step, gint64 action, GError **error)
{
  g_autoptr (GError) local = NULL;
  gboolean ok = TRUE;
  sqlite3_stmt *stmt;

  if (step->entity == FRAM_ENTITY_MARK)
    stmt = fram_db_query (
        db, &local, "SELECT sender, seq, 0 FROM mark WHERE enrolment = ? AND day = ? AND activity = ? AND part = ?",
        "itii", step->row, step->day, step->activity, (gint64)step->part);
  else
    stmt = fram_db_query (db, &local, "SELECT sender, seq, unit FROM stamp WHERE row = ?1 AND (unit = ?2 OR ?2 = 0)",
                          "ii", step->row, (gint64)step->unit);
  while (ok && local == NULL && stmt != NULL && fram_db_step (db, stmt, &local))
    ok = leads_back (db, sqlite3_column_int64 (stmt, 0), sqlite3_column_int64 (stmt, 1), action,
                     sqlite3_column_int64 (stmt, 2) == step->unit ? 0 : step->clock, &local);
  if (stmt != NULL)
    sqlite3_reset (stmt);
  if (ok && local == NULL)
    return TRUE;
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_CHANGED,
                         _ ("This cannot be undone: it has been changed again since."));
  return FALSE;
}

static gboolean
restore_json (FramChanges *self, const FramUnitKey *key, const char *where, sqlite3_value *before, GError **error)
{
  const FramEntityInfo *info = fram_entity_info (key->entity);
  GString *sql = g_string_new (NULL);
  g_autofree char *text = NULL;
  sqlite3_stmt *stmt;
  gboolean ok;

  g_string_append_printf (sql, "UPDATE %s SET ", info->name);
  for (guint i = 0; i < info->n_columns; i++)
    g_string_append_printf (sql, "%s%s = json_extract (?1, '$.%s')", i > 0 ? ", " : "", info->columns[i].name,
                            info->columns[i].name);
  if (key->entity != FRAM_ENTITY_MARK)
    g_string_append (sql, ", gone = json_extract (?1, '$.gone')");
  g_string_append (sql, where);
  text = g_string_free (sql, FALSE);
  stmt = fram_db_prepare (self->db, text, error);
  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_value (stmt, 1, before);
  sqlite3_bind_int64 (stmt, 2, key->row);
  if (key->entity == FRAM_ENTITY_MARK)
    {
      sqlite3_bind_text (stmt, 3, key->day, -1, SQLITE_STATIC);
      sqlite3_bind_int64 (stmt, 4, key->activity);
      sqlite3_bind_int (stmt, 5, key->part);
      sqlite3_bind_int64 (stmt, 6, self->sender);
      sqlite3_bind_int64 (stmt, 7, self->seq);
    }
  ok = sqlite3_step (stmt) == SQLITE_DONE;
  if (!ok)
    fram_db_set_error (self->db, error);
  sqlite3_reset (stmt);
  return ok;
}

/* A first mark goes back to unmarked: the row stays, empty, for its history. */
static gboolean
revert_mark (FramChanges *self, const FramUndoStep *step, GError **error)
{
  FramUnitKey key = { FRAM_ENTITY_MARK, step->row, FRAM_UNIT_ROW, step->day, step->activity, step->part };
  gboolean first = sqlite3_value_type (step->before) == SQLITE_NULL;

  if (!fram_changes_check_week (self, &key, error) || !fram_changes_log_row (self, &key, error))
    return FALSE;
  if (!first)
    return restore_json (self, &key,
                         ", sender = ?6, seq = ?7 WHERE enrolment = ?2 AND day = ?3 AND activity = ?4 AND part = ?5",
                         step->before, error);
  return fram_db_run (self->db, error,
                      "UPDATE mark SET status = NULL, minutes_late = NULL, came = NULL, left_at = NULL,"
                      " attended_minutes = NULL, planned_minutes = NULL, task = NULL, reason = NULL, note = NULL,"
                      " sender = ?, seq = ? WHERE enrolment = ? AND day = ? AND activity = ? AND part = ?",
                      "iiitii", self->sender, self->seq, step->row, step->day, step->activity, (gint64)step->part);
}

static const char *
column_of_unit (FramEntity entity, guint unit)
{
  const FramEntityInfo *info = fram_entity_info (entity);

  if (unit == FRAM_UNIT_GONE)
    return "gone";
  for (guint i = 0; i < info->n_columns; i++)
    if (info->columns[i].unit == unit)
      return info->columns[i].name;
  g_assert_not_reached ();
}

static gboolean
revert_field (FramChanges *self, FramUnitKey *key, sqlite3_value *value, GError **error)
{
  const FramEntityInfo *info = fram_entity_info (key->entity);
  const char *column = column_of_unit (key->entity, key->unit);
  g_autofree char *read = g_strdup_printf ("SELECT %s FROM %s WHERE id = ?", column, info->name);
  g_autofree char *write = g_strdup_printf ("UPDATE %s SET %s = ? WHERE id = ?", info->name, column);
  sqlite3_stmt *stmt = fram_db_query (self->db, error, read, "i", key->row);
  gint64 base_sender, base_seq;
  gboolean ok;

  if (stmt == NULL || !fram_db_step_row (self->db, stmt, error))
    return FALSE;
  ok = fram_changes_base (self, key, &base_sender, &base_seq, error) &&
       fram_changes_log (self, key, sqlite3_column_value (stmt, 0), base_sender, base_seq, error);
  sqlite3_reset (stmt);
  stmt = ok ? fram_db_prepare (self->db, write, error) : NULL;
  if (stmt == NULL)
    return FALSE;
  if (value != NULL)
    sqlite3_bind_value (stmt, 1, value);
  else
    sqlite3_bind_int (stmt, 1, 1); /* a row that was made is gone */
  sqlite3_bind_int64 (stmt, 2, key->row);
  ok = sqlite3_step (stmt) == SQLITE_DONE;
  if (!ok)
    fram_db_set_error (self->db, error);
  sqlite3_reset (stmt);
  return ok && fram_changes_stamp (self, key, error);
}

static gboolean
revert_row (FramChanges *self, const FramUndoStep *step, GError **error)
{
  FramUnitKey key = { step->entity, step->row, step->unit };

  if (step->unit == FRAM_UNIT_ROW && sqlite3_value_type (step->before) == SQLITE_NULL)
    {
      key.unit = FRAM_UNIT_GONE;
      return revert_field (self, &key, NULL, error);
    }
  if (step->unit != FRAM_UNIT_ROW)
    return revert_field (self, &key, step->before, error);
  return fram_changes_log_row (self, &key, error) && restore_json (self, &key, " WHERE id = ?2", step->before, error) &&
         fram_changes_stamp (self, &key, error);
}

/* Told now and then how far the undoing is. */
typedef struct
{
  FramProgressFunc func;
  gpointer data;
  guint64 done;
  guint64 total;
} Progress;

#define TELL_EVERY 500

static gboolean
tell (Progress *self, GError **error)
{
  self->done++;
  if (self->func == NULL || self->done % TELL_EVERY != 0 || self->func (self->done, self->total, self->data))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("The undoing was stopped; nothing was changed."));
  return FALSE;
}

/* Whether nothing of it has changed since, and nobody has built on it. */
static gboolean
may_undo (FramChanges *self, GPtrArray *steps, gint64 action, Progress *progress, GError **error)
{
  if (steps->len == 0)
    {
      g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND, _ ("That is not in the register any more."));
      return FALSE;
    }
  for (guint i = 0; i < steps->len; i++)
    if (!is_newest (self->db, g_ptr_array_index (steps, i), action, error) || !tell (progress, error))
      return FALSE;
  return fram_undo_is_alone (self->db, steps, error);
}

static gboolean
undo (FramChanges *self, gint64 action, Progress *progress, GError **error)
{
  g_autoptr (GPtrArray) steps = load_steps (self->db, action, error);

  if (steps == NULL)
    return FALSE;
  progress->total = 2 * (guint64)steps->len;
  if (!may_undo (self, steps, action, progress, error))
    return FALSE;
  if (!fram_db_run (self->db, error, "UPDATE action SET undoes = ? WHERE id = ?", "ii", action, self->action))
    return FALSE;
  for (guint i = 0; i < steps->len; i++)
    {
      const FramUndoStep *step = g_ptr_array_index (steps, i);
      gboolean ok = step->entity == FRAM_ENTITY_MARK ? revert_mark (self, step, error) : revert_row (self, step, error);

      if (!ok || !fram_changes_after_write (self, step->entity, step->row, error) || !tell (progress, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * fram_changes_undo:
 * @self: the open change, which becomes the undoing one; nothing else is written in it
 * @action: the action to undo; the undoing of an undoing is redo
 * @error: return location; %FRAM_ERROR_CHANGED where something of it has been changed since, or where something was
 *   recorded since about a row that it added. What was changed since and undone again is not in the way, so that several
 *   actions can be undone one after the other, newest first.
 *
 * Returns: whether everything is as it was before @action
 */
gboolean
fram_changes_undo (FramChanges *self, gint64 action, GError **error)
{
  return fram_changes_undo_watched (self, action, NULL, NULL, error);
}

/**
 * fram_changes_undo_watched:
 * @self: the open change
 * @action: the action to undo
 * @progress: (nullable): told the steps done; stops it
 * @data: closure of @progress
 * @error: return location
 *
 * As fram_changes_undo(), for an action of very many changes.
 *
 * Returns: whether everything is as it was before @action
 */
gboolean
fram_changes_undo_watched (FramChanges *self, gint64 action, FramProgressFunc progress, gpointer data, GError **error)
{
  Progress watched = { progress, data };
  GError *local = NULL;
  gboolean ok;

  if (!fram_changes_goes_on (self, error))
    return FALSE;
  ok = undo (self, action, &watched, &local);
  return fram_changes_settle (self, ok, local, error);
}
