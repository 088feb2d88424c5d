#include "store-picture.h"

#include <string.h>

/* The one function that writes: a typed row, its change and its stamp, or nothing. */

static TestRegister *reg;
static FramDate day;

static FramChanges *
begin (void)
{
  g_autoptr (GError) error = NULL;
  FramChanges *changes = fram_changes_begin (reg->db, reg->system, "test", NULL, &error);

  g_assert_no_error (error);
  return changes;
}

static gint64
commit (FramChanges *changes)
{
  g_autoptr (GError) error = NULL;
  gint64 action = -1;

  fram_changes_commit (changes, &action, &error);
  g_assert_no_error (error);
  fram_changes_free (changes);
  return action;
}

/* Compares the whole register with what it was, and that exactly @expected units changed and were logged. */
static void
expect_units (TestPicture **picture, guint expected)
{
  TestPicture *after = test_picture_take (reg->db);

  g_assert_cmpuint (test_picture_compare (reg->db, *picture, after), ==, expected);
  g_assert_cmpint (after->n_changes - (*picture)->n_changes, ==, expected);
  test_picture_free (*picture);
  *picture = after;
}

static FramRecord *
staff_record (const char *name, const char *phone)
{
  FramUuid id = fram_id_staff (name);
  FramRecord *r = fram_record_new (FRAM_ENTITY_STAFF, &id);

  fram_record_set_text (r, "name", name);
  fram_record_set_text (r, "phone", phone);
  fram_record_set_int (r, "active", 1);
  return r;
}

static void
undo (gint64 action)
{
  g_autoptr (GError) error = NULL;
  FramChanges *changes = begin ();

  fram_changes_undo (changes, action, &error);
  g_assert_no_error (error);
  commit (changes);
}

/* Each entity with every column filled: inserted, every column changed, removed, and all of it undone. */
static void
write_entity (FramEntity entity)
{
  const FramEntityInfo *info = fram_entity_info (entity);
  g_autoptr (TestPicture) picture = test_picture_take (reg->db);
  g_autofree char *empty = test_dump (reg->db);
  FramUuid id = fram_uuid_derive ("test", info->name);
  g_autoptr (FramRecord) first = test_fill (reg->db, entity, &id, 1);
  g_autoptr (FramRecord) second = test_fill (reg->db, entity, &id, 2);
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *inserted = NULL, *again = NULL;
  gint64 update, removal;
  guint n_changed = 0;
  FramChanges *changes = begin ();

  g_assert_cmpint (fram_changes_insert (changes, first, &error), ==, FRAM_WRITTEN_ADDED);
  g_assert_no_error (error);
  commit (changes);
  expect_units (&picture, 1);
  inserted = test_dump (reg->db);
  for (guint i = 0; i < info->n_columns; i++)
    {
      n_changed += !fram_value_equal (&first->values[i], &second->values[i]);
      g_ptr_array_add (columns, (gpointer)info->columns[i].name);
    }
  g_ptr_array_add (columns, NULL);
  changes = begin ();
  g_assert_cmpint (fram_changes_update (changes, second, (const char *const *)columns->pdata, &error), ==,
                   FRAM_WRITTEN_CHANGED);
  g_assert_no_error (error);
  update = commit (changes);
  expect_units (&picture, fram_entity_is_by_row (entity) ? 1 : n_changed);
  changes = begin ();
  g_assert_cmpint (fram_changes_update (changes, second, (const char *const *)columns->pdata, &error), ==,
                   FRAM_WRITTEN_SAME);
  g_assert_cmpint (commit (changes), ==, 0);
  expect_units (&picture, 0);
  changes = begin ();
  g_assert_cmpint (fram_changes_remove (changes, entity, &id, &error), ==, FRAM_WRITTEN_CHANGED);
  removal = commit (changes);
  expect_units (&picture, 1);
  undo (removal);
  expect_units (&picture, 1);
  undo (update);
  expect_units (&picture, fram_entity_is_by_row (entity) ? 1 : n_changed);
  again = test_dump (reg->db);
  g_assert_cmpstr (again, ==, inserted);
}

static void
test_every_entity (void)
{
  for (guint round = 0; round < 2; round++)
    for (guint i = 1; i < FRAM_N_ENTITIES; i++)
      if (i != FRAM_ENTITY_MARK && round == 0)
        {
          FramUuid id = fram_uuid_derive ("test-first", fram_entity_info (i)->name);
          g_autoptr (FramRecord) one = test_fill (reg->db, i, &id, 1);

          /* two of each, for the others to point to */
          g_assert_cmpint (test_write (reg->db, one), ==, FRAM_WRITTEN_ADDED);
        }
      else if (i != FRAM_ENTITY_MARK)
        write_entity (i);
  test_assert_sound (reg->db);
}

static void
test_marks (void)
{
  static const int statuses[] = { TEST_PRESENT, TEST_LATE, -1, TEST_SICK };
  g_autoptr (TestPicture) picture = test_picture_take (reg->db);

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      test_mark_ok (reg->db, reg->system, 0, day, statuses[i]);
      g_assert_cmpint (test_read_mark (reg->db, 0, day), ==, statuses[i]);
      expect_units (&picture, 1);
    }
  g_assert_cmpint (test_mark_ok (reg->db, reg->system, 0, day, TEST_SICK), ==, 0);
  expect_units (&picture, 0);
}

static void
test_add (void)
{
  g_autoptr (FramRecord) record = staff_record ("Disa Dahl", "040-1");
  g_autoptr (FramRecord) other = staff_record ("Disa Dahl", "040-2");
  g_autoptr (FramRecord) mark = test_mark_record (1, day, TEST_PRESENT);
  g_autoptr (FramRecord) other_mark = test_mark_record (1, day, TEST_LATE);
  g_autoptr (GError) error = NULL;
  FramChanges *changes = begin ();

  g_assert_cmpint (fram_changes_add (changes, record, &error), ==, FRAM_WRITTEN_ADDED);
  g_assert_cmpint (fram_changes_add (changes, record, &error), ==, FRAM_WRITTEN_SAME);
  g_assert_cmpint (fram_changes_add (changes, other, &error), ==, FRAM_WRITTEN_DIFFERS);
  g_assert_cmpint (fram_changes_add (changes, mark, &error), ==, FRAM_WRITTEN_ADDED);
  g_assert_cmpint (fram_changes_add (changes, mark, &error), ==, FRAM_WRITTEN_SAME);
  g_assert_cmpint (fram_changes_add (changes, other_mark, &error), ==, FRAM_WRITTEN_DIFFERS);
  g_assert_no_error (error);
  g_assert_cmpint (commit (changes), >, 0);
  /* what was there is as it was; a row that was removed differs and does not come back */
  g_assert_cmpint (test_read_mark (reg->db, 1, day), ==, TEST_PRESENT);
  changes = begin ();
  g_assert_cmpint (fram_changes_remove (changes, FRAM_ENTITY_STAFF, &record->id, &error), ==, FRAM_WRITTEN_CHANGED);
  g_assert_cmpint (fram_changes_remove (changes, FRAM_ENTITY_STAFF, &record->id, &error), ==, FRAM_WRITTEN_SAME);
  g_assert_cmpint (fram_changes_add (changes, record, &error), ==, FRAM_WRITTEN_DIFFERS);
  commit (changes);
  g_assert_cmpint (fram_db_int (reg->db, -1, "SELECT gone FROM staff WHERE name = 'Disa Dahl' AND phone = '040-1'", ""),
                   ==, 1);
}

static char *
newest_before (void)
{
  return fram_db_text (reg->db, "SELECT before FROM change ORDER BY clock DESC LIMIT 1", "");
}

static void
test_before_images (void)
{
  static const char *const phone[] = { "phone", NULL };
  static const char *const times[] = { "from_time", NULL };
  g_autoptr (FramRecord) staff = staff_record ("Eva Eld", "040-1");
  FramUuid id = fram_uuid_derive ("test-slot", "1"), enrolment = test_enrolment (0), workshop = test_workshop (0);
  g_autoptr (FramRecord) slot = fram_record_new (FRAM_ENTITY_PLAN_SLOT, &id);
  g_autofree char *field = NULL, *row = NULL, *mark = NULL, *none = NULL;
  FramChanges *changes = begin ();

  fram_record_set_ref (slot, "enrolment", &enrolment);
  fram_record_set_ref (slot, "activity", &workshop);
  fram_record_set_int (slot, "weekday", 4);
  fram_record_set_int (slot, "from_time", 540);
  fram_record_set_int (slot, "to_time", 720);
  fram_record_set_date (slot, "valid_from", day);
  fram_changes_insert (changes, staff, NULL);
  fram_changes_insert (changes, slot, NULL);
  commit (changes);
  none = newest_before ();
  g_assert_null (none);

  changes = begin ();
  fram_record_set_text (staff, "phone", "040-2");
  fram_changes_update (changes, staff, phone, NULL);
  commit (changes);
  field = newest_before ();
  g_assert_cmpstr (field, ==, "040-1");

  changes = begin ();
  fram_record_set_int (slot, "from_time", 600);
  fram_changes_update (changes, slot, times, NULL);
  commit (changes);
  row = newest_before ();
  g_assert_nonnull (strstr (row, "\"weekday\":4,\"from_time\":540,\"to_time\":720"));

  test_mark_ok (reg->db, reg->system, 0, day + 1, TEST_LATE);
  test_mark_ok (reg->db, reg->system, 0, day + 1, TEST_PRESENT);
  mark = newest_before ();
  g_assert_nonnull (strstr (mark, "\"minutes_late\":15,"));
}

/* Sequences without gaps, and from every stamp back along the bases to the beginning. */
static void
test_chains (void)
{
  sqlite3_stmt *stmt;
  gint64 longest;

  test_marks ();
  g_assert_cmpint (fram_db_int (reg->db, -1,
                                "SELECT count (*) FROM sender s WHERE s.last_seq <> (SELECT max (seq) FROM change c"
                                " WHERE c.sender = s.id) OR s.last_seq <> (SELECT count (*) FROM change c"
                                " WHERE c.sender = s.id)",
                                ""),
                   ==, 0);
  stmt = fram_db_query (reg->db, NULL,
                        "WITH RECURSIVE tips AS (SELECT row, unit, sender, seq FROM stamp UNION ALL"
                        " SELECT enrolment, 0, sender, seq FROM mark),"
                        " chain (row, sender, seq, clock, n) AS (SELECT t.row, t.sender, t.seq, c.clock, 1 FROM tips t"
                        " JOIN change c USING (sender, seq) UNION ALL SELECT h.row, b.sender, b.seq, b.clock, n + 1"
                        " FROM chain h JOIN change c USING (sender, seq) JOIN change b ON b.sender = c.base_sender"
                        " AND b.seq = c.base_seq AND b.row = c.row AND b.clock < c.clock)"
                        " SELECT (SELECT count (*) FROM tips),"
                        " (SELECT count (*) FROM chain h JOIN change c USING (sender, seq) WHERE c.base_seq IS NULL"
                        "  AND c.before IS NULL AND c.unit = 0), max (n) FROM chain",
                        "");
  g_assert_true (fram_db_step (reg->db, stmt, NULL));
  g_assert_cmpint (sqlite3_column_int64 (stmt, 0), ==, sqlite3_column_int64 (stmt, 1));
  longest = sqlite3_column_int64 (stmt, 2);
  sqlite3_reset (stmt);
  g_assert_cmpint (longest, >=, 4);
}

static void
test_no_trace (void)
{
  g_autofree char *before = test_dump_all (reg->db);
  g_autoptr (FramViewer) new_one = test_viewer (reg->db, 2);
  g_autofree char *after = NULL;
  FramChanges *changes = fram_changes_begin (reg->db, new_one, "mark", NULL, NULL);
  g_autoptr (FramRecord) mark = test_mark_record (2, day, TEST_PRESENT);
  g_autoptr (FramRecord) staff = staff_record ("Frej Falk", NULL);

  g_assert_cmpint (fram_changes_insert (changes, mark, NULL), ==, FRAM_WRITTEN_ADDED);
  g_assert_cmpint (fram_changes_insert (changes, staff, NULL), ==, FRAM_WRITTEN_ADDED);
  g_assert_false (fram_changes_is_empty (changes));
  fram_changes_free (changes);
  after = test_dump_all (reg->db);
  g_assert_cmpstr (after, ==, before);
}

static void
test_nothing_changed (void)
{
  g_autofree char *before = test_dump_all (reg->db);
  g_autoptr (FramViewer) new_one = test_viewer (reg->db, 2);
  g_autofree char *after = NULL;
  FramChanges *changes = fram_changes_begin (reg->db, new_one, "mark", NULL, NULL);

  g_assert_true (fram_changes_is_empty (changes));
  g_assert_cmpint (commit (changes), ==, 0);
  after = test_dump_all (reg->db);
  g_assert_cmpstr (after, ==, before);
}

static void
test_senders (void)
{
  g_autoptr (FramViewer) anna = test_viewer (reg->db, 0), bo = test_viewer (reg->db, 1);
  const char *count = "SELECT last_seq FROM sender WHERE staff = ?";

  for (int i = 0; i < 3; i++)
    {
      test_mark_ok (reg->db, anna, 0, day + 10 + i, TEST_PRESENT);
      test_mark_ok (reg->db, bo, 0, day + 10 + i, TEST_LATE);
    }
  test_mark_ok (reg->db, bo, 0, day + 10, TEST_SICK);
  g_assert_cmpint (fram_db_int (reg->db, 0, count, "i", anna->staff), ==, 3);
  g_assert_cmpint (fram_db_int (reg->db, 0, count, "i", bo->staff), ==, 4);
  g_assert_cmpint (fram_db_int (reg->db, 0, "SELECT count (*) FROM action WHERE staff = ?", "i", bo->staff), ==, 4);
  test_assert_sound (reg->db);
}

/* A second change cannot begin inside the first, and does it no harm. */
static void
test_one_at_a_time (void)
{
  g_autoptr (FramRecord) mark = test_mark_record (1, day + 30, TEST_LEAVE);
  g_autoptr (GError) error = NULL;
  FramChanges *first = begin ();

  g_assert_cmpint (fram_changes_insert (first, mark, NULL), ==, FRAM_WRITTEN_ADDED);
  g_assert_null (fram_changes_begin (reg->db, reg->system, "test", NULL, &error));
  g_assert_true (error->domain == FRAM_ERROR);
  g_assert_cmpint (commit (first), >, 0);
  g_assert_cmpint (test_read_mark (reg->db, 1, day + 30), ==, TEST_LEAVE);
}

/* Another program may write in between: what is written later has the later clock. */
static void
test_clock (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramDb) other = fram_db_open (reg->path, reg->clock, &error);
  gint64 last = 0;

  g_assert_no_error (error);
  for (int i = 0; i < 20; i++)
    {
      FramDb *db = i % 3 == 0 ? other : reg->db;
      gint64 action = test_mark_ok (db, reg->system, 1, day + 20, i % 2 == 0 ? TEST_LATE : TEST_PRESENT);
      gint64 clock = fram_db_int (db, 0, "SELECT clock FROM change WHERE action = ?", "i", action);

      g_assert_cmpint (clock, >, last);
      g_assert_cmpint (clock >> 16, >=, fram_clock_now (reg->clock));
      last = clock;
    }
}

typedef void (*Refused) (FramChanges *changes, GError **error);

static void
lacks_name (FramChanges *changes, GError **error)
{
  g_autoptr (FramRecord) r = fram_record_new (FRAM_ENTITY_STAFF, NULL);

  g_assert_cmpint (fram_changes_insert (changes, r, error), ==, FRAM_WRITTEN_FAILED);
}

static void
points_to_nothing (FramChanges *changes, GError **error)
{
  FramUuid id = test_workshop (0), nobody = fram_uuid_derive ("test", "nobody");
  static const char *const site[] = { "site", NULL };
  g_autoptr (FramRecord) r = fram_record_new (FRAM_ENTITY_WORKSHOP, &id);

  fram_record_set_ref (r, "site", &nobody);
  g_assert_cmpint (fram_changes_update (changes, r, site, error), ==, FRAM_WRITTEN_FAILED);
}

static void
is_there_already (FramChanges *changes, GError **error)
{
  g_autoptr (FramRecord) r = staff_record ("Anna Ek", NULL);

  g_assert_cmpint (fram_changes_insert (changes, r, error), ==, FRAM_WRITTEN_FAILED);
}

static void
marks_nobody (FramChanges *changes, GError **error)
{
  g_autoptr (FramRecord) r = test_mark_record (999, day, TEST_PRESENT);

  g_assert_cmpint (fram_changes_insert (changes, r, error), ==, FRAM_WRITTEN_FAILED);
}

static void
marks_25_hours (FramChanges *changes, GError **error)
{
  g_autoptr (FramRecord) r = test_mark_record (3, day, TEST_PRESENT);

  fram_record_set_int (r, "attended_minutes", 1500);
  g_assert_cmpint (fram_changes_insert (changes, r, error), ==, FRAM_WRITTEN_FAILED);
}

static void
changes_what_is_not_there (FramChanges *changes, GError **error)
{
  g_autoptr (FramRecord) r = staff_record ("Gun Grip", NULL);
  static const char *const name[] = { "name", NULL };

  g_assert_cmpint (fram_changes_update (changes, r, name, error), ==, FRAM_WRITTEN_FAILED);
}

static void
changes_what_is_of_another_kind (FramChanges *changes, GError **error)
{
  FramUuid id = test_workshop (0);
  g_autoptr (FramRecord) r = fram_record_new (FRAM_ENTITY_STAFF, &id);
  static const char *const name[] = { "name", NULL };

  fram_record_set_text (r, "name", "Snickeri");
  g_assert_cmpint (fram_changes_update (changes, r, name, error), ==, FRAM_WRITTEN_FAILED);
}

static void
takes_the_name (FramChanges *changes, GError **error)
{
  FramUuid id = test_staff (0);
  g_autoptr (FramRecord) r = fram_record_new (FRAM_ENTITY_STAFF, &id);
  static const char *const name[] = { "name", NULL };

  g_assert_cmpint (fram_changes_update (changes, r, name, error), ==, FRAM_WRITTEN_FAILED);
}

static void
removes_what_is_not_there (FramChanges *changes, GError **error)
{
  FramUuid id = fram_uuid_derive ("test", "nobody");

  g_assert_cmpint (fram_changes_remove (changes, FRAM_ENTITY_STAFF, &id, error), ==, FRAM_WRITTEN_FAILED);
}

static void
undoes_nothing (FramChanges *changes, GError **error)
{
  g_assert_false (fram_changes_undo (changes, 123456789, error));
}

/* One sentence each, and nothing is written: neither what was refused nor what went before or came after. */
static void
test_refused (void)
{
  static const struct
  {
    Refused refused;
    int code;
  } cases[] = {
    { lacks_name, FRAM_ERROR_CONSTRAINT },
    { points_to_nothing, FRAM_ERROR_CONSTRAINT },
    { is_there_already, FRAM_ERROR_CONSTRAINT },
    { marks_nobody, FRAM_ERROR_CONSTRAINT },
    { marks_25_hours, FRAM_ERROR_CONSTRAINT },
    { takes_the_name, FRAM_ERROR_CONSTRAINT },
    { changes_what_is_not_there, FRAM_ERROR_NOT_FOUND },
    { changes_what_is_of_another_kind, FRAM_ERROR_NOT_FOUND },
    { removes_what_is_not_there, FRAM_ERROR_NOT_FOUND },
    { undoes_nothing, FRAM_ERROR_NOT_FOUND },
  };
  g_autofree char *before = test_dump_all (reg->db);
  g_autoptr (FramRecord) good = test_mark_record (2, day, TEST_LEAVE);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL, later = NULL, last = NULL;
      g_autoptr (FramChanges) changes = begin ();
      g_autofree char *after = NULL;

      g_assert_cmpint (fram_changes_insert (changes, good, NULL), ==, FRAM_WRITTEN_ADDED);
      cases[i].refused (changes, &error);
      g_assert_error (error, FRAM_ERROR, cases[i].code);
      g_assert_true (g_str_has_suffix (error->message, "."));
      g_assert_cmpint (fram_changes_insert (changes, good, &later), ==, FRAM_WRITTEN_FAILED);
      g_assert_error (later, FRAM_ERROR, cases[i].code);
      g_assert_false (fram_changes_commit (changes, NULL, &last));
      g_assert_error (last, FRAM_ERROR, cases[i].code);
      g_clear_pointer (&changes, fram_changes_free);
      after = test_dump_all (reg->db);
      g_assert_cmpstr (after, ==, before);
    }
}

/* What lists are sorted and searched by follows the person. */
static void
test_search_words (void)
{
  FramUuid id = test_person (3);
  static const char *const family[] = { "family_name", NULL };
  const char *words = "SELECT words FROM person_name WHERE participant = ?";
  gint64 row = fram_db_find_row (reg->db, &id);
  g_autoptr (FramRecord) r = fram_record_new (FRAM_ENTITY_PARTICIPANT, &id);
  g_autofree char *before = fram_db_text (reg->db, words, "i", row), *after = NULL, *gone = NULL;
  FramChanges *changes = begin ();

  g_assert_cmpstr (before, ==, "asa 4 oberg f2026-0004");
  fram_record_set_text (r, "family_name", "Ängström");
  fram_changes_update (changes, r, family, NULL);
  commit (changes);
  after = fram_db_text (reg->db, words, "i", row);
  g_assert_cmpstr (after, ==, "asa 4 angstrom f2026-0004");
  g_assert_cmpint (fram_db_int (reg->db, 0, "SELECT rowid FROM person_search WHERE person_search MATCH 'angstr*'", ""),
                   ==, row);
  changes = begin ();
  fram_changes_remove (changes, FRAM_ENTITY_PARTICIPANT, &id, NULL);
  commit (changes);
  gone = fram_db_text (reg->db, words, "i", row);
  g_assert_null (gone);
  g_assert_cmpint (
      fram_db_int (reg->db, 0, "SELECT count (*) FROM person_search WHERE person_search MATCH 'angstr*'", ""), ==, 0);
}

int
main (int argc, char **argv)
{
  int failed;

  fram_test_init (&argc, &argv);
  day = fram_test_date (TEST_TODAY);
  reg = test_register_new (4);
  g_test_add_func ("/store/changes/every-entity", test_every_entity);
  g_test_add_func ("/store/changes/marks", test_marks);
  g_test_add_func ("/store/changes/add", test_add);
  g_test_add_func ("/store/changes/before-images", test_before_images);
  g_test_add_func ("/store/changes/chains", test_chains);
  g_test_add_func ("/store/changes/no-trace", test_no_trace);
  g_test_add_func ("/store/changes/nothing-changed", test_nothing_changed);
  g_test_add_func ("/store/changes/senders", test_senders);
  g_test_add_func ("/store/changes/one-at-a-time", test_one_at_a_time);
  g_test_add_func ("/store/changes/clock", test_clock);
  g_test_add_func ("/store/changes/refused", test_refused);
  g_test_add_func ("/store/changes/search-words", test_search_words);
  failed = g_test_run ();
  test_assert_sound (reg->db);
  test_register_free (reg);
  return failed;
}
