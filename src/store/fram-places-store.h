#pragma once

#include "fram-db.h"

G_BEGIN_DECLS

/**
 * FramStoredPlace:
 *
 * An employer's place as it lies in the register; codes have ";" between.
 */
typedef struct
{
  gint64 row;
  FramUuid id;
  char *employer;
  char *sort_key;
  char *tasks;
  char *contact_name;
  char *contact_phone;
  char *contact_email;
  char *address;
  char *fields;
  char *areas;
  char *adaptations;
  char *note;
  int capacity; /* -1 where nothing is agreed */
  FramDate free_from;
  gboolean active;
} FramStoredPlace;

void fram_stored_place_free (FramStoredPlace *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramStoredPlace, fram_stored_place_free)

GPtrArray *fram_places_load (FramDb *db, const FramViewer *viewer, GError **error);
FramStoredPlace *fram_places_load_one (FramDb *db, const FramViewer *viewer, const FramUuid *id, GError **error);
gboolean fram_places_find (FramDb *db, const FramViewer *viewer, const char *employer, FramUuid *id);

/**
 * FramPlaceSpan:
 * @place: row number of the place
 * @enrolment: row number of whose
 * @from: first day
 * @to: last day, of the placement or of the enrolment, whichever comes first; %FRAM_DATE_NONE for none
 *
 * A stay at an external place, of whomever: what free places are counted from.
 */
typedef struct
{
  gint64 place;
  gint64 enrolment;
  FramDate from;
  FramDate to;
} FramPlaceSpan;

GArray *fram_places_load_spans (FramDb *db, gint64 place, GError **error);

/**
 * FramStoredOutside:
 *
 * A stay at an external place of somebody whose plan the viewer may see.
 */
typedef struct
{
  FramUuid id;
  gint64 enrolment;
  FramUuid enrolment_id;
  gint64 place;
  char *employer;
  char *case_no;
  char *given_name;
  char *family_name;
  gboolean is_protected;
  FramDate from;
  FramDate to;
  FramDate closed; /* of the enrolment */
  int weekly_minutes;
} FramStoredOutside;

void fram_stored_outside_free (FramStoredOutside *self);

GPtrArray *fram_places_load_stays (FramDb *db, const FramViewer *viewer, gint64 place, gint64 enrolment,
                                   GError **error);

/**
 * FramStoredVisit:
 *
 * A follow-up at an external place, booked or recorded, of somebody whose plan the viewer may see, with the stay it belongs to.
 */
typedef struct
{
  FramUuid id;
  gboolean is_event; /* recorded as held, never booked */
  gint64 participant;
  FramUuid enrolment_id;
  FramDate closed; /* of the enrolment */
  char *case_no;
  char *given_name;
  char *family_name;
  gboolean is_protected;
  FramUuid place_id;
  char *employer;
  FramDate day;
  char *status;
} FramStoredVisit;

void fram_stored_visit_free (FramStoredVisit *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramStoredVisit, fram_stored_visit_free)

/* The kinds of bookings and events at external places. */
#define FRAM_VISIT_START     "extern_plats_start"
#define FRAM_VISIT_FOLLOW_UP "uppfoljning_extern_plats"

GPtrArray *fram_places_load_visits (FramDb *db, const FramViewer *viewer, gint64 place, gint64 enrolment,
                                    GError **error);
FramStoredVisit *fram_places_load_visit (FramDb *db, const FramViewer *viewer, const FramUuid *booking, GError **error);
GArray *fram_places_load_booked (FramDb *db, gint64 enrolment, gint64 place, FramDate from, FramDate to,
                                 GError **error);
GStrv fram_places_load_needs (FramDb *db, gint64 enrolment);
int fram_places_load_weekly (FramDb *db, gint64 enrolment, FramDate day);
GStrv fram_places_load_workshops (FramDb *db, gint64 enrolment);

G_END_DECLS
