#pragma once

#include "fram-house-page.h"

G_BEGIN_DECLS

/**
 * FramWorkshopsPage:
 *
 * The workshops with places and opening hours.
 */
#define FRAM_TYPE_WORKSHOPS_PAGE (fram_workshops_page_get_type ())
G_DECLARE_FINAL_TYPE (FramWorkshopsPage, fram_workshops_page, FRAM, WORKSHOPS_PAGE, FramHousePage)

GtkWidget *fram_workshops_page_new (FramDesk *desk);

G_END_DECLS
