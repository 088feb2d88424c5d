#pragma once

#include "fram-desk-import.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramImportPreview:
 *
 * What an import would do or has done: figures, and below them what differs, or what is wrong with the files, in a list that
 * can be searched.
 *
 * Signals: `save-problems`: the list of problems is wanted in a file.
 */
#define FRAM_TYPE_IMPORT_PREVIEW (fram_import_preview_get_type ())
G_DECLARE_FINAL_TYPE (FramImportPreview, fram_import_preview, FRAM, IMPORT_PREVIEW, AdwBin)

void fram_import_preview_show_result (FramImportPreview *self, const FramImportResult *result, gboolean done);
void fram_import_preview_show_problems (FramImportPreview *self, const FramProblems *problems, GPtrArray *sources);
guint fram_import_preview_get_n_lines (FramImportPreview *self);
void fram_import_preview_filter (FramImportPreview *self, const char *text);

G_END_DECLS
