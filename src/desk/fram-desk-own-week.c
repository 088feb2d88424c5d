#include "fram-desk-own-week.h"

#include "fram-desk-own-private.h"
#include "fram-schedule-draw.h"
#include "fram-session.h"

#include <glib/gi18n-lib.h>

/* Somebody's own week: hours in workshops, groups, bookings, leaves. */

static void
thing_free (gpointer data)
{
  FramOwnThing *self = data;

  g_free (self->title);
  g_free (self->place);
  g_free (self->note);
  g_free (self);
}

void
fram_own_week_free (FramOwnWeek *self)
{
  g_free (self->name);
  g_clear_pointer (&self->things, g_ptr_array_unref);
  g_clear_pointer (&self->picture, fram_schedule_picture_free);
  g_free (self);
}

static FramOwnThing *
add_thing (FramOwnWeek *week, FramOwnKind kind, const FramUuid *id, FramDate day, int starts, int ends,
           const char *title)
{
  FramOwnThing *thing = g_new0 (FramOwnThing, 1);

  thing->kind = kind;
  thing->id = *id;
  thing->day = day;
  thing->starts = starts;
  thing->ends = ends;
  thing->title = g_strdup (title);
  g_ptr_array_add (week->things, thing);
  return thing;
}

static gboolean
is_booking (const FramOwnSources *from, const FramUuid *id)
{
  for (guint i = 0; i < from->bookings->len; i++)
    if (fram_uuid_equal (&((const FramBooking *)g_ptr_array_index (from->bookings, i))->id, id))
      return TRUE;
  return FALSE;
}

/* Hours, leaves and absences as the plan knows them; sessions and bookings are told more closely below. */
static void
add_plan (FramOwnWeek *week, const FramOwnSources *from)
{
  g_autoptr (GPtrArray) things = fram_plan_sources_things (&from->sources, 0, NULL);

  for (guint i = 0; i < things->len; i++)
    {
      const FramPlanThing *t = g_ptr_array_index (things, i);
      gboolean works = fram_own_sources_is_enrolled (from, t->day) && !fram_own_sources_is_leave (from, t->day);

      if (t->kind == FRAM_COLLISION_PLAN && works)
        add_thing (week, FRAM_OWN_WORK, &t->id, t->day, t->from_time, t->to_time, t->title);
      else if (t->kind == FRAM_COLLISION_PAUSE)
        add_thing (week, FRAM_OWN_LEAVE, &t->id, t->day, FRAM_TIME_NONE, FRAM_TIME_NONE, t->title);
      else if (t->kind == FRAM_COLLISION_OTHER && from->whole && !is_booking (from, &t->id))
        add_thing (week, FRAM_OWN_AWAY, &t->id, t->day, t->from_time, t->to_time, t->title);
    }
}

/* What is special about a session, for who is to come. */
static char *
note_of (const FramSession *session)
{
  if (session->is_away)
    {
      g_autofree char *day = fram_date_to_short_words (session->to_day);

      /* TRANSLATORS: of a session of a group; a day: "Moved to Thu 26 November" */
      return g_strdup_printf (_ ("Moved to %s"), day);
    }
  if (session->kind == FRAM_SESSION_CANCELLED && session->reason != NULL)
    /* TRANSLATORS: of a session of a group; the reason: "Cancelled: the leader is at a course" */
    return g_strdup_printf (_ ("Cancelled: %s"), session->reason);
  if (session->kind == FRAM_SESSION_CANCELLED)
    return g_strdup (_ ("Cancelled"));
  if (session->kind == FRAM_SESSION_MOVED && session->day != session->planned)
    {
      g_autofree char *day = fram_date_to_short_words (session->planned);

      /* TRANSLATORS: of a session of a group; a day: "Moved from Thu 26 November" */
      return g_strdup_printf (_ ("Moved from %s"), day);
    }
  return session->kind == FRAM_SESSION_EXTRA ? g_strdup (_ ("Extra session")) : NULL;
}

static void
add_session (FramOwnWeek *week, const FramOwnSources *from, const FramStoredMember *member,
             const FramGroupRecord *group, const FramSession *session)
{
  FramOwnThing *thing = add_thing (week, FRAM_OWN_SESSION, &member->id, session->day, session->starts,
                                   fram_session_get_end (session), group->name);

  thing->activity = group->id;
  thing->colour = (guint)MAX (group->kind_rank, 0);
  thing->place = g_strdup (g_hash_table_lookup (from->places, &session->place));
  thing->note = note_of (session);
  thing->cancelled = session->kind == FRAM_SESSION_CANCELLED;
  thing->is_away = session->is_away;
}

static void
add_group (FramOwnWeek *week, const FramOwnSources *from, const FramStoredMember *member, const FramGroupRecord *group)
{
  g_autoptr (GArray) sessions =
      fram_series_expand (group->series, week->monday, week->monday + 6, fram_desk_closed_days (from->of.desk));

  for (guint i = 0; !member->waiting && i < sessions->len; i++)
    {
      const FramSession *session = &g_array_index (sessions, FramSession, i);

      if (fram_plan_holds (member->from, member->to, session->day) &&
          fram_own_sources_is_enrolled (from, session->day) && !fram_own_sources_is_leave (from, session->day))
        add_session (week, from, member, group, session);
    }
}

static void
add_booking (FramOwnWeek *week, const FramBooking *booking)
{
  int ends = booking->starts == FRAM_TIME_NONE
                 ? FRAM_TIME_NONE
                 : MIN (booking->starts + (booking->minutes > 0 ? booking->minutes : 60), 24 * 60);
  FramOwnThing *thing;

  if (booking->day < week->monday || booking->day > week->monday + 6)
    return;
  thing = add_thing (week, FRAM_OWN_TALK, &booking->id, booking->day, booking->starts, ends, booking->title);
  thing->place = booking->known ? g_strdup (booking->place) : NULL;
  thing->note = g_strdup (fram_booking_status_get_name (booking->status));
}

static int
compare_things (gconstpointer a, gconstpointer b)
{
  const FramOwnThing *x = *(const FramOwnThing *const *)a, *y = *(const FramOwnThing *const *)b;

  if (x->day != y->day)
    return x->day < y->day ? -1 : 1;
  return x->starts != y->starts ? x->starts - y->starts : g_strcmp0 (x->title, y->title);
}

static FramScheduleStyle
style_of (const FramOwnThing *thing)
{
  if (thing->is_away)
    return FRAM_SCHEDULE_AWAY;
  if (thing->cancelled)
    return FRAM_SCHEDULE_CANCELLED;
  switch (thing->kind)
    {
    case FRAM_OWN_SESSION: return FRAM_SCHEDULE_OWN;
    case FRAM_OWN_TALK: return FRAM_SCHEDULE_TALK;
    case FRAM_OWN_LEAVE:
    case FRAM_OWN_AWAY: return FRAM_SCHEDULE_FREE;
    case FRAM_OWN_WORK:
    default: return FRAM_SCHEDULE_WORK;
    }
}

static char **
lines_of (const FramOwnThing *thing)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  if (thing->note != NULL)
    g_ptr_array_add (lines, g_strdup (thing->note));
  if (thing->place != NULL)
    g_ptr_array_add (lines, g_strdup (thing->place));
  g_ptr_array_add (lines, NULL);
  return (char **)g_ptr_array_free (g_steal_pointer (&lines), FALSE);
}

static void
add_days (FramOwnWeek *week, FramDesk *desk)
{
  FramDate last = week->monday + 4;

  if (week->things->len > 0)
    last = MAX (last, ((const FramOwnThing *)g_ptr_array_index (week->things, week->things->len - 1))->day);
  for (FramDate day = week->monday; day <= last; day++)
    {
      FramDayInfo info = fram_desk_day_info (desk, day, 0);

      fram_schedule_picture_add_day (week->picture, day, info.kind != FRAM_DAY_OPEN,
                                     info.kind == FRAM_DAY_WEEKEND ? NULL : info.name);
    }
}

static void
draw_week (FramOwnWeek *week, FramDesk *desk)
{
  week->picture = fram_schedule_picture_new ();
  week->picture->today = week->today;
  week->picture->now = fram_clock_minute (desk->clock);
  add_days (week, desk);
  for (guint i = 0; i < week->things->len; i++)
    {
      const FramOwnThing *thing = g_ptr_array_index (week->things, i);
      FramScheduleBlock *block = fram_schedule_picture_add (week->picture, style_of (thing), thing->day, thing->starts,
                                                            thing->ends, thing->title);

      block->colour = thing->colour;
      block->lines = lines_of (thing);
      block->spoken = fram_schedule_block_to_words (block);
      block->tag = i;
    }
  fram_schedule_picture_fit (week->picture);
}

static FramOwnWeek *
week_of (const FramOwnSources *from)
{
  FramOwnWeek *week = g_new0 (FramOwnWeek, 1);

  week->enrolment = from->of.person->enrolment_id;
  week->participant = from->of.person->participant_id;
  week->name = g_strdup (from->of.name);
  week->monday = from->sources.from;
  week->today = from->of.desk->viewer->today;
  week->sees_all = from->whole;
  week->things = g_ptr_array_new_with_free_func (thing_free);
  add_plan (week, from);
  for (guint i = 0; i < from->groups->len; i++)
    add_group (week, from, g_ptr_array_index (from->sources.members, i), g_ptr_array_index (from->groups, i));
  for (guint i = 0; i < from->bookings->len; i++)
    add_booking (week, g_ptr_array_index (from->bookings, i));
  g_ptr_array_sort (week->things, compare_things);
  draw_week (week, from->of.desk);
  return week;
}

/**
 * fram_desk_own_week:
 * @self: the desk
 * @enrolment: whose
 * @day: any day of the week
 * @error: return location; %FRAM_ERROR_NOT_FOUND, %FRAM_ERROR_DENIED
 *
 * On a day of an agreed leave nobody is expected: only what is booked stands there.
 *
 * Returns: (transfer full) (nullable): the week as the person at the keyboard may see it
 */
FramOwnWeek *
fram_desk_own_week (FramDesk *self, const FramUuid *enrolment, FramDate day, GError **error)
{
  g_auto (FramOwnSources) sources = { 0 };
  FramDate monday = fram_date_monday (day);

  FRAM_DESK_LOCKED (self);
  if (!fram_own_sources_load (&sources, self, enrolment, monday, monday + 6, error))
    return NULL;
  return week_of (&sources);
}

typedef struct
{
  FramUuid enrolment;
  FramDate day;
} Wanted;

static gpointer
read_week (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const Wanted *wanted = data;

  return fram_desk_own_week (desk, &wanted->enrolment, wanted->day, error);
}

void
fram_desk_own_week_async (FramDesk *self, const FramUuid *enrolment, FramDate day, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer user_data)
{
  const Wanted wanted = { *enrolment, day };

  fram_desk_run_async (self, read_week, g_memdup2 (&wanted, sizeof wanted), g_free, (GDestroyNotify)fram_own_week_free,
                       cancellable, callback, user_data);
}

FramOwnWeek *
fram_desk_own_week_finish (FramDesk *self, GAsyncResult *result, GError **error)
{
  return fram_desk_run_finish (self, result, error);
}
