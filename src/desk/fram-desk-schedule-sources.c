#include "fram-desk-schedule-private.h"

#include "fram-desk-booking-private.h"
#include "fram-rights.h"

#include <glib/gi18n-lib.h>

/* What is read for a schedule, and whose groups it may be narrowed to. */

void
fram_schedule_sources_clear (FramScheduleSources *self)
{
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->leaders, g_array_unref);
  g_clear_pointer (&self->stays, g_array_unref);
  g_clear_pointer (&self->seen, g_array_unref);
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->granted, g_array_unref);
  g_clear_pointer (&self->theirs, g_array_unref);
}

/* The same answer about somebody who is not in the register and about somebody whom one may not see. */
static gboolean
refuse_participant (GError **error)
{
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_DENIED,
                       _ ("Your roles do not let you see this person's week. Ask the case worker."));
  return FALSE;
}

/* Who sees the plan sees all of somebody's groups; a peer mentor those that are the mentor's own too (DATA.md, "plan"). */
static gboolean
load_participant (FramScheduleSources *self, GError **error)
{
  FramDesk *desk = self->desk;

  if (self->row == 0 || !fram_people_may (desk->db, desk->viewer, FRAM_CLASS_PLAN, self->row))
    return refuse_participant (error);
  self->only_own = !fram_people_may_plan (desk->db, desk->viewer, self->row);
  self->theirs = fram_schedule_load_stays_of (desk->db, self->row, self->from, self->to, error);
  return self->theirs != NULL;
}

static gboolean
load_groups (FramScheduleSources *self, GError **error)
{
  FramDb *db = self->desk->db;

  if (self->of == FRAM_SCHEDULE_OF_PARTICIPANT && !load_participant (self, error))
    return FALSE;
  if (self->of == FRAM_SCHEDULE_OF_GROUP)
    {
      FramGroupRecord *group = fram_group_load (db, self->row, error);

      if (group == NULL)
        return FALSE;
      self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_group_record_free);
      g_ptr_array_add (self->groups, group);
      return TRUE;
    }
  self->groups = fram_group_load_all (db, self->from, self->to, error);
  return self->groups != NULL;
}

/* Nothing of attendance is read for who sees no roster of a group anyway. */
static gboolean
load_counts (FramScheduleSources *self, GError **error)
{
  const FramViewer *viewer = self->desk->viewer;
  FramDb *db = self->desk->db;

  if (!fram_rights_may_read (viewer, FRAM_CLASS_ATTEND))
    {
      self->seen = g_array_new (FALSE, FALSE, sizeof (FramGroupStay));
      self->marks = g_array_new (FALSE, FALSE, sizeof (FramScheduleMark));
      return TRUE;
    }
  self->seen = fram_schedule_load_stays (db, viewer, self->from, self->to, error);
  self->marks = self->seen != NULL ? fram_schedule_load_marks (db, viewer, self->from, self->to, error) : NULL;
  return self->marks != NULL;
}

/**
 * fram_schedule_sources_load:
 * @self: with the desk, what of, and the days; the rest zeroes
 * @error: return location; %FRAM_ERROR_DENIED for a participant whose plan the person at the keyboard may not see
 *
 * Returns: whether everything was read
 */
gboolean
fram_schedule_sources_load (FramScheduleSources *self, GError **error)
{
  FramDb *db = self->desk->db;
  const FramViewer *viewer = self->desk->viewer;

  self->closed_days = fram_desk_closed_days (self->desk);
  if (!load_groups (self, error))
    return FALSE;
  self->leaders = fram_group_load_leaders (db, self->from, self->to, error);
  self->stays = self->leaders != NULL ? fram_group_load_stays (db, 0, self->from, self->to, error) : NULL;
  self->places = self->stays != NULL ? fram_group_load_places (db, error) : NULL;
  self->granted = self->places != NULL ? fram_schedule_load_granted (db, viewer->staff, viewer->today, error) : NULL;
  return self->granted != NULL && load_counts (self, error);
}

/**
 * fram_schedule_sources_leads:
 * @self: the sources
 * @group: row number of a group
 * @staff: row number of a person
 * @day: a day
 *
 * Returns: whether the person is written down as leader of the group on that day
 */
gboolean
fram_schedule_sources_leads (const FramScheduleSources *self, gint64 group, gint64 staff, FramDate day)
{
  for (guint i = 0; i < self->leaders->len; i++)
    {
      const FramGroupLeader *leader = &g_array_index (self->leaders, FramGroupLeader, i);

      if (leader->group == group && leader->staff == staff && (leader->from == FRAM_DATE_NONE || leader->from <= day) &&
          (leader->to == FRAM_DATE_NONE || leader->to >= day))
        return TRUE;
    }
  return FALSE;
}
