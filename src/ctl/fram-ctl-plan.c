#include "fram-ctl-commands.h"
#include "fram-ctl-table.h"
#include "fram-desk-absence.h"
#include "fram-desk-case.h"
#include "fram-desk-plan.h"

#include <glib/gi18n-lib.h>

static const FramTableColumn step_columns[] = {
  { "kind", NULL, FRAM_TABLE_TEXT },
  { "name", N_ ("Where"), FRAM_TABLE_TEXT },
  { "from", N_ ("From"), FRAM_TABLE_TEXT },
  { "to", N_ ("To"), FRAM_TABLE_TEXT },
  { "weekly_hours", N_ ("Hours a week"), FRAM_TABLE_NUMBER },
  { "slots", N_ ("Weekly plan"), FRAM_TABLE_TEXT },
  { "waiting", NULL, FRAM_TABLE_TEXT },
};

static const FramTableColumn goal_columns[] = {
  { "text", N_ ("Milestone"), FRAM_TABLE_TEXT },
  { "due", N_ ("Due"), FRAM_TABLE_TEXT },
  { "reached", N_ ("Reached"), FRAM_TABLE_TEXT },
  { "workshop_line", N_ ("Line in the workshop"), FRAM_TABLE_TEXT },
};

static const FramTableColumn plan_columns[] = {
  { "case", N_ ("Case"), FRAM_TABLE_TEXT },
  { "name", N_ ("Name"), FRAM_TABLE_TEXT },
  { "main_goal", N_ ("Main goal"), FRAM_TABLE_TEXT },
  { "hours_now", N_ ("Hours a week"), FRAM_TABLE_NUMBER },
  { "next_from", N_ ("Next change"), FRAM_TABLE_TEXT },
  { "hours_next", N_ ("Hours from then"), FRAM_TABLE_NUMBER },
  { "target", N_ ("Target day"), FRAM_TABLE_TEXT },
  { "extended_to", N_ ("Extended to"), FRAM_TABLE_TEXT },
  { "extension_reason", N_ ("Reason"), FRAM_TABLE_TEXT },
};

static FramTable *
step_table (const FramCasePlan *plan)
{
  static const char *const kinds[] = { "workshop", "external", "group" };
  FramTable *table = fram_table_new (step_columns, G_N_ELEMENTS (step_columns));

  for (guint i = 0; i < plan->steps->len; i++)
    {
      const FramPlanStep *step = g_ptr_array_index (plan->steps, i);
      g_autofree char *spec = fram_slots_to_spec (step->slots);
      g_autofree char *words = fram_slots_format (step->slots);

      fram_table_add (table, kinds[step->kind], NULL);
      fram_table_add (table, step->name, NULL);
      fram_table_add_date (table, step->from);
      fram_table_add_date (table, step->to);
      fram_table_add_hours (table, step->kind == FRAM_PLAN_GROUP ? -1 : step->minutes);
      fram_table_add (table, spec, words);
      fram_table_add (table, step->waiting ? "yes" : "no", NULL);
    }
  return table;
}

static FramTable *
goal_table (const FramCasePlan *plan)
{
  FramTable *table = fram_table_new (goal_columns, G_N_ELEMENTS (goal_columns));

  for (guint i = 0; i < plan->goals->len; i++)
    {
      const FramGoal *goal = g_ptr_array_index (plan->goals, i);

      fram_table_add (table, goal->text, NULL);
      fram_table_add_date (table, goal->due);
      fram_table_add_date (table, goal->reached);
      fram_table_add (table, goal->workshop_line, NULL);
    }
  return table;
}

static FramTable *
plan_table (const FramCasePlan *plan)
{
  FramTable *table = fram_table_new (plan_columns, G_N_ELEMENTS (plan_columns));

  fram_table_add (table, plan->case_no, NULL);
  fram_table_add (table, plan->name, NULL);
  fram_table_add (table, plan->main_goal, NULL);
  fram_table_add_hours (table, plan->minutes_now);
  fram_table_add_date (table, plan->next_from);
  fram_table_add_hours (table, plan->next_from != FRAM_DATE_NONE ? plan->minutes_next : -1);
  fram_table_add_date (table, plan->target != FRAM_DATE_NONE ? plan->target : plan->default_target);
  fram_table_add_date (table, plan->extended_to);
  fram_table_add (table, plan->extension_reason, NULL);
  return table;
}

static void
print_text (const FramCasePlan *plan, const FramTable *head, const FramTable *steps, const FramTable *goals)
{
  fram_table_print_fields (head);
  if (plan->sees_plan)
    {
      fram_ctl_print ("\n%s\n", _ ("Weekly plan"));
      fram_table_print (steps, FRAM_CTL_TEXT);
    }
  if (plan->goals->len > 0)
    {
      fram_ctl_print ("\n%s\n", _ ("Milestones"));
      fram_table_print (goals, FRAM_CTL_TEXT);
    }
}

static void
print_json (const FramTable *head, const FramTable *steps, const FramTable *goals)
{
  g_autoptr (JsonNode) list = fram_table_to_json (head);
  JsonObject *object = json_array_get_object_element (json_node_get_array (list), 0);
  JsonNode *root = json_node_new (JSON_NODE_OBJECT);

  json_object_set_member (object, "steps", fram_table_to_json (steps));
  json_object_set_member (object, "milestones", fram_table_to_json (goals));
  json_node_set_object (root, object);
  fram_ctl_print_json (root);
}

/**
 * fram_command_plan:
 *
 * `plan`: main goal, weekly plan with steps ahead, milestones and target day of a participant; csv has the steps.
 */
gboolean
fram_command_plan (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_autoptr (FramCase) what = NULL;
  g_autoptr (FramCasePlan) plan = NULL;
  g_autoptr (FramTable) head = NULL;
  g_autoptr (FramTable) steps = NULL;
  g_autoptr (FramTable) goals = NULL;
  const GOptionEntry entries[] = { { NULL } };
  FramUuid enrolment;

  if (!fram_ctl_parse (ctl, argv, entries, 1, 1, error) || fram_ctl_open (ctl, error) == NULL ||
      !fram_desk_find_enrolment (ctl->desk, (*argv)[1], &enrolment, error))
    return FALSE;
  /* reading a record is logged */
  what = fram_desk_case (ctl->desk, (*argv)[1], NULL, error);
  plan = what != NULL ? fram_desk_case_plan (ctl->desk, &enrolment, error) : NULL;
  if (plan == NULL)
    return FALSE;
  head = plan_table (plan);
  steps = step_table (plan);
  goals = goal_table (plan);
  if (ctl->format == FRAM_CTL_CSV)
    fram_table_print (steps, FRAM_CTL_CSV);
  else if (ctl->format == FRAM_CTL_JSON)
    print_json (head, steps, goals);
  else
    print_text (plan, head, steps, goals);
  return TRUE;
}

/**
 * fram_command_document_plan:
 *
 * `document plan`: a participant's individual plan as it is handed out, as a PDF.
 */
gboolean
fram_command_document_plan (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_autofree char *output = NULL;
  g_auto (GStrv) files = NULL;
  FramUuid enrolment;
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, N_ ("the file: .pdf, .svg or .png"), N_ ("FILE") },
    { NULL },
  };

  if (!fram_ctl_parse (ctl, argv, entries, 1, 1, error))
    return FALSE;
  if (output == NULL)
    {
      g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_USAGE, _ ("Say where the document goes: --output FILE.pdf."));
      return FALSE;
    }
  if (fram_ctl_open (ctl, error) == NULL || !fram_desk_find_enrolment (ctl->desk, (*argv)[1], &enrolment, error))
    return FALSE;
  files = fram_desk_save_plan_document (ctl->desk, &enrolment, output, error);
  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    fram_ctl_print ("%s\n", files[i]);
  return files != NULL;
}
