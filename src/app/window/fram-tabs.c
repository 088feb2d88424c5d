#include "fram-tabs.h"

#include "fram-kinds.h"
#include "fram-tab.h"
#include "fram-tabs-parts.h"

struct _FramTabs
{
  AdwBin parent_instance;

  /* borrowed */
  AdwTabView *view;
  AdwTabBar *bar;
  GtkStack *stack;

  /* owned */
  FramDesk *desk;
  gboolean filling; /* tabs come or go together: none of them is shown for its own sake */
};

enum
{
  CHANGED,
  CREATE_WINDOW,
  EMPTIED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FramTabs, fram_tabs, ADW_TYPE_BIN)

static FramTab *
nth_tab (FramTabs *self, int n)
{
  return FRAM_TAB (adw_tab_page_get_child (adw_tab_view_get_nth_page (self->view, n)));
}

static void
update_tab (FramTabs *self, AdwTabPage *page)
{
  FramTab *tab = FRAM_TAB (adw_tab_page_get_child (page));
  g_autofree char *title = fram_tab_dup_title (tab);
  g_autofree char *tooltip = g_markup_escape_text (title, -1);
  const char *icon_name = fram_tab_get_icon_name (tab);
  g_autoptr (GIcon) icon = icon_name != NULL ? g_themed_icon_new (icon_name) : NULL;

  adw_tab_page_set_title (page, title);
  adw_tab_page_set_tooltip (page, tooltip);
  adw_tab_page_set_icon (page, icon);
}

static void
on_tab_changed_cb (FramTab *tab, gpointer data)
{
  FramTabs *self = data;

  update_tab (self, adw_tab_view_get_page (self->view, GTK_WIDGET (tab)));
  g_signal_emit (self, signals[CHANGED], 0);
}

/* A tab comes here when it is made, and when it is dragged here from another window. */
static void
on_attached_cb (AdwTabView *view, AdwTabPage *page, int position, gpointer data)
{
  GtkWidget *tab = adw_tab_page_get_child (page);

  g_signal_connect_object (tab, "tab-changed", G_CALLBACK (on_tab_changed_cb), data, 0);
  fram_tab_move_in (FRAM_TAB (tab));
  update_tab (data, page);
}

static void
on_detached_cb (AdwTabView *view, AdwTabPage *page, int position, gpointer data)
{
  g_signal_handlers_disconnect_by_data (adw_tab_page_get_child (page), data);
}

/* What is in front has its page; what only was in front while others came or went needs none. */
static void
load_front (FramTabs *self)
{
  AdwTabPage *front = adw_tab_view_get_selected_page (self->view);

  if (front != NULL && !self->filling)
    fram_tab_load (FRAM_TAB (adw_tab_page_get_child (front)));
}

static void
on_selected_cb (FramTabs *self)
{
  load_front (self);
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
tell_emptied (gpointer data)
{
  FramTabs *self = data;

  if (self->desk != NULL && adw_tab_view_get_n_pages (self->view) == 0 && !self->filling &&
      !adw_tab_view_get_is_transferring_page (self->view))
    g_signal_emit (self, signals[EMPTIED], 0);
  return G_SOURCE_REMOVE;
}

static void
on_count_cb (FramTabs *self)
{
  gboolean empty = adw_tab_view_get_n_pages (self->view) == 0;

  gtk_stack_set_visible_child_name (self->stack, empty && !self->filling ? "empty" : "tabs");
  if (self->filling)
    return;
  g_signal_emit (self, signals[CHANGED], 0);
  if (empty)
    g_idle_add_full (G_PRIORITY_DEFAULT, tell_emptied, g_object_ref (self), g_object_unref);
}

/* The source of a drag lives until the drag is over. */
static void
on_transferring_cb (FramTabs *self)
{
  if (adw_tab_view_get_n_pages (self->view) == 0 && !adw_tab_view_get_is_transferring_page (self->view))
    on_count_cb (self);
}

/* The window says where a tab that is dragged out goes. */
static AdwTabView *
on_create_window_cb (AdwTabView *view, gpointer data)
{
  FramTabs *self = data;
  FramTabs *other = NULL;

  g_signal_emit (self, signals[CREATE_WINDOW], 0, &other);
  return other != NULL ? other->view : NULL;
}

/* The menu of a tab works on the tab in front. */
static void
on_setup_menu_cb (AdwTabView *view, AdwTabPage *page, gpointer data)
{
  if (page != NULL)
    adw_tab_view_set_selected_page (view, page);
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
  /**
   * FramTabs::create-window:
   * @self: the tabs
   *
   * Returns: (transfer none): the tabs of a new window
   */
  signals[CREATE_WINDOW] =
      g_signal_new ("create-window", FRAM_TYPE_TABS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, FRAM_TYPE_TABS, 0);
  /**
   * FramTabs::emptied:
   * @self: the tabs
   *
   * The last tab was closed or has gone to another window.
   */
  signals[EMPTIED] = g_signal_new ("emptied", FRAM_TYPE_TABS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
connect_view (FramTabs *self)
{
  g_signal_connect (self->view, "page-attached", G_CALLBACK (on_attached_cb), self);
  g_signal_connect (self->view, "page-detached", G_CALLBACK (on_detached_cb), self);
  g_signal_connect (self->view, "create-window", G_CALLBACK (on_create_window_cb), self);
  g_signal_connect (self->view, "setup-menu", G_CALLBACK (on_setup_menu_cb), self);
  g_signal_connect_object (self->view, "notify::selected-page", G_CALLBACK (on_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "notify::n-pages", G_CALLBACK (on_count_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "notify::is-transferring-page", G_CALLBACK (on_transferring_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
fram_tabs_init (FramTabs *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (GMenuModel) menu = fram_tabs_make_menu ();

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  self->view = ADW_TAB_VIEW (adw_tab_view_new ());
  self->bar = ADW_TAB_BAR (adw_tab_bar_new ());
  /* the window has shortcuts of its own; those of the view would take Home and End from the pages */
  adw_tab_view_set_shortcuts (self->view, ADW_TAB_VIEW_SHORTCUT_NONE);
  adw_tab_view_set_menu_model (self->view, menu);
  adw_tab_bar_set_view (self->bar, self->view);
  adw_tab_bar_set_expand_tabs (self->bar, FALSE);
  adw_tab_bar_set_autohide (self->bar, TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->view), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->bar));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->view));
  gtk_stack_add_named (self->stack, box, "tabs");
  gtk_stack_add_named (self->stack, fram_tabs_make_empty (), "empty");
  connect_view (self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
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

FramDesk *
fram_tabs_get_desk (FramTabs *self)
{
  return self->desk;
}

/* The tab that holds a page, whichever of its views it shows. */
static AdwTabPage *
find_tab (FramTabs *self, const char *uri)
{
  g_autofree char *place = fram_kinds_dup_place (uri);

  for (int i = 0; i < adw_tab_view_get_n_pages (self->view); i++)
    {
      g_autofree char *its = fram_tab_dup_uri (nth_tab (self, i));
      g_autofree char *its_place = its != NULL ? fram_kinds_dup_place (its) : NULL;

      if (g_strcmp0 (its_place, place) == 0)
        return adw_tab_view_get_nth_page (self->view, i);
    }
  return NULL;
}

static AdwTabPage *
add_tab (FramTabs *self, const char *uri, gboolean pinned)
{
  g_autoptr (FramViewer) viewer = fram_desk_dup_viewer (self->desk);
  GtkWidget *tab;

  if (!fram_kinds_is_for (viewer, uri))
    return NULL;
  tab = fram_tab_new (self->desk, uri);
  return pinned ? adw_tab_view_append_pinned (self->view, tab) : adw_tab_view_append (self->view, tab);
}

static void
close_tab (FramTabs *self, AdwTabPage *page)
{
  adw_tab_view_set_page_pinned (self->view, page, FALSE);
  adw_tab_view_close_page (self->view, page);
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
  AdwTabPage *page = find_tab (self, uri);
  FramTab *tab;

  if (page == NULL)
    page = add_tab (self, uri, FALSE);
  if (page == NULL)
    return FALSE;
  tab = FRAM_TAB (adw_tab_page_get_child (page));
  if (!fram_tab_load (tab))
    {
      close_tab (self, page);
      return FALSE;
    }
  adw_tab_view_set_selected_page (self->view, page);
  fram_page_show (fram_tab_get_page (tab), uri);
  fram_page_focus (fram_tab_get_page (tab));
  return TRUE;
}

static void
set_filling (FramTabs *self, gboolean filling)
{
  self->filling = filling;
  if (!filling)
    on_count_cb (self);
}

void
fram_tabs_close_all (FramTabs *self)
{
  self->filling = TRUE;
  while (adw_tab_view_get_n_pages (self->view) > 0)
    close_tab (self, adw_tab_view_get_nth_page (self->view, 0));
  self->filling = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Tabs of a kind that is known but whose page is none (a roster of no workshop) go again when they would be shown. */
static void
go_to_first_that_loads (FramTabs *self, int selected)
{
  while (adw_tab_view_get_n_pages (self->view) > 0)
    {
      int n = CLAMP (selected, 0, adw_tab_view_get_n_pages (self->view) - 1);

      if (fram_tab_load (nth_tab (self, n)))
        {
          adw_tab_view_set_selected_page (self->view, adw_tab_view_get_nth_page (self->view, n));
          return;
        }
      close_tab (self, adw_tab_view_get_nth_page (self->view, n));
    }
}

/**
 * fram_tabs_restore:
 * @self: the tabs
 * @what: (nullable): what was open
 * @home: (nullable): what to open where nothing was
 *
 * Puts the tabs back. Only the page in front is made and read; the others when they are first shown.
 */
void
fram_tabs_restore (FramTabs *self, const FramSessionWindow *what, const char *home)
{
  set_filling (self, TRUE);
  for (guint i = 0; what != NULL && what->tabs != NULL && what->tabs[i] != NULL; i++)
    if (find_tab (self, what->tabs[i]) == NULL)
      add_tab (self, what->tabs[i], i < what->n_pinned);
  if (what != NULL)
    go_to_first_that_loads (self, what->selected);
  set_filling (self, FALSE);
  if (adw_tab_view_get_n_pages (self->view) > 0)
    fram_page_focus (fram_tabs_get_page (self));
  else if (home != NULL)
    fram_tabs_open (self, home);
}

/**
 * fram_tabs_keep:
 * @self: the tabs
 * @what: what is open goes in here
 */
void
fram_tabs_keep (FramTabs *self, FramSessionWindow *what)
{
  g_autoptr (GStrvBuilder) uris = g_strv_builder_new ();
  AdwTabPage *front = adw_tab_view_get_selected_page (self->view);
  int n = 0;

  what->n_pinned = 0;
  what->selected = 0;
  for (int i = 0; i < adw_tab_view_get_n_pages (self->view); i++)
    {
      AdwTabPage *page = adw_tab_view_get_nth_page (self->view, i);
      g_autofree char *uri = fram_tab_dup_uri (nth_tab (self, i));

      if (uri == NULL)
        continue;
      if (page == front)
        what->selected = n;
      if (adw_tab_page_get_pinned (page))
        what->n_pinned++;
      g_strv_builder_add (uris, uri);
      n++;
    }
  g_strfreev (what->tabs);
  what->tabs = g_strv_builder_end (uris);
}

/**
 * fram_tabs_name:
 * @self: the tabs
 * @uri: an address
 * @title: what it is called
 *
 * Tells the tab of @uri its title, where its page has not read that yet.
 */
void
fram_tabs_name (FramTabs *self, const char *uri, const char *title)
{
  AdwTabPage *page = find_tab (self, uri);

  if (page != NULL)
    fram_tab_set_title (FRAM_TAB (adw_tab_page_get_child (page)), title);
}

/**
 * fram_tabs_set_draggable:
 * @self: the tabs
 * @draggable: whether there is a window where a tab can be dragged to
 *
 * A tab that is alone shows itself only where it can be taken somewhere.
 */
void
fram_tabs_set_draggable (FramTabs *self, gboolean draggable)
{
  adw_tab_bar_set_autohide (self->bar, !draggable);
}

/**
 * fram_tabs_give:
 * @self: the tabs
 * @other: tabs of another window on the same register
 *
 * Moves the tab in front to the other window, with all that is in its page.
 *
 * Returns: whether there was one
 */
gboolean
fram_tabs_give (FramTabs *self, FramTabs *other)
{
  AdwTabPage *page = adw_tab_view_get_selected_page (self->view);

  g_return_val_if_fail (self->desk == other->desk && self != other, FALSE);
  if (page == NULL)
    return FALSE;
  adw_tab_view_transfer_page (self->view, page, other->view, adw_tab_view_get_n_pages (other->view));
  adw_tab_view_set_selected_page (other->view, page);
  load_front (other);
  fram_page_focus (fram_tabs_get_page (other));
  return TRUE;
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
  FramPage *page;

  if (n < 0 || n >= adw_tab_view_get_n_pages (self->view))
    return;
  adw_tab_view_set_selected_page (self->view, adw_tab_view_get_nth_page (self->view, n));
  page = fram_tabs_get_page (self);
  if (page != NULL)
    fram_page_focus (page);
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
      FramPage *page = fram_tab_get_page (nth_tab (self, i));

      if (page != NULL && (all || adw_tab_page_get_selected (adw_tab_view_get_nth_page (self->view, i))))
        fram_page_reload (page);
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

  return tab != NULL ? fram_tab_get_page (FRAM_TAB (adw_tab_page_get_child (tab))) : NULL;
}

/**
 * fram_tabs_get_nth:
 * @self: the tabs
 * @n: counted from 0
 *
 * Returns: (transfer none) (nullable): the page of a tab; %NULL where it was not shown yet
 */
FramPage *
fram_tabs_get_nth (FramTabs *self, int n)
{
  return fram_tab_get_page (nth_tab (self, n));
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
