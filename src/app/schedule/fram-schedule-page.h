#pragma once

#include "fram-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramSchedulePage:
 *
 * The schedule of the groups: a week, a day or a list, of all groups or of some, and beside it the session that is open.
 */
#define FRAM_TYPE_SCHEDULE_PAGE (fram_schedule_page_get_type ())
G_DECLARE_FINAL_TYPE (FramSchedulePage, fram_schedule_page, FRAM, SCHEDULE_PAGE, AdwBin)

GtkWidget *fram_schedule_page_new (FramDesk *desk, const char *rest);
gboolean fram_schedule_page_reads (const char *rest);
gboolean fram_schedule_page_is_idle (FramSchedulePage *self);

G_END_DECLS
