#pragma once

#include "fram-house-page.h"

G_BEGIN_DECLS

/**
 * FramStaffPage:
 *
 * Who works here, with roles.
 */
#define FRAM_TYPE_STAFF_PAGE (fram_staff_page_get_type ())
G_DECLARE_FINAL_TYPE (FramStaffPage, fram_staff_page, FRAM, STAFF_PAGE, FramHousePage)

GtkWidget *fram_staff_page_new (FramDesk *desk);

G_END_DECLS
