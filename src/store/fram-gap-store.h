#pragma once

#include "fram-db.h"

G_BEGIN_DECLS

/**
 * FramStoredGapCase:
 * @enrolment: row number
 * @enrolment_id: the enrolment
 * @participant: row number
 * @participant_id: the participant
 * @case_no: case number
 * @given_name: as it lies in the register; what is shown of it is the caller's to decide
 * @family_name: likewise
 * @sort_key: its place in lists
 * @is_protected: protected identity
 * @enrolled: first day
 * @introduction_until: last day of the introduction, or %FRAM_DATE_NONE
 * @closed: last day, or %FRAM_DATE_NONE
 * @expected_end: what the target day was extended to, else the target day, or %FRAM_DATE_NONE
 * @target_days: the programme's target, 0 for none
 * @received: when the referral came, where the viewer may see referrals
 * @study_visit: likewise
 * @next_step_from: when the next step begins, where the viewer may see outcomes
 * @case_workers: (nullable): names of the case workers of the day
 *
 * An enrolment whose plan the viewer may see.
 */
typedef struct
{
  gint64 enrolment;
  FramUuid enrolment_id;
  gint64 participant;
  FramUuid participant_id;
  char *case_no;
  char *given_name;
  char *family_name;
  char *sort_key;
  gboolean is_protected;
  FramDate enrolled;
  FramDate introduction_until;
  FramDate closed;
  FramDate expected_end;
  int target_days;
  FramDate received;
  FramDate study_visit;
  FramDate next_step_from;
  char *case_workers;
} FramStoredGapCase;

void fram_stored_gap_case_free (FramStoredGapCase *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramStoredGapCase, fram_stored_gap_case_free)

/**
 * FramGapSource:
 * @FRAM_GAP_SOURCE_EVENT: a meeting or registration: day, code of its kind
 * @FRAM_GAP_SOURCE_BOOKING: something booked: day, code of its kind
 * @FRAM_GAP_SOURCE_SLOT: a stretch of the weekly plan: from and to, weekday, activity
 * @FRAM_GAP_SOURCE_PLACEMENT: a placement: from and to, activity
 * @FRAM_GAP_SOURCE_MEMBERSHIP: a membership: from and to, group
 * @FRAM_GAP_SOURCE_PAUSE: a pause: from and to, code of its kind
 *
 * What planned days are worked out from, beside marks.
 */
typedef enum
{
  FRAM_GAP_SOURCE_EVENT,
  FRAM_GAP_SOURCE_BOOKING,
  FRAM_GAP_SOURCE_SLOT,
  FRAM_GAP_SOURCE_PLACEMENT,
  FRAM_GAP_SOURCE_MEMBERSHIP,
  FRAM_GAP_SOURCE_PAUSE,
} FramGapSource;

/**
 * FramGapLine:
 * @source: what it is
 * @from: the day, or the first one
 * @to: the last day, or %FRAM_DATE_NONE while it goes on
 * @activity: row number of the workshop, group or external place, 0 for none
 * @weekday: of a stretch of the weekly plan: 1 for Monday to 7 for Sunday
 * @from_time: of such a stretch or a booking: minutes since midnight, or %FRAM_TIME_NONE
 * @to_time: likewise
 * @kind: (nullable): code of the kind, interned
 *
 * One line of an enrolment's plan.
 */
typedef struct
{
  FramGapSource source;
  FramDate from;
  FramDate to;
  gint64 activity;
  int weekday;
  int from_time;
  int to_time;
  const char *kind;
} FramGapLine;

/**
 * FramGapLineOf:
 * @participant: row number of whose; 0 where the enrolment says it
 * @enrolment: row number of the enrolment; 0 for all of the participant's
 * @line: the line
 *
 * One line of anybody's plan.
 */
typedef struct
{
  gint64 participant;
  gint64 enrolment;
  FramGapLine line;
} FramGapLineOf;

GPtrArray *fram_gap_load_cases (FramDb *db, const FramViewer *viewer, FramDate at, gboolean current, gint64 enrolment,
                                GError **error);
gboolean fram_gap_load_plan (FramDb *db, gint64 participant, gint64 enrolment, FramDate at, GArray *plan,
                             GError **error);
GArray *fram_gap_load_all_plans (FramDb *db, FramDate at, GError **error);
gboolean fram_gap_load_marks (FramDb *db, gint64 enrolment, FramDate from, FramDate to, GArray *days, GError **error);
gboolean fram_gap_hop_marks (FramDb *db, gint64 enrolment, FramDate from, FramDate to, int over, GArray *days,
                             GError **error);

G_END_DECLS
