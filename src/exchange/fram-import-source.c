#include "fram-import-source.h"

#include "fram-csv.h"
#include "fram-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define SAMPLE_ROWS 20

void
fram_import_source_free (FramImportSource *self)
{
  for (guint i = 0; i < FRAM_IMPORT_MAX_COLUMNS; i++)
    g_free (self->constants[i]);
  g_clear_pointer (&self->sample, g_ptr_array_unref);
  g_strfreev (self->headings);
  g_free (self->trouble);
  g_free (self->path);
  g_free (self->name);
  g_free (self);
}

/* The row's fields up to @n, or without empty ones at the end. */
static GStrv
copy_row (FramCsvReader *reader, int n)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (n < 0)
    for (n = (int)fram_csv_reader_get_n_fields (reader); n > 0; n--)
      {
        g_autofree char *bare = g_strstrip (g_strdup (fram_csv_reader_get_field (reader, (guint)n - 1)));

        if (bare[0] != '\0')
          break;
      }
  for (int i = 0; i < n; i++)
    g_strv_builder_add (builder, fram_csv_reader_get_field (reader, (guint)i));
  return g_strv_builder_end (builder);
}

static void
read_beginning (FramImportSource *self, FramCsvReader *reader)
{
  FramCsvStatus status = fram_csv_reader_next (reader);
  int n;

  self->heading_line = MAX (fram_csv_reader_get_line (reader), 1);
  if (status != FRAM_CSV_ROW)
    {
      self->headings = g_new0 (char *, 1);
      if (status == FRAM_CSV_BAD)
        self->trouble = g_strdup (fram_csv_reader_get_message (reader));
      return;
    }
  self->headings = copy_row (reader, -1);
  n = (int)g_strv_length (self->headings);
  while (self->sample->len < SAMPLE_ROWS && (status = fram_csv_reader_next (reader)) != FRAM_CSV_END)
    if (status == FRAM_CSV_ROW)
      g_ptr_array_add (self->sample, copy_row (reader, n));
}

static int
find_code (FramImportFile file, const char *heading)
{
  const char *const *columns = fram_import_file_get_columns (file);

  for (int i = 0; columns[i] != NULL; i++)
    if (strcmp (columns[i], heading) == 0)
      return i;
  return -1;
}

/* How many columns of a file the headings name: by their codes, and in words. */
static void
count_hits (const FramImportSource *self, FramImportFile file, guint *by_code, guint *in_words)
{
  guint seen = 0;

  *by_code = *in_words = 0;
  for (guint i = 0; self->headings[i] != NULL; i++)
    {
      int column = fram_import_column_guess (file, self->headings[i]);

      *by_code += find_code (file, self->headings[i]) >= 0 ? 1 : 0;
      if (column >= 0 && (seen & 1u << column) == 0)
        (*in_words)++;
      if (column >= 0)
        seen |= 1u << column;
    }
}

static guint
missing_columns (const FramImportSource *self, FramImportFile file)
{
  const char *const *columns = fram_import_file_get_columns (file);
  guint missing = 0;

  for (int c = 0; columns[c] != NULL; c++)
    {
      gboolean there = !fram_import_column_is_required (file, c);

      for (guint i = 0; !there && self->headings[i] != NULL; i++)
        there = fram_import_column_guess (file, self->headings[i]) == c;
      missing += there ? 0 : 1;
    }
  return missing;
}

/* The file whose columns the headings name best; where two are as good, the one that lacks least. */
static FramImportFile
guess_file (const FramImportSource *self)
{
  FramImportFile best = FRAM_N_IMPORT_FILES;
  int best_score = 0;

  for (guint f = 0; f < FRAM_N_IMPORT_FILES; f++)
    {
      guint by_code, in_words;
      int score;

      count_hits (self, f, &by_code, &in_words);
      score = (int)(4 * MAX (by_code, in_words)) - (int)missing_columns (self, f);
      if (MAX (by_code, in_words) > 1 && score > best_score)
        {
          best_score = score;
          best = f;
        }
    }
  return best;
}

static void
forget_mapping (FramImportSource *self)
{
  for (guint i = 0; i < FRAM_IMPORT_MAX_COLUMNS; i++)
    {
      self->at[i] = -1;
      g_clear_pointer (&self->constants[i], g_free);
    }
}

static gboolean
is_letter_of (FramImportLetters letters, const char *text)
{
  const char *only = letters == FRAM_IMPORT_LETTERS_SWEDISH ? "NOJnoj" : "PUVpuv";

  return text[0] != '\0' && text[1] == '\0' && strchr (only, text[0]) != NULL;
}

/* N, O and J are Swedish only, P, U and V English only. Where both are there, or none, nothing is said. */
static void
guess_letters (FramImportSource *self)
{
  gboolean found[3] = { FALSE, FALSE, FALSE };
  int field = self->file == FRAM_IMPORT_ATTENDANCE ? self->at[3] : -1;

  self->letters = FRAM_IMPORT_LETTERS_UNKNOWN;
  for (guint i = 0; field >= 0 && i < self->sample->len; i++)
    {
      GStrv row = g_ptr_array_index (self->sample, i);

      for (guint l = 1; l < G_N_ELEMENTS (found); l++)
        found[l] = found[l] || is_letter_of ((FramImportLetters)l, row[field]);
    }
  if (found[FRAM_IMPORT_LETTERS_SWEDISH] != found[FRAM_IMPORT_LETTERS_ENGLISH])
    self->letters = found[FRAM_IMPORT_LETTERS_SWEDISH] ? FRAM_IMPORT_LETTERS_SWEDISH : FRAM_IMPORT_LETTERS_ENGLISH;
}

/**
 * fram_import_source_guess:
 * @self: a file
 * @file: which of the seven it is
 *
 * Maps columns by their headings. A heading that is a column's code goes before one that only means the same.
 */
void
fram_import_source_guess (FramImportSource *self, FramImportFile file)
{
  guint by_code = 0, in_words = 0;

  self->file = file;
  forget_mapping (self);
  self->exact = TRUE;
  if (file >= FRAM_N_IMPORT_FILES)
    return;
  for (int exact = 1; exact >= 0; exact--)
    for (int i = 0; self->headings[i] != NULL; i++)
      {
        int column = exact ? find_code (file, self->headings[i]) : fram_import_column_guess (file, self->headings[i]);

        if (column >= 0 && self->at[column] < 0)
          self->at[column] = i;
      }
  count_hits (self, file, &by_code, &in_words);
  self->exact = in_words < 2 || (by_code > 1 && by_code >= in_words);
  guess_letters (self);
}

/**
 * fram_import_source_look:
 * @path: a file
 * @progress: (nullable): told the bytes looked at
 * @data: closure
 * @error: return location for a %FRAM_ERROR
 *
 * Finds out how a file is written and what is in it.
 *
 * Returns: (transfer full) (nullable): the file, with its columns mapped as far as their headings tell
 */
FramImportSource *
fram_import_source_look (const char *path, FramProgressFunc progress, gpointer data, GError **error)
{
  g_autoptr (FramImportSource) self = g_new0 (FramImportSource, 1);
  g_autoptr (FramCsvReader) reader = NULL;

  self->path = g_strdup (path);
  self->name = g_path_get_basename (path);
  self->sample = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  if (!fram_csv_format_recognise (path, &self->format, progress, data, error))
    return NULL;
  reader = fram_csv_reader_new (path, &self->format, error);
  if (reader == NULL)
    return NULL;
  self->size = fram_csv_reader_get_size (reader);
  read_beginning (self, reader);
  fram_import_source_guess (self, guess_file (self));
  return g_steal_pointer (&self);
}

static gboolean
looks_like_table (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return lower[0] != '.' &&
         (g_str_has_suffix (lower, ".csv") || g_str_has_suffix (lower, ".txt") || g_str_has_suffix (lower, ".tsv"));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *)a, *(char *const *)b);
}

static GPtrArray *
list_directory (const char *path, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) directory = g_dir_open (path, 0, NULL);
  const char *name;

  if (directory == NULL)
    {
      g_set_error (error, FRAM_ERROR, FRAM_ERROR_IO, _ ("The directory “%s” cannot be read; look at its permissions."),
                   path);
      return NULL;
    }
  while ((name = g_dir_read_name (directory)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return g_steal_pointer (&names);
}

static gboolean
add_source (GPtrArray *sources, const char *path, FramImportFile file, FramProgressFunc progress, gpointer data,
            GError **error)
{
  FramImportSource *source = fram_import_source_look (path, progress, data, error);

  if (source == NULL)
    return FALSE;
  if (file < FRAM_N_IMPORT_FILES && source->file != file)
    fram_import_source_guess (source, file);
  g_ptr_array_add (sources, source);
  return TRUE;
}

/* What cannot be read or tells nothing may be any other file that lies there. */
static void
add_tables (GPtrArray *sources, const char *path, GPtrArray *names, FramProgressFunc progress, gpointer data)
{
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *file = g_build_filename (path, g_ptr_array_index (names, i), NULL);
      g_autoptr (FramImportSource) source = NULL;

      if (looks_like_table (g_ptr_array_index (names, i)))
        source = fram_import_source_look (file, progress, data, NULL);
      if (source != NULL && source->file < FRAM_N_IMPORT_FILES)
        g_ptr_array_add (sources, g_steal_pointer (&source));
    }
}

/* The files with the seven names; where there are none, all tables whose headings tell what they are. */
static gboolean
add_directory (GPtrArray *sources, const char *path, FramProgressFunc progress, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) names = list_directory (path, error);
  guint before = sources->len;

  for (guint f = 0; names != NULL && f < FRAM_N_IMPORT_FILES; f++)
    {
      g_autofree char *file = g_build_filename (path, fram_import_file_get_name (f), NULL);

      if (g_ptr_array_find_with_equal_func (names, fram_import_file_get_name (f), g_str_equal, NULL) &&
          !add_source (sources, file, f, progress, data, error))
        return FALSE;
    }
  if (names != NULL && sources->len == before)
    add_tables (sources, path, names, progress, data);
  return names != NULL;
}

/**
 * fram_import_sources_look:
 * @paths: (array zero-terminated=1): files and directories
 * @progress: (nullable): told the bytes looked at of each file
 * @data: closure
 * @error: return location for a %FRAM_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type FramImportSource): the files that can be read
 */
GPtrArray *
fram_import_sources_look (const char *const *paths, FramProgressFunc progress, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_import_source_free);

  for (guint i = 0; paths[i] != NULL; i++)
    {
      guint before = sources->len;

      if (!g_file_test (paths[i], G_FILE_TEST_IS_DIR))
        {
          if (!add_source (sources, paths[i], FRAM_N_IMPORT_FILES, progress, data, error))
            return NULL;
          continue;
        }
      if (!add_directory (sources, paths[i], progress, data, error))
        return NULL;
      if (sources->len > before)
        continue;
      g_set_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND,
                   _ ("“%s” holds none of the files that can be imported, such as cases.csv."), paths[i]);
      return NULL;
    }
  return g_steal_pointer (&sources);
}

static int
find_heading (const FramImportSource *self, const char *heading)
{
  for (int i = 0; self->headings[i] != NULL; i++)
    if (strcmp (self->headings[i], heading) == 0)
      return i;
  return -1;
}

/**
 * fram_import_source_map:
 * @self: a file
 * @mapping: which heading is which column
 * @error: return location for %FRAM_ERROR_INVALID
 *
 * Returns: whether all headings of the mapping are there
 */
gboolean
fram_import_source_map (FramImportSource *self, const FramImportMapping *mapping, GError **error)
{
  const char *const *columns = fram_import_file_get_columns (fram_import_mapping_get_file (mapping));

  self->file = fram_import_mapping_get_file (mapping);
  forget_mapping (self);
  self->exact = FALSE;
  for (int i = 0; columns[i] != NULL; i++)
    {
      const char *heading = fram_import_mapping_get_heading (mapping, i);

      self->constants[i] = g_strdup (fram_import_mapping_get_constant (mapping, i));
      if (heading == NULL)
        continue;
      self->at[i] = find_heading (self, heading);
      if (self->at[i] >= 0)
        continue;
      g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID,
                   _ ("The mapping reads “%s” from a column “%s”, which “%s” does not have."), columns[i], heading,
                   self->name);
      return FALSE;
    }
  guess_letters (self);
  if (fram_import_mapping_get_letters (mapping) != FRAM_IMPORT_LETTERS_UNKNOWN)
    self->letters = fram_import_mapping_get_letters (mapping);
  return TRUE;
}

/**
 * fram_import_source_get_mapping:
 * @self: a file of a known kind
 *
 * Returns: (transfer full) (nullable): how its columns are read
 */
FramImportMapping *
fram_import_source_get_mapping (const FramImportSource *self)
{
  const char *const *columns;
  FramImportMapping *mapping;

  if (self->file >= FRAM_N_IMPORT_FILES)
    return NULL;
  columns = fram_import_file_get_columns (self->file);
  mapping = fram_import_mapping_new (self->file);
  for (int i = 0; columns[i] != NULL; i++)
    {
      if (self->at[i] >= 0)
        fram_import_mapping_set_heading (mapping, i, self->headings[self->at[i]]);
      fram_import_mapping_set_constant (mapping, i, self->constants[i]);
    }
  fram_import_mapping_set_letters (mapping, self->letters);
  return mapping;
}

/**
 * fram_import_source_describe:
 * @self: a file
 *
 * Returns: (transfer full): how it was read, as `Attendance · semicolons, UTF-16, decimal commas`
 */
char *
fram_import_source_describe (const FramImportSource *self)
{
  g_autofree char *format = fram_csv_format_describe (&self->format);

  if (self->file >= FRAM_N_IMPORT_FILES)
    return g_steal_pointer (&format);
  return g_strdup_printf ("%s · %s", fram_import_file_get_title (self->file), format);
}

/**
 * fram_import_source_key:
 * @self: a file
 *
 * Returns: (transfer full): the same for files with the same headings, to remember how they are mapped
 */
char *
fram_import_source_key (const FramImportSource *self)
{
  g_autofree char *all = g_strjoinv ("\037", self->headings);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, all, -1);
}

/**
 * fram_import_source_check:
 * @self: a file
 * @error: return location for %FRAM_ERROR_INVALID
 *
 * Returns: whether it is known what the file is
 */
gboolean
fram_import_source_check (const FramImportSource *self, GError **error)
{
  if (self->file < FRAM_N_IMPORT_FILES)
    return TRUE;
  if (self->trouble != NULL)
    /* Translators: a file, and what is wrong with its first line, a sentence */
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID, _ ("The first line of “%s” cannot be read. %s"), self->path,
                 self->trouble);
  else if (self->headings[0] == NULL)
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID,
                 _ ("“%s” is empty; the first line of a file to import names its columns."), self->path);
  else
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID,
                 _ ("“%s” has the columns of none of the files that can be imported; see the README."), self->path);
  return FALSE;
}
