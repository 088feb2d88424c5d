#include "fram-ctl-commands.h"
#include "fram-ctl-group-private.h"
#include "fram-ctl-table.h"
#include "fram-desk-house.h"
#include "fram-desk-roster.h"
#include "fram-desk-schedule.h"

#include <glib/gi18n-lib.h>

/* `groups`: the groups of the house as they are kept. */

static const FramTableColumn columns[] = {
  { "code", N_ ("Code"), FRAM_TABLE_TEXT },
  { "name", N_ ("Group"), FRAM_TABLE_TEXT },
  { "kind", NULL, FRAM_TABLE_TEXT },
  { "place", N_ ("Place"), FRAM_TABLE_TEXT },
  { "leaders", N_ ("Leaders"), FRAM_TABLE_TEXT },
  { "capacity", N_ ("Places"), FRAM_TABLE_NUMBER },
  { "members", N_ ("Members"), FRAM_TABLE_NUMBER },
  { "waiting", N_ ("Waiting"), FRAM_TABLE_NUMBER },
  { "first", N_ ("First day"), FRAM_TABLE_TEXT },
  { "last", N_ ("Last day"), FRAM_TABLE_TEXT },
  { "rrule", NULL, FRAM_TABLE_TEXT },
  { "starts", N_ ("Begins"), FRAM_TABLE_TEXT },
  { "minutes", N_ ("Minutes"), FRAM_TABLE_NUMBER },
  { "sessions", N_ ("Sessions"), FRAM_TABLE_NUMBER },
};

FramGroup *
fram_ctl_find_group (FramCtl *ctl, const char *code_or_name, GError **error)
{
  FramUuid id;

  if (!fram_desk_find_activity (ctl->desk, code_or_name, &id, error))
    return NULL;
  return fram_desk_group (ctl->desk, &id, error);
}

gboolean
fram_ctl_find_staff (FramCtl *ctl, const char *name_or_login, FramUuid *staff, char **name, GError **error)
{
  g_autoptr (GPtrArray) all = fram_desk_staff (ctl->desk, FALSE, error);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const FramStaff *one = g_ptr_array_index (all, i);

      if (g_strcmp0 (one->name, name_or_login) != 0 && g_strcmp0 (one->login, name_or_login) != 0)
        continue;
      *staff = one->id;
      if (name != NULL)
        *name = g_strdup (one->name);
      return TRUE;
    }
  if (all != NULL)
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND, _ ("Nobody called “%s” works here now."), name_or_login);
  return FALSE;
}

gboolean
fram_ctl_say_done (const char *what)
{
  fram_ctl_print ("%s\n", what);
  return TRUE;
}

static const char *
name_of_place (const GPtrArray *places, const FramUuid *id)
{
  for (guint i = 0; i < places->len; i++)
    if (fram_uuid_equal (&((const FramScheduleWho *)g_ptr_array_index (places, i))->id, id))
      return ((const FramScheduleWho *)g_ptr_array_index (places, i))->name;
  return NULL;
}

static char *
names_of_leaders (const FramGroup *group)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < group->leaders->len; i++)
    g_string_append_printf (names, "%s%s", names->len > 0 ? ";" : "",
                            ((const FramGroupLeading *)g_ptr_array_index (group->leaders, i))->name);
  return g_string_free (names, FALSE);
}

static void
add_count (FramTable *table, int number, int none)
{
  if (number == none)
    fram_table_add (table, NULL, NULL);
  else
    fram_table_add_int (table, number);
}

static void
add_row (FramTable *table, const FramGroup *group, const GPtrArray *places)
{
  g_autofree char *leaders = names_of_leaders (group);

  fram_table_add (table, group->code, NULL);
  fram_table_add (table, group->shown_name, NULL);
  fram_table_add (table, group->kind, NULL);
  fram_table_add (table, name_of_place (places, &group->place), NULL);
  fram_table_add (table, leaders, NULL);
  add_count (table, group->capacity, 0);
  fram_table_add_int (table, group->members);
  fram_table_add_int (table, group->waiting);
  fram_table_add_date (table, group->first);
  fram_table_add_date (table, group->ends != FRAM_DATE_NONE ? group->ends : group->last);
  fram_table_add (table, group->rrule, NULL);
  fram_table_add_time (table, group->starts);
  add_count (table, group->minutes, -1);
  add_count (table, group->sessions, 0);
}

/**
 * fram_command_groups:
 *
 * `groups`: kind, place, leaders, days and how many are in them; no names of participants.
 */
gboolean
fram_command_groups (FramCtl *ctl, GStrv *argv, GError **error)
{
  gboolean all = FALSE;
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (GPtrArray) places = NULL;
  g_autoptr (FramTable) table = NULL;
  const GOptionEntry entries[] = {
    { "all", 0, 0, G_OPTION_ARG_NONE, &all, N_ ("those that have ended or are not used any more too"), NULL },
    { NULL },
  };

  if (!fram_ctl_parse (ctl, argv, entries, 0, 0, error) || fram_ctl_open (ctl, error) == NULL)
    return FALSE;
  groups = fram_desk_list_groups (ctl->desk, all, error);
  places = groups != NULL ? fram_desk_schedule_choices (ctl->desk, FRAM_SCHEDULE_OF_PLACE,
                                                        fram_desk_get_home_day (ctl->desk), error)
                          : NULL;
  if (places == NULL)
    return FALSE;
  table = fram_table_new (columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < groups->len; i++)
    add_row (table, g_ptr_array_index (groups, i), places);
  if (groups->len == 0 && ctl->format == FRAM_CTL_TEXT)
    return fram_ctl_say_done (_ ("There are no groups."));
  fram_table_print (table, ctl->format);
  return TRUE;
}
