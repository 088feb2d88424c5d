#include "fram-schedule-store.h"

#include "fram-db-private.h"
#include "fram-sight.h"

/* What the schedule counts, and as far as the viewer may know of whom: class attend. */

static GArray *
end_of (GArray *rows, GError *local, GError **error)
{
  if (local == NULL)
    return rows;
  g_propagate_error (error, local);
  g_array_unref (rows);
  return NULL;
}

/**
 * fram_schedule_load_marks:
 * @db: a register
 * @viewer: who asks
 * @from: first day
 * @to: last day
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramScheduleMark): the marks in groups of those whose attendance the
 *   viewer may see, by group, day and person
 */
GArray *
fram_schedule_load_marks (FramDb *db, const FramViewer *viewer, FramDate from, FramDate to, GError **error)
{
  g_autofree char *sight = fram_sight_of_participant (viewer, FRAM_CLASS_ATTEND, "e.participant");
  /* the order of the joins is the order of the index: a few groups, then a few days of each */
  g_autofree char *sql =
      g_strdup_printf ("SELECT m.activity, m.day, m.enrolment, m.part, m.status FROM activity_group g"
                       " CROSS JOIN mark m ON m.activity = g.id CROSS JOIN enrolment e ON e.id = m.enrolment"
                       " WHERE g.gone = 0 AND m.day BETWEEN ?1 AND ?2 AND m.status IS NOT NULL AND e.gone = 0 AND %s"
                       " ORDER BY m.activity, m.day, m.enrolment, m.part",
                       sight);
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (FramScheduleMark));
  GError *local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "dd", from, to);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramScheduleMark mark = { sqlite3_column_int64 (stmt, 0), fram_column_date (stmt, 1),
                                sqlite3_column_int64 (stmt, 2), sqlite3_column_int (stmt, 3),
                                sqlite3_column_int64 (stmt, 4) };

      g_array_append_val (marks, mark);
    }
  return end_of (marks, local, error);
}

static GArray *
read_stays (FramDb *db, sqlite3_stmt *stmt, GError *local, GError **error)
{
  GArray *stays = g_array_new (FALSE, FALSE, sizeof (FramGroupStay));

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramGroupStay stay = { sqlite3_column_int64 (stmt, 0),
                             FALSE,
                             { sqlite3_column_int64 (stmt, 1), fram_column_date (stmt, 2), fram_column_date (stmt, 3),
                               -1 } };

      g_array_append_val (stays, stay);
    }
  return end_of (stays, local, error);
}

/**
 * fram_schedule_load_stays:
 * @db: a register
 * @viewer: who asks
 * @from: only who is in a group on this day or later
 * @to: only who is in a group on this day or earlier
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramGroupStay): the members whose attendance the viewer may see, by
 *   group; nobody who waits
 */
GArray *
fram_schedule_load_stays (FramDb *db, const FramViewer *viewer, FramDate from, FramDate to, GError **error)
{
  g_autofree char *sight = fram_sight_of_participant (viewer, FRAM_CLASS_ATTEND, "e.participant");
  g_autofree char *sql =
      g_strdup_printf ("SELECT m.activity_group, m.enrolment, m.from_day, m.to_day FROM membership m JOIN enrolment e"
                       " ON e.id = m.enrolment AND e.gone = 0 WHERE m.gone = 0 AND m.waiting = 0 AND m.from_day <= ?2"
                       " AND (m.to_day IS NULL OR m.to_day >= ?1) AND %s ORDER BY m.activity_group, m.enrolment",
                       sight);
  GError *local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "dd", from, to);

  return read_stays (db, stmt, local, error);
}

/**
 * fram_schedule_load_stays_of:
 * @db: a register
 * @participant: row number of whose; already known to be somebody whose plan the viewer may see
 * @from: only memberships of this day or later
 * @to: only memberships of this day or earlier
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramGroupStay): the groups that the participant has a place in
 */
GArray *
fram_schedule_load_stays_of (FramDb *db, gint64 participant, FramDate from, FramDate to, GError **error)
{
  GError *local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local,
                                      "SELECT m.activity_group, m.enrolment, m.from_day, m.to_day FROM enrolment e"
                                      " JOIN membership m ON m.enrolment = e.id WHERE e.participant = ?1 AND e.gone = 0"
                                      " AND m.gone = 0 AND m.waiting = 0 AND m.from_day <= ?3"
                                      " AND (m.to_day IS NULL OR m.to_day >= ?2) ORDER BY m.activity_group, m.from_day",
                                      "idd", participant, from, to);

  return read_stays (db, stmt, local, error);
}

/**
 * fram_schedule_load_granted:
 * @db: a register
 * @staff: row number of a person
 * @day: a day
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type gint64): groups that the person has a role for, whoever is written down
 *   as their leader
 */
GArray *
fram_schedule_load_granted (FramDb *db, gint64 staff, FramDate day, GError **error)
{
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (gint64));
  GError *local = NULL;
  sqlite3_stmt *stmt = fram_db_query (
      db, &local,
      "SELECT activity_group FROM role_grant WHERE staff = ?1 AND activity_group IS NOT NULL AND gone = 0"
      " AND stand_in = 0 AND (from_day IS NULL OR from_day <= ?2) AND (to_day IS NULL OR to_day >= ?2)",
      "id", staff, day);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      gint64 group = sqlite3_column_int64 (stmt, 0);

      g_array_append_val (groups, group);
    }
  return end_of (groups, local, error);
}

/**
 * fram_schedule_load_name:
 * @db: a register
 * @row: row number of a place or of somebody who works here, those not there any more included
 *
 * Returns: (transfer full) (nullable): what it is called
 */
char *
fram_schedule_load_name (FramDb *db, gint64 row)
{
  return fram_db_text (db, "SELECT name FROM place WHERE id = ?1 UNION ALL SELECT name FROM staff WHERE id = ?1", "i",
                       row);
}

/**
 * fram_schedule_load_members:
 * @db: a register
 * @group: row number
 * @day: only memberships that last on this day or later
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredGroupMember): who is or will be in the group, or waits
 */
GArray *
fram_schedule_load_members (FramDb *db, gint64 group, FramDate day, GError **error)
{
  GArray *members = g_array_new (FALSE, FALSE, sizeof (FramStoredGroupMember));
  GError *local = NULL;
  sqlite3_stmt *stmt = fram_db_query (
      db, &local,
      "SELECT i.uuid, m.enrolment, m.from_day, m.to_day, m.waiting,"
      " (SELECT min (f.from_day) FROM membership f WHERE f.activity_group = m.activity_group"
      "  AND f.enrolment = m.enrolment AND f.waiting = 0 AND f.gone = 0) FROM membership m JOIN ident i ON i.id = m.id"
      " JOIN enrolment e ON e.id = m.enrolment AND e.gone = 0 WHERE m.activity_group = ?1 AND m.gone = 0"
      " AND (m.to_day IS NULL OR m.to_day >= ?2) ORDER BY m.from_day, m.id",
      "id", group, day);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramStoredGroupMember member = { fram_column_uuid (stmt, 0), sqlite3_column_int64 (stmt, 1),
                                       fram_column_date (stmt, 2), fram_column_date (stmt, 3),
                                       fram_column_date (stmt, 5), sqlite3_column_int (stmt, 4) != 0 };

      g_array_append_val (members, member);
    }
  return end_of (members, local, error);
}
