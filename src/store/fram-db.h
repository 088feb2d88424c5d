#pragma once

#include "fram-clock.h"
#include "fram-error.h"
#include "fram-record.h"
#include "fram-viewer.h"

G_BEGIN_DECLS

/**
 * FramDb:
 *
 * An open register: one SQLite file. Not for two threads at the same time. Every function that takes a #FramViewer
 * answers only what that viewer may see (DATA.md, "Who sees which class").
 */
typedef struct _FramDb FramDb;

FramDb *fram_db_create (const char *path, FramClock *clock, GError **error);
FramDb *fram_db_open (const char *path, FramClock *clock, GError **error);
void fram_db_close (FramDb *self);
const char *fram_db_get_path (FramDb *self);
const char *fram_db_get_read_only_reason (FramDb *self);
FramClock *fram_db_get_clock (FramDb *self);

gboolean fram_db_begin (FramDb *self, GError **error);
gboolean fram_db_commit (FramDb *self, GError **error);
void fram_db_rollback (FramDb *self);
void fram_db_begin_read (FramDb *self);
void fram_db_end_read (FramDb *self);

char *fram_db_get_meta (FramDb *self, const char *name);
gboolean fram_db_set_meta (FramDb *self, const char *name, const char *value, GError **error);

gint64 fram_db_find_row (FramDb *self, const FramUuid *id);
FramUuid fram_db_get_id (FramDb *self, gint64 row);
gint64 fram_db_find_code (FramDb *self, FramEntity entity, const char *code);
int fram_db_get_data_version (FramDb *self);
void fram_db_set_bulk (FramDb *self, gboolean bulk);
gboolean fram_db_backup (FramDb *self, const char *file, GError **error);
GPtrArray *fram_db_check (FramDb *self, GError **error);
gboolean fram_db_take_tidying (FramDb *self);
void fram_db_tidy (const char *path);
gboolean fram_db_rebuild (FramDb *self, GError **error);
int fram_db_newest_schema (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramDb, fram_db_close)

G_END_DECLS
