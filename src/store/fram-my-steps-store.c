#include "fram-my-steps-store.h"

#include "fram-db-private.h"
#include "fram-error.h"
#include "fram-sight.h"
#include "fram-text.h"

#include <glib/gi18n-lib.h>

/* What the participant's own sheet of steps is made of, beside the progression. */

void
fram_stored_seen_free (FramStoredSeen *self)
{
  g_free (self->text);
  g_free (self);
}

/* An answer does not move a line: it stands where the first of those stands that it replaces. */
#define FIRST_OF_CHAIN                                                                                                 \
  "(WITH RECURSIVE chain (id, before) AS (SELECT s.id, s.replaces UNION SELECT b.id, b.replaces FROM seen b"           \
  " JOIN chain c ON b.id = c.before) SELECT min (id) FROM chain)"

static char *
seen_sql (const FramViewer *viewer, const char *where)
{
  g_autofree char *sight = fram_sight_of_participant (viewer, FRAM_CLASS_INSTRUCT, "s.participant");

  return g_strdup_printf ("SELECT s.id, i.uuid, s.participant, ifnull (s.enrolment, 0), ifnull (s.staff, 0), s.day,"
                          " s.text, s.agreed FROM seen s JOIN ident i ON i.id = s.id WHERE %s AND s.gone = 0 AND %s"
                          " AND %s ORDER BY s.day DESC, " FIRST_OF_CHAIN " DESC",
                          where, FRAM_SEEN_IS_CURRENT, sight);
}

static FramStoredSeen *
read_seen (sqlite3_stmt *stmt)
{
  FramStoredSeen *self = g_new0 (FramStoredSeen, 1);

  self->row = sqlite3_column_int64 (stmt, 0);
  self->id = fram_column_uuid (stmt, 1);
  self->participant = sqlite3_column_int64 (stmt, 2);
  self->enrolment = sqlite3_column_int64 (stmt, 3);
  self->staff = sqlite3_column_int64 (stmt, 4);
  self->day = fram_column_date (stmt, 5);
  self->text = fram_column_text (stmt, 6);
  self->agreed = fram_column_date (stmt, 7);
  return self;
}

/**
 * fram_seen_load:
 * @db: a register
 * @viewer: who asks
 * @enrolment: row number
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredSeen): what was seen in the workshop, the newest first; empty
 *   where the viewer may not see it
 */
GPtrArray *
fram_seen_load (FramDb *db, const FramViewer *viewer, gint64 enrolment, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_stored_seen_free);
  g_autofree char *sql = seen_sql (viewer, "(s.enrolment = ?1 OR (s.enrolment IS NULL AND s.participant ="
                                           " (SELECT e.participant FROM enrolment e WHERE e.id = ?1)))");
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "i", enrolment);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    g_ptr_array_add (lines, read_seen (stmt));
  if (local == NULL)
    return g_steal_pointer (&lines);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * fram_seen_load_one:
 * @db: a register
 * @viewer: who asks
 * @id: which line, or one that it replaces
 * @error: return location; %FRAM_ERROR_NOT_FOUND also where the viewer may not see it
 *
 * Returns: (transfer full) (nullable): the line as it is now
 */
FramStoredSeen *
fram_seen_load_one (FramDb *db, const FramViewer *viewer, const FramUuid *id, GError **error)
{
  g_autofree char *sql =
      seen_sql (viewer, "s.id IN (WITH RECURSIVE chain (id) AS (SELECT ?1 UNION SELECT r.id FROM seen r, chain c WHERE"
                        " r.replaces = c.id AND r.gone = 0) SELECT id FROM chain)");
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "i", fram_db_find_row (db, id));
  FramStoredSeen *seen = stmt != NULL && fram_db_step (db, stmt, &local) ? read_seen (stmt) : NULL;

  if (seen != NULL)
    sqlite3_reset (stmt);
  else if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND,
                         _ ("What was seen is not in the register any more, or you may not see it."));
  return seen;
}

/**
 * fram_my_steps_load_house:
 * @db: a register
 * @enrolment: row number
 *
 * Returns: (transfer full): the programme that somebody takes part in, and where: "FRAM, Pildammsvägen"; empty for neither
 */
char *
fram_my_steps_load_house (FramDb *db, gint64 enrolment)
{
  const char *language = fram_text_is_swedish () ? "sv" : "en";
  g_autofree char *sql = g_strdup_printf ("SELECT g.name_%s FROM enrolment e JOIN programme g ON g.id = e.programme"
                                          " WHERE e.id = ?",
                                          language);
  g_autofree char *programme = fram_db_text (db, sql, "i", enrolment);
  g_autofree char *site = fram_db_text (db, "SELECT name FROM site WHERE gone = 0 ORDER BY id LIMIT 1", "");

  if (programme != NULL && site != NULL)
    return g_strdup_printf ("%s, %s", programme, site);
  return g_strdup (programme != NULL ? programme : site != NULL ? site : "");
}
