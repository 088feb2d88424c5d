#include "fram-desk-case.h"

#include "fram-case-store.h"
#include "fram-desk-private.h"
#include "fram-rights.h"

#include <glib/gi18n-lib.h>

static void
episode_free (gpointer data)
{
  FramEpisode *self = data;

  g_free (self->outcome);
  g_free (self->programme);
  g_free (self);
}

void
fram_case_free (FramCase *self)
{
  g_clear_pointer (&self->person, fram_person_free);
  g_clear_pointer (&self->episodes, g_ptr_array_unref);
  g_free (self->case_worker);
  g_free (self->meeting);
  g_free (self);
}

static FramPhase
phase_of (const FramStoredEpisode *stored, FramDate today)
{
  FramPhaseFacts facts = FRAM_PHASE_FACTS_INIT;

  facts.decision = FRAM_DECISION_ACCEPTED;
  facts.enrolled = stored->enrolled;
  facts.introduction_until = stored->introduction_until;
  facts.closed = stored->closed;
  facts.followed_up = stored->followed_up;
  return fram_phase_at (&facts, today);
}

static FramEpisode *
episode_of (const FramStoredEpisode *stored, FramDate today)
{
  FramEpisode *self = g_new0 (FramEpisode, 1);

  self->enrolment = stored->enrolment;
  self->enrolled = stored->enrolled;
  self->closed = stored->closed;
  self->phase = phase_of (stored, today);
  self->outcome = g_strdup (stored->outcome);
  self->programme = g_strdup (stored->programme);
  self->planned_return = stored->planned_return;
  return self;
}

static void
add_episodes (FramDesk *self, FramCase *what, const GPtrArray *stored)
{
  gboolean sees = fram_people_may (self->db, self->viewer, FRAM_CLASS_INTAKE, what->person->row->participant_row);

  what->episodes = g_ptr_array_new_with_free_func (episode_free);
  for (guint i = 0; i < stored->len; i++)
    {
      FramEpisode *episode = episode_of (g_ptr_array_index (stored, i), self->viewer->today);

      episode->first = i + 1 == stored->len;
      episode->sees_return = sees;
      g_ptr_array_add (what->episodes, episode);
    }
}

/* The one that was asked for, else the newest. */
static const FramStoredEpisode *
choose (const GPtrArray *stored, const FramUuid *enrolment, GError **error)
{
  for (guint i = 0; i < stored->len; i++)
    {
      const FramStoredEpisode *episode = g_ptr_array_index (stored, i);

      if (enrolment == NULL || fram_uuid_equal (&episode->enrolment, enrolment))
        return episode;
    }
  if (enrolment != NULL)
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND, _ ("That enrolment is not there any more."));
  return NULL;
}

static gboolean
may (FramDesk *self, FramClass klass, gboolean write, gint64 participant)
{
  g_autoptr (FramViewer) writers = write ? fram_rights_writers (self->viewer, klass) : NULL;

  return fram_people_may (self->db, write ? writers : self->viewer, klass, participant);
}

/* One's own entries as an occupational therapist are a journal too. */
static gboolean
may_note (FramDesk *self, gboolean write, gint64 participant)
{
  if (may (self, FRAM_CLASS_NOTE, write, participant))
    return TRUE;
  for (guint i = 0; i < self->viewer->grants->len; i++)
    {
      FramRole role = g_array_index (self->viewer->grants, FramGrant, i).role;
      FramRight right = self->viewer->rights.cells[role][FRAM_CLASS_OT_NOTE];

      if (right.reach >= FRAM_REACH_OWN_ENTRIES && (right.write || !write))
        return TRUE;
    }
  return FALSE;
}

static void
add_rights (FramDesk *self, FramCase *what)
{
  gint64 participant = what->person->row->participant_row;
  gboolean open = fram_db_get_read_only_reason (self->db) == NULL && what->is_current;

  what->sees_groups = may (self, FRAM_CLASS_PLAN, FALSE, participant);
  what->sees_plan = fram_people_may_plan (self->db, self->viewer, participant);
  what->writes_plan = open && may (self, FRAM_CLASS_PLAN, TRUE, participant);
  what->sees_progress = may (self, FRAM_CLASS_PROGRESS, FALSE, participant);
  what->writes_progress = open && may (self, FRAM_CLASS_PROGRESS, TRUE, participant);
  what->sees_note = may_note (self, FALSE, participant);
  what->writes_note = fram_db_get_read_only_reason (self->db) == NULL && may_note (self, TRUE, participant);
  what->sees_support = may (self, FRAM_CLASS_NOTE, FALSE, participant);
  what->sees_document = may (self, FRAM_CLASS_DOCUMENT, FALSE, participant);
  what->writes_document =
      fram_db_get_read_only_reason (self->db) == NULL && may (self, FRAM_CLASS_DOCUMENT, TRUE, participant);
  what->sees_need = may (self, FRAM_CLASS_NEED, FALSE, participant);
  what->writes_need = open && may (self, FRAM_CLASS_NEED, TRUE, participant);
  what->sees_places = fram_rights_may_read (self->viewer, FRAM_CLASS_PLACES);
  what->asks = open && may (self, FRAM_CLASS_INSTRUCT, TRUE, participant);
  /* a mentor books talks of the own groups' members; the desk of bookings asks whose talk it is */
  what->books =
      open && (what->writes_plan || (fram_viewer_has_role (self->viewer, FRAM_ROLE_PEER_MENTOR) && what->sees_groups));
}

static void
add_days (FramCase *what, const FramStoredEpisode *episode, FramDate today)
{
  what->enrolment = episode->enrolment;
  what->is_current = episode->closed == FRAM_DATE_NONE || episode->closed >= today;
  what->target = episode->extended_to != FRAM_DATE_NONE ? episode->extended_to : episode->target;
  if (today >= episode->enrolled)
    what->day = (what->is_current ? today : episode->closed) - episode->enrolled + 1;
  if (what->target != FRAM_DATE_NONE && what->target >= episode->enrolled)
    what->target_days = what->target - episode->enrolled + 1;
}

static gboolean
add_head (FramDesk *self, FramCase *what, gint64 enrolment, GError **error)
{
  g_auto (FramStoredHead) head = { 0 };

  if (!fram_case_load_head (self->db, self->viewer, what->person->row->participant_row, enrolment,
                            fram_clock_minute (self->clock), &head, error))
    return FALSE;
  what->case_worker = g_steal_pointer (&head.case_worker);
  what->case_worker_row = head.case_worker_row;
  what->case_worker_since = head.case_worker_since;
  what->weekly_minutes = what->is_current ? head.weekly_minutes : -1;
  what->next_minutes = what->is_current ? head.next_minutes : -1;
  what->next_minutes_from = head.next_from;
  what->meeting = head.meeting != NULL ? g_strdup (fram_meeting_kind_get_name (head.meeting)) : NULL;
  what->meeting_day = head.meeting_day;
  what->meeting_time = head.meeting_time;
  what->consent = head.consent;
  what->consent_until = head.consent_until;
  return TRUE;
}

static FramCase *
read_case (FramDesk *self, const char *case_no_or_id, const FramUuid *enrolment, gboolean again, GError **error)
{
  g_autoptr (FramCase) what = g_new0 (FramCase, 1);
  g_autoptr (GPtrArray) stored = NULL;
  g_autoptr (GError) local = NULL;
  const FramStoredEpisode *episode;

  what->target = FRAM_DATE_NONE;
  what->person =
      again ? fram_desk_person_again (self, case_no_or_id, error) : fram_desk_person (self, case_no_or_id, error);
  if (what->person == NULL)
    return NULL;
  stored = fram_case_load_episodes (self->db, self->viewer, what->person->row->participant_row, error);
  if (stored == NULL)
    return NULL;
  episode = choose (stored, enrolment, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  add_episodes (self, what, stored);
  if (episode != NULL)
    add_days (what, episode, self->viewer->today);
  add_rights (self, what);
  return add_head (self, what, episode != NULL ? episode->row : 0, error) ? g_steal_pointer (&what) : NULL;
}

/**
 * fram_desk_case:
 * @self: the desk
 * @case_no_or_id: a case number or an id
 * @enrolment: (nullable): which enrolment; %NULL for the newest
 * @error: return location; %FRAM_ERROR_NOT_FOUND also for somebody whom the person at the keyboard may not see
 *
 * Opens a participant with one enrolment; that is logged.
 *
 * Returns: (transfer full) (nullable): what the page of that participant needs to know
 */
FramCase *
fram_desk_case (FramDesk *self, const char *case_no_or_id, const FramUuid *enrolment, GError **error)
{
  FRAM_DESK_LOCKED (self);
  return read_case (self, case_no_or_id, enrolment, FALSE, error);
}

/**
 * fram_desk_case_again:
 * @self: the desk
 * @case_no_or_id: whom fram_desk_case() opened
 * @enrolment: (nullable): which enrolment; %NULL for the newest
 * @error: return location
 *
 * Reads the same participant again after a change, without another line in the log.
 *
 * Returns: (transfer full) (nullable): the participant
 */
FramCase *
fram_desk_case_again (FramDesk *self, const char *case_no_or_id, const FramUuid *enrolment, GError **error)
{
  FRAM_DESK_LOCKED (self);
  return read_case (self, case_no_or_id, enrolment, TRUE, error);
}

/**
 * fram_desk_person_id:
 * @self: the desk
 * @case_no_or_id: a case number or an id
 * @participant: (out): the participant
 * @error: return location; %FRAM_ERROR_NOT_FOUND also for somebody whom the person at the keyboard may not see
 *
 * Finds whom a case number means without opening the record; nothing is logged.
 *
 * Returns: whether there is such a participant
 */
gboolean
fram_desk_person_id (FramDesk *self, const char *case_no_or_id, FramUuid *participant, GError **error)
{
  g_autoptr (FramStoredCase) stored = NULL;

  FRAM_DESK_LOCKED (self);
  stored = fram_people_load_one (self->db, self->viewer, case_no_or_id, error);
  if (stored != NULL)
    *participant = stored->participant_id;
  return stored != NULL;
}
