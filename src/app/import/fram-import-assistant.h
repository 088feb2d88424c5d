#pragma once

#include "fram-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramImportAssistant:
 *
 * From files to records: choose or drop them, say what they and their columns are, see what would happen, import, undo. Nothing
 * is written before the last step.
 */
#define FRAM_TYPE_IMPORT_ASSISTANT (fram_import_assistant_get_type ())
G_DECLARE_FINAL_TYPE (FramImportAssistant, fram_import_assistant, FRAM, IMPORT_ASSISTANT, AdwWindow)

FramImportAssistant *fram_import_assistant_new (FramDesk *desk, GtkWindow *parent);
void fram_import_assistant_take (FramImportAssistant *self, const char *const *paths);
GStrv fram_import_paths_of_drop (const GValue *value);

G_END_DECLS
