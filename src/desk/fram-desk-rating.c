#include "fram-desk-rating-private.h"

#include "fram-desk-journal-private.h"
#include "fram-hint-store.h"
#include "fram-talk.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The forms of talks, as they are offered. */

gboolean
fram_desk_belief_is_on (FramDesk *self)
{
  g_autofree char *setting = fram_hint_load_setting (self->db, "belief");

  return g_strcmp0 (setting, "true") == 0;
}

static const FramStoredIndicatorSet *
newest_in_use (const GPtrArray *sets, const char *code)
{
  const FramStoredIndicatorSet *newest = NULL;

  for (guint i = 0; i < sets->len; i++)
    {
      const FramStoredIndicatorSet *set = g_ptr_array_index (sets, i);

      if (set->active && g_str_equal (set->code, code) && (newest == NULL || set->version > newest->version))
        newest = set;
    }
  return newest;
}

/* Those that the programme names, in its order, each in its newest version. (element-type FramStoredIndicatorSet) (transfer
 * container) */
GPtrArray *
fram_desk_offered_sets (FramDesk *self, const GPtrArray *sets)
{
  g_autofree char *setting = fram_hint_load_setting (self->db, "indicator_sets");
  g_auto (GStrv) codes = g_strsplit (setting != NULL ? setting : "", ";", -1);
  GPtrArray *offered = g_ptr_array_new ();

  for (guint i = 0; codes[i] != NULL; i++)
    {
      const FramStoredIndicatorSet *set = newest_in_use (sets, g_strstrip (codes[i]));

      if (set != NULL && !g_ptr_array_find (offered, set, NULL))
        g_ptr_array_add (offered, (gpointer)set);
    }
  return offered;
}

void
fram_talk_case_clear (FramTalkCase *self)
{
  fram_plan_case_clear (&self->of);
  g_clear_pointer (&self->sets, g_ptr_array_unref);
  g_clear_pointer (&self->indicators, g_ptr_array_unref);
  g_clear_pointer (&self->ratings, g_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
}

static gboolean
check_write (const FramTalkCase *self, GError **error)
{
  if (fram_db_get_read_only_reason (self->of.desk->db) != NULL)
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_READ_ONLY, fram_db_get_read_only_reason (self->of.desk->db));
  else if (!self->writes)
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_DENIED,
                         _ ("Your roles let you read these ratings, not write them; the case worker does."));
  else
    return TRUE;
  return FALSE;
}

/* Sets, and what was rated. FRAM_ERROR_NOT_FOUND, FRAM_ERROR_DENIED, FRAM_ERROR_READ_ONLY. */
gboolean
fram_talk_case_open (FramTalkCase *self, FramDesk *desk, const FramUuid *enrolment, gboolean write, GError **error)
{
  gint64 participant, row;

  if (!fram_plan_case_open (&self->of, desk, enrolment, FRAM_CLASS_PROGRESS, FALSE, error))
    return FALSE;
  participant = self->of.stored->participant;
  row = self->of.stored->enrolment;
  self->writes = fram_plan_case_may (desk, FRAM_CLASS_PROGRESS, TRUE, participant);
  self->writes_notes = fram_plan_case_may (desk, FRAM_CLASS_NOTE, TRUE, participant);
  self->believes = fram_desk_belief_is_on (desk) && fram_plan_case_may (desk, FRAM_CLASS_BELIEF, TRUE, participant);
  if (write && !check_write (self, error))
    return FALSE;
  self->sets = fram_rating_load_sets (desk->db, error);
  self->indicators = self->sets != NULL ? fram_rating_load_indicators (desk->db, 0, error) : NULL;
  self->ratings =
      self->indicators != NULL ? fram_rating_load (desk->db, desk->viewer, row, self->believes, error) : NULL;
  self->notes = self->ratings != NULL ? fram_talk_load_notes (desk->db, desk->viewer, row, error) : NULL;
  return self->notes != NULL;
}

/* One that the programme offers, and the person may fill in. */
const FramStoredIndicatorSet *
fram_talk_case_find_set (const FramTalkCase *self, const FramUuid *id, GError **error)
{
  g_autoptr (GPtrArray) offered = fram_desk_offered_sets (self->of.desk, self->sets);

  for (guint i = 0; i < offered->len; i++)
    {
      const FramStoredIndicatorSet *set = g_ptr_array_index (offered, i);

      if (!fram_uuid_equal (&set->id, id))
        continue;
      if (!set->is_agenda || self->writes_notes)
        return set;
      g_set_error (error, FRAM_ERROR, FRAM_ERROR_DENIED,
                   _ ("Your roles do not let you write notes, so “%s” is not yours to fill in."), set->name);
      return NULL;
    }
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND,
                       _ ("The programme does not offer these questions any more. Choose another set."));
  return NULL;
}

/* The sides that the person at the keyboard may fill in: a case worker writes the participant's too, in the talk. */
guint
fram_talk_case_raters (const FramTalkCase *self, const FramStoredIndicatorSet *set,
                       const FramStoredIndicator *indicator)
{
  if (set->is_agenda)
    return 1u << FRAM_RATER_CASE_WORKER;
  if (indicator->belief && !self->believes)
    return indicator->raters & ~(1u << FRAM_RATER_CASE_WORKER);
  return indicator->raters;
}

FramDate
fram_talk_case_last_day (const FramTalkCase *self)
{
  FramDate today = self->of.desk->viewer->today, closed = self->of.stored->closed;

  return closed != FRAM_DATE_NONE ? MIN (closed, today) : today;
}

static const char *
code_of (const FramTalkCase *self, gint64 indicator)
{
  const FramStoredIndicator *found = fram_rating_find_indicator (self->indicators, indicator);
  const FramStoredIndicatorSet *set = found != NULL ? fram_rating_find_set (self->sets, found->set) : NULL;

  return set != NULL ? set->code : NULL;
}

/* The last talk with a set, in whatever version. The case worker's own belief alone is no talk. */
static FramDate
last_talk (const FramTalkCase *self, const FramStoredIndicatorSet *set)
{
  FramDate last = FRAM_DATE_NONE;

  for (guint i = 0; i < self->ratings->len; i++)
    {
      const FramStoredRating *r = &g_array_index (self->ratings, FramStoredRating, i);
      const FramStoredIndicator *indicator = fram_rating_find_indicator (self->indicators, r->indicator);

      if (r->day > last && indicator != NULL && !(indicator->belief && r->rater == FRAM_RATER_CASE_WORKER) &&
          g_strcmp0 (code_of (self, r->indicator), set->code) == 0)
        last = r->day;
    }
  for (guint i = 0; set->is_agenda && i < self->notes->len; i++)
    {
      const FramStoredAreaNote *note = g_ptr_array_index (self->notes, i);

      if (note->day > last && g_strcmp0 (code_of (self, note->indicator), set->code) == 0)
        last = note->day;
    }
  return last;
}

static GArray *
load_pauses (FramTalkCase *self, GError **error)
{
  g_autoptr (GPtrArray) stored =
      fram_plan_load_pauses (self->of.desk->db, self->of.desk->viewer, self->of.stored->enrolment, error);
  GArray *pauses;

  if (stored == NULL)
    return NULL;
  pauses = g_array_new (FALSE, FALSE, sizeof (FramPauseSpan));
  for (guint i = 0; i < stored->len; i++)
    {
      const FramStoredPause *s = g_ptr_array_index (stored, i);
      FramPauseSpan pause = { s->from, s->to, FALSE };

      g_array_append_val (pauses, pause);
    }
  return pauses;
}

static void
question_free (gpointer data)
{
  FramQuestion *self = data;

  g_free (self->name);
  g_free (self->low);
  g_free (self->high);
  g_free (self->languages);
  for (guint i = 0; i < FRAM_N_RATERS; i++)
    g_free (self->last_note[i]);
  g_free (self);
}

void
fram_rating_form_free (FramRatingForm *self)
{
  g_free (self->code);
  g_free (self->name);
  g_clear_pointer (&self->questions, g_ptr_array_unref);
  g_clear_pointer (&self->draft, g_array_unref);
  g_free (self);
}

static FramRatingForm *
form_of (FramTalkCase *self, const FramStoredIndicatorSet *set, const GArray *pauses)
{
  FramRatingForm *form = g_new0 (FramRatingForm, 1);
  FramTalkFacts facts = { .enrolled = self->of.stored->enrolled,
                          .closed = self->of.stored->closed,
                          .every_days = set->every_days,
                          .pauses = pauses };

  form->enrolment = self->of.person->enrolment_id;
  form->set = set->id;
  form->code = g_strdup (set->code);
  form->name = g_strdup (set->name);
  form->is_agenda = set->is_agenda;
  form->lowest = set->lowest;
  form->highest = set->highest;
  form->every_days = set->every_days;
  form->last = facts.last = last_talk (self, set);
  form->due = fram_talk_due (&facts, fram_desk_closed_days (self->of.desk));
  form->first_day = self->of.stored->enrolled;
  form->last_day = fram_talk_case_last_day (self);
  form->questions = g_ptr_array_new_with_free_func (question_free);
  form->draft_day = FRAM_DATE_NONE;
  return form;
}

/* Whether what was said or rated under @row, in any version, is about this question. */
static gboolean
is_about (const FramTalkCase *self, gint64 row, const FramStoredIndicator *indicator)
{
  const FramStoredIndicator *newest = fram_rating_newest (self->sets, self->indicators, row);

  return newest != NULL && newest == fram_rating_newest (self->sets, self->indicators, indicator->row);
}

static void
add_last_note (const FramTalkCase *self, const FramStoredIndicator *indicator, FramDate day, FramQuestion *question)
{
  for (guint i = 0; i < self->notes->len; i++)
    {
      const FramStoredAreaNote *note = g_ptr_array_index (self->notes, i);

      if (note->day > day || !is_about (self, note->indicator, indicator))
        continue;
      question->last_day[FRAM_RATER_CASE_WORKER] = note->day;
      question->last_note[FRAM_RATER_CASE_WORKER] = g_strdup (note->text);
      return;
    }
}

/* They are in order of day and writing: the last one counts. */
static void
add_last (const FramTalkCase *self, const FramStoredIndicator *indicator, FramDate day, FramQuestion *question)
{
  for (guint i = 0; i < self->ratings->len; i++)
    {
      const FramStoredRating *r = &g_array_index (self->ratings, FramStoredRating, i);

      if (r->day > day || (question->raters & (1u << r->rater)) == 0 || !is_about (self, r->indicator, indicator))
        continue;
      question->last[r->rater] = r->value;
      question->last_day[r->rater] = r->day;
      g_free (question->last_note[r->rater]);
      question->last_note[r->rater] = g_strdup (r->note);
    }
}

static FramQuestion *
question_of (const FramTalkCase *self, const FramStoredIndicatorSet *set, const FramStoredIndicator *indicator,
             guint raters, FramDate day, const char *other)
{
  FramQuestion *question = g_new0 (FramQuestion, 1);
  g_autofree char *languages =
      g_strjoin ("\n", other != NULL ? other : "", indicator->languages != NULL ? indicator->languages : "", NULL);

  question->id = indicator->id;
  question->ordinal = indicator->ordinal;
  question->name = g_strdup (indicator->name);
  question->low = g_strdup (indicator->low);
  question->high = g_strdup (indicator->high);
  question->raters = raters;
  question->belief = indicator->belief;
  question->languages = g_strdup (g_strstrip (languages));
  question->last_day[FRAM_RATER_PARTICIPANT] = question->last_day[FRAM_RATER_CASE_WORKER] = FRAM_DATE_NONE;
  if (set->is_agenda)
    add_last_note (self, indicator, day, question);
  else
    add_last (self, indicator, day, question);
  return question;
}

/* Questions that nobody here may answer are left out. */
static gboolean
add_questions (FramTalkCase *self, const FramStoredIndicatorSet *set, FramDate day, FramRatingForm *form,
               GError **error)
{
  g_autoptr (GHashTable) other = fram_talk_load_other_language (self->of.desk->db, set->row, error);

  for (guint i = 0; other != NULL && i < self->indicators->len; i++)
    {
      const FramStoredIndicator *indicator = g_ptr_array_index (self->indicators, i);
      guint raters = fram_talk_case_raters (self, set, indicator);

      if (indicator->set == set->row && indicator->active && raters != 0)
        g_ptr_array_add (form->questions,
                         question_of (self, set, indicator, raters, day, g_hash_table_lookup (other, &indicator->row)));
    }
  return other != NULL;
}

static void
continue_answer (const FramTalkCase *self, const FramStoredIndicatorSet *set, FramAnswer *answer)
{
  gint64 row = fram_db_find_row (self->of.desk->db, &answer->indicator);

  for (guint i = 0; i < self->indicators->len; i++)
    {
      const FramStoredIndicator *indicator = g_ptr_array_index (self->indicators, i);

      if (indicator->set == set->row && is_about (self, row, indicator))
        answer->indicator = indicator->id;
    }
}

/* What was begun under an older version goes on with the questions that continue those. */
static void
add_draft (FramTalkCase *self, const FramStoredIndicatorSet *set, const GPtrArray *drafts, FramRatingForm *form)
{
  const FramStoredDraft *draft = fram_talk_find_draft (self->sets, drafts, form->code);

  if (draft == NULL)
    return;
  form->draft = fram_answers_from_text (draft->answers);
  form->draft_day = draft->day;
  for (guint i = 0; draft->set != set->row && i < form->draft->len; i++)
    continue_answer (self, set, &g_array_index (form->draft, FramAnswer, i));
}

static GPtrArray *
read_forms (FramTalkCase *self, GError **error)
{
  g_autoptr (GPtrArray) forms = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_rating_form_free);
  g_autoptr (GPtrArray) offered = fram_desk_offered_sets (self->of.desk, self->sets);
  g_autoptr (GArray) pauses = load_pauses (self, error);
  g_autoptr (GPtrArray) drafts = pauses != NULL ? fram_talk_load_drafts (self->of.desk->db, self->of.desk->viewer,
                                                                         self->of.stored->enrolment, error)
                                                : NULL;

  if (drafts == NULL)
    return NULL;
  for (guint i = 0; self->writes && i < offered->len; i++)
    {
      const FramStoredIndicatorSet *set = g_ptr_array_index (offered, i);
      FramRatingForm *form;

      if (set->is_agenda && !self->writes_notes)
        continue;
      form = form_of (self, set, pauses);
      add_draft (self, set, drafts, form);
      g_ptr_array_add (forms, form);
    }
  return g_steal_pointer (&forms);
}

/**
 * fram_desk_rating_forms:
 * @self: the desk
 * @enrolment: whose
 * @error: return location; %FRAM_ERROR_NOT_FOUND, %FRAM_ERROR_DENIED
 *
 * Returns: (transfer full) (nullable) (element-type FramRatingForm): the forms that the person at the keyboard may fill in,
 *   in the programme's order, without questions; none for who only reads ratings
 */
GPtrArray *
fram_desk_rating_forms (FramDesk *self, const FramUuid *enrolment, GError **error)
{
  g_auto (FramTalkCase) of = { 0 };

  FRAM_DESK_LOCKED (self);
  return fram_talk_case_open (&of, self, enrolment, FALSE, error) ? read_forms (&of, error) : NULL;
}

static FramRatingForm *
read_form (FramTalkCase *self, const FramStoredIndicatorSet *set, FramDate day, GError **error)
{
  g_autoptr (GArray) pauses = load_pauses (self, error);
  g_autoptr (GPtrArray) drafts = pauses != NULL ? fram_talk_load_drafts (self->of.desk->db, self->of.desk->viewer,
                                                                         self->of.stored->enrolment, error)
                                                : NULL;
  g_autoptr (FramRatingForm) form = drafts != NULL ? form_of (self, set, pauses) : NULL;

  if (form == NULL || !add_questions (self, set, day != FRAM_DATE_NONE ? day : form->last_day, form, error))
    return NULL;
  add_draft (self, set, drafts, form);
  return g_steal_pointer (&form);
}

/**
 * fram_desk_rating_form:
 * @self: the desk
 * @enrolment: whose
 * @set: which set
 * @day: day of the talk, %FRAM_DATE_NONE for the last one that may be chosen
 * @error: return location; %FRAM_ERROR_NOT_FOUND, %FRAM_ERROR_DENIED also for who only reads ratings
 *
 * The values of the talk before are those that count on @day. That the notes of an agenda are opened is logged.
 *
 * Returns: (transfer full) (nullable): the form
 */
FramRatingForm *
fram_desk_rating_form (FramDesk *self, const FramUuid *enrolment, const FramUuid *set, FramDate day, GError **error)
{
  g_auto (FramTalkCase) of = { 0 };
  const FramStoredIndicatorSet *stored;

  FRAM_DESK_LOCKED (self);
  if (!fram_talk_case_open (&of, self, enrolment, TRUE, error))
    return NULL;
  stored = fram_talk_case_find_set (&of, set, error);
  if (stored == NULL || (stored->is_agenda && of.notes->len > 0 &&
                         !fram_desk_log_notes (self, of.of.stored->participant, "agenda", error)))
    return NULL;
  return read_form (&of, stored, day, error);
}
