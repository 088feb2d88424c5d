#pragma once

#include "fram-db.h"

G_BEGIN_DECLS

/**
 * FramStoredBooking:
 *
 * A booking as it is on disk. What an appointment elsewhere is about, and with whom, is of class note: for others parties,
 * place and staff are unset.
 */
typedef struct
{
  gint64 row;
  FramUuid id;
  gint64 participant;
  FramUuid participant_id;
  char *case_no;
  char *given_name;
  char *family_name;
  gboolean is_protected;
  gint64 enrolment;
  FramUuid enrolment_id;
  char *kind;
  FramDate day;
  int starts;
  int minutes;
  gint64 staff;
  FramUuid staff_id;
  char *staff_name;
  char *place;
  char *parties;
  gboolean interpreter;
  char *status;
  gboolean known; /* what and with whom may be seen */
} FramStoredBooking;

void fram_stored_booking_free (FramStoredBooking *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramStoredBooking, fram_stored_booking_free)

GPtrArray *fram_booking_load (FramDb *db, const FramViewer *viewer, gint64 participant, GError **error);
GPtrArray *fram_booking_load_own (FramDb *db, const FramViewer *viewer, FramDate from, FramDate to, GError **error);
FramStoredBooking *fram_booking_load_one (FramDb *db, const FramViewer *viewer, gint64 row, GError **error);

/**
 * FramStoredBusy:
 * @row: row number of the booking, 0 for anything else
 * @name: (nullable): what it is
 * @from: when it begins, or %FRAM_TIME_NONE for all day
 * @to: when it ends
 * @group: row number of the group, 0 for anything else; whether and when it meets that day is the caller's to work out
 *
 * What somebody is to do on a day.
 */
typedef struct
{
  gint64 row;
  char *name;
  int from;
  int to;
  gint64 group;
} FramStoredBusy;

void fram_stored_busy_free (FramStoredBusy *self);

GPtrArray *fram_booking_load_plan (FramDb *db, gint64 participant, FramDate day, GError **error);
GPtrArray *fram_booking_load_groups (FramDb *db, gint64 participant, FramDate day, GError **error);
GPtrArray *fram_booking_load_others (FramDb *db, gint64 participant, FramDate day, GError **error);
GPtrArray *fram_booking_load_of_staff (FramDb *db, gint64 staff, FramDate day, GError **error);
GPtrArray *fram_booking_load_absences (FramDb *db, gint64 participant, FramDate day, GError **error);

gboolean fram_booking_needs_interpreter (FramDb *db, gint64 participant);
char *fram_booking_load_language (FramDb *db, gint64 participant);

G_END_DECLS
