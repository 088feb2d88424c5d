#pragma once

#include "fram-desk-holidays.h"
#include "fram-form-dialog.h"

G_BEGIN_DECLS

/**
 * FramHolidaysDialog:
 *
 * What a calendar file would do to the closed days: which days are added, and which are left as they are and why.
 */
#define FRAM_TYPE_HOLIDAYS_DIALOG (fram_holidays_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FramHolidaysDialog, fram_holidays_dialog, FRAM, HOLIDAYS_DIALOG, FramFormDialog)

/* Takes @file over. */
FramHolidaysDialog *fram_holidays_dialog_new (FramDesk *desk, GtkWidget *parent, FramHolidayFile *file);

G_END_DECLS
