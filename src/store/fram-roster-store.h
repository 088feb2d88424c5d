#pragma once

#include "fram-db.h"
#include "fram-plan.h"

G_BEGIN_DECLS

/**
 * FramStoredMark:
 *
 * A mark as it is on disk; -1 and %FRAM_TIME_NONE where there is no value, status 0 where it was cleared.
 */
typedef struct
{
  gint64 enrolment;
  FramDate day;
  int part;
  gint64 status;
  int minutes_late;
  int came;
  int left;
  int attended_minutes;
  int planned_minutes;
  char *task;
  char *reason;
  char *note;
  char *marked_by;
  gint64 marked_at;
} FramStoredMark;

/**
 * FramStoredPerson:
 *
 * What a roster tells of a person beside the mark.
 */
typedef struct
{
  gint64 enrolment;
  gint64 participant;
  FramUuid enrolment_id;
  FramUuid participant_id;
  char *case_no;
  char *given_name;
  char *family_name;
  char *alias;
  char *sort_key;
  gboolean is_protected;
  gboolean visible; /* the viewer may see the person in this roster */
  gboolean attends; /* of a sheet: the viewer may see the person's attendance anywhere */
  FramDate enrolled;
  FramDate closed;
} FramStoredPerson;

void fram_stored_mark_free (FramStoredMark *self);
void fram_stored_person_free (FramStoredPerson *self);

GArray *fram_roster_load_stays (FramDb *db, gint64 activity, FramDate day, GError **error);
GArray *fram_roster_load_slots (FramDb *db, gint64 activity, FramDate day, GError **error);
GPtrArray *fram_roster_load_marks (FramDb *db, gint64 activity, FramDate day, GError **error);
FramStoredMark *fram_roster_load_mark (FramDb *db, gint64 enrolment, gint64 activity, FramDate day, int part,
                                       GError **error);
FramStoredPerson *fram_roster_load_person (FramDb *db, const FramViewer *viewer, gint64 activity, gint64 enrolment,
                                           GError **error);
GPtrArray *fram_roster_load_last (FramDb *db, gint64 enrolment, gint64 activity, FramDate before, guint n,
                                  GError **error);
GStrv fram_roster_load_lines (FramDb *db, gint64 enrolment, gint64 activity, FramDate day);
char *fram_roster_load_training (FramDb *db, gint64 enrolment, gint64 activity, FramDate day);

/**
 * FramMarkPast:
 *
 * One step in the history of a mark.
 */
typedef struct
{
  gint64 at;
  char *by;
  gint64 status;
  int minutes_late;
  int attended_minutes;
  char *reason;
} FramMarkPast;

void fram_mark_past_free (FramMarkPast *self);
GPtrArray *fram_roster_load_history (FramDb *db, gint64 enrolment, gint64 activity, FramDate day, int part,
                                     GError **error);

G_END_DECLS
