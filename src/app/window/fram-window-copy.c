#include "fram-window-private.h"

#include "fram-desk-copy.h"
#include "fram-table.h"

#include <glib/gi18n.h>

/* What is selected goes to the clipboard as a table. That data of participants leave the program is in the access log
 * first. */

static void
copy (FramWindow *self, const char *table)
{
  g_autoptr (GdkContentProvider) content = fram_table_to_content (table);
  guint n = fram_table_count_rows (table);
  g_autofree char *text = g_strdup_printf (ngettext ("%u row copied.", "%u rows copied.", n), n);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), content);
  fram_window_say (self, text, FALSE);
}

typedef struct
{
  FramWindow *window;
  char *table;
} Copying;

static void
on_logged_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Copying *copying = data;
  g_autoptr (GError) error = NULL;
  gboolean logged = fram_desk_log_copied_finish (FRAM_DESK (source), result, &error);

  /* whoever sits here now did not ask for it */
  if (copying->window->seat == NULL || fram_window_get_desk (copying->window) != FRAM_DESK (source))
    ;
  else if (logged)
    copy (copying->window, copying->table);
  else
    fram_window_say (copying->window, error->message, FALSE);
  g_object_unref (copying->window);
  g_free (copying->table);
  g_free (copying);
}

static void
copy_people (FramWindow *self, const GArray *people, FramClass klass, const char *table)
{
  Copying *copying = g_new0 (Copying, 1);

  copying->window = g_object_ref (self);
  copying->table = g_strdup (table);
  fram_desk_log_copied_async (fram_window_get_desk (self), klass, (const FramUuid *)people->data, people->len,
                              on_logged_cb, copying);
}

/**
 * fram_window_copy:
 * @self: a window
 *
 * Copies what is selected in the page in front; where a text is being written, what is selected in that.
 */
void
fram_window_copy (FramWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  FramPage *page = fram_tabs_get_page (self->tabs);
  g_autofree char *table = NULL;
  g_autoptr (GArray) people = NULL;
  FramClass klass;

  if (GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus) ||
      (GTK_IS_LABEL (focus) && gtk_label_get_selectable (GTK_LABEL (focus))))
    {
      gtk_widget_activate_action (focus, "clipboard.copy", NULL);
      return;
    }
  table = page != NULL ? fram_page_dup_selection (page) : NULL;
  if (table == NULL)
    {
      fram_window_say (self, _ ("Nothing was copied: select rows first."), FALSE);
      return;
    }
  people = fram_page_dup_selected_people (page, &klass);
  if (people != NULL && people->len > 0)
    copy_people (self, people, klass, table);
  else
    copy (self, table);
}
