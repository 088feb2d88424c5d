#include "fram-desk-booking-private.h"
#include "fram-desk-today-private.h"

#include "fram-people-store.h"
#include "fram-rights.h"
#include "fram-words.h"

#include <string.h>

/* The groups of the day, for those who lead them: who comes, where, and with whom it is led. */

/* So far ahead the next session is looked for, and whom a talk can be booked with. */
#define DAYS_AHEAD 14

void
fram_today_member_free (gpointer data)
{
  FramTodayMember *self = data;

  g_free (self->case_no);
  g_free (self->name);
  g_free (self->away_text);
  g_free (self);
}

void
fram_today_group_free (gpointer data)
{
  FramTodayGroup *self = data;

  g_free (self->name);
  g_free (self->place);
  g_free (self->with);
  g_free (self->reason);
  g_free (self->next_line);
  g_clear_pointer (&self->members, g_ptr_array_unref);
  g_free (self);
}

/* A peer mentor opens nobody's page, but of a workshop that the mentor runs. */
gboolean
fram_desk_today_may_open (FramDesk *self, const FramUuid *participant)
{
  g_autoptr (FramViewer) openers = fram_rights_beside_mentor (self->viewer);
  gint64 row = fram_db_find_row (self->db, participant);

  return row != 0 && fram_people_may (self->db, openers, FRAM_CLASS_BASIC, row);
}

/* The leaders without oneself. */
static char *
others_of (const FramScheduleSession *session, const char *me)
{
  g_auto (GStrv) names = g_strsplit (session->leaders != NULL ? session->leaders : "", ", ", -1);
  g_autoptr (GPtrArray) others = g_ptr_array_new ();

  for (guint i = 0; names[i] != NULL; i++)
    if (names[i][0] != '\0' && g_strcmp0 (names[i], me) != 0)
      g_ptr_array_add (others, names[i]);
  if (others->len == 0)
    return NULL;
  g_ptr_array_add (others, NULL);
  return g_strjoinv (", ", (char **)others->pdata);
}

static FramTodayGroup *
group_of (FramDesk *self, const FramScheduleSession *session)
{
  FramTodayGroup *group = g_new0 (FramTodayGroup, 1);

  group->group = session->group;
  group->name = g_strdup (session->name);
  group->day = session->day;
  group->planned = session->planned;
  group->starts = session->starts;
  group->ends = session->ends;
  group->place = g_strdup (session->place);
  group->with = others_of (session, self->viewer->name);
  group->held = session->held;
  group->to_day = session->is_away ? session->to_day : FRAM_DATE_NONE;
  group->returns = session->returns;
  group->change = session->change;
  group->reason = g_strdup (session->reason);
  group->steps_in = session->substitute != NULL && g_strcmp0 (session->substitute, self->viewer->name) == 0;
  group->next_line = g_strdup (session->next_line);
  group->number = session->number;
  group->of = session->of;
  group->may_mark = session->may_mark;
  group->members = g_ptr_array_new_with_free_func (fram_today_member_free);
  return group;
}

static FramTodayMember *
member_of (FramDesk *self, const FramRosterRow *row, gboolean others_know)
{
  FramTodayMember *member = g_new0 (FramTodayMember, 1);

  member->enrolment = row->enrolment;
  member->participant = row->participant;
  member->case_no = g_strdup (row->case_no);
  member->name = g_strdup (row->name);
  member->is_new = others_know && row->n_last < 2;
  member->status = row->status;
  member->away = row->planned_status;
  if (row->away_from != FRAM_TIME_NONE && row->away_to != FRAM_TIME_NONE)
    member->away_text = fram_time_range_to_text (row->away_from, row->away_to);
  member->may_open = row->kind != FRAM_ROSTER_BARE && fram_desk_today_may_open (self, &row->participant);
  return member;
}

static gboolean
is_expected (const FramRosterRow *row)
{
  return row->part < 2 && row->kind != FRAM_ROSTER_UNPLANNED;
}

/* Somebody whom one may book a talk with, once. */
static void
add_person (FramDesk *self, FramToday *today, const FramRosterRow *row)
{
  gint64 participant = fram_db_find_row (self->db, &row->participant);

  if (row->kind == FRAM_ROSTER_BARE || fram_desk_books (self, participant) == FRAM_BOOKS_NOTHING)
    return;
  for (guint i = 0; i < today->people->len; i++)
    if (fram_uuid_equal (&((const FramTodayMember *)g_ptr_array_index (today->people, i))->enrolment, &row->enrolment))
      return;
  g_ptr_array_add (today->people, member_of (self, row, FALSE));
}

static void
add_member (FramDesk *self, FramTodayGroup *group, const FramRosterRow *row)
{
  FramTodayMember *member = member_of (self, row, group->number > 2);

  if (row->kind != FRAM_ROSTER_BARE)
    {
      group->expected++;
      group->marked += row->status != NULL;
      group->present += row->status != NULL && row->status->counts == FRAM_COUNTS_PRESENT;
      group->to_mark += row->status == NULL && (row->planned_status == NULL || member->away_text != NULL);
    }
  g_ptr_array_add (group->members, member);
}

static gboolean
add_members (FramDesk *self, FramToday *today, FramTodayGroup *group, const FramScheduleSession *session,
             GError **error)
{
  g_autoptr (FramRoster) roster = fram_desk_roster (self, &session->group, session->day, error);

  if (roster == NULL)
    return FALSE;
  group->may_mark = group->may_mark && roster->may_mark;
  for (guint i = 0; i < roster->rows->len; i++)
    {
      const FramRosterRow *row = g_ptr_array_index (roster->rows, i);

      if (is_expected (row))
        add_member (self, group, row);
      add_person (self, today, row);
    }
  return TRUE;
}

static gboolean
add_session (FramDesk *self, FramToday *today, const FramScheduleSession *session, GError **error)
{
  FramTodayGroup *group = group_of (self, session);

  g_ptr_array_add (today->groups, group);
  return !session->held || !session->sees_names || add_members (self, today, group, session, error);
}

/* Of groups that do not meet today: whom a talk can be booked with. */
static gboolean
add_people (FramDesk *self, FramToday *today, const FramScheduleSession *session, GError **error)
{
  g_autoptr (FramRoster) roster = fram_desk_roster (self, &session->group, session->day, error);

  for (guint i = 0; roster != NULL && i < roster->rows->len; i++)
    add_person (self, today, g_ptr_array_index (roster->rows, i));
  return roster != NULL;
}

static gboolean
is_first_of_group (const FramSchedule *schedule, guint n)
{
  const FramScheduleSession *session = g_ptr_array_index (schedule->sessions, n);

  for (guint i = 0; i < n; i++)
    {
      const FramScheduleSession *other = g_ptr_array_index (schedule->sessions, i);

      if (other->held && fram_uuid_equal (&other->group, &session->group))
        return FALSE;
    }
  return TRUE;
}

static int
by_name (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate ((*(FramTodayMember *const *)a)->name, (*(FramTodayMember *const *)b)->name);
}

static gboolean
add_ahead (FramDesk *self, FramToday *today, const FramSchedule *schedule, guint n, gboolean *any, GError **error)
{
  const FramScheduleSession *session = g_ptr_array_index (schedule->sessions, n);

  if (!session->held || !session->sees_names || !is_first_of_group (schedule, n))
    return TRUE;
  if (!*any)
    g_ptr_array_add (today->groups, group_of (self, session));
  *any = TRUE;
  return add_people (self, today, session, error);
}

/* Whoever leads nothing is not asked anything more of the register than the names of groups. */
gboolean
fram_desk_today_add_groups (FramDesk *self, FramToday *today, GError **error)
{
  g_autoptr (FramSchedule) schedule = NULL;
  gboolean any = FALSE;

  if (self->viewer->is_system || self->viewer->led == NULL ||
      (self->viewer->led->len == 0 && !fram_viewer_has_role (self->viewer, FRAM_ROLE_PEER_MENTOR)))
    return TRUE;
  schedule = fram_desk_schedule (self, FRAM_SCHEDULE_OF_MINE, NULL, today->day, today->day + DAYS_AHEAD, error);
  for (guint i = 0; schedule != NULL && i < schedule->sessions->len; i++)
    {
      const FramScheduleSession *session = g_ptr_array_index (schedule->sessions, i);

      any = any || (session->held && session->day == today->day);
      if (session->day == today->day ? !add_session (self, today, session, error)
                                     : !add_ahead (self, today, schedule, i, &any, error))
        return FALSE;
    }
  g_ptr_array_sort (today->people, by_name);
  return schedule != NULL;
}
