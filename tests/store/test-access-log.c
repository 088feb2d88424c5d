#include "store-fixture.h"

#include "fram-access-log.h"

#include <string.h>

/* Who read what: a chain in which a line that was changed or taken out is seen, and which nobody can undo. */

static TestRegister *reg;
static FramDate day;
static gint64 person;

static void
add (const FramViewer *viewer, const char *act, FramClass klass, gint64 about, const char *reason)
{
  g_autoptr (GError) error = NULL;

  fram_access_log_add (reg->db, viewer, act, klass, about, reason, &error);
  g_assert_no_error (error);
}

static gint64
n_lines (void)
{
  return fram_db_int (reg->db, -1, "SELECT count (*) FROM access_log", "");
}

static void
test_chain (void)
{
  g_autoptr (FramViewer) anna = test_viewer (reg->db, 0);

  g_assert_true (fram_access_log_verify (reg->db));
  add (anna, "opened", FRAM_CLASS_BASIC, person, NULL);
  add (reg->system, "exported", FRAM_CLASS_ATTEND, 0, "tertialrapport 2|26");
  add (anna, "opened", FRAM_CLASS_NOTE, person, "ringde från akuten");
  add (anna, "searched", FRAM_CLASS_BASIC, 0, NULL);
  add (anna, "printed", FRAM_CLASS_PLAN, person, "");
  g_assert_cmpint (n_lines (), ==, 5);
  g_assert_true (fram_access_log_verify (reg->db));
  test_register_reopen (reg);
  g_assert_true (fram_access_log_verify (reg->db));
}

static void
test_altered (void)
{
  static const char *const alterations[] = {
    "UPDATE access_log SET at = at + 1 WHERE id = 2",
    "UPDATE access_log SET staff = NULL WHERE id = 3",
    "UPDATE access_log SET participant = NULL WHERE id = 1",
    "UPDATE access_log SET participant = 1 WHERE id = 4",
    "UPDATE access_log SET class = 'ref' WHERE id = 3",
    "UPDATE access_log SET act = 'listed' WHERE id = 2",
    "UPDATE access_log SET reason = 'x' WHERE id = 5",
    "UPDATE access_log SET reason = NULL WHERE id = 3",
    "UPDATE access_log SET hash = zeroblob (32) WHERE id = 5",
    "UPDATE access_log SET hash = x'00' WHERE id = 2",
    "DELETE FROM access_log WHERE id = 1",
    "DELETE FROM access_log WHERE id = 3",
    "DELETE FROM access_log WHERE id = 5",
    "DELETE FROM access_log WHERE id > 2",
    "DELETE FROM access_log",
    "UPDATE access_log SET id = id + 10 WHERE id = 1",
    "INSERT INTO access_log (at, act, hash) VALUES (1, 'opened', zeroblob (32))",
    "INSERT INTO access_log (id, at, act, hash) SELECT 6, at, act, hash FROM access_log WHERE id = 5",
  };

  for (guint i = 0; i < G_N_ELEMENTS (alterations); i++)
    {
      g_autoptr (GError) error = NULL;

      fram_db_exec (reg->db, "SAVEPOINT planted", &error);
      fram_db_exec (reg->db, alterations[i], &error);
      g_assert_no_error (error);
      if (fram_access_log_verify (reg->db))
        g_error ("nobody sees: %s", alterations[i]);
      fram_db_exec (reg->db, "ROLLBACK TO planted; RELEASE planted", &error);
      g_assert_no_error (error);
    }
  g_assert_true (fram_access_log_verify (reg->db));
}

/* A line that belongs to a change is there with it or not at all; undoing the change does not take the line away. */
static void
test_with_a_change (void)
{
  gint64 before = n_lines (), action;
  g_autoptr (FramRecord) mark = test_mark_record (0, day, TEST_PRESENT);
  g_autoptr (GError) error = NULL;
  FramChanges *changes = fram_changes_begin (reg->db, reg->system, "mark", NULL, &error);

  fram_changes_insert (changes, mark, &error);
  add (reg->system, "changed", FRAM_CLASS_ATTEND, person, NULL);
  fram_changes_free (changes);
  g_assert_cmpint (n_lines (), ==, before);
  changes = fram_changes_begin (reg->db, reg->system, "mark", NULL, &error);
  fram_changes_insert (changes, mark, &error);
  add (reg->system, "changed", FRAM_CLASS_ATTEND, person, NULL);
  g_assert_true (fram_changes_commit (changes, &action, &error));
  fram_changes_free (changes);
  g_assert_cmpint (n_lines (), ==, before + 1);
  changes = fram_changes_begin (reg->db, reg->system, "undo", NULL, &error);
  g_assert_true (fram_changes_undo (changes, action, &error));
  g_assert_true (fram_changes_commit (changes, NULL, &error));
  fram_changes_free (changes);
  g_assert_cmpint (n_lines (), ==, before + 1);
  g_assert_true (fram_access_log_verify (reg->db));
}

static FramViewer *
anna_as (FramRole role)
{
  FramViewer *viewer = test_viewer (reg->db, 0);
  FramGrant grant = { role, 0, 0, 0, 0 };

  fram_viewer_add_grant (viewer, &grant);
  return viewer;
}

static void
test_who_reads_it (void)
{
  for (guint role = 0; role < FRAM_N_ROLES; role++)
    {
      g_autoptr (FramViewer) viewer = anna_as (role);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) lines = fram_access_log_read (reg->db, viewer, 0, 0, &error);

      g_assert_cmpint (lines != NULL, ==, role == FRAM_ROLE_MANAGER);
      if (lines == NULL)
        g_assert_error (error, FRAM_ERROR, FRAM_ERROR_DENIED);
    }
}

static guint
count (GPtrArray *lines, const char *who, const char *act, const char *detail)
{
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const FramAccessLine *line = g_ptr_array_index (lines, i);

      n += (who == NULL || g_str_equal (line->who, who)) && g_str_equal (line->act, act) &&
           strstr (line->detail, detail) != NULL;
    }
  return n;
}

static void
test_read (void)
{
  g_autoptr (FramViewer) manager = anna_as (FRAM_ROLE_MANAGER);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = NULL, hers = NULL, few = NULL;

  test_mark_ok (reg->db, manager, 0, day + 1, TEST_PRESENT);
  test_mark_ok (reg->db, manager, 0, day + 1, TEST_SICK);
  all = fram_access_log_read (reg->db, manager, 0, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (all, "Anna Ek", "opened", "ringde från akuten"), ==, 1);
  g_assert_cmpuint (count (all, "system", "exported", "tertialrapport"), ==, 1);
  g_assert_cmpuint (count (all, "Anna Ek", "changed", "mark × 1"), ==, 2);
  hers = fram_access_log_read (reg->db, manager, person, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (hers, "Anna Ek", "opened", ""), ==, 2);
  g_assert_cmpuint (count (hers, NULL, "searched", ""), ==, 0);
  g_assert_cmpuint (count (hers, "Anna Ek", "changed", "2026-11-13 snickeri unmarked → present"), ==, 1);
  g_assert_cmpuint (count (hers, "Anna Ek", "changed", "2026-11-13 snickeri present → sick"), ==, 1);
  for (guint i = 1; i < hers->len; i++)
    g_assert_cmpint (((FramAccessLine *)g_ptr_array_index (hers, i))->at, <=,
                     ((FramAccessLine *)g_ptr_array_index (hers, i - 1))->at);
  few = fram_access_log_read (reg->db, manager, 0, 3, &error);
  g_assert_cmpuint (few->len, ==, 3);
}

int
main (int argc, char **argv)
{
  FramUuid id;
  int failed;

  fram_test_init (&argc, &argv);
  day = fram_test_date (TEST_TODAY);
  reg = test_register_new (2);
  id = test_person (0);
  person = fram_db_find_row (reg->db, &id);
  g_test_add_func ("/store/access-log/chain", test_chain);
  g_test_add_func ("/store/access-log/altered", test_altered);
  g_test_add_func ("/store/access-log/with-a-change", test_with_a_change);
  g_test_add_func ("/store/access-log/who-reads-it", test_who_reads_it);
  g_test_add_func ("/store/access-log/read", test_read);
  failed = g_test_run ();
  test_assert_sound (reg->db);
  test_register_free (reg);
  return failed;
}
