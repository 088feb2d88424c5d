#pragma once

#include "fram-day.h"

G_BEGIN_DECLS

/** FRAM_GAP_DAYS: days without planned activity that are still no gap, where the programme says nothing else. */
#define FRAM_GAP_DAYS 14

/**
 * FramPauseSpan:
 * @from: first day
 * @to: last day, or %FRAM_DATE_NONE while it goes on
 * @closed_house: whether the house is closed; else a leave that was agreed
 *
 * Days on which nothing is planned, and nothing ought to be (DOMAIN.md, "Gaps").
 */
typedef struct
{
  FramDate from;
  FramDate to;
  gboolean closed_house;
} FramPauseSpan;

/**
 * FramGapKind:
 * @FRAM_GAP_BETWEEN: between two days with planned activity
 * @FRAM_GAP_OPEN: nothing is planned after the last day, and too long has passed already
 * @FRAM_GAP_PLAN_ENDS: the plan ends after today, and the enrolment is to go on for too long after that
 * @FRAM_GAP_NOTHING_AHEAD: nothing is planned after today; it is no gap yet
 * @FRAM_GAP_FIRST_CONTACT: seam: between referral and first contact
 * @FRAM_GAP_FIRST_PLACEMENT: seam: between introduction and first placement
 * @FRAM_GAP_CLOSING: seam: between the last activity and closing
 * @FRAM_GAP_NEXT_STEP: seam: between closing and the start of the next step
 *
 * Where the chain tears (DOMAIN.md, "Gaps"). Codes: between, open, plan_ends, nothing_ahead, first_contact,
 * first_placement, closing, next_step.
 */
typedef enum
{
  FRAM_GAP_BETWEEN,
  FRAM_GAP_OPEN,
  FRAM_GAP_PLAN_ENDS,
  FRAM_GAP_NOTHING_AHEAD,
  FRAM_GAP_FIRST_CONTACT,
  FRAM_GAP_FIRST_PLACEMENT,
  FRAM_GAP_CLOSING,
  FRAM_GAP_NEXT_STEP,
  FRAM_N_GAP_KINDS
} FramGapKind;

/**
 * FramGap:
 * @kind: where
 * @last: the last day with planned activity before it; of a seam the day it begins at
 * @next: the next one, or %FRAM_DATE_NONE for an open end
 * @days: @next − @last; of an open end the days to the day that it reaches to, see fram_gaps_find()
 * @paused: of them, days of pauses
 *
 * A stretch without planned activity: the days after @last and before @next.
 */
typedef struct
{
  FramGapKind kind;
  FramDate last;
  FramDate next;
  int days;
  int paused;
} FramGap;

/**
 * FramGapFacts:
 * @enrolled: first day of the enrolment
 * @closed: last day, or %FRAM_DATE_NONE while it goes on
 * @expected_end: the target day or what it was extended to, or %FRAM_DATE_NONE
 * @at: the day it is looked at from
 * @over: more than so many days are a gap
 * @planned: (element-type FramDate): days with planned activity, in order, each once; those outside the enrolment are
 *   passed over
 * @pauses: (nullable) (element-type FramPauseSpan): pauses, in order
 * @closed_days: (nullable) (element-type FramClosedDay): for the latest working day before @at
 *
 * One enrolment.
 */
typedef struct
{
  FramDate enrolled;
  FramDate closed;
  FramDate expected_end;
  FramDate at;
  int over;
  const GArray *planned;
  const GArray *pauses;
  const GArray *closed_days;
} FramGapFacts;

/**
 * FramSeamFacts:
 * @received: when the referral came
 * @first_contact: first contact after it
 * @introduction_until: last day of the introduction, or the day of enrolment where there was none
 * @first_placement: first day of the first placement
 * @last_activity: last day with planned activity
 * @closed: closing
 * @next_step_from: when the next step begins
 * @at: the day it is looked at from
 * @over: more than so many days are one
 *
 * Days at the seams; %FRAM_DATE_NONE for what has not happened.
 */
typedef struct
{
  FramDate received;
  FramDate first_contact;
  FramDate introduction_until;
  FramDate first_placement;
  FramDate last_activity;
  FramDate closed;
  FramDate next_step_from;
  FramDate at;
  int over;
} FramSeamFacts;

/**
 * FramStretchKind:
 * @FRAM_STRETCH_COVERED: planned, or between planned days that lie close enough
 * @FRAM_STRETCH_GAP: a gap
 * @FRAM_STRETCH_PAUSE: a pause inside what else would be a gap
 *
 * What the days of an enrolment are.
 */
typedef enum
{
  FRAM_STRETCH_COVERED,
  FRAM_STRETCH_GAP,
  FRAM_STRETCH_PAUSE,
} FramStretchKind;

/**
 * FramStretch:
 * @kind: what
 * @from: first day
 * @to: last day
 * @gap: which gap it belongs to, an index into what fram_gaps_find() gave; -1 for none
 */
typedef struct
{
  FramStretchKind kind;
  FramDate from;
  FramDate to;
  int gap;
} FramStretch;

GArray *fram_gaps_find (const FramGapFacts *facts);
GArray *fram_gaps_stretches (const FramGapFacts *facts, const GArray *gaps);
GArray *fram_seams_find (const FramSeamFacts *facts);
const char *fram_gap_kind_get_code (FramGapKind kind);
int fram_gap_days_of_setting (const char *setting);

G_END_DECLS
