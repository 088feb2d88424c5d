#include "fram-desk-private.h"
#include "fram-desk-person.h"

#include "fram-access-log.h"
#include "fram-person-store.h"
#include "fram-plan.h"
#include "fram-rights.h"
#include "fram-session.h"
#include "fram-text.h"

static void
stay_free (gpointer data)
{
  FramStay *stay = data;

  g_free (stay->activity);
  g_free (stay->name);
  g_clear_pointer (&stay->slots, g_array_unref);
  g_free (stay);
}

void
fram_person_free (FramPerson *self)
{
  g_clear_object (&self->row);
  g_free (self->given_name);
  g_free (self->family_name);
  g_free (self->organisation);
  g_free (self->phone);
  g_free (self->case_workers);
  g_clear_pointer (&self->stays, g_ptr_array_unref);
  g_free (self);
}

static int
compare_slots (gconstpointer a, gconstpointer b)
{
  const FramSlotSpec *x = a, *y = b;

  return x->weekday != y->weekday ? x->weekday - y->weekday : x->from_time - y->from_time;
}

/* The plan of a stay: in force today, or at the end of one that is over, or at the start of one to come. */
static GArray *
slots_of (FramDesk *self, gint64 enrolment, const FramStoredStay *stored, GError **error)
{
  GArray *specs = g_array_new (FALSE, FALSE, sizeof (FramSlotSpec));
  g_autoptr (GArray) slots = fram_people_load_plan (self->db, enrolment, stored->activity, NULL, error);
  FramDate day = MAX (self->viewer->today, stored->from);

  if (stored->to != FRAM_DATE_NONE)
    day = MIN (day, stored->to);
  for (guint i = 0; slots != NULL && i < slots->len; i++)
    {
      const FramPlanSlot *slot = &g_array_index (slots, FramPlanSlot, i);
      FramSlotSpec spec = { slot->weekday, slot->from_time, slot->to_time };

      if (slot->valid_from <= day && (slot->valid_to == FRAM_DATE_NONE || slot->valid_to >= day))
        g_array_append_val (specs, spec);
    }
  g_array_sort (specs, compare_slots);
  return specs;
}

static FramStay *
stay_of (FramDesk *self, gint64 enrolment, const FramStoredStay *stored, GError **error)
{
  FramStay *stay = g_new0 (FramStay, 1);

  stay->id = stored->id;
  stay->activity = g_strdup (stored->code);
  stay->name = g_strdup (stored->name);
  stay->is_group = stored->is_group;
  stay->from = stored->from;
  stay->to = stored->to;
  stay->weekly_minutes = stored->weekly_minutes;
  stay->slots = slots_of (self, enrolment, stored, error);
  return stay;
}

static gboolean
add_stays (FramDesk *self, FramPerson *person, const FramStoredCase *stored, GError **error)
{
  g_autoptr (GPtrArray) stays = fram_person_load_stays (self->db, self->viewer, stored->participant, error);
  g_autoptr (GError) local = NULL;

  if (stays == NULL)
    return FALSE;
  for (guint i = 0; local == NULL && i < stays->len; i++)
    g_ptr_array_add (person->stays, stay_of (self, stored->enrolment, g_ptr_array_index (stays, i), &local));
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static FramPerson *
person_of (FramDesk *self, const FramStoredCase *stored)
{
  FramPerson *person = g_new0 (FramPerson, 1);

  person->row = fram_desk_row_of_case (stored, self->viewer->today);
  /* lists keep it back of the protected; here it is for somebody who is named */
  person->row->birth_date = stored->birth_date;
  person->given_name = g_strdup (stored->given_name);
  person->family_name = g_strdup (stored->family_name);
  person->organisation = fram_person_load_organisation (self->db, stored->organisation);
  person->phone = fram_person_load_phone (self->db, self->viewer, stored->participant);
  person->case_workers = fram_person_load_case_workers (self->db, self->viewer, stored->enrolment);
  person->stays = g_ptr_array_new_with_free_func (stay_free);
  return person;
}

static void
add_rights (FramDesk *self, FramPerson *person, const FramStoredCase *stored)
{
  gboolean writable = fram_db_get_read_only_reason (self->db) == NULL;

  person->may_edit = writable && fram_rights_reaches_site (self->viewer, FRAM_CLASS_BASIC, TRUE);
  person->may_edit_phone = writable && fram_rights_reaches_site (self->viewer, FRAM_CLASS_PHONE, TRUE);
  person->may_place = writable && stored->enrolment != 0 && stored->closed == FRAM_DATE_NONE &&
                      fram_rights_reaches_site (self->viewer, FRAM_CLASS_PLAN, TRUE);
  person->sees_plan = fram_people_may (self->db, self->viewer, FRAM_CLASS_PLAN, stored->participant);
}

static FramPerson *
read_person (FramDesk *self, const char *case_no_or_id, gboolean logged, GError **error)
{
  g_autoptr (FramStoredCase) stored = fram_people_load_one (self->db, self->viewer, case_no_or_id, error);
  g_autoptr (FramPerson) person = NULL;

  if (stored == NULL || (logged && !fram_access_log_add (self->db, self->viewer, "opened", FRAM_CLASS_BASIC,
                                                         stored->participant, NULL, error)))
    return NULL;
  person = person_of (self, stored);
  add_rights (self, person, stored);
  return add_stays (self, person, stored, error) ? g_steal_pointer (&person) : NULL;
}

/**
 * fram_desk_person:
 * @self: the desk
 * @case_no_or_id: a case number or an id
 * @error: return location; %FRAM_ERROR_NOT_FOUND also for somebody whom the person at the keyboard may not see
 *
 * Opens one participant's record; that is logged.
 *
 * Returns: (transfer full) (nullable): the participant, as far as the person at the keyboard may see
 */
FramPerson *
fram_desk_person (FramDesk *self, const char *case_no_or_id, GError **error)
{
  FRAM_DESK_LOCKED (self);
  return read_person (self, case_no_or_id, TRUE, error);
}

/* A record that is open already, read again after a change: no second line in the log. */
FramPerson *
fram_desk_person_again (FramDesk *self, const char *case_no_or_id, GError **error)
{
  FRAM_DESK_LOCKED (self);
  return read_person (self, case_no_or_id, FALSE, error);
}

/**
 * fram_desk_group_choices:
 * @self: the desk
 * @error: return location
 *
 * Returns: (transfer full) (element-type FramChoice): groups that have not ended, in order
 */
GPtrArray *
fram_desk_group_choices (FramDesk *self, GError **error)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_choice_free);
  g_autoptr (GPtrArray) groups = NULL;

  FRAM_DESK_LOCKED (self);
  groups = fram_house_load_activities (self->db, TRUE, error);
  for (guint i = 0; i < groups->len; i++)
    {
      const FramStoredActivity *group = g_ptr_array_index (groups, i);
      FramDate last = fram_series_last_day (group->series, fram_desk_closed_days (self));
      FramChoice *choice;

      if (last != FRAM_DATE_NONE && last < self->viewer->today)
        continue;
      choice = g_new0 (FramChoice, 1);
      choice->code = g_strdup (group->code);
      choice->name = g_strdup (fram_text_is_swedish () ? group->name_sv : group->name_en);
      g_ptr_array_add (choices, choice);
    }
  return choices;
}
