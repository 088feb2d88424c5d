#include "fram-rating.h"

#include <string.h>

static const char *const codes[FRAM_N_RATERS] = { "participant", "caseworker" };

const char *
fram_rater_get_code (FramRater rater)
{
  g_return_val_if_fail (rater < FRAM_N_RATERS, NULL);
  return codes[rater];
}

gboolean
fram_rater_from_code (const char *code, FramRater *rater)
{
  for (guint i = 0; i < FRAM_N_RATERS; i++)
    if (g_strcmp0 (codes[i], code) == 0)
      {
        *rater = (FramRater)i;
        return TRUE;
      }
  return FALSE;
}

/**
 * fram_raters_from_codes:
 * @text: (nullable): codes with ";" between, as the column `rated_by` has them
 *
 * Returns: bits of the raters, both where nothing is said
 */
guint
fram_raters_from_codes (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", ";", -1);
  guint raters = 0;
  FramRater rater;

  for (guint i = 0; parts[i] != NULL; i++)
    if (fram_rater_from_code (g_strstrip (parts[i]), &rater))
      raters |= 1u << rater;
  return raters != 0 ? raters : FRAM_RATERS_BOTH;
}
