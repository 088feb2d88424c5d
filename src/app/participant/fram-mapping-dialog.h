#pragma once

#include "fram-adaptation-sheet.h"
#include "fram-form-dialog.h"

G_BEGIN_DECLS

/**
 * FramMappingDialog:
 *
 * A mapping talk: the areas in order, each with "difficult with … → try … → where". What is written becomes several
 * adaptations in one go; what is left empty becomes none.
 */
#define FRAM_TYPE_MAPPING_DIALOG (fram_mapping_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FramMappingDialog, fram_mapping_dialog, FRAM, MAPPING_DIALOG, FramFormDialog)

FramMappingDialog *fram_mapping_dialog_new (FramDesk *desk, GtkWidget *parent, FramAdaptationSheet *sheet);

G_END_DECLS
