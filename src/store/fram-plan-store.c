#include "fram-plan-store.h"

#include "fram-db-private.h"
#include "fram-sight.h"
#include "fram-text.h"

/* What is planned for an enrolment: goals, target day, pauses. */

void
fram_stored_plan_free (FramStoredPlan *self)
{
  g_free (self->main_goal);
  g_free (self->extension_reason);
  g_free (self);
}

void
fram_stored_goal_free (FramStoredGoal *self)
{
  g_free (self->text);
  g_free (self->workshop_line);
  g_free (self->activity_name);
  g_free (self);
}

void
fram_stored_pause_free (FramStoredPause *self)
{
  g_free (self->kind);
  g_free (self);
}

static char *
plan_sql (const FramViewer *viewer)
{
  g_autofree char *basic = fram_sight_of_participant (viewer, FRAM_CLASS_BASIC, "e.participant");
  g_autofree char *progress = fram_sight_of_participant (viewer, FRAM_CLASS_PROGRESS, "e.participant");
  g_autofree char *facts = fram_sight_of_facts (viewer, "e.participant");

  return g_strdup_printf ("SELECT e.id, e.participant, e.enrolled, e.closed, CASE WHEN %s THEN e.main_goal END,"
                          " CASE WHEN %s THEN e.target END, CASE WHEN %s THEN e.extended_to END,"
                          " CASE WHEN %s THEN e.extension_reason END, CASE WHEN %s THEN ifnull (g.target_days, 0) ELSE "
                          "0 END FROM enrolment e"
                          " LEFT JOIN programme g ON g.id = e.programme WHERE e.id = ? AND e.gone = 0 AND %s",
                          progress, facts, facts, facts, facts, basic);
}

static FramStoredPlan *
read_plan (sqlite3_stmt *stmt)
{
  FramStoredPlan *self = g_new0 (FramStoredPlan, 1);

  self->enrolment = sqlite3_column_int64 (stmt, 0);
  self->participant = sqlite3_column_int64 (stmt, 1);
  self->enrolled = fram_column_date (stmt, 2);
  self->closed = fram_column_date (stmt, 3);
  self->main_goal = fram_column_text (stmt, 4);
  self->target = fram_column_date (stmt, 5);
  self->extended_to = fram_column_date (stmt, 6);
  self->extension_reason = fram_column_text (stmt, 7);
  self->target_days = sqlite3_column_int (stmt, 8);
  return self;
}

/**
 * fram_plan_load:
 * @db: a register
 * @viewer: who asks
 * @enrolment: row number
 * @error: return location; %FRAM_ERROR_NOT_FOUND also where the viewer may not see the person
 *
 * Returns: (transfer full) (nullable): what the enrolment says of its plan
 */
FramStoredPlan *
fram_plan_load (FramDb *db, const FramViewer *viewer, gint64 enrolment, GError **error)
{
  g_autofree char *sql = plan_sql (viewer);
  sqlite3_stmt *stmt = fram_db_query (db, error, sql, "i", enrolment);
  FramStoredPlan *self;

  if (stmt == NULL || !fram_db_step_row (db, stmt, error))
    return NULL;
  self = read_plan (stmt);
  sqlite3_reset (stmt);
  return self;
}

static char *
goals_sql (const FramViewer *viewer, const char *where)
{
  g_autofree char *progress = fram_sight_of_participant (viewer, FRAM_CLASS_PROGRESS, "e.participant");
  g_autofree char *instruct = fram_sight_of_participant (viewer, FRAM_CLASS_INSTRUCT, "e.participant");

  return g_strdup_printf (
      "SELECT i.uuid, t.enrolment, CASE WHEN %s THEN t.text END AS text, t.due, t.reached,"
      " CASE WHEN %s THEN t.workshop_line END AS line, t.activity, w.name_%s FROM part_goal t"
      " JOIN ident i ON i.id = t.id JOIN enrolment e ON e.id = t.enrolment LEFT JOIN workshop w ON w.id = t.activity"
      " WHERE %s AND t.gone = 0 AND (%s OR (%s AND t.workshop_line IS NOT NULL))"
      " ORDER BY t.reached IS NOT NULL, ifnull (t.reached, ifnull (t.due, '9999')), t.id",
      progress, instruct, fram_text_is_swedish () ? "sv" : "en", where, progress, instruct);
}

static FramStoredGoal *
read_goal (sqlite3_stmt *stmt)
{
  FramStoredGoal *self = g_new0 (FramStoredGoal, 1);

  self->id = fram_column_uuid (stmt, 0);
  self->enrolment = sqlite3_column_int64 (stmt, 1);
  self->text = fram_column_text (stmt, 2);
  self->due = fram_column_date (stmt, 3);
  self->reached = fram_column_date (stmt, 4);
  self->workshop_line = fram_column_text (stmt, 5);
  self->activity = sqlite3_column_int64 (stmt, 6);
  self->activity_name = fram_column_text (stmt, 7);
  return self;
}

/**
 * fram_plan_load_goals:
 * @db: a register
 * @viewer: who asks
 * @enrolment: row number
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredGoal): milestones that the viewer may see: open ones by due
 *   day, then reached ones by the day they were
 */
GPtrArray *
fram_plan_load_goals (FramDb *db, const FramViewer *viewer, gint64 enrolment, GError **error)
{
  g_autoptr (GPtrArray) goals = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_stored_goal_free);
  g_autofree char *sql = goals_sql (viewer, "t.enrolment = ?");
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "i", enrolment);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    g_ptr_array_add (goals, read_goal (stmt));
  if (local == NULL)
    return g_steal_pointer (&goals);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

FramStoredGoal *
fram_plan_load_goal (FramDb *db, const FramViewer *viewer, gint64 row, GError **error)
{
  g_autofree char *sql = goals_sql (viewer, "t.id = ?");
  sqlite3_stmt *stmt = fram_db_query (db, error, sql, "i", row);
  FramStoredGoal *goal;

  if (stmt == NULL || !fram_db_step_row (db, stmt, error))
    return NULL;
  goal = read_goal (stmt);
  sqlite3_reset (stmt);
  return goal;
}

static char *
pauses_sql (const FramViewer *viewer, const char *where)
{
  g_autofree char *sight = fram_sight_of_plan (viewer, "e.participant");

  return g_strdup_printf ("SELECT i.uuid, t.enrolment, t.from_day, t.to_day, t.kind FROM pause t"
                          " JOIN ident i ON i.id = t.id JOIN enrolment e ON e.id = t.enrolment"
                          " WHERE %s AND t.gone = 0 AND %s ORDER BY t.from_day, t.id",
                          where, sight);
}

static FramStoredPause *
read_pause (sqlite3_stmt *stmt)
{
  FramStoredPause *self = g_new0 (FramStoredPause, 1);

  self->id = fram_column_uuid (stmt, 0);
  self->enrolment = sqlite3_column_int64 (stmt, 1);
  self->from = fram_column_date (stmt, 2);
  self->to = fram_column_date (stmt, 3);
  self->kind = fram_column_text (stmt, 4);
  return self;
}

/**
 * fram_plan_load_pauses:
 * @db: a register
 * @viewer: who asks
 * @enrolment: row number
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredPause): pauses in order of their first days
 */
GPtrArray *
fram_plan_load_pauses (FramDb *db, const FramViewer *viewer, gint64 enrolment, GError **error)
{
  g_autoptr (GPtrArray) pauses = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_stored_pause_free);
  g_autofree char *sql = pauses_sql (viewer, "t.enrolment = ?");
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "i", enrolment);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    g_ptr_array_add (pauses, read_pause (stmt));
  if (local == NULL)
    return g_steal_pointer (&pauses);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

FramStoredPause *
fram_plan_load_pause (FramDb *db, const FramViewer *viewer, gint64 row, GError **error)
{
  g_autofree char *sql = pauses_sql (viewer, "t.id = ?");
  sqlite3_stmt *stmt = fram_db_query (db, error, sql, "i", row);
  FramStoredPause *pause;

  if (stmt == NULL || !fram_db_step_row (db, stmt, error))
    return NULL;
  pause = read_pause (stmt);
  sqlite3_reset (stmt);
  return pause;
}

/**
 * fram_plan_find_enrolment:
 * @db: a register
 * @entity: what kind of thing: one that belongs to an enrolment
 * @id: which
 *
 * Returns: row number of the enrolment that it belongs to, 0 where it is not there any more
 */
gint64
fram_plan_find_enrolment (FramDb *db, FramEntity entity, const FramUuid *id)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT enrolment FROM %s WHERE id = ? AND gone = 0", fram_entity_info (entity)->name);

  return fram_db_int (db, 0, sql, "i", fram_db_find_row (db, id));
}
