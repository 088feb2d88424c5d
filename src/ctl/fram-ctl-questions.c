#include "fram-ctl-commands.h"
#include "fram-ctl-table.h"
#include "fram-desk-absence.h"
#include "fram-desk-question.h"

#include <glib/gi18n-lib.h>

/* Names and order are a contract (CLI.md). */
static const FramTableColumn columns[] = {
  { "question", NULL, FRAM_TABLE_TEXT },
  { "case", N_ ("Case"), FRAM_TABLE_TEXT },
  { "name", N_ ("Name"), FRAM_TABLE_SHOWN },
  { "workshop", N_ ("Workshop"), FRAM_TABLE_TEXT },
  { "kind", NULL, FRAM_TABLE_TEXT },
  { "text", N_ ("Question"), FRAM_TABLE_TEXT },
  { "day", N_ ("From"), FRAM_TABLE_TEXT },
  { "asked_by", N_ ("Asked by"), FRAM_TABLE_TEXT },
  { "asked", NULL, FRAM_TABLE_TEXT },
  { "answer", N_ ("Answer"), FRAM_TABLE_TEXT },
  { "answer_text", N_ ("In words"), FRAM_TABLE_TEXT },
  { "answered", N_ ("Answered"), FRAM_TABLE_TEXT },
  { "answered_by", N_ ("Answered by"), FRAM_TABLE_TEXT },
  { "id", N_ ("Id"), FRAM_TABLE_SHOWN },
};

static void
add_answer (FramTable *table, const FramWorkshopQuestion *row)
{
  if (row->answer >= 0)
    fram_table_add (table, fram_workshop_answer_get_code ((FramWorkshopAnswer)row->answer),
                    fram_workshop_answer_get_name ((FramWorkshopAnswer)row->answer));
  else
    /* Translators: the answer of a workshop that is not asked yet: the participant has been there too few days */
    fram_table_add (table, NULL, row->asked ? NULL : C_ ("workshop answer", "asked after three days"));
  fram_table_add (table, row->answer_text, NULL);
  fram_table_add_date (table, row->answered);
  fram_table_add (table, row->answerer, NULL);
}

static void
add_row (FramTable *table, const FramWorkshopQuestion *row)
{
  char id[FRAM_UUID_TEXT_SIZE];

  fram_uuid_format (&row->id, id);
  fram_table_add (table, id, NULL);
  fram_table_add (table, row->case_no, NULL);
  fram_table_add (table, row->name, NULL);
  fram_table_add (table, row->activity_code, row->activity_name);
  fram_table_add (table, row->of_trial ? "trial" : "question", NULL);
  fram_table_add (table, row->text, NULL);
  fram_table_add_date (table, row->day);
  fram_table_add (table, row->asker, NULL);
  fram_table_add (table, row->asked ? "yes" : "no", NULL);
  add_answer (table, row);
  fram_table_add (table, id, NULL);
}

/**
 * fram_command_questions:
 *
 * `questions`: what workshops are asked about participants, and what they answered.
 */
gboolean
fram_command_questions (FramCtl *ctl, GStrv *argv, GError **error)
{
  gboolean open = FALSE;
  g_autoptr (FramTable) table = fram_table_new (columns, G_N_ELEMENTS (columns));
  g_autoptr (GPtrArray) rows = NULL;
  FramUuid activity;
  const char *where;
  const GOptionEntry entries[] = {
    { "open", 0, 0, G_OPTION_ARG_NONE, &open, N_ ("only what waits for an answer"), NULL },
    { NULL },
  };

  if (!fram_ctl_parse (ctl, argv, entries, 0, 1, error) || fram_ctl_open (ctl, error) == NULL)
    return FALSE;
  where = (*argv)[1];
  if (where != NULL && !fram_desk_find_activity (ctl->desk, where, &activity, error))
    return FALSE;
  rows = fram_desk_workshop_questions (ctl->desk, where != NULL ? &activity : NULL, error);
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const FramWorkshopQuestion *row = g_ptr_array_index (rows, i);

      if (!open || (row->asked && row->answer < 0))
        add_row (table, row);
    }
  if (ctl->format == FRAM_CTL_TEXT && fram_table_get_n_rows (table) == 0)
    fram_ctl_print ("%s\n", _ ("There are no questions."));
  else
    fram_table_print (table, ctl->format);
  return TRUE;
}

/**
 * fram_command_ask_workshop:
 *
 * `ask-workshop`: asks the leaders of a workshop about a participant.
 */
gboolean
fram_command_ask_workshop (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_autofree char *text = NULL, *what = NULL;
  FramUuid enrolment, activity;
  const GOptionEntry entries[] = {
    { "text", 0, 0, G_OPTION_ARG_FILENAME, &text, N_ ("the question"), N_ ("TEXT") },
    { NULL },
  };

  if (!fram_ctl_parse (ctl, argv, entries, 2, 2, error) || fram_ctl_open (ctl, error) == NULL ||
      !fram_desk_find_enrolment (ctl->desk, (*argv)[1], &enrolment, error) ||
      !fram_desk_find_activity (ctl->desk, (*argv)[2], &activity, error) ||
      !fram_desk_ask_workshop (ctl->desk, &enrolment, &activity, text, &what, error))
    return FALSE;
  fram_ctl_print ("%s\n", what);
  return TRUE;
}

static gboolean
parse_words (GStrv argv, FramUuid *question, FramWorkshopAnswer *answer, GError **error)
{
  if (!fram_uuid_parse (argv[1], question))
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID, _ ("“%s” is no question; “framstegctl questions” lists them."),
                 argv[1]);
  else if (!fram_workshop_answer_from_code (argv[2], answer))
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_USAGE,
                 _ ("A workshop answers “helps”, “does_not_help” or “words”, not “%s”."), argv[2]);
  else
    return TRUE;
  return FALSE;
}

/**
 * fram_command_answer:
 *
 * `answer`: answers what a workshop is asked.
 */
gboolean
fram_command_answer (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_autofree char *text = NULL, *what = NULL;
  FramWorkshopAnswer answer;
  FramUuid question;
  const GOptionEntry entries[] = {
    { "text", 0, 0, G_OPTION_ARG_FILENAME, &text, N_ ("the answer in words, or more about it"), N_ ("TEXT") },
    { NULL },
  };

  if (!fram_ctl_parse (ctl, argv, entries, 2, 2, error) || !parse_words (*argv, &question, &answer, error) ||
      fram_ctl_open (ctl, error) == NULL ||
      !fram_desk_answer_workshop (ctl->desk, &question, answer, text, &what, error))
    return FALSE;
  fram_ctl_print ("%s\n", what);
  return TRUE;
}
