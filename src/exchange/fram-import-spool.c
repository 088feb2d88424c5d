#include "fram-import-spool.h"

#include "fram-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* More than this goes to disk: the rows of the whole example register stay in memory. */
#define KEEP (16 * 1024 * 1024)

struct _ImportSpool
{
  gsize row_size;
  guint n_texts;
  gsize texts[4]; /* where in a row its texts are */
  GByteArray *memory;
  gsize at;      /* in memory, while reading */
  FILE *file;    /* NULL: memory has it all */
  GString *read; /* the texts of the row last read */
  guint64 n_rows;
  guint64 n_read;
  int failure; /* errno */
};

ImportSpool *
import_spool_new (gsize row_size, guint n_texts, const gsize *texts)
{
  ImportSpool *self = g_new0 (ImportSpool, 1);

  g_assert (n_texts <= G_N_ELEMENTS (self->texts));
  self->row_size = row_size;
  self->n_texts = n_texts;
  for (guint i = 0; i < n_texts; i++)
    self->texts[i] = texts[i];
  self->memory = g_byte_array_new ();
  self->read = g_string_new (NULL);
  return self;
}

void
import_spool_free (ImportSpool *self)
{
  g_byte_array_unref (self->memory);
  g_string_free (self->read, TRUE);
  if (self->file != NULL)
    fclose (self->file);
  g_free (self);
}

/* A file that nobody else can open and that is gone when it is closed: it holds people's records. */
static void
move_to_disk (ImportSpool *self)
{
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("framsteg-import-XXXXXX", &path, NULL);

  if (fd < 0)
    {
      self->failure = errno != 0 ? errno : EIO;
      return;
    }
  g_unlink (path);
  self->file = fdopen (fd, "w+b");
  if (self->file == NULL || fwrite (self->memory->data, 1, self->memory->len, self->file) != self->memory->len)
    self->failure = errno;
  g_byte_array_set_size (self->memory, 0);
}

static void
put (ImportSpool *self, gconstpointer data, gsize length)
{
  if (self->failure != 0 || length == 0)
    return;
  if (self->file == NULL)
    g_byte_array_append (self->memory, data, (guint)length);
  else if (fwrite (data, 1, length, self->file) != length)
    self->failure = errno;
  if (self->file == NULL && self->memory->len > KEEP)
    move_to_disk (self);
}

static const char *
text_of (const ImportSpool *self, gconstpointer row, guint i)
{
  const char *text;

  memcpy (&text, (const char *)row + self->texts[i], sizeof text);
  return text;
}

/* Keeps a copy of a row and of its texts. What cannot be kept is told when reading begins. */
void
import_spool_add (ImportSpool *self, gconstpointer row)
{
  put (self, row, self->row_size);
  for (guint i = 0; i < self->n_texts; i++)
    {
      const char *text = text_of (self, row, i);
      gint32 length = text != NULL ? (gint32)strlen (text) : -1;

      put (self, &length, sizeof length);
      if (length > 0)
        put (self, text, (gsize)length);
    }
  self->n_rows++;
}

static gboolean
fail (const ImportSpool *self, GError **error)
{
  g_set_error (error, FRAM_ERROR, self->failure == ENOSPC ? FRAM_ERROR_FULL : FRAM_ERROR_IO,
               self->failure == ENOSPC
                   ? _ ("There is no room on disk for so large an import (%s). Make room in “%s” and import again.")
                   : _ ("So large an import needs room on disk, which could not be used (%s). Look at “%s”."),
               g_strerror (self->failure), g_get_tmp_dir ());
  return FALSE;
}

/* Goes back to the first row. */
gboolean
import_spool_begin (ImportSpool *self, GError **error)
{
  self->at = 0;
  self->n_read = 0;
  if (self->failure == 0 && self->file != NULL && fseek (self->file, 0, SEEK_SET) != 0)
    self->failure = errno;
  return self->failure == 0 || fail (self, error);
}

static gboolean
take (ImportSpool *self, gpointer data, gsize length)
{
  if (self->file != NULL)
    return fread (data, 1, length, self->file) == length;
  memcpy (data, self->memory->data + self->at, length);
  self->at += length;
  return TRUE;
}

static gboolean
take_text (ImportSpool *self, gssize *start)
{
  gint32 length;

  if (!take (self, &length, sizeof length))
    return FALSE;
  *start = length < 0 ? -1 : (gssize)self->read->len;
  if (length < 0)
    return TRUE;
  g_string_set_size (self->read, self->read->len + (gsize)length + 1);
  self->read->str[self->read->len - 1] = '\0';
  return length == 0 || take (self, self->read->str + *start, (gsize)length);
}

/* Fills @row; its texts are there until the next row is read. Returns: whether there is one; at the end there is no error */
gboolean
import_spool_next (ImportSpool *self, gpointer row, GError **error)
{
  gssize starts[G_N_ELEMENTS (self->texts)];
  gboolean ok;

  if (self->n_read == self->n_rows)
    return FALSE;
  self->n_read++;
  g_string_truncate (self->read, 0);
  ok = take (self, row, self->row_size);
  for (guint i = 0; ok && i < self->n_texts; i++)
    ok = take_text (self, &starts[i]);
  for (guint i = 0; ok && i < self->n_texts; i++)
    {
      const char *text = starts[i] >= 0 ? self->read->str + starts[i] : NULL;

      memcpy ((char *)row + self->texts[i], &text, sizeof text);
    }
  if (ok)
    return TRUE;
  self->failure = errno != 0 ? errno : EIO;
  return fail (self, error);
}

/* A table of hashes: 64 bits tell millions of keys apart. */

typedef struct
{
  guint32 high;
  guint32 low;
  guint32 line; /* 0: free */
} Slot;

struct _ImportSeen
{
  Slot *slots;
  gsize n_slots; /* a power of two */
  gsize n_used;
};

ImportSeen *
import_seen_new (void)
{
  ImportSeen *self = g_new0 (ImportSeen, 1);

  self->n_slots = 1024;
  self->slots = g_new0 (Slot, self->n_slots);
  return self;
}

void
import_seen_free (ImportSeen *self)
{
  g_free (self->slots);
  g_free (self);
}

static guint64
hash_of (const char *key, gsize length)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar)key[i]) * G_GUINT64_CONSTANT (1099511628211);
  hash ^= hash >> 32;
  hash *= G_GUINT64_CONSTANT (0xd6e8feb86659fd93);
  return hash ^ hash >> 32;
}

static Slot *
find_slot (Slot *slots, gsize n_slots, guint32 high, guint32 low)
{
  gsize i = (((gsize)high << 16) ^ low) & (n_slots - 1);

  while (slots[i].line != 0 && (slots[i].high != high || slots[i].low != low))
    i = (i + 1) & (n_slots - 1);
  return &slots[i];
}

static void
grow (ImportSeen *self)
{
  gsize n_slots = self->n_slots * 2;
  Slot *slots = g_new0 (Slot, n_slots);

  for (gsize i = 0; i < self->n_slots; i++)
    if (self->slots[i].line != 0)
      *find_slot (slots, n_slots, self->slots[i].high, self->slots[i].low) = self->slots[i];
  g_free (self->slots);
  self->slots = slots;
  self->n_slots = n_slots;
}

/* Returns: 0, or the line on which the key stood before */
guint
import_seen_add (ImportSeen *self, const char *key, gsize length, guint line)
{
  guint64 hash = hash_of (key, length);
  Slot *slot;

  if (self->n_used * 4 >= self->n_slots * 3)
    grow (self);
  slot = find_slot (self->slots, self->n_slots, (guint32)(hash >> 32), (guint32)hash);
  if (slot->line != 0)
    return slot->line;
  *slot = (Slot){ (guint32)(hash >> 32), (guint32)hash, line };
  self->n_used++;
  return 0;
}
