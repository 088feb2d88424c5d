#include "fram-timeline-layout-private.h"

#include <math.h>

/* What is pointed at is at least so large. */
#define TARGET 24.0

/* Views are never so short that a day would be wider than this many pixels of the view. */
#define SHORTEST 0.01

static void
label_clear (gpointer data)
{
  FramTimelineLabel *label = data;

  g_free (label->text);
}

/* --- days and pixels: until the end everything is laid out from left to right --- */

double
fram_timeline_layout_px (const FramTimelineLayout *self, double day)
{
  return self->plot.x + (day - self->view.from) * self->ppd;
}

static double
expected_end (const FramTimeline *timeline)
{
  if (timeline->closed != FRAM_DATE_NONE)
    return timeline->closed + 1;
  if (timeline->extended != FRAM_DATE_NONE)
    return timeline->extended + 1;
  return timeline->target != FRAM_DATE_NONE ? timeline->target + 1 : timeline->to + 1;
}

/* What goes on ends with the enrolment; support outside does not, and what is past its target day goes on all the same. */
double
fram_timeline_layout_end_of (const FramTimelineLayout *self, const FramTimelineItem *item)
{
  const FramTimeline *timeline = self->timeline;
  double end;

  if (item->to != FRAM_DATE_NONE)
    return item->to + 1;
  if (item->lane == FRAM_LANE_SUPPORT)
    return MAX (timeline->to + 1, self->view.to);
  end = expected_end (timeline);
  if (timeline->closed == FRAM_DATE_NONE && timeline->today != FRAM_DATE_NONE && end <= timeline->today + 1)
    end = MAX (timeline->to, timeline->today) + 1;
  return MAX (end, item->from + 1);
}

/* Meetings and commitments are points in time. */
gboolean
fram_timeline_item_is_mark (const FramTimelineItem *item)
{
  return item->lane == FRAM_LANE_MEETINGS || item->lane == FRAM_LANE_COMMITMENTS;
}

static double
x_in_plot (const FramTimelineLayout *self, double day)
{
  double x = floor (fram_timeline_layout_px (self, day)) + 0.5;

  return x >= self->plot.x && x <= self->plot.x + self->plot.width ? x : NAN;
}

static void
keep_clear (FramTimelineLayout *self, double x)
{
  if (!isnan (x))
    g_array_append_val (self->lines, x);
}

/* Today's line stands at noon, so that it is in its day however close one looks; the others where their day ends. */
static void
find_lines (FramTimelineLayout *self)
{
  const FramTimeline *timeline = self->timeline;

  self->today = self->target = self->extended = NAN;
  if (timeline->today != FRAM_DATE_NONE)
    self->today = x_in_plot (self, timeline->today + 0.5);
  if (timeline->target != FRAM_DATE_NONE)
    self->target = x_in_plot (self, timeline->target + 1);
  if (timeline->extended != FRAM_DATE_NONE)
    self->extended = x_in_plot (self, timeline->extended + 1);
  keep_clear (self, self->today);
  keep_clear (self, self->target);
  keep_clear (self, self->extended);
  for (guint i = 0; i < timeline->items->len; i++)
    {
      const FramTimelineItem *item = g_ptr_array_index (timeline->items, i);

      if (item->lane == FRAM_LANE_CHANGES && self->rows.lanes[FRAM_LANE_CHANGES].n > 0)
        keep_clear (self, x_in_plot (self, item->from + 0.5));
    }
}

/* --- boxes --- */

static FramTimelineRect
hit_of (const FramTimelineLayout *self, FramTimelineRect rect)
{
  double end = MIN (rect.x + rect.width, self->plot.x + self->plot.width), x = MAX (rect.x, self->plot.x);
  double width = MAX (end - x, 0), wider = MAX (TARGET - width, 0) / 2;
  double higher = MAX (TARGET - rect.height, 0) / 2;

  return (FramTimelineRect){ x - wider, rect.y - higher, width + 2 * wider, rect.height + 2 * higher };
}

static void
add_box (FramTimelineLayout *self, guint item, FramTimelineRect rect)
{
  FramTimelineBox box = { item, rect, hit_of (self, rect) };

  if (rect.x + rect.width < self->plot.x || rect.x > self->plot.x + self->plot.width)
    return;
  self->box_of[item] = (int)self->boxes->len;
  g_array_append_val (self->boxes, box);
}

/* A meeting stands where its hour is, a commitment in the middle of its day. */
static FramTimelineRect
mark_rect (const FramTimelineLayout *self, const FramTimelineItem *item, const FramTimelineRow *row)
{
  double size = FRAM_TIMELINE_MARK * self->s;
  double hour = item->starts != FRAM_TIME_NONE ? item->starts / 1440.0 : 0.5;
  double x = fram_timeline_layout_px (self, item->from + hour);

  return (FramTimelineRect){ x - size / 2, row->bar - size / 2, size, size };
}

static double
step_height (const FramTimelineItem *item)
{
  return item->weekly_minutes > 0 ? MAX (item->weekly_minutes / 60.0 * FRAM_TIMELINE_HOUR, 3) : 3 * FRAM_TIMELINE_HOUR;
}

static FramTimelineRect
bar_rect (const FramTimelineLayout *self, const FramTimelineItem *item, const FramTimelineRow *row)
{
  double x = fram_timeline_layout_px (self, item->from);
  double width = MAX (fram_timeline_layout_px (self, fram_timeline_layout_end_of (self, item)) - x, 2);
  double bottom = row->bar + row->bar_height, height = row->bar_height;

  if (item->lane == FRAM_LANE_WORKSHOPS)
    height = MIN (step_height (item), height);
  return (FramTimelineRect){ x, bottom - height, width, height };
}

/* The ring on a change's line; the line itself would be in the way of all else. */
static void
add_change (FramTimelineLayout *self, guint index, const FramTimelineItem *item)
{
  double size = 11 * self->s, x = x_in_plot (self, item->from + 0.5);
  double middle = self->rows.pills + FRAM_TIMELINE_PILL_LINE / 2 * self->s;

  if (!isnan (x) && self->rows.lanes[FRAM_LANE_CHANGES].n > 0)
    add_box (self, index, (FramTimelineRect){ x - size / 2, middle - size / 2, size, size });
}

static void
add_boxes (FramTimelineLayout *self)
{
  for (guint i = 0; i < self->timeline->items->len; i++)
    {
      const FramTimelineItem *item = g_ptr_array_index (self->timeline->items, i);
      const FramTimelineRow *row;

      if (item->lane == FRAM_LANE_CHANGES)
        add_change (self, i, item);
      if (self->rows.row_of[i] == FRAM_TIMELINE_ROW_UNSEEN)
        continue;
      row = &g_array_index (self->rows.rows, FramTimelineRow, self->rows.row_of[i]);
      add_box (self, i, fram_timeline_item_is_mark (item) ? mark_rect (self, item, row) : bar_rect (self, item, row));
    }
}

/* --- all of it --- */

static double
name_width (const FramTimelineLayout *self, FramLane lane)
{
  const FramTimelineLaneBox *box = &self->rows.lanes[lane];
  FramTextType name = fram_timeline_layout_type (self, FRAM_TIMELINE_TEXT, TRUE);
  FramTextType row = fram_timeline_layout_type (self, FRAM_TIMELINE_TEXT, FALSE);
  double width = fram_drawn_text_width (fram_lane_get_name (lane), &name) + 18 * self->s;

  if (lane == FRAM_LANE_SUPPORT && box->n > 0)
    width +=
        10 * self->s + fram_drawn_text_width (g_array_index (self->rows.rows, FramTimelineRow, box->first).name, &row);
  return width;
}

/* The names of all lanes can be read; those of rows too, as far as there is room for both. */
static double
names_width (const FramTimelineLayout *self)
{
  FramTextType type = fram_timeline_layout_type (self, FRAM_TIMELINE_TEXT, FALSE);
  double widest = FRAM_TIMELINE_NAMES * self->s;

  for (int lane = 0; lane < FRAM_N_LANES; lane++)
    if (self->rows.lanes[lane].height > 0)
      widest = MAX (widest, name_width (self, (FramLane)lane));
  for (guint i = 0; i < self->rows.rows->len; i++)
    {
      const FramTimelineRow *row = &g_array_index (self->rows.rows, FramTimelineRow, i);

      if (row->lane == FRAM_LANE_WORKSHOPS)
        widest = MAX (widest, 18 * self->s + fram_drawn_text_width (row->name, &type));
    }
  return ceil (MIN (widest, self->view.width / 4));
}

static void
measure (FramTimelineLayout *self)
{
  double days = MAX (self->view.to - self->view.from, SHORTEST), axis = FRAM_TIMELINE_AXIS * self->s;
  double edge = self->rows.stacked ? 8 : 10;

  self->names = self->rows.stacked ? edge : names_width (self);
  self->plot.x = self->names;
  self->plot.y = axis;
  self->plot.width = MAX (self->view.width - self->names - edge, 1);
  self->plot.height = MAX (self->rows.height - axis - 4 * self->s, 1);
  self->ppd = self->plot.width / days;
}

static FramTimelineLayout *
make (const FramTimeline *timeline, const FramTimelineView *view)
{
  FramTimelineLayout *self = g_new0 (FramTimelineLayout, 1);

  self->timeline = timeline;
  self->view = *view;
  self->s = view->text_scale > 0 ? view->text_scale : 1;
  self->boxes = g_array_new (FALSE, TRUE, sizeof (FramTimelineBox));
  self->labels = g_array_new (FALSE, TRUE, sizeof (FramTimelineLabel));
  self->gaps = g_array_new (FALSE, TRUE, sizeof (FramTimelineGapBox));
  self->pauses = g_array_new (FALSE, TRUE, sizeof (FramTimelineGapBox));
  self->ticks = g_array_new (FALSE, TRUE, sizeof (FramTimelineTick));
  self->steps = g_array_new (FALSE, TRUE, sizeof (FramTimelineStep));
  self->notes = g_array_new (FALSE, TRUE, sizeof (guint));
  self->lines = g_array_new (FALSE, TRUE, sizeof (double));
  self->blocks = g_array_new (FALSE, TRUE, sizeof (FramTimelineRect));
  self->box_of = g_new (int, timeline->items->len + 1);
  for (guint i = 0; i < timeline->items->len; i++)
    self->box_of[i] = -1;
  g_array_set_clear_func (self->labels, label_clear);
  fram_timeline_rows_init (&self->rows, timeline, view->width, self->s);
  return self;
}

/**
 * fram_timeline_layout_new:
 * @timeline: what is drawn
 * @view: which part of it, and how large
 *
 * Lays out a timeline. What matters most finds its place first: the axis, then gaps, then changes, then the lanes.
 *
 * Returns: (transfer full): where everything is
 */
FramTimelineLayout *
fram_timeline_layout_new (const FramTimeline *timeline, const FramTimelineView *view)
{
  FramTimelineLayout *self;

  g_return_val_if_fail (timeline != NULL && view != NULL, NULL);
  self = make (timeline, view);
  measure (self);
  find_lines (self);
  add_boxes (self);
  fram_timeline_layout_add_names (self);
  fram_timeline_layout_add_axis (self);
  fram_timeline_layout_add_gaps (self);
  fram_timeline_layout_add_pills (self);
  fram_timeline_layout_add_days (self);
  fram_timeline_layout_add_steps (self);
  fram_timeline_layout_add_bars (self);
  fram_timeline_layout_add_marks (self);
  if (view->rtl)
    fram_timeline_layout_mirror (self);
  return self;
}

void
fram_timeline_layout_free (FramTimelineLayout *self)
{
  fram_timeline_rows_clear (&self->rows);
  g_array_unref (self->boxes);
  g_array_unref (self->labels);
  g_array_unref (self->gaps);
  g_array_unref (self->pauses);
  g_array_unref (self->ticks);
  g_array_unref (self->steps);
  g_array_unref (self->notes);
  g_array_unref (self->lines);
  g_array_unref (self->blocks);
  g_free (self->box_of);
  g_free (self);
}

const FramTimeline *
fram_timeline_layout_get_timeline (const FramTimelineLayout *self)
{
  return self->timeline;
}

const FramTimelineView *
fram_timeline_layout_get_view (const FramTimelineLayout *self)
{
  return &self->view;
}

const GArray *
fram_timeline_layout_get_boxes (const FramTimelineLayout *self)
{
  return self->boxes;
}

const GArray *
fram_timeline_layout_get_labels (const FramTimelineLayout *self)
{
  return self->labels;
}

/**
 * fram_timeline_layout_get_notes:
 * @self: a layout
 *
 * Returns: (element-type guint): items that have no room for all of their labels, where the view is numbered; the first is
 *   number one after the view's first note
 */
const GArray *
fram_timeline_layout_get_notes (const FramTimelineLayout *self)
{
  return self->notes;
}

/**
 * fram_timeline_layout_get_plot:
 * @self: a layout
 *
 * Returns: where time runs: without axis and names
 */
FramTimelineRect
fram_timeline_layout_get_plot (const FramTimelineLayout *self)
{
  return self->plot;
}

/**
 * fram_timeline_layout_get_strip:
 * @self: a layout
 *
 * Returns: where the columns of attendance and their letters are; without height where that lane is not there
 */
FramTimelineRect
fram_timeline_layout_get_strip (const FramTimelineLayout *self)
{
  return self->strip;
}

/**
 * fram_timeline_layout_get_gap:
 * @self: a layout
 * @gap: index of a gap
 * @rect: (out): where it is hatched, as far as it is in view
 *
 * Returns: whether any of it is
 */
gboolean
fram_timeline_layout_get_gap (const FramTimelineLayout *self, guint gap, FramTimelineRect *rect)
{
  for (guint i = 0; i < self->gaps->len; i++)
    {
      const FramTimelineGapBox *box = &g_array_index (self->gaps, FramTimelineGapBox, i);

      if (box->index != gap)
        continue;
      *rect = box->rect;
      return TRUE;
    }
  return FALSE;
}

/**
 * fram_timeline_layout_find_box:
 * @self: a layout
 * @item: index of an item
 *
 * Returns: (nullable): its box; %NULL where it is out of view
 */
const FramTimelineBox *
fram_timeline_layout_find_box (const FramTimelineLayout *self, guint item)
{
  g_return_val_if_fail (item < self->timeline->items->len, NULL);
  return self->box_of[item] < 0 ? NULL : &g_array_index (self->boxes, FramTimelineBox, self->box_of[item]);
}

/**
 * fram_timeline_layout_day_at:
 * @self: a layout
 * @x: a place in the view
 *
 * Returns: the day there, with its part: 0.5 is noon of 1970-01-01
 */
double
fram_timeline_layout_day_at (const FramTimelineLayout *self, double x)
{
  double along = self->view.rtl ? self->plot.x + self->plot.width - x : x - self->plot.x;

  return self->view.from + along / self->ppd;
}

/**
 * fram_timeline_layout_x_of:
 * @self: a layout
 * @day: a day with its part
 *
 * Returns: where it is in the view
 */
double
fram_timeline_layout_x_of (const FramTimelineLayout *self, double day)
{
  double along = (day - self->view.from) * self->ppd;

  return self->view.rtl ? self->plot.x + self->plot.width - along : self->plot.x + along;
}
