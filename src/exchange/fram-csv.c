#include "fram-csv.h"

#include "fram-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  gsize start;            /* into text */
  const char *line_start; /* of the line it begins on */
  const char *at;
} Field;

struct _FramCsvReader
{
  GMappedFile *map;
  char *copy;
  const char *begin;
  const char *end;
  const char *at;
  guint line;     /* of at */
  guint row_line; /* of the row last read */
  GString *text;  /* the row's fields, each with a terminating zero */
  GArray *fields; /* Field */
  char *message;
  guint message_column;
};

/* What is left of a row while it is read. */
typedef struct
{
  const char *p;
  const char *line_start;
  guint line;
} Scan;

static FramCsvReader *
reader_new (const char *begin, gsize length)
{
  FramCsvReader *self = g_new0 (FramCsvReader, 1);

  self->begin = self->at = begin;
  self->end = begin + length;
  self->line = 1;
  self->text = g_string_sized_new (512);
  self->fields = g_array_new (FALSE, FALSE, sizeof (Field));
  if (length >= 3 && memcmp (begin, "\xef\xbb\xbf", 3) == 0)
    self->at += 3;
  return self;
}

/**
 * fram_csv_reader_new_for_file:
 * @path: a file
 * @error: return location for a %FRAM_ERROR
 *
 * Returns: (transfer full) (nullable): a reader before the first row
 */
FramCsvReader *
fram_csv_reader_new_for_file (const char *path, GError **error)
{
  g_autoptr (GError) inner = NULL;
  GMappedFile *map = NULL;
  FramCsvReader *self;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID, _ ("“%s” is a directory, not a file."), path);
      return NULL;
    }
  map = g_mapped_file_new (path, FALSE, &inner);
  if (map == NULL)
    {
      gboolean missing = g_error_matches (inner, G_FILE_ERROR, G_FILE_ERROR_NOENT);

      g_set_error (error, FRAM_ERROR, missing ? FRAM_ERROR_NOT_FOUND : FRAM_ERROR_IO,
                   missing ? _ ("There is no file “%s”.") : _ ("“%s” cannot be read; look at its permissions."), path);
      return NULL;
    }
  self = reader_new (g_mapped_file_get_contents (map), g_mapped_file_get_length (map));
  self->map = map;
  return self;
}

/**
 * fram_csv_reader_new_for_text:
 * @text: the rows; copied
 * @length: bytes of it, or -1 where it ends with a zero
 *
 * Returns: (transfer full): a reader before the first row
 */
FramCsvReader *
fram_csv_reader_new_for_text (const char *text, gssize length)
{
  gsize n = length < 0 ? strlen (text) : (gsize)length;
  char *copy = g_memdup2 (text, n);
  FramCsvReader *self = reader_new (copy, n);

  self->copy = copy;
  return self;
}

void
fram_csv_reader_free (FramCsvReader *self)
{
  g_clear_pointer (&self->map, g_mapped_file_unref);
  g_free (self->copy);
  g_string_free (self->text, TRUE);
  g_array_unref (self->fields);
  g_free (self->message);
  g_free (self);
}

static guint
column_of (const char *line_start, const char *p)
{
  guint n = 1;

  for (const char *c = line_start; c < p; c++)
    if (((guchar)*c & 0xc0) != 0x80)
      n++;
  return n;
}

/* The row is unreadable: says why, and where reading goes on. */
static FramCsvStatus
bad (FramCsvReader *self, const Scan *start, const char *p, const char *message)
{
  const char *next = memchr (start->p, '\n', self->end - start->p);
  const char *line_start = start->p;

  for (const char *n = start->p; n < p && (n = memchr (n, '\n', p - n)) != NULL;)
    {
      line_start = ++n;
      self->row_line++;
    }

  g_free (self->message);
  self->message = g_strdup (message);
  self->message_column = column_of (line_start, p);
  self->at = next != NULL ? next + 1 : self->end;
  self->line = start->line + (next != NULL ? 1 : 0);
  return FRAM_CSV_BAD;
}

static void
begin_field (FramCsvReader *self, const Scan *scan)
{
  Field field = { self->text->len, scan->line_start, scan->p };

  g_array_append_val (self->fields, field);
}

/* Reads the inside of a quoted field; scan->p stands after the opening quote, and after the closing one in the end. */
static gboolean
read_quoted (FramCsvReader *self, Scan *scan)
{
  while (scan->p < self->end)
    {
      const char *quote = memchr (scan->p, '"', self->end - scan->p);
      const char *stop = quote != NULL ? quote : self->end;

      for (const char *n = scan->p; (n = memchr (n, '\n', stop - n)) != NULL;)
        {
          scan->line++;
          scan->line_start = ++n;
        }
      g_string_append_len (self->text, scan->p, stop - scan->p);
      scan->p = stop;
      if (quote == NULL)
        return FALSE;
      scan->p++;
      if (scan->p >= self->end || *scan->p != '"')
        return TRUE;
      g_string_append_c (self->text, '"');
      scan->p++;
    }
  return FALSE;
}

static gboolean
ends_field (FramCsvReader *self, const char *p)
{
  return p >= self->end || *p == ',' || *p == '\n' || (*p == '\r' && p + 1 < self->end && p[1] == '\n');
}

static void
read_plain (FramCsvReader *self, Scan *scan)
{
  const char *p = scan->p;

  while (p < self->end && *p != ',' && *p != '\n' && *p != '\r' && *p != '"')
    p++;
  g_string_append_len (self->text, scan->p, p - scan->p);
  scan->p = p;
}

/* Returns: NULL, or what is wrong at scan->p */
static const char *
read_field (FramCsvReader *self, Scan *scan, const Scan *start)
{
  begin_field (self, scan);
  if (scan->p < self->end && *scan->p == '"')
    {
      scan->p++;
      if (!read_quoted (self, scan))
        {
          *scan = *start;
          return _ ("A field begins with a quotation mark that is never closed.");
        }
      if (!ends_field (self, scan->p))
        return _ ("After a quotation mark that closes a field there must be a comma; inside it, write two.");
    }
  else
    {
      read_plain (self, scan);
      if (!ends_field (self, scan->p))
        return *scan->p == '"' ? _ ("A field with quotation marks in it must be put in quotation marks.")
                               : _ ("There is a carriage return in the middle of the line.");
    }
  g_string_append_c (self->text, '\0');
  return NULL;
}

static const char *
find_fault (const char *from, const char *to, const char **where)
{
  const char *nul = memchr (from, '\0', to - from);

  if (nul != NULL)
    {
      *where = nul;
      return _ ("There is a zero byte here; this is no text file, or not UTF-8. Save it as UTF-8.");
    }
  if (!g_utf8_validate_len (from, to - from, where))
    return _ ("This is not UTF-8 text; save the file as UTF-8.");
  return NULL;
}

static void
skip_blank_lines (FramCsvReader *self)
{
  while (self->at < self->end)
    {
      if (*self->at == '\n')
        self->at++;
      else if (*self->at == '\r' && self->at + 1 < self->end && self->at[1] == '\n')
        self->at += 2;
      else
        return;
      self->line++;
    }
}

static void
finish_row (FramCsvReader *self, Scan *scan)
{
  if (scan->p < self->end && *scan->p == '\r')
    scan->p++;
  if (scan->p < self->end && *scan->p == '\n')
    {
      scan->p++;
      scan->line++;
    }
  self->at = scan->p;
  self->line = scan->line;
}

/**
 * fram_csv_reader_next:
 * @self: a reader
 *
 * Reads the next row. Empty lines are passed over. After %FRAM_CSV_BAD reading goes on with the line after the one on which
 * the bad row began.
 *
 * Returns: whether there is a row
 */
FramCsvStatus
fram_csv_reader_next (FramCsvReader *self)
{
  Scan scan, start;
  const char *fault = NULL, *where = NULL;

  skip_blank_lines (self);
  g_string_truncate (self->text, 0);
  g_array_set_size (self->fields, 0);
  self->row_line = self->line;
  if (self->at >= self->end)
    return FRAM_CSV_END;
  scan = start = (Scan){ self->at, self->at, self->line };
  for (;;)
    {
      fault = read_field (self, &scan, &start);
      if (fault != NULL)
        break;
      if (scan.p >= self->end || *scan.p != ',')
        break;
      scan.p++;
    }
  where = scan.p;
  if (fault == NULL)
    fault = find_fault (start.p, scan.p, &where);
  if (fault != NULL)
    return bad (self, &start, where, fault);
  finish_row (self, &scan);
  return FRAM_CSV_ROW;
}

guint
fram_csv_reader_get_n_fields (FramCsvReader *self)
{
  return self->fields->len;
}

/**
 * fram_csv_reader_get_field:
 * @self: a reader
 * @field: which, from 0
 *
 * Returns: the field's text, without quotes, valid until the next row is read; empty past the last one
 */
const char *
fram_csv_reader_get_field (FramCsvReader *self, guint field)
{
  if (field >= self->fields->len)
    return "";
  return self->text->str + g_array_index (self->fields, Field, field).start;
}

/**
 * fram_csv_reader_get_line:
 * @self: a reader
 *
 * Returns: the line on which the row begins, from 1; after %FRAM_CSV_BAD the line with the fault
 */
guint
fram_csv_reader_get_line (FramCsvReader *self)
{
  return self->row_line;
}

/**
 * fram_csv_reader_get_field_column:
 * @self: a reader
 * @field: which, from 0
 *
 * Returns: where the field begins on its line, in characters from 1; 0 past the last one
 */
guint
fram_csv_reader_get_field_column (FramCsvReader *self, guint field)
{
  const Field *f;

  if (field >= self->fields->len)
    return 0;
  f = &g_array_index (self->fields, Field, field);
  return column_of (f->line_start, f->at);
}

const char *
fram_csv_reader_get_message (FramCsvReader *self)
{
  return self->message;
}

/**
 * fram_csv_reader_get_message_column:
 * @self: a reader that has returned %FRAM_CSV_BAD
 *
 * Returns: where on the line the fault is, in characters from 1
 */
guint
fram_csv_reader_get_message_column (FramCsvReader *self)
{
  return self->message_column;
}

gsize
fram_csv_reader_get_position (FramCsvReader *self)
{
  return self->at - self->begin;
}

gsize
fram_csv_reader_get_size (FramCsvReader *self)
{
  return self->end - self->begin;
}
