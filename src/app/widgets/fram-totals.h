#pragma once

#include "fram-status.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FramTotals:
 *
 * "12 expected ● 5 present ◐ 1 late …": counts with the shapes of their statuses, on as many lines as they need. Where
 * there is little room the words are left out; they stay in the tooltip and the accessible name.
 */
#define FRAM_TYPE_TOTALS (fram_totals_get_type ())
G_DECLARE_FINAL_TYPE (FramTotals, fram_totals, FRAM, TOTALS, GtkWidget)

GtkWidget *fram_totals_new (void);
void fram_totals_set (FramTotals *self, const GArray *statuses, const int *of_status, int expected, int unmarked);
void fram_totals_set_later (FramTotals *self, int later);
void fram_totals_set_short (FramTotals *self, gboolean is_short);
char *fram_totals_to_words (FramTotals *self);

G_END_DECLS
