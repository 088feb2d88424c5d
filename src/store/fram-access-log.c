#include "fram-access-log.h"

#include "fram-db-private.h"
#include "fram-rights.h"

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
  g_autofree char *line = g_strdup_printf ("%" G_GINT64_FORMAT "|%" G_GINT64_FORMAT "|%" G_GINT64_FORMAT "|%s|%s|%s", at,
                                           staff, participant, klass, act, reason != NULL ? reason : "");
  gsize size = HASH_SIZE;

  g_checksum_update (sum, before, HASH_SIZE);
  g_checksum_update (sum, (const guchar *) line, -1);
  g_checksum_get_digest (sum, out, &size);
}

static void
read_last_hash (FramDb *db, guint8 out[HASH_SIZE])
{
  sqlite3_stmt *stmt = fram_db_query (db, NULL, "SELECT hash FROM access_log ORDER BY id DESC LIMIT 1", "");

  memset (out, 0, HASH_SIZE);
  if (stmt == NULL || !fram_db_step (db, stmt, NULL))
    return;
  if (sqlite3_column_bytes (stmt, 0) == HASH_SIZE)
    memcpy (out, sqlite3_column_blob (stmt, 0), HASH_SIZE);
  sqlite3_reset (stmt);
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
  guint8 before[HASH_SIZE], hash[HASH_SIZE];
  gint64 at = fram_clock_now (db->clock);
  gboolean own = sqlite3_get_autocommit (db->handle);
  sqlite3_stmt *stmt;
  gboolean ok;

  if (db->read_only_reason != NULL)
    return TRUE;
  if (own && !fram_db_begin (db, error))
    return FALSE;
  read_last_hash (db, before);
  chain (before, at, viewer->staff, participant, fram_class_get_code (klass), act, reason, hash);
  stmt = fram_db_query (db, error,
                        "INSERT INTO access_log (at, staff, participant, class, act, reason, hash) "
                        "VALUES (?, ?, ?, ?, ?, ?, ?)",
                        "irrttt", at, viewer->staff, participant, fram_class_get_code (klass), act, reason);
  if (stmt != NULL)
    sqlite3_bind_blob (stmt, 7, hash, HASH_SIZE, SQLITE_TRANSIENT);
  ok = stmt != NULL && sqlite3_step (stmt) == SQLITE_DONE;
  if (!ok)
    fram_db_set_error (db, error);
  if (stmt != NULL)
    sqlite3_reset (stmt);
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
 * Returns: whether every line follows from the one before it
 */
gboolean
fram_access_log_verify (FramDb *db)
{
  sqlite3_stmt *stmt = fram_db_query (db, NULL,
                                      "SELECT at, ifnull (staff, 0), ifnull (participant, 0), class, act, reason, hash "
                                      "FROM access_log ORDER BY id",
                                      "");
  guint8 before[HASH_SIZE] = { 0 };
  gboolean ok = stmt != NULL;

  while (ok && fram_db_step (db, stmt, NULL))
    {
      guint8 hash[HASH_SIZE];

      chain (before, sqlite3_column_int64 (stmt, 0), sqlite3_column_int64 (stmt, 1), sqlite3_column_int64 (stmt, 2),
             fram_column_peek (stmt, 3), fram_column_peek (stmt, 4), fram_column_peek (stmt, 5), hash);
      ok = sqlite3_column_bytes (stmt, 6) == HASH_SIZE && memcmp (hash, sqlite3_column_blob (stmt, 6), HASH_SIZE) == 0;
      memcpy (before, hash, HASH_SIZE);
    }
  if (stmt != NULL)
    sqlite3_reset (stmt);
  return ok;
}

/* Reading and changing in one list; the newest first. A mark's change tells its status before and after. */
static const char log_sql[] =
    "WITH lines AS ("
    " SELECT a.at AS at, a.staff AS staff, a.act AS act, a.class AS class, a.participant AS participant,"
    "        ifnull (a.reason, '') AS detail FROM access_log a"
    " UNION ALL"
    " SELECT x.at, x.staff, 'changed', 'attend', e.participant,"
    "        c.day || ' ' || ifnull ((SELECT code FROM attendance_status s WHERE s.id = json_extract (c.before, '$.status')), '')"
    "        || ' → ' || ifnull ((SELECT code FROM attendance_status s WHERE s.id = ifnull ("
    "             (SELECT json_extract (n.before, '$.status') FROM change n WHERE n.base_sender = c.sender AND n.base_seq = c.seq"
    "               AND n.entity = 39 AND n.row = c.row AND n.sender = c.sender),"
    "             (SELECT m.status FROM mark m WHERE m.enrolment = c.row AND m.day = c.day AND m.activity = c.activity"
    "               AND m.part = c.part AND m.sender = c.sender AND m.seq = c.seq))), '')"
    "        || ifnull (' (' || x.reason || ')', '')"
    " FROM change c JOIN action x ON x.id = c.action LEFT JOIN enrolment e ON e.id = c.row WHERE c.entity = 39 AND %s"
    " UNION ALL"
    " SELECT x.at, x.staff, 'changed', '', %s, x.kind || ' ' || i.entity || ' ' || c.unit"
    " FROM change c JOIN action x ON x.id = c.action JOIN ident i ON i.id = c.row WHERE c.entity <> 39 AND %s)"
    "SELECT l.at, ifnull (s.name, 'system'), l.act, l.class, ifnull (p.case_no, ''), l.detail"
    " FROM lines l LEFT JOIN staff s ON s.id = l.staff LEFT JOIN participant p ON p.id = l.participant"
    " ORDER BY l.at DESC LIMIT %u";

