#pragma once

#include "fram-desk-house.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramCreateDialog:
 *
 * Asks who makes a register: the first person of it, who administers it and may lead a workshop or work with cases too.
 * Signal `create` (FramStaff*) when the answers make sense.
 */
#define FRAM_TYPE_CREATE_DIALOG (fram_create_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FramCreateDialog, fram_create_dialog, FRAM, CREATE_DIALOG, AdwWindow)

GtkWindow *fram_create_dialog_new (GtkWindow *parent);

G_END_DECLS
