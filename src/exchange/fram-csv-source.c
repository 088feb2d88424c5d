#include "fram-csv-source.h"

#include "fram-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define PIECE (128 * 1024)

struct _CsvSource
{
  int fd;
  char *path;
  FramCsvFormat format;
  GStatBuf before; /* of the file when it was opened */
  guint64 position;
  guchar rest[4]; /* of a character that a piece cut */
  gsize n_rest;
  guchar *bytes;
  int failure; /* errno */
};

/* What Windows-1252 has where ISO 8859-1 has control characters; 0: nothing. */
static const guint16 upper[32] = {
  0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
  0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
  0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
};

/* A byte that is no letter stays as one that is no UTF-8, so that the reader complains where it stands. */
#define NO_LETTER '\xff'

static void
decode_windows (const guchar *bytes, gsize length, GString *out)
{
  for (gsize i = 0; i < length; i++)
    {
      gunichar c = bytes[i];

      if (c >= 0x80 && c < 0xa0)
        c = upper[c - 0x80];
      if (c == 0 && bytes[i] != 0)
        g_string_append_c (out, NO_LETTER);
      else if (c < 0x80)
        g_string_append_c (out, (char)c);
      else
        g_string_append_unichar (out, c);
    }
}

static gunichar
unit_at (const guchar *bytes, gboolean big)
{
  return big ? (gunichar)(bytes[0] << 8 | bytes[1]) : (gunichar)(bytes[1] << 8 | bytes[0]);
}

static gsize
decode_utf_16 (const guchar *bytes, gsize length, gboolean big, GString *out)
{
  gsize i = 0;

  for (; i + 2 <= length; i += 2)
    {
      gunichar c = unit_at (bytes + i, big), low;

      if (c >= 0xd800 && c < 0xdc00)
        {
          if (i + 4 > length)
            break;
          low = unit_at (bytes + i + 2, big);
          if (low >= 0xdc00 && low < 0xe000)
            {
              c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
              i += 2;
            }
        }
      if (c >= 0xd800 && c < 0xe000)
        g_string_append_c (out, NO_LETTER);
      else if (c < 0x80)
        g_string_append_c (out, (char)c);
      else
        g_string_append_unichar (out, c);
    }
  return i;
}

/* Appends bytes as UTF-8; what of them was used is all but a character that the end cuts. */
void
csv_decode (FramCsvEncoding encoding, const guchar *bytes, gsize length, gsize *used, GString *out)
{
  *used = length;
  switch (encoding)
    {
    case FRAM_CSV_WINDOWS_1252: decode_windows (bytes, length, out); break;
    case FRAM_CSV_UTF_16_LE: *used = decode_utf_16 (bytes, length, FALSE, out); break;
    case FRAM_CSV_UTF_16_BE: *used = decode_utf_16 (bytes, length, TRUE, out); break;
    case FRAM_CSV_UTF_8:
    default: g_string_append_len (out, (const char *)bytes, (gssize)length); break;
    }
}

static void
refuse (const char *path, int code, GError **error)
{
  if (code == EISDIR)
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID, _ ("“%s” is a directory, not a file."), path);
  else if (code == ENOENT)
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND, _ ("There is no file “%s”."), path);
  else if (code == EACCES || code == EPERM)
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_IO, _ ("“%s” cannot be read; look at its permissions."), path);
  else
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_IO,
                 _ ("“%s” cannot be read (%s); copy it to this computer and try again."), path, g_strerror (code));
}

/* Returns: a descriptor, or -1 */
int
csv_open (const char *path, guint64 *size, GError **error)
{
  GStatBuf info;
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  int code = errno;

  if (fd >= 0 && fstat (fd, &info) == 0)
    {
      *size = (guint64)info.st_size;
      if (S_ISREG (info.st_mode))
        return fd;
      code = S_ISDIR (info.st_mode) ? EISDIR : EINVAL;
    }
  if (fd >= 0)
    close (fd);
  refuse (path, code, error);
  return -1;
}

CsvSource *
csv_source_new (const char *path, const FramCsvFormat *format, GError **error)
{
  guint64 size = 0;
  int fd = csv_open (path, &size, error);
  CsvSource *self;

  if (fd < 0)
    return NULL;
  self = g_new0 (CsvSource, 1);
  self->fd = fd;
  self->path = g_strdup (path);
  self->format = *format;
  self->bytes = g_malloc (PIECE);
  if (fstat (fd, &self->before) != 0)
    self->failure = errno;
  if (format->mark > 0 && lseek (fd, format->mark, SEEK_SET) >= 0)
    self->position = format->mark;
  return self;
}

void
csv_source_free (CsvSource *self)
{
  close (self->fd);
  g_free (self->bytes);
  g_free (self->path);
  g_free (self);
}

static void
end_lines_with_lf (char *text, gsize length)
{
  for (char *p = text; (p = memchr (p, '\r', length - (gsize)(p - text))) != NULL;)
    *p = '\n';
}

/* Appends the next piece. Returns: whether there was one */
gboolean
csv_source_read (CsvSource *self, GString *out)
{
  gsize before = out->len, used = 0, length;
  gssize n;

  memcpy (self->bytes, self->rest, self->n_rest);
  do
    n = read (self->fd, self->bytes + self->n_rest, PIECE - self->n_rest);
  while (n < 0 && errno == EINTR);
  if (n < 0)
    self->failure = errno;
  if (n <= 0)
    {
      if (self->n_rest > 0 && n == 0)
        g_string_append_c (out, NO_LETTER);
      self->n_rest = 0;
      return out->len > before;
    }
  self->position += (guint64)n;
  length = self->n_rest + (gsize)n;
  csv_decode (self->format.encoding, self->bytes, length, &used, out);
  self->n_rest = length - used;
  memcpy (self->rest, self->bytes + used, self->n_rest);
  if (self->format.lone_cr)
    end_lines_with_lf (out->str + before, out->len - before);
  return TRUE;
}

/* At the end: whether all of the file was read, and it stayed what it was meanwhile. */
gboolean
csv_source_check (CsvSource *self, GError **error)
{
  GStatBuf now;

  if (self->failure == 0 && fstat (self->fd, &now) != 0)
    self->failure = errno;
  if (self->failure != 0)
    {
      refuse (self->path, self->failure, error);
      return FALSE;
    }
  if (now.st_size == self->before.st_size && now.st_mtime == self->before.st_mtime &&
      self->position == (guint64)now.st_size)
    return TRUE;
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_CHANGED,
               _ ("“%s” was changed while it was read. Close the program that writes it and import again."),
               self->path);
  return FALSE;
}

guint64
csv_source_get_position (const CsvSource *self)
{
  return self->position;
}

guint64
csv_source_get_size (const CsvSource *self)
{
  return (guint64)self->before.st_size;
}
