#pragma once

#include "fram-csv-format.h"
#include "fram-import.h"

G_BEGIN_DECLS

/**
 * FramImportMapping:
 *
 * Which heading of a file is which of our columns. It is kept as a key file:
 *
 *     [import]
 *     file=attendance
 *     letters=sv
 *
 *     [columns]
 *     case_id=Ärendenr
 *     date=Datum
 *
 *     [constants]
 *     activity=snickeri
 *
 * A column that is named in neither group is empty in every row. `letters` says in which language letters as S and L are
 * meant; it may be left out.
 */
typedef struct _FramImportMapping FramImportMapping;

FramImportMapping *fram_import_mapping_new (FramImportFile file);
FramImportMapping *fram_import_mapping_copy (const FramImportMapping *self);
FramImportMapping *fram_import_mapping_load (const char *path, GError **error);
FramImportMapping *fram_import_mapping_new_from_text (const char *text, GError **error);
char *fram_import_mapping_to_text (const FramImportMapping *self);
gboolean fram_import_mapping_save (const FramImportMapping *self, const char *path, GError **error);
void fram_import_mapping_free (FramImportMapping *self);

FramImportFile fram_import_mapping_get_file (const FramImportMapping *self);
void fram_import_mapping_set_heading (FramImportMapping *self, int column, const char *heading);
const char *fram_import_mapping_get_heading (const FramImportMapping *self, int column);
void fram_import_mapping_set_constant (FramImportMapping *self, int column, const char *value);
const char *fram_import_mapping_get_constant (const FramImportMapping *self, int column);
void fram_import_mapping_set_letters (FramImportMapping *self, FramImportLetters letters);
FramImportLetters fram_import_mapping_get_letters (const FramImportMapping *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramImportMapping, fram_import_mapping_free)

G_END_DECLS
