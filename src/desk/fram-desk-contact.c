#include "fram-desk-contact.h"
#include "fram-desk-absence-private.h"
#include "fram-desk-roster-private.h"

#include "fram-access-log.h"
#include "fram-contact-store.h"
#include "fram-person-store.h"
#include "fram-rights.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Calling somebody, and what was seen of somebody. */

#define SEEN_CHARACTERS 140

void
fram_call_free (FramCall *self)
{
  g_free (self->name);
  g_free (self->phone);
  g_free (self);
}

static void
add_call (GPtrArray *calls, FramCallKind kind, const char *name, const char *phone)
{
  FramCall *call;

  if (phone == NULL || phone[0] == '\0')
    return;
  call = g_new0 (FramCall, 1);
  call->kind = kind;
  call->name = g_strdup (name);
  call->phone = g_strdup (phone);
  g_ptr_array_add (calls, call);
}

static void
add_participant (FramDesk *self, GPtrArray *calls, const FramStoredPerson *person)
{
  g_autofree char *phone = fram_person_load_phone (self->db, self->viewer, person->participant);
  g_autofree char *name = fram_desk_shown_name (person);

  add_call (calls, FRAM_CALL_PARTICIPANT, name, phone);
}

static gboolean
add_case_workers (FramDesk *self, GPtrArray *calls, const FramStoredPerson *person, GError **error)
{
  g_autoptr (GPtrArray) numbers = fram_contact_load_case_workers (self->db, self->viewer, person->enrolment, error);

  for (guint i = 0; numbers != NULL && i < numbers->len; i++)
    {
      const FramStoredNumber *number = g_ptr_array_index (numbers, i);
      g_autofree char *name = number->deputy_of == NULL
                                  ? g_strdup (number->name)
                                  /* Translators: two case workers: the deputy, and for whom */
                                  : g_strdup_printf (_ ("%1$s, deputy of %2$s"), number->name, number->deputy_of);

      add_call (calls, FRAM_CALL_CASE_WORKER, name, number->phone);
    }
  return numbers != NULL;
}

static void
add_emergency (FramDesk *self, GPtrArray *calls, const FramStoredPerson *person)
{
  g_autoptr (FramViewer) viewer = fram_rights_beside_mentor (self->viewer);
  FramStoredNumber *number = fram_contact_load_emergency (self->db, viewer, person->participant);

  if (number == NULL)
    return;
  add_call (calls, FRAM_CALL_EMERGENCY, number->name != NULL ? number->name : _ ("Emergency contact"), number->phone);
  fram_stored_number_free (number);
}

static GPtrArray *
load_calls (FramDesk *self, const FramUuid *enrolment, gint64 *participant, GError **error)
{
  g_autoptr (GPtrArray) calls = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_call_free);
  FramStoredPerson *person = fram_desk_load_own (self, self->viewer, FRAM_CLASS_BASIC, enrolment, error);
  gboolean ok;

  if (person == NULL)
    return NULL;
  *participant = person->participant;
  add_participant (self, calls, person);
  ok = add_case_workers (self, calls, person, error);
  add_emergency (self, calls, person);
  fram_stored_person_free (person);
  return ok ? g_steal_pointer (&calls) : NULL;
}

/**
 * fram_desk_calls:
 * @self: the desk
 * @enrolment: about whom
 * @error: return location; %FRAM_ERROR_NOT_FOUND also for somebody whom the person at the keyboard may not see
 *
 * That numbers were shown is logged; where it cannot be, none is shown.
 *
 * Returns: (transfer full) (nullable) (element-type FramCall): the participant's number, those of the case workers of today
 *   and their deputies, and that of the emergency contact, as far as they may be seen
 */
GPtrArray *
fram_desk_calls (FramDesk *self, const FramUuid *enrolment, GError **error)
{
  g_autoptr (GPtrArray) calls = NULL;
  gint64 participant = 0;

  FRAM_DESK_LOCKED (self);
  calls = load_calls (self, enrolment, &participant, error);
  if (calls == NULL || (calls->len > 0 && !fram_access_log_add (self->db, self->viewer, "opened", FRAM_CLASS_PHONE,
                                                                participant, "call: numbers shown", error)))
    return NULL;
  return g_steal_pointer (&calls);
}

/**
 * fram_desk_log_call:
 * @self: the desk
 * @enrolment: about whom
 * @kind: who was called
 * @error: return location; %FRAM_ERROR_NOT_FOUND where there is no such number to see
 *
 * Returns: whether the line is in the log
 */
gboolean
fram_desk_log_call (FramDesk *self, const FramUuid *enrolment, FramCallKind kind, GError **error)
{
  static const char *const reasons[] = { "call: participant", "call: case worker", "call: emergency contact" };
  g_autoptr (GPtrArray) calls = NULL;
  gint64 participant = 0;

  FRAM_DESK_LOCKED (self);
  g_return_val_if_fail ((guint)kind < G_N_ELEMENTS (reasons), FALSE);
  calls = load_calls (self, enrolment, &participant, error);
  for (guint i = 0; calls != NULL && i < calls->len; i++)
    if (((const FramCall *)g_ptr_array_index (calls, i))->kind == kind)
      return fram_access_log_add (self->db, self->viewer, "opened", FRAM_CLASS_PHONE, participant, reasons[kind],
                                  error);
  if (calls != NULL)
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND, _ ("There is no such number that you may see."));
  return FALSE;
}

static gboolean
check_seen (const char *text, GError **error)
{
  if (text[0] == '\0')
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_INVALID, _ ("Write in a few words what you saw."));
  else if (g_utf8_strlen (text, -1) > SEEN_CHARACTERS)
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID, _ ("Write at most %d characters; a few words are enough."),
                 SEEN_CHARACTERS);
  else if (strpbrk (text, "\n\r") != NULL)
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_INVALID, _ ("Write it in one line."));
  else
    return TRUE;
  return FALSE;
}

static gboolean
write_seen (FramDesk *self, FramChanges *changes, const FramStoredPerson *person, const char *text, gboolean agreed,
            GError **error)
{
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_SEEN, NULL);

  fram_record_set_ref (record, "participant", &person->participant_id);
  fram_record_set_ref (record, "enrolment", &person->enrolment_id);
  fram_record_set_date (record, "day", fram_clock_today (self->clock));
  fram_record_set_text (record, "text", text);
  if (!self->viewer->is_system)
    fram_record_set_ref (record, "staff", &self->viewer->id);
  if (agreed)
    fram_record_set_date (record, "agreed", fram_clock_today (self->clock));
  return fram_changes_insert (changes, record, error) != FRAM_WRITTEN_FAILED;
}

static gboolean
save_seen (FramDesk *self, const FramStoredPerson *person, const char *text, gboolean agreed, char **what,
           GError **error)
{
  static const FramChanged changed = { FRAM_UUID_NONE, FRAM_DATE_NONE, FALSE };
  g_autoptr (FramChanges) changes = fram_changes_begin (self->db, self->viewer, "seen", NULL, error);
  g_autofree char *name = fram_desk_shown_name (person);
  g_autofree char *sentence = NULL;

  if (changes == NULL || !write_seen (self, changes, person, text, agreed, error))
    return FALSE;
  /* Translators: a person's name */
  sentence = g_strdup_printf (_ ("What you saw of %s is written down."), name);
  if (!fram_desk_finish (self, changes, sentence, &changed, error))
    return FALSE;
  if (what != NULL)
    *what = g_steal_pointer (&sentence);
  return TRUE;
}

/**
 * fram_desk_save_seen:
 * @self: the desk
 * @enrolment: of whom
 * @text: a strength that was noticed, one line of at most 140 characters
 * @agreed: whether the participant wants to have it in "Mina steg"
 * @what: (out) (optional): a sentence for the toast
 * @error: return location; then nothing was written
 *
 * What is written down is not changed any more; it can only be undone.
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_save_seen (FramDesk *self, const FramUuid *enrolment, const char *text, gboolean agreed, char **what,
                     GError **error)
{
  g_autofree char *line = g_strstrip (g_strdup (text != NULL ? text : ""));
  g_autoptr (FramViewer) seers = NULL;
  FramStoredPerson *person = NULL;
  gboolean ok = FALSE;

  FRAM_DESK_LOCKED (self);
  seers = fram_rights_seers (self->viewer);
  if (!seers->is_system && seers->grants->len == 0)
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_DENIED,
                         _ ("Your roles do not let you write down what you saw. Ask an administrator."));
  else if (check_seen (line, error))
    person = fram_desk_load_own (self, seers, FRAM_CLASS_INSTRUCT, enrolment, error);
  if (person != NULL)
    ok = save_seen (self, person, line, agreed, what, error);
  g_clear_pointer (&person, fram_stored_person_free);
  return ok;
}

GStrv
fram_desk_workshop_tasks (FramDesk *self, const FramUuid *workshop, GError **error)
{
  FRAM_DESK_LOCKED (self);
  return fram_contact_load_tasks (self->db, fram_db_find_row (self->db, workshop), error);
}
