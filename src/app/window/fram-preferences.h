#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWindow *fram_preferences_new (GtkWindow *parent, GSettings *settings, gboolean administrates);
GtkWidget *fram_preferences_make_shared (GSettings *settings, gboolean administrates);

G_END_DECLS
