#include "fram-progression-layout.h"

#include <glib/gi18n-lib.h>

/* How ratings are shown, and what of them. */

static const char *const codes[FRAM_N_PROGRESSION_KINDS] = { "panels", "lines", "change", "radar" };

const char *
fram_progression_kind_get_code (FramProgressionKind kind)
{
  g_return_val_if_fail (kind < FRAM_N_PROGRESSION_KINDS, NULL);
  return codes[kind];
}

gboolean
fram_progression_kind_from_code (const char *code, FramProgressionKind *kind)
{
  for (guint i = 0; i < FRAM_N_PROGRESSION_KINDS; i++)
    if (g_strcmp0 (code, codes[i]) == 0)
      {
        *kind = (FramProgressionKind)i;
        return TRUE;
      }
  return FALSE;
}

const char *
fram_progression_kind_get_name (FramProgressionKind kind)
{
  switch ((int)kind)
    {
    /* Translators: how ratings are shown: one small chart per question */
    case FRAM_PROGRESSION_PANELS: return C_ ("progression", "Panels");
    /* Translators: how ratings are shown: all questions in one chart */
    case FRAM_PROGRESSION_LINES: return C_ ("progression", "All in one");
    /* Translators: how ratings are shown */
    case FRAM_PROGRESSION_CHANGE: return C_ ("progression", "Start against now");
    /* Translators: how ratings are shown: as a net with one axis per question */
    case FRAM_PROGRESSION_RADAR: return C_ ("progression", "Net");
    default: return NULL;
    }
}

/* --- what is shown --- */

/**
 * fram_progression_view_init:
 * @view: (out caller-allocates): a view
 * @kind: how ratings are shown
 * @width: what there is to draw on
 *
 * A view of all, as high as it needs, without belief.
 */
void
fram_progression_view_init (FramProgressionView *view, FramProgressionKind kind, double width)
{
  g_return_if_fail (view != NULL && kind < FRAM_N_PROGRESSION_KINDS);
  *view = (FramProgressionView){ .kind = kind,
                                 .width = width,
                                 .text_scale = 1,
                                 .shown = FRAM_PROGRESSION_ALL,
                                 .span = { FRAM_DATE_NONE, FRAM_DATE_NONE } };
}

/**
 * fram_progression_view_get_raters:
 * @view: a view
 *
 * Returns: bits of the sides that it shows
 */
guint
fram_progression_view_get_raters (const FramProgressionView *view)
{
  if (view->raters != 0)
    return view->raters;
  return view->large ? 1u << FRAM_RATER_PARTICIPANT : FRAM_RATERS_BOTH;
}

/**
 * fram_progression_view_shows:
 * @view: a view
 * @progression: what it is of
 * @series: a question
 * @rater: a side
 *
 * Returns: whether that side of that question is shown; the case worker's own belief only where that was chosen
 */
gboolean
fram_progression_view_shows (const FramProgressionView *view, const FramProgression *progression, guint series,
                             FramRater rater)
{
  const FramIndicatorSeries *of = fram_progression_get_series (progression, series);

  if (!progression->sees_ratings || (fram_progression_view_get_raters (view) & (1u << rater)) == 0)
    return FALSE;
  if (series < 64 && (view->shown & ((guint64)1 << series)) == 0)
    return FALSE;
  return !of->belief || rater != FRAM_RATER_CASE_WORKER || view->belief;
}
