#pragma once

#include "fram-desk.h"
#include "fram-import-source.h"
#include "fram-problems.h"

G_BEGIN_DECLS

/**
 * FramImportDifference:
 * @thing: what differs, as "F2023-0012, enrolment"; case number and not name
 * @key: the same for programs: "F2023-0012 enrolment"
 * @field: (nullable): which field, in words; %NULL where the register has removed the thing
 * @column: (nullable): the same for programs
 * @before: (nullable): what the register says
 * @after: (nullable): what the file says
 * @hidden: whether the person at the keyboard may not see the values
 *
 * Something that the register has with another value than the file. Nothing is overwritten.
 */
typedef struct
{
  char *thing;
  char *key;
  char *field;
  char *column;
  char *before;
  char *after;
  gboolean hidden;
} FramImportDifference;

char *fram_import_difference_format (const FramImportDifference *self);

/**
 * FramImportResult:
 * @rows: rows read
 * @added: records that were not there
 * @same: records that were there with the same values
 * @differing: records that were there with other values; nothing was overwritten
 * @differences: (element-type FramImportDifference): of the first hundred that differ, each field
 * @read_as: (element-type utf8): a line per file: what it is and how it was read
 */
typedef struct
{
  guint rows;
  guint added;
  guint same;
  guint differing;
  GPtrArray *differences;
  GPtrArray *read_as;
} FramImportResult;

void fram_import_result_free (FramImportResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramImportResult, fram_import_result_free)

/* All of these may be called within fram_desk_run_apart_async(): they keep the desk locked for moments only. */
gboolean fram_desk_may_import (FramDesk *self, GError **error);
GPtrArray *fram_desk_look_at_files (FramDesk *self, const char *const *paths, FramProgressFunc progress, gpointer data,
                                    GError **error);
FramImportResult *fram_desk_import (FramDesk *self, const char *path, gboolean dry_run, FramProblems *problems,
                                    FramProgressFunc progress, gpointer data, GError **error);
FramImportResult *fram_desk_import_files (FramDesk *self, GPtrArray *sources, gboolean dry_run, FramProblems *problems,
                                          FramProgressFunc progress, gpointer data, GError **error);

G_END_DECLS
