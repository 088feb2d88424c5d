#include "fram-db-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* How long a write waits for another program that holds the register. */
#define BUSY_TIMEOUT_MS 5000

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

static FramDb *
db_new (const char *path, FramClock *clock)
{
  FramDb *self = g_new0 (FramDb, 1);

  self->path = g_strdup (path);
  self->clock = fram_clock_ref (clock);
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize_statement);
  return self;
}

static void
close_handle (FramDb *self)
{
  g_hash_table_remove_all (self->statements);
  sqlite3_close_v2 (g_steal_pointer (&self->handle));
}

/**
 * fram_db_close:
 * @self: (transfer full): a register
 *
 * Closes the file; what is not committed is rolled back.
 */
void
fram_db_close (FramDb *self)
{
  close_handle (self);
  g_hash_table_destroy (self->statements);
  fram_clock_unref (self->clock);
  g_free (self->read_only_reason);
  g_free (self->path);
  g_free (self);
}

static gboolean
pragma_is (FramDb *self, const char *pragma, gint64 wanted, GError **error)
{
  if (fram_db_int (self, -1, pragma, "") == wanted)
    return TRUE;
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_IO,
               _ ("The register “%s” cannot be opened safely on this disk. Move it to a local disk."), self->path);
  return FALSE;
}

static gboolean
use_wal (FramDb *self, GError **error)
{
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (self, &local, "PRAGMA journal_mode=WAL", "");
  gboolean ok = FALSE;

  if (stmt != NULL && fram_db_step (self, stmt, &local))
    {
      ok = g_strcmp0 (fram_column_peek (stmt, 0), "wal") == 0;
      sqlite3_reset (stmt);
    }
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (!ok)
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_READ_ONLY, _ ("The register “%s” cannot be written."), self->path);
  return ok;
}

/* Moving what was committed from the log into the file costs a tenth of a second now and then. A window has it done apart
 * (fram_db_tidy()); whoever does not do so pays when the log has grown this long, in pages. */
#define TIDY_WHEN            1000
#define TIDY_AT_LAST         8000
#define TIDY_AT_LAST_IN_BULK 20000

static int
on_wal_cb (void *data, sqlite3 *handle, const char *name, int pages)
{
  FramDb *self = data;

  self->wal_pages = pages;
  if (pages >= (self->bulk ? TIDY_AT_LAST_IN_BULK : TIDY_AT_LAST))
    sqlite3_wal_checkpoint_v2 (handle, name, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
  return SQLITE_OK;
}

/* What makes a committed mark survive is set and read back. The file is not mapped: with a mapped one a disk that fails, or
 * somebody who copies something over it, ends the program instead of a sentence. */
static gboolean
configure (FramDb *self, gboolean writable, GError **error)
{
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  if (!fram_db_exec (self,
                     "PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA "
                     "trusted_schema=OFF; PRAGMA cache_size=-16000; PRAGMA mmap_size=0;",
                     error))
    return FALSE;
  if (!pragma_is (self, "PRAGMA foreign_keys", 1, error) || !pragma_is (self, "PRAGMA synchronous", 2, error))
    return FALSE;
  if (writable && !use_wal (self, error))
    return FALSE;
  if (writable)
    sqlite3_wal_hook (self->handle, on_wal_cb, self);
  return TRUE;
}

static gboolean
open_handle (FramDb *self, const char *name, int flags, GError **error)
{
  int rc = sqlite3_open_v2 (name, &self->handle, flags | SQLITE_OPEN_FULLMUTEX | SQLITE_OPEN_EXRESCODE, NULL);

  if (rc == SQLITE_OK)
    {
      sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT_MS);
      return TRUE;
    }
  fram_sqlite_error (rc, self->path, error);
  return FALSE;
}

/* A register that could not be made whole leaves nothing behind. */
static void
take_back (FramDb *self)
{
  static const char *const endings[] = { "", "-wal", "-shm", "-journal" };

  close_handle (self);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strconcat (self->path, endings[i], NULL);

      g_unlink (name);
    }
}

/**
 * fram_db_create:
 * @path: where; nothing may be there yet
 * @clock: the clock
 * @error: return location; %FRAM_ERROR_EXISTS, %FRAM_ERROR_FULL, %FRAM_ERROR_READ_ONLY, %FRAM_ERROR_IO
 *
 * Makes an empty register, readable by its owner only.
 *
 * Returns: (transfer full) (nullable): the register
 */
FramDb *
fram_db_create (const char *path, FramClock *clock, GError **error)
{
  g_autoptr (FramDb) self = db_new (path, clock);
  int fd = g_open (path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      if (errno == EEXIST)
        g_set_error (error, FRAM_ERROR, FRAM_ERROR_EXISTS, _ ("There is already a file “%s”. Choose another name."),
                     path);
      else
        g_set_error (error, FRAM_ERROR, errno == ENOSPC ? FRAM_ERROR_FULL : FRAM_ERROR_IO,
                     _ ("The register “%s” cannot be created: %s."), path, g_strerror (errno));
      return NULL;
    }
  close (fd);
  if (open_handle (self, path, SQLITE_OPEN_READWRITE, error) && configure (self, TRUE, error) &&
      fram_db_migrate (self, error))
    return g_steal_pointer (&self);
  take_back (self);
  return NULL;
}

/* Tells "not there", "may not" and "something else" apart before SQLite is asked, which says the same to all. The file is
 * not opened for it: closing it again would take away the locks of every other connection of this program to it. */
static gboolean
look_at_file (const char *path, gboolean *writable, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  GStatBuf info;

  if (g_stat (path, &info) != 0 || g_access (path, R_OK) != 0)
    {
      if (errno == ENOENT || errno == ENOTDIR)
        g_set_error (error, FRAM_ERROR, FRAM_ERROR_NO_REGISTER, _ ("There is no register “%s”."), path);
      else
        g_set_error (error, FRAM_ERROR, FRAM_ERROR_IO, _ ("The register “%s” cannot be read: %s."), path,
                     g_strerror (errno));
      return FALSE;
    }
  if (!S_ISREG (info.st_mode))
    {
      g_set_error (error, FRAM_ERROR, FRAM_ERROR_NOT_A_REGISTER, _ ("“%s” is not a Framsteg register."), path);
      return FALSE;
    }
  *writable = g_access (path, W_OK) == 0 && g_access (folder, W_OK) == 0;
  return TRUE;
}

static gboolean
check_identity (FramDb *self, gboolean *too_new, GError **error)
{
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (self, &local, "PRAGMA application_id", "");

  if (stmt == NULL || !fram_db_step (self, stmt, &local))
    {
      if (local != NULL)
        g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (sqlite3_column_int64 (stmt, 0) != FRAM_APPLICATION_ID)
    {
      g_set_error (error, FRAM_ERROR, FRAM_ERROR_NOT_A_REGISTER, _ ("“%s” is not a Framsteg register."), self->path);
      return FALSE;
    }
  sqlite3_reset (stmt);
  *too_new = fram_db_int (self, 0, "PRAGMA user_version", "") > fram_db_newest_schema ();
  return TRUE;
}

/* Changes of this register are later than all that it holds, also those of another program meanwhile. */
gboolean
fram_db_follow_clock (FramDb *self, GError **error)
{
  g_autoptr (GError) local = NULL;
  gint64 version = fram_db_get_data_version (self);
  sqlite3_stmt *stmt;

  if (version == self->clock_as_of)
    return TRUE;
  /* a change per sender is looked up; as a join the changes would be walked through */
  stmt = fram_db_query (
      self, &local,
      "SELECT max ((SELECT c.clock FROM change c WHERE c.sender = s.id AND c.seq = s.last_seq)) FROM sender s", "");
  if (stmt != NULL && fram_db_step (self, stmt, &local))
    {
      self->last_clock = MAX (self->last_clock, sqlite3_column_int64 (stmt, 0));
      self->clock_as_of = version;
      sqlite3_reset (stmt);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
open_writable (FramDb *self, GError **error)
{
  gboolean too_new = FALSE;

  if (!open_handle (self, self->path, SQLITE_OPEN_READWRITE, error) || !check_identity (self, &too_new, error))
    return FALSE;
  if (too_new)
    {
      g_set_error (error, FRAM_ERROR, FRAM_ERROR_TOO_NEW,
                   _ ("This register was made by a newer version of Framsteg. It can be read here but not changed."));
      return FALSE;
    }
  return configure (self, TRUE, error) && fram_db_migrate (self, error);
}

static gboolean
try_readable (FramDb *self, const char *name, int flags, GError **error)
{
  gboolean too_new = FALSE;

  close_handle (self);
  return open_handle (self, name, SQLITE_OPEN_READONLY | flags, error) && check_identity (self, &too_new, error) &&
         configure (self, FALSE, error);
}

/* On a medium or in a folder that nothing can be written to, SQLite has no place for its own files beside the register.
 * Where no unfinished ones lie there, it can do without. */
static gboolean
try_unchanging (FramDb *self, GError **error)
{
  g_autofree char *wal = g_strconcat (self->path, "-wal", NULL);
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *escaped = NULL;
  g_autofree char *uri = NULL;
  GStatBuf info;

  if (g_access (folder, W_OK) == 0 || (g_stat (wal, &info) == 0 && info.st_size > 0))
    return FALSE;
  escaped = g_uri_escape_string (self->path, "/", FALSE);
  uri = g_strconcat ("file:", escaped, "?immutable=1", NULL);
  return try_readable (self, uri, SQLITE_OPEN_URI, error);
}

/* A file that cannot be written, or that a newer version made, can still be read. */
static gboolean
open_readable (FramDb *self, GError *why, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (!try_readable (self, self->path, 0, &local) && !try_unchanging (self, NULL))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  self->read_only_reason = g_strdup (why->message);
  return TRUE;
}

/**
 * fram_db_open:
 * @path: a register
 * @clock: the clock
 * @error: return location; by what the caller can do
 *
 * Opens a register and brings its schema up to date, with a backup beside it first. A register that a newer version
 * made or that cannot be written opens for reading only, with fram_db_get_read_only_reason() set.
 *
 * Returns: (transfer full) (nullable): the register
 */
FramDb *
fram_db_open (const char *path, FramClock *clock, GError **error)
{
  g_autoptr (FramDb) self = db_new (path, clock);
  g_autoptr (GError) local = NULL;
  gboolean writable = FALSE;

  if (!look_at_file (path, &writable, error))
    return NULL;
  if (!writable)
    g_set_error (&local, FRAM_ERROR, FRAM_ERROR_READ_ONLY,
                 _ ("You may read this register but not change it: the file or its folder is write-protected."));
  else if (!open_writable (self, &local) && !g_error_matches (local, FRAM_ERROR, FRAM_ERROR_TOO_NEW) &&
           !g_error_matches (local, FRAM_ERROR, FRAM_ERROR_READ_ONLY))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (local != NULL && !open_readable (self, local, error))
    return NULL;
  return fram_db_follow_clock (self, error) ? g_steal_pointer (&self) : NULL;
}

const char *
fram_db_get_path (FramDb *self)
{
  return self->path;
}

/**
 * fram_db_get_read_only_reason:
 * @self: a register
 *
 * Returns: (nullable): a sentence saying why nothing can be changed, or %NULL
 */
const char *
fram_db_get_read_only_reason (FramDb *self)
{
  return self->read_only_reason;
}

FramClock *
fram_db_get_clock (FramDb *self)
{
  return self->clock;
}

/* With its log beside it SQLite does not ask: it would go on writing into a file that nobody finds any more. */
static gboolean
is_in_place (FramDb *self, GError **error)
{
  int moved = 0;

  sqlite3_file_control (self->handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
  if (!moved)
    return TRUE;
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_NO_REGISTER,
                       _ ("The register's file has been moved, replaced or removed since it was opened; nothing was "
                          "written. Open it again."));
  return FALSE;
}

/**
 * fram_db_begin:
 * @self: a register
 * @error: return location
 *
 * Begins a writing transaction.
 *
 * Returns: whether it has begun
 */
gboolean
fram_db_begin (FramDb *self, GError **error)
{
  if (self->read_only_reason != NULL)
    {
      g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_READ_ONLY, self->read_only_reason);
      return FALSE;
    }
  fram_db_tidy_statements (self);
  if (!fram_db_run (self, error, "BEGIN IMMEDIATE", ""))
    return FALSE;
  if (is_in_place (self, error))
    return TRUE;
  fram_db_rollback (self);
  return FALSE;
}

gboolean
fram_db_commit (FramDb *self, GError **error)
{
  if (is_in_place (self, error) && fram_db_run (self, error, "COMMIT", ""))
    return TRUE;
  fram_db_rollback (self);
  return FALSE;
}

void
fram_db_rollback (FramDb *self)
{
  if (!sqlite3_get_autocommit (self->handle))
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
}

/**
 * fram_db_begin_read:
 * @self: a register
 *
 * What is read until fram_db_end_read() is of one moment. Nests, also inside a writing transaction.
 */
void
fram_db_begin_read (FramDb *self)
{
  if (sqlite3_get_autocommit (self->handle))
    fram_db_tidy_statements (self);
  fram_db_run (self, NULL, "SAVEPOINT reading", "");
}

void
fram_db_end_read (FramDb *self)
{
  fram_db_run (self, NULL, "RELEASE reading", "");
}

/**
 * fram_db_get_meta:
 * @self: a register
 * @name: what
 *
 * Returns: (transfer full) (nullable): what the file knows of itself under @name
 */
char *
fram_db_get_meta (FramDb *self, const char *name)
{
  return fram_db_text (self, "SELECT value FROM meta WHERE name = ?", "t", name);
}

gboolean
fram_db_set_meta (FramDb *self, const char *name, const char *value, GError **error)
{
  return fram_db_run (self, error, "INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", "tt", name, value);
}

/**
 * fram_db_find_row:
 * @self: a register
 * @id: an id
 *
 * Returns: the row number it has in this file, or 0
 */
gint64
fram_db_find_row (FramDb *self, const FramUuid *id)
{
  return fram_db_int (self, 0, "SELECT id FROM ident WHERE uuid = ?", "u", id);
}

FramUuid
fram_db_get_id (FramDb *self, gint64 row)
{
  FramUuid id = FRAM_UUID_NONE;
  sqlite3_stmt *stmt = fram_db_query (self, NULL, "SELECT uuid FROM ident WHERE id = ?", "i", row);

  if (stmt != NULL && fram_db_step (self, stmt, NULL))
    id = fram_column_uuid (stmt, 0);
  if (stmt != NULL)
    sqlite3_reset (stmt);
  return id;
}

/**
 * fram_db_find_code:
 * @self: a register
 * @entity: an entity with a column `code`
 * @code: a code
 *
 * Returns: the row number, or 0
 */
gint64
fram_db_find_code (FramDb *self, FramEntity entity, const char *code)
{
  const FramEntityInfo *info = fram_entity_info (entity);
  g_autofree char *sql = NULL;

  g_return_val_if_fail (info != NULL, 0);
  sql = g_strdup_printf ("SELECT id FROM %s WHERE code = ? AND gone = 0", info->name);
  return fram_db_int (self, 0, sql, "t", code);
}

/**
 * fram_db_get_data_version:
 * @self: a register
 *
 * Returns: a number that changes when another connection has changed the file
 */
int
fram_db_get_data_version (FramDb *self)
{
  return (int)fram_db_int (self, 0, "PRAGMA data_version", "");
}

/**
 * fram_db_set_bulk:
 * @self: a register
 * @bulk: whether a very large transaction is coming
 *
 * Gives a large import more cache. The promise stays: COMMIT syncs.
 */
void
fram_db_set_bulk (FramDb *self, gboolean bulk)
{
  self->bulk = bulk;
  fram_db_exec (self, bulk ? "PRAGMA cache_size=-200000" : "PRAGMA cache_size=-16000", NULL);
  if (!bulk)
    sqlite3_wal_checkpoint_v2 (self->handle, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
}

/**
 * fram_db_take_tidying:
 * @self: a register
 *
 * Returns: whether the log has grown so long that fram_db_tidy() is due; it says so once
 */
gboolean
fram_db_take_tidying (FramDb *self)
{
  if (self->wal_pages < TIDY_WHEN)
    return FALSE;
  self->wal_pages = 0;
  return TRUE;
}

/**
 * fram_db_tidy:
 * @path: a register that is open in this program
 *
 * Moves what was committed from the log into the file, on a connection of its own: for another thread, while reading and
 * marking go on.
 */
void
fram_db_tidy (const char *path)
{
  sqlite3 *handle = NULL;

  if (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK)
    sqlite3_wal_checkpoint_v2 (handle, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
  sqlite3_close (handle);
}
