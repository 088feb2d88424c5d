#include "fram-roster-private.h"

#include "fram-sheet-store.h"
#include "fram-sight.h"

#include <string.h>

void
fram_stored_mark_free (FramStoredMark *self)
{
  g_free (self->task);
  g_free (self->reason);
  g_free (self->note);
  g_free (self->marked_by);
  g_free (self);
}

void
fram_stored_person_free (FramStoredPerson *self)
{
  g_free (self->case_no);
  g_free (self->given_name);
  g_free (self->family_name);
  g_free (self->alias);
  g_free (self->sort_key);
  g_free (self);
}

void
fram_mark_past_free (FramMarkPast *self)
{
  g_free (self->by);
  g_free (self->reason);
  g_free (self);
}

/**
 * fram_roster_load_stays:
 * @db: a register
 * @activity: row number of a workshop or group
 * @day: the day
 * @error: return location
 *
 * Returns: (transfer full) (element-type FramSpan): the steps of everybody placed there that day
 */
GArray *
fram_roster_load_stays (FramDb *db, gint64 activity, FramDate day, GError **error)
{
  return fram_sheet_load_stays (db, activity, day, day, error);
}

/**
 * fram_roster_load_slots:
 * @db: a register
 * @activity: row number of a workshop
 * @day: the day
 * @error: return location
 *
 * Returns: (transfer full) (element-type FramPlanSlot): the weekly plans, those that have ended included, of everybody
 *   placed there that day
 */
GArray *
fram_roster_load_slots (FramDb *db, gint64 activity, FramDate day, GError **error)
{
  return fram_sheet_load_slots (db, activity, day, day, error);
}

static FramStoredMark *
read_mark (sqlite3_stmt *stmt)
{
  FramStoredMark *mark = g_new0 (FramStoredMark, 1);

  mark->enrolment = sqlite3_column_int64 (stmt, 0);
  mark->day = fram_column_date (stmt, 1);
  mark->part = sqlite3_column_int (stmt, 2);
  mark->status = sqlite3_column_int64 (stmt, 3);
  mark->minutes_late = fram_column_minutes (stmt, 4);
  mark->came = fram_column_minutes (stmt, 5);
  mark->left = fram_column_minutes (stmt, 6);
  mark->attended_minutes = fram_column_minutes (stmt, 7);
  mark->planned_minutes = fram_column_minutes (stmt, 8);
  mark->task = fram_column_text (stmt, 9);
  mark->reason = fram_column_text (stmt, 10);
  mark->note = fram_column_text (stmt, 11);
  if (sqlite3_column_count (stmt) > 12)
    {
      mark->marked_by = fram_column_text (stmt, 12);
      mark->marked_at = sqlite3_column_int64 (stmt, 13);
    }
  return mark;
}

/* Ends the statement. */
GPtrArray *
fram_roster_read_marks (FramDb *db, sqlite3_stmt *stmt, GError **error)
{
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_stored_mark_free);
  g_autoptr (GError) local = NULL;

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    g_ptr_array_add (marks, read_mark (stmt));
  if (stmt != NULL && local == NULL)
    return g_steal_pointer (&marks);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * fram_roster_load_marks:
 * @db: a register
 * @activity: row number of a workshop or group
 * @day: the day
 * @error: return location
 *
 * Returns: (transfer full) (element-type FramStoredMark): the marks of that day, with who marked and when
 */
GPtrArray *
fram_roster_load_marks (FramDb *db, gint64 activity, FramDate day, GError **error)
{
  return fram_sheet_load_marks (db, activity, day, day, error);
}

FramStoredMark *
fram_roster_load_mark (FramDb *db, gint64 enrolment, gint64 activity, FramDate day, int part, GError **error)
{
  g_autoptr (GPtrArray) marks = fram_roster_read_marks (
      db,
      fram_db_query (db, error,
                     "SELECT " FRAM_MARK_COLUMNS ", ifnull (s.name, 'system'), x.at FROM mark m" FRAM_MARK_AUTHOR
                     " WHERE m.enrolment = ? AND m.day = ? AND m.activity = ? AND m.part = ?",
                     "idii", enrolment, day, activity, (gint64)part),
      error);

  return marks == NULL || marks->len == 0 ? NULL : g_ptr_array_steal_index (marks, 0);
}

/**
 * fram_roster_load_last:
 * @db: a register
 * @enrolment: whose
 * @activity: where
 * @before: only days before this one
 * @n: how many
 * @error: return location
 *
 * Returns: (transfer full) (element-type FramStoredMark): the last sessions, newest first
 */
GPtrArray *
fram_roster_load_last (FramDb *db, gint64 enrolment, gint64 activity, FramDate before, guint n, GError **error)
{
  return fram_roster_read_marks (db,
                                 fram_db_query (db, error,
                                                "SELECT " FRAM_MARK_COLUMNS
                                                " FROM mark m WHERE m.enrolment = ? AND m.day < ? AND m.activity = ?"
                                                " AND m.status IS NOT NULL ORDER BY m.day DESC, m.part DESC LIMIT ?",
                                                "idii", enrolment, before, activity, (gint64)n),
                                 error);
}

FramStoredPerson *
fram_roster_read_person (sqlite3_stmt *stmt)
{
  FramStoredPerson *person = g_new0 (FramStoredPerson, 1);

  person->enrolment = sqlite3_column_int64 (stmt, 0);
  person->participant = sqlite3_column_int64 (stmt, 1);
  person->enrolment_id = fram_column_uuid (stmt, 2);
  person->participant_id = fram_column_uuid (stmt, 3);
  person->case_no = fram_column_text (stmt, 4);
  person->given_name = fram_column_text (stmt, 5);
  person->family_name = fram_column_text (stmt, 6);
  person->alias = fram_column_text (stmt, 7);
  person->sort_key = fram_column_text (stmt, 8);
  person->is_protected = sqlite3_column_int (stmt, 9) != 0;
  person->visible = sqlite3_column_int (stmt, 10) != 0;
  person->enrolled = fram_column_date (stmt, 11);
  person->closed = fram_column_date (stmt, 12);
  return person;
}

static const char *
person_sql (const FramViewer *viewer, char **keep)
{
  g_autofree char *named = fram_sight_named (viewer, "p.id");

  *keep = g_strdup_printf ("SELECT e.id, p.id, ei.uuid, pi.uuid, p.case_no, p.given_name, p.family_name,"
                           " (SELECT a.alias FROM alias a WHERE a.participant = p.id AND a.gone = 0"
                           "   AND (a.activity IS NULL OR a.activity = ?2) ORDER BY a.activity IS NULL LIMIT 1),"
                           " n.sort_key, p.protected, %s, e.enrolled, e.closed"
                           " FROM enrolment e JOIN participant p ON p.id = e.participant"
                           " JOIN ident ei ON ei.id = e.id JOIN ident pi ON pi.id = p.id"
                           " LEFT JOIN person_name n ON n.participant = p.id WHERE e.id = ?1",
                           named);
  return *keep;
}

/**
 * fram_roster_load_person:
 * @db: a register
 * @viewer: who asks; already known to be allowed the roster
 * @activity: row number of the workshop or group
 * @enrolment: row number of whose
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the person; with `visible` unset where only those named may see who it is
 */
FramStoredPerson *
fram_roster_load_person (FramDb *db, const FramViewer *viewer, gint64 activity, gint64 enrolment, GError **error)
{
  g_autofree char *keep = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, error, person_sql (viewer, &keep), "ii", enrolment, activity);
  FramStoredPerson *person;

  if (stmt == NULL || !fram_db_step (db, stmt, error))
    return NULL;
  person = fram_roster_read_person (stmt);
  sqlite3_reset (stmt);
  return person;
}

/**
 * fram_roster_load_lines:
 * @db: a register
 * @enrolment: whose
 * @activity: where
 * @day: the day
 *
 * Returns: (transfer full): what to do for the person there: the instruction lines in force, never a need behind them
 */
GStrv
fram_roster_load_lines (FramDb *db, gint64 enrolment, gint64 activity, FramDate day)
{
  GPtrArray *lines = g_ptr_array_new ();
  sqlite3_stmt *stmt = fram_db_query (db, NULL,
                                      "SELECT line FROM instruction WHERE enrolment = ? AND gone = 0 AND waits = 0"
                                      " AND (activity IS NULL OR activity = ?) AND (from_day IS NULL OR from_day <= ?)"
                                      " AND (to_day IS NULL OR to_day >= ?) ORDER BY id",
                                      "iidd", enrolment, activity, day, day);

  while (stmt != NULL && fram_db_step (db, stmt, NULL))
    g_ptr_array_add (lines, fram_column_text (stmt, 0));
  g_ptr_array_add (lines, NULL);
  return (GStrv)g_ptr_array_free (lines, FALSE);
}

/**
 * fram_roster_load_training:
 * @db: a register
 * @enrolment: whose
 * @activity: where
 * @day: the day
 *
 * Returns: (transfer full) (nullable): the workshop's line of the milestone the person is on
 */
char *
fram_roster_load_training (FramDb *db, gint64 enrolment, gint64 activity, FramDate day)
{
  return fram_db_text (
      db,
      "SELECT workshop_line FROM part_goal WHERE enrolment = ? AND gone = 0 AND workshop_line IS NOT NULL"
      " AND (activity IS NULL OR activity = ?) AND (reached IS NULL OR reached >= ?) ORDER BY due LIMIT 1",
      "iid", enrolment, activity, day);
}

/* From the newest change back along the bases; what came after a change is the before of the next. */
static const char history_sql[] =
    "WITH RECURSIVE chain (sender, seq, status, late, attended) AS ("
    " SELECT sender, seq, status, minutes_late, attended_minutes FROM mark"
    "  WHERE enrolment = ?1 AND day = ?2 AND activity = ?3 AND part = ?4"
    " UNION ALL"
    " SELECT c.base_sender, c.base_seq, json_extract (c.before, '$.status'), json_extract (c.before, '$.minutes_late'),"
    "  json_extract (c.before, '$.attended_minutes')"
    " FROM chain h JOIN change c ON c.sender = h.sender AND c.seq = h.seq WHERE c.base_seq IS NOT NULL LIMIT 200)"
    " SELECT x.at, ifnull (s.name, 'system'), h.status, h.late, h.attended, x.reason FROM chain h"
    " JOIN change c ON c.sender = h.sender AND c.seq = h.seq JOIN action x ON x.id = c.action"
    " LEFT JOIN staff s ON s.id = x.staff";

/**
 * fram_roster_load_history:
 * @db: a register
 * @enrolment: whose
 * @activity: where
 * @day: the day
 * @part: the part of the day
 * @error: return location
 *
 * Returns: (transfer full) (element-type FramMarkPast): what was marked, by whom and when, newest first
 */
GPtrArray *
fram_roster_load_history (FramDb *db, gint64 enrolment, gint64 activity, FramDate day, int part, GError **error)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_mark_past_free);
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, history_sql, "idii", enrolment, day, activity, (gint64)part);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramMarkPast *past = g_new0 (FramMarkPast, 1);

      past->at = sqlite3_column_int64 (stmt, 0);
      past->by = fram_column_text (stmt, 1);
      past->status = sqlite3_column_int64 (stmt, 2);
      past->minutes_late = fram_column_minutes (stmt, 3);
      past->attended_minutes = fram_column_minutes (stmt, 4);
      past->reason = fram_column_text (stmt, 5);
      g_ptr_array_add (steps, past);
    }
  if (local == NULL)
    return g_steal_pointer (&steps);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}
