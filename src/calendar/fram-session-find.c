#include "fram-session.h"

/* What is asked of the sessions of a group: which are held, which is the next. */

/* So long is looked for the end of a course, and for the next session of a group. */
#define COURSE_DAYS (5 * 366)
#define NEXT_DAYS   (2 * 366)

/**
 * fram_series_held:
 * @self: a series
 * @from: first day wanted
 * @to: last day wanted
 * @closed_days: (nullable) (element-type FramClosedDay): closed days of the house
 *
 * Returns: (transfer full) (element-type FramSession): the sessions that are held on those days, by day and time
 */
GArray *
fram_series_held (const FramSeries *self, FramDate from, FramDate to, const GArray *closed_days)
{
  GArray *sessions = fram_series_expand (self, from, to, closed_days);
  guint kept = 0;

  for (guint i = 0; i < sessions->len; i++)
    {
      const FramSession session = g_array_index (sessions, FramSession, i);

      if (fram_session_is_held (&session))
        g_array_index (sessions, FramSession, kept++) = session;
    }
  g_array_set_size (sessions, kept);
  return sessions;
}

/**
 * fram_series_held_days:
 * @self: a series
 * @from: first day wanted
 * @to: last day wanted
 * @closed_days: (nullable) (element-type FramClosedDay): closed days of the house
 *
 * Returns: (transfer full) (element-type FramDate): the days on which the group meets, in order, each once
 */
GArray *
fram_series_held_days (const FramSeries *self, FramDate from, FramDate to, const GArray *closed_days)
{
  g_autoptr (GArray) sessions = fram_series_held (self, from, to, closed_days);
  GArray *days = g_array_new (FALSE, FALSE, sizeof (FramDate));

  for (guint i = 0; i < sessions->len; i++)
    {
      FramDate day = g_array_index (sessions, FramSession, i).day;

      if (days->len == 0 || g_array_index (days, FramDate, days->len - 1) != day)
        g_array_append_val (days, day);
    }
  return days;
}

/**
 * fram_series_find:
 * @self: a series
 * @day: a day
 * @closed_days: (nullable) (element-type FramClosedDay): closed days of the house
 * @session: (out) (optional): the session of that day; one that is held before one that is not
 *
 * Returns: whether the group has a session on that day that is held
 */
gboolean
fram_series_find (const FramSeries *self, FramDate day, const GArray *closed_days, FramSession *session)
{
  g_autoptr (GArray) sessions = fram_series_expand (self, day, day, closed_days);

  for (guint i = 0; i < sessions->len; i++)
    {
      const FramSession *one = &g_array_index (sessions, FramSession, i);

      if (session != NULL && (i == 0 || fram_session_is_held (one)))
        *session = *one;
      if (fram_session_is_held (one))
        return TRUE;
    }
  return FALSE;
}

/**
 * fram_series_last_day:
 * @self: a series
 * @closed_days: (nullable) (element-type FramClosedDay): closed days of the house
 *
 * Returns: the last day on which it can meet: of a course that of its last session; %FRAM_DATE_NONE while it goes on
 */
FramDate
fram_series_last_day (const FramSeries *self, const GArray *closed_days)
{
  g_autoptr (GArray) sessions = NULL;
  FramDate first = self->steps->len > 0 ? g_array_index (self->steps, FramSeriesStep, 0).from : FRAM_DATE_NONE;

  if (self->sessions == 0 || first == FRAM_DATE_NONE)
    return self->last;
  sessions = fram_series_held (self, first, first + COURSE_DAYS, closed_days);
  return sessions->len > 0 ? g_array_index (sessions, FramSession, sessions->len - 1).day : self->last;
}

static FramDate
tell (const GArray *sessions, guint n, FramSession *session)
{
  if (n >= sessions->len)
    return FRAM_DATE_NONE;
  if (session != NULL)
    *session = g_array_index (sessions, FramSession, n);
  return g_array_index (sessions, FramSession, n).day;
}

/**
 * fram_series_next:
 * @self: a series
 * @after: a day
 * @closed_days: (nullable) (element-type FramClosedDay): closed days of the house
 * @session: (out) (optional): the session
 *
 * Returns: the day of the first session after @after that is held; %FRAM_DATE_NONE where there is none within two years
 */
FramDate
fram_series_next (const FramSeries *self, FramDate after, const GArray *closed_days, FramSession *session)
{
  g_autoptr (GArray) sessions = fram_series_held (self, after + 1, after + NEXT_DAYS, closed_days);

  return tell (sessions, 0, session);
}

/**
 * fram_series_previous:
 * @self: a series
 * @before: a day
 * @closed_days: (nullable) (element-type FramClosedDay): closed days of the house
 * @session: (out) (optional): the session
 *
 * Returns: the day of the last session before @before that is held; %FRAM_DATE_NONE where there is none
 */
FramDate
fram_series_previous (const FramSeries *self, FramDate before, const GArray *closed_days, FramSession *session)
{
  g_autoptr (GArray) sessions = fram_series_held (self, G_MININT32 + 1, before - 1, closed_days);

  return tell (sessions, sessions->len - 1, session);
}
