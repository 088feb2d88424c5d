#include "fram-timeline-paper-private.h"

#include "fram-words.h"

#include <glib/gi18n-lib.h>

static const char *
seam_words (FramGapKind kind)
{
  switch ((int)kind)
    {
    case FRAM_GAP_FIRST_CONTACT: return _ ("between referral and first contact");
    case FRAM_GAP_FIRST_PLACEMENT: return _ ("between introduction and first placement");
    case FRAM_GAP_CLOSING: return _ ("between the last activity and closing");
    case FRAM_GAP_NEXT_STEP: return _ ("between closing and the next step");
    default: return NULL;
    }
}

static char *
open_words (const FramGap *gap)
{
  g_autofree char *last = fram_date_to_day_month (gap->last);

  if (gap->kind == FRAM_GAP_NOTHING_AHEAD)
    /* Translators: the day of the last planned activity */
    return g_strdup_printf (_ ("Nothing is planned after %s."), last);
  if (gap->kind == FRAM_GAP_PLAN_ENDS)
    return g_strdup_printf (ngettext ("The plan ends on %1$s; %2$d day of the enrolment is left.",
                                      "The plan ends on %1$s; %2$d days of the enrolment are left.", (gulong)gap->days),
                            last, gap->days);
  return g_strdup_printf (ngettext ("Gap: %2$d day since the last planned activity on %1$s, and nothing is planned.",
                                    "Gap: %2$d days since the last planned activity on %1$s, and nothing is planned.",
                                    (gulong)gap->days),
                          last, gap->days);
}

/**
 * fram_timeline_gap_to_words:
 * @gap: a gap
 *
 * Returns: (transfer full): the gap as a sentence: "Gap of 20 days between planned activities, 11 September – 1 October 2026."; the days are
 *   those from the one to the other, here and everywhere
 */
char *
fram_timeline_gap_to_words (const FramGap *gap)
{
  g_autofree char *span = NULL;
  const char *seam = seam_words (gap->kind);

  if (gap->next == FRAM_DATE_NONE)
    return open_words (gap);
  span = fram_date_range_to_text (gap->last, gap->next);
  if (seam != NULL)
    /* Translators: days, which seam of the way, and from when to when */
    return g_strdup_printf (ngettext ("Gap of %1$d day %2$s, %3$s.", "Gap of %1$d days %2$s, %3$s.", (gulong)gap->days),
                            gap->days, seam, span);
  /* Translators: days, and from when to when */
  return g_strdup_printf (ngettext ("Gap of %1$d day between planned activities, %2$s.",
                                    "Gap of %1$d days between planned activities, %2$s.", (gulong)gap->days),
                          gap->days, span);
}
