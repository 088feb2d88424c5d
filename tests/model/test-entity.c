#include "fram-test.h"

#include "fram-entity.h"
#include "fram-record.h"
#include "fram-status.h"

/* Numbers travel between machines: every entity and every field has one of its own, and names lead back to them. */
static void
test_registry (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 1; i < FRAM_N_ENTITIES; i++)
    {
      const FramEntityInfo *info = fram_entity_info ((FramEntity)i);

      g_assert_nonnull (info);
      g_assert_cmpint (info->number, ==, i);
      g_assert_true (g_hash_table_add (names, (gpointer)info->name));
      g_assert_true (fram_entity_by_name (info->name) == info);
      g_assert_cmpuint (info->n_columns, >, 0);
      g_assert_cmpuint (info->n_columns, <=, FRAM_MAX_COLUMNS);
    }
  g_assert_null (fram_entity_by_name ("no_such_thing"));
}

static void
test_columns (void)
{
  for (guint i = 1; i < FRAM_N_ENTITIES; i++)
    {
      const FramEntityInfo *info = fram_entity_info ((FramEntity)i);
      g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
      g_autoptr (GHashTable) units = g_hash_table_new (NULL, NULL);

      for (guint c = 0; c < info->n_columns; c++)
        {
          const FramColumn *column = &info->columns[c];

          g_test_message ("%s.%s", info->name, column->name);
          g_assert_cmpuint (column->unit, >, 0); /* 0 is the row itself */
          g_assert_true (g_hash_table_add (units, GUINT_TO_POINTER (column->unit)));
          g_assert_true (g_hash_table_add (names, (gpointer)column->name));
          g_assert_cmpint (fram_entity_find_column (info->number, column->name), ==, c);
          g_assert_cmpint (column->klass, <, FRAM_N_CLASSES);
          g_assert_true (column->target == FRAM_ENTITY_NONE || column->type == FRAM_TYPE_REF);
        }
    }
  g_assert_cmpint (fram_entity_find_column (FRAM_ENTITY_MARK, "no_such_field"), ==, -1);
}

/* Numbers once given stay: registers and other machines hold them. */
static void
test_numbers_stay (void)
{
  static const struct
  {
    FramEntity entity;
    guint number;
    const char *name;
    FramClass klass;
  } cases[] = {
    { FRAM_ENTITY_STAFF, 1, "staff", FRAM_CLASS_REF },
    { FRAM_ENTITY_WORKSHOP, 8, "workshop", FRAM_CLASS_REF },
    { FRAM_ENTITY_CLOSED_DAY, 21, "closed_day", FRAM_CLASS_SHOP },
    { FRAM_ENTITY_PARTICIPANT, 26, "participant", FRAM_CLASS_BASIC },
    { FRAM_ENTITY_ENROLMENT, 29, "enrolment", FRAM_CLASS_BASIC },
    { FRAM_ENTITY_REFERRAL, 31, "referral", FRAM_CLASS_INTAKE },
    { FRAM_ENTITY_PLAN_SLOT, 36, "plan_slot", FRAM_CLASS_PLAN },
    { FRAM_ENTITY_MARK, 39, "mark", FRAM_CLASS_ATTEND },
    { FRAM_ENTITY_ADAPTATION, 43, "adaptation", FRAM_CLASS_NEED },
    { FRAM_ENTITY_RATING, 48, "rating", FRAM_CLASS_PROGRESS },
    { FRAM_ENTITY_ALIAS, 61, "alias", FRAM_CLASS_RIGHTS },
    { FRAM_ENTITY_STAND_IN, 62, "stand_in", FRAM_CLASS_SHOP },
    { FRAM_ENTITY_AREA_NOTE, 63, "area_note", FRAM_CLASS_NOTE },
    { FRAM_ENTITY_GROUP_STEP, 64, "group_step", FRAM_CLASS_SHOP },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpuint (cases[i].entity, ==, cases[i].number);
      g_assert_cmpstr (fram_entity_info (cases[i].entity)->name, ==, cases[i].name);
      g_assert_cmpint (fram_entity_info (cases[i].entity)->klass, ==, cases[i].klass);
    }
  g_assert_true (fram_entity_is_by_row (FRAM_ENTITY_MARK));
  g_assert_true (fram_entity_is_by_row (FRAM_ENTITY_PLAN_SLOT));
  g_assert_false (fram_entity_is_by_row (FRAM_ENTITY_PARTICIPANT));
}

static void
test_classes (void)
{
  for (guint i = 0; i < FRAM_N_CLASSES; i++)
    {
      FramClass klass = FRAM_N_CLASSES;

      g_assert_true (fram_class_from_code (fram_class_get_code ((FramClass)i), &klass));
      g_assert_cmpint (klass, ==, i);
    }
}

static void
test_record (void)
{
  FramUuid id = fram_uuid_derive ("participant", "F2026-0001");
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_PARTICIPANT, &id);

  g_assert_cmpint (fram_record_get (record, "given_name")->kind, ==, FRAM_VALUE_NULL);
  fram_record_set_text (record, "given_name", "Åsa");
  fram_record_set_text (record, "given_name", "Amina"); /* the later wins */
  fram_record_set_text (record, "family_name", "");
  fram_record_set_date (record, "birth_date", fram_test_date ("1990-02-28"));
  fram_record_set_int (record, "protected", 1);
  g_assert_cmpstr (fram_record_get (record, "given_name")->text, ==, "Amina");
  g_assert_cmpint (fram_record_get (record, "family_name")->kind, ==, FRAM_VALUE_NULL);
  g_assert_cmpstr (fram_record_get (record, "birth_date")->text, ==, "1990-02-28");
  g_assert_cmpint (fram_record_get (record, "protected")->number, ==, 1);
  g_assert_true (fram_uuid_equal (&record->id, &id));
  fram_record_set_null (record, "given_name");
  g_assert_cmpint (fram_record_get (record, "given_name")->kind, ==, FRAM_VALUE_NULL);
  fram_record_set_date (record, "birth_date", FRAM_DATE_NONE);
  g_assert_cmpint (fram_record_get (record, "birth_date")->kind, ==, FRAM_VALUE_NULL);
  /* nothing of the old row is left in the next one */
  fram_record_set_int (record, "protected", 1);
  fram_record_reset (record, FRAM_ENTITY_PARTICIPANT, NULL);
  g_assert_cmpint (fram_record_get (record, "protected")->kind, ==, FRAM_VALUE_NULL);
  g_assert_true (fram_uuid_is_none (&record->id));
}

static void
test_mark_record (void)
{
  FramUuid enrolment = fram_uuid_derive ("enrolment", "F2026-0001"), snickeri = fram_uuid_derive ("workshop", "x");
  FramUuid present = fram_uuid_derive ("attendance_status", "present"), none = FRAM_UUID_NONE;
  g_autoptr (FramRecord) mark = fram_record_new_mark (&enrolment, &snickeri, fram_test_date ("2026-11-12"), 1);

  fram_record_set_ref (mark, "status", &present);
  g_assert_cmpint (fram_record_get (mark, "status")->kind, ==, FRAM_VALUE_REF);
  g_assert_true (fram_uuid_equal (&fram_record_get (mark, "status")->ref, &present));
  g_assert_true (fram_uuid_equal (&mark->enrolment, &enrolment));
  g_assert_cmpint (mark->part, ==, 1);
  fram_record_set_ref (mark, "status", &none);
  g_assert_cmpint (fram_record_get (mark, "status")->kind, ==, FRAM_VALUE_NULL);
}

static void
test_values (void)
{
  FramUuid id = fram_uuid_derive ("a", "b"), other = fram_uuid_derive ("a", "c");
  FramValue values[] = { { FRAM_VALUE_NULL },
                         { FRAM_VALUE_INT, .number = 0 },
                         { FRAM_VALUE_INT, .number = 7 },
                         { FRAM_VALUE_TEXT, .text = (char *)"7" },
                         { FRAM_VALUE_TEXT, .text = (char *)"å" },
                         { FRAM_VALUE_REF, .ref = id },
                         { FRAM_VALUE_REF, .ref = other } };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    for (guint j = 0; j < G_N_ELEMENTS (values); j++)
      {
        FramValue copy = { FRAM_VALUE_NULL };

        fram_value_copy (&values[i], &copy);
        g_assert_cmpint (fram_value_equal (&copy, &values[j]), ==, i == j);
        fram_value_clear (&copy);
        g_assert_cmpint (copy.kind, ==, FRAM_VALUE_NULL);
      }
}

static void
test_statuses (void)
{
  static const char *const shapes[] = { "disc", "half_ring", "ring", "saltire", "plus", "diamond", "square" };
  FramStatus late = { .code = (char *)"late" }, present = { .code = (char *)"present" };

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    g_assert_cmpint (fram_shape_from_code (shapes[i]), ==, FRAM_SHAPE_DISC + i);
  g_assert_cmpint (fram_shape_from_code ("star"), ==, FRAM_SHAPE_UNMARKED);
  g_assert_cmpint (fram_counts_from_code ("present"), ==, FRAM_COUNTS_PRESENT);
  g_assert_cmpint (fram_counts_from_code ("absent"), ==, FRAM_COUNTS_ABSENT);
  g_assert_cmpint (fram_counts_from_code ("neither"), ==, FRAM_COUNTS_NEITHER);
  g_assert_true (fram_status_is_late (&late));
  g_assert_false (fram_status_is_late (&present));
}

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  g_test_add_func ("/model/entity/registry", test_registry);
  g_test_add_func ("/model/entity/columns", test_columns);
  g_test_add_func ("/model/entity/numbers-stay", test_numbers_stay);
  g_test_add_func ("/model/entity/classes", test_classes);
  g_test_add_func ("/model/record/fields", test_record);
  g_test_add_func ("/model/record/mark", test_mark_record);
  g_test_add_func ("/model/record/values", test_values);
  g_test_add_func ("/model/status/codes", test_statuses);
  return g_test_run ();
}
