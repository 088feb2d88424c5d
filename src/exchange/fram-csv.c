#include "fram-csv.h"

#include "fram-csv-source.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A row longer than this is no row of a table; it is passed over, so that memory stays bounded. */
#define MAX_ROW (4 * 1024 * 1024)
/* Each quotation mark that is never closed costs a look through the longest row. */
#define MAX_RUNAWAYS 50

typedef struct
{
  gsize start;            /* into text */
  const char *line_start; /* of the line it begins on */
  const char *at;
} Field;

struct _FramCsvReader
{
  CsvSource *source; /* NULL: all of it is in buffer */
  FramCsvFormat format;
  GString *buffer; /* a window on the file, from before at */
  const char *end; /* of the buffer */
  const char *at;
  gboolean ended; /* nothing comes after the buffer */
  guint n_runaways;
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

static void
set_window (FramCsvReader *self, gsize at)
{
  self->at = self->buffer->str + at;
  self->end = self->buffer->str + self->buffer->len;
}

/* Reads on; what was read before @at is forgotten. Returns: whether more came */
static gboolean
fill (FramCsvReader *self)
{
  gboolean more;

  if (self->ended)
    return FALSE;
  g_string_erase (self->buffer, 0, self->at - self->buffer->str);
  more = csv_source_read (self->source, self->buffer);
  self->ended = !more;
  set_window (self, 0);
  return more;
}

/* So that a long row is not looked at again for every piece of it. */
static void
fill_twice_as_much (FramCsvReader *self)
{
  gsize wanted = 2 * (gsize)(self->end - self->at);

  while (fill (self) && (gsize)(self->end - self->at) < wanted)
    ;
}

static FramCsvReader *
reader_new (const FramCsvFormat *format, gsize length)
{
  FramCsvReader *self = g_new0 (FramCsvReader, 1);

  self->format = *format;
  self->buffer = g_string_sized_new (length);
  self->line = 1;
  self->text = g_string_sized_new (512);
  self->fields = g_array_new (FALSE, FALSE, sizeof (Field));
  set_window (self, 0);
  return self;
}

/* The line that says which separator follows is no row. */
static void
skip_separator_line (FramCsvReader *self)
{
  const char *stop;

  while ((stop = memchr (self->at, '\n', self->end - self->at)) == NULL && fill (self))
    ;
  if (stop == NULL)
    return;
  self->at = stop + 1;
  self->line++;
}

/**
 * fram_csv_reader_new:
 * @path: a file
 * @format: how it is written
 * @error: return location for a %FRAM_ERROR
 *
 * Returns: (transfer full) (nullable): a reader before the first row
 */
FramCsvReader *
fram_csv_reader_new (const char *path, const FramCsvFormat *format, GError **error)
{
  CsvSource *source = csv_source_new (path, format, error);
  FramCsvReader *self;

  if (source == NULL)
    return NULL;
  self = reader_new (format, 256 * 1024);
  self->source = source;
  if (format->separator_line)
    skip_separator_line (self);
  return self;
}

/**
 * fram_csv_reader_new_for_file:
 * @path: a file
 * @error: return location for a %FRAM_ERROR
 *
 * Returns: (transfer full) (nullable): a reader of commas and UTF-8, before the first row
 */
FramCsvReader *
fram_csv_reader_new_for_file (const char *path, GError **error)
{
  static const FramCsvFormat plain = FRAM_CSV_FORMAT_PLAIN;
  FramCsvReader *self = fram_csv_reader_new (path, &plain, error);

  if (self != NULL && fill (self) && self->buffer->len >= 3 && memcmp (self->at, "\xef\xbb\xbf", 3) == 0)
    self->at += 3;
  return self;
}

/**
 * fram_csv_reader_new_for_text:
 * @text: the rows; copied
 * @length: bytes of it, or -1 where it ends with a zero
 *
 * Returns: (transfer full): a reader of commas and UTF-8, before the first row
 */
FramCsvReader *
fram_csv_reader_new_for_text (const char *text, gssize length)
{
  static const FramCsvFormat plain = FRAM_CSV_FORMAT_PLAIN;
  FramCsvReader *self = fram_csv_reader_new_for_sample (text, length, &plain);

  if (self->buffer->len >= 3 && memcmp (self->at, "\xef\xbb\xbf", 3) == 0)
    self->at += 3;
  return self;
}

/* As fram_csv_reader_new_for_text(), of UTF-8 with the separator of @format. */
FramCsvReader *
fram_csv_reader_new_for_sample (const char *text, gssize length, const FramCsvFormat *format)
{
  gsize n = length < 0 ? strlen (text) : (gsize)length;
  FramCsvReader *self = reader_new (format, n);

  g_string_append_len (self->buffer, text, (gssize)n);
  self->ended = TRUE;
  set_window (self, 0);
  if (format->separator_line)
    skip_separator_line (self);
  return self;
}

void
fram_csv_reader_free (FramCsvReader *self)
{
  g_clear_pointer (&self->source, csv_source_free);
  g_string_free (self->buffer, TRUE);
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
  return p >= self->end || *p == self->format.separator || *p == '\n' ||
         (*p == '\r' && p + 1 < self->end && p[1] == '\n');
}

static void
read_plain (FramCsvReader *self, Scan *scan)
{
  const char separator = self->format.separator;
  const char *p = scan->p;

  while (p < self->end && *p != separator && *p != '\n' && *p != '\r' && *p != '"')
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
        return self->format.separator == ','
                   ? _ ("After a quotation mark that closes a field there must be a comma; inside it, write two.")
                   : _ ("After a quotation mark that closes a field the next field must begin; inside it, write two.");
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
find_fault (const FramCsvReader *self, const char *from, const char *to, const char **where)
{
  const char *nul = memchr (from, '\0', to - from);

  if (nul != NULL)
    {
      *where = nul;
      return _ ("There is a zero byte here; this is no text file, or not UTF-8. Save it as UTF-8.");
    }
  if (!g_utf8_validate_len (from, to - from, where))
    return self->format.encoding == FRAM_CSV_UTF_8
               ? _ ("This is not UTF-8 text; save the file as UTF-8.")
               : _ ("There is a character here that cannot be read; save the file as UTF-8.");
  return NULL;
}

static void
skip_blank_lines (FramCsvReader *self)
{
  while (self->at + 1 < self->end || fill (self) || self->at < self->end)
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

/* Whether what was read tells where the row ends. */
static gboolean
is_whole (FramCsvReader *self, const Scan *scan, gboolean faulty)
{
  if (self->ended)
    return TRUE;
  if (self->end - scan->p <= 1)
    return FALSE;
  return !faulty || memchr (self->at, '\n', self->end - self->at) != NULL;
}

/* Reads the row at self->at as far as the buffer goes. Returns: NULL, or what is wrong at scan->p */
static const char *
read_row (FramCsvReader *self, Scan *scan, gboolean *open)
{
  const Scan start = { self->at, self->at, self->line };
  const char *fault;

  g_string_truncate (self->text, 0);
  g_array_set_size (self->fields, 0);
  *scan = start;
  *open = FALSE;
  for (;;)
    {
      const char *field = scan->p;

      fault = read_field (self, scan, &start);
      *open = fault != NULL && scan->p == start.p && field < self->end && *field == '"';
      if (fault != NULL || scan->p >= self->end || *scan->p != self->format.separator)
        return fault;
      scan->p++;
    }
}

/* The rest of a line that is too long to be kept. */
static FramCsvStatus
pass_over_line (FramCsvReader *self)
{
  const char *stop;

  g_free (self->message);
  self->message = g_strdup (_ ("This line is too long for a row of a table; it was not read."));
  self->message_column = 1;
  while ((stop = memchr (self->at, '\n', self->end - self->at)) == NULL)
    {
      self->at = self->end;
      if (!fill (self))
        return FRAM_CSV_BAD;
    }
  self->at = stop + 1;
  self->line++;
  return FRAM_CSV_BAD;
}

/* So many marks that are never closed: what comes after them cannot be told apart any more. */
static FramCsvStatus
give_up (FramCsvReader *self)
{
  g_free (self->message);
  self->message = g_strdup (_ ("Too many quotation marks in this file are never closed; the rest of it was not read."));
  self->message_column = 1;
  self->at = self->end;
  while (fill (self))
    self->at = self->end;
  return FRAM_CSV_BAD;
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
  const char *fault, *where;
  gboolean open, too_long = FALSE;
  Scan scan, start;

  skip_blank_lines (self);
  self->row_line = self->line;
  if (self->at >= self->end)
    return FRAM_CSV_END;
  for (;;)
    {
      fault = read_row (self, &scan, &open);
      too_long = self->end - self->at >= MAX_ROW;
      if (is_whole (self, &scan, fault != NULL) && !(open && !self->ended))
        break;
      if (too_long && open && memchr (self->at, '\n', self->end - self->at) != NULL)
        break;
      if (too_long)
        return pass_over_line (self);
      fill_twice_as_much (self);
    }
  if (open && too_long && ++self->n_runaways > MAX_RUNAWAYS)
    return give_up (self);
  start = (Scan){ self->at, self->at, self->line };
  where = scan.p;
  if (fault == NULL)
    fault = find_fault (self, start.p, scan.p, &where);
  if (fault != NULL)
    return bad (self, &start, where, fault);
  finish_row (self, &scan);
  return FRAM_CSV_ROW;
}

/**
 * fram_csv_reader_finish:
 * @self: a reader that has returned %FRAM_CSV_END
 * @error: return location for a %FRAM_ERROR
 *
 * Returns: whether all of the file was read, and it was the same all the time
 */
gboolean
fram_csv_reader_finish (FramCsvReader *self, GError **error)
{
  return self->source == NULL || csv_source_check (self->source, error);
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

/**
 * fram_csv_reader_is_quoted:
 * @self: a reader
 * @field: which, from 0
 *
 * Returns: whether the field stood in quotation marks
 */
gboolean
fram_csv_reader_is_quoted (FramCsvReader *self, guint field)
{
  const Field *f;

  if (field >= self->fields->len)
    return FALSE;
  f = &g_array_index (self->fields, Field, field);
  return f->at < self->end && *f->at == '"';
}

/**
 * fram_csv_reader_get_position:
 * @self: a reader
 *
 * Returns: bytes of the file that are behind the reader, about
 */
guint64
fram_csv_reader_get_position (FramCsvReader *self)
{
  guint64 ahead = (guint64)(self->end - self->at);
  guint64 read;

  if (self->source == NULL)
    return self->buffer->len - ahead;
  read = csv_source_get_position (self->source);
  return read > ahead ? read - ahead : 0;
}

guint64
fram_csv_reader_get_size (FramCsvReader *self)
{
  return self->source != NULL ? csv_source_get_size (self->source) : self->buffer->len;
}
