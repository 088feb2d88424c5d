#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FramDate:
 *
 * A civil date: days since 1970-01-01 in the proleptic Gregorian calendar, or %FRAM_DATE_NONE.
 * Plain arithmetic works: `date + 7` is the same weekday a week later.
 */
typedef gint32 FramDate;

#define FRAM_DATE_NONE G_MININT32

/** FRAM_DATE_TEXT_SIZE: bytes of an ISO date with its terminating zero. */
#define FRAM_DATE_TEXT_SIZE 11

FramDate fram_date_new (int year, int month, int day);
FramDate fram_date_parse (const char *text);
const char *fram_date_format (FramDate date, char buffer[FRAM_DATE_TEXT_SIZE]);
char *fram_date_to_text (FramDate date);
void fram_date_get_ymd (FramDate date, int *year, int *month, int *day);
int fram_date_get_weekday (FramDate date);
int fram_date_get_iso_week (FramDate date, int *year);
FramDate fram_date_of_iso_week (int year, int week);
FramDate fram_date_monday (FramDate date);
char *fram_week_format (FramDate date);
FramDate fram_week_parse (const char *text);
FramDate fram_date_first_of_month (FramDate date);
FramDate fram_date_add_months (FramDate date, int months);
int fram_date_age (FramDate born, FramDate at);

/**
 * FRAM_TIME_NONE:
 *
 * No time of day. Times are minutes since midnight, 0–1440.
 */
#define FRAM_TIME_NONE (-1)

int fram_time_parse (const char *text);
char *fram_time_format (int minutes);

G_END_DECLS
