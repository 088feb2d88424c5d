#pragma once

#include "fram-import-source.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramImportFiles:
 *
 * What files are, how they were read, and which of their columns is what: a group per file, with a row for each heading.
 *
 * Signals: `changed`: something was chosen.
 */
#define FRAM_TYPE_IMPORT_FILES (fram_import_files_get_type ())
G_DECLARE_FINAL_TYPE (FramImportFiles, fram_import_files, FRAM, IMPORT_FILES, AdwBin)

void fram_import_files_show (FramImportFiles *self, GPtrArray *sources);
char *fram_import_files_find_trouble (FramImportFiles *self);

G_END_DECLS
