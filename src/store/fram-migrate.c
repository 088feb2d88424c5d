#include "fram-db-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define SCRIPTS "/se/framsteg/Framsteg/sql/register/"

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *)a, *(const char *const *)b);
}

static GStrv
list_scripts (void)
{
  GStrv names = g_resources_enumerate_children (SCRIPTS, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert (names != NULL);
  qsort (names, g_strv_length (names), sizeof (char *), compare_names);
  return names;
}

/**
 * fram_db_newest_schema:
 *
 * Returns: the number of the newest schema this version knows
 */
int
fram_db_newest_schema (void)
{
  g_auto (GStrv) names = list_scripts ();
  guint n = g_strv_length (names);

  return n == 0 ? 0 : (int)g_ascii_strtoll (names[n - 1], NULL, 10);
}

static gboolean
run_script (FramDb *self, const char *name, GError **error)
{
  g_autofree char *path = g_strconcat (SCRIPTS, name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autofree char *sql = NULL;
  g_autofree char *pragma = NULL;

  if (bytes == NULL)
    return FALSE;
  sql = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  pragma = g_strdup_printf ("PRAGMA user_version = %d", (int)g_ascii_strtoll (name, NULL, 10));
  return fram_db_exec (self, sql, error) && fram_db_exec (self, pragma, error);
}

/* The transaction is this connection's own, and SQLite copies nothing from one that writes: another one reads. */
static gboolean
backup_before (FramDb *self, int version, GError **error)
{
  g_autofree char *file = g_strdup_printf ("%s.version-%d.backup", self->path, version);
  FramDb reader = { .path = self->path };
  int rc = version == 0 ? SQLITE_OK : sqlite3_open_v2 (self->path, &reader.handle, SQLITE_OPEN_READONLY, NULL);
  gboolean ok = rc == SQLITE_OK;

  if (!ok)
    fram_sqlite_error (rc, self->path, error);
  else if (version > 0)
    ok = fram_db_backup (&reader, file, error);
  sqlite3_close (reader.handle);
  return ok;
}

static gboolean
run_scripts (FramDb *self, int from, GError **error)
{
  g_auto (GStrv) names = list_scripts ();
  g_autofree char *identity = g_strdup_printf ("PRAGMA application_id = %d", FRAM_APPLICATION_ID);
  gboolean ok = from > 0 || fram_db_exec (self, identity, error);

  for (guint i = 0; ok && names[i] != NULL; i++)
    if (g_ascii_strtoll (names[i], NULL, 10) > from)
      ok = run_script (self, names[i], error);
  return ok;
}

/**
 * fram_db_migrate:
 * @self: an open register
 * @error: return location
 *
 * Brings the schema up to date, after a backup beside the file. All steps are one transaction: a register is of one version
 * or of the other, never between. Of several programs that open it at once one does it, and the others wait: the version is
 * read again inside, and the backup is of what was there before.
 *
 * Returns: whether the schema is the newest now
 */
gboolean
fram_db_migrate (FramDb *self, GError **error)
{
  int newest = fram_db_newest_schema (), from;

  if (fram_db_int (self, 0, "PRAGMA user_version", "") == newest)
    return TRUE;
  if (!fram_db_exec (self, "BEGIN IMMEDIATE", error))
    return FALSE;
  from = (int)fram_db_int (self, 0, "PRAGMA user_version", "");
  if (from == newest || (backup_before (self, from, error) && run_scripts (self, from, error)))
    return fram_db_commit (self, error);
  fram_db_rollback (self);
  return FALSE;
}
