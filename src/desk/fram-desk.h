#pragma once

#include "fram-clock.h"
#include "fram-error.h"
#include "fram-record.h"
#include "fram-status.h"
#include "fram-viewer.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * FramDesk:
 *
 * A register with a person at the keyboard, a clock and an undo stack: what the window and the command line work
 * through. One function per thing a person can do: it checks the right, loads, decides and writes in one transaction.
 * The plain functions may be called from any thread and wait for the disk; the `_async` ones run the same on the
 * desk's worker thread, in order, and answer in the calling main context. A call that succeeded is on disk.
 *
 * Signals: `changed` (FramDesk*, const FramChanged *what) in the main context after a change of this desk or, with
 * everything set to "any", of another program that has the same register open; `person-changed`.
 */
#define FRAM_TYPE_DESK (fram_desk_get_type ())
G_DECLARE_FINAL_TYPE (FramDesk, fram_desk, FRAM, DESK, GObject)

/**
 * FramChanged:
 * @activity: the workshop or group whose roster changed; none for "any"
 * @day: the day, or %FRAM_DATE_NONE for "any"
 * @house: whether staff, workshops, hours, closed days or people changed, so that lists must be read again
 */
typedef struct
{
  FramUuid activity;
  FramDate day;
  gboolean house;
} FramChanged;

/* Opening. Errors: FRAM_ERROR_NO_REGISTER, NOT_A_REGISTER, CORRUPT, TOO_NEW (then it opens read-only with
 * fram_desk_get_read_only_reason() set instead of failing), READ_ONLY (likewise), BUSY, FULL, IO, EXISTS. */
FramDesk *fram_desk_open (const char *path, FramClock *clock, GError **error);
void fram_desk_open_async (const char *path, FramClock *clock, GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data);
FramDesk *fram_desk_open_finish (GAsyncResult *result, GError **error);
FramDesk *fram_desk_create (const char *path, FramClock *clock, const char *programme, GError **error);
char *fram_desk_default_path (void);

const char *fram_desk_get_path (FramDesk *self);
FramClock *fram_desk_get_clock (FramDesk *self);
gboolean fram_desk_is_demonstration (FramDesk *self);
FramDate fram_desk_get_home_day (FramDesk *self);
const char *fram_desk_get_read_only_reason (FramDesk *self);
char *fram_desk_get_site_name (FramDesk *self);

/* The person at the keyboard. A new desk belongs to the system until somebody is chosen; the window always chooses. */
gboolean fram_desk_sit_down (FramDesk *self, const FramUuid *staff, GError **error);
gboolean fram_desk_sit_down_as (FramDesk *self, const char *name_or_login, GError **error);
FramViewer *fram_desk_dup_viewer (FramDesk *self);

/* Attendance statuses of the profile, in order. (element-type FramStatus) (transfer none), constant while open. */
const GArray *fram_desk_get_statuses (FramDesk *self);
const FramStatus *fram_desk_find_status (FramDesk *self, const char *code);

/* Undo and redo any change of this session. `what` says in a translated sentence what was undone: "Leyla A. is
 * unmarked again." FRAM_ERROR_CHANGED where somebody has changed it since. */
gboolean fram_desk_can_undo (FramDesk *self);
gboolean fram_desk_can_redo (FramDesk *self);
gboolean fram_desk_undo (FramDesk *self, char **what, GError **error);
gboolean fram_desk_redo (FramDesk *self, char **what, GError **error);
void fram_desk_undo_async (FramDesk *self, gboolean redo, GAsyncReadyCallback callback, gpointer user_data);
void fram_desk_undo_watched_async (FramDesk *self, gboolean redo, FramProgressFunc progress, gpointer data,
                                   GAsyncReadyCallback callback, gpointer user_data);
char *fram_desk_undo_finish (FramDesk *self, GAsyncResult *result, GError **error);

/**
 * FramDeskFunc:
 * @desk: the desk
 * @data: closure
 * @cancellable: (nullable): long work looks at it
 * @error: return location
 *
 * Work for the desk's worker thread. Returns: (transfer full) (nullable): the answer; %NULL with @error set on failure
 */
typedef gpointer (*FramDeskFunc) (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error);

void fram_desk_run_async (FramDesk *self, FramDeskFunc func, gpointer data, GDestroyNotify free_data,
                          GDestroyNotify free_answer, GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data);
void fram_desk_run_apart_async (FramDesk *self, FramDeskFunc func, gpointer data, GDestroyNotify free_data,
                                GDestroyNotify free_answer, GCancellable *cancellable, GAsyncReadyCallback callback,
                                gpointer user_data);
gpointer fram_desk_run_finish (FramDesk *self, GAsyncResult *result, GError **error);

G_END_DECLS
