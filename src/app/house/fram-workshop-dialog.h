#pragma once

#include "fram-desk-house.h"
#include "fram-form-dialog.h"
#include "fram-week-hours.h"

G_BEGIN_DECLS

/**
 * FramWorkshopDialog:
 *
 * Adds a workshop, or changes its names, places and opening hours.
 */
#define FRAM_TYPE_WORKSHOP_DIALOG (fram_workshop_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FramWorkshopDialog, fram_workshop_dialog, FRAM, WORKSHOP_DIALOG, FramFormDialog)

FramWorkshopDialog *fram_workshop_dialog_new (FramDesk *desk, GtkWidget *parent, const FramUuid *workshop);
FramWeekHours *fram_workshop_dialog_get_hours (FramWorkshopDialog *self);

G_END_DECLS
