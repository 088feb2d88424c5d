#pragma once

#include "fram-date.h"

G_BEGIN_DECLS

/**
 * FramSpan:
 * @enrolment: row number
 * @from: first day
 * @to: last day, or %FRAM_DATE_NONE while it goes on
 * @weekly_minutes: minutes a week agreed for this step
 *
 * One placement in the workshop or one membership of the group.
 */
typedef struct
{
  gint64 enrolment;
  FramDate from;
  FramDate to;
  int weekly_minutes;
} FramSpan;

/**
 * FramPlanSlot:
 * @enrolment: row number
 * @weekday: 1 for Monday to 7 for Sunday
 * @from_time: minutes since midnight
 * @to_time: minutes since midnight
 * @valid_from: first day of the plan, or %FRAM_DATE_NONE for always
 * @valid_to: last day of the plan, or %FRAM_DATE_NONE while it goes on
 *
 * One stretch of somebody's weekly plan in the workshop or group.
 */
typedef struct
{
  gint64 enrolment;
  int weekday;
  int from_time;
  int to_time;
  FramDate valid_from;
  FramDate valid_to;
} FramPlanSlot;

G_END_DECLS
