#include "fram-days-store.h"

#include "fram-db-private.h"
#include "fram-rights.h"
#include "fram-sight.h"
#include "fram-text.h"

void
fram_stored_day_free (FramStoredDay *self)
{
  g_free (self->code);
  g_free (self->name);
  g_free (self);
}

/* A peer mentor sees who came to the own groups, and nothing else (DATA.md, "attend"). */
static char *
days_sql (const FramViewer *viewer)
{
  g_autoptr (FramViewer) others = fram_rights_beside_mentor (viewer);
  g_autofree char *whole = fram_sight_of_participant (others, FRAM_CLASS_ATTEND, "e.participant");
  g_autofree char *part = fram_sight_of_participant (viewer, FRAM_CLASS_ATTEND, "e.participant");
  g_autofree char *groups = fram_sight_of_own_groups (viewer);

  return g_strdup_printf (
      "SELECT m.day, ifnull (w.code, g.code), ifnull (w.name_sv, ifnull (g.name, k.name_sv)),"
      " ifnull (w.name_en, ifnull (g.name, k.name_en)), m.status, m.minutes_late, m.attended_minutes, m.planned_minutes"
      " FROM mark m JOIN enrolment e ON e.id = m.enrolment LEFT JOIN workshop w ON w.id = m.activity LEFT JOIN "
      "activity_group g ON g.id = m.activity"
      " LEFT JOIN group_kind k ON k.id = g.group_kind"
      " WHERE m.enrolment = ?1 AND m.status IS NOT NULL AND (%s OR (m.activity IN (%s) AND %s))"
      " ORDER BY m.day DESC, m.activity, m.part LIMIT ?2",
      whole, groups, part);
}

/**
 * fram_days_load:
 * @db: a register
 * @viewer: who asks
 * @enrolment: row number of whose
 * @n: how many
 * @error: return location
 *
 * Returns: (transfer full) (element-type FramStoredDay): the last marks, newest first
 */
GPtrArray *
fram_days_load (FramDb *db, const FramViewer *viewer, gint64 enrolment, guint n, GError **error)
{
  g_autoptr (GPtrArray) days = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_stored_day_free);
  g_autofree char *sql = days_sql (viewer);
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "ii", enrolment, (gint64)n);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramStoredDay *day = g_new0 (FramStoredDay, 1);

      day->day = fram_column_date (stmt, 0);
      day->code = fram_column_text (stmt, 1);
      day->name = fram_column_text (stmt, fram_text_is_swedish () ? 2 : 3);
      day->status = sqlite3_column_int64 (stmt, 4);
      day->minutes_late = fram_column_minutes (stmt, 5);
      day->attended_minutes = fram_column_minutes (stmt, 6);
      day->planned_minutes = fram_column_minutes (stmt, 7);
      g_ptr_array_add (days, day);
    }
  if (local == NULL)
    return g_steal_pointer (&days);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}
