#include "fram-window-private.h"

#include "fram-desk-import.h"
#include "fram-import-assistant.h"
#include "fram-rights.h"

#include <glib/gi18n.h>

/* Importing: from the menu, or by dropping files on the window. Who may not is told so. */

/**
 * fram_window_may_import:
 * @self: a window
 *
 * Returns: whether the person at the keyboard may import
 */
gboolean
fram_window_may_import (FramWindow *self)
{
  FramDesk *desk = fram_window_get_desk (self);
  g_autoptr (FramViewer) viewer = desk != NULL ? fram_desk_dup_viewer (desk) : NULL;

  return viewer != NULL && fram_rights_may_write (viewer, FRAM_CLASS_RIGHTS) &&
         fram_desk_get_read_only_reason (desk) == NULL;
}

/**
 * fram_window_import:
 * @self: a window at work
 * @paths: (nullable) (array zero-terminated=1): files and directories to begin with
 *
 * Opens the assistant.
 */
void
fram_window_import (FramWindow *self, const char *const *paths)
{
  FramImportAssistant *assistant = fram_import_assistant_new (fram_window_get_desk (self), GTK_WINDOW (self));

  gtk_window_present (GTK_WINDOW (assistant));
  if (paths != NULL)
    fram_import_assistant_take (assistant, paths);
}

static gboolean
on_drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer data)
{
  FramWindow *self = data;
  g_auto (GStrv) paths = fram_import_paths_of_drop (value);

  if (paths[0] == NULL || g_strcmp0 (fram_window_get_state (self), "work") != 0)
    return FALSE;
  if (fram_window_may_import (self))
    fram_window_import (self, (const char *const *)paths);
  else
    fram_window_say (self, _ ("Your roles do not let you import. Ask an administrator."), FALSE);
  return TRUE;
}

void
fram_window_accept_drops (FramWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (target, "drop", G_CALLBACK (on_drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
