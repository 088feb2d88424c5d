#include "fram-desk-private.h"
#include "fram-desk-person.h"

#include "fram-plan.h"
#include "fram-rights.h"
#include "fram-text.h"

#include <glib/gi18n-lib.h>

/* The end of one placement. */
typedef struct
{
  FramDesk *desk;
  FramStoredCase *person;
  FramStoredActivity *workshop;
  const FramPlacementStep *step;
  FramDate last_day;
} Ending;

static const FramPlacementStep *
find_step (const GPtrArray *steps, const FramUuid *id, GError **error)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const FramPlacementStep *step = g_ptr_array_index (steps, i);

      if (fram_uuid_equal (&step->id, id))
        return step;
    }
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND,
                       _ ("The person has no such placement any more. Look at the list again."));
  return NULL;
}

static gboolean
check_ending (const Ending *e, GError **error)
{
  const char *sentence = NULL;

  if (e->last_day == FRAM_DATE_NONE)
    sentence = _ ("Write the last day as year-month-day.");
  else if (e->last_day < e->step->from)
    sentence = _ ("The last day lies before the first.");
  else if (e->step->to != FRAM_DATE_NONE && e->last_day > e->step->to)
    sentence = _ ("The placement ends earlier than that already.");
  if (sentence != NULL)
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_INVALID, sentence);
  return sentence == NULL;
}

static gboolean
end_slot (const Ending *e, FramChanges *changes, const FramPlanSlot *slot, const FramUuid *id, GError **error)
{
  static const char *const columns[] = { "valid_to", NULL };
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_PLAN_SLOT, id);

  if (slot->valid_from > e->last_day)
    return fram_changes_remove (changes, FRAM_ENTITY_PLAN_SLOT, id, error) != FRAM_WRITTEN_FAILED;
  fram_record_set_date (record, "valid_to", e->last_day);
  return fram_changes_update (changes, record, columns, error) != FRAM_WRITTEN_FAILED;
}

/* What is planned there within the placement and after the last day; a later placement keeps its plan. */
static gboolean
end_slots (const Ending *e, FramChanges *changes, GError **error)
{
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GArray) slots = fram_people_load_plan (e->desk->db, e->person->enrolment, e->workshop->row, &ids, error);

  for (guint i = 0; slots != NULL && i < slots->len; i++)
    {
      const FramPlanSlot *slot = &g_array_index (slots, FramPlanSlot, i);
      gboolean over = slot->valid_to != FRAM_DATE_NONE && slot->valid_to <= e->last_day;
      gboolean later = e->step->to != FRAM_DATE_NONE && slot->valid_from > e->step->to;

      if (!over && !later && !end_slot (e, changes, slot, &g_array_index (ids, FramUuid, i), error))
        return FALSE;
    }
  return slots != NULL;
}

static gboolean
end_placement (const Ending *e, GError **error)
{
  static const char *const columns[] = { "to_day", NULL };
  g_autoptr (FramChanges) changes = NULL;
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_PLACEMENT, &e->step->id);
  g_autofree char *what = NULL;

  if (!check_ending (e, error))
    return FALSE;
  changes = fram_changes_begin (e->desk->db, e->desk->viewer, "place", NULL, error);
  if (changes == NULL)
    return FALSE;
  fram_record_set_date (record, "to_day", e->last_day);
  if (fram_changes_update (changes, record, columns, error) == FRAM_WRITTEN_FAILED || !end_slots (e, changes, error))
    return FALSE;
  /* Translators: a case number and a workshop's name */
  what = g_strdup_printf (_ ("The placement of %1$s in %2$s ends."), e->person->case_no,
                          fram_text_is_swedish () ? e->workshop->name_sv : e->workshop->name_en);
  return fram_desk_finish (e->desk, changes, what, &fram_changed_house, error);
}

/**
 * fram_desk_end_placement:
 * @self: the desk
 * @case_no_or_id: whose
 * @placement: which
 * @last_day: its last day, within the placement
 * @error: return location; then nothing was written
 *
 * Ends a placement in a workshop and what is planned there after the day.
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_end_placement (FramDesk *self, const char *case_no_or_id, const FramUuid *placement, FramDate last_day,
                         GError **error)
{
  g_autoptr (FramStoredCase) person = NULL;
  g_autoptr (FramStoredActivity) workshop = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  Ending e = { self, NULL, NULL, NULL, last_day };

  FRAM_DESK_LOCKED (self);
  if (!fram_rights_reaches_site (self->viewer, FRAM_CLASS_PLAN, TRUE))
    return fram_desk_require (self, FRAM_CLASS_RIGHTS, TRUE, error);
  person = fram_people_load_one (self->db, self->viewer, case_no_or_id, error);
  steps = person != NULL ? fram_people_load_placements (self->db, person->enrolment, error) : NULL;
  e.step = steps != NULL ? find_step (steps, placement, error) : NULL;
  workshop = e.step != NULL ? fram_house_find_activity (self->db, e.step->workshop, error) : NULL;
  if (workshop == NULL)
    return FALSE;
  e.person = person;
  e.workshop = workshop;
  return end_placement (&e, error);
}
