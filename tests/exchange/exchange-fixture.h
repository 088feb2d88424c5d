#pragma once

#include "fram-import.h"

G_BEGIN_DECLS

/* The profile's codes as the register would give them. */
FramProfileCodes *fixture_codes (void);

/* What a sink was given: how many of each kind, a hash of everything, and whether references came first. */
typedef struct
{
  guint n[FRAM_N_ENTITIES];
  GChecksum *sum;
  GHashTable *ids;
  GHashTable *marks;
  GPtrArray *kept; /* records, where asked for */
  guint dangling;
  guint doubles;
  gboolean keep[FRAM_N_ENTITIES];
  gboolean check;
} FixtureSink;

FixtureSink *fixture_sink_new (gboolean check);
void fixture_sink_free (FixtureSink *self);
gboolean fixture_sink_take (const FramRecord *record, gpointer data, GError **error);
const char *fixture_sink_hash (FixtureSink *self);
const FramRecord *fixture_sink_find (FixtureSink *self, FramEntity entity, const FramUuid *id);
const char *fixture_text (const FramRecord *record, const char *column);
gint64 fixture_int (const FramRecord *record, const char *column, gint64 otherwise);
FramDate fixture_date (const FramRecord *record, const char *column);

char *fixture_path (const char *name);
char *fixture_make_directory (void);
void fixture_remove_directory (const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FixtureSink, fixture_sink_free)

G_END_DECLS
