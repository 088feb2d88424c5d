#include "fram-ctl-commands.h"
#include "fram-desk-files.h"

#include <glib/gi18n-lib.h>

/**
 * fram_command_restore:
 *
 * `restore`: a backup in the register's place; what is there now is kept beside it.
 */
gboolean
fram_command_restore (FramCtl *ctl, GStrv *argv, GError **error)
{
  if (!fram_ctl_parse (ctl, argv, NULL, 1, 1, error) || !fram_ctl_make_directory (ctl, error) ||
      !fram_desk_restore ((*argv)[1], fram_ctl_get_path (ctl), ctl->clock, error))
    return FALSE;
  if (ctl->format == FRAM_CTL_TEXT)
    fram_ctl_print (_ ("The register “%s” is restored from “%s”.\n"), fram_ctl_get_path (ctl), (*argv)[1]);
  return TRUE;
}
