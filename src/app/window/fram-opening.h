#pragma once

#include "fram-desk-house.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Making registers off the main loop: the window shows progress and can cancel. */

/**
 * FramOpeningProgress:
 * @fraction: 0 to 1, or negative
 *
 * Told in the main context.
 */
typedef void (*FramOpeningProgress) (double fraction, gpointer data);

char *fram_opening_demo_path (void);
void fram_opening_demo_async (const char *path, FramClock *clock, GCancellable *cancellable,
                              FramOpeningProgress progress, GAsyncReadyCallback callback, gpointer user_data);
void fram_opening_create_async (const char *path, FramClock *clock, const FramStaff *first,
                                GAsyncReadyCallback callback, gpointer user_data);
char *fram_opening_finish (GAsyncResult *result, FramUuid *person, GError **error);

G_END_DECLS
