#pragma once

#include "fram-form-dialog.h"

G_BEGIN_DECLS

/* Fills a group of the staff dialog with who is deputy while the person is away, and with fields for one more. */
void fram_staff_deputies_show (AdwPreferencesGroup *group, FramFormDialog *dialog, const FramUuid *staff);

G_END_DECLS
