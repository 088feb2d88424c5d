#include "fram-desk-private.h"
#include "fram-desk-people.h"

#include "fram-ids.h"
#include "fram-people-store.h"
#include "fram-person-store.h"
#include "fram-plan.h"
#include "fram-rights.h"
#include "fram-slot.h"
#include "fram-text.h"

#include <glib/gi18n-lib.h>

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_INVALID, sentence);
  return FALSE;
}

static gboolean
is_blank (const char *text)
{
  g_autofree char *copy = g_strdup (text != NULL ? text : "");

  return g_strstrip (copy)[0] == '\0';
}

static gboolean
check_person (FramDesk *self, const FramPersonEdit *edit, gboolean enrolled, GError **error)
{
  FramDate today = fram_clock_today (self->clock);

  if (is_blank (edit->given_name) || is_blank (edit->family_name))
    return refuse (error, _ ("Write both the given name and the family name."));
  if (edit->sex != NULL && g_strcmp0 (edit->sex, "F") != 0 && g_strcmp0 (edit->sex, "M") != 0)
    return refuse (error, _ ("Sex is written F or M."));
  if (edit->birth_date != FRAM_DATE_NONE && (edit->birth_date > today || fram_date_age (edit->birth_date, today) > 110))
    return refuse (error, _ ("The birth date cannot be right; check the year."));
  if (enrolled && (edit->enrolled == FRAM_DATE_NONE || edit->enrolled > today + 366))
    return refuse (error, _ ("Write the day of enrolment as year-month-day; at most a year ahead."));
  if (enrolled && edit->birth_date != FRAM_DATE_NONE && edit->birth_date >= edit->enrolled)
    return refuse (error, _ ("The enrolment cannot begin before the person is born."));
  if (edit->organisation != NULL && fram_db_find_code (self->db, FRAM_ENTITY_ORGANISATION, edit->organisation) == 0)
    {
      g_set_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND, _ ("There is no organisation “%s”."), edit->organisation);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_case_no (FramDesk *self, const char *case_no, GError **error)
{
  g_autoptr (FramViewer) system = fram_viewer_new_system (fram_clock_today (self->clock));
  g_autoptr (FramStoredCase) taken = fram_people_load_one (self->db, system, case_no, NULL);

  if (taken == NULL)
    return TRUE;
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_CONSTRAINT, _ ("The case number “%s” is taken."), case_no);
  return FALSE;
}

static void
fill_participant (FramRecord *record, const FramPersonEdit *edit, const char *case_no)
{
  if (case_no != NULL)
    fram_record_set_text (record, "case_no", case_no);
  fram_record_set_text (record, "given_name", edit->given_name);
  fram_record_set_text (record, "family_name", edit->family_name);
  fram_record_set_date (record, "birth_date", edit->birth_date);
  fram_record_set_text (record, "sex", edit->sex);
  fram_record_set_int (record, "protected", edit->is_protected != FALSE);
}

static gboolean
insert (FramChanges *changes, FramRecord *record, GError **error)
{
  return fram_changes_insert (changes, record, error) != FRAM_WRITTEN_FAILED;
}

static gboolean
add_phone (FramChanges *changes, const FramUuid *person, const char *phone, GError **error)
{
  FramUuid id = fram_id_contact_details (person);
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_CONTACT_DETAILS, &id);

  if (is_blank (phone))
    return TRUE;
  fram_record_set_ref (record, "participant", person);
  fram_record_set_text (record, "phone", phone);
  return insert (changes, record, error);
}

static gboolean
add_referral (FramDesk *self, FramChanges *changes, const FramUuid *person, const FramPersonEdit *edit, FramUuid *id,
              GError **error)
{
  g_autoptr (FramRecord) record = NULL;
  FramUuid organisation = fram_id_organisation (edit->organisation != NULL ? edit->organisation : "");
  FramUuid accepted = fram_id_decision ("accepted");

  *id = fram_uuid_new (self->clock);
  record = fram_record_new (FRAM_ENTITY_REFERRAL, id);
  fram_record_set_ref (record, "participant", person);
  if (edit->organisation != NULL)
    fram_record_set_ref (record, "organisation", &organisation);
  fram_record_set_date (record, "received", edit->enrolled);
  fram_record_set_date (record, "decided", edit->enrolled);
  fram_record_set_ref (record, "decision", &accepted);
  return insert (changes, record, error);
}

static gboolean
add_enrolment (FramDesk *self, FramChanges *changes, const FramUuid *person, const FramUuid *referral, FramDate day,
               FramUuid *id, GError **error)
{
  g_autoptr (FramRecord) record = NULL;
  g_autofree char *code = fram_db_get_meta (self->db, "programme");
  FramUuid programme = fram_id_programme (code != NULL ? code : "fram");

  *id = fram_uuid_new (self->clock);
  record = fram_record_new (FRAM_ENTITY_ENROLMENT, id);
  fram_record_set_ref (record, "participant", person);
  fram_record_set_ref (record, "programme", &programme);
  fram_record_set_ref (record, "referral", referral);
  fram_record_set_date (record, "enrolled", day);
  return insert (changes, record, error);
}

/* Lets somebody see a person with protected identity. */
static gboolean
name_one (FramDesk *self, FramChanges *changes, const FramUuid *person, const FramUuid *staff, GError **error)
{
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_NAMED_ACCESS, NULL);

  fram_record_set_ref (record, "participant", person);
  fram_record_set_ref (record, "staff", staff);
  fram_record_set_date (record, "from_day", fram_clock_today (self->clock));
  return insert (changes, record, error);
}

/* When an identity becomes protected, those who work with the person keep their sight: today's case workers, and who
 * writes it. */
static gboolean
name_keepers (FramDesk *self, FramChanges *changes, const FramStoredCase *stored, GError **error)
{
  g_autoptr (GArray) staff = fram_person_load_case_worker_ids (self->db, stored->enrolment, error);
  gboolean author_is_one = self->viewer->is_system;

  if (staff == NULL)
    return FALSE;
  for (guint i = 0; i < staff->len; i++)
    {
      const FramUuid *id = &g_array_index (staff, FramUuid, i);

      author_is_one = author_is_one || fram_uuid_equal (id, &self->viewer->id);
      if (!name_one (self, changes, &stored->participant_id, id, error))
        return FALSE;
    }
  return author_is_one || name_one (self, changes, &stored->participant_id, &self->viewer->id, error);
}

/* Who adds a person goes on with that person: a case worker becomes the case worker, and is named where it is needed. */
static gboolean
add_author (FramDesk *self, FramChanges *changes, const FramUuid *person, const FramUuid *enrolment,
            const FramPersonEdit *edit, GError **error)
{
  if (self->viewer->is_system)
    return TRUE;
  if (fram_viewer_has_role (self->viewer, FRAM_ROLE_CASE_WORKER))
    {
      g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_CASE_WORKER, NULL);

      fram_record_set_ref (record, "enrolment", enrolment);
      fram_record_set_ref (record, "staff", &self->viewer->id);
      fram_record_set_date (record, "from_day", edit->enrolled);
      if (!insert (changes, record, error))
        return FALSE;
    }
  return !edit->is_protected || name_one (self, changes, person, &self->viewer->id, error);
}

static gboolean
write_person (FramDesk *self, FramChanges *changes, const FramPersonEdit *edit, const char *case_no, GError **error)
{
  FramUuid person = fram_uuid_new (self->clock);
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_PARTICIPANT, &person);
  FramUuid referral, enrolment;

  fill_participant (record, edit, case_no);
  return insert (changes, record, error) && add_phone (changes, &person, edit->phone, error) &&
         add_referral (self, changes, &person, edit, &referral, error) &&
         add_enrolment (self, changes, &person, &referral, edit->enrolled, &enrolment, error) &&
         add_author (self, changes, &person, &enrolment, edit, error);
}

static char *
free_case_no (FramDesk *self, const FramPersonEdit *edit)
{
  int year, month, day;

  if (!is_blank (edit->case_no))
    return g_strdup (edit->case_no);
  fram_date_get_ymd (edit->enrolled, &year, &month, &day);
  return fram_people_next_case_no (self->db, year);
}

/**
 * fram_desk_add_person:
 * @self: the desk
 * @edit: the person
 * @error: return location; then nothing was written
 *
 * Adds a participant with referral and enrolment.
 *
 * Returns: (transfer full) (nullable): the case number
 */
char *
fram_desk_add_person (FramDesk *self, const FramPersonEdit *edit, GError **error)
{
  g_autoptr (FramChanges) changes = NULL;
  g_autofree char *case_no = NULL;
  g_autofree char *what = NULL;

  FRAM_DESK_LOCKED (self);
  if (!fram_desk_require (self, FRAM_CLASS_BASIC, TRUE, error) || !check_person (self, edit, TRUE, error))
    return NULL;
  case_no = free_case_no (self, edit);
  if (!check_case_no (self, case_no, error))
    return NULL;
  changes = fram_changes_begin (self->db, self->viewer, "add-participant", NULL, error);
  if (changes == NULL || !write_person (self, changes, edit, case_no, error))
    return NULL;
  what = g_strdup_printf (_ ("%s is added."), case_no);
  return fram_desk_finish (self, changes, what, &fram_changed_house, error) ? g_steal_pointer (&case_no) : NULL;
}

static gboolean
update_phone (FramDesk *self, FramChanges *changes, const FramUuid *person, const char *phone, GError **error)
{
  static const char *const columns[] = { "phone", NULL };
  FramUuid id = fram_id_contact_details (person);
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_CONTACT_DETAILS, &id);

  if (!fram_rights_may_write (self->viewer, FRAM_CLASS_PHONE))
    return TRUE;
  if (fram_db_find_row (self->db, &id) == 0)
    return add_phone (changes, person, phone, error);
  fram_record_set_text (record, "phone", phone);
  return fram_changes_update (changes, record, columns, error) != FRAM_WRITTEN_FAILED;
}

static gboolean
update_enrolment (FramChanges *changes, const FramStoredCase *stored, FramDate day, GError **error)
{
  static const char *const columns[] = { "enrolled", NULL };
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_ENROLMENT, &stored->enrolment_id);

  if (stored->enrolment == 0)
    return TRUE;
  fram_record_set_date (record, "enrolled", day);
  return fram_changes_update (changes, record, columns, error) != FRAM_WRITTEN_FAILED;
}

/**
 * fram_desk_edit_person:
 * @self: the desk
 * @participant: whom
 * @edit: what is so now; the case number and the organisation stay
 * @error: return location; then nothing was written
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_edit_person (FramDesk *self, const FramUuid *participant, const FramPersonEdit *edit, GError **error)
{
  static const char *const columns[] = { "given_name", "family_name", "birth_date", "sex", "protected", NULL };
  g_autofree char *key = fram_uuid_to_text (participant);
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_PARTICIPANT, participant);
  g_autoptr (FramStoredCase) stored = NULL;
  g_autoptr (FramChanges) changes = NULL;
  g_autofree char *what = NULL;

  FRAM_DESK_LOCKED (self);
  if (!fram_desk_require (self, FRAM_CLASS_BASIC, TRUE, error))
    return FALSE;
  stored = fram_people_load_one (self->db, self->viewer, key, error);
  if (stored == NULL || !check_person (self, edit, stored->enrolment != 0, error))
    return FALSE;
  changes = fram_changes_begin (self->db, self->viewer, "edit-participant", NULL, error);
  if (changes == NULL)
    return FALSE;
  fill_participant (record, edit, NULL);
  if (fram_changes_update (changes, record, columns, error) == FRAM_WRITTEN_FAILED ||
      !update_phone (self, changes, participant, edit->phone, error) ||
      !update_enrolment (changes, stored, edit->enrolled, error) ||
      (edit->is_protected && !stored->is_protected && !name_keepers (self, changes, stored, error)))
    return FALSE;
  what = g_strdup_printf (_ ("%s is changed."), stored->case_no);
  return fram_desk_finish (self, changes, what, &fram_changed_house, error);
}

/* One placing. */
typedef struct
{
  FramDesk *desk;
  FramStoredCase *person;
  FramStoredActivity *workshop;
  FramDate from;
  FramDate to;
  GArray *slots;
} Placing;

static gboolean
check_placing (const Placing *p, GError **error)
{
  if (p->workshop->is_group)
    return refuse (error, _ ("People are placed in workshops; groups have members."));
  if (p->person->enrolment == 0)
    return refuse (error, _ ("The person is not enrolled, so there is nothing to place."));
  if (p->from == FRAM_DATE_NONE)
    return refuse (error, _ ("Write the first day as year-month-day."));
  if (p->from < p->person->enrolled)
    return refuse (error, _ ("The placement cannot begin before the enrolment."));
  if (p->person->closed != FRAM_DATE_NONE && p->from > p->person->closed)
    return refuse (error, _ ("The enrolment is closed; the placement cannot begin after that."));
  if (p->to != FRAM_DATE_NONE && p->to < p->from)
    return refuse (error, _ ("The last day lies before the first."));
  return TRUE;
}

/* What is open on the first day of the new step ends the day before. */
static gboolean
end_older_placements (const Placing *p, FramChanges *changes, GError **error)
{
  static const char *const columns[] = { "to_day", NULL };
  g_autoptr (GPtrArray) steps = fram_people_load_placements (p->desk->db, p->person->enrolment, error);

  for (guint i = 0; steps != NULL && i < steps->len; i++)
    {
      const FramPlacementStep *step = g_ptr_array_index (steps, i);
      g_autoptr (FramRecord) record = NULL;

      if (g_strcmp0 (step->workshop, p->workshop->code) != 0 || (step->to != FRAM_DATE_NONE && step->to < p->from) ||
          (p->to != FRAM_DATE_NONE && step->from > p->to))
        continue;
      if (step->from >= p->from)
        return refuse (error,
                       _ ("There is a placement in that workshop already from that day on. Choose a later day."));
      record = fram_record_new (FRAM_ENTITY_PLACEMENT, &step->id);
      fram_record_set_date (record, "to_day", p->from - 1);
      if (fram_changes_update (changes, record, columns, error) == FRAM_WRITTEN_FAILED)
        return FALSE;
    }
  return steps != NULL;
}

static gboolean
end_older_slots (const Placing *p, FramChanges *changes, GError **error)
{
  static const char *const columns[] = { "valid_to", NULL };
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GArray) slots = fram_people_load_plan (p->desk->db, p->person->enrolment, p->workshop->row, &ids, error);

  for (guint i = 0; slots != NULL && i < slots->len; i++)
    {
      const FramPlanSlot *slot = &g_array_index (slots, FramPlanSlot, i);
      g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_PLAN_SLOT, &g_array_index (ids, FramUuid, i));

      if (slot->valid_from >= p->from || (slot->valid_to != FRAM_DATE_NONE && slot->valid_to < p->from))
        continue;
      fram_record_set_date (record, "valid_to", p->from - 1);
      if (fram_changes_update (changes, record, columns, error) == FRAM_WRITTEN_FAILED)
        return FALSE;
    }
  return slots != NULL;
}

static gboolean
add_placement (const Placing *p, FramChanges *changes, GError **error)
{
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_PLACEMENT, NULL);

  fram_record_set_ref (record, "enrolment", &p->person->enrolment_id);
  fram_record_set_ref (record, "activity", &p->workshop->id);
  fram_record_set_date (record, "from_day", p->from);
  fram_record_set_date (record, "to_day", p->to);
  fram_record_set_int (record, "weekly_minutes", fram_slots_minutes (p->slots));
  return insert (changes, record, error);
}

static gboolean
add_slots (const Placing *p, FramChanges *changes, GError **error)
{
  for (guint i = 0; i < p->slots->len; i++)
    {
      const FramSlotSpec *slot = &g_array_index (p->slots, FramSlotSpec, i);
      g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_PLAN_SLOT, NULL);

      fram_record_set_ref (record, "enrolment", &p->person->enrolment_id);
      fram_record_set_ref (record, "activity", &p->workshop->id);
      fram_record_set_int (record, "weekday", slot->weekday);
      fram_record_set_int (record, "from_time", slot->from_time);
      fram_record_set_int (record, "to_time", slot->to_time);
      fram_record_set_date (record, "valid_from", p->from);
      fram_record_set_date (record, "valid_to", p->to);
      if (!insert (changes, record, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
place (const Placing *p, GError **error)
{
  g_autoptr (FramChanges) changes = NULL;
  g_autofree char *what = NULL;

  if (!check_placing (p, error))
    return FALSE;
  changes = fram_changes_begin (p->desk->db, p->desk->viewer, "place", NULL, error);
  if (changes == NULL || !end_older_placements (p, changes, error) || !end_older_slots (p, changes, error) ||
      !add_placement (p, changes, error) || !add_slots (p, changes, error))
    return FALSE;
  /* Translators: a case number and a workshop's code */
  what = g_strdup_printf (_ ("%1$s is placed in %2$s."), p->person->case_no,
                          fram_text_is_swedish () ? p->workshop->name_sv : p->workshop->name_en);
  return fram_desk_finish (p->desk, changes, what, &fram_changed_house, error);
}

/**
 * fram_desk_place:
 * @self: the desk
 * @case_no_or_id: whom
 * @workshop: code or name of the workshop
 * @from: first day
 * @to: last day, or %FRAM_DATE_NONE
 * @slots: the weekly plan, "mon 09-12,wed 09-12"
 * @error: return location; then nothing was written
 *
 * Places a person. A placement there that is open on the first day ends the day before, and its plan with it.
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_place (FramDesk *self, const char *case_no_or_id, const char *workshop, FramDate from, FramDate to,
                 const char *slots, GError **error)
{
  g_autoptr (FramStoredCase) person = NULL;
  g_autoptr (FramStoredActivity) activity = NULL;
  g_autoptr (GArray) parsed = NULL;
  Placing p = { self, NULL, NULL, from, to, NULL };

  FRAM_DESK_LOCKED (self);
  if (!fram_rights_reaches_site (self->viewer, FRAM_CLASS_PLAN, TRUE))
    return fram_desk_require (self, FRAM_CLASS_RIGHTS, TRUE, error);
  activity = fram_house_find_activity (self->db, workshop, error);
  person = activity != NULL ? fram_people_load_one (self->db, self->viewer, case_no_or_id, error) : NULL;
  parsed = person != NULL ? fram_slots_parse (slots, error) : NULL;
  if (parsed == NULL)
    return FALSE;
  p.person = person;
  p.workshop = activity;
  p.slots = parsed;
  return place (&p, error);
}

/**
 * fram_desk_organisations:
 * @self: the desk
 * @error: return location
 *
 * Returns: (transfer full) (element-type FramChoice): referring organisations, in order
 */
GPtrArray *
fram_desk_organisations (FramDesk *self, GError **error)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *choices = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_choice_free);

  FRAM_DESK_LOCKED (self);
  fram_house_load_codes (self->db, FRAM_ENTITY_ORGANISATION, codes, names, NULL);
  for (guint i = 0; i < codes->len; i++)
    {
      FramChoice *choice = g_new0 (FramChoice, 1);

      choice->code = g_strdup (g_ptr_array_index (codes, i));
      choice->name = g_strdup (g_ptr_array_index (names, i));
      g_ptr_array_add (choices, choice);
    }
  return choices;
}
