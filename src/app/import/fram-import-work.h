#pragma once

#include "fram-desk-import.h"
#include "fram-work.h"

G_BEGIN_DECLS

/* What the assistant asks of the desk, off the main loop. */

/**
 * FramImportOutcome:
 * @result: (nullable): figures, where the files could be read
 * @problems: what is wrong with the files
 * @error: (nullable): why there is no result
 */
typedef struct
{
  FramImportResult *result;
  FramProblems *problems;
  GError *error;
} FramImportOutcome;

void fram_import_outcome_free (FramImportOutcome *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramImportOutcome, fram_import_outcome_free)

void fram_import_look_async (FramDesk *desk, const char *const *paths, FramWork *work, GAsyncReadyCallback callback,
                             gpointer user_data);
void fram_import_run_async (FramDesk *desk, GPtrArray *sources, gboolean dry_run, FramWork *work,
                            GAsyncReadyCallback callback, gpointer user_data);

G_END_DECLS
