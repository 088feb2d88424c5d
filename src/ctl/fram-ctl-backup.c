#include "fram-ctl-commands.h"
#include "fram-desk-files.h"

#include <glib/gi18n-lib.h>

/**
 * fram_command_backup:
 *
 * `backup`: a copy of the register in one file, also while the window has it open.
 */
gboolean
fram_command_backup (FramCtl *ctl, GStrv *argv, GError **error)
{
  if (!fram_ctl_parse (ctl, argv, NULL, 1, 1, error) || fram_ctl_open (ctl, error) == NULL ||
      !fram_desk_backup (ctl->desk, (*argv)[1], error))
    return FALSE;
  if (ctl->format == FRAM_CTL_TEXT)
    fram_ctl_print (_ ("The register is copied to “%s”.\n"), (*argv)[1]);
  return TRUE;
}
