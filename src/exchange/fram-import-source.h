#pragma once

#include "fram-import-mapping.h"

G_BEGIN_DECLS

/**
 * FramImportSource:
 * @path: the file
 * @name: its name without the directory
 * @size: bytes
 * @format: how it is written
 * @file: which of the seven it is, or %FRAM_N_IMPORT_FILES where its headings do not tell
 * @headings: (array zero-terminated=1): its first line, without empty ones at the end
 * @trouble: (nullable): why the first line cannot be read
 * @heading_line: the line they stand on
 * @sample: (element-type GStrv): its first rows
 * @at: of each of our columns: which heading, or -1
 * @constants: (nullable): of each of our columns: what stands in every row
 * @exact: whether the headings are exactly ours, so that each of them must be there and no other
 * @letters: in which language letters of statuses are meant
 *
 * A file as it was recognised, before it is read.
 */
typedef struct
{
  char *path;
  char *name;
  guint64 size;
  FramCsvFormat format;
  FramImportFile file;
  GStrv headings;
  char *trouble;
  guint heading_line;
  GPtrArray *sample;
  int at[FRAM_IMPORT_MAX_COLUMNS];
  char *constants[FRAM_IMPORT_MAX_COLUMNS];
  gboolean exact;
  FramImportLetters letters;
} FramImportSource;

FramImportSource *fram_import_source_look (const char *path, FramProgressFunc progress, gpointer data, GError **error);
GPtrArray *fram_import_sources_look (const char *const *paths, FramProgressFunc progress, gpointer data,
                                     GError **error);
void fram_import_source_free (FramImportSource *self);
gboolean fram_import_source_map (FramImportSource *self, const FramImportMapping *mapping, GError **error);
void fram_import_source_guess (FramImportSource *self, FramImportFile file);
FramImportMapping *fram_import_source_get_mapping (const FramImportSource *self);
char *fram_import_source_describe (const FramImportSource *self);
char *fram_import_source_key (const FramImportSource *self);
gboolean fram_import_source_check (const FramImportSource *self, GError **error);

FramImport *fram_import_read_sources (GPtrArray *sources, const FramProfileCodes *codes, FramProgressFunc progress,
                                      gpointer progress_data, FramProblems *problems, GError **error);

const char *fram_import_file_get_title (FramImportFile file);
const char *fram_import_column_get_title (FramImportFile file, int column);
gboolean fram_import_column_is_required (FramImportFile file, int column);
int fram_import_column_guess (FramImportFile file, const char *heading);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramImportSource, fram_import_source_free)

G_END_DECLS
