#pragma once

#include "fram-desk-handover.h"
#include "fram-form-dialog.h"

G_BEGIN_DECLS

/**
 * FramHandoverDialog:
 *
 * “Stafettpinnen” as it is written: a draft is on disk within a second of what is typed; once approved it is shown as it
 * is, printed, saved and given on.
 */
#define FRAM_TYPE_HANDOVER_DIALOG (fram_handover_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FramHandoverDialog, fram_handover_dialog, FRAM, HANDOVER_DIALOG, FramFormDialog)

FramHandoverDialog *fram_handover_dialog_new (FramDesk *desk, GtkWidget *parent, const FramUuid *enrolment,
                                              const FramUuid *document);
void fram_handover_dialog_flush (FramHandoverDialog *self);
gboolean fram_handover_dialog_is_ready (FramHandoverDialog *self);
GtkTextBuffer *fram_handover_dialog_get_buffer (FramHandoverDialog *self, FramHandoverField field);

G_END_DECLS
