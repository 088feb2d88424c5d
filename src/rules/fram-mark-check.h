#pragma once

#include "fram-day.h"
#include "fram-status.h"

G_BEGIN_DECLS

/** FRAM_MINUTES_NONE: no minutes given; every other negative number is a mistake somebody made. */
#define FRAM_MINUTES_NONE G_MININT

/** FRAM_MARK_DAYS_AHEAD: how far ahead an absence can be marked; a date beyond it is taken for a slip of the keys. */
#define FRAM_MARK_DAYS_AHEAD 366

/**
 * FramMarkCheck:
 * @today: the day at the keyboard
 * @day: the day to be marked
 * @day_info: what fram_day_info() says about it
 * @enrolled: first day of the enrolment, %FRAM_DATE_NONE if not known
 * @closed: last day of the enrolment, %FRAM_DATE_NONE while it goes on
 * @status: code of the status, %NULL when a mark is cleared
 * @counts: how the status counts
 * @planned_minutes: minutes planned
 * @attended_minutes: minutes attended as written down
 * @minutes_late: minutes late
 * @came: minutes since midnight, or %FRAM_TIME_NONE
 * @left: minutes since midnight, or %FRAM_TIME_NONE
 *
 * One mark before it is written. Minutes not given are %FRAM_MINUTES_NONE.
 */
typedef struct
{
  FramDate today;
  FramDate day;
  FramDayInfo day_info;
  FramDate enrolled;
  FramDate closed;
  const char *status;
  FramCounts counts;
  int planned_minutes;
  int attended_minutes;
  int minutes_late;
  int came;
  int left;
} FramMarkCheck;

/** FRAM_MARK_CHECK_INIT: a mark with no minutes on an open day; dates and status are to be filled in. */
#define FRAM_MARK_CHECK_INIT                                                                                           \
  {                                                                                                                    \
    FRAM_DATE_NONE, FRAM_DATE_NONE, { FRAM_DAY_OPEN, NULL, FRAM_TIME_NONE, FRAM_TIME_NONE }, FRAM_DATE_NONE,           \
        FRAM_DATE_NONE, NULL, FRAM_COUNTS_PRESENT, FRAM_MINUTES_NONE, FRAM_MINUTES_NONE, FRAM_MINUTES_NONE,            \
        FRAM_TIME_NONE, FRAM_TIME_NONE                                                                                 \
  }

gboolean fram_mark_check (const FramMarkCheck *check, GError **error);
gboolean fram_mark_check_day (const FramMarkCheck *check, GError **error);

G_END_DECLS
