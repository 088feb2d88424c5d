#include "store-fixture.h"

#include <glib/gstdio.h>
#include <grp.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* Several programs with one register, several connections of one program, and a person who may not write it. The other
 * program is this one, started again with a word of what to do. */

#define NOBODY 65534
#define DAYS   40

static FramDate first;

/* What the other program can be asked for. It answers with its exit status: 0, or 100 and a mark's status. */
static FramClock *
pinned (void)
{
  return fram_clock_new_from_text (TEST_TODAY "T09:00");
}

static int
complain (GError *error)
{
  g_printerr ("%s\n", error != NULL ? error->message : "no error");
  return 1;
}

static int
other_marks (const char *path, guint person, int n, gboolean opens_each_time)
{
  g_autoptr (FramClock) clock = pinned ();
  g_autoptr (FramViewer) system = fram_viewer_new_system (first);
  g_autoptr (FramDb) db = NULL;

  for (int i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;

      if (db == NULL)
        db = fram_db_open (path, clock, &error);
      if (db == NULL || fram_db_get_read_only_reason (db) != NULL ||
          !test_mark (db, system, person, first + i % DAYS, i % 2 == 0 ? TEST_PRESENT : TEST_LATE, NULL, &error))
        return complain (error);
      if (opens_each_time)
        g_clear_pointer (&db, fram_db_close);
    }
  return 0;
}

static int
other_reads (const char *path)
{
  g_autoptr (FramClock) clock = pinned ();
  g_autoptr (GError) error = NULL;
  g_autoptr (FramDb) db = fram_db_open (path, clock, &error);

  return db == NULL ? complain (error) : 100 + test_read_mark (db, 0, first);
}

/* As somebody else: what can be read is read, nothing is written, and it is said why. */
static int
other_looks (const char *path)
{
  g_autoptr (FramClock) clock = pinned ();
  g_autoptr (FramViewer) system = fram_viewer_new_system (first);
  g_autoptr (GError) error = NULL, refused = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (FramDb) db = NULL;

  if (geteuid () == 0 && (setgroups (0, NULL) != 0 || setgid (NOBODY) != 0 || setuid (NOBODY) != 0))
    return 77;
  db = fram_db_open (path, clock, &error);
  if (db == NULL)
    return error->domain == FRAM_ERROR ? 50 + error->code : complain (error);
  if (fram_db_get_read_only_reason (db) == NULL || fram_db_int (db, 0, "SELECT count (*) FROM participant", "") != 3)
    return 2;
  if (test_mark (db, system, 0, first, TEST_PRESENT, NULL, &refused) ||
      !g_error_matches (refused, FRAM_ERROR, FRAM_ERROR_READ_ONLY))
    return 3;
  findings = fram_db_check (db, &error);
  return findings != NULL && findings->len == 0 ? 0 : 4;
}

static int
other_creates (const char *path)
{
  g_autoptr (FramClock) clock = pinned ();
  g_autoptr (GError) error = NULL;
  g_autoptr (FramDb) db = NULL;

  if (geteuid () == 0 && (setgroups (0, NULL) != 0 || setgid (NOBODY) != 0 || setuid (NOBODY) != 0))
    return 77;
  db = fram_db_create (path, clock, &error);
  return db != NULL ? 5 : 50 + error->code;
}

/* Somebody copies something over the register while it is open. What is not there any more is an error and no crash. */
static int
other_is_cut_short (const char *path)
{
  g_autoptr (FramClock) clock = pinned ();
  g_autoptr (FramViewer) system = fram_viewer_new_system (first);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (FramDb) db = fram_db_open (path, clock, &error);

  if (db == NULL || !test_mark (db, system, 1, first, TEST_PRESENT, NULL, &error))
    return complain (error);
  if (truncate (path, 4096) != 0)
    return 6;
  findings = fram_db_check (db, &error);
  test_mark (db, system, 0, first, TEST_PRESENT, NULL, NULL);
  return findings != NULL && findings->len > 0 ? 0 : 7;
}

static pid_t
start (const char *word, const char *path, guint person)
{
  g_autofree char *number = g_strdup_printf ("%u", person);
  pid_t pid = fork ();

  if (pid != 0)
    return pid;
  execl ("/proc/self/exe", "test-share", word, path, number, NULL);
  _exit (9);
}

static int
finish (pid_t pid)
{
  int status;

  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFEXITED (status));
  return WEXITSTATUS (status);
}

static int
ask (const char *word, const char *path)
{
  return finish (start (word, path, 0));
}

/* Two others and this one write at the same time; everybody waits for the others, and every mark is there. */
static void
test_writing_together (void)
{
  g_autoptr (TestRegister) reg = test_register_new (3);
  pid_t one = start ("marks", reg->path, 1), two = start ("marks", reg->path, 2);

  for (int i = 0; i < 200; i++)
    test_mark_ok (reg->db, reg->system, 0, first + i % DAYS, i % 2 == 0 ? TEST_PRESENT : TEST_LATE);
  g_assert_cmpint (finish (one), ==, 0);
  g_assert_cmpint (finish (two), ==, 0);
  for (guint person = 0; person < 3; person++)
    for (int i = 0; i < DAYS; i++)
      g_assert_cmpint (test_read_mark (reg->db, person, first + i), ==, i % 2 == 0 ? TEST_PRESENT : TEST_LATE);
  test_assert_sound (reg->db);
}

/* Opening and closing is the moment when the files beside the register come and go. */
static void
test_opening_together (void)
{
  g_autoptr (TestRegister) reg = test_register_new (3);
  pid_t one, two;

  g_clear_pointer (&reg->db, fram_db_close);
  one = start ("churns", reg->path, 1);
  two = start ("churns", reg->path, 2);
  g_assert_cmpint (other_marks (reg->path, 0, 100, TRUE), ==, 0);
  g_assert_cmpint (finish (one), ==, 0);
  g_assert_cmpint (finish (two), ==, 0);
  test_register_reopen (reg);
  for (guint person = 0; person < 3; person++)
    for (int i = 0; i < DAYS; i++)
      g_assert_cmpint (test_read_mark (reg->db, person, first + i), !=, -2);
  test_assert_sound (reg->db);
}

/* A second connection of this program comes and goes, well or badly; the first keeps its hold on the file, so that another
 * program that closes does not take the log away from under it. */
static void
test_second_connection (void)
{
  g_autoptr (TestRegister) reg = test_register_new (1);
  g_autofree char *wal = g_strconcat (reg->path, "-wal", NULL);
  g_autoptr (GError) error = NULL;
  FramDb *second = fram_db_open (reg->path, reg->clock, &error);

  g_assert_no_error (error);
  fram_db_close (second);
  test_mark_ok (reg->db, reg->system, 0, first, TEST_PRESENT);
  g_assert_cmpint (ask ("reads", reg->path), ==, 100 + TEST_PRESENT);
  g_assert_true (g_file_test (wal, G_FILE_TEST_EXISTS));
  test_mark_ok (reg->db, reg->system, 0, first, TEST_SICK);
  g_assert_cmpint (ask ("reads", reg->path), ==, 100 + TEST_SICK);
}

static void
chmod_to (const char *path, int mode)
{
  g_assert_cmpint (g_chmod (path, mode), ==, 0);
}

/* A person who may read the file but not write it, or not even read it. */
static void
test_not_mine (void)
{
  static const struct
  {
    int file, folder, answer;
  } cases[] = {
    { 0444, 0777, 0 },                  /* the file is write-protected */
    { 0444, 0555, 0 },                  /* and nothing can be laid beside it, as on a disc */
    { 0666, 0555, 0 },                  /* only the folder is */
    { 0000, 0755, 50 + FRAM_ERROR_IO }, /* not for this person */
    { 0444, 0000, 50 + FRAM_ERROR_IO }, /* nor the folder */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TestRegister) reg = test_register_new (3);
      g_autofree char *before = NULL, *after = NULL;
      gsize n_before, n_after;
      int answer;

      g_clear_pointer (&reg->db, fram_db_close);
      g_assert_true (g_file_get_contents (reg->path, &before, &n_before, NULL));
      chmod_to (reg->path, cases[i].file);
      chmod_to (reg->folder, cases[i].folder);
      answer = ask ("looks", reg->path);
      chmod_to (reg->folder, 0755);
      chmod_to (reg->path, 0600);
      if (answer == 77)
        g_test_skip ("cannot become another user here");
      else if (answer != cases[i].answer)
        g_error ("file %o in folder %o: %d", cases[i].file, cases[i].folder, answer);
      g_assert_true (g_file_get_contents (reg->path, &after, &n_after, NULL));
      g_assert_cmpmem (before, n_before, after, n_after);
    }
}

static void
test_create_not_mine (void)
{
  g_autofree char *folder = test_folder_new (), *path = g_build_filename (folder, "new.fram", NULL);

  chmod_to (folder, 0555);
  g_assert_cmpint (ask ("creates", path), ==, 50 + FRAM_ERROR_IO);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  chmod_to (folder, 0755);
  test_folder_remove (folder);
}

static void
test_cut_short (void)
{
  g_autoptr (TestRegister) reg = test_register_new (3);

  g_clear_pointer (&reg->db, fram_db_close);
  g_assert_cmpint (ask ("is-cut-short", reg->path), ==, 0);
}

static int
answer (const char *word, const char *path, guint person)
{
  if (g_str_equal (word, "marks"))
    return other_marks (path, person, 200, FALSE);
  if (g_str_equal (word, "churns"))
    return other_marks (path, person, 100, TRUE);
  if (g_str_equal (word, "reads"))
    return other_reads (path);
  if (g_str_equal (word, "is-cut-short"))
    return other_is_cut_short (path);
  return g_str_equal (word, "creates") ? other_creates (path) : other_looks (path);
}

int
main (int argc, char **argv)
{
  first = fram_date_parse (TEST_TODAY);
  if (argc == 4 && argv[1][0] != '-')
    return answer (argv[1], argv[2], (guint)g_ascii_strtoull (argv[3], NULL, 10));
  fram_test_init (&argc, &argv);
  g_test_add_func ("/store/share/writing-together", test_writing_together);
  g_test_add_func ("/store/share/opening-together", test_opening_together);
  g_test_add_func ("/store/share/second-connection", test_second_connection);
  g_test_add_func ("/store/share/not-mine", test_not_mine);
  g_test_add_func ("/store/share/create-not-mine", test_create_not_mine);
  g_test_add_func ("/store/share/cut-short", test_cut_short);
  return g_test_run ();
}
