#pragma once

#include "fram-list-page.h"

G_BEGIN_DECLS

/**
 * FramAdaptationsPage:
 *
 * Adaptations across participants in the order of their reviews, what is late first (UX.md, "Adaptations"). Enter opens
 * the participant there.
 */
#define FRAM_TYPE_ADAPTATIONS_PAGE (fram_adaptations_page_get_type ())
G_DECLARE_FINAL_TYPE (FramAdaptationsPage, fram_adaptations_page, FRAM, ADAPTATIONS_PAGE, FramListPage)

GtkWidget *fram_adaptations_page_new (FramDesk *desk);

G_END_DECLS
