#include "fram-desk-rating-private.h"

#include <glib/gi18n-lib.h>

/* Forms that are not finished. */

#define ANSWERS_TYPE "a(ssis)"

static void
answer_clear (gpointer data)
{
  g_free (((FramAnswer *)data)->note);
}

/**
 * fram_answers_new:
 *
 * Returns: (transfer full) (element-type FramAnswer): no answers yet; the array frees what is put into it
 */
GArray *
fram_answers_new (void)
{
  GArray *answers = g_array_new (FALSE, TRUE, sizeof (FramAnswer));

  g_array_set_clear_func (answers, answer_clear);
  return answers;
}

/* (transfer full): as a draft keeps them */
char *
fram_answers_to_text (const GArray *answers)
{
  GVariantBuilder builder;
  g_autoptr (GVariant) value = NULL;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (ANSWERS_TYPE));
  for (guint i = 0; i < answers->len; i++)
    {
      const FramAnswer *answer = &g_array_index (answers, FramAnswer, i);
      char id[FRAM_UUID_TEXT_SIZE];
      g_autofree char *note = g_utf8_make_valid (answer->note != NULL ? answer->note : "", -1);

      g_variant_builder_add (&builder, "(ssis)", fram_uuid_format (&answer->indicator, id),
                             fram_rater_get_code (answer->rater), answer->value, note);
    }
  value = g_variant_ref_sink (g_variant_builder_end (&builder));
  return g_variant_print (value, FALSE);
}

/* What is not understood is left out. */
GArray *
fram_answers_from_text (const char *text)
{
  g_autoptr (GVariant) value = g_variant_parse (G_VARIANT_TYPE (ANSWERS_TYPE), text, NULL, NULL, NULL);
  GArray *answers = fram_answers_new ();
  const char *id, *rater, *note;
  FramAnswer answer = { 0 };
  GVariantIter iter;

  if (value == NULL)
    return answers;
  g_variant_iter_init (&iter, value);
  while (g_variant_iter_next (&iter, "(&s&si&s)", &id, &rater, &answer.value, &note))
    if (fram_uuid_parse (id, &answer.indicator) && fram_rater_from_code (rater, &answer.rater))
      {
        answer.note = note[0] != '\0' ? g_strdup (note) : NULL;
        g_array_append_val (answers, answer);
      }
  return answers;
}

/* The newest of a set, in whatever version it was begun. */
const FramStoredDraft *
fram_talk_find_draft (const GPtrArray *sets, const GPtrArray *drafts, const char *code)
{
  for (guint i = 0; i < drafts->len; i++)
    {
      const FramStoredDraft *draft = g_ptr_array_index (drafts, i);
      const FramStoredIndicatorSet *set = fram_rating_find_set (sets, draft->set);

      if (set != NULL && g_str_equal (set->code, code))
        return draft;
    }
  return NULL;
}

static gboolean
open_for_draft (FramPlanCase *of, FramDesk *self, const FramUuid *enrolment, GError **error)
{
  if (!fram_plan_case_open (of, self, enrolment, FRAM_CLASS_PROGRESS, FALSE, error))
    return FALSE;
  if (fram_db_get_read_only_reason (self->db) != NULL)
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_READ_ONLY, fram_db_get_read_only_reason (self->db));
  else if (!fram_plan_case_may (self, FRAM_CLASS_PROGRESS, TRUE, of->stored->participant))
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_DENIED,
                         _ ("Your roles let you read these ratings, not write them; the case worker does."));
  else
    return TRUE;
  return FALSE;
}

static gboolean
says_something (const GArray *answers)
{
  for (guint i = 0; i < answers->len; i++)
    {
      const FramAnswer *answer = &g_array_index (answers, FramAnswer, i);

      if (answer->value != 0 || (answer->note != NULL && answer->note[0] != '\0'))
        return TRUE;
    }
  return FALSE;
}

/**
 * fram_desk_rating_draft_save:
 * @self: the desk
 * @enrolment: whose
 * @set: which set
 * @day: day of the talk
 * @answers: (element-type FramAnswer): what stands in the form, right or not; nothing: there is no draft any more
 * @error: return location
 *
 * It is the person's who sits at the keyboard: nobody else sees it, and it leaves no trace in any log.
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_rating_draft_save (FramDesk *self, const FramUuid *enrolment, const FramUuid *set, FramDate day,
                             const GArray *answers, GError **error)
{
  g_auto (FramPlanCase) of = { 0 };
  g_autofree char *text = NULL;
  FramStoredDraft draft = { .day = day };

  g_return_val_if_fail (answers != NULL && day != FRAM_DATE_NONE, FALSE);
  FRAM_DESK_LOCKED (self);
  if (!open_for_draft (&of, self, enrolment, error))
    return FALSE;
  draft.set = fram_db_find_row (self->db, set);
  if (draft.set == 0)
    {
      g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND, _ ("That is not in the register any more."));
      return FALSE;
    }
  if (!says_something (answers))
    return fram_talk_drop_draft (self->db, self->viewer, of.stored->enrolment, draft.set, error);
  draft.answers = text = fram_answers_to_text (answers);
  return fram_talk_save_draft (self->db, self->viewer, of.stored->enrolment, &draft, error);
}

/**
 * fram_desk_rating_draft_drop:
 * @self: the desk
 * @enrolment: whose
 * @set: which set
 * @error: return location
 *
 * Returns: whether there is no draft of the person at the keyboard any more
 */
gboolean
fram_desk_rating_draft_drop (FramDesk *self, const FramUuid *enrolment, const FramUuid *set, GError **error)
{
  g_auto (FramPlanCase) of = { 0 };

  FRAM_DESK_LOCKED (self);
  return open_for_draft (&of, self, enrolment, error) &&
         fram_talk_drop_draft (self->db, self->viewer, of.stored->enrolment, fram_db_find_row (self->db, set), error);
}
