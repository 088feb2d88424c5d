#include "fram-window-private.h"

/* Undo and redo are offered when there is something to take back, and no sooner. */

enum
{
  CAN_UNDO = 1,
  CAN_REDO = 2,
};

static gpointer
read_stacks (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER ((fram_desk_can_undo (desk) ? CAN_UNDO : 0) | (fram_desk_can_redo (desk) ? CAN_REDO : 0));
}

static void
enable (FramWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
on_stacks_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FramWindow) self = data;
  int can = GPOINTER_TO_INT (fram_desk_run_finish (FRAM_DESK (source), result, NULL));

  if (self->desk != FRAM_DESK (source))
    return;
  enable (self, "undo", (can & CAN_UNDO) != 0);
  enable (self, "redo", (can & CAN_REDO) != 0);
}

/**
 * fram_window_update_undo:
 * @self: a window
 *
 * Asks the desk, on its own thread, what can be undone.
 */
void
fram_window_update_undo (FramWindow *self)
{
  if (self->desk != NULL)
    fram_desk_run_async (self->desk, read_stacks, NULL, NULL, NULL, NULL, on_stacks_cb, g_object_ref (self));
  else
    {
      enable (self, "undo", FALSE);
      enable (self, "redo", FALSE);
    }
}

static void
on_undone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FramWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *what = fram_desk_undo_finish (FRAM_DESK (source), result, &error);

  if (self->desk != FRAM_DESK (source))
    return;
  fram_window_say (self, what != NULL ? what : error->message, FALSE);
  fram_window_update_undo (self);
}

/**
 * fram_window_undo:
 * @self: a window
 * @redo: redo instead
 */
void
fram_window_undo (FramWindow *self, gboolean redo)
{
  if (self->desk != NULL)
    fram_desk_undo_async (self->desk, redo, on_undone_cb, g_object_ref (self));
}

/**
 * fram_window_undo_by_key:
 * @self: a window
 * @redo: redo instead
 *
 * What the keys do: where a text is being written, its own undo goes first.
 */
void
fram_window_undo_by_key (FramWindow *self, gboolean redo)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean writing = GTK_IS_TEXT (focus) && *gtk_editable_get_text (GTK_EDITABLE (focus)) != '\0';

  if (writing)
    gtk_widget_activate_action (focus, redo ? "text.redo" : "text.undo", NULL);
  else
    g_action_group_activate_action (G_ACTION_GROUP (self), redo ? "redo" : "undo", NULL);
}
