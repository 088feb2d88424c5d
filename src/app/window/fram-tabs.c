#include "fram-tabs.h"

#include "fram-kinds.h"

#include <glib/gi18n.h>

struct _FramTabs
{
  AdwBin parent_instance;

  /* borrowed */
  AdwTabView *view;
  AdwTabBar *bar;

  /* owned */
  FramDesk *desk;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FramTabs, fram_tabs, ADW_TYPE_BIN)

static void
update_tab (FramTabs *self, AdwTabPage *tab)
{
  FramPage *page = FRAM_PAGE (adw_tab_page_get_child (tab));
  g_autofree char *title = fram_page_dup_title (page);
  const char *icon_name = fram_page_get_icon_name (page);
  g_autoptr (GIcon) icon = icon_name != NULL ? g_themed_icon_new (icon_name) : NULL;

  adw_tab_page_set_title (tab, title);
  adw_tab_page_set_tooltip (tab, title);
  adw_tab_page_set_icon (tab, icon);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_page_changed_cb (FramPage *page, gpointer data)
{
  FramTabs *self = data;
  AdwTabPage *tab = adw_tab_view_get_page (self->view, GTK_WIDGET (page));

  if (tab != NULL)
    update_tab (self, tab);
}

static void
on_selected_cb (FramTabs *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
fram_tabs_dispose (GObject *object)
{
  FramTabs *self = FRAM_TABS (object);

  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (self->view, self);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (fram_tabs_parent_class)->dispose (object);
}

static void
fram_tabs_class_init (FramTabsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fram_tabs_dispose;
  /**
   * FramTabs::changed:
   * @self: the tabs
   *
   * Another page is in front, or one has another title.
   */
  signals[CHANGED] = g_signal_new ("changed", FRAM_TYPE_TABS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fram_tabs_init (FramTabs *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->view = ADW_TAB_VIEW (adw_tab_view_new ());
  self->bar = ADW_TAB_BAR (adw_tab_bar_new ());
  /* the window has shortcuts of its own; those of the view would take Home and End from the pages */
  adw_tab_view_set_shortcuts (self->view, ADW_TAB_VIEW_SHORTCUT_NONE);
  adw_tab_bar_set_view (self->bar, self->view);
  adw_tab_bar_set_expand_tabs (self->bar, FALSE);
  adw_tab_bar_set_autohide (self->bar, TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->view), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->bar));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->view));
  g_signal_connect_object (self->view, "notify::selected-page", G_CALLBACK (on_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "notify::n-pages", G_CALLBACK (on_selected_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), box);
}

FramTabs *
fram_tabs_new (void)
{
  return g_object_new (FRAM_TYPE_TABS, NULL);
}

void
fram_tabs_set_desk (FramTabs *self, FramDesk *desk)
{
  g_set_object (&self->desk, desk);
}

static AdwTabPage *
find_tab (FramTabs *self, const char *uri)
{
  for (int i = 0; i < adw_tab_view_get_n_pages (self->view); i++)
    {
      AdwTabPage *tab = adw_tab_view_get_nth_page (self->view, i);
      g_autofree char *its = fram_page_dup_uri (FRAM_PAGE (adw_tab_page_get_child (tab)));

      if (g_strcmp0 (its, uri) == 0)
        return tab;
    }
  return NULL;
}

static AdwTabPage *
add_tab (FramTabs *self, const char *uri, gboolean pinned)
{
  GtkWidget *page = fram_kinds_make (self->desk, uri);
  AdwTabPage *tab;

  if (page == NULL)
    return NULL;
  tab = pinned ? adw_tab_view_append_pinned (self->view, page) : adw_tab_view_append (self->view, page);
  g_signal_connect_object (page, "page-changed", G_CALLBACK (on_page_changed_cb), self, 0);
  update_tab (self, tab);
  return tab;
}

/**
 * fram_tabs_open:
 * @self: the tabs
 * @uri: what to open
 *
 * Brings the page to the front, in a tab of its own where it is not open yet.
 *
 * Returns: whether there is such a page
 */
gboolean
fram_tabs_open (FramTabs *self, const char *uri)
{
  AdwTabPage *tab = find_tab (self, uri);

  if (tab == NULL)
    tab = add_tab (self, uri, FALSE);
  if (tab == NULL)
    return FALSE;
  adw_tab_view_set_selected_page (self->view, tab);
  fram_page_focus (FRAM_PAGE (adw_tab_page_get_child (tab)));
  return TRUE;
}

void
fram_tabs_close_all (FramTabs *self)
{
  while (adw_tab_view_get_n_pages (self->view) > 0)
    {
      AdwTabPage *tab = adw_tab_view_get_nth_page (self->view, 0);

      adw_tab_view_set_page_pinned (self->view, tab, FALSE);
      adw_tab_view_close_page (self->view, tab);
    }
}

/**
 * fram_tabs_restore:
 * @self: the tabs
 * @session: what was open
 * @person: whose tabs
 * @home: (nullable): what to open where nothing was
 */
void
fram_tabs_restore (FramTabs *self, FramSession *session, const FramUuid *person, const char *home)
{
  guint n_pinned = 0;
  int selected = 0;
  g_auto (GStrv) uris = fram_session_get_tabs (session, person, &n_pinned, &selected);

  for (guint i = 0; uris != NULL && uris[i] != NULL; i++)
    if (find_tab (self, uris[i]) == NULL)
      add_tab (self, uris[i], i < n_pinned);
  if (adw_tab_view_get_n_pages (self->view) == 0)
    {
      if (home != NULL)
        fram_tabs_open (self, home);
      return;
    }
  fram_tabs_go_to (self, CLAMP (selected, 0, adw_tab_view_get_n_pages (self->view) - 1));
}

void
fram_tabs_keep (FramTabs *self, FramSession *session, const FramUuid *person)
{
  g_autoptr (GPtrArray) uris = g_ptr_array_new_with_free_func (g_free);
  AdwTabPage *front = adw_tab_view_get_selected_page (self->view);
  int selected = 0;

  for (int i = 0; i < adw_tab_view_get_n_pages (self->view); i++)
    {
      AdwTabPage *tab = adw_tab_view_get_nth_page (self->view, i);
      char *uri = fram_page_dup_uri (FRAM_PAGE (adw_tab_page_get_child (tab)));

      if (uri == NULL)
        continue;
      if (tab == front)
        selected = (int)uris->len;
      g_ptr_array_add (uris, uri);
    }
  g_ptr_array_add (uris, NULL);
  fram_session_set_tabs (session, person, (const char *const *)uris->pdata,
                         (guint)adw_tab_view_get_n_pinned_pages (self->view), selected);
}

void
fram_tabs_close (FramTabs *self)
{
  AdwTabPage *tab = adw_tab_view_get_selected_page (self->view);

  if (tab != NULL && !adw_tab_page_get_pinned (tab))
    adw_tab_view_close_page (self->view, tab);
}

/**
 * fram_tabs_step:
 * @self: the tabs
 * @direction: 1 or -1
 *
 * Goes to the next or previous tab, from the last to the first.
 */
void
fram_tabs_step (FramTabs *self, int direction)
{
  AdwTabPage *tab = adw_tab_view_get_selected_page (self->view);
  int n = adw_tab_view_get_n_pages (self->view);

  if (tab != NULL)
    fram_tabs_go_to (self, (adw_tab_view_get_page_position (self->view, tab) + direction + n) % n);
}

void
fram_tabs_go_to (FramTabs *self, int n)
{
  AdwTabPage *tab;

  if (n < 0 || n >= adw_tab_view_get_n_pages (self->view))
    return;
  tab = adw_tab_view_get_nth_page (self->view, n);
  adw_tab_view_set_selected_page (self->view, tab);
  fram_page_focus (FRAM_PAGE (adw_tab_page_get_child (tab)));
}

void
fram_tabs_toggle_pin (FramTabs *self)
{
  AdwTabPage *tab = adw_tab_view_get_selected_page (self->view);

  if (tab != NULL)
    adw_tab_view_set_page_pinned (self->view, tab, !adw_tab_page_get_pinned (tab));
}

void
fram_tabs_move (FramTabs *self, int direction)
{
  AdwTabPage *tab = adw_tab_view_get_selected_page (self->view);

  if (tab == NULL)
    return;
  if (direction > 0)
    adw_tab_view_reorder_forward (self->view, tab);
  else
    adw_tab_view_reorder_backward (self->view, tab);
}

void
fram_tabs_reload (FramTabs *self, gboolean all)
{
  for (int i = 0; i < adw_tab_view_get_n_pages (self->view); i++)
    {
      AdwTabPage *tab = adw_tab_view_get_nth_page (self->view, i);

      if (all || adw_tab_page_get_selected (tab))
        fram_page_reload (FRAM_PAGE (adw_tab_page_get_child (tab)));
    }
}

/**
 * fram_tabs_get_page:
 * @self: the tabs
 *
 * Returns: (transfer none) (nullable): the page in front
 */
FramPage *
fram_tabs_get_page (FramTabs *self)
{
  AdwTabPage *tab = adw_tab_view_get_selected_page (self->view);

  return tab != NULL ? FRAM_PAGE (adw_tab_page_get_child (tab)) : NULL;
}

int
fram_tabs_get_count (FramTabs *self)
{
  return adw_tab_view_get_n_pages (self->view);
}

/**
 * fram_tabs_make_list:
 * @self: the tabs
 *
 * The tabs of libadwaita 1.2 have no names for a screen reader: here they are as a menu.
 *
 * Returns: (transfer full): a menu with an item per tab
 */
GMenuModel *
fram_tabs_make_list (FramTabs *self)
{
  GMenu *menu = g_menu_new ();

  for (int i = 0; i < adw_tab_view_get_n_pages (self->view); i++)
    {
      AdwTabPage *tab = adw_tab_view_get_nth_page (self->view, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (adw_tab_page_get_title (tab), NULL);

      g_menu_item_set_action_and_target (item, "win.tab-go", "i", i);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}
