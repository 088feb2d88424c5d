#include "fram-desk-private.h"
#include "fram-desk-files.h"

#include "fram-access-log.h"
#include "fram-people-store.h"
#include "fram-profile.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

void
fram_log_line_free (FramLogLine *self)
{
  fram_access_line_free (self);
}

static gboolean
insert_record (const FramRecord *record, gpointer changes, GError **error)
{
  return fram_changes_insert (changes, record, error) != FRAM_WRITTEN_FAILED;
}

static gboolean
make_directory (const char *path, GError **error)
{
  g_autofree char *directory = g_path_get_dirname (path);

  if (g_mkdir_with_parents (directory, 0700) == 0)
    return TRUE;
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_IO, _ ("The folder “%s” cannot be made: %s."), directory,
               g_strerror (errno));
  return FALSE;
}

/* A register with a profile and nobody in it. */
static FramDb *
create_db (const char *path, FramClock *clock, const char *programme, GError **error)
{
  g_autoptr (FramViewer) system = fram_viewer_new_system (fram_clock_today (clock));
  g_autoptr (FramDb) db = NULL;
  g_autoptr (FramChanges) changes = NULL;

  if (!make_directory (path, error))
    return NULL;
  db = fram_db_create (path, clock, error);
  if (db == NULL)
    return NULL;
  changes = fram_changes_begin (db, system, "create", NULL, error);
  if (changes != NULL && fram_profile_emit (programme, insert_record, changes, error) &&
      fram_db_set_meta (db, "programme", programme, error) && fram_changes_commit (changes, NULL, error))
    return g_steal_pointer (&db);
  g_clear_pointer (&changes, fram_changes_free);
  g_unlink (path);
  return NULL;
}

/**
 * fram_desk_create:
 * @path: where; nothing may be there yet
 * @clock: the clock
 * @programme: code of a programme profile
 * @error: return location; then there is no file
 *
 * Makes an empty register with a profile's workshops, groups, statuses and rights.
 *
 * Returns: (transfer full) (nullable): the desk, with the system at the keyboard
 */
FramDesk *
fram_desk_create (const char *path, FramClock *clock, const char *programme, GError **error)
{
  FramDb *db = create_db (path, clock, programme, error);

  return db != NULL ? fram_desk_new_for_db (db, error) : NULL;
}

static void
remove_register (const char *path)
{
  static const char *const parts[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *file = g_strconcat (path, parts[i], NULL);

      g_unlink (file);
    }
}

/**
 * fram_desk_create_demo:
 * @path: where; nothing may be there yet
 * @clock: the clock
 * @options: how large; the same options give the same register
 * @progress: (nullable): told the steps done
 * @data: closure of @progress
 * @error: return location; then there is no file
 *
 * Makes a register with a fictitious programme that has been going on for years.
 *
 * Returns: (transfer full) (nullable): the desk
 */
FramDesk *
fram_desk_create_demo (const char *path, FramClock *clock, const FramDemoOptions *options, FramProgressFunc progress,
                       gpointer data, GError **error)
{
  g_autoptr (FramDb) db = create_db (path, clock, "fram", error);
  FramDemoOptions filled = *options;

  if (db == NULL)
    return NULL;
  if (filled.until == FRAM_DATE_NONE)
    filled.until = fram_demo_default_until (fram_clock_today (clock));
  if (fram_desk_fill_demo (db, &filled, progress, data, error))
    return fram_desk_new_for_db (g_steal_pointer (&db), error);
  g_clear_pointer (&db, fram_db_close);
  remove_register (path);
  return NULL;
}

/**
 * fram_desk_backup:
 * @self: the desk
 * @file: where the copy goes
 * @error: return location
 *
 * Returns: whether there is a whole copy on disk
 */
gboolean
fram_desk_backup (FramDesk *self, const char *file, GError **error)
{
  FRAM_DESK_LOCKED (self);
  if (!fram_desk_require (self, FRAM_CLASS_RIGHTS, TRUE, error))
    return FALSE;
  if (g_strcmp0 (file, fram_desk_get_path (self)) == 0)
    {
      g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_EXISTS, _ ("The backup cannot be the register itself."));
      return FALSE;
    }
  return fram_db_backup (self->db, file, error) &&
         fram_access_log_add (self->db, self->viewer, "exported", FRAM_CLASS_LOG, 0, "backup", error);
}

/* The register that is there is kept beside, whatever happens. */
static gboolean
set_aside (const char *path, FramClock *clock, GError **error)
{
  g_autofree char *aside = g_strdup_printf ("%s.%" G_GINT64_FORMAT ".before-restore", path, fram_clock_now (clock));
  g_autoptr (FramDb) old = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  old = fram_db_open (path, clock, NULL);
  if (old != NULL)
    {
      if (!fram_db_backup (old, aside, error))
        return FALSE;
      g_clear_pointer (&old, fram_db_close);
      remove_register (path);
      return TRUE;
    }
  if (g_rename (path, aside) == 0)
    {
      remove_register (path);
      return TRUE;
    }
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_IO, _ ("The register “%s” cannot be set aside: %s."), path,
               g_strerror (errno));
  return FALSE;
}

/**
 * fram_desk_restore:
 * @backup: a copy made by fram_desk_backup()
 * @path: where the register shall be; one that is there is set aside, never lost
 * @clock: the clock
 * @error: return location; then nothing has changed
 *
 * Returns: whether the register is as the backup now
 */
gboolean
fram_desk_restore (const char *backup, const char *path, FramClock *clock, GError **error)
{
  g_autoptr (FramDb) source = fram_db_open (backup, clock, error);
  g_autoptr (GPtrArray) findings = source != NULL ? fram_db_check (source, error) : NULL;

  if (findings == NULL)
    return FALSE;
  if (findings->len > 0)
    {
      g_set_error (error, FRAM_ERROR, FRAM_ERROR_CORRUPT, _ ("The backup “%s” is damaged; nothing was changed."),
                   backup);
      return FALSE;
    }
  return make_directory (path, error) && set_aside (path, clock, error) && fram_db_backup (source, path, error);
}

/**
 * fram_desk_check:
 * @self: the desk
 * @repair: also rebuild what is worked out from other rows
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type utf8): a line per finding; empty when all is well
 */
GPtrArray *
fram_desk_check (FramDesk *self, gboolean repair, GError **error)
{
  FRAM_DESK_LOCKED (self);
  if (repair && (!fram_desk_require (self, FRAM_CLASS_RIGHTS, TRUE, error) || !fram_db_rebuild (self->db, error)))
    return NULL;
  return fram_db_check (self->db, error);
}

/**
 * fram_desk_log:
 * @self: the desk
 * @participant: (nullable): case number or id of one person
 * @limit: most lines, 0 for all
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramLogLine): who read and changed what, newest first
 */
GPtrArray *
fram_desk_log (FramDesk *self, const char *participant, guint limit, GError **error)
{
  g_autoptr (FramStoredCase) person = NULL;

  FRAM_DESK_LOCKED (self);
  if (participant != NULL)
    {
      person = fram_people_load_one (self->db, self->viewer, participant, error);
      if (person == NULL)
        return NULL;
    }
  return fram_access_log_read (self->db, self->viewer, person != NULL ? person->participant : 0, limit, error);
}
