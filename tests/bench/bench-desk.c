/* What one thing costs at the desk: a mark beside a bare synced commit, another day, another workshop, a key in the search.
 * Prints figures; judges nothing. */

#include "fram-desk-adaptation.h"
#include "fram-desk-house.h"
#include "fram-desk-people.h"
#include "fram-desk-proven.h"
#include "fram-desk-roster.h"
#include "fram-desk-timeline.h"
#include "fram-desk-today.h"
#include "fram-locale.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#define FRAME_MS 16.7

typedef struct
{
  double median;
  double p99;
  double most;
  guint n;
} Figures;

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return (x > y) - (x < y);
}

static Figures
figures_of (GArray *times)
{
  Figures f = { 0 };

  g_array_sort (times, compare);
  f.n = times->len;
  if (f.n == 0)
    return f;
  f.median = g_array_index (times, double, f.n / 2);
  f.p99 = g_array_index (times, double, MIN (f.n * 99 / 100, f.n - 1));
  f.most = g_array_index (times, double, f.n - 1);
  return f;
}

static void
print_figures (const char *what, Figures f)
{
  printf ("%-46s median %8.2f ms   99 %% %8.2f ms   most %8.2f ms   (%u)\n", what, f.median, f.p99, f.most, f.n);
}

static GArray *
times_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (double));
}

static void
add_since (GArray *times, gint64 begin)
{
  double ms = (double)(g_get_monotonic_time () - begin) / 1000.0;

  g_array_append_val (times, ms);
}

static long
resident_kib (void)
{
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &text, NULL, NULL))
    return 0;
  line = strstr (text, "RssAnon:");
  return line != NULL ? strtol (line + 8, NULL, 10) : 0;
}

static void
must (gboolean ok, GError *error)
{
  if (ok)
    return;
  fprintf (stderr, "%s\n", error != NULL ? error->message : "failed");
  exit (1);
}

/* The cost nobody can go below: one row, one commit, synced, in a file of its own on the same disk. */
static Figures
bare_commit (const char *folder, guint n)
{
  g_autofree char *path = g_build_filename (folder, "bare.db", NULL);
  g_autoptr (GArray) times = times_new ();
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;

  g_unlink (path);
  must (sqlite3_open (path, &db) == SQLITE_OK, NULL);
  must (sqlite3_exec (db,
                      "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
                      "CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT, c INTEGER)",
                      NULL, NULL, NULL) == SQLITE_OK,
        NULL);
  must (sqlite3_prepare_v2 (db, "INSERT INTO t (b, c) VALUES ('present', 180)", -1, &stmt, NULL) == SQLITE_OK, NULL);
  for (guint i = 0; i < n; i++)
    {
      gint64 begin = g_get_monotonic_time ();

      must (sqlite3_step (stmt) == SQLITE_DONE, NULL);
      sqlite3_reset (stmt);
      add_since (times, begin);
    }
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  return figures_of (times);
}

static Figures
mark_people (FramDesk *desk, const FramUuid *activity, FramDate day, guint n)
{
  static const char *const codes[] = { "present", "absent_notified", "sick", "absent_unnotified" };
  g_autoptr (FramRoster) roster = fram_desk_roster (desk, activity, day, NULL);
  g_autoptr (GArray) times = times_new ();

  must (roster != NULL && roster->rows->len > 0, NULL);
  for (guint i = 0; i < n; i++)
    {
      const FramRosterRow *row = g_ptr_array_index (roster->rows, i % roster->rows->len);
      FramMarkEdit edit = { .fields = FRAM_MARK_STATUS,
                            .status = codes[(i / roster->rows->len) % G_N_ELEMENTS (codes)] };
      g_autoptr (GError) error = NULL;
      g_autoptr (FramRoster) after = NULL;
      gint64 begin = g_get_monotonic_time ();

      after = fram_desk_mark (desk, activity, day, 0, &row->enrolment, 1, &edit, NULL, &error);
      add_since (times, begin);
      must (after != NULL, error);
    }
  return figures_of (times);
}

static Figures
change_days (FramDesk *desk, const FramUuid *activity, FramDate home, guint n)
{
  g_autoptr (GArray) times = times_new ();
  FramDate day = home;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (FramRoster) roster = NULL;
      gint64 begin = g_get_monotonic_time ();

      day = fram_desk_next_day (desk, activity, day, -1);
      roster = fram_desk_roster (desk, activity, day, NULL);
      add_since (times, begin);
      must (roster != NULL, NULL);
    }
  return figures_of (times);
}

static Figures
change_workshops (FramDesk *desk, const GPtrArray *activities, FramDate home, guint n)
{
  g_autoptr (GArray) times = times_new ();

  for (guint i = 0; i < n; i++)
    {
      const FramActivityCount *activity = g_ptr_array_index (activities, i % activities->len);
      gint64 begin = g_get_monotonic_time ();
      g_autoptr (FramRoster) roster = fram_desk_roster (desk, &activity->activity, home, NULL);

      add_since (times, begin);
      must (roster != NULL, NULL);
    }
  return figures_of (times);
}

static Figures
count_sidebar (FramDesk *desk, FramDate home, guint n)
{
  g_autoptr (GArray) times = times_new ();

  for (guint i = 0; i < n; i++)
    {
      gint64 begin = g_get_monotonic_time ();
      g_autoptr (GPtrArray) activities = fram_desk_activities (desk, home, NULL);

      add_since (times, begin);
      must (activities != NULL, NULL);
    }
  return figures_of (times);
}

/* What the sidebar reads after a mark. */
static Figures
count_one (FramDesk *desk, const FramUuid *activity, FramDate home, guint n)
{
  g_autoptr (GArray) times = times_new ();

  for (guint i = 0; i < n; i++)
    {
      gint64 begin = g_get_monotonic_time ();
      FramActivityCount *count = fram_desk_count_activity (desk, activity, home, NULL);

      fram_desk_count_tasks (desk);
      add_since (times, begin);
      must (count != NULL, NULL);
      fram_activity_count_free (count);
    }
  return figures_of (times);
}

static Figures
take_stock (FramDesk *desk, FramDate home, guint n)
{
  g_autoptr (GArray) times = times_new ();

  for (guint i = 0; i < n; i++)
    {
      gint64 begin = g_get_monotonic_time ();
      g_autoptr (GPtrArray) taken = fram_desk_rosters_taken (desk, fram_date_monday (home), home, NULL);

      add_since (times, begin);
      must (taken != NULL, NULL);
    }
  return figures_of (times);
}

static gboolean
has_role (const FramStaff *staff, FramRole role)
{
  for (guint i = 0; i < staff->roles->len; i++)
    if (((const FramStaffRole *)g_ptr_array_index (staff->roles, i))->role == role)
      return TRUE;
  return FALSE;
}

/* The first page of somebody with that role. */
static void
print_today (FramDesk *desk, FramRole role, FramDate home, guint n)
{
  g_autoptr (GPtrArray) staff = fram_desk_staff (desk, FALSE, NULL);
  g_autoptr (GArray) times = times_new ();
  g_autofree char *what = g_strdup_printf ("Today of a %s", fram_role_get_code (role));
  const FramStaff *person = NULL;

  for (guint i = 0; i < staff->len && person == NULL; i++)
    if (has_role (g_ptr_array_index (staff, i), role))
      person = g_ptr_array_index (staff, i);
  must (person != NULL && fram_desk_sit_down (desk, &person->id, NULL), NULL);
  for (guint i = 0; i < n; i++)
    {
      gint64 begin = g_get_monotonic_time ();
      g_autoptr (FramToday) today = fram_desk_today (desk, home, NULL);

      add_since (times, begin);
      must (today != NULL, NULL);
    }
  print_figures (what, figures_of (times));
}

/* Typed letter by letter, as in the window: each key is a search of its own, for the first fifty. */
static Figures
search_by_key (FramDesk *desk)
{
  static const char *const typed[] = { "söderström", "amina hassan", "F2023-0012", "anna s", "björk er", "xyz", "and" };
  g_autoptr (GArray) times = times_new ();

  for (guint round = 0; round < 3; round++)
    for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
      for (const char *end = g_utf8_next_char (typed[i]);; end = g_utf8_next_char (end))
        {
          g_autofree char *words = g_strndup (typed[i], end - typed[i]);
          FramPeopleQuery query = { .search = words, .limit = 50 };
          g_autoptr (GError) error = NULL;
          gint64 begin = g_get_monotonic_time ();
          g_autoptr (GPtrArray) people = fram_desk_people (desk, &query, &error);

          add_since (times, begin);
          if (g_getenv ("FRAM_BENCH_VERBOSE") != NULL && round == 2)
            printf ("  %-16s %8.2f ms\n", words, g_array_index (times, double, times->len - 1));
          must (people != NULL, error);
          if (*end == '\0')
            break;
        }
  return figures_of (times);
}

static double
ask (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *stmt = NULL;
  double answer = 0;

  if (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL) == SQLITE_OK && sqlite3_step (stmt) == SQLITE_ROW)
    answer = sqlite3_column_double (stmt, 0);
  sqlite3_finalize (stmt);
  return answer;
}

/* The marks with their indexes, and their part of the change log. */
static double
bytes_of_marks (sqlite3 *db)
{
  double own = ask (db, "SELECT sum (pgsize) FROM dbstat WHERE name IN ('mark', 'mark_of_activity') AND aggregate = 1");
  double log =
      ask (db, "SELECT sum (pgsize) FROM dbstat WHERE name IN ('change', 'change_of_action') AND aggregate = 1");
  double all = ask (db, "SELECT count (*) FROM change");

  return all > 0 ? own + log * ask (db, "SELECT count (*) FROM change WHERE entity = 39") / all : own;
}

static void
print_sizes (const char *path, gboolean in_detail)
{
  sqlite3 *db = NULL;
  double marks;
  GStatBuf info;

  must (g_stat (path, &info) == 0 && sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK, NULL);
  marks = ask (db, "SELECT count (*) FROM mark");
  printf ("register: %.0f participants, %.0f marks, %.1f MB\n", ask (db, "SELECT count (*) FROM participant"), marks,
          (double)info.st_size / 1e6);
  if (in_detail && marks > 0)
    printf ("%-46s        %8.1f MB with log and indexes, %.1f MB with all else too\n", "file per million marks",
            bytes_of_marks (db) / marks, (double)info.st_size / marks);
  sqlite3_close (db);
}

/* Timelines of participants one after the other, and the one with most days. */
static void
print_timelines (FramDesk *desk, guint n)
{
  FramPeopleQuery query = { .limit = n };
  g_autoptr (GArray) times = times_new ();
  g_autoptr (GPtrArray) people = NULL;
  guint most = 0;

  people = fram_desk_people (desk, &query, NULL);
  must (people != NULL, NULL);
  for (guint i = 0; i < people->len; i++)
    {
      const FramPersonRow *row = g_ptr_array_index (people, i);
      gint64 begin = g_get_monotonic_time ();
      g_autoptr (FramTimeline) timeline = fram_desk_timeline (desk, row->case_no, NULL, NULL);

      add_since (times, begin);
      must (timeline != NULL, NULL);
      most = MAX (most, timeline->days->len);
    }
  print_figures ("a participant's timeline, read", figures_of (times));
  printf ("%-46s        %8u\n", "  days of attendance in the longest", most);
}

/* The same rows read by SQLite alone: what a list cannot be faster than. */
static Figures
bare_adaptations (const char *path, gboolean all, guint n)
{
  static const char due[] = "SELECT a.* FROM adaptation a WHERE a.gone = 0 AND a.review_by <= date ('now', '+7 days')"
                            " AND a.status IN ('proposed', 'on_trial', 'in_place') ORDER BY a.review_by";
  static const char every[] = "SELECT a.* FROM adaptation a WHERE a.gone = 0 ORDER BY a.review_by";
  g_autoptr (GArray) times = times_new ();
  sqlite3_stmt *stmt = NULL;
  sqlite3 *db = NULL;

  must (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK, NULL);
  must (sqlite3_prepare_v2 (db, all ? every : due, -1, &stmt, NULL) == SQLITE_OK, NULL);
  for (guint i = 0; i < n; i++)
    {
      gint64 begin = g_get_monotonic_time ();

      while (sqlite3_step (stmt) == SQLITE_ROW)
        (void)sqlite3_column_text (stmt, 4);
      sqlite3_reset (stmt);
      add_since (times, begin);
    }
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  return figures_of (times);
}

static Figures
list_adaptations (FramDesk *desk, FramDate due_by, guint n, guint *rows)
{
  FramAdaptationQuery query = { NULL, due_by };
  g_autoptr (GArray) times = times_new ();

  for (guint i = 0; i < n; i++)
    {
      gint64 begin = g_get_monotonic_time ();
      g_autoptr (GPtrArray) list = fram_desk_adaptations (desk, &query, NULL);

      add_since (times, begin);
      must (list != NULL, NULL);
      *rows = list->len;
    }
  return figures_of (times);
}

static Figures
list_proven (FramDesk *desk, guint n)
{
  g_autoptr (GArray) times = times_new ();

  for (guint i = 0; i < n; i++)
    {
      gint64 begin = g_get_monotonic_time ();
      g_autoptr (GPtrArray) list = fram_desk_proven (desk, NULL, NULL);

      add_since (times, begin);
      must (list != NULL, NULL);
    }
  return figures_of (times);
}

/* Of whoever sits here: the therapist sees those of all. */
static void
print_adaptations (FramDesk *desk, const char *path, FramDate home)
{
  guint due = 0, all = 0;
  Figures list = list_adaptations (desk, home + 7, 50, &due), every = list_adaptations (desk, FRAM_DATE_NONE, 20, &all);

  print_figures ("adaptations to review, now or within a week", list);
  print_figures ("  the same rows by SQLite alone", bare_adaptations (path, FALSE, 50));
  print_figures ("all adaptations", every);
  print_figures ("  the same rows by SQLite alone", bare_adaptations (path, TRUE, 20));
  printf ("%-46s        %8u of %u\n", "  to review, of all", due, all);
  print_figures ("proven measures of all areas", list_proven (desk, 50));
}

static gboolean
copy_file (const char *from, const char *to)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);

  return g_file_copy (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, NULL);
}

static void
print_marks (FramDesk *desk, const char *folder, const GPtrArray *activities, FramDate home)
{
  const FramActivityCount *first = g_ptr_array_index (activities, 0);
  Figures bare = bare_commit (folder, 400);
  Figures mark = mark_people (desk, &first->activity, home, 400);

  print_figures ("one bare synced commit of SQLite", bare);
  print_figures ("one mark, committed, with the roster after it", mark);
  printf ("%-46s median %8.2f ×    99 %% %8.2f ×    %s a frame of %.1f ms\n", "  mark / bare commit",
          mark.median / bare.median, mark.p99 / bare.p99, mark.p99 <= FRAME_MS ? "99 % within" : "99 % beyond",
          FRAME_MS);
}

static void
measure (const char *path, const char *folder, gboolean only_search)
{
  g_autoptr (FramClock) clock = fram_clock_new_default ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) activities = NULL;
  gint64 begin = g_get_monotonic_time ();
  long before = resident_kib ();
  g_autoptr (FramDesk) desk = fram_desk_open (path, clock, &error);
  const FramActivityCount *first;
  FramDate home;

  must (desk != NULL, error);
  if (only_search)
    {
      print_figures ("search, per key", search_by_key (desk));
      return;
    }
  printf ("%-46s        %8.2f ms\n", "opened", (double)(g_get_monotonic_time () - begin) / 1000.0);
  home = fram_desk_get_home_day (desk);
  activities = fram_desk_activities (desk, home, &error);
  must (activities != NULL && activities->len > 0, error);
  printf ("%-46s        %8.2f ms\n", "opened, and counts of today", (double)(g_get_monotonic_time () - begin) / 1000.0);
  printf ("%-46s        %8d\n", "people expected in the first roster",
          ((const FramActivityCount *)g_ptr_array_index (activities, 0))->expected);
  first = g_ptr_array_index (activities, 0);
  print_marks (desk, folder, activities, home);
  print_figures ("another day", change_days (desk, &first->activity, home, 400));
  print_figures ("another workshop", change_workshops (desk, activities, home, 200));
  print_figures ("counts of the sidebar", count_sidebar (desk, home, 100));
  print_figures ("one count and the tasks after a mark", count_one (desk, &first->activity, home, 100));
  print_figures ("which rosters of the week are not taken", take_stock (desk, home, 100));
  print_figures ("search, per key", search_by_key (desk));
  print_today (desk, FRAM_ROLE_ACTIVITY_LEADER, home, 50);
  print_today (desk, FRAM_ROLE_CASE_WORKER, home, 50);
  print_today (desk, FRAM_ROLE_MANAGER, home, 50);
  print_today (desk, FRAM_ROLE_OCCUPATIONAL_THERAPIST, home, 50);
  print_timelines (desk, 200); /* as the therapist sees them */
  print_adaptations (desk, path, home);
  printf ("%-46s        %8.1f MB\n", "memory the desk has taken", (double)(resident_kib () - before) / 1024.0);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  g_autofree char *copy = NULL;

  fram_locale_init ();
  if (argc < 2)
    return 2;
  folder = g_dir_make_tmp ("framsteg-bench-XXXXXX", NULL);
  copy = g_build_filename (folder, "framsteg.db", NULL);
  must (copy_file (argv[1], copy), NULL);
  print_sizes (copy, g_strcmp0 (argv[2], "--search") != 0);
  measure (copy, folder, g_strcmp0 (argv[2], "--search") == 0);
  for (guint i = 0; i < 6; i++)
    {
      static const char *const names[] = { "framsteg.db", "framsteg.db-wal", "framsteg.db-shm",
                                           "bare.db",     "bare.db-wal",     "bare.db-shm" };
      g_autofree char *file = g_build_filename (folder, names[i], NULL);

      g_unlink (file);
    }
  g_rmdir (folder);
  return 0;
}
