#include "exchange-fixture.h"

/* Files into a register and out again: what the two rooms promise together. The desk joins them in the same way. */

#include "fram-changes.h"
#include "fram-demo.h"
#include "fram-export.h"
#include "fram-tables.h"

#include <string.h>

typedef struct
{
  char *folder;
  FramClock *clock;
  FramViewer *system;
  FramDb *db;
  FramChanges *changes;
  guint written[FRAM_WRITTEN_DIFFERS + 1];
} Register;

static gboolean
store (const FramRecord *record, gpointer data, GError **error)
{
  Register *self = data;
  FramWritten written = fram_changes_add (self->changes, record, error);

  self->written[written]++;
  return written != FRAM_WRITTEN_FAILED;
}

static void
begin (Register *self)
{
  g_autoptr (GError) error = NULL;

  memset (self->written, 0, sizeof self->written);
  self->changes = fram_changes_begin (self->db, self->system, "import", NULL, &error);
  g_assert_no_error (error);
}

static void
commit (Register *self)
{
  g_autoptr (GError) error = NULL;

  fram_changes_commit (self->changes, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&self->changes, fram_changes_free);
}

static Register *
register_new (void)
{
  Register *self = g_new0 (Register, 1);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  self->folder = fixture_make_directory ();
  path = g_build_filename (self->folder, "register.db", NULL);
  self->clock = fram_clock_new_from_text ("2026-11-12T09:00");
  self->system = fram_viewer_new_system (fram_clock_today (self->clock));
  self->db = fram_db_create (path, self->clock, &error);
  g_assert_no_error (error);
  begin (self);
  g_assert_true (fixture_put_profile (store, self, &error));
  g_assert_no_error (error);
  commit (self);
  return self;
}

static void
register_free (Register *self)
{
  fram_db_close (self->db);
  fram_viewer_unref (self->system);
  fram_clock_unref (self->clock);
  fixture_remove_directory (self->folder);
  g_free (self->folder);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Register, register_free)

static void
import (Register *self, const char *path)
{
  g_autoptr (FramProfileCodes) codes = fixture_codes ();
  g_autoptr (FramProblems) problems = fram_problems_new ();
  g_autoptr (FramImport) files = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;

  files = fram_import_read (path, codes, NULL, NULL, problems, &error);
  said = fram_problems_format (problems);
  g_assert_cmpstr (said, ==, "");
  g_assert_no_error (error);
  begin (self);
  fram_import_emit (files, store, self, NULL, NULL, &error);
  g_assert_no_error (error);
  commit (self);
}

typedef struct
{
  Register *of;
  FramTableReader *rows;
  guint file;
} Source;

static gboolean
next_row (FramImportFile file, const char **fields, gboolean *more, gpointer data, GError **error)
{
  Source *self = data;
  GError *local = NULL;

  if (self->rows == NULL || self->file != file)
    {
      g_clear_pointer (&self->rows, fram_table_reader_free);
      self->rows = fram_table_reader_new (self->of->db, (FramTable)file, error);
      self->file = file;
    }
  if (self->rows == NULL)
    return FALSE;
  *more =
      fram_table_reader_next (self->rows, fields, g_strv_length ((char **)fram_import_file_get_columns (file)), &local);
  if (*more && file == FRAM_IMPORT_ADAPTATIONS)
    fields[4] = fram_export_adaptation_status (fields[4]);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

static char *
export_for (Register *self, const char *name)
{
  char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  Source source = { self };

  g_assert_true (fram_export_write (path, next_row, &source, &error));
  g_assert_no_error (error);
  g_clear_pointer (&source.rows, fram_table_reader_free);
  return path;
}

static void
assert_same_files (const char *a, const char *b)
{
  for (guint f = 0; f < FRAM_N_IMPORT_FILES; f++)
    {
      g_autofree char *x = g_build_filename (a, fram_import_file_get_name (f), NULL);
      g_autofree char *y = g_build_filename (b, fram_import_file_get_name (f), NULL);
      g_autofree char *one = NULL, *other = NULL;

      g_assert_true (g_file_get_contents (x, &one, NULL, NULL));
      g_assert_true (g_file_get_contents (y, &other, NULL, NULL));
      if (!g_str_equal (one, other))
        g_test_message ("%s differs", fram_import_file_get_name (f));
      g_assert_true (g_str_equal (one, other));
    }
}

/* Every row and column of all seven files comes back, byte for byte; the same again changes nothing. */
static void
test_whole_register (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autofree char *in = fixture_path ("fram");
  g_autofree char *out = NULL;

  import (reg, in);
  g_assert_cmpuint (reg->written[FRAM_WRITTEN_ADDED], >, 100000);
  g_assert_cmpuint (reg->written[FRAM_WRITTEN_SAME] + reg->written[FRAM_WRITTEN_DIFFERS], ==, 0);
  out = export_for (reg, "out");
  assert_same_files (in, out);
  import (reg, out);
  g_assert_cmpuint (reg->written[FRAM_WRITTEN_ADDED] + reg->written[FRAM_WRITTEN_DIFFERS], ==, 0);
}

/* Half of a register first, the whole one later: what is missing is added, what is there stays. */
static void
test_more_later (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autofree char *part = fixture_path ("fram-small");
  g_autofree char *whole = fixture_path ("fram");
  g_autofree char *out = NULL;

  import (reg, part);
  import (reg, whole);
  g_assert_cmpuint (reg->written[FRAM_WRITTEN_SAME], >, 4000);
  out = export_for (reg, "out");
  assert_same_files (whole, out);
}

/* The demonstration can be carried to another register in the same files. */
static void
test_demonstration (void)
{
  g_autoptr (Register) first = register_new ();
  g_autoptr (Register) second = register_new ();
  FramDemoOptions options = FRAM_DEMO_DEFAULTS;
  g_autoptr (GError) error = NULL;
  g_autofree char *a = NULL, *b = NULL;

  options.until = fram_clock_today (first->clock);
  options.participants = 120;
  options.years = 1;
  begin (first);
  fram_demo_generate (&options, store, first, NULL, NULL, &error);
  g_assert_no_error (error);
  commit (first);
  a = export_for (first, "out");
  import (second, a);
  b = export_for (second, "out");
  assert_same_files (a, b);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/round-trip/whole-register", test_whole_register);
  g_test_add_func ("/round-trip/more-later", test_more_later);
  g_test_add_func ("/round-trip/demonstration", test_demonstration);
  return g_test_run ();
}
