#include "fram-desk-progression-private.h"

#include "fram-people-store.h"

/* Hours by week: what the marks say, what was planned and not marked, and which weeks nobody could come in. */

/* Minutes that are planned in one place on one day. */
typedef struct
{
  FramDate day;
  gint64 activity;
  int minutes;
} Planned;

typedef struct
{
  FramCourse *course;
  FramGapPlanner *planner;
  FramDate last;   /* the last day whose sessions were due */
  GArray *planned; /* Planned */
} Weeks;

static const FramGapLine *
line_of (const Weeks *self, guint i)
{
  return &g_array_index (self->planner->plan, FramGapLine, i);
}

/* Leave and other appointments are nought hours of nothing: a week of them is a gap in the line, no dip. */
static void
add_session (FramProgression *progression, const FramWaySession *session)
{
  FramCounts counts = session->status->counts;
  int attended = session->attended_minutes;

  if (session->day > progression->to)
    return;
  if (counts == FRAM_COUNTS_NEITHER && attended <= 0)
    attended = -1;
  else if (counts == FRAM_COUNTS_ABSENT)
    attended = MAX (attended, 0);
  fram_progression_add_session (progression, session->day, session->whole ? counts : FRAM_COUNTS_NEITHER,
                                session->planned_minutes, attended);
}

/* What was written down after the fact has no plan of its own: marks tell what was planned. */
static gboolean
is_living (const Weeks *self)
{
  for (guint i = 0; i < self->planner->plan->len; i++)
    if (line_of (self, i)->source == FRAM_GAP_SOURCE_SLOT || line_of (self, i)->source == FRAM_GAP_SOURCE_BOOKING)
      return TRUE;
  return FALSE;
}

static gboolean
covers (const FramGapLine *line, FramDate day)
{
  return line->from <= day && (line->to == FRAM_DATE_NONE || line->to >= day);
}

static gboolean
is_staying (const Weeks *self, gint64 activity, FramDate day)
{
  for (guint i = 0; i < self->planner->plan->len; i++)
    {
      const FramGapLine *line = line_of (self, i);

      if (line->source == FRAM_GAP_SOURCE_PLACEMENT && line->activity == activity && covers (line, day))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_paused (const Weeks *self, FramDate day)
{
  for (guint i = 0; i < self->planner->plan->len; i++)
    if (line_of (self, i)->source == FRAM_GAP_SOURCE_PAUSE && covers (line_of (self, i), day))
      return TRUE;
  return FALSE;
}

/* An external place has no roster: what is planned there is marked nowhere, and would look as if nobody came. */
static gboolean
is_workshop (const Weeks *self, gint64 activity)
{
  for (guint i = 0; i < self->course->workshops->len; i++)
    if (((const FramWorkshop *)g_ptr_array_index (self->course->workshops, i))->row == activity)
      return TRUE;
  return FALSE;
}

static void
plan (Weeks *self, FramDate day, gint64 activity, int minutes)
{
  Planned planned = { day, activity, minutes };

  if (minutes > 0 && !is_paused (self, day))
    g_array_append_val (self->planned, planned);
}

static void
plan_slot (Weeks *self, const FramGapLine *slot)
{
  FramDate day = MAX (slot->from, self->course->progression->from);
  FramDate last = slot->to != FRAM_DATE_NONE ? MIN (slot->to, self->last) : self->last;

  if (!is_workshop (self, slot->activity))
    return;
  for (day += (slot->weekday - fram_date_get_weekday (day) + 7) % 7; day <= last; day += 7)
    if (fram_gap_planner_is_open (self->planner, slot->activity, day) && is_staying (self, slot->activity, day))
      plan (self, day, slot->activity, slot->to_time - slot->from_time);
}

static void
plan_group (Weeks *self, const FramGapLine *membership)
{
  const GArray *sessions = fram_gap_planner_sessions (self->planner, membership->activity);

  for (guint i = 0; i < sessions->len; i++)
    {
      const FramSession *session = &g_array_index (sessions, FramSession, i);

      if (covers (membership, session->day) && session->day >= self->course->progression->from &&
          session->day <= self->last)
        plan (self, session->day, membership->activity, session->minutes);
    }
}

static int
compare_planned (gconstpointer a, gconstpointer b)
{
  const Planned *x = a, *y = b;

  if (x->day != y->day)
    return x->day < y->day ? -1 : 1;
  return (x->activity > y->activity) - (x->activity < y->activity);
}

static int
compare_to_session (const Planned *planned, const FramWaySession *session)
{
  Planned other = { session->day, session->activity, 0 };

  return compare_planned (planned, &other);
}

/* What a mark says was planned counts; of a half that nobody has marked yet, and where a mark says nothing, the plan does. */
static void
add_planned (Weeks *self, const Planned *planned, const FramWaySession *session)
{
  int minutes = planned->minutes;

  if (session != NULL && session->whole && session->planned_minutes >= 0)
    return;
  if (session != NULL)
    minutes -= MAX (session->planned_minutes, 0);
  if (minutes > 0)
    fram_progression_add_session (self->course->progression, planned->day, FRAM_COUNTS_NEITHER, minutes, -1);
}

/* Both lie by day and place. Several stretches of one day and place are one session. */
static void
add_unmarked (Weeks *self)
{
  const GArray *sessions = self->course->sessions;
  guint at = 0;

  g_array_sort (self->planned, compare_planned);
  for (guint i = 0; i < self->planned->len; i++)
    {
      Planned planned = g_array_index (self->planned, Planned, i);
      const FramWaySession *session = NULL;

      for (; i + 1 < self->planned->len &&
             compare_planned (&planned, &g_array_index (self->planned, Planned, i + 1)) == 0;
           i++)
        planned.minutes += g_array_index (self->planned, Planned, i + 1).minutes;
      while (at < sessions->len && compare_to_session (&planned, &g_array_index (sessions, FramWaySession, at)) > 0)
        at++;
      if (at < sessions->len && compare_to_session (&planned, &g_array_index (sessions, FramWaySession, at)) == 0)
        session = &g_array_index (sessions, FramWaySession, at);
      add_planned (self, &planned, session);
    }
}

static void
add_plan (Weeks *self)
{
  if (!is_living (self))
    return;
  for (guint i = 0; i < self->planner->plan->len; i++)
    {
      const FramGapLine *line = line_of (self, i);

      if (line->source == FRAM_GAP_SOURCE_SLOT)
        plan_slot (self, line);
      else if (line->source == FRAM_GAP_SOURCE_MEMBERSHIP)
        plan_group (self, line);
    }
  add_unmarked (self);
}

/* A pause of the house's or an agreed one, on every day on which somebody could have come. */
static FramWeekState
state_of (const Weeks *self, FramDate monday)
{
  int open = 0, paused = 0;

  for (FramDate day = monday; day < monday + 5; day++)
    if (fram_gap_planner_is_open (self->planner, 0, day))
      {
        open++;
        paused += is_paused (self, day);
      }
  if (open == 0)
    return FRAM_WEEK_CLOSED;
  return paused == open ? FRAM_WEEK_PAUSE : FRAM_WEEK_OPEN;
}

/* Who came all the same could come. */
static void
set_states (const Weeks *self)
{
  FramProgression *progression = self->course->progression;

  for (guint i = 0; i < progression->weeks->len; i++)
    {
      const FramProgressWeek *week = &g_array_index (progression->weeks, FramProgressWeek, i);

      if (week->attended_minutes <= 0)
        fram_progression_set_week_state (progression, week->monday, state_of (self, week->monday));
    }
}

static gboolean
fill_weeks (Weeks *self, const FramStoredGapCase *one, GError **error)
{
  if (!fram_gap_planner_load (self->planner, one, error))
    return FALSE;
  add_plan (self);
  set_states (self);
  return TRUE;
}

/* Sessions of today and of the rest of its week are planned too, but nobody could have come to them yet. */
static gboolean
add_what_was_planned (FramCourse *course, GError **error)
{
  FramDesk *desk = course->way.desk;
  FramProgression *progression = course->progression;
  g_autoptr (GPtrArray) cases =
      fram_gap_load_cases (desk->db, desk->viewer, course->way.today, FALSE, course->way.episode->row, error);
  g_autoptr (GArray) planned = g_array_new (FALSE, FALSE, sizeof (Planned));
  g_auto (FramGapPlanner) planner = { 0 };
  Weeks self = { course, &planner, MIN (progression->to, course->way.today - 1), planned };

  if (cases == NULL)
    return FALSE;
  if (cases->len == 0)
    return TRUE;
  return fram_gap_planner_init (&planner, desk, fram_date_monday (progression->from), course->way.today, error) &&
         fill_weeks (&self, g_ptr_array_index (cases, 0), error);
}

gboolean
fram_course_add_weeks (FramCourse *self, GError **error)
{
  if (self->sessions == NULL)
    return TRUE;
  for (guint i = 0; i < self->sessions->len; i++)
    add_session (self->progression, &g_array_index (self->sessions, FramWaySession, i));
  return !self->way.sees_plan || add_what_was_planned (self, error);
}
