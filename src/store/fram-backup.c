#include "fram-db-private.h"

#include "fram-access-log.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

static gboolean
sync_file (const char *path)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean ok;

  if (fd < 0)
    return FALSE;
  ok = fsync (fd) == 0;
  close (fd);
  return ok;
}

static int
copy_pages (FramDb *self, const char *file)
{
  sqlite3 *target = NULL;
  sqlite3_backup *backup;
  int rc = sqlite3_open_v2 (file, &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);

  if (rc == SQLITE_OK)
    {
      backup = sqlite3_backup_init (target, "main", self->handle, "main");
      rc = backup == NULL ? sqlite3_errcode (target) : sqlite3_backup_step (backup, -1);
      if (backup != NULL && rc == SQLITE_DONE)
        rc = SQLITE_OK;
      if (backup != NULL && rc == SQLITE_OK)
        rc = sqlite3_backup_finish (backup);
      else if (backup != NULL)
        sqlite3_backup_finish (backup);
      if (rc == SQLITE_OK)
        rc = sqlite3_exec (target, "PRAGMA journal_mode=DELETE", NULL, NULL, NULL);
    }
  sqlite3_close (target);
  return rc;
}

/**
 * fram_db_backup:
 * @self: a register
 * @file: where the copy goes; an older copy there is replaced when the new one is whole
 * @error: return location
 *
 * Copies the register while it may be in use. The copy is on disk when this returns.
 *
 * Returns: whether there is a whole copy
 */
gboolean
fram_db_backup (FramDb *self, const char *file, GError **error)
{
  g_autofree char *part = g_strconcat (file, ".part", NULL);
  int fd;
  int rc;

  g_unlink (part);
  fd = g_open (part, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
  if (fd >= 0)
    close (fd);
  rc = fd >= 0 ? copy_pages (self, part) : SQLITE_CANTOPEN;
  if (rc == SQLITE_OK && (!sync_file (part) || g_rename (part, file) != 0))
    rc = SQLITE_IOERR;
  if (rc == SQLITE_OK)
    return TRUE;
  g_unlink (part);
  fram_sqlite_error (rc, file, error);
  return FALSE;
}

static void
add_rows (FramDb *self, GPtrArray *findings, const char *sql)
{
  sqlite3_stmt *stmt = fram_db_query (self, NULL, sql, "");

  while (stmt != NULL && fram_db_step (self, stmt, NULL))
    {
      const char *text = fram_column_peek (stmt, 0);

      if (g_strcmp0 (text, "ok") != 0)
        g_ptr_array_add (findings, g_strdup (text));
    }
}

/* What no constraint of the schema can say, since each half may be on another machine. */
static const char *const promises[] = {
  "SELECT 'change numbers of sender ' || s.id || ' have gaps' FROM sender s "
  "WHERE s.last_seq <> (SELECT count (*) FROM change c WHERE c.sender = s.id)",
  "SELECT 'mark without its change: ' || m.enrolment || ' ' || m.day FROM mark m LEFT JOIN change c "
  "ON c.sender = m.sender AND c.seq = m.seq WHERE c.seq IS NULL LIMIT 100",
  "SELECT 'stamp without its change: ' || t.row || ' ' || t.unit FROM stamp t LEFT JOIN change c "
  "ON c.sender = t.sender AND c.seq = t.seq WHERE c.seq IS NULL LIMIT 100",
  "SELECT 'mark of an enrolment that is not there: ' || m.enrolment FROM mark m LEFT JOIN enrolment e "
  "ON e.id = m.enrolment WHERE e.id IS NULL GROUP BY m.enrolment LIMIT 100",
  "SELECT 'placement of an enrolment that is not there: ' || p.id FROM placement p LEFT JOIN enrolment e "
  "ON e.id = p.enrolment WHERE e.id IS NULL LIMIT 100",
};

/**
 * fram_db_check:
 * @self: a register
 * @error: return location
 *
 * Looks at every page, every reference and every change, and at the chain of the access log.
 *
 * Returns: (transfer full) (element-type utf8): a line per finding, without personal data; empty when all is well
 */
GPtrArray *
fram_db_check (FramDb *self, GError **error)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func (g_free);

  add_rows (self, findings, "PRAGMA integrity_check");
  add_rows (self, findings,
            "SELECT 'row of ' || \"table\" || ' points to nothing: ' || rowid FROM pragma_foreign_key_check");
  for (guint i = 0; i < G_N_ELEMENTS (promises); i++)
    add_rows (self, findings, promises[i]);
  if (!fram_access_log_verify (self))
    g_ptr_array_add (findings, g_strdup ("the access log has been altered"));
  return findings;
}
