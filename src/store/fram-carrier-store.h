#pragma once

#include "fram-db.h"

G_BEGIN_DECLS

/**
 * FramStoredCarrier:
 *
 * Somebody in charge of an enrolment for a time.
 */
typedef struct
{
  FramUuid id;
  FramUuid staff;
  char *name;
  gboolean active;
  FramDate from;
  FramDate to;
} FramStoredCarrier;

/**
 * FramStoredLoad:
 *
 * A case worker with how many enrolments that go on the person is in charge of on a day.
 */
typedef struct
{
  FramUuid staff;
  char *name;
  guint load;
} FramStoredLoad;

/**
 * FramStoredContact:
 *
 * Somebody who refers people.
 */
typedef struct
{
  FramUuid id;
  char *name;
  char *phone;
  char *email;
} FramStoredContact;

/**
 * FramStoredReferrer:
 *
 * Where an enrolment comes from.
 */
typedef struct
{
  FramUuid id;
  FramUuid organisation;
  char *organisation_code;
  char *organisation_name; /* in the reader's language */
  FramUuid referrer;
  char *referrer_name;
  FramDate received;
} FramStoredReferrer;

void fram_stored_referrer_clear (FramStoredReferrer *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FramStoredReferrer, fram_stored_referrer_clear)

/**
 * FramStoredEnrolment:
 *
 * What must be known of an enrolment before who is in charge of it changes.
 */
typedef struct
{
  gint64 row;
  gint64 participant;
  FramUuid participant_id;
  char *case_no;
  char *given_name;
  char *family_name;
  gboolean is_protected;
  FramDate enrolled;
  FramDate closed;
} FramStoredEnrolment;

void fram_stored_enrolment_clear (FramStoredEnrolment *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FramStoredEnrolment, fram_stored_enrolment_clear)

/**
 * FramStoredDeputy:
 *
 * Somebody who has a colleague's participants for a time.
 */
typedef struct
{
  FramUuid id;
  FramUuid absent;
  FramUuid deputy;
  char *absent_name;
  char *deputy_name;
  FramDate from;
  FramDate to;
} FramStoredDeputy;

gboolean fram_carrier_load_enrolment (FramDb *db, const FramViewer *viewer, gint64 enrolment, FramStoredEnrolment *out,
                                      GError **error);
GPtrArray *fram_carrier_load (FramDb *db, gint64 enrolment, GError **error);
GPtrArray *fram_carrier_load_loads (FramDb *db, FramDate day, GError **error);
gboolean fram_carrier_load_referrer (FramDb *db, gint64 enrolment, FramStoredReferrer *out, GError **error);
GPtrArray *fram_carrier_load_contacts (FramDb *db, gint64 organisation, GError **error);
GPtrArray *fram_carrier_load_names (FramDb *db, gint64 participant, gint64 staff, FramDate day, GError **error);
GPtrArray *fram_deputy_load (FramDb *db, gint64 absent, FramDate since, GError **error);

G_END_DECLS
