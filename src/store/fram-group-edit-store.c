#include "fram-group-edit-store.h"

#include "fram-db-private.h"
#include "fram-text.h"

/* What is looked at before a group or one of its sessions is changed. */

static void
kind_clear (gpointer data)
{
  g_free (((FramStoredKind *)data)->code);
  g_free (((FramStoredKind *)data)->name);
}

static GArray *
end_of (GArray *rows, GError *local, GError **error)
{
  if (local == NULL)
    return rows;
  g_propagate_error (error, local);
  g_array_unref (rows);
  return NULL;
}

/**
 * fram_group_load_kinds:
 * @db: a register
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredKind): the kinds of group that are used, in order
 */
GArray *
fram_group_load_kinds (FramDb *db, GError **error)
{
  GArray *kinds = g_array_new (FALSE, TRUE, sizeof (FramStoredKind));
  GError *local = NULL;
  sqlite3_stmt *stmt =
      fram_db_query (db, &local,
                     "SELECT i.uuid, k.code, k.name_sv, k.name_en, k.minutes, ifnull (k.sessions, 0) FROM group_kind k"
                     " JOIN ident i ON i.id = k.id WHERE k.gone = 0 AND k.active = 1 ORDER BY ifnull (k.rank, 0), k.id",
                     "");

  g_array_set_clear_func (kinds, kind_clear);
  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramStoredKind kind = { fram_column_uuid (stmt, 0), fram_column_text (stmt, 1),
                              fram_column_text (stmt, fram_text_is_swedish () ? 2 : 3), fram_column_minutes (stmt, 4),
                              sqlite3_column_int (stmt, 5) };

      g_array_append_val (kinds, kind);
    }
  return end_of (kinds, local, error);
}

/**
 * fram_group_load_step_ids:
 * @db: a register
 * @group: row number
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredStepId): the steps of the group's series, in its order
 */
GArray *
fram_group_load_step_ids (FramDb *db, gint64 group, GError **error)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (FramStoredStepId));
  GError *local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local,
                                      "SELECT i.uuid, s.from_day FROM group_step s JOIN ident i ON i.id = s.id"
                                      " WHERE s.gone = 0 AND s.activity_group = ?1 ORDER BY s.from_day, s.id",
                                      "i", group);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramStoredStepId step = { fram_column_uuid (stmt, 0), fram_column_date (stmt, 1) };

      g_array_append_val (steps, step);
    }
  return end_of (steps, local, error);
}

/**
 * fram_group_load_marked_days:
 * @db: a register
 * @group: row number
 * @from: the first day that is looked at, or %FRAM_DATE_NONE
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramDate): the days on which somebody's attendance is marked
 */
GArray *
fram_group_load_marked_days (FramDb *db, gint64 group, FramDate from, GError **error)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (FramDate));
  GError *local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local,
                                      "SELECT DISTINCT day FROM mark WHERE activity = ?1 AND (?2 IS NULL OR day >= ?2)"
                                      " AND status IS NOT NULL ORDER BY day",
                                      "id", group, from);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramDate day = fram_column_date (stmt, 0);

      g_array_append_val (days, day);
    }
  return end_of (days, local, error);
}

/**
 * fram_group_free_code:
 * @db: a register
 * @stem: how the code begins
 *
 * Returns: (transfer full): a code that no group has
 */
char *
fram_group_free_code (FramDb *db, const char *stem)
{
  for (int n = 1;; n++)
    {
      g_autofree char *code = g_strdup_printf ("%s-%02d", stem, n);

      if (fram_db_find_code (db, FRAM_ENTITY_ACTIVITY_GROUP, code) == 0)
        return g_steal_pointer (&code);
    }
}
