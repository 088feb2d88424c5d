#include "fram-desk-question-private.h"

#include "fram-adaptation.h"
#include "fram-desk-absence-private.h"
#include "fram-desk-private.h"
#include "fram-desk-today-private.h"
#include "fram-people-store.h"
#include "fram-rights.h"
#include "fram-roster-store.h"
#include "fram-text.h"

#include <glib/gi18n-lib.h>

/* Questions to workshops as they are read. */

static const struct
{
  const char *code;
  const char *name;
} answers[FRAM_N_WORKSHOP_ANSWERS] = {
  [FRAM_WORKSHOP_HELPS] = { "helps", NC_ ("workshop answer", "Helps") },
  [FRAM_WORKSHOP_DOES_NOT_HELP] = { "does_not_help", NC_ ("workshop answer", "Does not help") },
  [FRAM_WORKSHOP_IN_WORDS] = { "words", NC_ ("workshop answer", "In words") },
};

const char *
fram_workshop_answer_get_code (FramWorkshopAnswer answer)
{
  g_return_val_if_fail (answer < FRAM_N_WORKSHOP_ANSWERS, NULL);
  return answers[answer].code;
}

const char *
fram_workshop_answer_get_name (FramWorkshopAnswer answer)
{
  g_return_val_if_fail (answer < FRAM_N_WORKSHOP_ANSWERS, NULL);
  return g_dpgettext2 (GETTEXT_PACKAGE, "workshop answer", answers[answer].name);
}

/**
 * fram_workshop_answer_from_code:
 * @code: (nullable): a code
 * @answer: (out): which answer it is
 *
 * Returns: whether there is such an answer
 */
gboolean
fram_workshop_answer_from_code (const char *code, FramWorkshopAnswer *answer)
{
  for (int i = 0; i < FRAM_N_WORKSHOP_ANSWERS; i++)
    if (g_strcmp0 (answers[i].code, code) == 0)
      {
        *answer = (FramWorkshopAnswer)i;
        return TRUE;
      }
  return FALSE;
}

void
fram_workshop_question_free (FramWorkshopQuestion *self)
{
  g_free (self->case_no);
  g_free (self->name);
  g_free (self->activity_code);
  g_free (self->activity_name);
  g_free (self->text);
  g_free (self->asker);
  g_free (self->answer_text);
  g_free (self->answerer);
  g_free (self);
}

void
fram_asked_workshop_free (FramAskedWorkshop *self)
{
  g_free (self->code);
  g_free (self->name);
  g_free (self);
}

char *
fram_desk_question_words (const FramStoredQuestion *stored)
{
  if (!stored->of_trial)
    return g_strdup (stored->text);
  /* Translators: asked in the workshop about a line that is tried: "Does it help: “One thing at a time”?" */
  return g_strdup_printf (_ ("Does it help: “%s”?"), stored->line != NULL ? stored->line : stored->text);
}

/* Initials, where the identity is protected. */
static char *
name_of (const FramStoredQuestion *stored)
{
  return stored->is_protected ? fram_text_initials (stored->given_name, stored->family_name)
                              : g_strjoin (" ", stored->given_name, stored->family_name, NULL);
}

/* Whether the person at the keyboard writes questions about somebody. */
static gboolean
writes_about (FramDesk *self, gint64 participant)
{
  g_autoptr (FramViewer) writers = fram_rights_writers (self->viewer, FRAM_CLASS_INSTRUCT);

  return fram_db_get_read_only_reason (self->db) == NULL &&
         fram_people_may (self->db, writers, FRAM_CLASS_INSTRUCT, participant);
}

static FramWorkshopQuestion *
question_of (FramDesk *self, const FramStoredQuestion *stored)
{
  FramWorkshopQuestion *question = g_new0 (FramWorkshopQuestion, 1);
  gboolean open = stored->answer == NULL, writable = fram_db_get_read_only_reason (self->db) == NULL;
  FramWorkshopAnswer answer;

  question->id = stored->id;
  question->enrolment = stored->enrolment_id;
  question->participant = stored->participant_id;
  question->case_no = g_strdup (stored->case_no);
  question->name = name_of (stored);
  question->activity = stored->activity_id;
  question->activity_code = g_strdup (stored->activity_code);
  question->activity_name = g_strdup (stored->activity_name);
  question->text = fram_desk_question_words (stored);
  question->of_trial = stored->of_trial;
  question->asked = stored->asked;
  question->day = stored->day;
  question->asker = g_strdup (stored->asker);
  question->answer = fram_workshop_answer_from_code (stored->answer, &answer) ? (int)answer : -1;
  question->answer_text = g_strdup (stored->answer_text);
  question->answered = stored->answered;
  question->answerer = g_strdup (stored->answerer);
  question->is_news = stored->is_news;
  question->may_answer = open && stored->asked && writable && fram_rights_may_answer (self->viewer, stored->activity);
  question->may_withdraw = open && !stored->of_trial &&
                           (stored->staff == self->viewer->staff || self->viewer->is_system) &&
                           writes_about (self, stored->participant);
  return question;
}

static GPtrArray *
load (FramDesk *self, const FramQuestionScope *scope, GError **error)
{
  g_autoptr (GPtrArray) questions = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_workshop_question_free);
  g_autoptr (GPtrArray) stored = NULL;

  if (!fram_desk_require (self, FRAM_CLASS_INSTRUCT, FALSE, error))
    return NULL;
  stored = fram_question_load (self->db, self->viewer, scope, FRAM_ADAPTATION_TRIAL_DAYS, error);
  if (stored == NULL)
    return NULL;
  for (guint i = 0; i < stored->len; i++)
    g_ptr_array_add (questions, question_of (self, g_ptr_array_index (stored, i)));
  return g_steal_pointer (&questions);
}

/**
 * fram_desk_workshop_answers:
 * @self: the desk
 * @enrolment: about whom
 * @error: return location; %FRAM_ERROR_DENIED, %FRAM_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable) (element-type FramWorkshopQuestion): what workshops were asked and answered, newest
 *   first
 */
GPtrArray *
fram_desk_workshop_answers (FramDesk *self, const FramUuid *enrolment, GError **error)
{
  FramQuestionScope scope = { 0 };
  FramStoredPerson *person;

  FRAM_DESK_LOCKED (self);
  if (!fram_desk_require (self, FRAM_CLASS_INSTRUCT, FALSE, error))
    return NULL;
  person = fram_desk_load_own (self, self->viewer, FRAM_CLASS_INSTRUCT, enrolment, error);
  if (person == NULL)
    return NULL;
  scope.enrolment = person->enrolment;
  fram_stored_person_free (person);
  return load (self, &scope, error);
}

/**
 * fram_desk_workshop_questions:
 * @self: the desk
 * @activity: (nullable): of one workshop
 * @error: return location; %FRAM_ERROR_DENIED where the role reads nobody's
 *
 * Returns: (transfer full) (nullable) (element-type FramWorkshopQuestion): what workshops were asked and answered, newest
 *   first, about those whom the person at the keyboard may read about
 */
GPtrArray *
fram_desk_workshop_questions (FramDesk *self, const FramUuid *activity, GError **error)
{
  FramQuestionScope scope = { 0 };

  FRAM_DESK_LOCKED (self);
  scope.activity = activity != NULL ? fram_db_find_row (self->db, activity) : 0;
  return load (self, &scope, error);
}

/**
 * fram_desk_may_ask_workshop:
 * @self: the desk
 * @enrolment: about whom
 *
 * Returns: whether the person at the keyboard may ask a workshop about the participant
 */
gboolean
fram_desk_may_ask_workshop (FramDesk *self, const FramUuid *enrolment)
{
  FramStoredPerson *person;
  gboolean may;

  FRAM_DESK_LOCKED (self);
  person = fram_desk_load_own (self, self->viewer, FRAM_CLASS_INSTRUCT, enrolment, NULL);
  if (person == NULL)
    return FALSE;
  may = (person->closed == FRAM_DATE_NONE || person->closed >= self->viewer->today) &&
        writes_about (self, person->participant);
  fram_stored_person_free (person);
  return may;
}

/**
 * fram_desk_askable_workshops:
 * @self: the desk
 * @enrolment: about whom
 * @error: return location; %FRAM_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable) (element-type FramAskedWorkshop): the workshops where the participant is or will be
 */
GPtrArray *
fram_desk_askable_workshops (FramDesk *self, const FramUuid *enrolment, GError **error)
{
  g_autoptr (GPtrArray) workshops = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_asked_workshop_free);
  g_autoptr (GPtrArray) stored = NULL;
  FramStoredPerson *person;

  FRAM_DESK_LOCKED (self);
  person = fram_desk_load_own (self, self->viewer, FRAM_CLASS_INSTRUCT, enrolment, error);
  if (person == NULL)
    return NULL;
  stored = fram_question_load_workshops (self->db, person->enrolment, self->viewer->today, TRUE, error);
  fram_stored_person_free (person);
  if (stored == NULL)
    return NULL;
  for (guint i = 0; i < stored->len; i++)
    {
      const FramStoredWorkshop *one = g_ptr_array_index (stored, i);
      FramAskedWorkshop *workshop = g_new0 (FramAskedWorkshop, 1);

      workshop->activity = one->id;
      workshop->code = g_strdup (one->code);
      workshop->name = g_strdup (one->name);
      g_ptr_array_add (workshops, workshop);
    }
  return g_steal_pointer (&workshops);
}

/* One line for each participant and workshop: "Snickeri answered about Amina H." */
gboolean
fram_desk_today_add_answers (FramDesk *self, FramToday *today, GError **error)
{
  FramQuestionScope scope = { .news = TRUE };
  g_autoptr (GPtrArray) stored = NULL;

  if (!fram_rights_may_read (self->viewer, FRAM_CLASS_INSTRUCT))
    return TRUE;
  stored = fram_question_load (self->db, self->viewer, &scope, FRAM_ADAPTATION_TRIAL_DAYS, error);
  for (guint i = 0; stored != NULL && i < stored->len; i++)
    {
      const FramStoredQuestion *one = g_ptr_array_index (stored, i);
      g_autofree char *name = name_of (one);
      g_autofree char *question = fram_desk_question_words (one);
      FramWorkshopAnswer answer = FRAM_WORKSHOP_IN_WORDS;
      FramNeed *need = fram_desk_today_add_need (today, FRAM_NEED_ANSWER, &one->participant_id, one->case_no, name,
                                                 "adaptations+question");

      fram_workshop_answer_from_code (one->answer, &answer);
      /* Translators: a workshop, and what it answered: "Snickeri answered: helps" */
      need->text = g_strdup_printf (C_ ("answer", "%1$s answered: %2$s"), one->activity_name,
                                    answer == FRAM_WORKSHOP_IN_WORDS ? one->answer_text
                                                                     : fram_workshop_answer_get_name (answer));
    }
  return stored != NULL;
}
