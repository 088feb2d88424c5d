#include "fram-create-dialog.h"

#include <glib/gi18n.h>

/* The workshops of the profile `fram`, which a new register has. */
static const char *const workshop_codes[] = { NULL,       "administration", "kreativt_hantverk", "kok_bageri",
                                              "snickeri", "tradgard",       "butik_torsten" };

struct _FramCreateDialog
{
  AdwWindow parent_instance;

  /* borrowed */
  GtkWidget *name;
  GtkWidget *workshop;
  GtkWidget *case_worker;
  GtkWidget *create;
};

enum
{
  CREATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FramCreateDialog, fram_create_dialog, ADW_TYPE_WINDOW)

static char *
name_of (FramCreateDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
}

static void
on_name_changed_cb (FramCreateDialog *self)
{
  g_autofree char *name = name_of (self);

  gtk_widget_set_sensitive (self->create, name[0] != '\0');
}

static void
on_create_cb (FramCreateDialog *self)
{
  g_autoptr (FramStaff) staff = fram_staff_new ();
  guint workshop = adw_combo_row_get_selected (ADW_COMBO_ROW (self->workshop));

  staff->name = name_of (self);
  if (staff->name[0] == '\0')
    return;
  fram_staff_add_role (staff, FRAM_ROLE_ADMINISTRATOR, NULL, NULL);
  if (workshop > 0 && workshop < G_N_ELEMENTS (workshop_codes))
    fram_staff_add_role (staff, FRAM_ROLE_ACTIVITY_LEADER, workshop_codes[workshop], NULL);
  if (gtk_switch_get_active (GTK_SWITCH (self->case_worker)))
    fram_staff_add_role (staff, FRAM_ROLE_CASE_WORKER, NULL, NULL);
  g_signal_emit (self, signals[CREATE], 0, staff);
  gtk_window_close (GTK_WINDOW (self));
}

static void
fram_create_dialog_class_init (FramCreateDialogClass *klass)
{
  signals[CREATE] = g_signal_new ("create", FRAM_TYPE_CREATE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static GtkWidget *
make_workshop_row (void)
{
  const char *names[] = { C_ ("leads", "No workshop"),      C_ ("workshop", "Administration"),
                          C_ ("workshop", "Crafts"),        C_ ("workshop", "Kitchen & Bakery"),
                          C_ ("workshop", "Woodwork"),      C_ ("workshop", "Garden"),
                          C_ ("workshop", "Butik Torsten"), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Leads the workshop"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  return row;
}

static GtkWidget *
make_case_worker_row (FramCreateDialog *self)
{
  GtkWidget *row = adw_action_row_new ();

  self->case_worker = gtk_switch_new ();
  gtk_widget_set_valign (self->case_worker, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Works as a case worker"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->case_worker), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Works as a case worker"), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->case_worker);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), self->case_worker);
  return row;
}

/* With large texts on a telephone the title makes room for the buttons. */
static GtkWidget *
make_title (void)
{
  GtkWidget *squeezer = adw_squeezer_new ();

  adw_squeezer_set_homogeneous (ADW_SQUEEZER (squeezer), FALSE);
  adw_squeezer_set_allow_none (ADW_SQUEEZER (squeezer), TRUE);
  adw_squeezer_set_switch_threshold_policy (ADW_SQUEEZER (squeezer), ADW_FOLD_THRESHOLD_POLICY_MINIMUM);
  adw_squeezer_add (ADW_SQUEEZER (squeezer), adw_window_title_new (_ ("Create a Register"), NULL));
  return squeezer;
}

static GtkWidget *
make_header (FramCreateDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_label (_ ("Cancel"));

  self->create = gtk_button_new_with_label (_ ("Create"));
  gtk_widget_add_css_class (self->create, "suggested-action");
  gtk_widget_set_sensitive (self->create, FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  g_signal_connect_object (self->create, "clicked", G_CALLBACK (on_create_cb), self, G_CONNECT_SWAPPED);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), make_title ());
  adw_header_bar_set_centering_policy (ADW_HEADER_BAR (header), ADW_CENTERING_POLICY_LOOSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->create);
  return header;
}

static GtkWidget *
make_form (FramCreateDialog *self)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  self->name = adw_entry_row_new ();
  self->workshop = make_workshop_row ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->name), _ ("Your name"));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Who are you?"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _ ("You administer the register: you add staff and give them roles. What else do you do?"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->name);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->workshop);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_case_worker_row (self));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  g_signal_connect_object (self->name, "changed", G_CALLBACK (on_name_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->name, "entry-activated", G_CALLBACK (on_create_cb), self, G_CONNECT_SWAPPED);
  return page;
}

static void
close_on_escape (FramCreateDialog *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0), gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
on_shown_cb (FramCreateDialog *self)
{
  gtk_widget_grab_focus (self->name);
}

static void
fram_create_dialog_init (FramCreateDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_window_set_title (GTK_WINDOW (self), _ ("Create a Register"));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 480, 420);
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), make_form (self));
  adw_window_set_content (ADW_WINDOW (self), box);
  g_signal_connect (self, "show", G_CALLBACK (on_shown_cb), NULL);
  close_on_escape (self);
}

GtkWindow *
fram_create_dialog_new (GtkWindow *parent)
{
  return g_object_new (FRAM_TYPE_CREATE_DIALOG, "transient-for", parent, NULL);
}
