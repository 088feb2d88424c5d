#pragma once

#include "fram-db.h"

G_BEGIN_DECLS

/**
 * FramStoredDay:
 *
 * A mark in the record of one person.
 */
typedef struct
{
  FramDate day;
  char *code;
  char *name;
  gint64 status;
  int minutes_late;
  int attended_minutes;
  int planned_minutes;
} FramStoredDay;

void fram_stored_day_free (FramStoredDay *self);

GPtrArray *fram_days_load (FramDb *db, const FramViewer *viewer, gint64 enrolment, guint n, GError **error);

G_END_DECLS
