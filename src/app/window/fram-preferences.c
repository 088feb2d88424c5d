#include "fram-preferences.h"

#include <glib/gi18n.h>

static void
on_style_selected_cb (AdwComboRow *row, GParamSpec *pspec, gpointer settings)
{
  g_settings_set_enum (settings, "style", (int)adw_combo_row_get_selected (row));
}

static GtkWidget *
make_style_row (GSettings *settings)
{
  const char *names[] = { C_ ("style", "As the system"), C_ ("style", "Light"), C_ ("style", "Dark"), NULL };
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Style"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), (guint)g_settings_get_enum (settings, "style"));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_style_selected_cb), settings, 0);
  return row;
}

static GtkWidget *
make_text_size_row (GSettings *settings)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = gtk_spin_button_new_with_range (100, 200, 10);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Text size"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("Per cent of the usual size"));
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Text size in per cent"),
                                  -1);
  g_settings_bind (settings, "text-scale", gtk_spin_button_get_adjustment (GTK_SPIN_BUTTON (spin)), "value",
                   G_SETTINGS_BIND_DEFAULT);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), spin);
  return row;
}

/**
 * fram_preferences_new:
 * @parent: the window
 * @settings: the preferences
 * @administrates: whether an administrator sits at the keyboard
 *
 * Returns: (transfer floating): the window of preferences; each takes effect at once
 */
GtkWindow *
fram_preferences_new (GtkWindow *parent, GSettings *settings, gboolean administrates)
{
  GtkWidget *window = adw_preferences_window_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Appearance"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _ ("The language and high contrast are those of the system."));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_style_row (settings));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_text_size_row (settings));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (fram_preferences_make_shared (settings, administrates)));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), ADW_PREFERENCES_PAGE (page));
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (window), FALSE);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), 460, 560);
  return GTK_WINDOW (window);
}
