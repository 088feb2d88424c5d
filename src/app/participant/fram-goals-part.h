#pragma once

#include "fram-plan-part.h"

G_BEGIN_DECLS

/**
 * FramGoalsPart:
 *
 * The main goal, written where it stands, and the milestones on the way to it, ticked when they are reached.
 */
#define FRAM_TYPE_GOALS_PART (fram_goals_part_get_type ())
G_DECLARE_FINAL_TYPE (FramGoalsPart, fram_goals_part, FRAM, GOALS_PART, FramPlanPart)

GtkWidget *fram_goals_part_new (void);
gboolean fram_goals_part_is_for (const FramCase *what);

G_END_DECLS
