#include "fram-desk-private.h"
#include "fram-desk-files.h"

#include "fram-access-log.h"
#include "fram-export.h"
#include "fram-ids.h"
#include "fram-import.h"
#include "fram-people-store.h"
#include "fram-profile.h"
#include "fram-roster-store.h"
#include "fram-tables.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

void
fram_import_result_free (FramImportResult *self)
{
  g_ptr_array_unref (self->differences);
  g_free (self);
}

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

static gboolean
fill_demo (FramDb *db, const FramDemoOptions *options, FramProgressFunc progress, gpointer data, GError **error)
{
  g_autoptr (FramViewer) system = fram_viewer_new_system (fram_clock_today (fram_db_get_clock (db)));
  g_autofree char *until = fram_date_to_text (options->until);
  g_autoptr (FramChanges) changes = NULL;
  gboolean ok;

  fram_db_set_bulk (db, TRUE);
  changes = fram_changes_begin (db, system, "demonstration", NULL, error);
  ok = changes != NULL && fram_demo_generate (options, insert_record, changes, progress, data, error) &&
       fram_db_set_meta (db, "demonstration", until, error) && fram_changes_commit (changes, NULL, error);
  g_clear_pointer (&changes, fram_changes_free);
  fram_db_set_bulk (db, FALSE);
  return ok;
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
  if (fill_demo (db, &filled, progress, data, error))
    return fram_desk_new_for_db (g_steal_pointer (&db), error);
  g_clear_pointer (&db, fram_db_close);
  remove_register (path);
  return NULL;
}

/* What the importer may accept: the codes of this register's profile. */

typedef struct
{
  FramDesk *desk;
  FramViewer *system;
} Known;

static gboolean
find_known_case (const char *case_no, FramKnownCase *known, gpointer data)
{
  Known *self = data;
  g_autoptr (FramStoredCase) stored = fram_people_load_one (self->desk->db, self->system, case_no, NULL);

  if (stored == NULL)
    return FALSE;
  known->participant = stored->participant_id;
  known->enrolment = stored->enrolment_id;
  known->received = stored->received;
  known->enrolled = stored->enrolled;
  known->closed = stored->closed;
  return TRUE;
}

static gboolean
find_known_group (const char *case_no, const char *kind, FramDate day, FramUuid *group, gpointer data)
{
  Known *self = data;

  return fram_people_find_group (self->desk->db, case_no, kind, day, group);
}

static void
add_codes (FramDesk *self, FramProfileCodes *codes, FramEntity entity)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (FramUuid));

  fram_house_load_codes (self->db, entity, list, NULL, ids);
  for (guint i = 0; i < list->len; i++)
    fram_profile_codes_add (codes, entity, g_ptr_array_index (list, i), &g_array_index (ids, FramUuid, i));
}

#define N_INDICATORS 11

static void
add_indicators (FramDesk *self, FramProfileCodes *codes)
{
  for (int i = 1; i <= N_INDICATORS; i++)
    {
      g_autofree char *ordinal = g_strdup_printf ("%d", i);
      FramUuid id = fram_id_indicator ("fram-2021", i);

      if (fram_db_find_row (self->db, &id) != 0)
        fram_profile_codes_add (codes, FRAM_ENTITY_INDICATOR, ordinal, &id);
    }
}

static FramProfileCodes *
codes_of_register (FramDesk *self, Known *known)
{
  static const FramEntity entities[] = { FRAM_ENTITY_WORKSHOP, FRAM_ENTITY_GROUP_KIND,   FRAM_ENTITY_OUTCOME,
                                         FRAM_ENTITY_DECISION, FRAM_ENTITY_ORGANISATION, FRAM_ENTITY_ADAPTATION_AREA };
  FramProfileCodes *codes = fram_profile_codes_new ();
  FramUuid programme = fram_id_programme ("fram");
  FramUuid site = fram_id_site (FRAM_SITE_DEFAULT);

  fram_profile_codes_set_programme (codes, &programme);
  fram_profile_codes_set_site (codes, &site);
  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    add_codes (self, codes, entities[i]);
  for (guint i = 0; i < self->statuses->len; i++)
    {
      const FramStatus *status = &g_array_index (self->statuses, FramStatus, i);

      fram_profile_codes_add_status (codes, status->code, &status->id, status->counts);
    }
  add_indicators (self, codes);
  fram_profile_codes_set_known_case (codes, find_known_case, known);
  fram_profile_codes_set_known_group (codes, find_known_group, known);
  return codes;
}

typedef struct
{
  FramDesk *desk;
  FramChanges *changes;
  FramImportResult *result;
} Importing;

/* "F2023-0012 snickeri 2023-03-06" */
static char *
describe_mark (FramDesk *self, const FramRecord *record)
{
  g_autoptr (FramViewer) system = fram_viewer_new_system (fram_clock_today (self->clock));
  gint64 activity = fram_db_find_row (self->db, &record->activity);
  g_autoptr (FramStoredActivity) where = fram_house_load_activity (self->db, activity, NULL);
  FramStoredPerson *person =
      fram_roster_load_person (self->db, system, activity, fram_db_find_row (self->db, &record->enrolment), NULL);
  char day[FRAM_DATE_TEXT_SIZE];
  char *text = g_strdup_printf ("%s %s %s", person != NULL ? person->case_no : "?", where != NULL ? where->code : "?",
                                fram_date_format (record->day, day));

  g_clear_pointer (&person, fram_stored_person_free);
  return text;
}

static char *
describe_difference (FramDesk *self, const FramRecord *record)
{
  char id[FRAM_UUID_TEXT_SIZE];

  if (record->entity == FRAM_ENTITY_MARK)
    return describe_mark (self, record);
  return g_strdup_printf ("%s %s", fram_entity_info (record->entity)->name, fram_uuid_format (&record->id, id));
}

static gboolean
add_record (const FramRecord *record, gpointer data, GError **error)
{
  Importing *importing = data;
  FramImportResult *result = importing->result;

  switch (fram_changes_add (importing->changes, record, error))
    {
    case FRAM_WRITTEN_ADDED: result->added++; return TRUE;
    case FRAM_WRITTEN_SAME: result->same++; return TRUE;
    case FRAM_WRITTEN_DIFFERS:
      result->differing++;
      if (result->differences->len < 100)
        g_ptr_array_add (result->differences, describe_difference (importing->desk, record));
      return TRUE;
    case FRAM_WRITTEN_CHANGED: return TRUE;
    case FRAM_WRITTEN_FAILED:
    default: return FALSE;
    }
}

/* A rehearsal does the same and takes it back, so that its figures are those of the real thing. */
static gboolean
store_import (FramDesk *self, FramImport *import, gboolean rehearsal, FramImportResult *result,
              FramProgressFunc progress, gpointer data, GError **error)
{
  g_autoptr (FramChanges) changes = NULL;
  Importing importing = { self, NULL, result };
  gint64 action = 0;
  gboolean ok;

  fram_db_set_bulk (self->db, TRUE);
  changes = fram_changes_begin (self->db, self->viewer, "import", NULL, error);
  importing.changes = changes;
  ok = changes != NULL && fram_import_emit (import, add_record, &importing, progress, data, error) &&
       (rehearsal || fram_changes_commit (changes, &action, error));
  g_clear_pointer (&changes, fram_changes_free);
  fram_db_set_bulk (self->db, FALSE);
  if (ok && !rehearsal)
    fram_desk_done (self, action, _ ("The files are imported."), &fram_changed_house);
  return ok;
}

static gboolean
refuse_problems (const FramProblems *problems, GError **error)
{
  guint n = fram_problems_get_count (problems);

  if (n == 0)
    return TRUE;
  g_set_error (
      error, FRAM_ERROR, FRAM_ERROR_INVALID,
      ngettext ("The files have %u error; nothing was imported.", "The files have %u errors; nothing was imported.", n),
      n);
  return FALSE;
}

/**
 * fram_desk_import:
 * @self: the desk
 * @path: a directory, or one of the seven files
 * @dry_run: only look
 * @problems: takes every fault with file, line and column
 * @progress: (nullable): told the steps done
 * @data: closure of @progress
 * @error: return location; then nothing was written
 *
 * Reads a register's files. What is missing is added, nothing is overwritten; the same files again change nothing.
 *
 * Returns: (transfer full) (nullable): what was found and added
 */
FramImportResult *
fram_desk_import (FramDesk *self, const char *path, gboolean dry_run, FramProblems *problems, FramProgressFunc progress,
                  gpointer data, GError **error)
{
  g_autoptr (FramImportResult) result = g_new0 (FramImportResult, 1);
  g_autoptr (FramViewer) system = NULL;
  g_autoptr (FramProfileCodes) codes = NULL;
  g_autoptr (FramImport) import = NULL;
  Known known = { self, NULL };

  result->differences = g_ptr_array_new_with_free_func (g_free);
  FRAM_DESK_LOCKED (self);
  if (!fram_desk_require (self, FRAM_CLASS_RIGHTS, TRUE, error))
    return NULL;
  system = fram_viewer_new_system (fram_clock_today (self->clock));
  known.system = system;
  codes = codes_of_register (self, &known);
  import = fram_import_read (path, codes, progress, data, problems, error);
  if (import == NULL || !refuse_problems (problems, error))
    return NULL;
  for (guint i = 0; i < FRAM_N_IMPORT_FILES; i++)
    result->rows += (guint)fram_import_get_n_rows (import, (FramImportFile)i);
  if (!store_import (self, import, dry_run, result, progress, data, error))
    return NULL;
  return g_steal_pointer (&result);
}

typedef struct
{
  FramDesk *desk;
  FramTableReader *reader;
  FramImportFile file;
  guint n_columns;
  FramProgressFunc progress;
  gpointer data;
  guint64 done;
} Exporting;

static gboolean
next_row (FramImportFile file, const char **fields, gboolean *more, gpointer data, GError **error)
{
  Exporting *self = data;
  g_autoptr (GError) local = NULL;

  if (self->reader == NULL || self->file != file)
    {
      g_clear_pointer (&self->reader, fram_table_reader_free);
      self->reader = fram_table_reader_new (self->desk->db, (FramTable)file, error);
      self->file = file;
      self->n_columns = g_strv_length ((char **)fram_import_file_get_columns (file));
      if (self->reader == NULL)
        return FALSE;
    }
  *more = fram_table_reader_next (self->reader, fields, self->n_columns, &local);
  if (*more && file == FRAM_IMPORT_ADAPTATIONS)
    fields[4] = fram_export_adaptation_status (fields[4]);
  if (++self->done % 1000 == 0 && self->progress != NULL && !self->progress (self->done, 0, self->data))
    g_set_error_literal (&local, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("The export was stopped."));
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * fram_desk_export:
 * @self: the desk
 * @directory: where the seven files go; made where it is missing
 * @progress: (nullable): told the rows written
 * @data: closure of @progress
 * @error: return location
 *
 * Writes the whole register as the seven files. That is the file owner's business and is logged.
 *
 * Returns: whether all files are whole
 */
gboolean
fram_desk_export (FramDesk *self, const char *directory, FramProgressFunc progress, gpointer data, GError **error)
{
  Exporting exporting = { self, NULL, 0, 0, progress, data, 0 };
  gboolean ok;

  FRAM_DESK_LOCKED (self);
  if (!self->viewer->is_system)
    {
      g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_DENIED,
                           _ ("Only the owner of the register's file can export the whole register."));
      return FALSE;
    }
  if (g_mkdir_with_parents (directory, 0700) != 0)
    {
      g_set_error (error, FRAM_ERROR, FRAM_ERROR_IO, _ ("The folder “%s” cannot be made: %s."), directory,
                   g_strerror (errno));
      return FALSE;
    }
  if (!fram_access_log_add (self->db, self->viewer, "exported", FRAM_CLASS_BASIC, 0, NULL, error))
    return FALSE;
  fram_db_begin_read (self->db);
  ok = fram_export_write (directory, next_row, &exporting, error);
  g_clear_pointer (&exporting.reader, fram_table_reader_free);
  fram_db_end_read (self->db);
  return ok;
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
