#pragma once

#include "fram-date.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FramMonthGrid:
 *
 * A month with ISO weeks, Monday first, in the language of the program; every day is a button with its date as name
 * (the days of GtkCalendar have none, and its months follow the C locale).
 *
 * Signal: `picked` (FramMonthGrid*, int day), a #FramDate.
 */
#define FRAM_TYPE_MONTH_GRID (fram_month_grid_get_type ())
G_DECLARE_FINAL_TYPE (FramMonthGrid, fram_month_grid, FRAM, MONTH_GRID, GtkWidget)

GtkWidget *fram_month_grid_new (void);
void fram_month_grid_show (FramMonthGrid *self, FramDate chosen, FramDate today);

G_END_DECLS
