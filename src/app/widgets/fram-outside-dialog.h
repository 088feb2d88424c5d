#pragma once

#include "fram-desk-places.h"
#include "fram-form-dialog.h"
#include "fram-week-hours.h"

G_BEGIN_DECLS

/**
 * FramOutsideDialog:
 *
 * Places somebody at an external place: where, from when, which hours, and when it is followed up.
 */
#define FRAM_TYPE_OUTSIDE_DIALOG (fram_outside_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FramOutsideDialog, fram_outside_dialog, FRAM, OUTSIDE_DIALOG, FramFormDialog)

FramOutsideDialog *fram_outside_dialog_new (FramDesk *desk, GtkWidget *parent, const char *case_no, const char *name,
                                            const FramUuid *place, FramDate from);
FramWeekHours *fram_outside_dialog_get_hours (FramOutsideDialog *self);

/**
 * FramOutsideEndDialog:
 *
 * Ends a stay at an external place with a day, or takes one away that has not begun.
 */
#define FRAM_TYPE_OUTSIDE_END_DIALOG (fram_outside_end_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FramOutsideEndDialog, fram_outside_end_dialog, FRAM, OUTSIDE_END_DIALOG, FramFormDialog)

FramOutsideEndDialog *fram_outside_end_dialog_new (FramDesk *desk, GtkWidget *parent, const FramExternalStay *stay);

G_END_DECLS
