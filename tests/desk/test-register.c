#include "desk-fixture.h"

#include "fram-import.h"
#include "fram-text.h"

#include <glib/gstdio.h>

/* The register of the published tables, imported: its rosters are those of attendance.csv, and it comes out as it went in. */

static char *
data_path (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "data", "fram", name, NULL);
}

static FramDesk *
import_register (Fixture *f)
{
  g_autofree char *directory = data_path ("");
  g_autofree char *path = g_build_filename (f->directory, "imported.db", NULL);
  g_autoptr (FramProblems) problems = fram_problems_new ();
  g_autoptr (FramImportResult) result = NULL;
  g_autoptr (FramImportResult) again = NULL;
  g_autoptr (GError) error = NULL;
  FramDesk *desk = fram_desk_create (path, f->clock, "fram", &error);

  g_assert_no_error (error);
  result = fram_desk_import (desk, directory, FALSE, problems, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result->rows, ==, 972 + 1783 + 1095 + 30740 + 59741 + 410 + 11707);
  again = fram_desk_import (desk, directory, FALSE, problems, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (again->added, ==, 0);
  g_assert_cmpuint (again->differing, ==, 0);
  g_assert_cmpuint (again->same, ==, result->added);
  return desk;
}

static void
remove_register (Fixture *f)
{
  static const char *const names[] = { "imported.db", "imported.db-wal", "imported.db-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *file = g_build_filename (f->directory, names[i], NULL);

      g_unlink (file);
    }
}

/* "case status hours planned" of every line of the file about one workshop and day */
static GHashTable *
lines_of (const char *workshop, const char *day)
{
  g_autofree char *path = data_path ("attendance.csv");
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  GHashTable *found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\r\n", -1);
  for (guint i = 1; lines[i] != NULL && lines[i][0] != '\0'; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], ",", -1);

      if (g_str_equal (fields[2], workshop) && g_str_equal (fields[1], day))
        g_hash_table_add (found, g_strjoin (" ", fields[0], fields[3], fields[4], fields[5], NULL));
    }
  return found;
}

static guint
compare_day (FramDesk *desk, const char *workshop, FramDate day)
{
  g_autofree char *text = fram_date_to_text (day);
  g_autoptr (GHashTable) lines = lines_of (workshop, text);
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
      g_assert_true (g_hash_table_contains (lines, line));
      marked++;
    }
  g_assert_cmpuint (marked, ==, g_hash_table_size (lines));
  g_assert_cmpint (roster->totals.expected, ==, (int)marked);
  return marked;
}

static void
test_rosters_are_those_of_the_file (Fixture *f, gconstpointer unused)
{
  static const char *const workshops[] = { "snickeri",       "kok_bageri", "butik_torsten",
                                           "administration", "tradgard",   "kreativt_hantverk" };
  g_autoptr (FramDesk) desk = import_register (f);
  guint days = 0, marks = 0;

  for (int month = 0; month < 8; month++)
    for (guint i = 0; i < G_N_ELEMENTS (workshops); i++)
      {
        FramDate day =
            fram_date_monday (fram_date_add_months (fram_test_date ("2022-01-20"), 3 * month)) + (int)(i % 5);

        marks += compare_day (desk, workshops[i], day);
        days++;
      }
  g_test_message ("%u workshop-days, %u marks", days, marks);
  g_assert_cmpuint (days, ==, 48);
  g_assert_cmpuint (marks, >, 150);
  g_clear_object (&desk);
  remove_register (f);
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
test_export_gives_back_every_row (Fixture *f, gconstpointer unused)
{
  g_autoptr (FramDesk) desk = import_register (f);
  g_autofree char *directory = g_build_filename (f->directory, "out", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (fram_desk_export (desk, directory, NULL, NULL, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < FRAM_N_IMPORT_FILES; i++)
    assert_same_file (directory, fram_import_file_get_name ((FramImportFile)i));
  g_rmdir (directory);
  g_clear_object (&desk);
  remove_register (f);
}

static void
test_imported_case_workers_have_their_own (Fixture *f, gconstpointer unused)
{
  g_autoptr (FramDesk) desk = import_register (f);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) staff = fram_desk_staff (desk, FALSE, &error);

  /* the twelve named in the notes of events.csv */
  g_assert_cmpuint (staff->len, ==, 12);
  g_assert_true (fram_desk_sit_down_as (desk, "Thuy Bakir", &error));
  g_clear_object (&desk);
  remove_register (f);
}

#define ADD(name, func) g_test_add ("/desk/register/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  ADD ("rosters-are-those-of-the-file", test_rosters_are_those_of_the_file);
  ADD ("export-gives-back-every-row", test_export_gives_back_every_row);
  ADD ("imported-case-workers-have-their-own", test_imported_case_workers_have_their_own);
  return g_test_run ();
}
