#include "fram-contact-store.h"

#include "fram-db-private.h"
#include "fram-sight.h"
#include "fram-text.h"

/* Whom to call, who can visit, and what is worked on. */

void
fram_stored_number_free (FramStoredNumber *self)
{
  g_free (self->name);
  g_free (self->phone);
  g_free (self->deputy_of);
  g_free (self);
}

/**
 * fram_contact_load_emergency:
 * @db: a register
 * @viewer: who asks
 * @participant: row number of whose
 *
 * Returns: (transfer full) (nullable): the emergency contact, %NULL where there is none or the viewer may not see it
 */
FramStoredNumber *
fram_contact_load_emergency (FramDb *db, const FramViewer *viewer, gint64 participant)
{
  g_autofree char *sight = fram_sight_of_participant (viewer, FRAM_CLASS_PHONE, "c.participant");
  g_autofree char *sql = g_strdup_printf ("SELECT c.emergency_name, c.emergency_phone FROM contact_details c"
                                          " WHERE c.participant = ? AND c.gone = 0 AND c.emergency_phone <> ''"
                                          " AND %s ORDER BY c.id LIMIT 1",
                                          sight);
  sqlite3_stmt *stmt = fram_db_query (db, NULL, sql, "i", participant);
  FramStoredNumber *number;

  if (stmt == NULL || !fram_db_step (db, stmt, NULL))
    return NULL;
  number = g_new0 (FramStoredNumber, 1);
  number->name = fram_column_text (stmt, 0);
  number->phone = fram_column_text (stmt, 1);
  sqlite3_reset (stmt);
  return number;
}

/**
 * fram_contact_load_case_workers:
 * @db: a register
 * @viewer: who asks; already known to see the person
 * @enrolment: row number of whose
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredNumber): the case workers of today, and who is a deputy of one
 *   today, that have a phone
 */
GPtrArray *
fram_contact_load_case_workers (FramDb *db, const FramViewer *viewer, gint64 enrolment, GError **error)
{
  g_autoptr (GPtrArray) numbers = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_stored_number_free);
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (
      db, &local,
      "WITH his AS (SELECT DISTINCT s.id, s.name, s.phone FROM case_worker c JOIN staff s ON s.id = c.staff"
      "  WHERE c.enrolment = ?1 AND c.gone = 0 AND c.from_day <= ?2 AND (c.to_day IS NULL OR c.to_day >= ?2)"
      "  AND s.gone = 0 AND s.active = 1)"
      " SELECT name, phone, NULL, 0, name FROM his WHERE phone <> ''"
      " UNION SELECT d.name, d.phone, his.name, 1, his.name FROM his JOIN role_grant g ON g.deputy_for = his.id"
      "  JOIN staff d ON d.id = g.staff WHERE g.gone = 0 AND (g.from_day IS NULL OR g.from_day <= ?2)"
      "  AND (g.to_day IS NULL OR g.to_day >= ?2) AND d.gone = 0 AND d.active = 1 AND d.phone <> '' ORDER BY 5, 4, 1",
      "id", enrolment, viewer->today);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramStoredNumber *number = g_new0 (FramStoredNumber, 1);

      number->name = fram_column_text (stmt, 0);
      number->phone = fram_column_text (stmt, 1);
      number->deputy_of = fram_column_text (stmt, 2);
      g_ptr_array_add (numbers, number);
    }
  if (local == NULL)
    return g_steal_pointer (&numbers);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * fram_contact_find_visitor:
 * @db: a register
 * @viewer: who asks
 * @case_no: a case number
 * @day: the day of the visit
 * @error: return location
 *
 * Looks beyond the viewer's own people, and tells nothing of them but that there is one; a protected person is there only
 * for those who are named (DATA.md, "An unplanned visitor").
 *
 * Returns: row number of the enrolment, 0 where nobody with that number can visit
 */
gint64
fram_contact_find_visitor (FramDb *db, const FramViewer *viewer, const char *case_no, FramDate day, GError **error)
{
  g_autofree char *named = fram_sight_named (viewer, "p.id");
  g_autofree char *sql =
      g_strdup_printf ("SELECT e.id FROM participant p JOIN enrolment e ON e.participant = p.id"
                       " WHERE p.case_no = ?1 COLLATE NOCASE AND p.gone = 0 AND e.gone = 0 AND e.enrolled <= ?2"
                       " AND (e.closed IS NULL OR e.closed >= ?2) AND %s ORDER BY e.enrolled DESC LIMIT 1",
                       named);
  sqlite3_stmt *stmt = fram_db_query (db, error, sql, "td", case_no, day);
  gint64 enrolment = 0;

  if (stmt != NULL && fram_db_step (db, stmt, error))
    {
      enrolment = sqlite3_column_int64 (stmt, 0);
      sqlite3_reset (stmt);
    }
  return enrolment;
}

gint64
fram_contact_participant_of (FramDb *db, gint64 enrolment)
{
  return fram_db_int (db, 0, "SELECT participant FROM enrolment WHERE id = ?", "i", enrolment);
}

/**
 * fram_contact_load_tasks:
 * @db: a register
 * @workshop: row number of a workshop
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what is worked on there, in the reader's language where the list is in both
 */
GStrv
fram_contact_load_tasks (FramDb *db, gint64 workshop, GError **error)
{
  g_autoptr (GStrvBuilder) tasks = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  g_autofree char *list = NULL;
  sqlite3_stmt *stmt =
      fram_db_query (db, error,
                     fram_text_is_swedish () ? "SELECT coalesce (tasks_sv, tasks, '') FROM workshop WHERE id = ?"
                                             : "SELECT coalesce (tasks, tasks_sv, '') FROM workshop WHERE id = ?",
                     "i", workshop);

  if (stmt == NULL)
    return NULL;
  if (fram_db_step (db, stmt, NULL))
    {
      list = fram_column_text (stmt, 0);
      sqlite3_reset (stmt);
    }
  words = g_strsplit (list != NULL ? list : "", ";", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (g_strstrip (words[i])[0] != '\0')
      g_strv_builder_add (tasks, words[i]);
  return g_strv_builder_end (tasks);
}
