#include "fram-ctl-commands.h"

#include <glib/gi18n-lib.h>

/**
 * fram_command_init:
 *
 * `init`: an empty register with a programme's profile. Never overwrites.
 */
gboolean
fram_command_init (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_autofree char *programme = NULL;
  const GOptionEntry entries[] = {
    { "programme", 0, 0, G_OPTION_ARG_FILENAME, &programme, N_ ("the programme's profile; else “fram”"), N_ ("CODE") },
    { NULL },
  };

  if (!fram_ctl_parse (ctl, argv, entries, 0, 0, error) || !fram_ctl_make_directory (ctl, error))
    return FALSE;
  ctl->desk = fram_desk_create (fram_ctl_get_path (ctl), ctl->clock, programme != NULL ? programme : "fram", error);
  if (ctl->desk == NULL)
    return FALSE;
  if (ctl->format == FRAM_CTL_TEXT)
    fram_ctl_print (_ ("The register “%s” is made; nobody is in it yet.\n"), fram_ctl_get_path (ctl));
  return TRUE;
}
