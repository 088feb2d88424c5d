#include "fram-ctl.h"

#include "fram-text.h"

#include <glib/gi18n-lib.h>

/* "2026-W46", or the number of a week of the year at hand. Returns: its Monday, or FRAM_DATE_NONE */
static FramDate
parse_week (const char *text, FramDate today)
{
  g_auto (GStrv) parts = g_strsplit (text, "-", 2);
  gboolean with_year = parts[0] != NULL && parts[1] != NULL;
  const char *week_text = with_year ? parts[1] : text;
  gint64 year = 0, week = 0;
  int year_of_today = 0, back = 0;
  FramDate monday;

  fram_date_get_iso_week (today, &year_of_today);
  if (week_text[0] == 'W' || week_text[0] == 'w' || week_text[0] == 'v')
    week_text++;
  if ((with_year && !fram_int_parse (parts[0], &year)) || !fram_int_parse (week_text, &week) || week < 1 || week > 53 ||
      year < 0 || year > 9999)
    return FRAM_DATE_NONE;
  year = with_year ? year : year_of_today;
  monday = fram_date_of_iso_week ((int)year, (int)week);
  return monday != FRAM_DATE_NONE && fram_date_get_iso_week (monday, &back) == week && back == year ? monday
                                                                                                    : FRAM_DATE_NONE;
}

/**
 * fram_ctl_parse_week:
 * @text: a week: "2026-W46", or its number in the year of @today
 * @today: the day at hand
 * @monday: (out): its first day
 * @error: return location; %FRAM_ERROR_INVALID
 *
 * Returns: whether there is such a week
 */
gboolean
fram_ctl_parse_week (const char *text, FramDate today, FramDate *monday, GError **error)
{
  *monday = parse_week (text, today);
  if (*monday != FRAM_DATE_NONE)
    return TRUE;
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID, _ ("“%s” is no week; write one as 2026-W46."), text);
  return FALSE;
}

/**
 * fram_ctl_parse_month:
 * @text: a month: "2026-11"
 * @first: (out): its first day
 * @error: return location; %FRAM_ERROR_INVALID
 *
 * Returns: whether there is such a month
 */
gboolean
fram_ctl_parse_month (const char *text, FramDate *first, GError **error)
{
  g_autofree char *day = g_strconcat (text, "-01", NULL);

  *first = fram_date_parse (day);
  if (*first != FRAM_DATE_NONE)
    return TRUE;
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID, _ ("“%s” is no month; write one as 2026-11."), text);
  return FALSE;
}

/* "2026-11", or the number of a month of the year at hand. Returns: its first day, or FRAM_DATE_NONE */
static FramDate
parse_month (const char *text, FramDate today)
{
  g_auto (GStrv) parts = g_strsplit (text, "-", 2);
  gboolean with_year = parts[0] != NULL && parts[1] != NULL;
  gint64 year = 0, month = 0;
  int y, m, d;

  fram_date_get_ymd (today, &y, &m, &d);
  if ((with_year && !fram_int_parse (parts[0], &year)) || !fram_int_parse (with_year ? parts[1] : text, &month) ||
      month < 1 || month > 12 || year < 0 || year > 9999)
    return FRAM_DATE_NONE;
  return fram_date_new (with_year ? (int)year : y, (int)month, 1);
}

/**
 * fram_ctl_parse_period:
 * @week: (nullable): "2026-W46", "46"
 * @month: (nullable): "2026-11", "11"
 * @today: the day whose year is meant where none is given, and whose week where neither is
 * @first: (out): first day
 * @last: (out): last day
 * @error: return location; %FRAM_ERROR_INVALID
 *
 * Returns: whether it is a week or a month
 */
gboolean
fram_ctl_parse_period (const char *week, const char *month, FramDate today, FramDate *first, FramDate *last,
                       GError **error)
{
  if (month == NULL)
    {
      *first = fram_date_monday (today);
      if (week != NULL && !fram_ctl_parse_week (week, today, first, error))
        return FALSE;
      *last = *first + 6;
      return TRUE;
    }
  *first = parse_month (month, today);
  if (*first == FRAM_DATE_NONE)
    {
      g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID, _ ("“%s” is no month; write one as 2026-11."), month);
      return FALSE;
    }
  *last = fram_date_add_months (*first, 1) - 1;
  return TRUE;
}
