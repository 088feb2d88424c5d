#include "fram-desk-group-private.h"

#include "fram-schedule-store.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* A room has one group at a time, and a person too. */

static gboolean
overlap (const FramSession *a, const FramSession *b)
{
  return a->day == b->day && a->starts != FRAM_TIME_NONE && b->starts != FRAM_TIME_NONE &&
         a->starts < fram_session_get_end (b) && b->starts < fram_session_get_end (a);
}

static gboolean
takes_room (const FramSession *a, const FramSession *b)
{
  return a->place != 0 && a->place == b->place && fram_session_is_held (a) && fram_session_is_held (b) &&
         overlap (a, b);
}

static gboolean
takes_room_of_any (const GArray *sessions, const FramSession *other, const FramSession **which)
{
  for (guint i = 0; i < sessions->len; i++)
    if (takes_room (&g_array_index (sessions, FramSession, i), other))
      {
        *which = &g_array_index (sessions, FramSession, i);
        return TRUE;
      }
  return FALSE;
}

static gboolean
has_room (const GArray *sessions, gint64 place)
{
  for (guint i = 0; i < sessions->len; i++)
    if (g_array_index (sessions, FramSession, i).place == place)
      return TRUE;
  return FALSE;
}

/* Most groups are never in the rooms in question: their days need not be worked out. */
static gboolean
uses_rooms (const FramSeries *series, const GArray *sessions)
{
  for (guint i = 0; i < series->steps->len; i++)
    if (has_room (sessions, g_array_index (series->steps, FramSeriesStep, i).place))
      return TRUE;
  for (guint i = 0; i < series->changes->len; i++)
    if (has_room (sessions, g_array_index (series->changes, FramSessionChange, i).place))
      return TRUE;
  return FALSE;
}

static char *
name_of_place (FramDesk *desk, gint64 row)
{
  g_autoptr (GArray) places = fram_group_load_places (desk->db, NULL);

  for (guint i = 0; places != NULL && i < places->len; i++)
    if (g_array_index (places, FramGroupPlace, i).row == row)
      return g_strdup (g_array_index (places, FramGroupPlace, i).name);
  return g_strdup (_ ("The room"));
}

static void
say_taken (const FramGroupCase *self, const FramGroupRecord *other, const FramSession *session, GError **error)
{
  g_autofree char *place = name_of_place (self->desk, session->place);
  g_autofree char *day = fram_date_to_short_words (session->day);
  g_autofree char *time = fram_time_range_to_text (session->starts, fram_session_get_end (session));

  g_set_error (error, FRAM_ERROR, FRAM_ERROR_CONSTRAINT,
               /* Translators: a room, a date, a time as 10:00–12:00 and a group */
               _ ("%1$s is taken on %2$s, %3$s: %4$s is there. Choose another room or time."), place, day, time,
               other->name);
}

/* Where the same two shared a room that day before, it is not refused now. */
static gboolean
check_with (const FramGroupCase *self, const FramGroupRecord *other, const GArray *before, const GArray *changed,
            FramDate from, FramDate to, GError **error)
{
  g_autoptr (GArray) sessions = fram_series_expand (other->series, from, to, self->closed);

  for (guint i = 0; i < sessions->len; i++)
    {
      const FramSession *theirs = &g_array_index (sessions, FramSession, i), *ours;

      if (!takes_room_of_any (changed, theirs, &ours) || takes_room_of_any (before, theirs, &ours))
        continue;
      say_taken (self, other, theirs, error);
      return FALSE;
    }
  return TRUE;
}

static gboolean
find_span (const FramGroupCase *self, const GArray *changed, FramDate *from, FramDate *to)
{
  gboolean any = FALSE;

  for (guint i = 0; i < changed->len; i++)
    {
      const FramSession *one = &g_array_index (changed, FramSession, i);

      if (one->day < self->today || one->place == 0 || !fram_session_is_held (one))
        continue;
      *from = any ? MIN (*from, one->day) : one->day;
      *to = any ? MAX (*to, one->day) : one->day;
      any = TRUE;
    }
  return any;
}

gboolean
fram_group_check_rooms (const FramGroupCase *self, const GArray *before, const GArray *changed, GError **error)
{
  g_autoptr (GPtrArray) groups = NULL;
  FramDate from = FRAM_DATE_NONE, to = FRAM_DATE_NONE;

  if (!find_span (self, changed, &from, &to))
    return TRUE;
  groups = fram_group_load_all (self->desk->db, from, to, error);
  for (guint i = 0; groups != NULL && i < groups->len; i++)
    {
      const FramGroupRecord *other = g_ptr_array_index (groups, i);

      if (other->row != self->record->row && other->active && uses_rooms (other->series, changed) &&
          !check_with (self, other, before, changed, from, to, error))
        return FALSE;
    }
  return groups != NULL;
}

static gboolean
leads_at (const FramGroupCase *self, const FramGroupRecord *other, const GArray *leaders, gint64 staff,
          const FramSession *session)
{
  g_autoptr (GArray) sessions = fram_series_expand (other->series, session->day, session->day, self->closed);
  gboolean leads = FALSE;

  for (guint i = 0; i < leaders->len; i++)
    leads = leads || (g_array_index (leaders, FramGroupLeader, i).group == other->row &&
                      g_array_index (leaders, FramGroupLeader, i).staff == staff);
  for (guint i = 0; i < sessions->len; i++)
    {
      const FramSession *one = &g_array_index (sessions, FramSession, i);

      if (fram_session_is_held (one) && overlap (one, session) && (leads ? one->leader == 0 : one->leader == staff))
        return TRUE;
    }
  return FALSE;
}

static gboolean
leads_for_good (const FramGroupCase *self)
{
  gint64 staff = self->desk->viewer->staff, group = self->record->row;
  g_autoptr (GArray) leaders = fram_group_load_leaders (self->desk->db, self->today, self->today, NULL);
  g_autoptr (GArray) granted = fram_schedule_load_granted (self->desk->db, staff, self->today, NULL);
  gboolean leads = FALSE;

  for (guint i = 0; leaders != NULL && i < leaders->len; i++)
    leads = leads || (g_array_index (leaders, FramGroupLeader, i).group == group &&
                      g_array_index (leaders, FramGroupLeader, i).staff == staff);
  for (guint i = 0; granted != NULL && i < granted->len; i++)
    leads = leads || g_array_index (granted, gint64, i) == group;
  return leads;
}

/* Who steps in sees the names of that day; nobody who only steps in gives that to somebody else, or to the own person for
 * other days. */
gboolean
fram_group_check_naming (const FramGroupCase *self, gint64 staff, GError **error)
{
  if (staff == 0 || fram_group_may_keep (self->desk) || leads_for_good (self))
    return TRUE;
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_DENIED,
                       _ ("You step in for this group. Ask its leader or the manager to name somebody else."));
  return FALSE;
}

/* Who steps in has no other group at that time. */
gboolean
fram_group_check_substitute (const FramGroupCase *self, const FramSession *session, gint64 staff, GError **error)
{
  g_autoptr (GPtrArray) groups = fram_group_load_all (self->desk->db, session->day, session->day, error);
  g_autoptr (GArray) leaders =
      groups != NULL ? fram_group_load_leaders (self->desk->db, session->day, session->day, error) : NULL;

  for (guint i = 0; leaders != NULL && i < groups->len; i++)
    {
      const FramGroupRecord *other = g_ptr_array_index (groups, i);

      if (other->row == self->record->row || !other->active || !leads_at (self, other, leaders, staff, session))
        continue;
      g_set_error (error, FRAM_ERROR, FRAM_ERROR_CONSTRAINT,
                   /* Translators: a group */
                   _ ("That person leads %s at that time. Choose somebody else."), other->name);
      return FALSE;
    }
  return leaders != NULL;
}
