#include "fram-recurrence.h"

#include "fram-error.h"

#include <glib/gi18n-lib.h>
#include <libical/ical.h>

static gboolean
is_by_day (icalrecurrencetype_frequency freq)
{
  return freq == ICAL_DAILY_RECURRENCE || freq == ICAL_WEEKLY_RECURRENCE || freq == ICAL_MONTHLY_RECURRENCE ||
         freq == ICAL_YEARLY_RECURRENCE;
}

/* libical says nothing when it does not understand a rule: it leaves the frequency empty. */
static gboolean
parse_rule (const char *rrule, struct icalrecurrencetype *rule, GError **error)
{
  const char *text = rrule != NULL ? rrule : "";

  if (g_ascii_strncasecmp (text, "RRULE:", 6) == 0)
    text += 6;
  icalrecurrencetype_clear (rule);
  if (text[0] != '\0')
    *rule = icalrecurrencetype_from_string (text);
  if (is_by_day (rule->freq))
    return TRUE;
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID,
               _ ("“%s” is no rule for days that repeat; write for example “FREQ=WEEKLY;BYDAY=MO”."), text);
  return FALSE;
}

/* Dates without a time and a zone: daylight saving cannot move them. */
static struct icaltimetype
to_ical (FramDate date)
{
  struct icaltimetype time = { .is_date = 1 }; /* icaltime_null_date() has an hour of -1, which shifts series */

  fram_date_get_ymd (date, &time.year, &time.month, &time.day);
  return time;
}

static FramDate
next_date (icalrecur_iterator *iterator)
{
  struct icaltimetype time = icalrecur_iterator_next (iterator);

  return icaltime_is_null_time (time) ? FRAM_DATE_NONE : fram_date_new (time.year, time.month, time.day);
}

/* Nearly all groups meet on weekdays every so many weeks. */
static gboolean
is_plain_weekly (const struct icalrecurrencetype *rule)
{
  return rule->freq == ICAL_WEEKLY_RECURRENCE && rule->count == 0 && icaltime_is_null_time (rule->until) &&
         rule->rscale == NULL && rule->interval > 0 && rule->week_start == ICAL_MONDAY_WEEKDAY &&
         rule->by_hour[0] == ICAL_RECURRENCE_ARRAY_MAX && rule->by_minute[0] == ICAL_RECURRENCE_ARRAY_MAX &&
         rule->by_second[0] == ICAL_RECURRENCE_ARRAY_MAX && rule->by_month_day[0] == ICAL_RECURRENCE_ARRAY_MAX &&
         rule->by_year_day[0] == ICAL_RECURRENCE_ARRAY_MAX && rule->by_week_no[0] == ICAL_RECURRENCE_ARRAY_MAX &&
         rule->by_month[0] == ICAL_RECURRENCE_ARRAY_MAX && rule->by_set_pos[0] == ICAL_RECURRENCE_ARRAY_MAX;
}

/* The weekdays of a rule, bit 1 for Monday to bit 7 for Sunday; 0 where one of them is "the second Tuesday", and for every
 * second Sunday, where it is a question in which week it is. */
static guint
weekdays_of (const struct icalrecurrencetype *rule, FramDate first)
{
  guint weekdays = 0;

  for (guint i = 0; rule->by_day[i] != ICAL_RECURRENCE_ARRAY_MAX; i++)
    {
      enum icalrecurrencetype_weekday day = icalrecurrencetype_day_day_of_week (rule->by_day[i]);

      if (icalrecurrencetype_day_position (rule->by_day[i]) != 0)
        return 0;
      weekdays |= 1u << (day == ICAL_SUNDAY_WEEKDAY ? 7 : (int)day - 1);
    }
  if (weekdays == 0)
    weekdays = 1u << fram_date_get_weekday (first);
  return rule->interval > 1 && (weekdays & 1u << 7) != 0 ? 0 : weekdays;
}

/* libical asks a calendar of the whole world about every day; weeks are counted much faster, and ten years of all groups are
 * gone through for every week that is shown. */
static GArray *
expand_weekly (const struct icalrecurrencetype *rule, guint weekdays, FramDate first, FramDate from, FramDate to)
{
  GArray *dates = g_array_new (FALSE, FALSE, sizeof (FramDate));
  FramDate monday = first - (fram_date_get_weekday (first) - 1);
  int step = 7 * rule->interval;

  from = MAX (from, first);
  if (from > monday)
    monday += (from - monday) / step * step;
  for (; monday <= to; monday += step)
    for (int weekday = 1; weekday <= 7; weekday++)
      {
        FramDate date = monday + weekday - 1;

        if ((weekdays & 1u << weekday) != 0 && date >= from && date <= to)
          g_array_append_val (dates, date);
      }
  return dates;
}

/**
 * fram_recurrence_expand:
 * @rrule: a recurrence rule of RFC 5545, `FREQ=WEEKLY;BYDAY=TU`, daily or slower
 * @first: the day the series begins
 * @from: first day wanted
 * @to: last day wanted
 * @error: return location; %FRAM_ERROR_INVALID where @rrule is no such rule
 *
 * Returns: (transfer full) (element-type FramDate): the days in order, or %NULL
 */
GArray *
fram_recurrence_expand (const char *rrule, FramDate first, FramDate from, FramDate to, GError **error)
{
  struct icalrecurrencetype rule;
  icalrecur_iterator *iterator;
  GArray *dates;
  guint weekdays;

  g_return_val_if_fail (first != FRAM_DATE_NONE && from != FRAM_DATE_NONE && to != FRAM_DATE_NONE, NULL);
  if (!parse_rule (rrule, &rule, error))
    return NULL;
  weekdays = is_plain_weekly (&rule) ? weekdays_of (&rule, first) : 0;
  if (weekdays != 0)
    return expand_weekly (&rule, weekdays, first, from, to);
  dates = g_array_new (FALSE, FALSE, sizeof (FramDate));
  iterator = icalrecur_iterator_new (rule, to_ical (first));
  if (iterator == NULL)
    return dates;
  for (FramDate date = next_date (iterator); date != FRAM_DATE_NONE && date <= to; date = next_date (iterator))
    if (date >= from && date >= first)
      g_array_append_val (dates, date);
  icalrecur_iterator_free (iterator);
  return dates;
}

/**
 * fram_recurrence_expand_open:
 * @rrule: a recurrence rule
 * @first: the day the series begins
 * @from: first day wanted
 * @to: last day wanted
 * @closed_days: (nullable) (element-type FramClosedDay): closed days
 * @workshop: row number of the workshop, 0 for the house
 * @error: return location; %FRAM_ERROR_INVALID
 *
 * As fram_recurrence_expand(), without days off. A session on a day off is left out and not moved; it counts in COUNT.
 *
 * Returns: (transfer full) (element-type FramDate): the days in order, or %NULL
 */
GArray *
fram_recurrence_expand_open (const char *rrule, FramDate first, FramDate from, FramDate to, const GArray *closed_days,
                             gint64 workshop, GError **error)
{
  GArray *dates = fram_recurrence_expand (rrule, first, from, to, error);
  guint kept = 0;

  if (dates == NULL)
    return NULL;
  for (guint i = 0; i < dates->len; i++)
    {
      FramDate date = g_array_index (dates, FramDate, i);

      if (fram_day_is_open (date, closed_days, workshop))
        g_array_index (dates, FramDate, kept++) = date;
    }
  g_array_set_size (dates, kept);
  return dates;
}

/**
 * fram_recurrence_has:
 * @rrule: a recurrence rule
 * @first: the day the series begins
 * @date: a date
 *
 * Returns: whether the series has that day; %FALSE where @rrule is no rule
 */
gboolean
fram_recurrence_has (const char *rrule, FramDate first, FramDate date)
{
  g_autoptr (GArray) dates = NULL;

  if (first == FRAM_DATE_NONE || date == FRAM_DATE_NONE || date < first)
    return FALSE;
  dates = fram_recurrence_expand (rrule, first, date, date, NULL);
  return dates != NULL && dates->len > 0;
}

/**
 * fram_recurrence_check:
 * @rrule: (nullable): a recurrence rule
 * @error: return location; %FRAM_ERROR_INVALID
 *
 * Returns: whether @rrule is a rule for days that repeat
 */
gboolean
fram_recurrence_check (const char *rrule, GError **error)
{
  struct icalrecurrencetype rule;

  return parse_rule (rrule, &rule, error);
}
