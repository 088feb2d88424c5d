#include "fram-typed-date.h"

#include "fram-text.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* Up to three numbers of a text with anything but digits between them; -1 where something else stands there. */
static int
read_numbers (const char *text, int numbers[3])
{
  int n = 0;

  while (*text != '\0')
    {
      char *end;

      if (!g_ascii_isdigit (*text))
        return -1;
      if (n == 3)
        return -1;
      numbers[n++] = (int)g_ascii_strtoull (text, &end, 10);
      text = end;
      while (*text != '\0' && strchr (" ./-", *text) != NULL)
        text++;
    }
  return n;
}

/* A day without its month or year is the one nearest to today. */
static FramDate
nearest (FramDate a, FramDate b, FramDate today)
{
  if (a == FRAM_DATE_NONE || b == FRAM_DATE_NONE)
    return a == FRAM_DATE_NONE ? b : a;
  return ABS (a - today) <= ABS (b - today) ? a : b;
}

static FramDate
day_and_month (int day, int month, FramDate today)
{
  int year, this_month, this_day;

  fram_date_get_ymd (today, &year, &this_month, &this_day);
  return nearest (fram_date_new (year, month, day),
                  nearest (fram_date_new (year - 1, month, day), fram_date_new (year + 1, month, day), today), today);
}

static FramDate
day_alone (int day, FramDate today)
{
  FramDate first, found = FRAM_DATE_NONE;
  int year, month, this_day;

  fram_date_get_ymd (today, &year, &month, &this_day);
  first = fram_date_new (year, month, 1);
  for (int i = -1; i <= 1; i++)
    {
      int y, m, d;

      fram_date_get_ymd (fram_date_add_months (first, i), &y, &m, &d);
      found = nearest (found, fram_date_new (y, m, day), today);
    }
  return found;
}

/* The weekday of this week, whose first letters were typed: "fri", "torsdag". */
static FramDate
weekday (const char *folded, FramDate today)
{
  gsize n = strlen (folded);
  FramDate found = FRAM_DATE_NONE;

  if (n < 2)
    return FRAM_DATE_NONE;
  for (int i = 1; i <= 7; i++)
    {
      g_autofree char *name = fram_text_fold (fram_weekday_name (i));

      if (strncmp (name, folded, n) == 0)
        found = found == FRAM_DATE_NONE ? fram_date_monday (today) + i - 1 : FRAM_DATE_NONE;
    }
  return found;
}

static FramDate
word (const char *folded, FramDate today)
{
  g_autofree char *today_word = fram_text_fold (C_ ("typed date", "today"));
  g_autofree char *tomorrow = fram_text_fold (C_ ("typed date", "tomorrow"));
  g_autofree char *yesterday = fram_text_fold (C_ ("typed date", "yesterday"));

  if (g_str_equal (folded, today_word))
    return today;
  if (g_str_equal (folded, tomorrow))
    return today + 1;
  if (g_str_equal (folded, yesterday))
    return today - 1;
  return weekday (folded, today);
}

/* "v. 46", "week 46", "46v": the Monday of a week of this year */
static FramDate
week (const char *folded, FramDate today)
{
  static const char *const prefixes[] = { "vecka", "week", "v.", "w.", "v", "w" };
  int year, numbers[3];

  fram_date_get_iso_week (today, &year);
  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    {
      const char *rest = folded + strlen (prefixes[i]);

      if (!g_str_has_prefix (folded, prefixes[i]))
        continue;
      while (*rest == ' ')
        rest++;
      if (read_numbers (rest, numbers) == 1)
        return fram_date_of_iso_week (year, numbers[0]);
    }
  return FRAM_DATE_NONE;
}

static FramDate
offset (const char *text, FramDate today)
{
  gint64 days;

  if ((text[0] != '+' && text[0] != '-') || !fram_int_parse (text + (text[0] == '+'), &days))
    return FRAM_DATE_NONE;
  return ABS (days) > 36600 ? FRAM_DATE_NONE : today + (FramDate)days;
}

/**
 * fram_typed_date_parse:
 * @text: (nullable): what somebody typed
 * @today: the day it is counted from
 *
 * Reads "2026-11-12", "12/11", "12.11.2026", "12", "fri", "torsdag", "today", "+7", "-1", "v. 46". Day stands before
 * month, as it is written in Sweden; missing parts are those nearest to @today.
 *
 * Returns: the date, or %FRAM_DATE_NONE
 */
FramDate
fram_typed_date_parse (const char *text, FramDate today)
{
  g_autofree char *folded = NULL;
  int numbers[3] = { 0 };

  if (text == NULL)
    return FRAM_DATE_NONE;
  folded = g_strstrip (fram_text_fold (text));
  if (offset (folded, today) != FRAM_DATE_NONE)
    return offset (folded, today);
  switch (read_numbers (folded, numbers))
    {
    case 1:
      if (strlen (folded) == 8)
        return fram_date_new (numbers[0] / 10000, numbers[0] / 100 % 100, numbers[0] % 100);
      return numbers[0] > 31 ? FRAM_DATE_NONE : day_alone (numbers[0], today);
    case 2: return day_and_month (numbers[0], numbers[1], today);
    case 3:
      if (numbers[0] > 31)
        return fram_date_new (numbers[0], numbers[1], numbers[2]);
      return fram_date_new (numbers[2] < 100 ? 2000 + numbers[2] : numbers[2], numbers[1], numbers[0]);
    default: break;
    }
  return week (folded, today) != FRAM_DATE_NONE ? week (folded, today) : word (folded, today);
}
