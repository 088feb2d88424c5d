#include "fram-window-private.h"

#include "fram-lock.h"
#include "fram-pin-dialog.h"

#include <glib/gi18n.h>

/* What a window does while the program is locked: its pages are out of sight and out of reach for a screen reader, its title
 * tells nothing, no action of it can be run, and what it has to say waits. */

struct _FramWindowCover
{
  GtkWidget *focus;   /* weak: where the keyboard was */
  GPtrArray *actions; /* names of those that were enabled */
  char *held;         /* a sentence that came under the cover */
  gboolean held_undo;
};

static FramLock *
lock_of (FramWindow *self)
{
  return fram_application_get_lock (FRAM_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
}

gboolean
fram_window_is_covered (FramWindow *self)
{
  return self->cover != NULL;
}

/* A sentence under the cover waits there; those of people who have left are not for the next one. */
static gboolean
stays (const char *name)
{
  return g_str_equal (name, "toast");
}

static void
disable (FramWindow *self, const char *name)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  if (!G_IS_SIMPLE_ACTION (action) || stays (name) || !g_action_get_enabled (action))
    return;
  if (!g_ptr_array_find_with_equal_func (self->cover->actions, name, g_str_equal, NULL))
    g_ptr_array_add (self->cover->actions, g_strdup (name));
  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), FALSE);
}

/* What becomes possible under the cover waits for its end. */
static void
on_enabled_changed_cb (GActionGroup *group, const char *name, gboolean enabled, gpointer data)
{
  FramWindow *self = FRAM_WINDOW (group);

  if (enabled && self->cover != NULL)
    disable (self, name);
}

static void
disable_all (FramWindow *self)
{
  g_auto (GStrv) names = g_action_group_list_actions (G_ACTION_GROUP (self));

  for (guint i = 0; names[i] != NULL; i++)
    disable (self, names[i]);
  g_signal_connect (self, "action-enabled-changed", G_CALLBACK (on_enabled_changed_cb), NULL);
}

static void
enable_again (FramWindow *self, GPtrArray *names)
{
  g_signal_handlers_disconnect_by_func (self, on_enabled_changed_cb, NULL);
  for (guint i = 0; i < names->len; i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), g_ptr_array_index (names, i));

      if (G_IS_SIMPLE_ACTION (action))
        g_simple_action_set_enabled (G_SIMPLE_ACTION (action), TRUE);
    }
}

static void
set_focus_to_come_back (FramWindowCover *cover, GtkWidget *focus)
{
  g_set_weak_pointer (&cover->focus, focus);
}

static void
close_menus (FramWindow *self)
{
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->search_button));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->menu_button));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->person_button));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->tabs_button));
}

/**
 * fram_window_cover:
 * @self: a window
 * @name: who has locked the program
 *
 * Covers the window at once. Its pages stay as they are.
 */
void
fram_window_cover (FramWindow *self, const char *name)
{
  if (self->cover != NULL)
    return;
  self->cover = g_new0 (FramWindowCover, 1);
  self->cover->actions = g_ptr_array_new_with_free_func (g_free);
  set_focus_to_come_back (self->cover, gtk_window_get_focus (GTK_WINDOW (self)));
  close_menus (self);
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  fram_window_show (self, "who");
  gtk_widget_set_visible (GTK_WIDGET (self->flap), FALSE);
  gtk_widget_set_visible (self->menu_button, FALSE);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Framsteg – locked"));
  disable_all (self);
  fram_who_page_cover (self->who, name);
}

static void
cover_free (FramWindowCover *cover)
{
  g_clear_weak_pointer (&cover->focus);
  g_ptr_array_unref (cover->actions);
  g_free (cover->held);
  g_free (cover);
}

static void
say_held (FramWindow *self, const FramWindowCover *cover)
{
  if (cover->held != NULL)
    fram_window_say (self, cover->held, cover->held_undo);
}

/**
 * fram_window_uncover:
 * @self: a window
 *
 * The pages are seen again, the keyboard is where it was, and what came to be said meanwhile is said.
 */
void
fram_window_uncover (FramWindow *self)
{
  FramWindowCover *cover = g_steal_pointer (&self->cover);

  if (cover == NULL)
    return;
  enable_again (self, cover->actions);
  gtk_widget_set_visible (self->menu_button, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->flap), TRUE);
  fram_window_show (self, "work");
  fram_window_update_title (self);
  fram_who_page_forget (self->who);
  if (cover->focus != NULL && gtk_widget_get_root (cover->focus) == GTK_ROOT (self))
    gtk_widget_grab_focus (cover->focus);
  say_held (self, cover);
  cover_free (cover);
}

/* A sentence for a person who is not here waits; only the last one does. Answers whether it does. */
gboolean
fram_window_hold (FramWindow *self, const char *text, gboolean with_undo)
{
  if (self->cover == NULL)
    return FALSE;
  g_free (self->cover->held);
  self->cover->held = g_strdup (text);
  self->cover->held_undo = with_undo;
  return TRUE;
}

void
fram_window_forget_held (FramWindow *self)
{
  if (self->cover != NULL)
    g_clear_pointer (&self->cover->held, g_free);
}

/* The window goes, covered or not. */
void
fram_window_forget_cover (FramWindow *self)
{
  g_signal_handlers_disconnect_by_func (self, on_enabled_changed_cb, NULL);
  g_clear_pointer (&self->cover, cover_free);
}

/**
 * fram_window_fill_who:
 * @self: a window
 * @staff: (element-type FramStaff): everybody who works here
 * @with_pin: (element-type FramUuid): who has a PIN
 *
 * Fills the page that asks who sits down.
 */
void
fram_window_fill_who (FramWindow *self, GPtrArray *staff, GArray *with_pin)
{
  GSettings *settings = fram_seat_get_settings (self->seat);
  g_auto (GStrv) recent = fram_session_get_recent (fram_seat_get_session (self->seat), fram_seat_get_path (self->seat));
  gboolean required = settings != NULL && g_settings_get_boolean (settings, "require-pin");

  fram_who_page_fill (self->who, fram_window_get_desk (self), staff, with_pin, (const char *const *)recent, required);
}

/* Another register, or none: nothing is locked any more. */
void
fram_window_forget_lock (FramWindow *self)
{
  /* a window that goes has no application any more */
  if (self->cover != NULL && gtk_window_get_application (GTK_WINDOW (self)) != NULL)
    fram_lock_forget (lock_of (self));
}

static void
on_accepted_cb (FramWindow *self, const FramUuid *person)
{
  if (self->cover != NULL)
    fram_lock_accept (lock_of (self), self, person);
  else
    fram_window_sit_down (self, person);
}

static void
on_lock (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  fram_lock_lock (lock_of (data));
}

static void
on_change_person (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  fram_lock_ask_other (lock_of (data));
}

static void
on_change_pin (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  FramWindow *self = data;

  gtk_window_present (fram_pin_dialog_new (GTK_WINDOW (self), self->seat));
}

static const GActionEntry entries[] = {
  { "lock", on_lock },
  { "change-person", on_change_person },
  { "change-pin", on_change_pin },
};

/**
 * fram_window_add_lock_actions:
 * @self: a window
 *
 * Adds `win.lock`, `win.change-person` and `win.change-pin`, for a window at work.
 */
void
fram_window_add_lock_actions (FramWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

void
fram_window_enable_lock_actions (FramWindow *self, gboolean working)
{
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), entries[i].name)),
                                 working);
}

/**
 * fram_window_follow_lock:
 * @self: a window of an application
 */
void
fram_window_follow_lock (FramWindow *self)
{
  g_signal_connect_object (self->who, "accepted", G_CALLBACK (on_accepted_cb), self, G_CONNECT_SWAPPED);
  fram_lock_add_window (lock_of (self), self);
}
