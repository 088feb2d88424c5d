#pragma once

#include "fram-date.h"

G_BEGIN_DECLS

/**
 * FramPhase:
 *
 * Where a person is on the way through the programme (DOMAIN.md, "A participant's way through"; codes in DATA.md).
 */
typedef enum
{
  FRAM_PHASE_REFERRED,
  FRAM_PHASE_QUEUE,
  FRAM_PHASE_INTRODUCTION,
  FRAM_PHASE_PARTICIPATION,
  FRAM_PHASE_CLOSED,
  FRAM_PHASE_FOLLOWED_UP,
  FRAM_PHASE_NOT_STARTED,
  FRAM_N_PHASES
} FramPhase;

/**
 * FramDecisionKind:
 * @FRAM_DECISION_PENDING: none yet
 * @FRAM_DECISION_ACCEPTED: may begin
 * @FRAM_DECISION_REFUSED: does not start, for whatever reason
 */
typedef enum
{
  FRAM_DECISION_PENDING,
  FRAM_DECISION_ACCEPTED,
  FRAM_DECISION_REFUSED,
} FramDecisionKind;

/**
 * FramPhaseFacts:
 * @received: when the referral came
 * @decision: what was decided about it
 * @decided: when; %FRAM_DATE_NONE if not known, then the decision always holds
 * @enrolled: first day of the enrolment
 * @introduction_until: last day of the introduction
 * @closed: last day of the enrolment
 * @followed_up: when the follow-up was answered
 *
 * What the phase is worked out from; %FRAM_DATE_NONE where something has not happened.
 */
typedef struct
{
  FramDate received;
  FramDecisionKind decision;
  FramDate decided;
  FramDate enrolled;
  FramDate introduction_until;
  FramDate closed;
  FramDate followed_up;
} FramPhaseFacts;

/** FRAM_PHASE_FACTS_INIT: nothing has happened yet. */
#define FRAM_PHASE_FACTS_INIT                                                                                          \
  {                                                                                                                    \
    FRAM_DATE_NONE, FRAM_DECISION_PENDING, FRAM_DATE_NONE, FRAM_DATE_NONE, FRAM_DATE_NONE, FRAM_DATE_NONE,             \
        FRAM_DATE_NONE                                                                                                 \
  }

FramPhase fram_phase_at (const FramPhaseFacts *facts, FramDate day);
FramDecisionKind fram_decision_kind_from_code (const char *code);
const char *fram_phase_get_code (FramPhase phase);
gboolean fram_phase_from_code (const char *code, FramPhase *phase);
const char *fram_phase_get_name (FramPhase phase);

G_END_DECLS
