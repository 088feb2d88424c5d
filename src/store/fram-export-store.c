#include "fram-export-store.h"

#include "fram-db-private.h"
#include "fram-sight.h"
#include "fram-text.h"

#include <string.h>

#define MAX_FIELDS 16

/* One file: how to read its rows, the kinds of its fields (t text, h hours, c time of day), and whose rights it falls
 * under. In the SQL %s is the condition that says which participants may be seen. */
typedef struct
{
  const char *name;
  const char *kinds;
  FramClass klass;
  const char *sql;
} FileQuery;

static const FileQuery queries[] = {
  { "cases.csv", "ttttttttttttttt", FRAM_CLASS_INTAKE,
    "SELECT p.case_no, p.given_name, p.family_name, p.sex, p.birth_date, o.code, c.name, r.received, r.study_visit,"
    " d.code, e.enrolled, e.closed, oc.code, fo.code, f.answered"
    " FROM participant p"
    " LEFT JOIN referral r ON r.participant = p.id AND r.gone = 0"
    " LEFT JOIN enrolment e ON e.participant = p.id AND e.gone = 0 AND (e.referral = r.id OR r.id IS NULL)"
    " LEFT JOIN organisation o ON o.id = r.organisation LEFT JOIN contact c ON c.id = r.referrer"
    " LEFT JOIN decision d ON d.id = r.decision LEFT JOIN outcome oc ON oc.id = e.outcome"
    " LEFT JOIN follow_up f ON f.enrolment = e.id AND f.months = 3 AND f.gone = 0"
    " LEFT JOIN outcome fo ON fo.id = f.result"
    " WHERE p.gone = 0 AND %s ORDER BY p.case_no, r.received" },
  { "placements.csv", "tttth", FRAM_CLASS_PLAN,
    "SELECT p.case_no, w.code, x.from_day, x.to_day, x.weekly_minutes"
    " FROM placement x JOIN workshop w ON w.id = x.activity JOIN enrolment e ON e.id = x.enrolment"
    " JOIN participant p ON p.id = e.participant"
    " WHERE x.gone = 0 AND %s ORDER BY p.case_no, x.from_day, w.code" },
  { "groups.csv", "ttttttcht", FRAM_CLASS_PLAN,
    "SELECT p.case_no, k.code, g.code, x.from_day, x.to_day,"
    " CASE substr(g.rrule, instr(g.rrule, 'BYDAY=') + 6, 2) WHEN 'MO' THEN 'mandag' WHEN 'TU' THEN 'tisdag'"
    "  WHEN 'WE' THEN 'onsdag' WHEN 'TH' THEN 'torsdag' WHEN 'FR' THEN 'fredag' WHEN 'SA' THEN 'lordag'"
    "  WHEN 'SU' THEN 'sondag' END,"
    " g.starts, g.minutes, x.planned_sessions"
    " FROM membership x JOIN activity_group g ON g.id = x.activity_group JOIN group_kind k ON k.id = g.group_kind"
    " JOIN enrolment e ON e.id = x.enrolment JOIN participant p ON p.id = e.participant"
    " WHERE x.gone = 0 AND x.waiting = 0 AND %s ORDER BY p.case_no, x.from_day, k.code, g.code" },
  /* a day in two parts is one row: the hours of both, the status of the first */
  { "attendance.csv", "tttthh", FRAM_CLASS_ATTEND,
    "SELECT p.case_no, m.day, coalesce(w.code, k.code) AS activity, s.code, sum(m.attended_minutes),"
    " sum(m.planned_minutes), min(m.part)"
    " FROM mark m JOIN attendance_status s ON s.id = m.status JOIN enrolment e ON e.id = m.enrolment"
    " JOIN participant p ON p.id = e.participant LEFT JOIN workshop w ON w.id = m.activity"
    " LEFT JOIN activity_group g ON g.id = m.activity LEFT JOIN group_kind k ON k.id = g.group_kind"
    " WHERE coalesce(w.code, k.code) IS NOT NULL AND %s"
    " GROUP BY p.case_no, m.day, activity ORDER BY p.case_no, m.day, activity" },
  { "progression.csv", "ttttt", FRAM_CLASS_PROGRESS,
    "SELECT p.case_no, x.day, i.ordinal, x.rater, x.value"
    " FROM rating x JOIN indicator i ON i.id = x.indicator JOIN indicator_set s ON s.id = i.indicator_set"
    " JOIN enrolment e ON e.id = x.enrolment JOIN participant p ON p.id = e.participant"
    " WHERE x.gone = 0 AND s.code = 'fram-2021' AND %s ORDER BY p.case_no, x.day, x.rater, i.ordinal" },
  { "adaptations.csv", "tttttt", FRAM_CLASS_NEED,
    "SELECT p.case_no, a.code, x.barrier, x.measure,"
    " CASE x.status WHEN 'proposed' THEN 'planerad' WHEN 'on_trial' THEN 'pagar' WHEN 'in_place' THEN 'genomford'"
    "  WHEN 'ended' THEN 'avslutad' WHEN 'not_carried_out' THEN 'ej_genomford' WHEN 'did_not_help' THEN 'avslutad'"
    "  ELSE x.status END,"
    " x.review_by"
    " FROM adaptation x JOIN enrolment e ON e.id = x.enrolment JOIN participant p ON p.id = e.participant"
    " LEFT JOIN adaptation_area a ON a.id = x.area"
    " WHERE x.gone = 0 AND %s ORDER BY p.case_no, x.review_by, a.code, x.barrier, x.measure" },
  { "events.csv", "tttttt", FRAM_CLASS_NOTE,
    "SELECT p.case_no, x.day, x.kind, x.parties, x.status, x.note"
    " FROM event x JOIN participant p ON p.id = x.participant"
    " WHERE x.gone = 0 AND %s ORDER BY p.case_no, x.day, x.kind, x.parties, x.status, x.note" },
};

struct _FramExportRows
{
  FramDb *db;
  const FileQuery *query;
  sqlite3_stmt *stmt;
  char *made[MAX_FIELDS]; /* texts that are not the register's own */
};

static const FileQuery *
find_query (const char *file)
{
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    if (strcmp (queries[i].name, file) == 0)
      return &queries[i];
  return NULL;
}

/* The file of cases says how they ended, too. */
static char *
condition (const FramViewer *viewer, const FileQuery *query)
{
  g_autofree char *sight = fram_sight_of_participant (viewer, query->klass, "p.id");
  g_autofree char *outcome = NULL;

  if (query->klass != FRAM_CLASS_INTAKE)
    return g_steal_pointer (&sight);
  outcome = fram_sight_of_participant (viewer, FRAM_CLASS_OUTCOME, "p.id");
  return g_strdup_printf ("%s AND %s", sight, outcome);
}

/**
 * fram_export_rows_new:
 * @db: a register
 * @viewer: who asks; only rows of people whose records of that class the viewer may read are given
 * @file: name of one of the seven files, `attendance.csv`
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the rows, before the first
 */
FramExportRows *
fram_export_rows_new (FramDb *db, const FramViewer *viewer, const char *file, GError **error)
{
  const FileQuery *query = find_query (file);
  g_autofree char *where = NULL;
  g_auto (GStrv) halves = NULL;
  g_autofree char *sql = NULL;
  sqlite3_stmt *stmt;
  FramExportRows *self;

  g_return_val_if_fail (query != NULL, NULL);
  where = condition (viewer, query);
  halves = g_strsplit (query->sql, "%s", 2);
  sql = g_strconcat (halves[0], where, halves[1], NULL);
  stmt = fram_db_query (db, error, sql, "");
  if (stmt == NULL)
    return NULL;
  self = g_new0 (FramExportRows, 1);
  self->db = db;
  self->query = query;
  self->stmt = stmt;
  return self;
}

static const char *
field_text (FramExportRows *self, int i)
{
  int minutes;

  if (sqlite3_column_type (self->stmt, i) == SQLITE_NULL)
    return NULL;
  if (self->query->kinds[i] == 't')
    return fram_column_peek (self->stmt, i);
  minutes = sqlite3_column_int (self->stmt, i);
  g_free (self->made[i]);
  self->made[i] = self->query->kinds[i] == 'h' ? fram_hours_format (minutes) : fram_time_format (minutes);
  return self->made[i];
}

/**
 * fram_export_rows_next:
 * @self: rows
 * @fields: (out): where the texts go, as many as the file has columns, %NULL for empty; valid until the next call
 * @more: (out): %FALSE when there was no further row
 * @error: return location
 *
 * Returns: %FALSE on failure
 */
gboolean
fram_export_rows_next (FramExportRows *self, const char **fields, gboolean *more, GError **error)
{
  g_autoptr (GError) inner = NULL;

  *more = fram_db_step (self->db, self->stmt, &inner);
  if (inner != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&inner));
      return FALSE;
    }
  for (int i = 0; *more && self->query->kinds[i] != '\0'; i++)
    fields[i] = field_text (self, i);
  return TRUE;
}

void
fram_export_rows_free (FramExportRows *self)
{
  sqlite3_reset (self->stmt);
  for (guint i = 0; i < MAX_FIELDS; i++)
    g_free (self->made[i]);
  g_free (self);
}
