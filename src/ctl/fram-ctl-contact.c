#include "fram-ctl-commands.h"
#include "fram-ctl-table.h"
#include "fram-desk-absence.h"
#include "fram-desk-contact.h"

#include <glib/gi18n-lib.h>

static const FramTableColumn number_columns[] = {
  { "who", N_ ("Who"), FRAM_TABLE_TEXT },
  { "name", N_ ("Name"), FRAM_TABLE_TEXT },
  { "phone", N_ ("Phone"), FRAM_TABLE_TEXT },
};

static const FramTableColumn place_columns[] = {
  { "code", N_ ("Code"), FRAM_TABLE_TEXT },
  { "name", N_ ("Name"), FRAM_TABLE_SHOWN },
};

static gboolean
list_places (FramCtl *ctl, GError **error)
{
  g_autoptr (FramTable) table = fram_table_new (place_columns, G_N_ELEMENTS (place_columns));
  g_autoptr (GPtrArray) places = fram_desk_stand_in_places (ctl->desk, error);

  if (places == NULL)
    return FALSE;
  for (guint i = 0; i < places->len; i++)
    {
      const FramActivityCount *place = g_ptr_array_index (places, i);

      fram_table_add (table, place->code, NULL);
      fram_table_add (table, NULL, place->name);
    }
  if (ctl->format == FRAM_CTL_TEXT && places->len == 0)
    fram_ctl_print ("%s\n", _ ("There is no workshop to stand in at."));
  else
    fram_table_print (table, ctl->format);
  return TRUE;
}

/**
 * fram_command_stand_in:
 *
 * `stand-in`: a leader's rights in a workshop until midnight; without a workshop lists where that is possible.
 */
gboolean
fram_command_stand_in (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_autofree char *what = NULL;
  FramUuid workshop;
  const GOptionEntry entries[] = { { NULL } };

  if (!fram_ctl_parse (ctl, argv, entries, 0, 1, error) || fram_ctl_open (ctl, error) == NULL)
    return FALSE;
  if ((*argv)[1] == NULL)
    return list_places (ctl, error);
  if (!fram_desk_find_activity (ctl->desk, (*argv)[1], &workshop, error) ||
      !fram_desk_stand_in (ctl->desk, &workshop, &what, error))
    return FALSE;
  fram_ctl_print ("%s\n", what);
  return TRUE;
}

/**
 * fram_command_visit:
 *
 * `visit`: somebody comes to a workshop for one day.
 */
gboolean
fram_command_visit (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_autofree char *date = NULL, *what = NULL;
  FramDate day = FRAM_DATE_NONE;
  FramUuid workshop;
  const GOptionEntry entries[] = {
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &date, N_ ("the day; else today"), N_ ("DATE") },
    { NULL },
  };

  if (!fram_ctl_parse (ctl, argv, entries, 2, 2, error) || fram_ctl_open (ctl, error) == NULL ||
      !fram_ctl_parse_date (date, fram_desk_get_home_day (ctl->desk), &day, error) ||
      !fram_desk_find_activity (ctl->desk, (*argv)[1], &workshop, error) ||
      !fram_desk_add_visitor (ctl->desk, &workshop, day, (*argv)[2], NULL, &what, error))
    return FALSE;
  fram_ctl_print ("%s\n", what);
  return TRUE;
}

/**
 * fram_command_seen:
 *
 * `seen`: a strength that was noticed, in a few words.
 */
gboolean
fram_command_seen (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_autofree char *what = NULL;
  gboolean agreed = FALSE;
  FramUuid enrolment;
  const GOptionEntry entries[] = {
    { "agreed", 0, 0, G_OPTION_ARG_NONE, &agreed, N_ ("the participant wants to have it in “Mina steg”"), NULL },
    { NULL },
  };

  if (!fram_ctl_parse (ctl, argv, entries, 2, 2, error) || fram_ctl_open (ctl, error) == NULL ||
      !fram_desk_find_enrolment (ctl->desk, (*argv)[1], &enrolment, error) ||
      !fram_desk_save_seen (ctl->desk, &enrolment, (*argv)[2], agreed, &what, error))
    return FALSE;
  fram_ctl_print ("%s\n", what);
  return TRUE;
}

/**
 * fram_command_numbers:
 *
 * `numbers`: whom to call about a participant; that they were shown is logged.
 */
gboolean
fram_command_numbers (FramCtl *ctl, GStrv *argv, GError **error)
{
  static const char *const codes[] = { "participant", "case_worker", "emergency" };
  static const char *const names[] = { N_ ("participant"), N_ ("case worker"), N_ ("emergency contact") };
  g_autoptr (FramTable) table = fram_table_new (number_columns, G_N_ELEMENTS (number_columns));
  g_autoptr (GPtrArray) calls = NULL;
  FramUuid enrolment;
  const GOptionEntry entries[] = { { NULL } };

  if (!fram_ctl_parse (ctl, argv, entries, 1, 1, error) || fram_ctl_open (ctl, error) == NULL ||
      !fram_desk_find_enrolment (ctl->desk, (*argv)[1], &enrolment, error))
    return FALSE;
  calls = fram_desk_calls (ctl->desk, &enrolment, error);
  if (calls == NULL)
    return FALSE;
  for (guint i = 0; i < calls->len; i++)
    {
      const FramCall *call = g_ptr_array_index (calls, i);

      fram_table_add (table, codes[call->kind], _ (names[call->kind]));
      fram_table_add (table, call->name, NULL);
      fram_table_add (table, call->phone, NULL);
    }
  fram_table_print (table, ctl->format);
  return TRUE;
}
