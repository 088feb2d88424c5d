#include "fram-desk-bridge-private.h"

#include "fram-half-day.h"

/* Where somebody with a gap could be. */

/* Hours that are offered in a workshop: a morning or an afternoon, as long as somebody begins with. */
#define LONGEST_MINUTES (3 * 60)
#define LEAST_MINUTES   90
#define NOON            (12 * 60)
#define AFTERNOON       (13 * 60)

/* Talks are offered in office hours and not over lunch. */
#define FIRST_TALK (9 * 60)
#define LAST_TALK  (15 * 60 + 30)

/* Of what comes back each week so many times must be free. */
#define TIMES_CHECKED FRAM_PLAN_WEEKS

/* So long somebody is new: later an introduction is none. */
#define DAYS_NEW (6 * 7)

static gboolean
is_too_late_for (const FramBridgeSearch *self, gint64 group)
{
  return self->first - self->of.stored->enrolled > DAYS_NEW && fram_bridge_is_introduction (self->desk->db, group);
}

static gboolean
is_in_group (const FramBridgeSearch *self, gint64 group)
{
  for (guint i = 0; i < self->sources.members->len; i++)
    {
      const FramStoredMember *member = g_ptr_array_index (self->sources.members, i);

      if (member->group == group && (member->to == FRAM_DATE_NONE || member->to >= self->first))
        return TRUE;
    }
  return FALSE;
}

/* The sessions from the first one inside the gap on, where the person is free on that and on the next ones; else none. */
static GArray *
find_sessions (const FramBridgeSearch *self, const GArray *sessions, const FramSession **first)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (FramDate));

  for (guint i = 0; i < sessions->len && found->len < TIMES_CHECKED; i++)
    {
      const FramSession *session = &g_array_index (sessions, FramSession, i);
      FramDate day = session->day;

      if (day < self->first || day > self->sources.to)
        continue;
      if (session->starts == FRAM_TIME_NONE || (found->len == 0 && day > self->last) ||
          !fram_bridge_is_free (self, day, session->starts, fram_session_get_end (session)))
        {
          g_array_set_size (found, 0);
          break;
        }
      if (found->len == 0)
        *first = session;
      g_array_append_val (found, day);
    }
  return found;
}

static gboolean
look_at_group (FramBridgeSearch *self, FramGapPlanner *planner, const FramStoredChoice *group, GError **error)
{
  g_autoptr (GArray) days = NULL;
  const FramSession *first = NULL;
  int capacity, taken;

  if (group->waiting > 0 || is_in_group (self, group->row) || is_too_late_for (self, group->row))
    return TRUE;
  days = find_sessions (self, fram_gap_planner_sessions (planner, group->row), &first);
  if (days->len == 0)
    return TRUE;
  if (!fram_plan_count_members (self->desk->db, group->row, first->day, &capacity, &taken, error))
    return FALSE;
  if (capacity == 0 || taken < capacity)
    fram_bridge_add (self, days,
                     fram_bridge_new (FRAM_BRIDGE_GROUP, &group->id, group->name, first->day, first->starts,
                                      fram_session_get_end (first), capacity > 0 ? capacity - taken : -1));
  return TRUE;
}

/* Groups in which somebody waits already have no place that is free. */
gboolean
fram_bridge_find_groups (FramBridgeSearch *self, GError **error)
{
  g_auto (FramGapPlanner) planner = { 0 };
  g_autoptr (GPtrArray) groups = fram_plan_load_choices (self->desk->db, self->desk->viewer, TRUE, self->first, error);

  if (groups == NULL || !fram_gap_planner_init (&planner, self->desk, self->first, self->first, error))
    return FALSE;
  for (guint i = 0; i < groups->len; i++)
    if (!look_at_group (self, &planner, g_ptr_array_index (groups, i), error))
      return FALSE;
  return TRUE;
}

/* Whoever is placed there, or will be, has a plan of one's own in that workshop. */
static gboolean
is_placed (const FramBridgeSearch *self, gint64 workshop)
{
  for (guint i = 0; i < self->sources.steps->len; i++)
    {
      const FramStoredStep *step = g_ptr_array_index (self->sources.steps, i);

      if (step->activity == workshop && (step->to == FRAM_DATE_NONE || step->to >= self->first))
        return TRUE;
    }
  return FALSE;
}

/* The days of a weekly stretch from @day on, without days off, where the person is free on all of them; else none. */
static GArray *
find_weeks (const FramBridgeSearch *self, gint64 workshop, FramDate day, const FramSlotSpec *slot)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (FramDate));

  if (!fram_bridge_is_open_day (self, day, workshop))
    return days;
  for (int i = 0; i < TIMES_CHECKED && day <= self->sources.to; i++, day += 7)
    {
      if (!fram_bridge_is_open_day (self, day, workshop))
        continue;
      if (!fram_bridge_is_free (self, day, slot->from_time, slot->to_time))
        {
          g_array_set_size (days, 0);
          break;
        }
      g_array_append_val (days, day);
    }
  return days;
}

/* How many places are left in that half of the weekday, -1 where nobody counts them. */
static int
places_left (const FramStepCheck *check, const FramSlotSpec *slot)
{
  int half = 2 * (slot->weekday - 1) + (slot->from_time >= NOON);

  return check->capacity > 0 ? MAX (check->capacity - check->counts[half], 0) : -1;
}

/* The hours of a half day in which the workshop is open, or none. */
static gboolean
half_of (const FramOpening *open, gboolean afternoon, FramSlotSpec *slot)
{
  int from = afternoon ? MAX (open->opens, AFTERNOON) : open->opens;
  int to = MIN (afternoon ? open->closes : MIN (open->closes, NOON), from + LONGEST_MINUTES);

  *slot = (FramSlotSpec){ open->weekday, from, to };
  return to - from >= LEAST_MINUTES;
}

static const FramOpening *
opening_of (const FramStepCheck *check, FramDate day)
{
  for (guint i = 0; i < check->opens->len; i++)
    {
      const FramOpening *open = &g_array_index (check->opens, FramOpening, i);

      if (open->weekday == fram_date_get_weekday (day))
        return open;
    }
  return NULL;
}

static gboolean
look_at_half (FramBridgeSearch *self, const FramStoredChoice *workshop, const FramStepCheck *check, FramDate day,
              const FramSlotSpec *slot)
{
  g_autoptr (GArray) days = find_weeks (self, workshop->row, day, slot);
  int places = places_left (check, slot);

  if (days->len == 0 || places == 0)
    return FALSE;
  fram_bridge_add (self, days,
                   fram_bridge_new (FRAM_BRIDGE_WORKSHOP, &workshop->id, workshop->name, day, slot->from_time,
                                    slot->to_time, places));
  return fram_bridge_closes (self, days);
}

/* The first half day inside the gap with a free place that bridges it and on which the person is free, in weeks to come
 * too. */
static void
look_at_days (FramBridgeSearch *self, const FramStoredChoice *workshop, const FramStepCheck *check)
{
  for (FramDate day = self->first; day <= MIN (self->last, self->first + 13); day++)
    {
      const FramOpening *open = opening_of (check, day);

      for (int half = 0; open != NULL && half < 2; half++)
        {
          FramSlotSpec slot;

          if (half_of (open, half == 1, &slot) && look_at_half (self, workshop, check, day, &slot))
            return;
        }
    }
}

gboolean
fram_bridge_find_workshops (FramBridgeSearch *self, GError **error)
{
  g_autoptr (GPtrArray) places = fram_plan_load_choices (self->desk->db, self->desk->viewer, FALSE, self->first, error);
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (FramSlotSpec));

  for (guint i = 0; places != NULL && i < places->len; i++)
    {
      const FramStoredChoice *place = g_ptr_array_index (places, i);
      FramStepEdit edit = { .activity = place->id, .from = self->first, .to = FRAM_DATE_NONE, .slots = none };
      g_autoptr (FramStepCheck) check = NULL;

      if (place->kind != 0 || is_placed (self, place->row))
        continue;
      check = fram_desk_check_step (self->desk, self->enrolment, &edit, error);
      if (check == NULL)
        return FALSE;
      look_at_days (self, place, check);
    }
  return places != NULL;
}

/* A talk is one day only: it should leave neither side of the gap too long. */
static FramDate
first_day_of_talk (const FramBridgeSearch *self)
{
  const FramGap *gap = self->gap;
  FramDate day = gap->next != FRAM_DATE_NONE ? MIN (gap->next - self->over, gap->last + self->over - 3)
                                             : gap->last + self->over / 2;

  return CLAMP (day, self->first, self->last);
}

static gboolean
is_staff_free (const GArray *times, FramDate day, int from_time)
{
  for (guint i = 0; i < times->len; i++)
    {
      const FramStaffTime *time = &g_array_index (times, FramStaffTime, i);

      if (time->day == day && time->from_time < from_time + FRAM_BRIDGE_TALK_MINUTES && from_time < time->to_time)
        return FALSE;
    }
  return TRUE;
}

static int
find_half_hour (const FramBridgeSearch *self, const GArray *times, FramDate day)
{
  for (int from = FIRST_TALK; from <= LAST_TALK; from += FRAM_BRIDGE_TALK_MINUTES)
    if ((from + FRAM_BRIDGE_TALK_MINUTES <= NOON || from >= AFTERNOON) && is_staff_free (times, day, from) &&
        fram_bridge_is_free (self, day, from, from + FRAM_BRIDGE_TALK_MINUTES))
      return from;
  return FRAM_TIME_NONE;
}

/* With the case worker in charge; where there is none, nobody is asked. */
gboolean
fram_bridge_find_talk (FramBridgeSearch *self, GError **error)
{
  g_auto (FramStoredTalker) talker = { 0 };
  g_autoptr (GArray) times = NULL;
  g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof (FramDate));

  if (!fram_bridge_load_talker (self->desk->db, self->of.stored->enrolment, self->first, &talker, error))
    return FALSE;
  if (talker.staff == 0)
    return TRUE;
  times = fram_bridge_load_staff_times (self->desk->db, talker.staff, self->first, self->last, error);
  for (FramDate day = first_day_of_talk (self); times != NULL && day <= self->last; day++)
    {
      int from = fram_bridge_is_open_day (self, day, 0) ? find_half_hour (self, times, day) : FRAM_TIME_NONE;

      if (from == FRAM_TIME_NONE)
        continue;
      g_array_append_val (one, day);
      fram_bridge_add (
          self, one,
          fram_bridge_new (FRAM_BRIDGE_TALK, NULL, talker.name, day, from, from + FRAM_BRIDGE_TALK_MINUTES, -1));
      break;
    }
  return times != NULL;
}
