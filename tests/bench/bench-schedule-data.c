/* A week of the schedule: as the register has it, and with sixty groups that have met every week for ten years, each with a
 * step, changes and ten members. Works on a copy. Prints figures; judges nothing. */

#include "fram-desk-files.h"
#include "fram-desk-schedule-picture.h"
#include "fram-locale.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdio.h>

#define READS 15

static const char filling[] =
    "BEGIN;"
    "CREATE TEMP TABLE n AS WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 60)"
    " SELECT n, (SELECT max (id) FROM ident) + n * 20 AS id FROM c;"
    "CREATE TEMP TABLE who AS SELECT row_number () OVER (ORDER BY id DESC) + 9 AS k, id FROM enrolment"
    " ORDER BY id DESC LIMIT 600;"
    "UPDATE activity_group SET last_day = '2015-01-01';"
    "INSERT INTO ident SELECT id, randomblob (16), 0 FROM n;"
    "INSERT INTO activity_group (id, group_kind, code, rrule, first_day, starts, minutes, capacity)"
    " SELECT id, (SELECT min (id) FROM group_kind), 'B-' || n, 'FREQ=WEEKLY;BYDAY='"
    "  || substr ('MOTUWETHFR', 2 * (n % 5) + 1, 2), '2016-11-07', 480 + 30 * (n % 12), 90, 12 FROM n;"
    "INSERT INTO ident SELECT id + 1, randomblob (16), 0 FROM n;"
    "INSERT INTO group_step (id, activity_group, from_day, starts) SELECT id + 1, id, '2021-01-04', 600 FROM n;"
    "INSERT INTO ident SELECT id + 2, randomblob (16), 0 FROM n;"
    "INSERT INTO group_session_change (id, activity_group, day, kind, reason)"
    " SELECT id + 2, id, date ('2026-11-09', '+' || (n % 5) || ' days'), 'cancelled', 'x' FROM n WHERE n % 10 = 0;"
    "INSERT INTO ident SELECT id + 3, randomblob (16), 0 FROM n;"
    "INSERT INTO group_leader (id, activity_group, staff) SELECT id + 3, id, (SELECT min (id) FROM staff) FROM n;"
    "INSERT INTO ident SELECT n.id + 10 + k % 10, randomblob (16), 0 FROM n JOIN who ON k / 10 = n;"
    "INSERT INTO membership (id, activity_group, enrolment, from_day) SELECT n.id + 10 + k % 10, n.id, who.id,"
    " '2026-09-01' FROM n JOIN who ON k / 10 = n;"
    "COMMIT;";

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return (x > y) - (x < y);
}

static void
read_weeks (FramDesk *desk, FramDate from, FramDate to, const char *what)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  guint found = 0;

  for (guint i = 0; i < READS; i++)
    {
      gint64 begin = g_get_monotonic_time ();
      g_autoptr (GError) error = NULL;
      g_autoptr (FramSchedule) week = fram_desk_schedule (desk, FRAM_SCHEDULE_OF_ALL, NULL, from, to, &error);
      g_autoptr (FramSchedulePicture) picture = week != NULL ? fram_desk_schedule_picture (week, FALSE) : NULL;
      double ms = (double)(g_get_monotonic_time () - begin) / 1000.0;

      if (picture == NULL)
        g_error ("%s", error->message);
      found = week->sessions->len;
      g_array_append_val (times, ms);
    }
  g_array_sort (times, compare);
  printf ("%-62s median %8.2f ms   slowest %8.2f ms   %u sessions\n", what,
          g_array_index (times, double, times->len / 2), g_array_index (times, double, times->len - 1), found);
}

static void
fill (const char *path)
{
  sqlite3 *handle = NULL;
  char *message = NULL;

  sqlite3_open (path, &handle);
  if (sqlite3_exec (handle, filling, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s", message);
  sqlite3_close (handle);
}

int
main (int argc, char **argv)
{
  g_autoptr (FramClock) clock = NULL;
  g_autoptr (FramDesk) desk = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("framsteg-bench-XXXXXX", NULL);
  g_autofree char *copy = g_build_filename (folder, "copy.db", NULL);
  FramDate monday = fram_date_parse ("2026-11-09");

  fram_locale_init ();
  if (argc != 2)
    return 2;
  clock = fram_clock_new_from_text ("2026-11-12T09:00");
  desk = fram_desk_open (argv[1], clock, &error);
  if (desk == NULL || !fram_desk_backup (desk, copy, &error))
    g_error ("%s", error->message);
  read_weeks (desk, monday, monday + 6, "a week of the register");
  read_weeks (desk, monday - 364, monday, "a year of the register");
  g_clear_object (&desk);
  fill (copy);
  desk = fram_desk_open (copy, clock, &error);
  if (desk == NULL)
    g_error ("%s", error->message);
  read_weeks (desk, monday, monday + 6, "a week of sixty groups that have met for ten years");
  g_clear_object (&desk);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *file = g_strconcat (copy, i == 0 ? "" : i == 1 ? "-wal" : "-shm", NULL);

      g_unlink (file);
    }
  g_rmdir (folder);
  return 0;
}
