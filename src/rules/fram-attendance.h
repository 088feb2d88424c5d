#pragma once

#include "fram-status.h"

#include "fram-date.h"

G_BEGIN_DECLS

/** FRAM_MAX_STATUSES: attendance statuses that one programme can have. */
#define FRAM_MAX_STATUSES 32

/**
 * FramAttendanceTotals:
 * @expected: people expected: planned, and marked without plan
 * @unmarked: of them, without a mark
 * @marked: of them, with a mark
 * @attended: marks that count as present
 * @absent: marks that count as absent
 * @neither: marks that stay out of every rate
 * @gave_notice: of the absent, those who told of it (notified absence, sick)
 * @by_status: marks per status, in the order of the statuses handed in
 *
 * Totals of a roster.
 */
typedef struct
{
  int expected;
  int unmarked;
  int marked;
  int attended;
  int absent;
  int neither;
  int gave_notice;
  int by_status[FRAM_MAX_STATUSES];
} FramAttendanceTotals;

void fram_attendance_count (const FramStatus *statuses, guint n_statuses, const gint64 *marks, guint n_marks,
                            FramAttendanceTotals *totals);
void fram_attendance_totals_add (FramAttendanceTotals *self, const FramStatus *statuses, guint n_statuses,
                                 gint64 status_row);
int fram_attendance_rate_attended (const FramAttendanceTotals *self);
int fram_attendance_rate_attended_or_notice (const FramAttendanceTotals *self);

/**
 * FramAttendedFacts:
 * @counts: how the status counts
 * @planned_minutes: minutes planned, -1 if not known
 * @planned_from: when the plan begins, or %FRAM_TIME_NONE
 * @planned_to: when the plan ends, or %FRAM_TIME_NONE
 * @minutes_late: minutes late, -1 or 0 for none
 * @came: when the person came, or %FRAM_TIME_NONE
 * @left: when the person left, or %FRAM_TIME_NONE
 * @attended_minutes: minutes attended as somebody wrote them down, -1 for none; wins over all else
 *
 * What attended minutes are worked out from.
 */
typedef struct
{
  FramCounts counts;
  int planned_minutes;
  int planned_from;
  int planned_to;
  int minutes_late;
  int came;
  int left;
  int attended_minutes;
} FramAttendedFacts;

/** FRAM_ATTENDED_FACTS_INIT: present, nothing else known. */
#define FRAM_ATTENDED_FACTS_INIT                                                                                       \
  {                                                                                                                    \
    FRAM_COUNTS_PRESENT, -1, FRAM_TIME_NONE, FRAM_TIME_NONE, -1, FRAM_TIME_NONE, FRAM_TIME_NONE, -1                    \
  }

int fram_attended_minutes (const FramAttendedFacts *facts);

G_END_DECLS
