#include "store-fixture.h"

#include "fault-vfs.h"
#include "fram-access-log.h"

#include <glib/gstdio.h>
#include <string.h>

/* A copy that equals the register, whole or not at all; and a check that finds what is wrong. */

static FramDate day;

static TestRegister *
lived_in (void)
{
  TestRegister *reg = test_register_new (3);
  g_autoptr (FramViewer) anna = test_viewer (reg->db, 0);

  for (int i = 0; i < 4; i++)
    test_mark_ok (reg->db, i % 2 == 0 ? anna : reg->system, (guint)i % 3, day + i / 2, TEST_PRESENT);
  test_mark_ok (reg->db, anna, 0, day, TEST_LATE);
  fram_access_log_add (reg->db, anna, "opened", FRAM_CLASS_BASIC, 1, NULL, NULL);
  fram_access_log_add (reg->db, anna, "opened", FRAM_CLASS_BASIC, 1, NULL, NULL);
  return reg;
}

static guint
n_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static char *
dump_of (const char *path, FramClock *clock)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramDb) db = fram_db_open (path, clock, &error);

  g_assert_no_error (error);
  test_assert_sound (db);
  return test_dump_all (db);
}

/* Also while another program writes; and an older copy is replaced. */
static void
test_equal (void)
{
  g_autoptr (TestRegister) reg = lived_in ();
  g_autofree char *file = g_build_filename (reg->folder, "copy.fram", NULL);
  g_autoptr (GError) error = NULL;
  guint before = n_files (reg->folder);

  for (guint round = 0; round < 3; round++)
    {
      g_autofree char *mine = test_dump_all (reg->db), *copy = NULL;
      g_autoptr (FramDb) other = fram_db_open (reg->path, reg->clock, &error);

      g_assert_true (fram_db_begin (other, &error));
      g_assert_true (fram_db_set_meta (other, "never", "committed", &error));
      g_assert_true (fram_db_backup (reg->db, file, &error));
      g_assert_no_error (error);
      fram_db_rollback (other);
      g_assert_cmpuint (n_files (reg->folder), ==, before + 1);
      copy = dump_of (file, reg->clock);
      g_assert_cmpstr (copy, ==, mine);
      test_mark_ok (reg->db, reg->system, 1, day + 30 + (int)round, TEST_SICK);
    }
}

static void
refused (TestRegister *reg, const char *file, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (fram_db_backup (reg->db, file, &error));
  g_assert_error (error, FRAM_ERROR, code);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

/* The register itself, or another that is in use, is no place for a backup. */
static void
test_in_use (void)
{
  g_autoptr (TestRegister) reg = lived_in (), other = lived_in ();
  g_autofree char *nowhere = g_build_filename (reg->folder, "no", "such", NULL);

  refused (reg, reg->path, FRAM_ERROR_EXISTS);
  refused (reg, other->path, FRAM_ERROR_EXISTS);
  refused (reg, nowhere, FRAM_ERROR_IO);
  test_mark_ok (reg->db, reg->system, 0, day + 9, TEST_SICK);
  test_register_reopen (reg);
  g_assert_cmpint (test_read_mark (reg->db, 0, day + 9), ==, TEST_SICK);
  test_assert_sound (reg->db);
}

/* The disk fills up half way: the older copy is as it was and nothing lies beside it. */
static void
test_full (void)
{
  g_autoptr (TestRegister) reg = lived_in ();
  g_autofree char *file = g_build_filename (reg->folder, "copy.fram", NULL), *old = NULL, *now = NULL;
  g_autoptr (GError) error = NULL;
  gsize n_old, n_now;
  guint before;

  g_assert_true (fram_db_backup (reg->db, file, &error));
  g_assert_true (g_file_get_contents (file, &old, &n_old, NULL));
  test_mark_ok (reg->db, reg->system, 0, day + 9, TEST_SICK);
  before = n_files (reg->folder);
  for (guint nth = 1; nth < 100; nth += 13)
    {
      TestFault fault = { TEST_IO_WRITE, nth, TRUE, TRUE, TRUE };

      test_fault_set (&fault);
      refused (reg, file, FRAM_ERROR_FULL);
      test_fault_set (NULL);
      g_clear_pointer (&now, g_free);
      g_assert_true (g_file_get_contents (file, &now, &n_now, NULL));
      g_assert_cmpmem (old, n_old, now, n_now);
      g_assert_cmpuint (n_files (reg->folder), ==, before);
    }
}

/* What somebody or something did to the file behind the program's back, and the word that the check finds for it. */
static const struct
{
  const char *damage, *says;
} damages[] = {
  { "DELETE FROM change WHERE sender = 1 AND seq = 3", "have gaps" },
  { "DELETE FROM change WHERE sender = 1 AND seq = 1", "have gaps" },
  { "UPDATE change SET seq = seq + 7 WHERE sender = 1 AND seq = (SELECT last_seq FROM sender WHERE id = 1)",
    "have gaps" },
  { "UPDATE change SET seq = 0 WHERE sender = 1 AND seq = 1", "have gaps" },
  { "UPDATE sender SET last_seq = last_seq + 1 WHERE id = 2", "have gaps" },
  { "DELETE FROM sender WHERE id = 2", "points to nothing" },
  { "DELETE FROM change WHERE sender = (SELECT sender FROM mark LIMIT 1) AND seq = (SELECT seq FROM mark LIMIT 1)",
    "mark without its change" },
  { "UPDATE mark SET seq = 1", "mark without its change" },
  { "UPDATE mark SET day = '2026-11-20' WHERE seq = (SELECT min (seq) FROM mark)", "mark without its change" },
  { "UPDATE change SET base_seq = 999 WHERE base_seq IS NOT NULL", "without what it came from" },
  { "UPDATE change SET base_sender = NULL, base_seq = NULL", "history that begins twice" },
  { "UPDATE stamp SET seq = 999 WHERE row = 1", "stamp without its change" },
  { "UPDATE stamp SET seq = seq + 1 WHERE row = 1", "stamp without its change" },
  { "DELETE FROM stamp WHERE row = (SELECT min (id) FROM staff)", "row of staff without its stamp" },
  { "DELETE FROM stamp WHERE row = (SELECT max (id) FROM placement)", "row of placement without its stamp" },
  { "DELETE FROM enrolment WHERE id = (SELECT min (enrolment) FROM mark)", "mark of an enrolment that is not there" },
  { "DELETE FROM enrolment WHERE id = (SELECT min (enrolment) FROM mark)", "id of enrolment without its row" },
  { "DELETE FROM ident WHERE id = (SELECT min (id) FROM workshop)", "mark in a place that is not there" },
  { "DELETE FROM ident WHERE id = (SELECT min (id) FROM workshop)", "activity of placement points to nothing" },
  { "UPDATE placement SET enrolment = 4711", "enrolment of placement points to nothing" },
  { "UPDATE placement SET enrolment = activity", "enrolment of placement points to nothing" },
  { "UPDATE ident SET entity = 1 WHERE entity = 8", "row of workshop with an id of another kind" },
  { "DELETE FROM participant WHERE id = (SELECT max (id) FROM participant)", "row of enrolment points to nothing" },
  { "DELETE FROM person_name WHERE participant = (SELECT max (id) FROM participant)", "cannot be found by name" },
  { "DELETE FROM attendance_status", "row of mark points to nothing" },
  { "PRAGMA ignore_check_constraints = ON; UPDATE mark SET minutes_late = -5", "CHECK constraint failed" },
  { "UPDATE access_log SET at = 0 WHERE id = 1", "access log has been altered" },
  { "DELETE FROM access_log WHERE id = 2", "access log has been altered" },
  { "DROP TABLE stamp", "reported an error" },
};

static gboolean
finds (FramDb *db, const char *says)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = fram_db_check (db, &error);
  gboolean found = FALSE;

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    {
      const char *line = g_ptr_array_index (findings, i);

      found = found || strstr (line, says) != NULL;
      g_assert_null (strstr (line, "Åsa"));
      g_assert_null (strstr (line, "Öberg"));
      g_assert_null (strstr (line, "F2026"));
    }
  return found;
}

static void
test_check (void)
{
  g_autoptr (TestRegister) reg = lived_in ();
  g_autofree char *copy = g_build_filename (reg->folder, "damaged.fram", NULL);

  test_assert_sound (reg->db);
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FramDb) db = NULL;
      sqlite3 *handle = NULL;
      char *message = NULL;

      g_assert_true (fram_db_backup (reg->db, copy, &error));
      g_assert_cmpint (sqlite3_open (copy, &handle), ==, SQLITE_OK);
      sqlite3_exec (handle, damages[i].damage, NULL, NULL, &message);
      g_assert_cmpstr (message, ==, NULL);
      g_assert_cmpint (sqlite3_total_changes (handle) > 0 || g_str_has_prefix (damages[i].damage, "DROP"), ==, TRUE);
      sqlite3_close (handle);
      db = fram_db_open (copy, reg->clock, &error);
      g_assert_no_error (error);
      if (!finds (db, damages[i].says))
        g_error ("“%s” is not found after: %s", damages[i].says, damages[i].damage);
    }
}

int
main (int argc, char **argv)
{
  int failed;

  fram_test_init (&argc, &argv);
  day = fram_test_date (TEST_TODAY);
  test_fault_install ();
  g_test_add_func ("/store/backup/equal", test_equal);
  g_test_add_func ("/store/backup/in-use", test_in_use);
  g_test_add_func ("/store/backup/full", test_full);
  g_test_add_func ("/store/backup/check", test_check);
  failed = g_test_run ();
  test_fault_remove ();
  return failed;
}
