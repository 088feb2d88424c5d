#include "fram-booking-store.h"

#include "fram-db-private.h"
#include "fram-sight.h"
#include "fram-text.h"

void
fram_stored_booking_free (FramStoredBooking *self)
{
  g_free (self->case_no);
  g_free (self->given_name);
  g_free (self->family_name);
  g_free (self->kind);
  g_free (self->staff_name);
  g_free (self->place);
  g_free (self->parties);
  g_free (self->status);
  g_free (self);
}

void
fram_stored_busy_free (FramStoredBusy *self)
{
  g_free (self->name);
  g_free (self);
}

/* Class plan; an appointment elsewhere is known to who reads notes only. Who sees but own bookings knows of the others when
 * they are. */
static char *
booking_sql (const FramViewer *viewer, const char *where)
{
  g_autofree char *plan = fram_sight_of_participant (viewer, FRAM_CLASS_PLAN, "b.participant");
  g_autofree char *whole = fram_sight_of_plan (viewer, "b.participant");
  g_autofree char *note = fram_sight_of_participant (viewer, FRAM_CLASS_NOTE, "b.participant");

  return g_strdup_printf ("SELECT b.id, i.uuid, b.participant, pi.uuid, p.case_no, p.given_name, p.family_name,"
                          " p.protected, b.enrolment, ei.uuid,"
                          " CASE WHEN b.staff = %" G_GINT64_FORMAT
                          " OR %s THEN b.kind ELSE 'annan_bokning' END, b.day, b.starts, b.minutes, b.staff, si.uuid,"
                          " s.name, b.place, b.parties, b.interpreter, b.status,"
                          " CASE b.kind WHEN 'annan_bokning' THEN %s ELSE b.staff = %" G_GINT64_FORMAT " OR %s END"
                          " FROM booking b JOIN ident i ON i.id = b.id JOIN participant p ON p.id = b.participant"
                          " JOIN ident pi ON pi.id = p.id LEFT JOIN ident ei ON ei.id = b.enrolment"
                          " LEFT JOIN staff s ON s.id = b.staff LEFT JOIN ident si ON si.id = s.id"
                          " WHERE %s AND b.gone = 0 AND %s ORDER BY b.day, b.starts, b.id",
                          viewer->staff, whole, note, viewer->staff, whole, where, plan);
}

static void
read_details (FramStoredBooking *self, sqlite3_stmt *stmt)
{
  self->known = sqlite3_column_int (stmt, 21) != 0;
  if (!self->known)
    return;
  self->staff = sqlite3_column_int64 (stmt, 14);
  self->staff_id = fram_column_uuid (stmt, 15);
  self->staff_name = fram_column_text (stmt, 16);
  self->place = fram_column_text (stmt, 17);
  self->parties = fram_column_text (stmt, 18);
  self->interpreter = sqlite3_column_int (stmt, 19) != 0;
}

static FramStoredBooking *
read_booking (sqlite3_stmt *stmt)
{
  FramStoredBooking *self = g_new0 (FramStoredBooking, 1);

  self->row = sqlite3_column_int64 (stmt, 0);
  self->id = fram_column_uuid (stmt, 1);
  self->participant = sqlite3_column_int64 (stmt, 2);
  self->participant_id = fram_column_uuid (stmt, 3);
  self->case_no = fram_column_text (stmt, 4);
  self->given_name = fram_column_text (stmt, 5);
  self->family_name = fram_column_text (stmt, 6);
  self->is_protected = sqlite3_column_int (stmt, 7) != 0;
  self->enrolment = sqlite3_column_int64 (stmt, 8);
  self->enrolment_id = fram_column_uuid (stmt, 9);
  self->kind = fram_column_text (stmt, 10);
  self->day = fram_column_date (stmt, 11);
  self->starts = fram_column_minutes (stmt, 12);
  self->minutes = fram_column_minutes (stmt, 13);
  self->status = fram_column_text (stmt, 20);
  read_details (self, stmt);
  return self;
}

/**
 * fram_booking_load:
 * @db: a register
 * @viewer: who asks
 * @participant: row number of whose
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredBooking): what is and was booked, in order of time
 */
GPtrArray *
fram_booking_load (FramDb *db, const FramViewer *viewer, gint64 participant, GError **error)
{
  g_autoptr (GPtrArray) bookings = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_stored_booking_free);
  g_autofree char *sql = booking_sql (viewer, "b.participant = ?");
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "i", participant);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    g_ptr_array_add (bookings, read_booking (stmt));
  if (local == NULL)
    return g_steal_pointer (&bookings);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * fram_booking_load_own:
 * @db: a register
 * @viewer: who asks
 * @from: first day
 * @to: last day
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredBooking): talks of the viewer's own with those whom the viewer
 *   sees, in order of time; without those called off or moved
 */
GPtrArray *
fram_booking_load_own (FramDb *db, const FramViewer *viewer, FramDate from, FramDate to, GError **error)
{
  g_autoptr (GPtrArray) bookings = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_stored_booking_free);
  g_autofree char *sql = booking_sql (viewer, "b.staff = ?1 AND b.day BETWEEN ?2 AND ?3"
                                              " AND ifnull (b.status, '') NOT IN ('avbokat', 'ombokat')");
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = viewer->staff != 0 ? fram_db_query (db, &local, sql, "idd", viewer->staff, from, to) : NULL;

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    g_ptr_array_add (bookings, read_booking (stmt));
  if (local == NULL)
    return g_steal_pointer (&bookings);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * fram_booking_load_one:
 * @db: a register
 * @viewer: who asks
 * @row: row number of a booking
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the booking; %NULL without an error where it is not there or not for the viewer
 */
FramStoredBooking *
fram_booking_load_one (FramDb *db, const FramViewer *viewer, gint64 row, GError **error)
{
  g_autofree char *sql = booking_sql (viewer, "b.id = ?");
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "i", row);
  FramStoredBooking *self = NULL;

  if (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      self = read_booking (stmt);
      sqlite3_reset (stmt);
    }
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return self;
}

/* Rows of: row number, name, from, to, group. */
static GPtrArray *
load_busy (FramDb *db, const char *sql, gint64 row, FramDate day, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_stored_busy_free);
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "idi", row, day, (gint64)fram_date_get_weekday (day));

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramStoredBusy *one = g_new0 (FramStoredBusy, 1);

      one->row = sqlite3_column_int64 (stmt, 0);
      one->name = fram_column_text (stmt, 1);
      one->from = fram_column_minutes (stmt, 2);
      one->to = fram_column_minutes (stmt, 3);
      one->group = sqlite3_column_int64 (stmt, 4);
      g_ptr_array_add (all, one);
    }
  if (local == NULL)
    return g_steal_pointer (&all);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * fram_booking_load_plan:
 * @db: a register
 * @participant: row number of whose; that the plan may be seen is the caller's to know
 * @day: the day
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredBusy): the stretches of the weekly plan on that day
 */
GPtrArray *
fram_booking_load_plan (FramDb *db, gint64 participant, FramDate day, GError **error)
{
  const char *language = fram_text_is_swedish () ? "sv" : "en";
  g_autofree char *sql = g_strdup_printf (
      "SELECT DISTINCT 0, coalesce (w.name_%s, g.name, k.name_%s), s.from_time, s.to_time, 0 FROM plan_slot s"
      " JOIN enrolment e ON e.id = s.enrolment AND e.gone = 0 LEFT JOIN workshop w ON w.id = s.activity"
      " LEFT JOIN activity_group g ON g.id = s.activity LEFT JOIN group_kind k ON k.id = g.group_kind"
      " WHERE e.participant = ?1 AND s.gone = 0 AND s.weekday = ?3 AND s.valid_from <= ?2"
      " AND (s.valid_to IS NULL OR s.valid_to >= ?2) AND (e.closed IS NULL OR e.closed >= ?2) ORDER BY s.from_time",
      language, language);

  return load_busy (db, sql, participant, day, error);
}

/**
 * fram_booking_load_groups:
 * @db: a register
 * @participant: row number of whose
 * @day: the day
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredBusy): the groups that the person is a member of; whether one
 *   meets that day is the caller's to work out
 */
GPtrArray *
fram_booking_load_groups (FramDb *db, gint64 participant, FramDate day, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT DISTINCT 0, coalesce (g.name, k.name_%s), NULL, NULL, g.id"
      " FROM membership m JOIN enrolment e ON e.id = m.enrolment AND e.gone = 0"
      " JOIN activity_group g ON g.id = m.activity_group JOIN group_kind k ON k.id = g.group_kind"
      " WHERE e.participant = ?1 AND ?3 > 0 AND m.gone = 0 AND m.waiting = 0 AND m.from_day <= ?2"
      " AND (m.to_day IS NULL OR m.to_day >= ?2) AND g.gone = 0"
      " AND NOT EXISTS (SELECT 1 FROM plan_slot s WHERE s.enrolment = e.id AND s.activity = g.id AND s.gone = 0)"
      " ORDER BY g.id",
      fram_text_is_swedish () ? "sv" : "en");

  return load_busy (db, sql, participant, day, error);
}

#define IS_ON "b.gone = 0 AND ifnull (b.status, '') NOT IN ('avbokat', 'ombokat') AND b.starts IS NOT NULL"

/**
 * fram_booking_load_others:
 * @db: a register
 * @participant: row number of whose
 * @day: the day
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredBusy): when the person has bookings; the name is the code of
 *   the kind
 */
GPtrArray *
fram_booking_load_others (FramDb *db, gint64 participant, FramDate day, GError **error)
{
  return load_busy (db,
                    "SELECT b.id, b.kind, b.starts, b.starts + ifnull (b.minutes, 60), 0 FROM booking b"
                    " WHERE b.participant = ?1 AND b.day = ?2 AND ?3 > 0 AND " IS_ON " ORDER BY b.starts",
                    participant, day, error);
}

/**
 * fram_booking_load_of_staff:
 * @db: a register
 * @staff: row number of who
 * @day: the day
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredBusy): when somebody who works here has bookings, never with
 *   whom
 */
GPtrArray *
fram_booking_load_of_staff (FramDb *db, gint64 staff, FramDate day, GError **error)
{
  return load_busy (db,
                    "SELECT b.id, NULL, b.starts, b.starts + ifnull (b.minutes, 60), 0 FROM booking b"
                    " WHERE b.staff = ?1 AND b.day = ?2 AND ?3 > 0 AND " IS_ON " ORDER BY b.starts",
                    staff, day, error);
}

GPtrArray *
fram_booking_load_absences (FramDb *db, gint64 participant, FramDate day, GError **error)
{
  return load_busy (db,
                    "SELECT DISTINCT 0, NULL, a.from_time, a.to_time, 0 FROM planned_absence a"
                    " JOIN enrolment e ON e.id = a.enrolment WHERE e.participant = ?1 AND a.gone = 0 AND ?3 > 0"
                    " AND a.from_day <= ?2 AND a.to_day >= ?2",
                    participant, day, error);
}

gboolean
fram_booking_needs_interpreter (FramDb *db, gint64 participant)
{
  return fram_db_int (db, 0, "SELECT interpreter FROM participant WHERE id = ?", "i", participant) != 0;
}

char *
fram_booking_load_language (FramDb *db, gint64 participant)
{
  return fram_db_text (db, "SELECT language FROM participant WHERE id = ?", "i", participant);
}
