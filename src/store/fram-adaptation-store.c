#include "fram-adaptation-store.h"

#include "fram-db-private.h"
#include "fram-sight.h"
#include "fram-text.h"

#include <glib/gi18n-lib.h>

void
fram_stored_adaptation_free (FramStoredAdaptation *self)
{
  g_free (self->case_no);
  g_free (self->given_name);
  g_free (self->family_name);
  g_free (self->area);
  g_free (self->area_name);
  g_free (self->barrier);
  g_free (self->measure);
  g_free (self->aid_kind);
  g_free (self->aid_from);
  g_free (self->aid_carrier);
  g_free (self->applies);
  g_free (self->activity_code);
  g_free (self->activity_name);
  g_free (self->status);
  g_free (self->own_words);
  g_free (self->agreed_by);
  g_free (self->line);
  g_free (self->outcome);
  g_free (self);
}

void
fram_stored_review_free (FramStoredReview *self)
{
  g_free (self->outcome);
  g_free (self->note);
  g_free (self->author);
  g_free (self);
}

#define COLUMNS                                                                                                        \
  "SELECT a.id, i.uuid, e.id, ei.uuid, p.id, pi.uuid, p.case_no, p.given_name, p.family_name, p.protected,"            \
  " e.closed IS NULL OR e.closed >= ?1, r.code, r.name_%1$s, a.barrier, a.measure, a.aid_kind, a.aid_from,"            \
  " a.aid_applied, a.aid_received, a.aid_carrier, a.applies, ai.uuid,"                                                 \
  " coalesce (w.code, k.code, x.employer), coalesce (w.name_%1$s, g.name, k.name_%1$s, x.employer), a.status, a.made," \
  " a.tried_from, a.in_place_from, a.ended, a.review_by, a.own_words, a.agreed_by, ni.uuid, n.line,"                   \
  " v.day, v.outcome"

#define TABLES                                                                                                         \
  " FROM adaptation a JOIN ident i ON i.id = a.id JOIN enrolment e ON e.id = a.enrolment AND e.gone = 0"               \
  " JOIN ident ei ON ei.id = e.id JOIN participant p ON p.id = e.participant AND p.gone = 0"                           \
  " JOIN ident pi ON pi.id = p.id JOIN person_name s ON s.participant = p.id"                                          \
  " LEFT JOIN adaptation_area r ON r.id = a.area LEFT JOIN ident ai ON ai.id = a.activity"                             \
  " LEFT JOIN workshop w ON w.id = a.activity LEFT JOIN activity_group g ON g.id = a.activity"                         \
  " LEFT JOIN group_kind k ON k.id = g.group_kind LEFT JOIN external_place x ON x.id = a.activity"                     \
  " LEFT JOIN instruction n ON n.id = (SELECT max (id) FROM instruction WHERE adaptation = a.id AND gone = 0)"         \
  " LEFT JOIN ident ni ON ni.id = n.id LEFT JOIN adaptation_review v ON v.id = (SELECT id FROM adaptation_review"      \
  " WHERE adaptation = a.id AND gone = 0 ORDER BY day DESC, id DESC LIMIT 1)"

static char *
adaptation_sql (const FramViewer *viewer, const char *where, const char *order)
{
  g_autofree char *sight = fram_sight_of_participant (viewer, FRAM_CLASS_NEED, "e.participant");

  return g_strdup_printf (COLUMNS TABLES " WHERE a.gone = 0 AND %2$s AND %3$s ORDER BY %4$s",
                          fram_text_is_swedish () ? "sv" : "en", sight, where, order);
}

static void
read_person (FramStoredAdaptation *self, sqlite3_stmt *stmt)
{
  self->row = sqlite3_column_int64 (stmt, 0);
  self->id = fram_column_uuid (stmt, 1);
  self->enrolment = sqlite3_column_int64 (stmt, 2);
  self->enrolment_id = fram_column_uuid (stmt, 3);
  self->participant = sqlite3_column_int64 (stmt, 4);
  self->participant_id = fram_column_uuid (stmt, 5);
  self->case_no = fram_column_text (stmt, 6);
  self->given_name = fram_column_text (stmt, 7);
  self->family_name = fram_column_text (stmt, 8);
  self->is_protected = sqlite3_column_int (stmt, 9) != 0;
  self->is_open = sqlite3_column_int (stmt, 10) != 0;
}

static void
read_need (FramStoredAdaptation *self, sqlite3_stmt *stmt)
{
  self->area = fram_column_text (stmt, 11);
  self->area_name = fram_column_text (stmt, 12);
  self->barrier = fram_column_text (stmt, 13);
  self->measure = fram_column_text (stmt, 14);
  self->aid_kind = fram_column_text (stmt, 15);
  self->aid_from = fram_column_text (stmt, 16);
  self->aid_applied = fram_column_date (stmt, 17);
  self->aid_received = fram_column_date (stmt, 18);
  self->aid_carrier = fram_column_text (stmt, 19);
  self->applies = fram_column_text (stmt, 20);
  self->activity = sqlite3_column_type (stmt, 21) != SQLITE_NULL ? fram_column_uuid (stmt, 21) : FRAM_UUID_NONE;
  self->activity_code = fram_column_text (stmt, 22);
  self->activity_name = fram_column_text (stmt, 23);
}

static void
read_state (FramStoredAdaptation *self, sqlite3_stmt *stmt)
{
  self->status = fram_column_text (stmt, 24);
  self->made = fram_column_date (stmt, 25);
  self->tried_from = fram_column_date (stmt, 26);
  self->in_place_from = fram_column_date (stmt, 27);
  self->ended = fram_column_date (stmt, 28);
  self->review_by = fram_column_date (stmt, 29);
  self->own_words = fram_column_text (stmt, 30);
  self->agreed_by = fram_column_text (stmt, 31);
  self->line_id = sqlite3_column_type (stmt, 32) != SQLITE_NULL ? fram_column_uuid (stmt, 32) : FRAM_UUID_NONE;
  self->line = fram_column_text (stmt, 33);
  self->reviewed = fram_column_date (stmt, 34);
  self->outcome = fram_column_text (stmt, 35);
}

static FramStoredAdaptation *
read_adaptation (sqlite3_stmt *stmt)
{
  FramStoredAdaptation *self = g_new0 (FramStoredAdaptation, 1);

  read_person (self, stmt);
  read_need (self, stmt);
  read_state (self, stmt);
  return self;
}

static GPtrArray *
load_rows (FramDb *db, sqlite3_stmt *stmt, GError *local, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_stored_adaptation_free);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    g_ptr_array_add (rows, read_adaptation (stmt));
  if (local == NULL)
    return g_steal_pointer (&rows);
  g_propagate_error (error, local);
  return NULL;
}

/**
 * fram_adaptation_load:
 * @db: a register
 * @viewer: who asks
 * @scope: of one enrolment, or what is to be reviewed
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredAdaptation): those of the people whose needs the viewer may
 *   read: of one enrolment in the order of writing, else by the day of review
 */
GPtrArray *
fram_adaptation_load (FramDb *db, const FramViewer *viewer, const FramAdaptationScope *scope, GError **error)
{
  g_autofree char *sql = NULL;
  sqlite3_stmt *stmt;
  GError *local = NULL;

  if (scope->enrolment != 0)
    {
      sql = adaptation_sql (viewer, "a.enrolment = ?2", "a.id");
      stmt = fram_db_query (db, &local, sql, "di", viewer->today, scope->enrolment);
    }
  else if (scope->due_by != FRAM_DATE_NONE)
    {
      sql = adaptation_sql (viewer,
                            "a.status IN ('proposed', 'on_trial', 'in_place') AND a.review_by <= ?2"
                            " AND (e.closed IS NULL OR e.closed >= ?1)",
                            "a.review_by, s.sort_key, a.id");
      stmt = fram_db_query (db, &local, sql, "dd", viewer->today, scope->due_by);
    }
  else
    {
      sql = adaptation_sql (viewer, "1", "a.review_by IS NULL, a.review_by, s.sort_key, a.id");
      stmt = fram_db_query (db, &local, sql, "d", viewer->today);
    }
  return load_rows (db, stmt, local, error);
}

/**
 * fram_adaptation_load_one:
 * @db: a register
 * @viewer: who asks
 * @id: the adaptation
 * @error: return location; %FRAM_ERROR_NOT_FOUND also for what the viewer may not see
 *
 * Returns: (transfer full) (nullable): the adaptation
 */
FramStoredAdaptation *
fram_adaptation_load_one (FramDb *db, const FramViewer *viewer, const FramUuid *id, GError **error)
{
  g_autofree char *sql = adaptation_sql (viewer, "a.id = ?2", "a.id");
  GError *local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "di", viewer->today, fram_db_find_row (db, id));
  g_autoptr (GPtrArray) rows = load_rows (db, stmt, local, error);

  if (rows == NULL)
    return NULL;
  if (rows->len > 0)
    return g_ptr_array_steal_index (rows, 0);
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND,
                       _ ("That adaptation is not there any more. Look at the list again."));
  return NULL;
}

/**
 * fram_adaptation_count_due:
 * @db: a register
 * @viewer: who asks
 * @day: the day
 *
 * Returns: how many are to be reviewed by that day, of the people whose needs the viewer may read
 */
guint
fram_adaptation_count_due (FramDb *db, const FramViewer *viewer, FramDate day)
{
  g_autofree char *sight = fram_sight_of_participant (viewer, FRAM_CLASS_NEED, "e.participant");
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM adaptation a JOIN enrolment e ON e.id = a.enrolment"
                                          " AND e.gone = 0 WHERE a.gone = 0 AND a.review_by <= ?1"
                                          " AND a.status IN ('proposed', 'on_trial', 'in_place')"
                                          " AND (e.closed IS NULL OR e.closed >= ?2) AND %s",
                                          sight);

  return (guint)fram_db_int (db, 0, sql, "dd", day, viewer->today);
}

/**
 * fram_adaptation_load_reviews:
 * @db: a register
 * @viewer: who asks
 * @adaptation: row number of which
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredReview): its reviews, newest first
 */
GPtrArray *
fram_adaptation_load_reviews (FramDb *db, const FramViewer *viewer, gint64 adaptation, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_stored_review_free);
  g_autofree char *sight = fram_sight_of_participant (viewer, FRAM_CLASS_NEED, "e.participant");
  g_autofree char *sql =
      g_strdup_printf ("SELECT i.uuid, v.day, v.outcome, v.note, f.name FROM adaptation_review v"
                       " JOIN ident i ON i.id = v.id JOIN adaptation a ON a.id = v.adaptation"
                       " JOIN enrolment e ON e.id = a.enrolment LEFT JOIN staff f ON f.id = v.staff"
                       " WHERE v.gone = 0 AND v.adaptation = ?1 AND %s ORDER BY v.day DESC, v.id DESC",
                       sight);
  GError *local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "i", adaptation);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramStoredReview *review = g_new0 (FramStoredReview, 1);

      review->id = fram_column_uuid (stmt, 0);
      review->day = fram_column_date (stmt, 1);
      review->outcome = fram_column_text (stmt, 2);
      review->note = fram_column_text (stmt, 3);
      review->author = fram_column_text (stmt, 4);
      g_ptr_array_add (rows, review);
    }
  if (local == NULL)
    return g_steal_pointer (&rows);
  g_propagate_error (error, local);
  return NULL;
}
