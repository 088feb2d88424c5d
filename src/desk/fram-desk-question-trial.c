#include "fram-desk-question-private.h"

#include "fram-desk-private.h"

/* The question of a trial: whether the line that is tried helps. It is written when the trial begins and asked after some
 * days present; it is gone when the trial is over before anybody answered. */

/* Where it is asked: where it applies, or wherever the person is placed by then. Employers are not asked by a roster. */
static gboolean
places_of (FramDesk *self, const FramUuid *enrolment, const FramAdaptationEdit *edit, GArray *places, GError **error)
{
  g_autoptr (GPtrArray) workshops = NULL;

  if (edit == NULL || edit->status != FRAM_ADAPTATION_ON_TRIAL || edit->line == NULL || edit->line[0] == '\0' ||
      edit->reach == FRAM_ADAPTATION_OUTSIDE)
    return TRUE;
  if (edit->reach != FRAM_ADAPTATION_ALL)
    {
      g_array_append_val (places, edit->activity);
      return TRUE;
    }
  workshops = fram_question_load_workshops (self->db, fram_db_find_row (self->db, enrolment),
                                            MAX (self->viewer->today, edit->tried_from), FALSE, error);
  for (guint i = 0; workshops != NULL && i < workshops->len; i++)
    g_array_append_val (places, ((FramStoredWorkshop *)workshops->pdata[i])->id);
  return workshops != NULL;
}

/* Whether it is asked there already, or was answered in this trial. */
static gboolean
is_there (const GArray *questions, const FramUuid *activity, FramDate from)
{
  for (guint i = 0; i < questions->len; i++)
    {
      const FramTrialQuestion *one = &g_array_index (questions, FramTrialQuestion, i);

      if (fram_uuid_equal (&one->activity, activity) &&
          (one->answered != FRAM_DATE_NONE ? one->answered >= from : one->day == from))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_wanted (const GArray *places, const FramTrialQuestion *question, FramDate from)
{
  for (guint i = 0; i < places->len; i++)
    if (question->day == from && fram_uuid_equal (&g_array_index (places, FramUuid, i), &question->activity))
      return TRUE;
  return FALSE;
}

static gboolean
write_question (FramDesk *self, FramChanges *changes, const FramUuid *enrolment, const FramUuid *line,
                const FramUuid *activity, const FramAdaptationEdit *edit, GError **error)
{
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_WORKSHOP_QUESTION, NULL);

  fram_record_set_ref (record, "enrolment", enrolment);
  fram_record_set_ref (record, "activity", activity);
  fram_record_set_text (record, "text", edit->line);
  fram_record_set_date (record, "day", edit->tried_from);
  if (!self->viewer->is_system)
    fram_record_set_ref (record, "staff", &self->viewer->id);
  fram_record_set_ref (record, "instruction", line);
  return fram_changes_insert (changes, record, error) != FRAM_WRITTEN_FAILED;
}

gboolean
fram_desk_follow_trial (FramDesk *self, FramChanges *changes, const FramUuid *enrolment, const FramUuid *line,
                        const FramAdaptationEdit *edit, GError **error)
{
  FramDate from = edit != NULL ? edit->tried_from : FRAM_DATE_NONE;
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (FramUuid));
  g_autoptr (GArray) questions = fram_question_load_of_line (self->db, line, error);
  gboolean ok = questions != NULL && places_of (self, enrolment, edit, places, error);

  for (guint i = 0; ok && i < questions->len; i++)
    {
      const FramTrialQuestion *one = &g_array_index (questions, FramTrialQuestion, i);

      if (one->answered == FRAM_DATE_NONE && !is_wanted (places, one, from))
        ok = fram_changes_remove (changes, FRAM_ENTITY_WORKSHOP_QUESTION, &one->id, error) != FRAM_WRITTEN_FAILED;
    }
  for (guint i = 0; ok && i < places->len; i++)
    if (!is_there (questions, &g_array_index (places, FramUuid, i), from))
      ok = write_question (self, changes, enrolment, line, &g_array_index (places, FramUuid, i), edit, error);
  return ok;
}
