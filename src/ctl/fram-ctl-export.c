#include "fram-ctl-commands.h"
#include "fram-desk-files.h"

#include <glib/gi18n-lib.h>

/**
 * fram_command_export:
 *
 * `export`: the whole register as the files that `import` reads.
 */
gboolean
fram_command_export (FramCtl *ctl, GStrv *argv, GError **error)
{
  FramCtlProgress progress;
  gboolean show_progress = FALSE, done;
  const GOptionEntry entries[] = {
    { "progress", 0, 0, G_OPTION_ARG_NONE, &show_progress, N_ ("show how far it is, also where nobody watches"), NULL },
    { NULL },
  };

  if (!fram_ctl_parse (ctl, argv, entries, 1, 1, error) || fram_ctl_open (ctl, error) == NULL)
    return FALSE;
  fram_ctl_progress_init (&progress, show_progress);
  done = fram_desk_export (ctl->desk, (*argv)[1], fram_ctl_progress, &progress, error);
  fram_ctl_progress_end (&progress);
  if (done && ctl->format == FRAM_CTL_TEXT)
    fram_ctl_print (_ ("The register is exported to “%s”.\n"), (*argv)[1]);
  return done;
}
