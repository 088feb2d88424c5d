#pragma once

#include "fram-db.h"

G_BEGIN_DECLS

/**
 * FramChanges:
 *
 * The one way in which anything recorded changes: a transaction that writes typed rows and, for each, the change that
 * undo, history and the hub read (sender, sequence, base, author, before; SYNC.md "Client"). Freed without a commit it
 * leaves no trace. After a failure of any of its functions nothing more can be written and fram_changes_commit() fails: it
 * is all or nothing.
 */
typedef struct _FramChanges FramChanges;

/**
 * FramWritten:
 * @FRAM_WRITTEN_FAILED: nothing; the error is set
 * @FRAM_WRITTEN_SAME: the register says so already
 * @FRAM_WRITTEN_ADDED: a new row
 * @FRAM_WRITTEN_CHANGED: a row changed
 * @FRAM_WRITTEN_DIFFERS: a row is there with other values and was left as it is
 */
typedef enum
{
  FRAM_WRITTEN_FAILED,
  FRAM_WRITTEN_SAME,
  FRAM_WRITTEN_ADDED,
  FRAM_WRITTEN_CHANGED,
  FRAM_WRITTEN_DIFFERS,
} FramWritten;

FramChanges *fram_changes_begin (FramDb *db, const FramViewer *author, const char *kind, const char *reason,
                                 GError **error);
gboolean fram_changes_set_time (FramChanges *self, gint64 at, GError **error);
gboolean fram_changes_commit (FramChanges *self, gint64 *action, GError **error);
void fram_changes_free (FramChanges *self);

FramWritten fram_changes_insert (FramChanges *self, const FramRecord *record, GError **error);
FramWritten fram_changes_add (FramChanges *self, const FramRecord *record, GError **error);
FramWritten fram_changes_update (FramChanges *self, const FramRecord *record, const char *const *columns,
                                 GError **error);
FramWritten fram_changes_amend (FramChanges *self, const FramRecord *record, const char *const *columns,
                                GError **error);
FramWritten fram_changes_remove (FramChanges *self, FramEntity entity, const FramUuid *id, GError **error);
FramWritten fram_changes_bring_back (FramChanges *self, FramEntity entity, const FramUuid *id, GError **error);
gint64 fram_changes_find (FramChanges *self, const FramUuid *id);
gboolean fram_changes_undo (FramChanges *self, gint64 action, GError **error);
gboolean fram_changes_undo_watched (FramChanges *self, gint64 action, FramProgressFunc progress, gpointer data,
                                    GError **error);

/**
 * FramDifference:
 * @column: which field of the record's entity, or -1 where the row was removed
 * @before: (nullable): what the register says, %NULL for nothing
 * @after: (nullable): what the record says
 *
 * A field in which a record and the register differ. A thing that is referred to is told by its code, number or name;
 * minutes and times of day are whole numbers of minutes.
 */
typedef struct
{
  int column;
  const char *before;
  const char *after;
} FramDifference;

typedef void (*FramDifferenceFunc) (const FramDifference *difference, gpointer data);

gboolean fram_changes_compare (FramChanges *self, const FramRecord *record, FramDifferenceFunc func, gpointer data,
                               GError **error);
char *fram_db_label (FramDb *db, gint64 row);
gint64 fram_db_find_participant (FramDb *db, gint64 row);

gboolean fram_changes_is_empty (FramChanges *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramChanges, fram_changes_free)

G_END_DECLS
