#include "fram-sheet-store.h"

#include "fram-house.h"
#include "fram-roster-private.h"
#include "fram-sight.h"

/* What a roster of one or many days is made of: one query per table, however many days and people there are. */

void
fram_stored_week_free (FramStoredWeek *self)
{
  g_free (self->closed_by);
  g_free (self);
}

/* Row numbers as one bound text, for json_each(). */
static char *
list_of (const GArray *rows)
{
  GString *out = g_string_new ("[");

  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (out, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", g_array_index (rows, gint64, i));
  return g_string_free (g_string_append_c (out, ']'), FALSE);
}

#define PLACED_HERE FRAM_PLACED_BETWEEN ("?2", "?3")

/* All steps of everybody who is placed there, so that the first and last day of a stay can be told. */
static const char stays_sql[] =
    "WITH here AS (" PLACED_HERE " UNION SELECT enrolment FROM membership WHERE activity_group = ?1 AND gone = 0"
    "  AND waiting = 0 AND from_day <= ?3 AND (to_day >= ?2 OR to_day IS NULL))"
    " SELECT p.enrolment, p.from_day, p.to_day, p.weekly_minutes FROM here h CROSS JOIN placement p"
    "  ON p.enrolment = h.enrolment AND p.activity = ?1 AND p.gone = 0"
    " UNION ALL SELECT m.enrolment, m.from_day, m.to_day, NULL FROM here h CROSS JOIN membership m"
    "  ON m.enrolment = h.enrolment AND m.activity_group = ?1 AND m.gone = 0 AND m.waiting = 0 ORDER BY 1, 2";

/* Ends a reading loop: the rows, or the error. */
static GArray *
rows_or_error (GArray *rows, GError *local, GError **error)
{
  if (local == NULL)
    return rows;
  g_array_unref (rows);
  g_propagate_error (error, local);
  return NULL;
}

/**
 * fram_sheet_load_stays:
 * @db: a register
 * @activity: row number of a workshop or group
 * @from: first day
 * @to: last day
 * @error: return location
 *
 * Returns: (transfer full) (element-type FramSpan): the steps of everybody placed there on one of the days
 */
GArray *
fram_sheet_load_stays (FramDb *db, gint64 activity, FramDate from, FramDate to, GError **error)
{
  GArray *stays = g_array_new (FALSE, FALSE, sizeof (FramSpan));
  GError *local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, stays_sql, "idd", activity, from, to);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramSpan stay = { sqlite3_column_int64 (stmt, 0), fram_column_date (stmt, 1), fram_column_date (stmt, 2),
                        fram_column_minutes (stmt, 3) };

      g_array_append_val (stays, stay);
    }
  return rows_or_error (stays, local, error);
}

static const char slots_sql[] =
    "WITH here AS (" PLACED_HERE ") SELECT s.enrolment, s.weekday, s.from_time, s.to_time, s.valid_from, s.valid_to"
    " FROM here h CROSS JOIN plan_slot s ON s.enrolment = h.enrolment AND s.activity = ?1 AND s.gone = 0"
    " WHERE s.valid_from <= ?3 ORDER BY s.enrolment, s.weekday, s.from_time";

/**
 * fram_sheet_load_slots:
 * @db: a register
 * @activity: row number of a workshop
 * @from: first day
 * @to: last day
 * @error: return location
 *
 * Returns: (transfer full) (element-type FramPlanSlot): the weekly plans, those that have ended included, of everybody
 *   placed there on one of the days
 */
GArray *
fram_sheet_load_slots (FramDb *db, gint64 activity, FramDate from, FramDate to, GError **error)
{
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (FramPlanSlot));
  GError *local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, slots_sql, "idd", activity, from, to);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramPlanSlot slot = { sqlite3_column_int64 (stmt, 0), sqlite3_column_int (stmt, 1), fram_column_minutes (stmt, 2),
                            fram_column_minutes (stmt, 3),  fram_column_date (stmt, 4),   fram_column_date (stmt, 5) };

      g_array_append_val (slots, slot);
    }
  return rows_or_error (slots, local, error);
}

/**
 * fram_sheet_load_marks:
 * @db: a register
 * @activity: row number of a workshop or group
 * @from: first day
 * @to: last day
 * @error: return location
 *
 * Returns: (transfer full) (element-type FramStoredMark): the marks of those days in order of day, person and part, with who
 *   marked and when
 */
GPtrArray *
fram_sheet_load_marks (FramDb *db, gint64 activity, FramDate from, FramDate to, GError **error)
{
  return fram_roster_read_marks (
      db,
      fram_db_query (db, error,
                     "SELECT " FRAM_MARK_COLUMNS ", ifnull (s.name, 'system'), x.at FROM mark m" FRAM_MARK_AUTHOR
                     " WHERE m.activity = ? AND m.day BETWEEN ? AND ? AND m.status IS NOT NULL"
                     " ORDER BY m.day, m.enrolment, m.part",
                     "idd", activity, from, to),
      error);
}

/**
 * fram_sheet_load_marks_before:
 * @db: a register
 * @activity: where
 * @enrolments: (element-type gint64): whose
 * @before: only days before this one
 * @n: on how many days at most, each
 * @error: return location
 *
 * Returns: (transfer full) (element-type FramStoredMark): everybody's last marks before a day, by person, newest first
 */
GPtrArray *
fram_sheet_load_marks_before (FramDb *db, gint64 activity, const GArray *enrolments, FramDate before, guint n,
                              GError **error)
{
  g_autofree char *list = list_of (enrolments);

  return fram_roster_read_marks (
      db,
      fram_db_query (db, error,
                     "SELECT " FRAM_MARK_COLUMNS " FROM json_each (?1) j CROSS JOIN mark m ON m.enrolment = j.value"
                     " AND m.activity = ?2 AND m.status IS NOT NULL AND m.day IN (SELECT o.day FROM mark o"
                     "  WHERE o.enrolment = j.value AND o.activity = ?2 AND o.day < ?3 AND o.status IS NOT NULL"
                     "  ORDER BY o.day DESC LIMIT ?4)"
                     " ORDER BY m.enrolment, m.day DESC, m.part DESC",
                     "tidi", list, activity, before, (gint64)n),
      error);
}

static char *
people_sql (const FramViewer *viewer)
{
  g_autofree char *named = fram_sight_named (viewer, "p.id");
  g_autofree char *attend = fram_sight_of_participant (viewer, FRAM_CLASS_ATTEND, "p.id");

  /* who may not be seen by name is told of all the same: as one bare row */
  return g_strdup_printf ("SELECT e.id, p.id, ei.uuid, pi.uuid, p.case_no, p.given_name, p.family_name,"
                          " (SELECT a.alias FROM alias a WHERE a.participant = p.id AND a.gone = 0"
                          "   AND (a.activity IS NULL OR a.activity = ?2) ORDER BY a.activity IS NULL LIMIT 1),"
                          " n.sort_key, p.protected, %s AS visible, e.enrolled, e.closed, %s AS seen"
                          " FROM json_each (?1) j CROSS JOIN enrolment e ON e.id = j.value"
                          " JOIN participant p ON p.id = e.participant"
                          " JOIN ident ei ON ei.id = e.id JOIN ident pi ON pi.id = p.id"
                          " LEFT JOIN person_name n ON n.participant = p.id ORDER BY e.id",
                          named, attend);
}

/**
 * fram_sheet_load_people:
 * @db: a register
 * @viewer: who asks; already known to be allowed the roster
 * @activity: row number of the workshop or group
 * @enrolments: (element-type gint64): whose
 * @error: return location
 *
 * Returns: (transfer full) (element-type FramStoredPerson): in order of the row numbers; with `visible` unset where only
 *   those named may see who it is, and with `attends` set where the viewer may see the person's attendance
 */
GPtrArray *
fram_sheet_load_people (FramDb *db, const FramViewer *viewer, gint64 activity, const GArray *enrolments, GError **error)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_stored_person_free);
  g_autofree char *list = list_of (enrolments);
  g_autofree char *sql = people_sql (viewer);
  GError *local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "ti", list, activity);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramStoredPerson *person = fram_roster_read_person (stmt);

      person->attends = sqlite3_column_int (stmt, 13) != 0;
      g_ptr_array_add (people, person);
    }
  if (local == NULL)
    return g_steal_pointer (&people);
  g_propagate_error (error, local);
  return NULL;
}

/**
 * fram_sheet_load_planned:
 * @db: a register
 * @enrolments: (element-type gint64): whose
 * @from: first day
 * @to: last day
 * @error: return location
 *
 * Returns: (transfer full) (element-type FramSheetAbsence): absences told beforehand that touch the days; what was told last
 *   comes last
 */
GArray *
fram_sheet_load_planned (FramDb *db, const GArray *enrolments, FramDate from, FramDate to, GError **error)
{
  GArray *planned = g_array_new (FALSE, FALSE, sizeof (FramSheetAbsence));
  g_autofree char *list = list_of (enrolments);
  GError *local = NULL;
  sqlite3_stmt *stmt =
      fram_db_query (db, &local,
                     "SELECT a.enrolment, a.from_day, a.to_day, a.from_time, a.to_time, ifnull (a.status, 0)"
                     " FROM json_each (?1) j CROSS JOIN planned_absence a ON a.enrolment = j.value"
                     " WHERE a.gone = 0 AND a.from_day <= ?3 AND a.to_day >= ?2 ORDER BY a.id",
                     "tdd", list, from, to);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramSheetAbsence absence = { sqlite3_column_int64 (stmt, 0), fram_column_date (stmt, 1),
                                   fram_column_date (stmt, 2),     fram_column_minutes (stmt, 3),
                                   fram_column_minutes (stmt, 4),  sqlite3_column_int64 (stmt, 5) };

      g_array_append_val (planned, absence);
    }
  return rows_or_error (planned, local, error);
}

/**
 * fram_sheet_load_splits:
 * @db: a register
 * @activity: row number of a workshop or group
 * @from: first day
 * @to: last day
 * @error: return location
 *
 * As fram_roster_load_splits(), of many days.
 *
 * Returns: (transfer full) (element-type FramSheetSplit): the halves of days that are split
 */
GArray *
fram_sheet_load_splits (FramDb *db, gint64 activity, FramDate from, FramDate to, GError **error)
{
  GArray *splits = g_array_new (FALSE, FALSE, sizeof (FramSheetSplit));
  GError *local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local,
                                      "SELECT enrolment, day, part, planned_minutes FROM mark WHERE activity = ?"
                                      " AND day BETWEEN ? AND ? AND part > 0"
                                      " AND (status IS NOT NULL OR planned_minutes IS NOT NULL)",
                                      "idd", activity, from, to);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramSheetSplit split = { sqlite3_column_int64 (stmt, 0), fram_column_date (stmt, 1), sqlite3_column_int (stmt, 2),
                               fram_column_minutes (stmt, 3) };

      g_array_append_val (splits, split);
    }
  return rows_or_error (splits, local, error);
}

/**
 * fram_sheet_load_weeks:
 * @db: a register
 * @activity: row number of a workshop or group
 * @from: first day
 * @to: last day
 * @error: return location
 *
 * Returns: (transfer full) (element-type FramStoredWeek): the weeks of those days that are closed, in order
 */
GPtrArray *
fram_sheet_load_weeks (FramDb *db, gint64 activity, FramDate from, FramDate to, GError **error)
{
  g_autoptr (GPtrArray) weeks = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_stored_week_free);
  g_autofree char *first = fram_week_format (from);
  g_autofree char *last = fram_week_format (to);
  GError *local = NULL;
  sqlite3_stmt *stmt =
      fram_db_query (db, &local,
                     "SELECT w.week, ifnull (s.name, 'system'), ifnull (w.closed_by, 0), w.closed_at FROM roster_week w"
                     " LEFT JOIN staff s ON s.id = w.closed_by WHERE w.activity = ? AND w.week BETWEEN ? AND ?"
                     " AND w.gone = 0 AND w.closed_at IS NOT NULL ORDER BY w.week",
                     "itt", activity, first, last);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramStoredWeek *week = g_new0 (FramStoredWeek, 1);

      week->monday = fram_week_parse (fram_column_peek (stmt, 0));
      week->closed_by = fram_column_text (stmt, 1);
      week->closed_by_row = sqlite3_column_int64 (stmt, 2);
      week->closed_at = sqlite3_column_int64 (stmt, 3);
      g_ptr_array_add (weeks, week);
    }
  if (local == NULL)
    return g_steal_pointer (&weeks);
  g_propagate_error (error, local);
  return NULL;
}

/**
 * fram_sheet_load_hours:
 * @db: a register
 * @workshop: row number
 *
 * Returns: (transfer full) (element-type FramOpening): its opening hours, the house's where it has none
 */
GArray *
fram_sheet_load_hours (FramDb *db, gint64 workshop)
{
  GArray *hours = g_array_new (FALSE, FALSE, sizeof (FramOpening));
  sqlite3_stmt *stmt =
      fram_db_query (db, NULL,
                     "SELECT weekday, opens, closes FROM opening_hours WHERE workshop = ? AND gone = 0"
                     " UNION ALL SELECT weekday, opens, closes FROM opening_hours WHERE workshop IS NULL AND gone = 0"
                     " AND NOT EXISTS (SELECT 1 FROM opening_hours o WHERE o.workshop = ?1 AND o.gone = 0)"
                     " ORDER BY weekday, opens",
                     "i", workshop);

  while (stmt != NULL && fram_db_step (db, stmt, NULL))
    {
      FramOpening opening = { sqlite3_column_int (stmt, 0), sqlite3_column_int (stmt, 1),
                              sqlite3_column_int (stmt, 2) };

      g_array_append_val (hours, opening);
    }
  return hours;
}
