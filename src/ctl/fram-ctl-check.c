#include "fram-ctl-commands.h"
#include "fram-ctl-table.h"
#include "fram-desk-files.h"

#include <glib/gi18n-lib.h>

static const FramTableColumn columns[] = {
  { "finding", N_ ("Finding"), FRAM_TABLE_TEXT },
};

/**
 * fram_command_check:
 *
 * `check`: looks the register through; a line per finding. The exit status is 1 where something is wrong.
 */
gboolean
fram_command_check (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (FramTable) table = fram_table_new (columns, G_N_ELEMENTS (columns));
  gboolean repair = FALSE;
  const GOptionEntry entries[] = {
    { "repair", 0, 0, G_OPTION_ARG_NONE, &repair, N_ ("mend what can be worked out again"), NULL },
    { NULL },
  };

  if (!fram_ctl_parse (ctl, argv, entries, 0, 0, error) || fram_ctl_open (ctl, error) == NULL)
    return FALSE;
  findings = fram_desk_check (ctl->desk, repair, error);
  if (findings == NULL)
    return FALSE;
  for (guint i = 0; i < findings->len; i++)
    fram_table_add (table, g_ptr_array_index (findings, i), NULL);
  fram_table_print (table, ctl->format);
  if (findings->len > 0 && !repair)
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_CORRUPT,
                 ngettext ("The register has %u fault; restore the latest backup or try “check --repair”.",
                           "The register has %u faults; restore the latest backup or try “check --repair”.",
                           findings->len),
                 findings->len);
  else if (ctl->format == FRAM_CTL_TEXT && findings->len == 0)
    fram_ctl_print ("%s\n", _ ("The register is whole; nothing is wrong with it."));
  return findings->len == 0 || repair;
}
