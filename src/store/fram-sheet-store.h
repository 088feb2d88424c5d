#pragma once

#include "fram-roster-store.h"

G_BEGIN_DECLS

/**
 * FramStoredWeek:
 * @monday: the week's first day
 * @closed_by: who closed it, "system" for the file's owner
 * @closed_by_row: row number of who closed it, 0 for the system
 * @closed_at: when, UTC milliseconds
 *
 * A week of a roster that is closed.
 */
typedef struct
{
  FramDate monday;
  char *closed_by;
  gint64 closed_by_row;
  gint64 closed_at;
} FramStoredWeek;

void fram_stored_week_free (FramStoredWeek *self);

/**
 * FramSheetAbsence:
 * @enrolment: row number of whose
 * @from: first day
 * @to: last day
 * @from_time: minutes since midnight, or %FRAM_TIME_NONE for whole days
 * @to_time: likewise
 * @status: row number of the status it is to be marked with, 0 where none was told
 *
 * An absence that was told beforehand.
 */
typedef struct
{
  gint64 enrolment;
  FramDate from;
  FramDate to;
  int from_time;
  int to_time;
  gint64 status;
} FramSheetAbsence;

/**
 * FramSheetSplit:
 * @enrolment: row number of whose
 * @day: the day
 * @part: 1 before, 2 after noon
 * @planned_minutes: minutes, -1 where none are planned
 *
 * One half of a day that is split, marked or not.
 */
typedef struct
{
  gint64 enrolment;
  FramDate day;
  int part;
  int planned_minutes;
} FramSheetSplit;

/* A roster of many days, read with one query per table. */
GArray *fram_sheet_load_stays (FramDb *db, gint64 activity, FramDate from, FramDate to, GError **error);
GArray *fram_sheet_load_slots (FramDb *db, gint64 activity, FramDate from, FramDate to, GError **error);
GPtrArray *fram_sheet_load_marks (FramDb *db, gint64 activity, FramDate from, FramDate to, GError **error);
GPtrArray *fram_sheet_load_marks_before (FramDb *db, gint64 activity, const GArray *enrolments, FramDate before,
                                         guint n, GError **error);
GPtrArray *fram_sheet_load_people (FramDb *db, const FramViewer *viewer, gint64 activity, const GArray *enrolments,
                                   GError **error);
GArray *fram_sheet_load_planned (FramDb *db, const GArray *enrolments, FramDate from, FramDate to, GError **error);
GArray *fram_sheet_load_splits (FramDb *db, gint64 activity, FramDate from, FramDate to, GError **error);
GPtrArray *fram_sheet_load_weeks (FramDb *db, gint64 activity, FramDate from, FramDate to, GError **error);
GArray *fram_sheet_load_hours (FramDb *db, gint64 workshop);

G_END_DECLS
