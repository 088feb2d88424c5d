#include "fram-desk-roster-private.h"
#include "fram-desk-today.h"

#include "fram-rights.h"
#include "fram-taken-store.h"

/* How far rosters have been taken. Each workshop is read once for all the days that are asked for. */

typedef struct
{
  FramDesk *desk;
  const FramStoredActivity *activity;
  FramDate from;
  FramDate to;
  GArray *sessions; /* FramSession, of a group that has days; else NULL */
  GArray *stays;
  GArray *slots;
  GArray *marks;
  GHashTable *hidden;
  guint first_mark; /* those of the day that is being counted */
  guint end_of_marks;
} Stretch;

static void
stretch_clear (Stretch *s)
{
  g_clear_pointer (&s->sessions, g_array_unref);
  g_clear_pointer (&s->stays, g_array_unref);
  g_clear_pointer (&s->slots, g_array_unref);
  g_clear_pointer (&s->marks, g_array_unref);
  g_clear_pointer (&s->hidden, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Stretch, stretch_clear)

void
fram_roster_taken_free (FramRosterTaken *self)
{
  g_free (self->code);
  g_free (self->name);
  g_free (self->last_by);
  g_free (self);
}

static gboolean
load_stretch (Stretch *s, GError **error)
{
  FramDb *db = s->desk->db;
  gint64 row = s->activity->row;

  s->stays = fram_taken_load_stays (db, row, s->from, s->to, error);
  if (s->stays == NULL)
    return FALSE;
  s->sessions = fram_desk_sessions_around (s->desk, s->activity, s->to);
  s->slots = s->activity->is_group ? NULL : fram_taken_load_slots (db, row, s->from, s->to, error);
  if (s->slots == NULL && !s->activity->is_group)
    return FALSE;
  s->marks = fram_taken_load_marks (db, row, s->from, s->to, error);
  if (s->marks == NULL)
    return FALSE;
  s->hidden = fram_taken_load_hidden (db, s->desk->viewer, row, s->from, s->to, error);
  return s->hidden != NULL;
}

/* Days are counted in order, and so lie the marks. */
static void
go_to_day (Stretch *s, FramDate day)
{
  s->first_mark = s->end_of_marks;
  while (s->first_mark < s->marks->len && g_array_index (s->marks, FramTakenMark, s->first_mark).day < day)
    s->first_mark++;
  s->end_of_marks = s->first_mark;
  while (s->end_of_marks < s->marks->len && g_array_index (s->marks, FramTakenMark, s->end_of_marks).day == day)
    s->end_of_marks++;
}

static GArray *
keys_of_day (const Stretch *s)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (FramMarkKey));

  for (guint i = s->first_mark; i < s->end_of_marks; i++)
    {
      const FramTakenMark *mark = &g_array_index (s->marks, FramTakenMark, i);
      FramMarkKey key = { mark->enrolment, mark->part, mark->planned_minutes };

      if (mark->status != 0)
        g_array_append_val (keys, key);
    }
  return keys;
}

/* What is recorded of one person on one day. */
typedef struct
{
  gboolean split;
  gboolean has[3];
  gboolean present;
} Recorded;

static Recorded
recorded_of (const Stretch *s, gint64 enrolment)
{
  Recorded recorded = { 0 };

  for (guint i = s->first_mark; i < s->end_of_marks; i++)
    {
      const FramTakenMark *mark = &g_array_index (s->marks, FramTakenMark, i);
      const FramStatus *status;

      if (mark->enrolment != enrolment || mark->part > 2)
        continue;
      status = fram_desk_status_of_row (s->desk, mark->status);
      recorded.split = recorded.split || mark->part > 0;
      recorded.has[mark->part] = mark->status != 0;
      recorded.present = recorded.present || (status != NULL && status->counts == FRAM_COUNTS_PRESENT);
    }
  return recorded;
}

/* Somebody whose day is split is marked when both halves are. */
static gboolean
is_marked (const Recorded *recorded)
{
  return recorded->split ? recorded->has[1] && recorded->has[2] : recorded->has[0];
}

/* Whether a mark is missing by now: of an earlier day any, of today from when the person is expected. */
static gboolean
is_overdue (const Stretch *s, const GArray *slots, const FramExpected *expected, const Recorded *recorded, FramDate day)
{
  FramClock *clock = s->desk->clock;
  int now = fram_clock_minute (clock);
  FramHalfDay halves[2];

  if (is_marked (recorded))
    return FALSE;
  if (day < fram_clock_today (clock))
    return TRUE;
  if (!recorded->split || !fram_half_days_of_plan (slots, expected->enrolment, day, halves))
    return expected->planned_from != FRAM_TIME_NONE && expected->planned_from <= now;
  for (int i = 0; i < 2; i++)
    if (!recorded->has[i + 1] && halves[i].from != FRAM_TIME_NONE && halves[i].from <= now)
      return TRUE;
  return FALSE;
}

static void
count_person (const Stretch *s, const GArray *slots, const FramExpected *expected, FramRosterTaken *taken)
{
  Recorded recorded;

  if (expected->kind == FRAM_EXPECTED_UNPLANNED || g_hash_table_contains (s->hidden, &expected->enrolment))
    return;
  recorded = recorded_of (s, expected->enrolment);
  taken->expected++;
  taken->marked += is_marked (&recorded);
  taken->present += recorded.present;
  taken->unmarked_due += is_overdue (s, slots, expected, &recorded, taken->day);
  if (expected->planned_from != FRAM_TIME_NONE &&
      (taken->first_from == FRAM_TIME_NONE || expected->planned_from < taken->first_from))
    taken->first_from = expected->planned_from;
}

/* Who was the last to mark in that roster, or in the latest one before it. */
static void
find_last (const Stretch *s, FramRosterTaken *taken)
{
  const FramTakenMark *last = NULL;
  gint64 by, at;

  for (guint i = s->end_of_marks; i > 0; i--)
    {
      const FramTakenMark *mark = &g_array_index (s->marks, FramTakenMark, i - 1);

      if (last != NULL && mark->day < last->day)
        break;
      if (mark->status != 0 && (last == NULL || mark->at > last->at))
        last = mark;
    }
  if (last != NULL)
    {
      taken->last_by = fram_taken_name_of (s->desk->db, last->by);
      taken->last_at = last->at;
    }
  else if (fram_taken_find_last (s->desk->db, s->activity->row, s->from, &by, &at))
    {
      taken->last_by = fram_taken_name_of (s->desk->db, by);
      taken->last_at = at;
    }
}

static FramRosterTaken *
count_day (Stretch *s, FramDate day)
{
  FramRosterTaken *taken = g_new0 (FramRosterTaken, 1);
  gboolean off =
      fram_desk_day_info (s->desk, day, s->activity->is_group ? 0 : s->activity->row).kind != FRAM_DAY_OPEN ||
      !fram_desk_has_session (s->sessions, day);
  g_autoptr (GArray) slots =
      s->activity->is_group ? fram_desk_slots_of_session (s->sessions, s->stays, day) : g_array_ref (s->slots);
  g_autoptr (GArray) keys = NULL;
  g_autoptr (GArray) expected = NULL;

  go_to_day (s, day);
  keys = keys_of_day (s);
  expected = fram_expected_of_day (s->stays, slots, keys, day, off);

  taken->day = day;
  taken->first_from = FRAM_TIME_NONE;
  for (guint i = 0; i < expected->len; i++)
    count_person (s, slots, &g_array_index (expected, FramExpected, i), taken);
  return taken;
}

gboolean
fram_desk_count_roster (FramDesk *self, const FramStoredActivity *activity, FramDate day, int *marked, int *expected,
                        GError **error)
{
  g_auto (Stretch) s = { .desk = self, .activity = activity, .from = day, .to = day };
  FramRosterTaken *taken;

  if (!load_stretch (&s, error))
    return FALSE;
  taken = count_day (&s, day);
  *marked = taken->marked;
  *expected = taken->expected;
  fram_roster_taken_free (taken);
  return TRUE;
}

/* Days on which nobody is expected have no roster to take. */
static gboolean
add_activity (FramDesk *self, const FramStoredActivity *activity, FramDate from, FramDate to, GPtrArray *all,
              GError **error)
{
  g_auto (Stretch) s = { .desk = self, .activity = activity, .from = from, .to = to };

  if (!load_stretch (&s, error))
    return FALSE;
  for (FramDate day = from; day <= to; day++)
    {
      FramRosterTaken *taken = count_day (&s, day);

      if (taken->expected == 0)
        {
          fram_roster_taken_free (taken);
          continue;
        }
      taken->activity = activity->id;
      taken->code = g_strdup (activity->code);
      taken->name = g_strdup (fram_desk_activity_name (activity));
      taken->is_group = activity->is_group;
      taken->own = fram_desk_is_own_activity (self->viewer, activity->row);
      find_last (&s, taken);
      g_ptr_array_add (all, taken);
    }
  return TRUE;
}

static int
by_day_then_own (gconstpointer a, gconstpointer b)
{
  const FramRosterTaken *x = *(FramRosterTaken *const *)a;
  const FramRosterTaken *y = *(FramRosterTaken *const *)b;

  return x->day != y->day ? (x->day > y->day) - (x->day < y->day) : y->own - x->own;
}

/**
 * fram_desk_rosters_taken:
 * @self: the desk
 * @from: first day
 * @to: last day; days to come are left out
 * @error: return location
 *
 * How far the rosters have been taken that the person may see, on every day on which somebody was expected. The cost is that
 * of reading the people and marks of those days, however old the register is.
 *
 * Returns: (transfer full) (nullable) (element-type FramRosterTaken): in order of days, own ones first
 */
GPtrArray *
fram_desk_rosters_taken (FramDesk *self, FramDate from, FramDate to, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_roster_taken_free);
  g_autoptr (GPtrArray) activities = NULL;
  gboolean ok = TRUE;

  FRAM_DESK_LOCKED (self);
  to = MIN (to, fram_clock_today (self->clock));
  fram_db_begin_read (self->db);
  activities = fram_house_load_meeting (self->db, from, to, error);
  ok = activities != NULL;
  for (guint i = 0; ok && i < activities->len; i++)
    {
      const FramStoredActivity *activity = g_ptr_array_index (activities, i);

      if (fram_rights_may_see_roster (self->viewer, activity->row))
        ok = add_activity (self, activity, from, to, all, error);
    }
  fram_db_end_read (self->db);
  g_ptr_array_sort (all, by_day_then_own);
  return ok ? g_steal_pointer (&all) : NULL;
}
