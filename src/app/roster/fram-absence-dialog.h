#pragma once

#include "fram-desk-absence.h"
#include "fram-form-dialog.h"

G_BEGIN_DECLS

/**
 * FramAbsenceDialog:
 *
 * What a person has told of beforehand: the absences to come, each to be changed or taken away, and a new one.
 */
#define FRAM_TYPE_ABSENCE_DIALOG (fram_absence_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FramAbsenceDialog, fram_absence_dialog, FRAM, ABSENCE_DIALOG, FramFormDialog)

FramAbsenceDialog *fram_absence_dialog_new (FramDesk *desk, GtkWidget *parent, const FramUuid *enrolment,
                                            const char *name, FramDate day);

G_END_DECLS
