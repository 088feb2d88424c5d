#pragma once

#include "fram-house-page.h"

G_BEGIN_DECLS

/**
 * FramIndicatorsPage:
 *
 * The sets of questions of talks: which of them new talks can use, in which order, and whether case workers rate their own
 * belief. The administrator changes them; the others read them.
 */
#define FRAM_TYPE_INDICATORS_PAGE (fram_indicators_page_get_type ())
G_DECLARE_FINAL_TYPE (FramIndicatorsPage, fram_indicators_page, FRAM, INDICATORS_PAGE, FramHousePage)

GtkWidget *fram_indicators_page_new (FramDesk *desk);

G_END_DECLS
