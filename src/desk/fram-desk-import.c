#include "fram-desk-import-private.h"

#include "fram-ids.h"
#include "fram-rating-store.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Importing reads and writes on a connection of its own: the desk's is free for the pages meanwhile, however large the files
 * are. */

/* So many things are told one by one. */
#define MAX_DIFFERENCES 100
/* An import of more records than this takes longer to undo than a frame. */
#define LARGE 1000

void
fram_import_result_free (FramImportResult *self)
{
  g_ptr_array_unref (self->differences);
  g_ptr_array_unref (self->read_as);
  g_free (self);
}

typedef struct
{
  FramDesk *desk;
  FramDb *db;
  FramViewer *viewer; /* who imports, whoever sits down meanwhile */
  FramViewer *system;
  int seat;
  FramChanges *changes;
  FramImportResult *result;
} Importing;

static gboolean
find_known_case (const char *case_no, FramKnownCase *known, gpointer data)
{
  Importing *self = data;
  g_autoptr (FramStoredCase) stored = fram_people_load_one (self->db, self->system, case_no, NULL);

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
  Importing *self = data;

  return fram_people_find_group (self->db, case_no, kind, day, group);
}

static void
add_codes (FramDb *db, FramProfileCodes *codes, FramEntity entity)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) swedish = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) english = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (FramUuid));

  fram_house_load_codes (db, entity, list, NULL, ids);
  fram_house_load_names (db, entity, swedish, english);
  for (guint i = 0; i < list->len; i++)
    {
      const char *code = g_ptr_array_index (list, i);

      fram_profile_codes_add (codes, entity, code, &g_array_index (ids, FramUuid, i));
      fram_profile_codes_add_word (codes, entity, code, code);
      if (i >= swedish->len)
        continue;
      fram_profile_codes_add_word (codes, entity, g_ptr_array_index (swedish, i), code);
      fram_profile_codes_add_word (codes, entity, g_ptr_array_index (english, i), code);
    }
}

static void
add_indicator (FramProfileCodes *codes, const GPtrArray *sets, const FramStoredIndicator *indicator)
{
  const FramStoredIndicatorSet *set = fram_rating_find_set (sets, indicator->set);
  FramIndicatorCode what = { indicator->id, FALSE, 1, 5, indicator->raters };
  g_autofree char *code = set != NULL ? fram_rating_code (sets, set, indicator->ordinal) : NULL;
  g_autofree char *full = NULL;

  if (set == NULL)
    return;
  what.is_agenda = set->is_agenda;
  what.lowest = set->lowest;
  what.highest = set->highest;
  fram_profile_codes_add_indicator (codes, code, &what);
  if (strchr (code, ':') != NULL)
    return;
  full = g_strdup_printf ("%s:%s", set->code, code);
  fram_profile_codes_add_word (codes, FRAM_ENTITY_INDICATOR, full, code);
}

/* Questions of every version: an old rating is imported as what it was. */
static void
add_indicators (FramDb *db, FramProfileCodes *codes)
{
  g_autoptr (GPtrArray) sets = fram_rating_load_sets (db, NULL);
  g_autoptr (GPtrArray) indicators = fram_rating_load_indicators (db, 0, NULL);

  for (guint i = 0; sets != NULL && indicators != NULL && i < indicators->len; i++)
    add_indicator (codes, sets, g_ptr_array_index (indicators, i));
}

/* Statuses by code, name and letter, in both languages. */
static void
add_statuses (const GArray *statuses, FramProfileCodes *codes)
{
  for (guint i = 0; i < statuses->len; i++)
    {
      const FramStatus *status = &g_array_index (statuses, FramStatus, i);

      fram_profile_codes_add_status (codes, status->code, &status->id, status->counts);
      fram_profile_codes_add_word (codes, FRAM_ENTITY_ATTENDANCE_STATUS, status->code, status->code);
      fram_profile_codes_add_word (codes, FRAM_ENTITY_ATTENDANCE_STATUS, status->name_sv, status->code);
      fram_profile_codes_add_word (codes, FRAM_ENTITY_ATTENDANCE_STATUS, status->name_en, status->code);
      fram_profile_codes_add_letter (codes, FRAM_IMPORT_LETTERS_SWEDISH, status->letter_sv, status->code);
      fram_profile_codes_add_letter (codes, FRAM_IMPORT_LETTERS_ENGLISH, status->letter_en, status->code);
    }
}

/* What the importer may accept: the codes of this register's profile. */
static FramProfileCodes *
codes_of_register (Importing *self)
{
  static const FramEntity entities[] = { FRAM_ENTITY_WORKSHOP, FRAM_ENTITY_GROUP_KIND,   FRAM_ENTITY_OUTCOME,
                                         FRAM_ENTITY_DECISION, FRAM_ENTITY_ORGANISATION, FRAM_ENTITY_ADAPTATION_AREA };
  FramProfileCodes *codes = fram_profile_codes_new ();
  FramUuid programme = fram_id_programme ("fram");
  FramUuid site = fram_id_site (FRAM_SITE_DEFAULT);
  g_autoptr (GArray) statuses = fram_house_load_statuses (self->db, NULL);

  fram_profile_codes_set_programme (codes, &programme);
  fram_profile_codes_set_site (codes, &site);
  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    add_codes (self->db, codes, entities[i]);
  if (statuses != NULL)
    add_statuses (statuses, codes);
  add_indicators (self->db, codes);
  fram_profile_codes_set_known_case (codes, find_known_case, self);
  fram_profile_codes_set_known_group (codes, find_known_group, self);
  return codes;
}

static gboolean
add_record (const FramRecord *record, gpointer data, GError **error)
{
  Importing *self = data;
  FramImportResult *result = self->result;

  if ((record->entity == FRAM_ENTITY_RATING || record->entity == FRAM_ENTITY_AREA_NOTE) &&
      fram_rating_is_there (self->db, record))
    {
      result->same++;
      return TRUE;
    }
  switch (fram_changes_add (self->changes, record, error))
    {
    case FRAM_WRITTEN_ADDED: result->added++; return TRUE;
    case FRAM_WRITTEN_SAME: result->same++; return TRUE;
    case FRAM_WRITTEN_DIFFERS:
      return ++result->differing > MAX_DIFFERENCES ||
             import_describe (self->changes, self->db, self->viewer, record, result->differences, error);
    case FRAM_WRITTEN_CHANGED: return TRUE;
    case FRAM_WRITTEN_FAILED:
    default: return FALSE;
    }
}

/* One step of undo, if the one who imported still sits here. */
static void
remember (Importing *self, gint64 action)
{
  FRAM_DESK_LOCKED (self->desk);
  if (action == 0)
    return;
  if (g_atomic_int_get (&self->desk->seat) != self->seat)
    {
      fram_desk_emit_changed (self->desk, &fram_changed_house);
      return;
    }
  fram_desk_done (self->desk, action, _ ("The files are imported."), &fram_changed_house);
  ((FramUndoStep *)g_ptr_array_index (self->desk->undo, self->desk->undo->len - 1))->large =
      self->result->added > LARGE;
}

/* A rehearsal does the same and takes it back, so that its figures are those of the real thing. */
static gboolean
store_import (Importing *self, FramImport *import, gboolean rehearsal, FramProgressFunc progress, gpointer data,
              GError **error)
{
  gint64 action = 0;
  gboolean ok;

  fram_db_set_bulk (self->db, TRUE);
  self->changes = fram_changes_begin (self->db, self->viewer, "import", NULL, error);
  ok = self->changes != NULL && fram_import_emit (import, add_record, self, progress, data, error) &&
       (rehearsal || fram_changes_commit (self->changes, &action, error));
  g_clear_pointer (&self->changes, fram_changes_free);
  fram_db_set_bulk (self->db, FALSE);
  if (ok && !rehearsal)
    remember (self, action);
  return ok;
}

static gboolean
begin (Importing *self, GError **error)
{
  FRAM_DESK_LOCKED (self->desk);
  if (!fram_desk_require (self->desk, FRAM_CLASS_RIGHTS, TRUE, error))
    return FALSE;
  self->seat = g_atomic_int_get (&self->desk->seat);
  self->viewer = fram_viewer_ref (self->desk->viewer);
  self->system = fram_viewer_new_system (fram_clock_today (self->desk->clock));
  self->db = fram_db_open (fram_desk_get_path (self->desk), self->desk->clock, error);
  return self->db != NULL;
}

static void
finish (Importing *self)
{
  g_clear_pointer (&self->db, fram_db_close);
  g_clear_pointer (&self->viewer, fram_viewer_unref);
  g_clear_pointer (&self->system, fram_viewer_unref);
}

static void
tell_how_read (FramImportResult *result, GPtrArray *sources)
{
  for (guint i = 0; i < sources->len; i++)
    {
      const FramImportSource *source = g_ptr_array_index (sources, i);
      g_autofree char *how = fram_import_source_describe (source);

      g_ptr_array_add (result->read_as, g_strdup_printf ("%s: %s", source->name, how));
    }
}

static FramImportResult *
result_new (void)
{
  FramImportResult *result = g_new0 (FramImportResult, 1);

  result->differences = g_ptr_array_new_with_free_func (import_difference_free);
  result->read_as = g_ptr_array_new_with_free_func (g_free);
  return result;
}

/* Reading is the first half of the way, writing the second. */
typedef struct
{
  FramProgressFunc func;
  gpointer data;
  guint64 before;
} Halves;

static gboolean
tell_half (guint64 done, guint64 total, gpointer data)
{
  const Halves *self = data;

  if (self->func == NULL)
    return TRUE;
  return self->func (self->before + (total > 0 ? MIN (done * 500 / total, 500) : 0), 1000, self->data);
}

static gboolean
read_and_store (Importing *self, GPtrArray *sources, gboolean dry_run, FramProblems *problems,
                FramProgressFunc progress, gpointer data, GError **error)
{
  Halves halves = { progress, data, 0 };
  g_autoptr (FramProfileCodes) codes = codes_of_register (self);
  g_autoptr (FramImport) import = fram_import_read_sources (sources, codes, tell_half, &halves, problems, error);

  if (import == NULL)
    return FALSE;
  halves.before = 500;
  for (guint i = 0; i < FRAM_N_IMPORT_FILES; i++)
    self->result->rows += (guint)fram_import_get_n_rows (import, (FramImportFile)i);
  if (!store_import (self, import, dry_run, tell_half, &halves, error))
    return FALSE;
  tell_half (1, 1, &halves);
  return TRUE;
}

/**
 * fram_desk_may_import:
 * @self: the desk
 * @error: return location for %FRAM_ERROR_DENIED
 *
 * Returns: whether the person at the keyboard may import
 */
gboolean
fram_desk_may_import (FramDesk *self, GError **error)
{
  FRAM_DESK_LOCKED (self);
  return fram_desk_require (self, FRAM_CLASS_RIGHTS, TRUE, error);
}

/**
 * fram_desk_look_at_files:
 * @self: the desk
 * @paths: (array zero-terminated=1): files and directories
 * @progress: (nullable): told the bytes looked at; stops it
 * @data: closure of @progress
 * @error: return location
 *
 * Finds out what files are and how they are written.
 *
 * Returns: (transfer full) (nullable) (element-type FramImportSource): the files
 */
GPtrArray *
fram_desk_look_at_files (FramDesk *self, const char *const *paths, FramProgressFunc progress, gpointer data,
                         GError **error)
{
  if (!fram_desk_may_import (self, error))
    return NULL;
  return fram_import_sources_look (paths, progress, data, error);
}

/**
 * fram_desk_import_files:
 * @self: the desk
 * @sources: (element-type FramImportSource): files, with their columns mapped
 * @dry_run: only look
 * @problems: takes every fault with file, line and column
 * @progress: (nullable): told the steps done, first of reading, then of writing; stops it
 * @data: closure of @progress
 * @error: return location; then nothing was written
 *
 * Reads a register's files. What is missing is added, nothing is overwritten; the same files again change nothing. It is one
 * step of undo.
 *
 * Returns: (transfer full) (nullable): what was found and added
 */
FramImportResult *
fram_desk_import_files (FramDesk *self, GPtrArray *sources, gboolean dry_run, FramProblems *problems,
                        FramProgressFunc progress, gpointer data, GError **error)
{
  g_autoptr (FramImportResult) result = result_new ();
  Importing importing = { .desk = self, .result = result };
  gboolean ok;

  tell_how_read (result, sources);
  ok = begin (&importing, error) && read_and_store (&importing, sources, dry_run, problems, progress, data, error);
  finish (&importing);
  return ok ? g_steal_pointer (&result) : NULL;
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
 * As fram_desk_import_files() of what fram_desk_look_at_files() finds.
 *
 * Returns: (transfer full) (nullable): what was found and added
 */
FramImportResult *
fram_desk_import (FramDesk *self, const char *path, gboolean dry_run, FramProblems *problems, FramProgressFunc progress,
                  gpointer data, GError **error)
{
  const char *const paths[] = { path, NULL };
  g_autoptr (GPtrArray) sources = fram_desk_look_at_files (self, paths, NULL, NULL, error);

  if (sources == NULL)
    return NULL;
  return fram_desk_import_files (self, sources, dry_run, problems, progress, data, error);
}
