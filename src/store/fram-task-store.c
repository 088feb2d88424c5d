#include "fram-task-store.h"

#include "fram-db-private.h"
#include "fram-sight.h"
#include "fram-text.h"

void
fram_stored_task_free (FramStoredTask *self)
{
  g_free (self->kind);
  g_free (self->text);
  g_free (self->whose_name);
  g_free (self->made_by_name);
  g_free (self->case_no);
  g_free (self->given_name);
  g_free (self->family_name);
  g_free (self->alias);
  g_free (self->activity_sv);
  g_free (self->activity_en);
  g_free (self);
}

void
fram_case_worker_clear (FramCaseWorker *self)
{
  g_clear_pointer (&self->name, g_free);
}

#define VALID_TODAY                                                                                                    \
  "r.gone = 0 AND r.stand_in = 0 AND (r.from_day IS NULL OR r.from_day <= '%1$s')"                                     \
  " AND (r.to_day IS NULL OR r.to_day >= '%1$s')"

/* Who works here and is somebody's deputy today. */
#define DEPUTY_OF                                                                                                      \
  "SELECT 1 FROM role_grant r JOIN staff d ON d.id = r.staff AND d.active = 1 AND d.gone = 0"                          \
  " WHERE r.deputy_for = x.id AND " VALID_TODAY

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

/* Whose turn it is where the case worker has left and nobody is deputy: the manager's, else an administrator's. */
static gboolean
is_management (FramDb *db, const FramViewer *viewer, const char *today)
{
  g_autofree char *managers = NULL;

  if (viewer->is_system || fram_viewer_has_role (viewer, FRAM_ROLE_MANAGER))
    return TRUE;
  if (!fram_viewer_has_role (viewer, FRAM_ROLE_ADMINISTRATOR))
    return FALSE;
  managers = g_strdup_printf ("SELECT count (*) FROM role_grant r JOIN staff d ON d.id = r.staff AND d.active = 1"
                              " AND d.gone = 0 WHERE r.role = 'manager' AND " VALID_TODAY,
                              today);
  return fram_db_int (db, 0, managers, "") == 0;
}

static void
append_open (GString *sql, const char *owners)
{
  g_string_append_printf (sql,
                          " UNION SELECT id FROM task WHERE gone = 0 AND %1$s AND done IS NULL"
                          " UNION SELECT id FROM task WHERE gone = 0 AND %1$s AND done >= ?1",
                          owners);
}

static void
append_open_of (GString *sql, const char *column, gint64 staff)
{
  g_autofree char *owner = g_strdup_printf ("%s = %" G_GINT64_FORMAT, column, staff);

  if (staff != 0)
    append_open (sql, owner);
}

/* The tasks for a viewer: each part is found in an index, so that ten years of tasks that are done are not walked
 * through. What somebody was asked who has left since, and has no deputy, is the management's. */
static char *
mine_sql (FramDb *db, const FramViewer *viewer, gboolean also_asked)
{
  GString *sql = g_string_new ("SELECT 0 AS id");
  char today[FRAM_DATE_TEXT_SIZE];
  g_autofree char *left = NULL;

  fram_date_format (viewer->today, today);
  if (viewer->is_system)
    append_open (sql, "whose > 0");
  append_open_of (sql, "whose", viewer->staff);
  if (also_asked)
    append_open_of (sql, "made_by", viewer->staff);
  for (guint i = 0; i < viewer->grants->len; i++)
    append_open_of (sql, "whose", g_array_index (viewer->grants, FramGrant, i).deputy_for);
  left =
      g_strdup_printf ("whose IN (SELECT x.id FROM staff x WHERE x.active = 0 AND NOT EXISTS (" DEPUTY_OF "))", today);
  if (is_management (db, viewer, today))
    {
      append_open (sql, "whose IS NULL");
      append_open (sql, left);
    }
  return g_string_free (sql, FALSE);
}

#pragma GCC diagnostic pop

static char *
task_sql (FramDb *db, const FramViewer *viewer, const char *where)
{
  g_autofree char *sight = fram_sight_of_participant (viewer, FRAM_CLASS_BASIC, "t.participant");
  g_autofree char *mine = mine_sql (db, viewer, FALSE);

  return g_strdup_printf (
      "SELECT t.id, i.uuid, t.kind, t.text, t.due, t.made, t.seen, t.done, t.whose, s.name, t.made_by, b.name,"
      " t.participant, pi.uuid, (SELECT id FROM (SELECT x.id AS id, max (x.enrolled) FROM enrolment x"
      "  WHERE x.participant = t.participant AND x.gone = 0)),"
      " p.case_no, p.given_name, p.family_name,"
      " (SELECT a.alias FROM alias a WHERE a.participant = p.id AND a.gone = 0"
      "   AND (a.activity IS NULL OR a.activity = t.activity) ORDER BY a.activity IS NULL LIMIT 1),"
      " p.protected, t.participant IS NULL OR %s, t.activity, ai.uuid, coalesce (w.name_sv, g.name),"
      " coalesce (w.name_en, g.name), t.id IN (%s)"
      " FROM task t JOIN ident i ON i.id = t.id LEFT JOIN staff s ON s.id = t.whose"
      " LEFT JOIN staff b ON b.id = t.made_by LEFT JOIN participant p ON p.id = t.participant"
      " LEFT JOIN ident pi ON pi.id = p.id LEFT JOIN ident ai ON ai.id = t.activity"
      " LEFT JOIN workshop w ON w.id = t.activity LEFT JOIN activity_group g ON g.id = t.activity"
      " WHERE %s ORDER BY t.done IS NOT NULL, t.done DESC, t.due IS NULL, t.due, t.id",
      sight, mine, where);
}

static void
read_person (FramStoredTask *self, sqlite3_stmt *stmt)
{
  self->participant = sqlite3_column_int64 (stmt, 12);
  self->enrolment = sqlite3_column_int64 (stmt, 14);
  self->is_protected = sqlite3_column_int (stmt, 19) != 0;
  if (sqlite3_column_int (stmt, 20) == 0)
    return;
  self->text = fram_column_text (stmt, 3);
  self->participant_id = fram_column_uuid (stmt, 13);
  self->case_no = fram_column_text (stmt, 15);
  self->given_name = fram_column_text (stmt, 16);
  self->family_name = fram_column_text (stmt, 17);
  self->alias = fram_column_text (stmt, 18);
}

static gboolean
is_deputy_for (const FramViewer *viewer, gint64 staff)
{
  for (guint i = 0; staff != 0 && staff != viewer->staff && i < viewer->grants->len; i++)
    if (g_array_index (viewer->grants, FramGrant, i).deputy_for == staff)
      return TRUE;
  return FALSE;
}

static FramStoredTask *
read_task (const FramViewer *viewer, sqlite3_stmt *stmt)
{
  FramStoredTask *self = g_new0 (FramStoredTask, 1);

  self->row = sqlite3_column_int64 (stmt, 0);
  self->id = fram_column_uuid (stmt, 1);
  self->kind = fram_column_text (stmt, 2);
  self->due = fram_column_date (stmt, 4);
  self->made = fram_column_date (stmt, 5);
  self->seen = fram_column_date (stmt, 6);
  self->done = fram_column_date (stmt, 7);
  self->whose = sqlite3_column_int64 (stmt, 8);
  self->whose_name = fram_column_text (stmt, 9);
  self->made_by = sqlite3_column_int64 (stmt, 10);
  self->made_by_name = fram_column_text (stmt, 11);
  read_person (self, stmt);
  self->activity = sqlite3_column_int64 (stmt, 21);
  self->activity_id = fram_column_uuid (stmt, 22);
  self->activity_sv = fram_column_text (stmt, 23);
  self->activity_en = fram_column_text (stmt, 24);
  self->mine = sqlite3_column_int (stmt, 25) != 0;
  self->deputed = is_deputy_for (viewer, self->whose);
  return self;
}

/**
 * fram_task_load:
 * @db: a register
 * @viewer: who asks
 * @done_since: tasks done before this day are left out
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredTask): what is for the viewer, as a colleague's deputy too,
 *   and what the viewer asked others for: not done ones first, by due day
 */
GPtrArray *
fram_task_load (FramDb *db, const FramViewer *viewer, FramDate done_since, GError **error)
{
  g_autoptr (GPtrArray) tasks = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_stored_task_free);
  g_autofree char *all = mine_sql (db, viewer, TRUE);
  g_autofree char *where = g_strdup_printf ("t.id IN (%s)", all);
  g_autofree char *sql = task_sql (db, viewer, where);
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "d", done_since);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    g_ptr_array_add (tasks, read_task (viewer, stmt));
  if (local == NULL)
    return g_steal_pointer (&tasks);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * fram_task_load_one:
 * @db: a register
 * @viewer: who asks
 * @row: row number of a task
 * @error: return location; %FRAM_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable): the task, whoever it is for
 */
FramStoredTask *
fram_task_load_one (FramDb *db, const FramViewer *viewer, gint64 row, GError **error)
{
  g_autofree char *sql = task_sql (db, viewer, "t.id = ?2 AND t.gone = 0");
  sqlite3_stmt *stmt = fram_db_query (db, error, sql, "di", fram_date_new (1970, 1, 1), row);
  FramStoredTask *task;

  if (stmt == NULL || !fram_db_step_row (db, stmt, error))
    return NULL;
  task = read_task (viewer, stmt);
  sqlite3_reset (stmt);
  return task;
}

/**
 * fram_task_count_open:
 * @db: a register
 * @viewer: who asks
 *
 * Returns: how many tasks wait for the viewer
 */
guint
fram_task_count_open (FramDb *db, const FramViewer *viewer)
{
  g_autofree char *mine = mine_sql (db, viewer, FALSE);
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM (%s) m JOIN task t ON t.id = m.id"
                                          " WHERE t.done IS NULL",
                                          mine);

  return (guint)fram_db_int (db, 0, sql, "d", FRAM_DATE_NONE);
}

/**
 * fram_task_is_open:
 * @db: a register
 * @participant: row number of whom
 * @kind: code of a kind of task; %NULL for whatever is asked of a case worker
 *
 * Returns: whether there is such a task about the person that is not done yet
 */
gboolean
fram_task_is_open (FramDb *db, gint64 participant, const char *kind)
{
  return fram_db_int (db, 0,
                      "SELECT 1 FROM task WHERE participant = ?1 AND done IS NULL AND gone = 0"
                      " AND (kind = ?2 OR (?2 IS NULL AND kind IN ('absence', 'call'))) LIMIT 1",
                      "it", participant, kind) != 0;
}

gint64
fram_task_participant_of (FramDb *db, gint64 enrolment)
{
  return fram_db_int (db, 0, "SELECT participant FROM enrolment WHERE id = ? AND gone = 0", "i", enrolment);
}

static const char in_charge_sql[] =
    "SELECT x.id, x.name, x.active AND NOT x.gone, d.id, d.name FROM case_worker c JOIN staff x ON x.id = c.staff"
    " LEFT JOIN staff d ON d.id = (SELECT r.staff FROM role_grant r JOIN staff y ON y.id = r.staff AND y.active = 1"
    "   AND y.gone = 0 WHERE r.deputy_for = x.id AND r.gone = 0 AND r.stand_in = 0"
    "   AND (r.from_day IS NULL OR r.from_day <= ?2) AND (r.to_day IS NULL OR r.to_day >= ?2) ORDER BY r.id LIMIT 1)"
    " WHERE c.enrolment = ?1 AND c.gone = 0 AND c.from_day <= ?2 AND (c.to_day IS NULL OR c.to_day >= ?2)"
    " ORDER BY c.from_day DESC, c.id DESC LIMIT 1";

/**
 * fram_task_find_case_worker:
 * @db: a register
 * @enrolment: row number of whose
 * @today: the day
 * @found: (out): who is in charge; no staff where nobody is whom it can be left to
 * @error: return location
 *
 * Returns: whether the register could be read
 */
gboolean
fram_task_find_case_worker (FramDb *db, gint64 enrolment, FramDate today, FramCaseWorker *found, GError **error)
{
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, in_charge_sql, "id", enrolment, today);

  *found = (FramCaseWorker){ 0 };
  if (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      found->deputy = sqlite3_column_int64 (stmt, 3);
      if (sqlite3_column_int (stmt, 2) != 0 || found->deputy != 0)
        {
          found->staff = sqlite3_column_int64 (stmt, 0);
          found->name = fram_column_text (stmt, found->deputy != 0 ? 4 : 1);
        }
      sqlite3_reset (stmt);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}
