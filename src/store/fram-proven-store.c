#include "fram-proven-store.h"

#include "fram-db-private.h"
#include "fram-sight.h"
#include "fram-text.h"

void
fram_stored_proven_free (FramStoredProven *self)
{
  g_free (self->area);
  g_free (self->area_name);
  g_free (self->text);
  g_free (self->line);
  g_free (self);
}

static GPtrArray *
load_rows (FramDb *db, sqlite3_stmt *stmt, GError *local, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_stored_proven_free);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramStoredProven *row = g_new0 (FramStoredProven, 1);

      row->id = sqlite3_column_type (stmt, 0) != SQLITE_NULL ? fram_column_uuid (stmt, 0) : FRAM_UUID_NONE;
      row->area = fram_column_text (stmt, 1);
      row->area_name = fram_column_text (stmt, 2);
      row->text = fram_column_text (stmt, 3);
      row->line = fram_column_text (stmt, 4);
      row->n_people = (guint)sqlite3_column_int (stmt, 5);
      g_ptr_array_add (rows, row);
    }
  if (local == NULL)
    return g_steal_pointer (&rows);
  g_propagate_error (error, local);
  return NULL;
}

/**
 * fram_proven_load_kept:
 * @db: a register
 * @area: (nullable): code of an area, %NULL for all
 * @error: return location
 *
 * The catalogue is class ref: everybody reads it, and nobody's words are in it.
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredProven): what was kept, without a number of people
 */
GPtrArray *
fram_proven_load_kept (FramDb *db, const char *area, GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT i.uuid, r.code, r.name_%s, c.text, c.line, 0 FROM catalogue_entry c"
                       " JOIN ident i ON i.id = c.id LEFT JOIN adaptation_area r ON r.id = c.area"
                       " WHERE c.gone = 0 AND c.active = 1 AND (?1 IS NULL OR r.code = ?1) ORDER BY c.id",
                       fram_text_is_swedish () ? "sv" : "en");
  GError *local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "t", area);

  return load_rows (db, stmt, local, error);
}

/* What is or was in place, once for each person; a line belongs to it where as many people have that very line with it. */
#define USED                                                                                                           \
  "WITH used AS (SELECT a.area AS area, trim (a.measure) AS text, e.participant AS participant,"                       \
  " (SELECT trim (n.line) FROM instruction n WHERE n.adaptation = a.id AND n.gone = 0 ORDER BY n.id DESC LIMIT 1)"     \
  " AS line FROM adaptation a JOIN enrolment e ON e.id = a.enrolment AND e.gone = 0"                                   \
  " WHERE a.gone = 0 AND a.status IN ('in_place', 'ended') AND trim (a.measure) <> '' AND %2$s),"                      \
  " lines AS (SELECT area, text, line, count (DISTINCT participant) AS n FROM used WHERE line <> ''"                   \
  " GROUP BY area, text, line HAVING count (DISTINCT participant) >= ?2)"                                              \
  " SELECT NULL, r.code, r.name_%1$s, u.text, (SELECT l.line FROM lines l WHERE l.area IS u.area AND l.text = u.text"  \
  " ORDER BY l.n DESC, l.line LIMIT 1), count (DISTINCT u.participant) FROM used u"                                    \
  " LEFT JOIN adaptation_area r ON r.id = u.area WHERE (?1 IS NULL OR r.code = ?1)"                                    \
  " GROUP BY u.area, u.text ORDER BY 6 DESC, u.text"

/**
 * fram_proven_load_used:
 * @db: a register
 * @viewer: who asks
 * @area: (nullable): code of an area, %NULL for all
 * @error: return location
 *
 * Measures that are or were in place, of the people whose needs the viewer may read, most used first. A line is told where
 * at least %FRAM_PROVEN_PEOPLE of them have it. A measure that fewer have is counted too, for the figure beside one that was
 * kept: whoever suggests leaves it out.
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredProven): the measures
 */
GPtrArray *
fram_proven_load_used (FramDb *db, const FramViewer *viewer, const char *area, GError **error)
{
  g_autofree char *sight = fram_sight_of_participant (viewer, FRAM_CLASS_NEED, "e.participant");
  g_autofree char *sql = g_strdup_printf (USED, fram_text_is_swedish () ? "sv" : "en", sight);
  GError *local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "ti", area, (gint64)FRAM_PROVEN_PEOPLE);

  return load_rows (db, stmt, local, error);
}
