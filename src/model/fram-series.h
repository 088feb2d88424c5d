#pragma once

#include "fram-date.h"

G_BEGIN_DECLS

/**
 * FramSeriesStep:
 * @from: the first day on which it counts
 * @rrule: (nullable): the days, a rule of RFC 5545 counted from @from; %NULL where they stay as they were
 * @starts: minutes since midnight, %FRAM_TIME_NONE where it stays
 * @minutes: length, -1 where it stays
 * @place: row number of the place, 0 where it stays
 *
 * How the sessions of a group are from a day on. The first step of a series is the group itself and leaves nothing out.
 */
typedef struct
{
  FramDate from;
  char *rrule;
  int starts;
  int minutes;
  gint64 place;
} FramSeriesStep;

/**
 * FramSessionChangeKind:
 * @FRAM_SESSION_KEPT: is held on its day, with another time, place or leader, or with a remark
 * @FRAM_SESSION_CANCELLED: is not held
 * @FRAM_SESSION_MOVED: is held on another day
 * @FRAM_SESSION_EXTRA: is held beside those of the series
 *
 * What became of one session (DATA.md, "group_session_change").
 */
typedef enum
{
  FRAM_SESSION_KEPT,
  FRAM_SESSION_CANCELLED,
  FRAM_SESSION_MOVED,
  FRAM_SESSION_EXTRA,
} FramSessionChangeKind;

/**
 * FramSessionChange:
 * @day: the day by the series; of an extra one the day itself
 * @kind: what became of it
 * @to_day: the other day of one that is moved, else %FRAM_DATE_NONE. One that is moved and then called off keeps it
 * @starts: minutes since midnight, %FRAM_TIME_NONE as in the series
 * @minutes: length, -1 as in the series
 * @place: row number, 0 as in the series
 * @leader: row number of the substitute, 0 for none
 * @reason: (nullable): why, for all to read; never about a person
 * @remark: (nullable): a remark about the session; never about a person
 */
typedef struct
{
  FramDate day;
  FramSessionChangeKind kind;
  FramDate to_day;
  int starts;
  int minutes;
  gint64 place;
  gint64 leader;
  char *reason;
  char *remark;
} FramSessionChange;

/**
 * FramSeries:
 * @group: row number of the group
 * @last: the last day on which there can be a session, %FRAM_DATE_NONE while it goes on
 * @sessions: of a course: so many sessions are held and then it ends; 0 where it is none
 * @steps: (element-type FramSeriesStep): by day; empty where the group has no days yet
 * @changes: (element-type FramSessionChange): by day
 *
 * The sessions of a group as they are written down; fram_series_expand() works out the days.
 */
typedef struct
{
  gint64 group;
  FramDate last;
  int sessions;
  GArray *steps;
  GArray *changes;
} FramSeries;

FramSeries *fram_series_new (gint64 group);
void fram_series_free (FramSeries *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramSeries, fram_series_free)
FramSeriesStep *fram_series_add_step (FramSeries *self, FramDate from, const char *rrule, int starts, int minutes,
                                      gint64 place);
FramSessionChange *fram_series_add_change (FramSeries *self, FramDate day, FramSessionChangeKind kind);
const FramSessionChange *fram_series_find_change (const FramSeries *self, FramDate day);

const char *fram_session_change_kind_get_code (FramSessionChangeKind kind);
gboolean fram_session_change_kind_from_code (const char *code, FramSessionChangeKind *kind);

G_END_DECLS
