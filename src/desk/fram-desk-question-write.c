#include "fram-desk-question-private.h"

#include "fram-desk-absence-private.h"
#include "fram-desk-private.h"
#include "fram-desk-roster-private.h"
#include "fram-rights.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Asking a workshop, and answering. What stands in the log and in the sentences is who asked whom about whom, never what. */

/* Longer texts are not read in a workshop. */
#define LONGEST_TEXT 300

static gboolean
refuse (GError **error, FramError code, const char *sentence)
{
  g_set_error_literal (error, FRAM_ERROR, code, sentence);
  return FALSE;
}

static char *
tidied (const char *text)
{
  char *copy = g_strstrip (g_strdup (text != NULL ? text : ""));

  return g_strdelimit (copy, "\r\n\t", ' ');
}

static gboolean
check_length (const char *text, GError **error)
{
  return g_utf8_strlen (text, -1) <= LONGEST_TEXT ||
         refuse (error, FRAM_ERROR_INVALID, _ ("That is too long for the roster; write at most 300 characters."));
}

/* Initials end with a full stop of their own. */
static char *
with_one_stop (char *sentence)
{
  if (g_str_has_suffix (sentence, ".."))
    sentence[strlen (sentence) - 1] = '\0';
  return sentence;
}

/* Takes the sentence. */
static gboolean
finish (FramDesk *self, FramChanges *changes, char *sentence, char **what, GError **error)
{
  g_autofree char *owned = with_one_stop (sentence);

  if (!fram_desk_finish (self, changes, owned, &fram_changed_tasks, error))
    return FALSE;
  if (what != NULL)
    *what = g_steal_pointer (&owned);
  return TRUE;
}

static FramStoredWorkshop *
find_workshop (GPtrArray *workshops, const FramUuid *activity)
{
  for (guint i = 0; i < workshops->len; i++)
    if (fram_uuid_equal (&((FramStoredWorkshop *)workshops->pdata[i])->id, activity))
      return workshops->pdata[i];
  return NULL;
}

static gboolean
write_question (FramDesk *self, const FramStoredPerson *person, const FramStoredWorkshop *workshop, const char *text,
                char **what, GError **error)
{
  g_autoptr (FramChanges) changes = fram_changes_begin (self->db, self->viewer, "question", NULL, error);
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_WORKSHOP_QUESTION, NULL);
  g_autofree char *name = fram_desk_shown_name (person);

  fram_record_set_ref (record, "enrolment", &person->enrolment_id);
  fram_record_set_ref (record, "activity", &workshop->id);
  fram_record_set_text (record, "text", text);
  fram_record_set_date (record, "day", self->viewer->today);
  if (!self->viewer->is_system)
    fram_record_set_ref (record, "staff", &self->viewer->id);
  return changes != NULL && fram_changes_insert (changes, record, error) != FRAM_WRITTEN_FAILED &&
         /* Translators: a workshop and a participant's name */
         finish (self, changes, g_strdup_printf (_ ("%1$s is asked about %2$s."), workshop->name, name), what, error);
}

/**
 * fram_desk_ask_workshop:
 * @self: the desk
 * @enrolment: about whom
 * @activity: a workshop where the participant is or will be
 * @text: the question
 * @what: (out) (optional): the sentence for the toast
 * @error: return location; then nothing was written
 *
 * Returns: whether it is asked
 */
gboolean
fram_desk_ask_workshop (FramDesk *self, const FramUuid *enrolment, const FramUuid *activity, const char *text,
                        char **what, GError **error)
{
  g_autofree char *line = tidied (text);
  g_autoptr (FramViewer) writers = NULL;
  g_autoptr (GPtrArray) workshops = NULL;
  FramStoredPerson *person = NULL;
  gboolean ok = FALSE;

  FRAM_DESK_LOCKED (self);
  writers = fram_rights_writers (self->viewer, FRAM_CLASS_INSTRUCT);
  if (!writers->is_system && writers->grants->len == 0)
    return refuse (error, FRAM_ERROR_DENIED,
                   _ ("Workshops are asked by the occupational therapist and the participant's case worker."));
  if (line[0] == '\0')
    return refuse (error, FRAM_ERROR_INVALID, _ ("Write what you want to know of the workshop."));
  if (!check_length (line, error))
    return FALSE;
  person = fram_desk_load_own (self, writers, FRAM_CLASS_INSTRUCT, enrolment, error);
  if (person == NULL)
    return FALSE;
  workshops = fram_question_load_workshops (self->db, person->enrolment, self->viewer->today, TRUE, error);
  if (person->closed != FRAM_DATE_NONE && person->closed < self->viewer->today)
    refuse (error, FRAM_ERROR_INVALID, _ ("The enrolment is closed; what stands there is read and not changed."));
  else if (workshops != NULL && find_workshop (workshops, activity) == NULL)
    refuse (error, FRAM_ERROR_INVALID,
            _ ("The participant is not placed in that workshop. Choose one where the participant is."));
  else if (workshops != NULL)
    ok = write_question (self, person, find_workshop (workshops, activity), line, what, error);
  fram_stored_person_free (person);
  return ok;
}

/* Whom it is about as the roster there calls the person: an alias where the identity is protected. */
static char *
name_there (FramDesk *self, const FramStoredQuestion *question)
{
  FramStoredPerson *person =
      fram_roster_load_person (self->db, self->viewer, question->activity, question->enrolment, NULL);
  char *name = person != NULL ? fram_desk_shown_name (person) : g_strdup (question->case_no);

  g_clear_pointer (&person, fram_stored_person_free);
  return name;
}

static FramStoredQuestion *
load_one (FramDesk *self, const FramUuid *id, GError **error)
{
  FramQuestionScope scope = { .question = fram_db_find_row (self->db, id) };
  g_autoptr (GPtrArray) rows = NULL;

  if (!fram_desk_require (self, FRAM_CLASS_INSTRUCT, FALSE, error))
    return NULL;
  rows = scope.question != 0 ? fram_question_load (self->db, self->viewer, &scope, FRAM_ADAPTATION_TRIAL_DAYS, error)
                             : g_ptr_array_new ();
  if (rows == NULL)
    return NULL;
  if (rows->len > 0)
    return g_ptr_array_steal_index (rows, 0);
  refuse (error, FRAM_ERROR_NOT_FOUND, _ ("That question is not there any more. Look at the list again."));
  return NULL;
}

static gboolean
check_answer (FramDesk *self, const FramStoredQuestion *question, FramWorkshopAnswer answer, const char *text,
              GError **error)
{
  if (!fram_rights_may_answer (self->viewer, question->activity))
    return refuse (error, FRAM_ERROR_DENIED, _ ("Questions to a workshop are answered by who leads there."));
  if (question->answer != NULL)
    return refuse (error, FRAM_ERROR_CHANGED, _ ("That question is answered already."));
  if (!question->asked)
    return refuse (error, FRAM_ERROR_INVALID, _ ("That is asked after three days in the workshop. Answer it then."));
  if (answer == FRAM_WORKSHOP_IN_WORDS && text[0] == '\0')
    return refuse (error, FRAM_ERROR_INVALID, _ ("Write the answer, or choose whether it helps."));
  return check_length (text, error);
}

static gboolean
write_answer (FramDesk *self, FramChanges *changes, const FramUuid *question, const char *code, const char *text,
              GError **error)
{
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_WORKSHOP_ANSWER, NULL);

  fram_record_set_ref (record, "workshop_question", question);
  fram_record_set_text (record, "answer", code);
  fram_record_set_text (record, "text", text != NULL && text[0] != '\0' ? text : NULL);
  fram_record_set_date (record, "day", self->viewer->today);
  if (!self->viewer->is_system)
    fram_record_set_ref (record, "staff", &self->viewer->id);
  return fram_changes_insert (changes, record, error) != FRAM_WRITTEN_FAILED;
}

static char *
say_answered (FramDesk *self, const FramStoredQuestion *question)
{
  g_autofree char *name = name_there (self, question);

  if (question->asker == NULL)
    /* Translators: a participant's name */
    return g_strdup_printf (_ ("The answer about %s is written down."), name);
  /* Translators: a participant's name, and who asked */
  return g_strdup_printf (_ ("The answer about %1$s goes to %2$s."), name, question->asker);
}

/**
 * fram_desk_answer_workshop:
 * @self: the desk
 * @question: which
 * @answer: the answer
 * @text: (nullable): more, or the answer in words
 * @what: (out) (optional): the sentence for the toast
 * @error: return location; then nothing was written
 *
 * Returns: whether it is answered
 */
gboolean
fram_desk_answer_workshop (FramDesk *self, const FramUuid *question, FramWorkshopAnswer answer, const char *text,
                           char **what, GError **error)
{
  g_autofree char *line = tidied (text);
  g_autoptr (FramStoredQuestion) stored = NULL;
  g_autoptr (FramChanges) changes = NULL;

  g_return_val_if_fail (answer < FRAM_N_WORKSHOP_ANSWERS, FALSE);
  FRAM_DESK_LOCKED (self);
  stored = load_one (self, question, error);
  if (stored == NULL || !check_answer (self, stored, answer, line, error))
    return FALSE;
  changes = fram_changes_begin (self->db, self->viewer, "answer", NULL, error);
  return changes != NULL &&
         write_answer (self, changes, question, fram_workshop_answer_get_code (answer), line, error) &&
         finish (self, changes, say_answered (self, stored), what, error);
}

/**
 * fram_desk_withdraw_question:
 * @self: the desk
 * @question: one's own, not answered
 * @what: (out) (optional): the sentence for the toast
 * @error: return location; then nothing was written
 *
 * Returns: whether the workshop is not asked any more
 */
gboolean
fram_desk_withdraw_question (FramDesk *self, const FramUuid *question, char **what, GError **error)
{
  g_autoptr (FramStoredQuestion) stored = NULL;
  g_autoptr (FramChanges) changes = NULL;
  g_autofree char *name = NULL;

  FRAM_DESK_LOCKED (self);
  stored = load_one (self, question, error);
  if (stored == NULL)
    return FALSE;
  if (stored->answer != NULL)
    return refuse (error, FRAM_ERROR_CHANGED, _ ("That question is answered already."));
  if (stored->of_trial)
    return refuse (error, FRAM_ERROR_INVALID, _ ("That is asked as long as the trial goes on; end the trial instead."));
  if (!self->viewer->is_system && stored->staff != self->viewer->staff)
    return refuse (error, FRAM_ERROR_DENIED, _ ("A question is taken back by who asked."));
  name = name_there (self, stored);
  changes = fram_changes_begin (self->db, self->viewer, "question", NULL, error);
  return changes != NULL &&
         fram_changes_remove (changes, FRAM_ENTITY_WORKSHOP_QUESTION, question, error) != FRAM_WRITTEN_FAILED &&
         /* Translators: a workshop and a participant's name */
         finish (self, changes,
                 g_strdup_printf (_ ("%1$s is not asked about %2$s any more."), stored->activity_name, name), what,
                 error);
}

/**
 * fram_desk_see_workshop_answers:
 * @self: the desk
 * @enrolment: about whom
 * @error: return location
 *
 * Whoever asked has seen the answers, once they are shown. The file's owner at the command line sees for nobody.
 *
 * Returns: whether it is on disk, or there was nothing new
 */
gboolean
fram_desk_see_workshop_answers (FramDesk *self, const FramUuid *enrolment, GError **error)
{
  FramQuestionScope scope = { .news = TRUE };
  g_autoptr (GPtrArray) news = NULL;
  g_autoptr (FramChanges) changes = NULL;

  FRAM_DESK_LOCKED (self);
  if (self->viewer->is_system || fram_desk_get_read_only_reason (self) != NULL ||
      !fram_rights_may_read (self->viewer, FRAM_CLASS_INSTRUCT))
    return TRUE;
  scope.enrolment = fram_db_find_row (self->db, enrolment);
  news = fram_question_load (self->db, self->viewer, &scope, FRAM_ADAPTATION_TRIAL_DAYS, error);
  if (news == NULL || news->len == 0)
    return news != NULL;
  changes = fram_changes_begin (self->db, self->viewer, "answer-seen", NULL, error);
  for (guint i = 0; changes != NULL && i < news->len; i++)
    if (!write_answer (self, changes, &((FramStoredQuestion *)news->pdata[i])->id, "seen", NULL, error))
      return FALSE;
  if (changes == NULL || !fram_changes_commit (changes, NULL, error))
    return FALSE;
  fram_desk_emit_changed (self, &fram_changed_tasks);
  return TRUE;
}
