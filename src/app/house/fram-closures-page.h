#pragma once

#include "fram-house-page.h"

G_BEGIN_DECLS

/**
 * FramClosuresPage:
 *
 * Days on which the house or a workshop is closed, with the year's public holidays among them.
 */
#define FRAM_TYPE_CLOSURES_PAGE (fram_closures_page_get_type ())
G_DECLARE_FINAL_TYPE (FramClosuresPage, fram_closures_page, FRAM, CLOSURES_PAGE, FramHousePage)

GtkWidget *fram_closures_page_new (FramDesk *desk);
void fram_closures_page_import (FramClosuresPage *self, const char *path);

G_END_DECLS
