#include "exchange-fixture.h"

#include "fram-csv.h"
#include "fram-error.h"
#include "fram-ids.h"
#include "fram-import-source.h"

#include <gio/gio.h>
#include <string.h>

/* What is recognised by itself: encodings, separators, line ends, what spreadsheets leave behind, headings and words. */

typedef struct
{
  const char *name;
  const char *text; /* UTF-8, written in the encoding below */
  const char *encoding;
  const char *mark;
  const char *described;
  const char *rows; /* fields with | between and ; after each row, without the headings */
} Format;

#define ROWS "a|b;c|d;"

static const Format formats[] = {
  { "plain", "x,y\r\na,b\r\nc,d\r\n", NULL, "", "commas, UTF-8", ROWS },
  { "byte order mark", "x,y\na,b\nc,d\n", NULL, "\xef\xbb\xbf", "commas, UTF-8", ROWS },
  { "semicolons", "x;y\r\na;b\r\nc;d\r\n", NULL, "", "semicolons, UTF-8", ROWS },
  { "tabs", "x\ty\r\na\tb\r\nc\td", NULL, "", "tabs, UTF-8", ROWS },
  { "lines end with CR", "x;y\ra;b\rc;d\r", NULL, "", "semicolons, UTF-8", ROWS },
  { "little-endian UTF-16", "x;ö\r\na;å\r\n", "UTF-16LE", "\xff\xfe", "semicolons, UTF-16", "a|å;" },
  { "big-endian UTF-16", "x\tö\na\t€\n", "UTF-16BE", "\xfe\xff", "tabs, UTF-16", "a|€;" },
  { "UTF-16 without a mark", "x,y\r\nabc,å\r\n", "UTF-16LE", "", "commas, UTF-16", "abc|å;" },
  { "big-endian without a mark", "x,y\r\nabc,å\r\n", "UTF-16BE", "", "commas, UTF-16", "abc|å;" },
  { "beyond the first plane", "x,y\na,\xf0\x9f\x99\x82\n", "UTF-16LE", "\xff\xfe", "commas, UTF-16",
    "a|\xf0\x9f\x99\x82;" },
  { "Windows-1252", "x;y\r\nÅsa;3 €\r\n", "WINDOWS-1252", "", "semicolons, Windows-1252", "Åsa|3 €;" },
  { "ISO 8859-1", "x;y\r\nÅsa;é\r\n", "ISO-8859-1", "", "semicolons, Windows-1252", "Åsa|é;" },
  { "decimal commas", "x;y\n1,5;b\n2,25;d\n", NULL, "", "semicolons, UTF-8, decimal commas", "1,5|b;2,25|d;" },
  { "decimal commas in quotes", "x,y\n\"1,5\",b\n", NULL, "", "commas, UTF-8, decimal commas", "1,5|b;" },
  { "another separator in quotes", "x,y\n\"a;b;c\",\"d;e;f\"\n\"g;h\",i\n", NULL, "", "commas, UTF-8",
    "a;b;c|d;e;f;g;h|i;" },
  { "commas in semicolons", "x;y\n\"a,b,c\";d\ne, f;g, h\n", NULL, "", "semicolons, UTF-8", "a,b,c|d;e, f|g, h;" },
  { "sep line", "sep=;\r\nx;y\r\na,b;c\r\n", NULL, "", "semicolons, UTF-8", "a,b|c;" },
  { "quoted sep line", "\"sep=\t\"\r\nx\ty\r\na\tc\r\n", NULL, "", "tabs, UTF-8", "a|c;" },
  { "sep line in UTF-16", "sep=;\r\nx;y\r\na;c\r\n", "UTF-16LE", "\xff\xfe", "semicolons, UTF-16", "a|c;" },
};

static char *
write_bytes (const char *directory, const char *name, const char *mark, const char *text, const char *encoding)
{
  char *path = g_build_filename (directory, name, NULL);
  gsize length = strlen (text);
  g_autofree char *bytes =
      encoding != NULL ? g_convert (text, -1, encoding, "UTF-8", NULL, &length, NULL) : g_strdup (text);
  g_autoptr (GString) all = g_string_new (mark);

  g_assert_nonnull (bytes);
  g_string_append_len (all, bytes, (gssize)length);
  g_assert_true (g_file_set_contents (path, all->str, (gssize)all->len, NULL));
  return path;
}

static char *
read_rows (const char *path, const FramCsvFormat *format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramCsvReader) reader = fram_csv_reader_new (path, format, &error);
  GString *out = g_string_new (NULL);

  g_assert_no_error (error);
  g_assert_cmpint (fram_csv_reader_next (reader), ==, FRAM_CSV_ROW);
  while (fram_csv_reader_next (reader) == FRAM_CSV_ROW)
    for (guint i = 0, n = fram_csv_reader_get_n_fields (reader); i < n; i++)
      g_string_append_printf (out, "%s%s", fram_csv_reader_get_field (reader, i), i + 1 < n ? "|" : ";");
  g_assert_true (fram_csv_reader_finish (reader, &error));
  g_assert_no_error (error);
  return g_string_free (out, FALSE);
}

static void
test_format (gconstpointer data)
{
  const Format *format = data;
  g_autofree char *directory = fixture_make_directory ();
  g_autofree char *path = write_bytes (directory, "list.csv", format->mark, format->text, format->encoding);
  g_autofree char *described = NULL, *rows = NULL;
  g_autoptr (GError) error = NULL;
  FramCsvFormat found;

  g_assert_true (fram_csv_format_recognise (path, &found, NULL, NULL, &error));
  g_assert_no_error (error);
  described = fram_csv_format_describe (&found);
  g_assert_cmpstr (described, ==, format->described);
  rows = read_rows (path, &found);
  g_assert_cmpstr (rows, ==, format->rows);
  fixture_remove_directory (directory);
}

/* The only letter that tells stands far down. */
static void
test_late_letter (void)
{
  g_autofree char *directory = fixture_make_directory ();
  g_autoptr (GString) text = g_string_new ("x;y\n");
  g_autofree char *path = NULL, *rows = NULL;
  FramCsvFormat found;

  for (guint i = 0; i < 50000; i++)
    g_string_append_printf (text, "row;%u\n", i);
  g_string_append (text, "Åsa;1\n");
  path = write_bytes (directory, "list.csv", "", text->str, "WINDOWS-1252");
  g_assert_true (fram_csv_format_recognise (path, &found, NULL, NULL, NULL));
  g_assert_cmpint (found.encoding, ==, FRAM_CSV_WINDOWS_1252);
  rows = read_rows (path, &found);
  g_assert_true (g_str_has_suffix (rows, "row|49999;Åsa|1;"));
  fixture_remove_directory (directory);
}

static gboolean
stop (guint64 done, guint64 total, gpointer data)
{
  return FALSE;
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    gsize length;
    const char *said;
  } files[] = {
    { "PK\3\4\24\0\6\0", 8, "is a workbook" },
    { "\x7f"
      "ELF\2\1\1\0\0\0\0\0\0\0\0\0",
      16, "is no text file" },
  };
  g_autofree char *directory = fixture_make_directory ();
  g_autofree char *path = g_build_filename (directory, "list.csv", NULL);
  g_autofree char *large = g_strnfill (8 * 1024 * 1024, 'a');
  FramCsvFormat found;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (path, files[i].text, (gssize)files[i].length, NULL));
      g_assert_false (fram_csv_format_recognise (path, &found, NULL, NULL, &error));
      g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, files[i].said));
    }
  {
    g_autoptr (GError) error = NULL;

    g_assert_true (g_file_set_contents (path, large, -1, NULL));
    g_assert_false (fram_csv_format_recognise (path, &found, stop, NULL, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  }
  fixture_remove_directory (directory);
}

/* Kinds of file by their headings, in Swedish and English, however they are written. */

static const struct
{
  const char *headings;
  FramImportFile file;
  const char *read; /* the columns that are read, in the order of the headings; - is none */
} kinds[] = {
  { "Ärendenr;Datum;Arbetslag;Närvaro;Tröja", FRAM_IMPORT_ATTENDANCE, "case_id date activity status -" },
  { "ARENDE-NR.;dag;Verkstad;NARVARO;Planerade timmar", FRAM_IMPORT_ATTENDANCE,
    "case_id date activity status planned_hours" },
  { "Case No.,Date,Workshop,Attendance,Hours attended", FRAM_IMPORT_ATTENDANCE, "case_id date activity status hours" },
  { "Förnamn;Efternamn;Ärendenummer;Anvisare;Anvisningsdatum;Beslut", FRAM_IMPORT_CASES,
    "given_name family_name case_id referring_org referral_date decision" },
  { "Ärende;Arbetslag;Startdatum;Slutdatum;Timmar i veckan", FRAM_IMPORT_PLACEMENTS,
    "case_id workshop start_date end_date weekly_hours" },
  { "Ärendenr;Datum;Indikator;Skattad av;Värde", FRAM_IMPORT_PROGRESSION, "case_id date indicator rated_by value" },
  { "Ärendenr;Område;Behov;Åtgärd;Status", FRAM_IMPORT_ADAPTATIONS, "case_id area need measure status" },
  { "Ärendenr;Datum;Händelse;Status;Anteckning", FRAM_IMPORT_EVENTS, "case_id date event_type status note" },
  { "apples,pears", FRAM_N_IMPORT_FILES, "- -" },
};

static char *
columns_read (const FramImportSource *source)
{
  GString *out = g_string_new (NULL);

  for (int i = 0; source->headings[i] != NULL; i++)
    {
      const char *name = "-";

      for (int c = 0; c < FRAM_IMPORT_MAX_COLUMNS; c++)
        if (source->at[c] == i)
          name = fram_import_file_get_columns (source->file)[c];
      g_string_append_printf (out, "%s%s", i > 0 ? " " : "", name);
    }
  return g_string_free (out, FALSE);
}

static void
test_kinds (void)
{
  g_autofree char *directory = fixture_make_directory ();

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *path = write_bytes (directory, "list.csv", "", kinds[i].headings, NULL);
      g_autoptr (FramImportSource) source = fram_import_source_look (path, NULL, NULL, NULL);
      g_autofree char *read = columns_read (source);

      g_assert_cmpint (source->file, ==, kinds[i].file);
      g_assert_cmpstr (read, ==, kinds[i].read);
    }
  fixture_remove_directory (directory);
}

/* Names, letters and codes; empty lines and columns at the end; a date with midnight after it. */
static void
add_words (FramProfileCodes *codes)
{
  fram_profile_codes_add_word (codes, FRAM_ENTITY_WORKSHOP, "Trädgård", "tradgard");
  fram_profile_codes_add_word (codes, FRAM_ENTITY_WORKSHOP, "Garden", "tradgard");
  fram_profile_codes_add_word (codes, FRAM_ENTITY_ATTENDANCE_STATUS, "Närvarande", "present");
  fram_profile_codes_add_letter (codes, FRAM_IMPORT_LETTERS_SWEDISH, "N", "present");
  fram_profile_codes_add_letter (codes, FRAM_IMPORT_LETTERS_SWEDISH, "S", "late");
  fram_profile_codes_add_letter (codes, FRAM_IMPORT_LETTERS_ENGLISH, "P", "present");
  fram_profile_codes_add_letter (codes, FRAM_IMPORT_LETTERS_ENGLISH, "S", "sick");
}

static gboolean
find_case (const char *case_no, FramKnownCase *known, gpointer data)
{
  static const FramKnownCase one = { { { 1 } }, { { 2 } }, 0, 0, FRAM_DATE_NONE };

  *known = one;
  return g_str_equal (case_no, "A1");
}

static char *
import_text_of (const char *text, FixtureSink *sink)
{
  g_autofree char *directory = fixture_make_directory ();
  g_autofree char *path = write_bytes (directory, "list.csv", "", text, NULL);
  g_autoptr (FramProfileCodes) codes = fixture_codes ();
  g_autoptr (FramProblems) problems = fram_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (FramImport) import = NULL;

  add_words (codes);
  fram_profile_codes_set_known_case (codes, find_case, NULL);
  import = fram_import_read (path, codes, NULL, NULL, problems, &error);
  fixture_remove_directory (directory);
  if (import == NULL)
    return fram_problems_get_count (problems) > 0 ? fram_problem_format (fram_problems_get (problems, 0))
                                                  : g_strdup (error->message);
  fram_import_emit (import, fixture_sink_take, sink, NULL, NULL, &error);
  g_assert_no_error (error);
  return NULL;
}

static void
check_statuses (const char *text, const char *const *wanted)
{
  g_autoptr (FixtureSink) sink = fixture_sink_new (FALSE);
  g_autofree char *said = NULL;

  sink->keep[FRAM_ENTITY_MARK] = TRUE;
  said = import_text_of (text, sink);
  g_assert_cmpstr (said, ==, NULL);
  g_assert_cmpuint (sink->kept->len, ==, g_strv_length ((char **)wanted));
  for (guint i = 0; wanted[i] != NULL; i++)
    {
      FramUuid status = fram_id_attendance_status (wanted[i]);

      g_assert_true (fram_uuid_equal (&fram_record_get (sink->kept->pdata[i], "status")->ref, &status));
    }
}

#define HEADINGS "Ärendenr;Datum;Arbetslag;Närvaro;Timmar;;\r\n"

static void
test_words (void)
{
  const char *swedish[] = { "present", "late", "present", "sick", NULL };
  const char *english[] = { "present", "sick", NULL };

  check_statuses (HEADINGS "A1;2026-11-09;Trädgård;N;3,5;;\r\nA1;2026-11-10 00:00:00;garden;S;1,25;;\r\n"
                           "A1;2026-11-11;TRADGARD;närvarande;2;;\r\nA1;2026-11-12;tradgard;sick;0;;\r\n"
                           ";;;;;;\r\n\r\n;;;;;;\r\n",
                  swedish);
  check_statuses ("Case no,Date,Workshop,Attendance\nA1,2026-11-09,Garden,P\nA1,2026-11-10,Garden,S\n", english);
}

static void
test_doubtful (void)
{
  static const struct
  {
    const char *text;
    const char *said;
  } lists[] = {
    { HEADINGS "A1;2026-11-09;Trädgård;S;3;;\r\n", "“S” is “late” in Swedish and “sick” in English" },
    { HEADINGS "A1;12/11/2026;Trädgård;N;3;;\r\n", "list.csv:2:date: “12/11/2026” can be read as more than one day" },
    { HEADINGS "A1;12.11.26;Trädgård;N;3;;\r\n", "write year, month and day, as 2021-03-09." },
    { HEADINGS "A1;2026-11-09;Trädgård;N;3;;mer\r\n", "too many fields" },
    { HEADINGS "A1;2026-11-09;Trädgård;N;tre;;\r\n", "“tre” is no number of hours" },
    { HEADINGS "A1;2026-11-09;Trädgård;N;3;;\r\nA1;2026-11-09;garden;närvarande;3;;\r\n",
      "This row is on line 2 already." },
    { "Ärendenr;Datum;Närvaro\r\nA1;2026-11-09;N\r\n", "list.csv:1:activity: This column is missing." },
    { HEADINGS, "headings and no rows" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (FixtureSink) sink = fixture_sink_new (FALSE);
      g_autofree char *said = import_text_of (lists[i].text, sink);

      g_assert_nonnull (said);
      if (strstr (said, lists[i].said) == NULL)
        g_assert_cmpstr (said, ==, lists[i].said);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *path = g_strconcat ("/import/recognised/", formats[i].name, NULL);

      g_test_add_data_func (path, &formats[i], test_format);
    }
  g_test_add_func ("/import/recognised/a letter far down", test_late_letter);
  g_test_add_func ("/import/recognised/what is no table is refused", test_refused);
  g_test_add_func ("/import/recognised/what a list holds, by its headings", test_kinds);
  g_test_add_func ("/import/recognised/names and letters", test_words);
  g_test_add_func ("/import/recognised/what is doubtful is told", test_doubtful);
  return g_test_run ();
}
