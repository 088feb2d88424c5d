#include "fram-ctl.h"

#include "fram-desk-case.h"
#include "fram-desk-house.h"
#include "fram-text.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

/**
 * fram_ctl_print:
 * @format: as printf()
 *
 * Prints UTF-8 as it is, whatever the locale's character set.
 */
void
fram_ctl_print (const char *format, ...)
{
  va_list args;

  va_start (args, format);
  vfprintf (stdout, format, args);
  va_end (args);
}

/**
 * fram_ctl_set_up:
 * @self: the run
 * @error: return location
 *
 * Sets the clock: `--now`, else `FRAMSTEG_NOW`, else the system's.
 *
 * Returns: whether there is one
 */
gboolean
fram_ctl_set_up (FramCtl *self, GError **error)
{
  self->clock = self->now != NULL ? fram_clock_new_from_text (self->now) : fram_clock_new_default ();
  if (self->clock != NULL)
    return TRUE;
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID, _ ("“%s” is no time; write one as 2026-11-12T09:00."), self->now);
  return FALSE;
}

/**
 * fram_ctl_get_path:
 * @self: the run
 *
 * Returns: the register's path: `--register`, else what the window opens
 */
const char *
fram_ctl_get_path (FramCtl *self)
{
  if (self->register_path == NULL)
    self->register_path = fram_desk_default_path ();
  return self->register_path;
}

/**
 * fram_ctl_make_directory:
 * @self: the run
 * @error: return location
 *
 * Makes the directory a new register goes into.
 *
 * Returns: whether it is there
 */
gboolean
fram_ctl_make_directory (FramCtl *self, GError **error)
{
  g_autofree char *directory = g_path_get_dirname (fram_ctl_get_path (self));

  if (g_mkdir_with_parents (directory, 0700) == 0)
    return TRUE;
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_IO, _ ("The directory “%s” cannot be made: %s."), directory,
               g_strerror (errno));
  return FALSE;
}

/**
 * fram_ctl_open:
 * @self: the run
 * @error: return location
 *
 * Opens the register and lets the person of `--as` sit down.
 *
 * Returns: (transfer none) (nullable): the desk
 */
FramDesk *
fram_ctl_open (FramCtl *self, GError **error)
{
  const char *reason;

  self->desk = fram_desk_open (fram_ctl_get_path (self), self->clock, error);
  if (self->desk == NULL || (self->as != NULL && !fram_desk_sit_down_as (self->desk, self->as, error)))
    return NULL;
  reason = fram_desk_get_read_only_reason (self->desk);
  if (reason != NULL)
    fprintf (stderr, "%s\n", reason);
  return self->desk;
}

/**
 * fram_ctl_activity_code:
 * @self: the run, with an open register
 * @activity: a workshop or group
 * @fallback: what the person called it
 *
 * Returns: (transfer full): the code that csv and json call it by
 */
char *
fram_ctl_activity_code (FramCtl *self, const FramUuid *activity, const char *fallback)
{
  g_autoptr (GPtrArray) workshops = fram_desk_workshops (self->desk, TRUE, NULL);

  for (guint i = 0; workshops != NULL && i < workshops->len; i++)
    {
      const FramWorkshop *workshop = g_ptr_array_index (workshops, i);

      if (fram_uuid_equal (&workshop->id, activity))
        return g_strdup (workshop->code);
    }
  return g_strdup (fallback);
}

/**
 * fram_ctl_parse_date:
 * @text: (nullable): an ISO date
 * @fallback: the date where there is no text
 * @date: (out): the date
 * @error: return location; %FRAM_ERROR_INVALID
 *
 * Returns: whether there is a date
 */
gboolean
fram_ctl_parse_date (const char *text, FramDate fallback, FramDate *date, GError **error)
{
  *date = text != NULL ? fram_date_parse (text) : fallback;
  if (text == NULL || *date != FRAM_DATE_NONE)
    return TRUE;
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID,
               _ ("“%s” is no date; write one as year-month-day, for example 2026-11-12."), text);
  return FALSE;
}

/**
 * fram_ctl_parse_time:
 * @text: (nullable): a time of day
 * @minutes: (out): minutes since midnight, %FRAM_TIME_NONE where there is no text
 * @error: return location; %FRAM_ERROR_INVALID
 *
 * Returns: whether it is a time or nothing
 */
gboolean
fram_ctl_parse_time (const char *text, int *minutes, GError **error)
{
  *minutes = text != NULL ? fram_time_parse (text) : FRAM_TIME_NONE;
  if (text == NULL || *minutes != FRAM_TIME_NONE)
    return TRUE;
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID, _ ("“%s” is no time of day; write one as 09:30."), text);
  return FALSE;
}

/**
 * fram_ctl_parse_count:
 * @text: (nullable): a whole number; %NULL leaves @number as it is
 * @lowest: the least it may be
 * @highest: the most
 * @number: (inout): the number
 * @error: return location; %FRAM_ERROR_INVALID
 *
 * Returns: whether it is such a number or nothing
 */
gboolean
fram_ctl_parse_count (const char *text, gint64 lowest, gint64 highest, gint64 *number, GError **error)
{
  g_autofree char *least = g_strdup_printf ("%" G_GINT64_FORMAT, lowest);
  g_autofree char *most = g_strdup_printf ("%" G_GINT64_FORMAT, highest);
  gint64 value = 0;

  if (text == NULL)
    return TRUE;
  if (!fram_int_parse (text, &value))
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID, _ ("“%s” is no whole number; write for example 15."), text);
  else if (value < lowest || value > highest)
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID, _ ("“%s” is out of range; write a number from %s to %s."), text,
                 least, most);
  else
    {
      *number = value;
      return TRUE;
    }
  return FALSE;
}

/**
 * fram_ctl_hours_text:
 * @minutes: minutes, negative for none
 *
 * Returns: (transfer full): hours for a person: "1.5", in Swedish "1,5"
 */
char *
fram_ctl_hours_text (int minutes)
{
  char *hours = fram_hours_format (minutes);

  return fram_text_is_swedish () ? g_strdelimit (hours, ".", ',') : hours;
}

/**
 * fram_ctl_instant_text:
 * @instant: UTC milliseconds, 0 for none
 *
 * Returns: (transfer full): date and time of the day in Swedish time
 */
char *
fram_ctl_instant_text (gint64 instant)
{
  char day[FRAM_DATE_TEXT_SIZE];
  g_autofree char *time = NULL;

  if (instant == 0)
    return g_strdup ("");
  time = fram_time_format (fram_instant_get_minute (instant));
  return g_strdup_printf ("%s %s", fram_date_format (fram_instant_get_date (instant), day), time);
}

/**
 * fram_ctl_instant_iso:
 * @instant: UTC milliseconds, 0 for none
 *
 * Returns: (transfer full) (nullable): `2026-11-12T08:00:00Z`
 */
char *
fram_ctl_instant_iso (gint64 instant)
{
  g_autoptr (GDateTime) at = NULL;

  if (instant == 0)
    return NULL;
  at = g_date_time_new_from_unix_utc (instant / 1000);
  return g_date_time_format (at, "%Y-%m-%dT%H:%M:%SZ");
}

/**
 * fram_ctl_progress_init:
 * @self: a progress figure
 * @wanted: whether it is asked for where the error output is no terminal
 */
void
fram_ctl_progress_init (FramCtlProgress *self, gboolean wanted)
{
  self->in_place = isatty (STDERR_FILENO);
  self->shown = wanted || self->in_place;
  self->percent = -1;
}

/**
 * fram_ctl_progress:
 *
 * A #FramProgressFunc; its closure is a #FramCtlProgress.
 *
 * Returns: %TRUE: nothing is cancelled here
 */
gboolean
fram_ctl_progress (guint64 done, guint64 total, gpointer data)
{
  FramCtlProgress *self = data;
  int percent = total > 0 ? (int)(MIN (done, total) * 100 / total) : 0;

  if (!self->shown || total == 0 || percent == self->percent)
    return TRUE;
  self->percent = percent;
  fprintf (stderr, self->in_place ? "\r%d %%" : "%d %%\n", percent);
  fflush (stderr);
  return TRUE;
}

void
fram_ctl_progress_end (FramCtlProgress *self)
{
  if (self->in_place && self->percent >= 0)
    fputs ("\r      \r", stderr);
}

/**
 * fram_ctl_open_case:
 * @self: the command line
 * @who: a case number or an id
 * @day: the day on which an enrolment began, or %FRAM_DATE_NONE for the newest
 * @enrolment: (out): that enrolment, none for somebody who was never enrolled
 * @error: return location
 *
 * Opens a participant's record, which is logged.
 *
 * Returns: whether there is one that may be seen
 */
gboolean
fram_ctl_open_case (FramCtl *self, const char *who, FramDate day, FramUuid *enrolment, GError **error)
{
  g_autoptr (FramCase) what = fram_desk_case (self->desk, who, NULL, error);
  g_autofree char *date = NULL;

  if (what == NULL)
    return FALSE;
  *enrolment = what->enrolment;
  if (day == FRAM_DATE_NONE)
    return TRUE;
  for (guint i = 0; i < what->episodes->len; i++)
    {
      const FramEpisode *episode = g_ptr_array_index (what->episodes, i);

      *enrolment = episode->enrolment;
      if (episode->enrolled == day)
        return TRUE;
    }
  date = fram_date_to_text (day);
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND, _ ("No enrolment of %s began on %s."), who, date);
  return FALSE;
}
