#pragma once

#include "fram-desk-case.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramCardDialog:
 *
 * The adaptation card, *What works for me*: what stands on it, who gets it and the consent for that, beside the page as it
 * will be printed. To somebody else it is printed and saved only with a consent that names them.
 */
#define FRAM_TYPE_CARD_DIALOG (fram_card_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FramCardDialog, fram_card_dialog, FRAM, CARD_DIALOG, AdwWindow)

GtkWindow *fram_card_dialog_new (FramDesk *desk, GtkWidget *parent, const FramCase *what);
gboolean fram_card_dialog_is_idle (FramCardDialog *self);
void fram_card_dialog_save (FramCardDialog *self, const char *path);

G_END_DECLS
