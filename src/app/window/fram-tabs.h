#pragma once

#include "fram-page.h"
#include "fram-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramTabs:
 *
 * The open pages of a window: a tab bar over a tab view. Tabs can be dragged to other windows of the program, which all
 * show the same register to the same person. What opens a page is a text (fram-kinds.h).
 */
#define FRAM_TYPE_TABS (fram_tabs_get_type ())
G_DECLARE_FINAL_TYPE (FramTabs, fram_tabs, FRAM, TABS, AdwBin)

FramTabs *fram_tabs_new (void);
void fram_tabs_set_desk (FramTabs *self, FramDesk *desk);
FramDesk *fram_tabs_get_desk (FramTabs *self);
gboolean fram_tabs_open (FramTabs *self, const char *uri);
void fram_tabs_restore (FramTabs *self, const FramSessionWindow *what, const char *home);
void fram_tabs_keep (FramTabs *self, FramSessionWindow *what);
void fram_tabs_name (FramTabs *self, const char *uri, const char *title);
void fram_tabs_set_draggable (FramTabs *self, gboolean draggable);
gboolean fram_tabs_give (FramTabs *self, FramTabs *other);
void fram_tabs_close_all (FramTabs *self);
void fram_tabs_close (FramTabs *self);
void fram_tabs_step (FramTabs *self, int direction);
void fram_tabs_go_to (FramTabs *self, int n);
void fram_tabs_toggle_pin (FramTabs *self);
void fram_tabs_move (FramTabs *self, int direction);
void fram_tabs_reload (FramTabs *self, gboolean all);
FramPage *fram_tabs_get_page (FramTabs *self);
FramPage *fram_tabs_get_nth (FramTabs *self, int n);
int fram_tabs_get_count (FramTabs *self);
GMenuModel *fram_tabs_make_list (FramTabs *self);

G_END_DECLS
