#include "fram-desk-private.h"
#include "fram-desk-task.h"

#include "fram-people-store.h"
#include "fram-roster-store.h"
#include "fram-task-store.h"
#include "fram-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Tasks are made here: what is asked of a case worker, and what somebody wants to remember. */

/* Longer lines are no tasks. */
#define LONGEST_TEXT 500

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_INVALID, sentence);
  return FALSE;
}

static char *
tidied (const char *text)
{
  char *copy = g_strstrip (g_strdup (text != NULL ? text : ""));

  if (copy[0] == '\0')
    g_clear_pointer (&copy, g_free);
  return copy;
}

static gboolean
check_text (const char *text, GError **error)
{
  return text == NULL || g_utf8_strlen (text, -1) <= LONGEST_TEXT ||
         refuse (error, _ ("That is too long for a task; write at most 500 letters."));
}

/* One request to the case worker. */
typedef struct
{
  FramDesk *desk;
  FramTaskKind kind;
  const FramUuid *activity;
  char *text;
  FramCaseWorker worker;
  FramStoredCase *person;
  char *name;
} Request;

static void
request_clear (Request *r)
{
  g_free (r->text);
  g_free (r->name);
  fram_case_worker_clear (&r->worker);
  g_clear_pointer (&r->person, fram_stored_case_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

static FramStoredCase *
load_participant (FramDesk *self, gint64 participant, GError **error)
{
  FramUuid id = fram_db_get_id (self->db, participant);
  char text[FRAM_UUID_TEXT_SIZE];

  return fram_people_load_one (self->db, self->viewer, fram_uuid_format (&id, text), error);
}

static char *
name_on_roster (FramDesk *self, const FramUuid *activity, gint64 enrolment, const FramStoredCase *person)
{
  gint64 row = activity != NULL ? fram_db_find_row (self->db, activity) : 0;
  FramStoredPerson *on_roster = NULL;
  char *name = NULL;

  if (!person->is_protected)
    return g_strjoin (" ", person->given_name, person->family_name, NULL);
  if (row != 0)
    on_roster = fram_roster_load_person (self->db, self->viewer, row, enrolment, NULL);
  if (on_roster != NULL && on_roster->alias != NULL)
    name = g_strdup (on_roster->alias);
  g_clear_pointer (&on_roster, fram_stored_person_free);
  return name != NULL ? name : fram_text_initials (person->given_name, person->family_name);
}

static gboolean
load_request (Request *r, const FramUuid *enrolment, GError **error)
{
  FramDesk *self = r->desk;
  gint64 row = fram_db_find_row (self->db, enrolment);

  r->person = load_participant (self, fram_task_participant_of (self->db, row), error);
  if (r->person == NULL)
    return FALSE;
  r->name = name_on_roster (self, r->activity, row, r->person);
  return fram_task_find_case_worker (self->db, row, self->viewer->today, &r->worker, error);
}

static char *
say_asked_already (const Request *r)
{
  /* Translators: a participant's name */
  return g_strdup_printf (r->kind == FRAM_TASK_CALL ? _ ("The case worker has been asked to call %s already.")
                                                    : _ ("The case worker has been told of %s already."),
                          r->name);
}

/* Initials end with a full stop of their own. */
static char *
with_one_stop (char *sentence)
{
  if (g_str_has_suffix (sentence, ".."))
    sentence[strlen (sentence) - 1] = '\0';
  return sentence;
}

static char *
say_asked (const Request *r)
{
  gboolean call = r->kind == FRAM_TASK_CALL;

  if (r->worker.name == NULL)
    return g_strdup_printf (call ? _ ("The manager is asked to call %s.") : _ ("The manager is told of %s."), r->name);
  /* Translators: who is asked, and the participant's name */
  return g_strdup_printf (call ? _ ("%1$s is asked to call %2$s.") : _ ("%1$s is told of %2$s."), r->worker.name,
                          r->name);
}

static void
set_maker (FramRecord *record, FramDesk *self)
{
  if (self->viewer->staff != 0)
    fram_record_set_ref (record, "made_by", &self->viewer->id);
  fram_record_set_date (record, "made", self->viewer->today);
}

static FramRecord *
record_of_request (const Request *r)
{
  FramDesk *self = r->desk;
  FramRecord *record = fram_record_new (FRAM_ENTITY_TASK, NULL);
  FramUuid whose = r->worker.staff != 0 ? fram_db_get_id (self->db, r->worker.staff) : FRAM_UUID_NONE;
  gboolean own =
      r->worker.staff != 0 && (r->worker.deputy != 0 ? r->worker.deputy : r->worker.staff) == self->viewer->staff;
  FramDate today = self->viewer->today;

  fram_record_set_text (record, "kind", fram_task_kind_get_code (r->kind));
  fram_record_set_text (record, "text", r->text);
  if (r->worker.staff != 0)
    fram_record_set_ref (record, "whose", &whose);
  fram_record_set_ref (record, "participant", &r->person->participant_id);
  if (r->activity != NULL && !fram_uuid_is_none (r->activity))
    fram_record_set_ref (record, "activity", r->activity);
  fram_record_set_date (
      record, "due", r->kind == FRAM_TASK_CALL ? today : fram_day_next_open (today, fram_desk_closed_days (self), 0));
  if (own)
    fram_record_set_date (record, "seen", today);
  set_maker (record, self);
  return record;
}

static gboolean
write_task (FramDesk *self, const FramRecord *record, const char *what, GError **error)
{
  g_autoptr (FramChanges) changes = fram_changes_begin (self->db, self->viewer, "task", NULL, error);

  return changes != NULL && fram_changes_insert (changes, record, error) != FRAM_WRITTEN_FAILED &&
         fram_desk_finish (self, changes, what, &fram_changed_tasks, error);
}

/**
 * fram_desk_ask_case_worker:
 * @self: the desk
 * @enrolment: about whom
 * @activity: (nullable): the workshop or group it is asked from
 * @kind: %FRAM_TASK_ABSENCE or %FRAM_TASK_CALL
 * @text: (nullable): more, where somebody wrote it
 * @what: (out) (optional): the sentence for the toast: who is asked
 * @error: return location; %FRAM_ERROR_DENIED, %FRAM_ERROR_NOT_FOUND
 *
 * Asks the case worker in charge today, which a deputy takes over; where nobody is, the manager. Due today for a call, the
 * next working day for an absence. Asking twice for the same leaves the first.
 *
 * Returns: whether it is asked
 */
gboolean
fram_desk_ask_case_worker (FramDesk *self, const FramUuid *enrolment, const FramUuid *activity, FramTaskKind kind,
                           const char *text, char **what, GError **error)
{
  g_auto (Request) r = { .desk = self, .kind = kind, .activity = activity, .text = tidied (text) };
  g_autoptr (FramRecord) record = NULL;
  g_autofree char *sentence = NULL;
  gboolean ok = TRUE;

  g_return_val_if_fail (kind == FRAM_TASK_ABSENCE || kind == FRAM_TASK_CALL, FALSE);
  FRAM_DESK_LOCKED (self);
  if (!fram_desk_require (self, FRAM_CLASS_TASK, TRUE, error) || !check_text (r.text, error) ||
      !load_request (&r, enrolment, error))
    return FALSE;
  if (fram_task_is_open (self->db, r.person->participant, fram_task_kind_get_code (kind)))
    sentence = say_asked_already (&r);
  else
    {
      sentence = with_one_stop (say_asked (&r));
      record = record_of_request (&r);
      ok = write_task (self, record, sentence, error);
    }
  if (ok && what != NULL)
    *what = g_steal_pointer (&sentence);
  return ok;
}

/**
 * fram_desk_add_task:
 * @self: the desk
 * @text: what to do
 * @due: due day, or %FRAM_DATE_NONE
 * @case_no: (nullable): whom it is about
 * @what: (out) (optional): the sentence for the toast
 * @error: return location
 *
 * Adds a task of one's own.
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_add_task (FramDesk *self, const char *text, FramDate due, const char *case_no, char **what, GError **error)
{
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_TASK, NULL);
  g_autoptr (FramStoredCase) person = NULL;
  g_autofree char *tidy = tidied (text);
  g_autofree char *sentence = NULL;

  FRAM_DESK_LOCKED (self);
  if (!fram_desk_require (self, FRAM_CLASS_TASK, TRUE, error) || !check_text (tidy, error))
    return FALSE;
  if (tidy == NULL)
    return refuse (error, _ ("Write what is to be done."));
  if (self->viewer->staff == 0)
    return refuse (error, _ ("Only a person has a list of tasks; say who you are."));
  person = case_no != NULL ? fram_people_load_one (self->db, self->viewer, case_no, error) : NULL;
  if (case_no != NULL && person == NULL)
    return FALSE;
  fram_record_set_text (record, "kind", fram_task_kind_get_code (FRAM_TASK_NOTE));
  fram_record_set_text (record, "text", tidy);
  fram_record_set_date (record, "due", due);
  fram_record_set_ref (record, "whose", &self->viewer->id);
  if (person != NULL)
    fram_record_set_ref (record, "participant", &person->participant_id);
  fram_record_set_date (record, "seen", self->viewer->today);
  set_maker (record, self);
  /* Translators: a task that somebody wrote down */
  sentence = g_strdup_printf (_ ("“%s” is on your list."), tidy);
  if (!write_task (self, record, sentence, error))
    return FALSE;
  if (what != NULL)
    *what = g_steal_pointer (&sentence);
  return TRUE;
}
