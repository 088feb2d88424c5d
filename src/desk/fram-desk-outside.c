#include "fram-desk-places-private.h"

#include "fram-hint-store.h"
#include "fram-rights.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* Follow-ups at external places, and what a participant has of both. */

void
fram_external_follow_up_free (FramExternalFollowUp *self)
{
  g_free (self->case_no);
  g_free (self->name);
  g_free (self->employer);
  g_free (self->text);
  g_free (self);
}

void
fram_outside_free (FramOutside *self)
{
  g_clear_pointer (&self->stays, g_ptr_array_unref);
  g_clear_pointer (&self->follow_ups, g_ptr_array_unref);
  g_free (self->wish);
  g_free (self);
}

static gboolean
is_status (const FramStoredVisit *visit, const char *status)
{
  return g_strcmp0 (visit->status, status) == 0;
}

static char *
follow_up_text (const FramExternalFollowUp *self)
{
  g_autofree char *day = fram_date_to_day_month (self->day);

  if (self->held)
    return g_strdup_printf (C_ ("follow-up", "Held %s"), day);
  if (!self->open)
    return g_strdup_printf (C_ ("follow-up", "Did not take place %s"), day);
  return g_strdup_printf (self->due ? C_ ("follow-up", "Due since %s") : C_ ("follow-up", "Booked for %s"), day);
}

static FramExternalFollowUp *
follow_up_of (const FramStoredVisit *visit, FramDate today)
{
  FramExternalFollowUp *self = g_new0 (FramExternalFollowUp, 1);
  gboolean goes_on = visit->closed == FRAM_DATE_NONE || visit->closed >= today;

  self->booking = visit->is_event ? FRAM_UUID_NONE : visit->id;
  self->enrolment = visit->enrolment_id;
  self->case_no = g_strdup (visit->case_no);
  self->name = fram_desk_name_of (visit->given_name, visit->family_name, visit->is_protected);
  self->employer = g_strdup (visit->employer != NULL ? visit->employer : "");
  self->place = visit->place_id;
  self->day = visit->day;
  self->held = is_status (visit, "genomfort");
  self->open = !visit->is_event && (visit->status == NULL || is_status (visit, "bokat"));
  self->due = self->open && goes_on && self->day <= today;
  self->text = follow_up_text (self);
  return self;
}

static int
compare_follow_ups (gconstpointer a, gconstpointer b)
{
  const FramExternalFollowUp *x = *(const FramExternalFollowUp *const *)a, *y = *(const FramExternalFollowUp *const *)b;

  if (x->due != y->due)
    return x->due ? -1 : 1;
  if (x->open != y->open)
    return x->open ? -1 : 1;
  if (x->day == y->day)
    return g_strcmp0 (x->case_no, y->case_no);
  return (x->day < y->day) == (x->open != FALSE) ? -1 : 1;
}

/* What was moved or cancelled is not to be held; the others as they are shown, those that are due first. */
GPtrArray *
fram_desk_follow_ups_of (FramDesk *self, GPtrArray *visits)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_external_follow_up_free);

  for (guint i = 0; i < visits->len; i++)
    {
      const FramStoredVisit *visit = g_ptr_array_index (visits, i);

      if (!is_status (visit, "ombokat") && !is_status (visit, "avbokat"))
        g_ptr_array_add (all, follow_up_of (visit, self->viewer->today));
    }
  g_ptr_array_sort (all, compare_follow_ups);
  return all;
}

/**
 * fram_desk_external_follow_ups:
 * @self: the desk
 * @enrolment: (nullable): whose; %NULL for everybody's
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramExternalFollowUp): follow-ups at external places of those whose
 *   plan the person at the keyboard may see: those that are due, those to come, those held
 */
GPtrArray *
fram_desk_external_follow_ups (FramDesk *self, const FramUuid *enrolment, GError **error)
{
  g_autoptr (GPtrArray) visits = NULL;

  FRAM_DESK_LOCKED (self);
  if (!fram_desk_require (self, FRAM_CLASS_PLAN, FALSE, error))
    return NULL;
  visits = fram_places_load_visits (self->db, self->viewer, 0,
                                    enrolment != NULL ? fram_db_find_row (self->db, enrolment) : 0, error);
  return visits != NULL ? fram_desk_follow_ups_of (self, visits) : NULL;
}

gboolean
fram_desk_may_write_plan (FramDesk *self, GError **error)
{
  if (fram_rights_reaches_site (self->viewer, FRAM_CLASS_PLAN, TRUE))
    return TRUE;
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_DENIED,
                       _ ("Your roles do not let you change this. Ask an administrator."));
  return FALSE;
}

static gboolean
check_held (FramDesk *self, const FramStoredVisit *visit, gboolean held, GError **error)
{
  const char *sentence = NULL;

  if (visit->is_event)
    sentence = _ ("This follow-up is recorded as an event; that is not changed here.");
  else if (held && visit->day > self->viewer->today)
    sentence = _ ("This follow-up lies ahead. It can be held when its day has come.");
  if (sentence != NULL)
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_INVALID, sentence);
  return sentence == NULL;
}

/**
 * fram_desk_set_follow_up_held:
 * @self: the desk
 * @booking: the follow-up
 * @held: whether it was held
 * @what: (out) (optional): the sentence for the toast
 * @error: return location; then nothing was written
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_set_follow_up_held (FramDesk *self, const FramUuid *booking, gboolean held, char **what, GError **error)
{
  static const char *const columns[] = { "status", NULL };
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_BOOKING, booking);
  g_autoptr (FramStoredVisit) visit = NULL;
  g_autoptr (FramChanges) changes = NULL;

  FRAM_DESK_LOCKED (self);
  if (!fram_desk_may_write_plan (self, error))
    return FALSE;
  visit = fram_places_load_visit (self->db, self->viewer, booking, error);
  if (visit == NULL || !check_held (self, visit, held, error))
    return FALSE;
  changes = fram_changes_begin (self->db, self->viewer, "booking", NULL, error);
  fram_record_set_text (record, "status", held ? "genomfort" : "bokat");
  if (changes == NULL || fram_changes_update (changes, record, columns, error) == FRAM_WRITTEN_FAILED)
    return FALSE;
  return fram_desk_say (
      self, changes,
      /* Translators: a case number */
      g_strdup_printf (held ? _ ("The follow-up of %s is held.") : _ ("The follow-up of %s is to be held still."),
                       visit->case_no),
      what, error);
}

/**
 * fram_desk_propose_follow_ups:
 * @self: the desk
 * @from: first day of a stay
 * @to: its last day, or %FRAM_DATE_NONE
 * @weeks: (out) (optional) (element-type int): after how many weeks each is
 * @error: return location
 *
 * The programme says after how many weeks (setting external_follow_up_weeks); a day off moves to the next open day.
 *
 * Returns: (transfer full) (element-type FramDate): the days, as far as they are not over and lie within the stay
 */
GArray *
fram_desk_propose_follow_ups (FramDesk *self, FramDate from, FramDate to, GArray **weeks, GError **error)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (FramDate));
  g_autofree char *setting = NULL;
  g_autoptr (GArray) all = NULL;

  FRAM_DESK_LOCKED (self);
  setting = fram_hint_load_setting (self->db, "external_follow_up_weeks");
  all = fram_match_weeks (setting);
  if (weeks != NULL)
    *weeks = g_array_new (FALSE, FALSE, sizeof (int));
  for (guint i = 0; i < all->len; i++)
    {
      int week = g_array_index (all, int, i);
      FramDate day = fram_day_next_open (from + 7 * week - 1, fram_desk_closed_days (self), 0);

      if (day < self->viewer->today || (to != FRAM_DATE_NONE && day > to))
        continue;
      g_array_append_val (days, day);
      if (weeks != NULL)
        g_array_append_val (*weeks, week);
    }
  return days;
}

static void
add_outside_rights (FramDesk *self, FramOutside *outside, const FramStoredEnrolment *whose)
{
  gboolean open = whose->closed == FRAM_DATE_NONE || whose->closed >= self->viewer->today;
  gboolean places = fram_rights_reaches_site (self->viewer, FRAM_CLASS_PLACES, FALSE);

  outside->may_match = open && places;
  outside->may_place = open && places && fram_db_get_read_only_reason (self->db) == NULL &&
                       fram_rights_reaches_site (self->viewer, FRAM_CLASS_PLAN, TRUE);
}

/**
 * fram_desk_outside:
 * @self: the desk
 * @enrolment: whose
 * @error: return location; %FRAM_ERROR_DENIED for whose plan one may not see
 *
 * Returns: (transfer full) (nullable): a participant's external places and their follow-ups
 */
FramOutside *
fram_desk_outside (FramDesk *self, const FramUuid *enrolment, GError **error)
{
  g_autoptr (FramOutside) outside = g_new0 (FramOutside, 1);
  g_autoptr (FramStoredEnrolment) whose = NULL;
  g_autoptr (GPtrArray) stays = NULL;

  FRAM_DESK_LOCKED (self);
  whose = fram_enrolment_load (self->db, self->viewer, fram_db_find_row (self->db, enrolment), error);
  if (whose == NULL)
    return NULL;
  if (!fram_people_may_plan (self->db, self->viewer, whose->participant))
    {
      g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_DENIED, _ ("Your roles do not let you see this."));
      return NULL;
    }
  stays = fram_places_load_stays (self->db, self->viewer, 0, whose->row, error);
  outside->follow_ups = stays != NULL ? fram_desk_external_follow_ups (self, enrolment, error) : NULL;
  if (outside->follow_ups == NULL)
    return NULL;
  outside->stays = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_external_stay_free);
  for (guint i = 0; i < stays->len; i++)
    {
      const FramStoredOutside *stored = g_ptr_array_index (stays, i);
      FramExternalStay *stay = fram_desk_external_stay_of (stored);

      g_free (stay->name);
      stay->name = g_strdup (stored->employer);
      g_ptr_array_add (outside->stays, stay);
    }
  outside->wish = g_strdup (whose->wished_place);
  add_outside_rights (self, outside, whose);
  return g_steal_pointer (&outside);
}
