#include "fram-page.h"

G_DEFINE_INTERFACE (FramPage, fram_page, GTK_TYPE_WIDGET)

static guint changed_signal;

static void
fram_page_default_init (FramPageInterface *iface)
{
  /**
   * FramPage::page-changed:
   * @self: a page
   *
   * Title, icon or address are others now.
   */
  changed_signal =
      g_signal_new ("page-changed", FRAM_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

FramDesk *
fram_page_get_desk (FramPage *self)
{
  FramPageInterface *iface = FRAM_PAGE_GET_IFACE (self);

  return iface->get_desk != NULL ? iface->get_desk (self) : NULL;
}

/**
 * fram_page_dup_uri:
 * @self: a page
 *
 * Returns: (transfer full) (nullable): what opens the page again; %NULL for a page that is not worth it
 */
char *
fram_page_dup_uri (FramPage *self)
{
  FramPageInterface *iface = FRAM_PAGE_GET_IFACE (self);

  return iface->dup_uri != NULL ? iface->dup_uri (self) : NULL;
}

char *
fram_page_dup_title (FramPage *self)
{
  FramPageInterface *iface = FRAM_PAGE_GET_IFACE (self);

  return iface->dup_title != NULL ? iface->dup_title (self) : g_strdup ("");
}

const char *
fram_page_get_icon_name (FramPage *self)
{
  FramPageInterface *iface = FRAM_PAGE_GET_IFACE (self);

  return iface->get_icon_name != NULL ? iface->get_icon_name (self) : NULL;
}

void
fram_page_reload (FramPage *self)
{
  FramPageInterface *iface = FRAM_PAGE_GET_IFACE (self);

  if (iface->reload != NULL)
    iface->reload (self);
}

void
fram_page_focus (FramPage *self)
{
  FramPageInterface *iface = FRAM_PAGE_GET_IFACE (self);

  if (iface->focus != NULL)
    iface->focus (self);
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/**
 * fram_page_show:
 * @self: a page
 * @uri: an address of this page
 *
 * A page that has several views shows the one that the address names.
 */
void
fram_page_show (FramPage *self, const char *uri)
{
  FramPageInterface *iface = FRAM_PAGE_GET_IFACE (self);

  if (iface->show != NULL)
    iface->show (self, uri);
}

/**
 * fram_page_go_to_day:
 * @self: a page
 * @day: a day
 *
 * Shows that day, on a page that is of one day, week or month; another page stays as it is.
 */
void
fram_page_go_to_day (FramPage *self, FramDate day)
{
  FramPageInterface *iface = FRAM_PAGE_GET_IFACE (self);

  if (iface->go_to_day != NULL)
    iface->go_to_day (self, day);
}

gboolean
fram_page_can_print (FramPage *self)
{
  FramPageInterface *iface = FRAM_PAGE_GET_IFACE (self);

  return iface->print != NULL && (iface->can_print == NULL || iface->can_print (self));
}

/**
 * fram_page_print:
 * @self: a page
 *
 * Asks how the page is to be printed, and prints it. A page that cannot be printed does nothing.
 */
void
fram_page_print (FramPage *self)
{
  if (fram_page_can_print (self))
    FRAM_PAGE_GET_IFACE (self)->print (self);
}

/**
 * fram_page_dup_selection:
 * @self: a page
 *
 * Returns: (transfer full) (nullable): what is selected as a table for the clipboard; %NULL where nothing is
 */
char *
fram_page_dup_selection (FramPage *self)
{
  FramPageInterface *iface = FRAM_PAGE_GET_IFACE (self);

  return iface->dup_selection != NULL ? iface->dup_selection (self) : NULL;
}

/**
 * fram_page_dup_selected_people:
 * @self: a page
 * @klass: (out): what is told of them
 *
 * Returns: (transfer full) (nullable) (element-type FramUuid): the participants whose data fram_page_dup_selection() tells;
 *   %NULL where it tells of nobody
 */
GArray *
fram_page_dup_selected_people (FramPage *self, FramClass *klass)
{
  FramPageInterface *iface = FRAM_PAGE_GET_IFACE (self);

  *klass = FRAM_CLASS_BASIC;
  return iface->dup_selected_people != NULL ? iface->dup_selected_people (self, klass) : NULL;
}

/**
 * fram_page_changed:
 * @self: a page
 *
 * Tells the window that title, icon or address are others now.
 */
void
fram_page_changed (FramPage *self)
{
  g_signal_emit (self, changed_signal, 0);
}

/**
 * fram_page_toast:
 * @self: a page
 * @text: a sentence
 * @with_undo: whether what it tells of can be undone from the toast
 *
 * Says something in the window that the page is in, without taking the keyboard away.
 */
void
fram_page_toast (FramPage *self, const char *text, gboolean with_undo)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "(sb)", text, with_undo);
}
