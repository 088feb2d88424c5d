/* What a change of a group's series costs at the desk: a month of sessions, those that follow, all; beside a bare synced
 * commit. Prints figures; judges nothing. */

#include "fram-desk-group.h"
#include "fram-locale.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdio.h>

#define FRAME_MS 16.7
#define TIMES    25

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return (x > y) - (x < y);
}

static double
median (GArray *times)
{
  g_array_sort (times, compare);
  return times->len > 0 ? g_array_index (times, double, times->len / 2) : 0;
}

static void
add_since (GArray *times, gint64 begin)
{
  double ms = (double)(g_get_monotonic_time () - begin) / 1000.0;

  g_array_append_val (times, ms);
}

/* As much as a change writes, and a disk that is waited for. */
static double
bare_commit (const char *directory)
{
  g_autofree char *path = g_build_filename (directory, "bare.db", NULL);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  sqlite3 *db = NULL;

  if (sqlite3_open (path, &db) != SQLITE_OK)
    return 0;
  sqlite3_exec (db, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE t (a INTEGER, b TEXT)", NULL, NULL,
                NULL);
  for (int i = 0; i < TIMES; i++)
    {
      gint64 begin = g_get_monotonic_time ();

      sqlite3_exec (db, "BEGIN; INSERT INTO t VALUES (1, 'a'); INSERT INTO t VALUES (2, 'b'); COMMIT", NULL, NULL,
                    NULL);
      add_since (times, begin);
    }
  sqlite3_close (db);
  g_unlink (path);
  return median (times);
}

/* The busiest one: a group that meets, with the most sessions ahead. */
static gboolean
find_group (FramDesk *desk, FramUuid *id, FramDate *planned)
{
  g_autoptr (GPtrArray) groups = fram_desk_list_groups (desk, FALSE, NULL);
  FramDate today = fram_clock_today (fram_desk_get_clock (desk));

  for (guint i = 0; groups != NULL && i < groups->len; i++)
    {
      const FramGroup *group = g_ptr_array_index (groups, i);

      for (FramDate day = MAX (today, group->first) + 1; group->rrule != NULL && day < today + 21; day++)
        if (fram_desk_count_scope (desk, &group->id, day, FRAM_GROUP_FOLLOWING, NULL, NULL, NULL) > 1)
          {
            *id = group->id;
            *planned = day;
            return TRUE;
          }
    }
  return FALSE;
}

static void
print_times (const char *what, GArray *times, double bare)
{
  double ms = median (times);

  printf ("%-34s median %7.2f ms   %5.2f frames   %5.1f × a bare commit   (%u)\n", what, ms, ms / FRAME_MS,
          bare > 0 ? ms / bare : 0, times->len);
}

static void
change (FramDesk *desk, const FramUuid *group, FramDate planned, FramGroupScope scope, const char *what, double bare)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (int i = 0; i < TIMES; i++)
    {
      FramSessionEdit edit = {
        .day = FRAM_DATE_NONE, .starts = 420 + i % 2 * 5, .minutes = 55, .reason = (char *)"bench"
      };
      g_autoptr (GError) error = NULL;
      gint64 begin = g_get_monotonic_time ();

      if (fram_desk_change_session (desk, group, planned, scope, &edit, NULL, &error))
        add_since (times, begin);
      else
        g_printerr ("%s\n", error->message);
    }
  print_times (what, times, bare);
}

int
main (int argc, char **argv)
{
  g_autoptr (FramClock) clock = fram_clock_new_default ();
  g_autoptr (FramDesk) desk = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = g_strconcat (argc > 1 ? argv[1] : "", ".group", NULL);
  g_autofree char *directory = g_path_get_dirname (copy);
  g_autofree char *bytes = NULL;
  double bare;
  FramUuid group;
  FramDate planned;
  gsize length;

  fram_locale_init ();
  if (argc < 2 || !g_file_get_contents (argv[1], &bytes, &length, &error) ||
      !g_file_set_contents (copy, bytes, (gssize)length, &error) ||
      (desk = fram_desk_open (copy, clock, &error)) == NULL)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "Which register?");
      return 1;
    }
  bare = bare_commit (directory);
  printf ("%-34s median %7.2f ms\n", "a bare synced commit", bare);
  if (find_group (desk, &group, &planned))
    {
      change (desk, &group, planned, FRAM_GROUP_THIS, "one session", bare);
      change (desk, &group, planned, FRAM_GROUP_FOLLOWING, "a session and all that follow", bare);
      change (desk, &group, planned, FRAM_GROUP_ALL, "all sessions", bare);
    }
  g_clear_object (&desk);
  g_unlink (copy);
  return 0;
}
