#include "fram-access-log.h"

#include "fram-db-private.h"
#include "fram-rights.h"
#include "fram-sight.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HASH_SIZE 32

void
fram_access_line_free (FramAccessLine *self)
{
  g_free (self->who);
  g_free (self->act);
  g_free (self->klass);
  g_free (self->subject);
  g_free (self->detail);
  g_free (self);
}

/* Each line's hash covers the hash before it, so that a line taken out or changed is seen. */
static void
chain (const guint8 before[HASH_SIZE], gint64 at, gint64 staff, gint64 participant, const char *klass, const char *act,
       const char *reason, guint8 out[HASH_SIZE])
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *line = g_strdup_printf ("%" G_GINT64_FORMAT "|%" G_GINT64_FORMAT "|%" G_GINT64_FORMAT "|%s|%s|%s",
                                           at, staff, participant, klass, act, reason != NULL ? reason : "");
  gsize size = HASH_SIZE;

  g_checksum_update (sum, before, HASH_SIZE);
  g_checksum_update (sum, (const guchar *)line, -1);
  g_checksum_get_digest (sum, out, &size);
}

/* The hash of the newest line, kept apart from it so that the newest line cannot be taken out unseen either. */
static gboolean
read_head (FramDb *db, guint8 out[HASH_SIZE], GError **error)
{
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, "SELECT value FROM meta WHERE name = 'access_log'", "");

  memset (out, 0, HASH_SIZE);
  if (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      if (sqlite3_column_bytes (stmt, 0) == HASH_SIZE)
        memcpy (out, sqlite3_column_blob (stmt, 0), HASH_SIZE);
      sqlite3_reset (stmt);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* Runs a statement whose last parameter is a hash. */
static gboolean
run_with_hash (FramDb *db, sqlite3_stmt *stmt, int index, const guint8 hash[HASH_SIZE], GError **error)
{
  gboolean ok;

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_blob (stmt, index, hash, HASH_SIZE, SQLITE_TRANSIENT);
  ok = sqlite3_step (stmt) == SQLITE_DONE;
  if (!ok)
    fram_db_set_error (db, error);
  sqlite3_reset (stmt);
  return ok;
}

static gboolean
add_chained (FramDb *db, const FramViewer *viewer, const char *act, FramClass klass, gint64 participant,
             const char *reason, GError **error)
{
  guint8 before[HASH_SIZE], hash[HASH_SIZE];
  const char *code = fram_class_get_code (klass);
  gint64 at = fram_clock_now (db->clock);

  if (!read_head (db, before, error))
    return FALSE;
  chain (before, at, viewer->staff, participant, code, act, reason, hash);
  return run_with_hash (db,
                        fram_db_query (db, error,
                                       "INSERT INTO access_log (at, staff, participant, class, act, reason, hash) "
                                       "VALUES (?, ?, ?, ?, ?, ?, ?)",
                                       "irrttt", at, viewer->staff, participant, code, act, reason),
                        7, hash, error) &&
         run_with_hash (
             db, fram_db_query (db, error, "INSERT OR REPLACE INTO meta (name, value) VALUES ('access_log', ?)", ""), 1,
             hash, error);
}

/**
 * fram_access_log_add:
 * @db: a register
 * @viewer: who
 * @act: opened, listed, searched, printed, exported or changed
 * @klass: what was read
 * @participant: row number of whose, 0 for several
 * @reason: (nullable): a typed reason
 * @error: return location
 *
 * Writes a line of the log that is never undone. On a register that is open for reading only it does nothing.
 *
 * Returns: whether the line is there
 */
gboolean
fram_access_log_add (FramDb *db, const FramViewer *viewer, const char *act, FramClass klass, gint64 participant,
                     const char *reason, GError **error)
{
  gboolean own = sqlite3_get_autocommit (db->handle);
  gboolean ok;

  if (db->read_only_reason != NULL)
    return TRUE;
  if (own && !fram_db_begin (db, error))
    return FALSE;
  ok = add_chained (db, viewer, act, klass, participant, reason, error);
  if (!own)
    return ok;
  if (ok)
    return fram_db_commit (db, error);
  fram_db_rollback (db);
  return FALSE;
}

/**
 * fram_access_log_verify:
 * @db: a register
 *
 * Returns: whether every line follows from the one before it and the newest is there
 */
gboolean
fram_access_log_verify (FramDb *db)
{
  sqlite3_stmt *stmt = fram_db_query (db, NULL,
                                      "SELECT at, ifnull (staff, 0), ifnull (participant, 0), class, act, reason, hash "
                                      "FROM access_log ORDER BY id",
                                      "");
  g_autoptr (GError) local = NULL;
  guint8 before[HASH_SIZE] = { 0 };
  guint8 head[HASH_SIZE];
  gboolean ok = stmt != NULL;

  while (ok && fram_db_step (db, stmt, &local))
    {
      guint8 hash[HASH_SIZE];

      chain (before, sqlite3_column_int64 (stmt, 0), sqlite3_column_int64 (stmt, 1), sqlite3_column_int64 (stmt, 2),
             fram_column_peek (stmt, 3), fram_column_peek (stmt, 4), fram_column_peek (stmt, 5), hash);
      ok = sqlite3_column_bytes (stmt, 6) == HASH_SIZE && memcmp (hash, sqlite3_column_blob (stmt, 6), HASH_SIZE) == 0;
      memcpy (before, hash, HASH_SIZE);
    }
  if (stmt != NULL)
    sqlite3_reset (stmt);
  return ok && local == NULL && read_head (db, head, NULL) && memcmp (head, before, HASH_SIZE) == 0;
}

static void
add_line (GPtrArray *lines, sqlite3_stmt *stmt)
{
  FramAccessLine *line = g_new0 (FramAccessLine, 1);

  line->at = sqlite3_column_int64 (stmt, 0);
  line->who = fram_column_text (stmt, 1);
  line->act = fram_column_text (stmt, 2);
  line->klass = fram_column_text (stmt, 3);
  line->subject = fram_column_text (stmt, 4);
  line->detail = fram_column_text (stmt, 5);
  g_ptr_array_add (lines, line);
}

static gboolean
add_lines (FramDb *db, GPtrArray *lines, const char *sql, gint64 participant, guint limit, GError **error)
{
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "ii", participant, limit > 0 ? (gint64)limit : (gint64)-1);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    add_line (lines, stmt);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* That somebody was read is the manager's to see; who it was not, where the identity is protected. */
static char *
accesses_sql (const FramViewer *viewer)
{
  g_autofree char *named = fram_sight_named (viewer, "p.id");

  return g_strdup_printf (
      "SELECT a.at, ifnull (s.name, 'system'), a.act, ifnull (a.class, ''),"
      " CASE WHEN p.id IS NULL THEN '' WHEN %s THEN ifnull (p.case_no, '') ELSE '' END, ifnull (a.reason, '')"
      " FROM access_log a LEFT JOIN staff s ON s.id = a.staff LEFT JOIN participant p ON p.id = a.participant"
      " WHERE ?1 = 0 OR a.participant = ?1 ORDER BY a.id DESC LIMIT ?2",
      named);
}

/* What people did, a line per action. */
static const char actions_sql[] =
    "SELECT x.at, ifnull (s.name, 'system'), 'changed', '', '',"
    " x.kind || ' × ' || (SELECT count (*) FROM change c WHERE c.action = x.id) || ifnull (' (' || x.reason || ')', '')"
    " FROM action x LEFT JOIN staff s ON s.id = x.staff WHERE ?1 = 0 ORDER BY x.id DESC LIMIT ?2";

/* One person's changes, a line each; a mark with its status before and after. */
static const char marks_of_person_sql[] =
    "SELECT x.at, ifnull (s.name, 'system'), 'changed', 'attend', p.case_no,"
    " c.day || ' ' || ifnull (w.code, ifnull (g.code, '')) || ' ' || ifnull (b.code, 'unmarked') || ' → ' ||"
    " ifnull (a.code, 'unmarked') || ifnull (' (' || x.reason || ')', '')"
    " FROM (SELECT c.*, json_extract (c.before, '$.status') AS old,"
    "         CASE WHEN lead (c.seq) OVER history IS NULL THEN m.status"
    "           ELSE lead (json_extract (c.before, '$.status')) OVER history END AS new"
    "       FROM enrolment e JOIN change c ON c.entity = 39 AND c.row = e.id"
    "       LEFT JOIN mark m ON m.enrolment = c.row AND m.day = c.day AND m.activity = c.activity AND m.part = c.part"
    "       WHERE e.participant = ?1 WINDOW history AS (PARTITION BY c.row, c.day, c.activity, c.part ORDER BY "
    "c.clock)) c"
    " JOIN action x ON x.id = c.action JOIN enrolment e ON e.id = c.row JOIN participant p ON p.id = e.participant"
    " LEFT JOIN staff s ON s.id = x.staff LEFT JOIN workshop w ON w.id = c.activity"
    " LEFT JOIN activity_group g ON g.id = c.activity LEFT JOIN attendance_status b ON b.id = c.old"
    " LEFT JOIN attendance_status a ON a.id = c.new ORDER BY c.clock DESC LIMIT ?2";

static const char others_of_person_sql[] =
    "SELECT x.at, ifnull (s.name, 'system'), 'changed', '', p.case_no, x.kind"
    " FROM participant p JOIN (SELECT ?1 AS id UNION SELECT id FROM enrolment WHERE participant = ?1"
    "   UNION SELECT id FROM referral WHERE participant = ?1 UNION SELECT id FROM contact_details WHERE participant = "
    "?1"
    "   UNION SELECT t.id FROM placement t JOIN enrolment e ON e.id = t.enrolment WHERE e.participant = ?1"
    "   UNION SELECT t.id FROM plan_slot t JOIN enrolment e ON e.id = t.enrolment WHERE e.participant = ?1) r"
    " JOIN change c ON c.row = r.id AND c.entity <> 39 JOIN action x ON x.id = c.action"
    " LEFT JOIN staff s ON s.id = x.staff WHERE p.id = ?1 GROUP BY x.id ORDER BY x.id DESC LIMIT ?2";

static int
newest_first (gconstpointer a, gconstpointer b)
{
  const FramAccessLine *x = *(const FramAccessLine *const *)a;
  const FramAccessLine *y = *(const FramAccessLine *const *)b;

  return x->at < y->at ? 1 : x->at > y->at ? -1 : 0;
}

/**
 * fram_access_log_read:
 * @db: a register
 * @viewer: who asks; the class `log` is needed
 * @participant: row number of one person, or 0 for everybody
 * @limit: most lines, 0 for all
 * @error: return location
 *
 * Returns: (transfer full) (element-type FramAccessLine): who read and changed what, newest first
 */
GPtrArray *
fram_access_log_read (FramDb *db, const FramViewer *viewer, gint64 participant, guint limit, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_access_line_free);
  g_autofree char *accesses = accesses_sql (viewer);
  gboolean ok;

  if (!fram_rights_may_read (viewer, FRAM_CLASS_LOG))
    {
      g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_DENIED, _ ("Your roles do not let you read the log."));
      return NULL;
    }
  ok = add_lines (db, lines, accesses, participant, limit, error);
  if (participant == 0)
    ok = ok && add_lines (db, lines, actions_sql, participant, limit, error);
  else
    ok = ok && add_lines (db, lines, marks_of_person_sql, participant, limit, error) &&
         add_lines (db, lines, others_of_person_sql, participant, limit, error);
  if (!ok)
    return NULL;
  g_ptr_array_sort (lines, newest_first);
  if (limit > 0 && lines->len > limit)
    g_ptr_array_set_size (lines, limit);
  return g_steal_pointer (&lines);
}
