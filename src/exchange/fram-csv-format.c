#include "fram-csv-format.h"

#include "fram-csv-source.h"
#include "fram-csv.h"
#include "fram-error.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

/* How a file is written is seen from its beginning, and whether it is UTF-8 from all of it: a name far down may have the
 * only letter that tells. */

#define SAMPLE    (64 * 1024)
#define LOOK_ROWS 100

static const char separators[] = { ',', ';', '\t' };

/* What the bytes of a file are. */
typedef struct
{
  gboolean utf_8;       /* nothing that UTF-8 does not allow */
  gboolean has_letters; /* characters of several bytes that UTF-8 allows */
  gboolean has_holes;   /* bytes that Windows-1252 does not have */
} Bytes;

static gssize
read_piece (int fd, guchar *bytes, gsize length)
{
  gssize n;

  do
    n = read (fd, bytes, length);
  while (n < 0 && errno == EINTR);
  return n;
}

static gboolean
is_hole (guchar c)
{
  return c == 0x81 || c == 0x8d || c == 0x8f || c == 0x90 || c == 0x9d;
}

static gsize
length_of_character (guchar first)
{
  if (first < 0x80)
    return 1;
  return first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
}

/* Looks at bytes; what is left over at the end is the beginning of a character. Returns: how many were looked at */
static gsize
look_at_bytes (Bytes *self, const guchar *bytes, gsize length)
{
  gsize i = 0;

  while (i < length)
    {
      const char *stop = NULL;
      gboolean valid = g_utf8_validate_len ((const char *)bytes + i, length - i, &stop);
      gsize end = valid ? length : (gsize)((const guchar *)stop - bytes);

      for (; i < end && !self->has_letters; i++)
        self->has_letters = bytes[i] >= 0x80;
      i = end;
      if (valid)
        break;
      if (i + length_of_character (bytes[i]) > length && length - i < 4 && bytes[i] >= 0xc2)
        break;
      self->utf_8 = self->utf_8 && bytes[i] == 0;
      self->has_holes = self->has_holes || is_hole (bytes[i]);
      i++;
    }
  return i;
}

static gboolean
stopped (FramProgressFunc progress, gpointer data, guint64 done, guint64 size, GError **error)
{
  if (progress == NULL || progress (done, size, data))
    return FALSE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("The import was stopped; nothing was changed."));
  return TRUE;
}

/* Reads the whole file once. Returns: whether that went well */
static gboolean
look_through (int fd, guint64 size, Bytes *found, FramProgressFunc progress, gpointer data, GError **error)
{
  g_autofree guchar *bytes = g_malloc (SAMPLE + 4);
  guint64 done = 0;
  gsize rest = 0;
  gssize n;

  *found = (Bytes){ TRUE, FALSE, FALSE };
  while ((n = read_piece (fd, bytes + rest, SAMPLE)) > 0)
    {
      gsize length = rest + (gsize)n, used = look_at_bytes (found, bytes, length);

      rest = length - used;
      memmove (bytes, bytes + used, rest);
      done += (guint64)n;
      if (done % (16 * SAMPLE) == 0 && stopped (progress, data, done, size, error))
        return FALSE;
    }
  if (rest > 0)
    found->utf_8 = FALSE;
  if (n == 0)
    return TRUE;
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_IO,
               _ ("The file cannot be read (%s); copy it to this computer and try again."), g_strerror (errno));
  return FALSE;
}

/* UTF-16 without a mark has a zero byte in every second place wherever letters are plain ones. */
static gboolean
looks_like_utf_16 (const guchar *bytes, gsize length, FramCsvEncoding *encoding)
{
  guint zeros[2] = { 0, 0 };

  for (gsize i = 0; i < length; i++)
    zeros[i % 2] += bytes[i] == 0 ? 1 : 0;
  if (length < 4 || MAX (zeros[0], zeros[1]) <= length / 5 || MIN (zeros[0], zeros[1]) > length / 100)
    return FALSE;
  *encoding = zeros[1] > zeros[0] ? FRAM_CSV_UTF_16_LE : FRAM_CSV_UTF_16_BE;
  return TRUE;
}

/* Returns: whether a mark at the beginning or zeros tell the encoding */
static gboolean
find_mark (const guchar *bytes, gsize length, FramCsvFormat *format)
{
  if (length >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
    {
      format->mark = 3;
      return FALSE;
    }
  if (length >= 2 && (memcmp (bytes, "\xff\xfe", 2) == 0 || memcmp (bytes, "\xfe\xff", 2) == 0))
    {
      format->encoding = bytes[0] == 0xff ? FRAM_CSV_UTF_16_LE : FRAM_CSV_UTF_16_BE;
      format->mark = 2;
      return TRUE;
    }
  return looks_like_utf_16 (bytes, length & ~(gsize)1, &format->encoding);
}

static gboolean
refuse_workbook (const char *path, const guchar *bytes, gsize length, GError **error)
{
  g_autofree char *name = NULL;

  if (length < 4 || (memcmp (bytes, "PK\3\4", 4) != 0 && memcmp (bytes, "\xd0\xcf\x11\xe0", 4) != 0))
    return TRUE;
  name = g_path_get_basename (path);
  g_set_error (
      error, FRAM_ERROR, FRAM_ERROR_INVALID,
      _ ("“%s” is a workbook. Open it in the spreadsheet program, save the sheet as CSV and choose that file."), name);
  return FALSE;
}

/* What is no text: a picture, a program. */
static gboolean
refuse_no_text (const char *path, const char *text, gsize length, GError **error)
{
  g_autofree char *name = NULL;
  gsize odd = 0;

  for (gsize i = 0; i < length; i++)
    odd += (guchar)text[i] < 0x20 && text[i] != '\t' && text[i] != '\r' && text[i] != '\n' ? 1 : 0;
  if (odd * 20 <= length)
    return TRUE;
  name = g_path_get_basename (path);
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID, _ ("“%s” is no text file; choose a table saved as CSV."), name);
  return FALSE;
}

/* Excel's first line says which separator follows. */
static void
find_separator_line (const char *text, FramCsvFormat *format)
{
  const char *p = text[0] == '"' ? text + 1 : text;

  if (g_ascii_strncasecmp (p, "sep=", 4) != 0 || p[4] == '\0' || strchr (",;\t", p[4]) == NULL)
    return;
  if (p[5] != '\r' && p[5] != '\n' && p[5] != '"')
    return;
  format->separator_line = TRUE;
  format->separator = p[4];
}

/* How well a separator divides the sample into columns: more columns are better, rows that do not fit are worse. */
static double
rate_separator (const char *text, gsize length, const FramCsvFormat *format)
{
  g_autoptr (FramCsvReader) reader = fram_csv_reader_new_for_sample (text, (gssize)length, format);
  guint columns = 0, rows = 0, fitting = 0;
  FramCsvStatus status;

  while (rows < LOOK_ROWS && (status = fram_csv_reader_next (reader)) != FRAM_CSV_END)
    {
      guint n = status == FRAM_CSV_ROW ? fram_csv_reader_get_n_fields (reader) : 0;

      if (columns == 0)
        columns = n;
      fitting += n >= columns && n > 1 ? 1 : 0;
      rows++;
    }
  return columns > 1 ? (double)fitting / rows * (1 + columns / 1000.0) : 0;
}

static void
find_separator (const char *text, gsize length, FramCsvFormat *format)
{
  double best = 0;
  char found = ',';

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      FramCsvFormat tried = *format;
      double rating;

      tried.separator = separators[i];
      rating = rate_separator (text, length, &tried);
      if (rating > best)
        {
          best = rating;
          found = separators[i];
        }
    }
  format->separator = found;
}

/* A number with a comma and one or two digits after it. */
static gboolean
has_decimal_comma (const char *text)
{
  gsize whole = strspn (text, "0123456789");
  gsize part;

  if (whole == 0 || text[whole] != ',')
    return FALSE;
  part = strspn (text + whole + 1, "0123456789");
  return part >= 1 && part <= 2 && text[whole + 1 + part] == '\0';
}

static void
find_decimal_commas (const char *text, gsize length, FramCsvFormat *format)
{
  g_autoptr (FramCsvReader) reader = fram_csv_reader_new_for_sample (text, (gssize)length, format);
  FramCsvStatus status;

  while (!format->decimal_commas && (status = fram_csv_reader_next (reader)) != FRAM_CSV_END)
    for (guint i = 0; status == FRAM_CSV_ROW && i < fram_csv_reader_get_n_fields (reader); i++)
      format->decimal_commas = format->decimal_commas || has_decimal_comma (fram_csv_reader_get_field (reader, i));
}

/* The sample as text that ends with a whole line, where it has one. */
static void
end_with_line (GString *text, gboolean cut, gboolean lone_cr)
{
  char *last;

  for (gsize i = 0; lone_cr && i < text->len; i++)
    if (text->str[i] == '\r')
      text->str[i] = '\n';
  last = cut ? strrchr (text->str, '\n') : NULL;
  if (last != NULL)
    g_string_truncate (text, (gsize)(last + 1 - text->str));
}

static void
look_at_text (GString *text, gboolean cut, FramCsvFormat *format)
{
  format->lone_cr = memchr (text->str, '\n', text->len) == NULL && memchr (text->str, '\r', text->len) != NULL;
  end_with_line (text, cut, format->lone_cr);
  find_separator_line (text->str, format);
  if (!format->separator_line)
    find_separator (text->str, text->len, format);
  find_decimal_commas (text->str, text->len, format);
}

static gboolean
find_encoding (int fd, guint64 size, const guchar *sample, gsize length, FramCsvFormat *format,
               FramProgressFunc progress, gpointer data, GError **error)
{
  Bytes bytes;

  if (find_mark (sample, length, format))
    return TRUE;
  if (lseek (fd, 0, SEEK_SET) < 0 || !look_through (fd, size, &bytes, progress, data, error))
    return FALSE;
  if (!bytes.utf_8 && !bytes.has_letters && !bytes.has_holes && format->mark == 0)
    format->encoding = FRAM_CSV_WINDOWS_1252;
  return TRUE;
}

static gboolean
recognise (const char *path, int fd, guint64 size, FramCsvFormat *format, FramProgressFunc progress, gpointer data,
           GError **error)
{
  g_autofree guchar *sample = g_malloc (SAMPLE);
  g_autoptr (GString) text = g_string_sized_new (SAMPLE);
  gssize length = read_piece (fd, sample, SAMPLE);
  gsize used = 0;

  if (length < 0)
    {
      g_set_error (error, FRAM_ERROR, FRAM_ERROR_IO, _ ("“%s” cannot be read; look at its permissions."), path);
      return FALSE;
    }
  if (!refuse_workbook (path, sample, (gsize)length, error))
    return FALSE;
  if (!find_encoding (fd, size, sample, (gsize)length, format, progress, data, error))
    return FALSE;
  csv_decode (format->encoding, sample + format->mark, (gsize)length - MIN (format->mark, (gsize)length), &used, text);
  if (!refuse_no_text (path, text->str, text->len, error))
    return FALSE;
  look_at_text (text, (guint64)length < size, format);
  return TRUE;
}

/**
 * fram_csv_format_recognise:
 * @path: a file
 * @format: (out caller-allocates): how it is written
 * @progress: (nullable): told the bytes looked at
 * @data: closure of @progress
 * @error: return location for a %FRAM_ERROR
 *
 * Finds out how a file of rows is written: UTF-8, UTF-16 with or without a mark, or Windows-1252 where it is not UTF-8;
 * commas, semicolons or tabs; line ends. A file that has letters of UTF-8 and others is UTF-8 with faults.
 *
 * Returns: whether it is a text that can be read
 */
gboolean
fram_csv_format_recognise (const char *path, FramCsvFormat *format, FramProgressFunc progress, gpointer data,
                           GError **error)
{
  guint64 size = 0;
  int fd = csv_open (path, &size, error);
  gboolean ok;

  if (fd < 0)
    return FALSE;
  *format = (FramCsvFormat)FRAM_CSV_FORMAT_PLAIN;
  ok = recognise (path, fd, size, format, progress, data, error);
  close (fd);
  return ok;
}

/**
 * fram_csv_format_describe:
 * @self: a format
 *
 * Returns: (transfer full): in words, as `semicolons, UTF-16, decimal commas`
 */
char *
fram_csv_format_describe (const FramCsvFormat *self)
{
  static const char *const encodings[] = { "UTF-8", "UTF-16", "UTF-16", "Windows-1252" };
  const char *separator = self->separator == ';'    ? _ ("semicolons")
                          : self->separator == '\t' ? _ ("tabs")
                                                    : _ ("commas");

  return g_strjoin (", ", separator, encodings[self->encoding], self->decimal_commas ? _ ("decimal commas") : NULL,
                    NULL);
}
