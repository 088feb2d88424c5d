#include "fram-ids.h"

/* Ids derived from natural keys. The kinds and the order of the parts never change: registers hold the results. */

FramUuid
fram_id_programme (const char *code)
{
  return fram_uuid_derive_v ("programme", code, NULL);
}

FramUuid
fram_id_site (const char *code)
{
  return fram_uuid_derive_v ("site", code, NULL);
}

/**
 * fram_id_workshop:
 * @site: code of its site
 * @code: its code
 *
 * Returns: the workshop's id on every machine
 */
FramUuid
fram_id_workshop (const char *site, const char *code)
{
  return fram_uuid_derive_v ("workshop", site, code, NULL);
}

FramUuid
fram_id_place (const char *site, const char *name)
{
  return fram_uuid_derive_v ("place", site, name, NULL);
}

static FramUuid
with_number (const char *kind, const char *a, const char *b, int number)
{
  char text[16];

  g_snprintf (text, sizeof text, "%d", number);
  return b != NULL ? fram_uuid_derive_v (kind, a, b, text, NULL) : fram_uuid_derive_v (kind, a, text, NULL);
}

/**
 * fram_id_opening_hours:
 * @site: code of the site
 * @workshop: (nullable): code of the workshop, %NULL for the whole house
 * @weekday: 1 for Monday
 */
FramUuid
fram_id_opening_hours (const char *site, const char *workshop, int weekday)
{
  return with_number ("opening_hours", site, workshop != NULL ? workshop : "", weekday);
}

FramUuid
fram_id_group_kind (const char *code)
{
  return fram_uuid_derive_v ("group_kind", code, NULL);
}

FramUuid
fram_id_attendance_status (const char *code)
{
  return fram_uuid_derive_v ("attendance_status", code, NULL);
}

FramUuid
fram_id_outcome (const char *code)
{
  return fram_uuid_derive_v ("outcome", code, NULL);
}

FramUuid
fram_id_decision (const char *code)
{
  return fram_uuid_derive_v ("decision", code, NULL);
}

FramUuid
fram_id_organisation (const char *code)
{
  return fram_uuid_derive_v ("organisation", code, NULL);
}

FramUuid
fram_id_indicator_set (const char *code)
{
  return fram_uuid_derive_v ("indicator_set", code, NULL);
}

FramUuid
fram_id_indicator (const char *set, int ordinal)
{
  return with_number ("indicator", set, NULL, ordinal);
}

/**
 * fram_id_indicator_set_version:
 * @set: code of a set
 * @version: counted from 1
 *
 * Returns: the id of that version, so that two machines that make the same version of a set meet in one row
 */
FramUuid
fram_id_indicator_set_version (const char *set, int version)
{
  return version <= 1 ? fram_id_indicator_set (set) : with_number ("indicator_set", set, NULL, version);
}

/**
 * fram_id_indicator_version:
 * @set: code of a set
 * @version: counted from 1
 * @ordinal: place of a question in that version
 *
 * Returns: the id of that question
 */
FramUuid
fram_id_indicator_version (const char *set, int version, int ordinal)
{
  char text[16];

  g_snprintf (text, sizeof text, "%d", version);
  return version <= 1 ? fram_id_indicator (set, ordinal) : with_number ("indicator", set, text, ordinal);
}

FramUuid
fram_id_commitment_kind (const char *code)
{
  return fram_uuid_derive_v ("commitment_kind", code, NULL);
}

FramUuid
fram_id_adaptation_area (const char *code)
{
  return fram_uuid_derive_v ("adaptation_area", code, NULL);
}

FramUuid
fram_id_role_right (const char *role, const char *klass)
{
  return fram_uuid_derive_v ("role_right", role, klass, NULL);
}

FramUuid
fram_id_contact (const char *organisation, const char *name)
{
  return fram_uuid_derive_v ("contact", organisation, name, NULL);
}

FramUuid
fram_id_staff (const char *name)
{
  return fram_uuid_derive_v ("staff", name, NULL);
}

static FramUuid
of_ids (const char *kind, const FramUuid *a, const FramUuid *b, const char *rest)
{
  char first[FRAM_UUID_TEXT_SIZE], second[FRAM_UUID_TEXT_SIZE];

  fram_uuid_format (a, first);
  if (b == NULL)
    return fram_uuid_derive_v (kind, first, rest, NULL);
  return fram_uuid_derive_v (kind, first, fram_uuid_format (b, second), rest, NULL);
}

/**
 * fram_id_role_grant:
 * @staff: whose
 * @role: code of the role
 *
 * Returns: the id of the grant that an import gives; grants made by people have fresh ids
 */
FramUuid
fram_id_role_grant (const FramUuid *staff, const char *role)
{
  return of_ids ("role_grant", staff, NULL, role);
}

FramUuid
fram_id_participant (const char *case_no)
{
  return fram_uuid_derive_v ("participant", case_no, NULL);
}

FramUuid
fram_id_referral (const char *case_no)
{
  return fram_uuid_derive_v ("referral", case_no, NULL);
}

FramUuid
fram_id_enrolment (const char *case_no)
{
  return fram_uuid_derive_v ("enrolment", case_no, NULL);
}

FramUuid
fram_id_activity_group (const char *code)
{
  return fram_uuid_derive_v ("activity_group", code, NULL);
}

FramUuid
fram_id_membership (const FramUuid *group, const FramUuid *enrolment, FramDate from)
{
  char day[FRAM_DATE_TEXT_SIZE];

  return of_ids ("membership", group, enrolment, fram_date_format (from, day));
}

FramUuid
fram_id_group_session_change (const FramUuid *group, FramDate day)
{
  char text[FRAM_DATE_TEXT_SIZE];

  return of_ids ("group_session_change", group, NULL, fram_date_format (day, text));
}

/**
 * fram_id_rating:
 * @enrolment: whose
 * @indicator: of what
 * @day: when
 * @rater: `participant` or `caseworker`
 *
 * Returns: the id of an imported rating; ratings made by people have fresh ids (DATA.md, "rating")
 */
FramUuid
fram_id_rating (const FramUuid *enrolment, const FramUuid *indicator, FramDate day, const char *rater)
{
  char text[FRAM_DATE_TEXT_SIZE + 16];

  fram_date_format (day, text);
  g_strlcat (text, rater, sizeof text);
  return of_ids ("rating", enrolment, indicator, text);
}

FramUuid
fram_id_commitment (const FramUuid *enrolment, const FramUuid *kind, int ordinal)
{
  char text[16];

  g_snprintf (text, sizeof text, "%d", ordinal);
  return of_ids ("commitment", enrolment, kind, text);
}

FramUuid
fram_id_follow_up (const FramUuid *enrolment, int months)
{
  char text[16];

  g_snprintf (text, sizeof text, "%d", months);
  return of_ids ("follow_up", enrolment, NULL, text);
}

/**
 * fram_id_roster_week:
 * @activity: a workshop or group
 * @day: any day of the week
 *
 * Returns: the id of that week of the roster, so that two machines that close it meet in one row
 */
FramUuid
fram_id_roster_week (const FramUuid *activity, FramDate day)
{
  g_autofree char *week = fram_week_format (day);

  return of_ids ("roster_week", activity, NULL, week);
}

FramUuid
fram_id_contact_details (const FramUuid *participant)
{
  return of_ids ("contact_details", participant, NULL, "");
}

/**
 * fram_id_stand_in:
 * @staff: who stands in
 * @workshop: where
 * @day: on which day
 *
 * Returns: the id of "I stand in here today", however often it is said
 */
FramUuid
fram_id_stand_in (const FramUuid *staff, const FramUuid *workshop, FramDate day)
{
  char text[FRAM_DATE_TEXT_SIZE];

  return of_ids ("stand_in", staff, workshop, fram_date_format (day, text));
}
