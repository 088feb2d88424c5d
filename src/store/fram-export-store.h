#pragma once

#include "fram-db.h"

G_BEGIN_DECLS

/**
 * FramExportRows:
 *
 * The rows of one of the seven files of a register in comma-separated form, in the order they have there.
 */
typedef struct _FramExportRows FramExportRows;

FramExportRows *fram_export_rows_new (FramDb *db, const FramViewer *viewer, const char *file, GError **error);
gboolean fram_export_rows_next (FramExportRows *self, const char **fields, gboolean *more, GError **error);
void fram_export_rows_free (FramExportRows *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramExportRows, fram_export_rows_free)

G_END_DECLS
