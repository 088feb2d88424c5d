#include "fram-ctl-commands.h"
#include "fram-ctl-table.h"
#include "fram-desk-absence.h"
#include "fram-desk-contact.h"
#include "fram-desk-progression.h"

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

static const FramTableColumn seen_columns[] = {
  { "id", NULL, FRAM_TABLE_TEXT },
  { "date", N_ ("Date"), FRAM_TABLE_TEXT },
  { "text", N_ ("What was seen"), FRAM_TABLE_TEXT },
  { "agreed", N_ ("For “Mina steg”"), FRAM_TABLE_TEXT },
};

static gboolean
list_seen (FramCtl *ctl, const char *participant, GError **error)
{
  g_autoptr (FramTable) table = fram_table_new (seen_columns, G_N_ELEMENTS (seen_columns));
  g_autoptr (GPtrArray) choices = NULL;
  FramUuid enrolment;

  if (fram_ctl_open_case (ctl, participant, FRAM_DATE_NONE, &enrolment, error))
    choices = fram_desk_seen (ctl->desk, participant, NULL, error);
  for (guint i = 0; choices != NULL && i < choices->len; i++)
    {
      const FramMyStepsChoice *choice = g_ptr_array_index (choices, i);
      g_autofree char *id = fram_uuid_to_text (&choice->id);

      fram_table_add (table, id, NULL);
      fram_table_add_date (table, choice->day);
      fram_table_add (table, choice->text, NULL);
      fram_table_add (table, choice->agreed ? "yes" : "no", choice->agreed ? _ ("yes") : _ ("no"));
    }
  if (choices != NULL)
    fram_table_print (table, ctl->format);
  return choices != NULL;
}

/* The line is the participant's who is named: nobody's yes is taken for another's. */
static gboolean
find_seen (FramCtl *ctl, const char *participant, const char *text, FramUuid *id, GError **error)
{
  g_autoptr (GPtrArray) choices = fram_desk_seen (ctl->desk, participant, NULL, error);

  if (choices == NULL)
    return FALSE;
  for (guint i = 0; fram_uuid_parse (text, id) && i < choices->len; i++)
    if (fram_uuid_equal (&((const FramMyStepsChoice *)g_ptr_array_index (choices, i))->id, id))
      return TRUE;
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND,
               _ ("Nothing that was seen of this person has the id “%s”; “framstegctl seen PARTICIPANT” lists them."),
               text);
  return FALSE;
}

/**
 * fram_command_seen:
 *
 * `seen`: a strength that was noticed, in a few words; what there is, and the participant's answer.
 */
gboolean
fram_command_seen (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_autofree char *what = NULL, *yes = NULL, *no = NULL;
  const char *answered;
  gboolean agreed = FALSE, ok;
  FramUuid enrolment, id;
  const GOptionEntry entries[] = {
    { "agreed", 0, 0, G_OPTION_ARG_NONE, &agreed, N_ ("the participant wants to have it in “Mina steg”"), NULL },
    { "yes", 0, 0, G_OPTION_ARG_FILENAME, &yes, N_ ("the participant wants to have this line there"), N_ ("ID") },
    { "no", 0, 0, G_OPTION_ARG_FILENAME, &no, N_ ("the participant does not want to have it there any more"),
      N_ ("ID") },
    { NULL },
  };

  if (!fram_ctl_parse (ctl, argv, entries, 1, 2, error))
    return FALSE;
  answered = yes != NULL ? yes : no;
  if ((answered != NULL && (*argv)[2] != NULL) || (yes != NULL && no != NULL))
    {
      g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_USAGE,
                           _ ("Write down one thing at a time: a text, --yes or --no."));
      return FALSE;
    }
  if (fram_ctl_open (ctl, error) == NULL)
    return FALSE;
  if ((*argv)[2] != NULL)
    ok = fram_desk_find_enrolment (ctl->desk, (*argv)[1], &enrolment, error) &&
         fram_desk_save_seen (ctl->desk, &enrolment, (*argv)[2], agreed, &what, error);
  else if (answered == NULL)
    return list_seen (ctl, (*argv)[1], error);
  else
    ok = find_seen (ctl, (*argv)[1], answered, &id, error) &&
         fram_desk_agree_seen (ctl->desk, &id, yes != NULL, &what, error);
  if (what != NULL)
    fram_ctl_print ("%s\n", what);
  return ok;
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
