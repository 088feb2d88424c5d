#include "fram-ctl-commands.h"
#include "fram-ctl-table.h"
#include "fram-desk-proven.h"

#include <glib/gi18n-lib.h>

static const FramTableColumn columns[] = {
  { "area", N_ ("Area"), FRAM_TABLE_TEXT },
  { "measure", N_ ("Measure"), FRAM_TABLE_TEXT },
  { "instruction", N_ ("Line for the workshop"), FRAM_TABLE_TEXT },
  { "people", N_ ("People"), FRAM_TABLE_NUMBER },
  { "kept", N_ ("Kept"), FRAM_TABLE_TEXT },
};

static void
print (FramCtl *ctl, const GPtrArray *rows)
{
  g_autoptr (FramTable) table = fram_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < rows->len; i++)
    {
      const FramProven *row = g_ptr_array_index (rows, i);

      fram_table_add (table, row->area, row->area_name);
      fram_table_add (table, row->text, NULL);
      fram_table_add (table, row->line, NULL);
      fram_table_add_int (table, (int)row->n_people);
      fram_table_add (table, row->is_kept ? "yes" : NULL, row->is_kept ? C_ ("table", "yes") : NULL);
    }
  if (ctl->format != FRAM_CTL_TEXT || rows->len > 0)
    fram_table_print (table, ctl->format);
  else
    fram_ctl_print ("%s\n", _ ("There is nothing to suggest yet."));
}

static gboolean
drop (FramCtl *ctl, const char *area, const char *text, char **what, GError **error)
{
  g_autoptr (GPtrArray) rows = fram_desk_proven (ctl->desk, area, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const FramProven *row = g_ptr_array_index (rows, i);

      if (row->is_kept && g_strcmp0 (row->text, text) == 0)
        return fram_desk_drop_proven (ctl->desk, &row->id, what, error);
    }
  if (rows != NULL)
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND, _ ("That measure is not in the catalogue."));
  return FALSE;
}

/**
 * fram_command_proven:
 *
 * `proven`: measures that can be suggested, of one area or of all; keeps one among the proven ones, or drops it.
 */
gboolean
fram_command_proven (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_autofree char *area = NULL, *keep = NULL, *line = NULL, *dropped = NULL, *what = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  const GOptionEntry entries[] = {
    { "area", 0, 0, G_OPTION_ARG_STRING, &area, N_ ("only of this area, by its code"), N_ ("AREA") },
    { "keep", 0, 0, G_OPTION_ARG_STRING, &keep, N_ ("keep this as a proven measure of the area"), N_ ("TEXT") },
    { "line", 0, 0, G_OPTION_ARG_STRING, &line, N_ ("with --keep: what the workshop is told then"), N_ ("TEXT") },
    { "drop", 0, 0, G_OPTION_ARG_STRING, &dropped, N_ ("keep this measure of the area no longer"), N_ ("TEXT") },
    { NULL },
  };

  if (!fram_ctl_parse (ctl, argv, entries, 0, 0, error) || fram_ctl_open (ctl, error) == NULL)
    return FALSE;
  if (keep != NULL || dropped != NULL)
    {
      if (!(keep != NULL ? fram_desk_keep_proven (ctl->desk, NULL, area, keep, line, &what, error)
                         : drop (ctl, area, dropped, &what, error)))
        return FALSE;
      fram_ctl_print ("%s\n", what);
      return TRUE;
    }
  rows = fram_desk_proven (ctl->desk, area, error);
  if (rows != NULL)
    print (ctl, rows);
  return rows != NULL;
}
