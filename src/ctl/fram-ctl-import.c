#include "fram-ctl-commands.h"
#include "fram-ctl-table.h"
#include "fram-desk-files.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

static const FramTableColumn columns[] = {
  { "rows", NULL, FRAM_TABLE_NUMBER },       { "added", NULL, FRAM_TABLE_NUMBER },
  { "same", NULL, FRAM_TABLE_NUMBER },       { "differing", NULL, FRAM_TABLE_NUMBER },
  { "differences", NULL, FRAM_TABLE_LINES },
};

static void
print_for_people (const FramImportResult *result, gboolean dry_run)
{
  fram_ctl_print (ngettext ("%u row was read.\n", "%u rows were read.\n", result->rows), result->rows);
  fram_ctl_print (dry_run ? ngettext ("%u record would be new.\n", "%u records would be new.\n", result->added)
                          : ngettext ("%u record is new.\n", "%u records are new.\n", result->added),
                  result->added);
  fram_ctl_print (ngettext ("%u record was there already.\n", "%u records were there already.\n", result->same),
                  result->same);
  if (result->differing > 0)
    fram_ctl_print (ngettext ("%u record differs from the file and was left as it is:\n",
                              "%u records differ from the files and were left as they are:\n", result->differing),
                    result->differing);
  for (guint i = 0; i < result->differences->len; i++)
    fram_ctl_print ("  %s\n", (const char *)g_ptr_array_index (result->differences, i));
  if (dry_run)
    fram_ctl_print ("%s\n", _ ("This was a rehearsal: nothing was written."));
}

static void
print_for_machines (const FramImportResult *result, FramCtlFormat format)
{
  g_autoptr (FramTable) table = fram_table_new (columns, G_N_ELEMENTS (columns));
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_auto (GStrv) differences = NULL;

  for (guint i = 0; i < result->differences->len; i++)
    g_strv_builder_add (lines, g_ptr_array_index (result->differences, i));
  differences = g_strv_builder_end (lines);
  fram_table_add_int (table, result->rows);
  fram_table_add_int (table, result->added);
  fram_table_add_int (table, result->same);
  fram_table_add_int (table, result->differing);
  fram_table_add_lines (table, (const char *const *)differences);
  fram_table_print (table, format);
}

static void
print_problems (const FramProblems *problems)
{
  g_autofree char *text = NULL;

  if (fram_problems_get_count (problems) == 0)
    return;
  text = fram_problems_format (problems);
  fprintf (stderr, "%s%s", text, g_str_has_suffix (text, "\n") ? "" : "\n");
}

/**
 * fram_command_import:
 *
 * `import`: a directory of CSV files or one of them, all or nothing; each bad line is told with file, line and column.
 */
gboolean
fram_command_import (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_autoptr (FramProblems) problems = fram_problems_new ();
  g_autoptr (FramImportResult) result = NULL;
  FramCtlProgress progress;
  gboolean dry_run = FALSE, show_progress = FALSE;
  const GOptionEntry entries[] = {
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_ ("say what would happen and write nothing"), NULL },
    { "progress", 0, 0, G_OPTION_ARG_NONE, &show_progress, N_ ("show how far it is, also where nobody watches"), NULL },
    { NULL },
  };

  if (!fram_ctl_parse (ctl, argv, entries, 1, 1, error) || fram_ctl_open (ctl, error) == NULL)
    return FALSE;
  fram_ctl_progress_init (&progress, show_progress);
  result = fram_desk_import (ctl->desk, (*argv)[1], dry_run, problems, fram_ctl_progress, &progress, error);
  fram_ctl_progress_end (&progress);
  print_problems (problems);
  if (result == NULL)
    return FALSE;
  if (ctl->format == FRAM_CTL_TEXT)
    print_for_people (result, dry_run);
  else
    print_for_machines (result, ctl->format);
  return TRUE;
}
