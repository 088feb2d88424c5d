#include "fram-ctl-commands.h"
#include "fram-ctl-table.h"
#include "fram-desk-commitment.h"
#include "fram-desk-absence.h"

#include <glib/gi18n-lib.h>

static const FramTableColumn columns[] = {
  { "case", N_ ("Case"), FRAM_TABLE_TEXT },     { "commitment", N_ ("Commitment"), FRAM_TABLE_TEXT },
  { "ordinal", N_ ("No."), FRAM_TABLE_NUMBER }, { "whose", N_ ("Whose"), FRAM_TABLE_TEXT },
  { "due", N_ ("Due"), FRAM_TABLE_TEXT },       { "done", N_ ("Done"), FRAM_TABLE_TEXT },
  { "state", N_ ("State"), FRAM_TABLE_TEXT },
};

static void
add_row (FramTable *table, const FramCommitmentRow *row)
{
  fram_table_add (table, row->case_no, NULL);
  fram_table_add (table, row->code, row->title);
  fram_table_add_int (table, row->ordinal);
  fram_table_add (table, row->whose, row->whose_text);
  fram_table_add_date (table, row->due);
  fram_table_add_date (table, row->done);
  fram_table_add (table, fram_commitment_state_get_code (row->state), fram_commitment_state_get_name (row->state));
}

static gboolean
check_words (const FramCommitmentQuery *query, const char *participant, GError **error)
{
  if (participant != NULL && (query->own || query->closed))
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_USAGE, _ ("Name a participant, or give --own or --closed."));
  else if (query->whose != NULL && query->whose[0] == '\0')
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_USAGE, _ ("Say whose commitments: “programme”, or “AF”, “FK”, “AMA”."));
  else
    return TRUE;
  return FALSE;
}

static gboolean
print_all (FramCtl *ctl, const FramCommitmentQuery *query, GError **error)
{
  g_autoptr (FramTable) table = fram_table_new (columns, G_N_ELEMENTS (columns));
  g_autoptr (GPtrArray) rows = fram_desk_commitments (ctl->desk, query, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    add_row (table, g_ptr_array_index (rows, i));
  if (ctl->format == FRAM_CTL_TEXT && rows->len == 0)
    fram_ctl_print ("%s\n", _ ("There are no such commitments."));
  else
    fram_table_print (table, ctl->format);
  return TRUE;
}

/**
 * fram_command_commitments:
 *
 * `commitments`: what the programme and the referrers have promised, when it is due and how it stands.
 */
gboolean
fram_command_commitments (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_autofree char *whose = NULL;
  FramCommitmentQuery query = { 0 };
  FramUuid enrolment;
  const GOptionEntry entries[] = {
    { "late", 0, 0, G_OPTION_ARG_NONE, &query.late, N_ ("only what is late"), NULL },
    { "open", 0, 0, G_OPTION_ARG_NONE, &query.open, N_ ("only what is late or due within two weeks"), NULL },
    { "whose", 0, 0, G_OPTION_ARG_FILENAME, &whose, N_ ("only “programme”, or an organisation: “AF”, “FK”, “AMA”"),
      N_ ("CODE") },
    { "own", 0, 0, G_OPTION_ARG_NONE, &query.own, N_ ("only of those whom the person at the keyboard is in charge of"),
      NULL },
    { "closed", 0, 0, G_OPTION_ARG_NONE, &query.closed,
      N_ ("of every enrolment there was, not only of those that go on or closed in the last half year"), NULL },
    { NULL },
  };

  if (!fram_ctl_parse (ctl, argv, entries, 0, 1, error))
    return FALSE;
  query.whose = whose;
  if (!check_words (&query, (*argv)[1], error) || fram_ctl_open (ctl, error) == NULL)
    return FALSE;
  if ((*argv)[1] != NULL)
    {
      if (!fram_desk_find_enrolment (ctl->desk, (*argv)[1], &enrolment, error))
        return FALSE;
      query.enrolment = &enrolment;
    }
  return print_all (ctl, &query, error);
}
