#include "fram-desk-handover-private.h"

#include "fram-access-log.h"
#include "fram-carrier-store.h"
#include "fram-desk-commitment-private.h"
#include "fram-rights.h"
#include "fram-text.h"

#include <glib/gi18n-lib.h>

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_INVALID, sentence);
  return FALSE;
}

static gboolean
ok (FramWritten written)
{
  return written != FRAM_WRITTEN_FAILED;
}

static FramHandover *
handover_of (FramDesk *self, const FramStoredDocument *stored)
{
  FramHandover *handover = g_new0 (FramHandover, 1);

  handover->id = stored->id;
  handover->participant = stored->participant_id;
  handover->enrolment = stored->enrolment_id;
  handover->name = fram_handover_shown_name (stored);
  handover->version = stored->version;
  handover->is_saved = TRUE;
  handover->approved = stored->approved;
  handover->writes = fram_handover_may_write (self, stored->participant);
  handover->given = fram_handover_given_of (stored->sent_to);
  fram_handover_read_texts (stored->text, handover->texts);
  return handover;
}

/**
 * fram_desk_handover:
 * @self: the desk
 * @id: a handover sheet
 * @error: return location; %FRAM_ERROR_NOT_FOUND
 *
 * Opens a handover sheet; that is logged.
 *
 * Returns: (transfer full) (nullable): the sheet
 */
FramHandover *
fram_desk_handover (FramDesk *self, const FramUuid *id, GError **error)
{
  g_autoptr (FramStoredDocument) stored = NULL;

  FRAM_DESK_LOCKED (self);
  stored = fram_document_load_one (self->db, self->viewer, id, error);
  if (stored == NULL || !fram_access_log_add (self->db, self->viewer, "opened", FRAM_CLASS_DOCUMENT,
                                              stored->participant, FRAM_DOCUMENT_HANDOVER, error))
    return NULL;
  return handover_of (self, stored);
}

/* What the participant has approved once need not be said again. */
static gboolean
begin_with (FramDesk *self, FramHandover *handover, const FramStoredEnrolment *of, const FramStoredDocument *last,
            GError **error)
{
  if (last == NULL)
    return fram_handover_prefill (self, handover, of->participant, of->row, error);
  fram_handover_read_texts (last->text, handover->texts);
  return TRUE;
}

static FramHandover *
new_handover (FramDesk *self, const FramStoredEnrolment *of, const FramUuid *enrolment, const FramStoredDocument *last,
              GError **error)
{
  g_autoptr (FramHandover) handover = g_new0 (FramHandover, 1);

  handover->id = fram_uuid_new (self->clock);
  handover->participant = of->participant_id;
  handover->enrolment = *enrolment;
  handover->name = of->is_protected ? fram_text_initials (of->given_name, of->family_name)
                                    : g_strjoin (" ", of->given_name, of->family_name, NULL);
  handover->version = fram_document_newest_version (self->db, of->participant, FRAM_DOCUMENT_HANDOVER) + 1;
  handover->approved = FRAM_DATE_NONE;
  handover->writes = TRUE;
  handover->given = fram_handover_given_of (NULL);
  return begin_with (self, handover, of, last, error) ? g_steal_pointer (&handover) : NULL;
}

/* The newest version of the enrolment that is a draft, or that is approved. */
static const FramStoredDocument *
find_version (const GPtrArray *documents, gint64 enrolment, gboolean draft)
{
  const FramStoredDocument *found = NULL;

  for (guint i = 0; i < documents->len; i++)
    {
      const FramStoredDocument *one = g_ptr_array_index (documents, i);

      if (one->enrolment == enrolment && (one->approved == FRAM_DATE_NONE) == draft &&
          (found == NULL || one->version > found->version))
        found = one;
    }
  return found;
}

/**
 * fram_desk_begin_handover:
 * @self: the desk
 * @enrolment: whose
 * @error: return location; %FRAM_ERROR_DENIED, %FRAM_ERROR_NOT_FOUND
 *
 * Goes on with the draft that there is, or begins a new version: with what the last one says, the first one with what is
 * recorded. Nothing is written before fram_desk_save_handover().
 *
 * Returns: (transfer full) (nullable): the sheet
 */
FramHandover *
fram_desk_begin_handover (FramDesk *self, const FramUuid *enrolment, GError **error)
{
  g_auto (FramStoredEnrolment) of = { 0 };
  g_autoptr (GPtrArray) documents = NULL;
  const FramStoredDocument *draft;

  FRAM_DESK_LOCKED (self);
  if (!fram_carrier_load_enrolment (self->db, self->viewer, fram_db_find_row (self->db, enrolment), &of, error))
    return NULL;
  if (!fram_handover_may_write (self, of.participant))
    {
      fram_handover_refuse_denied (error);
      return NULL;
    }
  documents = fram_document_load (self->db, self->viewer, of.participant, FRAM_DOCUMENT_HANDOVER, error);
  if (documents == NULL)
    return NULL;
  draft = find_version (documents, of.row, TRUE);
  if (draft != NULL)
    return handover_of (self, draft);
  return new_handover (self, &of, enrolment, find_version (documents, of.row, FALSE), error);
}

static FramRecord *
record_of (FramDesk *self, const FramHandover *handover)
{
  FramRecord *record = fram_record_new (FRAM_ENTITY_DOCUMENT, &handover->id);
  g_autofree char *text = fram_handover_write_texts (handover->texts);

  fram_record_set_ref (record, "participant", &handover->participant);
  fram_record_set_ref (record, "enrolment", &handover->enrolment);
  fram_record_set_text (record, "kind", FRAM_DOCUMENT_HANDOVER);
  fram_record_set_int (record, "version", handover->version);
  fram_record_set_text (record, "text", text);
  fram_record_set_int (record, "at", fram_clock_now (self->clock));
  if (!self->viewer->is_system)
    fram_record_set_ref (record, "staff", &self->viewer->id);
  return record;
}

/* Only a draft changes: what is approved, or was taken away meanwhile, does not. */
static gboolean
check_draft (FramDesk *self, const FramHandover *handover, GError **error)
{
  g_autoptr (FramStoredDocument) stored = NULL;

  if (!fram_handover_may_write (self, fram_db_find_row (self->db, &handover->participant)))
    return fram_handover_refuse_denied (error);
  if (fram_db_find_row (self->db, &handover->id) == 0)
    return TRUE;
  stored = fram_document_load_one (self->db, self->viewer, &handover->id, error);
  if (stored == NULL)
    return FALSE;
  return stored->approved == FRAM_DATE_NONE ||
         refuse (error, _ ("This version is approved, so it stays as it is. Begin a new one."));
}

/**
 * fram_desk_save_handover:
 * @self: the desk
 * @handover: a draft
 * @error: return location; %FRAM_ERROR_DENIED, %FRAM_ERROR_INVALID for a version that is approved
 *
 * Puts a draft on disk while it is being written. It is no step of its own for undo.
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_save_handover (FramDesk *self, FramHandover *handover, GError **error)
{
  static const char *const columns[] = { "text", "at", "staff", NULL };
  g_autoptr (FramChanges) changes = NULL;
  g_autoptr (FramRecord) record = NULL;
  gboolean is_new;
  gint64 action = 0;

  FRAM_DESK_LOCKED (self);
  if (!check_draft (self, handover, error))
    return FALSE;
  changes = fram_changes_begin (self->db, self->viewer, "handover", NULL, error);
  if (changes == NULL)
    return FALSE;
  record = record_of (self, handover);
  is_new = fram_db_find_row (self->db, &handover->id) == 0;
  if (!ok (is_new ? fram_changes_insert (changes, record, error)
                  : fram_changes_update (changes, record, columns, error)) ||
      !fram_changes_commit (changes, &action, error))
    return FALSE;
  handover->is_saved = TRUE;
  if (is_new)
    fram_desk_emit_changed (self, &fram_changed_tasks);
  return TRUE;
}

/**
 * fram_desk_discard_handover:
 * @self: the desk
 * @id: a draft
 * @what: (out) (optional): the sentence for the toast
 * @error: return location; %FRAM_ERROR_DENIED, %FRAM_ERROR_INVALID for a version that is approved
 *
 * Returns: whether it is taken away; undo brings it back
 */
gboolean
fram_desk_discard_handover (FramDesk *self, const FramUuid *id, char **what, GError **error)
{
  g_autoptr (FramStoredDocument) stored = NULL;
  g_autoptr (FramChanges) changes = NULL;

  FRAM_DESK_LOCKED (self);
  stored = fram_handover_load_writable (self, id, error);
  if (stored == NULL)
    return FALSE;
  if (stored->approved != FRAM_DATE_NONE)
    return refuse (error, _ ("This version is approved, so it stays as it is. Begin a new one."));
  changes = fram_changes_begin (self->db, self->viewer, "handover", NULL, error);
  if (changes == NULL || !ok (fram_changes_remove (changes, FRAM_ENTITY_DOCUMENT, id, error)) ||
      !fram_desk_finish (self, changes, _ ("The draft is thrown away."), &fram_changed_tasks, error))
    return FALSE;
  if (what != NULL)
    *what = g_strdup (_ ("The draft is thrown away."));
  return TRUE;
}

static gboolean
is_empty (const FramStoredDocument *stored)
{
  char *texts[FRAM_N_HANDOVER_FIELDS] = { NULL };
  gboolean empty = TRUE;

  fram_handover_read_texts (stored->text, texts);
  for (guint i = 0; i < FRAM_N_HANDOVER_FIELDS; i++)
    {
      empty = empty && g_strstrip (texts[i])[0] == '\0';
      g_free (texts[i]);
    }
  return empty;
}

static gboolean
check_approval (FramDesk *self, const FramStoredDocument *stored, FramDate day, GError **error)
{
  if (stored->approved != FRAM_DATE_NONE)
    return refuse (error, _ ("This version is approved, so it stays as it is. Begin a new one."));
  if (is_empty (stored))
    return refuse (error, _ ("There is nothing on the sheet yet."));
  if (day == FRAM_DATE_NONE || day > self->viewer->today)
    return refuse (error, _ ("Write the day on which the participant approved it; it cannot lie ahead."));
  return TRUE;
}

/**
 * fram_desk_approve_handover:
 * @self: the desk
 * @id: a draft
 * @day: when the participant had read and approved it
 * @what: (out) (optional): the sentence for the toast
 * @error: return location; %FRAM_ERROR_DENIED, %FRAM_ERROR_INVALID
 *
 * From now on this version stays as it is.
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_approve_handover (FramDesk *self, const FramUuid *id, FramDate day, char **what, GError **error)
{
  static const char *const columns[] = { "approved", NULL };
  g_autoptr (FramStoredDocument) stored = NULL;
  g_autoptr (FramChanges) changes = NULL;
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_DOCUMENT, id);
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;

  FRAM_DESK_LOCKED (self);
  stored = fram_handover_load_writable (self, id, error);
  if (stored == NULL || !check_approval (self, stored, day, error))
    return FALSE;
  changes = fram_changes_begin (self->db, self->viewer, "handover-approved", NULL, error);
  if (changes == NULL)
    return FALSE;
  name = fram_handover_shown_name (stored);
  sentence = g_strdup_printf (_ ("%s has approved the handover sheet."), name);
  fram_record_set_date (record, "approved", day);
  if (!ok (fram_changes_update (changes, record, columns, error)) ||
      !fram_desk_finish (self, changes, sentence, &fram_changed_tasks, error))
    return FALSE;
  if (what != NULL)
    *what = g_steal_pointer (&sentence);
  return TRUE;
}

/* A change of the programme's own case worker that is not handed over yet, is so now. */
static gboolean
keep_promise (FramDesk *self, FramChanges *changes, const FramStoredDocument *stored, FramDate day, GError **error)
{
  static const char *const columns[] = { "done", NULL };
  FramCommitmentEdit edit = { FRAM_DATE_NONE, day, NULL };
  g_auto (FramPromises) promises = { 0 };
  g_autoptr (GArray) points = NULL;
  const FramStoredPromises *of;

  if (!fram_promises_load (&promises, self, stored->enrolment, FRAM_DATE_NONE, FALSE, error))
    return FALSE;
  if (promises.cases->len == 0)
    return TRUE;
  of = g_ptr_array_index (promises.cases, 0);
  points = fram_promises_find (&promises, of, self->viewer->today);
  for (guint i = 0; i < points->len; i++)
    {
      const FramCommitmentPoint *point = &g_array_index (points, FramCommitmentPoint, i);
      const FramCommitmentRule *rule = &g_array_index (promises.rules, FramCommitmentRule, point->rule);
      const FramStoredCommitmentKind *kind = g_ptr_array_index (promises.kinds, point->rule);

      if (rule->due_from == FRAM_DUE_FROM_OFFICER_CHANGE && point->done == FRAM_DATE_NONE &&
          point->ordinal == (int)of->changes->len &&
          !g_array_index (of->changes, FramStoredChange, point->ordinal - 1).by_referrer &&
          !ok (fram_desk_write_promise (self, changes, &stored->enrolment_id, &kind->id, point->ordinal, &edit, columns,
                                        error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_given (FramDesk *self, const FramStoredDocument *stored, const char *to, FramDate day, const char *sentence,
             GError **error)
{
  static const char *const columns[] = { "sent_to", NULL };
  g_autoptr (FramChanges) changes = fram_changes_begin (self->db, self->viewer, "handover-given", NULL, error);
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_DOCUMENT, &stored->id);
  char text[FRAM_DATE_TEXT_SIZE];
  g_autofree char *sent_to = g_strdup_printf ("%s%s%s %s", stored->sent_to != NULL ? stored->sent_to : "",
                                              stored->sent_to != NULL ? "\n" : "", fram_date_format (day, text), to);

  if (changes == NULL)
    return FALSE;
  fram_record_set_text (record, "sent_to", sent_to);
  return ok (fram_changes_update (changes, record, columns, error)) &&
         keep_promise (self, changes, stored, day, error) &&
         fram_access_log_add (self->db, self->viewer, "exported", FRAM_CLASS_DOCUMENT, stored->participant,
                              FRAM_DOCUMENT_HANDOVER, error) &&
         fram_desk_finish (self, changes, sentence, &fram_changed_tasks, error);
}

/**
 * fram_desk_give_handover:
 * @self: the desk
 * @id: a version that is approved
 * @to: to whom it is given
 * @day: when
 * @what: (out) (optional): the sentence for the toast
 * @error: return location; %FRAM_ERROR_DENIED, %FRAM_ERROR_INVALID for a draft
 *
 * Notes that a sheet is given on. After a change of case worker the handover that was promised is done by it.
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_give_handover (FramDesk *self, const FramUuid *id, const char *to, FramDate day, char **what, GError **error)
{
  g_autoptr (FramStoredDocument) stored = NULL;
  g_autofree char *name = g_strstrip (g_strdelimit (g_strdup (to != NULL ? to : ""), "\n", ' '));
  g_autofree char *sentence = NULL;

  FRAM_DESK_LOCKED (self);
  stored = fram_handover_load_writable (self, id, error);
  if (stored == NULL)
    return FALSE;
  if (stored->approved == FRAM_DATE_NONE)
    return refuse (error, _ ("The participant approves the sheet first; then it can be given on."));
  if (name[0] == '\0')
    return refuse (error, _ ("Write to whom it is given."));
  if (day == FRAM_DATE_NONE || day > self->viewer->today || day < stored->approved)
    return refuse (error, _ ("Write the day it was given on: not before it was approved, and not ahead."));
  /* TRANSLATORS: %s is a person */
  sentence = g_strdup_printf (_ ("The handover sheet is given to %s."), name);
  if (!write_given (self, stored, name, day, sentence, error))
    return FALSE;
  if (what != NULL)
    *what = g_steal_pointer (&sentence);
  return TRUE;
}
