#pragma once

#include "fram-plan-part.h"
#include "fram-week-grid.h"

G_BEGIN_DECLS

/**
 * FramWeekPlanPart:
 *
 * The weekly plan: hours now and after the next step, a week as it is planned, and the steps behind it with what can be
 * done to each.
 */
#define FRAM_TYPE_WEEK_PLAN_PART (fram_week_plan_part_get_type ())
G_DECLARE_FINAL_TYPE (FramWeekPlanPart, fram_week_plan_part, FRAM, WEEK_PLAN_PART, FramPlanPart)

GtkWidget *fram_week_plan_part_new (void);
gboolean fram_week_plan_part_is_for (const FramCase *what);
FramWeekGrid *fram_week_plan_part_get_grid (FramWeekPlanPart *self);

G_END_DECLS
