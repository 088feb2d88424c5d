#include "fram-person-store.h"

#include "fram-db-private.h"
#include "fram-sight.h"
#include "fram-text.h"

void
fram_stored_stay_free (FramStoredStay *self)
{
  g_free (self->code);
  g_free (self->name);
  g_free (self);
}

/**
 * fram_person_load_phone:
 * @db: a register
 * @viewer: who asks
 * @participant: row number
 *
 * Returns: (transfer full) (nullable): the phone, %NULL where there is none or the viewer may not see it
 */
char *
fram_person_load_phone (FramDb *db, const FramViewer *viewer, gint64 participant)
{
  g_autofree char *sight = fram_sight_of_participant (viewer, FRAM_CLASS_PHONE, "c.participant");
  g_autofree char *sql = g_strdup_printf (
      "SELECT c.phone FROM contact_details c WHERE c.participant = ? AND c.gone = 0 AND %s ORDER BY c.id LIMIT 1",
      sight);

  return fram_db_text (db, sql, "i", participant);
}

/* Name of a referring organisation, or NULL. */
char *
fram_person_load_organisation (FramDb *db, const char *code)
{
  if (code == NULL)
    return NULL;
  return fram_db_text (db,
                       fram_text_is_swedish () ? "SELECT name_sv FROM organisation WHERE code = ? LIMIT 1"
                                               : "SELECT name_en FROM organisation WHERE code = ? LIMIT 1",
                       "t", code);
}

/**
 * fram_person_load_case_workers:
 * @db: a register
 * @viewer: who asks
 * @enrolment: row number
 *
 * Returns: (transfer full) (nullable): names of those who are case workers today, ", " between
 */
char *
fram_person_load_case_workers (FramDb *db, const FramViewer *viewer, gint64 enrolment)
{
  g_autofree char *facts = fram_sight_of_facts (viewer, "e.participant");
  g_autofree char *sql =
      g_strdup_printf ("SELECT group_concat (name, ', ') FROM (SELECT s.name FROM case_worker c"
                       " JOIN staff s ON s.id = c.staff JOIN enrolment e ON e.id = c.enrolment"
                       " WHERE c.enrolment = ?1 AND c.gone = 0 AND c.from_day <= ?2"
                       " AND (c.to_day IS NULL OR c.to_day >= ?2) AND %s ORDER BY c.from_day, s.name)",
                       facts);

  return fram_db_text (db, sql, "id", enrolment, viewer->today);
}

/**
 * fram_person_load_case_worker_ids:
 * @db: a register
 * @enrolment: row number
 * @error: return location
 *
 * Returns: (transfer full) (element-type FramUuid): the case workers of today, each once
 */
GArray *
fram_person_load_case_worker_ids (FramDb *db, gint64 enrolment, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (FramUuid));
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local,
                                      "SELECT DISTINCT i.uuid FROM case_worker c JOIN ident i ON i.id = c.staff"
                                      " WHERE c.enrolment = ?1 AND c.gone = 0 AND c.from_day <= ?2"
                                      " AND (c.to_day IS NULL OR c.to_day >= ?2)",
                                      "id", enrolment, fram_clock_today (db->clock));

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

static FramStoredStay *
read_stay (sqlite3_stmt *stmt)
{
  FramStoredStay *self = g_new0 (FramStoredStay, 1);

  self->id = fram_column_uuid (stmt, 0);
  self->activity = sqlite3_column_int64 (stmt, 1);
  self->code = fram_column_text (stmt, 2);
  self->name = fram_column_text (stmt, 3);
  self->is_group = sqlite3_column_int (stmt, 4) != 0;
  self->from = fram_column_date (stmt, 5);
  self->to = fram_column_date (stmt, 6);
  self->weekly_minutes = fram_column_minutes (stmt, 7);
  return self;
}

static char *
stays_sql (const FramViewer *viewer)
{
  g_autofree char *whole = fram_sight_of_plan (viewer, "e.participant");
  g_autofree char *part = fram_sight_of_participant (viewer, FRAM_CLASS_PLAN, "e.participant");
  g_autofree char *groups = fram_sight_of_own_groups (viewer);
  const char *language = fram_text_is_swedish () ? "sv" : "en";

  return g_strdup_printf (
      "SELECT i.uuid, t.activity, w.code, coalesce (w.name_%s, x.employer, '–'), 0, t.from_day, t.to_day,"
      "   t.weekly_minutes, t.id"
      " FROM enrolment e JOIN placement t ON t.enrolment = e.id AND t.gone = 0 JOIN ident i ON i.id = t.id"
      " LEFT JOIN workshop w ON w.id = t.activity LEFT JOIN external_place x ON x.id = t.activity"
      " WHERE e.participant = ?1 AND e.gone = 0 AND %s"
      " UNION ALL "
      "SELECT i.uuid, g.id, g.code, coalesce (g.name, k.name_%s || ' ' || g.code), 1, m.from_day, m.to_day, NULL, m.id"
      " FROM enrolment e JOIN membership m ON m.enrolment = e.id AND m.gone = 0 AND m.waiting = 0"
      " JOIN ident i ON i.id = m.id JOIN activity_group g ON g.id = m.activity_group"
      " JOIN group_kind k ON k.id = g.group_kind WHERE e.participant = ?1 AND e.gone = 0"
      " AND (%s OR (g.id IN (%s) AND %s)) ORDER BY 6 DESC, 9 DESC",
      language, whole, language, whole, groups, part);
}

/**
 * fram_person_load_stays:
 * @db: a register
 * @viewer: who asks
 * @participant: row number
 * @error: return location
 *
 * Returns: (transfer full) (element-type FramStoredStay): placements and memberships, latest first
 */
GPtrArray *
fram_person_load_stays (FramDb *db, const FramViewer *viewer, gint64 participant, GError **error)
{
  g_autoptr (GPtrArray) stays = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_stored_stay_free);
  g_autofree char *sql = stays_sql (viewer);
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "i", participant);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    g_ptr_array_add (stays, read_stay (stmt));
  if (local == NULL)
    return g_steal_pointer (&stays);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}
