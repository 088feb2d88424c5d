#pragma once

#include "fram-day-roster.h"
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

/* The roster of a day for a panel of another page, as pages never include each other. */
FramDayRoster *fram_kinds_make_day_roster (FramDesk *desk, const FramUuid *activity, FramDate day);

G_END_DECLS
