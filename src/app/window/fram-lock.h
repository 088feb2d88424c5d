#pragma once

#include "fram-application.h"
#include "fram-window.h"

G_BEGIN_DECLS

/**
 * FramLock:
 *
 * Covers every window and dialog of the program when nobody is at the computer: after some minutes without input, at once
 * with Ctrl+L, and when the session's screen locks or the computer has slept. Under the cover everything stays as it is
 * and running work goes on; the same person finds it again, another person finds nothing of it.
 *
 * Signals: `changed`: locked or not locked any more.
 */
#define FRAM_TYPE_LOCK (fram_lock_get_type ())
G_DECLARE_FINAL_TYPE (FramLock, fram_lock, FRAM, LOCK, GObject)

/**
 * FramTimeFunc:
 *
 * Returns: milliseconds by a clock that nobody turns
 */
typedef gint64 (*FramTimeFunc) (void);

FramLock *fram_lock_new (FramApplication *app);
void fram_lock_lock (FramLock *self);
void fram_lock_ask_other (FramLock *self);
gboolean fram_lock_is_locked (FramLock *self);
void fram_lock_add_window (FramLock *self, FramWindow *window);
void fram_lock_accept (FramLock *self, FramWindow *window, const FramUuid *person);
void fram_lock_forget (FramLock *self);
void fram_lock_check (FramLock *self);
void fram_lock_set_time (FramLock *self, FramTimeFunc steady, FramTimeFunc slept);

/* fram-lock-signs.c: what the session and the system say */
typedef struct _FramLockSigns FramLockSigns;
FramLockSigns *fram_lock_signs_new (GDBusConnection *session, GCallback nobody_is_here, gpointer data);
void fram_lock_signs_free (FramLockSigns *self);

/* fram-lock-input.c: whether somebody is there */
typedef struct _FramLockInput FramLockInput;
FramLockInput *fram_lock_input_new (GCallback on_input, GCallback on_key, gpointer data);
void fram_lock_input_free (FramLockInput *self);

/* fram-lock-dialogs.c: the toplevels that are not windows with tabs */
typedef struct _FramLockDialogs FramLockDialogs;
FramLockDialogs *fram_lock_dialogs_new (void);
void fram_lock_dialogs_free (FramLockDialogs *self);
void fram_lock_dialogs_hide (FramLockDialogs *self);
void fram_lock_dialogs_show (FramLockDialogs *self);
void fram_lock_dialogs_close (FramLockDialogs *self);
guint fram_lock_dialogs_count (FramLockDialogs *self);

G_END_DECLS
