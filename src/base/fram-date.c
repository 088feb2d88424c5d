#include "fram-date.h"

#include <string.h>

/* g_date_get_julian of 1970-01-01: GDate counts from year 1, we from 1970 so that dates are small numbers */
#define GDATE_OF_EPOCH 719163

static gboolean
to_gdate (FramDate date, GDate *out)
{
  gint64 julian = (gint64)date + GDATE_OF_EPOCH;

  g_date_clear (out, 1);
  if (date == FRAM_DATE_NONE || julian < 1 || julian > 3652059)
    return FALSE;
  g_date_set_julian (out, (guint32)julian);
  return TRUE;
}

/**
 * fram_date_new:
 * @year: 1–9999
 * @month: 1–12
 * @day: 1–31
 *
 * Returns: the date, or %FRAM_DATE_NONE if there is no such day
 */
FramDate
fram_date_new (int year, int month, int day)
{
  GDate d;

  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31 || !g_date_valid_dmy (day, month, year))
    return FRAM_DATE_NONE;
  g_date_clear (&d, 1);
  g_date_set_dmy (&d, day, month, year);
  return (FramDate)g_date_get_julian (&d) - GDATE_OF_EPOCH;
}

static int
read_digits (const char *text, int n)
{
  int value = 0;

  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      value = value * 10 + (text[i] - '0');
    }
  return value;
}

/**
 * fram_date_parse:
 * @text: (nullable): an ISO date, `2026-11-12`, and nothing else
 *
 * Returns: the date, or %FRAM_DATE_NONE
 */
FramDate
fram_date_parse (const char *text)
{
  if (text == NULL || strlen (text) != 10 || text[4] != '-' || text[7] != '-')
    return FRAM_DATE_NONE;
  return fram_date_new (read_digits (text, 4), read_digits (text + 5, 2), read_digits (text + 8, 2));
}

/**
 * fram_date_format:
 * @date: a date
 * @buffer: where the text goes
 *
 * Returns: @buffer with the ISO text; empty for %FRAM_DATE_NONE
 */
const char *
fram_date_format (FramDate date, char buffer[FRAM_DATE_TEXT_SIZE])
{
  int y, m, d;

  buffer[0] = '\0';
  if (date == FRAM_DATE_NONE)
    return buffer;
  fram_date_get_ymd (date, &y, &m, &d);
  for (int i = 3; i >= 0; i--, y /= 10)
    buffer[i] = '0' + y % 10;
  buffer[4] = buffer[7] = '-';
  buffer[5] = '0' + m / 10;
  buffer[6] = '0' + m % 10;
  buffer[8] = '0' + d / 10;
  buffer[9] = '0' + d % 10;
  buffer[10] = '\0';
  return buffer;
}

/**
 * fram_date_to_text:
 * @date: a date
 *
 * Returns: (transfer full): the ISO text; empty for %FRAM_DATE_NONE
 */
char *
fram_date_to_text (FramDate date)
{
  char buffer[FRAM_DATE_TEXT_SIZE];

  return g_strdup (fram_date_format (date, buffer));
}

void
fram_date_get_ymd (FramDate date, int *year, int *month, int *day)
{
  GDate d;

  if (!to_gdate (date, &d))
    {
      *year = *month = *day = 0;
      return;
    }
  *year = g_date_get_year (&d);
  *month = g_date_get_month (&d);
  *day = g_date_get_day (&d);
}

/**
 * fram_date_get_weekday:
 * @date: a date
 *
 * Returns: 1 for Monday to 7 for Sunday, as in ISO 8601; 0 for %FRAM_DATE_NONE
 */
int
fram_date_get_weekday (FramDate date)
{
  int r;

  if (date == FRAM_DATE_NONE)
    return 0;
  r = (date + 3) % 7; /* 1970-01-01 was a Thursday */
  return (r < 0 ? r + 7 : r) + 1;
}

/**
 * fram_date_get_iso_week:
 * @date: a date
 * @year: (out) (optional): the year the week belongs to
 *
 * Returns: the ISO week, 1–53
 */
int
fram_date_get_iso_week (FramDate date, int *year)
{
  FramDate thursday = fram_date_monday (date) + 3;
  int y, m, d;

  fram_date_get_ymd (thursday, &y, &m, &d);
  if (year != NULL)
    *year = y;
  return (thursday - fram_date_new (y, 1, 1)) / 7 + 1;
}

/**
 * fram_date_of_iso_week:
 * @year: the ISO year
 * @week: 1–53
 *
 * Returns: the Monday of that week, or %FRAM_DATE_NONE if the year has no such week
 */
FramDate
fram_date_of_iso_week (int year, int week)
{
  FramDate first = fram_date_new (year, 1, 4);
  FramDate monday;
  int of;

  if (first == FRAM_DATE_NONE || week < 1 || week > 53)
    return FRAM_DATE_NONE;
  monday = fram_date_monday (first) + 7 * (week - 1);
  fram_date_get_iso_week (monday, &of);
  return of == year ? monday : FRAM_DATE_NONE;
}

FramDate
fram_date_monday (FramDate date)
{
  return date == FRAM_DATE_NONE ? FRAM_DATE_NONE : date - (fram_date_get_weekday (date) - 1);
}

/**
 * fram_week_format:
 * @date: a date
 *
 * Returns: (transfer full): its ISO week as it is written everywhere: "2026-W46"; empty for %FRAM_DATE_NONE
 */
char *
fram_week_format (FramDate date)
{
  int year, week;

  if (date == FRAM_DATE_NONE)
    return g_strdup ("");
  week = fram_date_get_iso_week (date, &year);
  return g_strdup_printf ("%04d-W%02d", year, week);
}

/**
 * fram_week_parse:
 * @text: (nullable): "2026-W46"
 *
 * Returns: the week's Monday, or %FRAM_DATE_NONE for anything else
 */
FramDate
fram_week_parse (const char *text)
{
  int number[2] = { 0, 0 };

  if (text == NULL || strlen (text) != 8 || text[4] != '-' || text[5] != 'W')
    return FRAM_DATE_NONE;
  for (int i = 0; i < 8; i++)
    if (i != 4 && i != 5)
      {
        if (!g_ascii_isdigit (text[i]))
          return FRAM_DATE_NONE;
        number[i > 5] = number[i > 5] * 10 + (text[i] - '0');
      }
  return fram_date_of_iso_week (number[0], number[1]);
}

FramDate
fram_date_first_of_month (FramDate date)
{
  int year, month, day;

  if (date == FRAM_DATE_NONE)
    return FRAM_DATE_NONE;
  fram_date_get_ymd (date, &year, &month, &day);
  return date - (day - 1);
}

/**
 * fram_date_add_months:
 * @date: a date
 * @months: may be negative
 *
 * Returns: the same day of another month, or that month's last day where it is shorter
 */
FramDate
fram_date_add_months (FramDate date, int months)
{
  GDate d;

  if (!to_gdate (date, &d))
    return FRAM_DATE_NONE;
  if (months >= 0)
    g_date_add_months (&d, months);
  else
    g_date_subtract_months (&d, -months);
  return (FramDate)g_date_get_julian (&d) - GDATE_OF_EPOCH;
}

/**
 * fram_date_age:
 * @born: date of birth
 * @at: the day asked about
 *
 * Returns: completed years, or -1 where a date is missing
 */
int
fram_date_age (FramDate born, FramDate at)
{
  int by, bm, bd, y, m, d;

  if (born == FRAM_DATE_NONE || at == FRAM_DATE_NONE)
    return -1;
  fram_date_get_ymd (born, &by, &bm, &bd);
  fram_date_get_ymd (at, &y, &m, &d);
  return y - by - (m < bm || (m == bm && d < bd) ? 1 : 0);
}

/**
 * fram_time_parse:
 * @text: (nullable): `9`, `09`, `9:30`, `09.30` or `0930`
 *
 * Returns: minutes since midnight, or %FRAM_TIME_NONE
 */
int
fram_time_parse (const char *text)
{
  int hour = 0, minute = 0, digits = 0;
  const char *p = text;

  if (text == NULL)
    return FRAM_TIME_NONE;
  for (; g_ascii_isdigit (*p) && digits < 4; p++, digits++)
    hour = hour * 10 + (*p - '0');
  if (digits == 0 || digits == 3)
    return FRAM_TIME_NONE;
  if (digits == 4)
    {
      minute = hour % 100;
      hour /= 100;
    }
  else if (*p == ':' || *p == '.')
    {
      if (!g_ascii_isdigit (p[1]) || !g_ascii_isdigit (p[2]))
        return FRAM_TIME_NONE;
      minute = (p[1] - '0') * 10 + (p[2] - '0');
      p += 3;
    }
  if (*p != '\0' || minute > 59 || hour > 24 || (hour == 24 && minute > 0))
    return FRAM_TIME_NONE;
  return hour * 60 + minute;
}

/**
 * fram_time_format:
 * @minutes: minutes since midnight, or %FRAM_TIME_NONE
 *
 * Returns: (transfer full): `09:30`; empty for %FRAM_TIME_NONE
 */
char *
fram_time_format (int minutes)
{
  if (minutes < 0)
    return g_strdup ("");
  return g_strdup_printf ("%02d:%02d", minutes / 60, minutes % 60);
}
