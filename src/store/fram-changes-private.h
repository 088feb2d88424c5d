#pragma once

#include "fram-changes.h"
#include "fram-db-private.h"

G_BEGIN_DECLS

/* Units beside the fields of the registry: the row as such, and whether it was removed. */
#define FRAM_UNIT_ROW  0
#define FRAM_UNIT_GONE 255

struct _FramChanges
{
  FramDb *db;
  gint64 action;
  gint64 sender;
  gint64 seq;
  gint64 first_seq;
  gint64 clock;
  GHashTable *rows;         /* FramUuid → row number, of this transaction */
  GHashTable *closed_weeks; /* NULL: not read yet */
  GError *failure;          /* the first one: nothing is written after it and nothing committed */
  gboolean open;
  gboolean amended; /* something was written that the log does not tell */
};

/* Which unit of which row a change is about; day, activity and part only for marks. */
typedef struct
{
  FramEntity entity;
  gint64 row;
  guint unit;
  const char *day;
  gint64 activity;
  int part;
} FramUnitKey;

gboolean fram_changes_log (FramChanges *self, const FramUnitKey *key, sqlite3_value *before, gint64 base_sender,
                           gint64 base_seq, GError **error);
gboolean fram_changes_stamp (FramChanges *self, const FramUnitKey *key, GError **error);
gboolean fram_changes_base (FramChanges *self, const FramUnitKey *key, gint64 *sender, gint64 *seq, GError **error);
gboolean fram_changes_log_row (FramChanges *self, const FramUnitKey *key, GError **error);
gboolean fram_changes_goes_on (FramChanges *self, GError **error);
gboolean fram_changes_settle (FramChanges *self, gboolean ok, GError *failure, GError **error);
gboolean fram_changes_after_write (FramChanges *self, FramEntity entity, gint64 row, GError **error);
gboolean fram_changes_rebuild_names (FramDb *db, GError **error);
const char *fram_row_json_sql (FramDb *db, FramEntity entity);
gboolean fram_changes_check_week (FramChanges *self, const FramUnitKey *key, GError **error);
FramWritten fram_changes_put_mark (FramChanges *self, const FramRecord *record, gboolean overwrite, GError **error);
gboolean fram_changes_bind (FramChanges *self, sqlite3_stmt *stmt, int index, const FramValue *value,
                            const FramColumn *column, GError **error);

G_END_DECLS
