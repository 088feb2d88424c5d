#pragma once

#include "fram-import.h"

G_BEGIN_DECLS

/**
 * FRAM_EXPORT_MAX_FIELDS: the most columns a file has.
 */
#define FRAM_EXPORT_MAX_FIELDS 16

/**
 * FramExportRowFunc:
 * @file: the file being written
 * @fields: where the row's texts go, as many as the file has columns; they stay the callee's until the next call and
 *   %NULL is an empty field
 * @more: (out): %FALSE when there are no more rows, and @fields is not looked at
 *
 * Rows come in the order they are to have in the file: by case number, then by date, then by activity, kind, area, or by
 * rater and indicator.
 *
 * Returns: %FALSE to stop, with @error set
 */
typedef gboolean (*FramExportRowFunc) (FramImportFile file, const char **fields, gboolean *more, gpointer data,
                                       GError **error);

gboolean fram_export_write (const char *directory, const guint *n_optional, FramExportRowFunc next_row, gpointer data,
                            GError **error);
gboolean fram_export_write_file (const char *path, FramImportFile file, FramExportRowFunc next_row, gpointer data,
                                 GError **error);

const char *fram_export_adaptation_status (const char *status);

G_END_DECLS
