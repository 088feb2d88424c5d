#pragma once

#include "fram-db.h"
#include "fram-plan.h"

G_BEGIN_DECLS

/**
 * FramTakenMark:
 * @day: the day
 * @enrolment: row number of whose
 * @part: part of the day
 * @planned_minutes: or -1
 * @status: row number of the status; 0 for a half of a split day that is not marked yet
 * @by: row number of who marked, 0 for the system
 * @at: when, UTC milliseconds
 *
 * What tells how far a roster has been taken.
 */
typedef struct
{
  FramDate day;
  gint64 enrolment;
  int part;
  int planned_minutes;
  gint64 status;
  gint64 by;
  gint64 at;
} FramTakenMark;

GArray *fram_taken_load_stays (FramDb *db, gint64 activity, FramDate from, FramDate to, GError **error);
GArray *fram_taken_load_slots (FramDb *db, gint64 activity, FramDate from, FramDate to, GError **error);
GArray *fram_taken_load_marks (FramDb *db, gint64 activity, FramDate from, FramDate to, GError **error);
GHashTable *fram_taken_load_hidden (FramDb *db, const FramViewer *viewer, gint64 activity, FramDate from, FramDate to,
                                    GError **error);
gboolean fram_taken_find_last (FramDb *db, gint64 activity, FramDate before, gint64 *by, gint64 *at);
char *fram_taken_name_of (FramDb *db, gint64 staff);
GHashTable *fram_taken_load_own (FramDb *db, const FramViewer *viewer, GError **error);

G_END_DECLS
