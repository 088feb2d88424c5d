#include "fram-window-private.h"

#include "fram-create-dialog.h"
#include "fram-desk-house.h"
#include "fram-help.h"
#include "fram-preferences.h"

#include <glib/gi18n.h>

#define ACTION(name) static void name (GSimpleAction *action, GVariant *parameter, gpointer data)

/**
 * fram_window_open_uri:
 * @self: the window
 * @uri: what to open
 *
 * Brings a page to the front, in a tab of its own where it is not open yet.
 */
void
fram_window_open_uri (FramWindow *self, const char *uri)
{
  fram_tabs_open (self->tabs, uri);
  if (self->narrow)
    adw_flap_set_reveal_flap (self->flap, FALSE);
}

ACTION (on_open)
{
  fram_window_open_uri (data, g_variant_get_string (parameter, NULL));
}

ACTION (on_open_roster)
{
  g_autofree char *uri = g_strconcat ("roster:", g_variant_get_string (parameter, NULL), NULL);

  fram_window_open_uri (data, uri);
}

/* A roster of another day: the tab of that workshop goes there. */
ACTION (on_open_roster_day)
{
  FramWindow *self = data;
  const char *activity, *day;
  g_autofree char *uri = NULL;

  g_variant_get (parameter, "(&s&s)", &activity, &day);
  uri = g_strconcat ("roster:", activity, NULL);
  fram_window_open_uri (self, uri);
  if (fram_tabs_get_page (self->tabs) != NULL && fram_date_parse (day) != FRAM_DATE_NONE)
    fram_page_go_to_day (fram_tabs_get_page (self->tabs), fram_date_parse (day));
}

ACTION (on_open_today)
{
  fram_window_open_uri (data, "today:");
}

ACTION (on_open_participants)
{
  fram_window_open_uri (data, "people:");
}

ACTION (on_open_staff)
{
  fram_window_open_uri (data, "staff:");
}

ACTION (on_open_workshops)
{
  fram_window_open_uri (data, "workshops:");
}

ACTION (on_open_closures)
{
  fram_window_open_uri (data, "closures:");
}

ACTION (on_open_person)
{
  fram_window_open_person (data, g_variant_get_string (parameter, NULL), NULL);
}

/* A participant, and which section, with "+" and what to begin there. */
ACTION (on_open_person_at)
{
  const char *who, *section;

  g_variant_get (parameter, "(&s&s)", &who, &section);
  fram_window_open_person (data, who, section);
}

ACTION (on_home)
{
  FramWindow *self = data;
  g_autofree char *home = fram_sidebar_dup_home (self->sidebar);

  if (home != NULL)
    fram_window_open_uri (self, home);
}

ACTION (on_toast)
{
  const char *text;
  gboolean with_undo;

  g_variant_get (parameter, "(&sb)", &text, &with_undo);
  fram_window_say (data, text, with_undo);
}

ACTION (on_undo)
{
  fram_window_undo (data, FALSE);
}

ACTION (on_redo)
{
  fram_window_undo (data, TRUE);
}

ACTION (on_undo_key)
{
  fram_window_undo_by_key (data, FALSE);
}

ACTION (on_redo_key)
{
  fram_window_undo_by_key (data, TRUE);
}

ACTION (on_search)
{
  FramWindow *self = data;

  gtk_menu_button_popup (GTK_MENU_BUTTON (self->search_button));
}

ACTION (on_toggle_sidebar)
{
  FramWindow *self = data;

  adw_flap_set_reveal_flap (self->flap, !adw_flap_get_reveal_flap (self->flap));
  if (self->narrow)
    return;
  self->sidebar_hidden = !adw_flap_get_reveal_flap (self->flap);
  fram_seat_keep_soon (self->seat);
}

ACTION (on_tab_next)
{
  fram_tabs_step (((FramWindow *)data)->tabs, 1);
}

ACTION (on_tab_previous)
{
  fram_tabs_step (((FramWindow *)data)->tabs, -1);
}

ACTION (on_tab_close)
{
  fram_tabs_close (((FramWindow *)data)->tabs);
}

ACTION (on_tab_pin)
{
  fram_tabs_toggle_pin (((FramWindow *)data)->tabs);
}

ACTION (on_tab_forward)
{
  fram_tabs_move (((FramWindow *)data)->tabs, 1);
}

ACTION (on_tab_backward)
{
  fram_tabs_move (((FramWindow *)data)->tabs, -1);
}

ACTION (on_copy)
{
  fram_window_copy (data);
}

ACTION (on_tab_detach)
{
  fram_window_detach_tab (data);
}

ACTION (on_tab_to_next_window)
{
  fram_window_pass_tab (data);
}

ACTION (on_new_window)
{
  fram_window_open_another (data);
}

ACTION (on_tab_list)
{
  FramWindow *self = data;

  if (gtk_widget_get_visible (self->tabs_button))
    gtk_menu_button_popup (GTK_MENU_BUTTON (self->tabs_button));
}

ACTION (on_tab_go)
{
  fram_tabs_go_to (((FramWindow *)data)->tabs, g_variant_get_int32 (parameter));
}

ACTION (on_tab_n)
{
  const char *name = g_action_get_name (G_ACTION (action));

  fram_tabs_go_to (((FramWindow *)data)->tabs, name[4] - '1');
}

ACTION (on_reload)
{
  FramWindow *self = data;

  fram_tabs_reload (self->tabs, FALSE);
  fram_sidebar_refresh (self->sidebar);
}

ACTION (on_sit_down)
{
  FramWindow *self = data;
  FramUuid person;

  if (g_str_equal (fram_window_get_state (self), "who") &&
      fram_uuid_parse (g_variant_get_string (parameter, NULL), &person))
    fram_who_page_choose (self->who, &person);
}

ACTION (on_retry)
{
  FramWindow *self = data;

  fram_window_open (self, fram_seat_get_path (self->seat), fram_seat_get_as (self->seat));
}

ACTION (on_demonstration)
{
  fram_window_make_demo (data);
}

ACTION (on_create_register)
{
  fram_window_make_register (data);
}

ACTION (on_open_register)
{
  fram_window_choose_file (data);
}

ACTION (on_stop)
{
  FramWindow *self = data;

  g_cancellable_cancel (self->making);
  fram_window_stop_opening (self);
}

static void
on_first_person_cb (FramCreateDialog *dialog, FramStaff *staff, gpointer data)
{
  FramWindow *self = data;
  g_autoptr (GError) error = NULL;
  FramUuid person;

  if (fram_desk_save_staff (fram_window_get_desk (self), staff, &person, &error))
    fram_window_sit_down (self, &person);
  else
    fram_window_say (self, error->message, FALSE);
}

ACTION (on_first_person)
{
  FramWindow *self = data;
  GtkWindow *dialog = fram_create_dialog_new (GTK_WINDOW (self));

  g_signal_connect_object (dialog, "create", G_CALLBACK (on_first_person_cb), self, 0);
  gtk_window_present (dialog);
}

ACTION (on_backup)
{
  fram_window_choose_backup (data);
}

ACTION (on_import)
{
  fram_window_import (data, NULL);
}

ACTION (on_restore)
{
  fram_window_choose_restore (data);
}

ACTION (on_restore_file)
{
  fram_window_restore (data, g_variant_get_string (parameter, NULL));
}

/* On a register that is the system's, since nobody sits there, nobody does. */
static gboolean
administrates (FramWindow *self)
{
  FramDesk *desk = fram_window_get_desk (self);
  g_autoptr (FramViewer) viewer = NULL;

  if (desk == NULL || fram_uuid_is_none (fram_seat_get_person (self->seat)))
    return FALSE;
  viewer = fram_desk_dup_viewer (desk);
  return fram_viewer_has_role (viewer, FRAM_ROLE_ADMINISTRATOR);
}

ACTION (on_preferences)
{
  FramWindow *self = data;
  GSettings *settings = fram_seat_get_settings (self->seat);

  if (settings != NULL)
    gtk_window_present (fram_preferences_new (GTK_WINDOW (self), settings, administrates (self)));
}

ACTION (on_help)
{
  gtk_window_present (fram_help_new (GTK_WINDOW (data)));
}

/* Made when it is asked for: the window's first frame does not wait for it. From then on the action is the window's own. */
ACTION (on_shortcuts)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/se/framsteg/Framsteg/ui/help-overlay.ui");
  GtkShortcutsWindow *overlay = GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  gtk_application_window_set_help_overlay (GTK_APPLICATION_WINDOW (data), overlay);
  gtk_window_present (GTK_WINDOW (overlay));
}

ACTION (on_about)
{
  adw_show_about_window (
      GTK_WINDOW (data), "application-name", "Framsteg", "application-icon", FRAM_APP_ID, "version", FRAM_VERSION,
      "developer-name", _ ("The Framsteg developers"), "license-type", GTK_LICENSE_GPL_3_0, "comments",
      _ ("Work-oriented rehabilitation without gaps: who comes, what each one trains, and what has changed."), NULL);
}

/* What the person may not do is not offered. */
static void
enable_import (FramWindow *self, gboolean working)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "import");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), working && fram_window_may_import (self));
}

static const GActionEntry always[] = {
  { "toast", on_toast, "(sb)" },
  { "sit-down", on_sit_down, "s" },
  { "retry", on_retry },
  { "demonstration", on_demonstration },
  { "create-register", on_create_register },
  { "open-register", on_open_register },
  { "first-person", on_first_person },
  { "stop", on_stop },
  { "restore", on_restore },
  { "restore-file", on_restore_file, "s" },
  { "preferences", on_preferences },
  { "help", on_help },
  { "show-help-overlay", on_shortcuts },
  { "about", on_about },
};

static const GActionEntry at_work[] = {
  { "open", on_open, "s" },
  { "open-roster", on_open_roster, "s" },
  { "open-roster-day", on_open_roster_day, "(ss)" },
  { "open-today", on_open_today },
  { "open-person", on_open_person, "s" },
  { "open-person-at", on_open_person_at, "(ss)" },
  { "open-participants", on_open_participants },
  { "open-staff", on_open_staff },
  { "open-workshops", on_open_workshops },
  { "open-closed-days", on_open_closures },
  { "home", on_home },
  { "undo", on_undo },
  { "redo", on_redo },
  { "undo-key", on_undo_key },
  { "redo-key", on_redo_key },
  { "search", on_search },
  { "toggle-sidebar", on_toggle_sidebar },
  { "tab-next", on_tab_next },
  { "tab-previous", on_tab_previous },
  { "tab-close", on_tab_close },
  { "tab-pin", on_tab_pin },
  { "tab-forward", on_tab_forward },
  { "tab-backward", on_tab_backward },
  { "copy", on_copy },
  { "tab-detach", on_tab_detach },
  { "tab-to-next-window", on_tab_to_next_window },
  { "new-window", on_new_window },
  { "tab-list", on_tab_list },
  { "tab-go", on_tab_go, "i" },
  { "reload", on_reload },
  { "backup", on_backup },
  { "import", on_import },
};

void
fram_window_add_actions (FramWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), always, G_N_ELEMENTS (always), self);
  g_action_map_add_action_entries (G_ACTION_MAP (self), at_work, G_N_ELEMENTS (at_work), self);
  fram_window_add_print_actions (self);
  fram_window_add_lock_actions (self);
  for (int n = 1; n <= 9; n++)
    {
      g_autofree char *name = g_strdup_printf ("tab-%d", n);
      const GActionEntry entry = { name, on_tab_n };

      g_action_map_add_action_entries (G_ACTION_MAP (self), &entry, 1, self);
    }
  fram_window_enable_actions (self, FALSE);
}

/* What needs a register and a person is not offered without. */
void
fram_window_enable_actions (FramWindow *self, gboolean working)
{
  for (guint i = 0; i < G_N_ELEMENTS (at_work); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), at_work[i].name);

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), working);
    }
  fram_window_enable_lock_actions (self, working);
  fram_window_show_undo (self);
  fram_window_enable_print_actions (self, working);
  enable_import (self, working);
}
