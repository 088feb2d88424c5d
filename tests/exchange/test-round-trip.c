#include "exchange-fixture.h"

/* Files into a register and out again, through the desk as the window and the command line do it. */

#include "fram-desk-files.h"
#include "fram-error.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *folder;
  FramClock *clock;
  FramDesk *desk;
} Register;

static Register *
register_new (gboolean demonstration)
{
  Register *self = g_new0 (Register, 1);
  FramDemoOptions options = FRAM_DEMO_DEFAULTS;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  options.participants = 120;
  options.years = 1;
  self->folder = fixture_make_directory ();
  self->clock = fram_clock_new_from_text ("2026-11-12T09:00");
  path = g_build_filename (self->folder, "register.db", NULL);
  if (demonstration)
    self->desk = fram_desk_create_demo (path, self->clock, &options, NULL, NULL, &error);
  else
    self->desk = fram_desk_create (path, self->clock, "fram", &error);
  g_assert_no_error (error);
  return self;
}

static void
register_free (Register *self)
{
  g_object_unref (self->desk);
  fram_clock_unref (self->clock);
  fixture_remove_directory (self->folder);
  g_free (self->folder);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Register, register_free)

static FramImportResult *
import (Register *self, const char *path)
{
  g_autoptr (FramProblems) problems = fram_problems_new ();
  g_autoptr (GError) error = NULL;
  FramImportResult *result = fram_desk_import (self->desk, path, FALSE, problems, NULL, NULL, &error);
  g_autofree char *said = fram_problems_format (problems);

  g_assert_cmpstr (said, ==, "");
  g_assert_no_error (error);
  return result;
}

static char *
export_files (Register *self, const char *name)
{
  char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  fram_desk_export (self->desk, path, NULL, NULL, &error);
  g_assert_no_error (error);
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
  g_autoptr (Register) reg = register_new (FALSE);
  g_autofree char *in = fixture_path ("fram");
  g_autofree char *out = NULL;
  g_autoptr (FramImportResult) first = import (reg, in), second = NULL;

  g_assert_cmpuint (first->rows, ==, 972 + 1783 + 1095 + 30740 + 59741 + 410 + 11707);
  g_assert_cmpuint (first->differing, ==, 0);
  out = export_files (reg, "out");
  assert_same_files (in, out);
  second = import (reg, out);
  g_assert_cmpuint (second->added + second->differing, ==, 0);
  g_assert_cmpuint (second->same, ==, first->added + first->same);
}

/* Some cases first, all of them later: what is missing is added, and the files do not tell in which order it came. */
static void
test_more_later (void)
{
  g_autoptr (Register) reg = register_new (FALSE);
  g_autofree char *part = fixture_path ("fram-small");
  g_autofree char *whole = fixture_path ("fram");
  g_autoptr (FramImportResult) first = import (reg, part), second = import (reg, whole);
  g_autofree char *out = export_files (reg, "out");

  /* courses that only some of the cases were in are longer in the whole register */
  g_assert_cmpuint (second->same + second->differing, ==, first->added + first->same);
  g_assert_cmpuint (second->differing, <, 10);
  assert_same_files (whole, out);
}

/* The demonstration can be carried to another register in the same files. */
static void
test_demonstration (void)
{
  g_autoptr (Register) first = register_new (TRUE);
  g_autoptr (Register) second = register_new (FALSE);
  g_autofree char *a = export_files (first, "out");
  g_autoptr (FramImportResult) result = import (second, a);
  g_autofree char *b = export_files (second, "out");

  g_assert_cmpuint (result->rows, >, 4000);
  assert_same_files (a, b);
}

#define RATINGS                                                                                                        \
  "case_id,date,indicator,rated_by,value,note,given\r\n"                                                               \
  "F2021-0001,2021-03-24,3,caseworker,4,\"Sade: \"\"nu går det\"\", och log\",\r\n"                                   \
  "F2021-0001,2021-03-24,avstamning-3:1,participant,3,,\r\n"                                                           \
  "F2021-0001,2021-03-24,avstamning-3:1,participant,2,menade två,2021-03-24T12:00:00.250Z\r\n"                        \
  "F2021-0001,2021-03-24,fram-8:2,,,Säger till själv,2021-03-24T12:00:00.250Z\r\n"

/* Sets, notes, when it was written, two of one day, and what was said about an area: all of it comes back. */
static void
test_notes_and_sets (void)
{
  g_autoptr (Register) reg = register_new (FALSE), other = register_new (FALSE);
  g_autofree char *in = fixture_path ("fram-small");
  g_autofree char *file = g_build_filename (reg->folder, "progression.csv", NULL);
  g_autoptr (FramImportResult) cases = import (reg, in), first = NULL, again = NULL, there = NULL;
  g_autofree char *out = NULL, *path = NULL, *text = NULL, *same = NULL;
  static const char *const lines[] = {
    "F2021-0001,2021-03-24,3,caseworker,4,\"Sade: \"\"nu går det\"\", och log\",\r\n",
    "F2021-0001,2021-03-24,avstamning-3:1,participant,3,,\r\n"
    "F2021-0001,2021-03-24,avstamning-3:1,participant,2,menade två,2021-03-24T12:00:00.250Z\r\n",
    "F2021-0001,2021-03-24,fram-8:2,,,Säger till själv,2021-03-24T12:00:00.250Z\r\n",
  };

  g_assert_true (g_file_set_contents (file, RATINGS, -1, NULL));
  first = import (reg, file);
  g_assert_cmpuint (first->added, ==, 4);
  again = import (reg, file);
  g_assert_cmpuint (again->added + again->differing, ==, 0);
  out = export_files (reg, "out");
  path = g_build_filename (out, "progression.csv", NULL);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    g_assert_nonnull (strstr (text, lines[i]));
  there = import (other, out);
  g_assert_cmpuint (there->differing, ==, 0);
  same = export_files (other, "out");
  assert_same_files (out, same);
}

/* One file alone, about cases of the register: marks in a group find the group there. */
static void
test_one_file (void)
{
  g_autoptr (Register) reg = register_new (FALSE);
  g_autofree char *in = fixture_path ("fram-small");
  g_autofree char *out = NULL;

  for (guint f = 0; f < FRAM_N_IMPORT_FILES; f++)
    {
      g_autofree char *path = g_build_filename (in, fram_import_file_get_name (f), NULL);
      g_autoptr (FramImportResult) result = import (reg, path);

      g_assert_cmpuint (result->added, >, 0);
    }
  out = export_files (reg, "out");
  assert_same_files (in, out);
}

static void
test_dry_run (void)
{
  g_autoptr (Register) reg = register_new (FALSE);
  g_autofree char *in = fixture_path ("fram-small");
  g_autofree char *out = NULL, *cases = NULL, *text = NULL;
  g_autoptr (FramProblems) problems = fram_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (FramImportResult) result = fram_desk_import (reg->desk, in, TRUE, problems, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (result->rows, >, 4000);
  out = export_files (reg, "out");
  cases = g_build_filename (out, "cases.csv", NULL);
  g_assert_true (g_file_get_contents (cases, &text, NULL, NULL));
  g_assert_null (strstr (text, "F202"));
}

/* One wrong line in one of seven files, and nothing of any file is there. */
static void
test_all_or_nothing (void)
{
  g_autoptr (Register) reg = register_new (FALSE);
  g_autofree char *in = fixture_path ("fram-small");
  g_autofree char *copy = g_build_filename (reg->folder, "copy", NULL);
  g_autofree char *out = NULL, *cases = NULL, *text = NULL, *said = NULL;
  g_autoptr (FramProblems) problems = fram_problems_new ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (copy, 0700), ==, 0);
  for (guint f = 0; f < FRAM_N_IMPORT_FILES; f++)
    {
      g_autofree char *from = g_build_filename (in, fram_import_file_get_name (f), NULL);
      g_autofree char *to = g_build_filename (copy, fram_import_file_get_name (f), NULL);
      g_autofree char *bytes = NULL;
      g_autofree char *changed = NULL;

      g_assert_true (g_file_get_contents (from, &bytes, NULL, NULL));
      changed =
          g_strconcat (bytes, f == FRAM_IMPORT_EVENTS ? "F2021-9999,2021-05-05,sip,FRAM,genomfort,\r\n" : "", NULL);
      g_assert_true (g_file_set_contents (to, changed, -1, NULL));
    }
  g_assert_null (fram_desk_import (reg->desk, copy, FALSE, problems, NULL, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
  said = fram_problems_format (problems);
  g_assert_true (g_str_has_prefix (said, "events.csv:472:case_id: There is no case F2021-9999"));
  out = export_files (reg, "out");
  cases = g_build_filename (out, "cases.csv", NULL);
  g_assert_true (g_file_get_contents (cases, &text, NULL, NULL));
  g_assert_null (strstr (text, "F202"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/round-trip/whole-register", test_whole_register);
  g_test_add_func ("/round-trip/more-later", test_more_later);
  g_test_add_func ("/round-trip/notes-and-sets", test_notes_and_sets);
  g_test_add_func ("/round-trip/demonstration", test_demonstration);
  g_test_add_func ("/round-trip/one-file", test_one_file);
  g_test_add_func ("/round-trip/dry-run", test_dry_run);
  g_test_add_func ("/round-trip/all-or-nothing", test_all_or_nothing);
  return g_test_run ();
}
