#pragma once

#include "fram-desk.h"
#include "fram-rights.h"

G_BEGIN_DECLS

/* That data of participants were copied out of the program, a line of the access log for each of them, all or none. A
 * register that can only be read has no lines, and is copied from all the same. */
gboolean fram_desk_log_copied (FramDesk *self, FramClass klass, const FramUuid *participants, guint n, GError **error);
void fram_desk_log_copied_async (FramDesk *self, FramClass klass, const FramUuid *participants, guint n,
                                 GAsyncReadyCallback callback, gpointer user_data);
gboolean fram_desk_log_copied_finish (FramDesk *self, GAsyncResult *result, GError **error);

G_END_DECLS
