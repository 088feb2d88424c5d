#include "fram-ctl-commands.h"
#include "fram-desk-paper.h"
#include "fram-desk-progression.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * fram_command_document_steps:
 *
 * `document steps`: *Mina steg*, the participant's own sheet, as PDF, SVG or PNG: all that the participant has said yes to
 * and the newest steps that fit.
 */
gboolean
fram_command_document_steps (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_autofree char *output = NULL, *style = NULL;
  g_auto (GStrv) files = NULL;
  FramSheetFile file = { 0 };
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, N_ ("the file: .pdf, .svg or .png"), N_ ("FILE") },
    { "style", 0, 0, G_OPTION_ARG_FILENAME, &style, N_ ("light or dark"), N_ ("STYLE") },
    { NULL },
  };

  if (!fram_ctl_parse (ctl, argv, entries, 1, 1, error))
    return FALSE;
  if (output == NULL)
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_USAGE, _ ("Say where the sheet goes: --output FILE.pdf."));
  else if (style != NULL && strcmp (style, "light") != 0 && strcmp (style, "dark") != 0)
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_USAGE, _ ("There are these styles: light, dark."));
  else if (fram_ctl_open (ctl, error) != NULL)
    {
      file.path = output;
      file.look = g_strcmp0 (style, "dark") == 0 ? FRAM_LOOK_DARK : FRAM_LOOK_LIGHT;
      files = fram_desk_my_steps_save (ctl->desk, (*argv)[1], NULL, &file, error);
    }
  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    fram_ctl_print ("%s\n", files[i]);
  return files != NULL;
}
