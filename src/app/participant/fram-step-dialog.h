#pragma once

#include "fram-desk-plan.h"
#include "fram-form-dialog.h"
#include "fram-week-grid.h"

G_BEGIN_DECLS

/**
 * FramStepDialog:
 *
 * A step of the weekly plan: where, from which day on, and the hours on a week grid or as a line of text. What collides and
 * how full it is are told while the plan is made; nothing of it is forbidden.
 */
#define FRAM_TYPE_STEP_DIALOG (fram_step_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FramStepDialog, fram_step_dialog, FRAM, STEP_DIALOG, FramFormDialog)

FramStepDialog *fram_step_dialog_new (FramDesk *desk, GtkWidget *parent, const FramUuid *enrolment,
                                      const FramUuid *step);
FramWeekGrid *fram_step_dialog_get_grid (FramStepDialog *self);
gboolean fram_step_dialog_is_checked (FramStepDialog *self);
guint fram_step_dialog_get_n_notes (FramStepDialog *self);
/* How a week of things is drawn; steps and groups have their number as a tag. */
FramWeekPlan *fram_week_of_things (const GPtrArray *things, FramDate monday, const FramCasePlan *plan);

G_END_DECLS
