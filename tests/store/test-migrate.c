#include "store-fixture.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

/* A newer version of the program brings scripts with it. Here they are laid over the program's own ones. */

#define SCRIPTS "/se/framsteg/Framsteg/sql/register"

static char *folder, *scripts, *path;
static FramClock *clock_;
static int base;

static char *
lay (int number, const char *sql)
{
  g_autofree char *name = g_strdup_printf ("%04d-test.sql", number);
  char *file = g_build_filename (scripts, name, NULL);

  g_assert_true (g_file_set_contents (file, sql, -1, NULL));
  return file;
}

static FramDb *
open_it (const char *file)
{
  g_autoptr (GError) error = NULL;
  FramDb *db = fram_db_open (file, clock_, &error);

  g_assert_no_error (error);
  return db;
}

static char *
backup_of (int version)
{
  return g_strdup_printf ("%s.version-%d.backup", path, version);
}

/* The schema is brought up to date and nothing is lost; the register as it was lies beside it. */
static void
test_newer_program (void)
{
  g_autofree char *script = NULL, *second = NULL, *before = NULL, *backup = backup_of (base);
  g_autoptr (FramDb) db = NULL;

  test_register_make (path, 2);
  db = open_it (path);
  g_assert_cmpint (fram_db_newest_schema (), ==, base);
  g_assert_false (g_file_test (backup, G_FILE_TEST_EXISTS));
  before = test_dump_all (db);
  g_clear_pointer (&db, fram_db_close);

  script = lay (base + 1, "CREATE TABLE shelf (x TEXT) STRICT; INSERT INTO shelf VALUES ('one');");
  second = lay (base + 2, "INSERT INTO shelf VALUES ('two');");
  g_assert_cmpint (fram_db_newest_schema (), ==, base + 2);
  db = open_it (path);
  g_assert_null (fram_db_get_read_only_reason (db));
  g_assert_cmpint (fram_db_int (db, 0, "PRAGMA user_version", ""), ==, base + 2);
  g_assert_cmpint (fram_db_int (db, 0, "SELECT count (*) FROM shelf", ""), ==, 2);
  {
    g_autofree char *after = test_dump_all (db), *kept = NULL;

    g_assert_cmpstr (after, ==, before);
    g_clear_pointer (&db, fram_db_close);
    g_unlink (script);
    g_unlink (second);
    /* what lies beside it is the register of the older version */
    db = open_it (backup);
    g_assert_cmpint (fram_db_int (db, 0, "PRAGMA user_version", ""), ==, base);
    kept = test_dump_all (db);
    g_assert_cmpstr (kept, ==, before);
  }
}

/* The older program again: it reads what the newer one has made. */
static void
test_older_program (void)
{
  g_autoptr (FramDb) db = open_it (path);

  g_assert_nonnull (strstr (fram_db_get_read_only_reason (db), "newer version"));
}

/* A script that fails takes all of it back: the register is of one version or the other. */
static void
test_failing_script (void)
{
  g_autofree char *other = g_build_filename (folder, "other.fram", NULL), *before = NULL, *after = NULL;
  g_autofree char *good = NULL, *bad = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FramDb) db = NULL;

  test_register_make (other, 2);
  db = open_it (other);
  before = test_dump_all (db);
  g_clear_pointer (&db, fram_db_close);
  good = lay (base + 1, "CREATE TABLE shelf (x TEXT) STRICT;");
  bad = lay (base + 2, "INSERT INTO shelf VALUES ('one'); INSERT INTO nowhere VALUES (1);");
  g_assert_null (fram_db_open (other, clock_, &error));
  g_assert_true (error->domain == FRAM_ERROR);
  g_unlink (good);
  g_unlink (bad);
  db = open_it (other);
  g_assert_cmpint (fram_db_int (db, 0, "PRAGMA user_version", ""), ==, base);
  g_assert_cmpint (fram_db_int (db, -1, "SELECT count (*) FROM sqlite_master WHERE name = 'shelf'", ""), ==, 0);
  after = test_dump_all (db);
  g_assert_cmpstr (after, ==, before);
  test_assert_sound (db);
}

static gpointer
open_at_once (gpointer file)
{
  g_autoptr (FramDb) db = open_it (file);

  g_assert_null (fram_db_get_read_only_reason (db));
  g_assert_cmpint (fram_db_int (db, 0, "PRAGMA user_version", ""), ==, base + 1);
  return NULL;
}

/* Several windows are opened on the register of an older version: one brings it up to date, and nobody is turned away. */
static void
test_opened_several_times_at_once (void)
{
  for (int round = 0; round < 5; round++)
    {
      g_autofree char *name = g_strdup_printf ("at-once-%d.fram", round);
      g_autofree char *file = g_build_filename (folder, name, NULL);
      g_autofree char *backup = g_strdup_printf ("%s.version-%d.backup", file, base);
      g_autofree char *script = NULL;
      g_autoptr (FramDb) before = NULL;
      GThread *threads[4];

      test_register_make (file, 2);
      script = lay (base + 1, "CREATE TABLE shelf (x TEXT) STRICT;");
      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        threads[i] = g_thread_new ("opens", open_at_once, file);
      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        g_thread_join (threads[i]);
      g_unlink (script);
      before = open_it (backup);
      g_assert_cmpint (fram_db_int (before, 0, "PRAGMA user_version", ""), ==, base);
      test_assert_sound (before);
    }
}

int
main (int argc, char **argv)
{
  g_autofree char *overlay = NULL;
  int failed;

  folder = test_folder_new ();
  scripts = g_build_filename (folder, "scripts", NULL);
  path = g_build_filename (folder, "register.fram", NULL);
  g_assert_cmpint (g_mkdir (scripts, 0755), ==, 0);
  overlay = g_strconcat (SCRIPTS "=", scripts, NULL);
  g_setenv ("G_RESOURCE_OVERLAYS", overlay, TRUE);
  fram_test_init (&argc, &argv);
  clock_ = fram_clock_new_from_text (TEST_TODAY "T09:00");
  base = fram_db_newest_schema ();
  g_test_add_func ("/store/migrate/newer-program", test_newer_program);
  g_test_add_func ("/store/migrate/older-program", test_older_program);
  g_test_add_func ("/store/migrate/failing-script", test_failing_script);
  g_test_add_func ("/store/migrate/opened-several-times-at-once", test_opened_several_times_at_once);
  failed = g_test_run ();
  test_folder_remove (scripts);
  test_folder_remove (folder);
  fram_clock_unref (clock_);
  g_free (folder);
  g_free (scripts);
  g_free (path);
  return failed;
}
