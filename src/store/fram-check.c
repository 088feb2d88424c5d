#include "fram-changes-private.h"
#include "fram-db-private.h"

#include "fram-access-log.h"

/* What is wrong with a register, a line each, without anything about a person. */

/* Most lines of one kind: who reads them wants to know what is broken, not everything that follows from it. */
#define MOST 100

/* A statement that cannot be carried out is a finding too: a damaged page answers nothing else. */
static gboolean
add_rows (FramDb *self, GPtrArray *findings, const char *sql, GError **error)
{
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (self, &local, sql, "");

  for (guint n = 0; stmt != NULL && fram_db_step (self, stmt, &local) && n < MOST; n++)
    if (g_strcmp0 (fram_column_peek (stmt, 0), "ok") != 0)
      g_ptr_array_add (findings, fram_column_text (stmt, 0));
  if (stmt != NULL)
    sqlite3_reset (stmt);
  if (g_error_matches (local, FRAM_ERROR, FRAM_ERROR_BUSY))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (local != NULL)
    g_ptr_array_add (findings, g_strdup (local->message));
  return TRUE;
}

/* What no constraint of the schema can say, since each half may be on another machine. */
static const char *const promises[] = {
  "PRAGMA integrity_check",
  "SELECT 'row of ' || \"table\" || ' points to nothing: ' || ifnull (rowid, '') FROM pragma_foreign_key_check",
  "SELECT 'change numbers of sender ' || s.id || ' have gaps' FROM sender s LEFT JOIN (SELECT sender, count (*) AS n,"
  " min (seq) AS first, max (seq) AS last FROM change GROUP BY sender) c ON c.sender = s.id"
  " WHERE s.last_seq <> ifnull (c.n, 0) OR (c.n > 0 AND (c.first <> 1 OR c.last <> s.last_seq))",
  "SELECT 'change without what it came from: ' || c.sender || ' ' || c.seq FROM change c LEFT JOIN change b"
  " ON b.sender = c.base_sender AND b.seq = c.base_seq WHERE c.base_seq IS NOT NULL AND b.seq IS NULL",
  "SELECT 'history that begins twice: ' || min (sender) || ' ' || min (seq) FROM change WHERE base_seq IS NULL"
  " GROUP BY row, day, activity, part HAVING count (*) > 1",
  "SELECT 'mark without its change: ' || m.enrolment || ' ' || m.day FROM mark m LEFT JOIN change c"
  " ON c.sender = m.sender AND c.seq = m.seq AND c.entity = 39 AND c.row = m.enrolment AND c.day = m.day"
  " AND c.activity = m.activity AND c.part = m.part WHERE c.seq IS NULL",
  "SELECT 'stamp without its change: ' || t.row || ' ' || t.unit FROM stamp t LEFT JOIN change c"
  " ON c.sender = t.sender AND c.seq = t.seq AND c.row = t.row AND c.unit = t.unit WHERE c.seq IS NULL",
  "SELECT 'mark of an enrolment that is not there: ' || m.enrolment FROM mark m LEFT JOIN enrolment e"
  " ON e.id = m.enrolment WHERE e.id IS NULL GROUP BY m.enrolment",
  "SELECT 'mark in a place that is not there: ' || m.activity FROM mark m LEFT JOIN ident i ON i.id = m.activity"
  " WHERE i.id IS NULL GROUP BY m.activity",
  "SELECT 'person who cannot be found by name: ' || p.id FROM participant p LEFT JOIN person_name n"
  " ON n.participant = p.id WHERE (n.participant IS NULL) <> p.gone",
};

/* The same for every entity: its rows are known by an id of its kind and have a stamp, and what they point to is known. */
static gboolean
check_entity (FramDb *self, GPtrArray *findings, const FramEntityInfo *info, GError **error)
{
  g_autofree char *stamps = g_strdup_printf (
      "SELECT 'row of %s without its stamp: ' || t.id FROM %s t LEFT JOIN stamp s ON s.row = t.id AND s.unit = 0"
      " WHERE s.row IS NULL",
      info->name, info->name);
  g_autofree char *ids = g_strdup_printf (
      "SELECT 'id of %s without its row: ' || i.id FROM ident i LEFT JOIN %s t ON t.id = i.id WHERE i.entity = %d AND"
      " t.id IS NULL UNION ALL SELECT 'row of %s with an id of another kind: ' || t.id FROM %s t LEFT JOIN ident i"
      " ON i.id = t.id AND i.entity = %d WHERE i.id IS NULL",
      info->name, info->name, (int)info->number, info->name, info->name, (int)info->number);

  if (!add_rows (self, findings, stamps, error) || !add_rows (self, findings, ids, error))
    return FALSE;
  for (guint i = 0; i < info->n_columns; i++)
    {
      const FramColumn *column = &info->columns[i];
      g_autofree char *refs =
          g_strdup_printf ("SELECT '%s of %s points to nothing: ' || t.id FROM %s t LEFT JOIN ident i ON i.id = t.%s"
                           " AND %d IN (0, i.entity) WHERE t.%s IS NOT NULL AND i.id IS NULL",
                           column->name, info->name, info->name, column->name, (int)column->target, column->name);

      if (column->type == FRAM_TYPE_REF && !add_rows (self, findings, refs, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * fram_db_check:
 * @self: a register
 * @error: return location; %FRAM_ERROR_BUSY
 *
 * Looks at every page, every reference and every change, and at the chain of the access log.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): a line per finding, without personal data; empty when all is
 *   well
 */
GPtrArray *
fram_db_check (FramDb *self, GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (promises); i++)
    if (!add_rows (self, findings, promises[i], error))
      return NULL;
  for (guint i = 1; i < FRAM_N_ENTITIES; i++)
    if (i != FRAM_ENTITY_MARK && !check_entity (self, findings, fram_entity_info (i), error))
      return NULL;
  if (!fram_access_log_verify (self))
    g_ptr_array_add (findings, g_strdup ("the access log has been altered"));
  return g_steal_pointer (&findings);
}

/**
 * fram_db_rebuild:
 * @self: a register
 * @error: return location
 *
 * Makes anew what is worked out from other rows: the names that are searched, and the indexes.
 *
 * Returns: whether it is done
 */
gboolean
fram_db_rebuild (FramDb *self, GError **error)
{
  gboolean ok;

  if (!fram_db_begin (self, error))
    return FALSE;
  ok = fram_changes_rebuild_names (self, error) && fram_db_exec (self, "REINDEX", error);
  if (ok)
    return fram_db_commit (self, error);
  fram_db_rollback (self);
  return FALSE;
}
