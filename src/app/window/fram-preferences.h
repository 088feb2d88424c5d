#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWindow *fram_preferences_new (GtkWindow *parent, GSettings *settings);

G_END_DECLS
