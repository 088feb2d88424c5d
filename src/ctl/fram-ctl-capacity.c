#include "fram-ctl-commands.h"
#include "fram-ctl-table.h"
#include "fram-desk-capacity.h"

#include <glib/gi18n-lib.h>

/* So far back and ahead is looked where no weeks are named. */
#define WEEKS_BACK  52
#define WEEKS_AHEAD 12

static const FramTableColumn columns[] = {
  { "week", N_ ("Week"), FRAM_TABLE_TEXT },
  { "practice", N_ ("In practice"), FRAM_TABLE_NUMBER },
  { "practice_places", N_ ("Places"), FRAM_TABLE_NUMBER },
  { "groups", N_ ("In groups"), FRAM_TABLE_NUMBER },
  { "group_places", N_ ("Places"), FRAM_TABLE_NUMBER },
};

static void
add_row (FramTable *table, const FramCapacity *capacity, const FramCapacityWeek *week)
{
  g_autofree char *text = fram_week_format (week->monday);

  fram_table_add (table, text, NULL);
  for (int kind = 0; kind < FRAM_N_CAPACITIES; kind++)
    {
      fram_table_add_int (table, week->people[kind]);
      fram_table_add_int (table, capacity->places[kind]);
    }
}

/**
 * fram_ctl_read_capacity_weeks:
 * @ctl: the program, with an open register
 * @from_text: (nullable): the first week
 * @to_text: (nullable): the last one
 * @from: (out): a day of the first week
 * @to: (out): a day of the last week
 * @error: return location
 *
 * Returns: whether both are weeks; without any it is a year back and three months ahead
 */
gboolean
fram_ctl_read_capacity_weeks (FramCtl *ctl, const char *from_text, const char *to_text, FramDate *from, FramDate *to,
                              GError **error)
{
  FramDate home = fram_desk_get_home_day (ctl->desk);

  *from = home - 7 * WEEKS_BACK;
  *to = home + 7 * WEEKS_AHEAD;
  return (from_text == NULL || fram_ctl_parse_week (from_text, home, from, error)) &&
         (to_text == NULL || fram_ctl_parse_week (to_text, home, to, error));
}

/**
 * fram_command_capacity:
 *
 * `capacity`: how many take part at the same time, week by week, beside the places there are.
 */
gboolean
fram_command_capacity (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_autofree char *from_text = NULL, *to_text = NULL;
  g_autoptr (FramCapacity) capacity = NULL;
  g_autoptr (FramTable) table = NULL;
  FramDate from, to;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &from_text, N_ ("the first week: 2026-W01; else a year ago"), N_ ("WEEK") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &to_text, N_ ("the last week; else in three months"), N_ ("WEEK") },
    { NULL },
  };

  if (!fram_ctl_parse (ctl, argv, entries, 0, 0, error) || fram_ctl_open (ctl, error) == NULL ||
      !fram_ctl_read_capacity_weeks (ctl, from_text, to_text, &from, &to, error))
    return FALSE;
  capacity = fram_desk_capacity (ctl->desk, from, to, error);
  if (capacity == NULL)
    return FALSE;
  table = fram_table_new (columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < capacity->weeks->len; i++)
    add_row (table, capacity, &g_array_index (capacity->weeks, FramCapacityWeek, i));
  fram_table_print (table, ctl->format);
  return TRUE;
}
