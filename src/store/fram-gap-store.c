#include "fram-gap-store.h"

#include "fram-db-private.h"
#include "fram-sight.h"

/* What gaps are worked out from. A house of ten years has a million marks: they are never read one by one for a list, but
 * hopped through, see fram_gap_hop_marks(). */

void
fram_stored_gap_case_free (FramStoredGapCase *self)
{
  g_free (self->case_no);
  g_free (self->given_name);
  g_free (self->family_name);
  g_free (self->sort_key);
  g_free (self->case_workers);
  g_free (self);
}

static char *
cases_sql (const FramViewer *viewer, gboolean current, gboolean one)
{
  g_autofree char *plan = fram_sight_of_plan (viewer, "e.participant");
  g_autofree char *intake = fram_sight_of_participant (viewer, FRAM_CLASS_INTAKE, "e.participant");
  g_autofree char *outcome = fram_sight_of_participant (viewer, FRAM_CLASS_OUTCOME, "e.participant");

  return g_strdup_printf (
      "SELECT e.id, i.uuid, p.id, pi.uuid, p.case_no, p.given_name, p.family_name, n.sort_key, p.protected, e.enrolled,"
      " e.introduction_until, e.closed, coalesce (e.extended_to, e.target), g.target_days, CASE WHEN %s THEN "
      "r.received END,"
      " CASE WHEN %s THEN r.study_visit END, CASE WHEN %s THEN e.next_step_from END,"
      " (SELECT group_concat (s.name, ', ') FROM case_worker w JOIN staff s ON s.id = w.staff WHERE w.enrolment = e.id"
      "   AND w.gone = 0 AND w.from_day <= ?1 AND (w.to_day IS NULL OR w.to_day >= ?1))"
      " FROM enrolment e JOIN ident i ON i.id = e.id JOIN participant p ON p.id = e.participant"
      " JOIN ident pi ON pi.id = p.id LEFT JOIN person_name n ON n.participant = p.id"
      " LEFT JOIN referral r ON r.id = e.referral AND r.gone = 0 LEFT JOIN programme g ON g.id = e.programme"
      " WHERE e.gone = 0 AND p.gone = 0%s%s AND %s",
      intake, intake, outcome, one ? " AND e.id = ?2" : " AND e.enrolled <= ?1",
      current ? " AND (e.closed IS NULL OR e.closed > ?1)" : "", plan);
}

static FramStoredGapCase *
read_case (sqlite3_stmt *stmt)
{
  FramStoredGapCase *self = g_new0 (FramStoredGapCase, 1);

  self->enrolment = sqlite3_column_int64 (stmt, 0);
  self->enrolment_id = fram_column_uuid (stmt, 1);
  self->participant = sqlite3_column_int64 (stmt, 2);
  self->participant_id = fram_column_uuid (stmt, 3);
  self->case_no = fram_column_text (stmt, 4);
  self->given_name = fram_column_text (stmt, 5);
  self->family_name = fram_column_text (stmt, 6);
  self->sort_key = fram_column_text (stmt, 7);
  self->is_protected = sqlite3_column_int (stmt, 8) != 0;
  self->enrolled = fram_column_date (stmt, 9);
  self->introduction_until = fram_column_date (stmt, 10);
  self->closed = fram_column_date (stmt, 11);
  self->expected_end = fram_column_date (stmt, 12);
  self->target_days = sqlite3_column_int (stmt, 13);
  self->received = fram_column_date (stmt, 14);
  self->study_visit = fram_column_date (stmt, 15);
  self->next_step_from = fram_column_date (stmt, 16);
  self->case_workers = fram_column_text (stmt, 17);
  return self;
}

/**
 * fram_gap_load_cases:
 * @db: a register
 * @viewer: who asks; must be able to see the class plan of the participant
 * @at: the day it is looked at from; later enrolments are left out where all are wanted
 * @current: only enrolments that go on after that day
 * @enrolment: row number of the only one wanted, 0 for all
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredGapCase): enrolments, in no order
 */
GPtrArray *
fram_gap_load_cases (FramDb *db, const FramViewer *viewer, FramDate at, gboolean current, gint64 enrolment,
                     GError **error)
{
  g_autoptr (GPtrArray) cases = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_stored_gap_case_free);
  g_autofree char *sql = cases_sql (viewer, current, enrolment != 0);
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt =
      enrolment != 0 ? fram_db_query (db, &local, sql, "di", at, enrolment) : fram_db_query (db, &local, sql, "d", at);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    g_ptr_array_add (cases, read_case (stmt));
  if (local == NULL)
    return g_steal_pointer (&cases);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/* One statement for all that a plan is made of; the arguments say whose. What was booked or held before the enrolment, or
 * without naming one, is there too. */
#define PLAN_SQL(of_person, of_enrolment)                                                                              \
  "SELECT 0, day, NULL, 0, 0, NULL, NULL, kind, participant, enrolment FROM event WHERE gone = 0" of_person            \
  " UNION ALL SELECT 1, day, NULL, 0, 0, starts, starts + coalesce (minutes, 60), kind, participant, enrolment"        \
  " FROM booking WHERE gone = 0 AND coalesce (status, 'bokat') <> 'avbokat'"                                           \
  " AND (coalesce (status, 'bokat') <> 'ombokat' OR day <= ?1)" of_person                                              \
  " UNION ALL SELECT 2, valid_from, valid_to, activity, weekday, from_time, to_time, NULL, 0, enrolment"               \
  " FROM plan_slot WHERE gone = 0" of_enrolment                                                                        \
  " UNION ALL SELECT 3, from_day, to_day, activity, 0, NULL, NULL, NULL, 0, enrolment FROM placement"                  \
  " WHERE gone = 0" of_enrolment                                                                                       \
  " UNION ALL SELECT 4, from_day, to_day, activity_group, 0, NULL, NULL, NULL, 0, enrolment FROM membership"           \
  " WHERE gone = 0 AND waiting = 0" of_enrolment                                                                       \
  " UNION ALL SELECT 5, from_day, to_day, 0, 0, NULL, NULL, kind, 0, enrolment FROM pause WHERE gone = 0" of_enrolment

static const char plan_sql[] =
    PLAN_SQL (" AND participant = ?2 AND (enrolment IS NULL OR enrolment = ?3)", " AND enrolment = ?3");
static const char all_plans_sql[] = PLAN_SQL ("", "");

static FramGapLine
read_line (sqlite3_stmt *stmt)
{
  return (FramGapLine){ (FramGapSource)sqlite3_column_int (stmt, 0),
                        fram_column_date (stmt, 1),
                        fram_column_date (stmt, 2),
                        sqlite3_column_int64 (stmt, 3),
                        sqlite3_column_int (stmt, 4),
                        fram_column_minutes (stmt, 5),
                        fram_column_minutes (stmt, 6),
                        g_intern_string (fram_column_peek (stmt, 7)) };
}

/**
 * fram_gap_load_plan:
 * @db: a register
 * @participant: row number
 * @enrolment: row number
 * @at: the day it is looked at from
 * @plan: (element-type FramGapLine): where lines are added
 * @error: return location
 *
 * Everything but marks. A booking that was called off is no line, nor is one ahead that was moved to another day.
 *
 * Returns: whether it was read
 */
gboolean
fram_gap_load_plan (FramDb *db, gint64 participant, gint64 enrolment, FramDate at, GArray *plan, GError **error)
{
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, plan_sql, "dii", at, participant, enrolment);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramGapLine line = read_line (stmt);

      g_array_append_val (plan, line);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * fram_gap_load_all_plans:
 * @db: a register
 * @at: the day it is looked at from
 * @error: return location
 *
 * As fram_gap_load_plan() for everybody at once, which is quicker for a whole house. Whom the caller may tell of it is
 * decided by fram_gap_load_cases().
 *
 * Returns: (transfer full) (nullable) (element-type FramGapLineOf): the lines, in no order
 */
GArray *
fram_gap_load_all_plans (FramDb *db, FramDate at, GError **error)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (FramGapLineOf));
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, all_plans_sql, "d", at);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramGapLineOf line = { sqlite3_column_int64 (stmt, 8), sqlite3_column_int64 (stmt, 9), read_line (stmt) };

      g_array_append_val (lines, line);
    }
  if (local == NULL)
    return g_steal_pointer (&lines);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * fram_gap_load_marks:
 * @db: a register
 * @enrolment: row number
 * @from: first day
 * @to: last day
 * @days: (element-type FramDate): where days are added
 * @error: return location
 *
 * Every day with a mark, whatever its status, in order.
 *
 * Returns: whether they were read
 */
gboolean
fram_gap_load_marks (FramDb *db, gint64 enrolment, FramDate from, FramDate to, GArray *days, GError **error)
{
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local,
                                      "SELECT DISTINCT day FROM mark WHERE enrolment = ? AND day BETWEEN ? AND ?"
                                      " AND status IS NOT NULL ORDER BY day",
                                      "idd", enrolment, from, to);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramDate day = fram_column_date (stmt, 0);

      g_array_append_val (days, day);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* Hops inside SQLite: from a marked day to the last one within reach, and where there is none to the next one at all. Both
 * are seeks in the primary key. */
static const char hop_sql[] =
    "WITH RECURSIVE hop (day) AS ("
    " SELECT (SELECT day FROM mark WHERE enrolment = ?1 AND day >= ?2 AND day <= ?3 AND status IS NOT NULL"
    "   ORDER BY day LIMIT 1)"
    " UNION ALL SELECT coalesce ("
    "  (SELECT day FROM mark WHERE enrolment = ?1 AND day > hop.day AND day <= min (date (hop.day, ?4), ?3)"
    "    AND status IS NOT NULL ORDER BY day DESC LIMIT 1),"
    "  (SELECT day FROM mark WHERE enrolment = ?1 AND day > hop.day AND day <= ?3 AND status IS NOT NULL"
    "    ORDER BY day LIMIT 1))"
    " FROM hop WHERE hop.day IS NOT NULL)"
    " SELECT day FROM hop WHERE day IS NOT NULL";

/**
 * fram_gap_hop_marks:
 * @db: a register
 * @enrolment: row number
 * @from: first day
 * @to: last day
 * @over: more than so many days are a gap
 * @days: (element-type FramDate): where days are added
 * @error: return location
 *
 * So many of the marked days, in order and with the first and the last among them, that none is left out between two that
 * are more than @over days apart: gaps come out the same as with all of them.
 *
 * Returns: whether they were read
 */
gboolean
fram_gap_hop_marks (FramDb *db, gint64 enrolment, FramDate from, FramDate to, int over, GArray *days, GError **error)
{
  g_autofree char *reach = g_strdup_printf ("+%d days", over);
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, hop_sql, "iddt", enrolment, from, to, reach);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramDate day = fram_column_date (stmt, 0);

      g_array_append_val (days, day);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}
