#include "fram-ctl-commands.h"
#include "fram-ctl-table.h"
#include "fram-desk-holidays.h"

#include <glib/gi18n-lib.h>

static const FramTableColumn columns[] = {
  { "day", N_ ("Day"), FRAM_TABLE_TEXT },
  { "to", N_ ("To"), FRAM_TABLE_TEXT },
  { "name", N_ ("Name"), FRAM_TABLE_TEXT },
  { "state", N_ ("What becomes of it"), FRAM_TABLE_TEXT },
};

static void
print_file (FramCtl *ctl, const FramHolidayFile *file)
{
  g_autoptr (FramTable) table = fram_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < file->lines->len; i++)
    {
      const FramHolidayLine *line = g_ptr_array_index (file->lines, i);

      fram_table_add_date (table, line->from);
      fram_table_add_date (table, line->to != line->from ? line->to : FRAM_DATE_NONE);
      fram_table_add (table, line->name, NULL);
      fram_table_add (table, fram_holiday_state_get_code (line->state), fram_holiday_state_get_name (line->state));
    }
  fram_table_print (table, ctl->format);
  if (ctl->format == FRAM_CTL_TEXT && file->passed_over != NULL)
    fram_ctl_print ("%s\n", file->passed_over);
}

/**
 * fram_command_import_holidays:
 *
 * `import-holidays`: the whole days of a calendar file (iCalendar) become closed days of the house. Public holidays, what
 * is closed already and what is over are told and left as they are.
 */
gboolean
fram_command_import_holidays (FramCtl *ctl, GStrv *argv, GError **error)
{
  gboolean dry_run = FALSE;
  g_autoptr (FramHolidayFile) file = NULL;
  g_autofree char *what = NULL;
  const GOptionEntry entries[] = {
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_ ("say what would be added, and add nothing"), NULL },
    { NULL },
  };

  if (!fram_ctl_parse (ctl, argv, entries, 1, 1, error) || fram_ctl_open (ctl, error) == NULL)
    return FALSE;
  file = fram_desk_read_holidays (ctl->desk, (*argv)[1], error);
  if (file == NULL)
    return FALSE;
  if (!dry_run && file->n_new > 0 && !fram_desk_add_holidays (ctl->desk, file, &what, error))
    return FALSE;
  print_file (ctl, file);
  if (ctl->format == FRAM_CTL_TEXT)
    fram_ctl_print ("%s\n", what != NULL                 ? what
                            : dry_run && file->n_new > 0 ? _ ("Nothing was written.")
                                                         : _ ("Nothing in the file is new."));
  return TRUE;
}
