#include "fram-day.h"

#include "fram-holiday.h"

/* Nothing is closed for ten years on end; a search that far has gone astray. */
#define SEARCH_DAYS 3660

void
fram_closed_day_clear (FramClosedDay *self)
{
  g_clear_pointer (&self->name, g_free);
}

/**
 * fram_closed_days_new:
 *
 * Returns: (transfer full) (element-type FramClosedDay): an empty array that frees the names of its elements
 */
GArray *
fram_closed_days_new (void)
{
  GArray *days = g_array_new (FALSE, TRUE, sizeof (FramClosedDay));

  g_array_set_clear_func (days, (GDestroyNotify)fram_closed_day_clear);
  return days;
}

static gboolean
is_whole_day (const FramClosedDay *closed)
{
  return closed->from_time == FRAM_TIME_NONE && closed->to_time == FRAM_TIME_NONE;
}

static gboolean
covers (const FramClosedDay *closed, FramDate date, gint64 workshop)
{
  return closed->from <= date && date <= closed->to && (closed->workshop == 0 || closed->workshop == workshop);
}

/* A whole day wins over a part of it. */
static const FramClosedDay *
find_closed (FramDate date, const GArray *closed_days, gint64 workshop)
{
  const FramClosedDay *part = NULL;

  for (guint i = 0; closed_days != NULL && i < closed_days->len; i++)
    {
      const FramClosedDay *closed = &g_array_index (closed_days, FramClosedDay, i);

      if (!covers (closed, date, workshop))
        continue;
      if (is_whole_day (closed))
        return closed;
      part = closed;
    }
  return part;
}

/**
 * fram_day_info:
 * @date: a date
 * @closed_days: (nullable) (element-type FramClosedDay): days closed beyond weekends and holidays
 * @workshop: row number of the workshop asked about, 0 for the house
 *
 * A day off is a weekend, a holiday or a closed day (DATA.md, "Codes"). A holiday on a weekend is told as the holiday.
 *
 * Returns: what kind of day it is and why
 */
FramDayInfo
fram_day_info (FramDate date, const GArray *closed_days, gint64 workshop)
{
  FramDayInfo info = { FRAM_DAY_OPEN, NULL, FRAM_TIME_NONE, FRAM_TIME_NONE };
  const FramClosedDay *closed;

  g_return_val_if_fail (date != FRAM_DATE_NONE, info);
  info.name = fram_holiday_name (date);
  if (info.name != NULL)
    {
      info.kind = FRAM_DAY_HOLIDAY;
      return info;
    }
  if (fram_date_get_weekday (date) >= 6)
    {
      info.kind = FRAM_DAY_WEEKEND;
      info.name = fram_weekday_name (fram_date_get_weekday (date));
      return info;
    }
  closed = find_closed (date, closed_days, workshop);
  if (closed == NULL)
    return info;
  info.kind = is_whole_day (closed) ? FRAM_DAY_CLOSED : FRAM_DAY_OPEN;
  info.name = closed->name;
  info.closed_from = closed->from_time;
  info.closed_to = closed->to_time;
  return info;
}

/**
 * fram_day_is_open:
 * @date: a date
 * @closed_days: (nullable) (element-type FramClosedDay): closed days
 * @workshop: row number of the workshop, 0 for the house
 *
 * Returns: whether people are expected on that day, if only for a part of it
 */
gboolean
fram_day_is_open (FramDate date, const GArray *closed_days, gint64 workshop)
{
  const FramClosedDay *closed;

  if (date == FRAM_DATE_NONE || fram_date_get_weekday (date) >= 6 || fram_holiday_of (date) != FRAM_HOLIDAY_NONE)
    return FALSE;
  closed = find_closed (date, closed_days, workshop);
  return closed == NULL || !is_whole_day (closed);
}

static FramDate
search (FramDate date, int step, const GArray *closed_days, gint64 workshop)
{
  for (int i = 0; date != FRAM_DATE_NONE && i < SEARCH_DAYS; i++, date += step)
    if (fram_day_is_open (date, closed_days, workshop))
      return date;
  return FRAM_DATE_NONE;
}

/**
 * fram_day_next_open:
 * @date: a date
 * @closed_days: (nullable) (element-type FramClosedDay): closed days
 * @workshop: row number of the workshop, 0 for the house
 *
 * Returns: the first working day after @date; %FRAM_DATE_NONE where there is none within ten years
 */
FramDate
fram_day_next_open (FramDate date, const GArray *closed_days, gint64 workshop)
{
  return date == FRAM_DATE_NONE ? FRAM_DATE_NONE : search (date + 1, 1, closed_days, workshop);
}

/**
 * fram_day_previous_open:
 * @date: a date
 * @closed_days: (nullable) (element-type FramClosedDay): closed days
 * @workshop: row number of the workshop, 0 for the house
 *
 * Returns: the last working day before @date; %FRAM_DATE_NONE where there is none within ten years
 */
FramDate
fram_day_previous_open (FramDate date, const GArray *closed_days, gint64 workshop)
{
  return date == FRAM_DATE_NONE ? FRAM_DATE_NONE : search (date - 1, -1, closed_days, workshop);
}

/**
 * fram_day_latest_open:
 * @date: a date
 * @closed_days: (nullable) (element-type FramClosedDay): closed days
 * @workshop: row number of the workshop, 0 for the house
 *
 * Returns: @date itself if it is a working day, else the last one before it
 */
FramDate
fram_day_latest_open (FramDate date, const GArray *closed_days, gint64 workshop)
{
  return search (date, -1, closed_days, workshop);
}
