#include "fram-desk-timeline-private.h"

#include "fram-desk-gaps.h"

/* Attendance day by day, and where the chain tears. */

/* One session: a day that is split counts when both halves are marked, by the half that counts most. */
typedef struct
{
  FramDate day;
  gint64 activity;
  int part;
  const FramStatus *status;
} Session;

static void
count_session (FramTimeline *timeline, const Session *session)
{
  if (session->status == NULL || session->part == 1 || session->status->counts == FRAM_COUNTS_NEITHER)
    return;
  timeline->counted++;
  timeline->attended += session->status->counts == FRAM_COUNTS_PRESENT;
  for (guint i = timeline->days->len; i > 0; i--)
    {
      FramTimelineDay *day = &g_array_index (timeline->days, FramTimelineDay, i - 1);

      if (day->day > session->day)
        continue;
      day->sessions++;
      day->attended += session->status->counts == FRAM_COUNTS_PRESENT;
      return;
    }
}

static void
take_mark (FramTimeline *timeline, Session *session, const FramStoredMarkDay *mark, const FramStatus *status)
{
  if (session->status != NULL && session->day == mark->day && session->activity == mark->activity && mark->part == 2)
    {
      session->part = 2;
      if (status->counts < session->status->counts)
        session->status = status;
      return;
    }
  count_session (timeline, session);
  /* a second half alone waits for the first, as a first one does for the second */
  *session = (Session){ mark->day, mark->activity, mark->part == 2 ? 1 : mark->part, status };
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
add_minutes (int *sum, int minutes)
{
  if (minutes >= 0)
    *sum = MAX (*sum, 0) + minutes;
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
  add_minutes (&day->planned_minutes, mark->planned_minutes);
  add_minutes (&day->attended_minutes, mark->attended_minutes);
}

gboolean
fram_way_add_days (FramWay *self, GError **error)
{
  g_autoptr (GArray) marks = NULL;
  Session session = { FRAM_DATE_NONE, 0, 0, NULL };
  int longest = -1;

  if (!self->sees_attend)
    return TRUE;
  marks = fram_timeline_load_marks (self->desk->db, self->desk->viewer, self->episode->row, error);
  for (guint i = 0; marks != NULL && i < marks->len; i++)
    {
      const FramStoredMarkDay *mark = &g_array_index (marks, FramStoredMarkDay, i);
      const FramStatus *status = fram_desk_status_of_row (self->desk, mark->status);

      if (status == NULL)
        continue;
      add_mark (self->timeline->days, mark, status, &longest);
      take_mark (self->timeline, &session, mark, status);
    }
  count_session (self->timeline, &session);
  return marks != NULL;
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
