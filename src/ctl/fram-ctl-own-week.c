#include "fram-ctl-commands.h"
#include "fram-ctl-table.h"
#include "fram-desk-absence.h"
#include "fram-desk-own-week.h"

#include <glib/gi18n-lib.h>

static const FramTableColumn columns[] = {
  { "date", N_ ("Date"), FRAM_TABLE_TEXT },  { "start", N_ ("Begins"), FRAM_TABLE_TEXT },
  { "end", N_ ("Ends"), FRAM_TABLE_TEXT },   { "kind", NULL, FRAM_TABLE_TEXT },
  { "title", N_ ("What"), FRAM_TABLE_TEXT }, { "place", N_ ("Place"), FRAM_TABLE_TEXT },
  { "status", NULL, FRAM_TABLE_TEXT },       { "note", N_ ("Note"), FRAM_TABLE_TEXT },
};

static const char *
kind_of (const FramOwnThing *thing)
{
  static const char *const codes[] = { "work", "group", "talk", "leave", "away" };

  return codes[thing->kind];
}

static const char *
status_of (const FramOwnThing *thing)
{
  if (thing->is_away)
    return "moved-away";
  return thing->cancelled ? "cancelled" : "planned";
}

static void
print (FramCtl *ctl, const FramOwnWeek *week)
{
  g_autoptr (FramTable) table = fram_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < week->things->len; i++)
    {
      const FramOwnThing *thing = g_ptr_array_index (week->things, i);

      fram_table_add_date (table, thing->day);
      fram_table_add_time (table, thing->starts);
      fram_table_add_time (table, thing->ends);
      fram_table_add (table, kind_of (thing), NULL);
      fram_table_add (table, thing->title, NULL);
      fram_table_add (table, thing->place, NULL);
      fram_table_add (table, status_of (thing), NULL);
      fram_table_add (table, thing->note, NULL);
    }
  fram_table_print (table, ctl->format);
  if (ctl->format == FRAM_CTL_TEXT && week->things->len == 0)
    fram_ctl_print ("%s\n", _ ("Nothing is planned that week."));
}

/**
 * fram_command_own_week:
 *
 * `own-week`: hours in workshops, groups, talks and leaves of one participant in a week.
 */
gboolean
fram_command_own_week (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_autofree char *wanted = NULL;
  g_autoptr (FramOwnWeek) week = NULL;
  FramUuid enrolment;
  FramDate day;
  const GOptionEntry entries[] = {
    { "week", 0, 0, G_OPTION_ARG_FILENAME, &wanted, N_ ("which week; else this one"), N_ ("WEEK") },
    { NULL },
  };

  if (!fram_ctl_parse (ctl, argv, entries, 1, 1, error) || fram_ctl_open (ctl, error) == NULL)
    return FALSE;
  day = fram_desk_get_home_day (ctl->desk);
  if ((wanted != NULL && !fram_ctl_parse_week (wanted, day, &day, error)) ||
      !fram_desk_find_enrolment (ctl->desk, (*argv)[1], &enrolment, error))
    return FALSE;
  week = fram_desk_own_week (ctl->desk, &enrolment, day, error);
  if (week != NULL)
    print (ctl, week);
  return week != NULL;
}
