#include "fram-capacity-store.h"

#include "fram-db-private.h"

/* How many take part: for counting only, without anything that says who. */

/**
 * fram_capacity_load_practice:
 * @db: a register
 * @from: first day
 * @to: last day
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramSpan): stays in workshops and at external places that touch these
 *   days; none goes on after its enrolment
 */
GArray *
fram_capacity_load_practice (FramDb *db, FramDate from, FramDate to, GError **error)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (FramSpan));
  GError *local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local,
                                      "SELECT p.enrolment, p.from_day, CASE WHEN e.closed IS NULL THEN p.to_day"
                                      "  ELSE min (e.closed, ifnull (p.to_day, e.closed)) END FROM placement p"
                                      " JOIN enrolment e ON e.id = p.enrolment AND e.gone = 0"
                                      " WHERE p.gone = 0 AND p.from_day <= ?2 AND (p.to_day IS NULL OR p.to_day >= ?1)"
                                      " AND (e.closed IS NULL OR e.closed >= ?1)",
                                      "dd", from, to);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramSpan span = { sqlite3_column_int64 (stmt, 0), fram_column_date (stmt, 1), fram_column_date (stmt, 2), -1 };

      g_array_append_val (spans, span);
    }
  if (local == NULL)
    return g_steal_pointer (&spans);
  g_propagate_error (error, local);
  return NULL;
}

/**
 * fram_capacity_load_workshop_places:
 * @db: a register
 *
 * Returns: how many places the workshops have together, 0 where nobody wrote it
 */
int
fram_capacity_load_workshop_places (FramDb *db)
{
  return (int)fram_db_int (db, 0, "SELECT ifnull (sum (capacity), 0) FROM workshop WHERE gone = 0 AND active = 1", "");
}
