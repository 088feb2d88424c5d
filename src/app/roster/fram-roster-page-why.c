#include "fram-roster-page-private.h"

#include "fram-discreet.h"

#include <glib/gi18n-lib.h>

/* The reason that some statuses ask for: in a bar below the list, after the mark is on its way. It takes the keyboard from
 * nobody: whoever goes on marking is not asked twice, Tab goes there, Escape lets it be (FIELD.md, "Attendance": the reason is
 * asked in the flow, only when not present). */

#define MOST_OFTEN 5

static gboolean
is_asked (FramRosterPage *self)
{
  return gtk_widget_get_visible (self->why_bar);
}

static void
count_bar (GtkRoot *root, const char *css, gboolean *counted, gboolean lifts)
{
  int n;

  if (*counted == lifts)
    return;
  *counted = lifts;
  n = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (root), css)) + (lifts ? 1 : -1);
  g_object_set_data (G_OBJECT (root), css, GINT_TO_POINTER (n));
  if (n > 0)
    gtk_widget_add_css_class (GTK_WIDGET (root), css);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (root), css);
}

/* The window shows its toasts above what stands at the bottom of a page; several pages may be in it, so they are counted. */
static void
lift_toasts (FramRosterPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  gboolean mapped = gtk_widget_get_mapped (GTK_WIDGET (self)), asked = is_asked (self);

  if (root == NULL)
    return;
  count_bar (root, "fram-lift-toasts", &self->lifts_toasts,
             mapped && (asked || gtk_widget_get_visible (self->bottom_bar)));
  count_bar (root, "fram-lift-toasts-high", &self->lifts_toasts_high,
             mapped && asked && self->form == FRAM_ROSTER_NARROW);
}

/* Closes the question; %FALSE if none was asked. */
gboolean
fram_roster_page_close_why (FramRosterPage *self)
{
  gboolean asked = is_asked (self);

  g_array_set_size (self->why, 0);
  gtk_widget_set_visible (self->why_bar, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->why_entry), "");
  return asked;
}

static void
go_back (FramRosterPage *self)
{
  int at = -1;

  if (self->why->len > 0)
    at = fram_roster_page_find_line (self, &g_array_index (self->why, FramRosterKey, self->why->len - 1));
  fram_roster_page_close_why (self);
  fram_roster_page_move_cursor (self, at + 1);
}

/* What was written last stands first among what can be chosen. */
static void
remember_reason (FramRosterPage *self, const char *reason)
{
  for (guint i = 0; i < self->often->len; i++)
    if (g_str_equal (self->often->pdata[i], reason))
      {
        g_ptr_array_remove_index (self->often, i);
        break;
      }
  g_ptr_array_insert (self->often, 0, g_strdup (reason));
  if (self->often->len > MOST_OFTEN)
    g_ptr_array_set_size (self->often, MOST_OFTEN);
}

static void
write_reason (FramRosterPage *self, const char *reason)
{
  FramMarkEdit edit = { .fields = FRAM_MARK_REASON, .minutes_late = -1, .attended_minutes = -1, .reason = reason };
  g_autofree char *text = g_strstrip (g_strdup (reason));

  if (text[0] == '\0')
    {
      go_back (self);
      return;
    }
  edit.reason = text;
  if (!fram_roster_page_write (self, (const FramRosterKey *)(void *)self->why->data, self->why->len, &edit))
    return;
  remember_reason (self, text);
  go_back (self);
}

static void
on_often_clicked_cb (GtkButton *button, FramRosterPage *self)
{
  write_reason (self, gtk_button_get_label (button));
}

static void
on_entry_activate_cb (FramRosterPage *self)
{
  write_reason (self, gtk_editable_get_text (GTK_EDITABLE (self->why_entry)));
}

static gboolean
on_entry_key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
                 FramRosterPage *self)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  go_back (self);
  return GDK_EVENT_STOP;
}

static void
show_often (FramRosterPage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->why_often))) != NULL)
    gtk_box_remove (self->why_often, child);
  for (guint i = 0; i < self->often->len; i++)
    {
      GtkWidget *button = gtk_button_new_with_label (self->often->pdata[i]);

      gtk_widget_add_css_class (button, "fram-often");
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_often_clicked_cb), self, 0);
      gtk_box_append (self->why_often, button);
    }
}

/* "Björn Ek: notified. Why?" */
static char *
question (FramRosterPage *self, const FramStatus *status, const FramRosterKey *keys, guint n)
{
  int at = n == 1 ? fram_roster_page_find_line (self, keys) : -1;
  g_autofree char *name = g_utf8_strdown (fram_status_get_name (status), -1);
  g_autofree char *person = NULL;

  if (at >= 0)
    person = fram_discreet_shown_name (GTK_WIDGET (self),
                                       fram_roster_line_get_row (fram_roster_page_get_line (self, (guint)at))->name);
  if (person != NULL)
    /* Translators: a person and a status: "Björn Ek: notified. Why?" */
    return g_strdup_printf (_ ("%1$s: %2$s. Why?"), person, name);
  /* Translators: a number of people and a status */
  return g_strdup_printf (ngettext ("%1$u person: %2$s. Why?", "%1$u people: %2$s. Why?", n), n, name);
}

/* Asks for the reason of what has just been marked. */
void
fram_roster_page_ask_why (FramRosterPage *self, const FramStatus *status, const FramRosterKey *keys, guint n)
{
  g_autofree char *text = question (self, status, keys, n);

  g_array_set_size (self->why, 0);
  g_array_append_vals (self->why, keys, n);
  gtk_label_set_text (self->why_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->why_entry), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_editable_set_text (GTK_EDITABLE (self->why_entry), "");
  show_often (self);
  gtk_widget_set_visible (self->why_bar, TRUE);
}

/* Tab from the list; %FALSE if nothing is asked. */
gboolean
fram_roster_page_focus_why (FramRosterPage *self)
{
  return is_asked (self) && gtk_widget_grab_focus (self->why_entry);
}

void
fram_roster_page_init_why (FramRosterPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  const char *const first[] = { C_ ("reason", "Child at home"), C_ ("reason", "Transport"),
                                C_ ("reason", "Meeting with an authority"), C_ ("reason", "Private matter") };

  self->why = g_array_new (FALSE, FALSE, sizeof (FramRosterKey));
  self->often = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    g_ptr_array_add (self->often, g_strdup (first[i]));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_entry_key_cb), self, 0);
  gtk_widget_add_controller (self->why_entry, keys);
  g_signal_connect_object (self->why_entry, "activate", G_CALLBACK (on_entry_activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->why_bar, "notify::visible", G_CALLBACK (lift_toasts), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bottom_bar, "notify::visible", G_CALLBACK (lift_toasts), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "map", G_CALLBACK (lift_toasts), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "unmap", G_CALLBACK (lift_toasts), self, G_CONNECT_SWAPPED);
}
