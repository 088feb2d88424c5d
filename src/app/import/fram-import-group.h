#pragma once

#include "fram-import-source.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramImportGroup:
 *
 * One file of an import: what it holds, how it was read, its first rows, and what each of its columns is.
 *
 * Signals: `changed`: something was chosen.
 */
#define FRAM_TYPE_IMPORT_GROUP (fram_import_group_get_type ())
G_DECLARE_FINAL_TYPE (FramImportGroup, fram_import_group, FRAM, IMPORT_GROUP, AdwPreferencesGroup)

FramImportGroup *fram_import_group_new (FramImportSource *source);

G_END_DECLS
