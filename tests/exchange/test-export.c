#include "exchange-fixture.h"

#include "fram-csv.h"
#include "fram-error.h"
#include "fram-export.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <signal.h>

/* Gives the rows of tests/data/fram back. */
typedef struct
{
  FramCsvReader *reader;
  FramImportFile file;
  guint stop_after;
} Source;

static gboolean
next_row (FramImportFile file, const char **fields, gboolean *more, gpointer data, GError **error)
{
  Source *self = data;

  if (self->reader == NULL || self->file != file)
    {
      g_autofree char *directory = fixture_path ("fram");
      g_autofree char *path = g_build_filename (directory, fram_import_file_get_name (file), NULL);

      g_clear_pointer (&self->reader, fram_csv_reader_free);
      self->reader = fram_csv_reader_new_for_file (path, error);
      self->file = file;
      g_assert_cmpint (fram_csv_reader_next (self->reader), ==, FRAM_CSV_ROW);
    }
  *more = fram_csv_reader_next (self->reader) == FRAM_CSV_ROW;
  for (guint i = 0; *more && i < fram_csv_reader_get_n_fields (self->reader); i++)
    fields[i] = fram_csv_reader_get_field (self->reader, i);
  if (self->stop_after > 0 && --self->stop_after == 0)
    {
      g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_BUSY, "stopped.");
      return FALSE;
    }
  return TRUE;
}

static void
assert_same_file (const char *a, const char *b)
{
  g_autofree char *x = NULL, *y = NULL;

  g_assert_true (g_file_get_contents (a, &x, NULL, NULL));
  g_assert_true (g_file_get_contents (b, &y, NULL, NULL));
  g_assert_true (g_str_equal (x, y));
}

static void
test_all (void)
{
  g_autofree char *directory = fixture_make_directory ();
  g_autofree char *out = g_build_filename (directory, "new", NULL);
  g_autofree char *in = fixture_path ("fram");
  g_autoptr (GError) error = NULL;
  Source source = { NULL };

  g_assert_true (fram_export_write (out, NULL, next_row, &source, &error));
  g_assert_no_error (error);
  for (guint f = 0; f < FRAM_N_IMPORT_FILES; f++)
    {
      g_autofree char *a = g_build_filename (in, fram_import_file_get_name (f), NULL);
      g_autofree char *b = g_build_filename (out, fram_import_file_get_name (f), NULL);
      GStatBuf info;

      assert_same_file (a, b);
      g_assert_cmpint (g_stat (b, &info), ==, 0);
      g_assert_cmpint (info.st_mode & 0077, ==, 0); /* people's records: their owner's only */
    }
  g_clear_pointer (&source.reader, fram_csv_reader_free);
  fixture_remove_directory (directory);
}

static guint
n_files (const char *directory)
{
  g_autoptr (GDir) dir = g_dir_open (directory, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* A run that stops half-way leaves the old file and nothing else. */
static void
test_stopped (void)
{
  g_autofree char *directory = fixture_make_directory ();
  g_autofree char *path = g_build_filename (directory, "cases.csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  Source source = { .stop_after = 900 };

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_assert_false (fram_export_write_file (path, FRAM_IMPORT_CASES, next_row, &source, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_BUSY);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "old");
  g_assert_cmpuint (n_files (directory), ==, 1);
  g_clear_pointer (&source.reader, fram_csv_reader_free);
  fixture_remove_directory (directory);
}

static void
test_no_place (void)
{
  g_autoptr (GError) error = NULL;
  Source source = { NULL };

  g_assert_false (fram_export_write ("/proc/nowhere", NULL, next_row, &source, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_IO);
  g_clear_error (&error);
  g_assert_false (fram_export_write_file ("/nowhere/cases.csv", FRAM_IMPORT_CASES, next_row, &source, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_IO);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

/* A file may not grow past a limit: what a full disk looks like from here. */
static void
test_full (void)
{
  g_autofree char *directory = fixture_make_directory ();
  g_autofree char *path = g_build_filename (directory, "attendance.csv", NULL);
  g_autoptr (GError) error = NULL;
  struct rlimit before, limit;
  Source source = { NULL };

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = 100 * 1000;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (fram_export_write_file (path, FRAM_IMPORT_ATTENDANCE, next_row, &source, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_IO);
  g_assert_cmpuint (n_files (directory), ==, 0);
  g_clear_pointer (&source.reader, fram_csv_reader_free);
  fixture_remove_directory (directory);
}

static void
test_statuses (void)
{
  g_assert_cmpstr (fram_export_adaptation_status ("in_place"), ==, "genomford");
  g_assert_cmpstr (fram_export_adaptation_status ("did_not_help"), ==, "avslutad");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/all", test_all);
  g_test_add_func ("/export/stopped", test_stopped);
  g_test_add_func ("/export/no-place", test_no_place);
  g_test_add_func ("/export/full", test_full);
  g_test_add_func ("/export/statuses", test_statuses);
  return g_test_run ();
}
