#include "fram-clock.h"

#include <string.h>
#include <time.h>

struct _FramClock
{
  gatomicrefcount refs;
  gboolean fixed;
  gint64 now; /* UTC milliseconds where fixed */
};

static GTimeZone *
home_zone (void)
{
  static gsize once;
  static GTimeZone *zone;

  if (g_once_init_enter (&once))
    {
      zone = g_time_zone_new_identifier ("Europe/Stockholm");
      if (zone == NULL)
        zone = g_time_zone_new_local ();
      g_once_init_leave (&once, 1);
    }
  return zone;
}

static GDateTime *
local_time (gint64 instant)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (instant / 1000);

  return g_date_time_to_timezone (utc, home_zone ());
}

static FramClock *
clock_new (gboolean fixed, gint64 now)
{
  FramClock *self = g_new0 (FramClock, 1);

  g_atomic_ref_count_init (&self->refs);
  self->fixed = fixed;
  self->now = now;
  return self;
}

FramClock *
fram_clock_new_system (void)
{
  return clock_new (FALSE, 0);
}

/**
 * fram_clock_new_fixed:
 * @now: UTC milliseconds
 *
 * Returns: (transfer full): a clock that stands still
 */
FramClock *
fram_clock_new_fixed (gint64 now)
{
  return clock_new (TRUE, now);
}

/**
 * fram_clock_new_from_text:
 * @text: `2026-11-12`, or `2026-11-12T09:00` in Swedish time
 *
 * Returns: (transfer full) (nullable): a clock that stands still, or %NULL if @text is no time
 */
FramClock *
fram_clock_new_from_text (const char *text)
{
  g_autofree char *day = NULL;
  FramDate date;
  int minute = 9 * 60;

  g_return_val_if_fail (text != NULL, NULL);
  day = g_strndup (text, 10);
  date = fram_date_parse (day);
  if (date == FRAM_DATE_NONE)
    return NULL;
  if (strlen (text) > 10)
    minute = text[10] == 'T' ? fram_time_parse (text + 11) : FRAM_TIME_NONE;
  return minute == FRAM_TIME_NONE ? NULL : clock_new (TRUE, fram_instant_new (date, minute));
}

/**
 * fram_clock_new_default:
 *
 * Returns: (transfer full): the clock that `FRAMSTEG_NOW` names, else the system's
 */
FramClock *
fram_clock_new_default (void)
{
  const char *text = g_getenv ("FRAMSTEG_NOW");
  FramClock *self = text != NULL && text[0] != '\0' ? fram_clock_new_from_text (text) : NULL;

  return self != NULL ? self : fram_clock_new_system ();
}

FramClock *
fram_clock_ref (FramClock *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
fram_clock_unref (FramClock *self)
{
  if (g_atomic_ref_count_dec (&self->refs))
    g_free (self);
}

/**
 * fram_clock_now:
 * @self: a clock
 *
 * Returns: UTC milliseconds
 */
gint64
fram_clock_now (FramClock *self)
{
  return self->fixed ? self->now : g_get_real_time () / 1000;
}

FramDate
fram_clock_today (FramClock *self)
{
  return fram_instant_get_date (fram_clock_now (self));
}

int
fram_clock_minute (FramClock *self)
{
  return fram_instant_get_minute (fram_clock_now (self));
}

gboolean
fram_clock_is_fixed (FramClock *self)
{
  return self->fixed;
}

static gint64
read_clock (clockid_t id)
{
  struct timespec at = { 0 };

  clock_gettime (id, &at);
  return (gint64)at.tv_sec * 1000 + at.tv_nsec / 1000000;
}

/**
 * fram_clock_steady_now:
 *
 * What nobody can turn: for waits, not for dates.
 *
 * Returns: milliseconds since the computer started, sleep included
 */
gint64
fram_clock_steady_now (void)
{
  return read_clock (CLOCK_BOOTTIME);
}

/**
 * fram_clock_slept:
 *
 * Returns: how many milliseconds of the computer's time since it started it was asleep
 */
gint64
fram_clock_slept (void)
{
  return read_clock (CLOCK_BOOTTIME) - read_clock (CLOCK_MONOTONIC);
}

/**
 * fram_instant_get_date:
 * @instant: UTC milliseconds
 *
 * Returns: the civil date in Sweden
 */
FramDate
fram_instant_get_date (gint64 instant)
{
  g_autoptr (GDateTime) local = local_time (instant);
  int y, m, d;

  g_date_time_get_ymd (local, &y, &m, &d);
  return fram_date_new (y, m, d);
}

/**
 * fram_instant_get_minute:
 * @instant: UTC milliseconds
 *
 * Returns: minutes since midnight in Sweden
 */
int
fram_instant_get_minute (gint64 instant)
{
  g_autoptr (GDateTime) local = local_time (instant);

  return g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local);
}

/**
 * fram_instant_new:
 * @date: a civil date in Sweden
 * @minute: minutes since midnight there
 *
 * Returns: UTC milliseconds
 */
gint64
fram_instant_new (FramDate date, int minute)
{
  g_autoptr (GDateTime) local = NULL;
  int y, m, d;

  fram_date_get_ymd (date, &y, &m, &d);
  local = g_date_time_new (home_zone (), y, m, d, minute / 60 % 24, minute % 60, 0);
  return g_date_time_to_unix (local) * 1000;
}
