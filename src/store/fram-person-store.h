#pragma once

#include "fram-db.h"

G_BEGIN_DECLS

/**
 * FramStoredStay:
 * @id: the placement or membership
 * @activity: row number of the workshop, group or external place
 * @code: (nullable): its code; an external place has none
 * @name: its name in the reader's language
 * @is_group: whether it is a group
 * @from: first day
 * @to: last day, or %FRAM_DATE_NONE
 * @weekly_minutes: minutes a week agreed, -1 where nothing is written
 *
 * One stay of a participant somewhere.
 */
typedef struct
{
  FramUuid id;
  gint64 activity;
  char *code;
  char *name;
  gboolean is_group;
  FramDate from;
  FramDate to;
  int weekly_minutes;
} FramStoredStay;

void fram_stored_stay_free (FramStoredStay *self);

char *fram_person_load_phone (FramDb *db, const FramViewer *viewer, gint64 participant);
char *fram_person_load_organisation (FramDb *db, const char *code);
char *fram_person_load_case_workers (FramDb *db, const FramViewer *viewer, gint64 enrolment);
GArray *fram_person_load_case_worker_ids (FramDb *db, gint64 enrolment, GError **error);
GPtrArray *fram_person_load_stays (FramDb *db, const FramViewer *viewer, gint64 participant, GError **error);

G_END_DECLS
