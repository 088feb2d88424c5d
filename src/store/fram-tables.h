#pragma once

#include "fram-db.h"

G_BEGIN_DECLS

/**
 * FramTable:
 *
 * The seven tables in which a register is exchanged, in the order of their files (README.md of the example register).
 */
typedef enum
{
  FRAM_TABLE_CASES,
  FRAM_TABLE_PLACEMENTS,
  FRAM_TABLE_GROUPS,
  FRAM_TABLE_ATTENDANCE,
  FRAM_TABLE_PROGRESSION,
  FRAM_TABLE_ADAPTATIONS,
  FRAM_TABLE_EVENTS,
} FramTable;

typedef struct _FramTableReader FramTableReader;

FramTableReader *fram_table_reader_new (FramDb *db, FramTable table, GError **error);
gboolean fram_table_reader_next (FramTableReader *self, const char **fields, guint n_fields, GError **error);
guint fram_table_count_optional (FramDb *db, FramTable table);
void fram_table_reader_free (FramTableReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramTableReader, fram_table_reader_free)

G_END_DECLS
