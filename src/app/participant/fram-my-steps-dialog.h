#pragma once

#include "fram-desk-case.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramMyStepsDialog:
 *
 * *Mina steg*, the page for the participant: what stands on it is chosen beside the page as it will be printed. What was
 * seen in the workshop stands there only with the participant's yes, which is written down at once.
 */
#define FRAM_TYPE_MY_STEPS_DIALOG (fram_my_steps_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FramMyStepsDialog, fram_my_steps_dialog, FRAM, MY_STEPS_DIALOG, AdwWindow)

GtkWindow *fram_my_steps_dialog_new (FramDesk *desk, GtkWidget *parent, const FramCase *what);
gboolean fram_my_steps_dialog_is_idle (FramMyStepsDialog *self);
void fram_my_steps_dialog_save (FramMyStepsDialog *self, const char *path);

G_END_DECLS
