#pragma once

#include "fram-desk-print.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramPrintDialog:
 *
 * Which sheet of a roster, how it looks on paper, and the two ways out: to a printer and to a PDF file.
 */
#define FRAM_TYPE_PRINT_DIALOG (fram_print_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FramPrintDialog, fram_print_dialog, FRAM, PRINT_DIALOG, AdwWindow)

GtkWindow *fram_print_dialog_new (FramDesk *desk, GtkWidget *parent, const FramUuid *activity, FramPrintKind kind,
                                  FramDate day);
const FramRosterSheet *fram_print_dialog_get_sheet (FramPrintDialog *self);
gboolean fram_print_dialog_is_idle (FramPrintDialog *self);
void fram_print_dialog_save (FramPrintDialog *self, const char *path);

G_END_DECLS
