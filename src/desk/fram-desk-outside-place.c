#include "fram-desk-places-private.h"

#include "fram-person-store.h"
#include "fram-plan.h"
#include "fram-rights.h"
#include "fram-slot.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* Placing somebody at an external place: the placement with its plan, the start and the follow-ups are one thing that a
 * person does. */

typedef struct
{
  FramDesk *desk;
  const FramOutsideEdit *edit;
  FramStoredEnrolment *whose;
  FramStoredPlace *place;
  GArray *slots;
  GArray *follow_ups; /* FramDate */
  FramUuid case_worker;
} Placing;

static void
placing_clear (Placing *p)
{
  g_clear_pointer (&p->whose, fram_stored_enrolment_free);
  g_clear_pointer (&p->place, fram_stored_place_free);
  g_clear_pointer (&p->slots, g_array_unref);
  g_clear_pointer (&p->follow_ups, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Placing, placing_clear)

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_INVALID, sentence);
  return FALSE;
}

static gboolean
check_days (const Placing *p, GError **error)
{
  FramDate from = p->edit->from, to = p->edit->to;

  if (from == FRAM_DATE_NONE)
    return refuse (error, _ ("Write the first day as year-month-day."));
  if (from < p->whose->enrolled)
    return refuse (error, _ ("The placement cannot begin before the enrolment."));
  if (p->whose->closed != FRAM_DATE_NONE && from > p->whose->closed)
    return refuse (error, _ ("The enrolment is closed; the placement cannot begin after that."));
  if (to != FRAM_DATE_NONE && to < from)
    return refuse (error, _ ("The last day lies before the first."));
  if (p->slots->len == 0)
    return refuse (error, _ ("Choose at least one weekday with times, so that the plan is covered."));
  for (guint i = 0; i < p->follow_ups->len; i++)
    {
      FramDate day = g_array_index (p->follow_ups, FramDate, i);

      if (day < from || (to != FRAM_DATE_NONE && day > to))
        return refuse (error, _ ("A follow-up lies outside the stay. Choose a day between its first and its last."));
    }
  return TRUE;
}

static gboolean
check_room (const Placing *p, GError **error)
{
  g_auto (FramPlacesBook) book = { 0 };
  g_autoptr (GArray) taken = NULL;
  g_autofree char *day = NULL;
  FramDate when = FRAM_DATE_NONE;

  if (p->place->capacity < 0)
    return TRUE;
  if (!fram_places_book_load (&book, p->desk, p->place->row, error))
    return FALSE;
  taken = fram_places_book_taken (&book, p->place->row, p->whose->row);
  if (fram_taken_most (taken, p->edit->from, p->edit->to, &when) < p->place->capacity)
    return TRUE;
  day = fram_date_to_day_month (when);
  /* Translators: an employer, a day, and how many places there are */
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_CONSTRAINT,
               ngettext ("%1$s is full on %2$s: its %3$d place is taken. Choose other days or another place.",
                         "%1$s is full on %2$s: all %3$d places are taken. Choose other days or another place.",
                         p->place->capacity),
               p->place->employer, day, p->place->capacity);
  return FALSE;
}

static gboolean
check_place (const Placing *p, GError **error)
{
  if (!p->place->active)
    return refuse (error, _ ("This place is no longer used. Take it into use again first."));
  if (p->place->free_from != FRAM_DATE_NONE && p->edit->from < p->place->free_from)
    {
      g_autofree char *day = fram_date_to_day_month (p->place->free_from);

      /* Translators: an employer and a day */
      g_set_error (error, FRAM_ERROR, FRAM_ERROR_CONSTRAINT,
                   _ ("%1$s takes people from %2$s on. Choose that day or a later one."), p->place->employer, day);
      return FALSE;
    }
  return check_room (p, error);
}

static gboolean
insert (FramChanges *changes, FramRecord *record, GError **error)
{
  return fram_changes_insert (changes, record, error) != FRAM_WRITTEN_FAILED;
}

/* A stay there that is open on the first day is a step: it ends the day before. */
static gboolean
end_older_stay (const Placing *p, FramChanges *changes, GError **error)
{
  static const char *const columns[] = { "to_day", NULL };
  g_autoptr (GPtrArray) stays =
      fram_places_load_stays (p->desk->db, p->desk->viewer, p->place->row, p->whose->row, error);

  for (guint i = 0; stays != NULL && i < stays->len; i++)
    {
      const FramStoredOutside *stay = g_ptr_array_index (stays, i);
      g_autoptr (FramRecord) record = NULL;

      if ((stay->to != FRAM_DATE_NONE && stay->to < p->edit->from) ||
          (p->edit->to != FRAM_DATE_NONE && stay->from > p->edit->to))
        continue;
      if (stay->from >= p->edit->from)
        return refuse (error, _ ("There is a stay at that place already from that day on. Choose a later day."));
      record = fram_record_new (FRAM_ENTITY_PLACEMENT, &stay->id);
      fram_record_set_date (record, "to_day", p->edit->from - 1);
      if (fram_changes_update (changes, record, columns, error) == FRAM_WRITTEN_FAILED)
        return FALSE;
    }
  return stays != NULL;
}

static gboolean
end_older_slots (const Placing *p, FramChanges *changes, GError **error)
{
  static const char *const columns[] = { "valid_to", NULL };
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GArray) slots = fram_people_load_plan (p->desk->db, p->whose->row, p->place->row, &ids, error);

  for (guint i = 0; slots != NULL && i < slots->len; i++)
    {
      const FramPlanSlot *slot = &g_array_index (slots, FramPlanSlot, i);
      g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_PLAN_SLOT, &g_array_index (ids, FramUuid, i));

      if (slot->valid_from >= p->edit->from || (slot->valid_to != FRAM_DATE_NONE && slot->valid_to < p->edit->from))
        continue;
      fram_record_set_date (record, "valid_to", p->edit->from - 1);
      if (fram_changes_update (changes, record, columns, error) == FRAM_WRITTEN_FAILED)
        return FALSE;
    }
  return slots != NULL;
}

static gboolean
add_placement (const Placing *p, FramChanges *changes, GError **error)
{
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_PLACEMENT, NULL);

  fram_record_set_ref (record, "enrolment", &p->whose->id);
  fram_record_set_ref (record, "activity", &p->place->id);
  fram_record_set_date (record, "from_day", p->edit->from);
  fram_record_set_date (record, "to_day", p->edit->to);
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

      fram_record_set_ref (record, "enrolment", &p->whose->id);
      fram_record_set_ref (record, "activity", &p->place->id);
      fram_record_set_int (record, "weekday", slot->weekday);
      fram_record_set_int (record, "from_time", slot->from_time);
      fram_record_set_int (record, "to_time", slot->to_time);
      fram_record_set_date (record, "valid_from", p->edit->from);
      fram_record_set_date (record, "valid_to", p->edit->to);
      if (!insert (changes, record, error))
        return FALSE;
    }
  return TRUE;
}

/* As events.csv writes them: "deltagare; FRAM; arbetsgivare". */
static char *
parties_of (const Placing *p)
{
  const char *contact = p->edit->contact != NULL && p->edit->contact[0] != '\0' ? p->edit->contact : "arbetsgivare";

  return g_strdup_printf ("deltagare; FRAM; %s", contact);
}

static gboolean
add_booking (const Placing *p, FramChanges *changes, const char *kind, FramDate day, int starts, GError **error)
{
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_BOOKING, NULL);
  g_autofree char *parties = parties_of (p);

  fram_record_set_ref (record, "participant", &p->whose->participant_id);
  fram_record_set_ref (record, "enrolment", &p->whose->id);
  fram_record_set_text (record, "kind", kind);
  fram_record_set_date (record, "day", day);
  if (starts != FRAM_TIME_NONE)
    fram_record_set_int (record, "starts", starts);
  if (!fram_uuid_is_none (&p->case_worker))
    fram_record_set_ref (record, "staff", &p->case_worker);
  fram_record_set_text (record, "place", p->place->employer);
  fram_record_set_text (record, "parties", parties);
  fram_record_set_text (record, "status", "bokat");
  return insert (changes, record, error);
}

static gboolean
add_event (const Placing *p, FramChanges *changes, GError **error)
{
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_EVENT, NULL);
  g_autofree char *parties = parties_of (p);

  fram_record_set_ref (record, "participant", &p->whose->participant_id);
  fram_record_set_ref (record, "enrolment", &p->whose->id);
  fram_record_set_date (record, "day", p->edit->from);
  fram_record_set_text (record, "kind", FRAM_VISIT_START);
  fram_record_set_text (record, "parties", parties);
  fram_record_set_text (record, "status", "genomfort");
  return insert (changes, record, error);
}

/* A start that is over happened; one to come is booked, at the hour at which the first day begins. */
static gboolean
add_start (const Placing *p, FramChanges *changes, GError **error)
{
  int starts = FRAM_TIME_NONE;

  if (p->edit->from < p->desk->viewer->today)
    return add_event (p, changes, error);
  for (guint i = 0; i < p->slots->len; i++)
    {
      const FramSlotSpec *slot = &g_array_index (p->slots, FramSlotSpec, i);

      if (slot->weekday == fram_date_get_weekday (p->edit->from) &&
          (starts == FRAM_TIME_NONE || slot->from_time < starts))
        starts = slot->from_time;
    }
  return add_booking (p, changes, FRAM_VISIT_START, p->edit->from, starts, error);
}

static gboolean
add_follow_ups (const Placing *p, FramChanges *changes, GError **error)
{
  for (guint i = 0; i < p->follow_ups->len; i++)
    if (!add_booking (p, changes, FRAM_VISIT_FOLLOW_UP, g_array_index (p->follow_ups, FramDate, i), FRAM_TIME_NONE,
                      error))
      return FALSE;
  return TRUE;
}

static gboolean
write_stay (const Placing *p, FramChanges *changes, GError **error)
{
  return end_older_stay (p, changes, error) && end_older_slots (p, changes, error) &&
         add_placement (p, changes, error) && add_slots (p, changes, error) && add_start (p, changes, error) &&
         add_follow_ups (p, changes, error);
}

static gboolean
load_people (Placing *p, GError **error)
{
  FramDesk *desk = p->desk;
  g_autoptr (FramStoredCase) person = fram_people_load_one (desk->db, desk->viewer, p->edit->case_no_or_id, error);
  g_autoptr (GArray) workers = NULL;

  if (person == NULL)
    return FALSE;
  if (person->enrolment == 0)
    return refuse (error, _ ("The person is not enrolled, so there is nothing to place."));
  p->whose = fram_enrolment_load (desk->db, desk->viewer, person->enrolment, error);
  workers = p->whose != NULL ? fram_person_load_case_worker_ids (desk->db, p->whose->row, error) : NULL;
  if (workers != NULL && workers->len > 0)
    p->case_worker = g_array_index (workers, FramUuid, 0);
  return workers != NULL;
}

static gboolean
load (Placing *p, GError **error)
{
  const FramOutsideEdit *edit = p->edit;

  if (!load_people (p, error))
    return FALSE;
  p->place = fram_places_load_one (p->desk->db, p->desk->viewer, edit->place, error);
  p->slots = p->place != NULL ? fram_slots_parse (edit->slots != NULL ? edit->slots : "", error) : NULL;
  if (p->slots == NULL)
    return FALSE;
  if (edit->follow_ups != NULL)
    p->follow_ups = g_array_ref ((GArray *)edit->follow_ups);
  else
    p->follow_ups = edit->from != FRAM_DATE_NONE
                        ? fram_desk_propose_follow_ups (p->desk, edit->from, edit->to, NULL, error)
                        : g_array_new (FALSE, FALSE, sizeof (FramDate));
  return p->follow_ups != NULL;
}

/**
 * fram_desk_place_outside:
 * @self: the desk
 * @edit: whom, where and when
 * @what: (out) (optional): the sentence for the toast
 * @error: return location; then nothing was written
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_place_outside (FramDesk *self, const FramOutsideEdit *edit, char **what, GError **error)
{
  g_auto (Placing) p = { .desk = self, .edit = edit };
  g_autoptr (FramChanges) changes = NULL;

  FRAM_DESK_LOCKED (self);
  if (!fram_desk_may_write_plan (self, error) || !fram_desk_require (self, FRAM_CLASS_PLACES, FALSE, error) ||
      !load (&p, error) || !check_days (&p, error) || !check_place (&p, error))
    return FALSE;
  changes = fram_changes_begin (self->db, self->viewer, "place", NULL, error);
  if (changes == NULL || !write_stay (&p, changes, error))
    return FALSE;
  return fram_desk_say (self, changes,
                        /* Translators: a case number and an employer */
                        g_strdup_printf (_ ("%1$s is placed at %2$s."), p.whose->case_no, p.place->employer), what,
                        error);
}

/* The end of one stay; without a last day it is taken away, as if it had never been agreed. */
typedef struct
{
  FramDesk *desk;
  const FramStoredOutside *stay;
  FramDate last_day;
} Ending;

static gboolean
check_ending (const Ending *e, GError **error)
{
  if (e->last_day == FRAM_DATE_NONE && e->stay->from <= e->desk->viewer->today)
    return refuse (error, _ ("The stay has begun; write its last day as year-month-day."));
  if (e->last_day != FRAM_DATE_NONE && e->last_day < e->stay->from)
    return refuse (error, _ ("The last day lies before the first."));
  if (e->last_day != FRAM_DATE_NONE && e->stay->to != FRAM_DATE_NONE && e->last_day > e->stay->to)
    return refuse (error, _ ("The placement ends earlier than that already."));
  return TRUE;
}

static gboolean
end_thing (const Ending *e, FramChanges *changes, FramEntity entity, const FramUuid *id, FramDate from,
           const char *column, GError **error)
{
  const char *const columns[] = { column, NULL };
  g_autoptr (FramRecord) record = NULL;

  if (e->last_day == FRAM_DATE_NONE || from > e->last_day)
    return fram_changes_remove (changes, entity, id, error) != FRAM_WRITTEN_FAILED;
  record = fram_record_new (entity, id);
  fram_record_set_date (record, column, e->last_day);
  return fram_changes_update (changes, record, columns, error) != FRAM_WRITTEN_FAILED;
}

/* What is planned there within the stay and after the last day; a later stay keeps its plan. */
static gboolean
end_slots (const Ending *e, FramChanges *changes, GError **error)
{
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GArray) slots = fram_people_load_plan (e->desk->db, e->stay->enrolment, e->stay->place, &ids, error);

  for (guint i = 0; slots != NULL && i < slots->len; i++)
    {
      const FramPlanSlot *slot = &g_array_index (slots, FramPlanSlot, i);
      gboolean over =
          slot->valid_from < e->stay->from ||
          (slot->valid_to != FRAM_DATE_NONE && e->last_day != FRAM_DATE_NONE && slot->valid_to <= e->last_day);
      gboolean later = e->stay->to != FRAM_DATE_NONE && slot->valid_from > e->stay->to;

      if (!over && !later &&
          !end_thing (e, changes, FRAM_ENTITY_PLAN_SLOT, &g_array_index (ids, FramUuid, i), slot->valid_from,
                      "valid_to", error))
        return FALSE;
    }
  return slots != NULL;
}

static gboolean
cancel (FramChanges *changes, const FramUuid *booking, GError **error)
{
  static const char *const columns[] = { "status", NULL };
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_BOOKING, booking);

  fram_record_set_text (record, "status", "avbokat");
  return fram_changes_update (changes, record, columns, error) != FRAM_WRITTEN_FAILED;
}

/* Follow-ups and the start that were booked for the days that fall away. */
static gboolean
cancel_bookings (const Ending *e, FramChanges *changes, GError **error)
{
  FramDate after = e->last_day != FRAM_DATE_NONE ? e->last_day : e->stay->from - 1;
  g_autoptr (GArray) ids =
      fram_places_load_booked (e->desk->db, e->stay->enrolment, e->stay->place, after + 1, e->stay->to, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!cancel (changes, &g_array_index (ids, FramUuid, i), error))
      return FALSE;
  return ids != NULL;
}

static gboolean
write_ending (const Ending *e, FramChanges *changes, GError **error)
{
  return end_thing (e, changes, FRAM_ENTITY_PLACEMENT, &e->stay->id, e->stay->from, "to_day", error) &&
         end_slots (e, changes, error) && cancel_bookings (e, changes, error);
}

static const FramStoredOutside *
find_stay (const GPtrArray *stays, const FramUuid *id, GError **error)
{
  for (guint i = 0; i < stays->len; i++)
    if (fram_uuid_equal (&((const FramStoredOutside *)g_ptr_array_index (stays, i))->id, id))
      return g_ptr_array_index (stays, i);
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND,
                       _ ("The person has no such placement any more. Look at the list again."));
  return NULL;
}

/**
 * fram_desk_end_outside:
 * @self: the desk
 * @placement: the stay
 * @last_day: its last day; %FRAM_DATE_NONE takes a stay away that has not begun
 * @what: (out) (optional): the sentence for the toast
 * @error: return location; then nothing was written
 *
 * Ends a stay at an external place with what is planned there, and cancels what is booked there, after the day.
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_end_outside (FramDesk *self, const FramUuid *placement, FramDate last_day, char **what, GError **error)
{
  g_autoptr (GPtrArray) stays = NULL;
  g_autoptr (FramChanges) changes = NULL;
  Ending e = { self, NULL, last_day };

  FRAM_DESK_LOCKED (self);
  if (!fram_desk_may_write_plan (self, error))
    return FALSE;
  stays = fram_places_load_stays (self->db, self->viewer, 0, 0, error);
  e.stay = stays != NULL ? find_stay (stays, placement, error) : NULL;
  if (e.stay == NULL || !check_ending (&e, error))
    return FALSE;
  changes = fram_changes_begin (self->db, self->viewer, "place", NULL, error);
  if (changes == NULL || !write_ending (&e, changes, error))
    return FALSE;
  return fram_desk_say (self, changes,
                        /* Translators: a case number and an employer */
                        g_strdup_printf (last_day != FRAM_DATE_NONE ? _ ("The stay of %1$s at %2$s ends.")
                                                                    : _ ("The stay of %1$s at %2$s is taken away."),
                                         e.stay->case_no, e.stay->employer),
                        what, error);
}
