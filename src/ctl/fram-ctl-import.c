#include "fram-ctl-commands.h"
#include "fram-ctl-table.h"
#include "fram-desk-files.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

static const FramTableColumn columns[] = {
  { "rows", NULL, FRAM_TABLE_NUMBER },       { "added", NULL, FRAM_TABLE_NUMBER },
  { "same", NULL, FRAM_TABLE_NUMBER },       { "differing", NULL, FRAM_TABLE_NUMBER },
  { "differences", NULL, FRAM_TABLE_LINES }, { "read_as", NULL, FRAM_TABLE_LINES },
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
    {
      g_autofree char *line = fram_import_difference_format (g_ptr_array_index (result->differences, i));

      fram_ctl_print ("  %s\n", line);
    }
  for (guint i = 0; i < result->read_as->len; i++)
    fram_ctl_print ("%s\n", (const char *)g_ptr_array_index (result->read_as, i));
  if (dry_run)
    fram_ctl_print ("%s\n", _ ("This was a rehearsal: nothing was written."));
}

/* Of a mark its key, once however many fields differ; of other things the field and both values too. */
static char **
lines_for_machines (const FramImportResult *result)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_autoptr (GHashTable) marks = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < result->differences->len; i++)
    {
      const FramImportDifference *difference = g_ptr_array_index (result->differences, i);
      g_autofree char *line = NULL;

      if (strcmp (difference->key, difference->thing) == 0)
        {
          if (g_hash_table_add (marks, difference->key))
            g_strv_builder_add (lines, difference->key);
          continue;
        }
      line = g_strdup_printf (
          "%s %s: %s → %s", difference->key, difference->column != NULL ? difference->column : "gone",
          difference->before != NULL ? difference->before : "", difference->after != NULL ? difference->after : "");
      g_strv_builder_add (lines, line);
    }
  return g_strv_builder_end (lines);
}

static void
print_for_machines (const FramImportResult *result, FramCtlFormat format)
{
  g_autoptr (FramTable) table = fram_table_new (columns, G_N_ELEMENTS (columns));
  g_auto (GStrv) differences = lines_for_machines (result);

  g_ptr_array_add (result->read_as, NULL);
  fram_table_add_int (table, result->rows);
  fram_table_add_int (table, result->added);
  fram_table_add_int (table, result->same);
  fram_table_add_int (table, result->differing);
  fram_table_add_lines (table, (const char *const *)differences);
  fram_table_add_lines (table, (const char *const *)result->read_as->pdata);
  fram_table_print (table, format);
}

/* With the problems, how the files were read: that may be the reason for them. */
static void
print_problems (const FramProblems *problems, GPtrArray *sources)
{
  g_autofree char *text = NULL;

  if (fram_problems_get_count (problems) == 0)
    return;
  for (guint i = 0; i < sources->len; i++)
    {
      const FramImportSource *source = g_ptr_array_index (sources, i);
      g_autofree char *how = fram_import_source_describe (source);

      fprintf (stderr, "%s: %s\n", source->name, how);
    }
  text = fram_problems_format (problems);
  fprintf (stderr, "%s%s", text, g_str_has_suffix (text, "\n") ? "" : "\n");
}

/* A mapping says of one file which of its headings is which column. */
static gboolean
map_file (GPtrArray *sources, const char *path, const char *mapping_path, GError **error)
{
  g_autoptr (FramImportMapping) mapping = NULL;

  if (mapping_path == NULL)
    return TRUE;
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_INVALID,
                           _ ("A mapping is for one file; name that file instead of its directory."));
      return FALSE;
    }
  mapping = fram_import_mapping_load (mapping_path, error);
  return mapping != NULL && fram_import_source_map (g_ptr_array_index (sources, 0), mapping, error);
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
  g_autoptr (GPtrArray) sources = NULL;
  g_autofree char *mapping = NULL;
  const char *paths[] = { NULL, NULL };
  FramCtlProgress progress;
  gboolean dry_run = FALSE, show_progress = FALSE;
  const GOptionEntry entries[] = {
    { "mapping", 0, 0, G_OPTION_ARG_FILENAME, &mapping,
      N_ ("a key file that says which heading of the file is which column"), N_ ("FILE") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_ ("say what would happen and write nothing"), NULL },
    { "progress", 0, 0, G_OPTION_ARG_NONE, &show_progress, N_ ("show how far it is, also where nobody watches"), NULL },
    { NULL },
  };

  if (!fram_ctl_parse (ctl, argv, entries, 1, 1, error) || fram_ctl_open (ctl, error) == NULL)
    return FALSE;
  paths[0] = (*argv)[1];
  sources = fram_desk_look_at_files (ctl->desk, paths, NULL, NULL, error);
  if (sources == NULL || !map_file (sources, paths[0], mapping, error))
    return FALSE;
  fram_ctl_progress_init (&progress, show_progress);
  result = fram_desk_import_files (ctl->desk, sources, dry_run, problems, fram_ctl_progress, &progress, error);
  fram_ctl_progress_end (&progress);
  print_problems (problems, sources);
  if (result == NULL)
    return FALSE;
  if (ctl->format == FRAM_CTL_TEXT)
    print_for_people (result, dry_run);
  else
    print_for_machines (result, ctl->format);
  return TRUE;
}
