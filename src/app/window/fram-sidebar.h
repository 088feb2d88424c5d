#pragma once

#include "fram-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramSidebar:
 *
 * Where the person at the keyboard can go, with live counts: the own team first, then the other workshops, then what the
 * role has besides. A row activates "win.open" with what it opens.
 */
#define FRAM_TYPE_SIDEBAR (fram_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (FramSidebar, fram_sidebar, FRAM, SIDEBAR, AdwBin)

FramSidebar *fram_sidebar_new (void);
void fram_sidebar_set_desk (FramSidebar *self, FramDesk *desk);
void fram_sidebar_select (FramSidebar *self, const char *uri);
void fram_sidebar_refresh (FramSidebar *self);
char *fram_sidebar_dup_home (FramSidebar *self);

/**
 * FramSidebarFunc:
 * @uri: what a row opens
 * @title: what it is called
 * @user_data: closure
 */
typedef void (*FramSidebarFunc) (const char *uri, const char *title, gpointer user_data);
void fram_sidebar_foreach_roster (FramSidebar *self, FramSidebarFunc func, gpointer user_data);

G_END_DECLS
