#include "fram-ctl-commands.h"
#include "fram-ctl-table.h"
#include "fram-desk-house.h"

#include <glib/gi18n-lib.h>

static const FramTableColumn columns[] = {
  { "day", N_ ("Day"), FRAM_TABLE_TEXT },
  { "to", N_ ("To"), FRAM_TABLE_TEXT },
  { "workshop", N_ ("Workshop"), FRAM_TABLE_TEXT },
  { "name", N_ ("Name"), FRAM_TABLE_TEXT },
};

/**
 * fram_command_closed_days:
 *
 * `closed-days`: days on which the house or a workshop is closed beyond weekends and holidays.
 */
gboolean
fram_command_closed_days (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_autoptr (GPtrArray) closures = NULL;
  g_autoptr (FramTable) table = fram_table_new (columns, G_N_ELEMENTS (columns));

  if (!fram_ctl_parse (ctl, argv, NULL, 0, 0, error) || fram_ctl_open (ctl, error) == NULL)
    return FALSE;
  closures = fram_desk_closures (ctl->desk, error);
  if (closures == NULL)
    return FALSE;
  for (guint i = 0; i < closures->len; i++)
    {
      const FramClosure *closure = g_ptr_array_index (closures, i);

      fram_table_add_date (table, closure->day);
      fram_table_add_date (table, closure->to_day);
      fram_table_add (table, closure->workshop, NULL);
      fram_table_add (table, closure->name, NULL);
    }
  fram_table_print (table, ctl->format);
  if (ctl->format == FRAM_CTL_TEXT && closures->len == 0)
    fram_ctl_print ("%s\n", _ ("No closed days beside weekends and holidays."));
  return TRUE;
}

/**
 * fram_command_add_closed_day:
 *
 * `add closed-day`: a day or a stretch of days on which the house or one workshop is closed.
 */
gboolean
fram_command_add_closed_day (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_autofree char *to = NULL;
  g_autoptr (FramClosure) closure = g_new0 (FramClosure, 1);
  const GOptionEntry entries[] = {
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &to, N_ ("the last day, where it is more than one"), N_ ("DATE") },
    { "workshop", 0, 0, G_OPTION_ARG_FILENAME, &closure->workshop, N_ ("only this workshop; else the whole house"),
      N_ ("WORKSHOP") },
    { "name", 0, 0, G_OPTION_ARG_FILENAME, &closure->name, N_ ("what it is called: “Planning day”"), N_ ("TEXT") },
    { NULL },
  };

  if (!fram_ctl_parse (ctl, argv, entries, 1, 1, error))
    return FALSE;
  if (closure->name == NULL)
    {
      g_set_error (error, FRAM_ERROR, FRAM_ERROR_USAGE, _ ("What is the closed day called? Add --name."));
      return FALSE;
    }
  return fram_ctl_parse_date ((*argv)[1], FRAM_DATE_NONE, &closure->day, error) &&
         fram_ctl_parse_date (to, FRAM_DATE_NONE, &closure->to_day, error) && fram_ctl_open (ctl, error) != NULL &&
         fram_desk_save_closure (ctl->desk, closure, error);
}

static const FramClosure *
find (const GPtrArray *closures, FramDate day, const char *workshop, GError **error)
{
  const FramClosure *found = NULL;

  for (guint i = 0; i < closures->len; i++)
    {
      const FramClosure *closure = g_ptr_array_index (closures, i);

      if (closure->day == day && g_strcmp0 (closure->workshop, workshop) == 0)
        found = closure;
    }
  if (found == NULL)
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND,
                 _ ("No such closed day begins then; “framstegctl closed-days” lists them."));
  return found;
}

/**
 * fram_command_remove_closed_day:
 *
 * `remove closed-day`: takes away a closed day, named by its first day.
 */
gboolean
fram_command_remove_closed_day (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_autofree char *workshop = NULL;
  g_autoptr (GPtrArray) closures = NULL;
  const FramClosure *closure;
  FramDate day;
  const GOptionEntry entries[] = {
    { "workshop", 0, 0, G_OPTION_ARG_FILENAME, &workshop, N_ ("that of this workshop; else of the whole house"),
      N_ ("WORKSHOP") },
    { NULL },
  };

  if (!fram_ctl_parse (ctl, argv, entries, 1, 1, error) ||
      !fram_ctl_parse_date ((*argv)[1], FRAM_DATE_NONE, &day, error) || fram_ctl_open (ctl, error) == NULL)
    return FALSE;
  closures = fram_desk_closures (ctl->desk, error);
  if (closures == NULL)
    return FALSE;
  closure = find (closures, day, workshop, error);
  return closure != NULL && fram_desk_remove_closure (ctl->desk, &closure->id, error);
}
