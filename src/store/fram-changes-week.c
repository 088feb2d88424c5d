#include "fram-changes-private.h"

#include <glib/gi18n-lib.h>

/* A week that is closed refuses late changes (DATA.md, "mark"), whoever makes them and however: marking, undoing, importing.
 * So it is asked where every mark is written. */

static char *
key_of (gint64 activity, const char *week)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %s", activity, week);
}

/* Once per transaction: few weeks are closed, and a million marks may be written. */
static gboolean
load_closed (FramChanges *self, GError **error)
{
  GError *local = NULL;
  sqlite3_stmt *stmt =
      fram_db_query (self->db, &local,
                     "SELECT w.activity, w.week, ifnull (s.name, 'system') FROM roster_week w"
                     " LEFT JOIN staff s ON s.id = w.closed_by WHERE w.gone = 0 AND w.closed_at IS NOT NULL",
                     "");

  self->closed_weeks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  while (stmt != NULL && fram_db_step (self->db, stmt, &local))
    g_hash_table_insert (self->closed_weeks, key_of (sqlite3_column_int64 (stmt, 0), fram_column_peek (stmt, 1)),
                         fram_column_text (stmt, 2));
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

/* Whether a mark may be written or taken away on the day. */
gboolean
fram_changes_check_week (FramChanges *self, const FramUnitKey *key, GError **error)
{
  g_autofree char *week = NULL, *text = NULL;
  const char *by;
  FramDate day;

  if (self->closed_weeks == NULL && !load_closed (self, error))
    return FALSE;
  if (g_hash_table_size (self->closed_weeks) == 0)
    return TRUE;
  day = fram_date_parse (key->day);
  week = fram_week_format (day);
  text = key_of (key->activity, week);
  by = g_hash_table_lookup (self->closed_weeks, text);
  if (by == NULL)
    return TRUE;
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_CLOSED,
               /* Translators: the number of a week and a person's name */
               _ ("Week %1$d was closed by %2$s; open the week again to change its marks."),
               fram_date_get_iso_week (day, NULL), by);
  return FALSE;
}
