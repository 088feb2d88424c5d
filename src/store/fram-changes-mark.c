#include "fram-changes-private.h"

#include <glib/gi18n-lib.h>

/* Marks have no row in `ident`: their natural key is their key, and their stamp lies in the row. */

#define N_MARK_COLUMNS 9

static const char upsert_sql[] =
    "INSERT OR REPLACE INTO mark (status, minutes_late, came, left_at, attended_minutes, planned_minutes, task, "
    "reason, note,"
    " enrolment, day, activity, part, sender, seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

static const char read_sql[] =
    "SELECT status, minutes_late, came, left_at, attended_minutes, planned_minutes, task, reason, note, sender, seq"
    " FROM mark WHERE enrolment = ? AND day = ? AND activity = ? AND part = ?";

static gboolean
same_mark (FramChanges *self, const FramRecord *record, sqlite3_stmt *stmt)
{
  for (int i = 0; i < N_MARK_COLUMNS; i++)
    {
      const FramValue *v = &record->values[i];
      gboolean null = sqlite3_column_type (stmt, i) == SQLITE_NULL;
      gboolean same;

      if (v->kind == FRAM_VALUE_NULL || null)
        same = v->kind == FRAM_VALUE_NULL && null;
      else if (v->kind == FRAM_VALUE_TEXT)
        same = g_strcmp0 (fram_column_peek (stmt, i), v->text) == 0;
      else
        same = sqlite3_column_int64 (stmt, i) ==
               (v->kind == FRAM_VALUE_INT ? v->number : fram_changes_find (self, &v->ref));
      if (!same)
        return FALSE;
    }
  return TRUE;
}

static gboolean
upsert (FramChanges *self, const FramRecord *record, const FramUnitKey *key, GError **error)
{
  const FramEntityInfo *info = fram_entity_info (FRAM_ENTITY_MARK);
  sqlite3_stmt *stmt = fram_db_prepare (self->db, upsert_sql, error);
  int rc;

  if (stmt == NULL)
    return FALSE;
  for (int i = 0; i < N_MARK_COLUMNS; i++)
    if (!fram_changes_bind (self, stmt, i + 1, &record->values[i], &info->columns[i], error))
      return FALSE;
  sqlite3_bind_int64 (stmt, 10, key->row);
  sqlite3_bind_text (stmt, 11, key->day, 10, SQLITE_STATIC);
  sqlite3_bind_int64 (stmt, 12, key->activity);
  sqlite3_bind_int (stmt, 13, key->part);
  sqlite3_bind_int64 (stmt, 14, self->sender);
  sqlite3_bind_int64 (stmt, 15, self->seq);
  rc = sqlite3_step (stmt);
  if (rc != SQLITE_DONE)
    fram_sqlite_error (rc, self->db->path, error);
  sqlite3_reset (stmt);
  return rc == SQLITE_DONE;
}

/* Writes a mark. Without @overwrite a mark that is there with other values is left alone. */
FramWritten
fram_changes_put_mark (FramChanges *self, const FramRecord *record, gboolean overwrite, GError **error)
{
  char day[FRAM_DATE_TEXT_SIZE];
  FramUnitKey key = { FRAM_ENTITY_MARK,
                      fram_changes_find (self, &record->enrolment),
                      FRAM_UNIT_ROW,
                      fram_date_format (record->day, day),
                      fram_changes_find (self, &record->activity),
                      record->part };
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt;
  gboolean there, same;

  if (key.row == 0 || key.activity == 0 || record->day == FRAM_DATE_NONE)
    {
      g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_CONSTRAINT, _ ("A mark lacks its person, place or day."));
      return FRAM_WRITTEN_FAILED;
    }
  stmt = fram_db_query (self->db, error, read_sql, "itii", key.row, key.day, key.activity, (gint64)key.part);
  if (stmt == NULL)
    return FRAM_WRITTEN_FAILED;
  there = fram_db_step (self->db, stmt, &local);
  same = there && same_mark (self, record, stmt);
  sqlite3_reset (stmt);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FRAM_WRITTEN_FAILED;
    }
  if (same)
    return FRAM_WRITTEN_SAME;
  if (there && !overwrite)
    return FRAM_WRITTEN_DIFFERS;
  if (!fram_changes_check_week (self, &key, error) ||
      !(there ? fram_changes_log_row (self, &key, error) : fram_changes_log (self, &key, NULL, 0, 0, error)) ||
      !upsert (self, record, &key, error))
    return FRAM_WRITTEN_FAILED;
  return there ? FRAM_WRITTEN_CHANGED : FRAM_WRITTEN_ADDED;
}
