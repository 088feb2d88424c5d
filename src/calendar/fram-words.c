#include "fram-words.h"

#include "fram-text.h"

#include <glib/gi18n-lib.h>

/* Names go through gettext, not through the C locale, so that LANGUAGE=sv works on a machine without Swedish locale. */
static const char *const weekdays[] = {
  NC_ ("weekday", "Monday"), NC_ ("weekday", "Tuesday"),  NC_ ("weekday", "Wednesday"), NC_ ("weekday", "Thursday"),
  NC_ ("weekday", "Friday"), NC_ ("weekday", "Saturday"), NC_ ("weekday", "Sunday"),
};

static const char *const short_weekdays[] = {
  NC_ ("short weekday", "Mon"), NC_ ("short weekday", "Tue"), NC_ ("short weekday", "Wed"),
  NC_ ("short weekday", "Thu"), NC_ ("short weekday", "Fri"), NC_ ("short weekday", "Sat"),
  NC_ ("short weekday", "Sun"),
};

static const char *const months[] = {
  NC_ ("month", "January"),   NC_ ("month", "February"), NC_ ("month", "March"),    NC_ ("month", "April"),
  NC_ ("month", "May"),       NC_ ("month", "June"),     NC_ ("month", "July"),     NC_ ("month", "August"),
  NC_ ("month", "September"), NC_ ("month", "October"),  NC_ ("month", "November"), NC_ ("month", "December"),
};

/**
 * fram_weekday_name:
 * @weekday: 1 for Monday to 7 for Sunday
 *
 * Returns: "Thursday", "torsdag"
 */
const char *
fram_weekday_name (int weekday)
{
  g_return_val_if_fail (weekday >= 1 && weekday <= 7, "");
  return g_dpgettext2 (GETTEXT_PACKAGE, "weekday", weekdays[weekday - 1]);
}

/**
 * fram_weekday_short_name:
 * @weekday: 1 for Monday to 7 for Sunday
 *
 * Returns: "Thu", "tors"
 */
const char *
fram_weekday_short_name (int weekday)
{
  g_return_val_if_fail (weekday >= 1 && weekday <= 7, "");
  return g_dpgettext2 (GETTEXT_PACKAGE, "short weekday", short_weekdays[weekday - 1]);
}

/**
 * fram_month_name:
 * @month: 1–12
 *
 * Returns: "November", "november"
 */
const char *
fram_month_name (int month)
{
  g_return_val_if_fail (month >= 1 && month <= 12, "");
  return g_dpgettext2 (GETTEXT_PACKAGE, "month", months[month - 1]);
}

/**
 * fram_date_to_words:
 * @date: a date
 *
 * Returns: (transfer full): "Thursday 12 November 2026", "torsdag 12 november 2026"; empty for %FRAM_DATE_NONE
 */
char *
fram_date_to_words (FramDate date)
{
  int y, m, d;

  if (date == FRAM_DATE_NONE)
    return g_strdup ("");
  fram_date_get_ymd (date, &y, &m, &d);
  /* Translators: weekday, day of the month, month and year: "Thursday 12 November 2026" */
  return g_strdup_printf (C_ ("date", "%1$s %2$d %3$s %4$d"), fram_weekday_name (fram_date_get_weekday (date)), d,
                          fram_month_name (m), y);
}

/**
 * fram_date_to_short_words:
 * @date: a date
 *
 * Returns: (transfer full): "Thu 12 November", "tors 12 november"; empty for %FRAM_DATE_NONE
 */
char *
fram_date_to_short_words (FramDate date)
{
  int y, m, d;

  if (date == FRAM_DATE_NONE)
    return g_strdup ("");
  fram_date_get_ymd (date, &y, &m, &d);
  /* Translators: short weekday, day of the month and month: "Thu 12 November" */
  return g_strdup_printf (C_ ("date", "%1$s %2$d %3$s"), fram_weekday_short_name (fram_date_get_weekday (date)), d,
                          fram_month_name (m));
}

/**
 * fram_date_to_day_month:
 * @date: a date
 *
 * Returns: (transfer full): "12 November 2026", "12 november 2026"; empty for %FRAM_DATE_NONE
 */
char *
fram_date_to_day_month (FramDate date)
{
  int y, m, d;

  if (date == FRAM_DATE_NONE)
    return g_strdup ("");
  fram_date_get_ymd (date, &y, &m, &d);
  /* Translators: day of the month, month and year: "12 November 2026" */
  return g_strdup_printf (C_ ("date", "%1$d %2$s %3$d"), d, fram_month_name (m), y);
}

/**
 * fram_date_to_near_words:
 * @date: a date
 * @today: the day at the keyboard
 *
 * Returns: (transfer full): "12 November" in the year of @today, else "12 November 2027"; empty for %FRAM_DATE_NONE
 */
char *
fram_date_to_near_words (FramDate date, FramDate today)
{
  int y, m, d, this_year, unused;

  if (date == FRAM_DATE_NONE)
    return g_strdup ("");
  fram_date_get_ymd (date, &y, &m, &d);
  fram_date_get_ymd (today, &this_year, &unused, &unused);
  if (y != this_year)
    return fram_date_to_day_month (date);
  /* Translators: day of the month and month: "30 November" */
  return g_strdup_printf (C_ ("date", "%1$d %2$s"), d, fram_month_name (m));
}

/**
 * fram_date_to_week_text:
 * @date: a date
 *
 * Returns: (transfer full): "week 46", "v. 46", the ISO week; empty for %FRAM_DATE_NONE
 */
char *
fram_date_to_week_text (FramDate date)
{
  if (date == FRAM_DATE_NONE)
    return g_strdup ("");
  /* Translators: the number of the week in the year, in Swedish "v. 46" */
  return g_strdup_printf (C_ ("date", "week %d"), fram_date_get_iso_week (date, NULL));
}

/**
 * fram_date_range_to_text:
 * @from: first day
 * @to: last day
 *
 * Returns: (transfer full): "9–13 November 2026", "30 November – 4 December 2026", "31 December 2026 – 4 January 2027"
 */
char *
fram_date_range_to_text (FramDate from, FramDate to)
{
  g_autofree char *first = NULL, *last = fram_date_to_day_month (to);
  int y, m, d, y2, m2, d2;

  fram_date_get_ymd (from, &y, &m, &d);
  fram_date_get_ymd (to, &y2, &m2, &d2);
  if (y == y2 && m == m2)
    return g_strdup_printf ("%d–%s", d, last);
  if (y != y2)
    first = fram_date_to_day_month (from);
  else
    /* Translators: day of the month and month: "30 November" */
    first = g_strdup_printf (C_ ("date", "%1$d %2$s"), d, fram_month_name (m));
  return g_strdup_printf ("%s – %s", first, last);
}

static void
append_time (GString *out, int minutes)
{
  g_string_append_printf (out, "%02d", minutes / 60);
  if (minutes % 60 != 0)
    g_string_append_printf (out, ".%02d", minutes % 60);
}

/**
 * fram_time_to_words:
 * @minutes: minutes since midnight, or %FRAM_TIME_NONE
 *
 * Returns: (transfer full): "09.30", as clocks are written in Swedish, the same in both languages; empty for
 *   %FRAM_TIME_NONE
 */
char *
fram_time_to_words (int minutes)
{
  return g_strdelimit (fram_time_format (minutes), ":", '.');
}

/**
 * fram_time_range_to_text:
 * @from: minutes since midnight, or %FRAM_TIME_NONE
 * @to: minutes since midnight, or %FRAM_TIME_NONE
 *
 * Returns: (transfer full): "09–12", "09.30–12", the same in both languages; "09–" and "–12" where one end is open;
 *   empty where there are no times
 */
char *
fram_time_range_to_text (int from, int to)
{
  GString *out = g_string_new (NULL);

  if (from >= 0)
    append_time (out, from);
  if (from >= 0 || to >= 0)
    g_string_append (out, "–");
  if (to >= 0)
    append_time (out, to);
  return g_string_free (out, FALSE);
}

/**
 * fram_hours_to_words:
 * @minutes: minutes
 *
 * Returns: (transfer full): as hours: "7.5 h", with a decimal comma in Swedish
 */
char *
fram_hours_to_words (int minutes)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (number, sizeof number, "%.7g", (minutes * 100 + (minutes >= 0 ? 30 : -30)) / 60 / 100.0);
  if (fram_text_is_swedish ())
    g_strdelimit (number, ".", ',');
  /* TRANSLATORS: a number of hours, "7.5 h" */
  return g_strdup_printf (C_ ("hours", "%s h"), number);
}
