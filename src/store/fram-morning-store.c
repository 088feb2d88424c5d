#include "fram-morning-store.h"

#include "fram-db-private.h"
#include "fram-sight.h"
#include "fram-text.h"

/* days ahead: of what has to be begun in good time, and of what is done on its day */
#define TWO_WEEKS 14
#define SIX_WEEKS 42
#define ONE_WEEK  7

static void
need_free (gpointer data)
{
  FramStoredNeed *self = data;

  g_free (self->person.case_no);
  g_free (self->person.given_name);
  g_free (self->person.family_name);
  g_free (self->person.sort_key);
  g_free (self->kind);
  g_free (self->text);
  g_free (self);
}

void
fram_stored_house_clear (FramStoredHouse *self)
{
  g_clear_pointer (&self->over, g_free);
  g_clear_pointer (&self->leaderless, g_free);
}

/* What each kind reads: the six columns after the person, where from, what holds, the class, and whether the enrolment has
 * to go on. ?1 is today. */
static const struct
{
  const char *columns; /* day, other, starts, minutes, kind, text, flag */
  const char *from;
  const char *where;
  FramClass klass;
  int ahead;
} mornings[FRAM_N_MORNINGS] = {
  [FRAM_MORNING_REVIEWS] = { "a.review_by, NULL, NULL, NULL, NULL, a.measure, 0",
                             "adaptation a ON a.enrolment = e.id AND a.gone = 0"
                             " AND a.status IN ('proposed', 'on_trial', 'in_place')",
                             "(e.closed IS NULL OR e.closed >= ?1) AND a.review_by <= ?2", FRAM_CLASS_NEED, ONE_WEEK },
  [FRAM_MORNING_FOLLOW_UPS] = { "date (e.closed, '+3 months'), (SELECT max (f.asked) FROM follow_up f"
                                " WHERE f.enrolment = e.id AND f.gone = 0), NULL, NULL, NULL, NULL, 0",
                                NULL,
                                "e.closed <= date (?2, '-3 months') AND e.closed > date (?1, '-9 months')"
                                " AND e.outcome IS NOT NULL AND NOT EXISTS (SELECT 1 FROM follow_up f"
                                " WHERE f.enrolment = e.id AND f.gone = 0 AND f.answered IS NOT NULL)",
                                FRAM_CLASS_OUTCOME, 0 },
  [FRAM_MORNING_CLOSINGS] = { "coalesce (e.extended_to, e.target), NULL, NULL, NULL, NULL, NULL, 0", NULL,
                              "e.closed IS NULL AND coalesce (e.extended_to, e.target) <= ?2"
                              " AND coalesce (e.next_step, '') = '' AND NOT EXISTS (SELECT 1 FROM commitment c"
                              " JOIN commitment_kind k ON k.id = c.commitment_kind WHERE c.enrolment = e.id"
                              " AND c.gone = 0 AND c.done IS NOT NULL AND k.code = 'next_step')",
                              FRAM_CLASS_PLAN, SIX_WEEKS },
  [FRAM_MORNING_INCOMES] = { "e.income_until, NULL, NULL, NULL, NULL, e.income_source, 0", NULL,
                             "e.closed IS NULL AND e.income_until BETWEEN date (?1, '-14 days') AND ?2",
                             FRAM_CLASS_INTAKE, SIX_WEEKS },
  [FRAM_MORNING_MILESTONES] = { "g.due, NULL, NULL, NULL, NULL, g.text, 0",
                                "part_goal g ON g.enrolment = e.id AND g.gone = 0",
                                "e.closed IS NULL AND g.reached IS NULL AND g.due BETWEEN date (?1, '-21 days') AND ?2",
                                FRAM_CLASS_PROGRESS, ONE_WEEK },
  /* a step up at the same place is no new place */
  [FRAM_MORNING_AIDS] = { "t.from_day, NULL, NULL, NULL, a.aid_carrier, a.aid_kind || char (10)"
                          " || coalesce (x.employer, w.name_sv, '') || char (10) || coalesce (x.employer, w.name_en, "
                          "''), 0",
                          "adaptation a ON a.enrolment = e.id AND a.gone = 0 AND a.aid_kind <> ''"
                          " AND a.status IN ('proposed', 'on_trial', 'in_place')"
                          " JOIN placement t ON t.enrolment = e.id AND t.gone = 0"
                          " LEFT JOIN workshop w ON w.id = t.activity LEFT JOIN external_place x ON x.id = t.activity",
                          "e.closed IS NULL AND t.from_day BETWEEN ?1 AND ?2 AND NOT EXISTS (SELECT 1 FROM placement o"
                          " WHERE o.enrolment = e.id AND o.activity = t.activity AND o.gone = 0"
                          " AND o.from_day < t.from_day AND (o.to_day IS NULL OR o.to_day >= date (t.from_day, '-8 "
                          "days')))",
                          FRAM_CLASS_NEED, TWO_WEEKS },
};

/* Whom somebody is in charge of today, as a deputy too; of what is closed, of whom it was so at the end. */
static char *
own_sql (const FramViewer *viewer, gboolean closed)
{
  g_autoptr (GString) sql =
      g_string_new (closed ? " AND EXISTS (SELECT 1 FROM case_worker x WHERE x.enrolment = e.id AND x.gone = 0"
                             " AND (x.to_day IS NULL OR x.to_day >= e.closed)"
                           : " AND e.id IN (SELECT x.enrolment FROM case_worker x WHERE x.gone = 0 AND x.from_day <= ?1"
                             " AND (x.to_day IS NULL OR x.to_day >= ?1)");

  g_string_append_printf (sql, " AND x.staff IN (%" G_GINT64_FORMAT, viewer->staff);
  for (guint i = 0; i < viewer->grants->len; i++)
    g_string_append_printf (sql, ", %" G_GINT64_FORMAT, g_array_index (viewer->grants, FramGrant, i).deputy_for);
  g_string_append (sql, "))");
  return g_strdup (sql->str);
}

#define PERSON "SELECT p.id, pi.uuid, p.case_no, p.given_name, p.family_name, n.sort_key, p.protected, ei.uuid, e.id, "

static char *
need_sql (const FramViewer *viewer, FramMorning what, gboolean own)
{
  g_autofree char *sight = fram_sight_of_participant (viewer, mornings[what].klass, "e.participant");
  g_autofree char *mine = own ? own_sql (viewer, what == FRAM_MORNING_FOLLOW_UPS) : g_strdup ("");
  g_autofree char *from =
      mornings[what].from != NULL ? g_strconcat (" JOIN ", mornings[what].from, NULL) : g_strdup ("");

  return g_strconcat (PERSON, mornings[what].columns, " FROM enrolment e", from,
                      " JOIN participant p ON p.id = e.participant AND p.gone = 0 JOIN ident pi ON pi.id = p.id"
                      " JOIN person_name n ON n.participant = p.id JOIN ident ei ON ei.id = e.id WHERE e.gone = 0 AND ",
                      mornings[what].where, mine, " AND ", sight, " ORDER BY 10, n.sort_key", NULL);
}

/* A talk of a mentor is with somebody of the own group; that name is the mentor's to see. */
static char *
meetings_sql (const FramViewer *viewer)
{
  g_autofree char *sight = fram_sight_of_participant (viewer, FRAM_CLASS_PLAN, "b.participant");

  return g_strdup_printf (
      PERSON "b.day, NULL, b.starts, b.minutes, b.kind, b.place, b.interpreter FROM booking b"
             " JOIN participant p ON p.id = b.participant AND p.gone = 0 JOIN ident pi ON pi.id = p.id"
             " JOIN person_name n ON n.participant = p.id LEFT JOIN enrolment e ON e.id = b.enrolment"
             " LEFT JOIN ident ei ON ei.id = e.id WHERE b.staff = %" G_GINT64_FORMAT " AND b.day BETWEEN ?1 AND ?2"
             " AND b.gone = 0 AND coalesce (b.status, 'bokat') IN ('bokat', 'genomfort') AND %s"
             " ORDER BY b.day, b.starts, n.sort_key",
      viewer->staff, sight);
}

static FramStoredNeed *
read_need (sqlite3_stmt *stmt)
{
  FramStoredNeed *self = g_new0 (FramStoredNeed, 1);
  FramStoredCase *person = &self->person;

  person->participant = sqlite3_column_int64 (stmt, 0);
  person->participant_id = fram_column_uuid (stmt, 1);
  person->case_no = fram_column_text (stmt, 2);
  person->given_name = fram_column_text (stmt, 3);
  person->family_name = fram_column_text (stmt, 4);
  person->sort_key = fram_column_text (stmt, 5);
  person->is_protected = sqlite3_column_int (stmt, 6) != 0;
  person->enrolment_id = fram_column_uuid (stmt, 7);
  person->enrolment = sqlite3_column_int64 (stmt, 8);
  person->birth_date = person->received = person->decided = person->enrolled = FRAM_DATE_NONE;
  person->introduction_until = person->closed = person->followed_up = FRAM_DATE_NONE;
  self->day = fram_column_date (stmt, 9);
  self->other = fram_column_date (stmt, 10);
  self->starts = fram_column_minutes (stmt, 11);
  self->minutes = fram_column_minutes (stmt, 12);
  self->kind = fram_column_text (stmt, 13);
  self->text = fram_column_text (stmt, 14);
  self->flag = sqlite3_column_int (stmt, 15) != 0;
  return self;
}

/**
 * fram_morning_load:
 * @db: a register
 * @viewer: who asks
 * @what: what
 * @own: only of those whom the viewer is in charge of
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredNeed): what there is to do, by day
 */
GPtrArray *
fram_morning_load (FramDb *db, const FramViewer *viewer, FramMorning what, gboolean own, GError **error)
{
  g_autoptr (GPtrArray) needs = g_ptr_array_new_with_free_func (need_free);
  gboolean meetings = what == FRAM_MORNING_MEETINGS;
  g_autofree char *sql = meetings ? meetings_sql (viewer) : need_sql (viewer, what, own);
  FramDate until = viewer->today + (meetings ? ONE_WEEK : mornings[what].ahead);
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "dd", viewer->today, until);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    g_ptr_array_add (needs, read_need (stmt));
  if (local == NULL)
    return g_steal_pointer (&needs);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/* Texts of a statement's only column, ", " between. */
static gboolean
read_names (FramDb *db, sqlite3_stmt *stmt, char **names, guint *n, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) local = NULL;

  *n = 0;
  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", fram_column_peek (stmt, 0));
      (*n)++;
    }
  *names = text->len > 0 ? g_strdup (text->str) : NULL;
  if (local == NULL)
    return stmt != NULL;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * fram_morning_load_house:
 * @db: a register
 * @today: the day
 * @next_day: the next working day
 * @case_load: so many participants a case worker is to have at most
 * @house: (out caller-allocates): how it is
 * @error: return location
 *
 * Only figures and names of those who work there.
 *
 * Returns: whether it could be read
 */
gboolean
fram_morning_load_house (FramDb *db, FramDate today, FramDate next_day, int case_load, FramStoredHouse *house,
                         GError **error)
{
  const char *language = fram_text_is_swedish () ? "sv" : "en";
  g_autofree char *leaderless = g_strdup_printf (
      "SELECT w.name_%s FROM workshop w WHERE w.gone = 0 AND w.active = 1 AND NOT EXISTS (SELECT 1 FROM role_grant g"
      " JOIN staff s ON s.id = g.staff AND s.active = 1 WHERE g.workshop = w.id AND g.role = 'activity_leader'"
      " AND g.gone = 0 AND g.stand_in = 0 AND (g.from_day IS NULL OR g.from_day <= ?1)"
      " AND (g.to_day IS NULL OR g.to_day >= ?1)) ORDER BY w.rank, w.id",
      language);
  sqlite3_stmt *stmt;

  *house = (FramStoredHouse){ 0 };
  house->places = (int)fram_db_int (db, 0, "SELECT total (capacity) FROM workshop WHERE gone = 0 AND active = 1", "");
  house->taken = (int)fram_db_int (
      db, 0,
      "SELECT count (*) FROM workshop w JOIN placement t ON t.activity = w.id WHERE w.gone = 0 AND w.active = 1"
      " AND t.gone = 0 AND t.from_day <= ?1 AND (t.to_day IS NULL OR t.to_day >= ?1)",
      "d", today);
  stmt =
      fram_db_query (db, error,
                     "SELECT s.name || ' ' || count (DISTINCT e.id) FROM case_worker c JOIN staff s ON s.id = c.staff"
                     " JOIN enrolment e ON e.id = c.enrolment AND e.gone = 0 AND (e.closed IS NULL OR e.closed >= ?1)"
                     " WHERE c.gone = 0 AND s.active = 1 AND c.from_day <= ?1 AND (c.to_day IS NULL OR c.to_day >= ?1)"
                     " GROUP BY s.id HAVING count (DISTINCT e.id) > ?2 ORDER BY count (DISTINCT e.id) DESC, s.name",
                     "di", today, (gint64)case_load);
  if (!read_names (db, stmt, &house->over, &house->n_over, error))
    return FALSE;
  stmt = fram_db_query (db, error, leaderless, "d", next_day);
  return read_names (db, stmt, &house->leaderless, &house->n_leaderless, error);
}
