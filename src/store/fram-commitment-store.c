#include "fram-commitment-store.h"

#include "fram-db-private.h"
#include "fram-rights.h"
#include "fram-sight.h"
#include "fram-text.h"

void
fram_stored_commitment_kind_free (FramStoredCommitmentKind *self)
{
  g_free (self->code);
  g_free (self->name);
  g_free (self->whose);
  g_free (self->due_from);
  g_free (self->done_by);
  g_free (self);
}

static void
stored_sign_clear (gpointer data)
{
  g_free (((FramStoredSign *)data)->kind);
}

static void
stored_promise_free (gpointer data)
{
  FramStoredPromise *self = data;

  g_free (self->whose);
  g_free (self->note);
  g_free (self);
}

void
fram_stored_promises_free (FramStoredPromises *self)
{
  g_free (self->person.case_no);
  g_free (self->person.given_name);
  g_free (self->person.family_name);
  g_free (self->person.sort_key);
  g_free (self->papers);
  g_free (self->organisation);
  g_free (self->organisation_name);
  g_free (self->referrer);
  g_array_unref (self->changes);
  g_array_unref (self->signs);
  g_ptr_array_unref (self->written);
  g_free (self);
}

static gboolean
settle (GError *local, GError **error)
{
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

/**
 * fram_commitment_load_kinds:
 * @db: a register
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredCommitmentKind): what is promised, in the programme's order
 */
GPtrArray *
fram_commitment_load_kinds (FramDb *db, GError **error)
{
  g_autoptr (GPtrArray) kinds = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_stored_commitment_kind_free);
  GError *local = NULL;
  sqlite3_stmt *stmt =
      fram_db_query (db, &local,
                     "SELECT k.id, i.uuid, k.code, k.name_sv, k.name_en, k.whose, k.due_from, k.due_days, k.every_days,"
                     " k.done_by FROM commitment_kind k JOIN ident i ON i.id = k.id WHERE k.gone = 0 AND k.active = 1"
                     " ORDER BY k.rank, k.id",
                     "");

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramStoredCommitmentKind *kind = g_new0 (FramStoredCommitmentKind, 1);

      kind->row = sqlite3_column_int64 (stmt, 0);
      kind->id = fram_column_uuid (stmt, 1);
      kind->code = fram_column_text (stmt, 2);
      kind->name = fram_column_text (stmt, fram_text_is_swedish () ? 3 : 4);
      kind->whose = fram_column_text (stmt, 5);
      kind->due_from = fram_column_text (stmt, 6);
      kind->due_days = sqlite3_column_int (stmt, 7);
      kind->every_days = sqlite3_column_int (stmt, 8);
      kind->done_by = fram_column_text (stmt, 9);
      g_ptr_array_add (kinds, kind);
    }
  return settle (local, error) ? g_steal_pointer (&kinds) : NULL;
}

/* Which enrolments: one, or those that go on or were closed since a day. The index of what belongs to an enrolment is
 * used for the few, and not the many that are over. */
#define SCOPE "e.gone = 0 AND (e.id = ?1 OR (?1 IS NULL AND (e.closed IS NULL OR e.closed >= ?2)))"

/* So many at most are named one by one, which is faster than to look for them. */
#define NAME_AT_MOST 400

/* A statement about those that were found. */
static char *
sql_of_cases (const char *sql, const GPtrArray *cases)
{
  g_autoptr (GString) some = g_string_new ("e.gone = 0 AND (?1 IS NULL OR 1) AND (?2 IS NULL OR 1) AND e.id IN (0");
  g_autoptr (GString) text = g_string_new (sql);

  if (cases->len > NAME_AT_MOST)
    return g_strdup (sql);
  for (guint i = 0; i < cases->len; i++)
    g_string_append_printf (some, ", %" G_GINT64_FORMAT,
                            ((const FramStoredPromises *)g_ptr_array_index (cases, i))->person.enrolment);
  g_string_append_c (some, ')');
  g_string_replace (text, SCOPE, some->str, 0);
  return g_strdup (text->str);
}

/* The viewer and whom the viewer is deputy for today, for "IN". */
static char *
own_staff (const FramViewer *viewer)
{
  GString *list = g_string_new (NULL);

  g_string_append_printf (list, "%" G_GINT64_FORMAT, viewer->staff);
  for (guint i = 0; i < viewer->grants->len; i++)
    {
      const FramGrant *grant = &g_array_index (viewer->grants, FramGrant, i);

      if (grant->deputy_for != 0 && grant->role == FRAM_ROLE_CASE_WORKER)
        g_string_append_printf (list, ", %" G_GINT64_FORMAT, grant->deputy_for);
    }
  return g_string_free (list, FALSE);
}

/* Whoever was in charge at the closing goes on until what follows it is done. */
static char *
own_sql (const FramViewer *viewer)
{
  g_autofree char *staff = own_staff (viewer);
  char today[FRAM_DATE_TEXT_SIZE];

  fram_date_format (viewer->today, today);
  return g_strdup_printf ("EXISTS (SELECT 1 FROM case_worker x WHERE x.enrolment = e.id AND x.staff IN (%s)"
                          " AND x.gone = 0 AND x.from_day <= '%s'"
                          " AND (x.to_day IS NULL OR x.to_day >= min ('%s', coalesce (e.closed, '%s'))))",
                          staff, today, today, today);
}

static char *
cases_sql (const FramViewer *viewer, gboolean own)
{
  g_autoptr (FramViewer) writers = fram_rights_writers (viewer, FRAM_CLASS_PLAN);
  g_autofree char *plan = fram_sight_of_plan (viewer, "e.participant");
  g_autofree char *intake = fram_sight_of_participant (viewer, FRAM_CLASS_INTAKE, "e.participant");
  g_autofree char *outcome = fram_sight_of_participant (viewer, FRAM_CLASS_OUTCOME, "e.participant");
  g_autofree char *note = fram_sight_of_participant (viewer, FRAM_CLASS_NOTE, "e.participant");
  g_autofree char *writes = fram_sight_of_participant (writers, FRAM_CLASS_PLAN, "e.participant");
  g_autofree char *mine = own_sql (viewer);

  return g_strdup_printf (
      "SELECT p.id, pi.uuid, e.id, ei.uuid, p.case_no, p.given_name, p.family_name, n.sort_key, p.protected,"
      " e.enrolled, e.closed, coalesce (e.extended_to, e.target, date (e.enrolled, '+' || g.target_days || ' days')),"
      " %s, %s, %s, %s, %s, r.received, r.study_visit, r.papers, r.decided, o.code, o.name_%s, c.name"
      " FROM enrolment e JOIN ident ei ON ei.id = e.id JOIN participant p ON p.id = e.participant AND p.gone = 0"
      " JOIN ident pi ON pi.id = p.id JOIN person_name n ON n.participant = p.id"
      " LEFT JOIN programme g ON g.id = e.programme LEFT JOIN referral r ON r.id = e.referral AND r.gone = 0"
      " LEFT JOIN organisation o ON o.id = r.organisation LEFT JOIN contact c ON c.id = r.referrer"
      " WHERE " SCOPE " AND %s%s%s",
      mine, intake, outcome, note, writes, fram_text_is_swedish () ? "sv" : "en", plan, own ? " AND " : "",
      own ? mine : "");
}

static void
read_referral (FramStoredPromises *self, sqlite3_stmt *stmt)
{
  self->received = self->study_visit = self->decided = FRAM_DATE_NONE;
  if (!self->sees_intake)
    return;
  self->received = fram_column_date (stmt, 17);
  self->study_visit = fram_column_date (stmt, 18);
  self->papers = fram_column_text (stmt, 19);
  self->decided = fram_column_date (stmt, 20);
  self->organisation = fram_column_text (stmt, 21);
  self->organisation_name = fram_column_text (stmt, 22);
  self->referrer = fram_column_text (stmt, 23);
}

static FramStoredPromises *
read_case (sqlite3_stmt *stmt)
{
  FramStoredPromises *self = g_new0 (FramStoredPromises, 1);

  self->person.participant = sqlite3_column_int64 (stmt, 0);
  self->person.participant_id = fram_column_uuid (stmt, 1);
  self->person.enrolment = sqlite3_column_int64 (stmt, 2);
  self->person.enrolment_id = fram_column_uuid (stmt, 3);
  self->person.case_no = fram_column_text (stmt, 4);
  self->person.given_name = fram_column_text (stmt, 5);
  self->person.family_name = fram_column_text (stmt, 6);
  self->person.sort_key = fram_column_text (stmt, 7);
  self->person.is_protected = sqlite3_column_int (stmt, 8) != 0;
  self->person.enrolled = fram_column_date (stmt, 9);
  self->person.closed = fram_column_date (stmt, 10);
  self->target = fram_column_date (stmt, 11);
  self->own = sqlite3_column_int (stmt, 12) != 0;
  self->sees_intake = sqlite3_column_int (stmt, 13) != 0;
  self->sees_outcome = sqlite3_column_int (stmt, 14) != 0;
  self->sees_note = sqlite3_column_int (stmt, 15) != 0;
  self->writes = sqlite3_column_int (stmt, 16) != 0;
  read_referral (self, stmt);
  self->training_from = self->training_to = self->support = self->report = FRAM_DATE_NONE;
  self->changes = g_array_new (FALSE, FALSE, sizeof (FramStoredChange));
  self->signs = g_array_new (FALSE, FALSE, sizeof (FramStoredSign));
  g_array_set_clear_func (self->signs, stored_sign_clear);
  self->written = g_ptr_array_new_with_free_func (stored_promise_free);
  return self;
}

/* One reading of what belongs to the enrolments; the viewer's are picked out by their row numbers. */
typedef struct
{
  FramDb *db;
  GHashTable *cases; /* (element-type gint64 FramStoredPromises), borrowed */
  gint64 enrolment;
  FramDate closed_since;
} Reading;

typedef void (*TakeFunc) (FramStoredPromises *self, sqlite3_stmt *stmt);

static gboolean
read_each (const Reading *r, const char *sql, TakeFunc take, GError **error)
{
  GError *local = NULL;
  sqlite3_stmt *stmt = fram_db_query (r->db, &local, sql, "rd", r->enrolment, r->closed_since);

  while (stmt != NULL && fram_db_step (r->db, stmt, &local))
    {
      gint64 row = sqlite3_column_int64 (stmt, 0);
      FramStoredPromises *self = g_hash_table_lookup (r->cases, &row);

      if (self != NULL)
        take (self, stmt);
    }
  return settle (local, error);
}

static void
take_training (FramStoredPromises *self, sqlite3_stmt *stmt)
{
  self->training_from = fram_column_date (stmt, 1);
  self->training_to = fram_column_date (stmt, 2);
}

static void
take_support (FramStoredPromises *self, sqlite3_stmt *stmt)
{
  if (self->sees_note)
    self->support = fram_column_date (stmt, 1);
}

static void
take_report (FramStoredPromises *self, sqlite3_stmt *stmt)
{
  if (self->sees_outcome)
    self->report = fram_column_date (stmt, 1);
}

static void
take_sign (FramStoredPromises *self, sqlite3_stmt *stmt)
{
  FramStoredSign sign = { fram_column_text (stmt, 1), fram_column_date (stmt, 2) };

  g_array_append_val (self->signs, sign);
}

/* Two that are told of the same day are one change. */
static void
take_change (FramStoredPromises *self, sqlite3_stmt *stmt)
{
  FramStoredChange change = { fram_column_date (stmt, 1), sqlite3_column_int (stmt, 2) != 0 };
  FramStoredChange *last =
      self->changes->len > 0 ? &g_array_index (self->changes, FramStoredChange, self->changes->len - 1) : NULL;

  if (last != NULL && last->day == change.day)
    last->by_referrer = last->by_referrer || change.by_referrer;
  else
    g_array_append_val (self->changes, change);
}

static void
take_written (FramStoredPromises *self, sqlite3_stmt *stmt)
{
  FramStoredPromise *promise = g_new0 (FramStoredPromise, 1);

  promise->id = fram_column_uuid (stmt, 1);
  promise->kind = sqlite3_column_int64 (stmt, 2);
  promise->ordinal = sqlite3_column_int (stmt, 3);
  promise->due = fram_column_date (stmt, 4);
  promise->whose = fram_column_text (stmt, 5);
  promise->done = fram_column_date (stmt, 6);
  promise->note = self->sees_note ? fram_column_text (stmt, 7) : NULL;
  g_ptr_array_add (self->written, promise);
}

#define HELD "'genomfort', 'registrerat'"

static const struct
{
  const char *sql;
  TakeFunc take;
} readings[] = {
  { "SELECT t.enrolment, min (t.from_day), CASE WHEN count (t.to_day) = count (*) THEN max (t.to_day) END"
    " FROM enrolment e JOIN placement t ON t.enrolment = e.id AND t.gone = 0 WHERE " SCOPE " GROUP BY t.enrolment",
    take_training },
  { "SELECT s.enrolment, min (s.started) FROM enrolment e JOIN parallel_support s ON s.enrolment = e.id AND s.gone = 0"
    " WHERE " SCOPE " GROUP BY s.enrolment",
    take_support },
  { "SELECT f.enrolment, min (f.answered) FROM enrolment e JOIN follow_up f ON f.enrolment = e.id AND f.gone = 0"
    " WHERE " SCOPE " GROUP BY f.enrolment",
    take_report },
  { "SELECT v.enrolment, v.kind, v.day FROM enrolment e JOIN event v ON v.enrolment = e.id AND v.gone = 0"
    " AND coalesce (v.status, 'registrerat') IN (" HELD ") WHERE " SCOPE
    " UNION ALL SELECT b.enrolment, b.kind, b.day FROM enrolment e JOIN booking b ON b.enrolment = e.id AND b.gone = 0"
    " AND b.status = 'genomfort' WHERE " SCOPE " ORDER BY 3",
    take_sign },
  { "SELECT v.enrolment, v.day, v.kind = 'handlaggarbyte_anvisare' FROM enrolment e JOIN event v"
    " ON v.enrolment = e.id AND v.gone = 0 AND v.kind IN ('handlaggarbyte_anvisare', 'handlaggarbyte_fram')"
    " WHERE " SCOPE
    " UNION ALL SELECT x.enrolment, x.from_day, 0 FROM enrolment e JOIN case_worker x ON x.enrolment = e.id"
    " AND x.gone = 0 AND EXISTS (SELECT 1 FROM case_worker y WHERE y.enrolment = e.id AND y.gone = 0"
    "  AND y.from_day < x.from_day AND y.staff <> x.staff) WHERE " SCOPE " ORDER BY 2",
    take_change },
  { "SELECT m.enrolment, i.uuid, m.commitment_kind, m.ordinal, m.due, m.whose, m.done, m.note FROM enrolment e"
    " JOIN commitment m ON m.enrolment = e.id AND m.gone = 0 JOIN ident i ON i.id = m.id WHERE " SCOPE,
    take_written },
};

/**
 * fram_commitment_load:
 * @db: a register
 * @viewer: who asks
 * @enrolment: row number of one, 0 for all
 * @closed_since: of all: those that go on, or were closed on this day or later
 * @own: those only whose case worker the viewer is, or is deputy for
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredPromises): what commitments are worked out from, of those
 *   enrolments whose plan the viewer may see
 */
GPtrArray *
fram_commitment_load (FramDb *db, const FramViewer *viewer, gint64 enrolment, FramDate closed_since, gboolean own,
                      GError **error)
{
  g_autoptr (GPtrArray) cases = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_stored_promises_free);
  g_autoptr (GHashTable) by_row = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autofree char *sql = cases_sql (viewer, own);
  Reading reading = { db, by_row, enrolment, closed_since };
  GError *local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "rd", enrolment, closed_since);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramStoredPromises *self = read_case (stmt);

      g_ptr_array_add (cases, self);
      g_hash_table_insert (by_row, &self->person.enrolment, self);
    }
  if (!settle (local, error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      g_autofree char *text = sql_of_cases (readings[i].sql, cases);

      if (!read_each (&reading, text, readings[i].take, error))
        return NULL;
    }
  return g_steal_pointer (&cases);
}

/**
 * fram_commitment_find:
 * @db: a register
 * @id: a commitment
 * @gone: (out): whether it was taken away again
 *
 * Returns: its row number, 0 where nothing was ever written about it
 */
gint64
fram_commitment_find (FramDb *db, const FramUuid *id, gboolean *gone)
{
  gint64 row = fram_db_find_row (db, id);

  *gone = row != 0 && fram_db_int (db, 0, "SELECT gone FROM commitment WHERE id = ?", "i", row) != 0;
  return row;
}
