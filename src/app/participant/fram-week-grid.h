#pragma once

#include "fram-week-plan.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FramWeekGrid:
 *
 * A week as a grid of days and hours. For reading it shows what is planned, and a click on a block says which. For editing,
 * blocks are drawn, moved and stretched with a pointer or a finger, in steps of half an hour; with the keyboard, arrows move
 * a cursor, Space or Enter begins and ends a block, digits make one of so many hours, Alt with arrows moves it, Delete takes
 * it away.
 *
 * Signals: `changed`: what is being planned has changed; `moved`: the cursor; `picked` (guint tag): a block was clicked on.
 */
#define FRAM_TYPE_WEEK_GRID (fram_week_grid_get_type ())
G_DECLARE_FINAL_TYPE (FramWeekGrid, fram_week_grid, FRAM, WEEK_GRID, GtkWidget)

GtkWidget *fram_week_grid_new (gboolean editable);
void fram_week_grid_set_week (FramWeekGrid *self, FramWeekPlan *week);
void fram_week_grid_set_slots (FramWeekGrid *self, const GArray *slots);
const GArray *fram_week_grid_get_slots (FramWeekGrid *self);
void fram_week_grid_set_wrong (FramWeekGrid *self, guint64 wrong);
int fram_week_grid_get_selected (FramWeekGrid *self);
void fram_week_grid_remove_selected (FramWeekGrid *self);
gboolean fram_week_grid_press (FramWeekGrid *self, guint keyval, GdkModifierType state);
const FramWeekPlan *fram_week_grid_get_shown (FramWeekGrid *self);

G_END_DECLS
