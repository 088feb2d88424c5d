#include "fram-window-private.h"

/* Several windows on one register: they share the seat, and with it the desk, the person and what can be undone. */

/**
 * fram_window_describe:
 * @self: a window
 *
 * Returns: (transfer full): what brings the window back; without tabs as long as the person's own are not there
 */
FramSessionWindow *
fram_window_describe (FramWindow *self)
{
  FramSessionWindow *what = fram_session_window_new ();

  gtk_window_get_default_size (GTK_WINDOW (self), &what->width, &what->height);
  what->maximized = gtk_window_is_maximized (GTK_WINDOW (self));
  what->sidebar_hidden = self->sidebar_hidden;
  if (self->restored)
    fram_tabs_keep (self->tabs, what);
  return what;
}

/**
 * fram_window_take_shape:
 * @self: a window
 * @what: how it looked
 *
 * Size and sidebar; what is not known stays.
 */
void
fram_window_take_shape (FramWindow *self, const FramSessionWindow *what)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (what->width > 0 && what->height > 0)
    {
      if (what->width != width || what->height != height)
        gtk_window_set_default_size (GTK_WINDOW (self), what->width, what->height);
      if (!what->maximized)
        fram_window_set_room (self, what->width);
    }
  if (what->maximized)
    gtk_window_maximize (GTK_WINDOW (self));
  else if (gtk_window_is_maximized (GTK_WINDOW (self)))
    gtk_window_unmaximize (GTK_WINDOW (self));
  self->sidebar_hidden = what->sidebar_hidden;
  fram_window_arrange (self);
}

/**
 * fram_window_new_beside:
 * @self: a window at work
 * @what: (nullable): how the new one looks
 *
 * Returns: (transfer none): a window on the same register, not shown yet and without tabs
 */
FramWindow *
fram_window_new_beside (FramWindow *self, const FramSessionWindow *what)
{
  FramWindow *window = fram_window_new (FRAM_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));

  gtk_window_unmaximize (GTK_WINDOW (window));
  if (what != NULL)
    fram_window_take_shape (window, what);
  fram_window_start_work (window);
  return window;
}

/* A tab that is torn off needs no second sidebar. */
static FramWindow *
make_for_tab (FramWindow *self)
{
  g_autoptr (FramSessionWindow) what = fram_session_window_new ();
  FramWindow *window;

  gtk_window_get_default_size (GTK_WINDOW (self), &what->width, &what->height);
  what->sidebar_hidden = TRUE;
  window = fram_window_new_beside (self, what);
  window->restored = TRUE;
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static FramTabs *
on_create_window_cb (FramWindow *self)
{
  return make_for_tab (self)->tabs;
}

/**
 * fram_window_detach_tab:
 * @self: a window
 *
 * Moves the tab in front to a window of its own.
 */
void
fram_window_detach_tab (FramWindow *self)
{
  if (fram_tabs_get_count (self->tabs) > 1)
    fram_tabs_give (self->tabs, make_for_tab (self)->tabs);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  guint one = gtk_application_window_get_id (*(GtkApplicationWindow *const *)a);
  guint other = gtk_application_window_get_id (*(GtkApplicationWindow *const *)b);

  return one < other ? -1 : one > other;
}

/* The windows of the program, not its dialogs, in the order in which they were made. */
static GPtrArray *
list_windows (FramWindow *self)
{
  GtkApplication *app = gtk_window_get_application (GTK_WINDOW (self));
  GPtrArray *windows = g_ptr_array_new ();

  for (GList *l = app != NULL ? gtk_application_get_windows (app) : NULL; l != NULL; l = l->next)
    if (FRAM_IS_WINDOW (l->data))
      g_ptr_array_add (windows, l->data);
  g_ptr_array_sort (windows, compare_ids);
  return windows;
}

/**
 * fram_window_has_others:
 * @self: a window
 *
 * Returns: whether the register is open in another window too
 */
gboolean
fram_window_has_others (FramWindow *self)
{
  g_autoptr (GPtrArray) windows = list_windows (self);

  return windows->len > 1 || (windows->len == 1 && windows->pdata[0] != self);
}

/**
 * fram_window_pass_tab:
 * @self: a window
 *
 * Moves the tab in front to the next window, from the last one to the first: what the mouse does by dragging.
 */
void
fram_window_pass_tab (FramWindow *self)
{
  g_autoptr (GPtrArray) windows = list_windows (self);
  FramWindow *next;
  guint at = 0;

  if (windows->len < 2 || !g_ptr_array_find (windows, self, &at))
    return;
  next = g_ptr_array_index (windows, (at + 1) % windows->len);
  if (fram_tabs_give (self->tabs, next->tabs))
    gtk_window_present (GTK_WINDOW (next));
}

/**
 * fram_window_open_another:
 * @self: a window
 *
 * A new window with the first page of who sits here.
 */
void
fram_window_open_another (FramWindow *self)
{
  g_autoptr (FramSessionWindow) what = fram_window_describe (self);

  what->maximized = FALSE;
  gtk_window_present (GTK_WINDOW (fram_window_new_beside (self, what)));
}

/**
 * fram_window_restore_windows:
 * @self: the window where somebody sits down
 *
 * Everything that this person had open comes back: the first window here, the others beside it.
 */
void
fram_window_restore_windows (FramWindow *self)
{
  g_autoptr (GPtrArray) windows =
      fram_session_get_windows (fram_seat_get_session (self->seat), fram_seat_get_person (self->seat));

  if (windows->len == 0)
    return;
  fram_window_take_shape (self, g_ptr_array_index (windows, 0));
  fram_window_put_tabs (self, g_ptr_array_index (windows, 0));
  for (guint i = 1; i < windows->len; i++)
    {
      FramWindow *window = fram_window_new_beside (self, g_ptr_array_index (windows, i));

      fram_window_put_tabs (window, g_ptr_array_index (windows, i));
      if (window->restored)
        gtk_window_present (GTK_WINDOW (window));
      else
        gtk_window_destroy (GTK_WINDOW (window));
    }
  if (windows->len > 1)
    gtk_window_present (GTK_WINDOW (self));
}

/* What needs another window is offered as long as there is one. */
static void
on_windows_changed_cb (FramWindow *self)
{
  if (self->seat != NULL)
    fram_tabs_set_draggable (self->tabs, fram_window_has_others (self));
}

/* A window whose last tab has gone goes too, as long as there is another one. */
static void
on_emptied_cb (FramWindow *self)
{
  if (self->restored && fram_window_has_others (self))
    gtk_window_close (GTK_WINDOW (self));
}

/* Where the person is; the other windows go when somebody else sits down. */
static void
on_active_cb (FramWindow *self)
{
  if (self->seat != NULL && gtk_window_is_active (GTK_WINDOW (self)))
    fram_seat_set_host (self->seat, self);
}

/**
 * fram_window_join:
 * @self: a new window
 *
 * Makes it one of several.
 */
void
fram_window_join (FramWindow *self)
{
  GtkApplication *app = gtk_window_get_application (GTK_WINDOW (self));

  g_signal_connect_object (self->tabs, "create-window", G_CALLBACK (on_create_window_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tabs, "emptied", G_CALLBACK (on_emptied_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (on_active_cb), NULL);
  g_signal_connect_object (app, "window-added", G_CALLBACK (on_windows_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (app, "window-removed", G_CALLBACK (on_windows_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  on_windows_changed_cb (self);
}

/**
 * fram_window_leave:
 * @self: a window that closes
 *
 * The last one is what opens at the next start; of several, those that stay are.
 */
void
fram_window_leave (FramWindow *self)
{
  if (!fram_window_has_others (self))
    {
      fram_seat_keep_last (self->seat);
      return;
    }
  self->restored = FALSE;
  fram_seat_keep_soon (self->seat);
}
