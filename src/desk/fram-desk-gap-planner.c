#include "fram-desk-gaps-private.h"

#include "fram-group-store.h"
#include "fram-meeting.h"
#include "fram-plan-check.h"

#include <string.h>

/* Which days of an enrolment have planned activity. */

static GArray *
house_pauses (FramDesk *desk)
{
  GArray *pauses = g_array_new (FALSE, FALSE, sizeof (FramPauseSpan));
  const GArray *closed = fram_desk_closed_days (desk);

  for (guint i = 0; i < closed->len; i++)
    {
      const FramClosedDay *day = &g_array_index (closed, FramClosedDay, i);
      FramPauseSpan pause = { day->from, day->to, TRUE };

      if (day->workshop == 0 && day->to > day->from && day->from_time == FRAM_TIME_NONE)
        g_array_append_val (pauses, pause);
    }
  return pauses;
}

/**
 * fram_gap_planner_init:
 * @self: (out): zeroes
 * @desk: the desk
 * @first: the first day that will be asked for
 * @at: the day it is looked at from
 * @error: return location
 *
 * Returns: whether the house's groups could be read
 */
gboolean
fram_gap_planner_init (FramGapPlanner *self, FramDesk *desk, FramDate first, FramDate at, GError **error)
{
  self->desk = desk;
  self->at = at;
  self->first = MIN (first, at);
  self->last = MAX (first, at) + FRAM_GAP_DAYS_AHEAD;
  self->open = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->sessions = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify)g_array_unref);
  self->house = house_pauses (desk);
  self->plan = g_array_new (FALSE, FALSE, sizeof (FramGapLine));
  self->marks = g_array_new (FALSE, FALSE, sizeof (FramDate));
  self->days = g_byte_array_new ();
  self->planned = g_array_new (FALSE, FALSE, sizeof (FramDate));
  self->pauses = g_array_new (FALSE, FALSE, sizeof (FramPauseSpan));
  self->series = fram_group_load_all_series (desk->db, FRAM_DATE_NONE, FRAM_DATE_NONE, error);
  return self->series != NULL;
}

void
fram_gap_planner_clear (FramGapPlanner *self)
{
  g_clear_pointer (&self->open, g_hash_table_unref);
  g_clear_pointer (&self->sessions, g_hash_table_unref);
  g_clear_pointer (&self->series, g_hash_table_unref);
  g_clear_pointer (&self->house, g_array_unref);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->starts, g_array_unref);
  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->plan, g_array_unref);
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_pointer (&self->days, g_byte_array_unref);
  g_clear_pointer (&self->planned, g_array_unref);
  g_clear_pointer (&self->pauses, g_array_unref);
}

static gint64 *
key_of (gint64 row)
{
  return g_memdup2 (&row, sizeof row);
}

static const guint8 *
open_days (FramGapPlanner *self, gint64 workshop)
{
  const GArray *closed = fram_desk_closed_days (self->desk);
  guint8 *open = g_hash_table_lookup (self->open, &workshop);

  if (open != NULL)
    return open;
  open = g_malloc ((gsize)(self->last - self->first) + 1);
  for (FramDate day = self->first; day <= self->last; day++)
    open[day - self->first] = fram_day_is_open (day, NULL, 0);
  for (guint i = 0; i < closed->len; i++)
    {
      const FramClosedDay *one = &g_array_index (closed, FramClosedDay, i);

      if (one->from_time != FRAM_TIME_NONE || (one->workshop != 0 && one->workshop != workshop))
        continue;
      for (FramDate day = MAX (one->from, self->first); day <= MIN (one->to, self->last); day++)
        open[day - self->first] = FALSE;
    }
  g_hash_table_insert (self->open, key_of (workshop), open);
  return open;
}

gboolean
fram_gap_planner_is_open (FramGapPlanner *self, gint64 workshop, FramDate day)
{
  return day >= self->first && day <= self->last && open_days (self, workshop)[day - self->first];
}

/**
 * fram_gap_planner_sessions:
 * @self: the planner
 * @group: row number of a group
 *
 * Returns: (element-type FramSession): the sessions that are held, as far as the planner looks, in order
 */
const GArray *
fram_gap_planner_sessions (FramGapPlanner *self, gint64 group)
{
  const FramSeries *series = g_hash_table_lookup (self->series, &group);
  GArray *sessions = g_hash_table_lookup (self->sessions, &group);

  if (sessions != NULL)
    return sessions;
  if (series != NULL)
    sessions = fram_series_held (series, self->first, self->last, fram_desk_closed_days (self->desk));
  else
    sessions = g_array_new (FALSE, FALSE, sizeof (FramSession));
  g_hash_table_insert (self->sessions, key_of (group), sessions);
  return sessions;
}

typedef struct
{
  FramGapPlanner *planner;
  const FramStoredGapCase *one;
  FramDate end;    /* the last day that is looked at */
  gboolean living; /* is planned in the program, and not only written down after the fact */
} Look;

static void
put (const Look *look, FramDate day)
{
  if (day >= look->one->enrolled && day <= look->end)
    look->planner->days->data[day - look->one->enrolled] = TRUE;
}

static const FramGapLine *
line_of (const FramGapPlanner *self, guint i)
{
  return &g_array_index (self->plan, FramGapLine, i);
}

static gboolean
is_living (const FramGapPlanner *self)
{
  for (guint i = 0; i < self->plan->len; i++)
    if (line_of (self, i)->source == FRAM_GAP_SOURCE_SLOT || line_of (self, i)->source == FRAM_GAP_SOURCE_BOOKING)
      return TRUE;
  return FALSE;
}

/* A kind of meeting that the program does not know was booked all the same. */
static gboolean
is_planned_booking (const FramGapLine *line)
{
  return g_strcmp0 (line->kind, FRAM_MEETING_ELSEWHERE) != 0;
}

static void
put_slot (const Look *look, const FramGapLine *slot, FramDate from, FramDate to)
{
  const guint8 *open = open_days (look->planner, slot->activity);
  FramDate day = MAX (from, MAX (slot->from, look->one->enrolled));
  FramDate last = MIN (to, look->end);

  if (slot->to != FRAM_DATE_NONE)
    last = MIN (last, slot->to);
  for (day += (slot->weekday - fram_date_get_weekday (day) + 7) % 7; day <= last; day += 7)
    if (open[day - look->planner->first])
      put (look, day);
}

/* A slot holds while the stay does that it belongs to; one of a talk, which has none, as long as it is valid itself. */
static void
put_slot_of_stays (const Look *look, const FramGapLine *slot)
{
  const FramGapPlanner *self = look->planner;
  gboolean stays = FALSE;

  for (guint i = 0; i < self->plan->len; i++)
    {
      const FramGapLine *stay = line_of (self, i);

      if ((stay->source != FRAM_GAP_SOURCE_PLACEMENT && stay->source != FRAM_GAP_SOURCE_MEMBERSHIP) ||
          stay->activity != slot->activity)
        continue;
      stays = TRUE;
      put_slot (look, slot, stay->from, stay->to != FRAM_DATE_NONE ? stay->to : look->end);
    }
  if (!stays)
    put_slot (look, slot, look->one->enrolled, look->end);
}

/* Of what was written down after the fact only sessions that are still to come are plans: marks tell who came. */
static void
put_sessions (const Look *look, const FramGapLine *membership)
{
  const GArray *sessions = fram_gap_planner_sessions (look->planner, membership->activity);
  FramDate ahead = MAX (look->planner->at, look->planner->desk->viewer->today) + 1;
  FramDate from = look->living ? membership->from : MAX (membership->from, ahead);

  for (guint i = 0; i < sessions->len; i++)
    {
      FramDate day = g_array_index (sessions, FramSession, i).day;

      if (day >= from && (membership->to == FRAM_DATE_NONE || day <= membership->to))
        put (look, day);
    }
}

static void
put_line (const Look *look, const FramGapLine *line)
{
  switch (line->source)
    {
    case FRAM_GAP_SOURCE_EVENT:
      if (fram_meeting_kind_is_planned (line->kind) && (look->living || line->from <= look->planner->at))
        put (look, line->from);
      break;
    case FRAM_GAP_SOURCE_BOOKING:
      if (is_planned_booking (line))
        put (look, line->from);
      break;
    case FRAM_GAP_SOURCE_SLOT: put_slot_of_stays (look, line); break;
    case FRAM_GAP_SOURCE_MEMBERSHIP: put_sessions (look, line); break;
    case FRAM_GAP_SOURCE_PLACEMENT:
    case FRAM_GAP_SOURCE_PAUSE:
    default: break;
    }
}

static gboolean
put_marks (const Look *look, FramDate from, FramDate to, int over, GError **error)
{
  FramGapPlanner *self = look->planner;

  if (from > to)
    return TRUE;
  g_array_set_size (self->marks, 0);
  if (over > 0 ? !fram_gap_hop_marks (self->desk->db, look->one->enrolment, from, to, over, self->marks, error)
               : !fram_gap_load_marks (self->desk->db, look->one->enrolment, from, to, self->marks, error))
    return FALSE;
  for (guint i = 0; i < self->marks->len; i++)
    put (look, g_array_index (self->marks, FramDate, i));
  return TRUE;
}

/* Marks matter only where the plan leaves too much between two days, and at both ends. */
static gboolean
fill_with_marks (const Look *look, FramDate last_mark, int over, GError **error)
{
  FramDate first = look->one->enrolled;
  FramDate before = first - 1;

  for (FramDate day = first; day <= look->end; day++)
    {
      if (!look->planner->days->data[day - first])
        continue;
      if ((before < first || day - before > over) &&
          !put_marks (look, before + 1, MIN (day - 1, last_mark), over, error))
        return FALSE;
      before = day;
    }
  if (look->one->closed == look->end && look->end - before <= over && look->end <= look->planner->at)
    return TRUE;
  return put_marks (look, before + 1, last_mark, over, error);
}

static void
collect_days (const Look *look)
{
  FramGapPlanner *self = look->planner;

  g_array_set_size (self->planned, 0);
  for (FramDate day = look->one->enrolled; day <= look->end; day++)
    if (self->days->data[day - look->one->enrolled])
      g_array_append_val (self->planned, day);
}

static int
by_first_day (gconstpointer a, gconstpointer b)
{
  return ((const FramPauseSpan *)a)->from - ((const FramPauseSpan *)b)->from;
}

static void
collect_pauses (const Look *look)
{
  FramGapPlanner *self = look->planner;

  g_array_set_size (self->pauses, 0);
  for (guint i = 0; i < self->house->len; i++)
    {
      FramPauseSpan pause = g_array_index (self->house, FramPauseSpan, i);

      if (pause.from <= look->end && pause.to >= look->one->enrolled)
        g_array_append_val (self->pauses, pause);
    }
  for (guint i = 0; i < self->plan->len; i++)
    {
      const FramGapLine *line = line_of (self, i);
      FramPauseSpan pause = { line->from, line->to, g_strcmp0 (line->kind, "closed") == 0 };

      if (line->source == FRAM_GAP_SOURCE_PAUSE)
        g_array_append_val (self->pauses, pause);
    }
  g_array_sort (self->pauses, by_first_day);
}

/* What was agreed, else what the programme says. */
static FramDate
expected_end (const FramStoredGapCase *one)
{
  return one->expected_end != FRAM_DATE_NONE ? one->expected_end : fram_plan_target (one->enrolled, one->target_days);
}

/* What is planned for longer than is looked ahead is not said to end there. */
static FramDate
within_reach (const Look *look, FramDate end)
{
  return end != FRAM_DATE_NONE ? MIN (end, look->planner->last) : FRAM_DATE_NONE;
}

/**
 * fram_gap_planner_look:
 * @self: the planner
 * @one: an enrolment
 * @over: more than so many days are a gap
 * @every_mark: whether every day with a mark is wanted, and not only those that tell gaps apart
 * @facts: (out): what gaps are worked out from; its arrays are the planner's, until the next look
 * @error: return location
 *
 * Returns: whether everything could be read
 */
gboolean
fram_gap_planner_look (FramGapPlanner *self, const FramStoredGapCase *one, int over, gboolean every_mark,
                       FramGapFacts *facts, GError **error)
{
  Look look = { self, one, self->last, FALSE };
  FramDate last_mark;

  g_return_val_if_fail (one->enrolled >= self->first, FALSE);
  if (one->closed != FRAM_DATE_NONE)
    look.end = MAX (one->enrolled, MIN (one->closed, self->last));
  if (!fram_gap_planner_load (self, one, error))
    return FALSE;
  look.living = is_living (self);
  g_byte_array_set_size (self->days, (guint)(look.end - one->enrolled) + 1);
  memset (self->days->data, 0, self->days->len);
  for (guint i = 0; i < self->plan->len; i++)
    put_line (&look, line_of (self, i));
  last_mark = MIN (look.end, look.living ? MAX (self->at, self->desk->viewer->today) : self->at);
  if (every_mark ? !put_marks (&look, one->enrolled, last_mark, 0, error)
                 : !fill_with_marks (&look, last_mark, over, error))
    return FALSE;
  collect_days (&look);
  collect_pauses (&look);
  *facts = (FramGapFacts){ one->enrolled,
                           within_reach (&look, one->closed),
                           within_reach (&look, expected_end (one)),
                           self->at,
                           over,
                           self->planned,
                           self->pauses,
                           fram_desk_closed_days (self->desk) };
  return TRUE;
}

static void
keep_earliest (FramDate *day, FramDate other)
{
  if (other != FRAM_DATE_NONE && (*day == FRAM_DATE_NONE || other < *day))
    *day = other;
}

static FramDate
first_contact (const FramGapPlanner *self, const FramStoredGapCase *one, const FramGapFacts *facts)
{
  FramDate first = one->study_visit >= one->received ? one->study_visit : FRAM_DATE_NONE;

  for (guint i = 0; i < self->plan->len; i++)
    {
      const FramGapLine *line = line_of (self, i);

      if (line->from >= one->received && line->from <= self->at &&
          (line->source == FRAM_GAP_SOURCE_EVENT
               ? fram_meeting_kind_is_planned (line->kind)
               : line->source == FRAM_GAP_SOURCE_BOOKING && is_planned_booking (line)))
        keep_earliest (&first, line->from);
    }
  if (facts->planned->len > 0)
    keep_earliest (&first, g_array_index (facts->planned, FramDate, 0));
  return first;
}

static FramDate
first_placement (const FramGapPlanner *self)
{
  FramDate first = FRAM_DATE_NONE;

  for (guint i = 0; i < self->plan->len; i++)
    if (line_of (self, i)->source == FRAM_GAP_SOURCE_PLACEMENT)
      keep_earliest (&first, line_of (self, i)->from);
  return first;
}

/**
 * fram_gap_planner_seams:
 * @self: the planner, after a look at @one
 * @one: an enrolment
 * @facts: what that look gave
 * @seams: (out): days at its seams
 */
void
fram_gap_planner_seams (const FramGapPlanner *self, const FramStoredGapCase *one, const FramGapFacts *facts,
                        FramSeamFacts *seams)
{
  guint n = facts->planned->len;

  *seams = (FramSeamFacts){
    .received = one->received,
    .first_contact = one->received != FRAM_DATE_NONE ? first_contact (self, one, facts) : FRAM_DATE_NONE,
    .introduction_until = one->introduction_until != FRAM_DATE_NONE ? one->introduction_until : one->enrolled,
    .first_placement = first_placement (self),
    .last_activity = n > 0 ? g_array_index (facts->planned, FramDate, n - 1) : FRAM_DATE_NONE,
    .closed = one->closed,
    .next_step_from = one->next_step_from,
    .at = facts->at,
    .over = facts->over,
  };
}
