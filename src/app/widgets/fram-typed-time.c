#include "fram-typed-time.h"

#include <string.h>

/**
 * fram_typed_time_parse:
 * @text: what was typed: "9.20", "9:20", "9,20", "0920", "920", "9"; nothing means no time
 * @minutes: (out): minutes since midnight, or %FRAM_TIME_NONE
 *
 * Returns: whether that is a time of day, or nothing
 */
gboolean
fram_typed_time_parse (const char *text, int *minutes)
{
  g_autofree char *typed = g_strstrip (g_strdup (text));
  g_autofree char *padded = NULL;

  *minutes = FRAM_TIME_NONE;
  if (typed[0] == '\0')
    return TRUE;
  g_strdelimit (typed, ", ", '.');
  if (strlen (typed) == 3 && strspn (typed, "0123456789") == 3)
    padded = g_strconcat ("0", typed, NULL);
  *minutes = fram_time_parse (padded != NULL ? padded : typed);
  return *minutes != FRAM_TIME_NONE;
}
