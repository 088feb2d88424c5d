#include "fram-gap.h"

/* @end tells how far a seam reaches that has no @next; %FRAM_DATE_NONE where it is not known to go on. */
static void
add_seam (GArray *seams, FramGapKind kind, FramDate last, FramDate next, FramDate end, int over)
{
  FramDate reached = next != FRAM_DATE_NONE ? next : end;
  FramGap seam;

  if (last == FRAM_DATE_NONE || reached == FRAM_DATE_NONE || reached - last <= over)
    return;
  seam = (FramGap){ kind, last, next, reached - last, 0 };
  g_array_append_val (seams, seam);
}

static FramDate
if_been (FramDate day, FramDate at)
{
  return day != FRAM_DATE_NONE && day <= at ? day : FRAM_DATE_NONE;
}

/**
 * fram_seams_find:
 * @facts: days at the seams of one enrolment
 *
 * The stretches between two parts of the way that DOMAIN.md names under "Gaps". A first contact or a first placement that
 * has not been reaches to the day it is looked at from as long as the enrolment goes on; a closed one without a placement
 * has no such seam. When a next step begins is known or not: that nothing is recorded of it is no seam.
 *
 * Returns: (transfer full) (element-type FramGap): seams in the order of the way, each more than @over days
 */
GArray *
fram_seams_find (const FramSeamFacts *facts)
{
  GArray *seams = g_array_new (FALSE, FALSE, sizeof (FramGap));
  FramDate closed = if_been (facts->closed, facts->at);
  FramDate open_end = closed == FRAM_DATE_NONE ? facts->at : FRAM_DATE_NONE;

  add_seam (seams, FRAM_GAP_FIRST_CONTACT, facts->received, facts->first_contact, open_end, facts->over);
  add_seam (seams, FRAM_GAP_FIRST_PLACEMENT, facts->introduction_until, facts->first_placement, open_end, facts->over);
  if (closed == FRAM_DATE_NONE)
    return seams;
  add_seam (seams, FRAM_GAP_CLOSING, facts->last_activity, closed, FRAM_DATE_NONE, facts->over);
  add_seam (seams, FRAM_GAP_NEXT_STEP, closed, facts->next_step_from, FRAM_DATE_NONE, facts->over);
  return seams;
}
