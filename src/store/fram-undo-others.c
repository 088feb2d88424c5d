#include "fram-undo-private.h"

#include <glib/gi18n-lib.h>

/* What an undoing would take out of the register must not be what others have built on since: a person who was added and
 * has been marked, placed or written about stays. */

static gboolean
begin_list (FramDb *db, GError **error)
{
  return fram_db_exec (db, "CREATE TEMP TABLE IF NOT EXISTS taken_out (row INTEGER PRIMARY KEY) STRICT", error) &&
         fram_db_exec (db,
                       "CREATE TEMP TABLE IF NOT EXISTS taken_mark (enrolment INTEGER, day TEXT, activity INTEGER,"
                       " part INTEGER, PRIMARY KEY (enrolment, day, activity, part)) STRICT, WITHOUT ROWID",
                       error) &&
         fram_db_exec (db,
                       "CREATE TEMP TABLE IF NOT EXISTS taken_back (row INTEGER, unit INTEGER, PRIMARY KEY (row, unit))"
                       " STRICT, WITHOUT ROWID",
                       error) &&
         fram_db_exec (db, "DELETE FROM temp.taken_out", error) &&
         fram_db_exec (db, "DELETE FROM temp.taken_back", error) &&
         fram_db_exec (db, "DELETE FROM temp.taken_mark", error);
}

/* A row that the action made, or brought back. */
static gboolean
is_taken_out (const FramUndoStep *step)
{
  if (step->entity == FRAM_ENTITY_MARK)
    return FALSE;
  return (step->unit == FRAM_UNIT_ROW && sqlite3_value_type (step->before) == SQLITE_NULL) ||
         (step->unit == FRAM_UNIT_GONE && sqlite3_value_int (step->before) != 0);
}

static gboolean
list_step (FramDb *db, const FramUndoStep *step, GError **error)
{
  if (is_taken_out (step))
    return fram_db_run (db, error, "INSERT OR IGNORE INTO temp.taken_out (row) VALUES (?)", "i", step->row);
  if (step->entity == FRAM_ENTITY_MARK)
    return fram_db_run (db, error, "INSERT OR IGNORE INTO temp.taken_mark VALUES (?, ?, ?, ?)", "itii", step->row,
                        step->day, step->activity, (gint64)step->part);
  /* what the undoing gives another value refers to nothing that it takes out */
  return fram_db_run (db, error, "INSERT OR IGNORE INTO temp.taken_back VALUES (?, ?)", "ii", step->row,
                      (gint64)step->unit);
}

/* Returns: whether there is nothing; an error is something */
static gboolean
finds_nothing (FramDb *db, const char *sql, GError **error)
{
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "");
  gboolean found = stmt != NULL && fram_db_step (db, stmt, &local);

  if (stmt != NULL)
    sqlite3_reset (stmt);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (found)
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_CHANGED,
                         _ ("This cannot be undone: something has been recorded since about what it added."));
  return !found && (error == NULL || *error == NULL);
}

static gboolean
check_marks (FramDb *db, const char *column, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT 1 FROM temp.taken_out t JOIN mark m ON m.%s = t.row WHERE m.status IS NOT NULL AND NOT EXISTS"
      " (SELECT 1 FROM temp.taken_mark k WHERE k.enrolment = m.enrolment AND k.day = m.day AND k.activity = m.activity"
      "  AND k.part = m.part) LIMIT 1",
      column);

  return finds_nothing (db, sql, error);
}

static gboolean
check_column (FramDb *db, const FramEntityInfo *info, const FramColumn *column, GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT 1 FROM temp.taken_out t JOIN %s o ON o.%s = t.row WHERE o.gone = 0 AND NOT EXISTS"
                       " (SELECT 1 FROM temp.taken_out k WHERE k.row = o.id) AND NOT EXISTS"
                       " (SELECT 1 FROM temp.taken_back b WHERE b.row = o.id AND b.unit IN (%d, %u)) LIMIT 1",
                       info->name, column->name, FRAM_UNIT_ROW, column->unit);

  return finds_nothing (db, sql, error);
}

static gboolean
check_entity (FramDb *db, const FramEntityInfo *info, const gboolean *taken, GError **error)
{
  for (guint i = 0; i < info->n_columns; i++)
    {
      const FramColumn *column = &info->columns[i];

      if (column->type != FRAM_TYPE_REF || (column->target != FRAM_ENTITY_NONE && !taken[column->target]))
        continue;
      if (!check_column (db, info, column, error))
        return FALSE;
    }
  return TRUE;
}

/* Whether nobody has recorded anything that refers to a row which the undoing takes out, and is not undone with it. */
gboolean
fram_undo_is_alone (FramDb *db, GPtrArray *steps, GError **error)
{
  gboolean taken[FRAM_N_ENTITIES] = { FALSE };
  gboolean any = FALSE;

  for (guint i = 0; i < steps->len; i++)
    {
      const FramUndoStep *step = g_ptr_array_index (steps, i);

      if (is_taken_out (step))
        any = taken[step->entity] = TRUE;
    }
  if (!any)
    return TRUE;
  if (!begin_list (db, error))
    return FALSE;
  for (guint i = 0; i < steps->len; i++)
    if (!list_step (db, g_ptr_array_index (steps, i), error))
      return FALSE;
  if (!check_marks (db, "enrolment", error) || !check_marks (db, "activity", error))
    return FALSE;
  for (guint e = FRAM_ENTITY_NONE + 1; e < FRAM_N_ENTITIES; e++)
    if (e != FRAM_ENTITY_MARK && !check_entity (db, fram_entity_info (e), taken, error))
      return FALSE;
  return TRUE;
}
