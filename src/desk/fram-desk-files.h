#pragma once

#include "fram-access-log.h"
#include "fram-desk.h"
#include "fram-demo.h"
#include "fram-problems.h"
#include "fram-record.h"

G_BEGIN_DECLS

/**
 * FramImportResult:
 * @rows: rows read
 * @added: records that were not there
 * @same: records that were there with the same values
 * @differing: records that were there with other values; nothing was overwritten
 * @differences: (element-type utf8): a line per difference, at most a hundred
 */
typedef struct
{
  guint rows;
  guint added;
  guint same;
  guint differing;
  GPtrArray *differences;
} FramImportResult;

void fram_import_result_free (FramImportResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramImportResult, fram_import_result_free)

/* Imports a directory of CSV files or one file. All or nothing: with problems nothing is written and the error is
 * FRAM_ERROR_INVALID. Importing the same again changes nothing. */
FramImportResult *fram_desk_import (FramDesk *self, const char *path, gboolean dry_run, FramProblems *problems,
                                    FramProgressFunc progress, gpointer data, GError **error);
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
