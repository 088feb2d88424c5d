#include "desk-fixture.h"

#include "fram-desk-week.h"
#include "fram-import.h"
#include "fram-text.h"

#include <glib/gstdio.h>

/* The register of the published tables, imported: its rosters are those of attendance.csv, and it comes out as it went in. */

/* The register is imported once; the tests read it. */
typedef struct
{
  char *directory;
  char *path;
  FramClock *clock;
  FramDesk *desk;
} Register;

static char *
data_path (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "data", "fram", name, NULL);
}

static void
import_register (Register *r)
{
  g_autofree char *directory = data_path ("");
  g_autoptr (FramProblems) problems = fram_problems_new ();
  g_autoptr (FramImportResult) result = NULL;
  g_autoptr (FramImportResult) again = NULL;
  g_autoptr (GError) error = NULL;

  r->directory = g_dir_make_tmp ("framsteg-register-XXXXXX", NULL);
  r->path = g_build_filename (r->directory, "imported.db", NULL);
  r->clock = fram_clock_new_from_text ("2026-11-12T09:14");
  r->desk = fram_desk_create (r->path, r->clock, "fram", &error);
  g_assert_no_error (error);
  result = fram_desk_import (r->desk, directory, FALSE, problems, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result->rows, ==, 972 + 1783 + 1095 + 30740 + 59741 + 410 + 11707);
  again = fram_desk_import (r->desk, directory, FALSE, problems, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (again->added, ==, 0);
  g_assert_cmpuint (again->differing, ==, 0);
  g_assert_cmpuint (again->same, ==, result->added);
}

static void
remove_register (Register *r)
{
  static const char *const ends[] = { "", "-wal", "-shm" };

  g_clear_object (&r->desk);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *file = g_strconcat (r->path, ends[i], NULL);

      g_unlink (file);
    }
  g_rmdir (r->directory);
  fram_clock_unref (r->clock);
  g_free (r->path);
  g_free (r->directory);
}

/* "workshop day" → the set of "case status hours planned" of its lines, read once */
static GHashTable *
read_lines (void)
{
  g_autofree char *path = data_path ("attendance.csv");
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  GHashTable *days = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_hash_table_unref);

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\r\n", -1);
  for (guint i = 1; lines[i] != NULL && lines[i][0] != '\0'; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], ",", -1);
      g_autofree char *key = g_strjoin (" ", fields[2], fields[1], NULL);
      GHashTable *day = g_hash_table_lookup (days, key);

      if (day == NULL)
        {
          day = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
          g_hash_table_insert (days, g_steal_pointer (&key), day);
        }
      g_hash_table_add (day, g_strjoin (" ", fields[0], fields[3], fields[4], fields[5], NULL));
    }
  return days;
}

static guint
compare_day (FramDesk *desk, GHashTable *days, const char *workshop, FramDate day)
{
  g_autofree char *text = fram_date_to_text (day);
  g_autofree char *key = g_strjoin (" ", workshop, text, NULL);
  GHashTable *lines = g_hash_table_lookup (days, key);
  g_autoptr (FramRoster) roster = NULL;
  g_autoptr (GError) error = NULL;
  FramUuid activity;
  guint marked = 0;

  g_assert_true (fram_desk_find_activity (desk, workshop, &activity, &error));
  roster = fram_desk_roster (desk, &activity, day, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < roster->rows->len; i++)
    {
      const FramRosterRow *row = g_ptr_array_index (roster->rows, i);
      g_autofree char *hours = fram_hours_format (row->attended_minutes);
      g_autofree char *planned = fram_hours_format (row->planned_minutes);
      g_autofree char *line = NULL;

      if (row->status == NULL)
        continue;
      line = g_strjoin (" ", row->case_no, row->status->code, hours, planned, NULL);
      g_assert_nonnull (lines);
      g_assert_true (g_hash_table_contains (lines, line));
      marked++;
    }
  g_assert_cmpuint (marked, ==, lines != NULL ? g_hash_table_size (lines) : 0);
  g_assert_cmpint (roster->totals.expected, ==, (int)marked);
  return marked;
}

static void
test_rosters_are_those_of_the_file (gconstpointer data)
{
  static const char *const workshops[] = { "snickeri",       "kok_bageri", "butik_torsten",
                                           "administration", "tradgard",   "kreativt_hantverk" };
  const Register *r = data;
  g_autoptr (GHashTable) lines = read_lines ();
  guint days = 0, marks = 0;

  for (int month = 0; month < 8; month++)
    for (guint i = 0; i < G_N_ELEMENTS (workshops); i++)
      {
        FramDate day =
            fram_date_monday (fram_date_add_months (fram_test_date ("2022-01-20"), 3 * month)) + (int)(i % 5);

        marks += compare_day (r->desk, lines, workshops[i], day);
        days++;
      }
  g_test_message ("%u workshop-days, %u marks", days, marks);
  g_assert_cmpuint (days, ==, 48);
  g_assert_cmpuint (marks, >, 150);
}

/* What attendance.csv says of a workshop in a month. */
typedef struct
{
  int marks;
  int attended; /* minutes */
  int planned;
  GHashTable *of_status; /* code → number */
} Month;

static void
month_free (gpointer data)
{
  g_hash_table_unref (((Month *)data)->of_status);
  g_free (data);
}

static void
add_to_month (GHashTable *months, const char *workshop, const char *day, char **fields)
{
  g_autofree char *key = g_strdup_printf ("%s %.7s", workshop, day);
  Month *month = g_hash_table_lookup (months, key);
  int minutes;

  if (month == NULL)
    {
      month = g_new0 (Month, 1);
      month->of_status = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_hash_table_insert (months, g_steal_pointer (&key), month);
    }
  month->marks++;
  if (fram_hours_parse (fields[4], &minutes))
    month->attended += minutes;
  if (fram_hours_parse (fields[5], &minutes))
    month->planned += minutes;
  g_hash_table_insert (month->of_status, g_strdup (fields[3]),
                       GINT_TO_POINTER (GPOINTER_TO_INT (g_hash_table_lookup (month->of_status, fields[3])) + 1));
}

static GHashTable *
read_months (void)
{
  GHashTable *months = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, month_free);
  g_autofree char *path = data_path ("attendance.csv");
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\r\n", -1);
  for (guint i = 1; lines[i] != NULL && lines[i][0] != '\0'; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], ",", -1);

      add_to_month (months, fields[2], fields[1], fields);
    }
  return months;
}

static int
compare_month (FramDesk *desk, GHashTable *months, const char *workshop, FramDate first)
{
  g_autofree char *day = fram_date_to_text (first);
  g_autofree char *key = g_strdup_printf ("%s %.7s", workshop, day);
  const Month *wanted = g_hash_table_lookup (months, key);
  const GArray *statuses = fram_desk_get_statuses (desk);
  g_autoptr (FramSheet) sheet = NULL;
  g_autoptr (GError) error = NULL;
  FramUuid activity;

  g_assert_true (fram_desk_find_activity (desk, workshop, &activity, &error));
  sheet = fram_desk_month (desk, &activity, first, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sheet->sums.counts.marked, ==, wanted != NULL ? wanted->marks : 0);
  g_assert_cmpint (sheet->sums.attended_minutes, ==, wanted != NULL ? wanted->attended : 0);
  g_assert_cmpint (sheet->sums.planned_minutes, ==, wanted != NULL ? wanted->planned : 0);
  for (guint i = 0; wanted != NULL && i < statuses->len; i++)
    g_assert_cmpint (
        sheet->sums.counts.by_status[i], ==,
        GPOINTER_TO_INT (g_hash_table_lookup (wanted->of_status, g_array_index (statuses, FramStatus, i).code)));
  return sheet->sums.counts.marked;
}

/* Sums of every workshop in every month are those of the file. */
static void
test_months_are_those_of_the_file (gconstpointer data)
{
  static const char *const workshops[] = { "snickeri",       "kok_bageri", "butik_torsten",
                                           "administration", "tradgard",   "kreativt_hantverk" };
  const Register *r = data;
  g_autoptr (GHashTable) months = read_months ();
  int marks = 0;

  for (int month = 0; month < 36; month++)
    for (guint i = 0; i < G_N_ELEMENTS (workshops); i++)
      marks +=
          compare_month (r->desk, months, workshops[i], fram_date_add_months (fram_test_date ("2021-01-01"), month));
  g_test_message ("%d marks", marks);
  g_assert_cmpint (marks, >, 10000);
}

static void
assert_same_file (const char *directory, const char *name)
{
  g_autofree char *wanted_path = data_path (name);
  g_autofree char *path = g_build_filename (directory, name, NULL);
  g_autofree char *wanted = NULL;
  g_autofree char *found = NULL;
  gsize wanted_size, size;

  g_assert_true (g_file_get_contents (wanted_path, &wanted, &wanted_size, NULL));
  g_assert_true (g_file_get_contents (path, &found, &size, NULL));
  g_assert_cmpmem (found, size, wanted, wanted_size);
  g_unlink (path);
}

static void
test_export_gives_back_every_row (gconstpointer data)
{
  const Register *r = data;
  g_autofree char *directory = g_build_filename (r->directory, "out", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (fram_desk_export (r->desk, directory, NULL, NULL, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < FRAM_N_IMPORT_FILES; i++)
    assert_same_file (directory, fram_import_file_get_name ((FramImportFile)i));
  g_rmdir (directory);
}

static void
test_imported_case_workers_have_their_own (gconstpointer data)
{
  const Register *r = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) staff = fram_desk_staff (r->desk, FALSE, &error);

  /* the twelve named in the notes of events.csv */
  g_assert_cmpuint (staff->len, ==, 12);
  g_assert_true (fram_desk_sit_down_as (r->desk, "Thuy Bakir", &error));
}

#define ADD(name, func) g_test_add_data_func ("/desk/register/" name, &imported, func)

int
main (int argc, char **argv)
{
  Register imported = { 0 };
  int status;

  fram_test_init (&argc, &argv);
  import_register (&imported);
  ADD ("rosters-are-those-of-the-file", test_rosters_are_those_of_the_file);
  ADD ("months-are-those-of-the-file", test_months_are_those_of_the_file);
  ADD ("export-gives-back-every-row", test_export_gives_back_every_row);
  ADD ("imported-case-workers-have-their-own", test_imported_case_workers_have_their_own);
  status = g_test_run ();
  remove_register (&imported);
  return status;
}
