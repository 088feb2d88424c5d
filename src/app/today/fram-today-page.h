#pragma once

#include "fram-desk-today.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramTodayPage:
 *
 * What the day brings the person at the keyboard: rosters to take, those of this week that are not taken, tasks, what to
 * think of, and a case worker's participants. It follows every mark while it is in view.
 */
#define FRAM_TYPE_TODAY_PAGE (fram_today_page_get_type ())
G_DECLARE_FINAL_TYPE (FramTodayPage, fram_today_page, FRAM, TODAY_PAGE, AdwBin)

GtkWidget *fram_today_page_new (FramDesk *desk);
gboolean fram_today_page_is_idle (FramTodayPage *self);
const FramToday *fram_today_page_get_today (FramTodayPage *self);

G_END_DECLS
