#include "fram-timeline-layout-private.h"

#include <string.h>

/* Lanes and rows: which there are and how high. */

static gboolean
may_see (const FramTimeline *timeline, FramLane lane)
{
  return (timeline->lanes & (1u << lane)) != 0;
}

static gboolean
is_always_there (FramLane lane)
{
  return lane == FRAM_LANE_PHASES || lane == FRAM_LANE_ATTENDANCE;
}

/* Lanes in which bars are packed in as few rows as they need. */
static gboolean
is_packed (FramLane lane)
{
  return lane == FRAM_LANE_GROUPS || lane == FRAM_LANE_EXTERNAL || lane == FRAM_LANE_SUPPORT;
}

static gboolean
has_named_rows (FramLane lane)
{
  return lane == FRAM_LANE_WORKSHOPS || lane == FRAM_LANE_SUPPORT;
}

static FramDate
last_day_of (const FramTimelineItem *item)
{
  return item->to == FRAM_DATE_NONE ? G_MAXINT32 : item->to;
}

/* A row of the same name, in which there is room. What belongs together stays in its row where it can. */
static guint
find_row (const FramTimelineRows *self, guint first, const FramTimelineItem *item)
{
  gboolean packed = is_packed (item->lane), named = has_named_rows (item->lane);
  guint found = FRAM_TIMELINE_ROW_UNSEEN;

  for (guint i = first; i < self->rows->len; i++)
    {
      const FramTimelineRow *row = &g_array_index (self->rows, FramTimelineRow, i);
      gboolean same = g_strcmp0 (row->name, item->row) == 0;

      if ((named && !same) || (packed && row->until >= item->from))
        continue;
      if (same || named)
        return i;
      if (found == FRAM_TIMELINE_ROW_UNSEEN)
        found = i;
    }
  return found;
}

static void
put_in_row (FramTimelineRows *self, guint first, guint index, const FramTimelineItem *item)
{
  guint at = find_row (self, first, item);
  FramTimelineRow *row;

  if (at == FRAM_TIMELINE_ROW_UNSEEN)
    {
      FramTimelineRow fresh = { .lane = item->lane, .name = item->row, .ordinal = item->ordinal };

      fresh.until = FRAM_DATE_NONE;
      at = self->rows->len;
      g_array_append_val (self->rows, fresh);
    }
  row = &g_array_index (self->rows, FramTimelineRow, at);
  row->until = MAX (row->until, last_day_of (item));
  row->most = MAX (row->most, item->weekly_minutes);
  if (!has_named_rows (item->lane))
    row->name = item->row;
  self->row_of[index] = at;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const FramTimelineItem *one = *(const FramTimelineItem *const *)a, *two = *(const FramTimelineItem *const *)b;

  if (has_named_rows (one->lane) && one->ordinal != two->ordinal)
    return one->ordinal < two->ordinal ? -1 : 1;
  return one->from != two->from ? (one->from < two->from ? -1 : 1) : 0;
}

/* The lane's items, by row and day. */
static GPtrArray *
collect (const FramTimeline *timeline, FramLane lane, GHashTable *index_of)
{
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; i < timeline->items->len; i++)
    {
      FramTimelineItem *item = g_ptr_array_index (timeline->items, i);

      if (item->lane != lane)
        continue;
      g_ptr_array_add (items, item);
      g_hash_table_insert (index_of, item, GUINT_TO_POINTER (i));
    }
  g_ptr_array_sort (items, compare_rows);
  return items;
}

static void
add_rows (FramTimelineRows *self, const FramTimeline *timeline, FramLane lane)
{
  g_autoptr (GHashTable) index_of = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) items = collect (timeline, lane, index_of);
  guint first = self->rows->len;

  for (guint i = 0; i < items->len; i++)
    {
      FramTimelineItem *item = g_ptr_array_index (items, i);

      put_in_row (self, first, GPOINTER_TO_UINT (g_hash_table_lookup (index_of, item)), item);
    }
  if (items->len == 0 && is_always_there (lane))
    {
      FramTimelineRow empty = { .lane = lane };

      g_array_append_val (self->rows, empty);
    }
  self->lanes[lane].first = first;
  self->lanes[lane].n = self->rows->len - first;
}

/* --- heights --- */

typedef struct
{
  double pad;    /* above the first row and below the last */
  double pitch;  /* from row to row */
  double before; /* from a row's top to its bars */
  double bar;
} Measures;

static const Measures measures[FRAM_N_LANES] = {
  [FRAM_LANE_PHASES] = { 0, 34, 6, 22 },   [FRAM_LANE_ATTENDANCE] = { 0, 38, 5, 14 },
  [FRAM_LANE_WORKSHOPS] = { 6, 0, 18, 0 }, [FRAM_LANE_GROUPS] = { 4, 22, 1.5, 19 },
  [FRAM_LANE_EXTERNAL] = { 5, 22, 1, 20 }, [FRAM_LANE_MEETINGS] = { 0, 32, 16, 0 },
  [FRAM_LANE_SUPPORT] = { 3, 21, 2, 17 },  [FRAM_LANE_COMMITMENTS] = { 0, 28, 14, 0 },
  [FRAM_LANE_CHANGES] = { 0, 26, 13, 0 },
};

/* Room over a lane's rows: its name where names stand above, and the line of pills. */
static double
head_of (FramTimelineRows *self, FramLane lane, double y, double s)
{
  FramTimelineLaneBox *box = &self->lanes[lane];
  double head = measures[lane].pad * s;

  if (self->stacked)
    {
      box->name_y = y + 11 * s;
      head += 18 * s;
    }
  if (lane != FRAM_LANE_WORKSHOPS)
    return head;
  self->pills = y + head;
  return head + FRAM_TIMELINE_PILL_LINE * s;
}

static double
row_height (const FramTimelineRow *row, const Measures *measure, double s)
{
  double hours = row->most > 0 ? row->most / 60.0 : 3;

  if (row->lane == FRAM_LANE_WORKSHOPS)
    return (measure->before + 7) * s + MAX (hours * FRAM_TIMELINE_HOUR, 8);
  return measure->pitch * s;
}

static void
place_row (FramTimelineRows *self, FramTimelineRow *row, double *y, double s, gboolean first)
{
  const Measures *measure = &measures[row->lane];
  gboolean workshop = row->lane == FRAM_LANE_WORKSHOPS;

  row->y = *y;
  if (self->stacked && has_named_rows (row->lane) && row->name != NULL &&
      (first || g_strcmp0 (row->name, row[-1].name) != 0))
    {
      row->name_y = *y + 8 * s;
      *y += 16 * s;
    }
  row->height = row_height (row, measure, s);
  row->bar = *y + measure->before * s;
  row->bar_height = workshop ? row->height - (measure->before + 7) * s : measure->bar * s;
  if (workshop && !self->stacked && first && row->bar + row->bar_height < self->lanes[row->lane].y + 56 * s)
    row->bar = self->lanes[row->lane].y + 56 * s - row->bar_height; /* its name stands below the lane's two lines */
  if (!self->stacked)
    row->name_y = workshop ? row->bar + row->bar_height - 8 * s : row->bar + row->bar_height / 2;
  *y = row->bar - measure->before * s + row->height;
}

static double
name_middle (const FramTimelineRows *self, FramLane lane, double s)
{
  const FramTimelineLaneBox *box = &self->lanes[lane];

  if (lane == FRAM_LANE_WORKSHOPS)
    return box->y + 14 * s;
  if (measures[lane].bar > 0)
    return g_array_index (self->rows, FramTimelineRow, box->first).bar + measures[lane].bar / 2 * s;
  return box->y + box->height / 2;
}

static void
place_lane (FramTimelineRows *self, FramLane lane, double *y, double s)
{
  FramTimelineLaneBox *box = &self->lanes[lane];

  box->y = *y;
  *y += head_of (self, lane, box->y, s);
  for (guint i = 0; i < box->n; i++)
    place_row (self, &g_array_index (self->rows, FramTimelineRow, box->first + i), y, s, i == 0);
  *y += measures[lane].pad * s;
  box->height = *y - box->y;
  if (!self->stacked)
    box->name_y = name_middle (self, lane, s);
}

/* Where there are no workshops, in whose lane the pills are, they have a line of their own. */
static void
place_pills (FramTimelineRows *self, double *y, double s)
{
  FramTimelineLaneBox *box = &self->lanes[FRAM_LANE_CHANGES];

  box->y = *y;
  box->height = (FRAM_TIMELINE_PILL_LINE + 4) * s;
  box->name_y = box->y + box->height / 2;
  self->pills = box->y + 2 * s;
  *y += box->height;
}

/* Top to bottom. */
static void
place_lanes (FramTimelineRows *self, const FramTimeline *timeline, double s)
{
  gboolean pills = timeline->gaps->len > 0 || self->lanes[FRAM_LANE_CHANGES].n > 0;
  double y = FRAM_TIMELINE_AXIS * s;

  for (int lane = 0; lane < FRAM_LANE_CHANGES; lane++)
    {
      if (lane == FRAM_LANE_WORKSHOPS && self->lanes[lane].n == 0 && pills)
        place_pills (self, &y, s);
      if (self->lanes[lane].n > 0)
        place_lane (self, (FramLane)lane, &y, s);
    }
  self->height = y + 4 * s;
}

/* Changes are lines across the lanes, not items in rows; they count only for the line of pills. */
static void
count_changes (FramTimelineRows *self, const FramTimeline *timeline)
{
  for (guint i = 0; i < timeline->items->len; i++)
    if (((FramTimelineItem *)g_ptr_array_index (timeline->items, i))->lane == FRAM_LANE_CHANGES)
      self->lanes[FRAM_LANE_CHANGES].n++;
}

void
fram_timeline_rows_init (FramTimelineRows *self, const FramTimeline *timeline, double width, double s)
{
  memset (self, 0, sizeof *self);
  self->stacked = width < FRAM_TIMELINE_STACKED * s;
  self->rows = g_array_new (FALSE, TRUE, sizeof (FramTimelineRow));
  self->row_of = g_new (guint, timeline->items->len + 1);
  for (guint i = 0; i < timeline->items->len; i++)
    self->row_of[i] = FRAM_TIMELINE_ROW_UNSEEN;
  for (int lane = 0; lane < FRAM_LANE_CHANGES; lane++)
    if (may_see (timeline, (FramLane)lane))
      add_rows (self, timeline, (FramLane)lane);
  if (may_see (timeline, FRAM_LANE_CHANGES))
    count_changes (self, timeline);
  place_lanes (self, timeline, s);
}

void
fram_timeline_rows_clear (FramTimelineRows *self)
{
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->row_of, g_free);
}

/**
 * fram_timeline_layout_get_height:
 * @timeline: a timeline
 * @width: width of the view
 * @text_scale: 1 for 11 pt
 *
 * Returns: how high all of its lanes are together with the axis, whatever part of it is shown
 */
double
fram_timeline_layout_get_height (const FramTimeline *timeline, double width, double text_scale)
{
  FramTimelineRows rows;

  g_return_val_if_fail (timeline != NULL, 0);
  fram_timeline_rows_init (&rows, timeline, width, text_scale);
  fram_timeline_rows_clear (&rows);
  return rows.height;
}
