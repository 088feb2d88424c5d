/* The list of gaps over all enrolments of a register, and the sidebar's figure, against bare SQLite that reads every marked
 * day and every line of the plans. Prints figures; judges nothing. */

#include "fram-desk-gaps.h"
#include "fram-locale.h"

#include <sqlite3.h>
#include <stdio.h>

#define READS 9

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return (x > y) - (x < y);
}

static double
since (gint64 begin)
{
  return (double)(g_get_monotonic_time () - begin) / 1000.0;
}

static double
print_times (const char *what, GArray *times, const char *unit, guint n)
{
  double median;

  g_array_sort (times, compare);
  median = g_array_index (times, double, times->len / 2);
  printf ("%-62s median %8.2f ms   slowest %8.2f ms   %u %s\n", what, median,
          g_array_index (times, double, times->len - 1), n, unit);
  return median;
}

static double
list (FramDesk *desk, const FramGapQuery *query, const char *what)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  guint found = 0;

  for (guint i = 0; i < READS; i++)
    {
      gint64 begin = g_get_monotonic_time ();
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) rows = fram_desk_gaps (desk, query, &error);
      double ms = since (begin);

      if (rows == NULL)
        g_error ("%s", error->message);
      found = rows->len;
      g_array_append_val (times, ms);
    }
  return print_times (what, times, "gaps", found);
}

static double
count (FramDesk *desk, const char *what)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  guint found = 0;

  for (guint i = 0; i < READS; i++)
    {
      gint64 begin = g_get_monotonic_time ();
      double ms;

      found = fram_desk_count_gaps (desk);
      ms = since (begin);
      g_array_append_val (times, ms);
    }
  return print_times (what, times, "people", found);
}

static guint
run_bare (sqlite3 *handle, const char *sql)
{
  sqlite3_stmt *stmt = NULL;
  guint rows = 0;

  if (sqlite3_prepare_v2 (handle, sql, -1, &stmt, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (handle));
  while (sqlite3_step (stmt) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (stmt); i++)
        sqlite3_column_text (stmt, i);
      rows++;
    }
  sqlite3_finalize (stmt);
  return rows;
}

static double
read_bare (const char *path, const char *what, const char *const *statements)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  sqlite3 *handle = NULL;
  guint rows = 0;

  sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READONLY, NULL);
  for (guint i = 0; i < READS; i++)
    {
      gint64 begin = g_get_monotonic_time ();
      double ms;

      rows = 0;
      for (guint j = 0; statements[j] != NULL; j++)
        rows += run_bare (handle, statements[j]);
      ms = since (begin);
      g_array_append_val (times, ms);
    }
  sqlite3_close (handle);
  return print_times (what, times, "rows", rows);
}

int
main (int argc, char **argv)
{
  static const char *const plans[] = {
    "SELECT e.id, e.enrolled, e.closed, p.case_no, p.given_name, p.family_name FROM enrolment e"
    " JOIN participant p ON p.id = e.participant",
    "SELECT enrolment, day, kind FROM event ORDER BY enrolment",
    "SELECT enrolment, valid_from, valid_to, weekday FROM plan_slot ORDER BY enrolment",
    "SELECT enrolment, from_day, to_day, activity FROM placement ORDER BY enrolment",
    "SELECT enrolment, from_day, to_day, activity_group FROM membership ORDER BY enrolment",
    "SELECT participant, day, kind FROM booking ORDER BY participant",
    NULL,
  };
  static const char *const marks[] = {
    "SELECT enrolment, day FROM mark WHERE status IS NOT NULL ORDER BY enrolment, day", NULL
  };
  const FramGapQuery every = { .at = FRAM_DATE_NONE }, seams = { .at = FRAM_DATE_NONE, .seams = TRUE };
  const FramGapQuery now = { .at = FRAM_DATE_NONE, .now = TRUE };
  g_autoptr (FramClock) clock = fram_clock_new_default ();
  g_autoptr (FramDesk) desk = NULL;
  g_autoptr (GError) error = NULL;
  double bare, ours;

  fram_locale_init ();
  if (argc < 2)
    g_error ("bench-gaps REGISTER [PERSON]");
  desk = fram_desk_open (argv[1], clock, &error);
  if (desk == NULL || (argc > 2 && !fram_desk_sit_down_as (desk, argv[2], &error)))
    g_error ("%s", error->message);
  bare = read_bare (argv[1], "bare SQLite: lines of all plans", plans) +
         read_bare (argv[1], "bare SQLite: all marked days", marks);
  ours = list (desk, &every, "every gap there ever was (aim: 200 ms)");
  printf ("%-62s %.2f of bare SQLite that reads the same\n", "", ours / bare);
  list (desk, &seams, "with the seams");
  list (desk, &now, "present and coming ones, the page");
  count (desk, "how many people, the sidebar");
  return 0;
}
