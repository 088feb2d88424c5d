#include "fram-desk-progression-private.h"

#include "fram-desk-indicators.h"
#include "fram-desk-journal-private.h"
#include "fram-people-store.h"

#include <glib/gi18n-lib.h>

/**
 * fram_desk_reads_belief:
 * @self: the desk
 *
 * Returns: whether what case workers rate of their own belief is read at all: where the programme has turned it on, and
 *   for the file's owner
 */
gboolean
fram_desk_reads_belief (FramDesk *self)
{
  return self->viewer->is_system || fram_desk_get_belief (self);
}

static void
course_clear (FramCourse *self)
{
  fram_way_clear (&self->way);
  g_clear_pointer (&self->progression, fram_progression_free);
  g_clear_pointer (&self->sessions, g_array_unref);
  g_clear_pointer (&self->workshops, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FramCourse, course_clear)

/* From the enrolment to its end or today. Who waits in the queue has no way behind them yet. */
static FramProgression *
empty_progression (const FramWay *way)
{
  FramDate from = way->episode != NULL ? way->episode->enrolled : way->today;
  FramDate closed = way->episode != NULL ? way->episode->closed : FRAM_DATE_NONE;
  FramDate to = closed != FRAM_DATE_NONE ? MIN (closed, way->today) : way->today;
  FramProgression *self = fram_progression_new (from, MAX (from, to));

  self->title = g_strdup (way->timeline->title);
  self->case_no = g_strdup (way->timeline->case_no);
  self->today = way->today;
  self->enrolled = way->episode != NULL ? from : FRAM_DATE_NONE;
  self->closed = closed;
  self->sees_ratings = TRUE;
  self->sees_attendance = way->sees_attend;
  return self;
}

static gboolean
load_sessions (FramCourse *self, GError **error)
{
  FramDesk *desk = self->way.desk;
  g_autoptr (GArray) marks = NULL;

  self->workshops = fram_house_load_workshops (desk->db, TRUE, error);
  if (self->workshops == NULL || !self->way.sees_attend)
    return self->workshops != NULL;
  marks = fram_timeline_load_marks (desk->db, desk->viewer, self->way.episode->row, error);
  if (marks != NULL)
    self->sessions = fram_way_sessions_of_marks (desk, marks);
  return marks != NULL;
}

static FramProgression *
fill (FramCourse *self, GError **error)
{
  FramWay *way = &self->way;

  self->progression = empty_progression (way);
  if (way->episode != NULL && (!load_sessions (self, error) || !fram_course_add_series (self, error) ||
                               !fram_course_add_weeks (self, error) || !fram_course_add_moments (self, error)))
    return NULL;
  /* talks of the journal stand among the moments: who reads them is in the log */
  if (way->sees_note && !fram_desk_log_notes (way->desk, way->participant, "progression", error))
    return NULL;
  fram_progression_finish (self->progression);
  return g_steal_pointer (&self->progression);
}

static FramProgression *
progression_of (FramDesk *desk, const FramStoredCase *stored, const FramUuid *enrolment, GError **error)
{
  g_auto (FramCourse) course = { 0 };

  if (!fram_people_may (desk->db, desk->viewer, FRAM_CLASS_PROGRESS, stored->participant))
    {
      g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_DENIED,
                           _ ("Progression is seen by the participant's own case worker; your roles do not show it."));
      return NULL;
    }
  if (!fram_way_open (&course.way, desk, stored, enrolment, error))
    return NULL;
  return fill (&course, error);
}

/**
 * fram_desk_progression:
 * @self: the desk
 * @case_no_or_id: a case number or an id
 * @enrolment: (nullable): which enrolment; %NULL for the newest
 * @error: return location; %FRAM_ERROR_NOT_FOUND also for somebody whom the person at the keyboard may not see, and
 *   %FRAM_ERROR_DENIED for somebody whose progression that person may not see
 *
 * Of today's week sessions count as planned that are marked or were due before today, so that what was planned can be held
 * against what was attended.
 *
 * Returns: (transfer full) (nullable): the participant's progression; empty for somebody who is not enrolled yet
 */
FramProgression *
fram_desk_progression (FramDesk *self, const char *case_no_or_id, const FramUuid *enrolment, GError **error)
{
  g_autoptr (FramStoredCase) stored = NULL;
  FramProgression *progression;

  FRAM_DESK_LOCKED (self);
  stored = fram_people_load_one (self->db, self->viewer, case_no_or_id, error);
  if (stored == NULL)
    return NULL;
  fram_db_begin_read (self->db);
  progression = progression_of (self, stored, enrolment, error);
  fram_db_end_read (self->db);
  return progression;
}
