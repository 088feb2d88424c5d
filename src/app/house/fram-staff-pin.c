#include "fram-staff-pin.h"

#include "fram-desk-pin.h"

#include <glib/gi18n-lib.h>

/* A PIN that somebody has forgotten: an administrator removes it, so that the person chooses another. */

typedef struct
{
  AdwPreferencesGroup *group; /* borrowed: holds this */
  FramFormDialog *dialog;     /* borrowed */
  GtkWidget *row;
  GtkWidget *button;
  FramUuid staff;
} PinRow;

static gpointer
look (FramDesk *desk, gpointer staff, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (fram_desk_has_pin (desk, staff));
}

static gpointer
reset (FramDesk *desk, gpointer staff, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (fram_desk_reset_pin (desk, staff, error));
}

static void
on_seen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AdwPreferencesGroup) group = data;

  if (fram_desk_run_finish (FRAM_DESK (source), result, NULL) != NULL)
    gtk_widget_set_visible (GTK_WIDGET (group), TRUE);
}

static void
on_reset_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AdwPreferencesGroup) group = data;
  g_autoptr (GError) error = NULL;
  gboolean done = fram_desk_run_finish (FRAM_DESK (source), result, &error) != NULL;
  PinRow *self = g_object_get_data (G_OBJECT (group), "pin-row");

  if (gtk_widget_get_root (GTK_WIDGET (group)) == NULL)
    return; /* the dialog has gone meanwhile */
  gtk_widget_set_sensitive (self->button, !done);
  fram_form_dialog_set_trouble (self->dialog, done ? NULL : error->message);
  /* it is no change that could be undone, so it is said here and not in a toast */
  if (done)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self->row), _ ("The PIN is removed."));
}

static void
on_clicked_cb (PinRow *self)
{
  gtk_widget_set_sensitive (self->button, FALSE);
  fram_desk_run_async (fram_form_dialog_get_desk (self->dialog), reset, g_memdup2 (&self->staff, sizeof self->staff),
                       g_free, NULL, NULL, on_reset_cb, g_object_ref (self->group));
}

/**
 * fram_staff_pin_show:
 * @group: an empty group of the dialog, not visible
 * @dialog: the dialog
 * @staff: whose facts it shows
 *
 * Shows that the person has a PIN on this computer, and lets it be removed. Without a PIN there is nothing to show.
 */
void
fram_staff_pin_show (AdwPreferencesGroup *group, FramFormDialog *dialog, const FramUuid *staff)
{
  PinRow *self = g_new0 (PinRow, 1);

  g_object_set_data_full (G_OBJECT (group), "pin-row", self, g_free);
  self->group = group;
  self->dialog = dialog;
  self->staff = *staff;
  self->row = adw_action_row_new ();
  self->button = gtk_button_new_with_label (C_ ("pin", "Remove"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), _ ("PIN on this computer"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->row),
                               _ ("Forgotten? Without one the person chooses another under “Change PIN …”."));
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->button, "destructive-action");
  fram_widget_set_accessible_name (self->button, _ ("Remove the PIN"));
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (on_clicked_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->row), self->button);
  adw_preferences_group_add (group, self->row);
  fram_desk_run_async (fram_form_dialog_get_desk (dialog), look, g_memdup2 (staff, sizeof *staff), g_free, NULL, NULL,
                       on_seen_cb, g_object_ref (group));
}
