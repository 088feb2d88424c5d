#include "fram-house-store.h"

#include "fram-db-private.h"
#include "fram-group-store.h"
#include "fram-sheet-store.h"
#include "fram-text.h"

#include <glib/gi18n-lib.h>

void
fram_stored_activity_free (FramStoredActivity *self)
{
  g_free (self->code);
  g_free (self->name_sv);
  g_free (self->name_en);
  g_clear_pointer (&self->series, fram_series_free);
  g_free (self);
}

/**
 * fram_house_load_statuses:
 * @db: a register
 * @error: return location
 *
 * Returns: (transfer full) (element-type FramStatus): the attendance statuses of the profile, in order
 */
GArray *
fram_house_load_statuses (FramDb *db, GError **error)
{
  GArray *statuses = g_array_new (FALSE, TRUE, sizeof (FramStatus));
  sqlite3_stmt *stmt =
      fram_db_query (db, error,
                     "SELECT s.id, i.uuid, s.code, s.name_sv, s.name_en, s.letter_sv, s.letter_en, s.shape,"
                     " s.counts_as, s.asks_reason FROM attendance_status s JOIN ident i ON i.id = s.id"
                     " WHERE s.gone = 0 ORDER BY s.rank, s.id",
                     "");

  g_array_set_clear_func (statuses, (GDestroyNotify)fram_status_clear);
  while (stmt != NULL && fram_db_step (db, stmt, error))
    {
      FramStatus status = { sqlite3_column_int64 (stmt, 0),
                            fram_column_uuid (stmt, 1),
                            fram_column_text (stmt, 2),
                            fram_column_text (stmt, 3),
                            fram_column_text (stmt, 4),
                            fram_column_text (stmt, 5),
                            fram_column_text (stmt, 6),
                            fram_shape_from_code (fram_column_peek (stmt, 7)),
                            fram_counts_from_code (fram_column_peek (stmt, 8)),
                            sqlite3_column_int (stmt, 9) != 0 };

      g_array_append_val (statuses, status);
    }
  return statuses;
}

/**
 * fram_house_load_workshops:
 * @db: a register
 * @also_inactive: closed ones too
 * @error: return location
 *
 * Returns: (transfer full) (element-type FramWorkshop): workshops in order; hours are the house's where one has none
 */
GPtrArray *
fram_house_load_workshops (FramDb *db, gboolean also_inactive, GError **error)
{
  GPtrArray *workshops = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_workshop_free);
  sqlite3_stmt *stmt = fram_db_query (
      db, error,
      "SELECT w.id, i.uuid, w.code, w.name_sv, w.name_en, w.capacity, w.active, w.greets,"
      " w.first_tool, w.coffee FROM workshop w JOIN ident i ON i.id = w.id WHERE w.gone = 0 AND (w.active = 1 OR ?)"
      " ORDER BY w.rank, w.id",
      "i", (gint64)also_inactive);

  while (stmt != NULL && fram_db_step (db, stmt, error))
    {
      FramWorkshop *workshop = fram_workshop_new ();

      workshop->row = sqlite3_column_int64 (stmt, 0);
      workshop->id = fram_column_uuid (stmt, 1);
      workshop->code = fram_column_text (stmt, 2);
      workshop->name_sv = fram_column_text (stmt, 3);
      workshop->name_en = fram_column_text (stmt, 4);
      workshop->capacity = sqlite3_column_int (stmt, 5);
      workshop->active = sqlite3_column_int (stmt, 6) != 0;
      workshop->greets = fram_column_text (stmt, 7);
      workshop->first_tool = fram_column_text (stmt, 8);
      workshop->coffee = fram_column_text (stmt, 9);
      g_ptr_array_add (workshops, workshop);
    }
  for (guint i = 0; i < workshops->len; i++)
    {
      FramWorkshop *workshop = g_ptr_array_index (workshops, i);

      g_array_unref (workshop->hours);
      workshop->hours = fram_sheet_load_hours (db, workshop->row);
    }
  return workshops;
}

/**
 * fram_house_load_closures:
 * @db: a register
 * @error: return location
 *
 * Returns: (transfer full) (element-type FramClosure): closed days and periods, in order of date
 */
GPtrArray *
fram_house_load_closures (FramDb *db, GError **error)
{
  GPtrArray *closures = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_closure_free);
  sqlite3_stmt *stmt =
      fram_db_query (db, error,
                     "SELECT i.uuid, c.day, c.to_day, w.code, ifnull (c.workshop, 0), c.name FROM closed_day c"
                     " JOIN ident i ON i.id = c.id LEFT JOIN workshop w ON w.id = c.workshop"
                     " WHERE c.gone = 0 ORDER BY c.day",
                     "");

  while (stmt != NULL && fram_db_step (db, stmt, error))
    {
      FramClosure *closure = fram_closure_new ();

      closure->id = fram_column_uuid (stmt, 0);
      closure->day = fram_column_date (stmt, 1);
      closure->to_day = fram_column_date (stmt, 2);
      closure->workshop = fram_column_text (stmt, 3);
      closure->workshop_row = sqlite3_column_int64 (stmt, 4);
      closure->name = fram_column_text (stmt, 5);
      g_ptr_array_add (closures, closure);
    }
  return closures;
}

#define ACTIVITIES                                                                                                     \
  "SELECT w.id, i.uuid, w.code, w.name_sv, w.name_en, 0, w.active, w.rank AS place"                                    \
  " FROM workshop w JOIN ident i ON i.id = w.id WHERE w.gone = 0"                                                      \
  " UNION ALL"                                                                                                         \
  " SELECT g.id, i.uuid, g.code, ifnull (g.name, k.name_sv || ' ' || g.code), ifnull (g.name, k.name_en || ' ' || "    \
  "g.code),"                                                                                                           \
  " 1, g.active, 1000 + ifnull (k.rank, 0)"                                                                            \
  " FROM activity_group g JOIN ident i ON i.id = g.id JOIN group_kind k ON k.id = g.group_kind WHERE g.gone = 0"

static FramStoredActivity *
read_activity (sqlite3_stmt *stmt)
{
  FramStoredActivity *activity = g_new0 (FramStoredActivity, 1);

  activity->row = sqlite3_column_int64 (stmt, 0);
  activity->id = fram_column_uuid (stmt, 1);
  activity->code = fram_column_text (stmt, 2);
  activity->name_sv = fram_column_text (stmt, 3);
  activity->name_en = fram_column_text (stmt, 4);
  activity->is_group = sqlite3_column_int (stmt, 5) != 0;
  activity->active = sqlite3_column_int (stmt, 6) != 0;
  return activity;
}

/* What is read of one group alone. */
static FramStoredActivity *
with_series (FramDb *db, FramStoredActivity *activity, GError **error)
{
  if (activity == NULL || !activity->is_group)
    return activity;
  activity->series = fram_group_load_series (db, activity->row, error);
  if (activity->series == NULL)
    g_clear_pointer (&activity, fram_stored_activity_free);
  return activity;
}

/* Groups that cannot meet on the days are left out. */
static gboolean
add_all_series (FramDb *db, GPtrArray *all, FramDate from, FramDate to, GError **error)
{
  g_autoptr (GHashTable) series = fram_group_load_all_series (db, from, to, error);

  for (guint i = all->len; series != NULL && i > 0; i--)
    {
      FramStoredActivity *activity = g_ptr_array_index (all, i - 1);

      if (!activity->is_group)
        continue;
      activity->series = fram_group_take_series (series, activity->row);
      if (activity->series == NULL)
        g_ptr_array_remove_index (all, i - 1);
    }
  return series != NULL;
}

/**
 * fram_house_load_activities:
 * @db: a register
 * @groups: groups instead of workshops
 * @error: return location
 *
 * Returns: (transfer full) (element-type FramStoredActivity): what rosters there are
 */
GPtrArray *
fram_house_load_activities (FramDb *db, gboolean groups, GError **error)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_stored_activity_free);
  sqlite3_stmt *stmt = fram_db_query (
      db, error, "SELECT * FROM (" ACTIVITIES ") WHERE active = 1 AND (place >= 1000) = ? ORDER BY place, 1", "i",
      (gint64)(groups != FALSE));

  while (stmt != NULL && fram_db_step (db, stmt, error))
    g_ptr_array_add (all, read_activity (stmt));
  if (groups)
    add_all_series (db, all, FRAM_DATE_NONE, FRAM_DATE_NONE, error);
  return all;
}

/**
 * fram_house_load_meeting:
 * @db: a register
 * @from: first day
 * @to: last day
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredActivity): workshops, and the groups that can meet on the days
 */
GPtrArray *
fram_house_load_meeting (FramDb *db, FramDate from, FramDate to, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_stored_activity_free);
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt =
      fram_db_query (db, &local, "SELECT * FROM (" ACTIVITIES ") WHERE active = 1 ORDER BY place, 1", "");

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    g_ptr_array_add (all, read_activity (stmt));
  if (local == NULL && add_all_series (db, all, from, to, &local))
    return g_steal_pointer (&all);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * fram_house_load_activity:
 * @db: a register
 * @row: row number of a workshop or group
 * @error: return location; %FRAM_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable): the workshop or group
 */
FramStoredActivity *
fram_house_load_activity (FramDb *db, gint64 row, GError **error)
{
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, "SELECT * FROM (" ACTIVITIES ") WHERE id = ?", "i", row);
  FramStoredActivity *activity = NULL;

  if (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      activity = read_activity (stmt);
      sqlite3_reset (stmt);
    }
  else if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND, _ ("That workshop is not in the register."));
  return with_series (db, activity, error);
}

FramStoredActivity *
fram_house_find_activity (FramDb *db, const char *code_or_name, GError **error)
{
  sqlite3_stmt *stmt = fram_db_query (db, error,
                                      "SELECT * FROM (" ACTIVITIES ") WHERE code = ?1 OR name_sv = ?1 COLLATE NOCASE"
                                      " OR name_en = ?1 COLLATE NOCASE ORDER BY code = ?1 DESC, place LIMIT 1",
                                      "t", code_or_name);
  FramStoredActivity *activity;

  if (stmt == NULL)
    return NULL;
  if (!fram_db_step (db, stmt, error))
    {
      if (error == NULL || *error == NULL)
        g_set_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND, _ ("There is no workshop “%s”."), code_or_name);
      return NULL;
    }
  activity = read_activity (stmt);
  sqlite3_reset (stmt);
  return with_series (db, activity, error);
}

char *
fram_house_load_site_name (FramDb *db)
{
  return fram_db_text (db, "SELECT name FROM site WHERE gone = 0 ORDER BY id LIMIT 1", "");
}

/**
 * fram_house_load_codes:
 * @db: a register
 * @entity: an entity with a code and names in two languages
 * @codes: (nullable) (element-type utf8): takes the codes, in order
 * @names: (nullable) (element-type utf8): takes the names in the person's language
 * @ids: (nullable) (element-type FramUuid): takes the ids
 */
void
fram_house_load_codes (FramDb *db, FramEntity entity, GPtrArray *codes, GPtrArray *names, GArray *ids)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT t.code, t.name_%s, i.uuid FROM %s t JOIN ident i ON i.id = t.id WHERE t.gone = 0"
                       " ORDER BY t.rank, t.id",
                       fram_text_is_swedish () ? "sv" : "en", fram_entity_info (entity)->name);
  sqlite3_stmt *stmt = fram_db_query (db, NULL, sql, "");

  while (stmt != NULL && fram_db_step (db, stmt, NULL))
    {
      FramUuid id = fram_column_uuid (stmt, 2);

      if (codes != NULL)
        g_ptr_array_add (codes, fram_column_text (stmt, 0));
      if (names != NULL)
        g_ptr_array_add (names, fram_column_text (stmt, 1));
      if (ids != NULL)
        g_array_append_val (ids, id);
    }
}

/**
 * fram_house_load_names:
 * @db: a register
 * @entity: an entity with a code and names in two languages
 * @swedish: (element-type utf8): takes the Swedish names, in the order of fram_house_load_codes()
 * @english: (element-type utf8): takes the English ones
 */
void
fram_house_load_names (FramDb *db, FramEntity entity, GPtrArray *swedish, GPtrArray *english)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT t.name_sv, t.name_en FROM %s t JOIN ident i ON i.id = t.id WHERE t.gone = 0"
                       " ORDER BY t.rank, t.id",
                       fram_entity_info (entity)->name);
  sqlite3_stmt *stmt = fram_db_query (db, NULL, sql, "");

  while (stmt != NULL && fram_db_step (db, stmt, NULL))
    {
      g_ptr_array_add (swedish, fram_column_text (stmt, 0));
      g_ptr_array_add (english, fram_column_text (stmt, 1));
    }
}
