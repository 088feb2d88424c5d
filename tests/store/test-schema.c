#include "store-fixture.h"

/* The registry of the model and the schema of the file say the same. */

static TestRegister *reg;

static const char *
sql_type (FramColumnType type)
{
  return type == FRAM_TYPE_TEXT || type == FRAM_TYPE_CODE || type == FRAM_TYPE_DATE ? "TEXT" : "INTEGER";
}

static sqlite3_stmt *
query (const char *sql, const char *table)
{
  g_autoptr (GError) error = NULL;
  sqlite3_stmt *stmt = fram_db_query (reg->db, &error, sql, "t", table);

  g_assert_no_error (error);
  return stmt;
}

/* The schema's columns beside those of the registry. */
static gboolean
is_own (const FramEntityInfo *info, const char *column)
{
  static const char *const of_marks[] = { "enrolment", "day", "activity", "part", "sender", "seq", NULL };

  if (info->number == FRAM_ENTITY_MARK)
    return g_strv_contains (of_marks, column);
  return g_str_equal (column, "id") || g_str_equal (column, "gone");
}

static void
check_columns (const FramEntityInfo *info)
{
  sqlite3_stmt *stmt = query ("SELECT name, type, \"notnull\" FROM pragma_table_info (?)", info->name);
  guint found = 0;

  while (fram_db_step (reg->db, stmt, NULL))
    {
      const char *name = fram_column_peek (stmt, 0);
      int i = fram_entity_find_column (info->number, name);
      gboolean not_null = sqlite3_column_int (stmt, 2) != 0;
      const FramColumn *column;

      if (i < 0 && is_own (info, name))
        continue;
      if (i < 0)
        g_error ("the registry does not know %s.%s", info->name, name);
      column = &info->columns[i];
      found++;
      if (g_strcmp0 (fram_column_peek (stmt, 1), sql_type (column->type)) != 0)
        g_error ("%s.%s is %s", info->name, name, fram_column_peek (stmt, 1));
      if (not_null != (column->required || column->type == FRAM_TYPE_FLAG))
        g_error ("%s.%s is %s here and %s there", info->name, name, not_null ? "NOT NULL" : "NULL",
                 column->required ? "required" : "not required");
    }
  g_assert_cmpuint (found, ==, info->n_columns);
}

static void
test_columns (void)
{
  for (guint i = 1; i < FRAM_N_ENTITIES; i++)
    {
      g_assert_nonnull (fram_entity_info (i));
      check_columns (fram_entity_info (i));
      g_assert_cmpuint (fram_entity_info (i)->n_columns, <=, FRAM_MAX_COLUMNS);
    }
}

/* A unit's number is what travels between machines: from 1, never twice, never the number of "gone". */
static void
test_units (void)
{
  for (guint i = 1; i < FRAM_N_ENTITIES; i++)
    {
      const FramEntityInfo *info = fram_entity_info (i);
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

      for (guint c = 0; c < info->n_columns; c++)
        {
          guint unit = info->columns[c].unit;

          g_assert_cmpuint (unit, >, 0);
          g_assert_cmpuint (unit, <, 255);
          if (!g_hash_table_add (seen, GUINT_TO_POINTER (unit)))
            g_error ("%s has unit %u twice", info->name, unit);
          g_assert_true ((info->columns[c].target == FRAM_ENTITY_NONE) || info->columns[c].type == FRAM_TYPE_REF);
        }
    }
}

static void
test_no_table_unknown (void)
{
  static const char *const own[] = { "meta",       "ident",       "sender",        "action", "change",       "stamp",
                                     "access_log", "person_name", "person_search", "pin",    "rating_draft", NULL };
  sqlite3_stmt *stmt = query ("SELECT name FROM pragma_table_list WHERE schema = ? AND type IN ('table', 'virtual')"
                              " AND name NOT LIKE 'sqlite_%'",
                              "main");
  guint n = 0;

  while (fram_db_step (reg->db, stmt, NULL))
    {
      const char *name = fram_column_peek (stmt, 0);

      if (g_strv_contains (own, name))
        continue;
      n++;
      if (fram_entity_by_name (name) == NULL)
        g_error ("the registry does not know the table %s", name);
    }
  g_assert_cmpuint (n, ==, FRAM_N_ENTITIES - 1);
}

static void
test_strict (void)
{
  sqlite3_stmt *stmt = query ("SELECT name FROM pragma_table_list WHERE schema = ? AND type = 'table' AND strict = 0"
                              " AND name NOT LIKE 'sqlite_%'",
                              "main");

  while (fram_db_step (reg->db, stmt, NULL))
    g_error ("%s is not STRICT", fram_column_peek (stmt, 0));
}

/* What may lie on different machines is not tied together: a machine can hold an instruction without its adaptation. */
static void
test_foreign_keys (void)
{
  guint n = 0;

  for (guint i = 1; i < FRAM_N_ENTITIES; i++)
    {
      const FramEntityInfo *info = fram_entity_info (i);
      sqlite3_stmt *stmt = query ("SELECT \"table\", \"from\" FROM pragma_foreign_key_list (?)", info->name);

      while (fram_db_step (reg->db, stmt, NULL))
        {
          const char *target = fram_column_peek (stmt, 0);
          const char *column = fram_column_peek (stmt, 1);
          const FramEntityInfo *other = fram_entity_by_name (target);
          int c = fram_entity_find_column (info->number, column);

          n++;
          if (other == NULL)
            {
              g_assert_cmpstr (target, ==, "ident");
              g_assert_cmpstr (column, ==, "id");
              continue;
            }
          if (other->klass != info->klass && other->klass != FRAM_CLASS_REF)
            g_error ("%s.%s ties the class %s to %s", info->name, column, fram_class_get_code (info->klass), target);
          g_assert_cmpint (c, >=, 0);
          g_assert_cmpint (info->columns[c].target, ==, other->number);
        }
    }
  g_assert_cmpuint (n, >, FRAM_N_ENTITIES);
}

/* A row that breaks what a column promises is refused by the file itself. */
static void
test_values (void)
{
  static const char *const bad[] = {
    "INSERT INTO staff (id, name) VALUES (1, NULL)",
    "INSERT INTO staff (id, name, active) VALUES (1, 'x', 2)",
    "INSERT INTO site (id, code, name) VALUES (99999, 'x', 'x')",
    "INSERT INTO closed_day (id, day) VALUES (1, '12 november')",
    "INSERT INTO mark (enrolment, day, activity, part, sender, seq) VALUES (1, '2026-11-12', 1, 3, 1, 1)",
    "INSERT INTO mark (enrolment, day, activity, minutes_late, sender, seq) VALUES (1, '2026-11-12', 1, -1, 1, 1)",
    "INSERT INTO mark (enrolment, day, activity, attended_minutes, sender, seq) VALUES (1, '2026-11-12', 1, 1500, 1, "
    "1)",
    "INSERT INTO mark (enrolment, day, activity, status, sender, seq) VALUES (1, '2026-11-12', 1, 999, 1, 1)",
    "INSERT INTO mark (enrolment, day, activity, planned_minutes, sender, seq) VALUES (1, '2026-11-12', 1, 'x', 1, 1)",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      fram_db_exec (reg->db, bad[i], &error);
      if (!g_error_matches (error, FRAM_ERROR, FRAM_ERROR_CONSTRAINT))
        g_error ("%s gives %s", bad[i], error != NULL ? error->message : "nothing");
    }
}

/* The statements of the check and of the access log name marks by their number. */
static void
test_numbers_in_sql (void)
{
  g_assert_cmpint (FRAM_ENTITY_MARK, ==, 39);
}

int
main (int argc, char **argv)
{
  int failed;

  fram_test_init (&argc, &argv);
  reg = test_register_new (1);
  g_test_add_func ("/store/schema/columns", test_columns);
  g_test_add_func ("/store/schema/units", test_units);
  g_test_add_func ("/store/schema/no-table-unknown", test_no_table_unknown);
  g_test_add_func ("/store/schema/strict", test_strict);
  g_test_add_func ("/store/schema/foreign-keys", test_foreign_keys);
  g_test_add_func ("/store/schema/values", test_values);
  g_test_add_func ("/store/schema/numbers-in-sql", test_numbers_in_sql);
  failed = g_test_run ();
  test_register_free (reg);
  return failed;
}
