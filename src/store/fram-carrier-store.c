#include "fram-carrier-store.h"

#include "fram-db-private.h"
#include "fram-sight.h"
#include "fram-text.h"

#include <glib/gi18n-lib.h>

static void
carrier_free (gpointer data)
{
  g_free (((FramStoredCarrier *)data)->name);
  g_free (data);
}

static void
load_free (gpointer data)
{
  g_free (((FramStoredLoad *)data)->name);
  g_free (data);
}

static void
contact_free (gpointer data)
{
  FramStoredContact *self = data;

  g_free (self->name);
  g_free (self->phone);
  g_free (self->email);
  g_free (self);
}

static void
deputy_free (gpointer data)
{
  FramStoredDeputy *self = data;

  g_free (self->absent_name);
  g_free (self->deputy_name);
  g_free (self);
}

void
fram_stored_referrer_clear (FramStoredReferrer *self)
{
  g_clear_pointer (&self->organisation_code, g_free);
  g_clear_pointer (&self->organisation_name, g_free);
  g_clear_pointer (&self->referrer_name, g_free);
}

void
fram_stored_enrolment_clear (FramStoredEnrolment *self)
{
  g_clear_pointer (&self->case_no, g_free);
  g_clear_pointer (&self->given_name, g_free);
  g_clear_pointer (&self->family_name, g_free);
}

/* The array, or NULL with the error handed on. */
static GPtrArray *
settle (GPtrArray *array, GError *local, GError **error)
{
  if (local == NULL)
    return array;
  g_ptr_array_unref (array);
  g_propagate_error (error, local);
  return NULL;
}

/**
 * fram_carrier_load_enrolment:
 * @db: a register
 * @viewer: who asks
 * @enrolment: row number
 * @out: (out): what is known of it
 * @error: return location; %FRAM_ERROR_NOT_FOUND also for one that the viewer may not see
 *
 * Returns: whether it is there
 */
gboolean
fram_carrier_load_enrolment (FramDb *db, const FramViewer *viewer, gint64 enrolment, FramStoredEnrolment *out,
                             GError **error)
{
  g_autofree char *sight = fram_sight_of_participant (viewer, FRAM_CLASS_BASIC, "e.participant");
  g_autofree char *sql = g_strdup_printf (
      "SELECT e.id, p.id, i.uuid, p.case_no, p.given_name, p.family_name, p.protected, e.enrolled, e.closed"
      " FROM enrolment e JOIN participant p ON p.id = e.participant AND p.gone = 0 JOIN ident i ON i.id = p.id"
      " WHERE e.id = ?1 AND e.gone = 0 AND %s",
      sight);
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "i", enrolment);
  gboolean found = stmt != NULL && fram_db_step (db, stmt, &local);

  *out = (FramStoredEnrolment){ 0 };
  if (found)
    {
      out->row = sqlite3_column_int64 (stmt, 0);
      out->participant = sqlite3_column_int64 (stmt, 1);
      out->participant_id = fram_column_uuid (stmt, 2);
      out->case_no = fram_column_text (stmt, 3);
      out->given_name = fram_column_text (stmt, 4);
      out->family_name = fram_column_text (stmt, 5);
      out->is_protected = sqlite3_column_int (stmt, 6) != 0;
      out->enrolled = fram_column_date (stmt, 7);
      out->closed = fram_column_date (stmt, 8);
      sqlite3_reset (stmt);
    }
  else if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND, _ ("The enrolment is not in the register."));
  return found;
}

/**
 * fram_carrier_load:
 * @db: a register
 * @enrolment: row number
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredCarrier): who was, is and will be its case worker, in order
 */
GPtrArray *
fram_carrier_load (FramDb *db, gint64 enrolment, GError **error)
{
  GPtrArray *carriers = g_ptr_array_new_with_free_func (carrier_free);
  GError *local = NULL;
  sqlite3_stmt *stmt =
      fram_db_query (db, &local,
                     "SELECT i.uuid, si.uuid, s.name, s.active, c.from_day, c.to_day FROM case_worker c"
                     " JOIN ident i ON i.id = c.id JOIN staff s ON s.id = c.staff JOIN ident si ON si.id = s.id"
                     " WHERE c.enrolment = ? AND c.gone = 0 ORDER BY c.from_day, c.id",
                     "i", enrolment);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramStoredCarrier *self = g_new0 (FramStoredCarrier, 1);

      self->id = fram_column_uuid (stmt, 0);
      self->staff = fram_column_uuid (stmt, 1);
      self->name = fram_column_text (stmt, 2);
      self->active = sqlite3_column_int (stmt, 3) != 0;
      self->from = fram_column_date (stmt, 4);
      self->to = fram_column_date (stmt, 5);
      g_ptr_array_add (carriers, self);
    }
  return settle (carriers, local, error);
}

/**
 * fram_carrier_load_loads:
 * @db: a register
 * @day: a day
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredLoad): who is a case worker of their own that day, with how
 *   many they have then; those with the fewest first
 */
GPtrArray *
fram_carrier_load_loads (FramDb *db, FramDate day, GError **error)
{
  GPtrArray *loads = g_ptr_array_new_with_free_func (load_free);
  GError *local = NULL;
  sqlite3_stmt *stmt = fram_db_query (
      db, &local,
      "SELECT i.uuid, s.name, (SELECT count (DISTINCT c.enrolment) FROM case_worker c"
      "  JOIN enrolment e ON e.id = c.enrolment AND e.gone = 0 AND (e.closed IS NULL OR e.closed >= ?1)"
      "  WHERE c.staff = s.id AND c.gone = 0 AND c.from_day <= ?1 AND (c.to_day IS NULL OR c.to_day >= ?1))"
      " FROM staff s JOIN ident i ON i.id = s.id WHERE s.active = 1 AND s.gone = 0"
      " AND EXISTS (SELECT 1 FROM role_grant r WHERE r.staff = s.id AND r.role = 'case_worker' AND r.gone = 0"
      "  AND r.stand_in = 0 AND r.deputy_for IS NULL AND (r.from_day IS NULL OR r.from_day <= ?1)"
      "  AND (r.to_day IS NULL OR r.to_day >= ?1)) ORDER BY 3, s.name",
      "d", day);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramStoredLoad *self = g_new0 (FramStoredLoad, 1);

      self->staff = fram_column_uuid (stmt, 0);
      self->name = fram_column_text (stmt, 1);
      self->load = (guint)sqlite3_column_int (stmt, 2);
      g_ptr_array_add (loads, self);
    }
  return settle (loads, local, error);
}

/**
 * fram_carrier_load_referrer:
 * @db: a register
 * @enrolment: row number
 * @out: (out): its referral; none where there is none
 * @error: return location
 *
 * Returns: whether the register could be read
 */
gboolean
fram_carrier_load_referrer (FramDb *db, gint64 enrolment, FramStoredReferrer *out, GError **error)
{
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (
      db, &local,
      "SELECT i.uuid, oi.uuid, o.code, o.name_sv, o.name_en, ci.uuid, c.name, r.received FROM enrolment e"
      " JOIN referral r ON r.id = e.referral AND r.gone = 0 JOIN ident i ON i.id = r.id"
      " LEFT JOIN organisation o ON o.id = r.organisation LEFT JOIN ident oi ON oi.id = o.id"
      " LEFT JOIN contact c ON c.id = r.referrer LEFT JOIN ident ci ON ci.id = c.id WHERE e.id = ?",
      "i", enrolment);

  *out = (FramStoredReferrer){ .received = FRAM_DATE_NONE };
  if (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      out->id = fram_column_uuid (stmt, 0);
      out->organisation = fram_column_uuid (stmt, 1);
      out->organisation_code = fram_column_text (stmt, 2);
      out->organisation_name = fram_column_text (stmt, fram_text_is_swedish () ? 3 : 4);
      out->referrer = fram_column_uuid (stmt, 5);
      out->referrer_name = fram_column_text (stmt, 6);
      out->received = fram_column_date (stmt, 7);
      sqlite3_reset (stmt);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * fram_carrier_load_contacts:
 * @db: a register
 * @organisation: row number
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredContact): who refers people there, by name
 */
GPtrArray *
fram_carrier_load_contacts (FramDb *db, gint64 organisation, GError **error)
{
  GPtrArray *contacts = g_ptr_array_new_with_free_func (contact_free);
  GError *local = NULL;
  sqlite3_stmt *stmt =
      fram_db_query (db, &local,
                     "SELECT i.uuid, c.name, c.phone, c.email FROM contact c JOIN ident i ON i.id = c.id"
                     " WHERE c.organisation = ? AND c.gone = 0 AND c.active = 1 ORDER BY c.name",
                     "i", organisation);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramStoredContact *self = g_new0 (FramStoredContact, 1);

      self->id = fram_column_uuid (stmt, 0);
      self->name = fram_column_text (stmt, 1);
      self->phone = fram_column_text (stmt, 2);
      self->email = fram_column_text (stmt, 3);
      g_ptr_array_add (contacts, self);
    }
  return settle (contacts, local, error);
}

/**
 * fram_carrier_load_names:
 * @db: a register
 * @participant: row number of a person with protected identity
 * @staff: row number of who works here
 * @day: a day
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramUuid): what names @staff for that person on @day or later; not what
 *   was an exception for one day
 */
GPtrArray *
fram_carrier_load_names (FramDb *db, gint64 participant, gint64 staff, FramDate day, GError **error)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  GError *local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local,
                                      "SELECT i.uuid FROM named_access n JOIN ident i ON i.id = n.id"
                                      " WHERE n.participant = ?1 AND n.staff = ?2 AND n.gone = 0 AND n.exceptional = 0"
                                      " AND (n.to_day IS NULL OR n.to_day >= ?3)",
                                      "iid", participant, staff, day);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramUuid *id = g_new (FramUuid, 1);

      *id = fram_column_uuid (stmt, 0);
      g_ptr_array_add (ids, id);
    }
  return settle (ids, local, error);
}

/**
 * fram_deputy_load:
 * @db: a register
 * @absent: row number of who is away, 0 for everybody
 * @since: those that last until this day or longer
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredDeputy): deputies, in order of day
 */
GPtrArray *
fram_deputy_load (FramDb *db, gint64 absent, FramDate since, GError **error)
{
  GPtrArray *deputies = g_ptr_array_new_with_free_func (deputy_free);
  GError *local = NULL;
  sqlite3_stmt *stmt = fram_db_query (
      db, &local,
      "SELECT i.uuid, ai.uuid, di.uuid, a.name, d.name, r.from_day, r.to_day FROM role_grant r"
      " JOIN ident i ON i.id = r.id JOIN staff a ON a.id = r.deputy_for JOIN ident ai ON ai.id = a.id"
      " JOIN staff d ON d.id = r.staff JOIN ident di ON di.id = d.id WHERE r.gone = 0 AND r.stand_in = 0"
      " AND (?1 IS NULL OR r.deputy_for = ?1) AND (r.to_day IS NULL OR r.to_day >= ?2) ORDER BY r.from_day, d.name",
      "rd", absent, since);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramStoredDeputy *self = g_new0 (FramStoredDeputy, 1);

      self->id = fram_column_uuid (stmt, 0);
      self->absent = fram_column_uuid (stmt, 1);
      self->deputy = fram_column_uuid (stmt, 2);
      self->absent_name = fram_column_text (stmt, 3);
      self->deputy_name = fram_column_text (stmt, 4);
      self->from = fram_column_date (stmt, 5);
      self->to = fram_column_date (stmt, 6);
      g_ptr_array_add (deputies, self);
    }
  return settle (deputies, local, error);
}
