#pragma once

#include "fram-desk-absence.h"
#include "fram-desk-private.h"

#include "fram-roster-store.h"

G_BEGIN_DECLS

FramStoredPerson *fram_desk_load_own (FramDesk *self, const FramViewer *viewer, FramClass klass,
                                      const FramUuid *enrolment, GError **error);
const FramStatus *fram_desk_check_away (FramDesk *self, const char *code, GError **error);
gboolean fram_desk_put_absence (FramChanges *changes, const FramAbsence *absence, const FramStatus *status,
                                GError **error);

G_END_DECLS
