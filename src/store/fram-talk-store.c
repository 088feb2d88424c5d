#include "fram-talk-store.h"

#include "fram-db-private.h"
#include "fram-rights.h"
#include "fram-sight.h"
#include "fram-text.h"

/* Talks in which somebody is rated: what was said of an agenda, and when the last ones were. */

static void
note_free (gpointer data)
{
  FramStoredAreaNote *self = data;

  g_free (self->area);
  g_free (self->text);
  g_free (self->author);
  g_free (self);
}

static void
talk_free (gpointer data)
{
  FramStoredTalk *self = data;

  g_free (self->person.case_no);
  g_free (self->person.given_name);
  g_free (self->person.family_name);
  g_free (self->person.sort_key);
  g_free (self);
}

static FramStoredAreaNote *
read_note (sqlite3_stmt *stmt)
{
  FramStoredAreaNote *self = g_new0 (FramStoredAreaNote, 1);

  self->id = fram_column_uuid (stmt, 0);
  self->indicator = sqlite3_column_int64 (stmt, 1);
  self->day = fram_column_date (stmt, 2);
  self->area = fram_column_text (stmt, 3);
  self->text = fram_column_text (stmt, 4);
  self->author = fram_column_text (stmt, 5);
  return self;
}

/**
 * fram_talk_load_notes:
 * @db: a register
 * @viewer: who asks
 * @enrolment: row number
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredAreaNote): notes that the viewer may see, newest first
 */
GPtrArray *
fram_talk_load_notes (FramDb *db, const FramViewer *viewer, gint64 enrolment, GError **error)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (note_free);
  g_autofree char *sight = fram_sight_of_participant (viewer, FRAM_CLASS_NOTE, "e.participant");
  g_autofree char *sql = g_strdup_printf (
      "SELECT i.uuid, a.indicator, a.day, n.name_%s, a.text, s.name FROM enrolment e"
      " CROSS JOIN area_note a ON a.enrolment = e.id JOIN indicator n ON n.id = a.indicator JOIN ident i ON i.id = a.id"
      " LEFT JOIN staff s ON s.id = a.staff WHERE e.id = ? AND e.gone = 0 AND a.gone = 0 AND %s"
      " ORDER BY a.day DESC, a.given DESC, n.ordinal, a.id DESC",
      fram_text_is_swedish () ? "sv" : "en", sight);
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "i", enrolment);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    g_ptr_array_add (notes, read_note (stmt));
  if (local == NULL)
    return g_steal_pointer (&notes);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * fram_talk_load_other_language:
 * @db: a register
 * @set: row number of a set
 * @error: return location
 *
 * The register keeps Swedish and English; the one that is not the reader's is a further language, written as those are:
 * "en=…" and "en.anchors=…;…".
 *
 * Returns: (transfer full) (nullable): row number of a question → text
 */
GHashTable *
fram_talk_load_other_language (FramDb *db, gint64 set, GError **error)
{
  g_autoptr (GHashTable) texts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  const char *other = fram_text_is_swedish () ? "en" : "sv";
  g_autofree char *sql = g_strdup_printf (
      "SELECT id, '%1$s=' || name_%1$s || coalesce (char (10) || '%1$s.anchors=' || anchors_%1$s, '') FROM indicator"
      " WHERE indicator_set = ? AND gone = 0",
      other);
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "i", set);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      gint64 row = sqlite3_column_int64 (stmt, 0);

      g_hash_table_insert (texts, g_memdup2 (&row, sizeof row), fram_column_text (stmt, 1));
    }
  if (local == NULL)
    return g_steal_pointer (&texts);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * fram_talk_last_given:
 * @db: a register
 * @enrolment: row number
 * @day: a day
 *
 * Returns: when the latest rating of that day was written, 0 for never: the next one is later, whatever the clock says
 */
gint64
fram_talk_last_given (FramDb *db, gint64 enrolment, FramDate day)
{
  return fram_db_int (db, 0, "SELECT max (given) FROM rating WHERE enrolment = ? AND day = ?", "id", enrolment, day);
}

/* Whose case worker somebody is today, as a deputy too; everyone's for the file's owner. */
static char *
own_sql (const FramViewer *viewer)
{
  g_autoptr (FramViewer) writers = fram_rights_writers (viewer, FRAM_CLASS_PROGRESS);
  g_autofree char *sight = fram_sight_of_participant (writers, FRAM_CLASS_PROGRESS, "e.participant");
  g_autoptr (GString) sql = g_string_new (
      "SELECT e.id, e.participant, e.enrolled, e.closed FROM enrolment e WHERE e.gone = 0 AND e.enrolled <= ?1"
      " AND (e.closed IS NULL OR e.closed >= ?1) AND ");

  g_string_append (sql, sight);
  if (viewer->is_system)
    return g_strdup (sql->str);
  g_string_append_printf (sql,
                          " AND e.id IN (SELECT x.enrolment FROM case_worker x WHERE x.gone = 0 AND x.from_day <= ?1"
                          " AND (x.to_day IS NULL OR x.to_day >= ?1) AND x.staff IN (%" G_GINT64_FORMAT,
                          viewer->staff);
  for (guint i = 0; i < viewer->grants->len; i++)
    g_string_append_printf (sql, ", %" G_GINT64_FORMAT, g_array_index (viewer->grants, FramGrant, i).deputy_for);
  g_string_append (sql, "))");
  return g_strdup (sql->str);
}

/* The last talk by enrolment and code of the set: the case worker's own belief alone is none, and an agenda's notes are
 * the case worker's to see. */
#define LAST_TALKS                                                                                                     \
  "SELECT t.enrolment, s.code, max (t.day) AS day FROM mine CROSS JOIN rating t ON t.enrolment = mine.id"              \
  " JOIN indicator n ON n.id = t.indicator JOIN indicator_set s ON s.id = n.indicator_set"                             \
  " WHERE t.gone = 0 AND NOT (n.belief = 1 AND t.rater = 'caseworker') GROUP BY t.enrolment, s.code UNION ALL "        \
  "SELECT t.enrolment, s.code, max (t.day) FROM mine CROSS JOIN area_note t ON t.enrolment = mine.id"                  \
  " JOIN indicator n ON n.id = t.indicator JOIN indicator_set s ON s.id = n.indicator_set"                             \
  " WHERE t.gone = 0 GROUP BY t.enrolment, s.code"

static char *
talks_sql (const FramViewer *viewer, const GArray *sets)
{
  g_autofree char *own = own_sql (viewer);
  g_autofree char *note = fram_sight_of_participant (viewer, FRAM_CLASS_NOTE, "mine.participant");
  g_autoptr (GString) some = g_string_new ("0");

  for (guint i = 0; i < sets->len; i++)
    g_string_append_printf (some, ", %" G_GINT64_FORMAT, g_array_index (sets, gint64, i));
  return g_strdup_printf (
      "WITH mine AS MATERIALIZED (%s), talk AS MATERIALIZED (" LAST_TALKS ")"
      " SELECT p.id, pi.uuid, p.case_no, p.given_name, p.family_name, y.sort_key, p.protected, mine.id, ei.uuid,"
      " mine.enrolled, mine.closed, s.id, (SELECT max (k.day) FROM talk k WHERE k.enrolment = mine.id"
      " AND k.code = s.code), EXISTS (SELECT 1 FROM rating_draft d JOIN indicator_set v ON v.id = d.indicator_set"
      " WHERE d.enrolment = mine.id AND v.code = s.code AND d.staff = %" G_GINT64_FORMAT ") FROM mine"
      " JOIN participant p ON p.id = mine.participant AND p.gone = 0 JOIN ident pi ON pi.id = p.id"
      " JOIN person_name y ON y.participant = p.id JOIN ident ei ON ei.id = mine.id"
      " JOIN indicator_set s ON s.id IN (%s) WHERE s.kind <> 'agenda' OR %s ORDER BY y.sort_key, p.id, s.id",
      own, viewer->staff, some->str, note);
}

static FramStoredTalk *
read_talk (sqlite3_stmt *stmt)
{
  FramStoredTalk *self = g_new0 (FramStoredTalk, 1);
  FramStoredCase *person = &self->person;

  person->participant = sqlite3_column_int64 (stmt, 0);
  person->participant_id = fram_column_uuid (stmt, 1);
  person->case_no = fram_column_text (stmt, 2);
  person->given_name = fram_column_text (stmt, 3);
  person->family_name = fram_column_text (stmt, 4);
  person->sort_key = fram_column_text (stmt, 5);
  person->is_protected = sqlite3_column_int (stmt, 6) != 0;
  person->enrolment = sqlite3_column_int64 (stmt, 7);
  person->enrolment_id = fram_column_uuid (stmt, 8);
  person->enrolled = fram_column_date (stmt, 9);
  person->closed = fram_column_date (stmt, 10);
  person->birth_date = person->received = person->decided = FRAM_DATE_NONE;
  person->introduction_until = person->followed_up = FRAM_DATE_NONE;
  self->set = sqlite3_column_int64 (stmt, 11);
  self->last = fram_column_date (stmt, 12);
  self->has_draft = sqlite3_column_int (stmt, 13) != 0;
  return self;
}

/**
 * fram_talk_load:
 * @db: a register
 * @viewer: who asks
 * @sets: (element-type gint64): row numbers of sets
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredTalk): every enrolment that goes on, of those whose case worker
 *   the viewer is and may rate, with every set
 */
GPtrArray *
fram_talk_load (FramDb *db, const FramViewer *viewer, const GArray *sets, GError **error)
{
  g_autoptr (GPtrArray) talks = g_ptr_array_new_with_free_func (talk_free);
  g_autofree char *sql = talks_sql (viewer, sets);
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "d", viewer->today);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    g_ptr_array_add (talks, read_talk (stmt));
  if (local == NULL)
    return g_steal_pointer (&talks);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * fram_talk_load_pauses:
 * @db: a register
 * @viewer: who asks
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredTalkPause): pauses of the same enrolments
 */
GArray *
fram_talk_load_pauses (FramDb *db, const FramViewer *viewer, GError **error)
{
  g_autoptr (GArray) pauses = g_array_new (FALSE, FALSE, sizeof (FramStoredTalkPause));
  g_autofree char *own = own_sql (viewer);
  g_autofree char *sql =
      g_strdup_printf ("WITH mine AS MATERIALIZED (%s) SELECT t.enrolment, t.from_day, t.to_day FROM mine"
                       " CROSS JOIN pause t ON t.enrolment = mine.id WHERE t.gone = 0 ORDER BY t.enrolment, t.from_day",
                       own);
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "d", viewer->today);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramStoredTalkPause pause = { sqlite3_column_int64 (stmt, 0), fram_column_date (stmt, 1),
                                    fram_column_date (stmt, 2) };

      g_array_append_val (pauses, pause);
    }
  if (local == NULL)
    return g_steal_pointer (&pauses);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}
