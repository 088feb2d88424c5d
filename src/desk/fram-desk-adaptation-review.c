#include "fram-desk-adaptation-private.h"

#include "fram-desk-private.h"

#include <glib/gi18n-lib.h>

/* What comes of a review, and how the adaptation stands after it. */

static gboolean
write_review (FramDesk *self, FramChanges *changes, const FramUuid *id, const FramReviewEdit *edit, GError **error)
{
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_ADAPTATION_REVIEW, NULL);
  g_autofree char *note = edit->note != NULL ? g_strstrip (g_strdup (edit->note)) : NULL;
  FramUuid staff = self->viewer->is_system ? FRAM_UUID_NONE : fram_db_get_id (self->db, self->viewer->staff);

  fram_record_set_ref (record, "adaptation", id);
  fram_record_set_date (record, "day", edit->day);
  fram_record_set_text (record, "outcome", fram_review_outcome_get_code (edit->outcome));
  fram_record_set_text (record, "note", note != NULL && note[0] != '\0' ? note : NULL);
  fram_record_set_ref (record, "staff", self->viewer->is_system ? NULL : &staff);
  return fram_changes_insert (changes, record, error) != FRAM_WRITTEN_FAILED;
}

static gboolean
check_day (FramDesk *self, const FramReviewEdit *edit, const FramAdaptation *now, GError **error)
{
  /* what was tried on paper first is written down later than it began */
  FramDate begun = now->tried_from != FRAM_DATE_NONE ? now->tried_from : now->made;
  const char *wrong = NULL;

  if (edit->day == FRAM_DATE_NONE || edit->day > self->viewer->today)
    wrong = _ ("A review is written down when it has been held: choose today or an earlier day.");
  else if (edit->day < begun)
    wrong = _ ("The review lies before the adaptation. Check the day.");
  if (wrong != NULL)
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_INVALID, wrong);
  return wrong == NULL;
}

/* The adaptation as it stands after the review. */
static void
edit_after (FramAdaptationEdit *whole, const FramAdaptation *now, const FramReviewEdit *edit)
{
  gboolean goes_on = fram_adaptation_goes_on (edit->status);

  fram_adaptation_edit_init_from (whole, now);
  if (edit->status == FRAM_ADAPTATION_IN_PLACE && now->status != FRAM_ADAPTATION_IN_PLACE)
    whole->in_place_from = edit->day;
  if (edit->status == FRAM_ADAPTATION_ON_TRIAL && now->status != FRAM_ADAPTATION_ON_TRIAL)
    {
      whole->tried_from = edit->day;
      whole->in_place_from = FRAM_DATE_NONE;
    }
  if (!goes_on)
    whole->ended = edit->day;
  if (edit->line != NULL)
    whole->line = edit->line;
  whole->status = edit->status;
  whole->review_by = goes_on ? edit->review_by : FRAM_DATE_NONE;
}

/**
 * fram_desk_review_adaptation:
 * @self: the desk
 * @id: which
 * @edit: what came of it
 * @field: (out): where it is wrong
 * @what: (out) (optional): the sentence for the toast
 * @error: return location; then nothing was written
 *
 * Writes down a review, and how the adaptation stands after it, its line with it.
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_review_adaptation (FramDesk *self, const FramUuid *id, const FramReviewEdit *edit, FramAdaptationField *field,
                             char **what, GError **error)
{
  g_autoptr (FramAdaptation) now = NULL;
  g_autoptr (FramStoredAdaptation) stored = NULL;
  g_autoptr (FramStoredEnrolment) whose = NULL;
  g_autoptr (FramChanges) changes = NULL;
  FramAdaptationEdit whole;

  FRAM_DESK_LOCKED (self);
  *field = FRAM_ADAPTATION_FIELD_NONE;
  now = fram_desk_adaptation (self, id, error);
  stored = now != NULL ? fram_adaptation_load_one (self->db, self->viewer, id, error) : NULL;
  whose = stored != NULL ? fram_desk_adapted (self, &stored->enrolment_id, TRUE, error) : NULL;
  if (whose == NULL || !check_day (self, edit, now, error))
    return FALSE;
  edit_after (&whole, now, edit);
  stored->reviewed = MAX (stored->reviewed, edit->day);
  if (!fram_desk_adaptation_ready (self, &whole, stored, field, error))
    return FALSE;
  changes = fram_changes_begin (self->db, self->viewer, "adaptation", NULL, error);
  return changes != NULL && write_review (self, changes, id, edit, error) &&
         fram_desk_adaptation_write (self, changes, stored, &whole, error) &&
         fram_desk_adaptation_finish (
             self, changes, g_strdup_printf (_ ("A review for %s is written down."), whose->case_no), what, error);
}
