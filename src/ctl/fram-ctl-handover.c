#include "fram-ctl-commands.h"
#include "fram-desk-absence.h"
#include "fram-desk-handover.h"
#include "fram-desk-paper.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
check_words (const char *output, const char *style, GError **error)
{
  if (output == NULL)
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_USAGE, _ ("Say where the sheet goes: --output FILE.pdf."));
  else if (style != NULL && strcmp (style, "light") != 0 && strcmp (style, "dark") != 0)
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_USAGE, _ ("There are these styles: light, dark."));
  else
    return TRUE;
  return FALSE;
}

/**
 * fram_command_document_handover:
 *
 * `document handover`: a participant's handover sheet, “Stafettpinnen”, as PDF, SVG or PNG.
 */
gboolean
fram_command_document_handover (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_autofree char *output = NULL, *style = NULL;
  g_autoptr (FramPaper) paper = NULL;
  g_auto (GStrv) files = NULL;
  FramSheetFile file = { 0 };
  FramUuid enrolment, id;
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, N_ ("the file: .pdf, .svg or .png"), N_ ("FILE") },
    { "style", 0, 0, G_OPTION_ARG_FILENAME, &style, N_ ("light or dark"), N_ ("STYLE") },
    { NULL },
  };

  if (!fram_ctl_parse (ctl, argv, entries, 1, 1, error) || !check_words (output, style, error) ||
      fram_ctl_open (ctl, error) == NULL || !fram_desk_find_enrolment (ctl->desk, (*argv)[1], &enrolment, error) ||
      !fram_desk_find_handover (ctl->desk, &enrolment, &id, error))
    return FALSE;
  paper = fram_desk_handover_paper (ctl->desk, &id, error);
  if (paper == NULL)
    return FALSE;
  file.path = output;
  file.look = g_strcmp0 (style, "dark") == 0 ? FRAM_LOOK_DARK : FRAM_LOOK_LIGHT;
  files = fram_desk_save_paper (ctl->desk, paper, &file, error);
  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    fram_ctl_print ("%s\n", files[i]);
  return files != NULL;
}
