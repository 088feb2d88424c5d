#include "fram-ctl-commands.h"
#include "fram-ctl-table.h"
#include "fram-desk-absence.h"
#include "fram-desk-task.h"

#include <glib/gi18n-lib.h>

static const FramTableColumn columns[] = {
  { "id", NULL, FRAM_TABLE_TEXT },           { "kind", NULL, FRAM_TABLE_TEXT },
  { "case", N_ ("Case"), FRAM_TABLE_TEXT },  { "title", N_ ("Task"), FRAM_TABLE_TEXT },
  { "text", N_ ("Text"), FRAM_TABLE_TEXT },  { "due", N_ ("Due"), FRAM_TABLE_TEXT },
  { "whose", N_ ("For"), FRAM_TABLE_TEXT },  { "made_by", N_ ("Asked by"), FRAM_TABLE_TEXT },
  { "made", N_ ("Asked"), FRAM_TABLE_TEXT }, { "seen", N_ ("Seen"), FRAM_TABLE_TEXT },
  { "done", N_ ("Done"), FRAM_TABLE_TEXT },  { "task", N_ ("Id"), FRAM_TABLE_SHOWN },
};

static void
add_row (FramTable *table, const FramTask *task)
{
  char id[FRAM_UUID_TEXT_SIZE];

  fram_uuid_format (&task->id, id);
  fram_table_add (table, id, NULL);
  fram_table_add (table, fram_task_kind_get_code (task->kind), NULL);
  fram_table_add (table, task->case_no, NULL);
  fram_table_add (table, task->title, NULL);
  fram_table_add (table, task->kind != FRAM_TASK_NOTE ? task->text : NULL, NULL);
  fram_table_add_date (table, task->due);
  fram_table_add (table, task->whose_name, NULL);
  fram_table_add (table, task->made_by, NULL);
  fram_table_add_date (table, task->made);
  fram_table_add_date (table, task->seen);
  fram_table_add_date (table, task->done);
  fram_table_add (table, id, NULL);
}

static gboolean
list (FramCtl *ctl, GError **error)
{
  g_autoptr (FramTable) table = fram_table_new (columns, G_N_ELEMENTS (columns));
  g_autoptr (GPtrArray) tasks = fram_desk_tasks (ctl->desk, error);

  if (tasks == NULL)
    return FALSE;
  for (guint i = 0; i < tasks->len; i++)
    add_row (table, g_ptr_array_index (tasks, i));
  if (ctl->format == FRAM_CTL_TEXT && tasks->len == 0)
    fram_ctl_print ("%s\n", _ ("There are no tasks."));
  else
    fram_table_print (table, ctl->format);
  return fram_desk_see_tasks (ctl->desk, error);
}

static gboolean
finish (FramCtl *ctl, const char *text, GError **error)
{
  g_autofree char *what = NULL;
  FramUuid task;

  if (!fram_uuid_parse (text, &task))
    {
      g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID, _ ("“%s” is no task; “framstegctl tasks” lists them."), text);
      return FALSE;
    }
  if (!fram_desk_set_task_done (ctl->desk, &task, TRUE, &what, error))
    return FALSE;
  fram_ctl_print ("%s\n", what);
  return TRUE;
}

static gboolean
add (FramCtl *ctl, const char *text, const char *due, GError **error)
{
  g_autofree char *what = NULL;
  FramDate day;

  if (!fram_ctl_parse_date (due, FRAM_DATE_NONE, &day, error) ||
      !fram_desk_add_task (ctl->desk, text, day, NULL, &what, error))
    return FALSE;
  fram_ctl_print ("%s\n", what);
  return TRUE;
}

static gboolean
check_words (const char *done, const char *text, const char *due, GError **error)
{
  if (done != NULL && text != NULL)
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_USAGE, _ ("Give one of --done and --add."));
  else if (due != NULL && text == NULL)
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_USAGE, _ ("A due day goes with --add."));
  else
    return TRUE;
  return FALSE;
}

/**
 * fram_command_tasks:
 *
 * `tasks`: what waits for who is at the keyboard and what that person asked of others; says that one is done, or adds one.
 */
gboolean
fram_command_tasks (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_autofree char *done = NULL, *text = NULL, *due = NULL;
  const GOptionEntry entries[] = {
    { "done", 0, 0, G_OPTION_ARG_FILENAME, &done, N_ ("this task is done"), N_ ("ID") },
    { "add", 0, 0, G_OPTION_ARG_FILENAME, &text, N_ ("a task of one's own"), N_ ("TEXT") },
    { "due", 0, 0, G_OPTION_ARG_FILENAME, &due, N_ ("when it is due"), N_ ("DATE") },
    { NULL },
  };

  if (!fram_ctl_parse (ctl, argv, entries, 0, 0, error) || !check_words (done, text, due, error) ||
      fram_ctl_open (ctl, error) == NULL)
    return FALSE;
  if (done != NULL)
    return finish (ctl, done, error);
  return text != NULL ? add (ctl, text, due, error) : list (ctl, error);
}

static gboolean
parse_kind (const char *word, FramTaskKind *kind, GError **error)
{
  for (*kind = FRAM_TASK_ABSENCE; *kind <= FRAM_TASK_CALL; (*kind)++)
    if (g_str_equal (word, fram_task_kind_get_code (*kind)))
      return TRUE;
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_USAGE,
               _ ("A case worker is asked to “call” or told of an “absence”, not “%s”."), word);
  return FALSE;
}

/**
 * fram_command_ask:
 *
 * `ask`: asks a participant's case worker to call, or tells of absences without notice.
 */
gboolean
fram_command_ask (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_autofree char *workshop = NULL, *text = NULL, *what = NULL;
  FramUuid enrolment, activity = FRAM_UUID_NONE;
  FramTaskKind kind;
  const GOptionEntry entries[] = {
    { "workshop", 0, 0, G_OPTION_ARG_FILENAME, &workshop, N_ ("where it was noticed"), N_ ("WORKSHOP") },
    { "text", 0, 0, G_OPTION_ARG_FILENAME, &text, N_ ("more about it"), N_ ("TEXT") },
    { NULL },
  };

  if (!fram_ctl_parse (ctl, argv, entries, 2, 2, error) || !parse_kind ((*argv)[2], &kind, error) ||
      fram_ctl_open (ctl, error) == NULL || !fram_desk_find_enrolment (ctl->desk, (*argv)[1], &enrolment, error) ||
      (workshop != NULL && !fram_desk_find_activity (ctl->desk, workshop, &activity, error)) ||
      !fram_desk_ask_case_worker (ctl->desk, &enrolment, &activity, kind, text, &what, error))
    return FALSE;
  fram_ctl_print ("%s\n", what);
  return TRUE;
}
