#include "fram-ctl-commands.h"
#include "fram-ctl-table.h"
#include "fram-desk-gaps.h"

#include <glib/gi18n-lib.h>

/* Of more than ten years nothing is left to tell. */
#define LONGEST 3650

/* The names and columns of fram/README.md; where a line may be something else than a gap its kind is told too. */
static const FramTableColumn columns[] = {
  { "case", N_ ("Case"), FRAM_TABLE_TEXT },
  { "name", N_ ("Name"), FRAM_TABLE_SHOWN },
  { "last_planned", NULL, FRAM_TABLE_TEXT },
  { "next_planned", NULL, FRAM_TABLE_TEXT },
  { "days", N_ ("Days"), FRAM_TABLE_NUMBER },
  { "text", N_ ("Gap"), FRAM_TABLE_SHOWN },
  { "case_workers", N_ ("Case worker"), FRAM_TABLE_SHOWN },
  { "kind", NULL, FRAM_TABLE_TEXT },
};

static void
add_row (FramTable *table, const FramGapRow *row, gboolean kinds)
{
  fram_table_add (table, row->case_no, NULL);
  fram_table_add (table, row->name, NULL);
  fram_table_add_date (table, row->gap.last);
  fram_table_add_date (table, row->gap.next);
  fram_table_add_int (table, row->gap.days);
  fram_table_add (table, row->text, NULL);
  fram_table_add (table, row->case_workers, NULL);
  if (kinds)
    fram_table_add (table, fram_gap_kind_get_code (row->gap.kind), NULL);
}

static void
print (FramCtl *ctl, const FramGapQuery *query, const GPtrArray *rows)
{
  gboolean kinds = query->seams || query->now;
  g_autoptr (FramTable) table = fram_table_new (columns, G_N_ELEMENTS (columns) - (kinds ? 0 : 1));

  for (guint i = 0; i < rows->len; i++)
    add_row (table, g_ptr_array_index (rows, i), kinds);
  if (ctl->format != FRAM_CTL_TEXT || rows->len > 0)
    fram_table_print (table, ctl->format);
  else
    fram_ctl_print ("%s\n", _ ("There are no gaps."));
}

/**
 * fram_command_gaps:
 *
 * `gaps`: stretches without planned activity.
 */
gboolean
fram_command_gaps (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_autofree char *over_text = NULL, *at = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  FramGapQuery query = { .at = FRAM_DATE_NONE };
  gint64 over = 0;
  const GOptionEntry entries[] = {
    { "over", 0, 0, G_OPTION_ARG_FILENAME, &over_text, N_ ("more than so many days; else what the programme says"),
      N_ ("DAYS") },
    { "at", 0, 0, G_OPTION_ARG_FILENAME, &at, N_ ("looked at from this day; else today"), N_ ("DATE") },
    { "seams", 0, 0, G_OPTION_ARG_NONE, &query.seams, N_ ("stretches between two parts of the way too"), NULL },
    { "current", 0, 0, G_OPTION_ARG_NONE, &query.now, N_ ("only present and coming ones, in order of urgency"), NULL },
    { NULL },
  };

  if (!fram_ctl_parse (ctl, argv, entries, 0, 0, error) ||
      !fram_ctl_parse_count (over_text, 1, LONGEST, &over, error) || fram_ctl_open (ctl, error) == NULL)
    return FALSE;
  query.over = (int)over;
  if (!fram_ctl_parse_date (at, fram_desk_get_home_day (ctl->desk), &query.at, error))
    return FALSE;
  rows = fram_desk_gaps (ctl->desk, &query, error);
  if (rows == NULL)
    return FALSE;
  print (ctl, &query, rows);
  return TRUE;
}
