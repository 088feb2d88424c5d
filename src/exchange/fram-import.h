#pragma once

#include "fram-problems.h"
#include "fram-profile-codes.h"

G_BEGIN_DECLS

/**
 * FramImportFile:
 *
 * The seven files of a register in comma-separated form (README of the example register, "Columns").
 */
typedef enum
{
  FRAM_IMPORT_CASES,
  FRAM_IMPORT_PLACEMENTS,
  FRAM_IMPORT_GROUPS,
  FRAM_IMPORT_ATTENDANCE,
  FRAM_IMPORT_PROGRESSION,
  FRAM_IMPORT_ADAPTATIONS,
  FRAM_IMPORT_EVENTS,
  FRAM_N_IMPORT_FILES
} FramImportFile;

/**
 * FRAM_IMPORT_MAX_COLUMNS: no file has more columns, the end of a list included.
 */
#define FRAM_IMPORT_MAX_COLUMNS 16

/**
 * FramImport:
 *
 * What was read from files, checked as a whole and ready to be stored.
 */
typedef struct _FramImport FramImport;

FramImport *fram_import_read (const char *path, const FramProfileCodes *codes, FramProgressFunc progress,
                              gpointer progress_data, FramProblems *problems, GError **error);
gboolean fram_import_emit (FramImport *self, FramRecordFunc sink, gpointer sink_data, FramProgressFunc progress,
                           gpointer progress_data, GError **error);
guint64 fram_import_get_n_rows (const FramImport *self, FramImportFile file);
void fram_import_free (FramImport *self);

const char *fram_import_file_get_name (FramImportFile file);
const char *const *fram_import_file_get_columns (FramImportFile file);
guint fram_import_file_get_n_optional (FramImportFile file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramImport, fram_import_free)

G_END_DECLS
