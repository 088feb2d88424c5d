#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWindow *fram_help_new (GtkWindow *parent);

G_END_DECLS
