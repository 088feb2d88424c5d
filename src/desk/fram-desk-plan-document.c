#include "fram-desk-plan-private.h"

#include "fram-desk-commitment.h"
#include "fram-desk-paper.h"
#include "fram-meeting.h"
#include "fram-person-store.h"
#include "fram-plan-document.h"
#include "fram-text.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* The individual plan, as it is handed to the participant. */

/* Bookings so far ahead are looked through for the next meeting. */
#define MEETING_DAYS 90

static char *
next_meeting (FramDesk *self, const FramPlanCase *of)
{
  FramDate today = self->viewer->today;
  g_autoptr (GPtrArray) times =
      fram_plan_load_times (self->db, self->viewer, of->stored->enrolment, today, today + MEETING_DAYS, NULL);

  for (guint i = 0; times != NULL && i < times->len; i++)
    {
      const FramStoredTime *time = g_ptr_array_index (times, i);
      g_autofree char *day = fram_date_to_words (time->from);
      g_autofree char *clock = fram_time_to_words (time->from_time);

      if (!time->is_booking || g_strcmp0 (time->kind, FRAM_MEETING_ELSEWHERE) == 0)
        continue;
      if (time->from_time == FRAM_TIME_NONE)
        return g_strdup_printf ("%s, %s", fram_meeting_kind_get_name (time->kind), day);
      return g_strdup_printf ("%s, %s %s", fram_meeting_kind_get_name (time->kind), day, clock);
    }
  return NULL;
}

static void
add_head (FramDesk *self, const FramPlanCase *of, const FramCasePlan *plan, FramPlanDocument *document)
{
  g_autofree char *workers = fram_person_load_case_workers (self->db, self->viewer, of->stored->enrolment);
  g_autofree char *enrolled = fram_date_to_day_month (plan->enrolled);
  g_autofree char *made = fram_date_to_day_month (plan->today);
  g_autofree char *meeting = next_meeting (self, of);

  fram_plan_document_add_fact (document, _ ("Case number"), plan->case_no);
  fram_plan_document_add_fact (document, _ ("Case worker"), workers);
  fram_plan_document_add_fact (document, _ ("Enrolled"), enrolled);
  fram_plan_document_add_fact (document, _ ("Date of the plan"), made);
  fram_plan_document_add_fact (document, _ ("Next meeting"), meeting);
}

static char *
detail_of_goal (const FramGoal *goal)
{
  g_autofree char *due = fram_date_to_day_month (goal->due);
  g_autofree char *reached = fram_date_to_day_month (goal->reached);

  if (goal->reached != FRAM_DATE_NONE)
    return g_strdup_printf (_ ("Reached on %s"), reached);
  return goal->due != FRAM_DATE_NONE ? g_strdup_printf (_ ("By %s"), due) : NULL;
}

/* Goals are told where they may be seen, and left out without a word where not. */
static void
add_goals (const FramCasePlan *plan, FramPlanDocument *document)
{
  if (!plan->sees_goals)
    return;
  fram_plan_document_add_heading (document, _ ("My goal"));
  fram_plan_document_add_text (document, plan->main_goal != NULL ? plan->main_goal : _ ("We have not written it yet."));
  if (plan->goals->len > 0)
    fram_plan_document_add_heading (document, _ ("On the way there"));
  for (guint i = 0; i < plan->goals->len; i++)
    {
      const FramGoal *goal = g_ptr_array_index (plan->goals, i);
      g_autofree char *detail = detail_of_goal (goal);

      fram_plan_document_add_tick (document, goal->text, detail, goal->reached != FRAM_DATE_NONE);
    }
}

/* The week as it is agreed now: without bookings and days off, which are of one week only. */
static gboolean
add_week (const FramCasePlan *plan, FramPlanDocument *document)
{
  FramWeekPlan *week = fram_week_plan_new ();

  for (guint i = 0; i < plan->steps->len; i++)
    {
      const FramPlanStep *step = g_ptr_array_index (plan->steps, i);
      FramWeekKind kind = step->kind == FRAM_PLAN_GROUP      ? FRAM_WEEK_GROUP
                          : step->kind == FRAM_PLAN_EXTERNAL ? FRAM_WEEK_OUTSIDE
                                                             : FRAM_WEEK_WORK;

      for (guint s = 0; s < step->slots->len && !step->waiting && fram_plan_holds (step->from, step->to, plan->today);
           s++)
        {
          const FramSlotSpec *slot = &g_array_index (step->slots, FramSlotSpec, s);

          fram_week_plan_add (week, kind, slot->weekday, slot->from_time, slot->to_time, step->name);
        }
    }
  if (week->blocks->len == 0)
    {
      fram_week_plan_free (week);
      return FALSE;
    }
  fram_plan_document_add_week (document, week);
  return TRUE;
}

static void
add_step (const FramPlanStep *step, gboolean coming, FramPlanDocument *document)
{
  g_autofree char *from = fram_date_to_words (step->from);
  g_autofree char *to = fram_date_to_words (step->to);
  g_autofree char *slots = fram_slots_format (step->slots);
  g_autofree char *hours =
      step->kind != FRAM_PLAN_GROUP && step->minutes >= 0 ? fram_plan_hours_words (step->minutes) : NULL;
  /* Translators: a workshop, and "12 hours" */
  g_autofree char *title =
      hours != NULL ? g_strdup_printf (_ ("%1$s: %2$s a week"), step->name, hours) : g_strdup (step->name);
  g_autofree char *when = coming                       ? g_strdup_printf (_ ("From %s"), from)
                          : step->to != FRAM_DATE_NONE ? g_strdup_printf (_ ("Until %s"), to)
                                                       : NULL;
  g_autofree char *detail = when != NULL && slots[0] != '\0' ? g_strdup_printf ("%s · %s", slots, when)
                                                             : g_strdup (when != NULL ? when : slots);

  fram_plan_document_add_line (document, title, detail);
}

static void
add_weekly (const FramCasePlan *plan, FramPlanDocument *document)
{
  gboolean ahead = FALSE;

  fram_plan_document_add_heading (document, _ ("My week"));
  if (!add_week (plan, document))
    fram_plan_document_add_text (document, _ ("Nothing is planned in the week yet."));
  for (guint i = 0; i < plan->steps->len; i++)
    {
      const FramPlanStep *step = g_ptr_array_index (plan->steps, i);

      if (fram_plan_holds (step->from, step->to, plan->today) && !step->waiting)
        add_step (step, FALSE, document);
    }
  for (guint i = 0; i < plan->steps->len; i++)
    {
      const FramPlanStep *step = g_ptr_array_index (plan->steps, i);

      if (step->from <= plan->today || step->waiting)
        continue;
      if (!ahead)
        fram_plan_document_add_heading (document, _ ("The next steps"));
      ahead = TRUE;
      add_step (step, TRUE, document);
    }
}

static void
add_until (const FramCasePlan *plan, FramPlanDocument *document)
{
  FramDate end = fram_case_plan_get_end (plan);
  g_autofree char *day = fram_date_to_words (end);

  if (end == FRAM_DATE_NONE)
    return;
  fram_plan_document_add_heading (document, _ ("Until when"));
  fram_plan_document_add_text (document, day);
  if (plan->extended_to != FRAM_DATE_NONE && plan->extension_reason != NULL)
    {
      g_autofree char *why = g_strdup_printf (_ ("We have more time: %s"), plan->extension_reason);

      fram_plan_document_add_text (document, why);
    }
  for (guint i = 0; i < plan->pauses->len; i++)
    {
      const FramPlanPause *pause = g_ptr_array_index (plan->pauses, i);
      g_autofree char *from = fram_date_to_day_month (pause->from);
      g_autofree char *to = fram_date_to_day_month (pause->to);
      g_autofree char *days = pause->to == pause->from ? g_strdup (from) : g_strdup_printf ("%s – %s", from, to);

      if (pause->to == FRAM_DATE_NONE || pause->to >= plan->today)
        fram_plan_document_add_line (document, days,
                                     !pause->closed_house  ? _ ("Agreed leave")
                                     : pause->name != NULL ? pause->name
                                                           : _ ("Closed"));
    }
}

/* What was promised and is still to come, of each kind the next one only. */
static void
add_commitments (FramDesk *self, const FramCasePlan *plan, FramPlanDocument *document)
{
  FramCommitmentQuery query = { .enrolment = &plan->enrolment };
  g_autoptr (GPtrArray) rows = fram_desk_commitments (self, &query, NULL);
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      FramCommitmentRow *row = g_ptr_array_index (rows, i);
      g_autofree char *due = fram_date_to_day_month (row->due);
      g_autofree char *by = row->due != FRAM_DATE_NONE ? g_strdup_printf (_ ("By %s"), due) : NULL;
      g_autofree char *detail =
          by != NULL && row->whose_text != NULL ? g_strdup_printf ("%s · %s", by, row->whose_text) : g_strdup (by);

      if (row->done != FRAM_DATE_NONE || (row->due != FRAM_DATE_NONE && row->due < plan->today) ||
          g_hash_table_contains (told, row->code))
        continue;
      if (g_hash_table_size (told) == 0)
        fram_plan_document_add_heading (document, _ ("What is promised"));
      g_hash_table_add (told, row->code);
      fram_plan_document_add_line (document, row->title, detail);
    }
}

static char *
foot_of (FramDesk *self)
{
  g_autofree char *site = fram_desk_get_site_name (self);
  g_autofree char *day = fram_date_to_day_month (self->viewer->today);

  return site != NULL ? g_strdup_printf ("%s · %s", site, day) : g_strdup (day);
}

static FramPlanDocument *
make_document (FramDesk *self, const FramPlanCase *of, const FramCasePlan *plan)
{
  g_autofree char *foot = foot_of (self);
  FramPlanDocument *document = fram_plan_document_new (_ ("My plan"), plan->name, foot);

  add_head (self, of, plan, document);
  add_goals (plan, document);
  add_weekly (plan, document);
  add_until (plan, document);
  add_commitments (self, plan, document);
  fram_plan_document_add_signatures (document, _ ("Participant, date"), _ ("Case worker, date"));
  return document;
}

/**
 * fram_desk_plan_paper:
 * @self: the desk
 * @enrolment: whose
 * @error: return location; %FRAM_ERROR_DENIED where the plan may not be seen
 *
 * Returns: (transfer full) (nullable): the individual plan on paper; nothing is logged yet
 */
FramPaper *
fram_desk_plan_paper (FramDesk *self, const FramUuid *enrolment, GError **error)
{
  g_auto (FramPlanCase) of = { 0 };
  g_autoptr (FramCasePlan) plan = NULL;
  g_autofree char *stem = NULL;
  FramPaper *paper;

  FRAM_DESK_LOCKED (self);
  if (!fram_plan_case_open (&of, self, enrolment, FRAM_CLASS_PLAN, FALSE, error))
    return NULL;
  plan = fram_desk_case_plan (self, enrolment, error);
  if (plan == NULL)
    return NULL;
  paper = fram_plan_document_to_paper (make_document (self, &of, plan));
  /* Translators: the name of a file, with a case number */
  stem = g_strdup_printf (_ ("plan %s"), plan->case_no);
  fram_paper_set_file_stem (paper, stem);
  g_free (paper->log_text);
  /* whose it is stands beside it, for those who may see that */
  paper->log_text = g_strdup ("plan");
  paper->log_class = FRAM_CLASS_PLAN;
  g_array_append_val (paper->people, plan->participant);
  paper->made_at = fram_clock_now (self->clock);
  return paper;
}

/**
 * fram_desk_save_plan_document:
 * @self: the desk
 * @enrolment: whose
 * @path: where, ending in .pdf, .svg or .png
 * @error: return location; %FRAM_ERROR_INVALID, %FRAM_ERROR_FULL, %FRAM_ERROR_READ_ONLY, %FRAM_ERROR_IO
 *
 * Writes the individual plan to a file. It is logged before it is written.
 *
 * Returns: (transfer full) (nullable): the files
 */
GStrv
fram_desk_save_plan_document (FramDesk *self, const FramUuid *enrolment, const char *path, GError **error)
{
  g_autoptr (FramPaper) paper = fram_desk_plan_paper (self, enrolment, error);
  FramSheetFile file = { .path = path, .look = FRAM_LOOK_LIGHT };

  return paper != NULL ? fram_desk_save_paper (self, paper, &file, error) : NULL;
}
