#include "fram-places-store.h"

#include "fram-db-private.h"
#include "fram-sight.h"
#include "fram-text.h"

#include <glib/gi18n-lib.h>

void
fram_stored_place_free (FramStoredPlace *self)
{
  g_free (self->employer);
  g_free (self->sort_key);
  g_free (self->tasks);
  g_free (self->contact_name);
  g_free (self->contact_phone);
  g_free (self->contact_email);
  g_free (self->address);
  g_free (self->fields);
  g_free (self->areas);
  g_free (self->adaptations);
  g_free (self->note);
  g_free (self);
}

static char *
place_sql (const FramViewer *viewer, const char *where)
{
  g_autofree char *sight = fram_sight_of_class (viewer, FRAM_CLASS_PLACES);

  return g_strdup_printf ("SELECT x.id, i.uuid, x.employer, x.tasks, x.contact_name, x.contact_phone, x.contact_email,"
                          " x.address, x.field, x.areas, x.adaptations, x.note, x.capacity, x.free_from, x.active"
                          " FROM external_place x JOIN ident i ON i.id = x.id WHERE x.gone = 0 AND %s AND %s",
                          sight, where);
}

static FramStoredPlace *
read_place (sqlite3_stmt *stmt)
{
  FramStoredPlace *self = g_new0 (FramStoredPlace, 1);

  self->row = sqlite3_column_int64 (stmt, 0);
  self->id = fram_column_uuid (stmt, 1);
  self->employer = fram_column_text (stmt, 2);
  self->sort_key = fram_text_sort_key (self->employer);
  self->tasks = fram_column_text (stmt, 3);
  self->contact_name = fram_column_text (stmt, 4);
  self->contact_phone = fram_column_text (stmt, 5);
  self->contact_email = fram_column_text (stmt, 6);
  self->address = fram_column_text (stmt, 7);
  self->fields = fram_column_text (stmt, 8);
  self->areas = fram_column_text (stmt, 9);
  self->adaptations = fram_column_text (stmt, 10);
  self->note = fram_column_text (stmt, 11);
  self->capacity = sqlite3_column_type (stmt, 12) == SQLITE_NULL ? -1 : sqlite3_column_int (stmt, 12);
  self->free_from = fram_column_date (stmt, 13);
  self->active = sqlite3_column_int (stmt, 14) != 0;
  return self;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 ((*(const FramStoredPlace *const *)a)->sort_key, (*(const FramStoredPlace *const *)b)->sort_key);
}

/**
 * fram_places_load:
 * @db: a register
 * @viewer: who asks
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredPlace): all external places, by employer; none for who may
 *   not see the register of places
 */
GPtrArray *
fram_places_load (FramDb *db, const FramViewer *viewer, GError **error)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_stored_place_free);
  g_autofree char *sql = place_sql (viewer, "1");
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "");

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    g_ptr_array_add (places, read_place (stmt));
  g_ptr_array_sort (places, compare_places);
  if (local == NULL)
    return g_steal_pointer (&places);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * fram_places_load_one:
 * @db: a register
 * @viewer: who asks
 * @id: the place
 * @error: return location; %FRAM_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable): the place
 */
FramStoredPlace *
fram_places_load_one (FramDb *db, const FramViewer *viewer, const FramUuid *id, GError **error)
{
  g_autofree char *sql = place_sql (viewer, "x.id = ?1");
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "i", fram_db_find_row (db, id));
  FramStoredPlace *self = NULL;

  if (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      self = read_place (stmt);
      sqlite3_reset (stmt);
    }
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (self == NULL)
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND, _ ("There is no such place that you may see."));
  return self;
}

/* Employers are found whatever the case of their letters; not so where two are called the same. */
gboolean
fram_places_find (FramDb *db, const FramViewer *viewer, const char *employer, FramUuid *id)
{
  g_autoptr (GPtrArray) places = fram_places_load (db, viewer, NULL);
  g_autofree char *wanted = fram_text_fold (employer);
  guint found = 0;

  for (guint i = 0; places != NULL && i < places->len; i++)
    {
      const FramStoredPlace *place = g_ptr_array_index (places, i);
      g_autofree char *name = fram_text_fold (place->employer);

      if (g_strcmp0 (name, wanted) != 0)
        continue;
      *id = place->id;
      found++;
    }
  return found == 1;
}

/* Where somebody stays when the enrolment is closed: nowhere any more. */
#define LAST_DAY                                                                                                       \
  "CASE WHEN t.to_day IS NULL THEN e.closed WHEN e.closed IS NULL THEN t.to_day ELSE min (t.to_day, e.closed) END"

/**
 * fram_places_load_spans:
 * @db: a register
 * @place: row number of a place, 0 for all
 * @error: return location
 *
 * Of everybody, whoever may see whom: how many places are free is the same for all who ask.
 *
 * Returns: (transfer full) (nullable) (element-type FramPlaceSpan): stays at external places
 */
GArray *
fram_places_load_spans (FramDb *db, gint64 place, GError **error)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (FramPlaceSpan));
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt =
      fram_db_query (db, &local,
                     "SELECT x.id, e.id, t.from_day, " LAST_DAY " FROM external_place x JOIN placement t"
                     " ON t.activity = x.id AND t.gone = 0 JOIN enrolment e ON e.id = t.enrolment AND e.gone = 0"
                     " WHERE (?1 = 0 OR x.id = ?1) AND (e.closed IS NULL OR e.closed >= t.from_day)",
                     "i", place);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramPlaceSpan span = { sqlite3_column_int64 (stmt, 0), sqlite3_column_int64 (stmt, 1), fram_column_date (stmt, 2),
                             fram_column_date (stmt, 3) };

      g_array_append_val (spans, span);
    }
  if (local == NULL)
    return g_steal_pointer (&spans);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

void
fram_stored_outside_free (FramStoredOutside *self)
{
  g_free (self->employer);
  g_free (self->case_no);
  g_free (self->given_name);
  g_free (self->family_name);
  g_free (self);
}

static FramStoredOutside *
read_stay (sqlite3_stmt *stmt)
{
  FramStoredOutside *self = g_new0 (FramStoredOutside, 1);

  self->id = fram_column_uuid (stmt, 0);
  self->enrolment = sqlite3_column_int64 (stmt, 1);
  self->enrolment_id = fram_column_uuid (stmt, 2);
  self->place = sqlite3_column_int64 (stmt, 3);
  self->employer = fram_column_text (stmt, 4);
  self->case_no = fram_column_text (stmt, 5);
  self->given_name = fram_column_text (stmt, 6);
  self->family_name = fram_column_text (stmt, 7);
  self->is_protected = sqlite3_column_int (stmt, 8) != 0;
  self->from = fram_column_date (stmt, 9);
  self->to = fram_column_date (stmt, 10);
  self->closed = fram_column_date (stmt, 11);
  self->weekly_minutes = fram_column_minutes (stmt, 12);
  return self;
}

/**
 * fram_places_load_stays:
 * @db: a register
 * @viewer: who asks
 * @place: row number of a place, 0 for all
 * @enrolment: row number of an enrolment, 0 for all
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredOutside): stays of those whose plan the viewer may see, the
 *   latest first
 */
GPtrArray *
fram_places_load_stays (FramDb *db, const FramViewer *viewer, gint64 place, gint64 enrolment, GError **error)
{
  g_autoptr (GPtrArray) stays = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_stored_outside_free);
  g_autofree char *sight = fram_sight_of_plan (viewer, "e.participant");
  g_autofree char *sql =
      g_strdup_printf ("SELECT i.uuid, e.id, ei.uuid, x.id, x.employer, p.case_no, p.given_name, p.family_name,"
                       " p.protected, t.from_day, " LAST_DAY ", e.closed, t.weekly_minutes FROM external_place x"
                       " JOIN placement t ON t.activity = x.id AND t.gone = 0 JOIN ident i ON i.id = t.id"
                       " JOIN enrolment e ON e.id = t.enrolment AND e.gone = 0 JOIN ident ei ON ei.id = e.id"
                       " JOIN participant p ON p.id = e.participant WHERE (?1 = 0 OR x.id = ?1)"
                       " AND (?2 = 0 OR e.id = ?2) AND (e.closed IS NULL OR e.closed >= t.from_day) AND %s"
                       " ORDER BY t.from_day DESC, t.id DESC",
                       sight);
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "ii", place, enrolment);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    g_ptr_array_add (stays, read_stay (stmt));
  if (local == NULL)
    return g_steal_pointer (&stays);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

void
fram_stored_visit_free (FramStoredVisit *self)
{
  g_free (self->case_no);
  g_free (self->given_name);
  g_free (self->family_name);
  g_free (self->employer);
  g_free (self->status);
  g_free (self);
}

/* A follow-up belongs to the stay that it was booked for by its place's name; else to the newest in whose days it falls,
 * or that had begun. */
#define STAY_WHERE(condition)                                                                                          \
  "(SELECT t.activity FROM placement t JOIN external_place y ON y.id = t.activity WHERE t.enrolment = b.enrolment"     \
  " AND t.gone = 0 AND t.from_day <= b.day AND " condition " ORDER BY t.from_day DESC LIMIT 1)"
static const char stay_of_visit[] = "coalesce (" STAY_WHERE ("y.employer = b.place") ", " STAY_WHERE (
    "(t.to_day IS NULL OR t.to_day >= b.day)") ", " STAY_WHERE ("1") ")";

/* A follow-up that is recorded as an event on the day of a booking is that booking's. */
#define VISITS                                                                                                         \
  "(SELECT id, participant, enrolment, day, status, place, 0 AS is_event FROM booking"                                 \
  "  WHERE kind = '" FRAM_VISIT_FOLLOW_UP "' AND gone = 0"                                                             \
  " UNION ALL SELECT v.id, v.participant, v.enrolment, v.day, v.status, NULL, 1 FROM event v"                          \
  "  WHERE v.kind = '" FRAM_VISIT_FOLLOW_UP "' AND v.gone = 0 AND NOT EXISTS (SELECT 1 FROM booking c"                 \
  "   WHERE c.enrolment = v.enrolment AND c.day = v.day AND c.kind = v.kind AND c.gone = 0))"

static char *
visit_sql (const FramViewer *viewer, const char *where)
{
  g_autofree char *sight = fram_sight_of_plan (viewer, "b.participant");

  return g_strdup_printf ("SELECT i.uuid, b.participant, ei.uuid, e.closed, p.case_no, p.given_name, p.family_name,"
                          " p.protected, xi.uuid, x.employer, b.day, b.status, b.is_event FROM " VISITS
                          " b JOIN ident i ON i.id = b.id"
                          " JOIN participant p ON p.id = b.participant JOIN enrolment e ON e.id = b.enrolment"
                          " JOIN ident ei ON ei.id = e.id LEFT JOIN external_place x ON x.id = %s"
                          " LEFT JOIN ident xi ON xi.id = x.id WHERE e.gone = 0 AND %s AND %s ORDER BY b.day, b.id",
                          stay_of_visit, sight, where);
}

static FramStoredVisit *
read_visit (sqlite3_stmt *stmt)
{
  FramStoredVisit *self = g_new0 (FramStoredVisit, 1);

  self->id = fram_column_uuid (stmt, 0);
  self->participant = sqlite3_column_int64 (stmt, 1);
  self->enrolment_id = fram_column_uuid (stmt, 2);
  self->closed = fram_column_date (stmt, 3);
  self->case_no = fram_column_text (stmt, 4);
  self->given_name = fram_column_text (stmt, 5);
  self->family_name = fram_column_text (stmt, 6);
  self->is_protected = sqlite3_column_int (stmt, 7) != 0;
  if (sqlite3_column_type (stmt, 8) != SQLITE_NULL)
    self->place_id = fram_column_uuid (stmt, 8);
  self->employer = fram_column_text (stmt, 9);
  self->day = fram_column_date (stmt, 10);
  self->status = fram_column_text (stmt, 11);
  self->is_event = sqlite3_column_int (stmt, 12) != 0;
  return self;
}

/**
 * fram_places_load_visits:
 * @db: a register
 * @viewer: who asks
 * @place: row number of a place, 0 for all
 * @enrolment: row number of an enrolment, 0 for all
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredVisit): follow-ups at external places, by day
 */
GPtrArray *
fram_places_load_visits (FramDb *db, const FramViewer *viewer, gint64 place, gint64 enrolment, GError **error)
{
  g_autoptr (GPtrArray) visits = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_stored_visit_free);
  g_autofree char *sql = visit_sql (viewer, "(?1 = 0 OR x.id = ?1) AND (?2 = 0 OR b.enrolment = ?2)");
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "ii", place, enrolment);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    g_ptr_array_add (visits, read_visit (stmt));
  if (local == NULL)
    return g_steal_pointer (&visits);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * fram_places_load_visit:
 * @db: a register
 * @viewer: who asks
 * @booking: a follow-up
 * @error: return location; %FRAM_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable): the follow-up
 */
FramStoredVisit *
fram_places_load_visit (FramDb *db, const FramViewer *viewer, const FramUuid *booking, GError **error)
{
  g_autofree char *sql = visit_sql (viewer, "b.id = ?1");
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "i", fram_db_find_row (db, booking));
  FramStoredVisit *self = NULL;

  if (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      self = read_visit (stmt);
      sqlite3_reset (stmt);
    }
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (self == NULL)
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND,
                         _ ("That follow-up is not there any more. Look at the list again."));
  return self;
}

/**
 * fram_places_load_booked:
 * @db: a register
 * @enrolment: row number of whose
 * @place: row number of a place
 * @from: first day
 * @to: last day, or %FRAM_DATE_NONE
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramUuid): the start and the follow-ups at the place that are booked on
 *   those days and have not been held
 */
GArray *
fram_places_load_booked (FramDb *db, gint64 enrolment, gint64 place, FramDate from, FramDate to, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (FramUuid));
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local,
                                      "SELECT i.uuid FROM booking b JOIN ident i ON i.id = b.id"
                                      " JOIN external_place x ON x.id = ?2 AND x.employer = b.place"
                                      " WHERE b.enrolment = ?1 AND b.gone = 0 AND b.day >= ?3"
                                      " AND (?4 IS NULL OR b.day <= ?4) AND (b.status IS NULL OR b.status = 'bokat')"
                                      " AND b.kind IN ('" FRAM_VISIT_START "', '" FRAM_VISIT_FOLLOW_UP "')",
                                      "iidd", enrolment, place, from, to);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramUuid id = fram_column_uuid (stmt, 0);

      g_array_append_val (ids, id);
    }
  if (local == NULL)
    return g_steal_pointer (&ids);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static GStrv
load_codes (FramDb *db, const char *sql, gint64 enrolment)
{
  GPtrArray *codes = g_ptr_array_new ();
  sqlite3_stmt *stmt = fram_db_query (db, NULL, sql, "i", enrolment);

  while (stmt != NULL && fram_db_step (db, stmt, NULL))
    g_ptr_array_add (codes, fram_column_text (stmt, 0));
  g_ptr_array_add (codes, NULL);
  return (GStrv)g_ptr_array_free (codes, FALSE);
}

/* Codes of the areas in which somebody needs adaptations; only for who may read needs: the caller has asked. */
GStrv
fram_places_load_needs (FramDb *db, gint64 enrolment)
{
  return load_codes (db,
                     "SELECT a.code FROM adaptation_area a WHERE a.id IN (SELECT d.area FROM adaptation d"
                     " WHERE d.enrolment = ?1 AND d.gone = 0 AND d.status IN ('proposed', 'on_trial', 'in_place'))"
                     " ORDER BY a.rank, a.id",
                     enrolment);
}

/* Codes of the workshops somebody is or was placed in. */
GStrv
fram_places_load_workshops (FramDb *db, gint64 enrolment)
{
  return load_codes (db,
                     "SELECT DISTINCT w.code FROM placement t JOIN workshop w ON w.id = t.activity"
                     " WHERE t.enrolment = ?1 AND t.gone = 0",
                     enrolment);
}

/* Minutes a week agreed on a day, in workshops and outside. */
int
fram_places_load_weekly (FramDb *db, gint64 enrolment, FramDate day)
{
  return (int)fram_db_int (db, 0,
                           "SELECT coalesce (sum (weekly_minutes), 0) FROM placement WHERE enrolment = ?1 AND gone = 0"
                           " AND from_day <= ?2 AND (to_day IS NULL OR to_day >= ?2)",
                           "id", enrolment, day);
}
