#pragma once

#include "fram-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramSearch:
 *
 * A popover that finds workshops and people while one types: arrows choose, Enter opens. Diacritics do not count.
 */
#define FRAM_TYPE_SEARCH (fram_search_get_type ())
G_DECLARE_FINAL_TYPE (FramSearch, fram_search, FRAM, SEARCH, GtkPopover)

GtkWidget *fram_search_new (void);
GtkWidget *fram_search_get_entry (FramSearch *self);
GtkListBox *fram_search_get_list (FramSearch *self);
void fram_search_set_desk (FramSearch *self, FramDesk *desk);

G_END_DECLS
