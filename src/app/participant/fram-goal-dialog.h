#pragma once

#include "fram-desk-plan.h"
#include "fram-form-dialog.h"

G_BEGIN_DECLS

/**
 * FramGoalDialog:
 *
 * A milestone: what is to be reached, until when, when it was, and what the workshop is told meanwhile.
 */
#define FRAM_TYPE_GOAL_DIALOG (fram_goal_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FramGoalDialog, fram_goal_dialog, FRAM, GOAL_DIALOG, FramFormDialog)

FramGoalDialog *fram_goal_dialog_new (FramDesk *desk, GtkWidget *parent, const FramCasePlan *plan,
                                      const FramGoal *goal);

G_END_DECLS
