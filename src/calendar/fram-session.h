#pragma once

#include "fram-day.h"
#include "fram-series.h"

G_BEGIN_DECLS

/**
 * FramSession:
 * @day: the day on which it is held, or would have been
 * @planned: the day by the series, which its change is kept by; of an extra one its own day
 * @kind: what became of it. One that was moved stands on its new day; on its old day it stands once more, see @is_away
 * @is_away: this is the empty place on the old day of one that was moved to @to_day; it is not held here
 * @to_day: of the empty place: where it went, else %FRAM_DATE_NONE
 * @starts: minutes since midnight, %FRAM_TIME_NONE where nobody wrote it
 * @minutes: length, -1 where nobody wrote it
 * @place: row number, or 0
 * @leader: row number of the substitute, or 0
 * @number: the how manieth of those held, from 1; 0 where it is not held
 * @reason: (nullable): why it is changed
 * @remark: (nullable): a remark about it
 *
 * One session of a group. The texts belong to the series.
 */
typedef struct
{
  FramDate day;
  FramDate planned;
  FramSessionChangeKind kind;
  gboolean is_away;
  FramDate to_day;
  int starts;
  int minutes;
  gint64 place;
  gint64 leader;
  int number;
  const char *reason;
  const char *remark;
} FramSession;

gboolean fram_session_is_held (const FramSession *self);
int fram_session_get_end (const FramSession *self);

FramSeriesStep fram_series_whole_step (const FramSeries *self, guint n);
FramSeriesStep fram_series_step_at (const FramSeries *self, FramDate day);
GArray *fram_series_expand (const FramSeries *self, FramDate from, FramDate to, const GArray *closed_days);
GArray *fram_series_held (const FramSeries *self, FramDate from, FramDate to, const GArray *closed_days);
GArray *fram_series_usual (const FramSeries *self, FramDate day);
GArray *fram_series_held_days (const FramSeries *self, FramDate from, FramDate to, const GArray *closed_days);
gboolean fram_series_find (const FramSeries *self, FramDate day, const GArray *closed_days, FramSession *session);
FramDate fram_series_last_day (const FramSeries *self, const GArray *closed_days);
FramDate fram_series_next (const FramSeries *self, FramDate after, const GArray *closed_days, FramSession *session);
FramDate fram_series_previous (const FramSeries *self, FramDate before, const GArray *closed_days,
                               FramSession *session);

G_END_DECLS
