#pragma once

#include "fram-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramFormDialog:
 *
 * A dialog with fields that are written to the register. There are two ways of it: a new thing is written once, with
 * the button at the top right, and the dialog closes; an existing thing is written piece by piece, each text as soon
 * as the cursor leaves its field and each switch at once, so that there is nothing to save. The children of a
 * subclass's template are #AdwPreferencesGroup.
 *
 * Signals: `written` (FramFormDialog*, const char *what): a change is on disk; what is a sentence for a toast.
 */
#define FRAM_TYPE_FORM_DIALOG (fram_form_dialog_get_type ())
G_DECLARE_DERIVABLE_TYPE (FramFormDialog, fram_form_dialog, FRAM, FORM_DIALOG, AdwWindow)

/**
 * FramFormDialogClass:
 * @write: checks the fields, shows what is wrong at them, and hands the work over with fram_form_dialog_run();
 *   answers whether the fields are right
 * @done: takes the answer of the work; the sentence for the toast is the answer (transfer full) (nullable)
 * @refused: (nullable): shows what was refused at the field concerned; answers whether it does. Else it is shown at the top
 */
struct _FramFormDialogClass
{
  AdwWindowClass parent_class;

  gboolean (*write) (FramFormDialog *self);
  char *(*done) (FramFormDialog *self, gpointer answer);
  gboolean (*refused) (FramFormDialog *self, const GError *error);
};

void fram_form_dialog_set_up (FramFormDialog *self, FramDesk *desk, GtkWidget *parent, const char *title,
                              const char *accept);
void fram_form_dialog_set_title (FramFormDialog *self, const char *title);
void fram_form_dialog_start (FramFormDialog *self);
FramDesk *fram_form_dialog_get_desk (FramFormDialog *self);
gboolean fram_form_dialog_is_live (FramFormDialog *self);
gboolean fram_form_dialog_is_busy (FramFormDialog *self);
void fram_form_dialog_run (FramFormDialog *self, FramDeskFunc func, gpointer data, GDestroyNotify free_data,
                           GDestroyNotify free_answer);
void fram_form_dialog_accept (FramFormDialog *self);
void fram_form_dialog_set_trouble (FramFormDialog *self, const char *sentence);
const char *fram_form_dialog_get_trouble (FramFormDialog *self);

/* For signals of the fields in templates, swapped: a text was changed; a choice was made. */
void fram_form_dialog_text_changed (FramFormDialog *self);
void fram_form_dialog_choice_made (FramFormDialog *self);

/* A child's name for assistive technology where no label shows it. */
void fram_widget_set_accessible_name (gpointer widget, const char *name);

G_END_DECLS
