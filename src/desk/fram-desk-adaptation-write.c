#include "fram-desk-adaptation-private.h"

#include "fram-desk-private.h"
#include "fram-desk-question-private.h"
#include "fram-rights.h"

#include <glib/gi18n-lib.h>

/* Adaptations as they are written: the need for the therapist, and its line for the workshop. */

static gboolean
is_open (FramDesk *self, const FramStoredEnrolment *enrolment)
{
  return enrolment->closed == FRAM_DATE_NONE || enrolment->closed >= self->viewer->today;
}

static gboolean
may (FramDesk *self, const FramStoredEnrolment *enrolment, gboolean write)
{
  g_autoptr (FramViewer) writers = write ? fram_rights_writers (self->viewer, FRAM_CLASS_NEED) : NULL;

  return fram_people_may (self->db, write ? writers : self->viewer, FRAM_CLASS_NEED, enrolment->participant);
}

FramStoredEnrolment *
fram_desk_adapted (FramDesk *self, const FramUuid *enrolment, gboolean write, GError **error)
{
  g_autoptr (FramStoredEnrolment) whose =
      fram_enrolment_load (self->db, self->viewer, fram_db_find_row (self->db, enrolment), error);

  if (whose == NULL)
    return NULL;
  if (!may (self, whose, write))
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_DENIED,
                         write ? _ ("Adaptations are written by the occupational therapist.")
                               : _ ("Adaptation needs are for the occupational therapist and the case worker."));
  else if (write && !is_open (self, whose))
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_INVALID,
                         _ ("The enrolment is closed; what stands there is read and not changed."));
  else
    return g_steal_pointer (&whose);
  return NULL;
}

/**
 * fram_desk_may_adapt:
 * @self: the desk
 * @enrolment: whose
 *
 * Returns: whether the person at the keyboard may write adaptations there
 */
gboolean
fram_desk_may_adapt (FramDesk *self, const FramUuid *enrolment)
{
  g_autoptr (FramStoredEnrolment) whose = NULL;

  FRAM_DESK_LOCKED (self);
  whose = fram_desk_adapted (self, enrolment, TRUE, NULL);
  return whose != NULL && fram_db_get_read_only_reason (self->db) == NULL;
}

void
fram_adaptation_edit_init (FramAdaptationEdit *edit)
{
  *edit = (FramAdaptationEdit){ .aid_applied = FRAM_DATE_NONE,
                                .aid_received = FRAM_DATE_NONE,
                                .tried_from = FRAM_DATE_NONE,
                                .in_place_from = FRAM_DATE_NONE,
                                .ended = FRAM_DATE_NONE,
                                .review_by = FRAM_DATE_NONE };
}

/**
 * fram_adaptation_edit_init_from:
 * @edit: (out caller-allocates): an edit that changes nothing
 * @adaptation: what there is; it must live as long as @edit
 */
void
fram_adaptation_edit_init_from (FramAdaptationEdit *edit, const FramAdaptation *adaptation)
{
  *edit = (FramAdaptationEdit){
    .area = adaptation->area,
    .barrier = adaptation->barrier,
    .measure = adaptation->measure,
    .aid_kind = adaptation->aid_kind,
    .aid_from = adaptation->aid_from,
    .aid_applied = adaptation->aid_applied,
    .aid_received = adaptation->aid_received,
    .aid_carrier = adaptation->aid_carrier,
    .reach = adaptation->reach,
    .activity = adaptation->activity,
    .line = adaptation->line,
    .status = adaptation->status,
    .tried_from = adaptation->tried_from,
    .in_place_from = adaptation->in_place_from,
    .ended = adaptation->ended,
    .review_by = adaptation->review_by,
    .own_words = adaptation->own_words,
    .agreed_by = adaptation->agreed_by,
  };
}

static gboolean
has (const char *text)
{
  return text != NULL && text[0] != '\0';
}

/* Days that follow from the step that is taken, where none is written. */
static void
complete (FramDesk *self, FramAdaptationEdit *edit, FramAdaptationStatus before, FramDate reviewed)
{
  FramDate today = self->viewer->today, from;

  if (edit->status == FRAM_ADAPTATION_ON_TRIAL && edit->tried_from == FRAM_DATE_NONE)
    edit->tried_from = today;
  if (edit->status == FRAM_ADAPTATION_IN_PLACE && before != FRAM_ADAPTATION_IN_PLACE &&
      edit->in_place_from == FRAM_DATE_NONE)
    edit->in_place_from = today;
  if (fram_adaptation_goes_on (edit->status))
    edit->ended = FRAM_DATE_NONE;
  else if (before != edit->status && edit->ended == FRAM_DATE_NONE)
    edit->ended = today;
  from = MAX (MAX (edit->tried_from, edit->in_place_from), reviewed);
  if (fram_adaptation_has_line (edit->status) && edit->review_by == FRAM_DATE_NONE)
    edit->review_by =
        fram_adaptation_last_review_day (from != FRAM_DATE_NONE ? from : today, fram_desk_closed_days (self));
}

static gboolean
check (FramDesk *self, const FramAdaptationEdit *edit, const FramStoredAdaptation *stored, FramAdaptationStatus before,
       FramAdaptationField *field, GError **error)
{
  FramAdaptationFacts facts = {
    .before = before,
    .status = edit->status,
    .has_text = has (edit->barrier) || has (edit->measure),
    .has_line = has (edit->line),
    .reach = edit->reach,
    .has_activity = !fram_uuid_is_none (&edit->activity),
    .today = self->viewer->today,
    .tried_from = edit->tried_from,
    .in_place_from = edit->in_place_from,
    .ended = edit->ended,
    .review_by = edit->review_by,
    .reviewed = stored != NULL ? stored->reviewed : FRAM_DATE_NONE,
  };
  /* what was imported stands as it is until its days or its status change */
  gboolean untouched = stored != NULL && before == edit->status && stored->review_by == edit->review_by &&
                       stored->tried_from == edit->tried_from && stored->in_place_from == edit->in_place_from;
  const char *wrong = fram_adaptation_check (&facts, field);

  if (wrong != NULL && untouched && *field == FRAM_ADAPTATION_FIELD_REVIEW)
    wrong = NULL;
  if (wrong == NULL && has (edit->area) && fram_db_find_code (self->db, FRAM_ENTITY_ADAPTATION_AREA, edit->area) == 0)
    wrong = _ ("There is no such area. Choose one of the list.");
  if (wrong != NULL)
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_INVALID, wrong);
  else
    *field = FRAM_ADAPTATION_FIELD_NONE;
  return wrong == NULL;
}

static void
set_text (FramRecord *record, const char *column, const char *text)
{
  g_autofree char *clean = text != NULL ? g_strstrip (g_strdup (text)) : NULL;

  fram_record_set_text (record, column, has (clean) ? clean : NULL);
}

static void
fill (FramDesk *self, FramRecord *record, const FramAdaptationEdit *edit)
{
  FramUuid area = has (edit->area)
                      ? fram_db_get_id (self->db, fram_db_find_code (self->db, FRAM_ENTITY_ADAPTATION_AREA, edit->area))
                      : FRAM_UUID_NONE;
  gboolean everywhere = edit->reach == FRAM_ADAPTATION_ALL;

  fram_record_set_ref (record, "area", has (edit->area) ? &area : NULL);
  set_text (record, "barrier", edit->barrier);
  set_text (record, "measure", edit->measure);
  set_text (record, "aid_kind", edit->aid_kind);
  set_text (record, "aid_from", edit->aid_from);
  fram_record_set_date (record, "aid_applied", edit->aid_applied);
  fram_record_set_date (record, "aid_received", edit->aid_received);
  set_text (record, "aid_carrier", edit->aid_carrier);
  fram_record_set_text (record, "applies", fram_adaptation_reach_get_code (edit->reach));
  fram_record_set_ref (record, "activity", everywhere ? NULL : &edit->activity);
  fram_record_set_text (record, "status", fram_adaptation_status_get_code (edit->status));
  fram_record_set_date (record, "tried_from", edit->tried_from);
  fram_record_set_date (record, "in_place_from", edit->in_place_from);
  fram_record_set_date (record, "ended", edit->ended);
  fram_record_set_date (record, "review_by", edit->review_by);
  set_text (record, "own_words", edit->own_words);
  set_text (record, "agreed_by", edit->agreed_by);
}

/* Completes what follows from the step, and holds it against the rules. */
gboolean
fram_desk_adaptation_ready (FramDesk *self, FramAdaptationEdit *edit, const FramStoredAdaptation *stored,
                            FramAdaptationField *field, GError **error)
{
  FramAdaptationStatus before = FRAM_ADAPTATION_PROPOSED;

  if (stored != NULL)
    fram_adaptation_status_from_code (stored->status, &before);
  complete (self, edit, before, stored != NULL ? stored->reviewed : FRAM_DATE_NONE);
  return check (self, edit, stored, before, field, error);
}

static const char *const need_columns[] = { "area",          "barrier",     "measure",      "aid_kind",
                                            "aid_from",      "aid_applied", "aid_received", "aid_carrier",
                                            "applies",       "activity",    "status",       "tried_from",
                                            "in_place_from", "ended",       "review_by",    "own_words",
                                            "agreed_by",     NULL };

/* What the roster reads: it stands there from the first day on, until the last. */
static void
fill_line (FramRecord *record, const FramUuid *adaptation, const FramUuid *enrolment, const FramAdaptationEdit *edit)
{
  FramDate from = edit->tried_from != FRAM_DATE_NONE ? edit->tried_from : edit->in_place_from;
  gboolean over = !fram_adaptation_goes_on (edit->status);

  fram_record_set_ref (record, "adaptation", adaptation);
  fram_record_set_ref (record, "enrolment", enrolment);
  fram_record_set_ref (record, "activity", edit->reach == FRAM_ADAPTATION_ALL ? NULL : &edit->activity);
  set_text (record, "line", edit->line);
  fram_record_set_date (record, "from_day", from);
  fram_record_set_date (record, "to_day", over ? edit->ended : FRAM_DATE_NONE);
  fram_record_set_int (record, "waits",
                       edit->status == FRAM_ADAPTATION_PROPOSED || edit->status == FRAM_ADAPTATION_NOT_CARRIED_OUT);
}

/* What the workshop was asked about the line goes with it. */
static gboolean
remove_line (FramDesk *self, FramChanges *changes, const FramUuid *enrolment, const FramUuid *line, GError **error)
{
  return fram_uuid_is_none (line) ||
         (fram_desk_follow_trial (self, changes, enrolment, line, NULL, error) &&
          fram_changes_remove (changes, FRAM_ENTITY_INSTRUCTION, line, error) != FRAM_WRITTEN_FAILED);
}

static gboolean
write_line (FramDesk *self, FramChanges *changes, const FramUuid *adaptation, const FramUuid *enrolment,
            const FramUuid *line, const FramAdaptationEdit *edit, GError **error)
{
  static const char *const columns[] = { "activity", "line", "from_day", "to_day", "waits", NULL };
  gboolean there = !fram_uuid_is_none (line);
  const FramUuid id = there ? *line : fram_uuid_new (self->clock);
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_INSTRUCTION, &id);

  if (!has (edit->line))
    return remove_line (self, changes, enrolment, line, error);
  fill_line (record, adaptation, enrolment, edit);
  return (there ? fram_changes_update (changes, record, columns, error)
                : fram_changes_insert (changes, record, error)) != FRAM_WRITTEN_FAILED &&
         fram_desk_follow_trial (self, changes, enrolment, &id, edit, error);
}

static gboolean
write_new (FramDesk *self, FramChanges *changes, const FramUuid *enrolment, const FramAdaptationEdit *edit,
           GError **error)
{
  const FramUuid id = fram_uuid_new (self->clock);
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_ADAPTATION, &id);

  fill (self, record, edit);
  fram_record_set_ref (record, "enrolment", enrolment);
  fram_record_set_date (record, "made", self->viewer->today);
  return fram_changes_insert (changes, record, error) != FRAM_WRITTEN_FAILED &&
         write_line (self, changes, &id, enrolment, &FRAM_UUID_NONE, edit, error);
}

gboolean
fram_desk_adaptation_write (FramDesk *self, FramChanges *changes, const FramStoredAdaptation *stored,
                            const FramAdaptationEdit *edit, GError **error)
{
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_ADAPTATION, &stored->id);

  fill (self, record, edit);
  return fram_changes_update (changes, record, need_columns, error) != FRAM_WRITTEN_FAILED &&
         write_line (self, changes, &stored->id, &stored->enrolment_id, &stored->line_id, edit, error);
}

/* Takes the sentence. */
gboolean
fram_desk_adaptation_finish (FramDesk *self, FramChanges *changes, char *sentence, char **what, GError **error)
{
  g_autofree char *owned = sentence;

  if (!fram_desk_finish (self, changes, owned, &fram_changed_house, error))
    return FALSE;
  if (what != NULL)
    *what = g_steal_pointer (&owned);
  return TRUE;
}

/**
 * fram_desk_add_adaptations:
 * @self: the desk
 * @enrolment: whose
 * @edits: (array length=n): what is written
 * @n: how many, 1 or more
 * @which: (out) (optional): the one that is wrong
 * @field: (out): where it is wrong
 * @what: (out) (optional): the sentence for the toast
 * @error: return location; then nothing was written
 *
 * Returns: whether all of them are on disk
 */
gboolean
fram_desk_add_adaptations (FramDesk *self, const FramUuid *enrolment, const FramAdaptationEdit *edits, guint n,
                           guint *which, FramAdaptationField *field, char **what, GError **error)
{
  g_autofree FramAdaptationEdit *whole = g_memdup2 (edits, n * sizeof *edits);
  g_autoptr (FramStoredEnrolment) whose = NULL;
  g_autoptr (FramChanges) changes = NULL;
  gboolean ok = TRUE;

  g_return_val_if_fail (n > 0, FALSE);
  FRAM_DESK_LOCKED (self);
  *field = FRAM_ADAPTATION_FIELD_NONE;
  whose = fram_desk_adapted (self, enrolment, TRUE, error);
  if (whose == NULL)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      if (which != NULL)
        *which = i;
      if (!fram_desk_adaptation_ready (self, &whole[i], NULL, field, error))
        return FALSE;
    }
  changes = fram_changes_begin (self->db, self->viewer, "adaptation", NULL, error);
  for (guint i = 0; i < n && ok; i++)
    ok = changes != NULL && write_new (self, changes, enrolment, &whole[i], error);
  return ok && fram_desk_adaptation_finish (
                   self, changes,
                   /* Translators: a number and a case number */
                   g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u adaptation is written down for %2$s.",
                                                 "%1$u adaptations are written down for %2$s.", n),
                                    n, whose->case_no),
                   what, error);
}

static gboolean
save_over (FramDesk *self, const FramUuid *id, const FramAdaptationEdit *edit, FramAdaptationField *field, char **what,
           GError **error)
{
  g_autoptr (FramStoredAdaptation) stored = fram_adaptation_load_one (self->db, self->viewer, id, error);
  g_autoptr (FramStoredEnrolment) whose =
      stored != NULL ? fram_desk_adapted (self, &stored->enrolment_id, TRUE, error) : NULL;
  g_autoptr (FramChanges) changes = NULL;
  FramAdaptationEdit whole = *edit;

  if (whose == NULL || !fram_desk_adaptation_ready (self, &whole, stored, field, error))
    return FALSE;
  changes = fram_changes_begin (self->db, self->viewer, "adaptation", NULL, error);
  return changes != NULL && fram_desk_adaptation_write (self, changes, stored, &whole, error) &&
         fram_desk_adaptation_finish (
             self, changes, g_strdup_printf (_ ("An adaptation for %s is changed."), whose->case_no), what, error);
}

/**
 * fram_desk_save_adaptation:
 * @self: the desk
 * @enrolment: whose; not read where one is changed
 * @id: (nullable): which one is changed, %NULL for a new one
 * @edit: what is so now
 * @field: (out): where it is wrong
 * @what: (out) (optional): the sentence for the toast
 * @error: return location; then nothing was written
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_save_adaptation (FramDesk *self, const FramUuid *enrolment, const FramUuid *id,
                           const FramAdaptationEdit *edit, FramAdaptationField *field, char **what, GError **error)
{
  FRAM_DESK_LOCKED (self);
  *field = FRAM_ADAPTATION_FIELD_NONE;
  if (id == NULL)
    return fram_desk_add_adaptations (self, enrolment, edit, 1, NULL, field, what, error);
  return save_over (self, id, edit, field, what, error);
}

/**
 * fram_desk_remove_adaptation:
 * @self: the desk
 * @id: which
 * @what: (out) (optional): the sentence for the toast
 * @error: return location; then nothing was written
 *
 * Takes away what was written by mistake, its line with it.
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_remove_adaptation (FramDesk *self, const FramUuid *id, char **what, GError **error)
{
  g_autoptr (FramStoredAdaptation) stored = NULL;
  g_autoptr (FramStoredEnrolment) whose = NULL;
  g_autoptr (FramChanges) changes = NULL;

  FRAM_DESK_LOCKED (self);
  stored = fram_adaptation_load_one (self->db, self->viewer, id, error);
  whose = stored != NULL ? fram_desk_adapted (self, &stored->enrolment_id, TRUE, error) : NULL;
  if (whose == NULL)
    return FALSE;
  changes = fram_changes_begin (self->db, self->viewer, "adaptation", NULL, error);
  if (changes == NULL || fram_changes_remove (changes, FRAM_ENTITY_ADAPTATION, id, error) == FRAM_WRITTEN_FAILED)
    return FALSE;
  if (!remove_line (self, changes, &stored->enrolment_id, &stored->line_id, error))
    return FALSE;
  return fram_desk_adaptation_finish (
      self, changes, g_strdup_printf (_ ("An adaptation for %s is removed."), whose->case_no), what, error);
}
