#include "fram-changes-private.h"

#include <string.h>

/* In which fields a record and the register differ, in words that a person can compare. */

static const char *
text_column_of (FramEntity entity)
{
  static const char *const names[] = { "case_no", "code", "name", "ordinal" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (fram_entity_find_column (entity, names[i]) >= 0)
      return names[i];
  return NULL;
}

static FramEntity
entity_of (FramDb *db, gint64 row)
{
  gint64 entity = fram_db_int (db, FRAM_ENTITY_NONE, "SELECT entity FROM ident WHERE id = ?", "i", row);

  return entity > FRAM_ENTITY_NONE && entity < FRAM_N_ENTITIES ? (FramEntity)entity : FRAM_ENTITY_NONE;
}

/**
 * fram_db_find_participant:
 * @db: a register
 * @row: a row of any kind
 *
 * Returns: the participant whom it is about, or 0
 */
gint64
fram_db_find_participant (FramDb *db, gint64 row)
{
  FramEntity entity = entity_of (db, row);
  const char *name = entity != FRAM_ENTITY_NONE ? fram_entity_info (entity)->name : NULL;
  g_autofree char *sql = NULL;

  if (entity == FRAM_ENTITY_PARTICIPANT)
    return row;
  if (entity != FRAM_ENTITY_NONE && fram_entity_find_column (entity, "participant") >= 0)
    sql = g_strdup_printf ("SELECT participant FROM %s WHERE id = ?", name);
  else if (entity != FRAM_ENTITY_NONE && fram_entity_find_column (entity, "enrolment") >= 0)
    sql =
        g_strdup_printf ("SELECT e.participant FROM %s t JOIN enrolment e ON e.id = t.enrolment WHERE t.id = ?", name);
  return sql != NULL ? fram_db_int (db, 0, sql, "i", row) : 0;
}

/**
 * fram_db_label:
 * @db: a register
 * @row: a row of any kind
 *
 * Returns: (transfer full) (nullable): by which code, case number or name people know it
 */
char *
fram_db_label (FramDb *db, gint64 row)
{
  FramEntity entity = entity_of (db, row);
  const char *column = entity != FRAM_ENTITY_NONE ? text_column_of (entity) : NULL;
  g_autofree char *sql = NULL;
  gint64 participant;

  if (column != NULL)
    {
      sql = g_strdup_printf ("SELECT %s FROM %s WHERE id = ?", column, fram_entity_info (entity)->name);
      return fram_db_text (db, sql, "i", row);
    }
  participant = fram_db_find_participant (db, row);
  return participant != 0 ? fram_db_text (db, "SELECT case_no FROM participant WHERE id = ?", "i", participant) : NULL;
}

static char *
text_of_value (FramDb *db, const FramValue *value, gint64 ref)
{
  switch (value->kind)
    {
    case FRAM_VALUE_INT: return g_strdup_printf ("%" G_GINT64_FORMAT, value->number);
    case FRAM_VALUE_TEXT: return g_strdup (value->text);
    case FRAM_VALUE_REF: return fram_db_label (db, ref);
    case FRAM_VALUE_NULL:
    default: return NULL;
    }
}

static char *
text_of_column (FramDb *db, const FramColumn *column, sqlite3_stmt *stmt, int i)
{
  if (sqlite3_column_type (stmt, i) == SQLITE_NULL)
    return NULL;
  if (column->type == FRAM_TYPE_REF)
    return fram_db_label (db, sqlite3_column_int64 (stmt, i));
  return fram_column_text (stmt, i);
}

static void
compare_column (FramChanges *self, const FramRecord *record, int i, sqlite3_stmt *stmt, FramDifferenceFunc func,
                gpointer data)
{
  const FramColumn *column = &fram_entity_info (record->entity)->columns[i];
  const FramValue *value = &record->values[i];
  gint64 ref = value->kind == FRAM_VALUE_REF ? fram_changes_find (self, &value->ref) : 0;
  g_autofree char *before = text_of_column (self->db, column, stmt, i);
  g_autofree char *after = text_of_value (self->db, value, ref);
  FramDifference difference = { i, before, after };

  /* a flag that is not given is what it is by default */
  if (column->type == FRAM_TYPE_FLAG && value->kind == FRAM_VALUE_NULL)
    return;
  if (ref != 0 ? sqlite3_column_int64 (stmt, i) != ref : g_strcmp0 (before, after) != 0)
    func (&difference, data);
}

static sqlite3_stmt *
read_row (FramChanges *self, const FramRecord *record, GError **error)
{
  const FramEntityInfo *info = fram_entity_info (record->entity);
  g_autoptr (GString) sql = g_string_new ("SELECT ");
  char day[FRAM_DATE_TEXT_SIZE];

  for (guint i = 0; i < info->n_columns; i++)
    g_string_append_printf (sql, "%s, ", info->columns[i].name);
  if (record->entity != FRAM_ENTITY_MARK)
    {
      g_string_append_printf (sql, "gone FROM %s WHERE id = ?", info->name);
      return fram_db_query (self->db, error, sql->str, "i", fram_changes_find (self, &record->id));
    }
  g_string_append (sql, "0 FROM mark WHERE enrolment = ? AND day = ? AND activity = ? AND part = ?");
  return fram_db_query (self->db, error, sql->str, "itii", fram_changes_find (self, &record->enrolment),
                        fram_date_format (record->day, day), fram_changes_find (self, &record->activity),
                        (gint64)record->part);
}

/**
 * fram_changes_compare:
 * @self: the open change
 * @record: a record for which fram_changes_add() answered %FRAM_WRITTEN_DIFFERS
 * @func: (scope call): told each field that differs
 * @data: closure of @func
 * @error: return location
 *
 * Returns: whether the register could be read
 */
gboolean
fram_changes_compare (FramChanges *self, const FramRecord *record, FramDifferenceFunc func, gpointer data,
                      GError **error)
{
  const FramEntityInfo *info = fram_entity_info (record->entity);
  static const FramDifference removed = { -1, NULL, NULL };
  sqlite3_stmt *stmt = read_row (self, record, error);

  if (stmt == NULL || !fram_db_step_row (self->db, stmt, error))
    return FALSE;
  if (sqlite3_column_int (stmt, (int)info->n_columns) != 0)
    func (&removed, data);
  else
    for (guint i = 0; i < info->n_columns; i++)
      compare_column (self, record, (int)i, stmt, func, data);
  sqlite3_reset (stmt);
  return TRUE;
}
