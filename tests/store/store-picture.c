#include "store-picture.h"

#include <string.h>

static void
take_row (TestPicture *self, const FramEntityInfo *info, sqlite3_stmt *stmt)
{
  gboolean mark = info->number == FRAM_ENTITY_MARK;
  g_autofree char *row = NULL;

  if (mark)
    row = g_strdup_printf ("mark/%s/%s/%s/%s", fram_column_peek (stmt, 0), fram_column_peek (stmt, 1),
                           fram_column_peek (stmt, 2), fram_column_peek (stmt, 3));
  else
    row = g_strdup_printf ("%s/%s", info->name, fram_column_peek (stmt, 0));
  for (int i = 0; i < sqlite3_column_count (stmt); i++)
    {
      const char *name = sqlite3_column_name (stmt, i);
      const char *value = fram_column_peek (stmt, i);

      if (!mark || fram_entity_find_column (info->number, name) >= 0)
        g_hash_table_insert (self->cells, g_strdup_printf ("%s/%s", row, name), g_strdup (value));
    }
  if (mark)
    g_hash_table_insert (self->stamps, g_steal_pointer (&row),
                         g_strdup_printf ("%s/%s", fram_column_peek (stmt, 13), fram_column_peek (stmt, 14)));
}

TestPicture *
test_picture_take (FramDb *db)
{
  TestPicture *self = g_new0 (TestPicture, 1);
  sqlite3_stmt *stmt;

  self->cells = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->stamps = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 1; i < FRAM_N_ENTITIES; i++)
    {
      const FramEntityInfo *info = fram_entity_info (i);
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s", info->name);

      stmt = fram_db_query (db, NULL, sql, "");
      while (fram_db_step (db, stmt, NULL))
        take_row (self, info, stmt);
    }
  stmt = fram_db_query (db, NULL, "SELECT row || '/' || unit, sender || '/' || seq FROM stamp", "");
  while (fram_db_step (db, stmt, NULL))
    g_hash_table_insert (self->stamps, fram_column_text (stmt, 0), fram_column_text (stmt, 1));
  self->n_changes = fram_db_int (db, 0, "SELECT count (*) FROM change", "");
  return self;
}

void
test_picture_free (TestPicture *self)
{
  g_hash_table_unref (self->cells);
  g_hash_table_unref (self->stamps);
  g_free (self);
}

/* The stamp that a cell falls under. */
static char *
stamp_of (const char *cell, gboolean row_is_new)
{
  g_auto (GStrv) parts = g_strsplit (cell, "/", -1);
  guint n = g_strv_length (parts);
  const FramEntityInfo *info = fram_entity_by_name (parts[0]);
  guint unit = 0;

  if (info->number == FRAM_ENTITY_MARK)
    return g_strndup (cell, strlen (cell) - strlen (parts[n - 1]) - 1);
  if (!row_is_new && g_str_equal (parts[2], "gone"))
    unit = 255;
  else if (!row_is_new && !fram_entity_is_by_row (info->number))
    unit = info->columns[fram_entity_find_column (info->number, parts[2])].unit;
  return g_strdup_printf ("%s/%u", parts[1], unit);
}

static gboolean
row_is_in (const TestPicture *picture, const char *cell)
{
  g_auto (GStrv) parts = g_strsplit (cell, "/", -1);
  g_autofree char *id = g_strdup_printf ("%s/%s/id", parts[0], parts[1]);

  return g_hash_table_contains (picture->cells, id);
}

static void
check_stamp_has_change (FramDb *db, const char *key, const char *stamp)
{
  g_auto (GStrv) row = g_strsplit (key, "/", -1);
  g_auto (GStrv) change = g_strsplit (stamp, "/", -1);
  gboolean mark = g_str_equal (row[0], "mark");
  gint64 n;

  if (mark)
    n = fram_db_int (db, 0,
                     "SELECT count (*) FROM change WHERE sender = ? AND seq = ? AND entity = 39 AND row = ? AND day = ?"
                     " AND activity = ? AND part = ?",
                     "tttttt", change[0], change[1], row[1], row[2], row[3], row[4]);
  else
    n = fram_db_int (db, 0, "SELECT count (*) FROM change WHERE sender = ? AND seq = ? AND row = ? AND unit = ?",
                     "tttt", change[0], change[1], row[0], row[1]);
  if (n != 1)
    g_error ("the stamp %s of %s has %d changes", stamp, key, (int)n);
}

/* Fails where a value changed without a new stamp or a unit was stamped without a change of it.
 *
 * Returns: how many units changed */
guint
test_picture_compare (FramDb *db, const TestPicture *before, const TestPicture *after)
{
  g_autoptr (GHashTable) units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, after->cells);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      gpointer old = NULL;
      gboolean was = g_hash_table_lookup_extended (before->cells, key, NULL, &old);

      if (!was || g_strcmp0 (old, value) != 0)
        g_hash_table_add (units, stamp_of (key, !row_is_in (before, key)));
    }
  g_hash_table_iter_init (&iter, before->cells);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_hash_table_contains (after->cells, key))
      g_error ("%s is not there any more", (const char *)key);

  g_hash_table_iter_init (&iter, units);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      const char *old = g_hash_table_lookup (before->stamps, key), *now = g_hash_table_lookup (after->stamps, key);

      if (now == NULL || g_strcmp0 (old, now) == 0)
        g_error ("%s changed without a new stamp", (const char *)key);
    }
  g_hash_table_iter_init (&iter, after->stamps);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (g_strcmp0 (g_hash_table_lookup (before->stamps, key), value) != 0)
      {
        if (!g_hash_table_contains (units, key))
          g_error ("%s was stamped although nothing of it changed", (const char *)key);
        check_stamp_has_change (db, key, value);
      }
  return g_hash_table_size (units);
}

/* One row of the entity or another, where there are two. */
static FramUuid
some_row (FramDb *db, FramEntity entity, int variant)
{
  gint64 kind = entity == FRAM_ENTITY_NONE ? FRAM_ENTITY_WORKSHOP : entity;
  const char *ends =
      variant % 2 == 0 ? "SELECT min (id) FROM ident WHERE entity = ?" : "SELECT max (id) FROM ident WHERE entity = ?";

  return fram_db_get_id (db, fram_db_int (db, 0, ends, "i", kind));
}

/* A record with a value in every column, as far as there is something to point to. */
FramRecord *
test_fill (FramDb *db, FramEntity entity, const FramUuid *id, int variant)
{
  const FramEntityInfo *info = fram_entity_info (entity);
  FramRecord *record = fram_record_new (entity, id);

  for (guint i = 0; i < info->n_columns; i++)
    {
      const FramColumn *column = &info->columns[i];
      g_autofree char *text = g_strdup_printf ("“%s” %d: å\"\\'\n%%s", column->name, variant);
      FramUuid ref;

      switch (column->type)
        {
        case FRAM_TYPE_TEXT:
        case FRAM_TYPE_CODE: fram_record_set_text (record, column->name, text); break;
        case FRAM_TYPE_DATE: fram_record_set_date (record, column->name, fram_test_date (TEST_TODAY) + variant); break;
        case FRAM_TYPE_FLAG: fram_record_set_int (record, column->name, variant % 2); break;
        case FRAM_TYPE_REF:
          ref = some_row (db, column->target, variant);
          fram_record_set_ref (record, column->name, &ref);
          break;
        case FRAM_TYPE_INSTANT:
          fram_record_set_int (record, column->name, G_GINT64_CONSTANT (1) << 41 | variant);
          break;
        case FRAM_TYPE_INTEGER:
        case FRAM_TYPE_MINUTES:
        case FRAM_TYPE_TIME:
        default: fram_record_set_int (record, column->name, 10 + variant); break;
        }
    }
  return record;
}
