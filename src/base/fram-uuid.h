#pragma once

#include "fram-clock.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * FramUuid:
 * @bytes: the sixteen bytes in network order; all zero means "none"
 *
 * The identity of a recorded thing on every machine. Text appears only at the boundaries.
 */
typedef struct
{
  guint8 bytes[16];
} FramUuid;

#define FRAM_UUID_TEXT_SIZE 37
#define FRAM_UUID_NONE      ((FramUuid){ { 0 } })

FramUuid fram_uuid_new (FramClock *clock);
FramUuid fram_uuid_derive (const char *kind, const char *natural_key);
FramUuid fram_uuid_derive_v (const char *kind, ...) G_GNUC_NULL_TERMINATED;
gboolean fram_uuid_parse (const char *text, FramUuid *uuid);
const char *fram_uuid_format (const FramUuid *uuid, char buffer[FRAM_UUID_TEXT_SIZE]);
char *fram_uuid_to_text (const FramUuid *uuid);
gboolean fram_uuid_is_none (const FramUuid *uuid);
guint fram_uuid_hash (gconstpointer uuid);
gboolean fram_uuid_equal (gconstpointer a, gconstpointer b);

G_END_DECLS
