#pragma once

#include "fram-db.h"

G_BEGIN_DECLS

/**
 * FramAccessLine:
 *
 * One line of the access log or of the change log.
 */
typedef struct
{
  gint64 at;
  char *who;
  char *act;
  char *klass;
  char *subject;
  char *detail;
} FramAccessLine;

void fram_access_line_free (FramAccessLine *self);

gboolean fram_access_log_add (FramDb *db, const FramViewer *viewer, const char *act, FramClass klass,
                              gint64 participant, const char *reason, GError **error);
gboolean fram_access_log_verify (FramDb *db);
GPtrArray *fram_access_log_read (FramDb *db, const FramViewer *viewer, gint64 participant, guint limit, GError **error);

G_END_DECLS
