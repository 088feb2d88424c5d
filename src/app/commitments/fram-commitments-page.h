#pragma once

#include "fram-list-page.h"

G_BEGIN_DECLS

/**
 * FramCommitmentsPage:
 *
 * What was promised, across participants: what is late first, then what is due. Ticked in the list; Enter opens the
 * participant.
 */
#define FRAM_TYPE_COMMITMENTS_PAGE (fram_commitments_page_get_type ())
G_DECLARE_FINAL_TYPE (FramCommitmentsPage, fram_commitments_page, FRAM, COMMITMENTS_PAGE, FramListPage)

GtkWidget *fram_commitments_page_new (FramDesk *desk);

G_END_DECLS
