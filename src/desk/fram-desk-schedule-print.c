#include "fram-desk-schedule-print.h"

#include "fram-desk-group.h"
#include "fram-desk-private.h"
#include "fram-desk-schedule-picture.h"
#include "fram-invitation.h"
#include "fram-print-draw.h"
#include "fram-week-paper.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* The schedule on paper: the week for the wall, a list for signatures, an invitation. */

/* The next session is looked for so many days ahead. */
#define AHEAD 120

/* Whether the language that is printed in is read from right to left. */
static gboolean
is_rtl (void)
{
  GUnicodeScript script = g_unichar_get_script (g_utf8_get_char (fram_weekday_name (1)));

  return script == G_UNICODE_SCRIPT_ARABIC || script == G_UNICODE_SCRIPT_HEBREW;
}

/* --- the wall --- */

static FramPaper *
wall_of (FramDesk *self, FramSchedule *schedule)
{
  g_autofree char *site = NULL, *week = fram_week_format (schedule->from), *log = g_strdup_printf ("wall %s", week);
  FramSchedulePicture *picture = fram_desk_schedule_picture (schedule, TRUE);
  guint n_days = picture->heads->len;
  FramWeekPaperHead head = { 0 };
  FramPaper *paper;

  FRAM_DESK_LOCKED (self);
  site = fram_desk_get_site_name (self);
  /* Translators: heading of the week that hangs on the wall */
  head.title = _ ("Groups of the week");
  head.site = site;
  head.from = schedule->from;
  head.to = n_days > 0 ? g_array_index (picture->heads, FramScheduleHead, n_days - 1).day : schedule->to;
  /* Translators: at the bottom of the week on the wall, in plain words */
  head.footer = _ ("Would you like to join a group? Talk to your case worker.");
  head.log_text = log;
  head.printed_at = fram_clock_now (self->clock);
  head.rtl = is_rtl ();
  paper = fram_wall_week_paper_new (picture, &head);
  g_ptr_array_set_size (schedule->talks, 0); /* whom one talks to is nobody else's business */
  fram_wall_week_paper_set_picture (paper, fram_desk_schedule_picture (schedule, FALSE));
  return paper;
}

/**
 * fram_desk_schedule_wall:
 * @self: the desk
 * @day: any day of the week
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the groups of the week on one page
 */
FramPaper *
fram_desk_schedule_wall (FramDesk *self, FramDate day, GError **error)
{
  FramDate monday = fram_date_monday (day);
  g_autoptr (FramSchedule) schedule = fram_desk_schedule (self, FRAM_SCHEDULE_OF_ALL, NULL, monday, monday + 6, error);

  return schedule != NULL ? wall_of (self, schedule) : NULL;
}

/* --- members --- */

/**
 * fram_desk_schedule_members:
 * @self: the desk
 * @group: a group
 * @day: the day of a session
 * @error: return location; %FRAM_ERROR_DENIED, %FRAM_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable): the list for signatures
 */
FramPaper *
fram_desk_schedule_members (FramDesk *self, const FramUuid *group, FramDate day, GError **error)
{
  g_autoptr (FramRosterSheet) sheet = fram_desk_roster_sheet (self, group, FRAM_PRINT_SIGNATURES_DAY, day, error);

  return sheet != NULL ? fram_roster_sheet_get_paper (sheet) : NULL;
}

/* --- invitations --- */

static const FramScheduleSession *
find_session (const FramSchedule *schedule, FramDate day, GError **error)
{
  for (guint i = 0; i < schedule->sessions->len; i++)
    {
      const FramScheduleSession *session = g_ptr_array_index (schedule->sessions, i);

      if (session->held && (day == FRAM_DATE_NONE || session->day == day))
        return session;
    }
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND,
                       day == FRAM_DATE_NONE
                           ? _ ("The group has no more sessions to invite anybody to.")
                           : _ ("The group does not meet on that day. Choose a day on which it does."));
  return NULL;
}

/* The telephone of the first of those who lead the group that day. */
static char *
phone_of (FramDesk *self, const FramGroup *group, FramDate day)
{
  g_autoptr (GPtrArray) staff = fram_desk_group_staff (self, NULL);

  for (guint i = 0; staff != NULL && i < group->leaders->len; i++)
    {
      const FramGroupLeading *leading = g_ptr_array_index (group->leaders, i);

      if ((leading->from != FRAM_DATE_NONE && leading->from > day) ||
          (leading->to != FRAM_DATE_NONE && leading->to < day))
        continue;
      for (guint n = 0; n < staff->len; n++)
        {
          const FramStaff *person = g_ptr_array_index (staff, n);

          if (fram_uuid_equal (&person->id, &leading->staff) && person->phone != NULL)
            return g_strdup (person->phone);
        }
    }
  return NULL;
}

/* The name as the person at the keyboard may see it, of who is in the group or waits for a place. */
static gboolean
find_name (FramDesk *self, const FramInvitationWish *wish, FramDate day, char **name, GError **error)
{
  g_autoptr (GPtrArray) members = NULL;

  if (fram_uuid_is_none (&wish->participant))
    return TRUE;
  members = fram_desk_group_members (self, &wish->group, day, error);
  for (guint i = 0; members != NULL && i < members->len; i++)
    {
      const FramGroupMember *member = g_ptr_array_index (members, i);

      if (!fram_uuid_equal (&member->participant, &wish->participant))
        continue;
      *name = g_strdup (member->name);
      return TRUE;
    }
  if (members != NULL)
    g_set_error_literal (
        error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND,
        _ ("The person is not in the group. Give a place in it first, or print a slip without a name."));
  return FALSE;
}

static FramPaper *
make (FramDesk *self, const FramInvitationWish *wish, const FramGroup *group, const FramScheduleSession *session,
      const char *name)
{
  char day[FRAM_DATE_TEXT_SIZE];
  g_autofree char *house = NULL, *phone = phone_of (self, group, session->day);
  g_autofree char *log = g_strdup_printf ("invitation %s %s", group->code, fram_date_format (session->day, day));
  FramInvitation invitation = { 0 };

  FRAM_DESK_LOCKED (self);
  house = fram_desk_get_site_name (self);
  invitation.group = group->shown_name;
  invitation.name = name;
  invitation.participant = name != NULL ? &wish->participant : NULL;
  invitation.day = session->day;
  invitation.starts = session->starts;
  invitation.ends = session->ends;
  invitation.place = session->place;
  invitation.house = house;
  invitation.meets = group->meets != NULL ? group->meets : session->leaders;
  invitation.bring = wish->bring;
  invitation.phone = phone;
  invitation.log_text = log;
  invitation.printed_at = fram_clock_now (self->clock);
  invitation.rtl = is_rtl ();
  return fram_invitation_paper_new (&invitation);
}

/**
 * fram_desk_schedule_invitation:
 * @self: the desk
 * @wish: what it is to say
 * @error: return location; %FRAM_ERROR_NOT_FOUND, %FRAM_ERROR_DENIED
 *
 * Returns: (transfer full) (nullable): the slips
 */
FramPaper *
fram_desk_schedule_invitation (FramDesk *self, const FramInvitationWish *wish, GError **error)
{
  FramDate from = wish->day != FRAM_DATE_NONE ? wish->day : fram_desk_get_home_day (self);
  g_autoptr (FramGroup) group = fram_desk_group (self, &wish->group, error);
  g_autoptr (FramSchedule) schedule = NULL;
  const FramScheduleSession *session;
  g_autofree char *name = NULL;

  if (group == NULL)
    return NULL;
  schedule = fram_desk_schedule (self, FRAM_SCHEDULE_OF_GROUP, &wish->group, from, from + AHEAD, error);
  session = schedule != NULL ? find_session (schedule, wish->day, error) : NULL;
  if (session == NULL || !find_name (self, wish, session->day, &name, error))
    return NULL;
  return make (self, wish, group, session, name);
}
