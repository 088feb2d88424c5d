#include "fram-enrolment-store.h"

#include "fram-db-private.h"
#include "fram-sight.h"
#include "fram-text.h"

#include <glib/gi18n-lib.h>

void
fram_stored_enrolment_free (FramStoredEnrolment *self)
{
  g_free (self->case_no);
  g_free (self->given_name);
  g_free (self->family_name);
  g_free (self->wished_place);
  g_free (self);
}

static char *
enrolment_sql (const FramViewer *viewer, FramClass klass, const char *where)
{
  g_autofree char *sight = klass == FRAM_CLASS_PLAN ? fram_sight_of_plan (viewer, "e.participant")
                                                    : fram_sight_of_participant (viewer, klass, "e.participant");

  return g_strdup_printf ("SELECT e.id, i.uuid, p.id, pi.uuid, p.case_no, p.given_name, p.family_name, p.protected,"
                          " e.enrolled, e.closed, e.wished_place FROM enrolment e JOIN ident i ON i.id = e.id"
                          " JOIN participant p ON p.id = e.participant AND p.gone = 0 JOIN ident pi ON pi.id = p.id"
                          " JOIN person_name n ON n.participant = p.id"
                          " WHERE e.gone = 0 AND %s AND %s ORDER BY n.sort_key, e.id",
                          sight, where);
}

static FramStoredEnrolment *
read_enrolment (sqlite3_stmt *stmt)
{
  FramStoredEnrolment *self = g_new0 (FramStoredEnrolment, 1);

  self->row = sqlite3_column_int64 (stmt, 0);
  self->id = fram_column_uuid (stmt, 1);
  self->participant = sqlite3_column_int64 (stmt, 2);
  self->participant_id = fram_column_uuid (stmt, 3);
  self->case_no = fram_column_text (stmt, 4);
  self->given_name = fram_column_text (stmt, 5);
  self->family_name = fram_column_text (stmt, 6);
  self->is_protected = sqlite3_column_int (stmt, 7) != 0;
  self->enrolled = fram_column_date (stmt, 8);
  self->closed = fram_column_date (stmt, 9);
  self->wished_place = fram_column_text (stmt, 10);
  return self;
}

/**
 * fram_enrolment_load:
 * @db: a register
 * @viewer: who asks
 * @enrolment: row number
 * @error: return location; %FRAM_ERROR_NOT_FOUND also for somebody whom the viewer may not see
 *
 * Returns: (transfer full) (nullable): the enrolment
 */
FramStoredEnrolment *
fram_enrolment_load (FramDb *db, const FramViewer *viewer, gint64 enrolment, GError **error)
{
  g_autofree char *sql = enrolment_sql (viewer, FRAM_CLASS_BASIC, "e.id = ?1");
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "i", enrolment);
  FramStoredEnrolment *self = NULL;

  if (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      self = read_enrolment (stmt);
      sqlite3_reset (stmt);
    }
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (self == NULL)
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND, _ ("There is no such enrolment that you may see."));
  return self;
}

/**
 * fram_enrolment_load_open:
 * @db: a register
 * @viewer: who asks
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredEnrolment): enrolments that go on today, of those whose plan
 *   the viewer may see, by name
 */
GPtrArray *
fram_enrolment_load_open (FramDb *db, const FramViewer *viewer, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_stored_enrolment_free);
  g_autofree char *sql =
      enrolment_sql (viewer, FRAM_CLASS_PLAN, "e.enrolled <= ?1 AND (e.closed IS NULL OR e.closed > ?1)");
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "d", viewer->today);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    g_ptr_array_add (all, read_enrolment (stmt));
  if (local == NULL)
    return g_steal_pointer (&all);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/* The name as it may be shown: initials of somebody with protected identity. */
char *
fram_enrolment_dup_name (const FramStoredEnrolment *self)
{
  if (self->is_protected)
    return fram_text_initials (self->given_name, self->family_name);
  return g_strjoin (" ", self->given_name, self->family_name, NULL);
}
