#include "fram-carrier-store.h"
#include "fram-desk-carrier.h"
#include "fram-desk-private.h"
#include "fram-ids.h"
#include "fram-rights.h"

#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* One change of who refers somebody. */
typedef struct
{
  FramDesk *desk;
  const FramUuid *enrolment_id;
  const FramReferrerChange *change;
  FramStoredEnrolment of;
  FramStoredReferrer referral;
  FramUuid organisation;
  char *organisation_code;
  FramUuid referrer;
  char *name;
  gboolean is_new;
} Change;

static void
change_clear (Change *self)
{
  fram_stored_enrolment_clear (&self->of);
  fram_stored_referrer_clear (&self->referral);
  g_clear_pointer (&self->organisation_code, g_free);
  g_clear_pointer (&self->name, g_free);
}

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

static gboolean
find_organisation (Change *c, GError **error)
{
  const char *code = c->change->organisation != NULL ? c->change->organisation : c->referral.organisation_code;

  if (code == NULL)
    return refuse (error, _ ("Choose the organisation that refers."));
  if (fram_db_find_code (c->desk->db, FRAM_ENTITY_ORGANISATION, code) == 0)
    {
      g_set_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND, _ ("There is no organisation “%s”."), code);
      return FALSE;
    }
  c->organisation = fram_db_get_id (c->desk->db, fram_db_find_code (c->desk->db, FRAM_ENTITY_ORGANISATION, code));
  c->organisation_code = g_strdup (code);
  return TRUE;
}

/* Somebody of that name who is there already is not added again. */
static gboolean
find_referrer (Change *c, GError **error)
{
  g_autoptr (GPtrArray) contacts =
      fram_carrier_load_contacts (c->desk->db, fram_db_find_row (c->desk->db, &c->organisation), error);
  g_autofree char *wanted = g_strstrip (g_strdup (c->change->name != NULL ? c->change->name : ""));

  for (guint i = 0; contacts != NULL && i < contacts->len; i++)
    {
      const FramStoredContact *contact = g_ptr_array_index (contacts, i);

      if (fram_uuid_equal (&contact->id, &c->change->referrer) ||
          (fram_uuid_is_none (&c->change->referrer) && g_strcmp0 (contact->name, wanted) == 0))
        {
          c->referrer = contact->id;
          c->name = g_strdup (contact->name);
          return TRUE;
        }
    }
  if (contacts == NULL)
    return FALSE;
  if (!fram_uuid_is_none (&c->change->referrer))
    return refuse (error, _ ("That person does not refer for this organisation."));
  if (wanted[0] == '\0')
    return refuse (error, _ ("Write the name of the new referrer."));
  c->referrer = fram_uuid_new (c->desk->clock);
  c->name = g_steal_pointer (&wanted);
  c->is_new = TRUE;
  return TRUE;
}

static gboolean
check (Change *c, GError **error)
{
  g_autoptr (FramViewer) writers = fram_rights_writers (c->desk->viewer, FRAM_CLASS_INTAKE);

  if (!fram_people_may (c->desk->db, writers, FRAM_CLASS_INTAKE, c->of.participant))
    {
      g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_DENIED,
                           _ ("Your roles do not let you change this. Ask an administrator."));
      return FALSE;
    }
  if (!fram_carrier_load_referrer (c->desk->db, c->of.row, &c->referral, error))
    return FALSE;
  if (fram_uuid_is_none (&c->referral.id))
    return refuse (error, _ ("The enrolment has no referral, so nobody refers."));
  if (c->change->day == FRAM_DATE_NONE || c->change->day > c->desk->viewer->today + 366)
    return refuse (error, _ ("Write the first day as year-month-day; at most a year ahead."));
  if (c->change->day < c->referral.received)
    return refuse (error, _ ("The change cannot come before the referral."));
  if (!find_organisation (c, error) || !find_referrer (c, error))
    return FALSE;
  if (fram_uuid_equal (&c->referrer, &c->referral.referrer))
    {
      g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID, _ ("%s is the referrer already."), c->name);
      return FALSE;
    }
  return TRUE;
}

static gboolean
add_contact (const Change *c, FramChanges *changes, GError **error)
{
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_CONTACT, &c->referrer);

  if (!c->is_new)
    return TRUE;
  fram_record_set_ref (record, "organisation", &c->organisation);
  fram_record_set_text (record, "name", c->name);
  fram_record_set_text (record, "phone", c->change->phone);
  fram_record_set_text (record, "email", c->change->email);
  fram_record_set_int (record, "active", 1);
  return ok (fram_changes_insert (changes, record, error));
}

static gboolean
set_referrer (const Change *c, FramChanges *changes, GError **error)
{
  static const char *const columns[] = { "organisation", "referrer", NULL };
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_REFERRAL, &c->referral.id);

  fram_record_set_ref (record, "organisation", &c->organisation);
  fram_record_set_ref (record, "referrer", &c->referrer);
  return ok (fram_changes_update (changes, record, columns, error));
}

/* An event of its own: it is where the chain tears (DOMAIN.md, "Meetings"). Written as files of events write it. */
static gboolean
add_event (const Change *c, FramChanges *changes, GError **error)
{
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_EVENT, NULL);
  g_autofree char *note = g_strdup_printf ("Ny anvisande handläggare: %s", c->name);

  fram_record_set_ref (record, "participant", &c->of.participant_id);
  fram_record_set_ref (record, "enrolment", c->enrolment_id);
  fram_record_set_date (record, "day", c->change->day);
  fram_record_set_text (record, "kind", "handlaggarbyte_anvisare");
  fram_record_set_text (record, "parties", c->organisation_code);
  fram_record_set_text (record, "status", "registrerat");
  fram_record_set_text (record, "note", note);
  return ok (fram_changes_insert (changes, record, error));
}

static gboolean
write_change (const Change *c, char **what, GError **error)
{
  g_autoptr (FramChanges) changes = fram_changes_begin (c->desk->db, c->desk->viewer, "referrer", NULL, error);
  g_autofree char *day = fram_date_to_day_month (c->change->day);
  /* TRANSLATORS: a person, a day */
  g_autofree char *sentence = g_strdup_printf (_ ("%s is the referrer from %s."), c->name, day);

  if (changes == NULL || !add_contact (c, changes, error) || !set_referrer (c, changes, error) ||
      !add_event (c, changes, error) || !fram_desk_finish (c->desk, changes, sentence, &fram_changed_house, error))
    return FALSE;
  if (what != NULL)
    *what = g_steal_pointer (&sentence);
  return TRUE;
}

/**
 * fram_desk_change_referrer:
 * @self: the desk
 * @enrolment: whose
 * @change: who refers from when
 * @what: (out) (optional): the sentence for the toast
 * @error: return location; %FRAM_ERROR_DENIED, %FRAM_ERROR_INVALID, %FRAM_ERROR_NOT_FOUND; then nothing was written
 *
 * Says who refers from now on, somebody known or somebody new, and that it changed.
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_change_referrer (FramDesk *self, const FramUuid *enrolment, const FramReferrerChange *change, char **what,
                           GError **error)
{
  Change c = { .desk = self, .enrolment_id = enrolment, .change = change };
  gboolean done;

  FRAM_DESK_LOCKED (self);
  done = fram_desk_require (self, FRAM_CLASS_INTAKE, TRUE, error) &&
         fram_carrier_load_enrolment (self->db, self->viewer, fram_db_find_row (self->db, enrolment), &c.of, error) &&
         check (&c, error) && write_change (&c, what, error);
  change_clear (&c);
  return done;
}
