#include "fram-ctl-commands.h"
#include "fram-ctl-table.h"
#include "fram-desk-today.h"

#include <glib/gi18n-lib.h>

static const FramTableColumn columns[] = {
  { "date", N_ ("Day"), FRAM_TABLE_TEXT },          { "workshop", NULL, FRAM_TABLE_TEXT },
  { "name", N_ ("Roster"), FRAM_TABLE_TEXT },       { "expected", N_ ("Expected"), FRAM_TABLE_NUMBER },
  { "marked", N_ ("Marked"), FRAM_TABLE_NUMBER },   { "present", N_ ("Present"), FRAM_TABLE_NUMBER },
  { "missing", N_ ("Missing"), FRAM_TABLE_NUMBER }, { "last_by", N_ ("Last by"), FRAM_TABLE_TEXT },
  { "last_at", N_ ("Last at"), FRAM_TABLE_TEXT },
};

static void
add_row (FramTable *table, const FramRosterTaken *taken)
{
  fram_table_add_date (table, taken->day);
  fram_table_add (table, taken->code, NULL);
  fram_table_add (table, taken->name, NULL);
  fram_table_add_int (table, taken->expected);
  fram_table_add_int (table, taken->marked);
  fram_table_add_int (table, taken->present);
  fram_table_add_int (table, taken->unmarked_due);
  fram_table_add (table, taken->last_by, NULL);
  fram_table_add_instant (table, taken->last_at);
}

static gboolean
print (FramCtl *ctl, FramDate from, FramDate to, gboolean all, GError **error)
{
  g_autoptr (FramTable) table = fram_table_new (columns, G_N_ELEMENTS (columns));
  g_autoptr (GPtrArray) rosters = fram_desk_rosters_taken (ctl->desk, from, to, error);

  if (rosters == NULL)
    return FALSE;
  for (guint i = 0; i < rosters->len; i++)
    {
      const FramRosterTaken *taken = g_ptr_array_index (rosters, i);

      if (all || taken->unmarked_due > 0)
        add_row (table, taken);
    }
  if (ctl->format != FRAM_CTL_TEXT || fram_table_get_n_rows (table) > 0)
    fram_table_print (table, ctl->format);
  else
    fram_ctl_print ("%s\n", rosters->len > 0 ? _ ("Every roster is taken.") : _ ("Nobody was expected."));
  return TRUE;
}

/**
 * fram_command_rosters:
 *
 * `rosters`: which rosters of a day or week are not taken, and who took each last.
 */
gboolean
fram_command_rosters (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_autofree char *date = NULL, *week = NULL;
  gboolean all = FALSE;
  FramDate from, home;
  const GOptionEntry entries[] = {
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &date, N_ ("the day; else today"), N_ ("DATE") },
    { "week", 0, 0, G_OPTION_ARG_FILENAME, &week, N_ ("a whole week: 2026-W46"), N_ ("WEEK") },
    { "all", 0, 0, G_OPTION_ARG_NONE, &all, N_ ("those that are taken too"), NULL },
    { NULL },
  };

  if (!fram_ctl_parse (ctl, argv, entries, 0, 0, error))
    return FALSE;
  if (date != NULL && week != NULL)
    {
      g_set_error (error, FRAM_ERROR, FRAM_ERROR_USAGE, _ ("A day or a week? Give one of --date and --week."));
      return FALSE;
    }
  if (fram_ctl_open (ctl, error) == NULL)
    return FALSE;
  home = fram_desk_get_home_day (ctl->desk);
  if (week != NULL)
    return fram_ctl_parse_week (week, home, &from, error) && print (ctl, from, from + 6, all, error);
  return fram_ctl_parse_date (date, home, &from, error) && print (ctl, from, from, all, error);
}
