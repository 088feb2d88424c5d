#include "fram-timeline.h"

#include <glib/gi18n-lib.h>

static const char *const lane_codes[FRAM_N_LANES] = {
  [FRAM_LANE_PHASES] = "phases",   [FRAM_LANE_ATTENDANCE] = "attendance",   [FRAM_LANE_WORKSHOPS] = "workshops",
  [FRAM_LANE_GROUPS] = "groups",   [FRAM_LANE_EXTERNAL] = "external",       [FRAM_LANE_MEETINGS] = "meetings",
  [FRAM_LANE_SUPPORT] = "support", [FRAM_LANE_COMMITMENTS] = "commitments", [FRAM_LANE_CHANGES] = "changes",
};

static const char *const lane_names[FRAM_N_LANES] = {
  [FRAM_LANE_PHASES] = NC_ ("lane", "Phases"),           [FRAM_LANE_ATTENDANCE] = NC_ ("lane", "Attendance"),
  [FRAM_LANE_WORKSHOPS] = NC_ ("lane", "Workshops"),     [FRAM_LANE_GROUPS] = NC_ ("lane", "Groups"),
  [FRAM_LANE_EXTERNAL] = NC_ ("lane", "External place"), [FRAM_LANE_MEETINGS] = NC_ ("lane", "Meetings and talks"),
  [FRAM_LANE_SUPPORT] = NC_ ("lane", "Support outside"), [FRAM_LANE_COMMITMENTS] = NC_ ("lane", "Commitments"),
  [FRAM_LANE_CHANGES] = NC_ ("lane", "Changes"),
};

static void
item_free (gpointer data)
{
  FramTimelineItem *self = data;

  g_free (self->kind);
  g_free (self->row);
  g_free (self->label);
  g_free (self->text);
  g_free (self->plain);
  g_free (self);
}

/**
 * fram_timeline_new:
 *
 * Returns: (transfer full): a timeline with nothing on it
 */
FramTimeline *
fram_timeline_new (void)
{
  FramTimeline *self = g_new0 (FramTimeline, 1);

  self->from = self->to = self->today = FRAM_DATE_NONE;
  self->enrolled = self->closed = self->target = self->extended = FRAM_DATE_NONE;
  self->items = g_ptr_array_new_with_free_func (item_free);
  self->registered = g_ptr_array_new_with_free_func (item_free);
  self->days = g_array_new (FALSE, TRUE, sizeof (FramTimelineDay));
  self->gaps = g_array_new (FALSE, TRUE, sizeof (FramGap));
  self->stretches = g_array_new (FALSE, TRUE, sizeof (FramStretch));
  return self;
}

void
fram_timeline_free (FramTimeline *self)
{
  g_free (self->title);
  g_free (self->case_no);
  g_free (self->summary);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->registered);
  g_array_unref (self->days);
  g_array_unref (self->gaps);
  g_array_unref (self->stretches);
  g_free (self);
}

/**
 * fram_timeline_add:
 * @self: a timeline
 * @lane: its lane
 * @kind: its code
 * @from: first day
 * @to: last day, or %FRAM_DATE_NONE while it goes on
 *
 * Returns: (transfer none): a new item, done, without texts
 */
FramTimelineItem *
fram_timeline_add (FramTimeline *self, FramLane lane, const char *kind, FramDate from, FramDate to)
{
  FramTimelineItem *item = g_new0 (FramTimelineItem, 1);

  item->lane = lane;
  item->kind = g_strdup (kind);
  item->from = from;
  item->to = to;
  item->starts = FRAM_TIME_NONE;
  item->weekly_minutes = item->minutes = -1;
  g_ptr_array_add (self->items, item);
  return item;
}

const char *
fram_lane_get_code (FramLane lane)
{
  g_return_val_if_fail (lane < FRAM_N_LANES, NULL);
  return lane_codes[lane];
}

/**
 * fram_lane_get_name:
 * @lane: a lane
 *
 * Returns: its name in the reader's language
 */
const char *
fram_lane_get_name (FramLane lane)
{
  g_return_val_if_fail (lane < FRAM_N_LANES, NULL);
  return g_dpgettext2 (GETTEXT_PACKAGE, "lane", lane_names[lane]);
}
