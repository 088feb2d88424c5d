#pragma once

#include "fram-date.h"

G_BEGIN_DECLS

/** FRAM_COMMITMENT_SOON_DAYS: what is due in so many days or fewer is due, not just to come. */
#define FRAM_COMMITMENT_SOON_DAYS 14

/** FRAM_COMMITMENT_HANDOVER_DAYS: a handover can be held so many days before the change that it is for. */
#define FRAM_COMMITMENT_HANDOVER_DAYS 30

/**
 * FramDueFrom:
 *
 * What starts the clock of a commitment: codes referral, enrolment, officer_change, placement, target_day, closing.
 */
typedef enum
{
  FRAM_DUE_FROM_REFERRAL,
  FRAM_DUE_FROM_ENROLMENT,
  FRAM_DUE_FROM_OFFICER_CHANGE,
  FRAM_DUE_FROM_PLACEMENT,
  FRAM_DUE_FROM_TARGET_DAY,
  FRAM_DUE_FROM_CLOSING,
  FRAM_N_DUE_FROM
} FramDueFrom;

/**
 * FramSignKind:
 * @FRAM_SIGN_NONE: somebody has to say that it is done
 * @FRAM_SIGN_PAPERS: the papers of the referral are complete
 * @FRAM_SIGN_STUDY_VISIT: the study visit was made
 * @FRAM_SIGN_CONTACT: a meeting or call in which the participant and the others met
 * @FRAM_SIGN_FOLLOW_UP: a follow-up was held
 * @FRAM_SIGN_HANDOVER: a handover was held
 * @FRAM_SIGN_SUPPORT: support outside the programme began
 * @FRAM_SIGN_FINAL_DOCUMENT: the final document was handed over
 * @FRAM_SIGN_REPORT: the follow-up after closing was answered
 *
 * By which recorded fact a commitment is seen to be done: codes none, papers, study_visit, contact, follow_up, handover,
 * support, final_document, report.
 */
typedef enum
{
  FRAM_SIGN_NONE,
  FRAM_SIGN_PAPERS,
  FRAM_SIGN_STUDY_VISIT,
  FRAM_SIGN_CONTACT,
  FRAM_SIGN_FOLLOW_UP,
  FRAM_SIGN_HANDOVER,
  FRAM_SIGN_SUPPORT,
  FRAM_SIGN_FINAL_DOCUMENT,
  FRAM_SIGN_REPORT,
  FRAM_N_SIGNS
} FramSignKind;

/**
 * FramCommitmentState:
 * @FRAM_COMMITMENT_LATE: due before the day, and not done
 * @FRAM_COMMITMENT_DUE: due that day or within two weeks
 * @FRAM_COMMITMENT_TO_COME: due later
 * @FRAM_COMMITMENT_DONE: done
 * @FRAM_COMMITMENT_LAPSED: was not done, and what it was for is over: the enrolment is closed, or it is one of a regular
 *   kind and the next one has been held or was due. It is not overdue
 *
 * Codes: late, due, to_come, done, lapsed.
 */
typedef enum
{
  FRAM_COMMITMENT_LATE,
  FRAM_COMMITMENT_DUE,
  FRAM_COMMITMENT_TO_COME,
  FRAM_COMMITMENT_DONE,
  FRAM_COMMITMENT_LAPSED,
  FRAM_N_COMMITMENT_STATES
} FramCommitmentState;

/**
 * FramCommitmentRule:
 * @due_from: what starts the clock
 * @due_days: days after that; negative before it
 * @every_days: a regular one is due again after so many days, as long as what it is for goes on; 0 for once
 * @sign: the fact that shows that it is done
 *
 * One kind of commitment of a programme.
 */
typedef struct
{
  FramDueFrom due_from;
  int due_days;
  int every_days;
  FramSignKind sign;
} FramCommitmentRule;

/**
 * FramSign:
 * @kind: what was done
 * @day: when
 */
typedef struct
{
  FramSignKind kind;
  FramDate day;
} FramSign;

/**
 * FramCommitmentRecord:
 * @rule: which kind, an index into the rules
 * @ordinal: which of them, from 1
 * @due: the day it was moved to, or %FRAM_DATE_NONE
 * @done: the day it was said to be done, or %FRAM_DATE_NONE
 *
 * What somebody has written about a commitment.
 */
typedef struct
{
  guint rule;
  int ordinal;
  FramDate due;
  FramDate done;
} FramCommitmentRecord;

/**
 * FramCommitmentFacts:
 * @at: the day it is looked at from
 * @received: when the referral came
 * @enrolled: first day of the enrolment
 * @training_from: first day of the first placement
 * @training_to: last day of the last placement; %FRAM_DATE_NONE while one goes on
 * @target: the target day, or what it was extended to
 * @closed: last day of the enrolment
 * @changes: (nullable) (element-type FramDate): days on which a case worker or a referrer changed, in order
 * @signs: (nullable) (element-type FramSign): what is recorded as done, in order of day
 * @records: (nullable) (element-type FramCommitmentRecord): what was written
 *
 * One enrolment; %FRAM_DATE_NONE for what has not happened.
 */
typedef struct
{
  FramDate at;
  FramDate received;
  FramDate enrolled;
  FramDate training_from;
  FramDate training_to;
  FramDate target;
  FramDate closed;
  const GArray *changes;
  const GArray *signs;
  const GArray *records;
} FramCommitmentFacts;

/**
 * FramCommitmentPoint:
 * @rule: which kind, an index into the rules
 * @ordinal: which of them, from 1
 * @due: when it is due, as worked out or as moved
 * @done: when it was done, or %FRAM_DATE_NONE
 * @by_fact: whether a recorded fact shows that; else somebody said so
 * @record: index of what was written about it, -1 for nothing
 * @state: how it stands
 *
 * One commitment of an enrolment.
 */
typedef struct
{
  guint rule;
  int ordinal;
  FramDate due;
  FramDate done;
  gboolean by_fact;
  int record;
  FramCommitmentState state;
} FramCommitmentPoint;

GArray *fram_commitments_find (const FramCommitmentRule *rules, guint n_rules, const FramCommitmentFacts *facts);

gboolean fram_due_from_from_code (const char *code, FramDueFrom *from);
FramSignKind fram_sign_kind_from_code (const char *code);
gboolean fram_sign_of_meeting (const char *kind, FramSignKind sign);
const char *fram_commitment_state_get_code (FramCommitmentState state);
const char *fram_commitment_state_get_name (FramCommitmentState state);

G_END_DECLS
