#include "fram-ctl-commands.h"
#include "fram-ctl-table.h"
#include "fram-desk-absence.h"
#include "fram-desk-places.h"
#include "fram-desk-support.h"

#include <glib/gi18n-lib.h>

static const FramTableColumn place_columns[] = {
  { "employer", N_ ("Employer"), FRAM_TABLE_TEXT },
  { "tasks", N_ ("Tasks"), FRAM_TABLE_TEXT },
  { "fields", N_ ("Kinds of work"), FRAM_TABLE_TEXT },
  { "capacity", N_ ("Places"), FRAM_TABLE_NUMBER },
  { "taken", N_ ("Taken"), FRAM_TABLE_NUMBER },
  { "free", N_ ("Free"), FRAM_TABLE_NUMBER },
  { "free_from", N_ ("Free from"), FRAM_TABLE_TEXT },
  { "contact", N_ ("Contact"), FRAM_TABLE_TEXT },
  { "phone", N_ ("Phone"), FRAM_TABLE_TEXT },
  { "email", NULL, FRAM_TABLE_TEXT },
  { "address", NULL, FRAM_TABLE_TEXT },
  { "areas", NULL, FRAM_TABLE_TEXT },
  { "adaptations", NULL, FRAM_TABLE_TEXT },
  { "active", NULL, FRAM_TABLE_TEXT },
};

static void
add_count (FramTable *table, int number)
{
  if (number < 0)
    fram_table_add (table, NULL, NULL);
  else
    fram_table_add_int (table, number);
}

static void
add_place (FramTable *table, const FramExternalPlace *place)
{
  g_autofree char *fields = g_strjoinv (";", place->fields);
  g_autofree char *areas = g_strjoinv (";", place->areas);

  fram_table_add (table, place->employer, NULL);
  fram_table_add (table, place->tasks, NULL);
  fram_table_add (table, fields, place->field_names);
  add_count (table, place->capacity);
  fram_table_add_int (table, place->taken);
  add_count (table, place->free);
  fram_table_add_date (table, place->free_from);
  fram_table_add (table, place->contact_name, NULL);
  fram_table_add (table, place->contact_phone, NULL);
  fram_table_add (table, place->contact_email, NULL);
  fram_table_add (table, place->address, NULL);
  fram_table_add (table, areas, place->area_names);
  fram_table_add (table, place->adaptations, NULL);
  fram_table_add (table, place->active ? "true" : "false", NULL);
}

/**
 * fram_command_places:
 *
 * `places`: the register of external places, with what is free on a day.
 */
gboolean
fram_command_places (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_autofree char *free_text = NULL, *search = NULL, *field = NULL;
  gboolean all = FALSE;
  g_autoptr (GPtrArray) places = NULL;
  g_autoptr (FramTable) table = fram_table_new (place_columns, G_N_ELEMENTS (place_columns));
  FramPlacesQuery query = { .day = FRAM_DATE_NONE };
  const GOptionEntry entries[] = {
    { "free", 0, 0, G_OPTION_ARG_FILENAME, &free_text, N_ ("only places with room on this day"), N_ ("DATE") },
    { "search", 0, 0, G_OPTION_ARG_FILENAME, &search, N_ ("words of employer, tasks, kinds of work or address"),
      N_ ("TEXT") },
    { "field", 0, 0, G_OPTION_ARG_FILENAME, &field, N_ ("only places with this kind of work"), N_ ("CODE") },
    { "all", 0, 0, G_OPTION_ARG_NONE, &all, N_ ("also places that are no longer used"), NULL },
    { NULL },
  };

  if (!fram_ctl_parse (ctl, argv, entries, 0, 0, error) ||
      !fram_ctl_parse_date (free_text, FRAM_DATE_NONE, &query.day, error) || fram_ctl_open (ctl, error) == NULL)
    return FALSE;
  query.search = search;
  query.field = field;
  query.only_free = free_text != NULL;
  query.inactive = all;
  places = fram_desk_external_places (ctl->desk, &query, error);
  if (places == NULL)
    return FALSE;
  for (guint i = 0; i < places->len; i++)
    add_place (table, g_ptr_array_index (places, i));
  if (ctl->format == FRAM_CTL_TEXT && places->len == 0)
    fram_ctl_print ("%s\n", _ ("There are no such places."));
  else
    fram_table_print (table, ctl->format);
  return TRUE;
}

static const FramTableColumn support_columns[] = {
  { "case", NULL, FRAM_TABLE_TEXT },
  { "kind", N_ ("Kind"), FRAM_TABLE_TEXT },
  { "provider", N_ ("Provider"), FRAM_TABLE_TEXT },
  { "state", NULL, FRAM_TABLE_TEXT },
  { "applied", NULL, FRAM_TABLE_TEXT },
  { "waiting_since", NULL, FRAM_TABLE_TEXT },
  { "started", NULL, FRAM_TABLE_TEXT },
  { "ended", NULL, FRAM_TABLE_TEXT },
  { "days_waited", NULL, FRAM_TABLE_NUMBER },
  { "text", NULL, FRAM_TABLE_TEXT },
  { "words", N_ ("When"), FRAM_TABLE_SHOWN },
};

static void
add_support (FramTable *table, const char *case_no, const FramSupport *support)
{
  fram_table_add (table, case_no, NULL);
  fram_table_add (table, support->kind, fram_support_kind_get_name (support->kind));
  fram_table_add (table, support->provider, NULL);
  fram_table_add (table, fram_support_state_get_code (support->state), NULL);
  fram_table_add_date (table, support->applied);
  fram_table_add_date (table, support->waiting_since);
  fram_table_add_date (table, support->started);
  fram_table_add_date (table, support->ended);
  add_count (table, support->days_waited);
  fram_table_add (table, support->text, NULL);
  fram_table_add (table, support->words, NULL);
}

static char *
case_no_of (FramCtl *ctl, const char *word, GError **error)
{
  g_autoptr (FramPersonRow) row = fram_desk_find_person (ctl->desk, word, error);

  return row != NULL ? g_strdup (row->case_no) : NULL;
}

/**
 * fram_command_support:
 *
 * `support`: support outside the programme that runs, is waited for or has ended; for the participant's case worker.
 */
gboolean
fram_command_support (FramCtl *ctl, GStrv *argv, GError **error)
{
  static const GOptionEntry entries[] = { { NULL } };
  g_autoptr (FramSupports) supports = NULL;
  g_autoptr (FramTable) table = fram_table_new (support_columns, G_N_ELEMENTS (support_columns));
  g_autofree char *case_no = NULL;
  FramUuid enrolment;

  if (!fram_ctl_parse (ctl, argv, entries, 1, 1, error) || fram_ctl_open (ctl, error) == NULL)
    return FALSE;
  case_no = case_no_of (ctl, (*argv)[1], error);
  if (case_no == NULL || !fram_desk_find_enrolment (ctl->desk, (*argv)[1], &enrolment, error))
    return FALSE;
  supports = fram_desk_supports (ctl->desk, &enrolment, error);
  if (supports == NULL)
    return FALSE;
  for (guint i = 0; i < supports->rows->len; i++)
    add_support (table, case_no, g_ptr_array_index (supports->rows, i));
  if (ctl->format != FRAM_CTL_TEXT || supports->rows->len > 0)
    fram_table_print (table, ctl->format);
  if (ctl->format == FRAM_CTL_TEXT && supports->hint != NULL)
    fram_ctl_print ("%s\n", supports->hint);
  return TRUE;
}
