#pragma once

#include "fram-page.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramTab:
 *
 * What a tab holds: a page, or the promise of one. A tab of last time makes and reads its page when it is first shown.
 *
 * Signals: `tab-changed`, when title, icon or address are others now.
 */
#define FRAM_TYPE_TAB (fram_tab_get_type ())
G_DECLARE_FINAL_TYPE (FramTab, fram_tab, FRAM, TAB, AdwBin)

GtkWidget *fram_tab_new (FramDesk *desk, const char *uri);
FramDesk *fram_tab_get_desk (FramTab *self);
gboolean fram_tab_load (FramTab *self);
FramPage *fram_tab_get_page (FramTab *self);
char *fram_tab_dup_uri (FramTab *self);
char *fram_tab_dup_title (FramTab *self);
const char *fram_tab_get_icon_name (FramTab *self);
void fram_tab_move_in (FramTab *self);
void fram_tab_set_title (FramTab *self, const char *title);

G_END_DECLS
