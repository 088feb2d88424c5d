#pragma once

#include "fram-plan.h"

G_BEGIN_DECLS

/**
 * FramMarkKey:
 * @enrolment: row number
 * @part: 0 whole day, 1 before noon, 2 after noon
 * @planned_minutes: minutes planned as the mark tells it, -1 for none
 *
 * A mark that is already there on the day.
 */
typedef struct
{
  gint64 enrolment;
  int part;
  int planned_minutes;
} FramMarkKey;

/**
 * FramExpectedKind:
 * @FRAM_EXPECTED_PLANNED: has plan slots on this day
 * @FRAM_EXPECTED_VISITOR: has a mark and no plan on this day
 * @FRAM_EXPECTED_UNPLANNED: is placed here, has neither; stands apart and is not counted
 */
typedef enum
{
  FRAM_EXPECTED_PLANNED,
  FRAM_EXPECTED_VISITOR,
  FRAM_EXPECTED_UNPLANNED,
} FramExpectedKind;

/**
 * FramExpected:
 * @enrolment: row number
 * @kind: why the person is on the roster
 * @planned_from: when the day's first slot begins, else %FRAM_TIME_NONE
 * @planned_to: when the day's last slot ends, else %FRAM_TIME_NONE
 * @planned_minutes: sum of the day's slots, else what the mark tells, else -1
 * @first_day: the person's first planned day of the stay, or the day on which the stay begins
 * @last_day: the last planned day of a stay that has an end, or the day on which it ends
 * @has_mark: whether there is a mark already
 * @hours_changed: whether this day's plan began within the last seven days and there was another plan before
 * @span_from: first day of the stay, %FRAM_DATE_NONE if the person is not placed here
 * @span_to: last day of the stay, %FRAM_DATE_NONE while it goes on
 *
 * One row of a roster. A stay is a chain of placements that follow each other with at most a weekend in between.
 */
typedef struct
{
  gint64 enrolment;
  FramExpectedKind kind;
  int planned_from;
  int planned_to;
  int planned_minutes;
  gboolean first_day;
  gboolean last_day;
  gboolean has_mark;
  gboolean hours_changed;
  FramDate span_from;
  FramDate span_to;
} FramExpected;

GArray *fram_expected_of_day (const GArray *spans, const GArray *slots, const GArray *marks, FramDate day,
                              gboolean day_off);

G_END_DECLS
