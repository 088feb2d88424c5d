#include "fram-uuid.h"

#include <stdarg.h>
#include <string.h>

static void
stamp_version (FramUuid *uuid, int version)
{
  uuid->bytes[6] = (uuid->bytes[6] & 0x0f) | (version << 4);
  uuid->bytes[8] = (uuid->bytes[8] & 0x3f) | 0x80;
}

/**
 * fram_uuid_new:
 * @clock: the clock that gives the leading milliseconds
 *
 * Returns: a fresh UUIDv7 (RFC 9562, 5.7): rows made one after the other lie side by side in an index
 */
FramUuid
fram_uuid_new (FramClock *clock)
{
  FramUuid uuid;
  guint64 ms = (guint64)fram_clock_now (clock);

  for (int i = 0; i < 6; i++)
    uuid.bytes[i] = (guint8)(ms >> (8 * (5 - i)));
  for (int i = 6; i < 16; i += 4)
    {
      guint32 r = g_random_int ();

      memcpy (uuid.bytes + i, &r, MIN (4, 16 - i));
    }
  stamp_version (&uuid, 7);
  return uuid;
}

static FramUuid
finish (GChecksum *sum)
{
  FramUuid uuid;
  guint8 digest[32];
  gsize size = sizeof digest;

  g_checksum_get_digest (sum, digest, &size);
  memcpy (uuid.bytes, digest, sizeof uuid.bytes);
  stamp_version (&uuid, 8);
  return uuid;
}

/**
 * fram_uuid_derive:
 * @kind: the space of names, for example `workshop`
 * @natural_key: what tells one from another within it
 *
 * Two machines that record the same fact meet in one row: the id is a hash of its natural key (UUIDv8, RFC 9562, 5.8).
 *
 * Returns: always the same id for the same arguments
 */
FramUuid
fram_uuid_derive (const char *kind, const char *natural_key)
{
  return fram_uuid_derive_v (kind, natural_key, NULL);
}

/**
 * fram_uuid_derive_v:
 * @kind: the space of names
 * @...: the parts of the natural key, ended by %NULL
 *
 * Returns: always the same id for the same arguments
 */
FramUuid
fram_uuid_derive_v (const char *kind, ...)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  va_list args;
  const char *part;

  g_checksum_update (sum, (const guchar *)kind, strlen (kind) + 1);
  va_start (args, kind);
  while ((part = va_arg (args, const char *)) != NULL)
    g_checksum_update (sum, (const guchar *)part, strlen (part) + 1);
  va_end (args);
  return finish (sum);
}

/**
 * fram_uuid_parse:
 * @text: (nullable): the 36-character form
 * @uuid: (out): the id
 *
 * Returns: whether @text is a UUID
 */
gboolean
fram_uuid_parse (const char *text, FramUuid *uuid)
{
  guint n = 0;

  if (text == NULL || strlen (text) != 36 || !g_uuid_string_is_valid (text))
    return FALSE;
  for (const char *p = text; *p != '\0';)
    {
      if (*p == '-')
        {
          p++;
          continue;
        }
      uuid->bytes[n++] = (guint8)(g_ascii_xdigit_value (p[0]) << 4 | g_ascii_xdigit_value (p[1]));
      p += 2;
    }
  return n == 16;
}

const char *
fram_uuid_format (const FramUuid *uuid, char buffer[FRAM_UUID_TEXT_SIZE])
{
  static const char hex[] = "0123456789abcdef";
  char *out = buffer;

  for (int i = 0; i < 16; i++)
    {
      if (i == 4 || i == 6 || i == 8 || i == 10)
        *out++ = '-';
      *out++ = hex[uuid->bytes[i] >> 4];
      *out++ = hex[uuid->bytes[i] & 15];
    }
  *out = '\0';
  return buffer;
}

char *
fram_uuid_to_text (const FramUuid *uuid)
{
  char buffer[FRAM_UUID_TEXT_SIZE];

  return g_strdup (fram_uuid_format (uuid, buffer));
}

gboolean
fram_uuid_is_none (const FramUuid *uuid)
{
  static const FramUuid none;

  return memcmp (uuid, &none, sizeof none) == 0;
}

guint
fram_uuid_hash (gconstpointer uuid)
{
  guint32 h;

  /* the last bytes are random in both versions, the first only in version 8 */
  memcpy (&h, ((const FramUuid *)uuid)->bytes + 12, sizeof h);
  return h;
}

gboolean
fram_uuid_equal (gconstpointer a, gconstpointer b)
{
  return memcmp (a, b, sizeof (FramUuid)) == 0;
}
