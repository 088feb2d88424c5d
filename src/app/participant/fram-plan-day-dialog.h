#pragma once

#include "fram-form-dialog.h"
#include "fram-plan-deeds.h"

G_BEGIN_DECLS

/**
 * FramPlanDayDialog:
 *
 * Asks for the day or days of a deed, and for a reason where one is needed: target day, extension, leave, the end of a
 * placement, leaving a group, a place in a group that has become free.
 */
#define FRAM_TYPE_PLAN_DAY_DIALOG (fram_plan_day_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FramPlanDayDialog, fram_plan_day_dialog, FRAM, PLAN_DAY_DIALOG, FramFormDialog)

FramPlanDayDialog *fram_plan_day_dialog_new (FramDesk *desk, GtkWidget *parent, FramPlanDeed *deed,
                                             const char *description);

G_END_DECLS
