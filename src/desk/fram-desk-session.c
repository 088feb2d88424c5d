#include "fram-desk-roster-private.h"

#include <glib/gi18n-lib.h>

/* The sessions of a group as rosters and sheets need them: whose plan they are, and why there is none. */

/* So far beyond the days wanted is looked whether there is another session, so that the last day of a stay can be told. */
#define DAYS_AROUND 366

/**
 * fram_desk_sessions_around:
 * @self: the desk
 * @activity: a workshop or group
 * @to: the last day that will be asked about
 *
 * Returns: (transfer full) (nullable) (element-type FramSession): the sessions up to that day and some beyond; %NULL of a
 *   workshop, and of a group that has no days yet and whose members can be marked on any
 */
GArray *
fram_desk_sessions_around (FramDesk *self, const FramStoredActivity *activity, FramDate to)
{
  if (activity->series == NULL || activity->series->steps->len == 0)
    return NULL;
  return fram_series_expand (activity->series, G_MININT32 + 1, to + DAYS_AROUND, fram_desk_closed_days (self));
}

static const FramSession *
session_at (const GArray *sessions, guint i)
{
  return &g_array_index (sessions, FramSession, i);
}

/* The place of the first session on a day or later. */
static guint
find_day (const GArray *sessions, FramDate day)
{
  guint from = 0, to = sessions->len;

  while (from < to)
    {
      guint middle = from + (to - from) / 2;

      if (session_at (sessions, middle)->day < day)
        from = middle + 1;
      else
        to = middle;
    }
  return from;
}

/* The last session that is held before a day, or the first one after it; FRAM_DATE_NONE for none. */
static FramDate
find_other (const GArray *sessions, FramDate day, gboolean before)
{
  guint at = find_day (sessions, before ? day : day + 1);

  if (before)
    while (at > 0 && !fram_session_is_held (session_at (sessions, at - 1)))
      at--;
  else
    while (at < sessions->len && !fram_session_is_held (session_at (sessions, at)))
      at++;
  if (before ? at == 0 : at == sessions->len)
    return FRAM_DATE_NONE;
  return session_at (sessions, before ? at - 1 : at)->day;
}

/* The first session of a stay is told from later ones, and the last from earlier ones, by what else is planned in it: the
 * slot reaches a week back where there was a session before, and to the next one where there is one. Those that are nearer
 * than a week stand as slots of their own. */
static void
add_slots (GArray *slots, const FramSpan *span, const FramSession *session, FramDate before, FramDate after)
{
  FramDate day = session->day;
  int from_time = session->starts;
  int to_time = from_time != FRAM_TIME_NONE ? MIN (from_time + MAX (session->minutes, 0), 24 * 60) : FRAM_TIME_NONE;
  FramPlanSlot slot = { span->enrolment, fram_date_get_weekday (day), from_time, to_time, day, day };
  const FramDate others[] = { before, after };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      FramDate other = others[i];
      FramPlanSlot near = { span->enrolment, fram_date_get_weekday (other), from_time, to_time, other, other };

      if (other == FRAM_DATE_NONE)
        continue;
      if (ABS (other - day) < 7)
        g_array_append_val (slots, near);
      else if (other < day)
        slot.valid_from = day - 7;
      else
        slot.valid_to = day + 7;
    }
  g_array_append_val (slots, slot);
}

/* Stays of one person that follow each other within three days are one (fram_expected_of_day()). */
static void
find_stay (const GArray *spans, guint at, FramDate *from, FramDate *to)
{
  gint64 enrolment = g_array_index (spans, FramSpan, at).enrolment;

  *from = g_array_index (spans, FramSpan, at).from;
  *to = g_array_index (spans, FramSpan, at).to;
  for (guint i = at; i > 0; i--)
    {
      const FramSpan *earlier = &g_array_index (spans, FramSpan, i - 1);

      if (earlier->enrolment != enrolment || earlier->to == FRAM_DATE_NONE || earlier->to + 3 < *from)
        break;
      *from = MIN (*from, earlier->from);
    }
  for (guint i = at + 1; i < spans->len && *to != FRAM_DATE_NONE; i++)
    {
      const FramSpan *later = &g_array_index (spans, FramSpan, i);

      if (later->enrolment != enrolment || later->from > *to + 3)
        break;
      *to = later->to == FRAM_DATE_NONE ? FRAM_DATE_NONE : MAX (*to, later->to);
    }
}

/**
 * fram_desk_slots_of_session:
 * @sessions: (nullable) (element-type FramSession): what fram_desk_sessions_around() gave
 * @spans: (element-type FramSpan): memberships, by person and first day
 * @day: a day
 *
 * Returns: (transfer full) (element-type FramPlanSlot): everybody's plan on that day: the sessions that are held on it
 */
GArray *
fram_desk_slots_of_session (const GArray *sessions, const GArray *spans, FramDate day)
{
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (FramPlanSlot));
  FramDate before = sessions != NULL ? find_other (sessions, day, TRUE) : FRAM_DATE_NONE;
  FramDate after = sessions != NULL ? find_other (sessions, day, FALSE) : FRAM_DATE_NONE;

  for (guint i = 0; sessions != NULL && i < spans->len; i++)
    {
      const FramSpan *span = &g_array_index (spans, FramSpan, i);
      FramDate from, to;

      if (span->from > day || (span->to != FRAM_DATE_NONE && span->to < day))
        continue;
      find_stay (spans, i, &from, &to);
      for (guint s = find_day (sessions, day); s < sessions->len && session_at (sessions, s)->day == day; s++)
        if (fram_session_is_held (session_at (sessions, s)))
          add_slots (slots, span, session_at (sessions, s), before >= from ? before : FRAM_DATE_NONE,
                     to == FRAM_DATE_NONE || after <= to ? after : FRAM_DATE_NONE);
    }
  return slots;
}

/**
 * fram_desk_has_session:
 * @sessions: (nullable) (element-type FramSession): what fram_desk_sessions_around() gave
 * @day: a day
 *
 * Returns: whether one is held on that day; always where the group has no days, and of a workshop
 */
gboolean
fram_desk_has_session (const GArray *sessions, FramDate day)
{
  if (sessions == NULL)
    return TRUE;
  for (guint i = find_day (sessions, day); i < sessions->len && session_at (sessions, i)->day == day; i++)
    if (fram_session_is_held (session_at (sessions, i)))
      return TRUE;
  return FALSE;
}

static char *
note_of (const FramSession *session)
{
  g_autofree char *to_day = fram_date_to_near_words (session->to_day, session->day);

  if (session->is_away)
    /* TRANSLATORS: a day, "Moved to 19 November" */
    return g_strdup_printf (_ ("Moved to %s"), to_day);
  if (session->reason == NULL || session->reason[0] == '\0')
    return g_strdup (C_ ("session", "Cancelled"));
  /* TRANSLATORS: why a session is not held, "Cancelled: the leader is ill" */
  return g_strdup_printf (C_ ("session", "Cancelled: %s"), session->reason);
}

/**
 * fram_desk_changed_note:
 * @sessions: (nullable) (element-type FramSession): what fram_desk_sessions_around() gave
 * @day: a day
 *
 * Returns: (transfer full) (nullable): what became of the session of a day on which none is held, else %NULL
 */
char *
fram_desk_changed_note (const GArray *sessions, FramDate day)
{
  guint at;

  if (fram_desk_has_session (sessions, day))
    return NULL;
  at = find_day (sessions, day);
  return at < sessions->len && session_at (sessions, at)->day == day ? note_of (session_at (sessions, at)) : NULL;
}

/**
 * fram_desk_session_note:
 * @sessions: (nullable) (element-type FramSession): what fram_desk_sessions_around() gave
 * @day: a day
 *
 * Returns: (transfer full) (nullable): why nobody is expected on that day: what became of its session, or that it has none;
 *   %NULL where one is held
 */
char *
fram_desk_session_note (const GArray *sessions, FramDate day)
{
  char *note = fram_desk_changed_note (sessions, day);

  if (note == NULL && !fram_desk_has_session (sessions, day))
    note = g_strdup (_ ("No session this day"));
  return note;
}

/**
 * fram_desk_session_hours:
 * @sessions: (nullable) (element-type FramSession): what fram_desk_sessions_around() gave
 * @day: a day
 * @from: (out): when the first one begins, or %FRAM_TIME_NONE
 * @to: (out): when the last one ends, or %FRAM_TIME_NONE
 */
void
fram_desk_session_hours (const GArray *sessions, FramDate day, int *from, int *to)
{
  *from = *to = FRAM_TIME_NONE;
  for (guint i = sessions != NULL ? find_day (sessions, day) : 0; sessions != NULL && i < sessions->len; i++)
    {
      const FramSession *session = session_at (sessions, i);

      if (session->day != day)
        break;
      if (!fram_session_is_held (session) || session->starts == FRAM_TIME_NONE)
        continue;
      *from = *from == FRAM_TIME_NONE ? session->starts : MIN (*from, session->starts);
      *to = MAX (*to, fram_session_get_end (session));
    }
}
