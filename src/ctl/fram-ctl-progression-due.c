#include "fram-ctl-commands.h"
#include "fram-ctl-table.h"
#include "fram-desk-rating.h"

#include <glib/gi18n-lib.h>

/* Talks that are due. */

/* So many days ahead where nothing else is asked for: what Today shows. */
#define DAYS_AHEAD 7

static const FramTableColumn columns[] = {
  { "case", N_ ("Case"), FRAM_TABLE_TEXT },
  { "set", NULL, FRAM_TABLE_TEXT },
  { "questions", N_ ("Questions"), FRAM_TABLE_SHOWN },
  { "last", N_ ("Last talk"), FRAM_TABLE_TEXT },
  { "due", N_ ("Due"), FRAM_TABLE_TEXT },
};

/**
 * fram_ctl_print_due_talks:
 * @ctl: the run
 * @until: (nullable): a date, %NULL for a week from today on
 * @error: return location
 *
 * `progression --due`: talks with the own participants, everyone's for the file's owner, in order of the day.
 *
 * Returns: whether they are printed
 */
gboolean
fram_ctl_print_due_talks (FramCtl *ctl, const char *until, GError **error)
{
  g_autoptr (FramTable) table = fram_table_new (columns, G_N_ELEMENTS (columns));
  g_autoptr (GPtrArray) talks = NULL;
  FramDate day;

  if (fram_ctl_open (ctl, error) == NULL ||
      !fram_ctl_parse_date (until, fram_clock_today (ctl->clock) + DAYS_AHEAD, &day, error))
    return FALSE;
  talks = fram_desk_due_talks (ctl->desk, day, error);
  if (talks == NULL)
    return FALSE;
  for (guint i = 0; i < talks->len; i++)
    {
      const FramDueTalk *talk = g_ptr_array_index (talks, i);

      fram_table_add (table, talk->case_no, NULL);
      fram_table_add (table, talk->set_code, NULL);
      fram_table_add (table, talk->set_name, NULL);
      fram_table_add_date (table, talk->last);
      fram_table_add_date (table, talk->due);
    }
  if (ctl->format == FRAM_CTL_TEXT && talks->len == 0)
    fram_ctl_print ("%s\n", _ ("No talk is due by then."));
  else
    fram_table_print (table, ctl->format);
  return TRUE;
}
