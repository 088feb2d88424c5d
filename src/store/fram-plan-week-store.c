#include "fram-plan-store.h"

#include "fram-db-private.h"
#include "fram-error.h"
#include "fram-group-store.h"
#include "fram-rights.h"
#include "fram-sight.h"
#include "fram-text.h"

/* The weekly plan of an enrolment, and what stands beside it: groups, bookings, and who else is planned where. */

static void
step_free (gpointer data)
{
  FramStoredStep *self = data;

  g_free (self->name);
  g_free (self);
}

static void
member_free (gpointer data)
{
  FramStoredMember *self = data;

  g_free (self->name);
  g_clear_pointer (&self->series, fram_series_free);
  g_free (self->place);
  g_free (self);
}

static void
time_free (gpointer data)
{
  FramStoredTime *self = data;

  g_free (self->kind);
  g_free (self);
}

void
fram_stored_choice_free (FramStoredChoice *self)
{
  g_free (self->code);
  g_free (self->name);
  g_clear_pointer (&self->series, fram_series_free);
  g_free (self);
}

static const char *
language (void)
{
  return fram_text_is_swedish () ? "sv" : "en";
}

typedef gpointer (*ReadFunc) (sqlite3_stmt *stmt);

/* All rows of a query; NULL where they cannot all be read. */
static GPtrArray *
read_all (FramDb *db, sqlite3_stmt *stmt, ReadFunc read, GDestroyNotify free_row, GError *prepared, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_row);
  g_autoptr (GError) local = prepared;

  while (stmt != NULL && local == NULL && fram_db_step (db, stmt, &local))
    g_ptr_array_add (rows, read (stmt));
  if (local == NULL)
    return g_steal_pointer (&rows);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static gpointer
read_step (sqlite3_stmt *stmt)
{
  FramStoredStep *self = g_new0 (FramStoredStep, 1);

  self->id = fram_column_uuid (stmt, 0);
  self->enrolment = sqlite3_column_int64 (stmt, 1);
  self->activity = sqlite3_column_int64 (stmt, 2);
  self->name = fram_column_text (stmt, 3);
  self->is_external = sqlite3_column_int (stmt, 4) != 0;
  self->from = fram_column_date (stmt, 5);
  self->to = fram_column_date (stmt, 6);
  self->weekly_minutes = fram_column_minutes (stmt, 7);
  return self;
}

/**
 * fram_plan_load_steps:
 * @db: a register
 * @viewer: who asks
 * @enrolment: row number
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredStep): placements in order of their first days
 */
GPtrArray *
fram_plan_load_steps (FramDb *db, const FramViewer *viewer, gint64 enrolment, GError **error)
{
  g_autofree char *sight = fram_sight_of_plan (viewer, "e.participant");
  g_autofree char *sql = g_strdup_printf (
      "SELECT i.uuid, t.enrolment, t.activity, coalesce (w.name_%s, x.employer, '–'), w.id IS NULL, t.from_day,"
      " t.to_day, t.weekly_minutes FROM placement t JOIN ident i ON i.id = t.id JOIN enrolment e ON e.id = t.enrolment"
      " LEFT JOIN workshop w ON w.id = t.activity LEFT JOIN external_place x ON x.id = t.activity"
      " WHERE t.enrolment = ? AND t.gone = 0 AND %s ORDER BY t.from_day, t.id",
      language (), sight);
  GError *local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "i", enrolment);

  return read_all (db, stmt, read_step, step_free, local, error);
}

/**
 * fram_plan_load_slots:
 * @db: a register
 * @viewer: who asks
 * @enrolment: row number
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredSlot): the weekly plan, past and to come, in order of the week
 */
GArray *
fram_plan_load_slots (FramDb *db, const FramViewer *viewer, gint64 enrolment, GError **error)
{
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (FramStoredSlot));
  g_autofree char *whole = fram_sight_of_plan (viewer, "e.participant");
  g_autofree char *part = fram_sight_of_participant (viewer, FRAM_CLASS_PLAN, "e.participant");
  g_autofree char *groups = fram_sight_of_own_groups (viewer);
  g_autofree char *sql =
      g_strdup_printf ("SELECT i.uuid, s.activity, s.enrolment, s.weekday, s.from_time, s.to_time, s.valid_from,"
                       " s.valid_to FROM plan_slot s JOIN ident i ON i.id = s.id JOIN enrolment e ON e.id = s.enrolment"
                       " WHERE s.enrolment = ? AND s.gone = 0 AND (%s OR (s.activity IN (%s) AND %s)) ORDER BY "
                       "s.weekday, s.from_time, s.valid_from",
                       whole, groups, part);
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "i", enrolment);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramStoredSlot slot = { fram_column_uuid (stmt, 0),
                              sqlite3_column_int64 (stmt, 1),
                              { sqlite3_column_int64 (stmt, 2), sqlite3_column_int (stmt, 3),
                                fram_column_minutes (stmt, 4), fram_column_minutes (stmt, 5),
                                fram_column_date (stmt, 6), fram_column_date (stmt, 7) } };

      g_array_append_val (slots, slot);
    }
  if (local == NULL)
    return g_steal_pointer (&slots);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static gpointer
read_member (sqlite3_stmt *stmt)
{
  FramStoredMember *self = g_new0 (FramStoredMember, 1);

  self->id = fram_column_uuid (stmt, 0);
  self->enrolment = sqlite3_column_int64 (stmt, 1);
  self->group = sqlite3_column_int64 (stmt, 2);
  self->name = fram_column_text (stmt, 3);
  self->from = fram_column_date (stmt, 4);
  self->to = fram_column_date (stmt, 5);
  self->waiting = sqlite3_column_int (stmt, 6) != 0;
  self->place = fram_column_text (stmt, 7);
  return self;
}

/* A group that is not in the register any more meets no more. */
static gboolean
add_series (FramDb *db, FramStoredMember *member, GError **error)
{
  g_autoptr (GError) local = NULL;

  member->series = fram_group_load_series (db, member->group, &local);
  if (g_error_matches (local, FRAM_ERROR, FRAM_ERROR_NOT_FOUND))
    member->series = fram_series_new (member->group);
  else if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return member->series != NULL;
}

/**
 * fram_plan_load_members:
 * @db: a register
 * @viewer: who asks
 * @enrolment: row number
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredMember): memberships in order of their first days
 */
GPtrArray *
fram_plan_load_members (FramDb *db, const FramViewer *viewer, gint64 enrolment, GError **error)
{
  g_autofree char *whole = fram_sight_of_plan (viewer, "e.participant");
  g_autofree char *part = fram_sight_of_participant (viewer, FRAM_CLASS_PLAN, "e.participant");
  g_autofree char *groups = fram_sight_of_own_groups (viewer);
  g_autofree char *sql = g_strdup_printf (
      "SELECT i.uuid, m.enrolment, g.id, coalesce (g.name, k.name_%s || ' ' || g.code), m.from_day, m.to_day, "
      "m.waiting,"
      " p.name FROM membership m JOIN ident i ON i.id = m.id"
      " JOIN enrolment e ON e.id = m.enrolment JOIN activity_group g ON g.id = m.activity_group"
      " JOIN group_kind k ON k.id = g.group_kind LEFT JOIN place p ON p.id = g.place"
      " WHERE m.enrolment = ? AND m.gone = 0 AND (%s OR (g.id IN (%s) AND %s)) ORDER BY m.from_day, m.id",
      language (), whole, groups, part);
  GError *local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "i", enrolment);
  g_autoptr (GPtrArray) members = read_all (db, stmt, read_member, member_free, local, error);

  for (guint i = 0; members != NULL && i < members->len; i++)
    if (!add_series (db, g_ptr_array_index (members, i), error))
      return NULL;
  return g_steal_pointer (&members);
}

static gpointer
read_time (sqlite3_stmt *stmt)
{
  FramStoredTime *self = g_new0 (FramStoredTime, 1);
  int minutes = fram_column_minutes (stmt, 6);

  self->id = fram_column_uuid (stmt, 0);
  self->is_booking = sqlite3_column_int (stmt, 1) != 0;
  self->kind = fram_column_text (stmt, 2);
  self->from = fram_column_date (stmt, 3);
  self->to = fram_column_date (stmt, 4);
  self->from_time = fram_column_minutes (stmt, 5);
  self->to_time = self->from_time == FRAM_TIME_NONE ? FRAM_TIME_NONE
                                                    : MIN (self->from_time + (minutes > 0 ? minutes : 60), 24 * 60);
  return self;
}

/**
 * fram_plan_load_times:
 * @db: a register
 * @viewer: who asks
 * @enrolment: row number
 * @from: first day
 * @to: last day
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredTime): bookings that stand, and absences that were told with
 *   times, in order of day and time
 */
GPtrArray *
fram_plan_load_times (FramDb *db, const FramViewer *viewer, gint64 enrolment, FramDate from, FramDate to,
                      GError **error)
{
  g_autofree char *plan = fram_sight_of_participant (viewer, FRAM_CLASS_PLAN, "e.participant");
  g_autofree char *whole = fram_sight_of_plan (viewer, "e.participant");
  g_autofree char *attend = fram_sight_of_participant (viewer, FRAM_CLASS_ATTEND, "e.participant");
  g_autofree char *sql = g_strdup_printf (
      "SELECT i.uuid, 1, CASE WHEN b.staff = %" G_GINT64_FORMAT
      " OR %s THEN b.kind ELSE 'annan_bokning' END, b.day, b.day, b.starts, b.minutes FROM enrolment e"
      " JOIN booking b ON b.participant = e.participant AND (b.enrolment IS NULL OR b.enrolment = e.id)"
      " JOIN ident i ON i.id = b.id WHERE e.id = ?1 AND b.gone = 0 AND ifnull (b.status, 'bokat') = 'bokat'"
      " AND b.day BETWEEN ?2 AND ?3 AND %s"
      " UNION ALL "
      "SELECT i.uuid, 0, s.code, a.from_day, a.to_day, a.from_time, a.to_time - a.from_time FROM enrolment e"
      " JOIN planned_absence a ON a.enrolment = e.id JOIN ident i ON i.id = a.id"
      " LEFT JOIN attendance_status s ON s.id = a.status"
      " WHERE e.id = ?1 AND a.gone = 0 AND a.from_day <= ?3 AND a.to_day >= ?2 AND %s ORDER BY 4, 6, 1",
      viewer->staff, whole, plan, attend);
  GError *local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "idd", enrolment, from, to);

  return read_all (db, stmt, read_time, time_free, local, error);
}

/**
 * fram_plan_load_taken:
 * @db: a register
 * @activity: row number of a workshop or external place
 * @except: row number of the enrolment that is left out
 * @from: first day
 * @to: last day
 * @error: return location
 *
 * Whose plans they are is for nobody to see; the desk counts them.
 *
 * Returns: (transfer full) (nullable) (element-type FramPlanSlot): what is planned there for others who are placed there
 */
GArray *
fram_plan_load_taken (FramDb *db, gint64 activity, gint64 except, FramDate from, FramDate to, GError **error)
{
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (FramPlanSlot));
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (
      db, &local,
      "SELECT s.enrolment, s.weekday, s.from_time, s.to_time, max (s.valid_from, t.from_day),"
      " nullif (min (ifnull (s.valid_to, '9999'), ifnull (t.to_day, '9999'), ifnull (e.closed, '9999')), '9999')"
      " FROM placement t JOIN enrolment e ON e.id = t.enrolment AND e.gone = 0"
      " JOIN plan_slot s ON s.enrolment = t.enrolment AND s.activity = t.activity AND s.gone = 0"
      "   AND s.valid_from <= ifnull (t.to_day, '9999') AND ifnull (s.valid_to, '9999') >= t.from_day"
      " WHERE t.activity = ?1 AND t.enrolment <> ?2 AND t.gone = 0 AND t.from_day <= ?4"
      " AND (t.to_day IS NULL OR t.to_day >= ?3)",
      "iidd", activity, except, from, to);

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

static gpointer
read_choice (sqlite3_stmt *stmt)
{
  FramStoredChoice *self = g_new0 (FramStoredChoice, 1);

  self->row = sqlite3_column_int64 (stmt, 0);
  self->id = fram_column_uuid (stmt, 1);
  self->kind = sqlite3_column_int (stmt, 2);
  self->code = fram_column_text (stmt, 3);
  self->name = fram_column_text (stmt, 4);
  self->capacity = sqlite3_column_int (stmt, 5);
  self->taken = sqlite3_column_int (stmt, 6);
  self->waiting = sqlite3_column_int (stmt, 7);
  self->first_day = fram_column_date (stmt, 8);
  return self;
}

#define STANDS(table)                                                                                                  \
#table ".gone = 0 AND " #table ".from_day <= ?1 AND (" #table ".to_day IS NULL OR " #table ".to_day >= ?1)"

static char *
choices_sql (gboolean groups, gboolean places)
{
  const char *name = language ();

  if (groups)
    return g_strdup_printf (
        "SELECT g.id, i.uuid, 2, g.code, coalesce (g.name, k.name_%s || ' ' || g.code), ifnull (g.capacity, 0),"
        " (SELECT count (*) FROM membership m WHERE m.activity_group = g.id AND m.waiting = 0 AND m.gone = 0"
        "   AND (m.to_day IS NULL OR m.to_day >= ?1)),"
        " (SELECT count (*) FROM membership m WHERE m.activity_group = g.id AND m.waiting = 1 AND m.gone = 0"
        "   AND (m.to_day IS NULL OR m.to_day >= ?1)),"
        " g.first_day FROM activity_group g JOIN ident i ON i.id = g.id"
        " JOIN group_kind k ON k.id = g.group_kind WHERE g.gone = 0 AND g.active = 1"
        " AND (g.last_day IS NULL OR g.last_day >= ?1) ORDER BY g.first_day > ?1, k.rank, g.first_day, g.id",
        name);
  return g_strdup_printf (
      "SELECT w.id, i.uuid, 0, w.code, w.name_%s, ifnull (w.capacity, 0),"
      " (SELECT count (DISTINCT t.enrolment) FROM placement t WHERE t.activity = w.id AND " STANDS (
          t) "),"
             " 0, NULL, ifnull (w.rank, 0) AS place FROM workshop w JOIN ident i ON i.id = w.id"
             " WHERE w.gone = 0 AND w.active = 1"
             " UNION ALL "
             "SELECT x.id, i.uuid, 1, NULL, x.employer, ifnull (x.capacity, 0),"
             " (SELECT count (DISTINCT t.enrolment) FROM placement t WHERE t.activity = x.id AND " STANDS (
                 t) "),"
                    " 0, x.free_from, 1000 FROM external_place x JOIN ident i ON i.id = x.id"
                    " WHERE %d AND x.gone = 0 AND x.active = 1 ORDER BY 10, 5",
      name, places);
}

/**
 * fram_plan_load_choices:
 * @db: a register
 * @viewer: who asks
 * @groups: groups that have not ended, instead of workshops and external places
 * @day: the day
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredChoice): where somebody can be planned
 */
GPtrArray *
fram_plan_load_choices (FramDb *db, const FramViewer *viewer, gboolean groups, FramDate day, GError **error)
{
  g_autofree char *sql = choices_sql (groups, fram_rights_may_read (viewer, FRAM_CLASS_PLACES));
  GError *local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "d", day);

  g_autoptr (GPtrArray) choices =
      read_all (db, stmt, read_choice, (GDestroyNotify)fram_stored_choice_free, local, error);
  g_autoptr (GHashTable) series = NULL;

  if (choices == NULL || !groups)
    return g_steal_pointer (&choices);
  series = fram_group_load_all_series (db, FRAM_DATE_NONE, FRAM_DATE_NONE, error);
  if (series == NULL)
    return NULL;
  for (guint i = 0; i < choices->len; i++)
    {
      FramStoredChoice *choice = g_ptr_array_index (choices, i);

      choice->series = fram_group_take_series (series, choice->row);
    }
  return g_steal_pointer (&choices);
}

/**
 * fram_plan_count_members:
 * @db: a register
 * @group: row number
 * @day: the day
 * @capacity: (out): places, 0 where that is not known
 * @taken: (out): who has one on that day or later
 * @error: return location
 *
 * Returns: whether it could be read
 */
gboolean
fram_plan_count_members (FramDb *db, gint64 group, FramDate day, int *capacity, int *taken, GError **error)
{
  sqlite3_stmt *stmt =
      fram_db_query (db, error,
                     "SELECT ifnull (g.capacity, 0), (SELECT count (DISTINCT m.enrolment) FROM membership m WHERE "
                     "m.activity_group = g.id"
                     " AND m.waiting = 0 AND m.gone = 0 AND (m.to_day IS NULL OR m.to_day >= ?2)) FROM activity_group g"
                     " WHERE g.id = ?1 AND g.gone = 0",
                     "id", group, day);

  if (stmt == NULL || !fram_db_step_row (db, stmt, error))
    return FALSE;
  *capacity = sqlite3_column_int (stmt, 0);
  *taken = sqlite3_column_int (stmt, 1);
  sqlite3_reset (stmt);
  return TRUE;
}
