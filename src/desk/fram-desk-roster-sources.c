#include "fram-desk-roster-private.h"

#include "fram-rights.h"

/* What a roster is made of: who is placed there, who is planned, the marks, and which days are split. */

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

/**
 * fram_roster_sources_load:
 * @self: (out): zeroes, but for `plain`
 * @desk: the desk
 * @activity: row number of a workshop or group
 * @day: the day
 * @error: return location
 *
 * Whether the person at the keyboard may see that roster is the caller's to ask.
 *
 * Returns: whether everything was read
 */
gboolean
fram_roster_sources_load (FramRosterSources *self, FramDesk *desk, gint64 activity, FramDate day, GError **error)
{
  g_autoptr (GArray) keys = NULL;

  self->desk = desk;
  self->day = day;
  self->line_readers = self->plain ? NULL : fram_rights_line_readers (desk->viewer, activity);
  self->activity = fram_house_load_activity (desk->db, activity, error);
  if (self->activity == NULL)
    return FALSE;
  self->info = fram_desk_day_info (desk, day, self->activity->is_group ? 0 : activity);
  self->spans = fram_roster_load_stays (desk->db, activity, day, error);
  if (self->spans == NULL)
    return FALSE;
  self->sessions = fram_desk_sessions_around (desk, self->activity, day);
  self->slots = self->activity->is_group ? fram_desk_slots_of_session (self->sessions, self->spans, day)
                                         : fram_roster_load_slots (desk->db, activity, day, error);
  self->marks = self->slots != NULL ? fram_roster_load_marks (desk->db, activity, day, error) : NULL;
  self->splits = self->marks != NULL ? fram_roster_load_splits (desk->db, activity, day, error) : NULL;
  if (self->splits == NULL)
    return FALSE;
  keys = keys_of_marks (self->marks);
  self->expected = fram_expected_of_day (self->spans, self->slots, keys, day, fram_roster_sources_is_off (self));
  return TRUE;
}

void
fram_roster_sources_clear (FramRosterSources *self)
{
  g_clear_pointer (&self->activity, fram_stored_activity_free);
  g_clear_pointer (&self->sessions, g_array_unref);
  g_clear_pointer (&self->spans, g_array_unref);
  g_clear_pointer (&self->slots, g_array_unref);
  g_clear_pointer (&self->marks, g_ptr_array_unref);
  g_clear_pointer (&self->splits, g_array_unref);
  g_clear_pointer (&self->expected, g_array_unref);
  fram_roster_hints_clear (&self->hints);
  g_clear_pointer (&self->line_readers, fram_viewer_unref);
}

/* Whether it is a day on which nobody is expected: a day off, or of a group one without a session that is held. */
gboolean
fram_roster_sources_is_off (const FramRosterSources *self)
{
  return self->info.kind != FRAM_DAY_OPEN || !fram_desk_has_session (self->sessions, self->day);
}

/* Whether the day of somebody is in two halves, each with a row of its own. */
gboolean
fram_roster_sources_is_split (const FramRosterSources *self, gint64 enrolment)
{
  for (guint i = 0; i < self->splits->len; i++)
    if (g_array_index (self->splits, FramStoredSplit, i).enrolment == enrolment)
      return TRUE;
  return FALSE;
}

/* The half of somebody's plan; of a visitor, whose hours nobody planned, the half as it was written down. */
FramHalfDay
fram_roster_sources_half (const FramRosterSources *self, const FramExpected *expected, int part)
{
  FramHalfDay halves[2];

  if (fram_half_days_of_plan (self->slots, expected->enrolment, self->day, halves))
    return halves[part - 1];
  for (guint i = 0; i < self->splits->len; i++)
    {
      const FramStoredSplit *split = &g_array_index (self->splits, FramStoredSplit, i);

      if (split->enrolment == expected->enrolment && split->part == part)
        return (FramHalfDay){ FRAM_TIME_NONE, FRAM_TIME_NONE, split->planned_minutes };
    }
  return (FramHalfDay){ FRAM_TIME_NONE, FRAM_TIME_NONE, -1 };
}

const FramExpected *
fram_roster_sources_find (const FramRosterSources *self, gint64 enrolment)
{
  for (guint i = 0; i < self->expected->len; i++)
    if (g_array_index (self->expected, FramExpected, i).enrolment == enrolment)
      return &g_array_index (self->expected, FramExpected, i);
  return NULL;
}

const FramStoredMark *
fram_roster_sources_mark (const FramRosterSources *self, gint64 enrolment, int part)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      const FramStoredMark *mark = g_ptr_array_index (self->marks, i);

      if (mark->enrolment == enrolment && mark->part == part)
        return mark;
    }
  return NULL;
}

/* Somebody whose day is split is marked when both halves are. */
gboolean
fram_roster_sources_is_marked (const FramRosterSources *self, gint64 enrolment)
{
  if (!fram_roster_sources_is_split (self, enrolment))
    return fram_roster_sources_mark (self, enrolment, 0) != NULL;
  return fram_roster_sources_mark (self, enrolment, 1) != NULL && fram_roster_sources_mark (self, enrolment, 2) != NULL;
}
