#pragma once

#include "fram-desk-gaps.h"
#include "fram-list-page.h"

G_BEGIN_DECLS

/**
 * FramGapsPage:
 *
 * Participants with a present or coming gap, in order of urgency; each can be bridged with something that fits.
 */
#define FRAM_TYPE_GAPS_PAGE (fram_gaps_page_get_type ())
G_DECLARE_FINAL_TYPE (FramGapsPage, fram_gaps_page, FRAM, GAPS_PAGE, FramListPage)

GtkWidget *fram_gaps_page_new (FramDesk *desk);
gboolean fram_gaps_page_is_idle (FramGapsPage *self);

G_END_DECLS
