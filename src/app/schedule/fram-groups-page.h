#pragma once

#include "fram-house-page.h"

G_BEGIN_DECLS

/**
 * FramGroupsPage:
 *
 * The groups of the house: when they meet, who leads them and how many places are taken; each opens its dialog, and its
 * members for those who see them. Those that have ended stand below.
 */
#define FRAM_TYPE_GROUPS_PAGE (fram_groups_page_get_type ())
G_DECLARE_FINAL_TYPE (FramGroupsPage, fram_groups_page, FRAM, GROUPS_PAGE, FramHousePage)

GtkWidget *fram_groups_page_new (FramDesk *desk);

G_END_DECLS
