#include "fram-desk-rating-private.h"

#include "fram-desk-journal-private.h"

/* The forms of talks, as they are offered. */

static void
question_free (gpointer data)
{
  FramQuestion *self = data;

  g_free (self->code);
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
form_of (const FramTalkCase *self, const FramStoredIndicatorSet *set)
{
  FramRatingForm *form = g_new0 (FramRatingForm, 1);

  form->enrolment = self->of.person->enrolment_id;
  form->set = set->id;
  form->code = g_strdup (set->code);
  form->name = g_strdup (set->name);
  form->is_agenda = set->is_agenda;
  form->lowest = set->lowest;
  form->highest = set->highest;
  form->every_days = set->every_days;
  form->due = fram_talk_case_due (self, set, &form->last);
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
  question->code = fram_rating_code (self->sets, set, indicator->ordinal);
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
add_questions (const FramTalkCase *self, const FramStoredIndicatorSet *set, FramDate day, FramRatingForm *form,
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
add_draft (const FramTalkCase *self, const FramStoredIndicatorSet *set, const GPtrArray *drafts, FramRatingForm *form)
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
load_drafts (const FramTalkCase *self, GError **error)
{
  return fram_talk_load_drafts (self->of.desk->db, self->of.desk->viewer, self->of.stored->enrolment, error);
}

static GPtrArray *
read_forms (const FramTalkCase *self, GError **error)
{
  g_autoptr (GPtrArray) forms = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_rating_form_free);
  g_autoptr (GPtrArray) offered = fram_desk_offered_sets (self->of.desk, self->sets);
  g_autoptr (GPtrArray) drafts = load_drafts (self, error);

  if (drafts == NULL)
    return NULL;
  for (guint i = 0; self->writes && i < offered->len; i++)
    {
      const FramStoredIndicatorSet *set = g_ptr_array_index (offered, i);

      if (set->is_agenda && !self->writes_notes)
        continue;
      g_ptr_array_add (forms, form_of (self, set));
      add_draft (self, set, drafts, g_ptr_array_index (forms, forms->len - 1));
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
read_form (const FramTalkCase *self, const FramStoredIndicatorSet *set, FramDate day, GError **error)
{
  g_autoptr (GPtrArray) drafts = load_drafts (self, error);
  g_autoptr (FramRatingForm) form = drafts != NULL ? form_of (self, set) : NULL;

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
