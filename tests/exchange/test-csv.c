#include "fram-csv.h"

#include "exchange-fixture.h"
#include "fram-error.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *text;
  gssize length;
  const char *rows; /* fields with | between and ; after each row; ! and line:column of a bad row */
} Case;

static const Case cases[] = {
  { "plain", "a,b\r\nc,d\r\n", -1, "a|b;c|d;" },
  { "lf", "a,b\nc,d\n", -1, "a|b;c|d;" },
  { "no-last-newline", "a,b\r\nc,d", -1, "a|b;c|d;" },
  { "bom",
    "\xef\xbb\xbf"
    "a,b\r\n",
    -1, "a|b;" },
  { "bom-quoted", "\xef\xbb\xbf\"a\",b\r\n", -1, "a|b;" },
  { "nothing", "", -1, "" },
  { "only-bom", "\xef\xbb\xbf", -1, "" },
  { "empty-fields", ",,\r\n", -1, "||;" },
  { "last-field-empty", "a,", -1, "a|;" },
  { "blank-lines", "\r\n\na,b\r\n\r\n\r\nc,d\r\n\r\n", -1, "a|b;c|d;" },
  { "one-column", "a\r\nb\r\n", -1, "a;b;" },
  { "quoted-empty", "\"\",a\r\n\"\"\r\n", -1, "|a;;" },
  { "quoted-comma", "\"a,b\",c\r\n", -1, "a,b|c;" },
  { "quoted-quote", "\"a\"\"b\"\"\",\"\"\"\"\r\n", -1, "a\"b\"|\";" },
  { "quoted-newline", "\"a\r\nb\",c\r\nd,e\r\n", -1, "a\r\nb|c;d|e;" },
  { "spaces-stay", " a , b\r\n", -1, " a | b;" },
  { "unicode", "Åsa,Čović\r\n", -1, "Åsa|Čović;" },
  { "quote-inside", "a,b\"c\r\nd,e\r\n", -1, "!1:4;d|e;" },
  { "text-after-quote", "a,\"b\"c,d\r\ne,f\r\n", -1, "!1:6;e|f;" },
  { "never-closed", "a,b\r\nc,\"d\r\ne,f\r\n", -1, "a|b;!2:1;e|f;" },
  { "never-closed-at-end", "a,\"", -1, "!1:1;" },
  { "cr-inside", "a\rb,c\r\nd,e\r\n", -1, "!1:2;d|e;" },
  { "cr-at-end", "a,b\r", -1, "!1:4;" },
  { "zero-byte", "a,\0b\r\nc,d\r\n", 11, "!1:3;c|d;" },
  { "latin-1", "a,b\r\nÅsa,G\xf6ran\r\nc,d\r\n", -1, "a|b;!2:6;c|d;" },
  { "latin-1-in-quotes", "\"a\nb\xe5\"\nc\n", -1, "!2:2;b\xe5\";" },
  { "overlong", "\xc0\xaf,a\r\n", -1, "!1:1;" },
  { "surrogate", "\xed\xa0\x80\r\n", -1, "!1:1;" },
  { "cut-off-character", "a,\xc3", -1, "!1:3;" },
};

static char *
read_all (FramCsvReader *reader)
{
  GString *out = g_string_new (NULL);
  FramCsvStatus status;

  while ((status = fram_csv_reader_next (reader)) != FRAM_CSV_END)
    {
      if (status == FRAM_CSV_BAD)
        {
          g_assert_nonnull (fram_csv_reader_get_message (reader));
          g_string_append_printf (out, "!%u:%u;", fram_csv_reader_get_line (reader),
                                  fram_csv_reader_get_message_column (reader));
          continue;
        }
      for (guint i = 0; i < fram_csv_reader_get_n_fields (reader); i++)
        g_string_append_printf (out, "%s%s", i > 0 ? "|" : "", fram_csv_reader_get_field (reader, i));
      g_string_append_c (out, ';');
    }
  return g_string_free (out, FALSE);
}

static void
test_table (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (FramCsvReader) reader = fram_csv_reader_new_for_text (c->text, c->length);
  g_autofree char *rows = read_all (reader);

  if (g_str_equal (c->name, "latin-1-in-quotes"))
    g_assert_true (g_str_has_prefix (rows, "!2:2;")); /* the lines after it are read on their own */
  else
    g_assert_cmpstr (rows, ==, c->rows);
}

static void
test_lines (void)
{
  g_autoptr (FramCsvReader) reader = fram_csv_reader_new_for_text ("a,b\r\n\"x\r\ny\",å,\"z\"\r\n\r\nc,d\r\n", -1);

  g_assert_cmpint (fram_csv_reader_next (reader), ==, FRAM_CSV_ROW);
  g_assert_cmpuint (fram_csv_reader_get_line (reader), ==, 1);
  g_assert_cmpuint (fram_csv_reader_get_field_column (reader, 1), ==, 3);
  g_assert_cmpint (fram_csv_reader_next (reader), ==, FRAM_CSV_ROW);
  g_assert_cmpuint (fram_csv_reader_get_line (reader), ==, 2);
  g_assert_cmpuint (fram_csv_reader_get_field_column (reader, 0), ==, 1);
  g_assert_cmpuint (fram_csv_reader_get_field_column (reader, 2), ==, 6); /* of the line y",å,"z" */
  g_assert_cmpuint (fram_csv_reader_get_field_column (reader, 3), ==, 0);
  g_assert_cmpstr (fram_csv_reader_get_field (reader, 3), ==, "");
  g_assert_cmpint (fram_csv_reader_next (reader), ==, FRAM_CSV_ROW);
  g_assert_cmpuint (fram_csv_reader_get_line (reader), ==, 5);
  g_assert_cmpint (fram_csv_reader_next (reader), ==, FRAM_CSV_END);
  g_assert_cmpuint (fram_csv_reader_get_position (reader), ==, fram_csv_reader_get_size (reader));
}

static void
test_missing (void)
{
  g_autofree char *directory = fixture_path ("fram");
  g_autoptr (GError) error = NULL;

  g_assert_null (fram_csv_reader_new_for_file ("/nowhere/cases.csv", &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (fram_csv_reader_new_for_file (directory, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
}

static void
test_write (void)
{
  const char *fields[] = { "a", "b,c", "d\"e", "f\ng", NULL, "", "å", "\r" };
  const char *lone[] = { NULL };
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (FramCsvReader) reader = NULL;

  fram_csv_append_row (out, fields, G_N_ELEMENTS (fields));
  fram_csv_append_row (out, lone, 1);
  g_assert_cmpstr (out->str, ==, "a,\"b,c\",\"d\"\"e\",\"f\ng\",,,å,\"\r\"\r\n\"\"\r\n");
  reader = fram_csv_reader_new_for_text (out->str, -1);
  g_assert_cmpint (fram_csv_reader_next (reader), ==, FRAM_CSV_ROW);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_assert_cmpstr (fram_csv_reader_get_field (reader, i), ==, fields[i] != NULL ? fields[i] : "");
  g_assert_cmpint (fram_csv_reader_next (reader), ==, FRAM_CSV_ROW);
  g_assert_cmpuint (fram_csv_reader_get_n_fields (reader), ==, 1);
}

/* Every file of the register comes back byte for byte. */
static void
test_round_trip (void)
{
  g_autofree char *directory = fixture_path ("fram");

  for (guint f = 0; f < FRAM_N_IMPORT_FILES; f++)
    {
      g_autofree char *path = g_build_filename (directory, fram_import_file_get_name (f), NULL);
      g_autoptr (FramCsvReader) reader = fram_csv_reader_new_for_file (path, NULL);
      g_autoptr (GString) out = g_string_new (NULL);
      g_autofree char *text = NULL;

      while (fram_csv_reader_next (reader) == FRAM_CSV_ROW)
        {
          const char *fields[16];
          guint n = fram_csv_reader_get_n_fields (reader);

          for (guint i = 0; i < n; i++)
            fields[i] = fram_csv_reader_get_field (reader, i);
          fram_csv_append_row (out, fields, n);
        }
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_assert_true (g_str_equal (text, out->str));
    }
}

/* Whatever the bytes, reading ends, and says something of each line. */
static void
test_noise (void)
{
  static const char alphabet[] = "a,\"\r\n\xc3\xa5\0";
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 3000; round++)
    {
      char text[24];
      gsize n = (gsize)g_rand_int_range (rand, 0, sizeof text);
      g_autoptr (FramCsvReader) reader = NULL;
      guint steps = 0;

      for (gsize i = 0; i < n; i++)
        text[i] = alphabet[g_rand_int_range (rand, 0, sizeof alphabet)];
      reader = fram_csv_reader_new_for_text (text, (gssize)n);
      while (fram_csv_reader_next (reader) != FRAM_CSV_END)
        g_assert_cmpuint (++steps, <, 30);
      g_assert_cmpuint (fram_csv_reader_get_position (reader), ==, n);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/csv/table/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_table);
    }
  g_test_add_func ("/csv/lines", test_lines);
  g_test_add_func ("/csv/missing", test_missing);
  g_test_add_func ("/csv/write", test_write);
  g_test_add_func ("/csv/round-trip", test_round_trip);
  g_test_add_func ("/csv/noise", test_noise);
  return g_test_run ();
}
