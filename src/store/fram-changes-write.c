#include "fram-changes-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A thing is active until somebody says otherwise; every other flag is off. The schema's defaults say the same. */
static int
default_of_flag (const FramColumn *column)
{
  return strcmp (column->name, "active") == 0 ? 1 : 0;
}

static const char *
insert_sql (FramEntity entity)
{
  static const char *cache[FRAM_N_ENTITIES];
  const FramEntityInfo *info = fram_entity_info (entity);

  if (g_once_init_enter (&cache[entity]))
    {
      GString *sql = g_string_new (NULL);

      g_string_append_printf (sql, "INSERT INTO %s (id", info->name);
      for (guint i = 0; i < info->n_columns; i++)
        g_string_append_printf (sql, ", %s", info->columns[i].name);
      g_string_append (sql, ") VALUES (?");
      for (guint i = 0; i < info->n_columns; i++)
        if (info->columns[i].type == FRAM_TYPE_FLAG)
          g_string_append_printf (sql, ", ifnull (?, %d)", default_of_flag (&info->columns[i]));
        else
          g_string_append (sql, ", ?");
      g_string_append_c (sql, ')');
      g_once_init_leave (&cache[entity], g_string_free (sql, FALSE));
    }
  return cache[entity];
}

/* Binds a value; a ref becomes the row number it has in this file. */
gboolean
fram_changes_bind (FramChanges *self, sqlite3_stmt *stmt, int index, const FramValue *value, const FramColumn *column,
                   GError **error)
{
  gint64 row;

  switch (value->kind)
    {
    case FRAM_VALUE_INT: return sqlite3_bind_int64 (stmt, index, value->number) == SQLITE_OK;
    case FRAM_VALUE_TEXT: return sqlite3_bind_text (stmt, index, value->text, -1, SQLITE_TRANSIENT) == SQLITE_OK;
    case FRAM_VALUE_REF:
      row = fram_changes_find (self, &value->ref);
      if (row != 0)
        return sqlite3_bind_int64 (stmt, index, row) == SQLITE_OK;
      g_set_error (error, FRAM_ERROR, FRAM_ERROR_CONSTRAINT, _ ("A record refers to a %s that is not in the register."),
                   column->target != FRAM_ENTITY_NONE ? fram_entity_info (column->target)->name : "record");
      return FALSE;
    case FRAM_VALUE_NULL:
    default: return sqlite3_bind_null (stmt, index) == SQLITE_OK;
    }
}

static gboolean
check_required (const FramRecord *record, const FramEntityInfo *info, GError **error)
{
  for (guint i = 0; i < info->n_columns; i++)
    if (info->columns[i].required && record->values[i].kind == FRAM_VALUE_NULL)
      {
        g_set_error (error, FRAM_ERROR, FRAM_ERROR_CONSTRAINT, _ ("A record of the kind “%s” lacks its “%s”."),
                     info->name, info->columns[i].name);
        return FALSE;
      }
  return TRUE;
}

/* Of millions of ratings nobody asks for the row of one. */
static gboolean
is_referred_to (FramEntity entity)
{
  return entity != FRAM_ENTITY_RATING && entity != FRAM_ENTITY_EVENT;
}

static gint64
insert_ident (FramChanges *self, const FramRecord *record, GError **error)
{
  FramUuid id = fram_uuid_is_none (&record->id) ? fram_uuid_new (self->db->clock) : record->id;
  gint64 row;

  if (!fram_db_run (self->db, error, "INSERT INTO ident (uuid, entity) VALUES (?, ?)", "ui", &id,
                    (gint64)record->entity))
    return 0;
  row = sqlite3_last_insert_rowid (self->db->handle);
  if (is_referred_to (record->entity))
    g_hash_table_insert (self->rows, g_memdup2 (&id, sizeof id), GSIZE_TO_POINTER (row));
  return row;
}

static gboolean
insert_typed (FramChanges *self, const FramRecord *record, gint64 row, GError **error)
{
  const FramEntityInfo *info = fram_entity_info (record->entity);
  sqlite3_stmt *stmt = fram_db_prepare (self->db, insert_sql (record->entity), error);
  int rc;

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, row);
  for (guint i = 0; i < info->n_columns; i++)
    if (!fram_changes_bind (self, stmt, (int)i + 2, &record->values[i], &info->columns[i], error))
      return FALSE;
  rc = sqlite3_step (stmt);
  if (rc != SQLITE_DONE)
    {
      g_debug ("%s: %s", info->name, sqlite3_errmsg (self->db->handle));
      fram_sqlite_error (rc, self->db->path, error);
    }
  sqlite3_reset (stmt);
  return rc == SQLITE_DONE;
}

static FramWritten
insert_new (FramChanges *self, const FramRecord *record, GError **error)
{
  FramUnitKey key = { record->entity, 0, FRAM_UNIT_ROW };

  if (!check_required (record, fram_entity_info (record->entity), error))
    return FRAM_WRITTEN_FAILED;
  key.row = insert_ident (self, record, error);
  if (key.row == 0 || !insert_typed (self, record, key.row, error) ||
      !fram_changes_log (self, &key, NULL, 0, 0, error) || !fram_changes_stamp (self, &key, error) ||
      !fram_changes_after_write (self, record->entity, key.row, error))
    return FRAM_WRITTEN_FAILED;
  return FRAM_WRITTEN_ADDED;
}

static const char *
select_sql (FramEntity entity)
{
  static const char *cache[FRAM_N_ENTITIES];
  const FramEntityInfo *info = fram_entity_info (entity);

  if (g_once_init_enter (&cache[entity]))
    {
      GString *sql = g_string_new ("SELECT ");

      for (guint i = 0; i < info->n_columns; i++)
        g_string_append_printf (sql, "%s, ", info->columns[i].name);
      g_string_append_printf (sql, "gone FROM %s WHERE id = ?", info->name);
      g_once_init_leave (&cache[entity], g_string_free (sql, FALSE));
    }
  return cache[entity];
}

static gboolean
value_is_column (FramChanges *self, const FramValue *value, const FramColumn *column, sqlite3_stmt *stmt, int i)
{
  switch (value->kind)
    {
    case FRAM_VALUE_INT:
      return sqlite3_column_type (stmt, i) != SQLITE_NULL && sqlite3_column_int64 (stmt, i) == value->number;
    case FRAM_VALUE_TEXT: return g_strcmp0 (fram_column_peek (stmt, i), value->text) == 0;
    case FRAM_VALUE_REF:
      return sqlite3_column_type (stmt, i) != SQLITE_NULL &&
             sqlite3_column_int64 (stmt, i) == fram_changes_find (self, &value->ref);
    case FRAM_VALUE_NULL:
    default:
      return sqlite3_column_type (stmt, i) == SQLITE_NULL ||
             (column->type == FRAM_TYPE_FLAG && sqlite3_column_int (stmt, i) == default_of_flag (column));
    }
}

static FramWritten
compare (FramChanges *self, const FramRecord *record, gint64 row, GError **error)
{
  const FramEntityInfo *info = fram_entity_info (record->entity);
  sqlite3_stmt *stmt = fram_db_query (self->db, error, select_sql (record->entity), "i", row);
  gboolean same = TRUE;

  if (stmt == NULL || !fram_db_step_row (self->db, stmt, error))
    return FRAM_WRITTEN_FAILED;
  for (guint i = 0; same && i < info->n_columns; i++)
    same = value_is_column (self, &record->values[i], &info->columns[i], stmt, (int)i);
  same = same && sqlite3_column_int (stmt, (int)info->n_columns) == 0;
  sqlite3_reset (stmt);
  return same ? FRAM_WRITTEN_SAME : FRAM_WRITTEN_DIFFERS;
}

/**
 * fram_changes_insert:
 * @self: the open change
 * @record: a new row, or a mark
 * @error: return location
 *
 * Writes a row that is not there yet. A mark that is there already is changed to what @record says.
 *
 * Returns: what was written
 */
FramWritten
fram_changes_insert (FramChanges *self, const FramRecord *record, GError **error)
{
  GError *local = NULL;
  FramWritten written;

  if (!fram_changes_goes_on (self, error))
    return FRAM_WRITTEN_FAILED;
  if (record->entity == FRAM_ENTITY_MARK)
    written = fram_changes_put_mark (self, record, TRUE, &local);
  else
    written = insert_new (self, record, &local);
  return fram_changes_settle (self, written != FRAM_WRITTEN_FAILED, local, error) ? written : FRAM_WRITTEN_FAILED;
}

/**
 * fram_changes_add:
 * @self: the open change
 * @record: a row with a derived id, or a mark
 * @error: return location
 *
 * Writes what is missing and overwrites nothing: the rule of imports (DATA.md).
 *
 * Returns: %FRAM_WRITTEN_ADDED, %FRAM_WRITTEN_SAME or %FRAM_WRITTEN_DIFFERS
 */
FramWritten
fram_changes_add (FramChanges *self, const FramRecord *record, GError **error)
{
  GError *local = NULL;
  FramWritten written;
  gint64 row = 0;

  if (!fram_changes_goes_on (self, error))
    return FRAM_WRITTEN_FAILED;
  if (record->entity != FRAM_ENTITY_MARK && !fram_uuid_is_none (&record->id))
    row = fram_changes_find (self, &record->id);
  if (record->entity == FRAM_ENTITY_MARK)
    written = fram_changes_put_mark (self, record, FALSE, &local);
  else
    written = row == 0 ? insert_new (self, record, &local) : compare (self, record, row, &local);
  return fram_changes_settle (self, written != FRAM_WRITTEN_FAILED, local, error) ? written : FRAM_WRITTEN_FAILED;
}

/* Writes one field; its old value goes into the log as it was. */
static FramWritten
update_field (FramChanges *self, FramUnitKey *key, const FramColumn *column, const FramValue *value, GError **error)
{
  const FramEntityInfo *info = fram_entity_info (key->entity);
  g_autofree char *read = g_strdup_printf ("SELECT %s FROM %s WHERE id = ?", column->name, info->name);
  g_autofree char *write = g_strdup_printf ("UPDATE %s SET %s = ? WHERE id = ?", info->name, column->name);
  sqlite3_stmt *stmt = fram_db_query (self->db, error, read, "i", key->row);
  gint64 base_sender, base_seq;
  gboolean ok;

  if (stmt == NULL || !fram_db_step_row (self->db, stmt, error))
    return FRAM_WRITTEN_FAILED;
  if (value_is_column (self, value, column, stmt, 0))
    {
      sqlite3_reset (stmt);
      return FRAM_WRITTEN_SAME;
    }
  ok = fram_changes_base (self, key, &base_sender, &base_seq, error) &&
       fram_changes_log (self, key, sqlite3_column_value (stmt, 0), base_sender, base_seq, error);
  sqlite3_reset (stmt);
  stmt = ok ? fram_db_prepare (self->db, write, error) : NULL;
  if (stmt == NULL || !fram_changes_bind (self, stmt, 1, value, column, error))
    return FRAM_WRITTEN_FAILED;
  if (value->kind == FRAM_VALUE_NULL && column->type == FRAM_TYPE_FLAG)
    sqlite3_bind_int (stmt, 1, default_of_flag (column));
  sqlite3_bind_int64 (stmt, 2, key->row);
  if (sqlite3_step (stmt) != SQLITE_DONE)
    {
      fram_db_set_error (self->db, error);
      sqlite3_reset (stmt);
      return FRAM_WRITTEN_FAILED;
    }
  sqlite3_reset (stmt);
  return fram_changes_stamp (self, key, error) ? FRAM_WRITTEN_CHANGED : FRAM_WRITTEN_FAILED;
}

static gboolean
write_columns (FramChanges *self, const FramRecord *record, gint64 row, const char *const *columns, GError **error)
{
  const FramEntityInfo *info = fram_entity_info (record->entity);
  gboolean ok = TRUE;

  for (; ok && *columns != NULL; columns++)
    {
      int i = fram_entity_find_column (record->entity, *columns);
      g_autofree char *sql = g_strdup_printf ("UPDATE %s SET %s = ? WHERE id = ?", info->name, *columns);
      sqlite3_stmt *stmt = fram_db_prepare (self->db, sql, error);

      if (stmt == NULL || !fram_changes_bind (self, stmt, 1, &record->values[i], &info->columns[i], error))
        return FALSE;
      if (record->values[i].kind == FRAM_VALUE_NULL && info->columns[i].type == FRAM_TYPE_FLAG)
        sqlite3_bind_int (stmt, 1, 0);
      sqlite3_bind_int64 (stmt, 2, row);
      ok = sqlite3_step (stmt) == SQLITE_DONE;
      if (!ok)
        fram_db_set_error (self->db, error);
      sqlite3_reset (stmt);
    }
  return ok;
}

static FramWritten
update_row (FramChanges *self, const FramRecord *record, FramUnitKey *key, const char *const *columns, GError **error)
{
  const FramEntityInfo *info = fram_entity_info (record->entity);
  sqlite3_stmt *stmt = fram_db_query (self->db, error, select_sql (record->entity), "i", key->row);
  gboolean same = TRUE;

  if (stmt == NULL || !fram_db_step_row (self->db, stmt, error))
    return FRAM_WRITTEN_FAILED;
  for (const char *const *c = columns; same && *c != NULL; c++)
    {
      int i = fram_entity_find_column (record->entity, *c);

      same = value_is_column (self, &record->values[i], &info->columns[i], stmt, i);
    }
  sqlite3_reset (stmt);
  if (same)
    return FRAM_WRITTEN_SAME;
  key->unit = FRAM_UNIT_ROW;
  if (!fram_changes_log_row (self, key, error) || !fram_changes_stamp (self, key, error) ||
      !write_columns (self, record, key->row, columns, error))
    return FRAM_WRITTEN_FAILED;
  return FRAM_WRITTEN_CHANGED;
}

static FramWritten
update_fields (FramChanges *self, const FramRecord *record, FramUnitKey *key, const char *const *columns,
               GError **error)
{
  const FramEntityInfo *info = fram_entity_info (record->entity);
  FramWritten all = FRAM_WRITTEN_SAME;

  for (; *columns != NULL; columns++)
    {
      int i = fram_entity_find_column (record->entity, *columns);
      FramWritten one;

      g_assert (i >= 0);
      key->unit = info->columns[i].unit;
      one = update_field (self, key, &info->columns[i], &record->values[i], error);
      if (one == FRAM_WRITTEN_FAILED)
        return one;
      all = MAX (all, one);
    }
  if (all == FRAM_WRITTEN_CHANGED && !fram_changes_after_write (self, record->entity, key->row, error))
    return FRAM_WRITTEN_FAILED;
  return all;
}

/* Finds the row of an id, which must be of the kind that is meant. */
static gboolean
find_key (FramChanges *self, FramEntity entity, const FramUuid *id, FramUnitKey *key, GError **error)
{
  key->entity = entity;
  key->row = fram_changes_find (self, id);
  if (key->row != 0)
    return TRUE;
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND, _ ("That is not in the register any more."));
  return FALSE;
}

/**
 * fram_changes_update:
 * @self: the open change
 * @record: the row's id and new values
 * @columns: (array zero-terminated=1): the columns to write; the others stay
 * @error: return location
 *
 * Changes a row, field by field or as a whole, as the registry says of its entity.
 *
 * Returns: whether anything changed
 */
FramWritten
fram_changes_update (FramChanges *self, const FramRecord *record, const char *const *columns, GError **error)
{
  GError *local = NULL;
  FramUnitKey key = { 0 };
  FramWritten written = FRAM_WRITTEN_FAILED;

  g_return_val_if_fail (record->entity != FRAM_ENTITY_MARK, FRAM_WRITTEN_FAILED);
  if (!fram_changes_goes_on (self, error))
    return FRAM_WRITTEN_FAILED;
  if (find_key (self, record->entity, &record->id, &key, &local))
    written = fram_entity_is_by_row (record->entity) ? update_row (self, record, &key, columns, &local)
                                                     : update_fields (self, record, &key, columns, &local);
  return fram_changes_settle (self, written != FRAM_WRITTEN_FAILED, local, error) ? written : FRAM_WRITTEN_FAILED;
}

static FramWritten
amend (FramChanges *self, const FramRecord *record, const char *const *columns, GError **error)
{
  FramUnitKey key = { 0 };

  if (!find_key (self, record->entity, &record->id, &key, error) ||
      !write_columns (self, record, key.row, columns, error))
    return FRAM_WRITTEN_FAILED;
  self->amended = TRUE;
  return FRAM_WRITTEN_CHANGED;
}

/**
 * fram_changes_amend:
 * @self: the open change
 * @record: the row's id and new values
 * @columns: (array zero-terminated=1): the columns to write; the others stay
 * @error: return location
 *
 * Goes on with a row of which nobody but its author knows more than that it was begun: a draft. The change log tells that
 * it was made, and later what became of it; the words on the way are in no log and no undo step of their own.
 *
 * Returns: %FRAM_WRITTEN_CHANGED
 */
FramWritten
fram_changes_amend (FramChanges *self, const FramRecord *record, const char *const *columns, GError **error)
{
  GError *local = NULL;
  FramWritten written;

  if (!fram_changes_goes_on (self, error))
    return FRAM_WRITTEN_FAILED;
  written = amend (self, record, columns, &local);
  return fram_changes_settle (self, written != FRAM_WRITTEN_FAILED, local, error) ? written : FRAM_WRITTEN_FAILED;
}

static FramWritten
write_gone (FramChanges *self, FramEntity entity, const FramUuid *id, gint64 is_gone, GError **error)
{
  static const FramColumn gone = { FRAM_UNIT_GONE, "gone", FRAM_TYPE_FLAG, FRAM_CLASS_REF, TRUE, FRAM_ENTITY_NONE };
  FramValue value = { FRAM_VALUE_INT, is_gone };
  GError *local = NULL;
  FramUnitKey key = { 0 };
  FramWritten written = FRAM_WRITTEN_FAILED;

  if (!fram_changes_goes_on (self, error))
    return FRAM_WRITTEN_FAILED;
  if (find_key (self, entity, id, &key, &local))
    {
      key.unit = FRAM_UNIT_GONE;
      written = update_field (self, &key, &gone, &value, &local);
    }
  if (written == FRAM_WRITTEN_CHANGED && !fram_changes_after_write (self, entity, key.row, &local))
    written = FRAM_WRITTEN_FAILED;
  return fram_changes_settle (self, written != FRAM_WRITTEN_FAILED, local, error) ? written : FRAM_WRITTEN_FAILED;
}

/**
 * fram_changes_remove:
 * @self: the open change
 * @entity: what kind
 * @id: which
 * @error: return location
 *
 * Takes a row out of everything that is shown; it stays for history and undo.
 *
 * Returns: whether anything changed
 */
FramWritten
fram_changes_remove (FramChanges *self, FramEntity entity, const FramUuid *id, GError **error)
{
  return write_gone (self, entity, id, 1, error);
}

/**
 * fram_changes_bring_back:
 * @self: the open change
 * @entity: what kind
 * @id: which
 * @error: return location
 *
 * Shows a row again that was removed; a row with a derived id is the same row for ever.
 *
 * Returns: whether anything changed
 */
FramWritten
fram_changes_bring_back (FramChanges *self, FramEntity entity, const FramUuid *id, GError **error)
{
  return write_gone (self, entity, id, 0, error);
}
