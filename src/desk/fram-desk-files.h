#pragma once

#include "fram-access-log.h"
#include "fram-desk.h"
#include "fram-demo.h"
#include "fram-desk-import.h"

G_BEGIN_DECLS

gboolean fram_desk_export (FramDesk *self, const char *directory, FramProgressFunc progress, gpointer data,
                           GError **error);
/* Makes a new register with the fictitious programme. */
FramDesk *fram_desk_create_demo (const char *path, FramClock *clock, const FramDemoOptions *options,
                                 FramProgressFunc progress, gpointer data, GError **error);
gboolean fram_desk_backup (FramDesk *self, const char *file, GError **error);
gboolean fram_desk_restore (const char *backup, const char *path, FramClock *clock, GError **error);
/* Looks the register through; the answer is a line per finding, empty when all is well. */
GPtrArray *fram_desk_check (FramDesk *self, gboolean repair, GError **error);

/**
 * FramLogLine:
 *
 * A line of who read and changed what.
 */
typedef FramAccessLine FramLogLine;

void fram_log_line_free (FramLogLine *self);
GPtrArray *fram_desk_log (FramDesk *self, const char *participant, guint limit, GError **error);

G_END_DECLS
