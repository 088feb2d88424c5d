#include "fram-desk-plan-private.h"

#include "fram-desk-roster-private.h"
#include "fram-rights.h"
#include "fram-text.h"

#include <glib/gi18n-lib.h>

/* The plan of one enrolment as it is shown. */

/* Closed days so far ahead are told. */
#define CLOSED_DAYS_AHEAD 120

static void
goal_free (gpointer data)
{
  FramGoal *self = data;

  g_free (self->text);
  g_free (self->workshop_line);
  g_free (self->activity_name);
  g_free (self);
}

static void
step_free (gpointer data)
{
  FramPlanStep *self = data;

  g_free (self->name);
  g_free (self->place);
  g_clear_pointer (&self->slots, g_array_unref);
  g_free (self);
}

static void
pause_free (gpointer data)
{
  FramPlanPause *self = data;

  g_free (self->name);
  g_free (self);
}

void
fram_case_plan_free (FramCasePlan *self)
{
  g_free (self->case_no);
  g_free (self->name);
  g_free (self->main_goal);
  g_clear_pointer (&self->goals, g_ptr_array_unref);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_pointer (&self->pauses, g_ptr_array_unref);
  g_free (self->extension_reason);
  g_free (self);
}

gboolean
fram_plan_refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_INVALID, sentence);
  return FALSE;
}

/* Whether the person at the keyboard may read or change @klass of that participant. */
gboolean
fram_plan_case_may (FramDesk *desk, FramClass klass, gboolean write, gint64 participant)
{
  g_autoptr (FramViewer) writers = write ? fram_rights_writers (desk->viewer, klass) : NULL;

  if (klass == FRAM_CLASS_PLAN)
    return fram_people_may_plan (desk->db, write ? writers : desk->viewer, participant);
  return fram_people_may (desk->db, write ? writers : desk->viewer, klass, participant);
}

void
fram_plan_case_clear (FramPlanCase *self)
{
  g_clear_pointer (&self->person, fram_stored_person_free);
  g_clear_pointer (&self->stored, fram_stored_plan_free);
  g_clear_pointer (&self->name, g_free);
}

/* What has ended is read, not written. */
static gboolean
check_open (const FramPlanCase *self, GError **error)
{
  if (self->stored->closed == FRAM_DATE_NONE || self->stored->closed >= self->desk->viewer->today)
    return TRUE;
  return fram_plan_refuse (error, _ ("The enrolment is closed; its plan stays as it was."));
}

static gboolean
check_right (const FramPlanCase *self, FramClass klass, gboolean write, GError **error)
{
  if (fram_plan_case_may (self->desk, klass, write, self->stored->participant))
    return TRUE;
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_DENIED,
                       write ? _ ("Your roles do not let you change this. Ask an administrator.")
                             : _ ("Your roles do not let you see this."));
  return FALSE;
}

/**
 * fram_plan_case_open:
 * @self: (out): whose plan; zeroes
 * @desk: the desk
 * @enrolment: which
 * @klass: what is asked for
 * @write: whether it is to be changed
 * @error: return location; %FRAM_ERROR_NOT_FOUND, %FRAM_ERROR_DENIED, %FRAM_ERROR_INVALID for what is closed
 *
 * Returns: whether it may be done
 */
gboolean
fram_plan_case_open (FramPlanCase *self, FramDesk *desk, const FramUuid *enrolment, FramClass klass, gboolean write,
                     GError **error)
{
  gint64 row = fram_db_find_row (desk->db, enrolment);

  self->desk = desk;
  self->stored = fram_plan_load (desk->db, desk->viewer, row, error);
  if (self->stored == NULL)
    return FALSE;
  self->person = fram_roster_load_person (desk->db, desk->viewer, 0, row, error);
  if (self->person == NULL || !self->person->visible)
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND,
                             _ ("There is no such participant whom you may see."));
      return FALSE;
    }
  /* an alias is for rosters only */
  self->name = self->person->is_protected ? fram_text_initials (self->person->given_name, self->person->family_name)
                                          : fram_desk_shown_name (self->person);
  return check_right (self, klass, write, error) && (!write || check_open (self, error));
}

/* As above, for changing something that belongs to an enrolment. */
gboolean
fram_plan_case_open_of (FramPlanCase *self, FramDesk *desk, FramEntity entity, const FramUuid *id, FramClass klass,
                        GError **error)
{
  gint64 row = fram_plan_find_enrolment (desk->db, entity, id);
  FramUuid enrolment;

  if (row == 0)
    {
      g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND, _ ("That is not in the register any more."));
      return FALSE;
    }
  enrolment = fram_db_get_id (desk->db, row);
  return fram_plan_case_open (self, desk, &enrolment, klass, TRUE, error);
}

/* Commits, and hands the sentence (transfer full) to who asked. */
gboolean
fram_plan_finish (FramDesk *desk, FramChanges *changes, char *sentence, char **what, GError **error)
{
  g_autofree char *owned = sentence;

  if (!fram_desk_finish (desk, changes, sentence, &fram_changed_house, error))
    return FALSE;
  if (what != NULL)
    *what = g_steal_pointer (&owned);
  return TRUE;
}

gboolean
fram_plan_holds (FramDate from, FramDate to, FramDate day)
{
  return from <= day && (to == FRAM_DATE_NONE || to >= day);
}

FramStoredStep *
fram_plan_find_step (const GPtrArray *steps, const FramUuid *id)
{
  for (guint i = 0; i < steps->len; i++)
    {
      FramStoredStep *step = g_ptr_array_index (steps, i);

      if (fram_uuid_equal (&step->id, id))
        return step;
    }
  return NULL;
}

/* The weekly plan in a place as it is during a step: today's of a step that goes on is the step's own. */
GArray *
fram_plan_slots_of (const GArray *slots, gint64 activity, FramDate from, FramDate to)
{
  GArray *specs = g_array_new (FALSE, FALSE, sizeof (FramSlotSpec));

  for (guint i = 0; i < slots->len; i++)
    {
      const FramStoredSlot *s = &g_array_index (slots, FramStoredSlot, i);
      FramSlotSpec spec = { s->slot.weekday, s->slot.from_time, s->slot.to_time };

      if (s->activity == activity && (to == FRAM_DATE_NONE || s->slot.valid_from <= to) &&
          (s->slot.valid_to == FRAM_DATE_NONE || s->slot.valid_to >= from))
        g_array_append_val (specs, spec);
    }
  return specs;
}

static void
add_goals (FramDesk *self, FramCasePlan *plan, const GPtrArray *stored)
{
  for (guint i = 0; i < stored->len; i++)
    {
      const FramStoredGoal *s = g_ptr_array_index (stored, i);
      FramGoal *goal = g_new0 (FramGoal, 1);

      goal->id = s->id;
      goal->text = g_strdup (s->text);
      goal->due = s->due;
      goal->reached = s->reached;
      goal->workshop_line = g_strdup (s->workshop_line);
      if (s->activity != 0)
        goal->activity = fram_db_get_id (self->db, s->activity);
      goal->activity_name = g_strdup (s->activity_name);
      g_ptr_array_add (plan->goals, goal);
    }
}

static void
add_steps (FramDesk *self, FramCasePlan *plan, const GPtrArray *stored, const GArray *slots)
{
  for (guint i = 0; i < stored->len; i++)
    {
      const FramStoredStep *s = g_ptr_array_index (stored, i);
      FramPlanStep *step = g_new0 (FramPlanStep, 1);

      step->id = s->id;
      step->activity = fram_db_get_id (self->db, s->activity);
      step->kind = s->is_external ? FRAM_PLAN_EXTERNAL : FRAM_PLAN_WORKSHOP;
      step->name = g_strdup (s->name);
      step->from = s->from;
      step->to = s->to;
      step->slots = fram_plan_slots_of (slots, s->activity, s->from, s->to);
      step->minutes =
          s->weekly_minutes >= 0 || step->slots->len == 0 ? s->weekly_minutes : fram_slots_minutes (step->slots);
      g_ptr_array_add (plan->steps, step);
    }
}

/* The sessions that a group holds while somebody is a member. */
GArray *
fram_plan_sessions (FramDesk *desk, const FramStoredMember *member, FramDate from, FramDate to)
{
  FramDate first = MAX (from, member->from);
  FramDate last = member->to != FRAM_DATE_NONE ? MIN (to, member->to) : to;

  if (member->waiting || first > last)
    return g_array_new (FALSE, FALSE, sizeof (FramSession));
  return fram_series_held (member->series, first, last, fram_desk_closed_days (desk));
}

/* Where a group meets once a week, that time stands in the weekly plan. */
static GArray *
session_slots (const GArray *usual)
{
  GArray *specs = g_array_new (FALSE, FALSE, sizeof (FramSlotSpec));

  for (guint i = 0; i < usual->len; i++)
    {
      const FramSession *session = &g_array_index (usual, FramSession, i);
      FramSlotSpec spec = { fram_date_get_weekday (session->day), session->starts,
                            session->starts + MAX (session->minutes, 0) };

      if (session->starts != FRAM_TIME_NONE)
        g_array_append_val (specs, spec);
    }
  return specs;
}

static void
add_members (FramDesk *self, FramCasePlan *plan, const GPtrArray *stored)
{
  for (guint i = 0; i < stored->len; i++)
    {
      const FramStoredMember *s = g_ptr_array_index (stored, i);
      g_autoptr (GArray) usual = fram_series_usual (s->series, MAX (s->from, plan->today));
      FramPlanStep *step = g_new0 (FramPlanStep, 1);

      step->id = s->id;
      step->activity = fram_db_get_id (self->db, s->group);
      step->kind = FRAM_PLAN_GROUP;
      step->name = g_strdup (s->name);
      step->from = s->from;
      step->to = s->to;
      step->minutes = usual->len > 0 ? g_array_index (usual, FramSession, 0).minutes : -1;
      step->slots = session_slots (usual);
      step->waiting = s->waiting;
      step->place = g_strdup (s->place);
      g_ptr_array_add (plan->steps, step);
    }
}

static void
add_pauses (FramDesk *self, FramCasePlan *plan, const GPtrArray *stored)
{
  const GArray *closed = fram_desk_closed_days (self);

  for (guint i = 0; i < stored->len; i++)
    {
      const FramStoredPause *s = g_ptr_array_index (stored, i);
      FramPlanPause *pause = g_new0 (FramPlanPause, 1);

      *pause = (FramPlanPause){ s->id, s->from, s->to, g_strcmp0 (s->kind, "closed") == 0, NULL };
      g_ptr_array_add (plan->pauses, pause);
    }
  for (guint i = 0; i < closed->len; i++)
    {
      const FramClosedDay *day = &g_array_index (closed, FramClosedDay, i);
      FramPlanPause *pause;

      if (day->workshop != 0 || day->to < plan->today || day->from > plan->today + CLOSED_DAYS_AHEAD)
        continue;
      pause = g_new0 (FramPlanPause, 1);
      *pause = (FramPlanPause){ FRAM_UUID_NONE, day->from, day->to, TRUE, g_strdup (day->name) };
      g_ptr_array_add (plan->pauses, pause);
    }
}

/**
 * fram_case_plan_minutes_at:
 * @self: a plan
 * @day: a day
 *
 * Returns: minutes a week that are agreed for that day in workshops and outside
 */
int
fram_case_plan_minutes_at (const FramCasePlan *self, FramDate day)
{
  int minutes = 0;

  for (guint i = 0; i < self->steps->len; i++)
    {
      const FramPlanStep *step = g_ptr_array_index (self->steps, i);

      if (step->kind != FRAM_PLAN_GROUP && fram_plan_holds (step->from, step->to, day))
        minutes += MAX (step->minutes, 0);
    }
  return minutes;
}

/* The next day on which the sum is another one. */
static void
find_next (FramCasePlan *plan)
{
  plan->next_from = FRAM_DATE_NONE;
  for (guint i = 0; i < plan->steps->len; i++)
    {
      const FramPlanStep *step = g_ptr_array_index (plan->steps, i);
      const FramDate days[] = { step->from, step->to != FRAM_DATE_NONE ? step->to + 1 : FRAM_DATE_NONE };

      for (guint d = 0; step->kind != FRAM_PLAN_GROUP && d < G_N_ELEMENTS (days); d++)
        if (days[d] > plan->today && (plan->next_from == FRAM_DATE_NONE || days[d] < plan->next_from) &&
            fram_case_plan_minutes_at (plan, days[d]) != plan->minutes_now)
          plan->next_from = days[d];
    }
  if (plan->next_from != FRAM_DATE_NONE)
    plan->minutes_next = fram_case_plan_minutes_at (plan, plan->next_from);
}

static int
compare_steps (gconstpointer a, gconstpointer b)
{
  const FramPlanStep *x = *(const FramPlanStep *const *)a, *y = *(const FramPlanStep *const *)b;

  return (x->from > y->from) - (x->from < y->from);
}

static int
compare_pauses (gconstpointer a, gconstpointer b)
{
  const FramPlanPause *x = *(const FramPlanPause *const *)a, *y = *(const FramPlanPause *const *)b;

  return (x->from > y->from) - (x->from < y->from);
}

static void
add_rights (FramDesk *self, FramCasePlan *plan, const FramPlanCase *of)
{
  gint64 participant = of->stored->participant;
  gboolean open = fram_db_get_read_only_reason (self->db) == NULL && check_open (of, NULL);

  plan->sees_goals = fram_plan_case_may (self, FRAM_CLASS_PROGRESS, FALSE, participant);
  plan->writes_goals = open && fram_plan_case_may (self, FRAM_CLASS_PROGRESS, TRUE, participant);
  plan->writes_lines = open && fram_plan_case_may (self, FRAM_CLASS_INSTRUCT, TRUE, participant);
  plan->sees_plan = fram_plan_case_may (self, FRAM_CLASS_PLAN, FALSE, participant);
  plan->writes_plan = open && fram_plan_case_may (self, FRAM_CLASS_PLAN, TRUE, participant);
  plan->writes_target = open && fram_plan_case_may (self, FRAM_CLASS_BASIC, TRUE, participant);
}

static FramCasePlan *
plan_of (FramDesk *self, const FramUuid *enrolment, FramPlanCase *of)
{
  FramCasePlan *plan = g_new0 (FramCasePlan, 1);

  plan->enrolment = *enrolment;
  plan->participant = of->person->participant_id;
  plan->case_no = g_strdup (of->person->case_no);
  plan->name = g_strdup (of->name);
  plan->enrolled = of->stored->enrolled;
  plan->closed = of->stored->closed;
  plan->today = self->viewer->today;
  plan->main_goal = g_strdup (of->stored->main_goal);
  plan->goals = g_ptr_array_new_with_free_func (goal_free);
  plan->steps = g_ptr_array_new_with_free_func (step_free);
  plan->pauses = g_ptr_array_new_with_free_func (pause_free);
  plan->target = of->stored->target;
  plan->default_target = fram_plan_target (of->stored->enrolled, of->stored->target_days);
  plan->extended_to = of->stored->extended_to;
  plan->extension_reason = g_strdup (of->stored->extension_reason);
  add_rights (self, plan, of);
  return plan;
}

static gboolean
fill_weekly (FramDesk *self, FramCasePlan *plan, gint64 row, GError **error)
{
  g_autoptr (GPtrArray) steps = fram_plan_load_steps (self->db, self->viewer, row, error);
  g_autoptr (GArray) slots = steps != NULL ? fram_plan_load_slots (self->db, self->viewer, row, error) : NULL;
  g_autoptr (GPtrArray) members = slots != NULL ? fram_plan_load_members (self->db, self->viewer, row, error) : NULL;
  g_autoptr (GPtrArray) pauses = members != NULL ? fram_plan_load_pauses (self->db, self->viewer, row, error) : NULL;

  if (pauses == NULL)
    return FALSE;
  add_steps (self, plan, steps, slots);
  add_members (self, plan, members);
  add_pauses (self, plan, pauses);
  g_ptr_array_sort (plan->steps, compare_steps);
  g_ptr_array_sort (plan->pauses, compare_pauses);
  plan->minutes_now = plan->sees_plan ? fram_case_plan_minutes_at (plan, plan->today) : -1;
  find_next (plan);
  return TRUE;
}

/**
 * fram_desk_case_plan:
 * @self: the desk
 * @enrolment: whose
 * @error: return location; %FRAM_ERROR_NOT_FOUND also for somebody whom the person at the keyboard may not see
 *
 * Returns: (transfer full) (nullable): what is planned, as far as the person at the keyboard may see it
 */
FramCasePlan *
fram_desk_case_plan (FramDesk *self, const FramUuid *enrolment, GError **error)
{
  g_auto (FramPlanCase) of = { 0 };
  g_autoptr (FramCasePlan) plan = NULL;
  g_autoptr (GPtrArray) goals = NULL;

  FRAM_DESK_LOCKED (self);
  if (!fram_plan_case_open (&of, self, enrolment, FRAM_CLASS_BASIC, FALSE, error))
    return NULL;
  goals = fram_plan_load_goals (self->db, self->viewer, of.stored->enrolment, error);
  if (goals == NULL)
    return NULL;
  plan = plan_of (self, enrolment, &of);
  add_goals (self, plan, goals);
  return fill_weekly (self, plan, of.stored->enrolment, error) ? g_steal_pointer (&plan) : NULL;
}

/**
 * fram_case_plan_get_end:
 * @self: a plan
 *
 * Returns: the target day that holds: what it was extended to, else what was agreed, else what the programme says
 */
FramDate
fram_case_plan_get_end (const FramCasePlan *self)
{
  if (self->extended_to != FRAM_DATE_NONE)
    return self->extended_to;
  return self->target != FRAM_DATE_NONE ? self->target : self->default_target;
}
