#include "fram-desk-plan-private.h"

#include "fram-meeting.h"

#include <glib/gi18n-lib.h>

/* What takes a person's time: hours in workshops and outside, sessions, bookings, appointments elsewhere, leaves. */

void
fram_plan_sources_clear (FramPlanSources *self)
{
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_pointer (&self->slots, g_array_unref);
  g_clear_pointer (&self->members, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->times, g_ptr_array_unref);
  g_clear_pointer (&self->pauses, g_ptr_array_unref);
}

/**
 * fram_plan_sources_load:
 * @self: (out): zeroes
 * @of: whose
 * @from: first day
 * @to: last day
 * @error: return location
 *
 * Returns: whether everything could be read
 */
gboolean
fram_plan_sources_load (FramPlanSources *self, const FramPlanCase *of, FramDate from, FramDate to, GError **error)
{
  FramDb *db = of->desk->db;
  const FramViewer *viewer = of->desk->viewer;
  gint64 row = of->stored->enrolment;

  self->desk = of->desk;
  self->from = from;
  self->to = to;
  return (self->steps = fram_plan_load_steps (db, viewer, row, error)) != NULL &&
         (self->slots = fram_plan_load_slots (db, viewer, row, error)) != NULL &&
         (self->members = fram_plan_load_members (db, viewer, row, error)) != NULL &&
         (self->places = fram_group_load_places (db, error)) != NULL &&
         (self->times = fram_plan_load_times (db, viewer, row, from, to, error)) != NULL &&
         (self->pauses = fram_plan_load_pauses (db, viewer, row, error)) != NULL;
}

/* Which appointment it is elsewhere stands in the journal, for those who may read it. */
static char *
title_of_time (const FramStoredTime *time)
{
  if (time->is_booking)
    return g_strdup (fram_meeting_kind_get_name (time->kind));
  return g_strdup (g_strcmp0 (time->kind, "other_appointment") == 0
                       ? fram_meeting_kind_get_name (FRAM_MEETING_ELSEWHERE)
                       : _ ("Away, told beforehand"));
}

static FramCollisionKind
kind_of_time (const FramStoredTime *time)
{
  return time->is_booking && g_strcmp0 (time->kind, FRAM_MEETING_ELSEWHERE) != 0 ? FRAM_COLLISION_BOOKING
                                                                                 : FRAM_COLLISION_OTHER;
}

static int
find_step_on (const FramPlanSources *self, gint64 activity, FramDate day)
{
  for (guint i = 0; i < self->steps->len; i++)
    {
      const FramStoredStep *step = g_ptr_array_index (self->steps, i);

      if (step->activity == activity && fram_plan_holds (step->from, step->to, day))
        return (int)i;
    }
  return -1;
}

static gboolean
is_replaced (const FramPlanSources *self, int step, const FramUuid *replaces)
{
  return step >= 0 && replaces != NULL &&
         fram_uuid_equal (&((const FramStoredStep *)g_ptr_array_index (self->steps, (guint)step))->id, replaces);
}

static void
thing_free (gpointer data)
{
  FramPlanThing *self = data;

  g_free (self->title);
  g_free (self->detail);
  g_free (self);
}

static FramPlanThing *
add_thing (GPtrArray *things, FramCollisionKind kind, FramDate day, int from_time, int to_time, char *title)
{
  FramPlanThing *thing = g_new0 (FramPlanThing, 1);

  thing->kind = kind;
  thing->step = -1;
  thing->day = day;
  thing->from_time = from_time;
  thing->to_time = to_time;
  thing->title = title;
  g_ptr_array_add (things, thing);
  return thing;
}

static void
add_hours (const FramPlanSources *self, FramDate day, gint64 except, const FramUuid *replaces, GPtrArray *things)
{
  for (guint i = 0; i < self->slots->len; i++)
    {
      const FramStoredSlot *s = &g_array_index (self->slots, FramStoredSlot, i);
      int step = find_step_on (self, s->activity, day);
      const FramStoredStep *stored = step >= 0 ? g_ptr_array_index (self->steps, (guint)step) : NULL;

      if (stored == NULL || s->activity == except || is_replaced (self, step, replaces) ||
          s->slot.weekday != fram_date_get_weekday (day) ||
          !fram_plan_holds (s->slot.valid_from, s->slot.valid_to, day) ||
          fram_desk_day_info (self->desk, day, s->activity).kind != FRAM_DAY_OPEN)
        continue;
      add_thing (things, FRAM_COLLISION_PLAN, day, s->slot.from_time, s->slot.to_time, g_strdup (stored->name))->id =
          stored->id;
    }
}

/* A place that is not used any more is still that of the group where the sessions always were. */
static char *
place_of (const FramPlanSources *self, const FramStoredMember *member, const FramSession *session)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      const FramGroupPlace *place = &g_array_index (self->places, FramGroupPlace, i);

      if (place->row == session->place)
        return g_strdup (place->name);
    }
  return session->place == g_array_index (member->series->steps, FramSeriesStep, 0).place ? g_strdup (member->place)
                                                                                          : NULL;
}

static int
end_of (const FramSession *session)
{
  return session->starts != FRAM_TIME_NONE ? session->starts + MAX (session->minutes, 0) : FRAM_TIME_NONE;
}

static void
add_sessions (const FramPlanSources *self, GPtrArray *things)
{
  for (guint i = 0; i < self->members->len; i++)
    {
      const FramStoredMember *member = g_ptr_array_index (self->members, i);
      g_autoptr (GArray) sessions = fram_plan_sessions (self->desk, member, self->from, self->to);

      for (guint s = 0; s < sessions->len; s++)
        {
          const FramSession *session = &g_array_index (sessions, FramSession, s);
          FramPlanThing *thing = add_thing (things, FRAM_COLLISION_SESSION, session->day, session->starts,
                                            end_of (session), g_strdup (member->name));

          thing->id = member->id;
          thing->detail = place_of (self, member, session);
        }
    }
}

static void
add_times (const FramPlanSources *self, GPtrArray *things)
{
  for (guint i = 0; i < self->times->len; i++)
    {
      const FramStoredTime *time = g_ptr_array_index (self->times, i);

      for (FramDate day = MAX (time->from, self->from); day <= MIN (time->to, self->to); day++)
        add_thing (things, kind_of_time (time), day, time->from_time, time->to_time, title_of_time (time))->id =
            time->id;
    }
}

/* A leave or a day off takes the whole day. */
static void
add_free_day (const FramPlanSources *self, FramDate day, GPtrArray *things)
{
  FramDayInfo info = fram_desk_day_info (self->desk, day, 0);

  for (guint i = 0; i < self->pauses->len; i++)
    {
      const FramStoredPause *pause = g_ptr_array_index (self->pauses, i);

      if (fram_plan_holds (pause->from, pause->to, day))
        add_thing (things, FRAM_COLLISION_PAUSE, day, FRAM_TIME_NONE, FRAM_TIME_NONE, g_strdup (_ ("Agreed leave")))
            ->id = pause->id;
    }
  if (info.kind == FRAM_DAY_HOLIDAY || info.kind == FRAM_DAY_CLOSED)
    add_thing (things, FRAM_COLLISION_CLOSED, day, FRAM_TIME_NONE, FRAM_TIME_NONE,
               g_strdup (info.name != NULL ? info.name : _ ("Closed")));
}

static int
compare_things (gconstpointer a, gconstpointer b)
{
  const FramPlanThing *x = *(const FramPlanThing *const *)a, *y = *(const FramPlanThing *const *)b;

  if (x->day != y->day)
    return x->day < y->day ? -1 : 1;
  return x->from_time - y->from_time;
}

/**
 * fram_plan_sources_things:
 * @self: what was read
 * @except: row number of a place whose hours are left out, 0 for none
 * @replaces: (nullable): a placement whose hours are left out
 *
 * Returns: (transfer full) (element-type FramPlanThing): what stands on each of the days, in order
 */
GPtrArray *
fram_plan_sources_things (const FramPlanSources *self, gint64 except, const FramUuid *replaces)
{
  GPtrArray *things = g_ptr_array_new_with_free_func (thing_free);

  for (FramDate day = self->from; day <= self->to; day++)
    {
      add_hours (self, day, except, replaces, things);
      add_free_day (self, day, things);
    }
  add_sessions (self, things);
  add_times (self, things);
  g_ptr_array_sort (things, compare_things);
  return things;
}

static void
add_other (GArray *others, GPtrArray *titles, const FramPlanOther *other, char *title)
{
  FramPlanOther copy = *other;

  copy.source = titles->len;
  g_ptr_array_add (titles, title);
  g_array_append_val (others, copy);
}

static void
add_weekly (const FramPlanSources *self, gint64 except, const FramUuid *replaces, GArray *others, GPtrArray *titles)
{
  for (guint i = 0; i < self->slots->len; i++)
    {
      const FramStoredSlot *s = &g_array_index (self->slots, FramStoredSlot, i);
      FramDate first = MAX (s->slot.valid_from, self->from);
      int step = find_step_on (self, s->activity, first);
      FramPlanOther other = { FRAM_COLLISION_PLAN, 0,
                              s->slot.weekday,     s->slot.valid_from,
                              s->slot.valid_to,    s->slot.from_time,
                              s->slot.to_time };

      if (step >= 0 && s->activity != except && !is_replaced (self, step, replaces) &&
          (s->slot.valid_to == FRAM_DATE_NONE || s->slot.valid_to >= self->from))
        add_other (others, titles, &other,
                   g_strdup (((const FramStoredStep *)g_ptr_array_index (self->steps, (guint)step))->name));
    }
}

/**
 * fram_plan_sources_others:
 * @self: what was read
 * @except: row number of a place whose hours are left out, 0 for none
 * @replaces: (nullable): a placement whose hours are left out
 * @titles: (element-type utf8): takes what each of them is called; the source of each is an index into it
 *
 * Returns: (transfer full) (element-type FramPlanOther): what a plan is held against
 */
GArray *
fram_plan_sources_others (const FramPlanSources *self, gint64 except, const FramUuid *replaces, GPtrArray *titles)
{
  GArray *others = g_array_new (FALSE, FALSE, sizeof (FramPlanOther));

  add_weekly (self, except, replaces, others, titles);
  for (guint i = 0; i < self->members->len; i++)
    {
      const FramStoredMember *m = g_ptr_array_index (self->members, i);
      g_autoptr (GArray) sessions = fram_plan_sessions (self->desk, m, self->from, self->to);

      if (sessions->len > 0)
        g_ptr_array_add (titles, g_strdup (m->name));
      for (guint s = 0; s < sessions->len; s++)
        {
          const FramSession *session = &g_array_index (sessions, FramSession, s);
          FramPlanOther other = { FRAM_COLLISION_SESSION, titles->len - 1, 0, session->day, session->day,
                                  session->starts,        end_of (session) };

          g_array_append_val (others, other);
        }
    }
  for (guint i = 0; i < self->times->len; i++)
    {
      const FramStoredTime *t = g_ptr_array_index (self->times, i);
      FramPlanOther other = { kind_of_time (t), 0, 0, t->from, t->to, t->from_time, t->to_time };

      add_other (others, titles, &other, title_of_time (t));
    }
  for (guint i = 0; i < self->pauses->len; i++)
    {
      const FramStoredPause *p = g_ptr_array_index (self->pauses, i);
      FramPlanOther other = { FRAM_COLLISION_PAUSE, 0, 0, p->from, p->to, FRAM_TIME_NONE, FRAM_TIME_NONE };

      add_other (others, titles, &other, g_strdup (_ ("Agreed leave")));
    }
  return others;
}

/**
 * fram_desk_plan_week:
 * @self: the desk
 * @enrolment: whose
 * @day: any day of the week
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramPlanThing): what is planned from Monday to Sunday
 */
GPtrArray *
fram_desk_plan_week (FramDesk *self, const FramUuid *enrolment, FramDate day, GError **error)
{
  g_auto (FramPlanCase) of = { 0 };
  g_auto (FramPlanSources) sources = { 0 };
  FramDate monday = fram_date_monday (day);

  FRAM_DESK_LOCKED (self);
  if (!fram_plan_case_open (&of, self, enrolment, FRAM_CLASS_PLAN, FALSE, error) ||
      !fram_plan_sources_load (&sources, &of, monday, monday + 6, error))
    return NULL;
  return fram_plan_sources_things (&sources, 0, NULL);
}
