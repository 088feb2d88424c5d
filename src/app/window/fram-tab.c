#include "fram-tab.h"

#include "fram-kinds.h"

struct _FramTab
{
  AdwBin parent_instance;

  /* borrowed */
  FramPage *page;

  /* owned */
  FramDesk *desk;
  char *uri;
  char *title; /* until the page is there */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FramTab, fram_tab, ADW_TYPE_BIN)

static void
emit_changed (FramTab *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
fram_tab_dispose (GObject *object)
{
  FramTab *self = FRAM_TAB (object);

  self->page = NULL;
  g_clear_object (&self->desk);
  g_clear_pointer (&self->uri, g_free);
  g_clear_pointer (&self->title, g_free);
  G_OBJECT_CLASS (fram_tab_parent_class)->dispose (object);
}

static void
fram_tab_class_init (FramTabClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fram_tab_dispose;
  signals[CHANGED] =
      g_signal_new ("tab-changed", FRAM_TYPE_TAB, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fram_tab_init (FramTab *self)
{
}

/**
 * fram_tab_new:
 * @desk: the desk
 * @uri: what it will show
 *
 * Returns: a tab whose page is not made yet
 */
GtkWidget *
fram_tab_new (FramDesk *desk, const char *uri)
{
  FramTab *self = g_object_new (FRAM_TYPE_TAB, NULL);

  self->desk = g_object_ref (desk);
  self->uri = g_strdup (uri);
  self->title = g_strdup (fram_kinds_get_title (uri));
  return GTK_WIDGET (self);
}

FramDesk *
fram_tab_get_desk (FramTab *self)
{
  return self->desk;
}

/**
 * fram_tab_load:
 * @self: a tab
 *
 * Makes the page, unless it is there already.
 *
 * Returns: whether there is a page
 */
gboolean
fram_tab_load (FramTab *self)
{
  GtkWidget *page;

  if (self->page != NULL || self->desk == NULL)
    return self->page != NULL;
  page = fram_kinds_make (self->desk, self->uri);
  if (page == NULL)
    return FALSE;
  self->page = FRAM_PAGE (page);
  adw_bin_set_child (ADW_BIN (self), page);
  g_signal_connect_object (page, "page-changed", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
  emit_changed (self);
  return TRUE;
}

/* Asks anew whether an action is there and enabled. */
static void
renew_action (GtkWidget *widget)
{
  g_autofree char *action = g_strdup (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)));

  if (action == NULL)
    return;
  gtk_actionable_set_action_name (GTK_ACTIONABLE (widget), NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (widget), action);
}

static void
renew_menu (GtkPopoverMenu *menu)
{
  g_autoptr (GMenuModel) model = gtk_popover_menu_get_menu_model (menu);

  if (model == NULL)
    return;
  g_object_ref (model);
  gtk_popover_menu_set_menu_model (menu, NULL);
  gtk_popover_menu_set_menu_model (menu, model);
}

static void
renew_actions (GtkWidget *widget)
{
  if (GTK_IS_POPOVER_MENU (widget))
    {
      renew_menu (GTK_POPOVER_MENU (widget));
      return;
    }
  if (GTK_IS_ACTIONABLE (widget))
    renew_action (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    renew_actions (child);
}

/**
 * fram_tab_move_in:
 * @self: a tab that has come to a window
 *
 * A widget that goes from one parent to another is told that its own actions are gone, and in GTK 4.8 never that they are
 * there still: without this its buttons would be dead in the new window.
 */
void
fram_tab_move_in (FramTab *self)
{
  if (self->page != NULL)
    renew_actions (GTK_WIDGET (self->page));
}

/**
 * fram_tab_get_page:
 * @self: a tab
 *
 * Returns: (transfer none) (nullable): its page; %NULL where it was not shown yet
 */
FramPage *
fram_tab_get_page (FramTab *self)
{
  return self->page;
}

char *
fram_tab_dup_uri (FramTab *self)
{
  return self->page != NULL ? fram_page_dup_uri (self->page) : g_strdup (self->uri);
}

/**
 * fram_tab_dup_title:
 * @self: a tab
 *
 * Returns: (transfer full): what stands on it; "…" where nobody knows yet
 */
char *
fram_tab_dup_title (FramTab *self)
{
  if (self->page != NULL)
    return fram_page_dup_title (self->page);
  return g_strdup (self->title != NULL ? self->title : "…");
}

const char *
fram_tab_get_icon_name (FramTab *self)
{
  return self->page != NULL ? fram_page_get_icon_name (self->page) : fram_kinds_get_icon_name (self->uri);
}

/**
 * fram_tab_set_title:
 * @self: a tab
 * @title: what is known of its title before its page is there
 */
void
fram_tab_set_title (FramTab *self, const char *title)
{
  if (self->page != NULL || g_strcmp0 (self->title, title) == 0)
    return;
  g_free (self->title);
  self->title = g_strdup (title);
  emit_changed (self);
}
