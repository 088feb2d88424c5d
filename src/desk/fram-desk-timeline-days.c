#include "fram-desk-timeline-private.h"

#include "fram-desk-gaps.h"

/* Attendance day by day, and where the chain tears. */

void
fram_way_add_minutes (int *sum, int minutes)
{
  if (minutes >= 0)
    *sum = MAX (*sum, 0) + minutes;
}

static gboolean
is_second_half (const GArray *sessions, const FramStoredMarkDay *mark)
{
  const FramWaySession *last = sessions->len > 0 ? &g_array_index (sessions, FramWaySession, sessions->len - 1) : NULL;

  return last != NULL && last->day == mark->day && last->activity == mark->activity && mark->part == 2;
}

static void
add_half (FramWaySession *session, const FramStoredMarkDay *mark, const FramStatus *status)
{
  session->whole = TRUE;
  if (status->counts < session->status->counts)
    session->status = status;
  fram_way_add_minutes (&session->planned_minutes, mark->planned_minutes);
  fram_way_add_minutes (&session->attended_minutes, mark->attended_minutes);
}

/* A day that is split counts when both halves are marked: a half alone, the first or the second, waits for the other. */
GArray *
fram_way_sessions_of_marks (FramDesk *desk, const GArray *marks)
{
  GArray *sessions = g_array_sized_new (FALSE, FALSE, sizeof (FramWaySession), marks->len);

  for (guint i = 0; i < marks->len; i++)
    {
      const FramStoredMarkDay *mark = &g_array_index (marks, FramStoredMarkDay, i);
      const FramStatus *status = fram_desk_status_of_row (desk, mark->status);
      FramWaySession session = { mark->day,       mark->activity,        status,
                                 mark->part == 0, mark->planned_minutes, mark->attended_minutes };

      if (status == NULL)
        continue;
      if (is_second_half (sessions, mark))
        add_half (&g_array_index (sessions, FramWaySession, sessions->len - 1), mark, status);
      else
        g_array_append_val (sessions, session);
    }
  return sessions;
}

/* Sessions and days lie in the same order. */
static void
count_sessions (FramTimeline *timeline, const GArray *sessions)
{
  guint at = 0;

  for (guint i = 0; i < sessions->len; i++)
    {
      const FramWaySession *session = &g_array_index (sessions, FramWaySession, i);
      FramTimelineDay *day;

      if (!session->whole || session->status->counts == FRAM_COUNTS_NEITHER)
        continue;
      while (g_array_index (timeline->days, FramTimelineDay, at).day < session->day)
        at++;
      day = &g_array_index (timeline->days, FramTimelineDay, at);
      timeline->counted++;
      timeline->attended += session->status->counts == FRAM_COUNTS_PRESENT;
      day->sessions++;
      day->attended += session->status->counts == FRAM_COUNTS_PRESENT;
    }
}

/* Which of two marks of a day tells most of it: the longer one, present before absent. */
static gboolean
tells_more (const FramStatus *status, int minutes, const FramTimelineDay *day, int longest)
{
  return day->status == NULL || minutes > longest || (minutes == longest && status->counts < day->counts);
}

static void
set_status (FramTimelineDay *day, const FramStatus *status)
{
  day->status = g_intern_string (status->code);
  day->shape = status->shape;
  day->counts = status->counts;
  g_strlcpy (day->letter, fram_status_get_letter (status), sizeof day->letter);
}

static void
add_mark (GArray *days, const FramStoredMarkDay *mark, const FramStatus *status, int *longest)
{
  FramTimelineDay *day = days->len > 0 ? &g_array_index (days, FramTimelineDay, days->len - 1) : NULL;

  if (day == NULL || day->day != mark->day)
    {
      FramTimelineDay empty = { .day = mark->day, .planned_minutes = -1, .attended_minutes = -1 };

      g_array_append_val (days, empty);
      day = &g_array_index (days, FramTimelineDay, days->len - 1);
      *longest = -1;
    }
  if (tells_more (status, MAX (mark->planned_minutes, mark->attended_minutes), day, *longest))
    {
      set_status (day, status);
      *longest = MAX (mark->planned_minutes, mark->attended_minutes);
    }
  fram_way_add_minutes (&day->planned_minutes, mark->planned_minutes);
  fram_way_add_minutes (&day->attended_minutes, mark->attended_minutes);
}

gboolean
fram_way_add_days (FramWay *self, GError **error)
{
  g_autoptr (GArray) marks = NULL, sessions = NULL;
  int longest = -1;

  if (!self->sees_attend)
    return TRUE;
  marks = fram_timeline_load_marks (self->desk->db, self->desk->viewer, self->episode->row, error);
  if (marks == NULL)
    return FALSE;
  for (guint i = 0; i < marks->len; i++)
    {
      const FramStoredMarkDay *mark = &g_array_index (marks, FramStoredMarkDay, i);
      const FramStatus *status = fram_desk_status_of_row (self->desk, mark->status);

      if (status != NULL)
        add_mark (self->timeline->days, mark, status, &longest);
    }
  sessions = fram_way_sessions_of_marks (self->desk, marks);
  count_sessions (self->timeline, sessions);
  return TRUE;
}

/* Where the chain tears, and what the days of the enrolment are. */
gboolean
fram_way_add_gaps (FramWay *self, GError **error)
{
  FramGapFacts facts;
  GArray *gaps, *stretches;

  if (!fram_desk_gap_facts (self->desk, self->episode->row, self->today, &facts, error))
    return FALSE;
  gaps = fram_gaps_find (&facts);
  stretches = fram_gaps_stretches (&facts, gaps);
  g_array_unref (self->timeline->gaps);
  g_array_unref (self->timeline->stretches);
  self->timeline->gaps = gaps;
  self->timeline->stretches = stretches;
  fram_gap_facts_clear (&facts);
  return TRUE;
}
