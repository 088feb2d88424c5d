#include "fram-support-store.h"

#include "fram-db-private.h"
#include "fram-sight.h"

#include <glib/gi18n-lib.h>

/* A provider that so many participants have tells nothing about any of them. */
#define COMMON_FROM 2

void
fram_stored_support_free (FramStoredSupport *self)
{
  g_free (self->kind);
  g_free (self->provider);
  g_free (self->text);
  g_free (self);
}

static char *
support_sql (const FramViewer *viewer, const char *where)
{
  g_autofree char *sight = fram_sight_of_participant (viewer, FRAM_CLASS_NOTE, "e.participant");

  return g_strdup_printf ("SELECT i.uuid, s.enrolment, ei.uuid, s.kind, s.provider, s.text, s.applied,"
                          " s.waiting_since, s.started, s.ended FROM parallel_support s JOIN ident i ON i.id = s.id"
                          " JOIN enrolment e ON e.id = s.enrolment AND e.gone = 0 JOIN ident ei ON ei.id = e.id"
                          " WHERE s.gone = 0 AND %s AND %s ORDER BY s.id",
                          sight, where);
}

static FramStoredSupport *
read_support (sqlite3_stmt *stmt)
{
  FramStoredSupport *self = g_new0 (FramStoredSupport, 1);

  self->id = fram_column_uuid (stmt, 0);
  self->enrolment = sqlite3_column_int64 (stmt, 1);
  self->enrolment_id = fram_column_uuid (stmt, 2);
  self->kind = fram_column_text (stmt, 3);
  self->provider = fram_column_text (stmt, 4);
  self->text = fram_column_text (stmt, 5);
  self->applied = fram_column_date (stmt, 6);
  self->waiting_since = fram_column_date (stmt, 7);
  self->started = fram_column_date (stmt, 8);
  self->ended = fram_column_date (stmt, 9);
  return self;
}

/**
 * fram_support_load:
 * @db: a register
 * @viewer: who asks
 * @enrolment: row number of whose
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredSupport): what the viewer may see of it
 */
GPtrArray *
fram_support_load (FramDb *db, const FramViewer *viewer, gint64 enrolment, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_stored_support_free);
  g_autofree char *sql = support_sql (viewer, "s.enrolment = ?1");
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "i", enrolment);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    g_ptr_array_add (rows, read_support (stmt));
  if (local == NULL)
    return g_steal_pointer (&rows);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * fram_support_load_one:
 * @db: a register
 * @viewer: who asks
 * @id: the support
 * @error: return location; %FRAM_ERROR_NOT_FOUND also for what the viewer may not see
 *
 * Returns: (transfer full) (nullable): the support
 */
FramStoredSupport *
fram_support_load_one (FramDb *db, const FramViewer *viewer, const FramUuid *id, GError **error)
{
  g_autofree char *sql = support_sql (viewer, "s.id = ?1");
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "i", fram_db_find_row (db, id));
  FramStoredSupport *self = NULL;

  if (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      self = read_support (stmt);
      sqlite3_reset (stmt);
    }
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (self == NULL)
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND,
                         _ ("That support is not there any more. Look at the list again."));
  return self;
}

/**
 * fram_support_load_providers:
 * @db: a register
 * @viewer: who asks
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type utf8): names of providers: of those whose support the viewer may see,
 *   and those that several participants have
 */
GPtrArray *
fram_support_load_providers (FramDb *db, const FramViewer *viewer, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *sight = fram_sight_of_participant (viewer, FRAM_CLASS_NOTE, "e.participant");
  g_autofree char *sql = g_strdup_printf ("SELECT s.provider FROM parallel_support s JOIN enrolment e"
                                          " ON e.id = s.enrolment WHERE s.gone = 0 AND s.provider <> ''"
                                          " GROUP BY s.provider"
                                          " HAVING max (%s) OR count (DISTINCT e.participant) >= ?1 ORDER BY 1",
                                          sight);
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "i", (gint64)COMMON_FROM);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    g_ptr_array_add (names, fram_column_text (stmt, 0));
  if (local == NULL)
    return g_steal_pointer (&names);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}
