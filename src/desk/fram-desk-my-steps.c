#include "fram-desk-my-steps-private.h"

#include "fram-desk-booking-private.h"
#include "fram-desk-paper.h"
#include "fram-meeting.h"
#include "fram-my-steps-store.h"
#include "fram-person-store.h"
#include "fram-plan-store.h"
#include "fram-rights.h"
#include "fram-text.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* *Mina steg*: what is gathered for the participant's own sheet, who may gather it, and the participant's yes. */

/* Bookings so far ahead are looked through for the next talk. */
#define MEETING_DAYS 90

/* Whose sheet it is. */
typedef struct
{
  FramDesk *desk;
  FramStoredCase *stored;
  gint64 enrolment;
  FramProgression *progression;
} Sheet;

static void
sheet_clear (Sheet *self)
{
  g_clear_pointer (&self->stored, fram_stored_case_free);
  g_clear_pointer (&self->progression, fram_progression_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sheet, sheet_clear)

void
fram_my_steps_choice_free (FramMyStepsChoice *self)
{
  g_free (self->text);
  g_free (self->detail);
  g_free (self);
}

/* Who may see somebody's progression may hand it over: what is on the sheet is no more than that. */
static gboolean
sheet_open (Sheet *self, FramDesk *desk, const char *case_no_or_id, const FramUuid *enrolment, GError **error)
{
  self->desk = desk;
  self->stored = fram_people_load_one (desk->db, desk->viewer, case_no_or_id, error);
  if (self->stored == NULL)
    return FALSE;
  self->enrolment = enrolment != NULL ? fram_db_find_row (desk->db, enrolment) : self->stored->enrolment;
  self->progression = fram_desk_progression (desk, case_no_or_id, enrolment, error);
  if (self->progression == NULL)
    return FALSE;
  if (self->enrolment != 0)
    return TRUE;
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_INVALID,
                       _ ("The person is not enrolled yet, so there are no steps to show."));
  return FALSE;
}

/* --- what there is to choose from --- */

static void
add_seen (GPtrArray *choices, const FramStoredSeen *seen)
{
  FramMyStepsChoice *choice = g_new0 (FramMyStepsChoice, 1);

  choice->id = seen->id;
  choice->kind = "seen";
  choice->text = g_strdup (seen->text);
  choice->detail = fram_date_to_day_month (seen->day);
  choice->day = seen->day;
  choice->agreed = choice->chosen = seen->agreed != FRAM_DATE_NONE;
  g_ptr_array_add (choices, choice);
}

static gboolean
add_all_seen (FramDesk *desk, gint64 enrolment, GPtrArray *choices, GError **error)
{
  g_autoptr (GPtrArray) lines = fram_seen_load (desk->db, desk->viewer, enrolment, error);

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    add_seen (choices, g_ptr_array_index (lines, i));
  return lines != NULL;
}

static GPtrArray *
choices_of (const Sheet *self, GError **error)
{
  g_autoptr (GPtrArray) choices = fram_my_steps_of_progression (self->progression);

  return add_all_seen (self->desk, self->enrolment, choices, error) ? g_steal_pointer (&choices) : NULL;
}

/**
 * fram_desk_my_steps_choices:
 * @self: the desk
 * @case_no_or_id: case number or UUID
 * @enrolment: (nullable): one enrolment, else the newest
 * @error: return location; %FRAM_ERROR_NOT_FOUND also for somebody whom the person at the keyboard may not see,
 *   %FRAM_ERROR_DENIED where that person's progression may not be seen, %FRAM_ERROR_INVALID before the enrolment
 *
 * Returns: (transfer full) (nullable) (element-type FramMyStepsChoice): steps forward and then what was seen, each the
 *   newest first; what the participant has not said yes to is not chosen
 */
GPtrArray *
fram_desk_my_steps_choices (FramDesk *self, const char *case_no_or_id, const FramUuid *enrolment, GError **error)
{
  g_auto (Sheet) sheet = { 0 };

  FRAM_DESK_LOCKED (self);
  return sheet_open (&sheet, self, case_no_or_id, enrolment, error) ? choices_of (&sheet, error) : NULL;
}

/**
 * fram_desk_seen:
 * @self: the desk
 * @case_no_or_id: case number or UUID
 * @enrolment: (nullable): one enrolment, else the newest
 * @error: return location; %FRAM_ERROR_NOT_FOUND also for somebody whom the person at the keyboard may not see,
 *   %FRAM_ERROR_DENIED for who may not read that person's instructions
 *
 * Whoever may write down what was seen can read it, without the progression: leaders of their own, and the therapist.
 *
 * Returns: (transfer full) (nullable) (element-type FramMyStepsChoice): what was seen, the newest first
 */
GPtrArray *
fram_desk_seen (FramDesk *self, const char *case_no_or_id, const FramUuid *enrolment, GError **error)
{
  g_autoptr (GPtrArray) seen = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_my_steps_choice_free);
  g_autoptr (FramStoredCase) stored = NULL;
  gint64 row;

  FRAM_DESK_LOCKED (self);
  stored = fram_people_load_one (self->db, self->viewer, case_no_or_id, error);
  if (stored == NULL)
    return NULL;
  if (!fram_people_may (self->db, self->viewer, FRAM_CLASS_INSTRUCT, stored->participant))
    {
      g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_DENIED, _ ("Your roles do not let you see this."));
      return NULL;
    }
  row = enrolment != NULL ? fram_db_find_row (self->db, enrolment) : stored->enrolment;
  return add_all_seen (self, row, seen, error) ? g_steal_pointer (&seen) : NULL;
}

/* --- the sheet --- */

/* A line stands there with the participant's yes only, in the words it was written in, whatever a caller has chosen. */
static void
add_chosen_seen (const Sheet *self, const FramMyStepsChoice *choice, FramMySteps *steps)
{
  FramDesk *desk = self->desk;
  g_autoptr (FramStoredSeen) seen = fram_seen_load_one (desk->db, desk->viewer, &choice->id, NULL);

  if (seen != NULL && seen->agreed != FRAM_DATE_NONE && seen->participant == self->stored->participant)
    g_ptr_array_add (steps->seen, g_strdup (seen->text));
}

static void
add_chosen (const Sheet *self, const GPtrArray *choices, FramMySteps *steps)
{
  for (guint i = 0; i < choices->len; i++)
    {
      const FramMyStepsChoice *choice = g_ptr_array_index (choices, i);

      if (!choice->chosen)
        continue;
      if (g_str_equal (choice->kind, "seen"))
        add_chosen_seen (self, choice, steps);
      else
        fram_my_steps_add_step (steps, choice->text, choice->detail);
    }
}

/* Appointments that are not the programme's are nobody's business here. */
static char *
next_meeting (const Sheet *self)
{
  FramDesk *desk = self->desk;
  FramDate today = desk->viewer->today;
  int now = fram_clock_minute (desk->clock);
  g_autoptr (GPtrArray) times =
      fram_plan_load_times (desk->db, desk->viewer, self->enrolment, today, today + MEETING_DAYS, NULL);

  for (guint i = 0; times != NULL && i < times->len; i++)
    {
      const FramStoredTime *time = g_ptr_array_index (times, i);

      if (time->is_booking && time->kind != NULL && g_strcmp0 (time->kind, FRAM_MEETING_ELSEWHERE) != 0 &&
          (time->from > today || time->from_time == FRAM_TIME_NONE || time->from_time > now))
        return fram_my_steps_meeting_words (time->from, time->from_time);
    }
  return NULL;
}

/* The open ones stand by the day they are due. */
static char *
next_milestone (const Sheet *self)
{
  FramDesk *desk = self->desk;
  g_autoptr (GPtrArray) goals = fram_plan_load_goals (desk->db, desk->viewer, self->enrolment, NULL);

  for (guint i = 0; goals != NULL && i < goals->len; i++)
    {
      const FramStoredGoal *goal = g_ptr_array_index (goals, i);

      if (goal->text != NULL && goal->reached == FRAM_DATE_NONE)
        return g_strdup (goal->text);
    }
  return NULL;
}

static FramMySteps *
sheet_of (const Sheet *self, const GPtrArray *choices)
{
  FramDesk *desk = self->desk;
  const FramProgression *progression = self->progression;
  FramMySteps *steps = fram_my_steps_new ();

  steps->participant = self->stored->participant_id;
  steps->title = g_strdup (C_ ("my steps", "My steps"));
  steps->name = fram_desk_case_name (self->stored);
  steps->house = fram_my_steps_load_house (desk->db, self->enrolment);
  steps->date = fram_date_to_day_month (desk->viewer->today);
  steps->made_at = fram_clock_now (desk->clock);
  steps->language = g_strdup (fram_text_is_swedish () ? "sv" : "en");
  if (progression->sees_attendance)
    fram_my_steps_add_months (steps, progression);
  steps->period = fram_my_steps_period (steps, progression);
  add_chosen (self, choices, steps);
  steps->kind_words = fram_my_steps_kind_words (progression);
  steps->milestone = next_milestone (self);
  steps->meeting = next_meeting (self);
  steps->case_worker = fram_person_load_case_workers (desk->db, desk->viewer, self->enrolment);
  return steps;
}

/**
 * fram_desk_my_steps:
 * @self: the desk
 * @case_no_or_id: case number or UUID
 * @enrolment: (nullable): one enrolment, else the newest
 * @choices: (nullable) (element-type FramMyStepsChoice): what stands on it
 * @error: return location, see fram_desk_my_steps_choices()
 *
 * Returns: (transfer full) (nullable): the participant's own sheet, with the name as it may be seen
 */
FramMySteps *
fram_desk_my_steps (FramDesk *self, const char *case_no_or_id, const FramUuid *enrolment, const GPtrArray *choices,
                    GError **error)
{
  g_auto (Sheet) sheet = { 0 };
  g_autoptr (GPtrArray) all = NULL;

  FRAM_DESK_LOCKED (self);
  if (!sheet_open (&sheet, self, case_no_or_id, enrolment, error))
    return NULL;
  all = choices == NULL ? choices_of (&sheet, error) : NULL;
  if (choices == NULL && all == NULL)
    return NULL;
  return sheet_of (&sheet, choices != NULL ? choices : all);
}

FramPaper *
fram_desk_my_steps_paper (FramDesk *self, const char *case_no_or_id, const FramUuid *enrolment,
                          const GPtrArray *choices, GError **error)
{
  FramMySteps *steps = fram_desk_my_steps (self, case_no_or_id, enrolment, choices, error);

  return steps != NULL ? fram_my_steps_paper_new (steps) : NULL;
}

/**
 * fram_desk_my_steps_save:
 * @self: the desk
 * @case_no_or_id: case number or UUID
 * @enrolment: (nullable): one enrolment, else the newest
 * @file: how it is to be saved
 * @error: return location
 *
 * Writes the sheet to a file. It is logged before it is written.
 *
 * Returns: (transfer full) (nullable): the files
 */
GStrv
fram_desk_my_steps_save (FramDesk *self, const char *case_no_or_id, const FramUuid *enrolment,
                         const FramSheetFile *file, GError **error)
{
  g_autoptr (FramPaper) paper = fram_desk_my_steps_paper (self, case_no_or_id, enrolment, NULL, error);

  return paper != NULL ? fram_desk_save_paper (self, paper, file, error) : NULL;
}

/* --- the participant's yes --- */

static void
set_row (FramDesk *self, FramRecord *record, const char *column, gint64 row)
{
  FramUuid id = fram_db_get_id (self->db, row);

  if (row != 0)
    fram_record_set_ref (record, column, &id);
}

/* Who saw it, and when, stays; the change log says who wrote down the yes. */
static gboolean
write_answer (FramDesk *self, FramChanges *changes, const FramStoredSeen *seen, gboolean agreed, GError **error)
{
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_SEEN, NULL);

  set_row (self, record, "participant", seen->participant);
  set_row (self, record, "enrolment", seen->enrolment);
  set_row (self, record, "staff", seen->staff);
  fram_record_set_date (record, "day", seen->day);
  fram_record_set_text (record, "text", seen->text);
  fram_record_set_ref (record, "replaces", &seen->id);
  if (agreed)
    fram_record_set_date (record, "agreed", self->viewer->today);
  return fram_changes_insert (changes, record, error) != FRAM_WRITTEN_FAILED;
}

static gboolean
answer (FramDesk *self, const FramStoredSeen *seen, gboolean agreed, char **what, GError **error)
{
  static const FramChanged changed = { FRAM_UUID_NONE, FRAM_DATE_NONE, FALSE };
  FramUuid participant = fram_db_get_id (self->db, seen->participant);
  g_autofree char *id = fram_uuid_to_text (&participant);
  g_autoptr (FramStoredCase) stored = fram_people_load_one (self->db, self->viewer, id, error);
  g_autofree char *name = stored != NULL ? fram_desk_case_name (stored) : NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (FramChanges) changes = NULL;

  if (stored == NULL || (changes = fram_changes_begin (self->db, self->viewer, "seen", NULL, error)) == NULL ||
      !write_answer (self, changes, seen, agreed, error))
    return FALSE;
  /* Translators: a person's name; about a line on what was seen in the workshop */
  sentence = g_strdup_printf (agreed ? _ ("%s says yes: it may stand on the sheet of steps.")
                                     : _ ("%s's yes is taken back: it does not stand on the sheet of steps."),
                              name);
  if (!fram_desk_finish (self, changes, sentence, &changed, error))
    return FALSE;
  if (what != NULL)
    *what = g_steal_pointer (&sentence);
  return TRUE;
}

/**
 * fram_desk_agree_seen:
 * @self: the desk
 * @seen: a line, or one that it replaces
 * @agreed: whether the participant wants to have it on the own sheet
 * @what: (out) (optional): a sentence for the toast; %NULL where it was so already
 * @error: return location; %FRAM_ERROR_DENIED, %FRAM_ERROR_NOT_FOUND
 *
 * What was seen is only added to: the answer is a new line that replaces the one before. Whoever may write down what was
 * seen may write down the answer.
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_agree_seen (FramDesk *self, const FramUuid *seen, gboolean agreed, char **what, GError **error)
{
  g_autoptr (FramViewer) seers = NULL;
  g_autoptr (FramStoredSeen) stored = NULL;

  FRAM_DESK_LOCKED (self);
  seers = fram_rights_seers (self->viewer);
  if (what != NULL)
    *what = NULL;
  if (!seers->is_system && seers->grants->len == 0)
    {
      g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_DENIED,
                           _ ("Your roles do not let you write down the participant's answer. Ask the case worker."));
      return FALSE;
    }
  stored = fram_seen_load_one (self->db, seers, seen, error);
  if (stored == NULL)
    return FALSE;
  if (agreed == (stored->agreed != FRAM_DATE_NONE))
    return TRUE;
  return answer (self, stored, agreed, what, error);
}
