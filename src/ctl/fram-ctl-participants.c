#include "fram-ctl-commands.h"
#include "fram-ctl-table.h"
#include "fram-desk-people.h"

#include <glib/gi18n-lib.h>

static const FramTableColumn columns[] = {
  { "case", N_ ("Case"), FRAM_TABLE_TEXT },
  { "name", N_ ("Name"), FRAM_TABLE_TEXT },
  { "sex", NULL, FRAM_TABLE_TEXT },
  { "birth_date", N_ ("Born"), FRAM_TABLE_TEXT },
  { "organisation", N_ ("Referred by"), FRAM_TABLE_TEXT },
  { "phase", N_ ("Phase"), FRAM_TABLE_TEXT },
  { "enrolled", N_ ("Enrolled"), FRAM_TABLE_TEXT },
  { "closed", N_ ("Closed"), FRAM_TABLE_TEXT },
  { "workshops", N_ ("Workshops"), FRAM_TABLE_TEXT },
};

static void
add_row (FramTable *table, const FramPersonRow *row)
{
  fram_table_add (table, row->case_no, NULL);
  fram_table_add (table, row->name, NULL);
  fram_table_add (table, row->sex, NULL);
  fram_table_add_date (table, row->birth_date);
  fram_table_add (table, row->organisation, NULL);
  fram_table_add (table, fram_phase_get_code (row->phase), fram_phase_get_name (row->phase));
  fram_table_add_date (table, row->enrolled);
  fram_table_add_date (table, row->closed);
  fram_table_add (table, row->workshop_codes, row->workshops);
}

static gboolean
check_phase (const char *code, GError **error)
{
  FramPhase phase;

  if (code == NULL || fram_phase_from_code (code, &phase))
    return TRUE;
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND,
               _ ("There is no phase “%s”; choose referred, queue, introduction, participation, closed, followed_up or "
                  "not_started."),
               code);
  return FALSE;
}

/**
 * fram_command_participants:
 *
 * `participants`: the people whom the person may see.
 */
gboolean
fram_command_participants (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_autofree char *search = NULL, *phase = NULL, *workshop = NULL;
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (FramTable) table = fram_table_new (columns, G_N_ELEMENTS (columns));
  FramPeopleQuery query = { 0 };
  const GOptionEntry entries[] = {
    { "search", 0, 0, G_OPTION_ARG_FILENAME, &search, N_ ("words that begin a name or the case number"), N_ ("TEXT") },
    { "phase", 0, 0, G_OPTION_ARG_FILENAME, &phase, N_ ("only people in this phase"), N_ ("CODE") },
    { "workshop", 0, 0, G_OPTION_ARG_FILENAME, &workshop, N_ ("only people placed there today"), N_ ("WORKSHOP") },
    { NULL },
  };

  if (!fram_ctl_parse (ctl, argv, entries, 0, 0, error) || !check_phase (phase, error) ||
      fram_ctl_open (ctl, error) == NULL)
    return FALSE;
  query = (FramPeopleQuery){ .search = search, .phase = phase, .workshop = workshop };
  people = fram_desk_people (ctl->desk, &query, error);
  if (people == NULL)
    return FALSE;
  for (guint i = 0; i < people->len; i++)
    add_row (table, g_ptr_array_index (people, i));
  fram_table_print (table, ctl->format);
  if (ctl->format == FRAM_CTL_TEXT)
    fram_ctl_print (ngettext ("%u participant\n", "%u participants\n", people->len), people->len);
  return TRUE;
}
