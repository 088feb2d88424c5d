#include "fram-timeline-store.h"

#include "fram-db-private.h"
#include "fram-rights.h"
#include "fram-sight.h"
#include "fram-text.h"

/* What stands on one participant's timeline. Every statement gives the same ten columns, and each holds the condition of
 * the class that it reads. */

static void
thing_free (gpointer data)
{
  FramStoredThing *self = data;

  g_free (self->code);
  g_free (self->name);
  g_free (self->detail);
  g_free (self->status);
  g_free (self);
}

void
fram_stored_referral_clear (FramStoredReferral *self)
{
  g_clear_pointer (&self->decision, g_free);
}

static const char *
language (void)
{
  return fram_text_is_swedish () ? "sv" : "en";
}

static FramStoredThing *
read_thing (sqlite3_stmt *stmt, FramEntity entity)
{
  FramStoredThing *self = g_new0 (FramStoredThing, 1);

  self->entity = entity;
  self->id = fram_column_uuid (stmt, 0);
  self->code = fram_column_text (stmt, 1);
  self->name = fram_column_text (stmt, 2);
  self->detail = fram_column_text (stmt, 3);
  self->status = fram_column_text (stmt, 4);
  self->from = fram_column_date (stmt, 5);
  self->to = fram_column_date (stmt, 6);
  self->other = fram_column_date (stmt, 7);
  self->starts = fram_column_minutes (stmt, 8);
  self->minutes = fram_column_minutes (stmt, 9);
  return self;
}

static gboolean
read_things (FramDb *db, sqlite3_stmt *stmt, FramEntity entity, GPtrArray *things, GError **error)
{
  g_autoptr (GError) local = NULL;

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    g_ptr_array_add (things, read_thing (stmt, entity));
  if (stmt != NULL && local == NULL)
    return TRUE;
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* What one statement with one enrolment gives. */
static GPtrArray *
load_of_enrolment (FramDb *db, FramEntity entity, const char *sql, gint64 enrolment, GError **error)
{
  g_autoptr (GPtrArray) things = g_ptr_array_new_with_free_func (thing_free);

  if (!read_things (db, fram_db_query (db, error, sql, "i", enrolment), entity, things, error))
    return NULL;
  return g_steal_pointer (&things);
}

static gboolean
load_referral_row (FramDb *db, gint64 participant, gint64 enrolment, FramStoredReferral *referral, GError **error)
{
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt =
      fram_db_query (db, &local,
                     "SELECT r.received, r.decided, d.kind FROM referral r LEFT JOIN decision d ON d.id = r.decision"
                     " LEFT JOIN enrolment e ON e.id = ?2 WHERE r.participant = ?1 AND r.gone = 0"
                     " AND (e.referral IS NULL OR r.id = e.referral) ORDER BY r.received DESC LIMIT 1",
                     "ii", participant, enrolment);

  if (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      referral->received = fram_column_date (stmt, 0);
      referral->decided = fram_column_date (stmt, 1);
      referral->decision = fram_column_text (stmt, 2);
      sqlite3_reset (stmt);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static FramDate
date_of (FramDb *db, const char *sql, gint64 participant, gint64 enrolment)
{
  g_autofree char *text = fram_db_text (db, sql, "ii", participant, enrolment);

  return text != NULL ? fram_date_parse (text) : FRAM_DATE_NONE;
}

static FramDate
follow_up_due (FramDb *db, const FramViewer *viewer, gint64 participant, gint64 enrolment)
{
  g_autofree char *sight = fram_sight_of_participant (viewer, FRAM_CLASS_OUTCOME, "?1");
  g_autofree char *sql = g_strdup_printf ("SELECT min (f.due) FROM follow_up f WHERE f.enrolment = ?2 AND f.gone = 0"
                                          " AND f.answered IS NULL AND %s",
                                          sight);

  return date_of (db, sql, participant, enrolment);
}

/**
 * fram_timeline_load_referral:
 * @db: a register
 * @viewer: who asks; may see the participant's class basic
 * @participant: row number
 * @enrolment: row number, 0 for none
 * @referral: (out caller-allocates): what is known
 * @error: return location
 *
 * Returns: whether it could be read
 */
gboolean
fram_timeline_load_referral (FramDb *db, const FramViewer *viewer, gint64 participant, gint64 enrolment,
                             FramStoredReferral *referral, GError **error)
{
  *referral =
      (FramStoredReferral){ FRAM_DATE_NONE, FRAM_DATE_NONE, NULL, FRAM_DATE_NONE, FRAM_DATE_NONE, FRAM_DATE_NONE };
  if (!load_referral_row (db, participant, enrolment, referral, error))
    return FALSE;
  if (enrolment == 0)
    return TRUE;
  referral->before = date_of (db,
                              "SELECT max (x.closed) FROM enrolment x JOIN enrolment e ON e.id = ?2"
                              " WHERE x.participant = ?1 AND x.gone = 0 AND x.enrolled < e.enrolled",
                              participant, enrolment);
  referral->after = date_of (db,
                             "SELECT min (coalesce (r.received, x.enrolled)) FROM enrolment x"
                             " JOIN enrolment e ON e.id = ?2 LEFT JOIN referral r ON r.id = x.referral AND r.gone = 0"
                             " WHERE x.participant = ?1 AND x.gone = 0 AND x.enrolled > e.enrolled",
                             participant, enrolment);
  referral->follow_up_due = follow_up_due (db, viewer, participant, enrolment);
  return TRUE;
}

/**
 * fram_timeline_load_stays:
 * @db: a register
 * @viewer: who asks
 * @enrolment: row number
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredThing): placements, by first day; those outside the house
 *   have no code
 */
GPtrArray *
fram_timeline_load_stays (FramDb *db, const FramViewer *viewer, gint64 enrolment, GError **error)
{
  g_autofree char *sight = fram_sight_of_plan (viewer, "e.participant");
  g_autofree char *sql = g_strdup_printf (
      "SELECT i.uuid, w.code, coalesce (w.name_%s, x.employer, '–'), NULL, NULL, t.from_day, t.to_day, NULL, NULL,"
      " t.weekly_minutes FROM placement t JOIN enrolment e ON e.id = t.enrolment JOIN ident i ON i.id = t.id"
      " LEFT JOIN workshop w ON w.id = t.activity LEFT JOIN external_place x ON x.id = t.activity"
      " WHERE t.enrolment = ? AND t.gone = 0 AND %s ORDER BY t.from_day, t.id",
      language (), sight);

  return load_of_enrolment (db, FRAM_ENTITY_PLACEMENT, sql, enrolment, error);
}

/**
 * fram_timeline_load_groups:
 * @db: a register
 * @viewer: who asks
 * @enrolment: row number
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredThing): memberships, by first day
 */
GPtrArray *
fram_timeline_load_groups (FramDb *db, const FramViewer *viewer, gint64 enrolment, GError **error)
{
  g_autofree char *whole = fram_sight_of_plan (viewer, "e.participant");
  g_autofree char *part = fram_sight_of_participant (viewer, FRAM_CLASS_PLAN, "e.participant");
  g_autofree char *groups = fram_sight_of_own_groups (viewer);
  g_autofree char *sql =
      g_strdup_printf ("SELECT i.uuid, k.code, coalesce (g.name, k.name_%s), NULL, NULL, m.from_day, m.to_day,"
                       " g.first_day, g.starts, g.minutes FROM membership m JOIN enrolment e ON e.id = m.enrolment"
                       " JOIN ident i ON i.id = m.id JOIN activity_group g ON g.id = m.activity_group"
                       " JOIN group_kind k ON k.id = g.group_kind"
                       " WHERE m.enrolment = ? AND m.gone = 0 AND m.waiting = 0"
                       " AND (%s OR (g.id IN (%s) AND %s)) ORDER BY m.from_day, m.id",
                       language (), whole, groups, part);

  return load_of_enrolment (db, FRAM_ENTITY_MEMBERSHIP, sql, enrolment, error);
}

/* Of an appointment elsewhere nobody else learns with whom it is, and who sees but own bookings does not learn what others
 * are. */
static char *
bookings_sql (const FramViewer *viewer)
{
  g_autofree char *plan = fram_sight_of_participant (viewer, FRAM_CLASS_PLAN, "b.participant");
  g_autofree char *whole = fram_sight_of_plan (viewer, "b.participant");
  g_autofree char *note = fram_sight_of_participant (viewer, FRAM_CLASS_NOTE, "b.participant");

  return g_strdup_printf (
      "SELECT i.uuid, CASE WHEN b.staff = %" G_GINT64_FORMAT " OR %s THEN b.kind ELSE 'annan_bokning' END, NULL,"
      " CASE WHEN CASE b.kind WHEN 'annan_bokning' THEN %s ELSE b.staff = %" G_GINT64_FORMAT
      " OR %s END THEN coalesce (b.parties, b.place) END, b.status, b.day, NULL, NULL,"
      " b.starts, b.minutes FROM booking b JOIN ident i ON i.id = b.id"
      " WHERE b.participant = ?1 AND b.gone = 0 AND coalesce (b.status, 'bokat') <> 'avbokat' AND %s"
      " AND (b.enrolment = ?2 OR (b.enrolment IS NULL AND (?3 IS NULL OR b.day > ?3) AND (?4 IS NULL OR b.day < ?4)))"
      " ORDER BY b.day, b.starts, b.id",
      viewer->staff, whole, note, viewer->staff, whole, plan);
}

static char *
events_sql (const FramViewer *viewer)
{
  g_autofree char *plan = fram_sight_of_plan (viewer, "v.participant");
  g_autofree char *note = fram_sight_of_participant (viewer, FRAM_CLASS_NOTE, "v.participant");

  return g_strdup_printf (
      "SELECT i.uuid, v.kind, NULL, CASE WHEN v.kind <> 'annan_bokning' OR %s THEN v.parties END, v.status, v.day, "
      "NULL, NULL, NULL, NULL"
      " FROM event v JOIN ident i ON i.id = v.id WHERE v.participant = ?1 AND v.gone = 0 AND %s"
      " AND (v.enrolment = ?2 OR (v.enrolment IS NULL AND (?3 IS NULL OR v.day > ?3) AND (?4 IS NULL OR v.day < ?4)))"
      " ORDER BY v.day, v.id",
      note, plan);
}

/**
 * fram_timeline_load_meetings:
 * @db: a register
 * @viewer: who asks
 * @participant: row number
 * @enrolment: row number, 0 for none
 * @before: what is written without an enrolment belongs to this one after that day, %FRAM_DATE_NONE for always
 * @after: and before that day
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredThing): events, then bookings, each by day; what is cancelled
 *   is left out
 */
GPtrArray *
fram_timeline_load_meetings (FramDb *db, const FramViewer *viewer, gint64 participant, gint64 enrolment,
                             FramDate before, FramDate after, GError **error)
{
  g_autoptr (GPtrArray) things = g_ptr_array_new_with_free_func (thing_free);
  g_autofree char *events = events_sql (viewer);
  g_autofree char *bookings = bookings_sql (viewer);

  if (!read_things (db, fram_db_query (db, error, events, "iidd", participant, enrolment, before, after),
                    FRAM_ENTITY_EVENT, things, error) ||
      !read_things (db, fram_db_query (db, error, bookings, "iidd", participant, enrolment, before, after),
                    FRAM_ENTITY_BOOKING, things, error))
    return NULL;
  return g_steal_pointer (&things);
}

/**
 * fram_timeline_load_talks:
 * @db: a register
 * @viewer: who asks
 * @enrolment: row number
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredThing): what is written in the journal, by day; corrected and
 *   unsigned entries are left out
 */
GPtrArray *
fram_timeline_load_talks (FramDb *db, const FramViewer *viewer, gint64 enrolment, GError **error)
{
  g_autofree char *sight = fram_sight_of_participant (viewer, FRAM_CLASS_NOTE, "j.participant");
  g_autofree char *sql = g_strdup_printf (
      "SELECT i.uuid, j.kind, s.name, j.attendees, NULL, date (j.at / 1000, 'unixepoch', 'localtime'), NULL, NULL,"
      " NULL, j.minutes FROM journal_entry j JOIN ident i ON i.id = j.id LEFT JOIN staff s ON s.id = j.staff"
      " WHERE j.enrolment = ? AND j.gone = 0 AND j.by_ot = 0 AND j.signed IS NOT NULL AND NOT EXISTS"
      " (SELECT 1 FROM journal_entry c WHERE c.participant = j.participant AND c.replaces = j.id AND c.gone = 0) AND "
      "%s ORDER BY j.at, j.id",
      sight);

  return load_of_enrolment (db, FRAM_ENTITY_JOURNAL_ENTRY, sql, enrolment, error);
}

/**
 * fram_timeline_load_support:
 * @db: a register
 * @viewer: who asks
 * @enrolment: row number
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredThing): support outside, by its first day: when it was applied
 *   for, waited for or begun
 */
GPtrArray *
fram_timeline_load_support (FramDb *db, const FramViewer *viewer, gint64 enrolment, GError **error)
{
  g_autofree char *sight = fram_sight_of_participant (viewer, FRAM_CLASS_NOTE, "e.participant");
  g_autofree char *sql =
      g_strdup_printf ("SELECT i.uuid, p.kind, p.provider, p.text, NULL, p.started, p.ended,"
                       " coalesce (p.waiting_since, p.applied), NULL, NULL"
                       " FROM parallel_support p JOIN enrolment e ON e.id = p.enrolment JOIN ident i ON i.id = p.id"
                       " WHERE p.enrolment = ? AND p.gone = 0 AND %s"
                       " ORDER BY coalesce (p.applied, p.waiting_since, p.started), p.id",
                       sight);

  return load_of_enrolment (db, FRAM_ENTITY_PARALLEL_SUPPORT, sql, enrolment, error);
}

/**
 * fram_timeline_load_case_workers:
 * @db: a register
 * @viewer: who asks
 * @enrolment: row number
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredThing): who was in charge, by first day
 */
GPtrArray *
fram_timeline_load_case_workers (FramDb *db, const FramViewer *viewer, gint64 enrolment, GError **error)
{
  g_autofree char *sight = fram_sight_of_plan (viewer, "e.participant");
  g_autofree char *sql = g_strdup_printf (
      "SELECT i.uuid, 'case_worker', s.name, NULL, NULL, c.from_day, c.to_day, NULL, NULL, NULL"
      " FROM case_worker c JOIN enrolment e ON e.id = c.enrolment JOIN ident i ON i.id = c.id"
      " JOIN staff s ON s.id = c.staff WHERE c.enrolment = ? AND c.gone = 0 AND %s ORDER BY c.from_day, c.id",
      sight);

  return load_of_enrolment (db, FRAM_ENTITY_CASE_WORKER, sql, enrolment, error);
}

/**
 * fram_timeline_load_marks:
 * @db: a register
 * @viewer: who asks
 * @enrolment: row number
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredMarkDay): marks, by day, activity and part
 */
GArray *
fram_timeline_load_marks (FramDb *db, const FramViewer *viewer, gint64 enrolment, GError **error)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (FramStoredMarkDay));
  g_autoptr (FramViewer) others = fram_rights_beside_mentor (viewer);
  g_autofree char *whole = fram_sight_of_participant (others, FRAM_CLASS_ATTEND, "e.participant");
  g_autofree char *part = fram_sight_of_participant (viewer, FRAM_CLASS_ATTEND, "e.participant");
  g_autofree char *groups = fram_sight_of_own_groups (viewer);
  /* a peer mentor sees who came to the own groups, and nothing else (DATA.md, "attend") */
  g_autofree char *sql = g_strdup_printf (
      "SELECT m.day, m.activity, m.part, m.status, m.planned_minutes, m.attended_minutes FROM enrolment e"
      " CROSS JOIN mark m ON m.enrolment = e.id WHERE e.id = ? AND e.gone = 0 AND m.status IS NOT NULL"
      " AND (%s OR (m.activity IN (%s) AND %s)) ORDER BY m.day, m.activity, m.part",
      whole, groups, part);
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "i", enrolment);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramStoredMarkDay mark = { fram_column_date (stmt, 0),    sqlite3_column_int64 (stmt, 1),
                                 sqlite3_column_int (stmt, 2),  sqlite3_column_int64 (stmt, 3),
                                 fram_column_minutes (stmt, 4), fram_column_minutes (stmt, 5) };

      g_array_append_val (marks, mark);
    }
  if (local == NULL)
    return g_steal_pointer (&marks);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}
