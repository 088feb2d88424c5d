#include "fram-desk-schedule-private.h"

#include "fram-booking-store.h"
#include "fram-meeting.h"
#include "fram-text.h"

#include <glib/gi18n-lib.h>

/* The groups of a stretch of days: every role sees all of them (DATA.md, "shop"); whose names one may see is another
 * question, and there is none in it. */

static void
talk_free (gpointer data)
{
  FramScheduleTalk *talk = data;

  g_free (talk->kind_name);
  g_free (talk->place);
  g_free (talk->name);
  g_free (talk);
}

static void
day_free (gpointer data)
{
  g_free (((FramScheduleDay *)data)->name);
  g_free (data);
}

static FramSchedule *
schedule_new (FramDate from, FramDate to)
{
  FramSchedule *self = g_new0 (FramSchedule, 1);

  self->from = from;
  self->to = to;
  self->days = g_ptr_array_new_with_free_func (day_free);
  self->sessions = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_schedule_session_free);
  self->talks = g_ptr_array_new_with_free_func (talk_free);
  self->open = g_array_new (FALSE, FALSE, sizeof (FramOpening));
  return self;
}

void
fram_schedule_free (FramSchedule *self)
{
  g_ptr_array_unref (self->days);
  g_ptr_array_unref (self->sessions);
  g_ptr_array_unref (self->talks);
  g_array_unref (self->open);
  g_free (self);
}

/**
 * fram_schedule_find:
 * @self: a schedule
 * @group: a group
 * @day: the day by the series (FramScheduleSession.planned)
 *
 * Returns: (transfer none) (nullable): that session, and not the empty place of one that was moved
 */
const FramScheduleSession *
fram_schedule_find (const FramSchedule *self, const FramUuid *group, FramDate day)
{
  const FramScheduleSession *away = NULL;

  for (guint i = 0; i < self->sessions->len; i++)
    {
      const FramScheduleSession *session = g_ptr_array_index (self->sessions, i);

      if (session->planned != day || !fram_uuid_equal (&session->group, group))
        continue;
      if (!session->is_away)
        return session;
      away = session;
    }
  return away;
}

static void
add_days (FramSchedule *self, const GArray *closed_days)
{
  for (FramDate date = self->from; date <= self->to; date++)
    {
      FramDayInfo info = fram_day_info (date, closed_days, 0);
      FramScheduleDay *day = g_new0 (FramScheduleDay, 1);

      day->day = date;
      day->off = info.kind != FRAM_DAY_OPEN;
      day->name = info.kind != FRAM_DAY_WEEKEND ? g_strdup (info.name) : NULL;
      day->closed_from = info.closed_from;
      day->closed_to = info.closed_to;
      g_ptr_array_add (self->days, day);
    }
}

static int
by_opening (gconstpointer a, gconstpointer b)
{
  const FramOpening *x = a, *y = b;

  return x->weekday != y->weekday ? x->weekday - y->weekday : x->opens - y->opens;
}

/* When any workshop is open: hours that meet or overlap are one. */
static gboolean
add_hours (FramSchedule *self, FramDb *db, GError **error)
{
  g_autoptr (GPtrArray) workshops = fram_house_load_workshops (db, FALSE, error);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (FramOpening));

  if (workshops == NULL)
    return FALSE;
  for (guint i = 0; i < workshops->len; i++)
    {
      const FramWorkshop *workshop = g_ptr_array_index (workshops, i);

      g_array_append_vals (all, workshop->hours->data, workshop->hours->len);
    }
  g_array_sort (all, by_opening);
  for (guint i = 0; i < all->len; i++)
    {
      const FramOpening *one = &g_array_index (all, FramOpening, i);
      FramOpening *last = self->open->len > 0 ? &g_array_index (self->open, FramOpening, self->open->len - 1) : NULL;

      if (last != NULL && last->weekday == one->weekday && one->opens <= last->closes)
        last->closes = MAX (last->closes, one->closes);
      else
        g_array_append_val (self->open, *one);
    }
  return TRUE;
}

static FramScheduleTalk *
talk_of (const FramStoredBooking *booking)
{
  FramScheduleTalk *talk = g_new0 (FramScheduleTalk, 1);

  talk->booking = booking->id;
  talk->day = booking->day;
  talk->starts = booking->starts;
  talk->ends = FRAM_TIME_NONE;
  if (booking->starts != FRAM_TIME_NONE)
    talk->ends = MIN (booking->starts + (booking->minutes > 0 ? booking->minutes : 60), 24 * 60);
  talk->kind_name = g_strdup (fram_meeting_kind_get_name (booking->kind));
  talk->place = g_strdup (booking->place);
  talk->name = booking->is_protected ? fram_text_initials (booking->given_name, booking->family_name)
                                     : g_strjoin (" ", booking->given_name, booking->family_name, NULL);
  talk->participant = booking->participant_id;
  return talk;
}

/* In one's own week, and in nobody else's. */
static gboolean
add_talks (FramSchedule *self, FramDesk *desk, FramScheduleOf of, GError **error)
{
  g_autoptr (GPtrArray) bookings = NULL;

  if ((of != FRAM_SCHEDULE_OF_ALL && of != FRAM_SCHEDULE_OF_MINE) || desk->viewer->staff == 0)
    return TRUE;
  bookings = fram_booking_load_own (desk->db, desk->viewer, self->from, self->to, error);
  for (guint i = 0; bookings != NULL && i < bookings->len; i++)
    g_ptr_array_add (self->talks, talk_of (g_ptr_array_index (bookings, i)));
  return bookings != NULL;
}

/* What has no time stands first. */
static int
by_time (gconstpointer a, gconstpointer b)
{
  const FramScheduleSession *x = *(FramScheduleSession *const *)a;
  const FramScheduleSession *y = *(FramScheduleSession *const *)b;
  int order;

  if (x->day != y->day)
    return x->day < y->day ? -1 : 1;
  if (x->starts != y->starts)
    return x->starts - y->starts;
  order = g_utf8_collate (x->name, y->name);
  return order != 0 ? order : g_strcmp0 (x->code, y->code);
}

static FramSchedule *
load_schedule (FramScheduleSources *s, GError **error)
{
  g_autoptr (FramSchedule) self = schedule_new (s->from, s->to);

  self->today = s->desk->viewer->today;
  self->now = fram_clock_minute (s->desk->clock);
  if (!fram_schedule_sources_load (s, error) || !add_hours (self, s->desk->db, error) ||
      !add_talks (self, s->desk, s->of, error))
    return NULL;
  add_days (self, s->closed_days);
  for (guint i = 0; i < s->groups->len; i++)
    fram_schedule_sources_add (s, g_ptr_array_index (s->groups, i), self->sessions);
  g_ptr_array_sort (self->sessions, by_time);
  return g_steal_pointer (&self);
}

/**
 * fram_desk_schedule:
 * @self: the desk
 * @of: whose or which groups
 * @id: (nullable): of the group, place, leader or participant
 * @from: first day
 * @to: last day
 * @error: return location; %FRAM_ERROR_DENIED for a participant whose plan the person at the keyboard may not see,
 *   %FRAM_ERROR_NOT_FOUND for a group that is not there
 *
 * Returns: (transfer full) (nullable): the sessions of those days
 */
FramSchedule *
fram_desk_schedule (FramDesk *self, FramScheduleOf of, const FramUuid *id, FramDate from, FramDate to, GError **error)
{
  g_auto (FramScheduleSources) s = { .desk = self, .of = of, .from = from, .to = to };
  FramSchedule *schedule;

  FRAM_DESK_LOCKED (self);
  g_return_val_if_fail (from <= to, NULL);
  if (!fram_desk_require (self, FRAM_CLASS_SHOP, FALSE, error))
    return NULL;
  fram_db_begin_read (self->db);
  s.row = id != NULL ? fram_db_find_row (self->db, id) : 0;
  schedule = load_schedule (&s, error);
  fram_db_end_read (self->db);
  return schedule;
}

typedef struct
{
  FramScheduleOf of;
  FramUuid id;
  gboolean has_id;
  FramDate from;
  FramDate to;
} Request;

static gpointer
load_requested (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const Request *request = data;

  return fram_desk_schedule (desk, request->of, request->has_id ? &request->id : NULL, request->from, request->to,
                             error);
}

void
fram_desk_schedule_async (FramDesk *self, FramScheduleOf of, const FramUuid *id, FramDate from, FramDate to,
                          GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  Request *request = g_new0 (Request, 1);

  *request = (Request){ of, FRAM_UUID_NONE, id != NULL, from, to };
  if (id != NULL)
    request->id = *id;
  fram_desk_run_async (self, load_requested, request, g_free, (GDestroyNotify)fram_schedule_free, cancellable, callback,
                       user_data);
}

/**
 * fram_desk_schedule_finish:
 * @self: the desk
 * @result: of fram_desk_schedule_async()
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the schedule
 */
FramSchedule *
fram_desk_schedule_finish (FramDesk *self, GAsyncResult *result, GError **error)
{
  return fram_desk_run_finish (self, result, error);
}
