#include "store-fixture.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

/* A program that marks without a pause and says of each mark that it is saved is killed at a random moment, 200 times and
 * more: every mark that it told of is there. */

#define N_KILLS      220
#define N_PEOPLE     6
#define N_DAYS       8
#define N_PROGRAMMES 2

/* What a program tells of a mark: that it begins, and that it is saved. */
typedef struct
{
  guint8 saved;
  guint8 person;
  guint8 day;
  gint8 status;
} Word;

static FramDate first;

static void
tell (int fd, Word word)
{
  if (write (fd, &word, sizeof word) != sizeof word)
    exit (3);
}

static FramDb *
open_it (const char *path, FramClock *clock)
{
  g_autoptr (GError) error = NULL;
  FramDb *db = fram_db_open (path, clock, &error);

  if (db == NULL)
    {
      g_printerr ("%s\n", error->message);
      exit (4);
    }
  sqlite3_wal_autocheckpoint (db->handle, 20);
  return db;
}

/* The program that is killed. Each of two that run at once has people of its own. */
static int
mark_for_ever (const char *path, int fd, guint32 seed, guint part)
{
  g_autoptr (FramClock) clock = fram_clock_new_from_text (TEST_TODAY "T09:00");
  g_autoptr (FramViewer) system = fram_viewer_new_system (first);
  GRand *chance = g_rand_new_with_seed (seed);
  FramDb *db = open_it (path, clock);

  for (;;)
    {
      g_autoptr (GError) error = NULL;
      Word word = { 0 };

      word.person = (guint8)(g_rand_int_range (chance, 0, N_PEOPLE / N_PROGRAMMES) * N_PROGRAMMES + (gint32)part);
      word.day = (guint8)g_rand_int_range (chance, 0, N_DAYS);
      word.status = (gint8)g_rand_int_range (chance, -1, TEST_N_STATUSES);
      tell (fd, word);
      if (!test_mark (db, system, word.person, first + word.day, word.status, NULL, &error))
        {
          g_printerr ("%s\n", error->message);
          return 5;
        }
      word.saved = 1;
      tell (fd, word);
      if (g_rand_int_range (chance, 0, 30) == 0)
        {
          fram_db_close (db);
          db = open_it (path, clock);
        }
    }
}

typedef struct
{
  pid_t pid;
  int fd;
} Programme;

static Programme
start (const char *path, guint32 seed, guint part)
{
  Programme self;
  int ends[2];

  g_assert_cmpint (pipe (ends), ==, 0);
  self.pid = fork ();
  g_assert_cmpint (self.pid, >=, 0);
  if (self.pid == 0)
    {
      g_autofree char *fd_text = g_strdup_printf ("%d", ends[1]);
      g_autofree char *seed_text = g_strdup_printf ("%u", seed);
      g_autofree char *part_text = g_strdup_printf ("%u", part);

      close (ends[0]);
      execl ("/proc/self/exe", "test-kill", "--mark", path, fd_text, seed_text, part_text, NULL);
      _exit (6);
    }
  close (ends[1]);
  self.fd = ends[0];
  return self;
}

/* What is expected of each mark: what was reported saved last, or what was begun after that. */
typedef struct
{
  int saved[N_PEOPLE][N_DAYS];
  int begun[N_PEOPLE][N_DAYS];
  guint n_saved;
} Report;

static void
kill_and_listen (Programme *programme, Report *report)
{
  Word word;
  gssize n;
  int status;

  g_assert_cmpint (kill (programme->pid, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (programme->pid, &status, 0), ==, programme->pid);
  if (!WIFSIGNALED (status) || WTERMSIG (status) != SIGKILL)
    g_error ("the program ended by itself with %d", WEXITSTATUS (status));
  while ((n = read (programme->fd, &word, sizeof word)) == sizeof word)
    {
      report->begun[word.person][word.day] = word.status;
      if (!word.saved)
        continue;
      report->saved[word.person][word.day] = word.status;
      report->n_saved++;
    }
  g_assert_cmpint (n, ==, 0);
  close (programme->fd);
}

static void
look_after (const char *path, FramClock *clock, Report *report, gboolean thoroughly)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramDb) db = fram_db_open (path, clock, &error);
  g_autofree char *integrity = NULL;

  g_assert_no_error (error);
  integrity = fram_db_text (db, "PRAGMA integrity_check", "");
  g_assert_cmpstr (integrity, ==, "ok");
  if (thoroughly)
    test_assert_sound (db);
  for (guint p = 0; p < N_PEOPLE; p++)
    for (guint d = 0; d < N_DAYS; d++)
      {
        int found = test_read_mark (db, p, first + (FramDate)d);

        if (found != report->saved[p][d] && found != report->begun[p][d])
          g_error ("the mark of %u on day %u is %d; %d was reported saved", p, d, found, report->saved[p][d]);
        report->saved[p][d] = report->begun[p][d] = found;
      }
}

static void
test_killed (void)
{
  g_autofree char *folder = test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "register.fram", NULL);
  g_autoptr (FramClock) clock = fram_clock_new_from_text (TEST_TODAY "T09:00");
  GRand *chance = g_rand_new_with_seed (20261112);
  Report report = { 0 };
  guint n_kills = 0;

  test_register_make (path, N_PEOPLE);
  for (guint p = 0; p < N_PEOPLE; p++)
    for (guint d = 0; d < N_DAYS; d++)
      report.saved[p][d] = report.begun[p][d] = -2;
  for (guint round = 0; n_kills < N_KILLS; round++)
    {
      Programme programmes[N_PROGRAMMES];
      guint n = round % 4 == 3 ? 2 : 1;

      for (guint i = 0; i < n; i++)
        programmes[i] = start (path, g_rand_int (chance), (round + i) % N_PROGRAMMES);
      for (guint i = 0; i < n; i++)
        {
          g_usleep ((gulong)g_rand_int_range (chance, 2000, 30000));
          kill_and_listen (&programmes[i], &report);
          n_kills++;
        }
      look_after (path, clock, &report, round % 10 == 0);
    }
  g_test_message ("%u kills, %u marks reported saved", n_kills, report.n_saved);
  g_assert_cmpuint (report.n_saved, >, n_kills);
  g_rand_free (chance);
  test_folder_remove (folder);
}

int
main (int argc, char **argv)
{
  first = fram_date_parse (TEST_TODAY);
  if (argc == 6 && g_str_equal (argv[1], "--mark"))
    return mark_for_ever (argv[2], (int)g_ascii_strtoll (argv[3], NULL, 10),
                          (guint32)g_ascii_strtoull (argv[4], NULL, 10), (guint)g_ascii_strtoull (argv[5], NULL, 10));
  fram_test_init (&argc, &argv);
  g_test_add_func ("/store/kill/killed", test_killed);
  return g_test_run ();
}
