#include "fram-lock.h"

/* While the program is locked, toplevels that are no windows with tabs are taken off the screen whole: nothing of them is
 * seen, named or read aloud, and what was typed in them stays there. */

#define MARK "fram-lock"

struct _FramLockDialogs
{
  GListModel *toplevels;
  GPtrArray *hidden; /* GtkWindow, in the order in which they are shown again */
  gboolean hiding;
};

static void
hide (FramLockDialogs *self, GtkWindow *dialog)
{
  if (!g_ptr_array_find (self->hidden, dialog, NULL))
    g_ptr_array_add (self->hidden, g_object_ref (dialog));
  gtk_widget_set_visible (GTK_WIDGET (dialog), FALSE);
}

typedef struct
{
  FramLockDialogs *self;
  GtkWindow *dialog;
} Late;

static gboolean
hide_late (gpointer data)
{
  Late *late = data;

  if (late->self->hiding && gtk_widget_get_visible (GTK_WIDGET (late->dialog)))
    hide (late->self, late->dialog);
  gtk_widget_set_opacity (GTK_WIDGET (late->dialog), 1);
  g_object_unref (late->dialog);
  g_free (late);
  return G_SOURCE_REMOVE;
}

/* A dialog that opens under the lock, say at the end of an import, waits with the others. It cannot go while it is being
 * shown; it goes before its first frame. */
static void
on_map_cb (GtkWidget *window, gpointer data)
{
  FramLockDialogs *self = data;
  Late *late;

  if (!self->hiding || FRAM_IS_WINDOW (window))
    return;
  late = g_new0 (Late, 1);
  late->self = self;
  late->dialog = g_object_ref (GTK_WINDOW (window));
  gtk_widget_set_opacity (window, 0);
  g_idle_add_full (G_PRIORITY_HIGH, hide_late, late, NULL);
}

static void
watch (FramLockDialogs *self, GtkWindow *window)
{
  if (g_object_get_data (G_OBJECT (window), MARK) != NULL)
    return;
  g_object_set_data (G_OBJECT (window), MARK, self);
  g_signal_connect (window, "map", G_CALLBACK (on_map_cb), self);
}

static void
unwatch (FramLockDialogs *self, GtkWindow *window)
{
  g_object_set_data (G_OBJECT (window), MARK, NULL);
  g_signal_handlers_disconnect_by_data (window, self);
}

static void
for_each (FramLockDialogs *self, void (*func) (FramLockDialogs *, GtkWindow *))
{
  for (guint i = 0; i < g_list_model_get_n_items (self->toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (self->toplevels, i);

      func (self, window);
    }
}

static void
on_toplevels_changed_cb (GListModel *toplevels, guint position, guint removed, guint added, gpointer data)
{
  FramLockDialogs *self = data;

  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      watch (self, window);
    }
}

/**
 * fram_lock_dialogs_new:
 *
 * Returns: (transfer full): knows all toplevels, those to come too
 */
FramLockDialogs *
fram_lock_dialogs_new (void)
{
  FramLockDialogs *self = g_new0 (FramLockDialogs, 1);

  self->toplevels = gtk_window_get_toplevels ();
  self->hidden = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect (self->toplevels, "items-changed", G_CALLBACK (on_toplevels_changed_cb), self);
  for_each (self, watch);
  return self;
}

void
fram_lock_dialogs_free (FramLockDialogs *self)
{
  g_signal_handlers_disconnect_by_data (self->toplevels, self);
  for_each (self, unwatch);
  g_ptr_array_unref (self->hidden);
  g_free (self);
}

static void
hide_if_dialog (FramLockDialogs *self, GtkWindow *window)
{
  if (!FRAM_IS_WINDOW (window) && gtk_widget_get_visible (GTK_WIDGET (window)))
    hide (self, window);
}

/* Takes the dialogs off the screen; those to come do not get there. */
void
fram_lock_dialogs_hide (FramLockDialogs *self)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);

  self->hiding = TRUE;
  for (guint i = 0; i < g_list_model_get_n_items (self->toplevels); i++)
    g_ptr_array_add (all, g_list_model_get_item (self->toplevels, i));
  for (guint i = 0; i < all->len; i++)
    hide_if_dialog (self, g_ptr_array_index (all, i));
}

static gboolean
is_alive (FramLockDialogs *self, GtkWindow *window)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->toplevels); i++)
    {
      g_autoptr (GtkWindow) one = g_list_model_get_item (self->toplevels, i);

      if (one == window)
        return TRUE;
    }
  return FALSE;
}

/* They are back, as they were. */
void
fram_lock_dialogs_show (FramLockDialogs *self)
{
  g_autoptr (GPtrArray) hidden = g_steal_pointer (&self->hidden);

  self->hidden = g_ptr_array_new_with_free_func (g_object_unref);
  self->hiding = FALSE;
  for (guint i = 0; i < hidden->len; i++)
    if (is_alive (self, g_ptr_array_index (hidden, i)))
      gtk_widget_set_visible (g_ptr_array_index (hidden, i), TRUE);
}

/* Whoever asked in a dialog of GTK's own kind is answered that it was given up. */
static void
close_dialog (GtkWindow *dialog)
{
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  if (GTK_IS_DIALOG (dialog))
    gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_DELETE_EVENT);
  else
    {
      /* the window it belongs to may go at the same time */
      gtk_window_set_transient_for (dialog, NULL);
      gtk_window_destroy (dialog);
    }
  G_GNUC_END_IGNORE_DEPRECATIONS
}

/* They are gone with what was typed in them: they belong to somebody who is not here. */
void
fram_lock_dialogs_close (FramLockDialogs *self)
{
  g_autoptr (GPtrArray) hidden = g_steal_pointer (&self->hidden);

  self->hidden = g_ptr_array_new_with_free_func (g_object_unref);
  self->hiding = FALSE;
  for (guint i = hidden->len; i > 0; i--)
    if (is_alive (self, g_ptr_array_index (hidden, i - 1)))
      close_dialog (g_ptr_array_index (hidden, i - 1));
}

guint
fram_lock_dialogs_count (FramLockDialogs *self)
{
  return self->hidden->len;
}
