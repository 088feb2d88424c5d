#include "fram-import-private.h"

#include "fram-error.h"

#include <glib/gi18n-lib.h>
#include <gio/gio.h>
#include <string.h>

static const struct
{
  const char *name;
  const char *columns[FRAM_IMPORT_MAX_COLUMNS];
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
  { "progression.csv", { "case_id", "date", "indicator", "rated_by", "value", "note", "given" } },
  { "adaptations.csv", { "case_id", "area", "need", "measure", "status", "review_date" } },
  { "events.csv", { "case_id", "date", "event_type", "parties", "status", "note" } },
};

/* Longer texts are no notes. */
#define MAX_FIELD 20000u
/* Of a heading that is not known, so much is told. */
#define MAX_HEADING 60

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

/**
 * fram_import_file_get_n_optional:
 * @file: which file
 *
 * Returns: how many columns at its end stand only in files that have something to say in them
 */
guint
fram_import_file_get_n_optional (FramImportFile file)
{
  return file == FRAM_IMPORT_PROGRESSION ? 2 : 0;
}

/* The texts of a row that are as many as there are rows; the others are codes. */
static const gsize rating_texts[] = { G_STRUCT_OFFSET (ImportRating, note) };
static const gsize adaptation_texts[] = { G_STRUCT_OFFSET (ImportAdaptation, need),
                                          G_STRUCT_OFFSET (ImportAdaptation, measure) };
static const gsize event_texts[] = { G_STRUCT_OFFSET (ImportEvent, parties), G_STRUCT_OFFSET (ImportEvent, note) };

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
  self->unknown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->members = g_array_new (FALSE, FALSE, sizeof (ImportMembership));
  self->placements = import_spool_new (sizeof (ImportPlacement), 0, NULL);
  self->marks = import_spool_new (sizeof (ImportMark), 0, NULL);
  self->ratings = import_spool_new (sizeof (ImportRating), G_N_ELEMENTS (rating_texts), rating_texts);
  self->adaptations = import_spool_new (sizeof (ImportAdaptation), G_N_ELEMENTS (adaptation_texts), adaptation_texts);
  self->events = import_spool_new (sizeof (ImportEvent), G_N_ELEMENTS (event_texts), event_texts);
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
  g_hash_table_unref (self->unknown);
  g_array_unref (self->members);
  import_spool_free (self->placements);
  import_spool_free (self->marks);
  import_spool_free (self->ratings);
  import_spool_free (self->adaptations);
  import_spool_free (self->events);
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
  const char *heading = fram_csv_reader_get_field (self->reader, field);
  int column = find_column (self->file, heading);
  g_autofree char *name = g_utf8_substring (heading, 0, MIN (g_utf8_strlen (heading, -1), MAX_HEADING));
  guint line = fram_csv_reader_get_line (self->reader);

  if (column < 0)
    fram_problems_add (self->problems, self->name, line, name, _ ("This file has no column of that name."));
  else if (self->at[column] >= 0)
    fram_problems_add (self->problems, self->name, line, name, _ ("This column is there twice."));
  else
    self->at[column] = (int)field;
}

/* The header's fields without empty ones at the end, which spreadsheets leave behind. */
static guint
count_columns (FramCsvReader *reader)
{
  guint n = fram_csv_reader_get_n_fields (reader);

  while (n > 1 &&
         fram_csv_reader_get_field (reader, n - 1)[strspn (fram_csv_reader_get_field (reader, n - 1), " ")] == '\0')
    n--;
  return n;
}

static void
find_missing (ImportParser *self, guint line)
{
  int n = (int)(g_strv_length ((char **)files[self->file].columns) - fram_import_file_get_n_optional (self->file));

  for (int i = 0; i < n; i++)
    if (self->at[i] < 0 && self->source->constants[i] == NULL &&
        (self->source->exact || fram_import_column_is_required (self->file, i)))
      fram_problems_add (self->problems, self->name, line, files[self->file].columns[i], _ ("This column is missing."));
}

static void
map_columns (ImportParser *self)
{
  for (guint i = 0; i < FRAM_IMPORT_MAX_COLUMNS; i++)
    self->at[i] = self->source->exact ? -1 : self->source->at[i];
  for (guint i = 0; self->source->exact && i < self->n_columns; i++)
    map_column (self, i);
}

/* Finds the columns by the names in the header. Returns: whether all are there and, if the names are ours, no others */
static gboolean
read_header (ImportParser *self)
{
  guint64 before = fram_problems_get_count (self->problems);
  FramCsvStatus status = fram_csv_reader_next (self->reader);
  guint line = fram_csv_reader_get_line (self->reader);

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
  self->n_columns = count_columns (self->reader);
  map_columns (self);
  find_missing (self, line);
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

/* Whether there is nothing in the fields from @first on. */
static gboolean
is_blank (ImportParser *self, guint first)
{
  for (guint i = first; i < fram_csv_reader_get_n_fields (self->reader); i++)
    if (fram_csv_reader_get_field (self->reader, i)[0] != '\0')
      return FALSE;
  return TRUE;
}

static gboolean
check_lengths (ImportParser *self)
{
  for (int c = 0; files[self->file].columns[c] != NULL; c++)
    {
      gsize length = self->at[c] >= 0 ? strlen (fram_csv_reader_get_field (self->reader, (guint)self->at[c])) : 0;

      if (length <= MAX_FIELD)
        continue;
      import_problem (self, c, _ ("This text has %u characters; no more than %u fit."), (guint)length, MAX_FIELD);
      return FALSE;
    }
  return TRUE;
}

static void
take_row (ImportParser *self, FramCsvStatus status)
{
  guint n = fram_csv_reader_get_n_fields (self->reader);
  guint line = fram_csv_reader_get_line (self->reader);

  memset (self->instead, 0, sizeof self->instead);
  if (status == FRAM_CSV_BAD)
    fram_problems_add (self->problems, self->name, line, NULL, _ ("Character %u: %s"),
                       fram_csv_reader_get_message_column (self->reader), fram_csv_reader_get_message (self->reader));
  else if (n < self->n_columns || !is_blank (self, self->n_columns))
    fram_problems_add (self->problems, self->name, line, NULL,
                       n > self->n_columns ? _ ("This line has too many fields: %u, and the header has %u.")
                                           : _ ("This line has too few fields: %u, and the header has %u."),
                       n, self->n_columns);
  else if (check_lengths (self))
    import_row (self);
}

static gboolean
read_rows (ImportParser *self, const Progress *progress, GError **error)
{
  FramCsvStatus status;

  while ((status = fram_csv_reader_next (self->reader)) != FRAM_CSV_END)
    {
      /* spreadsheets leave lines of nothing but separators */
      if (status == FRAM_CSV_ROW && is_blank (self, 0) && self->n_columns > 1)
        continue;
      take_row (self, status);
      self->import->n_rows[self->file]++;
      if (self->import->n_rows[self->file] % 500 == 0 && !report (progress, self->reader, error))
        return FALSE;
    }
  return fram_csv_reader_finish (self->reader, error) && report (progress, self->reader, error);
}

static void
parser_clear (ImportParser *self)
{
  import_seen_free (self->seen);
  g_string_free (self->key, TRUE);
  g_free (self->shown[0]);
  g_free (self->shown[1]);
}

static gboolean
read_file (FramImport *self, const FramImportSource *source, const FramProfileCodes *codes, FramProblems *problems,
           Progress *progress, GError **error)
{
  g_autoptr (FramCsvReader) reader = fram_csv_reader_new (source->path, &source->format, error);
  ImportParser parser = { self, codes, problems, source, source->file, source->name, reader };
  gboolean ok = TRUE;

  if (reader == NULL)
    return FALSE;
  parser.seen = import_seen_new ();
  parser.key = g_string_new (NULL);
  if (read_header (&parser))
    ok = read_rows (&parser, progress, error);
  progress->before += fram_csv_reader_get_size (reader);
  parser_clear (&parser);
  return ok;
}

/* One file of each kind: whether two belong together or one replaces the other, only a person knows. */
static gboolean
sort_sources (GPtrArray *sources, const FramImportSource *of[FRAM_N_IMPORT_FILES], GError **error)
{
  for (guint i = 0; i < sources->len; i++)
    {
      const FramImportSource *source = g_ptr_array_index (sources, i);

      if (!fram_import_source_check (source, error))
        return FALSE;
      if (of[source->file] == NULL)
        {
          of[source->file] = source;
          continue;
        }
      /* Translators: the third %s is what both files hold, as Attendance */
      g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID,
                   _ ("“%s” and “%s” hold the same (%s); import one of them at a time."), of[source->file]->name,
                   source->name, fram_import_file_get_title (source->file));
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_files (FramImport *self, const FramImportSource *const of[FRAM_N_IMPORT_FILES], const FramProfileCodes *codes,
            FramProblems *problems, Progress *progress, GError **error)
{
  for (guint f = 0; f < FRAM_N_IMPORT_FILES; f++)
    progress->total += of[f] != NULL ? of[f]->size : 0;
  for (guint f = 0; f < FRAM_N_IMPORT_FILES; f++)
    if (of[f] != NULL && !read_file (self, of[f], codes, problems, progress, error))
      return FALSE;
  return TRUE;
}

/* Who chose one file with nothing in it wants to know; of an empty register's many files that is what they are. */
static gboolean
check_rows (const FramImport *self, GPtrArray *sources, FramProblems *problems)
{
  const FramImportSource *only = sources->len == 1 ? g_ptr_array_index (sources, 0) : NULL;

  if (only != NULL && self->n_rows[only->file] == 0 && fram_problems_get_count (problems) == 0)
    fram_problems_add (problems, only->name, only->heading_line, NULL,
                       _ ("The file has headings and no rows; there is nothing to import."));
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
 * fram_import_read_sources:
 * @sources: (element-type FramImportSource): files that were looked at
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
fram_import_read_sources (GPtrArray *sources, const FramProfileCodes *codes, FramProgressFunc progress,
                          gpointer progress_data, FramProblems *problems, GError **error)
{
  const FramImportSource *of[FRAM_N_IMPORT_FILES] = { NULL };
  g_autoptr (FramImport) self = NULL;
  Progress state = { progress, progress_data };
  guint64 before = fram_problems_get_count (problems);

  g_return_val_if_fail (sources != NULL && codes != NULL && problems != NULL, NULL);
  self = import_new (codes);
  if (sort_sources (sources, of, error) && read_files (self, of, codes, problems, &state, error) &&
      check_rows (self, sources, problems) && check_problems (problems, before, error))
    return g_steal_pointer (&self);
  return NULL;
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
 * As fram_import_read_sources() of what fram_import_sources_look() finds.
 *
 * Returns: (transfer full) (nullable): what is to be stored
 */
FramImport *
fram_import_read (const char *path, const FramProfileCodes *codes, FramProgressFunc progress, gpointer progress_data,
                  FramProblems *problems, GError **error)
{
  const char *const paths[] = { path, NULL };
  g_autoptr (GPtrArray) sources = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  sources = fram_import_sources_look (paths, NULL, NULL, error);
  if (sources == NULL)
    return NULL;
  return fram_import_read_sources (sources, codes, progress, progress_data, problems, error);
}
