#include "fram-desk-roster-private.h"

#include "fram-rights.h"
#include "fram-sight.h"
#include "fram-streak.h"
#include "fram-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
fram_roster_free (FramRoster *self)
{
  g_free (self->name);
  g_free (self->day_note);
  g_free (self->refusal);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

const char *
fram_desk_activity_name (const FramStoredActivity *activity)
{
  return fram_text_is_swedish () ? activity->name_sv : activity->name_en;
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

/* A day in two halves is one session: whoever was there for one of them was there. */
static const FramStatus *
status_of_session (FramDesk *desk, const GPtrArray *marks, guint *at)
{
  const FramStoredMark *first = g_ptr_array_index (marks, *at);
  const FramStatus *status = fram_desk_status_of_row (desk, first->status);

  for (; *at + 1 < marks->len; (*at)++)
    {
      const FramStoredMark *next = g_ptr_array_index (marks, *at + 1);
      const FramStatus *other = fram_desk_status_of_row (desk, next->status);

      if (next->day != first->day)
        break;
      if (status == NULL || (other != NULL && other->counts < status->counts))
        status = other;
    }
  return status;
}

static void
fill_strip (FramRosterRow *row, const FramRosterSources *s, const GArray *sessions)
{
  row->n_last = MIN (sessions->len, FRAM_STRIP_LENGTH);
  for (guint i = 0; i < row->n_last; i++)
    {
      const FramStreakMark *session = &g_array_index (sessions, FramStreakMark, i);

      row->last[row->n_last - 1 - i] = fram_desk_find_status (s->desk, session->status);
      row->last_day[row->n_last - 1 - i] = session->day;
    }
}

/* What the sessions before and the mark of this day say together. Who is not marked yet may still come. */
static void
fill_streak (FramRosterRow *row, const FramRosterSources *s, const GArray *sessions)
{
  g_autofree FramStreakMark *all = g_new0 (FramStreakMark, sessions->len + 1);
  const FramStreakMark *before = all + 1;

  if (sessions->len > 0)
    memcpy (all + 1, sessions->data, sessions->len * sizeof *all);
  all[0] = (FramStreakMark){ s->day, row->status != NULL ? row->status->code : "present",
                             row->status != NULL ? row->status->counts : FRAM_COUNTS_PRESENT };
  row->returns = fram_streak_is_return (all, sessions->len + 1);
  row->unnotified_in_a_row = row->status != NULL ? fram_streak_unnotified (all, sessions->len + 1)
                                                 : fram_streak_unnotified (before, sessions->len);
  row->streak_shown = fram_streak_is_shown (s->hints.alerts, row->unnotified_in_a_row);
  row->streak_alert = fram_streak_is_alert (s->hints.alerts, row->unnotified_in_a_row);
}

/* The strip shows ten, a streak that is alerted on may be longer than what is shown. */
static void
fill_last (FramRosterRow *row, const FramRosterSources *s)
{
  g_autoptr (GArray) sessions = g_array_new (FALSE, FALSE, sizeof (FramStreakMark));
  guint n = MAX (FRAM_STRIP_LENGTH, fram_streak_longest_alert (s->hints.alerts));
  g_autoptr (GPtrArray) last =
      fram_roster_load_last (s->desk->db, row->enrolment_row, s->activity->row, s->day, n, NULL);

  for (guint i = 0; last != NULL && i < last->len; i++)
    {
      FramDate day = ((const FramStoredMark *)g_ptr_array_index (last, i))->day;
      const FramStatus *status = status_of_session (s->desk, last, &i);

      if (status != NULL)
        {
          FramStreakMark session = { day, status->code, status->counts };

          g_array_append_val (sessions, session);
        }
    }
  fill_strip (row, s, sessions);
  fill_streak (row, s, sessions);
}

/* As the person at the keyboard may see it: in full, or an alias or initials where the identity is protected. */
char *
fram_desk_shown_name (const FramStoredPerson *person)
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
is_own_here (const FramRosterSources *s, FramClass klass, gint64 enrolment)
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
gboolean
fram_roster_sources_sees (const FramRosterSources *s, FramClass klass, const FramStoredPerson *person)
{
  const FramViewer *viewer = s->desk->viewer;

  if (fram_rights_reaches_site (viewer, klass, FALSE))
    return TRUE;
  return fram_rights_may_read (viewer, klass) && (is_own_here (s, klass, person->enrolment) ||
                                                  fram_people_may (s->desk->db, viewer, klass, person->participant));
}

static void
fill_plan (FramRosterRow *row, const FramRosterSources *s, const FramExpected *expected)
{
  FramHalfDay half = { expected->planned_from, expected->planned_to, expected->planned_minutes };

  if (row->part != 0)
    half = fram_roster_sources_half (s, expected, row->part);
  row->planned_from = half.from;
  row->planned_to = half.to;
  row->planned_minutes = half.minutes;
  row->of_group = s->activity->is_group;
  row->first_day = expected->first_day;
  row->last_day_here = expected->last_day;
  row->hours_changed = expected->hours_changed;
  row->stay_ends = expected->span_to;
}

/* Most look at a roster of their own, and the register need not be asked. */
static gboolean
sees_lines (const FramRosterSources *s, const FramStoredPerson *person)
{
  const FramViewer *readers = s->line_readers;

  if (!fram_rights_may_read (readers, FRAM_CLASS_INSTRUCT))
    return FALSE;
  return fram_rights_reaches_site (readers, FRAM_CLASS_INSTRUCT, FALSE) ||
         is_own_here (s, FRAM_CLASS_INSTRUCT, person->enrolment) ||
         fram_people_may (s->desk->db, readers, FRAM_CLASS_INSTRUCT, person->participant);
}

static void
fill_lines (FramRosterRow *row, const FramRosterSources *s, const FramStoredPerson *person)
{
  if (s->plain || !sees_lines (s, person))
    {
      row->instructions = g_new0 (char *, 1);
      return;
    }
  row->instructions = fram_roster_load_lines (s->desk->db, person->enrolment, s->activity->row, s->day);
  row->training = fram_roster_load_training (s->desk->db, person->enrolment, s->activity->row, s->day);
}

static void
fill_person (FramRosterRow *row, const FramRosterSources *s, const FramExpected *expected,
             const FramStoredPerson *person)
{
  row->kind = expected->kind == FRAM_EXPECTED_PLANNED   ? FRAM_ROSTER_PLANNED
              : expected->kind == FRAM_EXPECTED_VISITOR ? FRAM_ROSTER_VISITOR
                                                        : FRAM_ROSTER_UNPLANNED;
  row->enrolment = person->enrolment_id;
  row->participant = person->participant_id;
  row->enrolment_row = person->enrolment;
  row->case_no = g_strdup (person->case_no);
  row->name = fram_desk_shown_name (person);
  row->sort_key = person->is_protected ? fram_text_sort_key (row->name) : g_strdup (person->sort_key);
  row->is_protected = person->is_protected;
  fill_plan (row, s, expected);
  fill_mark (row, s->desk, fram_roster_sources_mark (s, person->enrolment, row->part));
  fill_lines (row, s, person);
  if (s->plain)
    return;
  fill_last (row, s);
  fram_roster_hints_fill (s, person, row);
}

/* Somebody whose day is split has a row for each half. */
static void
add_person (const FramRosterSources *s, const FramExpected *expected, const FramStoredPerson *person, GPtrArray *rows)
{
  gboolean split = expected->kind != FRAM_EXPECTED_UNPLANNED && fram_roster_sources_is_split (s, expected->enrolment);

  for (int part = split ? 1 : 0; part <= (split ? 2 : 0); part++)
    {
      FramRosterRow *row = fram_roster_row_new ();

      row->part = part;
      fill_person (row, s, expected, person);
      g_ptr_array_add (rows, row);
    }
}

/* Nothing is added for somebody who is not, or not any more, one's own. */
static gboolean
add_rows (const FramRosterSources *s, const FramExpected *expected, GPtrArray *rows, GError **error)
{
  g_autoptr (GError) local = NULL;
  FramStoredPerson *person =
      fram_roster_load_person (s->desk->db, s->desk->viewer, s->activity->row, expected->enrolment, &local);

  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (person != NULL && !person->visible)
    {
      FramRosterRow *row = fram_roster_row_new ();

      fill_bare (row);
      g_ptr_array_add (rows, row);
    }
  else if (person != NULL && fram_roster_sources_sees (s, FRAM_CLASS_ATTEND, person))
    add_person (s, expected, person, rows);
  g_clear_pointer (&person, fram_stored_person_free);
  return error == NULL || *error == NULL;
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
  if (apart == 0)
    apart = g_strcmp0 (x->case_no, y->case_no);
  return apart != 0 ? apart : x->part - y->part;
}

static gboolean
make_rows (const FramRosterSources *s, GPtrArray *rows, GError **error)
{
  for (guint i = 0; i < s->expected->len; i++)
    {
      const FramExpected *expected = &g_array_index (s->expected, FramExpected, i);
      g_autoptr (GError) local = NULL;

      if (s->only != NULL && !g_hash_table_contains (s->only, &expected->enrolment))
        continue;
      if (!add_rows (s, expected, rows, &local))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
    }
  g_ptr_array_sort (rows, compare_rows);
  return TRUE;
}

/* Whom a roster counts how. A person is counted once: unmarked until both halves of a split day are marked, then by the half
 * that counts most, present before absent. */
static const FramStatus *
status_of_person (const FramRosterRow *row, const FramRosterRow *second)
{
  if (second == NULL || row->status == NULL)
    return row->status;
  if (second->status == NULL)
    return NULL;
  return second->status->counts < row->status->counts ? second->status : row->status;
}

static void
count_minutes (FramRosterTotals *totals, const FramRosterRow *row)
{
  totals->planned_minutes += MAX (row->planned_minutes, 0);
  totals->attended_minutes += MAX (row->attended_minutes, 0);
}

static void
count_rows (FramRosterTotals *totals, FramDesk *desk, const GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const FramRosterRow *row = g_ptr_array_index (rows, i);
      const FramRosterRow *second = row->part == 1 && i + 1 < rows->len ? g_ptr_array_index (rows, i + 1) : NULL;
      const FramStatus *status = status_of_person (row, second);

      if (row->kind == FRAM_ROSTER_UNPLANNED || row->kind == FRAM_ROSTER_BARE)
        continue;
      count_minutes (totals, row);
      if (row->part == 2)
        continue;
      totals->expected++;
      if (status == NULL)
        totals->unmarked++;
      else
        totals->of_status[status - (const FramStatus *)desk->statuses->data]++;
    }
}

/* Why the person at the keyboard may not mark there; with a day, also because its week is closed. */
char *
fram_desk_marking_refusal (FramDesk *self, gint64 activity, FramDate day)
{
  if (fram_desk_get_read_only_reason (self) != NULL)
    return g_strdup (fram_desk_get_read_only_reason (self));
  if (!fram_rights_may_mark (self->viewer, activity))
    return g_strdup (_ ("Your roles let you read this roster but not mark in it."));
  return day != FRAM_DATE_NONE ? fram_desk_closed_week_text (self, activity, day) : NULL;
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
make_roster (FramDesk *self, const FramRosterSources *s, GError **error)
{
  g_autoptr (FramRoster) roster = g_new0 (FramRoster, 1);

  roster->rows = g_ptr_array_new_with_free_func (g_object_unref);
  roster->activity = s->activity->id;
  roster->name = g_strdup (fram_desk_activity_name (s->activity));
  roster->day = s->day;
  roster->day_is_off = fram_roster_sources_is_off (s);
  roster->no_session = roster->day_is_off && s->info.kind == FRAM_DAY_OPEN;
  if (roster->day_is_off)
    roster->day_note =
        s->info.kind != FRAM_DAY_OPEN ? g_strdup (s->info.name) : fram_desk_session_note (s->sessions, s->day);
  roster->refusal = fram_desk_marking_refusal (self, s->activity->row, s->day);
  roster->may_mark = roster->refusal == NULL;
  roster->opens_people = fram_rights_opens_people_of (self->viewer, s->activity->row);
  roster->people_placed = (int)count_people (s->spans, s->day);
  if (!make_rows (s, roster->rows, error))
    return NULL;
  count_rows (&roster->totals, self, roster->rows);
  return g_steal_pointer (&roster);
}

static FramRoster *
load_roster (FramDesk *self, const FramUuid *activity, FramDate day, gboolean plain, GHashTable *only, GError **error)
{
  g_auto (FramRosterSources) s = { .plain = plain, .only = only };
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
  roster = fram_roster_sources_load (&s, self, row, day, error) && (plain || fram_roster_hints_load (&s, error))
               ? make_roster (self, &s, error)
               : NULL;
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
  return load_roster (self, activity, day, FALSE, NULL, error);
}

/* Who is expected, when, and the marks, without what a page shows beside them: what a mark needs to know before. */
FramRoster *
fram_desk_roster_plain (FramDesk *self, const FramUuid *activity, FramDate day, GError **error)
{
  return load_roster (self, activity, day, TRUE, NULL, error);
}

/* The same of some people only: a case worker's, who are few among many. */
FramRoster *
fram_desk_roster_of_some (FramDesk *self, const FramUuid *activity, FramDate day, GHashTable *enrolments,
                          GError **error)
{
  return load_roster (self, activity, day, FALSE, enrolments, error);
}
