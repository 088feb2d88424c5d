#pragma once

/* Inside the importer only: what grows with a file. */

#include <glib.h>

G_BEGIN_DECLS

/* Rows that are written once and read in the same order, in memory while they are few and on disk when they are many. */
typedef struct _ImportSpool ImportSpool;

ImportSpool *import_spool_new (gsize row_size, guint n_texts, const gsize *texts);
void import_spool_free (ImportSpool *self);
void import_spool_add (ImportSpool *self, gconstpointer row);
gboolean import_spool_begin (ImportSpool *self, GError **error);
gboolean import_spool_next (ImportSpool *self, gpointer row, GError **error);

/* Natural keys and the lines they stand on: 12 bytes for each. */
typedef struct _ImportSeen ImportSeen;

ImportSeen *import_seen_new (void);
void import_seen_free (ImportSeen *self);
guint import_seen_add (ImportSeen *self, const char *key, gsize length, guint line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImportSeen, import_seen_free)

G_END_DECLS
