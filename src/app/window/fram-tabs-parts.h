#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *fram_tabs_make_empty (void);
GMenuModel *fram_tabs_make_menu (void);

G_END_DECLS
