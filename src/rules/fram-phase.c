#include "fram-phase.h"

#include <glib/gi18n-lib.h>

static const char *const codes[FRAM_N_PHASES] = {
  [FRAM_PHASE_REFERRED] = "referred",
  [FRAM_PHASE_QUEUE] = "queue",
  [FRAM_PHASE_INTRODUCTION] = "introduction",
  [FRAM_PHASE_PARTICIPATION] = "participation",
  [FRAM_PHASE_CLOSED] = "closed",
  [FRAM_PHASE_FOLLOWED_UP] = "followed_up",
  [FRAM_PHASE_NOT_STARTED] = "not_started",
};

static const char *const names[FRAM_N_PHASES] = {
  [FRAM_PHASE_REFERRED] = NC_ ("phase", "Referred"),
  [FRAM_PHASE_QUEUE] = NC_ ("phase", "In the queue"),
  [FRAM_PHASE_INTRODUCTION] = NC_ ("phase", "Introduction"),
  [FRAM_PHASE_PARTICIPATION] = NC_ ("phase", "Participation"),
  [FRAM_PHASE_CLOSED] = NC_ ("phase", "Closed"),
  [FRAM_PHASE_FOLLOWED_UP] = NC_ ("phase", "Followed up"),
  [FRAM_PHASE_NOT_STARTED] = NC_ ("phase", "Not started"),
};

static gboolean
has_come (FramDate date, FramDate day)
{
  return date != FRAM_DATE_NONE && date <= day;
}

static FramPhase
phase_before_enrolment (const FramPhaseFacts *facts, FramDate day)
{
  gboolean decided = facts->decided == FRAM_DATE_NONE || facts->decided <= day;

  if (facts->decision == FRAM_DECISION_PENDING || !decided)
    return FRAM_PHASE_REFERRED;
  return facts->decision == FRAM_DECISION_ACCEPTED ? FRAM_PHASE_QUEUE : FRAM_PHASE_NOT_STARTED;
}

/**
 * fram_phase_at:
 * @facts: what has happened to a person
 * @day: as seen on this day; what is later has not happened yet
 *
 * Accepted and not enrolled is the queue, no decision yet is referred (DOMAIN.md, "A participant's way through"). On the
 * day of closing a person is closed already; the last day of the introduction still belongs to it.
 *
 * Returns: the phase
 */
FramPhase
fram_phase_at (const FramPhaseFacts *facts, FramDate day)
{
  if (has_come (facts->closed, day))
    return has_come (facts->followed_up, day) ? FRAM_PHASE_FOLLOWED_UP : FRAM_PHASE_CLOSED;
  if (!has_come (facts->enrolled, day))
    return phase_before_enrolment (facts, day);
  if (facts->introduction_until != FRAM_DATE_NONE && day <= facts->introduction_until)
    return FRAM_PHASE_INTRODUCTION;
  return FRAM_PHASE_PARTICIPATION;
}

/**
 * fram_decision_kind_from_code:
 * @code: (nullable): decision about a referral as `cases.csv` codes it
 *
 * Returns: accepted, pending (none too), or refused for every reason not to start
 */
FramDecisionKind
fram_decision_kind_from_code (const char *code)
{
  if (code == NULL || code[0] == '\0' || g_str_equal (code, "pending"))
    return FRAM_DECISION_PENDING;
  return g_str_equal (code, "accepted") ? FRAM_DECISION_ACCEPTED : FRAM_DECISION_REFUSED;
}

const char *
fram_phase_get_code (FramPhase phase)
{
  g_return_val_if_fail (phase < FRAM_N_PHASES, NULL);
  return codes[phase];
}

gboolean
fram_phase_from_code (const char *code, FramPhase *phase)
{
  for (guint i = 0; i < FRAM_N_PHASES; i++)
    if (g_strcmp0 (codes[i], code) == 0)
      {
        *phase = (FramPhase)i;
        return TRUE;
      }
  return FALSE;
}

/**
 * fram_phase_get_name:
 * @phase: a phase
 *
 * Returns: its name in the person's language
 */
const char *
fram_phase_get_name (FramPhase phase)
{
  g_return_val_if_fail (phase < FRAM_N_PHASES, NULL);
  return g_dpgettext2 (GETTEXT_PACKAGE, "phase", names[phase]);
}
