#include "fram-rating-store.h"

#include "fram-db-private.h"
#include "fram-sight.h"
#include "fram-text.h"

#include <string.h>

/* Sets of indicators in all their versions, and what somebody was rated with. */

static void
set_free (gpointer data)
{
  FramStoredIndicatorSet *self = data;

  g_free (self->code);
  g_free (self->name);
  g_free (self);
}

static void
indicator_free (gpointer data)
{
  FramStoredIndicator *self = data;

  g_free (self->name);
  g_free (self->low);
  g_free (self->high);
  g_free (self->languages);
  g_free (self);
}

static void
rating_clear (gpointer data)
{
  FramStoredRating *self = data;

  g_free (self->note);
}

static const char *
language (void)
{
  return fram_text_is_swedish () ? "sv" : "en";
}

static FramStoredIndicatorSet *
read_set (sqlite3_stmt *stmt)
{
  FramStoredIndicatorSet *self = g_new0 (FramStoredIndicatorSet, 1);

  self->row = sqlite3_column_int64 (stmt, 0);
  self->id = fram_column_uuid (stmt, 1);
  self->code = fram_column_text (stmt, 2);
  self->name = fram_column_text (stmt, 3);
  self->version = sqlite3_column_int (stmt, 4);
  self->is_agenda = g_strcmp0 (fram_column_peek (stmt, 5), "agenda") == 0;
  self->lowest = sqlite3_column_int (stmt, 6);
  self->highest = sqlite3_column_int (stmt, 7);
  self->every_days = sqlite3_column_int (stmt, 8);
  self->rank = sqlite3_column_int (stmt, 9);
  self->active = sqlite3_column_int (stmt, 10);
  self->replaces = sqlite3_column_int64 (stmt, 11);
  return self;
}

/**
 * fram_rating_load_sets:
 * @db: a register
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredIndicatorSet): all sets in all versions, by rank, code and
 *   version, the newest first
 */
GPtrArray *
fram_rating_load_sets (FramDb *db, GError **error)
{
  g_autoptr (GPtrArray) sets = g_ptr_array_new_with_free_func (set_free);
  g_autofree char *sql = g_strdup_printf (
      "SELECT s.id, i.uuid, s.code, s.name_%s, coalesce (s.version, 1), s.kind, coalesce (s.lowest, 1),"
      " coalesce (s.highest, 5), s.every_days, s.rank, s.active, s.replaces FROM indicator_set s"
      " JOIN ident i ON i.id = s.id WHERE s.gone = 0 ORDER BY s.rank IS NULL, s.rank, s.code, s.version DESC, s.id "
      "DESC",
      language ());
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "");

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    g_ptr_array_add (sets, read_set (stmt));
  if (local == NULL)
    return g_steal_pointer (&sets);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/* "lowest;highest" */
static void
split_anchors (const char *anchors, char **low, char **high)
{
  const char *middle = anchors != NULL ? strchr (anchors, ';') : NULL;
  const char *last = middle != NULL ? strrchr (anchors, ';') : NULL;

  if (middle == NULL)
    return;
  *low = g_strstrip (g_strndup (anchors, (gsize)(middle - anchors)));
  *high = g_strstrip (g_strdup (last + 1));
}

static FramStoredIndicator *
read_indicator (sqlite3_stmt *stmt)
{
  FramStoredIndicator *self = g_new0 (FramStoredIndicator, 1);

  self->row = sqlite3_column_int64 (stmt, 0);
  self->id = fram_column_uuid (stmt, 1);
  self->set = sqlite3_column_int64 (stmt, 2);
  self->ordinal = sqlite3_column_int (stmt, 3);
  self->name = fram_column_text (stmt, 4);
  split_anchors (fram_column_peek (stmt, 5), &self->low, &self->high);
  self->languages = fram_column_text (stmt, 6);
  self->raters = fram_raters_from_codes (fram_column_peek (stmt, 7));
  self->belief = sqlite3_column_int (stmt, 8);
  self->active = sqlite3_column_int (stmt, 9);
  self->continues = sqlite3_column_int64 (stmt, 10);
  return self;
}

/**
 * fram_rating_load_indicators:
 * @db: a register
 * @set: row number of a set in one version, 0 for all
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredIndicator): questions, by row number of the set and ordinal
 */
GPtrArray *
fram_rating_load_indicators (FramDb *db, gint64 set, GError **error)
{
  g_autoptr (GPtrArray) indicators = g_ptr_array_new_with_free_func (indicator_free);
  g_autofree char *sql = g_strdup_printf (
      "SELECT n.id, i.uuid, n.indicator_set, n.ordinal, n.name_%1$s, coalesce (n.anchors_%1$s, n.anchors), n.languages,"
      " n.rated_by, n.belief, n.active, n.continues FROM indicator n JOIN ident i ON i.id = n.id"
      " WHERE n.gone = 0 AND (?1 = 0 OR n.indicator_set = ?1) ORDER BY n.indicator_set, n.ordinal, n.id",
      language ());
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "i", set);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    g_ptr_array_add (indicators, read_indicator (stmt));
  if (local == NULL)
    return g_steal_pointer (&indicators);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/* The case worker's own belief is a class of its own. */
static char *
ratings_sql (const FramViewer *viewer, gboolean belief)
{
  g_autofree char *progress = fram_sight_of_participant (viewer, FRAM_CLASS_PROGRESS, "e.participant");
  g_autofree char *own =
      belief ? fram_sight_of_participant (viewer, FRAM_CLASS_BELIEF, "e.participant") : g_strdup ("0");

  return g_strdup_printf (
      "SELECT i.uuid, t.indicator, t.day, t.rater, t.value, t.note, t.given FROM enrolment e"
      " CROSS JOIN rating t ON t.enrolment = e.id JOIN indicator n ON n.id = t.indicator JOIN ident i ON i.id = t.id"
      " WHERE e.id = ? AND e.gone = 0 AND t.gone = 0"
      " AND CASE WHEN n.belief = 1 AND t.rater = 'caseworker' THEN %s ELSE %s END"
      " ORDER BY t.day, t.given IS NOT NULL, t.given, i.uuid",
      own, progress);
}

/**
 * fram_rating_load:
 * @db: a register
 * @viewer: who asks
 * @enrolment: row number
 * @belief: whether the case worker's own belief is wanted, for those who have the class
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredRating): what the viewer may see, by day and by when it was
 *   written: of two of one day, question and side the later one counts, and both are there
 */
GArray *
fram_rating_load (FramDb *db, const FramViewer *viewer, gint64 enrolment, gboolean belief, GError **error)
{
  g_autoptr (GArray) ratings = g_array_new (FALSE, FALSE, sizeof (FramStoredRating));
  g_autofree char *sql = ratings_sql (viewer, belief);
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "i", enrolment);

  g_array_set_clear_func (ratings, rating_clear);
  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramStoredRating rating = { .id = fram_column_uuid (stmt, 0),
                                  .indicator = sqlite3_column_int64 (stmt, 1),
                                  .day = fram_column_date (stmt, 2),
                                  .value = sqlite3_column_int (stmt, 4),
                                  .given = sqlite3_column_int64 (stmt, 6) };

      if (!fram_rater_from_code (fram_column_peek (stmt, 3), &rating.rater))
        continue;
      rating.note = fram_column_text (stmt, 5);
      g_array_append_val (ratings, rating);
    }
  if (local == NULL)
    return g_steal_pointer (&ratings);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * fram_rating_find_set:
 * @sets: (element-type FramStoredIndicatorSet): sets
 * @row: row number
 *
 * Returns: (transfer none) (nullable): that one
 */
const FramStoredIndicatorSet *
fram_rating_find_set (const GPtrArray *sets, gint64 row)
{
  for (guint i = 0; i < sets->len; i++)
    if (((const FramStoredIndicatorSet *)g_ptr_array_index (sets, i))->row == row)
      return g_ptr_array_index (sets, i);
  return NULL;
}

/**
 * fram_rating_find_indicator:
 * @indicators: (element-type FramStoredIndicator): questions
 * @row: row number
 *
 * Returns: (transfer none) (nullable): that one
 */
const FramStoredIndicator *
fram_rating_find_indicator (const GPtrArray *indicators, gint64 row)
{
  for (guint i = 0; i < indicators->len; i++)
    if (((const FramStoredIndicator *)g_ptr_array_index (indicators, i))->row == row)
      return g_ptr_array_index (indicators, i);
  return NULL;
}

static const FramStoredIndicator *
next_version (const GPtrArray *indicators, gint64 row)
{
  for (guint i = 0; i < indicators->len; i++)
    if (((const FramStoredIndicator *)g_ptr_array_index (indicators, i))->continues == row)
      return g_ptr_array_index (indicators, i);
  return NULL;
}

static gboolean
same_scale (const GPtrArray *sets, const FramStoredIndicator *a, const FramStoredIndicator *b)
{
  const FramStoredIndicatorSet *x = fram_rating_find_set (sets, a->set), *y = fram_rating_find_set (sets, b->set);

  return x != NULL && y != NULL && x->lowest == y->lowest && x->highest == y->highest;
}

/**
 * fram_rating_newest:
 * @sets: (element-type FramStoredIndicatorSet): all sets
 * @indicators: (element-type FramStoredIndicator): all questions
 * @row: row number of a question
 *
 * Ratings of a question and of those that continue it on the same scale are one series.
 *
 * Returns: (transfer none) (nullable): the newest version of the question whose scale is still the same
 */
const FramStoredIndicator *
fram_rating_newest (const GPtrArray *sets, const GPtrArray *indicators, gint64 row)
{
  const FramStoredIndicator *self = fram_rating_find_indicator (indicators, row);

  for (guint versions = 0; self != NULL && versions < indicators->len; versions++)
    {
      const FramStoredIndicator *next = next_version (indicators, self->row);

      if (next == NULL || !same_scale (sets, self, next))
        break;
      self = next;
    }
  return self;
}

/**
 * fram_rating_code:
 * @sets: (element-type FramStoredIndicatorSet): all sets
 * @set: one of them
 * @ordinal: place of a question in it
 *
 * What files and the command line call a question. It stays what it is when the set gets a new version.
 *
 * Returns: (transfer full): "3" of `fram-2021`, else "avstamning-3:2"; "avstamning-3@2:2" in a later version than the first
 */
char *
fram_rating_code (const GPtrArray *sets, const FramStoredIndicatorSet *set, int ordinal)
{
  for (guint i = 0; i < sets->len; i++)
    {
      const FramStoredIndicatorSet *other = g_ptr_array_index (sets, i);

      if (strcmp (other->code, set->code) == 0 && other->version < set->version)
        return g_strdup_printf ("%s@%d:%d", set->code, set->version, ordinal);
    }
  if (strcmp (set->code, FRAM_RATING_PLAIN_SET) == 0)
    return g_strdup_printf ("%d", ordinal);
  return g_strdup_printf ("%s:%d", set->code, ordinal);
}

static gint64
row_of (FramDb *db, const FramRecord *record, const char *column)
{
  const FramValue *value = fram_record_get (record, column);

  return value->kind == FRAM_VALUE_REF ? fram_db_find_row (db, &value->ref) : 0;
}

static const char *
text_of (const FramRecord *record, const char *column)
{
  const FramValue *value = fram_record_get (record, column);

  return value->kind == FRAM_VALUE_TEXT ? value->text : NULL;
}

static gboolean
is_rating_there (FramDb *db, const FramRecord *record, gint64 given)
{
  return fram_db_int (db, 0,
                      "SELECT EXISTS (SELECT 1 FROM rating WHERE enrolment = ? AND gone = 0 AND given = ?"
                      " AND indicator = ? AND day = ? AND rater = ? AND value = ? AND note IS ?)",
                      "iiittit", row_of (db, record, "enrolment"), given, row_of (db, record, "indicator"),
                      text_of (record, "day"), text_of (record, "rater"), fram_record_get (record, "value")->number,
                      text_of (record, "note")) != 0;
}

static gboolean
is_area_note_there (FramDb *db, const FramRecord *record, gint64 given)
{
  return fram_db_int (db, 0,
                      "SELECT EXISTS (SELECT 1 FROM area_note WHERE enrolment = ? AND gone = 0 AND given = ?"
                      " AND indicator = ? AND day = ? AND text = ?)",
                      "iiitt", row_of (db, record, "enrolment"), given, row_of (db, record, "indicator"),
                      text_of (record, "day"), text_of (record, "text")) != 0;
}

/**
 * fram_rating_is_there:
 * @db: a register
 * @record: a rating or a note on an area, as it is imported
 *
 * What people wrote here has ids of its own: an export that is read again is known by what it says and when it was written.
 *
 * Returns: whether the register says the same already
 */
gboolean
fram_rating_is_there (FramDb *db, const FramRecord *record)
{
  const FramValue *given = fram_record_get (record, "given");

  if (given->kind != FRAM_VALUE_INT)
    return FALSE;
  return record->entity == FRAM_ENTITY_RATING ? is_rating_there (db, record, given->number)
                                              : is_area_note_there (db, record, given->number);
}
