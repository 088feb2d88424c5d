#include "fram-desk-private.h"
#include "fram-desk-roster.h"

#include "fram-expected.h"
#include "fram-recurrence.h"
#include "fram-rights.h"
#include "fram-roster-store.h"
#include "fram-sight.h"
#include "fram-streak.h"
#include "fram-text.h"

#include <glib/gi18n-lib.h>

/* Everything that one roster is made of, as it was read. */
typedef struct
{
  FramDesk *desk;
  FramStoredActivity *activity;
  FramDate day;
  FramDayInfo info;
  GArray *spans;
  GArray *slots;
  GPtrArray *marks;
  GArray *expected;
  gboolean plain; /* only who is expected, when, and the mark */
} Sources;

static void
sources_clear (Sources *s)
{
  g_clear_pointer (&s->activity, fram_stored_activity_free);
  g_clear_pointer (&s->spans, g_array_unref);
  g_clear_pointer (&s->slots, g_array_unref);
  g_clear_pointer (&s->marks, g_ptr_array_unref);
  g_clear_pointer (&s->expected, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sources, sources_clear)

void
fram_roster_free (FramRoster *self)
{
  g_free (self->name);
  g_free (self->day_note);
  g_free (self->refusal);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static const char *
activity_name (const FramStoredActivity *activity)
{
  return fram_text_is_swedish () ? activity->name_sv : activity->name_en;
}

/* A group's session is everybody's plan on that day. */
static GArray *
slots_of_session (const FramStoredActivity *group, const GArray *spans, FramDate day)
{
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (FramPlanSlot));

  if (group->first_day == FRAM_DATE_NONE || day < group->first_day ||
      (group->last_day != FRAM_DATE_NONE && day > group->last_day) ||
      !fram_recurrence_has (group->rrule, group->first_day, day))
    return slots;
  for (guint i = 0; i < spans->len; i++)
    {
      const FramSpan *span = &g_array_index (spans, FramSpan, i);
      FramPlanSlot slot = { span->enrolment, fram_date_get_weekday (day),
                            group->starts,   group->starts + group->minutes,
                            span->from,      span->to };

      if (span->from <= day && (span->to == FRAM_DATE_NONE || span->to >= day))
        g_array_append_val (slots, slot);
    }
  return slots;
}

static GArray *
keys_of_marks (const GPtrArray *marks)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (FramMarkKey));

  for (guint i = 0; i < marks->len; i++)
    {
      const FramStoredMark *mark = g_ptr_array_index (marks, i);
      FramMarkKey key = { mark->enrolment, mark->part, mark->planned_minutes };

      g_array_append_val (keys, key);
    }
  return keys;
}

static gboolean
load_sources (FramDesk *self, gint64 activity, FramDate day, Sources *s, GError **error)
{
  g_autoptr (GArray) keys = NULL;

  s->desk = self;
  s->day = day;
  s->activity = fram_house_load_activity (self->db, activity, error);
  if (s->activity == NULL)
    return FALSE;
  s->info = fram_desk_day_info (self, day, s->activity->is_group ? 0 : activity);
  s->spans = fram_roster_load_stays (self->db, activity, day, error);
  if (s->spans == NULL)
    return FALSE;
  s->slots = s->activity->is_group ? slots_of_session (s->activity, s->spans, day)
                                   : fram_roster_load_slots (self->db, activity, day, error);
  s->marks = s->slots != NULL ? fram_roster_load_marks (self->db, activity, day, error) : NULL;
  if (s->marks == NULL)
    return FALSE;
  keys = keys_of_marks (s->marks);
  s->expected = fram_expected_of_day (s->spans, s->slots, keys, day, s->info.kind != FRAM_DAY_OPEN);
  return TRUE;
}

static const FramStoredMark *
mark_of (const Sources *s, gint64 enrolment)
{
  for (guint i = 0; i < s->marks->len; i++)
    {
      const FramStoredMark *mark = g_ptr_array_index (s->marks, i);

      if (mark->enrolment == enrolment)
        return mark;
    }
  return NULL;
}

static void
fill_mark (FramRosterRow *row, FramDesk *desk, const FramStoredMark *mark)
{
  if (mark == NULL)
    return;
  row->status = fram_desk_status_of_row (desk, mark->status);
  row->minutes_late = mark->minutes_late;
  row->came = mark->came;
  row->left = mark->left;
  row->attended_minutes = mark->attended_minutes;
  row->task = g_strdup (mark->task);
  row->reason = g_strdup (mark->reason);
  row->note = g_strdup (mark->note);
  row->marked_by = g_strdup (mark->marked_by);
  row->marked_at = mark->marked_at;
  if (mark->planned_minutes >= 0 && row->planned_minutes < 0)
    row->planned_minutes = mark->planned_minutes;
}

/* The strip shows ten, a streak may be longer than what is shown. */
static void
fill_last (FramRosterRow *row, const Sources *s)
{
  g_autoptr (GPtrArray) last =
      fram_roster_load_last (s->desk->db, row->enrolment_row, s->activity->row, s->day, FRAM_STRIP_LENGTH, NULL);
  FramStreakMark streak[FRAM_STRIP_LENGTH + 1];
  guint n = 0;

  if (last == NULL)
    return;
  if (row->status != NULL)
    streak[n++] = (FramStreakMark){ s->day, row->status->code, row->status->counts };
  row->n_last = last->len;
  for (guint i = 0; i < last->len; i++)
    {
      const FramStoredMark *mark = g_ptr_array_index (last, i);
      const FramStatus *status = fram_desk_status_of_row (s->desk, mark->status);

      row->last[last->len - 1 - i] = status;
      row->last_day[last->len - 1 - i] = mark->day;
      if (status != NULL)
        streak[n++] = (FramStreakMark){ mark->day, status->code, status->counts };
    }
  row->unnotified_in_a_row = fram_streak_unnotified (streak, n);
}

static char *
shown_name (const FramStoredPerson *person)
{
  if (!person->is_protected)
    return g_strjoin (" ", person->given_name, person->family_name, NULL);
  if (person->alias != NULL)
    return g_strdup (person->alias);
  return fram_text_initials (person->given_name, person->family_name);
}

/* Of a protected person nothing is told but that there is one. */
static void
fill_bare (FramRosterRow *row)
{
  row->kind = FRAM_ROSTER_BARE;
  row->is_protected = TRUE;
  row->name = g_strdup (C_ ("participant", "Protected"));
  row->sort_key = g_strdup ("~");
  row->instructions = g_new0 (char *, 1);
}

/* Whether the person is the viewer's own by being placed here. The register need not be asked about most of a roster. */
static gboolean
is_own_here (const Sources *s, FramClass klass, gint64 enrolment)
{
  const FramViewer *viewer = s->desk->viewer;
  gboolean leads = FALSE;

  for (guint i = 0; i < viewer->grants->len; i++)
    {
      const FramGrant *grant = &g_array_index (viewer->grants, FramGrant, i);

      leads = leads || ((grant->workshop == s->activity->row || grant->group == s->activity->row) &&
                        viewer->rights.cells[grant->role][klass].reach == FRAM_REACH_OWN);
    }
  for (guint i = 0; leads && i < s->spans->len; i++)
    {
      const FramSpan *span = &g_array_index (s->spans, FramSpan, i);

      if (span->enrolment == enrolment && span->from <= viewer->today + FRAM_SIGHT_DAYS_FORWARD &&
          (span->to == FRAM_DATE_NONE || span->to >= viewer->today - FRAM_SIGHT_DAYS_BACK))
        return TRUE;
    }
  return FALSE;
}

/* What the viewer may see of somebody on this roster; the day that is looked at does not count, today does. */
static gboolean
sees (const Sources *s, FramClass klass, const FramStoredPerson *person)
{
  const FramViewer *viewer = s->desk->viewer;

  if (fram_rights_reaches_site (viewer, klass, FALSE))
    return TRUE;
  return fram_rights_may_read (viewer, klass) && (is_own_here (s, klass, person->enrolment) ||
                                                  fram_people_may (s->desk->db, viewer, klass, person->participant));
}

static void
fill_person (FramRosterRow *row, const Sources *s, const FramExpected *expected, const FramStoredPerson *person)
{
  row->kind = expected->kind == FRAM_EXPECTED_PLANNED   ? FRAM_ROSTER_PLANNED
              : expected->kind == FRAM_EXPECTED_VISITOR ? FRAM_ROSTER_VISITOR
                                                        : FRAM_ROSTER_UNPLANNED;
  row->enrolment = person->enrolment_id;
  row->participant = person->participant_id;
  row->enrolment_row = person->enrolment;
  row->case_no = g_strdup (person->case_no);
  row->name = shown_name (person);
  row->sort_key = person->is_protected ? fram_text_sort_key (row->name) : g_strdup (person->sort_key);
  row->is_protected = person->is_protected;
  row->planned_from = expected->planned_from;
  row->planned_to = expected->planned_to;
  row->planned_minutes = expected->planned_minutes;
  row->first_day = expected->first_day;
  row->last_day_here = expected->last_day;
  row->hours_changed = expected->hours_changed;
  row->stay_ends = expected->span_to;
  fill_mark (row, s->desk, mark_of (s, person->enrolment));
  if (!s->plain)
    fill_last (row, s);
  if (s->plain || !sees (s, FRAM_CLASS_INSTRUCT, person))
    {
      row->instructions = g_new0 (char *, 1);
      return;
    }
  row->instructions = fram_roster_load_lines (s->desk->db, person->enrolment, s->activity->row, s->day);
  row->training = fram_roster_load_training (s->desk->db, person->enrolment, s->activity->row, s->day);
}

/* NULL without an error: somebody who is not, or not any more, one's own. */
static FramRosterRow *
make_row (const Sources *s, const FramExpected *expected, GError **error)
{
  FramStoredPerson *person =
      fram_roster_load_person (s->desk->db, s->desk->viewer, s->activity->row, expected->enrolment, error);
  FramRosterRow *row = NULL;

  if (person == NULL)
    return NULL;
  if (!person->visible || sees (s, FRAM_CLASS_ATTEND, person))
    row = fram_roster_row_new ();
  if (row != NULL && person->visible)
    fill_person (row, s, expected, person);
  else if (row != NULL)
    fill_bare (row);
  fram_stored_person_free (person);
  return row;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const FramRosterRow *x = *(FramRosterRow *const *)a;
  const FramRosterRow *y = *(FramRosterRow *const *)b;
  int apart = (x->kind == FRAM_ROSTER_UNPLANNED) - (y->kind == FRAM_ROSTER_UNPLANNED);

  if (apart != 0)
    return apart;
  apart = g_strcmp0 (x->sort_key, y->sort_key);
  return apart != 0 ? apart : g_strcmp0 (x->case_no, y->case_no);
}

static gboolean
make_rows (const Sources *s, GPtrArray *rows, GError **error)
{
  for (guint i = 0; i < s->expected->len; i++)
    {
      g_autoptr (GError) local = NULL;
      FramRosterRow *row = make_row (s, &g_array_index (s->expected, FramExpected, i), &local);

      if (row != NULL)
        g_ptr_array_add (rows, row);
      else if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
    }
  g_ptr_array_sort (rows, compare_rows);
  return TRUE;
}

static void
count_row (FramRosterTotals *totals, FramDesk *desk, const FramRosterRow *row)
{
  if (row->kind == FRAM_ROSTER_UNPLANNED || row->kind == FRAM_ROSTER_BARE)
    return;
  totals->expected++;
  totals->planned_minutes += MAX (row->planned_minutes, 0);
  if (row->status == NULL)
    totals->unmarked++;
  else
    totals->of_status[row->status - (const FramStatus *)desk->statuses->data]++;
  totals->attended_minutes += MAX (row->attended_minutes, 0);
}

static char *
refusal_of (FramDesk *self, const Sources *s)
{
  if (fram_desk_get_read_only_reason (self) != NULL)
    return g_strdup (fram_desk_get_read_only_reason (self));
  if (!fram_rights_may_mark (self->viewer, s->activity->row))
    return g_strdup (_ ("Your roles let you read this roster but not mark in it."));
  return NULL;
}

static guint
count_people (const GArray *spans, FramDate day)
{
  guint n = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const FramSpan *span = &g_array_index (spans, FramSpan, i);

      n += span->from <= day && (span->to == FRAM_DATE_NONE || span->to >= day);
    }
  return n;
}

static FramRoster *
make_roster (FramDesk *self, const Sources *s, GError **error)
{
  g_autoptr (FramRoster) roster = g_new0 (FramRoster, 1);

  roster->rows = g_ptr_array_new_with_free_func (g_object_unref);
  roster->activity = s->activity->id;
  roster->name = g_strdup (activity_name (s->activity));
  roster->day = s->day;
  roster->day_is_off = s->info.kind != FRAM_DAY_OPEN;
  roster->day_note = roster->day_is_off ? g_strdup (s->info.name) : NULL;
  roster->refusal = refusal_of (self, s);
  roster->may_mark = roster->refusal == NULL;
  roster->people_placed = (int)count_people (s->spans, s->day);
  if (!make_rows (s, roster->rows, error))
    return NULL;
  for (guint i = 0; i < roster->rows->len; i++)
    count_row (&roster->totals, self, g_ptr_array_index (roster->rows, i));
  return g_steal_pointer (&roster);
}

static FramRoster *
load_roster (FramDesk *self, const FramUuid *activity, FramDate day, gboolean plain, GError **error)
{
  g_auto (Sources) s = { .plain = plain };
  FramRoster *roster;
  gint64 row;

  FRAM_DESK_LOCKED (self);
  row = fram_db_find_row (self->db, activity);
  if (!fram_rights_may_see_roster (self->viewer, row))
    {
      g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_DENIED, _ ("Your roles do not let you see this roster."));
      return NULL;
    }
  fram_db_begin_read (self->db);
  roster = load_sources (self, row, day, &s, error) ? make_roster (self, &s, error) : NULL;
  fram_db_end_read (self->db);
  return roster;
}

/**
 * fram_desk_roster:
 * @self: the desk
 * @activity: a workshop or group
 * @day: the day
 * @error: return location; %FRAM_ERROR_DENIED, %FRAM_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable): the roster as far as the person at the keyboard may see it
 */
FramRoster *
fram_desk_roster (FramDesk *self, const FramUuid *activity, FramDate day, GError **error)
{
  return load_roster (self, activity, day, FALSE, error);
}

/* Who is expected, when, and the marks, without what a page shows beside them: what a mark needs to know before. */
FramRoster *
fram_desk_roster_plain (FramDesk *self, const FramUuid *activity, FramDate day, GError **error)
{
  return load_roster (self, activity, day, TRUE, error);
}

static void
count_activity (FramDesk *self, FramActivityCount *count, gint64 row, FramDate day)
{
  g_auto (Sources) s = { 0 };

  if (!load_sources (self, row, day, &s, NULL))
    return;
  for (guint i = 0; i < s.expected->len; i++)
    {
      const FramExpected *expected = &g_array_index (s.expected, FramExpected, i);

      count->expected += expected->kind != FRAM_EXPECTED_UNPLANNED;
      count->marked += expected->kind != FRAM_EXPECTED_UNPLANNED && expected->has_mark;
    }
}

static gboolean
is_own (const FramViewer *viewer, gint64 row)
{
  for (guint i = 0; i < viewer->grants->len; i++)
    {
      const FramGrant *grant = &g_array_index (viewer->grants, FramGrant, i);

      if (grant->workshop == row || grant->group == row)
        return TRUE;
    }
  return FALSE;
}

static void
activity_count_free (gpointer data)
{
  FramActivityCount *count = data;

  g_free (count->code);
  g_free (count->name);
  g_free (count);
}

static void
add_activity (FramDesk *self, GPtrArray *counts, const FramStoredActivity *activity, FramDate day)
{
  FramActivityCount *count;

  if (!fram_rights_may_see_roster (self->viewer, activity->row) ||
      (activity->is_group && !is_own (self->viewer, activity->row)))
    return;
  count = g_new0 (FramActivityCount, 1);
  count->activity = activity->id;
  count->code = g_strdup (activity->code);
  count->name = g_strdup (activity_name (activity));
  count->is_group = activity->is_group;
  count->own = is_own (self->viewer, activity->row);
  count_activity (self, count, activity->row, day);
  g_ptr_array_add (counts, count);
}

static int
own_first (gconstpointer a, gconstpointer b)
{
  const FramActivityCount *x = *(FramActivityCount *const *)a;
  const FramActivityCount *y = *(FramActivityCount *const *)b;

  return y->own - x->own;
}

/**
 * fram_desk_activities:
 * @self: the desk
 * @day: the day that is counted
 * @error: return location
 *
 * Returns: (transfer full) (element-type FramActivityCount): rosters the person may see, own first
 */
GPtrArray *
fram_desk_activities (FramDesk *self, FramDate day, GError **error)
{
  g_autoptr (GPtrArray) workshops = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  GPtrArray *counts = g_ptr_array_new_with_free_func (activity_count_free);

  FRAM_DESK_LOCKED (self);
  fram_db_begin_read (self->db);
  workshops = fram_house_load_activities (self->db, FALSE, error);
  groups = fram_house_load_activities (self->db, TRUE, NULL);
  for (guint i = 0; i < workshops->len; i++)
    add_activity (self, counts, g_ptr_array_index (workshops, i), day);
  for (guint i = 0; i < groups->len; i++)
    add_activity (self, counts, g_ptr_array_index (groups, i), day);
  fram_db_end_read (self->db);
  g_ptr_array_sort (counts, own_first);
  return counts;
}

/**
 * fram_desk_find_activity:
 * @self: the desk
 * @code_or_name: code or name in either language
 * @activity: (out): the workshop or group
 * @error: return location; %FRAM_ERROR_NOT_FOUND
 *
 * Returns: whether there is one
 */
gboolean
fram_desk_find_activity (FramDesk *self, const char *code_or_name, FramUuid *activity, GError **error)
{
  g_autoptr (FramStoredActivity) found = NULL;

  FRAM_DESK_LOCKED (self);
  found = fram_house_find_activity (self->db, code_or_name, error);
  if (found == NULL)
    return FALSE;
  *activity = found->id;
  return TRUE;
}

/**
 * fram_desk_next_day:
 * @self: the desk
 * @activity: a workshop or group
 * @day: a day
 * @direction: 1 forward, -1 back
 *
 * Returns: the next day in that direction on which the workshop is open
 */
FramDate
fram_desk_next_day (FramDesk *self, const FramUuid *activity, FramDate day, int direction)
{
  gint64 row;

  FRAM_DESK_LOCKED (self);
  row = fram_db_find_row (self->db, activity);
  return direction >= 0 ? fram_day_next_open (day, fram_desk_closed_days (self), row)
                        : fram_day_previous_open (day, fram_desk_closed_days (self), row);
}
