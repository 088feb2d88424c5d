#include "fram-preferences.h"

#include <glib/gi18n.h>

/* What several people at one computer decide: when it locks, whether everybody has a PIN, what others may see. */

static GtkWidget *
make_switch_row (GSettings *settings, const char *key, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_settings_bind (settings, key, toggle, "active", G_SETTINGS_BIND_DEFAULT);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  return row;
}

static GtkWidget *
make_lock_row (GSettings *settings)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = gtk_spin_button_new_with_range (0, 480, 1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Lock after"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("Minutes without input; 0 for never"));
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Lock after so many minutes without input"), -1);
  g_settings_bind (settings, "lock-minutes", gtk_spin_button_get_adjustment (GTK_SPIN_BUTTON (spin)), "value",
                   G_SETTINGS_BIND_DEFAULT);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), spin);
  return row;
}

/**
 * fram_preferences_make_shared:
 * @settings: the preferences
 * @administrates: whether an administrator sits at the keyboard
 *
 * What an administrator has decided for everybody is not changed by others: whether a PIN is needed, and then when the
 * computer locks.
 *
 * Returns: (transfer floating): the group of preferences of a shared computer
 */
GtkWidget *
fram_preferences_make_shared (GSettings *settings, gboolean administrates)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *lock = make_lock_row (settings);
  GtkWidget *pin = make_switch_row (settings, "require-pin", _ ("Everybody needs a PIN"),
                                    _ ("Who has none chooses one before sitting down. Only an administrator decides "
                                       "this."));
  GtkWidget *discreet = make_switch_row (settings, "discreet", _ ("Discreet mode"),
                                         _ ("Others can see the screen: short names, hints folded into icons"));

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Shared computer"));
  gtk_widget_set_sensitive (lock, administrates || !g_settings_get_boolean (settings, "require-pin"));
  gtk_widget_set_sensitive (pin, administrates);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), lock);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), pin);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), discreet);
  return group;
}
