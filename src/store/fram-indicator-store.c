#include "fram-indicator-store.h"

#include "fram-db-private.h"

/* Sets of indicators as they are edited: the newest version of each, with all its languages. Reference data, which
 * everybody may read who works here. */

/* What somebody has answered, said or begun to answer, taken back or not, holds a version fast. */
#define USED                                                                                                           \
  "s.id IN (SELECT n.indicator_set FROM indicator n WHERE n.id IN (SELECT indicator FROM rating UNION SELECT"          \
  " indicator FROM area_note) UNION SELECT indicator_set FROM rating_draft)"

static FramIndicatorSet *
read_set (sqlite3_stmt *stmt)
{
  FramIndicatorSet *set = fram_indicator_set_new ();

  set->id = fram_column_uuid (stmt, 1);
  set->code = fram_column_text (stmt, 2);
  set->version = sqlite3_column_int (stmt, 3);
  set->name_sv = fram_column_text (stmt, 4);
  set->name_en = fram_column_text (stmt, 5);
  set->is_agenda = g_strcmp0 (fram_column_peek (stmt, 6), "agenda") == 0;
  set->lowest = set->is_agenda ? 1 : sqlite3_column_int (stmt, 7);
  set->highest = set->is_agenda ? 5 : sqlite3_column_int (stmt, 8);
  set->every_days = sqlite3_column_int (stmt, 9);
  set->rank = sqlite3_column_int (stmt, 10);
  set->used = sqlite3_column_int (stmt, 11);
  return set;
}

static void
read_question (sqlite3_stmt *stmt, FramIndicatorSet *set)
{
  FramIndicatorDraft *draft = fram_indicator_set_add (set);

  draft->id = fram_column_uuid (stmt, 0);
  draft->name_sv = fram_column_text (stmt, 1);
  draft->name_en = fram_column_text (stmt, 2);
  draft->anchors_sv = fram_column_text (stmt, 3);
  draft->anchors_en = fram_column_text (stmt, 4);
  draft->languages = fram_column_text (stmt, 5);
  draft->raters = fram_raters_from_codes (fram_column_peek (stmt, 6));
  draft->belief = sqlite3_column_int (stmt, 7);
}

static gboolean
load_questions (FramDb *db, FramIndicatorSet *set, GError **error)
{
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (
      db, &local,
      "SELECT i.uuid, n.name_sv, n.name_en, n.anchors_sv, coalesce (n.anchors_en, n.anchors), n.languages, n.rated_by,"
      " n.belief FROM indicator n JOIN ident i ON i.id = n.id WHERE n.indicator_set = ? AND n.gone = 0"
      " ORDER BY n.ordinal, n.id",
      "i", fram_db_find_row (db, &set->id));

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    read_question (stmt, set);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* @code: NULL for all; @row: one version, 0 for the newest */
static GPtrArray *
load (FramDb *db, const char *code, gint64 row, GError **error)
{
  g_autoptr (GPtrArray) sets = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_indicator_set_free);
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (
      db, &local,
      "SELECT max (coalesce (s.version, 1)), i.uuid, s.code, coalesce (s.version, 1), s.name_sv, s.name_en, s.kind,"
      " coalesce (s.lowest, 1), coalesce (s.highest, 5), s.every_days, s.rank, " USED
      " FROM indicator_set s JOIN ident i ON i.id = s.id WHERE s.gone = 0 AND (?1 IS NULL OR s.code = ?1)"
      " AND (?2 = 0 OR s.id = ?2) GROUP BY s.code ORDER BY s.rank IS NULL, s.rank, s.code",
      "ti", code, row);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    g_ptr_array_add (sets, read_set (stmt));
  for (guint i = 0; local == NULL && i < sets->len; i++)
    load_questions (db, g_ptr_array_index (sets, i), &local);
  if (local == NULL)
    return g_steal_pointer (&sets);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * fram_indicator_load_sets:
 * @db: a register
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramIndicatorSet): the newest version of every set, by rank and code
 */
GPtrArray *
fram_indicator_load_sets (FramDb *db, GError **error)
{
  return load (db, NULL, 0, error);
}

/**
 * fram_indicator_load_set:
 * @db: a register
 * @code: its code
 * @error: return location, only where the register cannot be read
 *
 * Returns: (transfer full) (nullable): its newest version, %NULL also where there is none
 */
FramIndicatorSet *
fram_indicator_load_set (FramDb *db, const char *code, GError **error)
{
  g_autoptr (GPtrArray) sets = load (db, code, 0, error);

  return sets != NULL && sets->len > 0 ? g_ptr_array_steal_index (sets, 0) : NULL;
}

/**
 * fram_indicator_next_version:
 * @db: a register
 * @code: code of a set
 *
 * Returns: the number of a version to come: one more than the newest that stands, or that was undone but answered
 */
int
fram_indicator_next_version (FramDb *db, const char *code)
{
  return 1 + (int)fram_db_int (db, 0,
                               "SELECT max (coalesce (s.version, 1)) FROM indicator_set s WHERE s.code = ? AND"
                               " (s.gone = 0 OR " USED ")",
                               "t", code);
}

/**
 * fram_indicator_load_version_before:
 * @db: a register
 * @set: a version of a set
 * @error: return location, only where the register cannot be read
 *
 * Returns: (transfer full) (nullable): the version that it replaces
 */
FramIndicatorSet *
fram_indicator_load_version_before (FramDb *db, const FramUuid *set, GError **error)
{
  gint64 before =
      fram_db_int (db, 0, "SELECT replaces FROM indicator_set WHERE id = ?", "i", fram_db_find_row (db, set));
  g_autoptr (GPtrArray) sets = before != 0 ? load (db, NULL, before, error) : NULL;

  return sets != NULL && sets->len > 0 ? g_ptr_array_steal_index (sets, 0) : NULL;
}

/**
 * fram_indicator_load_continued:
 * @db: a register
 * @question: a question
 *
 * Returns: which question of the version before it continues, or none
 */
FramUuid
fram_indicator_load_continued (FramDb *db, const FramUuid *question)
{
  gint64 row =
      fram_db_int (db, 0, "SELECT continues FROM indicator WHERE id = ?", "i", fram_db_find_row (db, question));

  return row != 0 ? fram_db_get_id (db, row) : FRAM_UUID_NONE;
}

/**
 * fram_indicator_load_settings:
 * @db: a register
 * @programme: (out): its programme
 * @version: (out) (optional): which version of the programme's profile the register was made with or has been brought to
 *
 * Returns: (transfer full) (nullable): the programme's settings, lines of "name=value"
 */
char *
fram_indicator_load_settings (FramDb *db, FramUuid *programme, int *version)
{
  g_autofree char *code = fram_db_get_meta (db, "programme");
  gint64 row = fram_db_find_code (db, FRAM_ENTITY_PROGRAMME, code != NULL ? code : "fram");

  if (row == 0)
    return NULL;
  *programme = fram_db_get_id (db, row);
  if (version != NULL)
    *version = (int)fram_db_int (db, 1, "SELECT coalesce (version, 1) FROM programme WHERE id = ?", "i", row);
  return fram_db_text (db, "SELECT coalesce (settings, '') FROM programme WHERE id = ?", "i", row);
}

/**
 * fram_indicator_has_ratings:
 * @db: a register
 * @code: code of a set
 *
 * Returns: whether anybody was rated with any version of it
 */
gboolean
fram_indicator_has_ratings (FramDb *db, const char *code)
{
  return fram_db_int (db, 0,
                      "SELECT 1 FROM rating t JOIN indicator n ON n.id = t.indicator JOIN indicator_set s ON"
                      " s.id = n.indicator_set WHERE s.code = ? LIMIT 1",
                      "t", code) != 0;
}
