#include "fram-ctl-commands.h"
#include "fram-ctl-table.h"
#include "fram-desk-adaptation.h"
#include "fram-desk-absence.h"

#include <glib/gi18n-lib.h>

/* Names and order are a contract (CLI.md). */
static const FramTableColumn columns[] = {
  { "case", N_ ("Case"), FRAM_TABLE_TEXT },
  { "name", N_ ("Name"), FRAM_TABLE_SHOWN },
  { "area", N_ ("Area"), FRAM_TABLE_TEXT },
  { "need", N_ ("Need"), FRAM_TABLE_TEXT },
  { "measure", N_ ("Measure"), FRAM_TABLE_TEXT },
  { "aid", N_ ("Work aid"), FRAM_TABLE_TEXT },
  { "applies_to", N_ ("Applies to"), FRAM_TABLE_TEXT },
  { "instruction", N_ ("Line for the workshop"), FRAM_TABLE_TEXT },
  { "status", N_ ("State"), FRAM_TABLE_TEXT },
  { "from", N_ ("From"), FRAM_TABLE_TEXT },
  { "review", N_ ("Review"), FRAM_TABLE_TEXT },
  { "outcome", N_ ("Outcome"), FRAM_TABLE_TEXT },
};

static void
add_reach (FramTable *table, const FramAdaptation *row)
{
  if (row->reach == FRAM_ADAPTATION_ALL)
    fram_table_add (table, fram_adaptation_reach_get_code (row->reach), C_ ("adaptation", "Everywhere"));
  else
    fram_table_add (table, row->activity_code, row->activity_name);
}

static void
add_row (FramTable *table, const FramAdaptation *row)
{
  fram_table_add (table, row->case_no, NULL);
  fram_table_add (table, row->name, NULL);
  fram_table_add (table, row->area, row->area_name);
  fram_table_add (table, row->barrier, NULL);
  fram_table_add (table, row->measure, NULL);
  fram_table_add (table, row->aid_kind, NULL);
  add_reach (table, row);
  fram_table_add (table, row->line, NULL);
  fram_table_add (table, fram_adaptation_status_get_code (row->status), fram_adaptation_status_get_name (row->status));
  fram_table_add_date (table, row->in_place_from != FRAM_DATE_NONE ? row->in_place_from : row->tried_from);
  fram_table_add_date (table, row->review_by);
  if (row->outcome >= 0)
    fram_table_add (table, fram_review_outcome_get_code ((FramReviewOutcome)row->outcome),
                    fram_review_outcome_get_name ((FramReviewOutcome)row->outcome));
  else
    fram_table_add (table, NULL, NULL);
}

static void
print (FramCtl *ctl, const GPtrArray *rows)
{
  g_autoptr (FramTable) table = fram_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < rows->len; i++)
    add_row (table, g_ptr_array_index (rows, i));
  if (ctl->format != FRAM_CTL_TEXT || rows->len > 0)
    fram_table_print (table, ctl->format);
  else
    fram_ctl_print ("%s\n", _ ("There are no adaptations."));
}

/**
 * fram_command_adaptations:
 *
 * `adaptations`: adaptations and their reviews, of one participant, of everybody, or those to be reviewed.
 */
gboolean
fram_command_adaptations (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_autofree char *due = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  FramAdaptationQuery query = { NULL, FRAM_DATE_NONE };
  FramUuid enrolment;
  const GOptionEntry entries[] = {
    { "due", 0, 0, G_OPTION_ARG_FILENAME, &due, N_ ("only what is to be reviewed by this day"), N_ ("DATE") },
    { NULL },
  };

  if (!fram_ctl_parse (ctl, argv, entries, 0, 1, error) || fram_ctl_open (ctl, error) == NULL ||
      !fram_ctl_parse_date (due, FRAM_DATE_NONE, &query.due_by, error))
    return FALSE;
  if ((*argv)[1] != NULL)
    {
      if (!fram_desk_find_enrolment (ctl->desk, (*argv)[1], &enrolment, error))
        return FALSE;
      query.enrolment = &enrolment;
    }
  rows = fram_desk_adaptations (ctl->desk, &query, error);
  if (rows != NULL)
    print (ctl, rows);
  return rows != NULL;
}
