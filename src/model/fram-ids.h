#pragma once

#include "fram-date.h"
#include "fram-uuid.h"

G_BEGIN_DECLS

/** FRAM_SITE_DEFAULT: the site whose workshops the profile `fram` names. */
#define FRAM_SITE_DEFAULT "pildammsvagen"

/* what profiles name: the same id on every machine that loads the same profile (DATA.md, "derived [site, code]") */
FramUuid fram_id_programme (const char *code);
FramUuid fram_id_site (const char *code);
FramUuid fram_id_workshop (const char *site, const char *code);
FramUuid fram_id_place (const char *site, const char *name);
FramUuid fram_id_opening_hours (const char *site, const char *workshop, int weekday);
FramUuid fram_id_group_kind (const char *code);
FramUuid fram_id_attendance_status (const char *code);
FramUuid fram_id_outcome (const char *code);
FramUuid fram_id_decision (const char *code);
FramUuid fram_id_organisation (const char *code);
FramUuid fram_id_indicator_set (const char *code);
FramUuid fram_id_indicator (const char *set, int ordinal);
FramUuid fram_id_indicator_set_version (const char *set, int version);
FramUuid fram_id_indicator_version (const char *set, int version, int ordinal);
FramUuid fram_id_commitment_kind (const char *code);
FramUuid fram_id_adaptation_area (const char *code);
FramUuid fram_id_role_right (const char *role, const char *klass);

/* what the files of shared/fram name */
FramUuid fram_id_contact (const char *organisation, const char *name);
FramUuid fram_id_staff (const char *name);
FramUuid fram_id_role_grant (const FramUuid *staff, const char *role);
FramUuid fram_id_participant (const char *case_no);
FramUuid fram_id_referral (const char *case_no);
FramUuid fram_id_enrolment (const char *case_no);
FramUuid fram_id_activity_group (const char *code);

/* facts with a natural key of their own (DATA.md, "derived") */
FramUuid fram_id_membership (const FramUuid *group, const FramUuid *enrolment, FramDate from);
FramUuid fram_id_group_session_change (const FramUuid *group, FramDate day);
FramUuid fram_id_rating (const FramUuid *enrolment, const FramUuid *indicator, FramDate day, const char *rater);
FramUuid fram_id_commitment (const FramUuid *enrolment, const FramUuid *kind, int ordinal);
FramUuid fram_id_follow_up (const FramUuid *enrolment, int months);
FramUuid fram_id_roster_week (const FramUuid *activity, FramDate day);
FramUuid fram_id_contact_details (const FramUuid *participant);
FramUuid fram_id_stand_in (const FramUuid *staff, const FramUuid *workshop, FramDate day);

G_END_DECLS
