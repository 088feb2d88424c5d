#include "store-fixture.h"

#include "fram-access-log.h"
#include "fault-vfs.h"

#include <glib/gstdio.h>

/* A disk that fails: each call of one thing that a person does fails in turn, once and for good. It ends either saved or
 * refused with the register intact, and what was reported saved is there. */

#define PERSON 0

static char *folder, *path, *template;
static FramClock *clock_;
static FramViewer *system_;
static FramDate day;

/* One thing that a person does. Returns whether it was reported done. */
typedef gboolean (*Act) (FramDb *db, GError **error);

typedef struct
{
  const char *name;
  Act act;
  gboolean opens; /* the faults begin before the register is opened */
  gboolean hot;   /* somebody was killed before: the file has to be put right on opening */
  guint stride;   /* of long ones, every how manyth call */
} Case;

static gboolean
marks (FramDb *db, GError **error)
{
  return test_mark (db, system_, PERSON, day, TEST_LATE, NULL, error);
}

static gboolean
marks_several (FramDb *db, GError **error)
{
  g_autoptr (FramChanges) changes = fram_changes_begin (db, system_, "mark", NULL, error);

  for (guint i = 0; changes != NULL && i < 3; i++)
    {
      g_autoptr (FramRecord) mark = test_mark_record (i, day, TEST_LATE);

      if (fram_changes_insert (changes, mark, error) == FRAM_WRITTEN_FAILED)
        return FALSE;
    }
  return changes != NULL && fram_changes_commit (changes, NULL, error);
}

static gboolean
undoes (FramDb *db, GError **error)
{
  gint64 action = fram_db_int (db, 0, "SELECT max (id) FROM action", "");
  g_autoptr (FramChanges) changes = fram_changes_begin (db, system_, "undo", NULL, error);

  return changes != NULL && fram_changes_undo (changes, action, error) && fram_changes_commit (changes, NULL, error);
}

static gboolean
renames (FramDb *db, GError **error)
{
  static const char *const columns[] = { "given_name", "family_name", NULL };
  FramUuid id = test_person (PERSON);
  g_autoptr (FramRecord) r = fram_record_new (FRAM_ENTITY_PARTICIPANT, &id);
  g_autoptr (FramChanges) changes = fram_changes_begin (db, system_, "edit", NULL, error);

  fram_record_set_text (r, "given_name", "Nytt");
  fram_record_set_text (r, "family_name", "Namn");
  return changes != NULL && fram_changes_update (changes, r, columns, error) == FRAM_WRITTEN_CHANGED &&
         fram_changes_commit (changes, NULL, error);
}

static gboolean
logs (FramDb *db, GError **error)
{
  return fram_access_log_add (db, system_, "opened", FRAM_CLASS_BASIC, 1, "därför", error);
}

/* The mark that also writes the log back into the file. */
static gboolean
marks_and_tidies (FramDb *db, GError **error)
{
  sqlite3_wal_autocheckpoint (db->handle, 1);
  return marks (db, error);
}

static gboolean
backs_up (FramDb *db, GError **error)
{
  g_autofree char *file = g_build_filename (folder, "backup.fram", NULL);

  return fram_db_backup (db, file, error);
}

static const Case cases[] = {
  { "mark", marks, FALSE, FALSE, 1 },      { "several", marks_several, FALSE, FALSE, 2 },
  { "undo", undoes, FALSE, FALSE, 1 },     { "rename", renames, FALSE, FALSE, 3 },
  { "log", logs, FALSE, FALSE, 1 },        { "tidy", marks_and_tidies, FALSE, FALSE, 1 },
  { "backup", backs_up, FALSE, FALSE, 7 }, { "open", marks, TRUE, FALSE, 1 },
  { "recover", marks, TRUE, TRUE, 2 },
};

static void
side_file (const char *ending, gboolean bring)
{
  g_autofree char *from = g_strconcat (template, ending, NULL), *to = g_strconcat (path, ending, NULL);

  g_unlink (to);
  if (bring)
    test_copy_file (from, to);
}

/* What the register says of what a case does: 0 before, 1 after. */
static int
state_of (const Case *c, FramDb *db)
{
  g_autofree char *name = NULL;
  int mark = test_read_mark (db, PERSON, day);

  if (c->act == undoes)
    return mark == TEST_PRESENT ? 0 : mark == -1 ? 1 : -1;
  if (c->act == renames)
    {
      name = fram_db_text (db, "SELECT words FROM person_name ORDER BY participant LIMIT 1", "");
      return g_str_equal (name, "asa 1 oberg f2026-0001") ? 0 : g_str_equal (name, "nytt namn f2026-0001") ? 1 : -1;
    }
  if (c->act == logs)
    return (int)fram_db_int (db, -1, "SELECT count (*) FROM access_log", "");
  if (c->act == backs_up)
    return mark == TEST_PRESENT ? 0 : -1;
  return mark == TEST_PRESENT ? 0 : mark == TEST_LATE ? 1 : -1;
}

/* The disk is well again: what is in the file? */
static void
look_after (const Case *c, gboolean saved, const TestFault *fault)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramDb) db = fram_db_open (path, clock_, &error);
  int state;

  g_assert_no_error (error);
  g_assert_null (fram_db_get_read_only_reason (db));
  state = state_of (c, db);
  if (state < 0 || (saved && c->act != backs_up && state != 1))
    g_error ("%s: call %u (kind %x) failed%s: %s, and the register is in state %d", c->name, fault->nth,
             test_fault_kind (), fault->lasting ? " for good" : "", saved ? "saved" : "refused", state);
  test_assert_sound (db);
  g_assert_cmpint (fram_db_int (db, 0, "SELECT count (*) FROM mark", ""), >=, 1);
}

static void
look_at_backup (gboolean saved)
{
  g_autofree char *file = g_build_filename (folder, "backup.fram", NULL);
  g_autofree char *part = g_strconcat (file, ".part", NULL);

  g_assert_false (g_file_test (part, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_file_test (file, G_FILE_TEST_EXISTS), ==, saved);
  if (saved)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FramDb) db = fram_db_open (file, clock_, &error);

      g_assert_no_error (error);
      test_assert_sound (db);
    }
  g_unlink (file);
}

/* Nothing is kept in memory, so that whatever is looked up is read from the disk. */
static void
forget_pages (FramDb *db)
{
  fram_db_exec (db, "PRAGMA cache_size=1; PRAGMA shrink_memory", NULL);
}

/* Returns: whether the fault happened at all; the body has passed when it did not */
static gboolean
run (const Case *c, const TestFault *fault, guint *n_saved)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramDb) db = NULL;
  gboolean saved;

  test_copy_file (template, path);
  side_file ("-wal", c->hot);
  side_file ("-shm", FALSE);
  if (c->opens)
    test_fault_set (fault);
  db = fram_db_open (path, clock_, &error);
  if (!c->opens)
    {
      g_assert_no_error (error);
      forget_pages (db);
      test_fault_set (fault);
    }
  saved = db != NULL && c->act (db, &error);
  if (!saved)
    {
      g_assert_nonnull (error);
      g_assert_true (error->domain == FRAM_ERROR);
      g_assert_true (g_str_has_suffix (error->message, "."));
      if (fault->full && test_fault_kind () == TEST_IO_WRITE)
        g_assert_error (error, FRAM_ERROR, FRAM_ERROR_FULL);
    }
  else
    g_assert_no_error (error);
  *n_saved += saved;
  /* a disk that failed once works again: what comes next is saved */
  if (db != NULL && !fault->lasting && fram_db_get_read_only_reason (db) == NULL)
    {
      test_fault_set (NULL);
      test_mark_ok (db, system_, 1, day + 1, TEST_SICK);
      g_assert_cmpint (test_read_mark (db, 1, day + 1), ==, TEST_SICK);
    }
  g_clear_pointer (&db, fram_db_close);
  test_fault_set (NULL);
  if (c->act == backs_up)
    look_at_backup (saved);
  look_after (c, saved, fault);
  return test_fault_happened ();
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  guint n_runs = 0, n_saved = 0;

  for (guint variant = 0; variant < 4; variant++)
    {
      TestFault fault = { TEST_IO_ALL, 1, variant % 2 == 1, variant >= 2, variant >= 2 };
      guint passed = 0;

      /* an unlucky call can be one that decides nothing: several in a row have to pass */
      for (; passed < 2; fault.nth += c->stride, n_runs++)
        passed = run (c, &fault, &n_saved) ? 0 : passed + 1;
      g_assert_cmpuint (fault.nth, >, 5);
    }
  g_test_message ("%s: %u runs, %u saved, %u refused", c->name, n_runs, n_saved, n_runs - n_saved);
  g_assert_cmpuint (n_saved, <, n_runs);
  g_assert_cmpuint (n_saved, >, 0);
}

/* A register that cannot be made whole leaves nothing behind, and never a file that looks like one. */
static void
test_create (void)
{
  g_autofree char *fresh = g_build_filename (folder, "fresh.fram", NULL);
  g_autofree char *wal = g_strconcat (fresh, "-wal", NULL);
  gboolean more = TRUE;
  guint n_made = 0, n_runs = 0;

  for (guint variant = 0; variant < 2; variant++)
    for (guint nth = 1; more || nth == 1; nth += nth < 40 ? 1 : 23, n_runs++)
      {
        TestFault fault = { TEST_IO_ALL, nth, variant == 1, variant == 1, TRUE };
        g_autoptr (GError) error = NULL;
        g_autoptr (FramDb) db = NULL;

        test_fault_set (&fault);
        db = fram_db_create (fresh, clock_, &error);
        more = test_fault_happened ();
        test_fault_set (NULL);
        if (db != NULL)
          test_assert_sound (db);
        else
          g_assert_true (error->domain == FRAM_ERROR);
        n_made += db != NULL;
        if (db == NULL)
          g_assert_false (g_file_test (fresh, G_FILE_TEST_EXISTS));
        g_clear_pointer (&db, fram_db_close);
        g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
        g_unlink (fresh);
      }
  g_assert_cmpuint (n_made, <, n_runs);
  g_assert_cmpuint (n_made, >, 0);
}

/* A full disk is called full, and there is room again later without closing. */
static void
test_full (void)
{
  TestFault fault = { TEST_IO_WRITE, 1, TRUE, TRUE, FALSE };
  g_autoptr (GError) error = NULL;
  g_autoptr (FramDb) db = NULL;

  test_copy_file (template, path);
  side_file ("-wal", FALSE);
  db = fram_db_open (path, clock_, &error);
  test_fault_set (&fault);
  for (int i = 0; i < 5; i++)
    {
      g_clear_error (&error);
      g_assert_false (marks (db, &error));
      g_assert_error (error, FRAM_ERROR, FRAM_ERROR_FULL);
      g_assert_cmpint (test_read_mark (db, PERSON, day), ==, TEST_PRESENT);
    }
  test_fault_set (NULL);
  g_clear_error (&error);
  g_assert_true (marks (db, &error));
  g_assert_cmpint (test_read_mark (db, PERSON, day), ==, TEST_LATE);
  test_assert_sound (db);
}

/* The register that every run begins with, and beside it the log of a program that was killed. */
static void
make_template (void)
{
  g_autofree char *first = g_build_filename (folder, "first.fram", NULL);
  g_autofree char *wal = g_strconcat (first, "-wal", NULL);
  g_autofree char *template_wal = g_strconcat (template, "-wal", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (FramDb) db = NULL;

  test_register_make (first, 3);
  db = fram_db_open (first, clock_, &error);
  g_assert_no_error (error);
  test_mark_ok (db, system_, PERSON, day, TEST_PRESENT);
  g_clear_pointer (&db, fram_db_close);
  test_copy_file (first, template);
  db = fram_db_open (first, clock_, &error);
  for (int i = 10; i < 20; i++)
    test_mark_ok (db, system_, 2, day + i, TEST_PRESENT);
  test_copy_file (wal, template_wal);
}

int
main (int argc, char **argv)
{
  int failed;

  fram_test_init (&argc, &argv);
  day = fram_test_date (TEST_TODAY);
  folder = test_folder_new ();
  path = g_build_filename (folder, "register.fram", NULL);
  template = g_build_filename (folder, "template.fram", NULL);
  clock_ = fram_clock_new_from_text (TEST_TODAY "T09:00");
  system_ = fram_viewer_new_system (day);
  make_template ();
  test_fault_install ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strconcat ("/store/faults/", cases[i].name, NULL);

      g_test_add_data_func (name, &cases[i], test_case);
    }
  g_test_add_func ("/store/faults/create", test_create);
  g_test_add_func ("/store/faults/full", test_full);
  failed = g_test_run ();
  test_fault_remove ();
  test_folder_remove (folder);
  fram_viewer_unref (system_);
  fram_clock_unref (clock_);
  g_free (folder);
  g_free (path);
  g_free (template);
  return failed;
}
