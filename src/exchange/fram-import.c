#include "fram-import-private.h"

#include "fram-error.h"

#include <glib/gi18n-lib.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

static const struct
{
  const char *name;
  const char *columns[IMPORT_MAX_COLUMNS];
} files[FRAM_N_IMPORT_FILES] = {
  { "cases.csv",
    { "case_id", "given_name", "family_name", "sex", "birth_date", "referring_org", "referrer_name", "referral_date",
      "study_visit_date", "decision", "enrolled_date", "closed_date", "closing_outcome", "followup_3m",
      "followup_3m_date" } },
  { "placements.csv", { "case_id", "workshop", "start_date", "end_date", "weekly_hours" } },
  { "groups.csv",
    { "case_id", "group_type", "group_id", "start_date", "end_date", "weekday", "start_time", "hours_per_session",
      "planned_sessions" } },
  { "attendance.csv", { "case_id", "date", "activity", "status", "hours", "planned_hours" } },
  { "progression.csv", { "case_id", "date", "indicator", "rated_by", "value" } },
  { "adaptations.csv", { "case_id", "area", "need", "measure", "status", "review_date" } },
  { "events.csv", { "case_id", "date", "event_type", "parties", "status", "note" } },
};

/* How far reading has come over all files. */
typedef struct
{
  FramProgressFunc func;
  gpointer data;
  guint64 before;
  guint64 total;
} Progress;

/**
 * fram_import_file_get_name:
 * @file: which file
 *
 * Returns: `cases.csv` …
 */
const char *
fram_import_file_get_name (FramImportFile file)
{
  g_return_val_if_fail (file < FRAM_N_IMPORT_FILES, NULL);
  return files[file].name;
}

/**
 * fram_import_file_get_columns:
 * @file: which file
 *
 * Returns: (array zero-terminated=1): the names in its header
 */
const char *const *
fram_import_file_get_columns (FramImportFile file)
{
  g_return_val_if_fail (file < FRAM_N_IMPORT_FILES, NULL);
  return files[file].columns;
}

static FramImport *
import_new (const FramProfileCodes *codes)
{
  FramImport *self = g_new0 (FramImport, 1);

  self->texts = g_string_chunk_new (64 * 1024);
  self->case_list = g_ptr_array_new_with_free_func (g_free);
  self->cases = g_hash_table_new (g_str_hash, g_str_equal);
  self->group_list = g_ptr_array_new_with_free_func (g_free);
  self->groups = g_hash_table_new (g_str_hash, g_str_equal);
  self->memberships = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
  self->placements = g_array_new (FALSE, FALSE, sizeof (ImportPlacement));
  self->members = g_array_new (FALSE, FALSE, sizeof (ImportMembership));
  self->marks = g_array_new (FALSE, FALSE, sizeof (ImportMark));
  self->ratings = g_array_new (FALSE, FALSE, sizeof (ImportRating));
  self->adaptations = g_array_new (FALSE, FALSE, sizeof (ImportAdaptation));
  self->events = g_array_new (FALSE, FALSE, sizeof (ImportEvent));
  self->case_workers = g_array_new (FALSE, FALSE, sizeof (ImportCaseWorker));
  self->programme = *fram_profile_codes_get_programme (codes);
  self->site = *fram_profile_codes_get_site (codes);
  return self;
}

void
fram_import_free (FramImport *self)
{
  g_hash_table_unref (self->cases);
  g_hash_table_unref (self->groups);
  g_hash_table_unref (self->memberships);
  g_ptr_array_unref (self->case_list);
  g_ptr_array_unref (self->group_list);
  g_array_unref (self->placements);
  g_array_unref (self->members);
  g_array_unref (self->marks);
  g_array_unref (self->ratings);
  g_array_unref (self->adaptations);
  g_array_unref (self->events);
  g_array_unref (self->case_workers);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/**
 * fram_import_get_n_rows:
 * @self: an import
 * @file: one of the seven files
 *
 * Returns: how many rows it has, without the header
 */
guint64
fram_import_get_n_rows (const FramImport *self, FramImportFile file)
{
  g_return_val_if_fail (file < FRAM_N_IMPORT_FILES, 0);
  return self->n_rows[file];
}

static int
find_column (FramImportFile file, const char *name)
{
  for (int i = 0; files[file].columns[i] != NULL; i++)
    if (strcmp (files[file].columns[i], name) == 0)
      return i;
  return -1;
}

static void
map_column (ImportParser *self, guint field)
{
  const char *name = fram_csv_reader_get_field (self->reader, field);
  int column = find_column (self->file, name);
  guint line = fram_csv_reader_get_line (self->reader);

  if (column < 0)
    fram_problems_add (self->problems, self->name, line, name, _ ("This file has no column of that name."));
  else if (self->at[column] >= 0)
    fram_problems_add (self->problems, self->name, line, name, _ ("This column is there twice."));
  else
    self->at[column] = (int)field;
}

/* Finds the columns by the names in the header. Returns: whether all are there and no others */
static gboolean
read_header (ImportParser *self)
{
  guint64 before = fram_problems_get_count (self->problems);
  FramCsvStatus status = fram_csv_reader_next (self->reader);
  guint line = fram_csv_reader_get_line (self->reader);

  for (guint i = 0; i < IMPORT_MAX_COLUMNS; i++)
    self->at[i] = -1;
  if (status == FRAM_CSV_END)
    {
      fram_problems_add (self->problems, self->name, 1, NULL,
                         _ ("The file is empty; its first line names the columns."));
      return FALSE;
    }
  if (status == FRAM_CSV_BAD)
    {
      fram_problems_add (self->problems, self->name, line, NULL, "%s", fram_csv_reader_get_message (self->reader));
      return FALSE;
    }
  for (guint i = 0; i < fram_csv_reader_get_n_fields (self->reader); i++)
    map_column (self, i);
  for (guint i = 0; files[self->file].columns[i] != NULL; i++)
    if (self->at[i] < 0)
      fram_problems_add (self->problems, self->name, line, files[self->file].columns[i], _ ("This column is missing."));
  return fram_problems_get_count (self->problems) == before;
}

static gboolean
cancelled (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("The import was stopped; nothing was changed."));
  return FALSE;
}

static gboolean
report (const Progress *progress, FramCsvReader *reader, GError **error)
{
  guint64 done = progress->before + fram_csv_reader_get_position (reader);

  if (progress->func == NULL || progress->func (done, progress->total, progress->data))
    return TRUE;
  return cancelled (error);
}

static void
take_row (ImportParser *self, FramCsvStatus status, guint n_columns)
{
  guint n = fram_csv_reader_get_n_fields (self->reader);
  guint line = fram_csv_reader_get_line (self->reader);

  if (status == FRAM_CSV_BAD)
    fram_problems_add (self->problems, self->name, line, NULL, _ ("Character %u: %s"),
                       fram_csv_reader_get_message_column (self->reader), fram_csv_reader_get_message (self->reader));
  else if (n != n_columns)
    fram_problems_add (self->problems, self->name, line, NULL,
                       n > n_columns ? _ ("This line has too many fields: %u, and the header has %u.")
                                     : _ ("This line has too few fields: %u, and the header has %u."),
                       n, n_columns);
  else
    import_row (self);
}

static gboolean
read_rows (ImportParser *self, const Progress *progress, GError **error)
{
  guint n_columns = fram_csv_reader_get_n_fields (self->reader);
  FramCsvStatus status;

  while ((status = fram_csv_reader_next (self->reader)) != FRAM_CSV_END)
    {
      take_row (self, status, n_columns);
      self->import->n_rows[self->file]++;
      if (self->import->n_rows[self->file] % 1000 == 0 && !report (progress, self->reader, error))
        return FALSE;
    }
  return report (progress, self->reader, error);
}

static gboolean
read_file (FramImport *self, FramImportFile file, const char *path, const FramProfileCodes *codes,
           FramProblems *problems, Progress *progress, GError **error)
{
  g_autoptr (FramCsvReader) reader = fram_csv_reader_new_for_file (path, error);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *name = g_path_get_basename (path);
  ImportParser parser = { self, codes, problems, file, name, reader };
  gboolean ok = TRUE;

  if (reader == NULL)
    return FALSE;
  parser.seen = seen;
  if (read_header (&parser))
    ok = read_rows (&parser, progress, error);
  progress->before += fram_csv_reader_get_size (reader);
  return ok;
}

/* Finds which of the seven a single file is: the one whose header it has most columns of. */
static gboolean
recognise (const char *path, FramImportFile *file, GError **error)
{
  g_autoptr (FramCsvReader) reader = fram_csv_reader_new_for_file (path, error);
  guint best = 1;

  if (reader == NULL)
    return FALSE;
  if (fram_csv_reader_next (reader) == FRAM_CSV_ROW)
    for (guint f = 0; f < FRAM_N_IMPORT_FILES; f++)
      {
        guint hits = 0;

        for (guint i = 0; i < fram_csv_reader_get_n_fields (reader); i++)
          hits += find_column (f, fram_csv_reader_get_field (reader, i)) >= 0 ? 1 : 0;
        if (hits > best)
          {
            best = hits;
            *file = f;
          }
      }
  if (best > 1)
    return TRUE;
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID,
               _ ("“%s” has the columns of none of the files that can be imported; see the README."), path);
  return FALSE;
}

static gboolean
find_files (const char *path, char *paths[FRAM_N_IMPORT_FILES], GError **error)
{
  gboolean any = FALSE;
  FramImportFile file;

  if (!g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      if (!recognise (path, &file, error))
        return FALSE;
      paths[file] = g_strdup (path);
      return TRUE;
    }
  for (guint f = 0; f < FRAM_N_IMPORT_FILES; f++)
    {
      g_autofree char *candidate = g_build_filename (path, files[f].name, NULL);

      if (g_file_test (candidate, G_FILE_TEST_EXISTS))
        {
          paths[f] = g_steal_pointer (&candidate);
          any = TRUE;
        }
    }
  if (!any)
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND,
                 _ ("“%s” holds none of the files that can be imported, such as cases.csv."), path);
  return any;
}

static guint64
file_size (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 ? (guint64)info.st_size : 0;
}

static gboolean
read_files (FramImport *self, char *paths[FRAM_N_IMPORT_FILES], const FramProfileCodes *codes, FramProblems *problems,
            Progress *progress, GError **error)
{
  for (guint f = 0; f < FRAM_N_IMPORT_FILES; f++)
    progress->total += paths[f] != NULL ? file_size (paths[f]) : 0;
  for (guint f = 0; f < FRAM_N_IMPORT_FILES; f++)
    if (paths[f] != NULL && !read_file (self, f, paths[f], codes, problems, progress, error))
      return FALSE;
  return TRUE;
}

static gboolean
check_problems (const FramProblems *problems, guint64 before, GError **error)
{
  guint64 n = fram_problems_get_count (problems) - before;

  if (n == 0)
    return TRUE;
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID,
               ngettext ("Nothing was imported: there is %lu problem in the files.",
                         "Nothing was imported: there are %lu problems in the files.", (gulong)n),
               (gulong)n);
  return FALSE;
}

/**
 * fram_import_read:
 * @path: a directory with some of the seven files, or one of them under any name
 * @codes: what the register's profile knows
 * @progress: (nullable): told the bytes read
 * @progress_data: closure
 * @problems: where every bad line goes
 * @error: return location
 *
 * Reads and checks all files as a whole; nothing in them is dropped. Cases that cases.csv does not hold are looked up in
 * the register. With problems there is no import, and the error is %FRAM_ERROR_INVALID.
 *
 * Returns: (transfer full) (nullable): what is to be stored
 */
FramImport *
fram_import_read (const char *path, const FramProfileCodes *codes, FramProgressFunc progress, gpointer progress_data,
                  FramProblems *problems, GError **error)
{
  g_autoptr (FramImport) self = NULL;
  char *paths[FRAM_N_IMPORT_FILES] = { NULL };
  Progress state = { progress, progress_data };
  guint64 before = fram_problems_get_count (problems);
  gboolean ok;

  g_return_val_if_fail (path != NULL && codes != NULL && problems != NULL, NULL);
  self = import_new (codes);
  ok = find_files (path, paths, error) && read_files (self, paths, codes, problems, &state, error) &&
       check_problems (problems, before, error);
  for (guint f = 0; f < FRAM_N_IMPORT_FILES; f++)
    g_free (paths[f]);
  return ok ? g_steal_pointer (&self) : NULL;
}
