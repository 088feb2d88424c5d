#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FramWorkField:
 * @code: its code
 * @name: its name in the reader's language
 * @words: (array zero-terminated=1): words of both languages by which a wish means it, folded
 * @workshops: (array zero-terminated=1): codes of the workshops that prepare for it
 *
 * A kind of work, as the programme profile lists them.
 */
typedef struct
{
  char *code;
  char *name;
  GStrv words;
  GStrv workshops;
} FramWorkField;

void fram_work_field_free (FramWorkField *self);

GPtrArray *fram_profile_load_fields (const char *programme, GError **error);

G_END_DECLS
