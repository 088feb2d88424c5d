#pragma once

#include "fram-ctl.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * FramTableKind:
 * @FRAM_TABLE_TEXT: a text, to the left
 * @FRAM_TABLE_NUMBER: a number, to the right; in JSON a number
 * @FRAM_TABLE_LINES: several texts; in JSON an array and nowhere else
 * @FRAM_TABLE_SHOWN: a text for people only
 */
typedef enum
{
  FRAM_TABLE_TEXT,
  FRAM_TABLE_NUMBER,
  FRAM_TABLE_LINES,
  FRAM_TABLE_SHOWN,
} FramTableKind;

/**
 * FramTableColumn:
 * @key: its name in csv and json
 * @title: (nullable): its translatable title in text; %NULL: not shown there
 * @kind: what is in it
 */
typedef struct
{
  const char *key;
  const char *title;
  FramTableKind kind;
} FramTableColumn;

/**
 * FramTable:
 *
 * What a command prints: rows of cells that have a form for machines (codes, ISO dates, decimal points) and one for
 * people. Cells are added from left to right.
 */
typedef struct _FramTable FramTable;

FramTable *fram_table_new (const FramTableColumn *columns, guint n_columns);
void fram_table_free (FramTable *self);
void fram_table_add (FramTable *self, const char *machine, const char *human);
void fram_table_add_int (FramTable *self, gint64 number);
void fram_table_add_hours (FramTable *self, int minutes);
void fram_table_add_date (FramTable *self, FramDate date);
void fram_table_add_time (FramTable *self, int minutes);
void fram_table_add_instant (FramTable *self, gint64 instant);
void fram_table_add_lines (FramTable *self, const char *const *lines);
guint fram_table_get_n_rows (const FramTable *self);

void fram_table_print (const FramTable *self, FramCtlFormat format);
void fram_table_print_fields (const FramTable *self);
JsonNode *fram_table_to_json (const FramTable *self);
void fram_ctl_print_json (JsonNode *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramTable, fram_table_free)

G_END_DECLS
