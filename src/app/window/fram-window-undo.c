#include "fram-window-private.h"

#include "fram-work.h"

#include <glib/gi18n.h>

/* What can be undone is the seat's to know; a window offers it, and says what was undone where the person is. */

static void
enable (FramWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/**
 * fram_window_show_undo:
 * @self: a window
 *
 * Offers what can be undone, in a window at work.
 */
void
fram_window_show_undo (FramWindow *self)
{
  gboolean working = g_strcmp0 (fram_window_get_state (self), "work") == 0;

  enable (self, "undo", working && fram_seat_can_undo (self->seat));
  enable (self, "redo", working && fram_seat_can_redo (self->seat));
}

/* An import takes longer to undo than a mark: after a moment a dialog says how far it is, and can stop it. */
#define PATIENCE_MS 400

typedef struct
{
  FramWindow *window;
  FramWork *work;
  GtkWindow *dialog;
  guint waiting;
  gboolean redo;
} Undoing;

static gboolean
on_waited (gpointer data)
{
  Undoing *undoing = data;
  GtkWindow *dialog;

  undoing->waiting = 0;
  dialog = fram_work_dialog_new (GTK_WINDOW (undoing->window), undoing->redo ? _ ("Doing It Again") : _ ("Undoing"),
                                 undoing->work);
  g_set_weak_pointer (&undoing->dialog, dialog);
  gtk_window_present (dialog);
  return G_SOURCE_REMOVE;
}

static void
undoing_free (Undoing *undoing)
{
  GtkWindow *dialog = undoing->dialog;

  g_clear_handle_id (&undoing->waiting, g_source_remove);
  g_clear_weak_pointer (&undoing->dialog);
  if (dialog != NULL)
    gtk_window_destroy (dialog);
  fram_work_unref (undoing->work);
  g_free (undoing);
}

static void
on_undone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Undoing *undoing = data;
  g_autoptr (FramWindow) self = undoing->window;
  g_autoptr (GError) error = NULL;
  g_autofree char *what = fram_desk_undo_finish (FRAM_DESK (source), result, &error);

  undoing_free (undoing);
  if (fram_window_get_desk (self) != FRAM_DESK (source))
    return;
  fram_window_say (self, what != NULL ? what : error->message, FALSE);
  fram_seat_update_undo (self->seat);
}

/**
 * fram_window_undo:
 * @self: a window
 * @redo: redo instead
 */
void
fram_window_undo (FramWindow *self, gboolean redo)
{
  FramDesk *desk = fram_window_get_desk (self);
  Undoing *undoing;

  if (desk == NULL)
    return;
  undoing = g_new0 (Undoing, 1);
  undoing->window = g_object_ref (self);
  undoing->work = fram_work_new ();
  undoing->redo = redo;
  undoing->waiting = g_timeout_add (PATIENCE_MS, on_waited, undoing);
  fram_desk_undo_watched_async (desk, redo, fram_work_tell, undoing->work, on_undone_cb, undoing);
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
