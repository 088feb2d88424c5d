#include "fram-db-private.h"

#include <glib/gi18n-lib.h>
#include <stdarg.h>
#include <string.h>

static const char *
sentence_of (int code)
{
  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return _ ("Another program is using the register “%s”. Nothing was changed; try again in a moment.");
    case SQLITE_FULL: return _ ("The disk is full, so nothing was saved in “%s”. Free some space and try again.");
    case SQLITE_READONLY: return _ ("The register “%s” cannot be written. Nothing was changed.");
    case SQLITE_CORRUPT: return _ ("The register “%s” is damaged. Restore the latest backup.");
    case SQLITE_NOTADB: return _ ("“%s” is not a Framsteg register.");
    case SQLITE_CANTOPEN: return _ ("The register “%s” cannot be opened.");
    case SQLITE_CONSTRAINT: return _ ("The change contradicts what is recorded in “%s”, so nothing was changed.");
    default: return _ ("The disk reported an error with the register “%s”. Nothing was changed.");
    }
}

static int
kind_of (int code)
{
  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return FRAM_ERROR_BUSY;
    case SQLITE_FULL: return FRAM_ERROR_FULL;
    case SQLITE_READONLY: return FRAM_ERROR_READ_ONLY;
    case SQLITE_CORRUPT: return FRAM_ERROR_CORRUPT;
    case SQLITE_NOTADB: return FRAM_ERROR_NOT_A_REGISTER;
    case SQLITE_CONSTRAINT: return FRAM_ERROR_CONSTRAINT;
    default: return FRAM_ERROR_IO;
    }
}

/**
 * fram_sqlite_error:
 * @code: a result code of SQLite
 * @path: the register
 * @error: return location
 *
 * Says in one sentence what happened; never what was in the statement.
 */
void
fram_sqlite_error (int code, const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  const char *sentence = sentence_of (code);

  g_debug ("SQLite: %s (%d)", sqlite3_errstr (code), code);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  if (error != NULL && *error == NULL)
    *error = g_error_new (FRAM_ERROR, kind_of (code), sentence, name);
#pragma GCC diagnostic pop
}

void
fram_db_set_error (FramDb *self, GError **error)
{
  fram_sqlite_error (sqlite3_extended_errcode (self->handle), self->path, error);
}

/**
 * fram_db_prepare:
 * @self: a register
 * @sql: a statement; texts with changing numbers in them are not for here
 * @error: return location
 *
 * Returns: (transfer none) (nullable): the statement, reset and without bindings; it is kept for the next time
 */
sqlite3_stmt *
fram_db_prepare (FramDb *self, const char *sql, GError **error)
{
  sqlite3_stmt *stmt = g_hash_table_lookup (self->statements, sql);

  if (stmt != NULL)
    {
      sqlite3_reset (stmt);
      return stmt;
    }
  if (sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL) != SQLITE_OK)
    {
      g_debug ("SQLite: %s in %s", sqlite3_errmsg (self->handle), sql);
      fram_db_set_error (self, error);
      return NULL;
    }
  g_hash_table_insert (self->statements, g_strdup (sql), stmt);
  return stmt;
}

static void
bind_one (sqlite3_stmt *stmt, int i, char type, va_list *args)
{
  const char *text;
  int number;

  switch (type)
    {
    case 'i': sqlite3_bind_int64 (stmt, i, va_arg (*args, gint64)); break;
    case 'm': /* minutes: negative is no value */
      number = va_arg (*args, int);
      if (number < 0)
        sqlite3_bind_null (stmt, i);
      else
        sqlite3_bind_int (stmt, i, number);
      break;
    case 'r': /* a row number: 0 is no value */
      {
        gint64 row = va_arg (*args, gint64);

        if (row == 0)
          sqlite3_bind_null (stmt, i);
        else
          sqlite3_bind_int64 (stmt, i, row);
        break;
      }
    case 't':
      text = va_arg (*args, const char *);
      if (text == NULL)
        sqlite3_bind_null (stmt, i);
      else
        sqlite3_bind_text (stmt, i, text, -1, SQLITE_TRANSIENT);
      break;
    case 'd': fram_bind_date (stmt, i, va_arg (*args, int)); break;
    case 'u': sqlite3_bind_blob (stmt, i, va_arg (*args, const FramUuid *)->bytes, 16, SQLITE_TRANSIENT); break;
    default: g_assert_not_reached ();
    }
}

static sqlite3_stmt *
query_va (FramDb *self, GError **error, const char *sql, const char *types, va_list *args)
{
  sqlite3_stmt *stmt = fram_db_prepare (self, sql, error);

  if (stmt == NULL)
    return NULL;
  for (int i = 0; types[i] != '\0'; i++)
    bind_one (stmt, i + 1, types[i], args);
  return stmt;
}

/**
 * fram_db_query:
 * @self: a register
 * @error: return location
 * @sql: a statement
 * @types: a letter per argument: i gint64 · m int minutes, negative is NULL · r gint64 row, 0 is NULL · t text · d date ·
 *   u FramUuid*
 * @...: the values
 *
 * Returns: (transfer none) (nullable): the statement, ready for fram_db_step()
 */
sqlite3_stmt *
fram_db_query (FramDb *self, GError **error, const char *sql, const char *types, ...)
{
  va_list args;
  sqlite3_stmt *stmt;

  va_start (args, types);
  stmt = query_va (self, error, sql, types, &args);
  va_end (args);
  return stmt;
}

/**
 * fram_db_step:
 * @self: a register
 * @stmt: a statement
 * @error: return location
 *
 * Returns: %TRUE with a row; %FALSE at the end, with the statement reset, or on failure with @error set
 */
gboolean
fram_db_step (FramDb *self, sqlite3_stmt *stmt, GError **error)
{
  int rc = sqlite3_step (stmt);

  if (rc == SQLITE_ROW)
    return TRUE;
  if (rc != SQLITE_DONE)
    {
      g_debug ("SQLite: %s in %s", sqlite3_errmsg (self->handle), sqlite3_sql (stmt));
      fram_sqlite_error (rc, self->path, error);
    }
  sqlite3_reset (stmt);
  return FALSE;
}

/* As fram_db_step() where there must be a row: without one @error says that it is not there. */
gboolean
fram_db_step_row (FramDb *self, sqlite3_stmt *stmt, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (fram_db_step (self, stmt, &local))
    return TRUE;
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND, _ ("That is not in the register any more."));
  return FALSE;
}

static gboolean
is_idle (gpointer sql, gpointer stmt, gpointer data)
{
  return !sqlite3_stmt_busy (stmt);
}

/* Statements are kept without end, and thrown away only here: where nobody can be between preparing and stepping one. */
void
fram_db_tidy_statements (FramDb *self)
{
  if (g_hash_table_size (self->statements) > 400)
    g_hash_table_foreach_remove (self->statements, is_idle, NULL);
}

gboolean
fram_db_run (FramDb *self, GError **error, const char *sql, const char *types, ...)
{
  va_list args;
  sqlite3_stmt *stmt;
  int rc;

  va_start (args, types);
  stmt = query_va (self, error, sql, types, &args);
  va_end (args);
  if (stmt == NULL)
    return FALSE;
  while ((rc = sqlite3_step (stmt)) == SQLITE_ROW)
    ;
  if (rc != SQLITE_DONE)
    {
      g_debug ("SQLite: %s in %s", sqlite3_errmsg (self->handle), sql);
      fram_sqlite_error (rc, self->path, error);
    }
  sqlite3_reset (stmt);
  return rc == SQLITE_DONE;
}

gboolean
fram_db_exec (FramDb *self, const char *sql, GError **error)
{
  if (sqlite3_exec (self->handle, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  g_debug ("SQLite: %s", sqlite3_errmsg (self->handle));
  fram_db_set_error (self, error);
  return FALSE;
}

/**
 * fram_db_int:
 * @self: a register
 * @fallback: what to answer when there is no row or no value
 * @sql: a statement
 * @types: as fram_db_query()
 * @...: the values
 *
 * Returns: the first column of the first row
 */
gint64
fram_db_int (FramDb *self, gint64 fallback, const char *sql, const char *types, ...)
{
  va_list args;
  sqlite3_stmt *stmt;
  gint64 value = fallback;

  va_start (args, types);
  stmt = query_va (self, NULL, sql, types, &args);
  va_end (args);
  if (stmt == NULL || !fram_db_step (self, stmt, NULL))
    return fallback;
  if (sqlite3_column_type (stmt, 0) != SQLITE_NULL)
    value = sqlite3_column_int64 (stmt, 0);
  sqlite3_reset (stmt);
  return value;
}

char *
fram_db_text (FramDb *self, const char *sql, const char *types, ...)
{
  va_list args;
  sqlite3_stmt *stmt;
  char *value;

  va_start (args, types);
  stmt = query_va (self, NULL, sql, types, &args);
  va_end (args);
  if (stmt == NULL || !fram_db_step (self, stmt, NULL))
    return NULL;
  value = fram_column_text (stmt, 0);
  sqlite3_reset (stmt);
  return value;
}

char *
fram_column_text (sqlite3_stmt *stmt, int column)
{
  return g_strdup ((const char *)sqlite3_column_text (stmt, column));
}

const char *
fram_column_peek (sqlite3_stmt *stmt, int column)
{
  return (const char *)sqlite3_column_text (stmt, column);
}

FramDate
fram_column_date (sqlite3_stmt *stmt, int column)
{
  return fram_date_parse (fram_column_peek (stmt, column));
}

int
fram_column_minutes (sqlite3_stmt *stmt, int column)
{
  return sqlite3_column_type (stmt, column) == SQLITE_NULL ? -1 : sqlite3_column_int (stmt, column);
}

FramUuid
fram_column_uuid (sqlite3_stmt *stmt, int column)
{
  FramUuid id = FRAM_UUID_NONE;

  if (sqlite3_column_bytes (stmt, column) == sizeof id.bytes)
    memcpy (id.bytes, sqlite3_column_blob (stmt, column), sizeof id.bytes);
  return id;
}

void
fram_bind_date (sqlite3_stmt *stmt, int index, FramDate date)
{
  char buffer[FRAM_DATE_TEXT_SIZE];

  if (date == FRAM_DATE_NONE)
    sqlite3_bind_null (stmt, index);
  else
    sqlite3_bind_text (stmt, index, fram_date_format (date, buffer), 10, SQLITE_TRANSIENT);
}
