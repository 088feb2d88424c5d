#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

/* Whatever lies where the register should be: a sentence that says what to do, never a crash and never a new file. */

static char *folder;
static FramClock *clock_;

static char *
in_folder (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static void
opens_not (const char *path, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramDb) db = fram_db_open (path, clock_, &error);

  g_assert_null (db);
  g_assert_error (error, FRAM_ERROR, code);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
test_missing (void)
{
  g_autofree char *path = in_folder ("missing.fram"), *deep = in_folder ("no/such/folder.fram");
  g_autofree char *under_file = in_folder ("file/below.fram"), *file = in_folder ("file");

  opens_not (path, FRAM_ERROR_NO_REGISTER);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  opens_not (deep, FRAM_ERROR_NO_REGISTER);
  g_assert_true (g_file_set_contents (file, "x", 1, NULL));
  opens_not (under_file, FRAM_ERROR_NO_REGISTER);
  opens_not (folder, FRAM_ERROR_NOT_A_REGISTER);
}

/* What was there is there afterwards, byte for byte, and nothing beside it. */
static void
test_something_else (void)
{
  g_autofree char *long_text = g_strnfill (20000, 'x');
  const struct
  {
    const char *name;
    const char *bytes;
    gssize size;
  } cases[] = {
    { "empty.fram", "", 0 },
    { "one-byte.fram", "S", 1 },
    { "head.fram", "SQLite format 3", 16 },
    { "text.fram", "case_id,given_name\r\nF2021-0001,Åsa\r\n", -1 },
    { "long.fram", long_text, 20000 },
    { "zeros.fram", "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 20 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = in_folder (cases[i].name), *wal = g_strconcat (path, "-wal", NULL), *after = NULL;
      gsize size = cases[i].size < 0 ? strlen (cases[i].bytes) : (gsize)cases[i].size;
      gsize size_after;

      g_assert_true (g_file_set_contents (path, cases[i].bytes, (gssize)size, NULL));
      opens_not (path, FRAM_ERROR_NOT_A_REGISTER);
      g_assert_true (g_file_get_contents (path, &after, &size_after, NULL));
      g_assert_cmpmem (after, size_after, cases[i].bytes, size);
      g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
    }
}

static void
exec_plain (const char *path, const char *sql)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
}

static void
test_other_database (void)
{
  g_autofree char *path = in_folder ("other.db"), *before = NULL, *after = NULL;
  gsize n_before, n_after;

  exec_plain (path, "CREATE TABLE meta (name, value); PRAGMA user_version = 1; PRAGMA application_id = 7");
  g_assert_true (g_file_get_contents (path, &before, &n_before, NULL));
  opens_not (path, FRAM_ERROR_NOT_A_REGISTER);
  g_assert_true (g_file_get_contents (path, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
}

static char *
new_register (const char *name)
{
  char *path = in_folder (name);

  test_register_make (path, 3);
  return path;
}

/* Tries all that a person would do; what cannot be read is an error and not a crash.
 *
 * Returns: whether the damage was seen */
static gboolean
is_seen (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramDb) db = fram_db_open (path, clock_, &error);
  g_autoptr (FramViewer) system = fram_viewer_new_system (fram_test_date (TEST_TODAY));
  g_autoptr (GPtrArray) findings = NULL;

  if (db == NULL)
    {
      g_assert_true (g_error_matches (error, FRAM_ERROR, FRAM_ERROR_CORRUPT) ||
                     g_error_matches (error, FRAM_ERROR, FRAM_ERROR_NOT_A_REGISTER) ||
                     g_error_matches (error, FRAM_ERROR, FRAM_ERROR_IO));
      return TRUE;
    }
  findings = fram_db_check (db, &error);
  g_assert_no_error (error);
  test_mark (db, system, 0, fram_test_date (TEST_TODAY), TEST_PRESENT, NULL, &error);
  if (error != NULL)
    g_assert_true (error->domain == FRAM_ERROR);
  return findings->len > 0;
}

static void
test_truncated (void)
{
  g_autofree char *whole = new_register ("whole.fram"), *path = in_folder ("truncated.fram"), *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (whole, &bytes, &size, NULL));
  for (gsize keep = 100; keep < size; keep = keep < 4096 ? keep * 3 : keep + 40961)
    {
      g_assert_true (g_file_set_contents (path, bytes, (gssize)keep, NULL));
      if (!is_seen (path))
        g_error ("nobody sees that only %" G_GSIZE_FORMAT " bytes are left", keep);
    }
}

/* Every page in turn is overwritten: noise, then zeros. */
static void
test_damaged (void)
{
  g_autofree char *whole = new_register ("sound.fram"), *path = in_folder ("damaged.fram"), *bytes = NULL;
  g_autoptr (GRand) chance = g_rand_new_with_seed (1);
  gsize size;

  g_assert_true (g_file_get_contents (whole, &bytes, &size, NULL));
  for (gsize page = 0; page < size / 4096; page++)
    for (guint zeros = 0; zeros < 2; zeros++)
      {
        g_autofree char *damaged = g_memdup2 (bytes, size);

        for (guint i = page == 0 ? 100 : 0; i < 4096; i++)
          damaged[page * 4096 + i] = zeros ? 0 : (char)g_rand_int (chance);
        g_assert_true (g_file_set_contents (path, damaged, (gssize)size, NULL));
        if (!is_seen (path))
          g_error ("nobody sees that page %" G_GSIZE_FORMAT " is damaged", page + 1);
      }
}

static void
writes_not (FramDb *db, int code)
{
  g_autoptr (FramViewer) system = fram_viewer_new_system (fram_test_date (TEST_TODAY));
  g_autoptr (GError) error = NULL;

  g_assert_false (test_mark (db, system, 0, fram_test_date (TEST_TODAY), TEST_PRESENT, NULL, &error));
  g_assert_error (error, FRAM_ERROR, code);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
test_newer (void)
{
  g_autofree char *path = new_register ("newer.fram"), *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FramDb) db = NULL;
  gsize n_before, n_after;

  exec_plain (path, "CREATE TABLE invention (x); PRAGMA user_version = 99");
  g_assert_true (g_file_get_contents (path, &before, &n_before, NULL));
  db = fram_db_open (path, clock_, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (fram_db_get_read_only_reason (db), "newer version"));
  g_assert_cmpint (fram_db_int (db, 0, "SELECT count (*) FROM participant", ""), ==, 3);
  writes_not (db, FRAM_ERROR_READ_ONLY);
  g_assert_false (fram_db_set_meta (db, "x", "y", NULL));
  g_clear_pointer (&db, fram_db_close);
  g_assert_true (g_file_get_contents (path, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
}

static void
mode_is (const char *path, const char *ending)
{
  g_autofree char *name = g_strconcat (path, ending, NULL);
  GStatBuf info;

  g_assert_cmpint (g_stat (name, &info), ==, 0);
  g_assert_cmphex (info.st_mode & 0777, ==, 0600);
}

static void
test_mode (void)
{
  g_autofree char *path = in_folder ("mode.fram"), *backup = in_folder ("mode-backup.fram");
  mode_t old = umask (0);
  g_autoptr (GError) error = NULL;
  g_autoptr (FramDb) db = fram_db_create (path, clock_, &error);

  g_assert_no_error (error);
  fram_db_set_meta (db, "x", "y", NULL);
  mode_is (path, "");
  mode_is (path, "-wal");
  mode_is (path, "-shm");
  g_assert_true (fram_db_backup (db, backup, NULL));
  mode_is (backup, "");
  umask (old);
}

static void
test_create (void)
{
  g_autofree char *path = in_folder ("there.fram"), *deep = in_folder ("no/such/folder.fram"), *after = NULL;
  g_autoptr (GError) exists = NULL, nowhere = NULL;

  g_assert_true (g_file_set_contents (path, "mine", -1, NULL));
  g_assert_null (fram_db_create (path, clock_, &exists));
  g_assert_error (exists, FRAM_ERROR, FRAM_ERROR_EXISTS);
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, "mine");
  g_assert_null (fram_db_create (deep, clock_, &nowhere));
  g_assert_error (nowhere, FRAM_ERROR, FRAM_ERROR_IO);
}

/* What makes a saved mark survive is on in every connection. */
static void
test_settings (void)
{
  g_autofree char *path = new_register ("settings.fram");
  g_autoptr (GError) error = NULL;
  g_autoptr (FramDb) db = fram_db_open (path, clock_, &error);
  g_autofree char *journal = NULL;

  g_assert_no_error (error);
  journal = fram_db_text (db, "PRAGMA journal_mode", "");
  g_assert_cmpstr (journal, ==, "wal");
  g_assert_cmpint (fram_db_int (db, -1, "PRAGMA synchronous", ""), ==, 2);
  g_assert_cmpint (fram_db_int (db, -1, "PRAGMA foreign_keys", ""), ==, 1);
  g_assert_cmpint (fram_db_int (db, -1, "PRAGMA secure_delete", ""), ==, 1);
  g_assert_cmpint (fram_db_int (db, -1, "PRAGMA busy_timeout", ""), ==, 5000);
  g_assert_cmpint (fram_db_int (db, -1, "PRAGMA application_id", ""), ==, 0x4672616d);
  g_assert_cmpint (fram_db_int (db, -1, "PRAGMA user_version", ""), ==, fram_db_newest_schema ());
}

static void
test_busy (void)
{
  g_autofree char *path = new_register ("busy.fram");
  g_autoptr (GError) error = NULL;
  g_autoptr (FramDb) one = fram_db_open (path, clock_, &error), two = fram_db_open (path, clock_, &error);
  g_autoptr (FramViewer) system = fram_viewer_new_system (fram_test_date (TEST_TODAY));

  g_assert_no_error (error);
  sqlite3_busy_timeout (two->handle, 20);
  g_assert_true (fram_db_begin (one, &error));
  writes_not (two, FRAM_ERROR_BUSY);
  g_assert_cmpint (test_read_mark (two, 0, fram_test_date (TEST_TODAY)), ==, -2);
  fram_db_rollback (one);
  test_mark_ok (two, system, 0, fram_test_date (TEST_TODAY), TEST_LATE);
  g_assert_cmpint (test_read_mark (one, 0, fram_test_date (TEST_TODAY)), ==, TEST_LATE);
}

int
main (int argc, char **argv)
{
  int failed;

  fram_test_init (&argc, &argv);
  folder = test_folder_new ();
  clock_ = fram_clock_new_from_text (TEST_TODAY "T09:00");
  g_test_add_func ("/store/open/missing", test_missing);
  g_test_add_func ("/store/open/something-else", test_something_else);
  g_test_add_func ("/store/open/other-database", test_other_database);
  g_test_add_func ("/store/open/truncated", test_truncated);
  g_test_add_func ("/store/open/damaged", test_damaged);
  g_test_add_func ("/store/open/newer", test_newer);
  g_test_add_func ("/store/open/mode", test_mode);
  g_test_add_func ("/store/open/create", test_create);
  g_test_add_func ("/store/open/settings", test_settings);
  g_test_add_func ("/store/open/busy", test_busy);
  failed = g_test_run ();
  test_folder_remove (folder);
  fram_clock_unref (clock_);
  g_free (folder);
  return failed;
}
