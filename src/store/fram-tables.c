#include "fram-tables.h"

#include "fram-db-private.h"
#include "fram-rating-store.h"

/* Each query gives the columns of its file, in the file's order; rows are ordered by what is in them and not by when they
 * were written, so that two registers that say the same give the same files. A protected person is initials here too. */

#define HOURS(minutes) "CASE WHEN " minutes " IS NOT NULL THEN printf ('%.10g', round (" minutes " / 60.0, 4)) END"
#define NAME(column)   "CASE WHEN p.protected THEN substr (p." column ", 1, 1) || '.' ELSE p." column " END"
#define OF_ENROLMENT   " JOIN enrolment e ON e.id = t.enrolment JOIN participant p ON p.id = e.participant AND p.gone = 0"
/* Files hold one case a person: whoever comes back has a case of its own there, "F2026-0042-2" */
#define NTH(received, id)                                                                                              \
  "(SELECT count (*) FROM referral q WHERE q.participant = p.id AND q.gone = 0 AND (q.received < " received            \
  " OR (q.received = " received " AND q.id <= " id ")))"
#define CASE(nth)        "CASE WHEN " nth " > 1 THEN p.case_no || '-' || " nth " ELSE p.case_no END"
#define CASE_OF_REFERRAL CASE (NTH ("r.received", "r.id"))
#define CASE_OF_ENROLMENT                                                                                              \
  "coalesce ((SELECT " CASE_OF_REFERRAL " FROM referral r WHERE r.id = e.referral AND r.gone = 0), p.case_no)"
#define CASE_OF_EVENT                                                                                                  \
  "coalesce ((SELECT " CASE_OF_REFERRAL " FROM enrolment e JOIN referral r ON r.id = e.referral AND r.gone = 0"        \
  " WHERE e.id = t.enrolment), CASE WHEN t.enrolment IS NULL THEN " CASE ("(SELECT count (*) FROM referral q WHERE "   \
                                                                          "q.participant = p.id AND q.gone = 0 AND "   \
                                                                          "q.received <= t.day)") " END,"              \
                                                                                                  " p.case_no)"
#define CASES_COLUMNS                                                                                                  \
  "SELECT " CASE_OF_REFERRAL ", " NAME ("given_name") ", " NAME (                                                      \
      "family_name") ", p.sex,"                                                                                        \
                     " CASE WHEN p.protected THEN NULL ELSE p.birth_date END, o.code, c.name, r.received, "            \
                     "r.study_visit, d.code,"                                                                          \
                     " e.enrolled, e.closed, x.code, y.code, f.answered"
#define GROUPS_COLUMNS                                                                                                 \
  "SELECT " CASE_OF_ENROLMENT ", k.code, g.code, t.from_day, t.to_day,"                                                \
  " CASE CASE WHEN instr (g.rrule, 'BYDAY=') THEN substr (g.rrule, instr (g.rrule, 'BYDAY=') + 6, 2) END WHEN 'MO' "   \
  "THEN 'mandag' WHEN 'TU' THEN 'tisdag'"                                                                              \
  "  WHEN 'WE' THEN 'onsdag' WHEN 'TH' THEN 'torsdag' WHEN 'FR' THEN 'fredag' WHEN 'SA' THEN 'lordag'"                 \
  "  WHEN 'SU' THEN 'sondag' ELSE CASE strftime ('%w', coalesce (g.first_day, t.from_day)) WHEN '1' THEN 'mandag'"     \
  "  WHEN '2' THEN 'tisdag' WHEN '3' THEN 'onsdag' WHEN '4' THEN 'torsdag' WHEN '5' THEN 'fredag'"                     \
  "  WHEN '6' THEN 'lordag' ELSE 'sondag' END END,"                                                                    \
  " printf ('%02d:%02d', g.starts / 60, g.starts % 60), " HOURS (                                                      \
      "coalesce (g.minutes, k.minutes)") ", t.planned_sessions"
/* a day in two parts is one row: the hours of both, the status of the first */
#define ATTENDANCE_COLUMNS                                                                                             \
  "SELECT " CASE_OF_ENROLMENT " AS nr, t.day, coalesce (w.code, k.code) AS activity, s.code, " HOURS (                 \
      "sum (t.attended_minutes)") ", " HOURS ("sum (t.planned_minutes)") ", min (t.part)"
#define INSTANT(column)                                                                                                \
  "CASE WHEN " column " IS NOT NULL THEN strftime ('%Y-%m-%dT%H:%M:%S', " column " / 1000, 'unixepoch')"               \
  " || printf ('.%03dZ', " column " % 1000) END"
#define OF_SET " JOIN indicator i ON i.id = t.indicator JOIN indicator_set s ON s.id = i.indicator_set"
/* as fram_rating_code() has it: a file tells the same question also when a set has a new version since */
#define INDICATOR                                                                                                      \
  "CASE WHEN coalesce (s.version, 1) > (SELECT min (coalesce (x.version, 1)) FROM indicator_set x"                     \
  " WHERE x.code = s.code AND x.gone = 0) THEN s.code || '@' || s.version || ':' || i.ordinal"                         \
  " WHEN s.code = '" FRAM_RATING_PLAIN_SET "' THEN i.ordinal ELSE s.code || ':' || i.ordinal END AS code,"             \
  " s.code = '" FRAM_RATING_PLAIN_SET "' AS plain, s.code AS set_code, coalesce (s.version, 1) AS version, i.ordinal"

static const char *const queries[] = {
  [FRAM_TABLE_CASES] = CASES_COLUMNS
  " FROM participant p LEFT JOIN referral r ON r.participant = p.id AND r.gone = 0"
  " LEFT JOIN enrolment e ON e.participant = p.id AND e.gone = 0 AND (e.referral = r.id OR e.referral IS NULL)"
  " LEFT JOIN organisation o ON o.id = r.organisation LEFT JOIN contact c ON c.id = r.referrer"
  " LEFT JOIN decision d ON d.id = r.decision LEFT JOIN outcome x ON x.id = e.outcome"
  " LEFT JOIN follow_up f ON f.enrolment = e.id AND f.gone = 0 AND f.months = 3 LEFT JOIN outcome y ON y.id = f.result"
  " WHERE p.gone = 0 ORDER BY 1, r.received",
  [FRAM_TABLE_PLACEMENTS] = "SELECT " CASE_OF_ENROLMENT ", w.code, t.from_day, t.to_day, " HOURS (
      "t.weekly_minutes") " FROM placement t" OF_ENROLMENT " JOIN workshop w ON w.id = t.activity"
                          " WHERE t.gone = 0 ORDER BY 1, t.from_day, w.code",
  [FRAM_TABLE_GROUPS] =
      GROUPS_COLUMNS " FROM membership t" OF_ENROLMENT
                     " JOIN activity_group g ON g.id = t.activity_group JOIN group_kind k ON k.id = g.group_kind"
                     " WHERE t.gone = 0 AND t.waiting = 0 ORDER BY 1, t.from_day, k.code, g.code",
  [FRAM_TABLE_ATTENDANCE] = ATTENDANCE_COLUMNS
  " FROM mark t" OF_ENROLMENT " JOIN attendance_status s ON s.id = t.status LEFT JOIN workshop w ON w.id = t.activity"
  " LEFT JOIN activity_group g ON g.id = t.activity LEFT JOIN group_kind k ON k.id = g.group_kind"
  " WHERE coalesce (w.code, k.code) IS NOT NULL"
  " GROUP BY nr, t.day, activity ORDER BY nr, t.day, activity",
  [FRAM_TABLE_PROGRESSION] = "SELECT nr, day, code, rater, value, note, " INSTANT (
      "given") " FROM ("
               "SELECT " CASE_OF_ENROLMENT " AS nr, t.day, t.rater, t.value, t.note, t.given, " INDICATOR
               " FROM rating t" OF_ENROLMENT OF_SET " WHERE t.gone = 0 UNION ALL "
               "SELECT " CASE_OF_ENROLMENT ", t.day, NULL, NULL, t.text, t.given, " INDICATOR
               " FROM area_note t" OF_ENROLMENT OF_SET " WHERE t.gone = 0)"
               " ORDER BY nr, day, plain DESC, set_code, version, rater, ordinal, given IS NOT NULL, given, value, "
               "note",
  [FRAM_TABLE_ADAPTATIONS] =
      "SELECT " CASE_OF_ENROLMENT ", a.code, t.barrier, t.measure, t.status, t.review_by FROM adaptation t" OF_ENROLMENT
      " LEFT JOIN adaptation_area a ON a.id = t.area"
      " WHERE t.gone = 0 ORDER BY 1, t.review_by, a.code, t.barrier, t.measure",
  [FRAM_TABLE_EVENTS] = "SELECT " CASE_OF_EVENT ", t.day, t.kind, t.parties, t.status, t.note"
                        " FROM event t JOIN participant p ON p.id = t.participant AND p.gone = 0"
                        " WHERE t.gone = 0 ORDER BY 1, t.day, t.kind, t.parties, t.status, t.note",
};

struct _FramTableReader
{
  FramDb *db;
  sqlite3_stmt *stmt;
};

/**
 * FramTableReader:
 *
 * Reads one of the seven tables row by row, as text. Only for the file's owner: it filters nothing by role.
 */

/**
 * fram_table_reader_new:
 * @db: a register
 * @table: which table
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a reader before its first row
 */
FramTableReader *
fram_table_reader_new (FramDb *db, FramTable table, GError **error)
{
  sqlite3_stmt *stmt = fram_db_query (db, error, queries[table], "");
  FramTableReader *self;

  if (stmt == NULL)
    return NULL;
  self = g_new0 (FramTableReader, 1);
  self->db = db;
  self->stmt = stmt;
  return self;
}

/**
 * fram_table_reader_next:
 * @self: a reader
 * @fields: (array length=n_fields): takes the texts, valid until the next call; %NULL for no value
 * @n_fields: how many the table has
 * @error: return location
 *
 * Returns: whether there was a row
 */
gboolean
fram_table_reader_next (FramTableReader *self, const char **fields, guint n_fields, GError **error)
{
  if (!fram_db_step (self->db, self->stmt, error))
    return FALSE;
  for (guint i = 0; i < n_fields; i++)
    fields[i] = (int)i < sqlite3_column_count (self->stmt) ? fram_column_peek (self->stmt, (int)i) : NULL;
  return TRUE;
}

void
fram_table_reader_free (FramTableReader *self)
{
  sqlite3_reset (self->stmt);
  g_free (self);
}

/**
 * fram_table_count_optional:
 * @db: a register
 * @table: which table
 *
 * Returns: how many of the optional columns at its end have something to say
 */
guint
fram_table_count_optional (FramDb *db, FramTable table)
{
  if (table != FRAM_TABLE_PROGRESSION)
    return 0;
  if (fram_db_int (db, 0, "SELECT EXISTS (SELECT 1 FROM rating WHERE given IS NOT NULL AND gone = 0)", "") != 0)
    return 2;
  return fram_db_int (db, 0,
                      "SELECT EXISTS (SELECT 1 FROM area_note WHERE gone = 0)"
                      " OR EXISTS (SELECT 1 FROM rating WHERE note IS NOT NULL AND gone = 0)",
                      "") != 0
             ? 2
             : 0;
}
