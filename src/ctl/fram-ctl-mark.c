#include "fram-ctl-commands.h"
#include "fram-ctl-table.h"
#include "fram-desk-people.h"
#include "fram-desk-roster.h"
#include "fram-mark-check.h"
#include "fram-text.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

static const FramTableColumn columns[] = {
  { "case", NULL, FRAM_TABLE_TEXT },   { "workshop", NULL, FRAM_TABLE_TEXT }, { "date", NULL, FRAM_TABLE_TEXT },
  { "before", NULL, FRAM_TABLE_TEXT }, { "after", NULL, FRAM_TABLE_TEXT },
};

typedef struct
{
  char *date;
  char *part;
  char *minutes;
  char *reason;
  char *note;
  char *task;
  char *hours;
  char *came;
  char *left;
} MarkWords;

static void
mark_words_clear (MarkWords *self)
{
  g_free (self->date);
  g_free (self->part);
  g_free (self->minutes);
  g_free (self->reason);
  g_free (self->note);
  g_free (self->task);
  g_free (self->hours);
  g_free (self->came);
  g_free (self->left);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MarkWords, mark_words_clear)

typedef struct
{
  FramUuid activity;
  FramDate day;
  int part;
} Target;

static gboolean
parse_minutes (const char *text, int *minutes, GError **error)
{
  gint64 number = 0;

  if (!fram_int_parse (text, &number))
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID,
                 _ ("“%s” is no number of minutes; write a whole number such as 15."), text);
  else if (number < 0)
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID, _ ("Minutes cannot be fewer than none; write 0 or more."));
  else if (number > 24 * 60)
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID, _ ("%s minutes are more than a day has; write at most 1440."),
                 text);
  else
    {
      *minutes = (int)number;
      return TRUE;
    }
  return FALSE;
}

static gboolean
parse_hours (const char *text, int *minutes, GError **error)
{
  if (fram_hours_parse (text, minutes))
    return TRUE;
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID, _ ("“%s” is no number of hours; write for example 2 or 1.5."),
               text);
  return FALSE;
}

static gboolean
read_status (FramDesk *desk, const char *code, FramMarkEdit *edit, GError **error)
{
  g_autoptr (GString) known = g_string_new (NULL);
  const GArray *statuses = fram_desk_get_statuses (desk);

  edit->fields |= FRAM_MARK_STATUS;
  if (g_str_equal (code, "none"))
    return TRUE;
  edit->status = code;
  if (fram_desk_find_status (desk, code) != NULL)
    return TRUE;
  for (guint i = 0; i < statuses->len; i++)
    g_string_append_printf (known, "%s, ", g_array_index (statuses, FramStatus, i).code);
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND, _ ("There is no status “%s”; choose %snone."), code,
               known->str);
  return FALSE;
}

static void
read_text (char *text, FramMarkFields field, const char **member, FramMarkEdit *edit)
{
  if (text == NULL)
    return;
  *member = text;
  edit->fields |= field;
}

static gboolean
read_edit (const MarkWords *words, FramMarkEdit *edit, GError **error)
{
  edit->came = edit->left = FRAM_TIME_NONE;
  edit->minutes_late = edit->attended_minutes = -1;
  if ((words->minutes != NULL && !parse_minutes (words->minutes, &edit->minutes_late, error)) ||
      (words->hours != NULL && !parse_hours (words->hours, &edit->attended_minutes, error)) ||
      !fram_ctl_parse_time (words->came, &edit->came, error) || !fram_ctl_parse_time (words->left, &edit->left, error))
    return FALSE;
  edit->fields |= words->minutes != NULL ? FRAM_MARK_MINUTES_LATE : 0;
  edit->fields |= words->hours != NULL ? FRAM_MARK_ATTENDED : 0;
  edit->fields |= words->came != NULL ? FRAM_MARK_CAME : 0;
  edit->fields |= words->left != NULL ? FRAM_MARK_LEFT : 0;
  read_text (words->note, FRAM_MARK_NOTE, &edit->note, edit);
  read_text (words->reason, FRAM_MARK_REASON, &edit->reason, edit);
  read_text (words->task, FRAM_MARK_TASK, &edit->task, edit);
  return TRUE;
}

/* Of a day in halves the half that is meant, the first for the whole day. */
static const FramRosterRow *
find_row (const FramRoster *roster, const char *who, int part)
{
  FramUuid id = FRAM_UUID_NONE;
  gboolean by_id = fram_uuid_parse (who, &id);

  for (guint i = 0; i < roster->rows->len; i++)
    {
      const FramRosterRow *row = g_ptr_array_index (roster->rows, i);

      if ((by_id ? fram_uuid_equal (&row->participant, &id) : g_strcmp0 (row->case_no, who) == 0) &&
          (part == 0 || row->part == 0 || row->part == part))
        return row;
    }
  return NULL;
}

/* Says why somebody is not on the roster of the day. */
static gboolean
explain_absence (FramCtl *ctl, const Target *target, const FramRoster *roster, const char *who, GError **error)
{
  g_autoptr (FramPersonRow) person = fram_desk_find_person (ctl->desk, who, error);
  FramMarkCheck check = FRAM_MARK_CHECK_INIT;
  char day[FRAM_DATE_TEXT_SIZE];

  if (person == NULL)
    return FALSE;
  check.day = target->day;
  check.enrolled = person->enrolled;
  check.closed = person->closed;
  check.day_info = fram_day_info (target->day, NULL, 0);
  if (check.day_info.kind == FRAM_DAY_OPEN && roster->day_is_off)
    check.day_info = (FramDayInfo){ FRAM_DAY_CLOSED, roster->day_note, FRAM_TIME_NONE, FRAM_TIME_NONE };
  if (fram_mark_check_day (&check, error))
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID, _ ("%s is not placed in %s on %s; use “place” first."), who,
                 roster->name, fram_date_format (target->day, day));
  return FALSE;
}

static gboolean
find_target (FramCtl *ctl, const char *workshop, const char *who, const MarkWords *words, Target *target,
             FramRosterRow **before, GError **error)
{
  g_autoptr (FramRoster) roster = NULL;
  const FramRosterRow *row;
  gint64 part = 0;

  if (!fram_ctl_parse_date (words->date, fram_desk_get_home_day (ctl->desk), &target->day, error) ||
      !fram_ctl_parse_count (words->part, 0, 2, &part, error) ||
      !fram_desk_find_activity (ctl->desk, workshop, &target->activity, error))
    return FALSE;
  target->part = (int)part;
  roster = fram_desk_roster (ctl->desk, &target->activity, target->day, error);
  if (roster == NULL)
    return FALSE;
  row = find_row (roster, who, target->part);
  if (row == NULL)
    return explain_absence (ctl, target, roster, who, error);
  *before = g_object_ref ((FramRosterRow *)row);
  return TRUE;
}

/* "late, 10 min" */
static char *
describe (const FramRosterRow *row)
{
  g_autofree char *name = NULL;

  if (row->status == NULL)
    return g_strdup (_ ("unmarked"));
  name = g_utf8_strdown (fram_status_get_name (row->status), -1);
  if (row->minutes_late > 0)
    /* Translators: an attendance status and the minutes late */
    return g_strdup_printf (_ ("%s, %d min"), name, row->minutes_late);
  return g_steal_pointer (&name);
}

static void
print_change (FramCtl *ctl, const Target *target, const char *workshop, const FramRosterRow *before,
              const FramRosterRow *after)
{
  g_autoptr (FramTable) table = NULL;
  g_autofree char *from = describe (before), *to = describe (after);
  char day[FRAM_DATE_TEXT_SIZE];

  if (ctl->format == FRAM_CTL_TEXT)
    {
      fram_ctl_print ("%s %s %s: %s → %s\n", after->case_no, workshop, fram_date_format (target->day, day), from, to);
      return;
    }
  table = fram_table_new (columns, G_N_ELEMENTS (columns));
  fram_table_add (table, after->case_no, NULL);
  fram_table_add (table, workshop, NULL);
  fram_table_add_date (table, target->day);
  fram_table_add (table, before->status != NULL ? before->status->code : NULL, NULL);
  fram_table_add (table, after->status != NULL ? after->status->code : NULL, NULL);
  fram_table_print (table, ctl->format);
}

/* A mark that is on disk is done, also where the roster could not be read again. Takes @error over. */
static gboolean
warn_or_fail (GError *local, GError **error)
{
  if (!g_error_matches (local, FRAM_ERROR, FRAM_ERROR_UNREAD))
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  fprintf (stderr, "%s\n", local->message);
  g_error_free (local);
  return TRUE;
}

static gboolean
mark (FramCtl *ctl, GStrv argv, const MarkWords *words, GError **error)
{
  g_autoptr (FramRosterRow) before = NULL;
  g_autoptr (FramRoster) roster = NULL;
  g_autofree char *code = NULL;
  FramMarkEdit edit = { 0 };
  Target target = { 0 };
  g_autoptr (GError) local = NULL;
  const FramRosterRow *after;

  if (!read_edit (words, &edit, error) || fram_ctl_open (ctl, error) == NULL ||
      !read_status (ctl->desk, argv[3], &edit, error) ||
      !find_target (ctl, argv[1], argv[2], words, &target, &before, error))
    return FALSE;
  /* an older day needs a reason: here it is said where it came from */
  if (edit.reason == NULL && fram_clock_today (ctl->clock) - target.day > 7)
    edit.reason = "command line";
  roster =
      fram_desk_mark (ctl->desk, &target.activity, target.day, target.part, &before->enrolment, 1, &edit, NULL, &local);
  if (roster == NULL)
    return warn_or_fail (g_steal_pointer (&local), error);
  code = fram_ctl_activity_code (ctl, &target.activity, argv[1]);
  after = find_row (roster, argv[2], target.part);
  if (after != NULL)
    print_change (ctl, &target, code, before, after);
  return TRUE;
}

/**
 * fram_command_mark:
 *
 * `mark`: one participant's attendance on one day; prints what changed.
 */
gboolean
fram_command_mark (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_auto (MarkWords) words = { 0 };
  const GOptionEntry entries[] = {
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &words.date, N_ ("the day; else today"), N_ ("DATE") },
    { "part", 0, 0, G_OPTION_ARG_FILENAME, &words.part, N_ ("1 before noon, 2 after noon; else the whole day"),
      "0|1|2" },
    { "minutes", 0, 0, G_OPTION_ARG_FILENAME, &words.minutes, N_ ("minutes late"), N_ ("NUMBER") },
    { "hours", 0, 0, G_OPTION_ARG_FILENAME, &words.hours, N_ ("hours attended; else worked out"), N_ ("HOURS") },
    { "came", 0, 0, G_OPTION_ARG_FILENAME, &words.came, N_ ("when the person came: 09:20"), N_ ("TIME") },
    { "left", 0, 0, G_OPTION_ARG_FILENAME, &words.left, N_ ("when the person left"), N_ ("TIME") },
    { "reason", 0, 0, G_OPTION_ARG_FILENAME, &words.reason, N_ ("why; for an absence or a late correction"),
      N_ ("TEXT") },
    { "note", 0, 0, G_OPTION_ARG_FILENAME, &words.note, N_ ("a short note"), N_ ("TEXT") },
    { "task", 0, 0, G_OPTION_ARG_FILENAME, &words.task, N_ ("what was worked on"), N_ ("TEXT") },
    { NULL },
  };

  return fram_ctl_parse (ctl, argv, entries, 3, 3, error) && mark (ctl, *argv, &words, error);
}
