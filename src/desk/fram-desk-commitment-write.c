#include "fram-desk-commitment-private.h"

#include "fram-ids.h"
#include "fram-rights.h"

#include <glib/gi18n-lib.h>

/* One commitment that is to be written about. */
typedef struct
{
  FramPromises promises;
  const FramStoredPromises *of;
  const FramStoredCommitmentKind *kind;
  FramCommitmentPoint point;
} Target;

static gboolean
refuse (GError **error, int code, const char *sentence)
{
  g_set_error_literal (error, FRAM_ERROR, code, sentence);
  return FALSE;
}

static gboolean
find_point (Target *target, FramDesk *self, int ordinal)
{
  g_autoptr (GArray) points = fram_promises_find (&target->promises, target->of, self->viewer->today);

  for (guint i = 0; i < points->len; i++)
    {
      const FramCommitmentPoint *point = &g_array_index (points, FramCommitmentPoint, i);

      if (g_ptr_array_index (target->promises.kinds, point->rule) == target->kind && point->ordinal == ordinal)
        {
          target->point = *point;
          return TRUE;
        }
    }
  return FALSE;
}

/* The commitment, if it is there and may be ticked by who sits there. */
static gboolean
find_target (FramDesk *self, Target *target, const FramUuid *enrolment, const char *code, int ordinal, GError **error)
{
  gint64 row = fram_db_find_row (self->db, enrolment);
  int kind;

  if (!fram_desk_require (self, FRAM_CLASS_PLAN, TRUE, error))
    return FALSE;
  if (row == 0 || !fram_promises_load (&target->promises, self, row, FRAM_DATE_NONE, FALSE, error))
    return row != 0 ? FALSE : refuse (error, FRAM_ERROR_NOT_FOUND, _ ("The enrolment is not in the register."));
  kind = fram_promises_find_kind (&target->promises, code);
  if (target->promises.cases->len == 0)
    return refuse (error, FRAM_ERROR_NOT_FOUND, _ ("The enrolment is not in the register."));
  target->of = g_ptr_array_index (target->promises.cases, 0);
  if (!target->of->writes)
    return refuse (error, FRAM_ERROR_DENIED, _ ("Your roles do not let you change this. Ask an administrator."));
  if (kind < 0)
    return refuse (error, FRAM_ERROR_NOT_FOUND, _ ("The programme has no such commitment."));
  target->kind = g_ptr_array_index (target->promises.kinds, (guint)kind);
  if (!find_point (target, self, ordinal))
    return refuse (error, FRAM_ERROR_NOT_FOUND, _ ("There is no such commitment in this enrolment now."));
  return TRUE;
}

static gboolean
check_done (FramDesk *self, const Target *target, FramDate done, GError **error)
{
  if (done == FRAM_DATE_NONE && target->point.by_fact)
    return refuse (error, FRAM_ERROR_INVALID,
                   _ ("It is recorded elsewhere that this is done; change it there if it is wrong."));
  if (done != FRAM_DATE_NONE && done > self->viewer->today)
    return refuse (error, FRAM_ERROR_INVALID, _ ("The day it was done cannot lie ahead."));
  return TRUE;
}

/* The row is made when something is first written about it; its id follows from what it is. */
FramWritten
fram_desk_write_promise (FramDesk *self, FramChanges *changes, const FramUuid *enrolment, const FramUuid *kind,
                         int ordinal, const FramCommitmentEdit *edit, const char *const *columns, GError **error)
{
  FramUuid id = fram_id_commitment (enrolment, kind, ordinal);
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_COMMITMENT, &id);
  gboolean gone;
  gint64 row = fram_commitment_find (self->db, &id, &gone);

  fram_record_set_date (record, "due", edit->due);
  fram_record_set_date (record, "done", edit->done);
  fram_record_set_text (record, "note", edit->note);
  if (row == 0)
    {
      fram_record_set_ref (record, "enrolment", enrolment);
      fram_record_set_ref (record, "commitment_kind", kind);
      fram_record_set_int (record, "ordinal", ordinal);
      return fram_changes_insert (changes, record, error);
    }
  if (gone && fram_changes_bring_back (changes, FRAM_ENTITY_COMMITMENT, &id, error) == FRAM_WRITTEN_FAILED)
    return FRAM_WRITTEN_FAILED;
  return fram_changes_update (changes, record, columns, error);
}

static gboolean
write_edit (FramDesk *self, const Target *target, const FramCommitmentEdit *edit, const char *const *columns,
            const char *sentence, GError **error)
{
  g_autoptr (FramChanges) changes = fram_changes_begin (self->db, self->viewer, "commitment", NULL, error);

  return changes != NULL &&
         fram_desk_write_promise (self, changes, &target->of->person.enrolment_id, &target->kind->id,
                                  target->point.ordinal, edit, columns, error) != FRAM_WRITTEN_FAILED &&
         fram_desk_finish (self, changes, sentence, &fram_changed_tasks, error);
}

/**
 * fram_desk_set_commitment_done:
 * @self: the desk
 * @enrolment: whose
 * @code: code of its kind
 * @ordinal: which of them
 * @done: when it was done, or %FRAM_DATE_NONE: it is not done
 * @what: (out) (optional): the sentence for the toast
 * @error: return location; %FRAM_ERROR_DENIED, %FRAM_ERROR_INVALID, %FRAM_ERROR_NOT_FOUND
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_set_commitment_done (FramDesk *self, const FramUuid *enrolment, const char *code, int ordinal, FramDate done,
                               char **what, GError **error)
{
  static const char *const columns[] = { "done", NULL };
  FramCommitmentEdit edit = { FRAM_DATE_NONE, done, NULL };
  g_autofree char *sentence = NULL;
  Target target = { 0 };
  gboolean ok;

  FRAM_DESK_LOCKED (self);
  ok = find_target (self, &target, enrolment, code, ordinal, error) && check_done (self, &target, done, error);
  if (ok)
    {
      /* TRANSLATORS: %s is a commitment: “Clear handover when the officer changes” */
      sentence = g_strdup_printf (done != FRAM_DATE_NONE ? _ ("“%s” is done.") : _ ("“%s” is not done any more."),
                                  target.kind->name);
      ok = write_edit (self, &target, &edit, columns, sentence, error);
    }
  fram_promises_clear (&target.promises);
  if (ok && what != NULL)
    *what = g_steal_pointer (&sentence);
  return ok;
}

/* A day that was worked out anyway is not written down, so that it follows when the enrolment changes. */
static FramDate
moved_due (FramDesk *self, const Target *target, FramDate due)
{
  g_autoptr (GArray) points = NULL;
  FramStoredPromises *of = (FramStoredPromises *)target->of;
  g_autoptr (GPtrArray) written = of->written;
  FramDate plain = FRAM_DATE_NONE;

  of->written = g_ptr_array_new ();
  points = fram_promises_find (&target->promises, of, self->viewer->today);
  for (guint i = 0; i < points->len; i++)
    {
      const FramCommitmentPoint *point = &g_array_index (points, FramCommitmentPoint, i);

      if (point->rule == target->point.rule && point->ordinal == target->point.ordinal)
        plain = point->due;
    }
  g_ptr_array_unref (of->written);
  of->written = g_steal_pointer (&written);
  return due == plain ? FRAM_DATE_NONE : due;
}

/**
 * fram_desk_edit_commitment:
 * @self: the desk
 * @enrolment: whose
 * @code: code of its kind
 * @ordinal: which of them
 * @edit: what is so now; a note that may not be seen stays as it is, and a day that a fact shows is not written
 * @what: (out) (optional): the sentence for the toast
 * @error: return location; %FRAM_ERROR_DENIED, %FRAM_ERROR_INVALID, %FRAM_ERROR_NOT_FOUND
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_edit_commitment (FramDesk *self, const FramUuid *enrolment, const char *code, int ordinal,
                           const FramCommitmentEdit *edit, char **what, GError **error)
{
  FramCommitmentEdit written = *edit;
  const char *columns[] = { "due", "done", "note", NULL };
  g_autofree char *sentence = NULL;
  Target target = { 0 };
  gboolean ok;

  FRAM_DESK_LOCKED (self);
  ok = find_target (self, &target, enrolment, code, ordinal, error) && check_done (self, &target, edit->done, error);
  if (ok)
    {
      if (!target.of->sees_note || !fram_rights_may_write (self->viewer, FRAM_CLASS_NOTE))
        {
          columns[2] = NULL;
          written.note = NULL;
        }
      written.due = moved_due (self, &target, edit->due);
      if (target.point.by_fact && edit->done == target.point.done)
        written.done = FRAM_DATE_NONE;
      sentence = g_strdup_printf (_ ("“%s” is changed."), target.kind->name);
      ok = write_edit (self, &target, &written, columns, sentence, error);
    }
  fram_promises_clear (&target.promises);
  if (ok && what != NULL)
    *what = g_steal_pointer (&sentence);
  return ok;
}
