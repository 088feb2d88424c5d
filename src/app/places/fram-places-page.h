#pragma once

#include "fram-desk-places.h"
#include "fram-list-page.h"

G_BEGIN_DECLS

/**
 * FramPlacesPage:
 *
 * The register of external places: who takes people, for what, and how many places are free.
 */
#define FRAM_TYPE_PLACES_PAGE (fram_places_page_get_type ())
G_DECLARE_FINAL_TYPE (FramPlacesPage, fram_places_page, FRAM, PLACES_PAGE, FramListPage)

GtkWidget *fram_places_page_new (FramDesk *desk);
GtkWidget *fram_places_page_open (FramPlacesPage *self, const FramUuid *place);

G_END_DECLS
