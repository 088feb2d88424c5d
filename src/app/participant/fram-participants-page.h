#pragma once

#include "fram-list-page.h"

G_BEGIN_DECLS

/**
 * FramParticipantsPage:
 *
 * The people whom the person at the keyboard may see, with search and filters; from here people are added, changed and
 * placed.
 */
#define FRAM_TYPE_PARTICIPANTS_PAGE (fram_participants_page_get_type ())
G_DECLARE_FINAL_TYPE (FramParticipantsPage, fram_participants_page, FRAM, PARTICIPANTS_PAGE, FramListPage)

GtkWidget *fram_participants_page_new (FramDesk *desk);

G_END_DECLS
