#pragma once

#include "fram-date.h"

G_BEGIN_DECLS

/**
 * FramHoliday:
 *
 * The Swedish public holidays (lag 1989:253), and the three eves that the programme keeps as days off like everybody else
 * (DATA.md, "Codes": Midsummer, Christmas and New Year's Eve too).
 */
typedef enum
{
  FRAM_HOLIDAY_NONE,
  FRAM_HOLIDAY_NEW_YEAR,
  FRAM_HOLIDAY_EPIPHANY,
  FRAM_HOLIDAY_GOOD_FRIDAY,
  FRAM_HOLIDAY_EASTER,
  FRAM_HOLIDAY_EASTER_MONDAY,
  FRAM_HOLIDAY_MAY_DAY,
  FRAM_HOLIDAY_ASCENSION,
  FRAM_HOLIDAY_WHITSUN,
  FRAM_HOLIDAY_NATIONAL,
  FRAM_HOLIDAY_MIDSUMMER_EVE,
  FRAM_HOLIDAY_MIDSUMMER,
  FRAM_HOLIDAY_ALL_SAINTS,
  FRAM_HOLIDAY_CHRISTMAS_EVE,
  FRAM_HOLIDAY_CHRISTMAS,
  FRAM_HOLIDAY_BOXING,
  FRAM_HOLIDAY_NEW_YEAR_EVE,
  FRAM_N_HOLIDAYS
} FramHoliday;

FramDate fram_easter_sunday (int year);
FramHoliday fram_holiday_of (FramDate date);
FramDate fram_holiday_date (FramHoliday holiday, int year);
const char *fram_holiday_name (FramDate date);

G_END_DECLS
