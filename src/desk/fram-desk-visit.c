#include "fram-desk-contact.h"
#include "fram-desk-roster-private.h"

#include "fram-access-log.h"
#include "fram-contact-store.h"
#include "fram-ids.h"
#include "fram-mark-check.h"
#include "fram-rights.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* "I stand in here today", and somebody who comes for one day. */

/* A visit is written about when it is: a week after, as long as marks are corrected without a reason, or planned a week ahead. */
#define VISIT_DAYS 7

static FramActivityCount *
place_of (FramDesk *self, gint64 row)
{
  g_autoptr (FramStoredActivity) workshop = fram_house_load_activity (self->db, row, NULL);
  FramActivityCount *place;

  if (workshop == NULL)
    return NULL;
  place = g_new0 (FramActivityCount, 1);
  place->activity = workshop->id;
  place->code = g_strdup (workshop->code);
  place->name = g_strdup (fram_desk_activity_name (workshop));
  return place;
}

/**
 * fram_desk_stand_in_places:
 * @self: the desk
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramActivityCount): workshops where the person at the keyboard may stand
 *   in and does not yet; nothing is counted in them
 */
GPtrArray *
fram_desk_stand_in_places (FramDesk *self, GError **error)
{
  g_autoptr (GArray) rows = NULL;
  GPtrArray *places;

  FRAM_DESK_LOCKED (self);
  rows = fram_staff_load_stand_in_places (self->db, self->viewer->staff, self->viewer->today, error);
  if (rows == NULL)
    return NULL;
  places = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_activity_count_free);
  for (guint i = 0; i < rows->len; i++)
    {
      FramActivityCount *place = place_of (self, g_array_index (rows, gint64, i));

      if (place != NULL)
        g_ptr_array_add (places, place);
    }
  return places;
}

/* Turned back, the clock gives no rights that were over. */
static gboolean
check_clock (FramDesk *self, GError **error)
{
  FramDate newest = fram_staff_newest_day (self->db);
  g_autofree char *day = NULL;

  if (newest == FRAM_DATE_NONE || newest <= self->viewer->today)
    return TRUE;
  day = fram_date_to_day_month (newest);
  g_set_error (
      error, FRAM_ERROR, FRAM_ERROR_INVALID,
      _ ("The register holds changes of %s, but the computer's clock shows an earlier day; set the clock right."), day);
  return FALSE;
}

static gboolean
check_stand_in (FramDesk *self, gint64 workshop, const char *name, GError **error)
{
  g_autoptr (GArray) rows = fram_staff_load_stand_in_places (self->db, self->viewer->staff, self->viewer->today, error);

  if (rows == NULL || !check_clock (self, error))
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    if (g_array_index (rows, gint64, i) == workshop)
      return TRUE;
  if (fram_rights_may_mark (self->viewer, workshop))
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID, _ ("You can mark in %s already."), name);
  else
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_DENIED,
                 _ ("Nobody has said that you may stand in at %s. Ask an administrator."), name);
  return FALSE;
}

static gboolean
write_stand_in (FramDesk *self, FramChanges *changes, const FramUuid *workshop, GError **error)
{
  FramUuid id = fram_id_stand_in (&self->viewer->id, workshop, self->viewer->today);
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_STAND_IN, &id);

  if (fram_changes_find (changes, &id) != 0)
    return fram_changes_bring_back (changes, FRAM_ENTITY_STAND_IN, &id, error) != FRAM_WRITTEN_FAILED;
  fram_record_set_ref (record, "staff", &self->viewer->id);
  fram_record_set_ref (record, "workshop", workshop);
  fram_record_set_date (record, "day", self->viewer->today);
  return fram_changes_insert (changes, record, error) != FRAM_WRITTEN_FAILED;
}

/**
 * fram_desk_stand_in:
 * @self: the desk
 * @workshop: where
 * @what: (out) (optional): a sentence for the toast
 * @error: return location; %FRAM_ERROR_DENIED, %FRAM_ERROR_INVALID where the clock was turned back
 *
 * From now on until midnight the person at the keyboard has a leader's rights there. It stands in the access log.
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_stand_in (FramDesk *self, const FramUuid *workshop, char **what, GError **error)
{
  g_autoptr (FramStoredActivity) stored = NULL;
  g_autoptr (FramChanges) changes = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *reason = NULL;

  FRAM_DESK_LOCKED (self);
  stored = fram_desk_load_activity (self, workshop, error);
  if (stored == NULL || !check_stand_in (self, stored->row, fram_desk_activity_name (stored), error))
    return FALSE;
  changes = fram_changes_begin (self->db, self->viewer, "stand-in", NULL, error);
  reason = g_strdup_printf ("stands in: %s", stored->code);
  if (changes == NULL || !write_stand_in (self, changes, workshop, error) ||
      !fram_access_log_add (self->db, self->viewer, "changed", FRAM_CLASS_RIGHTS, 0, reason, error))
    return FALSE;
  sentence = g_strdup_printf (_ ("You stand in at %s until midnight."), fram_desk_activity_name (stored));
  if (!fram_desk_finish (self, changes, sentence, &fram_changed_house, error))
    return FALSE;
  if (what != NULL)
    *what = g_steal_pointer (&sentence);
  return TRUE;
}

/* One visit. */
typedef struct
{
  FramDesk *desk;
  FramStoredActivity *workshop;
  FramDate day;
  const char *case_no;
  gint64 enrolment;
} Visit;

static gboolean
check_visit_day (const Visit *v, GError **error)
{
  FramMarkCheck check = FRAM_MARK_CHECK_INIT;
  FramDate today = fram_clock_today (v->desk->clock);

  check.day = v->day;
  check.day_info = fram_desk_day_info (v->desk, v->day, v->workshop->row);
  if (!fram_mark_check_day (&check, error))
    return FALSE;
  if (v->day >= today - VISIT_DAYS && v->day <= today + VISIT_DAYS)
    return TRUE;
  g_set_error_literal (
      error, FRAM_ERROR, FRAM_ERROR_INVALID,
      _ ("A visit is at most a week ago or a week ahead; otherwise the case worker places the person."));
  return FALSE;
}

static gboolean
check_visit (const Visit *v, GError **error)
{
  const char *reason = fram_desk_get_read_only_reason (v->desk);

  if (reason != NULL)
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_READ_ONLY, reason);
  else if (!fram_rights_may_mark (v->desk->viewer, v->workshop->row))
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_DENIED, _ ("Your roles do not let you mark in this roster."));
  else if (v->workshop->is_group)
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_INVALID, _ ("Visitors come to workshops; groups have members."));
  else
    return check_visit_day (v, error);
  return FALSE;
}

/* Numbers that lead nowhere are logged: guessing them would be seen. */
static gboolean
find_visitor (Visit *v, GError **error)
{
  g_autoptr (GError) local = NULL;
  FramDesk *desk = v->desk;

  v->enrolment = fram_contact_find_visitor (desk->db, desk->viewer, v->case_no, v->day, &local);
  if (v->enrolment == 0 && local == NULL &&
      fram_access_log_add (desk->db, desk->viewer, "searched", FRAM_CLASS_BASIC, 0, "visitor", &local))
    g_set_error (&local, FRAM_ERROR, FRAM_ERROR_NOT_FOUND,
                 _ ("There is nobody with the case number “%s” who can visit that day; check the number."), v->case_no);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
check_not_here (const Visit *v, GError **error)
{
  g_auto (FramRosterSources) s = { .plain = TRUE };

  if (!fram_roster_sources_load (&s, v->desk, v->workshop->row, v->day, error))
    return FALSE;
  if (fram_roster_sources_find (&s, v->enrolment) == NULL)
    return TRUE;
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID, _ ("%s stands on this roster already."), v->case_no);
  return FALSE;
}

static gboolean
write_visit (const Visit *v, FramChanges *changes, const FramUuid *enrolment, GError **error)
{
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_PLACEMENT, NULL);

  fram_record_set_ref (record, "enrolment", enrolment);
  fram_record_set_ref (record, "activity", &v->workshop->id);
  fram_record_set_date (record, "from_day", v->day);
  fram_record_set_date (record, "to_day", v->day);
  fram_record_set_int (record, "weekly_minutes", 0);
  return fram_changes_insert (changes, record, error) != FRAM_WRITTEN_FAILED;
}

static gboolean
visit (Visit *v, FramUuid *enrolment, char **what, GError **error)
{
  FramChanged changed = { v->workshop->id, v->day, TRUE };
  g_autoptr (FramChanges) changes = NULL;
  g_autofree char *sentence = NULL;
  FramUuid id;

  if (!check_visit (v, error) || !find_visitor (v, error) || !check_not_here (v, error))
    return FALSE;
  id = fram_db_get_id (v->desk->db, v->enrolment);
  changes = fram_changes_begin (v->desk->db, v->desk->viewer, "visit", NULL, error);
  if (changes == NULL || !write_visit (v, changes, &id, error) ||
      !fram_access_log_add (v->desk->db, v->desk->viewer, "changed", FRAM_CLASS_PLAN,
                            fram_contact_participant_of (v->desk->db, v->enrolment), "visitor", error))
    return FALSE;
  /* Translators: a case number and a workshop */
  sentence = g_strdup_printf (_ ("%1$s visits %2$s that day."), v->case_no, fram_desk_activity_name (v->workshop));
  if (!fram_desk_finish (v->desk, changes, sentence, &changed, error))
    return FALSE;
  if (enrolment != NULL)
    *enrolment = id;
  if (what != NULL)
    *what = g_steal_pointer (&sentence);
  return TRUE;
}

/**
 * fram_desk_add_visitor:
 * @self: the desk
 * @workshop: where
 * @day: when
 * @case_no: a case number
 * @enrolment: (out) (optional): the row that can then be marked
 * @what: (out) (optional): a sentence for the toast
 * @error: return location; %FRAM_ERROR_NOT_FOUND with one sentence for everybody who cannot visit, whatever the cause;
 *   %FRAM_ERROR_INVALID for somebody who stands on this roster already
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_add_visitor (FramDesk *self, const FramUuid *workshop, FramDate day, const char *case_no, FramUuid *enrolment,
                       char **what, GError **error)
{
  g_autoptr (FramStoredActivity) stored = NULL;
  g_autofree char *number = g_strstrip (g_strdup (case_no != NULL ? case_no : ""));
  Visit v = { self, NULL, day, number, 0 };

  FRAM_DESK_LOCKED (self);
  stored = fram_desk_load_activity (self, workshop, error);
  v.workshop = stored;
  return stored != NULL && visit (&v, enrolment, what, error);
}
