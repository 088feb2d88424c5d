#include "fram-desk-carrier.h"

#include "fram-carrier-store.h"
#include "fram-desk-private.h"
#include "fram-hint-store.h"
#include "fram-ids.h"
#include "fram-rights.h"
#include "fram-sight.h"
#include "fram-text.h"

#include "fram-words.h"

#include <glib/gi18n-lib.h>

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_INVALID, sentence);
  return FALSE;
}

static gboolean
ok (FramWritten written)
{
  return written != FRAM_WRITTEN_FAILED;
}

static void
carrier_free (gpointer data)
{
  g_free (((FramCarrier *)data)->name);
  g_free (data);
}

static void
case_load_free (gpointer data)
{
  g_free (((FramCaseLoad *)data)->name);
  g_free (data);
}

static void
referrer_free (gpointer data)
{
  FramReferrer *self = data;

  g_free (self->name);
  g_free (self->phone);
  g_free (self->email);
  g_free (self);
}

void
fram_carriers_free (FramCarriers *self)
{
  g_free (self->name);
  g_clear_pointer (&self->case_workers, g_ptr_array_unref);
  g_clear_pointer (&self->loads, g_ptr_array_unref);
  g_free (self->organisation);
  g_free (self->organisation_name);
  g_free (self->referrer_name);
  g_clear_pointer (&self->referrers, g_ptr_array_unref);
  g_free (self);
}

static char *
shown_name (const FramStoredEnrolment *of)
{
  return of->is_protected ? fram_text_initials (of->given_name, of->family_name)
                          : g_strjoin (" ", of->given_name, of->family_name, NULL);
}

static guint
most_of (FramDesk *self)
{
  g_autofree char *setting = fram_hint_load_setting (self->db, "case_load");
  gint64 most = 0;

  return fram_int_parse (setting != NULL ? setting : "", &most) && most > 0 && most < 1000 ? (guint)most : 0;
}

/**
 * fram_desk_case_loads:
 * @self: the desk
 * @day: a day
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramCaseLoad): who is a case worker that day and how many each has;
 *   those with the fewest first
 */
GPtrArray *
fram_desk_case_loads (FramDesk *self, FramDate day, GError **error)
{
  g_autoptr (GPtrArray) stored = NULL;
  GPtrArray *loads;
  guint most;

  FRAM_DESK_LOCKED (self);
  if (!fram_desk_require (self, FRAM_CLASS_BASIC, FALSE, error))
    return NULL;
  stored = fram_carrier_load_loads (self->db, day, error);
  if (stored == NULL)
    return NULL;
  loads = g_ptr_array_new_with_free_func (case_load_free);
  most = most_of (self);
  for (guint i = 0; i < stored->len; i++)
    {
      FramStoredLoad *from = g_ptr_array_index (stored, i);
      FramCaseLoad *load = g_new0 (FramCaseLoad, 1);

      load->staff = from->staff;
      load->name = g_steal_pointer (&from->name);
      load->load = from->load;
      load->most = most;
      g_ptr_array_add (loads, load);
    }
  return loads;
}

static gboolean
writes (FramDesk *self, FramClass klass, gint64 participant)
{
  g_autoptr (FramViewer) writers = fram_rights_writers (self->viewer, klass);

  return fram_rights_may_write (self->viewer, klass) && fram_people_may (self->db, writers, klass, participant);
}

static gboolean
add_case_workers (FramDesk *self, FramCarriers *carriers, gint64 enrolment, GError **error)
{
  g_autoptr (GPtrArray) stored = fram_carrier_load (self->db, enrolment, error);

  if (stored == NULL)
    return FALSE;
  carriers->case_workers = g_ptr_array_new_with_free_func (carrier_free);
  for (guint i = stored->len; i > 0; i--)
    {
      FramStoredCarrier *from = g_ptr_array_index (stored, i - 1);
      FramCarrier *carrier = g_new0 (FramCarrier, 1);

      carrier->staff = from->staff;
      carrier->name = g_steal_pointer (&from->name);
      carrier->from = from->from;
      carrier->to = from->to;
      g_ptr_array_add (carriers->case_workers, carrier);
    }
  return TRUE;
}

static GPtrArray *
referrers_of (FramDesk *self, const FramUuid *organisation, GError **error)
{
  g_autoptr (GPtrArray) stored =
      fram_carrier_load_contacts (self->db, fram_db_find_row (self->db, organisation), error);
  GPtrArray *referrers;

  if (stored == NULL)
    return NULL;
  referrers = g_ptr_array_new_with_free_func (referrer_free);
  for (guint i = 0; i < stored->len; i++)
    {
      FramStoredContact *from = g_ptr_array_index (stored, i);
      FramReferrer *referrer = g_new0 (FramReferrer, 1);

      referrer->id = from->id;
      referrer->name = g_steal_pointer (&from->name);
      referrer->phone = g_steal_pointer (&from->phone);
      referrer->email = g_steal_pointer (&from->email);
      g_ptr_array_add (referrers, referrer);
    }
  return referrers;
}

/* Where the person comes from is class intake. */
static gboolean
add_referrer (FramDesk *self, FramCarriers *carriers, const FramStoredEnrolment *of, GError **error)
{
  g_auto (FramStoredReferrer) referral = { 0 };

  if (!fram_people_may (self->db, self->viewer, FRAM_CLASS_INTAKE, of->participant))
    return TRUE;
  if (!fram_carrier_load_referrer (self->db, of->row, &referral, error))
    return FALSE;
  carriers->organisation = g_steal_pointer (&referral.organisation_code);
  carriers->organisation_name = g_steal_pointer (&referral.organisation_name);
  carriers->referrer = referral.referrer;
  carriers->referrer_name = g_steal_pointer (&referral.referrer_name);
  carriers->referrers = referrers_of (self, &referral.organisation, error);
  carriers->may_change_referrer =
      !fram_uuid_is_none (&referral.id) && writes (self, FRAM_CLASS_INTAKE, of->participant);
  return carriers->referrers != NULL;
}

/**
 * fram_desk_carriers:
 * @self: the desk
 * @enrolment: whose
 * @error: return location; %FRAM_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable): who carries the participant, as far as the person at the keyboard may see it
 */
FramCarriers *
fram_desk_carriers (FramDesk *self, const FramUuid *enrolment, GError **error)
{
  g_autoptr (FramCarriers) carriers = g_new0 (FramCarriers, 1);
  g_auto (FramStoredEnrolment) of = { 0 };
  gboolean writable;

  FRAM_DESK_LOCKED (self);
  writable = fram_db_get_read_only_reason (self->db) == NULL;
  if (!fram_carrier_load_enrolment (self->db, self->viewer, fram_db_find_row (self->db, enrolment), &of, error))
    return NULL;
  carriers->name = shown_name (&of);
  carriers->enrolled = of.enrolled;
  carriers->closed = of.closed;
  carriers->loads = fram_desk_case_loads (self, self->viewer->today, error);
  if (carriers->loads == NULL || !add_case_workers (self, carriers, of.row, error) ||
      !add_referrer (self, carriers, &of, error))
    return NULL;
  carriers->may_change = writable && writes (self, FRAM_CLASS_BASIC, of.participant);
  carriers->may_change_referrer = writable && carriers->may_change_referrer;
  carriers->writes_document = writable && writes (self, FRAM_CLASS_DOCUMENT, of.participant);
  return g_steal_pointer (&carriers);
}

/* One change of case worker. */
typedef struct
{
  FramDesk *desk;
  const FramUuid *enrolment_id;
  const FramCarrierChange *change;
  FramStoredEnrolment of;
  GPtrArray *before; /* (element-type FramStoredCarrier) */
  char *name;        /* of who is to be in charge */
} Change;

static void
change_clear (Change *self)
{
  fram_stored_enrolment_clear (&self->of);
  g_clear_pointer (&self->before, g_ptr_array_unref);
  g_clear_pointer (&self->name, g_free);
}

static gboolean
check_days (const Change *c, GError **error)
{
  FramDate from = c->change->from;

  if (from == FRAM_DATE_NONE || from > c->desk->viewer->today + 366)
    return refuse (error, _ ("Write the first day as year-month-day; at most a year ahead."));
  if (from < c->of.enrolled)
    return refuse (error, _ ("Nobody can be in charge before the enrolment begins."));
  if (c->of.closed != FRAM_DATE_NONE && from > c->of.closed)
    return refuse (error, _ ("The enrolment is closed by then; choose a day before that."));
  if (c->change->overlap_to != FRAM_DATE_NONE && c->change->overlap_to < from)
    return refuse (error, _ ("The last day with both must not come before the first."));
  return TRUE;
}

static gboolean
check_staff (Change *c, GError **error)
{
  g_autoptr (GPtrArray) loads = fram_carrier_load_loads (c->desk->db, c->change->from, error);

  for (guint i = 0; loads != NULL && i < loads->len; i++)
    {
      FramStoredLoad *load = g_ptr_array_index (loads, i);

      if (fram_uuid_equal (&load->staff, &c->change->staff))
        c->name = g_strdup (load->name);
    }
  if (loads != NULL && c->name == NULL)
    return refuse (error, _ ("Choose somebody who is a case worker on that day."));
  return loads != NULL;
}

/* A later change stands in the way: it would be lost. */
static gboolean
check_before (const Change *c, GError **error)
{
  for (guint i = 0; i < c->before->len; i++)
    {
      const FramStoredCarrier *one = g_ptr_array_index (c->before, i);
      char day[FRAM_DATE_TEXT_SIZE];

      if (one->from > c->change->from)
        {
          g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID,
                       _ ("%s is in charge from %s already. Choose that day or a later one."), one->name,
                       fram_date_format (one->from, day));
          return FALSE;
        }
      if (fram_uuid_equal (&one->staff, &c->change->staff) && (one->to == FRAM_DATE_NONE || one->to >= c->change->from))
        {
          g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID, _ ("%s is in charge on that day already."), one->name);
          return FALSE;
        }
    }
  return TRUE;
}

/* Of a person with protected identity sees only who is named: who hands over is so no longer. */
static gboolean
end_name (const Change *c, FramChanges *changes, const FramUuid *staff, FramDate last, GError **error)
{
  static const char *const columns[] = { "to_day", NULL };
  g_autoptr (GPtrArray) ids = NULL;

  if (!c->of.is_protected)
    return TRUE;
  ids = fram_carrier_load_names (c->desk->db, c->of.participant, fram_db_find_row (c->desk->db, staff), last, error);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_NAMED_ACCESS, g_ptr_array_index (ids, i));

      fram_record_set_date (record, "to_day", last);
      if (!ok (fram_changes_update (changes, record, columns, error)))
        return FALSE;
    }
  return ids != NULL;
}

static gboolean
add_name (const Change *c, FramChanges *changes, GError **error)
{
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_NAMED_ACCESS, NULL);

  if (!c->of.is_protected)
    return TRUE;
  fram_record_set_ref (record, "participant", &c->of.participant_id);
  fram_record_set_ref (record, "staff", &c->change->staff);
  /* known a little before the first day, as everybody else's next case worker is */
  fram_record_set_date (record, "from_day", c->change->from - FRAM_SIGHT_DAYS_FORWARD);
  return ok (fram_changes_insert (changes, record, error));
}

/* Whoever began that same day was a slip and is taken away; the others end, with an overlap or the day before. */
static gboolean
end_before (const Change *c, FramChanges *changes, GError **error)
{
  static const char *const columns[] = { "to_day", NULL };
  FramDate last = c->change->overlap_to != FRAM_DATE_NONE ? c->change->overlap_to : c->change->from - 1;

  for (guint i = 0; i < c->before->len; i++)
    {
      const FramStoredCarrier *one = g_ptr_array_index (c->before, i);
      g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_CASE_WORKER, &one->id);

      if (one->to != FRAM_DATE_NONE && one->to <= last)
        continue;
      fram_record_set_date (record, "to_day", last);
      if (!ok (one->from == c->change->from && c->change->overlap_to == FRAM_DATE_NONE
                   ? fram_changes_remove (changes, FRAM_ENTITY_CASE_WORKER, &one->id, error)
                   : fram_changes_update (changes, record, columns, error)) ||
          !end_name (c, changes, &one->staff, last, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_case_worker (const Change *c, FramChanges *changes, GError **error)
{
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_CASE_WORKER, NULL);

  fram_record_set_ref (record, "enrolment", c->enrolment_id);
  fram_record_set_ref (record, "staff", &c->change->staff);
  fram_record_set_date (record, "from_day", c->change->from);
  fram_record_set_date (record, "to_day", c->of.closed);
  return ok (fram_changes_insert (changes, record, error));
}

static gboolean
write_change (Change *c, char **what, GError **error)
{
  g_autoptr (FramChanges) changes = fram_changes_begin (c->desk->db, c->desk->viewer, "case-worker", NULL, error);
  g_autofree char *person = shown_name (&c->of);
  g_autofree char *day = fram_date_to_day_month (c->change->from);
  /* TRANSLATORS: a case worker, a participant, a day */
  g_autofree char *sentence = g_strdup_printf (_ ("%s is in charge of %s from %s."), c->name, person, day);

  if (changes == NULL || !end_before (c, changes, error) || !add_case_worker (c, changes, error) ||
      !add_name (c, changes, error) || !fram_desk_finish (c->desk, changes, sentence, &fram_changed_house, error))
    return FALSE;
  if (what != NULL)
    *what = g_steal_pointer (&sentence);
  return TRUE;
}

/**
 * fram_desk_change_case_worker:
 * @self: the desk
 * @enrolment: whose
 * @change: who is in charge from when
 * @what: (out) (optional): the sentence for the toast
 * @error: return location; %FRAM_ERROR_DENIED, %FRAM_ERROR_INVALID, %FRAM_ERROR_NOT_FOUND; then nothing was written
 *
 * Gives an enrolment its first case worker or another one. Who was in charge is so until the day before, or for as long as
 * both are to be; history stays as it was. Of a person with protected identity the new one is named and the old one is not
 * any more.
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_change_case_worker (FramDesk *self, const FramUuid *enrolment, const FramCarrierChange *change, char **what,
                              GError **error)
{
  Change c = { self, enrolment, change, { 0 }, NULL, NULL };
  gboolean done = FALSE;

  FRAM_DESK_LOCKED (self);
  if (fram_desk_require (self, FRAM_CLASS_BASIC, TRUE, error) &&
      fram_carrier_load_enrolment (self->db, self->viewer, fram_db_find_row (self->db, enrolment), &c.of, error))
    {
      c.before = fram_carrier_load (self->db, c.of.row, error);
      if (!writes (self, FRAM_CLASS_BASIC, c.of.participant))
        g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_DENIED,
                             _ ("Your roles do not let you change this. Ask an administrator."));
      else
        done = c.before != NULL && check_days (&c, error) && check_staff (&c, error) && check_before (&c, error) &&
               write_change (&c, what, error);
    }
  change_clear (&c);
  return done;
}
