#include "fram-adaptation.h"

#include <glib/gi18n-lib.h>

/* When an adaptation may become what, when it is reviewed, and what has to be written (FIELD.md, "Adaptations": barrier,
 * agreed adjustment, in place from, review within six months). */

static const struct
{
  const char *code;
  const char *name;
  guint next; /* bits of what it may become */
} statuses[FRAM_N_ADAPTATION_STATUSES] = {
  [FRAM_ADAPTATION_PROPOSED] = { "proposed", NC_ ("adaptation", "Proposed"),
                                 1u << FRAM_ADAPTATION_ON_TRIAL | 1u << FRAM_ADAPTATION_IN_PLACE |
                                     1u << FRAM_ADAPTATION_NOT_CARRIED_OUT },
  [FRAM_ADAPTATION_ON_TRIAL] = { "on_trial", NC_ ("adaptation", "On trial"),
                                 1u << FRAM_ADAPTATION_IN_PLACE | 1u << FRAM_ADAPTATION_DID_NOT_HELP |
                                     1u << FRAM_ADAPTATION_ENDED },
  [FRAM_ADAPTATION_IN_PLACE] = { "in_place", NC_ ("adaptation", "In place"),
                                 1u << FRAM_ADAPTATION_ON_TRIAL | 1u << FRAM_ADAPTATION_ENDED |
                                     1u << FRAM_ADAPTATION_DID_NOT_HELP },
  [FRAM_ADAPTATION_ENDED] = { "ended", NC_ ("adaptation", "Ended"),
                              1u << FRAM_ADAPTATION_ON_TRIAL | 1u << FRAM_ADAPTATION_IN_PLACE },
  [FRAM_ADAPTATION_DID_NOT_HELP] = { "did_not_help", NC_ ("adaptation", "Did not help"),
                                     1u << FRAM_ADAPTATION_ON_TRIAL },
  [FRAM_ADAPTATION_NOT_CARRIED_OUT] = { "not_carried_out", NC_ ("adaptation", "Not carried out"),
                                        1u << FRAM_ADAPTATION_PROPOSED | 1u << FRAM_ADAPTATION_ON_TRIAL },
};

static const struct
{
  const char *code;
  const char *name;
} outcomes[FRAM_N_REVIEW_OUTCOMES] = {
  [FRAM_REVIEW_HELPS] = { "helps", NC_ ("review", "Helps") },
  [FRAM_REVIEW_HELPS_PARTLY] = { "helps_partly", NC_ ("review", "Helps partly, is changed") },
  [FRAM_REVIEW_DOES_NOT_HELP] = { "does_not_help", NC_ ("review", "Does not help") },
  [FRAM_REVIEW_NOT_NEEDED] = { "not_needed", NC_ ("review", "Not needed any more") },
};

static const char *const reaches[FRAM_N_ADAPTATION_REACHES] = { "all", "workshop", "group", "external" };

const char *
fram_adaptation_status_get_code (FramAdaptationStatus status)
{
  g_return_val_if_fail (status < FRAM_N_ADAPTATION_STATUSES, NULL);
  return statuses[status].code;
}

const char *
fram_adaptation_status_get_name (FramAdaptationStatus status)
{
  g_return_val_if_fail (status < FRAM_N_ADAPTATION_STATUSES, NULL);
  return g_dpgettext2 (GETTEXT_PACKAGE, "adaptation", statuses[status].name);
}

gboolean
fram_adaptation_status_from_code (const char *code, FramAdaptationStatus *status)
{
  for (guint i = 0; i < FRAM_N_ADAPTATION_STATUSES; i++)
    if (g_strcmp0 (statuses[i].code, code) == 0)
      {
        *status = (FramAdaptationStatus)i;
        return TRUE;
      }
  return FALSE;
}

const char *
fram_review_outcome_get_code (FramReviewOutcome outcome)
{
  g_return_val_if_fail (outcome < FRAM_N_REVIEW_OUTCOMES, NULL);
  return outcomes[outcome].code;
}

const char *
fram_review_outcome_get_name (FramReviewOutcome outcome)
{
  g_return_val_if_fail (outcome < FRAM_N_REVIEW_OUTCOMES, NULL);
  return g_dpgettext2 (GETTEXT_PACKAGE, "review", outcomes[outcome].name);
}

gboolean
fram_review_outcome_from_code (const char *code, FramReviewOutcome *outcome)
{
  for (guint i = 0; i < FRAM_N_REVIEW_OUTCOMES; i++)
    if (g_strcmp0 (outcomes[i].code, code) == 0)
      {
        *outcome = (FramReviewOutcome)i;
        return TRUE;
      }
  return FALSE;
}

const char *
fram_adaptation_reach_get_code (FramAdaptationReach reach)
{
  g_return_val_if_fail (reach < FRAM_N_ADAPTATION_REACHES, NULL);
  return reaches[reach];
}

/**
 * fram_adaptation_reach_from_code:
 * @code: (nullable): a code; none is everywhere
 * @reach: (out): where it applies
 *
 * Returns: whether there is such a code
 */
gboolean
fram_adaptation_reach_from_code (const char *code, FramAdaptationReach *reach)
{
  for (guint i = 0; i < FRAM_N_ADAPTATION_REACHES; i++)
    if (g_strcmp0 (reaches[i], code != NULL ? code : "all") == 0)
      {
        *reach = (FramAdaptationReach)i;
        return TRUE;
      }
  return FALSE;
}

/**
 * fram_adaptation_goes_on:
 * @status: how it stands
 *
 * Returns: whether it is to be reviewed: what is over is not late any more
 */
gboolean
fram_adaptation_goes_on (FramAdaptationStatus status)
{
  return status <= FRAM_ADAPTATION_IN_PLACE;
}

/**
 * fram_adaptation_has_line:
 * @status: how it stands
 *
 * Returns: whether its line stands on rosters: while it is tried, and while it is in place
 */
gboolean
fram_adaptation_has_line (FramAdaptationStatus status)
{
  return status == FRAM_ADAPTATION_ON_TRIAL || status == FRAM_ADAPTATION_IN_PLACE;
}

/**
 * fram_adaptation_may_become:
 * @from: how it stands
 * @to: how it is to stand
 *
 * What was tried is never "not carried out", and what was not is never "did not help". What is over can be taken up again.
 *
 * Returns: whether it may
 */
gboolean
fram_adaptation_may_become (FramAdaptationStatus from, FramAdaptationStatus to)
{
  g_return_val_if_fail (from < FRAM_N_ADAPTATION_STATUSES && to < FRAM_N_ADAPTATION_STATUSES, FALSE);
  return from == to || (statuses[from].next & 1u << to) != 0;
}

/**
 * fram_adaptation_after_review:
 * @status: how it stands
 * @outcome: what came of the review
 *
 * Returns: how it then stands, if nothing else is said: what helps in a trial is in place
 */
FramAdaptationStatus
fram_adaptation_after_review (FramAdaptationStatus status, FramReviewOutcome outcome)
{
  switch (outcome)
    {
    case FRAM_REVIEW_HELPS: return status == FRAM_ADAPTATION_ON_TRIAL ? FRAM_ADAPTATION_IN_PLACE : status;
    case FRAM_REVIEW_HELPS_PARTLY: return status == FRAM_ADAPTATION_PROPOSED ? status : FRAM_ADAPTATION_ON_TRIAL;
    case FRAM_REVIEW_DOES_NOT_HELP:
      return status == FRAM_ADAPTATION_PROPOSED ? FRAM_ADAPTATION_NOT_CARRIED_OUT : FRAM_ADAPTATION_DID_NOT_HELP;
    case FRAM_REVIEW_NOT_NEEDED:
      return status == FRAM_ADAPTATION_PROPOSED ? FRAM_ADAPTATION_NOT_CARRIED_OUT : FRAM_ADAPTATION_ENDED;
    case FRAM_N_REVIEW_OUTCOMES:
    default: g_return_val_if_reached (status);
    }
}

/**
 * fram_adaptation_last_review_day:
 * @from: since when it is tried or in place, or the day of the newest review
 * @closed_days: (nullable) (element-type FramClosedDay): days on which the house is closed
 *
 * Six months on the same day of the month, the last one where a month is shorter; a day off moves it to the working day
 * before, so that it never is later than six months.
 *
 * Returns: the last day on which it has to be reviewed
 */
FramDate
fram_adaptation_last_review_day (FramDate from, const GArray *closed_days)
{
  FramDate day = fram_date_add_months (from, FRAM_ADAPTATION_REVIEW_MONTHS);

  return MAX (fram_day_latest_open (day, closed_days, 0), from);
}

static const char *
check_words (const FramAdaptationFacts *facts, FramAdaptationField *field)
{
  *field = FRAM_ADAPTATION_FIELD_TEXT;
  if (!facts->has_text)
    return _ ("Write what is difficult, or what is tried.");
  *field = FRAM_ADAPTATION_FIELD_ACTIVITY;
  if (facts->reach != FRAM_ADAPTATION_ALL && !facts->has_activity)
    return _ ("Say which workshop, group or external place it applies in, or choose everywhere.");
  *field = FRAM_ADAPTATION_FIELD_LINE;
  if (facts->status == FRAM_ADAPTATION_IN_PLACE && facts->before != FRAM_ADAPTATION_IN_PLACE && !facts->has_line)
    return _ ("Write the line for the workshop first: what to do there, in a few words.");
  *field = FRAM_ADAPTATION_FIELD_NONE;
  return NULL;
}

static const char *
check_status (const FramAdaptationFacts *facts, FramAdaptationField *field)
{
  *field = FRAM_ADAPTATION_FIELD_STATUS;
  if (fram_adaptation_may_become (facts->before, facts->status))
    {
      *field = FRAM_ADAPTATION_FIELD_NONE;
      return NULL;
    }
  if (facts->status == FRAM_ADAPTATION_NOT_CARRIED_OUT)
    return _ ("It was tried, so it cannot be “not carried out”. Choose “ended” or “did not help”.");
  if (facts->status == FRAM_ADAPTATION_DID_NOT_HELP)
    return _ ("It was not tried, so it cannot be “did not help”. Choose “not carried out”.");
  if (facts->status == FRAM_ADAPTATION_PROPOSED)
    return _ ("It has begun, so it is not a proposal any more.");
  return _ ("It is over. Take it up again as a trial first.");
}

static const char *
check_days (const FramAdaptationFacts *facts, FramAdaptationField *field)
{
  *field = FRAM_ADAPTATION_FIELD_TRIED;
  if (facts->status == FRAM_ADAPTATION_ON_TRIAL && facts->tried_from == FRAM_DATE_NONE)
    return _ ("Write from which day it is tried.");
  *field = FRAM_ADAPTATION_FIELD_IN_PLACE;
  if (facts->in_place_from != FRAM_DATE_NONE && facts->tried_from != FRAM_DATE_NONE &&
      facts->in_place_from < facts->tried_from)
    return _ ("It cannot be in place before it was tried. Check both days.");
  if (facts->in_place_from != FRAM_DATE_NONE && facts->in_place_from > facts->today)
    return _ ("The day from which it is in place lies ahead. Until then it is a trial.");
  *field = FRAM_ADAPTATION_FIELD_ENDED;
  if (facts->ended != FRAM_DATE_NONE && facts->ended < MAX (facts->tried_from, facts->in_place_from))
    return _ ("It cannot end before it began. Check the days.");
  *field = FRAM_ADAPTATION_FIELD_NONE;
  return NULL;
}

/* From the newest of: the trial's first day, the day it was in place, the last review. */
static const char *
check_review (const FramAdaptationFacts *facts, FramAdaptationField *field)
{
  FramDate from = MAX (MAX (facts->tried_from, facts->in_place_from), facts->reviewed);

  *field = FRAM_ADAPTATION_FIELD_REVIEW;
  if (!fram_adaptation_has_line (facts->status))
    return *field = FRAM_ADAPTATION_FIELD_NONE, NULL;
  if (facts->review_by == FRAM_DATE_NONE)
    return _ ("Write when it is reviewed, within six months.");
  if (from != FRAM_DATE_NONE && facts->review_by < from)
    return _ ("The review comes before it began, or before the last review. Check the day.");
  if (facts->review_by >
      fram_date_add_months (from != FRAM_DATE_NONE ? from : facts->today, FRAM_ADAPTATION_REVIEW_MONTHS))
    return _ ("It is reviewed within six months. Choose an earlier day.");
  *field = FRAM_ADAPTATION_FIELD_NONE;
  return NULL;
}

/**
 * fram_adaptation_check:
 * @facts: what is written
 * @field: (out): where it is wrong
 *
 * Returns: (nullable): what is wrong and what to do; %NULL where all is well
 */
const char *
fram_adaptation_check (const FramAdaptationFacts *facts, FramAdaptationField *field)
{
  const char *wrong = check_words (facts, field);

  if (wrong == NULL)
    wrong = check_status (facts, field);
  if (wrong == NULL)
    wrong = check_days (facts, field);
  return wrong != NULL ? wrong : check_review (facts, field);
}
