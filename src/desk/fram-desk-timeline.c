#include "fram-desk-timeline-private.h"

#include "fram-desk-journal-private.h"
#include "fram-people-store.h"
#include "fram-phase.h"
#include "fram-rights.h"

#include <glib/gi18n-lib.h>

/* days of white at both ends, and so much of what is to come where nothing is planned */
#define MARGIN 7
#define AHEAD  28

static gboolean
may (const FramWay *self, FramClass klass, gboolean write)
{
  FramViewer *viewer = self->desk->viewer;
  g_autoptr (FramViewer) writers = write ? fram_rights_writers (viewer, klass) : NULL;

  return fram_people_may (self->desk->db, write ? writers : viewer, klass, self->participant);
}

static void
find_rights (FramWay *self)
{
  g_autoptr (FramViewer) others = fram_rights_beside_mentor (self->desk->viewer);
  gboolean open = fram_db_get_read_only_reason (self->desk->db) == NULL && self->episode != NULL &&
                  (self->episode->closed == FRAM_DATE_NONE || self->episode->closed >= self->today);

  self->sees_facts = fram_people_may (self->desk->db, others, FRAM_CLASS_BASIC, self->participant);
  self->sees_part = may (self, FRAM_CLASS_PLAN, FALSE);
  self->sees_plan = fram_people_may_plan (self->desk->db, self->desk->viewer, self->participant);
  self->sees_note = may (self, FRAM_CLASS_NOTE, FALSE);
  self->sees_attend = may (self, FRAM_CLASS_ATTEND, FALSE);
  self->writes_plan = open && self->sees_plan && may (self, FRAM_CLASS_PLAN, TRUE);
  self->writes_note = open && self->sees_note && may (self, FRAM_CLASS_NOTE, TRUE);
}

static guint
lanes_of (const FramWay *self)
{
  guint lanes = self->sees_facts ? 1u << FRAM_LANE_PHASES : 0;

  if (self->sees_attend)
    lanes |= 1u << FRAM_LANE_ATTENDANCE;
  if (self->sees_part)
    lanes |= 1u << FRAM_LANE_GROUPS | 1u << FRAM_LANE_MEETINGS;
  if (self->sees_plan)
    lanes |= 1u << FRAM_LANE_WORKSHOPS | 1u << FRAM_LANE_GROUPS | 1u << FRAM_LANE_EXTERNAL | 1u << FRAM_LANE_MEETINGS |
             1u << FRAM_LANE_COMMITMENTS | 1u << FRAM_LANE_CHANGES;
  if (self->sees_note)
    lanes |= 1u << FRAM_LANE_SUPPORT;
  return lanes;
}

static FramPhaseFacts
phase_facts (const FramWay *self)
{
  FramPhaseFacts facts = FRAM_PHASE_FACTS_INIT;

  facts.received = self->referral.received;
  facts.decided = self->referral.decided;
  facts.decision = fram_decision_kind_from_code (self->referral.decision);
  if (self->episode == NULL)
    return facts;
  facts.enrolled = self->episode->enrolled;
  facts.introduction_until = self->episode->introduction_until;
  facts.closed = self->episode->closed;
  facts.followed_up = self->episode->followed_up;
  return facts;
}

static int
compare_dates (gconstpointer a, gconstpointer b)
{
  return *(const FramDate *)a < *(const FramDate *)b ? -1 : *(const FramDate *)a > *(const FramDate *)b;
}

/* Days on which another phase can begin, in order. */
static GArray *
phase_days (const FramPhaseFacts *facts)
{
  FramDate intro = facts->introduction_until != FRAM_DATE_NONE ? facts->introduction_until + 1 : FRAM_DATE_NONE;
  FramDate all[] = { facts->received, facts->decided, facts->enrolled, intro, facts->closed, facts->followed_up };
  GArray *days = g_array_new (FALSE, FALSE, sizeof (FramDate));

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i] != FRAM_DATE_NONE)
      g_array_append_val (days, all[i]);
  g_array_sort (days, compare_dates);
  return days;
}

/* Until when the phase that goes on is planned to: participation to the target day, closing to the follow-up. */
static FramDate
planned_end (const FramWay *self, FramPhase phase)
{
  FramDate end = FRAM_DATE_NONE;

  if (phase == FRAM_PHASE_PARTICIPATION)
    end = self->episode->extended_to != FRAM_DATE_NONE ? self->episode->extended_to : self->episode->target;
  else if (phase == FRAM_PHASE_CLOSED)
    end = self->referral.follow_up_due;
  return end > self->today ? end : FRAM_DATE_NONE;
}

static void
add_phase (FramWay *self, FramPhase phase, FramDate from, FramDate to)
{
  FramTimelineItem *item = fram_timeline_add (self->timeline, FRAM_LANE_PHASES, fram_phase_get_code (phase), from, to);
  g_autofree char *when = NULL;

  if (phase == FRAM_PHASE_FOLLOWED_UP || phase == FRAM_PHASE_NOT_STARTED)
    item->to = from;
  else if (to == FRAM_DATE_NONE)
    item->to = planned_end (self, phase);
  when = fram_way_span_to_words (item->from, item->to);
  item->state = from > self->today ? FRAM_ITEM_PLANNED : FRAM_ITEM_DONE;
  item->label = g_strdup (fram_phase_get_name (phase));
  item->text = fram_way_sentence (item->label, when, item->state == FRAM_ITEM_PLANNED);
}

/* One span after the other; where two things happen on a day, the later phase holds from that day. */
static void
add_phases (FramWay *self)
{
  FramPhaseFacts facts = phase_facts (self);
  g_autoptr (GArray) days = phase_days (&facts);
  FramDate from = FRAM_DATE_NONE;
  FramPhase phase = FRAM_PHASE_REFERRED;

  for (guint i = 0; i < days->len; i++)
    {
      FramDate day = g_array_index (days, FramDate, i);
      FramPhase now = fram_phase_at (&facts, day);

      if (from != FRAM_DATE_NONE && (now == phase || day == from))
        {
          phase = now;
          continue;
        }
      if (from != FRAM_DATE_NONE)
        add_phase (self, phase, from, day - 1);
      from = day;
      phase = now;
    }
  if (from != FRAM_DATE_NONE)
    add_phase (self, phase, from, FRAM_DATE_NONE);
}

static void
widen (FramTimeline *timeline, FramDate day)
{
  if (day == FRAM_DATE_NONE)
    return;
  if (timeline->from == FRAM_DATE_NONE || day < timeline->from)
    timeline->from = day;
  if (timeline->to == FRAM_DATE_NONE || day > timeline->to)
    timeline->to = day;
}

/* From the first thing to the last, and while it goes on some weeks past today. */
static void
find_ends (FramWay *self)
{
  FramTimeline *timeline = self->timeline;
  gboolean goes_on = timeline->closed == FRAM_DATE_NONE || timeline->closed >= self->today;

  widen (timeline, timeline->enrolled);
  widen (timeline, timeline->closed);
  for (guint i = 0; i < timeline->items->len; i++)
    {
      const FramTimelineItem *item = g_ptr_array_index (timeline->items, i);

      widen (timeline, item->from);
      widen (timeline, item->to);
    }
  if (goes_on || timeline->from == FRAM_DATE_NONE)
    {
      widen (timeline, timeline->target);
      widen (timeline, timeline->extended);
      widen (timeline, self->today);
      widen (timeline, self->today + AHEAD);
    }
  timeline->from -= MARGIN;
  timeline->to += MARGIN;
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const FramTimelineItem *x = *(const FramTimelineItem *const *)a, *y = *(const FramTimelineItem *const *)b;

  if (x->lane != y->lane)
    return x->lane < y->lane ? -1 : 1;
  if (x->ordinal != y->ordinal)
    return x->ordinal < y->ordinal ? -1 : 1;
  if (x->from != y->from)
    return x->from < y->from ? -1 : 1;
  return x->starts - y->starts;
}

static gboolean
add_plan (FramWay *self, GError **error)
{
  if (!self->sees_part)
    return TRUE;
  if (!fram_way_add_meetings (self, error))
    return FALSE;
  if (self->episode == NULL)
    return TRUE;
  if (!fram_way_add_groups (self, error))
    return FALSE;
  return !self->sees_plan || (fram_way_add_stays (self, error) && fram_way_add_case_workers (self, error) &&
                              fram_way_add_commitments (self, error) && fram_way_add_gaps (self, error));
}

static gboolean
fill (FramWay *self, GError **error)
{
  FramTimeline *timeline = self->timeline;

  timeline->lanes = lanes_of (self);
  if (self->episode != NULL)
    {
      timeline->enrolled = self->episode->enrolled;
      timeline->closed = self->episode->closed;
      if (self->sees_facts)
        {
          timeline->target = self->episode->target;
          timeline->extended = self->episode->extended_to;
        }
    }
  if (self->sees_facts)
    add_phases (self);
  if (!add_plan (self, error) || (self->episode != NULL && (!fram_way_add_days (self, error) ||
                                                            (self->sees_note && !fram_way_add_support (self, error)))))
    return FALSE;
  find_ends (self);
  g_ptr_array_sort (timeline->items, compare_items);
  timeline->summary = fram_way_summary (self);
  /* support and talks are notes: who reads them is in the log */
  return !self->sees_note || fram_desk_log_notes (self->desk, self->participant, "timeline", error);
}

/* The one that was asked for, else the newest; somebody in the queue has none. */
static gboolean
choose_episode (FramWay *self, const GPtrArray *episodes, const FramUuid *enrolment, GError **error)
{
  for (guint i = 0; i < episodes->len && self->episode == NULL; i++)
    {
      const FramStoredEpisode *episode = g_ptr_array_index (episodes, i);

      if (enrolment == NULL || fram_uuid_equal (&episode->enrolment, enrolment))
        self->episode = episode;
    }
  if (enrolment == NULL || self->episode != NULL)
    return TRUE;
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND, _ ("That enrolment is not there any more."));
  return FALSE;
}

/* Whose way it is, of which enrolment, and what of it may be seen; what is on it is added by the caller. */
gboolean
fram_way_open (FramWay *self, FramDesk *desk, const FramStoredCase *stored, const FramUuid *enrolment, GError **error)
{
  g_autoptr (FramPersonRow) row = fram_desk_row_of_case (stored, desk->viewer->today);

  *self = (FramWay){ .desk = desk, .timeline = fram_timeline_new (), .participant = stored->participant };
  self->today = self->timeline->today = desk->viewer->today;
  self->now = fram_clock_minute (desk->clock);
  self->timeline->title = g_strdup (row->name);
  self->timeline->case_no = g_strdup (stored->case_no);
  self->episodes = fram_case_load_episodes (desk->db, desk->viewer, stored->participant, error);
  if (self->episodes == NULL || !choose_episode (self, self->episodes, enrolment, error) ||
      !fram_timeline_load_referral (desk->db, desk->viewer, stored->participant,
                                    self->episode != NULL ? self->episode->row : 0, &self->referral, error))
    return FALSE;
  find_rights (self);
  return TRUE;
}

void
fram_way_clear (FramWay *self)
{
  g_clear_pointer (&self->timeline, fram_timeline_free);
  g_clear_pointer (&self->episodes, g_ptr_array_unref);
  fram_stored_referral_clear (&self->referral);
}

static FramTimeline *
timeline_of (FramDesk *desk, const FramStoredCase *stored, const FramUuid *enrolment, GError **error)
{
  g_auto (FramWay) way = { 0 };

  if (!fram_way_open (&way, desk, stored, enrolment, error) || !fill (&way, error))
    return NULL;
  return g_steal_pointer (&way.timeline);
}

/**
 * fram_desk_timeline:
 * @self: the desk
 * @case_no_or_id: a case number or an id
 * @enrolment: (nullable): which enrolment; %NULL for the newest
 * @error: return location; %FRAM_ERROR_NOT_FOUND also for somebody whom the person at the keyboard may not see
 *
 * Lanes are filled class by class (DATA.md, "Who sees which class"): the plan's, attendance, and support outside only for
 * those who read notes. An appointment elsewhere is told to others without what it is.
 *
 * Returns: (transfer full) (nullable): the participant's way
 */
FramTimeline *
fram_desk_timeline (FramDesk *self, const char *case_no_or_id, const FramUuid *enrolment, GError **error)
{
  g_autoptr (FramStoredCase) stored = NULL;
  FramTimeline *timeline;

  FRAM_DESK_LOCKED (self);
  stored = fram_people_load_one (self->db, self->viewer, case_no_or_id, error);
  if (stored == NULL)
    return NULL;
  fram_db_begin_read (self->db);
  timeline = timeline_of (self, stored, enrolment, error);
  fram_db_end_read (self->db);
  return timeline;
}
