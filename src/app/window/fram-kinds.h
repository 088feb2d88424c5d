#pragma once

#include "fram-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Every kind of page that a tab can hold. What opens a page is a text: "today:", "roster:UUID" with perhaps "@" and a day,
 * "week:UUID", "month:UUID", "people:", "staff:", "workshops:",
 * "closures:", "schedule:" with perhaps a week, a view and whose groups (fram-schedule-address.h). */

GtkWidget *fram_kinds_make (FramDesk *desk, const char *uri);
char *fram_kinds_dup_place (const char *uri);
gboolean fram_kinds_is_for (const FramViewer *viewer, const char *uri);
const char *fram_kinds_get_title (const char *uri);
const char *fram_kinds_get_icon_name (const char *uri);

const char *fram_kinds_get_prefix (guint n);

G_END_DECLS
