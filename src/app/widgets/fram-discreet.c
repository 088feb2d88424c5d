#include "fram-discreet.h"

#include "fram-text.h"

#include <string.h>

/* The mode is a style class of the window, so that there is nothing to hand around: a widget knows its window. */

typedef struct
{
  GtkWidget *widget; /* borrowed */
  FramDiscreetFunc func;
  GtkWindow *window; /* weak */
  gulong handler;
  int last; /* -1: not told yet */
} Follower;

static GtkWindow *
window_of (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/**
 * fram_discreet_is_on:
 * @widget: a widget
 *
 * A dialog is as discreet as the window it belongs to. A widget that is in no window is not discreet yet.
 *
 * Returns: whether the discreet mode is on
 */
gboolean
fram_discreet_is_on (GtkWidget *widget)
{
  for (GtkWindow *window = window_of (widget); window != NULL; window = gtk_window_get_transient_for (window))
    if (gtk_widget_has_css_class (GTK_WIDGET (window), FRAM_DISCREET_CLASS))
      return TRUE;
  return FALSE;
}

static void
tell (Follower *self)
{
  gboolean on = fram_discreet_is_on (self->widget);

  if (self->last == on || gtk_widget_get_root (self->widget) == NULL)
    return;
  self->last = on;
  self->func (self->widget, on);
}

static void
set_window (Follower *self, GtkWindow *window)
{
  if (self->window == window)
    return;
  if (self->window != NULL)
    g_clear_signal_handler (&self->handler, self->window);
  g_set_weak_pointer (&self->window, window);
  self->handler = 0;
  if (window != NULL)
    self->handler = g_signal_connect_swapped (window, "notify::css-classes", G_CALLBACK (tell), self);
}

static void
on_root_cb (Follower *self)
{
  set_window (self, window_of (self->widget));
  tell (self);
}

static void
follower_free (gpointer data)
{
  Follower *self = data;

  set_window (self, NULL);
  g_free (self);
}

/**
 * fram_discreet_follow:
 * @widget: a widget
 * @func: told when the mode of its window changes, and once when @widget comes into a window
 *
 * Lets a widget follow the discreet mode of whichever window it is in, as long as it lives. Once per widget.
 */
void
fram_discreet_follow (GtkWidget *widget, FramDiscreetFunc func)
{
  Follower *self = g_new0 (Follower, 1);

  self->widget = widget;
  self->func = func;
  self->last = -1;
  g_object_set_data_full (G_OBJECT (widget), "fram-discreet", self, follower_free);
  g_signal_connect_swapped (widget, "notify::root", G_CALLBACK (on_root_cb), self);
  on_root_cb (self);
}

/**
 * fram_discreet_name:
 * @name: a name as it is shown: "Amina Haddad", an alias, or the initials of a protected person
 *
 * Returns: (transfer full): "Amina H."; one word and initials stay as they are
 */
char *
fram_discreet_name (const char *name)
{
  const char *first_end = strchr (name, ' ');
  const char *last = strrchr (name, ' ');
  g_autofree char *first = NULL;

  if (last == NULL || last[1] == '\0' || g_str_has_suffix (name, "."))
    return g_strdup (name);
  first = g_strndup (name, first_end - name);
  return fram_text_short_name (first, last + 1);
}

/**
 * fram_discreet_shown_name:
 * @widget: the widget that shows it
 * @name: a name
 *
 * Returns: (transfer full): the name, short where the discreet mode is on
 */
char *
fram_discreet_shown_name (GtkWidget *widget, const char *name)
{
  return fram_discreet_is_on (widget) ? fram_discreet_name (name) : g_strdup (name);
}
