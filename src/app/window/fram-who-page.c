#include "fram-who-page.h"

#include "fram-house.h"

#include <glib/gi18n.h>

struct _FramWhoPage
{
  AdwBin parent_instance;

  /* borrowed */
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (FramWhoPage, fram_who_page, ADW_TYPE_BIN)

static void
on_row_activated_cb (GtkListBox *list, GtkListBoxRow *row, gpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (data), "win.sit-down", "s", gtk_widget_get_name (GTK_WIDGET (row)));
}

static void
fram_who_page_class_init (FramWhoPageClass *klass)
{
}

static void
fram_who_page_init (FramWhoPage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *title = gtk_label_new (_ ("Who is at the keyboard?"));

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Who is at the keyboard?"), -1);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_row_activated_cb), self);
  gtk_widget_add_css_class (title, "title-1");
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_widget_add_css_class (box, "fram-who");
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 520);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

FramWhoPage *
fram_who_page_new (void)
{
  return g_object_new (FRAM_TYPE_WHO_PAGE, NULL);
}

static GtkWidget *
make_row (const FramStaff *staff)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = g_markup_escape_text (staff->name, -1);
  g_autofree char *roles = g_markup_escape_text (staff->roles_text != NULL ? staff->roles_text : "", -1);
  char id[FRAM_UUID_TEXT_SIZE];

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), roles);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), adw_avatar_new (36, staff->name, TRUE));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_name (row, fram_uuid_format (&staff->id, id));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, staff->name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, staff->roles_text, -1);
  return row;
}

/**
 * fram_who_page_fill:
 * @self: the page
 * @staff: (element-type FramStaff): everybody who works here
 */
void
fram_who_page_fill (FramWhoPage *self, GPtrArray *staff)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < staff->len; i++)
    gtk_list_box_append (self->list, make_row (g_ptr_array_index (staff, i)));
  child = gtk_widget_get_first_child (GTK_WIDGET (self->list));
  if (child != NULL)
    gtk_widget_grab_focus (child);
}
