#include "exchange-fixture.h"

#include "fram-error.h"
#include "fram-import-source.h"

#include <string.h>

/* Which heading is which column, said by a person in a key file. */

#define LIST                                                                                                           \
  "Vem;När;Hur;Övrigt\r\n"                                                                                           \
  "A1;2026-11-09;present;x\r\n"                                                                                        \
  "A1;2026-11-10;sick;y\r\n"

#define MAPPING                                                                                                        \
  "[import]\nfile=attendance\n\n[columns]\ncase_id=Vem\ndate=När\nstatus=Hur\n\n[constants]\nactivity=tradgard\n"

static char *
write_list (const char *directory)
{
  char *path = g_build_filename (directory, "lista.csv", NULL);

  g_assert_true (g_file_set_contents (path, LIST, -1, NULL));
  return path;
}

static gboolean
find_case (const char *case_no, FramKnownCase *known, gpointer data)
{
  static const FramKnownCase one = { { { 1 } }, { { 2 } }, 0, 0, FRAM_DATE_NONE };

  *known = one;
  return g_str_equal (case_no, "A1");
}

static guint
n_marks (FramImportSource *source)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  g_autoptr (FramProfileCodes) codes = fixture_codes ();
  g_autoptr (FramProblems) problems = fram_problems_new ();
  g_autoptr (FixtureSink) sink = fixture_sink_new (FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (FramImport) import = NULL;

  g_ptr_array_add (sources, source);
  fram_profile_codes_set_known_case (codes, find_case, NULL);
  import = fram_import_read_sources (sources, codes, NULL, NULL, problems, &error);
  g_assert_no_error (error);
  fram_import_emit (import, fixture_sink_take, sink, NULL, NULL, &error);
  g_assert_no_error (error);
  return sink->n[FRAM_ENTITY_MARK];
}

static void
test_read (void)
{
  g_autofree char *directory = fixture_make_directory ();
  g_autofree char *path = write_list (directory);
  g_autoptr (FramImportSource) source = fram_import_source_look (path, NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (FramImportMapping) mapping = fram_import_mapping_new_from_text (MAPPING, &error);

  g_assert_no_error (error);
  g_assert_cmpint (source->file, ==, FRAM_N_IMPORT_FILES); /* the headings alone say nothing */
  g_assert_true (fram_import_source_map (source, mapping, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_marks (source), ==, 2);
  fixture_remove_directory (directory);
}

/* What is saved is read again as the same, letters and odd headings included. */
static void
test_saved (void)
{
  g_autofree char *directory = fixture_make_directory ();
  g_autofree char *path = g_build_filename (directory, "närvaro.mapping", NULL);
  g_autoptr (FramImportMapping) mapping = fram_import_mapping_new (FRAM_IMPORT_ATTENDANCE);
  g_autoptr (FramImportMapping) again = NULL;
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;

  fram_import_mapping_set_heading (mapping, 0, " [Vem?] = nr; ");
  fram_import_mapping_set_heading (mapping, 1, "När\tdå");
  fram_import_mapping_set_constant (mapping, 2, "snickeri");
  fram_import_mapping_set_letters (mapping, FRAM_IMPORT_LETTERS_ENGLISH);
  g_assert_true (fram_import_mapping_save (mapping, path, &error));
  again = fram_import_mapping_load (path, &error);
  g_assert_no_error (error);
  before = fram_import_mapping_to_text (mapping);
  after = fram_import_mapping_to_text (again);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (fram_import_mapping_get_heading (again, 0), ==, " [Vem?] = nr; ");
  g_assert_cmpstr (fram_import_mapping_get_heading (again, 1), ==, "När\tdå");
  g_assert_cmpstr (fram_import_mapping_get_constant (again, 2), ==, "snickeri");
  g_assert_cmpint (fram_import_mapping_get_letters (again), ==, FRAM_IMPORT_LETTERS_ENGLISH);
  fixture_remove_directory (directory);
}

static void
test_wrong (void)
{
  static const struct
  {
    const char *text;
    const char *said;
  } mappings[] = {
    { "no key file", "is no key file" },
    { "[import]\n", "must be one of cases, placements" },
    { "[import]\nfile=visits\n", "file=visits" },
    { "[import]\nfile=attendance\nletters=fi\n", "letters=fi" },
    { "[import]\nfile=attendance\n[columns]\ncolour=Vem\n", "a column “colour”" },
  };
  g_autofree char *directory = fixture_make_directory ();
  g_autofree char *path = write_list (directory);
  g_autoptr (FramImportSource) source = fram_import_source_look (path, NULL, NULL, NULL);
  g_autoptr (FramImportMapping) mapping = NULL;
  g_autoptr (GError) lacking = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (mappings); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (fram_import_mapping_new_from_text (mappings[i].text, &error));
      g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, mappings[i].said));
    }
  mapping = fram_import_mapping_new_from_text ("[import]\nfile=attendance\n[columns]\ndate=Datum\n", NULL);
  g_assert_false (fram_import_source_map (source, mapping, &lacking));
  g_assert_nonnull (strstr (lacking->message, "a column “Datum”, which “lista.csv” does not have"));
  fixture_remove_directory (directory);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/mapping/columns that a person named are read", test_read);
  g_test_add_func ("/import/mapping/what is saved is read again", test_saved);
  g_test_add_func ("/import/mapping/what is wrong in it is told", test_wrong);
  return g_test_run ();
}
