#include "fram-taken-store.h"

#include "fram-db-private.h"
#include "fram-sight.h"

/* What tells how far the rosters of a stretch of days have been taken: a few reads per workshop, not per day. */

/* Who is placed there on any of the days, in parts that are each found in an index. */
#define PLACED                                                                                                         \
  "SELECT enrolment FROM placement WHERE activity = ?1 AND gone = 0 AND from_day <= ?3 AND to_day >= ?2"               \
  " UNION SELECT enrolment FROM placement WHERE activity = ?1 AND gone = 0 AND from_day <= ?3 AND to_day IS NULL"
#define MEMBERS                                                                                                        \
  "SELECT enrolment FROM membership WHERE activity_group = ?1 AND gone = 0 AND waiting = 0 AND from_day <= ?3"         \
  " AND (to_day >= ?2 OR to_day IS NULL)"

static const char stays_sql[] =
    "WITH here AS (" PLACED " UNION " MEMBERS ")"
    " SELECT p.enrolment, p.from_day, p.to_day, p.weekly_minutes FROM here h CROSS JOIN placement p"
    "  ON p.enrolment = h.enrolment AND p.activity = ?1 AND p.gone = 0"
    " UNION ALL SELECT m.enrolment, m.from_day, m.to_day, NULL FROM here h CROSS JOIN membership m"
    "  ON m.enrolment = h.enrolment AND m.activity_group = ?1 AND m.gone = 0 AND m.waiting = 0 ORDER BY 1, 2";

GArray *
fram_taken_load_stays (FramDb *db, gint64 activity, FramDate from, FramDate to, GError **error)
{
  g_autoptr (GArray) stays = g_array_new (FALSE, FALSE, sizeof (FramSpan));
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, stays_sql, "idd", activity, from, to);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramSpan stay = { sqlite3_column_int64 (stmt, 0), fram_column_date (stmt, 1), fram_column_date (stmt, 2),
                        fram_column_minutes (stmt, 3) };

      g_array_append_val (stays, stay);
    }
  if (local == NULL)
    return g_steal_pointer (&stays);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static const char slots_sql[] =
    "WITH here AS (" PLACED ") SELECT s.enrolment, s.weekday, s.from_time, s.to_time, s.valid_from, s.valid_to"
    " FROM here h CROSS JOIN plan_slot s ON s.enrolment = h.enrolment AND s.activity = ?1 AND s.gone = 0"
    " WHERE s.valid_from <= ?3 ORDER BY s.enrolment, s.weekday, s.from_time";

GArray *
fram_taken_load_slots (FramDb *db, gint64 activity, FramDate from, FramDate to, GError **error)
{
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (FramPlanSlot));
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, slots_sql, "idd", activity, from, to);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramPlanSlot slot = { sqlite3_column_int64 (stmt, 0), sqlite3_column_int (stmt, 1), fram_column_minutes (stmt, 2),
                            fram_column_minutes (stmt, 3),  fram_column_date (stmt, 4),   fram_column_date (stmt, 5) };

      g_array_append_val (slots, slot);
    }
  if (local == NULL)
    return g_steal_pointer (&slots);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/* A half of a split day that nobody has marked yet is told by its planned minutes (fram_roster_load_splits()). */
static const char marks_sql[] =
    "SELECT m.day, m.enrolment, m.part, m.planned_minutes, m.status, x.staff, x.at FROM mark m"
    " JOIN change c ON c.sender = m.sender AND c.seq = m.seq JOIN action x ON x.id = c.action"
    " WHERE m.activity = ?1 AND m.day BETWEEN ?2 AND ?3"
    " AND (m.status IS NOT NULL OR (m.part > 0 AND m.planned_minutes IS NOT NULL))"
    " ORDER BY m.day, m.enrolment, m.part";

/**
 * fram_taken_load_marks:
 * @db: a register
 * @activity: row number of a workshop or group
 * @from: first day
 * @to: last day
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramTakenMark): the marks, by day, with who marked and when
 */
GArray *
fram_taken_load_marks (FramDb *db, gint64 activity, FramDate from, FramDate to, GError **error)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (FramTakenMark));
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, marks_sql, "idd", activity, from, to);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramTakenMark mark = { fram_column_date (stmt, 0),     sqlite3_column_int64 (stmt, 1),
                             sqlite3_column_int (stmt, 2),   fram_column_minutes (stmt, 3),
                             sqlite3_column_int64 (stmt, 4), sqlite3_column_int64 (stmt, 5),
                             sqlite3_column_int64 (stmt, 6) };

      g_array_append_val (marks, mark);
    }
  if (local == NULL)
    return g_steal_pointer (&marks);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static GHashTable *
read_set (FramDb *db, sqlite3_stmt *stmt, GError **error)
{
  g_autoptr (GHashTable) set = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GError) local = NULL;

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      gint64 row = sqlite3_column_int64 (stmt, 0);

      g_hash_table_add (set, g_memdup2 (&row, sizeof row));
    }
  if (stmt != NULL && local == NULL)
    return g_steal_pointer (&set);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * fram_taken_load_hidden:
 * @db: a register
 * @viewer: who asks
 * @activity: row number of a workshop or group
 * @from: first day
 * @to: last day
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the enrolments there of people with protected identity for
 *   whom the viewer is not named: who cannot mark somebody has not forgotten it
 */
GHashTable *
fram_taken_load_hidden (FramDb *db, const FramViewer *viewer, gint64 activity, FramDate from, FramDate to,
                        GError **error)
{
  g_autofree char *named = fram_sight_named (viewer, "e.participant");
  g_autofree char *sql =
      g_strdup_printf ("WITH here AS (" PLACED " UNION " MEMBERS
                       " UNION SELECT enrolment FROM mark WHERE activity = ?1 AND day BETWEEN ?2 AND ?3)"
                       " SELECT e.id FROM here h CROSS JOIN enrolment e ON e.id = h.enrolment"
                       " CROSS JOIN participant p ON p.id = e.participant WHERE p.protected = 1 AND NOT %s",
                       named);

  return read_set (db, fram_db_query (db, error, sql, "idd", activity, from, to), error);
}

static const char last_sql[] =
    "SELECT x.staff, x.at FROM mark m JOIN change c ON c.sender = m.sender AND c.seq = m.seq"
    " JOIN action x ON x.id = c.action WHERE m.activity = ?1 AND m.status IS NOT NULL AND m.day ="
    "  (SELECT day FROM mark WHERE activity = ?1 AND day < ?2 AND status IS NOT NULL ORDER BY day DESC LIMIT 1)"
    " ORDER BY x.at DESC LIMIT 1";

/**
 * fram_taken_find_last:
 * @db: a register
 * @activity: row number of a workshop or group
 * @before: a day
 * @by: (out): row number of who took the latest roster of a day before that
 * @at: (out): when, UTC milliseconds
 *
 * Returns: whether any was taken
 */
gboolean
fram_taken_find_last (FramDb *db, gint64 activity, FramDate before, gint64 *by, gint64 *at)
{
  sqlite3_stmt *stmt = fram_db_query (db, NULL, last_sql, "id", activity, before);

  *by = *at = 0;
  if (stmt == NULL || !fram_db_step (db, stmt, NULL))
    return FALSE;
  *by = sqlite3_column_int64 (stmt, 0);
  *at = sqlite3_column_int64 (stmt, 1);
  sqlite3_reset (stmt);
  return TRUE;
}

char *
fram_taken_name_of (FramDb *db, gint64 staff)
{
  return staff != 0 ? fram_db_text (db, "SELECT name FROM staff WHERE id = ?", "i", staff) : NULL;
}

/**
 * fram_taken_load_own:
 * @db: a register
 * @viewer: a case worker
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the open enrolments that the viewer, or a colleague whom the
 *   viewer is deputy for, is in charge of today
 */
GHashTable *
fram_taken_load_own (FramDb *db, const FramViewer *viewer, GError **error)
{
  GString *sql = g_string_new ("SELECT DISTINCT e.id FROM case_worker x JOIN enrolment e ON e.id = x.enrolment"
                               " JOIN participant p ON p.id = e.participant WHERE x.gone = 0 AND e.gone = 0"
                               " AND p.gone = 0 AND x.from_day <= ?1 AND (x.to_day IS NULL OR x.to_day >= ?1)"
                               " AND e.enrolled <= ?1 AND (e.closed IS NULL OR e.closed >= ?1) AND x.staff IN (");
  g_autofree char *text = NULL;

  g_string_append_printf (sql, "%" G_GINT64_FORMAT, viewer->staff);
  for (guint i = 0; i < viewer->grants->len; i++)
    g_string_append_printf (sql, ", %" G_GINT64_FORMAT, g_array_index (viewer->grants, FramGrant, i).deputy_for);
  g_string_append_c (sql, ')');
  text = g_string_free (sql, FALSE);
  return read_set (db, fram_db_query (db, error, text, "d", viewer->today), error);
}
