#include "fram-mark-check.h"

#include "fram-error.h"
#include "fram-text.h"

#include <glib/gi18n-lib.h>

#define DAY_MINUTES (24 * 60)

static gboolean
check_enrolment (const FramMarkCheck *check, const char *day, GError **error)
{
  g_autofree char *enrolled = fram_date_to_day_month (check->enrolled);
  g_autofree char *closed = fram_date_to_day_month (check->closed);

  if (check->enrolled != FRAM_DATE_NONE && check->day < check->enrolled)
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID,
                 _ ("%1$s is before the enrolment began on %2$s; choose that day or a later one."), day, enrolled);
  else if (check->closed != FRAM_DATE_NONE && check->day > check->closed)
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID,
                 _ ("%1$s is after the enrolment was closed on %2$s; choose that day or an earlier one."), day, closed);
  else
    return TRUE;
  return FALSE;
}

static gboolean
check_day_off (const FramDayInfo *info, const char *day, GError **error)
{
  if (info->kind == FRAM_DAY_OPEN)
    return TRUE;
  if (info->kind == FRAM_DAY_WEEKEND)
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID,
                 /* Translators: a date and a weekday: "14 November 2026 is a Saturday …" */
                 _ ("%1$s is a %2$s, a day off; choose a working day."), day, info->name);
  else if (info->kind == FRAM_DAY_HOLIDAY)
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID,
                 /* Translators: a date and a holiday: "25 December 2026 is Christmas Day …" */
                 _ ("%1$s is %2$s, a day off; choose a working day."), day, info->name);
  else if (info->name != NULL && info->name[0] != '\0')
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID,
                 /* Translators: a date and what the closed day is called */
                 _ ("On %1$s it is closed (%2$s); choose a working day."), day, info->name);
  else
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID, _ ("On %s it is closed; choose a working day."), day);
  return FALSE;
}

/**
 * fram_mark_check_day:
 * @check: the day, what kind of day it is and the enrolment; the rest is not looked at
 * @error: return location; %FRAM_ERROR_INVALID
 *
 * Returns: whether anything can be marked on that day
 */
gboolean
fram_mark_check_day (const FramMarkCheck *check, GError **error)
{
  g_autofree char *day = NULL;

  if (check->day == FRAM_DATE_NONE)
    {
      g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_INVALID,
                           _ ("The mark has no date; write one as year-month-day, for example 2026-11-12."));
      return FALSE;
    }
  day = fram_date_to_day_month (check->day);
  return check_enrolment (check, day, error) && check_day_off (&check->day_info, day, error);
}

/* Leave, an illness and a message can be known before; that somebody came or stayed away without a word cannot. */
static gboolean
check_future (const FramMarkCheck *check, GError **error)
{
  g_autofree char *day = fram_date_to_day_month (check->day);
  gboolean foreseeable = check->counts != FRAM_COUNTS_PRESENT && g_strcmp0 (check->status, "absent_unnotified") != 0;

  if (check->today == FRAM_DATE_NONE || check->day <= check->today)
    return TRUE;
  if (!foreseeable)
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID,
                 _ ("%s is yet to come; only leave and absence that is known beforehand can be marked ahead."), day);
  else if (check->day > check->today + FRAM_MARK_DAYS_AHEAD)
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID, _ ("%s is more than a year ahead; check the date."), day);
  else
    return TRUE;
  return FALSE;
}

/* Decimal hours as a person writes them: with a comma in Swedish. */
static char *
hours_to_text (int minutes)
{
  char *hours = fram_hours_format (minutes);

  return fram_text_is_swedish () ? g_strdelimit (hours, ".", ',') : hours;
}

static gboolean
check_range (int minutes, GError **error)
{
  g_autofree char *hours = NULL;

  if (minutes == FRAM_MINUTES_NONE || (minutes >= 0 && minutes <= DAY_MINUTES))
    return TRUE;
  if (minutes < 0)
    {
      g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID, _ ("%d minutes are less than none; write 0 or more."),
                   minutes);
      return FALSE;
    }
  hours = hours_to_text (minutes);
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID, _ ("%s hours are more than a day has; write at most 24."), hours);
  return FALSE;
}

static gboolean
check_late (const FramMarkCheck *check, GError **error)
{
  int late = check->minutes_late;

  if (late == FRAM_MINUTES_NONE || late == 0)
    return TRUE;
  if (g_strcmp0 (check->status, "late") != 0)
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_INVALID,
                         _ ("Minutes late belong to the status “late” only; choose it or leave the minutes out."));
  else if (check->planned_minutes != FRAM_MINUTES_NONE && late > check->planned_minutes)
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID,
                 _ ("%1$d minutes late are more than the %2$d minutes planned; write fewer or mark an absence."), late,
                 check->planned_minutes);
  else
    return TRUE;
  return FALSE;
}

static gboolean
check_attended (const FramMarkCheck *check, GError **error)
{
  if (check->counts == FRAM_COUNTS_PRESENT || check->attended_minutes == FRAM_MINUTES_NONE ||
      check->attended_minutes == 0)
    return TRUE;
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_INVALID,
                       _ ("Hours attended do not go with an absence; choose “present” or leave the hours out."));
  return FALSE;
}

static gboolean
check_times (const FramMarkCheck *check, GError **error)
{
  g_autofree char *came = fram_time_format (check->came);
  g_autofree char *left = fram_time_format (check->left);

  if (MAX (check->came, check->left) > DAY_MINUTES || MIN (check->came, check->left) < FRAM_TIME_NONE)
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_INVALID,
                         _ ("That is no time of day; write a time from 00:00 to 24:00."));
  else if (check->came != FRAM_TIME_NONE && check->left != FRAM_TIME_NONE && check->left < check->came)
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID, _ ("Left at %1$s is before came at %2$s; correct the times."),
                 left, came);
  else
    return TRUE;
  return FALSE;
}

/**
 * fram_mark_check:
 * @check: a mark about to be written
 * @error: return location; %FRAM_ERROR_INVALID with one sentence for the first fault
 *
 * A mark that is cleared is never refused, so that a mistake can be taken away wherever it stands.
 *
 * Returns: whether the mark makes sense
 */
gboolean
fram_mark_check (const FramMarkCheck *check, GError **error)
{
  if (check->status == NULL)
    return TRUE;
  return fram_mark_check_day (check, error) && check_future (check, error) &&
         check_range (check->minutes_late, error) && check_range (check->planned_minutes, error) &&
         check_range (check->attended_minutes, error) && check_late (check, error) && check_attended (check, error) &&
         check_times (check, error);
}
