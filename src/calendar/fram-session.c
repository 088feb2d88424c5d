#include "fram-session.h"

#include "fram-recurrence.h"

/* Within so many days of a step's first one the first session comes. */
#define USUAL_DAYS 366

/**
 * fram_session_is_held:
 * @self: a session
 *
 * Returns: whether it is held on its day
 */
gboolean
fram_session_is_held (const FramSession *self)
{
  return !self->is_away && self->kind != FRAM_SESSION_CANCELLED;
}

/**
 * fram_session_get_end:
 * @self: a session
 *
 * Returns: when it ends, minutes since midnight; an hour after it begins where nobody wrote how long it is
 */
int
fram_session_get_end (const FramSession *self)
{
  if (self->starts == FRAM_TIME_NONE)
    return FRAM_TIME_NONE;
  return MIN (self->starts + (self->minutes > 0 ? self->minutes : 60), 24 * 60);
}

/**
 * fram_series_whole_step:
 * @self: a series
 * @n: which step, from 0
 *
 * Returns: how the sessions are in that step: what it leaves out is as it was before. Its days are counted from @from of
 *   the step that says which days, which may be an earlier one. The text belongs to the series
 */
FramSeriesStep
fram_series_whole_step (const FramSeries *self, guint n)
{
  FramSeriesStep whole = g_array_index (self->steps, FramSeriesStep, 0);

  for (guint i = 1; i <= n; i++)
    {
      const FramSeriesStep *step = &g_array_index (self->steps, FramSeriesStep, i);

      if (step->starts != FRAM_TIME_NONE)
        whole.starts = step->starts;
      if (step->minutes >= 0)
        whole.minutes = step->minutes;
      if (step->place != 0)
        whole.place = step->place;
      if (step->rrule == NULL)
        continue;
      whole.rrule = step->rrule;
      whole.from = step->from;
    }
  return whole;
}

/**
 * fram_series_step_at:
 * @self: a series with a first day
 * @day: a day
 *
 * Returns: how the sessions are that day, with everything that steps leave out; `from` is the day its rule is counted from,
 *   which may be long before. A day before the first is as that. The rule belongs to the series
 */
FramSeriesStep
fram_series_step_at (const FramSeries *self, FramDate day)
{
  guint n = 0;

  while (n + 1 < self->steps->len && g_array_index (self->steps, FramSeriesStep, n + 1).from <= day)
    n++;
  return fram_series_whole_step (self, n);
}

static gboolean
has_days (const FramSeries *self)
{
  return self->steps->len > 0 && g_array_index (self->steps, FramSeriesStep, 0).from != FRAM_DATE_NONE;
}

/* The day may be the last one of the series too. */
static FramDate
end_of_step (const FramSeries *self, guint n, FramDate to)
{
  if (self->last != FRAM_DATE_NONE)
    to = MIN (to, self->last);
  if (n + 1 < self->steps->len)
    to = MIN (to, g_array_index (self->steps, FramSeriesStep, n + 1).from - 1);
  return to;
}

static void
apply (FramSession *session, const FramSessionChange *change)
{
  session->kind = change->kind;
  if (change->starts != FRAM_TIME_NONE)
    session->starts = change->starts;
  if (change->minutes >= 0)
    session->minutes = change->minutes;
  if (change->place != 0)
    session->place = change->place;
  session->leader = change->leader;
  session->reason = change->reason;
  session->remark = change->remark;
  if (change->to_day != FRAM_DATE_NONE && change->kind != FRAM_SESSION_KEPT)
    session->day = change->to_day;
}

/* The session of a day by the series, before anything became of it. */
static FramSession
as_planned (const FramSeriesStep *step, FramDate day)
{
  return (FramSession){
    .day = day,
    .planned = day,
    .kind = FRAM_SESSION_KEPT,
    .to_day = FRAM_DATE_NONE,
    .starts = step->starts,
    .minutes = step->minutes,
    .place = step->place,
  };
}

/* The place that a session which was moved has left. */
static void
add_away (GArray *sessions, const FramSession *planned, const FramSessionChange *change)
{
  FramSession away = *planned;

  away.kind = FRAM_SESSION_MOVED;
  away.is_away = TRUE;
  away.to_day = change->to_day;
  away.reason = change->reason;
  g_array_append_val (sessions, away);
}

static void
add_day (const FramSeries *self, const FramSeriesStep *step, FramDate day, const GArray *closed_days, GArray *sessions)
{
  const FramSessionChange *change = fram_series_find_change (self, day);
  FramSession session = as_planned (step, day);

  if (change != NULL && change->kind == FRAM_SESSION_EXTRA)
    change = NULL; /* the series has a session on that day now, and it takes the place of the extra one */
  if (change != NULL && change->kind == FRAM_SESSION_MOVED && change->to_day != FRAM_DATE_NONE &&
      change->to_day != day && fram_day_is_open (day, closed_days, 0))
    add_away (sessions, &session, change);
  if (change != NULL)
    apply (&session, change);
  if (fram_day_is_open (session.day, closed_days, 0))
    g_array_append_val (sessions, session);
}

static void
add_step (const FramSeries *self, guint n, FramDate to, const GArray *closed_days, GArray *sessions)
{
  const FramSeriesStep step = fram_series_whole_step (self, n);
  FramDate from = g_array_index (self->steps, FramSeriesStep, n).from;
  FramDate end = end_of_step (self, n, to);
  g_autoptr (GArray) days = NULL;

  if (end < from || step.rrule == NULL)
    return;
  days = fram_recurrence_expand (step.rrule, step.from, from, end, NULL);
  for (guint i = 0; days != NULL && i < days->len; i++)
    add_day (self, &step, g_array_index (days, FramDate, i), closed_days, sessions);
}

/* Those of the series come first, in order of their days. */
static gboolean
has_planned (const GArray *sessions, guint n, FramDate day)
{
  guint from = 0, to = n;

  while (from < to)
    {
      guint middle = from + (to - from) / 2;

      if (g_array_index (sessions, FramSession, middle).planned < day)
        from = middle + 1;
      else
        to = middle;
    }
  return from < n && g_array_index (sessions, FramSession, from).planned == day;
}

/* An extra session has the time and the place that the series has then, unless it says others. */
static void
add_extra (const FramSeries *self, const FramSessionChange *change, const GArray *closed_days, GArray *sessions)
{
  FramSeriesStep step = fram_series_step_at (self, change->day);
  FramSession session = as_planned (&step, change->day);

  apply (&session, change);
  if (fram_day_is_open (session.day, closed_days, 0))
    g_array_append_val (sessions, session);
}

static void
add_extras (const FramSeries *self, FramDate to, const GArray *closed_days, GArray *sessions)
{
  guint planned = sessions->len;

  for (guint i = 0; i < self->changes->len; i++)
    {
      const FramSessionChange *change = &g_array_index (self->changes, FramSessionChange, i);

      if (change->kind == FRAM_SESSION_EXTRA && change->day <= to && !has_planned (sessions, planned, change->day))
        add_extra (self, change, closed_days, sessions);
    }
}

static int
by_time (gconstpointer a, gconstpointer b)
{
  const FramSession *x = a, *y = b;

  if (x->day != y->day)
    return x->day < y->day ? -1 : 1;
  return x->starts != y->starts ? x->starts - y->starts : y->is_away - x->is_away;
}

/* After the last one of a course only the empty places are left of those that were moved to before its end. */
static void
end_course (GArray *sessions, guint last)
{
  FramDate end = g_array_index (sessions, FramSession, last).day;
  guint kept = last + 1;

  for (guint i = last + 1; i < sessions->len; i++)
    {
      const FramSession session = g_array_index (sessions, FramSession, i);

      if (session.is_away && session.to_day <= end)
        g_array_index (sessions, FramSession, kept++) = session;
    }
  g_array_set_size (sessions, kept);
}

/* Numbers those that are held; a course ends with the last one that it has. */
static void
count (const FramSeries *self, GArray *sessions)
{
  int held = 0;

  for (guint i = 0; i < sessions->len; i++)
    {
      FramSession *session = &g_array_index (sessions, FramSession, i);

      if (!fram_session_is_held (session))
        continue;
      session->number = ++held;
      if (held == self->sessions)
        {
          end_course (sessions, i);
          return;
        }
    }
}

/* A session that was moved to before the period, or to after it, is found as well: all are worked out from the first day. */
static GArray *
expand_all (const FramSeries *self, FramDate to, const GArray *closed_days)
{
  GArray *sessions = g_array_new (FALSE, FALSE, sizeof (FramSession));
  FramDate reach = to;

  if (!has_days (self))
    return sessions;
  for (guint i = 0; i < self->changes->len; i++)
    {
      const FramSessionChange *change = &g_array_index (self->changes, FramSessionChange, i);

      if (change->to_day != FRAM_DATE_NONE && change->to_day <= to)
        reach = MAX (reach, change->day);
    }
  for (guint i = 0; i < self->steps->len; i++)
    add_step (self, i, reach, closed_days, sessions);
  add_extras (self, reach, closed_days, sessions);
  g_array_sort (sessions, by_time);
  count (self, sessions);
  return sessions;
}

/**
 * fram_series_expand:
 * @self: a series
 * @from: first day wanted
 * @to: last day wanted
 * @closed_days: (nullable) (element-type FramClosedDay): closed days of the house
 *
 * Weekends as written, without holidays and closed days: a session on one of them is left out and not moved. In a course it
 * does not count, and neither does one that is called off: the course ends later.
 *
 * Returns: (transfer full) (element-type FramSession): by day and time; those called off and the empty places of those
 *   moved included
 */
GArray *
fram_series_expand (const FramSeries *self, FramDate from, FramDate to, const GArray *closed_days)
{
  GArray *sessions = expand_all (self, to, closed_days);
  guint kept = 0;

  for (guint i = 0; i < sessions->len; i++)
    {
      const FramSession session = g_array_index (sessions, FramSession, i);

      if (session.day >= from && session.day <= to)
        g_array_index (sessions, FramSession, kept++) = session;
    }
  g_array_set_size (sessions, kept);
  return sessions;
}

/**
 * fram_series_usual:
 * @self: a series
 * @day: a day
 *
 * When a group usually meets: the sessions of one week, without what was changed for single ones and without regard to days
 * off.
 *
 * Returns: (transfer full) (element-type FramSession): a week of sessions as the series has them on that day, from the first
 *   one on; empty where it has no days
 */
GArray *
fram_series_usual (const FramSeries *self, FramDate day)
{
  GArray *usual = g_array_new (FALSE, FALSE, sizeof (FramSession));
  g_autoptr (GArray) days = NULL;
  FramSeriesStep step;

  if (!has_days (self))
    return usual;
  step = fram_series_step_at (self, day);
  if (step.rrule != NULL)
    days = fram_recurrence_expand (step.rrule, step.from, step.from, step.from + USUAL_DAYS, NULL);
  for (guint i = 0; days != NULL && i < days->len; i++)
    {
      FramSession session = as_planned (&step, g_array_index (days, FramDate, i));

      if (session.day < g_array_index (days, FramDate, 0) + 7)
        g_array_append_val (usual, session);
    }
  return usual;
}
