#pragma once

#include "fram-desk.h"
#include "fram-house.h"

G_BEGIN_DECLS

/* Everybody who works here, by name. Readable before anybody sits down, so that the person can be chosen. */
GPtrArray *fram_desk_staff (FramDesk *self, gboolean also_inactive, GError **error);
/* Adds (id none) or changes a person and the roles; roles that are not named any more end yesterday. */
gboolean fram_desk_save_staff (FramDesk *self, const FramStaff *staff, FramUuid *id, GError **error);

GPtrArray *fram_desk_workshops (FramDesk *self, gboolean also_inactive, GError **error);
gboolean fram_desk_save_workshop (FramDesk *self, const FramWorkshop *workshop, GError **error);

GPtrArray *fram_desk_closures (FramDesk *self, GError **error);
gboolean fram_desk_save_closure (FramDesk *self, const FramClosure *closure, GError **error);
gboolean fram_desk_remove_closure (FramDesk *self, const FramUuid *id, GError **error);

G_END_DECLS
