#include "fram-attendance.h"

#include <string.h>

/* Those who told of it: the report "attended or gave notice" counts them beside the present. */
static gboolean
gives_notice (const FramStatus *status)
{
  return g_strcmp0 (status->code, "absent_notified") == 0 || g_strcmp0 (status->code, "sick") == 0;
}

static void
add_status (FramAttendanceTotals *self, const FramStatus *status, guint index)
{
  self->marked++;
  self->by_status[index]++;
  self->attended += status->counts == FRAM_COUNTS_PRESENT;
  self->absent += status->counts == FRAM_COUNTS_ABSENT;
  self->neither += status->counts == FRAM_COUNTS_NEITHER;
  self->gave_notice += status->counts == FRAM_COUNTS_ABSENT && gives_notice (status);
}

/**
 * fram_attendance_totals_add:
 * @self: totals so far; zeroed at the start
 * @statuses: (array length=n_statuses): the programme's statuses
 * @n_statuses: how many, at most %FRAM_MAX_STATUSES
 * @status_row: row number of the mark's status, 0 for unmarked
 *
 * Adds one person who is expected.
 */
void
fram_attendance_totals_add (FramAttendanceTotals *self, const FramStatus *statuses, guint n_statuses, gint64 status_row)
{
  g_return_if_fail (n_statuses <= FRAM_MAX_STATUSES);
  self->expected++;
  for (guint i = 0; status_row != 0 && i < n_statuses; i++)
    if (statuses[i].row == status_row)
      {
        add_status (self, &statuses[i], i);
        return;
      }
  self->unmarked++;
}

/**
 * fram_attendance_count:
 * @statuses: (array length=n_statuses): the programme's statuses
 * @n_statuses: how many, at most %FRAM_MAX_STATUSES
 * @marks: (array length=n_marks): row number of each expected person's status, 0 for unmarked
 * @n_marks: how many people are expected
 * @totals: (out caller-allocates): the totals
 *
 * Counts a roster. People who are placed without plan that day are not handed in.
 */
void
fram_attendance_count (const FramStatus *statuses, guint n_statuses, const gint64 *marks, guint n_marks,
                       FramAttendanceTotals *totals)
{
  memset (totals, 0, sizeof *totals);
  for (guint i = 0; i < n_marks; i++)
    fram_attendance_totals_add (totals, statuses, n_statuses, marks[i]);
}

static int
per_mille (int part, int whole)
{
  return whole > 0 ? (int)((2000 * (gint64)part + whole) / (2 * (gint64)whole)) : -1;
}

/**
 * fram_attendance_rate_attended:
 * @self: totals
 *
 * The unmarked and those who count as neither are in no rate (DATA.md, "Codes").
 *
 * Returns: per mille of the present among present and absent, rounded; -1 where nobody counts
 */
int
fram_attendance_rate_attended (const FramAttendanceTotals *self)
{
  return per_mille (self->attended, self->attended + self->absent);
}

/**
 * fram_attendance_rate_attended_or_notice:
 * @self: totals
 *
 * Returns: per mille of those who were present or gave notice among present and absent, rounded; -1 where nobody counts
 */
int
fram_attendance_rate_attended_or_notice (const FramAttendanceTotals *self)
{
  return per_mille (self->attended + self->gave_notice, self->attended + self->absent);
}

static int
minutes_missed (const FramAttendedFacts *facts)
{
  int late = MAX (facts->minutes_late, 0);
  int early = 0;

  if (late == 0 && facts->came != FRAM_TIME_NONE && facts->planned_from != FRAM_TIME_NONE)
    late = MAX (facts->came - facts->planned_from, 0);
  if (facts->left != FRAM_TIME_NONE && facts->planned_to != FRAM_TIME_NONE)
    early = MAX (facts->planned_to - facts->left, 0);
  return late + early;
}

/**
 * fram_attended_minutes:
 * @facts: plan and mark
 *
 * What somebody wrote down wins; then the time between coming and leaving; then the plan without the minutes missed.
 *
 * Returns: minutes attended, 0 for who was not present, -1 where neither plan nor times are known
 */
int
fram_attended_minutes (const FramAttendedFacts *facts)
{
  int planned = facts->planned_minutes;

  if (facts->attended_minutes >= 0)
    return facts->attended_minutes;
  if (facts->counts != FRAM_COUNTS_PRESENT)
    return 0;
  if (facts->came != FRAM_TIME_NONE && facts->left != FRAM_TIME_NONE)
    return MAX (facts->left - facts->came, 0);
  if (planned < 0 && facts->planned_from != FRAM_TIME_NONE && facts->planned_to != FRAM_TIME_NONE)
    planned = facts->planned_to - facts->planned_from;
  return planned < 0 ? -1 : MAX (planned - minutes_missed (facts), 0);
}
