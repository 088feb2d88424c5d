#include "fram-holiday.h"

#include <glib/gi18n-lib.h>

/**
 * fram_easter_sunday:
 * @year: a year of the Gregorian calendar
 *
 * The Gregorian computus in the form of Meeus, Jones and Butcher.
 *
 * Returns: Easter Sunday
 */
FramDate
fram_easter_sunday (int year)
{
  int golden = year % 19;
  int century = year / 100;
  int in_century = year % 100;
  int moon_shift = (century - (century + 8) / 25 + 1) / 3;
  int epact = (19 * golden + century - century / 4 - moon_shift + 15) % 30;
  int to_sunday = (32 + 2 * (century % 4) + 2 * (in_century / 4) - epact - in_century % 4) % 7;
  int late = (golden + 11 * epact + 22 * to_sunday) / 451;
  int days = epact + to_sunday - 7 * late + 114;

  return fram_date_new (year, days / 31, days % 31 + 1);
}

/* The Saturday on or after a day: Midsummer and All Saints' Day move within a week. */
static FramDate
saturday_from (int year, int month, int day)
{
  FramDate date = fram_date_new (year, month, day);

  return date + (6 - fram_date_get_weekday (date) + 7) % 7;
}

/**
 * fram_holiday_date:
 * @holiday: which
 * @year: the year
 *
 * Returns: when it is in that year, or %FRAM_DATE_NONE
 */
FramDate
fram_holiday_date (FramHoliday holiday, int year)
{
  if (fram_date_new (year, 1, 1) == FRAM_DATE_NONE)
    return FRAM_DATE_NONE;
  switch (holiday)
    {
    case FRAM_HOLIDAY_NEW_YEAR: return fram_date_new (year, 1, 1);
    case FRAM_HOLIDAY_EPIPHANY: return fram_date_new (year, 1, 6);
    case FRAM_HOLIDAY_GOOD_FRIDAY: return fram_easter_sunday (year) - 2;
    case FRAM_HOLIDAY_EASTER: return fram_easter_sunday (year);
    case FRAM_HOLIDAY_EASTER_MONDAY: return fram_easter_sunday (year) + 1;
    case FRAM_HOLIDAY_MAY_DAY: return fram_date_new (year, 5, 1);
    case FRAM_HOLIDAY_ASCENSION: return fram_easter_sunday (year) + 39;
    case FRAM_HOLIDAY_WHITSUN: return fram_easter_sunday (year) + 49;
    case FRAM_HOLIDAY_NATIONAL: return fram_date_new (year, 6, 6);
    case FRAM_HOLIDAY_MIDSUMMER_EVE: return saturday_from (year, 6, 20) - 1;
    case FRAM_HOLIDAY_MIDSUMMER: return saturday_from (year, 6, 20);
    case FRAM_HOLIDAY_ALL_SAINTS: return saturday_from (year, 10, 31);
    case FRAM_HOLIDAY_CHRISTMAS_EVE: return fram_date_new (year, 12, 24);
    case FRAM_HOLIDAY_CHRISTMAS: return fram_date_new (year, 12, 25);
    case FRAM_HOLIDAY_BOXING: return fram_date_new (year, 12, 26);
    case FRAM_HOLIDAY_NEW_YEAR_EVE: return fram_date_new (year, 12, 31);
    case FRAM_HOLIDAY_NONE:
    case FRAM_N_HOLIDAYS:
    default: return FRAM_DATE_NONE;
    }
}

static FramHoliday
fixed_holiday (int month, int day)
{
  switch (month * 100 + day)
    {
    case 101: return FRAM_HOLIDAY_NEW_YEAR;
    case 106: return FRAM_HOLIDAY_EPIPHANY;
    case 501: return FRAM_HOLIDAY_MAY_DAY;
    case 606: return FRAM_HOLIDAY_NATIONAL;
    case 1224: return FRAM_HOLIDAY_CHRISTMAS_EVE;
    case 1225: return FRAM_HOLIDAY_CHRISTMAS;
    case 1226: return FRAM_HOLIDAY_BOXING;
    case 1231: return FRAM_HOLIDAY_NEW_YEAR_EVE;
    default: return FRAM_HOLIDAY_NONE;
    }
}

static FramHoliday
easter_holiday (FramDate date, int year)
{
  switch (date - fram_easter_sunday (year))
    {
    case -2: return FRAM_HOLIDAY_GOOD_FRIDAY;
    case 0: return FRAM_HOLIDAY_EASTER;
    case 1: return FRAM_HOLIDAY_EASTER_MONDAY;
    case 39: return FRAM_HOLIDAY_ASCENSION;
    case 49: return FRAM_HOLIDAY_WHITSUN;
    default: return FRAM_HOLIDAY_NONE;
    }
}

/* Midsummer's Eve is the Friday of 19–25 June, All Saints' Day the Saturday from 31 October to 6 November. */
static FramHoliday
weekday_holiday (FramDate date, int month, int day)
{
  int weekday = fram_date_get_weekday (date);

  if (month == 6 && weekday == 5 && day >= 19 && day <= 25)
    return FRAM_HOLIDAY_MIDSUMMER_EVE;
  if (month == 6 && weekday == 6 && day >= 20 && day <= 26)
    return FRAM_HOLIDAY_MIDSUMMER;
  if (weekday == 6 && ((month == 10 && day == 31) || (month == 11 && day <= 6)))
    return FRAM_HOLIDAY_ALL_SAINTS;
  return FRAM_HOLIDAY_NONE;
}

/**
 * fram_holiday_of:
 * @date: a date
 *
 * Where two fall on one day (Ascension Day on the first of May), the one with a fixed date is told.
 *
 * Returns: the holiday, or %FRAM_HOLIDAY_NONE
 */
FramHoliday
fram_holiday_of (FramDate date)
{
  FramHoliday holiday;
  int year, month, day;

  if (date == FRAM_DATE_NONE)
    return FRAM_HOLIDAY_NONE;
  fram_date_get_ymd (date, &year, &month, &day);
  holiday = fixed_holiday (month, day);
  if (holiday == FRAM_HOLIDAY_NONE && month >= 3 && month <= 6)
    holiday = easter_holiday (date, year);
  if (holiday == FRAM_HOLIDAY_NONE)
    holiday = weekday_holiday (date, month, day);
  return holiday;
}

static const char *const names[FRAM_N_HOLIDAYS] = {
  [FRAM_HOLIDAY_NEW_YEAR] = NC_ ("holiday", "New Year's Day"),
  [FRAM_HOLIDAY_EPIPHANY] = NC_ ("holiday", "Epiphany"),
  [FRAM_HOLIDAY_GOOD_FRIDAY] = NC_ ("holiday", "Good Friday"),
  [FRAM_HOLIDAY_EASTER] = NC_ ("holiday", "Easter Sunday"),
  [FRAM_HOLIDAY_EASTER_MONDAY] = NC_ ("holiday", "Easter Monday"),
  [FRAM_HOLIDAY_MAY_DAY] = NC_ ("holiday", "May Day"),
  [FRAM_HOLIDAY_ASCENSION] = NC_ ("holiday", "Ascension Day"),
  [FRAM_HOLIDAY_WHITSUN] = NC_ ("holiday", "Whit Sunday"),
  [FRAM_HOLIDAY_NATIONAL] = NC_ ("holiday", "National Day"),
  [FRAM_HOLIDAY_MIDSUMMER_EVE] = NC_ ("holiday", "Midsummer's Eve"),
  [FRAM_HOLIDAY_MIDSUMMER] = NC_ ("holiday", "Midsummer's Day"),
  [FRAM_HOLIDAY_ALL_SAINTS] = NC_ ("holiday", "All Saints' Day"),
  [FRAM_HOLIDAY_CHRISTMAS_EVE] = NC_ ("holiday", "Christmas Eve"),
  [FRAM_HOLIDAY_CHRISTMAS] = NC_ ("holiday", "Christmas Day"),
  [FRAM_HOLIDAY_BOXING] = NC_ ("holiday", "Boxing Day"),
  [FRAM_HOLIDAY_NEW_YEAR_EVE] = NC_ ("holiday", "New Year's Eve"),
};

/**
 * fram_holiday_name:
 * @date: a date
 *
 * Returns: (nullable): the holiday's name in the person's language, or %NULL
 */
const char *
fram_holiday_name (FramDate date)
{
  FramHoliday holiday = fram_holiday_of (date);

  return holiday != FRAM_HOLIDAY_NONE ? g_dpgettext2 (GETTEXT_PACKAGE, "holiday", names[holiday]) : NULL;
}
