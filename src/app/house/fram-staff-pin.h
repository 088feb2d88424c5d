#pragma once

#include "fram-form-dialog.h"

G_BEGIN_DECLS

void fram_staff_pin_show (AdwPreferencesGroup *group, FramFormDialog *dialog, const FramUuid *staff);

G_END_DECLS
