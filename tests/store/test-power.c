#include "store-fixture.h"

#include "power-vfs.h"

#include <glib/gstdio.h>

/* The plug is pulled at a random point of a random session, 2,000 times: what is on the disk then opens, is whole, and
 * holds every mark that was reported saved. FRAM_TEST_SEED repeats a run. */

#define SEED      20261112
#define N_PLUGS   2000
#define N_PEOPLE  5
#define N_DAYS    8
#define IN_FLIGHT 3

typedef struct
{
  int person;
  int day;
  int status;
} Wish;

typedef struct
{
  int marks[N_PEOPLE][N_DAYS]; /* what was reported saved; -2 where nothing ever was */
  Wish flight[IN_FLIGHT];      /* what is being written: there as a whole or not at all */
  guint n_flight;
  guint n_plugs;
  guint until; /* calls until the plug is pulled */
  guint n_lost;
  gboolean landed; /* whether what was being written had reached the disk */
  gboolean careless;
} Session;

static char *folder, *path, *path_wal, *cut, *cut_wal, *template;
static FramClock *clock_;
static FramViewer *system_;
static FramDate first;
static GRand *chance;
static gint64 enrolments[N_PEOPLE], statuses[TEST_N_STATUSES];

static void
learn_rows (FramDb *db)
{
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      FramUuid id = test_enrolment (i);

      enrolments[i] = fram_db_find_row (db, &id);
    }
  for (guint i = 0; i < TEST_N_STATUSES; i++)
    {
      FramUuid id = test_status (i);

      statuses[i] = fram_db_find_row (db, &id);
    }
}

static int
index_of (const gint64 *rows, guint n, gint64 row)
{
  for (guint i = 0; i < n; i++)
    if (rows[i] == row)
      return (int)i;
  return -1;
}

static void
read_marks (FramDb *db, int out[N_PEOPLE][N_DAYS])
{
  g_autoptr (GError) error = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &error, "SELECT enrolment, day, status FROM mark", "");

  for (guint p = 0; p < N_PEOPLE; p++)
    for (guint d = 0; d < N_DAYS; d++)
      out[p][d] = -2;
  while (stmt != NULL && fram_db_step (db, stmt, &error))
    {
      int person = index_of (enrolments, N_PEOPLE, sqlite3_column_int64 (stmt, 0));

      out[person][fram_column_date (stmt, 1) - first] =
          index_of (statuses, TEST_N_STATUSES, sqlite3_column_int64 (stmt, 2));
    }
  g_assert_no_error (error);
}

/* Whether what was being written is wholly there or wholly not, and all else as it was reported. */
static gboolean
is_as_reported (Session *s, int found[N_PEOPLE][N_DAYS])
{
  int old[N_PEOPLE][N_DAYS], new[N_PEOPLE][N_DAYS];
  gboolean is_old;

  memcpy (old, s->marks, sizeof old);
  memcpy (new, s->marks, sizeof new);
  for (guint i = 0; i < s->n_flight; i++)
    new[s->flight[i].person][s->flight[i].day] = s->flight[i].status;
  is_old = memcmp (found, old, sizeof old) == 0;
  s->landed = !is_old;
  return is_old || memcmp (found, new, sizeof new) == 0;
}

static void
fail (Session *s, const char *what)
{
  s->n_lost++;
  if (!s->careless)
    g_error ("FRAM_TEST_SEED=%s, plug %u: %s", g_getenv ("FRAM_TEST_SEED"), s->n_plugs, what);
}

/* The power is back: an ordinary program opens what is on the disk. */
static void
look_after (Session *s)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramDb) db = fram_db_open (cut, clock_, &error);
  g_autofree char *integrity = NULL;
  int found[N_PEOPLE][N_DAYS];

  if (db == NULL)
    {
      fail (s, error->message);
      return;
    }
  integrity = fram_db_text (db, "PRAGMA integrity_check", "");
  if (g_strcmp0 (integrity, "ok") != 0)
    {
      fail (s, integrity);
      return;
    }
  read_marks (db, found);
  if (!is_as_reported (s, found))
    fail (s, "a mark that was reported saved is not there");
  if (s->n_plugs % 8 == 0 && !s->careless)
    test_assert_sound (db);
}

static void
pull (Session *s)
{
  s->n_plugs++;
  test_power_cut (path, cut);
  test_power_cut (path_wal, cut_wal);
  test_power_use (FALSE);
  look_after (s);
  test_power_use (TRUE);
}

static void
on_call (gpointer data)
{
  Session *s = data;

  if (s->until-- > 0)
    return;
  s->until = (guint)g_rand_int_range (chance, 0, 30);
  pull (s);
}

/* One thing a person does: marks of one or several. */
static void
act (Session *s, FramDb *db)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramChanges) changes = NULL;

  s->n_flight = g_rand_int_range (chance, 0, 4) == 0 ? IN_FLIGHT : 1;
  for (guint i = 0; i < s->n_flight; i++)
    {
      s->flight[i].person = g_rand_int_range (chance, 0, N_PEOPLE);
      s->flight[i].day = g_rand_int_range (chance, 0, N_DAYS);
      s->flight[i].status = g_rand_int_range (chance, -1, TEST_N_STATUSES);
    }
  changes = fram_changes_begin (db, system_, "mark", NULL, &error);
  for (guint i = 0; changes != NULL && i < s->n_flight; i++)
    {
      g_autoptr (FramRecord) r =
          test_mark_record ((guint)s->flight[i].person, first + s->flight[i].day, s->flight[i].status);

      fram_changes_insert (changes, r, &error);
    }
  g_assert_no_error (error);
  fram_changes_commit (changes, NULL, &error);
  g_assert_no_error (error);
  /* saved is saved */
  for (guint i = 0; i < s->n_flight; i++)
    s->marks[s->flight[i].person][s->flight[i].day] = s->flight[i].status;
  s->n_flight = 0;
}

/* From switching on to the plug: the next session finds what this one left. */
static void
run_session (Session *s)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramDb) db = NULL;
  int n = g_rand_int_range (chance, 1, 40);
  gboolean bulk;

  test_power_clear ();
  test_power_put (path, cut);
  test_power_put (path_wal, cut_wal);
  test_power_use (TRUE);
  s->until = (guint)g_rand_int_range (chance, 0, 30);
  test_power_watch (on_call, s);
  db = fram_db_open (path, clock_, &error);
  if (db == NULL)
    {
      fail (s, error->message);
      test_power_watch (NULL, NULL);
      test_power_use (FALSE);
      return;
    }
  sqlite3_wal_autocheckpoint (db->handle, g_rand_int_range (chance, 1, 60));
  bulk = g_rand_int_range (chance, 0, 8) == 0;
  if (bulk)
    fram_db_set_bulk (db, TRUE);
  if (s->careless)
    fram_db_exec (db, "PRAGMA synchronous=OFF", NULL);
  for (int i = 0; i < n && s->n_lost == 0; i++)
    act (s, db);
  if (bulk)
    fram_db_set_bulk (db, FALSE);
  if (g_rand_boolean (chance))
    g_clear_pointer (&db, fram_db_close);
  test_power_watch (NULL, NULL);
  test_power_cut (path, cut);
  test_power_cut (path_wal, cut_wal);
  test_power_use (FALSE);
  g_clear_pointer (&db, fram_db_close);
}

/* A copy is looked at, so that the next session has to put the file right itself. */
static void
look_at_copy (Session *s)
{
  g_autofree char *keep = g_strconcat (cut, ".keep", NULL), *keep_wal = g_strconcat (cut_wal, ".keep", NULL);
  gboolean wal = g_file_test (cut_wal, G_FILE_TEST_EXISTS);

  test_copy_file (cut, keep);
  if (wal)
    test_copy_file (cut_wal, keep_wal);
  s->n_plugs++;
  look_after (s);
  test_copy_file (keep, cut);
  g_unlink (cut_wal);
  if (wal)
    test_copy_file (keep_wal, cut_wal);
}

static void
begin (Session *s)
{
  for (guint p = 0; p < N_PEOPLE; p++)
    for (guint d = 0; d < N_DAYS; d++)
      s->marks[p][d] = -2;
  test_copy_file (template, cut);
  g_unlink (cut_wal);
}

static void
test_pulled (void)
{
  Session s = { 0 };
  guint n_sessions = 0;

  begin (&s);
  for (; s.n_plugs < N_PLUGS; n_sessions++)
    {
      run_session (&s);
      look_at_copy (&s);
      /* a register of its own size: now and then from the start */
      if (n_sessions % 16 == 15)
        begin (&s);
    }
  g_test_message ("%u plugs in %u sessions, %u syncs", s.n_plugs, n_sessions, test_power_n_syncs ());
}

/* The disk in memory is cruel enough: without syncing, marks are lost on it at once. */
static void
test_careless (void)
{
  Session s = { .careless = TRUE };

  begin (&s);
  for (guint i = 0; i < 50 && s.n_lost == 0; i++)
    {
      run_session (&s);
      if (s.n_lost == 0)
        look_at_copy (&s);
    }
  g_assert_cmpuint (s.n_lost, >, 0);
  g_test_message ("without syncing, plug %u loses a mark", s.n_plugs);
}

static void
set_up (void)
{
  g_autofree char *seed = g_strdup_printf ("%d", SEED);
  g_autoptr (GError) error = NULL;
  g_autoptr (FramDb) db = NULL;

  g_setenv ("FRAM_TEST_SEED", seed, FALSE);
  chance = g_rand_new_with_seed ((guint32)g_ascii_strtoull (g_getenv ("FRAM_TEST_SEED"), NULL, 10));
  folder = test_folder_new ();
  path = g_build_filename (folder, "register.fram", NULL);
  path_wal = g_strconcat (path, "-wal", NULL);
  cut = g_build_filename (folder, "cut.fram", NULL);
  cut_wal = g_strconcat (cut, "-wal", NULL);
  template = g_build_filename (folder, "template.fram", NULL);
  clock_ = fram_clock_new_from_text (TEST_TODAY "T09:00");
  first = fram_test_date (TEST_TODAY);
  system_ = fram_viewer_new_system (first);
  test_register_make (template, N_PEOPLE);
  db = fram_db_open (template, clock_, &error);
  g_assert_no_error (error);
  learn_rows (db);
  /* a file of that name: what is in it is on the disk in memory */
  g_assert_true (g_file_set_contents (path, "elsewhere", -1, NULL));
  test_power_install ();
  test_power_seed (g_rand_int (chance));
}

int
main (int argc, char **argv)
{
  int failed;

  fram_test_init (&argc, &argv);
  set_up ();
  g_test_add_func ("/store/power/careless", test_careless);
  g_test_add_func ("/store/power/pulled", test_pulled);
  failed = g_test_run ();
  test_power_remove ();
  test_folder_remove (folder);
  g_rand_free (chance);
  fram_viewer_unref (system_);
  fram_clock_unref (clock_);
  g_free (folder);
  g_free (path);
  g_free (path_wal);
  g_free (cut);
  g_free (cut_wal);
  g_free (template);
  return failed;
}
