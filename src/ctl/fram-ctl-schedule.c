#include "fram-ctl-commands.h"
#include "fram-ctl-table.h"
#include "fram-desk-ics.h"
#include "fram-desk-schedule.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* `schedule`: the sessions of groups. There is no name of a participant in it, whoever asks. */

static const FramTableColumn columns[] = {
  { "date", N_ ("Date"), FRAM_TABLE_TEXT },
  { "start", N_ ("Begins"), FRAM_TABLE_TEXT },
  { "end", N_ ("Ends"), FRAM_TABLE_TEXT },
  { "group", N_ ("Group"), FRAM_TABLE_TEXT },
  { "kind", NULL, FRAM_TABLE_TEXT },
  { "place", N_ ("Place"), FRAM_TABLE_TEXT },
  { "leaders", N_ ("Leaders"), FRAM_TABLE_TEXT },
  { "members", N_ ("Members"), FRAM_TABLE_NUMBER },
  { "capacity", N_ ("Places"), FRAM_TABLE_NUMBER },
  { "status", N_ ("Status"), FRAM_TABLE_TEXT },
};

typedef struct
{
  char *week;
  char *from;
  char *to;
  char *group;
  char *place;
  char *leader;
  char *participant;
  char *ics;
  gboolean mine;
} Wanted;

static void
wanted_clear (Wanted *self)
{
  g_free (self->week);
  g_free (self->from);
  g_free (self->to);
  g_free (self->group);
  g_free (self->place);
  g_free (self->leader);
  g_free (self->participant);
  g_free (self->ics);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wanted, wanted_clear)

static const char *
status_of (const FramScheduleSession *session)
{
  switch (session->change)
    {
    case FRAM_SESSION_CANCELLED: return "cancelled";
    case FRAM_SESSION_MOVED: return "moved";
    case FRAM_SESSION_EXTRA: return "extra";
    case FRAM_SESSION_KEPT:
    default: return "held";
    }
}

static char *
status_words (const FramScheduleSession *session, FramDate today)
{
  g_autofree char *day = NULL;

  switch (session->change)
    {
    case FRAM_SESSION_CANCELLED:
      return session->reason != NULL ? g_strdup_printf ("%s: %s", C_ ("session", "cancelled"), session->reason)
                                     : g_strdup (C_ ("session", "cancelled"));
    case FRAM_SESSION_MOVED:
      if (session->planned == session->day)
        return g_strdup (C_ ("session", "moved"));
      day = fram_date_to_short_words (session->planned);
      /* TRANSLATORS: a session of a group, and the day on which it would have been */
      return g_strdup_printf (_ ("moved from %s"), day);
    case FRAM_SESSION_EXTRA: return g_strdup (C_ ("session", "extra session"));
    case FRAM_SESSION_KEPT:
    default: return g_strdup (session->day < today ? C_ ("session", "held") : C_ ("session", "planned"));
    }
}

/* Names stand with semicolons between them where a program reads them. */
static void
add_leaders (FramTable *table, const FramScheduleSession *session)
{
  g_auto (GStrv) names = g_strsplit (session->leaders, ", ", -1);
  g_autofree char *all = g_strjoinv (";", names);

  fram_table_add (table, all, session->leaders);
}

static void
add_session (FramTable *table, const FramScheduleSession *session, FramDate today)
{
  g_autofree char *status = status_words (session, today);

  fram_table_add_date (table, session->day);
  fram_table_add_time (table, session->starts);
  fram_table_add_time (table, session->ends);
  fram_table_add (table, session->code, session->name);
  fram_table_add (table, session->kind, NULL);
  fram_table_add (table, session->place, NULL);
  add_leaders (table, session);
  fram_table_add_int (table, session->members);
  if (session->capacity > 0)
    fram_table_add_int (table, session->capacity);
  else
    fram_table_add (table, NULL, NULL);
  fram_table_add (table, status_of (session), status);
}

/* One that was moved stands on the day on which it is held, and there alone. */
static void
print (FramCtl *ctl, const FramSchedule *schedule)
{
  g_autoptr (FramTable) table = fram_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < schedule->sessions->len; i++)
    {
      const FramScheduleSession *session = g_ptr_array_index (schedule->sessions, i);

      if (!session->is_away)
        add_session (table, session, schedule->today);
    }
  fram_table_print (table, ctl->format);
}

static gboolean
refuse (GError **error, const char *text)
{
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_USAGE, text);
  return FALSE;
}

static gboolean
find_days (FramCtl *ctl, const Wanted *wanted, FramDate *from, FramDate *to, GError **error)
{
  FramDate home = fram_desk_get_home_day (ctl->desk);
  FramDate monday = home - (fram_date_get_weekday (home) - 1);

  if (wanted->week != NULL && (wanted->from != NULL || wanted->to != NULL))
    return refuse (error, _ ("A week, or days? Give --week, or --from and --to."));
  if ((wanted->week != NULL && !fram_ctl_parse_week (wanted->week, home, &monday, error)) ||
      !fram_ctl_parse_date (wanted->from, monday, from, error) ||
      !fram_ctl_parse_date (wanted->to, wanted->from != NULL ? *from + 6 : monday + 6, to, error))
    return FALSE;
  return *from <= *to || refuse (error, _ ("The last day is before the first. Give them in order."));
}

static gboolean
find_who (FramCtl *ctl, const Wanted *wanted, FramScheduleOf *of, FramUuid *id, GError **error)
{
  const struct
  {
    FramScheduleOf of;
    const char *text;
  } given[] = {
    { FRAM_SCHEDULE_OF_GROUP, wanted->group },
    { FRAM_SCHEDULE_OF_PLACE, wanted->place },
    { FRAM_SCHEDULE_OF_LEADER, wanted->leader },
    { FRAM_SCHEDULE_OF_PARTICIPANT, wanted->participant },
  };
  const char *text = NULL;
  int n = wanted->mine;

  *of = wanted->mine ? FRAM_SCHEDULE_OF_MINE : FRAM_SCHEDULE_OF_ALL;
  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    if (given[i].text != NULL)
      {
        *of = given[i].of;
        text = given[i].text;
        n++;
      }
  if (n > 1)
    return refuse (error, _ ("Give only one of --group, --place, --leader, --participant and --mine."));
  return text == NULL || fram_desk_schedule_find (ctl->desk, *of, text, id, error);
}

/* A calendar file has a year back and a year ahead, so that a program that reads it again forgets nothing. */
static gboolean
save_ics (FramCtl *ctl, const Wanted *wanted, FramScheduleOf of, const FramUuid *id, GError **error)
{
  if (wanted->week != NULL || wanted->from != NULL || wanted->to != NULL)
    return refuse (error, _ ("A calendar has a year back and a year ahead. Leave out --week, --from and --to."));
  if (!fram_desk_save_ics (ctl->desk, of, id, wanted->ics, error))
    return FALSE;
  if (ctl->format == FRAM_CTL_TEXT)
    fram_ctl_print ("%s\n", wanted->ics);
  return TRUE;
}

/**
 * fram_command_schedule:
 *
 * `schedule`: the sessions of groups in a week or between two days; with --ics as a calendar for other programs.
 */
gboolean
fram_command_schedule (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_auto (Wanted) w = { 0 };
  FramScheduleOf of;
  FramUuid id = FRAM_UUID_NONE;
  FramDate from, to;
  g_autoptr (FramSchedule) schedule = NULL;
  const GOptionEntry entries[] = {
    { "week", 0, 0, G_OPTION_ARG_FILENAME, &w.week, N_ ("which week; else this one"), N_ ("WEEK") },
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &w.from, N_ ("first day, instead of a week"), N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &w.to, N_ ("last day, instead of a week"), N_ ("DATE") },
    { "group", 0, 0, G_OPTION_ARG_FILENAME, &w.group, N_ ("one group, by code or name"), N_ ("GROUP") },
    { "place", 0, 0, G_OPTION_ARG_FILENAME, &w.place, N_ ("one place, by name"), N_ ("PLACE") },
    { "leader", 0, 0, G_OPTION_ARG_FILENAME, &w.leader, N_ ("what one person leads, substitutes included"),
      N_ ("STAFF") },
    { "participant", 0, 0, G_OPTION_ARG_FILENAME, &w.participant, N_ ("the groups of one participant"),
      N_ ("PARTICIPANT") },
    { "mine", 0, 0, G_OPTION_ARG_NONE, &w.mine, N_ ("the groups that the person at the keyboard leads"), NULL },
    { "ics", 0, 0, G_OPTION_ARG_FILENAME, &w.ics,
      N_ ("write a calendar (iCalendar) instead; of a participant the own one, with workshops and talks"),
      N_ ("FILE") },
    { NULL },
  };

  if (!fram_ctl_parse (ctl, argv, entries, 0, 0, error) || fram_ctl_open (ctl, error) == NULL ||
      !find_days (ctl, &w, &from, &to, error) || !find_who (ctl, &w, &of, &id, error))
    return FALSE;
  if (w.ics != NULL)
    return save_ics (ctl, &w, of, &id, error);
  schedule = fram_desk_schedule (ctl->desk, of, &id, from, to, error);
  if (schedule != NULL)
    print (ctl, schedule);
  return schedule != NULL;
}
