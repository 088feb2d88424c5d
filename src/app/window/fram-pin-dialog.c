#include "fram-pin-dialog.h"

#include "fram-desk-pin.h"
#include "fram-pin-pad.h"
#include "fram-pin.h"

#include <glib/gi18n.h>

struct _FramPinDialog
{
  AdwWindow parent_instance;

  /* borrowed */
  GtkEditable *old_pin;
  GtkEditable *new_pin;
  GtkEditable *again;
  GtkWidget *accept;
  GtkWidget *remove;
  GtkRevealer *trouble;
  GtkLabel *sentence;

  /* owned */
  FramSeat *seat;
  GCancellable *writing;
  gboolean had; /* there is a PIN to be changed */
  gboolean removing;
};

G_DEFINE_FINAL_TYPE (FramPinDialog, fram_pin_dialog, ADW_TYPE_WINDOW)

static void
say (FramPinDialog *self, const char *sentence)
{
  if (sentence != NULL)
    gtk_label_set_label (self->sentence, sentence);
  gtk_revealer_set_reveal_child (self->trouble, sentence != NULL);
}

static void
set_busy (FramPinDialog *self, gboolean busy)
{
  gtk_widget_set_sensitive (self->accept, !busy);
  gtk_widget_set_sensitive (self->remove, !busy);
}

static void
tell_window (FramPinDialog *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  const char *what = self->removing ? _ ("You have no PIN on this computer any more.") : _ ("You have a new PIN.");

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.toast", "(sb)", what, FALSE);
}

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FramPinDialog) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = fram_desk_write_pin_finish (FRAM_DESK (source), result, &error);

  if (self->seat == NULL)
    return;
  set_busy (self, FALSE);
  if (done)
    {
      tell_window (self);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  say (self, error->message);
  gtk_editable_set_text (self->old_pin, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->had ? self->old_pin : self->new_pin));
}

static void
write_pin (FramPinDialog *self, const char *new_pin)
{
  FramDesk *desk = fram_seat_get_desk (self->seat);

  self->removing = new_pin == NULL;
  say (self, NULL);
  set_busy (self, TRUE);
  fram_desk_change_pin_async (desk, gtk_editable_get_text (self->old_pin), new_pin, self->writing, on_written_cb,
                              g_object_ref (self));
}

static void
on_accept_cb (FramPinDialog *self)
{
  const char *new_pin = gtk_editable_get_text (self->new_pin);
  g_autoptr (GError) error = NULL;

  if (self->had && gtk_editable_get_text (self->old_pin)[0] == '\0')
    say (self, _ ("Type the old PIN first."));
  else if (!fram_pin_check_form (new_pin, &error))
    say (self, error->message);
  else if (!g_str_equal (new_pin, gtk_editable_get_text (self->again)))
    say (self, _ ("The two were not the same. Choose the PIN again."));
  else
    write_pin (self, new_pin);
}

static void
on_remove_cb (FramPinDialog *self)
{
  if (gtk_editable_get_text (self->old_pin)[0] == '\0')
    say (self, _ ("Type the old PIN first."));
  else
    write_pin (self, NULL);
}

static void
fram_pin_dialog_dispose (GObject *object)
{
  FramPinDialog *self = FRAM_PIN_DIALOG (object);

  g_cancellable_cancel (self->writing);
  g_clear_object (&self->writing);
  g_clear_object (&self->seat);
  G_OBJECT_CLASS (fram_pin_dialog_parent_class)->dispose (object);
}

static void
fram_pin_dialog_class_init (FramPinDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fram_pin_dialog_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkEditable *
add_entry (FramPinDialog *self, GtkWidget *group, const char *title)
{
  GtkWidget *row = adw_password_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  fram_pin_entry_take_digits (GTK_EDITABLE (row));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (row))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (on_accept_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return GTK_EDITABLE (row);
}

static GtkWidget *
make_header (FramPinDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_label (_ ("Cancel"));

  self->accept = gtk_button_new_with_label (C_ ("pin", "Set"));
  gtk_widget_add_css_class (self->accept, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  g_signal_connect_object (self->accept, "clicked", G_CALLBACK (on_accept_cb), self, G_CONNECT_SWAPPED);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->accept);
  return header;
}

static GtkWidget *
make_trouble (FramPinDialog *self)
{
  self->trouble = GTK_REVEALER (gtk_revealer_new ());
  self->sentence =
      g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0f, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->sentence), "form-trouble");
  gtk_revealer_set_child (self->trouble, GTK_WIDGET (self->sentence));
  return GTK_WIDGET (self->trouble);
}

static GtkWidget *
make_remove (FramPinDialog *self)
{
  self->remove = gtk_button_new_with_label (_ ("Remove the PIN"));
  gtk_widget_add_css_class (self->remove, "destructive-action");
  gtk_widget_set_halign (self->remove, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (self->remove, 18);
  g_signal_connect_object (self->remove, "clicked", G_CALLBACK (on_remove_cb), self, G_CONNECT_SWAPPED);
  return self->remove;
}

static GtkWidget *
make_form (FramPinDialog *self)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *last = adw_preferences_group_new ();

  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _ ("A PIN is 4 to 12 digits. It is for this computer only and lets nobody else sit down in your name."));
  self->old_pin = add_entry (self, group, _ ("Old PIN"));
  self->new_pin = add_entry (self, group, _ ("New PIN"));
  self->again = add_entry (self, group, _ ("New PIN once more"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (last), make_remove (self));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (last));
  return page;
}

static void
fram_pin_dialog_init (FramPinDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->writing = g_cancellable_new ();
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), make_trouble (self));
  gtk_box_append (GTK_BOX (box), make_form (self));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _ ("PIN on This Computer"));
  gtk_window_set_default_size (GTK_WINDOW (self), 420, 460);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
}

/**
 * fram_pin_dialog_new:
 * @parent: the window
 * @seat: a seat with a person
 *
 * Returns: (transfer floating): the dialog
 */
GtkWindow *
fram_pin_dialog_new (GtkWindow *parent, FramSeat *seat)
{
  FramPinDialog *self = g_object_new (FRAM_TYPE_PIN_DIALOG, "transient-for", parent, NULL);
  GSettings *settings = fram_seat_get_settings (seat);
  gboolean required = settings != NULL && g_settings_get_boolean (settings, "require-pin");

  self->seat = g_object_ref (seat);
  self->had = fram_desk_has_pin (fram_seat_get_desk (seat), fram_seat_get_person (seat));
  gtk_widget_set_visible (GTK_WIDGET (self->old_pin), self->had);
  gtk_widget_set_visible (self->remove, self->had && !required);
  gtk_widget_grab_focus (GTK_WIDGET (self->had ? self->old_pin : self->new_pin));
  return GTK_WINDOW (self);
}
