#include "fram-ctl-commands.h"
#include "fram-ctl-group-private.h"
#include "fram-desk-schedule.h"

#include <glib/gi18n-lib.h>

/* `group move`, `cancel`, `restore`, `extra`, `substitute`, `remark`: one session of a group, or those that follow. */

/* So far from its day in the plan a session that is moved is looked for. */
#define AROUND 62

static gboolean
parse_scope (const char *text, FramGroupScope *scope, GError **error)
{
  static const char *const names[] = { "this", "following", "all" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (text, names[i]) == 0)
      {
        *scope = (FramGroupScope)i;
        return TRUE;
      }
  if (text == NULL)
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_USAGE,
                         _ ("Which sessions? Add --scope=this, --scope=following or --scope=all."));
  else
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_USAGE, _ ("“%s” is no scope; choose this, following or all."), text);
  return FALSE;
}

typedef struct
{
  char *scope;
  char *to;
  char *starts;
  char *minutes;
  char *place;
  char *substitute;
  char *reason;
} Words;

static void
words_clear (Words *self)
{
  g_free (self->scope);
  g_free (self->to);
  g_free (self->starts);
  g_free (self->minutes);
  g_free (self->place);
  g_free (self->substitute);
  g_free (self->reason);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

/* As the session is now, so that what is not said stays. */
static gboolean
load_edit (FramCtl *ctl, const FramUuid *group, FramDate planned, FramSessionEdit *edit, GError **error)
{
  g_autoptr (FramSchedule) schedule =
      fram_desk_schedule (ctl->desk, FRAM_SCHEDULE_OF_GROUP, group, planned - AROUND, planned + AROUND, error);

  *edit = (FramSessionEdit){ .day = FRAM_DATE_NONE, .starts = FRAM_TIME_NONE, .minutes = -1 };
  for (guint i = 0; schedule != NULL && i < schedule->sessions->len; i++)
    {
      const FramScheduleSession *session = g_ptr_array_index (schedule->sessions, i);

      if (session->planned != planned || session->is_away)
        continue;
      edit->day = session->day;
      edit->starts = session->starts;
      edit->minutes = session->starts != FRAM_TIME_NONE ? session->ends - session->starts : -1;
      edit->place = session->place_id;
      if (session->substitute != NULL && !fram_ctl_find_staff (ctl, session->substitute, &edit->substitute, NULL, NULL))
        edit->substitute = FRAM_UUID_NONE;
    }
  return schedule != NULL;
}

static gboolean
lay_over (FramCtl *ctl, const Words *words, FramSessionEdit *edit, GError **error)
{
  gint64 minutes = edit->minutes;
  int starts;

  if (!fram_ctl_parse_date (words->to, edit->day, &edit->day, error) ||
      !fram_ctl_parse_time (words->starts, &starts, error) ||
      !fram_ctl_parse_count (words->minutes, 1, 1440, &minutes, error) ||
      (words->substitute != NULL && !fram_ctl_find_staff (ctl, words->substitute, &edit->substitute, NULL, error)))
    return FALSE;
  edit->starts = words->starts != NULL ? starts : edit->starts;
  edit->minutes = (int)minutes;
  edit->reason = words->reason;
  return words->place == NULL || fram_desk_find_or_add_place (ctl->desk, words->place, &edit->place, error);
}

static gboolean
parse_session (FramCtl *ctl, GStrv *argv, const GOptionEntry *entries, Words *words, gboolean scoped, FramDate *day,
               FramGroupScope *scope, GError **error)
{
  *scope = FRAM_GROUP_THIS;
  return fram_ctl_parse (ctl, argv, entries, 2, 2, error) && (!scoped || parse_scope (words->scope, scope, error)) &&
         fram_ctl_parse_date ((*argv)[2], FRAM_DATE_NONE, day, error) && fram_ctl_open (ctl, error) != NULL;
}

/**
 * fram_command_group_move:
 *
 * `group move`: another day, time or place, for one session, for those that follow, or for all.
 */
gboolean
fram_command_group_move (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_auto (Words) words = { 0 };
  g_autoptr (FramGroup) group = NULL;
  g_autofree char *what = NULL;
  FramSessionEdit edit;
  FramGroupScope scope;
  FramDate day;
  const GOptionEntry entries[] = {
    { "scope", 0, 0, G_OPTION_ARG_FILENAME, &words.scope, N_ ("for which sessions"), "this|following|all" },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &words.to, N_ ("the other day; its weekday where it is for more than one"),
      N_ ("DATE") },
    { "starts", 0, 0, G_OPTION_ARG_FILENAME, &words.starts, N_ ("when it begins: 10:00"), N_ ("TIME") },
    { "minutes", 0, 0, G_OPTION_ARG_FILENAME, &words.minutes, N_ ("how long it is"), N_ ("NUMBER") },
    { "place", 0, 0, G_OPTION_ARG_FILENAME, &words.place, N_ ("the room; a new name makes one"), N_ ("PLACE") },
    { "reason", 0, 0, G_OPTION_ARG_FILENAME, &words.reason, N_ ("why, for all to read; never about a person"),
      N_ ("TEXT") },
    { NULL },
  };

  if (!parse_session (ctl, argv, entries, &words, TRUE, &day, &scope, error) ||
      (group = fram_ctl_find_group (ctl, (*argv)[1], error)) == NULL ||
      !load_edit (ctl, &group->id, day, &edit, error) || !lay_over (ctl, &words, &edit, error))
    return FALSE;
  return fram_desk_change_session (ctl->desk, &group->id, day, scope, &edit, &what, error) && fram_ctl_say_done (what);
}

/**
 * fram_command_group_cancel:
 *
 * `group cancel`: one session, those that follow, or all that have never been held.
 */
gboolean
fram_command_group_cancel (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_auto (Words) words = { 0 };
  g_autoptr (FramGroup) group = NULL;
  g_autofree char *what = NULL;
  FramGroupScope scope;
  FramDate day;
  const GOptionEntry entries[] = {
    { "scope", 0, 0, G_OPTION_ARG_FILENAME, &words.scope, N_ ("for which sessions"), "this|following|all" },
    { "reason", 0, 0, G_OPTION_ARG_FILENAME, &words.reason, N_ ("why, for all to read; never about a person"),
      N_ ("TEXT") },
    { NULL },
  };

  if (!parse_session (ctl, argv, entries, &words, TRUE, &day, &scope, error))
    return FALSE;
  group = fram_ctl_find_group (ctl, (*argv)[1], error);
  return group != NULL && fram_desk_cancel_session (ctl->desk, &group->id, day, scope, words.reason, &what, error) &&
         fram_ctl_say_done (what);
}

/**
 * fram_command_group_restore:
 *
 * `group restore`: a session is as it was planned.
 */
gboolean
fram_command_group_restore (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_auto (Words) words = { 0 };
  g_autoptr (FramGroup) group = NULL;
  g_autofree char *what = NULL;
  FramGroupScope scope;
  FramDate day;

  if (!parse_session (ctl, argv, NULL, &words, FALSE, &day, &scope, error))
    return FALSE;
  group = fram_ctl_find_group (ctl, (*argv)[1], error);
  return group != NULL && fram_desk_restore_session (ctl->desk, &group->id, day, &what, error) &&
         fram_ctl_say_done (what);
}

/**
 * fram_command_group_extra:
 *
 * `group extra`: a session beside those of the series.
 */
gboolean
fram_command_group_extra (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_auto (Words) words = { 0 };
  g_autoptr (FramGroup) group = NULL;
  g_autofree char *what = NULL;
  FramSessionEdit edit = { .starts = FRAM_TIME_NONE, .minutes = -1 };
  FramGroupScope scope;
  const GOptionEntry entries[] = {
    { "starts", 0, 0, G_OPTION_ARG_FILENAME, &words.starts, N_ ("when it begins: 10:00"), N_ ("TIME") },
    { "minutes", 0, 0, G_OPTION_ARG_FILENAME, &words.minutes, N_ ("how long it is"), N_ ("NUMBER") },
    { "place", 0, 0, G_OPTION_ARG_FILENAME, &words.place, N_ ("the room; a new name makes one"), N_ ("PLACE") },
    { "leader", 0, 0, G_OPTION_ARG_FILENAME, &words.substitute, N_ ("who leads it, if not who leads the group"),
      N_ ("STAFF") },
    { "reason", 0, 0, G_OPTION_ARG_FILENAME, &words.reason, N_ ("why, for all to read; never about a person"),
      N_ ("TEXT") },
    { NULL },
  };

  if (!parse_session (ctl, argv, entries, &words, FALSE, &edit.day, &scope, error) ||
      (group = fram_ctl_find_group (ctl, (*argv)[1], error)) == NULL || !lay_over (ctl, &words, &edit, error))
    return FALSE;
  return fram_desk_add_session (ctl->desk, &group->id, &edit, &what, error) && fram_ctl_say_done (what);
}

/**
 * fram_command_group_substitute:
 *
 * `group substitute`: who steps in for one session.
 */
gboolean
fram_command_group_substitute (FramCtl *ctl, GStrv *argv, GError **error)
{
  gboolean nobody = FALSE;
  g_autoptr (FramGroup) group = NULL;
  g_autofree char *what = NULL;
  FramUuid staff = FRAM_UUID_NONE;
  FramDate day;
  const GOptionEntry entries[] = {
    { "nobody", 0, 0, G_OPTION_ARG_NONE, &nobody, N_ ("nobody steps in any more"), NULL },
    { NULL },
  };

  if (!fram_ctl_parse (ctl, argv, entries, 2, 3, error) ||
      !fram_ctl_parse_date ((*argv)[2], FRAM_DATE_NONE, &day, error))
    return FALSE;
  if (nobody == ((*argv)[3] != NULL))
    {
      g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_USAGE, _ ("Who steps in? Write a name, or --nobody."));
      return FALSE;
    }
  if (fram_ctl_open (ctl, error) == NULL || (group = fram_ctl_find_group (ctl, (*argv)[1], error)) == NULL ||
      (!nobody && !fram_ctl_find_staff (ctl, (*argv)[3], &staff, NULL, error)))
    return FALSE;
  return fram_desk_set_substitute (ctl->desk, &group->id, day, nobody ? NULL : &staff, &what, error) &&
         fram_ctl_say_done (what);
}

/**
 * fram_command_group_remark:
 *
 * `group remark`: a remark about a session, never about a person.
 */
gboolean
fram_command_group_remark (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_autoptr (FramGroup) group = NULL;
  g_autofree char *what = NULL;
  FramDate day;

  if (!fram_ctl_parse (ctl, argv, NULL, 3, 3, error) ||
      !fram_ctl_parse_date ((*argv)[2], FRAM_DATE_NONE, &day, error) || fram_ctl_open (ctl, error) == NULL)
    return FALSE;
  group = fram_ctl_find_group (ctl, (*argv)[1], error);
  return group != NULL && fram_desk_set_session_remark (ctl->desk, &group->id, day, (*argv)[3], &what, error) &&
         fram_ctl_say_done (what);
}
