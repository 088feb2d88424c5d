#pragma once

#include "fram-desk.h"

G_BEGIN_DECLS

/**
 * FramCarrier:
 * @staff: who
 * @name: name
 * @from: first day in charge
 * @to: last day, or %FRAM_DATE_NONE while it goes on
 *
 * A case worker of an enrolment.
 */
typedef struct
{
  FramUuid staff;
  char *name;
  FramDate from;
  FramDate to;
} FramCarrier;

/**
 * FramCaseLoad:
 * @staff: a case worker
 * @name: name
 * @load: how many enrolments that go on the person is in charge of
 * @most: how many the programme means to give one person, 0 where it says nothing
 *
 * What somebody carries already.
 */
typedef struct
{
  FramUuid staff;
  char *name;
  guint load;
  guint most;
} FramCaseLoad;

/**
 * FramReferrer:
 * @id: the contact
 * @name: name
 * @phone: (nullable): phone
 * @email: (nullable): e-mail
 *
 * Somebody at a referring organisation.
 */
typedef struct
{
  FramUuid id;
  char *name;
  char *phone;
  char *email;
} FramReferrer;

/**
 * FramCarriers:
 * @name: the participant, as lists show it
 * @enrolled: first day
 * @closed: last day, or %FRAM_DATE_NONE
 * @case_workers: (element-type FramCarrier): latest first
 * @loads: (element-type FramCaseLoad): whom it can be given to; those with the fewest participants first
 * @organisation: (nullable): code of the referring organisation, where it may be seen
 * @organisation_name: (nullable): its name
 * @referrer: who refers now; none where nobody is known
 * @referrer_name: (nullable): the name
 * @referrers: (element-type FramReferrer): who else refers there
 * @may_change: whether the case worker may be changed by who sits there
 * @may_change_referrer: whether the referrer may
 * @writes_document: whether a handover sheet may be written
 *
 * Who carries a participant.
 */
typedef struct
{
  char *name;
  FramDate enrolled;
  FramDate closed;
  GPtrArray *case_workers;
  GPtrArray *loads;
  char *organisation;
  char *organisation_name;
  FramUuid referrer;
  char *referrer_name;
  GPtrArray *referrers;
  gboolean may_change;
  gboolean may_change_referrer;
  gboolean writes_document;
} FramCarriers;

void fram_carriers_free (FramCarriers *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramCarriers, fram_carriers_free)

/* Who carries an enrolment, and whom it can be given to. FRAM_ERROR_NOT_FOUND. */
FramCarriers *fram_desk_carriers (FramDesk *self, const FramUuid *enrolment, GError **error);
/* What every case worker carries on a day. (element-type FramCaseLoad) */
GPtrArray *fram_desk_case_loads (FramDesk *self, FramDate day, GError **error);

/**
 * FramCarrierChange:
 * @staff: who is in charge from now on
 * @from: first day
 * @overlap_to: last day on which who was in charge is so too; %FRAM_DATE_NONE for no overlap
 *
 * A change of case worker, or the choice of the first one.
 */
typedef struct
{
  FramUuid staff;
  FramDate from;
  FramDate overlap_to;
} FramCarrierChange;

gboolean fram_desk_change_case_worker (FramDesk *self, const FramUuid *enrolment, const FramCarrierChange *change,
                                       char **what, GError **error);

/**
 * FramReferrerChange:
 * @referrer: who refers from now on; none for somebody new
 * @name: (nullable): the name of somebody new
 * @phone: (nullable): phone of somebody new
 * @email: (nullable): e-mail of somebody new
 * @organisation: (nullable): code of the organisation of somebody new; %NULL for the one that refers
 * @day: since when
 *
 * A change at the referrer's.
 */
typedef struct
{
  FramUuid referrer;
  const char *name;
  const char *phone;
  const char *email;
  const char *organisation;
  FramDate day;
} FramReferrerChange;

gboolean fram_desk_change_referrer (FramDesk *self, const FramUuid *enrolment, const FramReferrerChange *change,
                                    char **what, GError **error);

/**
 * FramDeputy:
 * @id: the grant; none for a new one
 * @absent: who is away
 * @absent_name: (nullable): the name
 * @deputy: who has that person's participants meanwhile
 * @deputy_name: (nullable): the name
 * @from: first day
 * @to: last day
 *
 * "Deputy while I am away". It gives rights, so administrators write it (DATA.md, "role_grant"); everybody may read it.
 */
typedef struct
{
  FramUuid id;
  FramUuid absent;
  char *absent_name;
  FramUuid deputy;
  char *deputy_name;
  FramDate from;
  FramDate to;
} FramDeputy;

void fram_deputy_free (FramDeputy *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramDeputy, fram_deputy_free)

/* Deputies of a person, or of everybody, today and to come. (element-type FramDeputy) */
GPtrArray *fram_desk_deputies (FramDesk *self, const FramUuid *absent, GError **error);
gboolean fram_desk_add_deputy (FramDesk *self, const FramDeputy *deputy, char **what, GError **error);
/* Ends it yesterday, or takes away what has not begun. */
gboolean fram_desk_end_deputy (FramDesk *self, const FramUuid *id, char **what, GError **error);

G_END_DECLS
