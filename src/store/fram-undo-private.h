#pragma once

#include "fram-changes-private.h"

G_BEGIN_DECLS

/* One change of an action that is to be undone. */
typedef struct
{
  FramEntity entity;
  gint64 row;
  guint unit;
  char day[FRAM_DATE_TEXT_SIZE];
  gint64 activity;
  int part;
  gint64 clock;
  sqlite3_value *before;
} FramUndoStep;

gboolean fram_undo_is_alone (FramDb *db, GPtrArray *steps, GError **error);

G_END_DECLS
