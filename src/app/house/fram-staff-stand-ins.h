#pragma once

#include "fram-form-dialog.h"
#include "fram-house.h"

G_BEGIN_DECLS

void fram_staff_stand_ins_show (AdwPreferencesGroup *group, FramFormDialog *dialog, FramStaff *staff,
                                const GPtrArray *workshops);

G_END_DECLS
