#pragma once

#include "fram-db.h"

G_BEGIN_DECLS

/**
 * FramStoredAbsence:
 *
 * A planned absence as it is on disk; %FRAM_TIME_NONE for whole days, status 0 where none was told.
 */
typedef struct
{
  FramUuid id;
  gint64 enrolment;
  FramDate from;
  FramDate to;
  int from_time;
  int to_time;
  gint64 status;
  char *told_by;
} FramStoredAbsence;

void fram_stored_absence_free (FramStoredAbsence *self);

/**
 * FramBusy:
 * @enrolment: row number of whose
 * @from: minutes since midnight
 * @to: likewise
 *
 * That somebody is somewhere else for a time; never where or with whom (DATA.md, "other appointment 13–15").
 */
typedef struct
{
  gint64 enrolment;
  int from;
  int to;
} FramBusy;

/**
 * FramOtherGroup:
 * @enrolment: row number of whose
 * @group: row number of the group
 *
 * That somebody on a roster is a member of another group too.
 */
typedef struct
{
  gint64 enrolment;
  gint64 group;
} FramOtherGroup;

/**
 * FramStoredSplit:
 *
 * One half of a day that is split, marked or not; minutes -1 where none are planned.
 */
typedef struct
{
  gint64 enrolment;
  int part;
  int planned_minutes;
} FramStoredSplit;

GArray *fram_roster_load_splits (FramDb *db, gint64 activity, FramDate day, GError **error);

GPtrArray *fram_hint_load_absences (FramDb *db, gint64 activity, FramDate day, GError **error);
GArray *fram_hint_load_bookings (FramDb *db, gint64 activity, FramDate day, GError **error);
GArray *fram_hint_load_groups (FramDb *db, gint64 activity, FramDate day, GError **error);
GHashTable *fram_hint_load_asked (FramDb *db, gint64 activity, FramDate day, GError **error);
char *fram_hint_load_setting (FramDb *db, const char *name);

/**
 * FramStoredCard:
 *
 * The first-day card of a workshop; a member is %NULL where it says nothing.
 */
typedef struct
{
  char *greets;
  char *first_tool;
  char *coffee;
} FramStoredCard;

void fram_stored_card_clear (FramStoredCard *self);
gboolean fram_hint_load_card (FramDb *db, gint64 workshop, FramStoredCard *card, GError **error);

GPtrArray *fram_absence_load (FramDb *db, gint64 enrolment, FramDate from, FramDate to, GError **error);
GArray *fram_absence_load_activities (FramDb *db, gint64 enrolment, FramDate day, GError **error);
FramStoredAbsence *fram_absence_load_one (FramDb *db, const FramUuid *id, GError **error);

G_END_DECLS
