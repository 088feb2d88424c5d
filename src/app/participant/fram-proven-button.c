#include "fram-proven-button.h"

#include <glib/gi18n.h>

struct _FramProvenButton
{
  AdwBin parent_instance;

  /* borrowed */
  GtkMenuButton *button;
  GtkListBox *list;
  GtkLabel *nothing;
  GtkWidget *scrolled;

  /* owned */
  FramDesk *desk;
  char *area;
  GPtrArray *rows; /* FramProven, as in the list */
  GCancellable *reading;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FramProvenButton, fram_proven_button, ADW_TYPE_BIN)

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* By how many it is used, and that it was kept: "Kept · 12 participants". */
static char *
dup_basis (const FramProven *proven)
{
  g_autofree char *people =
      g_strdup_printf (ngettext ("%u participant", "%u participants", proven->n_people), proven->n_people);

  if (!proven->is_kept)
    return g_steal_pointer (&people);
  if (proven->n_people == 0)
    return g_strdup (C_ ("proven measure", "Kept"));
  /* Translators: of a proven measure: it was kept, and how many use it: "Kept · 12 participants" */
  return g_strdup_printf (C_ ("proven measure", "Kept · %s"), people);
}

static GtkWidget *
make_row (const FramProven *proven)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2), *row = gtk_list_box_row_new ();
  g_autofree char *basis = dup_basis (proven);

  gtk_box_append (GTK_BOX (box), make_label (proven->text, NULL));
  if (proven->line != NULL && g_strcmp0 (proven->line, proven->text) != 0)
    gtk_box_append (GTK_BOX (box), make_label (proven->line, "fram-dim"));
  gtk_box_append (GTK_BOX (box), make_label (basis, "fram-dim"));
  gtk_widget_add_css_class (box, "fram-list-line");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, proven->text, -1);
  return row;
}

static void
clear (FramProvenButton *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  g_clear_pointer (&self->rows, g_ptr_array_unref);
}

static void
show_rows (FramProvenButton *self, GPtrArray *rows)
{
  clear (self);
  self->rows = g_ptr_array_ref (rows);
  for (guint i = 0; i < rows->len; i++)
    gtk_list_box_append (self->list, make_row (g_ptr_array_index (rows, i)));
  gtk_label_set_label (self->nothing, _ ("Nothing to suggest here yet. What three participants have is offered."));
  gtk_widget_set_visible (self->scrolled, rows->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), rows->len == 0);
  if (rows->len > 0)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0)));
}

static gpointer
read_proven (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  return fram_desk_proven (desk, data, error);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramProvenButton) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (self->desk == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (rows != NULL)
    {
      show_rows (self, rows);
      return;
    }
  gtk_label_set_label (self->nothing, error->message);
  gtk_widget_set_visible (self->scrolled, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), TRUE);
}

static void
on_show_cb (FramProvenButton *self)
{
  if (self->desk == NULL)
    return;
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  fram_desk_run_async (self->desk, read_proven, g_strdup (self->area), g_free, (GDestroyNotify)g_ptr_array_unref,
                       self->reading, on_read_cb, g_object_ref (self));
}

static void
on_row_activated_cb (FramProvenButton *self, GtkListBoxRow *row)
{
  const FramProven *proven = g_ptr_array_index (self->rows, gtk_list_box_row_get_index (row));

  gtk_menu_button_popdown (self->button);
  g_signal_emit (self, signals[CHOSEN], 0, proven->text, proven->line, proven->area);
}

static void
fram_proven_button_dispose (GObject *object)
{
  FramProvenButton *self = FRAM_PROVEN_BUTTON (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->area, g_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (fram_proven_button_parent_class)->dispose (object);
}

static void
fram_proven_button_class_init (FramProvenButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fram_proven_button_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
}

static GtkWidget *
make_popover (FramProvenButton *self)
{
  GtkWidget *popover = gtk_popover_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "fram-proven-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Proven measures"),
                                  -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated_cb), self);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scrolled), 320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->list));
  self->nothing = GTK_LABEL (make_label (NULL, "fram-dim"));
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), FALSE);
  gtk_widget_set_visible (self->scrolled, FALSE);
  gtk_widget_set_size_request (box, 280, -1);
  gtk_box_append (GTK_BOX (box), self->scrolled);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->nothing));
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect_swapped (popover, "show", G_CALLBACK (on_show_cb), self);
  return popover;
}

static void
fram_proven_button_init (FramProvenButton *self)
{
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->button, "view-list-symbolic");
  gtk_menu_button_set_popover (self->button, make_popover (self));
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _ ("Proven measures"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Proven measures"),
                                  -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
}

/**
 * fram_proven_button_set_up:
 * @self: a button
 * @desk: the desk
 * @area: (nullable): code of the area to offer for, %NULL for all
 */
void
fram_proven_button_set_up (FramProvenButton *self, FramDesk *desk, const char *area)
{
  g_return_if_fail (FRAM_IS_PROVEN_BUTTON (self));
  g_set_object (&self->desk, desk);
  g_free (self->area);
  self->area = g_strdup (area);
}

/** fram_proven_button_open: shows the list, as a click does. */
void
fram_proven_button_open (FramProvenButton *self)
{
  gtk_menu_button_popup (self->button);
}
