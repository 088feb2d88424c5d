#pragma once

#include "fram-desk-person.h"
#include "fram-form-dialog.h"
#include "fram-week-hours.h"

G_BEGIN_DECLS

/**
 * FramPlaceDialog:
 *
 * Places a participant in a workshop from a day on, with the hours of each weekday. A placement there that goes on is
 * shown as it is, so that a step is a few strokes.
 */
#define FRAM_TYPE_PLACE_DIALOG (fram_place_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FramPlaceDialog, fram_place_dialog, FRAM, PLACE_DIALOG, FramFormDialog)

FramPlaceDialog *fram_place_dialog_new (FramDesk *desk, GtkWidget *parent, const char *case_no_or_id,
                                        const char *workshop);
FramWeekHours *fram_place_dialog_get_hours (FramPlaceDialog *self);

G_END_DECLS
