#include "fram-case-store.h"

#include "fram-consent-store.h"
#include "fram-db-private.h"
#include "fram-sight.h"
#include "fram-text.h"

void
fram_stored_episode_free (FramStoredEpisode *self)
{
  g_free (self->outcome);
  g_free (self->programme);
  g_free (self);
}

void
fram_stored_head_clear (FramStoredHead *self)
{
  g_clear_pointer (&self->case_worker, g_free);
  g_clear_pointer (&self->meeting, g_free);
}

static char *
episodes_sql (const FramViewer *viewer)
{
  g_autofree char *basic = fram_sight_of_participant (viewer, FRAM_CLASS_BASIC, "e.participant");
  g_autofree char *outcome = fram_sight_of_participant (viewer, FRAM_CLASS_OUTCOME, "e.participant");
  g_autofree char *intake = fram_sight_of_participant (viewer, FRAM_CLASS_INTAKE, "e.participant");
  const char *language = fram_text_is_swedish () ? "sv" : "en";

  return g_strdup_printf (
      "SELECT e.id, i.uuid, e.enrolled, e.introduction_until, e.closed, e.target, e.extended_to, g.name_%s,"
      " CASE WHEN %s THEN o.name_%s END, CASE WHEN %s THEN r.planned_return END,"
      " CASE WHEN %s THEN (SELECT min (f.answered) FROM follow_up f WHERE f.enrolment = e.id AND f.gone = 0) END"
      " FROM enrolment e JOIN ident i ON i.id = e.id LEFT JOIN programme g ON g.id = e.programme"
      " LEFT JOIN outcome o ON o.id = e.outcome LEFT JOIN referral r ON r.id = e.referral AND r.gone = 0"
      " WHERE e.participant = ? AND e.gone = 0 AND %s ORDER BY e.enrolled DESC, e.id DESC",
      language, outcome, language, intake, outcome, basic);
}

static FramStoredEpisode *
read_episode (sqlite3_stmt *stmt)
{
  FramStoredEpisode *self = g_new0 (FramStoredEpisode, 1);

  self->row = sqlite3_column_int64 (stmt, 0);
  self->enrolment = fram_column_uuid (stmt, 1);
  self->enrolled = fram_column_date (stmt, 2);
  self->introduction_until = fram_column_date (stmt, 3);
  self->closed = fram_column_date (stmt, 4);
  self->target = fram_column_date (stmt, 5);
  self->extended_to = fram_column_date (stmt, 6);
  self->programme = fram_column_text (stmt, 7);
  self->outcome = fram_column_text (stmt, 8);
  self->planned_return = sqlite3_column_int (stmt, 9) != 0;
  self->followed_up = fram_column_date (stmt, 10);
  return self;
}

/**
 * fram_case_load_episodes:
 * @db: a register
 * @viewer: who asks
 * @participant: row number
 * @error: return location
 *
 * Returns: (transfer full) (element-type FramStoredEpisode): enrolments, newest first
 */
GPtrArray *
fram_case_load_episodes (FramDb *db, const FramViewer *viewer, gint64 participant, GError **error)
{
  g_autoptr (GPtrArray) episodes = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_stored_episode_free);
  g_autofree char *sql = episodes_sql (viewer);
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "i", participant);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    g_ptr_array_add (episodes, read_episode (stmt));
  if (local == NULL)
    return g_steal_pointer (&episodes);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/* Who is in charge on the day, the newest where two overlap; of what has ended, who was so last. */
static gboolean
load_case_worker (FramDb *db, gint64 enrolment, FramDate day, FramStoredHead *head, GError **error)
{
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt =
      fram_db_query (db, &local,
                     "SELECT s.name, s.id, c.from_day FROM case_worker c JOIN staff s ON s.id = c.staff"
                     " WHERE c.enrolment = ?1 AND c.gone = 0 AND c.from_day <= ?2"
                     " ORDER BY (c.to_day IS NULL OR c.to_day >= ?2) DESC, c.from_day DESC, c.id DESC LIMIT 1",
                     "id", enrolment, day);

  if (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      head->case_worker = fram_column_text (stmt, 0);
      head->case_worker_row = sqlite3_column_int64 (stmt, 1);
      head->case_worker_since = fram_column_date (stmt, 2);
      sqlite3_reset (stmt);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static int
minutes_on (FramDb *db, gint64 enrolment, FramDate day)
{
  return (int)fram_db_int (db, 0,
                           "SELECT total (weekly_minutes) FROM placement WHERE enrolment = ?1 AND gone = 0"
                           " AND from_day <= ?2 AND (to_day IS NULL OR to_day >= ?2)",
                           "id", enrolment, day);
}

/* The next day on which the sum of hours a week becomes another one by a placement that begins. */
static gboolean
load_hours (FramDb *db, gint64 enrolment, FramDate day, FramStoredHead *head, GError **error)
{
  g_autoptr (GArray) begins = g_array_new (FALSE, FALSE, sizeof (FramDate));
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local,
                                      "SELECT DISTINCT from_day FROM placement WHERE enrolment = ? AND gone = 0"
                                      " AND from_day > ? ORDER BY from_day",
                                      "id", enrolment, day);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramDate from = fram_column_date (stmt, 0);

      g_array_append_val (begins, from);
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  head->weekly_minutes = minutes_on (db, enrolment, day);
  for (guint i = 0; head->next_minutes < 0 && i < begins->len; i++)
    {
      FramDate from = g_array_index (begins, FramDate, i);
      int minutes = minutes_on (db, enrolment, from);

      if (minutes == head->weekly_minutes)
        continue;
      head->next_minutes = minutes;
      head->next_from = from;
    }
  return TRUE;
}

/* An appointment elsewhere is no meeting of the programme's. */
static gboolean
load_meeting (FramDb *db, gint64 participant, FramDate day, int now, FramStoredHead *head, GError **error)
{
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (
      db, &local,
      "SELECT kind, day, starts FROM booking WHERE participant = ?1 AND gone = 0 AND kind <> 'annan_bokning'"
      " AND coalesce (status, 'bokat') = 'bokat'"
      " AND (day > ?2 OR (day = ?2 AND coalesce (starts, 1440) >= ?3)) ORDER BY day, starts LIMIT 1",
      "idi", participant, day, (gint64)now);

  if (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      head->meeting = fram_column_text (stmt, 0);
      head->meeting_day = fram_column_date (stmt, 1);
      head->meeting_time = fram_column_minutes (stmt, 2);
      sqlite3_reset (stmt);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* Rows of consents are only added, and a withdrawal wins. Those for a card stand with the card. */
static gboolean
load_consent (FramDb *db, gint64 participant, FramDate day, FramStoredHead *head, GError **error)
{
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (
      db, &local,
      "SELECT c.given, c.until FROM consent c WHERE c.participant = ?1 AND c.gone = 0 AND c.withdrawn IS NULL"
      " AND c.kind <> '" FRAM_CONSENT_CARD "'"
      " AND c.given <= ?2 AND (c.until IS NULL OR c.until >= ?2) AND NOT EXISTS (SELECT 1 FROM consent v"
      "  WHERE v.participant = c.participant AND v.kind = c.kind AND v.recipient IS c.recipient AND v.gone = 0"
      "  AND v.withdrawn >= c.given) ORDER BY c.given DESC, c.id DESC LIMIT 1",
      "id", participant, day);

  if (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      head->consent = fram_column_date (stmt, 0);
      head->consent_until = fram_column_date (stmt, 1);
      sqlite3_reset (stmt);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * fram_case_load_head:
 * @db: a register
 * @viewer: who asks; may see the participant's class basic
 * @participant: row number
 * @enrolment: row number, 0 for none
 * @now: minutes since midnight, for what is still to come today
 * @head: (out caller-allocates): what is known
 * @error: return location
 *
 * Hours and meetings are of class plan and are left out where that is not the viewer's.
 *
 * Returns: whether it could be read
 */
gboolean
fram_case_load_head (FramDb *db, const FramViewer *viewer, gint64 participant, gint64 enrolment, int now,
                     FramStoredHead *head, GError **error)
{
  FramDate day = viewer->today;
  g_autofree char *sight = fram_sight_of_plan (viewer, "?1");
  g_autofree char *sql = g_strdup_printf ("SELECT %s", sight);

  *head = (FramStoredHead){
    NULL,          0, FRAM_DATE_NONE, -1, -1, FRAM_DATE_NONE, NULL, FRAM_DATE_NONE, FRAM_TIME_NONE, FRAM_DATE_NONE,
    FRAM_DATE_NONE
  };
  if (!load_case_worker (db, enrolment, day, head, error) || !load_consent (db, participant, day, head, error))
    return FALSE;
  if (fram_db_int (db, 0, sql, "i", participant) == 0)
    return TRUE;
  return load_hours (db, enrolment, day, head, error) && load_meeting (db, participant, day, now, head, error);
}
