#include "fram-group-store.h"

#include "fram-db-private.h"
#include "fram-error.h"
#include "fram-sight.h"
#include "fram-text.h"

#include <glib/gi18n-lib.h>

/* Groups and their series: which days they meet is worked out from what is read here, in one place (fram-session.h). */

void
fram_group_record_free (FramGroupRecord *self)
{
  g_free (self->code);
  g_free (self->kind);
  g_free (self->kind_name);
  g_free (self->own_name);
  g_free (self->name);
  g_free (self->next_line);
  g_free (self->meets);
  g_clear_pointer (&self->series, fram_series_free);
  g_free (self);
}

static void
leader_clear (gpointer data)
{
  g_free (((FramGroupLeader *)data)->name);
}

static void
place_clear (gpointer data)
{
  g_free (((FramGroupPlace *)data)->name);
}

/* Passes on what went wrong while rows were read. */
static gpointer
end_of (gpointer rows, GDestroyNotify free_rows, GError *local, GError **error)
{
  if (local == NULL)
    return rows;
  g_propagate_error (error, local);
  free_rows (rows);
  return NULL;
}

static FramGroupRecord *
read_group (sqlite3_stmt *stmt)
{
  FramGroupRecord *self = g_new0 (FramGroupRecord, 1);
  FramDate first = fram_column_date (stmt, 9);

  self->row = sqlite3_column_int64 (stmt, 0);
  self->id = fram_column_uuid (stmt, 1);
  self->code = fram_column_text (stmt, 2);
  self->kind = fram_column_text (stmt, 3);
  self->kind_name = fram_column_text (stmt, 4);
  self->kind_rank = sqlite3_column_int (stmt, 5);
  self->own_name = fram_column_text (stmt, 6);
  self->name = fram_column_text (stmt, 7);
  self->capacity = sqlite3_column_int (stmt, 8);
  self->series = fram_series_new (self->row);
  self->series->last = fram_column_date (stmt, 10);
  self->place = sqlite3_column_int64 (stmt, 13);
  if (first != FRAM_DATE_NONE)
    fram_series_add_step (self->series, first, fram_column_peek (stmt, 14), fram_column_minutes (stmt, 11),
                          fram_column_minutes (stmt, 12), self->place);
  self->next_line = fram_column_text (stmt, 15);
  self->active = sqlite3_column_int (stmt, 16) != 0;
  self->series->sessions = sqlite3_column_int (stmt, 17);
  self->meets = fram_column_text (stmt, 18);
  return self;
}

/* Steps and changes come in order of their groups, which `groups` has in the same order. */
static FramSeries *
find_series (const GPtrArray *groups, guint *at, gint64 group)
{
  while (*at < groups->len && ((const FramGroupRecord *)g_ptr_array_index (groups, *at))->row < group)
    (*at)++;
  if (*at == groups->len || ((const FramGroupRecord *)g_ptr_array_index (groups, *at))->row != group)
    return NULL;
  return ((const FramGroupRecord *)g_ptr_array_index (groups, *at))->series;
}

static gboolean
read_steps (FramDb *db, const GPtrArray *groups, gint64 only, GError **error)
{
  g_autoptr (GError) local = NULL;
  guint at = 0;
  sqlite3_stmt *stmt = fram_db_query (db, &local,
                                      "SELECT activity_group, from_day, rrule, starts, minutes, place FROM group_step"
                                      " WHERE gone = 0 AND (?1 = 0 OR activity_group = ?1)"
                                      " ORDER BY activity_group, from_day, id",
                                      "i", only);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramSeries *series = find_series (groups, &at, sqlite3_column_int64 (stmt, 0));

      if (series != NULL && series->steps->len > 0)
        fram_series_add_step (series, fram_column_date (stmt, 1), fram_column_peek (stmt, 2),
                              fram_column_minutes (stmt, 3), fram_column_minutes (stmt, 4),
                              sqlite3_column_int64 (stmt, 5));
    }
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return local == NULL && (error == NULL || *error == NULL);
}

static void
read_change (sqlite3_stmt *stmt, FramSeries *series)
{
  FramSessionChangeKind kind;
  FramSessionChange *change;

  if (!fram_session_change_kind_from_code (fram_column_peek (stmt, 2), &kind))
    return;
  change = fram_series_add_change (series, fram_column_date (stmt, 1), kind);
  change->to_day = fram_column_date (stmt, 3);
  change->starts = fram_column_minutes (stmt, 4);
  change->minutes = fram_column_minutes (stmt, 5);
  change->place = sqlite3_column_int64 (stmt, 6);
  change->leader = sqlite3_column_int64 (stmt, 7);
  change->reason = fram_column_text (stmt, 8);
  change->remark = fram_column_text (stmt, 9);
}

static gboolean
read_changes (FramDb *db, const GPtrArray *groups, gint64 only, GError **error)
{
  g_autoptr (GError) local = NULL;
  guint at = 0;
  sqlite3_stmt *stmt =
      fram_db_query (db, &local,
                     "SELECT activity_group, day, kind, to_day, starts, minutes, place, leader, reason,"
                     " remark FROM group_session_change WHERE gone = 0"
                     " AND (?1 = 0 OR activity_group = ?1) ORDER BY activity_group, day",
                     "i", only);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramSeries *series = find_series (groups, &at, sqlite3_column_int64 (stmt, 0));

      if (series != NULL)
        read_change (stmt, series);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

#define GROUPS                                                                                                         \
  "SELECT g.id, i.uuid, g.code, k.code, k.name_%s, ifnull (k.rank, 0), g.name,"                                        \
  " coalesce (g.name, k.name_%s || ' ' || g.code), ifnull (g.capacity, 0), g.first_day, g.last_day, g.starts,"         \
  " g.minutes, g.place, g.rrule, g.next_line, g.active, g.sessions, g.meets FROM activity_group g"                     \
  " JOIN ident i ON i.id = g.id JOIN group_kind k ON k.id = g.group_kind WHERE g.gone = 0"

static GPtrArray *
load_groups (FramDb *db, gint64 only, FramDate from, FramDate to, GError **error)
{
  const char *language = fram_text_is_swedish () ? "sv" : "en";
  g_autofree char *sql =
      g_strdup_printf (GROUPS " AND (?1 = 0 OR g.id = ?1) AND (?2 IS NULL OR g.last_day IS NULL OR g.last_day >= ?2"
                              "  OR EXISTS (SELECT 1 FROM group_session_change c WHERE c.activity_group = g.id"
                              "   AND c.gone = 0 AND ifnull (c.to_day, c.day) >= ?2))"
                              " AND (?3 IS NULL OR g.first_day IS NULL OR g.first_day <= ?3"
                              "  OR EXISTS (SELECT 1 FROM group_session_change c WHERE c.activity_group = g.id"
                              "   AND c.gone = 0 AND ifnull (c.to_day, c.day) <= ?3)) ORDER BY g.id",
                       language, language);
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_group_record_free);
  GError *local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "idd", only, from, to);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    g_ptr_array_add (groups, read_group (stmt));
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return NULL;
    }
  if (!read_steps (db, groups, only, error) || !read_changes (db, groups, only, error))
    return NULL;
  return g_steal_pointer (&groups);
}

/**
 * fram_group_load_all:
 * @db: a register
 * @from: only groups that can meet on this day or later; %FRAM_DATE_NONE for all
 * @to: only groups that can meet on this day or earlier; %FRAM_DATE_NONE for all
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramGroupRecord): the groups, those not used any more included, in order
 *   of their row numbers
 */
GPtrArray *
fram_group_load_all (FramDb *db, FramDate from, FramDate to, GError **error)
{
  return load_groups (db, 0, from, to, error);
}

/**
 * fram_group_load:
 * @db: a register
 * @group: row number
 * @error: return location; %FRAM_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable): the group
 */
FramGroupRecord *
fram_group_load (FramDb *db, gint64 group, GError **error)
{
  g_autoptr (GPtrArray) groups = load_groups (db, group, FRAM_DATE_NONE, FRAM_DATE_NONE, error);

  if (groups == NULL)
    return NULL;
  if (group != 0 && groups->len == 1)
    return g_ptr_array_steal_index (groups, 0);
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND, _ ("That group is not in the register."));
  return NULL;
}

/**
 * fram_group_load_series:
 * @db: a register
 * @group: row number
 * @error: return location; %FRAM_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable): when the group meets
 */
FramSeries *
fram_group_load_series (FramDb *db, gint64 group, GError **error)
{
  g_autoptr (FramGroupRecord) record = fram_group_load (db, group, error);

  return record != NULL ? g_steal_pointer (&record->series) : NULL;
}

/**
 * fram_group_load_all_series:
 * @db: a register
 * @from: only groups that can meet on this day or later; %FRAM_DATE_NONE for all
 * @to: only groups that can meet on this day or earlier; %FRAM_DATE_NONE for all
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type gint64 FramSeries): row number of a group → when it meets
 */
GHashTable *
fram_group_load_all_series (FramDb *db, FramDate from, FramDate to, GError **error)
{
  g_autoptr (GPtrArray) groups = load_groups (db, 0, from, to, error);
  GHashTable *all;

  if (groups == NULL)
    return NULL;
  all = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify)fram_series_free);
  for (guint i = 0; i < groups->len; i++)
    {
      FramGroupRecord *record = g_ptr_array_index (groups, i);
      FramSeries *series = g_steal_pointer (&record->series);

      g_hash_table_insert (all, &series->group, series);
    }
  return all;
}

/**
 * fram_group_take_series:
 * @all: (element-type gint64 FramSeries): what fram_group_load_all_series() gave
 * @group: row number
 *
 * Returns: (transfer full) (nullable): the series of that group, which is not in @all any more
 */
FramSeries *
fram_group_take_series (GHashTable *all, gint64 group)
{
  gpointer series = NULL;

  g_hash_table_steal_extended (all, &group, NULL, &series);
  return series;
}

/**
 * fram_group_load_leaders:
 * @db: a register
 * @from: only who leads on this day or later
 * @to: only who leads on this day or earlier
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramGroupLeader): who leads which group, by group and name. Substitutes
 *   are in the series
 */
GArray *
fram_group_load_leaders (FramDb *db, FramDate from, FramDate to, GError **error)
{
  GArray *leaders = g_array_new (FALSE, TRUE, sizeof (FramGroupLeader));
  GError *local = NULL;
  sqlite3_stmt *stmt = fram_db_query (
      db, &local,
      "SELECT l.activity_group, l.staff, si.uuid, li.uuid, s.name, l.from_day, l.to_day FROM group_leader l"
      " JOIN staff s ON s.id = l.staff JOIN ident si ON si.id = s.id JOIN ident li ON li.id = l.id"
      " WHERE l.gone = 0 AND (l.from_day IS NULL OR ?2 IS NULL OR l.from_day <= ?2)"
      " AND (l.to_day IS NULL OR ?1 IS NULL OR l.to_day >= ?1) ORDER BY l.activity_group, s.name, l.id",
      "dd", from, to);

  g_array_set_clear_func (leaders, leader_clear);
  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramGroupLeader leader = { sqlite3_column_int64 (stmt, 0), sqlite3_column_int64 (stmt, 1),
                                 fram_column_uuid (stmt, 2),     fram_column_uuid (stmt, 3),
                                 fram_column_text (stmt, 4),     fram_column_date (stmt, 5),
                                 fram_column_date (stmt, 6) };

      g_array_append_val (leaders, leader);
    }
  return end_of (leaders, (GDestroyNotify)g_array_unref, local, error);
}

/**
 * fram_group_load_stays:
 * @db: a register
 * @group: row number of a group, 0 for all
 * @from: only who is in it on this day or later
 * @to: only who is in it on this day or earlier
 * @error: return location
 *
 * For counting: who they are is read elsewhere, by who may see it.
 *
 * Returns: (transfer full) (nullable) (element-type FramGroupStay): by group and first day
 */
GArray *
fram_group_load_stays (FramDb *db, gint64 group, FramDate from, FramDate to, GError **error)
{
  GArray *stays = g_array_new (FALSE, FALSE, sizeof (FramGroupStay));
  GError *local = NULL;
  sqlite3_stmt *stmt = fram_db_query (
      db, &local,
      "SELECT m.activity_group, m.waiting, m.enrolment, m.from_day, m.to_day FROM membership m"
      " JOIN enrolment e ON e.id = m.enrolment AND e.gone = 0 WHERE m.gone = 0"
      " AND (?1 = 0 OR m.activity_group = ?1) AND (?3 IS NULL OR m.from_day <= ?3)"
      " AND (m.to_day IS NULL OR ?2 IS NULL OR m.to_day >= ?2) ORDER BY m.activity_group, m.from_day, m.id",
      "idd", group, from, to);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramGroupStay stay = { sqlite3_column_int64 (stmt, 0),
                             sqlite3_column_int (stmt, 1) != 0,
                             { sqlite3_column_int64 (stmt, 2), fram_column_date (stmt, 3), fram_column_date (stmt, 4),
                               -1 } };

      g_array_append_val (stays, stay);
    }
  return end_of (stays, (GDestroyNotify)g_array_unref, local, error);
}

/**
 * fram_group_load_places:
 * @db: a register
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramGroupPlace): rooms and other places of the house that are used
 */
GArray *
fram_group_load_places (FramDb *db, GError **error)
{
  GArray *places = g_array_new (FALSE, TRUE, sizeof (FramGroupPlace));
  GError *local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local,
                                      "SELECT p.id, i.uuid, p.name, ifnull (p.capacity, 0) FROM place p"
                                      " JOIN ident i ON i.id = p.id WHERE p.gone = 0 AND p.active = 1 ORDER BY p.name",
                                      "");

  g_array_set_clear_func (places, place_clear);
  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramGroupPlace place = { sqlite3_column_int64 (stmt, 0), fram_column_uuid (stmt, 1), fram_column_text (stmt, 2),
                               sqlite3_column_int (stmt, 3) };

      g_array_append_val (places, place);
    }
  return end_of (places, (GDestroyNotify)g_array_unref, local, error);
}

static GArray *
read_rows (FramDb *db, sqlite3_stmt *stmt)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (stmt != NULL && fram_db_step (db, stmt, NULL))
    {
      gint64 row = sqlite3_column_int64 (stmt, 0);

      g_array_append_val (rows, row);
    }
  return rows;
}

/**
 * fram_group_load_led:
 * @db: a register
 * @staff: row number of a person
 * @day: a day
 * @substitutes: whether stepping in counts
 *
 * Who steps in for one session leads the group on its day and on the day after, so that what was left can be marked.
 *
 * Returns: (transfer full) (element-type gint64): row numbers of the groups that the person leads that day
 */
GArray *
fram_group_load_led (FramDb *db, gint64 staff, FramDate day, gboolean substitutes)
{
  sqlite3_stmt *stmt = fram_db_query (
      db, NULL,
      "SELECT activity_group FROM group_leader WHERE staff = ?1 AND gone = 0 AND (from_day IS NULL OR from_day <= ?2)"
      " AND (to_day IS NULL OR to_day >= ?2)"
      " UNION SELECT activity_group FROM group_session_change WHERE ?4 AND leader = ?1 AND gone = 0"
      " AND kind <> 'cancelled' AND (ifnull (to_day, day) = ?2 OR ifnull (to_day, day) = ?3)",
      "iddi", staff, day, day - 1, (gint64)substitutes);

  return read_rows (db, stmt);
}

/**
 * fram_group_load_near:
 * @db: a register
 * @staff: row number of a person
 * @day: a day
 *
 * Returns: (transfer full) (element-type gint64): row numbers of the groups whose members are the person's own that day by
 *   leading them, lately or soon; a substitute's are not
 */
GArray *
fram_group_load_near (FramDb *db, gint64 staff, FramDate day)
{
  sqlite3_stmt *stmt = fram_db_query (
      db, NULL,
      "SELECT DISTINCT activity_group FROM group_leader WHERE staff = ?1 AND gone = 0 AND (from_day IS NULL"
      " OR from_day <= ?2) AND (to_day IS NULL OR to_day >= ?3)",
      "idd", staff, day + FRAM_SIGHT_DAYS_FORWARD, day - FRAM_SIGHT_DAYS_BACK);

  return read_rows (db, stmt);
}
