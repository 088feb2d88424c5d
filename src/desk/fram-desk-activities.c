#include "fram-desk-roster-private.h"

#include "fram-group-store.h"
#include "fram-rights.h"
#include "fram-session.h"

#include <glib/gi18n-lib.h>

/* The rosters there are, and how far each of them is. */

/* Whether a workshop or group is the person's own: led, or run by standing in. */
gboolean
fram_desk_is_own_activity (const FramViewer *viewer, gint64 row)
{
  for (guint i = 0; i < viewer->grants->len; i++)
    {
      const FramGrant *grant = &g_array_index (viewer->grants, FramGrant, i);

      if (grant->workshop == row || grant->group == row)
        return TRUE;
    }
  return FALSE;
}

void
fram_activity_count_free (FramActivityCount *count)
{
  g_free (count->code);
  g_free (count->name);
  g_free (count);
}

/* The day that is counted of a group: that day, or that of its next session. Returns: %FRAM_DATE_NONE for one that has met
 * for the last time */
static FramDate
day_of_group (FramDesk *self, gint64 row, FramDate day)
{
  g_autoptr (FramSeries) series = fram_group_load_series (self->db, row, NULL);
  const GArray *closed_days = fram_desk_closed_days (self);
  g_autoptr (GArray) held = NULL;

  /* when a group of an imported register meets may be written nowhere */
  if (series == NULL || (series->steps->len == 0 && series->changes->len == 0))
    return day;
  held = fram_series_held_days (series, day, day, closed_days);
  return held->len > 0 ? day : fram_series_next (series, day, closed_days, NULL);
}

/* NULL: not a roster that the person has in the sidebar. */
static FramActivityCount *
count_of (FramDesk *self, const FramStoredActivity *activity, FramDate day)
{
  FramActivityCount *count;

  if (!fram_rights_may_see_roster (self->viewer, activity->row) ||
      (activity->is_group && !fram_desk_is_own_activity (self->viewer, activity->row)))
    return NULL;
  day = activity->is_group ? day_of_group (self, activity->row, day) : day;
  if (day == FRAM_DATE_NONE)
    return NULL;
  count = g_new0 (FramActivityCount, 1);
  count->activity = activity->id;
  count->code = g_strdup (activity->code);
  count->name = g_strdup (fram_desk_activity_name (activity));
  count->is_group = activity->is_group;
  count->day = day;
  count->own = fram_desk_is_own_activity (self->viewer, activity->row);
  fram_desk_count_roster (self, activity, day, &count->marked, &count->expected, NULL);
  return count;
}

static void
add_activity (FramDesk *self, GPtrArray *counts, const FramStoredActivity *activity, FramDate day)
{
  FramActivityCount *count = count_of (self, activity, day);

  if (count != NULL)
    g_ptr_array_add (counts, count);
}

static int
own_first (gconstpointer a, gconstpointer b)
{
  const FramActivityCount *x = *(FramActivityCount *const *)a;
  const FramActivityCount *y = *(FramActivityCount *const *)b;

  if (x->own != y->own)
    return y->own - x->own;
  if (x->is_group != y->is_group)
    return x->is_group - y->is_group;
  /* workshops stay in their order */
  if (!x->is_group)
    return 0;
  return x->day != y->day ? (x->day > y->day) - (x->day < y->day) : g_utf8_collate (x->name, y->name);
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
  GPtrArray *counts = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_activity_count_free);

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
 * fram_desk_count_activity:
 * @self: the desk
 * @activity: a workshop or group
 * @day: the day that is counted
 * @error: return location
 *
 * One line of fram_desk_activities() alone: all that a mark there changes.
 *
 * Returns: (transfer full) (nullable): the counts
 */
FramActivityCount *
fram_desk_count_activity (FramDesk *self, const FramUuid *activity, FramDate day, GError **error)
{
  g_autoptr (FramStoredActivity) stored = NULL;
  FramActivityCount *count;

  FRAM_DESK_LOCKED (self);
  stored = fram_desk_load_activity (self, activity, error);
  if (stored == NULL)
    return NULL;
  count = count_of (self, stored, day);
  if (count == NULL)
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_DENIED, _ ("Your roles do not let you see this roster."));
  return count;
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
 * Returns: the next day in that direction on which the workshop is open, or the group has a session that is held;
 *   %FRAM_DATE_NONE for none
 */
FramDate
fram_desk_next_day (FramDesk *self, const FramUuid *activity, FramDate day, int direction)
{
  g_autoptr (FramStoredActivity) stored = NULL;
  gint64 row;

  FRAM_DESK_LOCKED (self);
  row = fram_db_find_row (self->db, activity);
  stored = fram_house_load_activity (self->db, row, NULL);
  if (stored != NULL && stored->series != NULL && stored->series->steps->len > 0)
    return direction >= 0 ? fram_series_next (stored->series, day, fram_desk_closed_days (self), NULL)
                          : fram_series_previous (stored->series, day, fram_desk_closed_days (self), NULL);
  return direction >= 0 ? fram_day_next_open (day, fram_desk_closed_days (self), row)
                        : fram_day_previous_open (day, fram_desk_closed_days (self), row);
}
