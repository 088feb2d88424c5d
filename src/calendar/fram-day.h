#pragma once

#include "fram-words.h"

G_BEGIN_DECLS

/**
 * FramClosedDay:
 * @from: first day
 * @to: last day, the same as @from for one day
 * @workshop: row number of the workshop, 0 for the whole house
 * @from_time: minutes since midnight, %FRAM_TIME_NONE for the whole day
 * @to_time: minutes since midnight, %FRAM_TIME_NONE for the whole day
 * @name: (nullable): what people call it, "Summer break"
 *
 * Days on which the house or a workshop is closed beyond weekends and holidays.
 */
typedef struct
{
  FramDate from;
  FramDate to;
  gint64 workshop;
  int from_time;
  int to_time;
  char *name;
} FramClosedDay;

/**
 * FramDayKind:
 * @FRAM_DAY_OPEN: a working day, part of it may be closed
 * @FRAM_DAY_WEEKEND: Saturday or Sunday
 * @FRAM_DAY_HOLIDAY: a holiday, on a weekend too
 * @FRAM_DAY_CLOSED: the whole house or this workshop is closed all day
 */
typedef enum
{
  FRAM_DAY_OPEN,
  FRAM_DAY_WEEKEND,
  FRAM_DAY_HOLIDAY,
  FRAM_DAY_CLOSED,
} FramDayKind;

/**
 * FramDayInfo:
 * @kind: what kind of day
 * @name: (nullable): the holiday's or closed day's name; of a weekend the weekday's; of an open day that of the closed part
 * @closed_from: of an open day: when the closed part begins, else %FRAM_TIME_NONE
 * @closed_to: of an open day: when the closed part ends, else %FRAM_TIME_NONE
 *
 * The name belongs to the array of closed days or to the program; it is never freed.
 */
typedef struct
{
  FramDayKind kind;
  const char *name;
  int closed_from;
  int closed_to;
} FramDayInfo;

void fram_closed_day_clear (FramClosedDay *self);
GArray *fram_closed_days_new (void);

FramDayInfo fram_day_info (FramDate date, const GArray *closed_days, gint64 workshop);
gboolean fram_day_is_open (FramDate date, const GArray *closed_days, gint64 workshop);
FramDate fram_day_next_open (FramDate date, const GArray *closed_days, gint64 workshop);
FramDate fram_day_previous_open (FramDate date, const GArray *closed_days, gint64 workshop);
FramDate fram_day_latest_open (FramDate date, const GArray *closed_days, gint64 workshop);

G_END_DECLS
