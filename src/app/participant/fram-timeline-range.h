#pragma once

#include "fram-timeline.h"

G_BEGIN_DECLS

/**
 * FramTimelineSums:
 * @from: first day
 * @to: last day
 * @days: days, both ends counted
 * @working_days: of them, days that are neither weekend nor holiday
 * @sessions: sessions that count
 * @attended: of them, those that were attended
 * @planned_minutes: planned on the days that have marks
 * @attended_minutes: attended
 *
 * What some days of a timeline add up to.
 */
typedef struct
{
  FramDate from;
  FramDate to;
  int days;
  int working_days;
  int sessions;
  int attended;
  int planned_minutes;
  int attended_minutes;
} FramTimelineSums;

FramTimelineSums fram_timeline_sum (const FramTimeline *timeline, FramDate from, FramDate to);
char *fram_timeline_sums_to_words (const FramTimelineSums *self);
char *fram_timeline_sums_to_table (const FramTimelineSums *self);

G_END_DECLS
