#include "fram-desk-plan-private.h"

#include "fram-text.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* Steps of the weekly plan: a new one, from today on or planned ahead, and changes of those there are. */

/* One step while it is written. */
typedef struct
{
  FramPlanCase of;
  const FramStepEdit *edit;
  FramStoredChoice *place;
  GPtrArray *steps;
  GArray *slots;
  const FramStoredStep *changed; /* NULL: a new one */
  FramDate to;                   /* where it ends, at the latest before the next one */
} Step;

static void
step_clear (Step *self)
{
  fram_plan_case_clear (&self->of);
  g_clear_pointer (&self->place, fram_stored_choice_free);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_pointer (&self->slots, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Step, step_clear)

/* "12 hours", "7,5 timmar" */
char *
fram_plan_hours_words (int minutes)
{
  g_autofree char *number = fram_hours_format (minutes);

  if (fram_text_is_swedish ())
    g_strdelimit (number, ".", ',');
  /* Translators: a number of hours, "7.5 hours" */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s hour", "%s hours", minutes == 60 ? 1 : 2), number);
}

/**
 * fram_plan_find_place:
 * @desk: the desk
 * @activity: a workshop or an external place
 * @day: the day on which it is counted who is there
 * @error: return location; %FRAM_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable): the place, if somebody can be placed there
 */
FramStoredChoice *
fram_plan_find_place (FramDesk *desk, const FramUuid *activity, FramDate day, GError **error)
{
  g_autoptr (GPtrArray) choices = fram_plan_load_choices (desk->db, desk->viewer, FALSE, day, error);

  for (guint i = 0; choices != NULL && i < choices->len; i++)
    {
      const FramStoredChoice *choice = g_ptr_array_index (choices, i);

      if (fram_uuid_equal (&choice->id, activity))
        return g_ptr_array_steal_index (choices, i);
    }
  if (choices != NULL)
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND,
                         _ ("Choose a workshop or an external place that is open."));
  return NULL;
}

static gboolean
check_days (const Step *self, GError **error)
{
  const FramStepEdit *edit = self->edit;

  if (edit->from == FRAM_DATE_NONE)
    return fram_plan_refuse (error, _ ("Write the first day as year-month-day."));
  if (edit->from < self->of.stored->enrolled)
    return fram_plan_refuse (error, _ ("The placement cannot begin before the enrolment."));
  if (self->of.stored->closed != FRAM_DATE_NONE && edit->from > self->of.stored->closed)
    return fram_plan_refuse (error, _ ("The enrolment is closed; the placement cannot begin after that."));
  if (edit->to != FRAM_DATE_NONE && edit->to < edit->from)
    return fram_plan_refuse (error, _ ("The last day lies before the first."));
  return fram_slots_check (edit->slots, error);
}

static gboolean
check_change (const Step *self, GError **error)
{
  FramDate today = self->of.desk->viewer->today;

  if (self->changed->to != FRAM_DATE_NONE && self->changed->to < today)
    return fram_plan_refuse (error, _ ("That step has ended; it stays as it was."));
  if (self->changed->from <= today && self->edit->from != self->changed->from)
    return fram_plan_refuse (error,
                             _ ("That step has begun; its first day stays. Plan a new step from the other day on."));
  return TRUE;
}

/* The step in the same place that goes on when this one begins, or ends because it does. */
static const FramStoredStep *
find_older (const Step *self)
{
  for (guint i = 0; i < self->steps->len; i++)
    {
      const FramStoredStep *s = g_ptr_array_index (self->steps, i);
      FramDate reaches = self->changed != NULL ? MIN (self->edit->from, self->changed->from - 1) : self->edit->from;

      if (s != self->changed && s->activity == self->place->row && s->from < self->edit->from &&
          (s->to == FRAM_DATE_NONE || s->to >= reaches))
        return s;
    }
  return NULL;
}

/* Another step in the same place that does not begin before this one. */
static const FramStoredStep *
find_later (const Step *self)
{
  const FramStoredStep *later = NULL;

  for (guint i = 0; i < self->steps->len; i++)
    {
      const FramStoredStep *s = g_ptr_array_index (self->steps, i);

      if (s != self->changed && s->activity == self->place->row && s->from >= self->edit->from &&
          (later == NULL || s->from < later->from))
        later = s;
    }
  return later;
}

/* Steps in one place follow each other: without a last day this one ends where the next begins. */
static gboolean
find_end (Step *self, GError **error)
{
  const FramStoredStep *later = find_later (self);
  g_autofree char *day = later != NULL ? fram_date_to_day_month (later->from) : NULL;

  self->to = self->edit->to;
  if (later == NULL)
    return TRUE;
  if (later->from == self->edit->from)
    return fram_plan_refuse (error,
                             _ ("There is a placement in that workshop already from that day on. Choose a later day."));
  if (self->to == FRAM_DATE_NONE)
    self->to = later->from - 1;
  if (self->to < later->from)
    return TRUE;
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID,
               /* Translators: a date */
               _ ("Another step begins there on %s. Let this one end before that day, or change the other one."), day);
  return FALSE;
}

static gboolean
set_date (FramChanges *changes, FramEntity entity, const FramUuid *id, const char *column, FramDate day, GError **error)
{
  const char *const columns[] = { column, NULL };
  g_autoptr (FramRecord) record = fram_record_new (entity, id);

  fram_record_set_date (record, column, day);
  return fram_changes_update (changes, record, columns, error) != FRAM_WRITTEN_FAILED;
}

/* Ends what is planned in a place before a day, from another day on. */
static gboolean
end_slots (const GArray *slots, gint64 activity, FramDate from, FramDate to, FramDate last, FramChanges *changes,
           GError **error)
{
  for (guint i = 0; i < slots->len; i++)
    {
      const FramStoredSlot *s = &g_array_index (slots, FramStoredSlot, i);
      gboolean touches = s->activity == activity && (to == FRAM_DATE_NONE || s->slot.valid_from <= to) &&
                         (s->slot.valid_to == FRAM_DATE_NONE || s->slot.valid_to >= from);

      if (!touches || (s->slot.valid_to != FRAM_DATE_NONE && s->slot.valid_to <= last))
        continue;
      if (s->slot.valid_from > last
              ? fram_changes_remove (changes, FRAM_ENTITY_PLAN_SLOT, &s->id, error) == FRAM_WRITTEN_FAILED
              : !set_date (changes, FRAM_ENTITY_PLAN_SLOT, &s->id, "valid_to", last, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
end_step (const GArray *slots, const FramStoredStep *step, FramDate last, FramChanges *changes, GError **error)
{
  return set_date (changes, FRAM_ENTITY_PLACEMENT, &step->id, "to_day", last, error) &&
         end_slots (slots, step->activity, step->from, step->to, last, changes, error);
}

/* Lets a step and its plan go on to another day where they had ended for the sake of a later step. */
static gboolean
prolong (const GArray *slots, const FramStoredStep *step, FramDate to, FramChanges *changes, GError **error)
{
  for (guint i = 0; i < slots->len; i++)
    {
      const FramStoredSlot *s = &g_array_index (slots, FramStoredSlot, i);

      if (s->activity == step->activity && s->slot.valid_to == step->to && step->to != FRAM_DATE_NONE &&
          !set_date (changes, FRAM_ENTITY_PLAN_SLOT, &s->id, "valid_to", to, error))
        return FALSE;
    }
  return set_date (changes, FRAM_ENTITY_PLACEMENT, &step->id, "to_day", to, error);
}

static gboolean
write_slots (const Step *self, FramChanges *changes, GError **error)
{
  for (guint i = 0; i < self->edit->slots->len; i++)
    {
      const FramSlotSpec *slot = &g_array_index (self->edit->slots, FramSlotSpec, i);
      g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_PLAN_SLOT, NULL);

      fram_record_set_ref (record, "enrolment", &self->of.person->enrolment_id);
      fram_record_set_ref (record, "activity", &self->place->id);
      fram_record_set_int (record, "weekday", slot->weekday);
      fram_record_set_int (record, "from_time", slot->from_time);
      fram_record_set_int (record, "to_time", slot->to_time);
      fram_record_set_date (record, "valid_from", self->edit->from);
      fram_record_set_date (record, "valid_to", self->to);
      if (fram_changes_insert (changes, record, error) == FRAM_WRITTEN_FAILED)
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_placement (const Step *self, FramChanges *changes, FramUuid *id, GError **error)
{
  static const char *const columns[] = { "from_day", "to_day", "weekly_minutes", NULL };
  FramUuid key = self->changed != NULL ? self->changed->id : fram_uuid_new (self->of.desk->clock);
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_PLACEMENT, &key);

  fram_record_set_ref (record, "enrolment", &self->of.person->enrolment_id);
  fram_record_set_ref (record, "activity", &self->place->id);
  fram_record_set_date (record, "from_day", self->edit->from);
  fram_record_set_date (record, "to_day", self->to);
  fram_record_set_int (record, "weekly_minutes", fram_slots_minutes (self->edit->slots));
  if (id != NULL)
    *id = key;
  if (self->changed != NULL)
    return fram_changes_update (changes, record, columns, error) != FRAM_WRITTEN_FAILED;
  return fram_changes_insert (changes, record, error) != FRAM_WRITTEN_FAILED;
}

/* What the step puts an end to: the one before it in the same place, and the one elsewhere that it replaces. */
static gboolean
end_others (const Step *self, FramChanges *changes, GError **error)
{
  const FramStoredStep *older = find_older (self);
  const FramStoredStep *replaced =
      fram_uuid_is_none (&self->edit->replaces) ? NULL : fram_plan_find_step (self->steps, &self->edit->replaces);
  FramDate last = self->edit->from - 1;

  if (older != NULL && self->changed != NULL && older->to != FRAM_DATE_NONE && older->to < last &&
      !prolong (self->slots, older, last, changes, error))
    return FALSE;
  if (older != NULL && (older->to == FRAM_DATE_NONE || older->to > last) &&
      !end_step (self->slots, older, last, changes, error))
    return FALSE;
  if (replaced == NULL || replaced == older || !fram_plan_holds (replaced->from, replaced->to, self->edit->from))
    return TRUE;
  if (replaced->from > last)
    return fram_plan_refuse (error, _ ("What this step replaces begins on the same day; take that away instead."));
  return end_step (self->slots, replaced, last, changes, error);
}

/* What a changed step held before, and whatever else is planned there on its days. */
static gboolean
clear_slots (const Step *self, FramChanges *changes, GError **error)
{
  if (self->changed != NULL && !end_slots (self->slots, self->place->row, self->changed->from, self->changed->to,
                                           self->changed->from - 1, changes, error))
    return FALSE;
  return end_slots (self->slots, self->place->row, self->edit->from, self->to, self->edit->from - 1, changes, error);
}

static char *
sentence_of (const Step *self)
{
  g_autofree char *day = fram_date_to_day_month (self->edit->from);
  g_autofree char *hours = fram_plan_hours_words (fram_slots_minutes (self->edit->slots));

  /* Translators: a person, a workshop, a date, "12 hours" */
  return g_strdup_printf (_ ("%1$s: %2$s from %3$s, %4$s a week."), self->of.name, self->place->name, day, hours);
}

static gboolean
write_step (Step *self, FramUuid *id, char **what, GError **error)
{
  FramDesk *desk = self->of.desk;
  g_autoptr (FramChanges) changes = fram_changes_begin (desk->db, desk->viewer, "place", NULL, error);

  return changes != NULL && end_others (self, changes, error) && clear_slots (self, changes, error) &&
         write_placement (self, changes, id, error) && write_slots (self, changes, error) &&
         fram_plan_finish (desk, changes, sentence_of (self), what, error);
}

static gboolean
load_step (Step *self, GError **error)
{
  FramDesk *desk = self->of.desk;
  gint64 row = self->of.stored->enrolment;

  self->place = fram_plan_find_place (desk, &self->edit->activity, desk->viewer->today, error);
  self->steps = self->place != NULL ? fram_plan_load_steps (desk->db, desk->viewer, row, error) : NULL;
  self->slots = self->steps != NULL ? fram_plan_load_slots (desk->db, desk->viewer, row, error) : NULL;
  if (self->slots == NULL || fram_uuid_is_none (&self->edit->id))
    return self->slots != NULL;
  self->changed = fram_plan_find_step (self->steps, &self->edit->id);
  if (self->changed != NULL && self->changed->activity == self->place->row)
    return TRUE;
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND,
                       _ ("The person has no such placement any more. Look at the list again."));
  return FALSE;
}

/**
 * fram_desk_save_step:
 * @self: the desk
 * @enrolment: whose
 * @edit: the step
 * @id: (out) (optional): the placement
 * @what: (out) (optional): the sentence for the toast
 * @error: return location; then nothing was written
 *
 * Plans a step, or changes one that goes on or is to come. A new one ends the one that goes on in the same place, and what
 * is planned there, the day before; without a last day it reaches to the next one. One undo step.
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_save_step (FramDesk *self, const FramUuid *enrolment, const FramStepEdit *edit, FramUuid *id, char **what,
                     GError **error)
{
  g_auto (Step) step = { .edit = edit };

  FRAM_DESK_LOCKED (self);
  return fram_plan_case_open (&step.of, self, enrolment, FRAM_CLASS_PLAN, TRUE, error) && load_step (&step, error) &&
         check_days (&step, error) && (step.changed == NULL || check_change (&step, error)) &&
         find_end (&step, error) && write_step (&step, id, what, error);
}

/* A placement that is to end, with its plan. */
static const FramStoredStep *
open_step (Step *self, FramDesk *desk, const FramUuid *id, GError **error)
{
  gint64 row;

  if (!fram_plan_case_open_of (&self->of, desk, FRAM_ENTITY_PLACEMENT, id, FRAM_CLASS_PLAN, error))
    return NULL;
  row = self->of.stored->enrolment;
  self->steps = fram_plan_load_steps (desk->db, desk->viewer, row, error);
  self->slots = self->steps != NULL ? fram_plan_load_slots (desk->db, desk->viewer, row, error) : NULL;
  return self->slots != NULL ? fram_plan_find_step (self->steps, id) : NULL;
}

static gboolean
check_last_day (const FramStoredStep *step, FramDate last_day, GError **error)
{
  if (last_day == FRAM_DATE_NONE)
    return fram_plan_refuse (error, _ ("Write the last day as year-month-day."));
  if (last_day < step->from)
    return fram_plan_refuse (error, _ ("The last day lies before the first."));
  if (step->to != FRAM_DATE_NONE && last_day > step->to)
    return fram_plan_refuse (error, _ ("The placement ends earlier than that already."));
  return TRUE;
}

/**
 * fram_desk_end_step:
 * @self: the desk
 * @step: a placement
 * @last_day: its last day
 * @what: (out) (optional): the sentence for the toast
 * @error: return location
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_end_step (FramDesk *self, const FramUuid *step, FramDate last_day, char **what, GError **error)
{
  g_auto (Step) of = { 0 };
  g_autoptr (FramChanges) changes = NULL;
  const FramStoredStep *stored;

  FRAM_DESK_LOCKED (self);
  stored = open_step (&of, self, step, error);
  if (stored == NULL || !check_last_day (stored, last_day, error))
    return FALSE;
  changes = fram_changes_begin (self->db, self->viewer, "place", NULL, error);
  /* Translators: a person and a workshop's name */
  return changes != NULL && end_step (of.slots, stored, last_day, changes, error) &&
         fram_plan_finish (self, changes,
                           g_strdup_printf (_ ("The placement of %1$s in %2$s ends."), of.of.name, stored->name), what,
                           error);
}

/* What had ended the day before for the sake of a step goes on as the step would have. */
static gboolean
prolong_older (const Step *self, const FramStoredStep *removed, FramChanges *changes, GError **error)
{
  for (guint i = 0; i < self->steps->len; i++)
    {
      const FramStoredStep *s = g_ptr_array_index (self->steps, i);

      if (s->activity == removed->activity && s->to == removed->from - 1)
        return prolong (self->slots, s, removed->to, changes, error);
    }
  return TRUE;
}

/**
 * fram_desk_remove_step:
 * @self: the desk
 * @step: a placement that has not begun
 * @what: (out) (optional): the sentence for the toast
 * @error: return location
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_remove_step (FramDesk *self, const FramUuid *step, char **what, GError **error)
{
  g_auto (Step) of = { 0 };
  g_autoptr (FramChanges) changes = NULL;
  const FramStoredStep *stored;

  FRAM_DESK_LOCKED (self);
  stored = open_step (&of, self, step, error);
  if (stored == NULL)
    return FALSE;
  if (stored->from <= self->viewer->today)
    return fram_plan_refuse (error, _ ("That step has begun; end it instead."));
  changes = fram_changes_begin (self->db, self->viewer, "place", NULL, error);
  /* Translators: a person and a workshop's name */
  return changes != NULL &&
         end_slots (of.slots, stored->activity, stored->from, stored->to, stored->from - 1, changes, error) &&
         fram_changes_remove (changes, FRAM_ENTITY_PLACEMENT, step, error) != FRAM_WRITTEN_FAILED &&
         prolong_older (&of, stored, changes, error) &&
         fram_plan_finish (self, changes,
                           g_strdup_printf (_ ("The step of %1$s in %2$s is taken away."), of.of.name, stored->name),
                           what, error);
}
