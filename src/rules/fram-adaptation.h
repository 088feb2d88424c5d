#pragma once

#include "fram-day.h"

G_BEGIN_DECLS

/**
 * FramAdaptationStatus:
 * @FRAM_ADAPTATION_PROPOSED: agreed to be tried, nothing has begun
 * @FRAM_ADAPTATION_ON_TRIAL: it is being tried
 * @FRAM_ADAPTATION_IN_PLACE: it works and holds
 * @FRAM_ADAPTATION_ENDED: it was in place and is not needed any more
 * @FRAM_ADAPTATION_DID_NOT_HELP: it was tried and did not help
 * @FRAM_ADAPTATION_NOT_CARRIED_OUT: it was never tried
 *
 * How an adaptation stands (DATA.md, "Codes"). Codes: proposed, on_trial, in_place, ended, did_not_help,
 * not_carried_out.
 */
typedef enum
{
  FRAM_ADAPTATION_PROPOSED,
  FRAM_ADAPTATION_ON_TRIAL,
  FRAM_ADAPTATION_IN_PLACE,
  FRAM_ADAPTATION_ENDED,
  FRAM_ADAPTATION_DID_NOT_HELP,
  FRAM_ADAPTATION_NOT_CARRIED_OUT,
  FRAM_N_ADAPTATION_STATUSES
} FramAdaptationStatus;

/**
 * FramReviewOutcome:
 * @FRAM_REVIEW_HELPS: it helps, and goes on
 * @FRAM_REVIEW_HELPS_PARTLY: it helps, and is changed
 * @FRAM_REVIEW_DOES_NOT_HELP: it does not help
 * @FRAM_REVIEW_NOT_NEEDED: it is not needed any more
 *
 * What came of a review. Codes: helps, helps_partly, does_not_help, not_needed.
 */
typedef enum
{
  FRAM_REVIEW_HELPS,
  FRAM_REVIEW_HELPS_PARTLY,
  FRAM_REVIEW_DOES_NOT_HELP,
  FRAM_REVIEW_NOT_NEEDED,
  FRAM_N_REVIEW_OUTCOMES
} FramReviewOutcome;

/**
 * FramAdaptationReach:
 *
 * Where an adaptation applies. Codes: all, workshop, group, external.
 */
typedef enum
{
  FRAM_ADAPTATION_ALL,
  FRAM_ADAPTATION_WORKSHOP,
  FRAM_ADAPTATION_GROUP,
  FRAM_ADAPTATION_OUTSIDE,
  FRAM_N_ADAPTATION_REACHES
} FramAdaptationReach;

/** FRAM_ADAPTATION_REVIEW_MONTHS: what is tried or in place is reviewed within so many months. */
#define FRAM_ADAPTATION_REVIEW_MONTHS 6

/** FRAM_ADAPTATION_TRIAL_DAYS: from so many days present on the workshop is asked whether a trial helps. */
#define FRAM_ADAPTATION_TRIAL_DAYS 3

const char *fram_adaptation_status_get_code (FramAdaptationStatus status);
const char *fram_adaptation_status_get_name (FramAdaptationStatus status);
gboolean fram_adaptation_status_from_code (const char *code, FramAdaptationStatus *status);
const char *fram_review_outcome_get_code (FramReviewOutcome outcome);
const char *fram_review_outcome_get_name (FramReviewOutcome outcome);
gboolean fram_review_outcome_from_code (const char *code, FramReviewOutcome *outcome);
const char *fram_adaptation_reach_get_code (FramAdaptationReach reach);
gboolean fram_adaptation_reach_from_code (const char *code, FramAdaptationReach *reach);

gboolean fram_adaptation_goes_on (FramAdaptationStatus status);
gboolean fram_adaptation_has_line (FramAdaptationStatus status);
gboolean fram_adaptation_may_become (FramAdaptationStatus from, FramAdaptationStatus to);
FramAdaptationStatus fram_adaptation_after_review (FramAdaptationStatus status, FramReviewOutcome outcome);
FramDate fram_adaptation_last_review_day (FramDate from, const GArray *closed_days);

/**
 * FramAdaptationFacts:
 * @before: how it stood; the same as @status for a new one
 * @status: how it is to stand
 * @has_text: whether a barrier or a measure is written
 * @has_line: whether a line for the workshop is written
 * @reach: where it applies
 * @has_activity: whether it is said which workshop, group or place
 * @today: the day
 * @tried_from: first day of the trial, or %FRAM_DATE_NONE
 * @in_place_from: since when it is in place, or %FRAM_DATE_NONE
 * @ended: its last day, or %FRAM_DATE_NONE
 * @review_by: when it is to be reviewed, or %FRAM_DATE_NONE
 * @reviewed: day of the newest review, or %FRAM_DATE_NONE
 *
 * What is written of an adaptation, to be held against the rules.
 */
typedef struct
{
  FramAdaptationStatus before;
  FramAdaptationStatus status;
  gboolean has_text;
  gboolean has_line;
  FramAdaptationReach reach;
  gboolean has_activity;
  FramDate today;
  FramDate tried_from;
  FramDate in_place_from;
  FramDate ended;
  FramDate review_by;
  FramDate reviewed;
} FramAdaptationFacts;

/**
 * FramAdaptationField:
 *
 * Where something is wrong, for a form to say it there.
 */
typedef enum
{
  FRAM_ADAPTATION_FIELD_NONE,
  FRAM_ADAPTATION_FIELD_TEXT,
  FRAM_ADAPTATION_FIELD_LINE,
  FRAM_ADAPTATION_FIELD_ACTIVITY,
  FRAM_ADAPTATION_FIELD_STATUS,
  FRAM_ADAPTATION_FIELD_TRIED,
  FRAM_ADAPTATION_FIELD_IN_PLACE,
  FRAM_ADAPTATION_FIELD_ENDED,
  FRAM_ADAPTATION_FIELD_REVIEW,
} FramAdaptationField;

const char *fram_adaptation_check (const FramAdaptationFacts *facts, FramAdaptationField *field);

G_END_DECLS
