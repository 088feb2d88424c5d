#include "fram-window-private.h"

#include "fram-discreet.h"

/* The discreet mode is one setting of the computer; each window carries it as a style class that its widgets follow. */

static void
on_state_cb (GAction *action, GParamSpec *pspec, gpointer data)
{
  FramWindow *self = data;
  g_autoptr (GVariant) state = g_action_get_state (action);
  gboolean on = g_variant_get_boolean (state);

  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self), FRAM_DISCREET_CLASS);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), FRAM_DISCREET_CLASS);
  gtk_widget_set_visible (self->discreet_button, on);
}

/* Where the settings are not installed the mode lasts as long as the window. */
static GAction *
make_action (FramWindow *self)
{
  GSettings *settings = fram_seat_get_settings (self->seat);

  if (settings != NULL)
    return g_settings_create_action (settings, "discreet");
  return G_ACTION (g_simple_action_new_stateful ("discreet", NULL, g_variant_new_boolean (FALSE)));
}

/**
 * fram_window_follow_discreet:
 * @self: a window whose settings are known
 *
 * Adds the action `win.discreet`, and shows in the window whether the mode is on.
 */
void
fram_window_follow_discreet (FramWindow *self)
{
  g_autoptr (GAction) action = make_action (self);

  g_action_map_add_action (G_ACTION_MAP (self), action);
  g_signal_connect_object (action, "notify::state", G_CALLBACK (on_state_cb), self, 0);
  on_state_cb (action, NULL, self);
}
