#include "fram-desk-rating-private.h"

#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* Writing down a talk. */

#define MOST_CHARACTERS 2000

static gboolean refuse (GError **error, FramError code, const char *format, ...) G_GNUC_PRINTF (3, 4);

static gboolean
refuse (GError **error, FramError code, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  if (error != NULL)
    *error = g_error_new_valist (FRAM_ERROR, (int)code, format, args);
  va_end (args);
  return FALSE;
}

static gboolean
check_day (const FramTalkCase *self, FramDate day, GError **error)
{
  const FramStoredPlan *plan = self->of.stored;
  g_autofree char *enrolled = fram_date_to_words (plan->enrolled);
  g_autofree char *closed = plan->closed != FRAM_DATE_NONE ? fram_date_to_words (plan->closed) : NULL;

  if (day == FRAM_DATE_NONE)
    return refuse (error, FRAM_ERROR_INVALID, _ ("Choose the day of the talk."));
  if (day < plan->enrolled)
    return refuse (error, FRAM_ERROR_INVALID,
                   /* TRANSLATORS: a day: "1 September 2026" */
                   _ ("The enrolment began %s; choose that day or a later one."), enrolled);
  if (closed != NULL && day > plan->closed)
    return refuse (error, FRAM_ERROR_INVALID, _ ("The enrolment ended %s; choose that day or an earlier one."), closed);
  if (day > self->of.desk->viewer->today)
    return refuse (error, FRAM_ERROR_INVALID, _ ("The talk has not been held yet; choose today or an earlier day."));
  return TRUE;
}

static const FramStoredIndicator *
find_question (const FramTalkCase *self, const FramStoredIndicatorSet *set, const FramUuid *id)
{
  for (guint i = 0; i < self->indicators->len; i++)
    {
      const FramStoredIndicator *indicator = g_ptr_array_index (self->indicators, i);

      if (indicator->set == set->row && indicator->active && fram_uuid_equal (&indicator->id, id))
        return indicator;
    }
  return NULL;
}

static gboolean
check_rater (const FramTalkCase *self, const FramStoredIndicatorSet *set, const FramStoredIndicator *indicator,
             FramRater rater, GError **error)
{
  guint bit = 1u << rater;

  if ((fram_talk_case_raters (self, set, indicator) & bit) != 0)
    return TRUE;
  if ((indicator->raters & bit) != 0)
    return refuse (error, FRAM_ERROR_DENIED,
                   /* TRANSLATORS: a question to oneself about one's own belief */
                   _ ("“%s” is a question to yourself that is turned off in this programme; leave it out."),
                   indicator->name);
  if (rater == FRAM_RATER_PARTICIPANT)
    return refuse (error, FRAM_ERROR_INVALID, _ ("“%s” is answered by the case worker only, not by the participant."),
                   indicator->name);
  return refuse (error, FRAM_ERROR_INVALID, _ ("“%s” is answered by the participant only, not by the case worker."),
                 indicator->name);
}

static gboolean
has_note (const FramAnswer *answer)
{
  g_autofree char *text = g_strstrip (g_strdup (answer->note != NULL ? answer->note : ""));

  return text[0] != '\0';
}

static gboolean
check_words (const FramStoredIndicatorSet *set, const FramStoredIndicator *indicator, const FramAnswer *answer,
             GError **error)
{
  if (answer->note != NULL && g_utf8_strlen (answer->note, -1) > MOST_CHARACTERS)
    return refuse (error, FRAM_ERROR_INVALID, _ ("The note to “%1$s” is too long; keep it under %2$d characters."),
                   indicator->name, MOST_CHARACTERS);
  if (set->is_agenda && answer->value != 0)
    return refuse (error, FRAM_ERROR_INVALID, _ ("“%s” is talked about and not rated; write a note without a value."),
                   indicator->name);
  if (!set->is_agenda && answer->value == 0 && has_note (answer))
    return refuse (error, FRAM_ERROR_INVALID, _ ("“%1$s” has a note but no value; choose one from %2$d to %3$d."),
                   indicator->name, set->lowest, set->highest);
  return TRUE;
}

static gboolean
check_answer (const FramTalkCase *self, const FramStoredIndicatorSet *set, const FramAnswer *answer, GError **error)
{
  const FramStoredIndicator *indicator = find_question (self, set, &answer->indicator);

  if (answer->value == 0 && !has_note (answer))
    return TRUE;
  if (indicator == NULL)
    return refuse (error, FRAM_ERROR_NOT_FOUND, _ ("“%s” does not ask that question any more. Open the form again."),
                   set->name);
  if (!set->is_agenda && !check_rater (self, set, indicator, answer->rater, error))
    return FALSE;
  if (!check_words (set, indicator, answer, error))
    return FALSE;
  if (answer->value == 0 || (answer->value >= set->lowest && answer->value <= set->highest))
    return TRUE;
  /* TRANSLATORS: a question, and the lowest and the highest value: “Motivation” goes from 1 to 5. */
  return refuse (error, FRAM_ERROR_INVALID, _ ("“%1$s” goes from %2$d to %3$d."), indicator->name, set->lowest,
                 set->highest);
}

static gboolean
is_same_question (const FramStoredIndicatorSet *set, const FramAnswer *a, const FramAnswer *b)
{
  return fram_uuid_equal (&a->indicator, &b->indicator) && (set->is_agenda || a->rater == b->rater);
}

/* Of two answers in one form nobody can say which is meant. */
static gboolean
check_twice (const FramTalkCase *self, const FramStoredIndicatorSet *set, const GArray *answers, guint n,
             GError **error)
{
  const FramAnswer *answer = &g_array_index (answers, FramAnswer, n);

  for (guint i = 0; i < n; i++)
    {
      const FramAnswer *before = &g_array_index (answers, FramAnswer, i);

      if ((before->value != 0 || has_note (before)) && (answer->value != 0 || has_note (answer)) &&
          is_same_question (set, before, answer))
        return refuse (error, FRAM_ERROR_INVALID, _ ("“%s” is answered twice; keep one of the answers."),
                       find_question (self, set, &answer->indicator)->name);
    }
  return TRUE;
}

static gboolean
check_answers (const FramTalkCase *self, const FramStoredIndicatorSet *set, const GArray *answers, GError **error)
{
  guint said = 0;

  for (guint i = 0; i < answers->len; i++)
    {
      const FramAnswer *answer = &g_array_index (answers, FramAnswer, i);

      if (!check_answer (self, set, answer, error) || !check_twice (self, set, answers, i, error))
        return FALSE;
      said += answer->value != 0 || has_note (answer);
    }
  if (said > 0)
    return TRUE;
  return refuse (error, FRAM_ERROR_INVALID,
                 set->is_agenda ? _ ("Write a note about at least one area, then save.")
                                : _ ("Answer at least one question, then save."));
}

static gboolean
write_answer (const FramTalkCase *self, FramChanges *changes, gboolean agenda, const FramAnswer *answer, FramDate day,
              gint64 given, GError **error)
{
  FramDesk *desk = self->of.desk;
  FramUuid id = fram_uuid_new (desk->clock);
  g_autoptr (FramRecord) record = fram_record_new (agenda ? FRAM_ENTITY_AREA_NOTE : FRAM_ENTITY_RATING, &id);
  g_autofree char *note = has_note (answer) ? g_strstrip (g_strdup (answer->note)) : NULL;

  fram_record_set_ref (record, "enrolment", &self->of.person->enrolment_id);
  fram_record_set_ref (record, "indicator", &answer->indicator);
  fram_record_set_date (record, "day", day);
  fram_record_set_int (record, "given", given);
  if (!desk->viewer->is_system)
    fram_record_set_ref (record, "staff", &desk->viewer->id);
  fram_record_set_text (record, agenda ? "text" : "note", note);
  if (!agenda)
    {
      fram_record_set_text (record, "rater", fram_rater_get_code (answer->rater));
      fram_record_set_int (record, "value", answer->value);
    }
  return fram_changes_insert (changes, record, error) != FRAM_WRITTEN_FAILED;
}

static gboolean
write_answers (const FramTalkCase *self, FramChanges *changes, const FramStoredIndicatorSet *set, const GArray *answers,
               FramDate day, GError **error)
{
  FramDesk *desk = self->of.desk;
  gint64 before = fram_talk_last_given (desk->db, self->of.stored->enrolment, day);
  gint64 given = MAX (fram_clock_now (desk->clock), before + 1);

  for (guint i = 0; i < answers->len; i++)
    {
      const FramAnswer *answer = &g_array_index (answers, FramAnswer, i);

      if ((answer->value != 0 || has_note (answer)) &&
          !write_answer (self, changes, set->is_agenda, answer, day, given, error))
        return FALSE;
    }
  return TRUE;
}

/* A talk ahead of its time is allowed, and said. */
static void
say_early (FramDate last, FramDate due, FramDate day, char **what)
{
  g_autofree char *sentence = *what;
  g_autofree char *words = due != FRAM_DATE_NONE ? fram_date_to_day_month (due) : NULL;

  if (words == NULL || last == FRAM_DATE_NONE || day <= last || day >= due)
    *what = g_steal_pointer (&sentence);
  else
    /* TRANSLATORS: a sentence, and a day: "… is written down. It was not due before 3 February." */
    *what = g_strdup_printf (_ ("%1$s It was not due before %2$s."), sentence, words);
}

static gboolean
write_talk (const FramTalkCase *self, const FramStoredIndicatorSet *set, const GArray *answers, FramDate day,
            char **what, GError **error)
{
  FramDesk *desk = self->of.desk;
  g_autoptr (FramChanges) changes = fram_changes_begin (desk->db, desk->viewer, "rating", NULL, error);
  FramDate last, due = fram_talk_case_due (self, set, &last);

  if (changes == NULL || !write_answers (self, changes, set, answers, day, error) ||
      !fram_talk_drop_draft (desk->db, desk->viewer, self->of.stored->enrolment, set->row, error) ||
      !fram_plan_finish (
          desk, changes,
          /* TRANSLATORS: a set of questions and a person's name: “Short check-in” with Amina Hassan is written down. */
          g_strdup_printf (_ ("“%1$s” with %2$s is written down."), set->name, self->of.name), what, error))
    return FALSE;
  if (what != NULL)
    say_early (last, due, day, what);
  return TRUE;
}

/**
 * fram_desk_save_ratings:
 * @self: the desk
 * @enrolment: whose
 * @set: which set
 * @day: day of the talk
 * @answers: (element-type FramAnswer): what was answered; what has neither value nor note is passed over
 * @what: (out) (optional): a sentence for the toast
 * @error: return location; %FRAM_ERROR_NOT_FOUND, %FRAM_ERROR_DENIED, %FRAM_ERROR_INVALID with a sentence that names the
 *   question and says what is allowed
 *
 * Writes down a talk: one undo step. The draft of the person at the keyboard goes with it; on a refusal it stays.
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_save_ratings (FramDesk *self, const FramUuid *enrolment, const FramUuid *set, FramDate day,
                        const GArray *answers, char **what, GError **error)
{
  g_auto (FramTalkCase) of = { 0 };
  const FramStoredIndicatorSet *stored;

  g_return_val_if_fail (answers != NULL, FALSE);
  FRAM_DESK_LOCKED (self);
  if (!fram_talk_case_open (&of, self, enrolment, TRUE, error))
    return FALSE;
  stored = fram_talk_case_find_set (&of, set, error);
  return stored != NULL && check_day (&of, day, error) && check_answers (&of, stored, answers, error) &&
         write_talk (&of, stored, answers, day, what, error);
}

/* The rating as far as it may be seen. */
static const FramStoredRating *
find_rating (const FramTalkCase *self, const FramUuid *id)
{
  for (guint i = 0; i < self->ratings->len; i++)
    {
      const FramStoredRating *rating = &g_array_index (self->ratings, FramStoredRating, i);

      if (fram_uuid_equal (&rating->id, id))
        return rating;
    }
  return NULL;
}

static char *
say_removed (const FramTalkCase *self, const FramStoredRating *rating)
{
  const FramStoredIndicator *indicator = fram_rating_find_indicator (self->indicators, rating->indicator);
  g_autofree char *day = fram_date_to_short_words (rating->day);

  /* TRANSLATORS: a question, a person's name and a day: The answer to “How are you?” of Amina Hassan, Thu 12 November, is
   * taken back. */
  return g_strdup_printf (_ ("The answer to “%1$s” of %2$s, %3$s, is taken back."), indicator->name, self->of.name,
                          day);
}

/**
 * fram_desk_remove_rating:
 * @self: the desk
 * @rating: which
 * @what: (out) (optional): a sentence for the toast
 * @error: return location; %FRAM_ERROR_NOT_FOUND also for one that the person at the keyboard may not see
 *
 * Takes back a slip. An earlier one of the same question, side and day counts again.
 *
 * Returns: whether it is gone on disk
 */
gboolean
fram_desk_remove_rating (FramDesk *self, const FramUuid *rating, char **what, GError **error)
{
  g_auto (FramTalkCase) of = { 0 };
  g_autoptr (FramChanges) changes = NULL;
  const FramStoredRating *stored;
  FramUuid enrolment;
  gint64 row;

  FRAM_DESK_LOCKED (self);
  row = fram_plan_find_enrolment (self->db, FRAM_ENTITY_RATING, rating);
  if (row == 0)
    return refuse (error, FRAM_ERROR_NOT_FOUND, _ ("That is not in the register any more."));
  enrolment = fram_db_get_id (self->db, row);
  if (!fram_talk_case_open (&of, self, &enrolment, TRUE, error))
    return FALSE;
  stored = find_rating (&of, rating);
  if (stored == NULL)
    return refuse (error, FRAM_ERROR_NOT_FOUND, _ ("That is not in the register any more."));
  changes = fram_changes_begin (self->db, self->viewer, "rating", NULL, error);
  return changes != NULL && fram_changes_remove (changes, FRAM_ENTITY_RATING, rating, error) != FRAM_WRITTEN_FAILED &&
         fram_plan_finish (self, changes, say_removed (&of, stored), what, error);
}
