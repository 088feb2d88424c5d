#include "fram-bridge-store.h"

#include "fram-db-private.h"

void
fram_stored_talker_clear (FramStoredTalker *self)
{
  g_clear_pointer (&self->name, g_free);
}

/**
 * fram_bridge_load_talker:
 * @db: a register
 * @enrolment: row number
 * @day: the day; who was in charge before it is not asked
 * @talker: (out): the case worker in charge, the newest where two overlap
 * @error: return location
 *
 * Returns: whether it could be read
 */
gboolean
fram_bridge_load_talker (FramDb *db, gint64 enrolment, FramDate day, FramStoredTalker *talker, GError **error)
{
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt =
      fram_db_query (db, &local,
                     "SELECT s.id, s.name, p.interpreter FROM enrolment e JOIN participant p ON p.id = e.participant"
                     " LEFT JOIN case_worker c ON c.enrolment = e.id AND c.gone = 0 AND c.from_day <= ?2"
                     "   AND (c.to_day IS NULL OR c.to_day >= ?2)"
                     " LEFT JOIN staff s ON s.id = c.staff AND s.active = 1 AND s.gone = 0"
                     " WHERE e.id = ?1 ORDER BY s.id IS NULL, c.from_day DESC, c.id DESC LIMIT 1",
                     "id", enrolment, day);

  *talker = (FramStoredTalker){ 0 };
  if (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      talker->staff = sqlite3_column_int64 (stmt, 0);
      talker->name = fram_column_text (stmt, 1);
      talker->interpreter = sqlite3_column_int (stmt, 2) != 0;
      sqlite3_reset (stmt);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* Whether a group is for those who begin. */
gboolean
fram_bridge_is_introduction (FramDb *db, gint64 group)
{
  return fram_db_int (db, 0,
                      "SELECT k.code = 'introduktion' FROM activity_group g JOIN group_kind k ON k.id = g.group_kind"
                      " WHERE g.id = ?",
                      "i", group) != 0;
}

/**
 * fram_bridge_load_staff_times:
 * @db: a register
 * @staff: row number
 * @from: first day
 * @to: last day
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStaffTime): when that person is booked
 */
GArray *
fram_bridge_load_staff_times (FramDb *db, gint64 staff, FramDate from, FramDate to, GError **error)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (FramStaffTime));
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (
      db, &local,
      "SELECT day, starts, starts + coalesce (minutes, 60) FROM booking WHERE staff = ? AND day BETWEEN ?"
      " AND ? AND gone = 0 AND starts IS NOT NULL"
      " AND coalesce (status, 'bokat') NOT IN ('avbokat', 'ombokat') ORDER BY day, starts",
      "idd", staff, from, to);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramStaffTime time = { fram_column_date (stmt, 0), sqlite3_column_int (stmt, 1), sqlite3_column_int (stmt, 2) };

      g_array_append_val (times, time);
    }
  if (local == NULL)
    return g_steal_pointer (&times);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}
