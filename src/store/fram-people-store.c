#include "fram-people-store.h"

#include "fram-db-private.h"
#include "fram-plan.h"
#include "fram-sight.h"
#include "fram-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A search that finds fewer than this is sorted; one that finds more walks the people in order until enough are found. */
#define SORT_AT_MOST 1000

void
fram_stored_case_free (FramStoredCase *self)
{
  g_free (self->case_no);
  g_free (self->given_name);
  g_free (self->family_name);
  g_free (self->sort_key);
  g_free (self->sex);
  g_free (self->organisation);
  g_free (self->decision_kind);
  g_free (self->workshops);
  g_free (self->workshop_codes);
  g_free (self);
}

static char *
columns_sql (const FramViewer *viewer)
{
  g_autofree char *plan = fram_sight_of_plan (viewer, "p.id");
  g_autofree char *intake = fram_sight_of_participant (viewer, FRAM_CLASS_INTAKE, "p.id");
  g_autofree char *outcome = fram_sight_of_participant (viewer, FRAM_CLASS_OUTCOME, "p.id");
  g_autofree char *facts = fram_sight_of_facts (viewer, "p.id");
  char today[FRAM_DATE_TEXT_SIZE];

  fram_date_format (viewer->today, today);
  return g_strdup_printf (
      "SELECT p.id, pi.uuid, e.id, ei.uuid, p.case_no, p.given_name, p.family_name, n.sort_key, p.protected,"
      " CASE WHEN %s THEN p.sex END, CASE WHEN %s THEN p.birth_date END, CASE WHEN %s THEN o.code END, r.received, "
      "r.decided, d.kind, e.enrolled, e.introduction_until, "
      "e.closed,"
      " CASE WHEN %s THEN (SELECT f.answered FROM follow_up f WHERE f.enrolment = e.id AND f.gone = 0 LIMIT 1) END,"
      " CASE WHEN %s THEN (SELECT group_concat (DISTINCT w.name_%s) FROM placement t JOIN workshop w ON w.id = "
      "t.activity"
      "   WHERE t.enrolment = e.id AND t.gone = 0 AND t.from_day <= '%s' AND (t.to_day IS NULL OR t.to_day >= '%s')) "
      "END,"
      " CASE WHEN %s THEN (SELECT group_concat (DISTINCT w.code) FROM placement t JOIN workshop w ON w.id = t.activity"
      "   WHERE t.enrolment = e.id AND t.gone = 0 AND t.from_day <= '%s' AND (t.to_day IS NULL OR t.to_day >= '%s')) "
      "END"
      " FROM participant p JOIN ident pi ON pi.id = p.id JOIN person_name n ON n.participant = p.id"
      /* the newest: max() takes its row with it, without sorting */
      " LEFT JOIN enrolment e ON e.id = (SELECT id FROM (SELECT x.id AS id, max (x.enrolled) FROM enrolment x"
      "   WHERE x.participant = p.id AND x.gone = 0))"
      " LEFT JOIN ident ei ON ei.id = e.id"
      " LEFT JOIN referral r ON r.id = (SELECT id FROM (SELECT x.id AS id, max (x.received) FROM referral x"
      "   WHERE x.participant = p.id AND x.gone = 0))"
      " LEFT JOIN organisation o ON o.id = r.organisation LEFT JOIN decision d ON d.id = r.decision",
      facts, facts, intake, outcome, plan, fram_text_is_swedish () ? "sv" : "en", today, today, plan, today, today);
}

static FramStoredCase *
read_case (sqlite3_stmt *stmt)
{
  FramStoredCase *self = g_new0 (FramStoredCase, 1);

  self->participant = sqlite3_column_int64 (stmt, 0);
  self->participant_id = fram_column_uuid (stmt, 1);
  self->enrolment = sqlite3_column_int64 (stmt, 2);
  self->enrolment_id = fram_column_uuid (stmt, 3);
  self->case_no = fram_column_text (stmt, 4);
  self->given_name = fram_column_text (stmt, 5);
  self->family_name = fram_column_text (stmt, 6);
  self->sort_key = fram_column_text (stmt, 7);
  self->is_protected = sqlite3_column_int (stmt, 8) != 0;
  self->sex = fram_column_text (stmt, 9);
  self->birth_date = fram_column_date (stmt, 10);
  self->organisation = fram_column_text (stmt, 11);
  self->received = fram_column_date (stmt, 12);
  self->decided = fram_column_date (stmt, 13);
  self->decision_kind = fram_column_text (stmt, 14);
  self->enrolled = fram_column_date (stmt, 15);
  self->introduction_until = fram_column_date (stmt, 16);
  self->closed = fram_column_date (stmt, 17);
  self->followed_up = fram_column_date (stmt, 18);
  self->workshops = fram_column_text (stmt, 19);
  self->workshop_codes = fram_column_text (stmt, 20);
  return self;
}

static char *
match_text (const char *folded)
{
  g_auto (GStrv) terms = g_strsplit_set (folded, " \t", -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; terms[i] != NULL; i++)
    {
      g_autoptr (GString) term = g_string_new (terms[i]);

      if (term->len == 0)
        continue;
      g_string_replace (term, "\"", "\"\"", 0);
      /* the tokenizer parts words at signs: “F2024-0012” is two tokens, the last of them a prefix */
      g_string_append_printf (out, "%s\"%s\"*", out->len > 0 ? " AND " : "", term->str);
    }
  return g_string_free (out, FALSE);
}

static gboolean
has_letters (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* The words of a search, joined so that each begins a word; a hyphened number is searched for in its parts. */
static char *
fold_search (const char *search)
{
  g_autofree char *folded = fram_text_fold (search);

  for (char *p = folded; *p != '\0'; p++)
    if ((guchar)*p < 0x80 && !g_ascii_isalnum (*p))
      *p = ' ';
  return g_strstrip (g_steal_pointer (&folded));
}

static gint64
count_matches (FramDb *db, const char *match)
{
  return fram_db_int (db, 0, "SELECT count (*) FROM (SELECT 1 FROM person_search WHERE person_search MATCH ? LIMIT ?)",
                      "ti", match, (gint64)SORT_AT_MOST);
}

/* Everybody of the house, or those placed in a workshop today. */
static char *
where_sql (const FramViewer *viewer, gint64 workshop)
{
  char today[FRAM_DATE_TEXT_SIZE];

  if (workshop == 0)
    return g_strdup (" WHERE p.gone = 0");
  fram_date_format (viewer->today, today);
  return g_strdup_printf (" WHERE p.gone = 0 AND EXISTS (SELECT 1 FROM placement t WHERE t.enrolment = e.id AND "
                          "t.activity = %" G_GINT64_FORMAT
                          " AND t.gone = 0 AND t.from_day <= '%s' AND (t.to_day IS NULL OR t.to_day >= '%s'))",
                          workshop, today, today);
}

static char *
list_sql (const FramViewer *viewer, gint64 workshop, gboolean search)
{
  g_autofree char *columns = columns_sql (viewer);
  g_autofree char *where = where_sql (viewer, workshop);
  g_autofree char *sight = fram_sight_of_participant (viewer, FRAM_CLASS_BASIC, "p.id");

  return g_strdup_printf ("%s%s AND %s%s ORDER BY n.sort_key, p.id", columns, where, sight,
                          search ? " AND p.id IN (SELECT rowid FROM person_search WHERE person_search MATCH ?1)" : "");
}

/* The people whom the viewer may see, in order of name: those found, or all where so many are found that walking through
 * everybody meets the first of them soonest. */
static char *
names_sql (const FramViewer *viewer, gboolean found)
{
  g_autofree char *sight = fram_sight_of_participant (viewer, FRAM_CLASS_BASIC, "n.participant");

  return g_strdup_printf ("SELECT n.participant, n.words FROM %s AND %s ORDER BY n.sort_key, n.participant",
                          found ? "person_search CROSS JOIN person_name n ON n.participant = person_search.rowid"
                                  " WHERE person_search MATCH ?1"
                                : "person_name n WHERE 1",
                          sight);
}

static GPtrArray *
read_cases (FramDb *db, sqlite3_stmt *stmt, guint limit, GError **error)
{
  g_autoptr (GPtrArray) cases = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_stored_case_free);
  g_autoptr (GError) local = NULL;

  while (stmt != NULL && (limit == 0 || cases->len < limit) && fram_db_step (db, stmt, &local))
    g_ptr_array_add (cases, read_case (stmt));
  if (stmt != NULL)
    sqlite3_reset (stmt);
  if (local == NULL)
    return g_steal_pointer (&cases);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/* What is shown of a person is read only for those who are shown. */
static GPtrArray *
read_in_order (FramDb *db, sqlite3_stmt *names, const char *one_sql, const char *const *terms, guint limit,
               GError **error)
{
  g_autoptr (GPtrArray) cases = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_stored_case_free);
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *one = fram_db_prepare (db, one_sql, &local);

  while (one != NULL && cases->len < limit && fram_db_step (db, names, &local))
    {
      if (terms != NULL && !fram_text_matches_terms (fram_column_peek (names, 1), terms))
        continue;
      sqlite3_reset (one);
      sqlite3_bind_int64 (one, 1, sqlite3_column_int64 (names, 0));
      if (fram_db_step (db, one, &local))
        g_ptr_array_add (cases, read_case (one));
    }
  if (one != NULL)
    sqlite3_reset (one);
  sqlite3_reset (names);
  if (local == NULL)
    return g_steal_pointer (&cases);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static GPtrArray *
search_first (FramDb *db, const FramViewer *viewer, gint64 workshop, const char *folded, guint limit, GError **error)
{
  g_autofree char *match = match_text (folded);
  gboolean few = count_matches (db, match) < SORT_AT_MOST;
  g_auto (GStrv) terms = g_strsplit (folded, " ", -1);
  g_autofree char *columns = columns_sql (viewer);
  g_autofree char *where = where_sql (viewer, workshop);
  g_autofree char *one = g_strconcat (columns, where, " AND p.id = ?1", NULL);
  g_autofree char *sql = names_sql (viewer, few);
  sqlite3_stmt *names = few ? fram_db_query (db, error, sql, "t", match) : fram_db_query (db, error, sql, "");

  if (names == NULL)
    return NULL;
  return read_in_order (db, names, one, few ? NULL : (const char *const *)terms, limit, error);
}

/**
 * fram_people_load:
 * @db: a register
 * @viewer: who asks
 * @search: (nullable): words
 * @workshop: row number of a workshop people are placed in today, 0 for any
 * @limit: most people, 0 for all
 * @error: return location
 *
 * Returns: (transfer full) (element-type FramStoredCase): people by name
 */
GPtrArray *
fram_people_load (FramDb *db, const FramViewer *viewer, const char *search, gint64 workshop, guint limit,
                  GError **error)
{
  g_autofree char *folded = fold_search (search != NULL ? search : "");
  g_autofree char *match = NULL;
  g_autofree char *sql = NULL;

  if (search != NULL && search[0] != '\0' && !has_letters (folded))
    return g_ptr_array_new_with_free_func ((GDestroyNotify)fram_stored_case_free);
  if (folded[0] != '\0' && limit > 0)
    return search_first (db, viewer, workshop, folded, limit, error);
  match = folded[0] != '\0' ? match_text (folded) : NULL;
  sql = list_sql (viewer, workshop, match != NULL);
  return read_cases (db,
                     match != NULL ? fram_db_query (db, error, sql, "t", match) : fram_db_query (db, error, sql, ""),
                     limit, error);
}

static gint64
find_participant (FramDb *db, const char *case_no_or_id)
{
  FramUuid id;

  if (fram_uuid_parse (case_no_or_id, &id))
    return fram_db_find_row (db, &id);
  return fram_db_int (db, 0,
                      "SELECT id FROM participant WHERE case_no = ? COLLATE NOCASE AND gone = 0 ORDER BY id LIMIT 1",
                      "t", case_no_or_id);
}

/**
 * fram_people_load_one:
 * @db: a register
 * @viewer: who asks
 * @case_no_or_id: a case number or an id
 * @error: return location; %FRAM_ERROR_NOT_FOUND also where the viewer may not see the person
 *
 * Returns: (transfer full) (nullable): the person
 */
FramStoredCase *
fram_people_load_one (FramDb *db, const FramViewer *viewer, const char *case_no_or_id, GError **error)
{
  g_autofree char *columns = columns_sql (viewer);
  g_autofree char *sight = fram_sight_of_participant (viewer, FRAM_CLASS_BASIC, "p.id");
  g_autofree char *sql = g_strdup_printf ("%s WHERE p.id = ? AND p.gone = 0 AND %s", columns, sight);
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "i", find_participant (db, case_no_or_id));
  FramStoredCase *self = NULL;

  if (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      self = read_case (stmt);
      sqlite3_reset (stmt);
    }
  else if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND, _ ("There is no participant “%s” whom you may see."),
                 case_no_or_id);
  return self;
}

/**
 * fram_people_may:
 * @db: a register
 * @viewer: who asks
 * @klass: what
 * @participant: row number of whose
 *
 * Returns: whether the viewer may read @klass of that person
 */
gboolean
fram_people_may (FramDb *db, const FramViewer *viewer, FramClass klass, gint64 participant)
{
  g_autofree char *sight = fram_sight_of_participant (viewer, klass, "?1");
  g_autofree char *sql = g_strdup_printf ("SELECT %s", sight);

  return fram_db_int (db, 0, sql, "i", participant) != 0;
}

/**
 * fram_people_may_plan:
 * @db: a register
 * @viewer: who asks
 * @participant: row number of whose
 *
 * Returns: whether the viewer may read the whole plan of that person, and not only what concerns the own groups
 */
gboolean
fram_people_may_plan (FramDb *db, const FramViewer *viewer, gint64 participant)
{
  g_autofree char *sight = fram_sight_of_plan (viewer, "?1");
  g_autofree char *sql = g_strdup_printf ("SELECT %s", sight);

  return fram_db_int (db, 0, sql, "i", participant) != 0;
}

/**
 * fram_people_next_case_no:
 * @db: a register
 * @year: the year of the referral
 *
 * Returns: (transfer full): the next free case number, "F2026-0042"
 */
char *
fram_people_next_case_no (FramDb *db, int year)
{
  g_autofree char *like = g_strdup_printf ("F%04d-*", year);
  gint64 last = fram_db_int (
      db, 0, "SELECT max (CAST (substr (case_no, 7) AS INTEGER)) FROM participant WHERE case_no GLOB ?", "t", like);

  return g_strdup_printf ("F%04d-%04d", year, (int)last + 1);
}

static void
placement_step_free (gpointer data)
{
  FramPlacementStep *step = data;

  g_free (step->workshop);
  g_free (step);
}

/* NULL where they cannot all be read: a change must not go by half of them. */
GPtrArray *
fram_people_load_placements (FramDb *db, gint64 enrolment, GError **error)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (placement_step_free);
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local,
                                      "SELECT i.uuid, w.code, t.from_day, t.to_day, t.weekly_minutes FROM placement t"
                                      " JOIN ident i ON i.id = t.id LEFT JOIN workshop w ON w.id = t.activity"
                                      " WHERE t.enrolment = ? AND t.gone = 0 ORDER BY t.from_day, t.id",
                                      "i", enrolment);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramPlacementStep *step = g_new0 (FramPlacementStep, 1);

      step->id = fram_column_uuid (stmt, 0);
      step->workshop = fram_column_text (stmt, 1);
      step->from = fram_column_date (stmt, 2);
      step->to = fram_column_date (stmt, 3);
      step->weekly_minutes = fram_column_minutes (stmt, 4);
      g_ptr_array_add (steps, step);
    }
  if (local == NULL)
    return g_steal_pointer (&steps);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * fram_people_load_plan:
 * @db: a register
 * @enrolment: whose
 * @activity: where
 * @ids: (out) (optional) (element-type FramUuid): the ids of the slots, in the same order
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramPlanSlot): the weekly plan there, past and to come
 */
GArray *
fram_people_load_plan (FramDb *db, gint64 enrolment, gint64 activity, GArray **ids, GError **error)
{
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (FramPlanSlot));
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt =
      fram_db_query (db, &local,
                     "SELECT i.uuid, s.enrolment, s.weekday, s.from_time, s.to_time, s.valid_from, s.valid_to"
                     " FROM plan_slot s JOIN ident i ON i.id = s.id WHERE s.enrolment = ? AND s.activity = ?"
                     " AND s.gone = 0 ORDER BY s.valid_from, s.weekday, s.from_time",
                     "ii", enrolment, activity);

  if (ids != NULL)
    *ids = g_array_new (FALSE, FALSE, sizeof (FramUuid));
  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramUuid id = fram_column_uuid (stmt, 0);
      FramPlanSlot slot = { sqlite3_column_int64 (stmt, 1), sqlite3_column_int (stmt, 2), fram_column_minutes (stmt, 3),
                            fram_column_minutes (stmt, 4),  fram_column_date (stmt, 5),   fram_column_date (stmt, 6) };

      g_array_append_val (slots, slot);
      if (ids != NULL)
        g_array_append_val (*ids, id);
    }
  if (local == NULL)
    return g_steal_pointer (&slots);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * fram_people_find_group:
 * @db: a register
 * @case_no: a case number
 * @kind: code of a kind of group
 * @day: a day
 * @group: (out): the group
 *
 * Returns: whether the participant is a member of exactly one group of that kind on that day
 */
gboolean
fram_people_find_group (FramDb *db, const char *case_no, const char *kind, FramDate day, FramUuid *group)
{
  sqlite3_stmt *stmt =
      fram_db_query (db, NULL,
                     "SELECT DISTINCT i.uuid FROM participant p JOIN enrolment e ON e.participant = p.id"
                     " JOIN membership m ON m.enrolment = e.id JOIN activity_group g ON g.id = m.activity_group"
                     " JOIN group_kind k ON k.id = g.group_kind JOIN ident i ON i.id = g.id"
                     " WHERE p.case_no = ? AND k.code = ? AND m.gone = 0 AND m.waiting = 0 AND m.from_day <= ?"
                     " AND (m.to_day IS NULL OR m.to_day >= ?)",
                     "ttdd", case_no, kind, day, day);
  guint found = 0;

  while (stmt != NULL && fram_db_step (db, stmt, NULL))
    {
      *group = fram_column_uuid (stmt, 0);
      found++;
    }
  return found == 1;
}
