#include "fram-ctl-commands.h"
#include "fram-ctl-table.h"
#include "fram-desk-absence.h"

#include <glib/gi18n-lib.h>

/* how far the list looks back and ahead */
#define DAYS_BACK  30
#define DAYS_AHEAD 366

static const FramTableColumn columns[] = {
  { "case", NULL, FRAM_TABLE_TEXT },
  { "id", N_ ("Id"), FRAM_TABLE_TEXT },
  { "from", N_ ("From"), FRAM_TABLE_TEXT },
  { "to", N_ ("To"), FRAM_TABLE_TEXT },
  { "begins", N_ ("Begins"), FRAM_TABLE_TEXT },
  { "ends", N_ ("Ends"), FRAM_TABLE_TEXT },
  { "status", N_ ("Attendance"), FRAM_TABLE_TEXT },
  { "told_by", NULL, FRAM_TABLE_TEXT },
};

typedef struct
{
  char *from;
  char *to;
  char *begins;
  char *ends;
  char *status;
  char *told_by;
  char *remove;
} AbsenceWords;

static void
absence_words_clear (AbsenceWords *self)
{
  g_free (self->from);
  g_free (self->to);
  g_free (self->begins);
  g_free (self->ends);
  g_free (self->status);
  g_free (self->told_by);
  g_free (self->remove);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AbsenceWords, absence_words_clear)

static void
add_row (FramTable *table, FramDesk *desk, const char *who, const FramAbsence *absence)
{
  const FramStatus *status = fram_desk_find_status (desk, absence->status);
  char id[FRAM_UUID_TEXT_SIZE];

  fram_table_add (table, who, NULL);
  fram_table_add (table, fram_uuid_format (&absence->id, id), NULL);
  fram_table_add_date (table, absence->from);
  fram_table_add_date (table, absence->to);
  fram_table_add_time (table, absence->from_time);
  fram_table_add_time (table, absence->to_time);
  fram_table_add (table, absence->status, status != NULL ? fram_status_get_name (status) : NULL);
  fram_table_add (table, absence->told_by, NULL);
}

static gboolean
list (FramCtl *ctl, const char *who, const FramUuid *enrolment, GError **error)
{
  g_autoptr (FramTable) table = fram_table_new (columns, G_N_ELEMENTS (columns));
  FramDate home = fram_desk_get_home_day (ctl->desk);
  g_autoptr (GPtrArray) absences =
      fram_desk_absences (ctl->desk, enrolment, home - DAYS_BACK, home + DAYS_AHEAD, error);

  if (absences == NULL)
    return FALSE;
  for (guint i = 0; i < absences->len; i++)
    add_row (table, ctl->desk, who, g_ptr_array_index (absences, i));
  if (ctl->format == FRAM_CTL_TEXT && absences->len == 0)
    fram_ctl_print ("%s\n", _ ("No absence is told beforehand."));
  else
    fram_table_print (table, ctl->format);
  return TRUE;
}

/* What a person reads is the sentence; a program gets the list as it is now. */
static gboolean
print_done (FramCtl *ctl, const char *who, const FramUuid *enrolment, const char *what, GError **error)
{
  if (ctl->format != FRAM_CTL_TEXT)
    return list (ctl, who, enrolment, error);
  fram_ctl_print ("%s\n", what);
  return TRUE;
}

static gboolean
add (FramCtl *ctl, const char *who, const FramUuid *enrolment, const AbsenceWords *words, GError **error)
{
  g_autofree char *what = NULL;
  FramAbsence absence = { .enrolment = *enrolment,
                          .status = words->status != NULL ? words->status : (char *)"absent_notified",
                          .told_by = words->told_by };

  if (!fram_ctl_parse_date (words->from, fram_desk_get_home_day (ctl->desk), &absence.from, error) ||
      !fram_ctl_parse_date (words->to, absence.from, &absence.to, error) ||
      !fram_ctl_parse_time (words->begins, &absence.from_time, error) ||
      !fram_ctl_parse_time (words->ends, &absence.to_time, error) ||
      !fram_desk_save_absence (ctl->desk, &absence, &what, error))
    return FALSE;
  return print_done (ctl, who, enrolment, what, error);
}

/* Only one of that person: a slip of the keys takes nothing from somebody else. */
static gboolean
is_one_of (FramCtl *ctl, const FramUuid *enrolment, const FramUuid *id, const char *text, GError **error)
{
  FramDate home = fram_desk_get_home_day (ctl->desk);
  g_autoptr (GPtrArray) absences =
      fram_desk_absences (ctl->desk, enrolment, home - 20 * DAYS_AHEAD, home + 20 * DAYS_AHEAD, error);

  if (absences == NULL)
    return FALSE;
  for (guint i = 0; i < absences->len; i++)
    if (fram_uuid_equal (&((const FramAbsence *)g_ptr_array_index (absences, i))->id, id))
      return TRUE;
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND,
               _ ("There is no planned absence “%s” of that person; the command without options lists them."), text);
  return FALSE;
}

static gboolean
take_away (FramCtl *ctl, const char *who, const FramUuid *enrolment, const char *text, GError **error)
{
  g_autofree char *what = NULL;
  FramUuid id = FRAM_UUID_NONE;

  fram_uuid_parse (text, &id);
  return is_one_of (ctl, enrolment, &id, text, error) && fram_desk_remove_absence (ctl->desk, &id, &what, error) &&
         print_done (ctl, who, enrolment, what, error);
}

static gboolean
check_words (const AbsenceWords *words, GError **error)
{
  gboolean adds = words->from != NULL || words->to != NULL || words->begins != NULL || words->ends != NULL ||
                  words->status != NULL || words->told_by != NULL;

  if (words->remove == NULL || !adds)
    return TRUE;
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_USAGE, _ ("Add or remove? Give --remove alone."));
  return FALSE;
}

/**
 * fram_command_absence:
 *
 * `absence`: writes down what was told beforehand, takes it away, or lists it.
 */
gboolean
fram_command_absence (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_auto (AbsenceWords) words = { 0 };
  FramUuid enrolment;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &words.from, N_ ("first day"), N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &words.to, N_ ("last day; else the first"), N_ ("DATE") },
    { "begins", 0, 0, G_OPTION_ARG_FILENAME, &words.begins, N_ ("of a part of the day: when it begins"), N_ ("TIME") },
    { "ends", 0, 0, G_OPTION_ARG_FILENAME, &words.ends, N_ ("of a part of the day: when it ends"), N_ ("TIME") },
    { "status", 0, 0, G_OPTION_ARG_FILENAME, &words.status,
      N_ ("“leave”, “sick”, “other_appointment” or “absent_notified”, which it is where none is given"),
      N_ ("STATUS") },
    { "told-by", 0, 0, G_OPTION_ARG_FILENAME, &words.told_by,
      N_ ("who told it: “participant”, “case_worker” or “other”"), N_ ("WHO") },
    { "remove", 0, 0, G_OPTION_ARG_FILENAME, &words.remove, N_ ("take one away"), N_ ("ID") },
    { NULL },
  };

  if (!fram_ctl_parse (ctl, argv, entries, 1, 1, error) || !check_words (&words, error) ||
      fram_ctl_open (ctl, error) == NULL || !fram_desk_find_enrolment (ctl->desk, (*argv)[1], &enrolment, error))
    return FALSE;
  if (words.remove != NULL)
    return take_away (ctl, (*argv)[1], &enrolment, words.remove, error);
  if (words.from == NULL && words.to == NULL)
    return list (ctl, (*argv)[1], &enrolment, error);
  return add (ctl, (*argv)[1], &enrolment, &words, error);
}

/**
 * fram_command_away:
 *
 * `away`: excuses all of a person's activities of a day.
 */
gboolean
fram_command_away (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_autofree char *date = NULL, *reason = NULL, *what = NULL;
  FramDate day = FRAM_DATE_NONE;
  FramUuid enrolment;
  const GOptionEntry entries[] = {
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &date, N_ ("the day; else today"), N_ ("DATE") },
    { "reason", 0, 0, G_OPTION_ARG_FILENAME, &reason, N_ ("why"), N_ ("TEXT") },
    { NULL },
  };

  if (!fram_ctl_parse (ctl, argv, entries, 2, 2, error) || fram_ctl_open (ctl, error) == NULL ||
      !fram_ctl_parse_date (date, fram_desk_get_home_day (ctl->desk), &day, error) ||
      !fram_desk_find_enrolment (ctl->desk, (*argv)[1], &enrolment, error) ||
      !fram_desk_away_day (ctl->desk, &enrolment, day, (*argv)[2],
                           reason == NULL && fram_desk_needs_reason (ctl->desk, day) ? "command line" : reason, &what,
                           error))
    return FALSE;
  fram_ctl_print ("%s\n", what);
  return TRUE;
}
