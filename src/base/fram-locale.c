#include "fram-locale.h"

#include <libintl.h>
#include <locale.h>

/**
 * fram_locale_init:
 *
 * Takes the person's locale and binds the translations. A program calls it first thing in `main`.
 * `FRAMSTEG_LOCALEDIR` names another directory of translations: so a build that is not installed speaks Swedish too.
 */
void
fram_locale_init (void)
{
  const char *dir = g_getenv ("FRAMSTEG_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, dir != NULL ? dir : FRAM_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
