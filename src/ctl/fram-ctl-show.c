#include "fram-ctl-commands.h"
#include "fram-ctl-table.h"
#include "fram-desk-days.h"
#include "fram-desk-person.h"
#include "fram-slot.h"

#include <glib/gi18n-lib.h>

#define N_DAYS 10

static const FramTableColumn person_columns[] = {
  { "case", N_ ("Case"), FRAM_TABLE_TEXT },
  { "name", N_ ("Name"), FRAM_TABLE_TEXT },
  { "sex", N_ ("Sex"), FRAM_TABLE_TEXT },
  { "birth_date", N_ ("Born"), FRAM_TABLE_TEXT },
  { "organisation", N_ ("Referred by"), FRAM_TABLE_TEXT },
  { "phase", N_ ("Phase"), FRAM_TABLE_TEXT },
  { "enrolled", N_ ("Enrolled"), FRAM_TABLE_TEXT },
  { "closed", N_ ("Closed"), FRAM_TABLE_TEXT },
  { "workshops", N_ ("Workshops"), FRAM_TABLE_TEXT },
  { "phone", N_ ("Phone"), FRAM_TABLE_TEXT },
  { "case_workers", N_ ("Case worker"), FRAM_TABLE_TEXT },
};

static const FramTableColumn stay_columns[] = {
  { "activity", NULL, FRAM_TABLE_TEXT },
  { "name", N_ ("Where"), FRAM_TABLE_SHOWN },
  { "kind", NULL, FRAM_TABLE_TEXT },
  { "from", N_ ("From"), FRAM_TABLE_TEXT },
  { "to", N_ ("To"), FRAM_TABLE_TEXT },
  { "weekly_hours", N_ ("Hours a week"), FRAM_TABLE_NUMBER },
  { "slots", N_ ("Weekly plan"), FRAM_TABLE_TEXT },
};

static const FramTableColumn day_columns[] = {
  { "date", N_ ("Day"), FRAM_TABLE_TEXT },
  { "activity", NULL, FRAM_TABLE_TEXT },
  { "name", N_ ("Where"), FRAM_TABLE_SHOWN },
  { "status", N_ ("Attendance"), FRAM_TABLE_TEXT },
  { "minutes_late", N_ ("Min. late"), FRAM_TABLE_NUMBER },
  { "planned_hours", N_ ("Planned"), FRAM_TABLE_NUMBER },
  { "hours", N_ ("Hours"), FRAM_TABLE_NUMBER },
};

static FramTable *
person_table (const FramPerson *record)
{
  FramTable *table = fram_table_new (person_columns, G_N_ELEMENTS (person_columns));
  const FramPersonRow *person = record->row;

  fram_table_add (table, person->case_no, NULL);
  fram_table_add (table, person->name, NULL);
  fram_table_add (table, person->sex, NULL);
  fram_table_add_date (table, person->birth_date);
  fram_table_add (table, person->organisation, record->organisation);
  fram_table_add (table, fram_phase_get_code (person->phase), fram_phase_get_name (person->phase));
  fram_table_add_date (table, person->enrolled);
  fram_table_add_date (table, person->closed);
  fram_table_add (table, person->workshop_codes, person->workshops);
  fram_table_add (table, record->phone, NULL);
  fram_table_add (table, record->case_workers, NULL);
  return table;
}

static void
add_count (FramTable *table, int number)
{
  if (number >= 0)
    fram_table_add_int (table, number);
  else
    fram_table_add (table, NULL, NULL);
}

static FramTable *
stay_table (const FramPerson *record)
{
  FramTable *table = fram_table_new (stay_columns, G_N_ELEMENTS (stay_columns));

  for (guint i = 0; i < record->stays->len; i++)
    {
      const FramStay *stay = g_ptr_array_index (record->stays, i);
      g_autofree char *spec = fram_slots_to_spec (stay->slots);
      g_autofree char *plan = fram_slots_format (stay->slots);

      fram_table_add (table, stay->activity, NULL);
      fram_table_add (table, NULL, stay->name);
      fram_table_add (table, stay->is_group ? "group" : "workshop", NULL);
      fram_table_add_date (table, stay->from);
      fram_table_add_date (table, stay->to);
      fram_table_add_hours (table, stay->weekly_minutes);
      fram_table_add (table, spec, plan);
    }
  return table;
}

static FramTable *
day_table (const GPtrArray *list)
{
  FramTable *table = fram_table_new (day_columns, G_N_ELEMENTS (day_columns));

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const FramPersonDay *day = g_ptr_array_index (list, i);

      fram_table_add_date (table, day->day);
      fram_table_add (table, day->code, NULL);
      fram_table_add (table, NULL, day->name);
      fram_table_add (table, day->status->code, fram_status_get_name (day->status));
      add_count (table, day->minutes_late);
      fram_table_add_hours (table, day->planned_minutes);
      fram_table_add_hours (table, day->attended_minutes);
    }
  return table;
}

static void
print_section (const char *title, const FramTable *table, gboolean may_see, const char *nothing)
{
  fram_ctl_print ("\n%s\n", title);
  if (!may_see)
    fram_ctl_print ("%s\n", _ ("Your role does not show this."));
  else if (fram_table_get_n_rows (table) == 0)
    fram_ctl_print ("%s\n", nothing);
  else
    fram_table_print (table, FRAM_CTL_TEXT);
}

static void
print_json (const FramTable *person, const FramTable *stays, const FramTable *days)
{
  g_autoptr (JsonNode) list = fram_table_to_json (person);
  JsonObject *object = json_array_get_object_element (json_node_get_array (list), 0);
  JsonNode *root = json_node_new (JSON_NODE_OBJECT);

  json_object_set_member (object, "stays", fram_table_to_json (stays));
  json_object_set_member (object, "marks", fram_table_to_json (days));
  json_node_set_object (root, object);
  fram_ctl_print_json (root);
}

/**
 * fram_command_show:
 *
 * `show`: one participant's record. csv has the facts only; json has placements, groups and the last marks too.
 */
gboolean
fram_command_show (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_autoptr (FramPerson) record = NULL;
  g_autoptr (GPtrArray) marks = NULL;
  g_autoptr (FramTable) person = NULL, stays = NULL, days = NULL;

  if (!fram_ctl_parse (ctl, argv, NULL, 1, 1, error) || fram_ctl_open (ctl, error) == NULL)
    return FALSE;
  record = fram_desk_person (ctl->desk, (*argv)[1], error);
  if (record == NULL)
    return FALSE;
  marks = fram_desk_person_days (ctl->desk, (*argv)[1], N_DAYS, NULL);
  person = person_table (record);
  stays = stay_table (record);
  days = day_table (marks);
  if (ctl->format == FRAM_CTL_JSON)
    print_json (person, stays, days);
  else if (ctl->format == FRAM_CTL_CSV)
    fram_table_print (person, FRAM_CTL_CSV);
  else
    {
      fram_table_print_fields (person);
      print_section (_ ("Workshops and groups"), stays, record->sees_plan, _ ("Not placed anywhere yet."));
      print_section (_ ("Last marks"), days, marks != NULL, _ ("Not marked yet."));
    }
  return TRUE;
}
