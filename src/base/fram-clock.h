#pragma once

#include "fram-date.h"

G_BEGIN_DECLS

/**
 * FramClock:
 *
 * The only place that asks the system for the time. Tests and `--now` pin it. Thread-safe once made.
 */
typedef struct _FramClock FramClock;

FramClock *fram_clock_new_system (void);
FramClock *fram_clock_new_fixed (gint64 now);
FramClock *fram_clock_new_from_text (const char *text);
FramClock *fram_clock_new_default (void);
FramClock *fram_clock_ref (FramClock *clock);
void fram_clock_unref (FramClock *clock);
gint64 fram_clock_now (FramClock *clock);
FramDate fram_clock_today (FramClock *clock);
int fram_clock_minute (FramClock *clock);
gboolean fram_clock_is_fixed (FramClock *clock);

gint64 fram_clock_steady_now (void);
gint64 fram_clock_slept (void);

FramDate fram_instant_get_date (gint64 instant);
int fram_instant_get_minute (gint64 instant);
gint64 fram_instant_new (FramDate date, int minute);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramClock, fram_clock_unref)

G_END_DECLS
