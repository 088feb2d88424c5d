#include "fram-tabs-parts.h"

#include <glib/gi18n.h>

static GtkWidget *
make_offer (const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_object_set (gtk_button_get_child (GTK_BUTTON (button)), "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

/**
 * fram_tabs_make_empty:
 *
 * Returns: what stands where no tab is open: never an empty window without a next step
 */
GtkWidget *
fram_tabs_make_empty (void)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "view-paged-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("Nothing is Open"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), _ ("Choose in the sidebar, or search for it."));
  gtk_box_append (GTK_BOX (box), make_offer (_ ("Open My First Page"), "win.home"));
  gtk_box_append (GTK_BOX (box), make_offer (_ ("Search …"), "win.search"));
  adw_status_page_set_child (ADW_STATUS_PAGE (page), box);
  return page;
}

/**
 * fram_tabs_make_menu:
 *
 * Returns: (transfer full): the menu of a tab
 */
GMenuModel *
fram_tabs_make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) move = g_menu_new ();
  g_autoptr (GMenu) end = g_menu_new ();

  g_menu_append (move, _ ("Pin or _Unpin the Tab"), "win.tab-pin");
  g_menu_append (move, _ ("_Move the Tab to a New Window"), "win.tab-detach");
  g_menu_append (move, _ ("Move the Tab to the Ne_xt Window"), "win.tab-to-next-window");
  g_menu_append (end, _ ("_Close the Tab"), "win.tab-close");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (move));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (end));
  return G_MENU_MODEL (menu);
}
