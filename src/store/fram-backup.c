#include "fram-db-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
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

/* What was renamed or made in a folder is there after a power cut only when the folder itself is on disk. */
gboolean
fram_sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return sync_file (folder);
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

/* A name typed wrong must not cost a letter or a picture: only an older copy of a register is replaced. */
static gboolean
may_replace (const char *file)
{
  guint8 head[72] = { 0 };
  int fd = g_open (file, O_RDONLY | O_CLOEXEC, 0);
  gssize n;

  if (fd < 0)
    return errno == ENOENT || errno == ENOTDIR;
  n = read (fd, head, sizeof head);
  close (fd);
  return n == 0 ||
         (n == sizeof head && memcmp (head, "SQLite format 3", 16) == 0 && memcmp (head + 68, "Fram", 4) == 0);
}

/**
 * fram_db_backup:
 * @self: a register
 * @file: where the copy goes; an older copy there is replaced when the new one is whole
 * @error: return location; %FRAM_ERROR_EXISTS where @file is a register in use, this one above all
 *
 * Copies the register while it may be in use. The copy is on disk when this returns.
 *
 * Returns: whether there is a whole copy
 */
gboolean
fram_db_backup (FramDb *self, const char *file, GError **error)
{
  g_autofree char *part = g_strconcat (file, ".part", NULL);
  g_autofree char *wal = g_strconcat (file, "-wal", NULL);
  int fd;
  int rc;

  if (g_file_test (wal, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, FRAM_ERROR, FRAM_ERROR_EXISTS,
                   _ ("“%s” is in use as a register. Choose another name for the backup."), file);
      return FALSE;
    }
  if (!may_replace (file))
    {
      g_set_error (error, FRAM_ERROR, FRAM_ERROR_EXISTS,
                   _ ("“%s” is no backup of a register and is not replaced. Choose another name."), file);
      return FALSE;
    }
  g_unlink (part);
  fd = g_open (part, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
  if (fd >= 0)
    close (fd);
  rc = fd >= 0 ? copy_pages (self, part) : errno == ENOSPC || errno == EDQUOT ? SQLITE_FULL : SQLITE_CANTOPEN;
  if (rc == SQLITE_OK && (!sync_file (part) || g_rename (part, file) != 0 || !fram_sync_folder (file)))
    rc = SQLITE_IOERR;
  if (rc == SQLITE_OK)
    return TRUE;
  g_unlink (part);
  fram_sqlite_error (rc, file, error);
  return FALSE;
}
