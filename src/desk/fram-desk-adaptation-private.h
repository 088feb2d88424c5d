#pragma once

#include "fram-adaptation-store.h"
#include "fram-desk-adaptation.h"
#include "fram-changes.h"
#include "fram-enrolment-store.h"

G_BEGIN_DECLS

/* Whose needs are read or written. FRAM_ERROR_DENIED, INVALID where the enrolment is closed and they are to be written. */
FramStoredEnrolment *fram_desk_adapted (FramDesk *self, const FramUuid *enrolment, gboolean write, GError **error);

gboolean fram_desk_adaptation_ready (FramDesk *self, FramAdaptationEdit *edit, const FramStoredAdaptation *stored,
                                     FramAdaptationField *field, GError **error);
gboolean fram_desk_adaptation_write (FramDesk *self, FramChanges *changes, const FramStoredAdaptation *stored,
                                     const FramAdaptationEdit *edit, GError **error);
gboolean fram_desk_adaptation_finish (FramDesk *self, FramChanges *changes, char *sentence, char **what,
                                      GError **error);

G_END_DECLS
