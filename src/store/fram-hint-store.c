#include "fram-hint-store.h"

#include "fram-db-private.h"
#include "fram-roster-private.h"

#include <string.h>

/* What a roster tells of its people beside plans and marks: read for all of them at once. */

/* Who can be on the roster: placed, member, or marked without either. */
#define HERE                                                                                                           \
  "WITH here AS (" FRAM_PLACED_HERE " UNION SELECT enrolment FROM membership WHERE activity_group = ?1 AND gone = 0"   \
  "  AND waiting = 0 AND from_day <= ?2 AND (to_day >= ?2 OR to_day IS NULL)"                                          \
  " UNION SELECT enrolment FROM mark WHERE activity = ?1 AND day = ?2)"

void
fram_stored_absence_free (FramStoredAbsence *self)
{
  g_free (self->told_by);
  g_free (self);
}

void
fram_stored_card_clear (FramStoredCard *self)
{
  g_clear_pointer (&self->greets, g_free);
  g_clear_pointer (&self->first_tool, g_free);
  g_clear_pointer (&self->coffee, g_free);
}

#define ABSENCE_COLUMNS "i.uuid, a.enrolment, a.from_day, a.to_day, a.from_time, a.to_time, a.status, a.told_by"

static FramStoredAbsence *
read_absence (sqlite3_stmt *stmt)
{
  FramStoredAbsence *self = g_new0 (FramStoredAbsence, 1);

  self->id = fram_column_uuid (stmt, 0);
  self->enrolment = sqlite3_column_int64 (stmt, 1);
  self->from = fram_column_date (stmt, 2);
  self->to = fram_column_date (stmt, 3);
  self->from_time = fram_column_minutes (stmt, 4);
  self->to_time = fram_column_minutes (stmt, 5);
  self->status = sqlite3_column_int64 (stmt, 6);
  self->told_by = fram_column_text (stmt, 7);
  return self;
}

static GPtrArray *
read_absences (FramDb *db, sqlite3_stmt *stmt, GError **error)
{
  g_autoptr (GPtrArray) absences = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_stored_absence_free);
  g_autoptr (GError) local = NULL;

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    g_ptr_array_add (absences, read_absence (stmt));
  if (stmt != NULL && local == NULL)
    return g_steal_pointer (&absences);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * fram_hint_load_absences:
 * @db: a register
 * @activity: row number of a workshop or group
 * @day: the day
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredAbsence): what was told beforehand about that day of those who
 *   can be on the roster; what was told last comes last
 */
GPtrArray *
fram_hint_load_absences (FramDb *db, gint64 activity, FramDate day, GError **error)
{
  return read_absences (db,
                        fram_db_query (db, error,
                                       HERE " SELECT " ABSENCE_COLUMNS
                                            " FROM here h CROSS JOIN planned_absence a ON a.enrolment = h.enrolment"
                                            " JOIN ident i ON i.id = a.id"
                                            " WHERE a.gone = 0 AND a.from_day <= ?2 AND a.to_day >= ?2 ORDER BY a.id",
                                       "id", activity, day),
                        error);
}

/**
 * fram_absence_load:
 * @db: a register
 * @enrolment: whose
 * @from: first day
 * @to: last day
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredAbsence): those that touch the days, by first day
 */
GPtrArray *
fram_absence_load (FramDb *db, gint64 enrolment, FramDate from, FramDate to, GError **error)
{
  return read_absences (db,
                        fram_db_query (db, error,
                                       "SELECT " ABSENCE_COLUMNS " FROM planned_absence a JOIN ident i ON i.id = a.id"
                                       " WHERE a.enrolment = ?1 AND a.gone = 0 AND a.from_day <= ?3 AND a.to_day >= ?2"
                                       " ORDER BY a.from_day, a.id",
                                       "idd", enrolment, from, to),
                        error);
}

/**
 * fram_absence_load_activities:
 * @db: a register
 * @enrolment: whose
 * @day: the day
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type gint64): row numbers of the workshops and groups on whose roster the
 *   person can be that day
 */
GArray *
fram_absence_load_activities (FramDb *db, gint64 enrolment, FramDate day, GError **error)
{
  g_autoptr (GArray) activities = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt =
      fram_db_query (db, &local,
                     "SELECT p.activity FROM placement p JOIN workshop w ON w.id = p.activity WHERE p.enrolment = ?1"
                     " AND p.gone = 0 AND p.from_day <= ?2 AND (p.to_day IS NULL OR p.to_day >= ?2)"
                     " UNION SELECT activity_group FROM membership WHERE enrolment = ?1 AND gone = 0 AND waiting = 0"
                     " AND from_day <= ?2 AND (to_day IS NULL OR to_day >= ?2)"
                     " UNION SELECT activity FROM mark WHERE enrolment = ?1 AND day = ?2 AND status IS NOT NULL",
                     "id", enrolment, day);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      gint64 activity = sqlite3_column_int64 (stmt, 0);

      g_array_append_val (activities, activity);
    }
  if (local == NULL)
    return g_steal_pointer (&activities);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/* NULL without an error where there is none. */
FramStoredAbsence *
fram_absence_load_one (FramDb *db, const FramUuid *id, GError **error)
{
  g_autoptr (GPtrArray) found =
      read_absences (db,
                     fram_db_query (db, error,
                                    "SELECT " ABSENCE_COLUMNS " FROM planned_absence a JOIN ident i ON i.id = a.id"
                                    " WHERE a.id = ? AND a.gone = 0",
                                    "i", fram_db_find_row (db, id)),
                     error);

  return found == NULL || found->len == 0 ? NULL : g_ptr_array_steal_index (found, 0);
}

/**
 * fram_hint_load_bookings:
 * @db: a register
 * @activity: row number of a workshop or group
 * @day: the day
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramBusy): when those who can be on the roster have a booking, never
 *   which; one that was called off or moved is none
 */
GArray *
fram_hint_load_bookings (FramDb *db, gint64 activity, FramDate day, GError **error)
{
  g_autoptr (GArray) busy = g_array_new (FALSE, FALSE, sizeof (FramBusy));
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt =
      fram_db_query (db, &local,
                     HERE " SELECT h.enrolment, b.starts, b.starts + ifnull (b.minutes, 60) FROM here h"
                          " CROSS JOIN enrolment e ON e.id = h.enrolment"
                          " CROSS JOIN booking b ON b.participant = e.participant"
                          " WHERE b.day = ?2 AND b.gone = 0 AND b.starts IS NOT NULL"
                          " AND ifnull (b.status, '') NOT IN ('avbokat', 'ombokat', 'cancelled', 'moved')",
                     "id", activity, day);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramBusy one = { sqlite3_column_int64 (stmt, 0), sqlite3_column_int (stmt, 1), sqlite3_column_int (stmt, 2) };

      g_array_append_val (busy, one);
    }
  if (local == NULL)
    return g_steal_pointer (&busy);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * fram_hint_load_groups:
 * @db: a register
 * @activity: row number of a workshop or group
 * @day: the day
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramOtherGroup): other groups of those who can be on the roster, in
 *   order of the groups; whether a group meets that day is the caller's to work out
 */
GArray *
fram_hint_load_groups (FramDb *db, gint64 activity, FramDate day, GError **error)
{
  g_autoptr (GArray) groups = g_array_new (FALSE, FALSE, sizeof (FramOtherGroup));
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (
      db, &local,
      HERE
      " SELECT DISTINCT h.enrolment, m.activity_group FROM here h CROSS JOIN membership m ON m.enrolment = h.enrolment"
      " WHERE m.gone = 0 AND m.waiting = 0 AND m.from_day <= ?2 AND (m.to_day IS NULL OR m.to_day >= ?2)"
      " AND m.activity_group <> ?1 ORDER BY 2, 1",
      "id", activity, day);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramOtherGroup one = { sqlite3_column_int64 (stmt, 0), sqlite3_column_int64 (stmt, 1) };

      g_array_append_val (groups, one);
    }
  if (local == NULL)
    return g_steal_pointer (&groups);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * fram_hint_load_asked:
 * @db: a register
 * @activity: row number of a workshop or group
 * @day: the day
 * @error: return location
 *
 * Returns: (transfer full) (nullable): row numbers of the participants about whom the case worker has been told or asked to
 *   call and has not done it yet
 */
GHashTable *
fram_hint_load_asked (FramDb *db, gint64 activity, FramDate day, GError **error)
{
  g_autoptr (GHashTable) asked = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local,
                                      HERE " SELECT DISTINCT e.participant FROM here h"
                                           " CROSS JOIN enrolment e ON e.id = h.enrolment"
                                           " CROSS JOIN task t ON t.participant = e.participant"
                                           " WHERE t.gone = 0 AND t.done IS NULL AND t.kind IN ('absence', 'call')",
                                      "id", activity, day);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      gint64 participant = sqlite3_column_int64 (stmt, 0);

      g_hash_table_add (asked, g_memdup2 (&participant, sizeof participant));
    }
  if (local == NULL)
    return g_steal_pointer (&asked);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * fram_hint_load_setting:
 * @db: a register
 * @name: name of a setting of the programme
 *
 * Returns: (transfer full) (nullable): what the programme of the register says, %NULL where it says nothing
 */
char *
fram_hint_load_setting (FramDb *db, const char *name)
{
  g_autofree char *code = fram_db_get_meta (db, "programme");
  g_autofree char *settings = fram_db_text (db, "SELECT settings FROM programme WHERE code = ? AND gone = 0", "t",
                                            code != NULL ? code : "fram");
  g_auto (GStrv) lines = g_strsplit (settings != NULL ? settings : "", "\n", -1);
  gsize length = strlen (name);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], name) && lines[i][length] == '=')
      return g_strdup (lines[i] + length + 1);
  return NULL;
}

/* Whether there is a card; a group has none. */
gboolean
fram_hint_load_card (FramDb *db, gint64 workshop, FramStoredCard *card, GError **error)
{
  sqlite3_stmt *stmt = fram_db_query (
      db, error, "SELECT greets, first_tool, coffee FROM workshop WHERE id = ? AND gone = 0", "i", workshop);

  if (stmt == NULL || !fram_db_step (db, stmt, error))
    return FALSE;
  card->greets = fram_column_text (stmt, 0);
  card->first_tool = fram_column_text (stmt, 1);
  card->coffee = fram_column_text (stmt, 2);
  sqlite3_reset (stmt);
  return TRUE;
}

/**
 * fram_roster_load_splits:
 * @db: a register
 * @activity: row number of a workshop or group
 * @day: the day
 * @error: return location
 *
 * A day is split where there is a mark of a half, or a cleared one that still tells planned minutes: that is how a half that
 * nobody has marked yet lies on disk. When the halves are joined their rows are cleared of everything.
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredSplit): the halves
 */
GArray *
fram_roster_load_splits (FramDb *db, gint64 activity, FramDate day, GError **error)
{
  g_autoptr (GArray) splits = g_array_new (FALSE, FALSE, sizeof (FramStoredSplit));
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local,
                                      "SELECT enrolment, part, planned_minutes FROM mark WHERE activity = ? AND day = ?"
                                      " AND part > 0 AND (status IS NOT NULL OR planned_minutes IS NOT NULL)"
                                      " ORDER BY enrolment, part",
                                      "id", activity, day);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramStoredSplit split = { sqlite3_column_int64 (stmt, 0), sqlite3_column_int (stmt, 1),
                                fram_column_minutes (stmt, 2) };

      g_array_append_val (splits, split);
    }
  if (local == NULL)
    return g_steal_pointer (&splits);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}
