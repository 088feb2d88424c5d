#pragma once

#include "fram-import-source.h"

G_BEGIN_DECLS

/* How lists with the same headings were mapped before, on this computer and for whoever uses it. Headings are kept, no rows. */
void fram_import_memory_keep (const FramImportSource *source);
gboolean fram_import_memory_recall (FramImportSource *source);

G_END_DECLS
