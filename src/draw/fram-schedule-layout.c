#include "fram-schedule-layout.h"

#include "fram-lanes.h"

#include <math.h>

/* Where the days, the hours and the blocks of a schedule stand. Everything is worked out from the left and mirrored last. */

/* At letters of scale 1 (VISUAL.md, "Widgets": schedule) */
#define HOUR        68.0
#define LEAST_HOUR  34.0
#define HOURS_WIDTH 44.0
#define HEAD        44.0
#define PAPER_HEAD  25.0
#define NOTE        17.0
#define LINE        20.0 /* a box that holds one line of text */
#define WHOLE       24.0
#define GAP         2.5
#define LEAST_LANE  50.0 /* what is narrower says nothing that could be read */
#define MORE        30.0
#define NARROW_MORE 20.0

static const FramScheduleBlock *
get_block (const FramSchedulePicture *picture, guint i)
{
  return &g_array_index (picture->blocks, FramScheduleBlock, i);
}

static FramScheduleSpot *
spot_at (FramScheduleLayout *self, guint i)
{
  return &g_array_index (self->spots, FramScheduleSpot, i);
}

static int
find_day (const FramSchedulePicture *picture, FramDate day)
{
  for (guint i = 0; i < picture->heads->len; i++)
    if (g_array_index (picture->heads, FramScheduleHead, i).day == day)
      return (int)i;
  return -1;
}

/* --- measures --- */

static double
head_height (const FramSchedulePicture *picture, const FramScheduleRoom *room)
{
  double head = room->is_paper ? PAPER_HEAD : HEAD;

  for (guint i = 0; i < picture->heads->len; i++)
    if (g_array_index (picture->heads, FramScheduleHead, i).note != NULL)
      return (head + NOTE) * room->scale;
  return head * room->scale;
}

/* As many lines above the hours as the day needs that has most there. */
static double
whole_height (FramScheduleLayout *self)
{
  g_autofree guint *counts = g_new0 (guint, (guint)self->n_days + 1);
  guint most = 0;

  for (guint i = 0; i < self->spots->len; i++)
    {
      int day = spot_at (self, i)->day;

      if (day >= 0 && get_block (self->picture, i)->starts == FRAM_TIME_NONE)
        {
          counts[day]++;
          most = MAX (most, counts[day]);
        }
    }
  return most > 0 ? ceil ((most * WHOLE + 4) * self->room.scale) : 0;
}

/* The shortest block holds a line of text. */
static double
least_hour (const FramSchedulePicture *picture, double scale)
{
  int shortest = 60;

  for (guint i = 0; i < picture->blocks->len; i++)
    {
      const FramScheduleBlock *b = get_block (picture, i);

      if (b->starts != FRAM_TIME_NONE)
        shortest = MIN (shortest, b->ends - b->starts);
    }
  return CLAMP (LINE * 60 / MAX (shortest, 1), LEAST_HOUR, HOUR) * scale;
}

static double
find_minute (const FramScheduleLayout *self)
{
  const FramScheduleRoom *room = &self->room;
  double hours = (self->last - self->first) / 60.0;
  double fits = (room->height - self->head - self->whole - 1) / hours;

  if (room->is_paper)
    return MAX (fits, 1) / 60;
  if (room->height <= 0)
    return HOUR * room->scale / 60;
  return MAX (fits, least_hour (self->picture, room->scale)) / 60;
}

static void
measure (FramScheduleLayout *self)
{
  const FramScheduleRoom *room = &self->room;

  self->width = room->width;
  self->hours = ceil (HOURS_WIDTH * room->scale);
  self->head = ceil (head_height (self->picture, room));
  self->whole = whole_height (self);
  self->day = MAX (room->width - self->hours - 1, 1) / MAX (self->n_days, 1);
  self->first = self->picture->first;
  self->last = MAX (self->picture->last, self->first + 60);
  self->minute = find_minute (self);
  self->height = self->head + self->whole + self->minute * (self->last - self->first) + 1;
  if (room->height > 0)
    self->height = MAX (self->height, room->height);
}

/* --- boxes --- */

static FramPrintBox
column (const FramScheduleLayout *self, int day)
{
  return (FramPrintBox){ self->hours + self->day * day, 0, self->day, self->height };
}

static double
y_of (const FramScheduleLayout *self, int minute)
{
  return self->head + self->whole + self->minute * (minute - self->first);
}

static FramPrintBox
mirrored (const FramScheduleLayout *self, FramPrintBox box)
{
  if (self->room.rtl)
    box.x = self->width - box.x - box.width;
  return box;
}

/* On a screen edges lie on whole pixels; two boxes that do not meet do not meet then either. */
static FramPrintBox
sharp (const FramScheduleLayout *self, FramPrintBox box)
{
  double right = floor (box.x + box.width), bottom = floor (box.y + box.height);

  if (self->room.is_paper)
    return box;
  box.x = ceil (box.x);
  box.y = ceil (box.y);
  box.width = MAX (right - box.x, 1);
  box.height = MAX (bottom - box.y, 1);
  return box;
}

/* Between the edges of the day, whatever the block says. */
static FramPrintBox
stretch (const FramScheduleLayout *self, double x, double width, int from, int to)
{
  double top = y_of (self, CLAMP (from, self->first, self->last - 1)) + 1;
  double bottom = y_of (self, CLAMP (to, self->first + 1, self->last)) - 1;
  FramPrintBox box = { x + GAP, top, MAX (width - 2 * GAP, 1), MAX (bottom - top, 1) };

  return sharp (self, mirrored (self, box));
}

/* Above the hours, one below the other. */
static void
place_whole (FramScheduleLayout *self, int day)
{
  FramPrintBox box = column (self, day);
  double y = self->head + 2 * self->room.scale, height = WHOLE * self->room.scale;

  for (guint i = 0; i < self->spots->len; i++)
    {
      FramScheduleSpot *spot = spot_at (self, i);

      if (spot->day != day || get_block (self->picture, i)->starts != FRAM_TIME_NONE)
        continue;
      spot->box = (FramPrintBox){ box.x + GAP, y, MAX (box.width - 2 * GAP, 1), height - 2 };
      spot->box = sharp (self, mirrored (self, spot->box));
      y += height;
    }
}

static double
more_width (const FramScheduleLayout *self)
{
  double scale = self->room.scale;

  return MIN ((self->day < 2 * LEAST_LANE * scale ? NARROW_MORE : MORE) * scale, self->day / 2);
}

/* How many lanes of so many are drawn: all of them, or those that can be read beside a "+2". */
static int
count_shown (const FramScheduleLayout *self, int n_lanes)
{
  double least = LEAST_LANE * self->room.scale;

  if (self->room.is_paper || n_lanes == 1 || self->day / n_lanes >= least)
    return n_lanes;
  return CLAMP ((int)((self->day - more_width (self)) / least), 1, n_lanes);
}

static void
place_in_lane (FramScheduleLayout *self, FramScheduleSpot *spot, const FramLane *lane)
{
  int shown = count_shown (self, lane->n_lanes);
  double more = shown < lane->n_lanes ? more_width (self) : 0;
  double width = (self->day - more) / shown, left = column (self, spot->day).x;
  double right = left + width * MIN (lane->lane + lane->span, shown);

  if (lane->lane >= shown)
    return;
  if (lane->lane + lane->span == lane->n_lanes)
    right = left + self->day;
  left += width * lane->lane;
  spot->box = stretch (self, left, right - left, lane->from, lane->to);
  spot->more = -1;
}

/* One that had no room goes into the "+2" that it overlaps, which grows; else it begins one. Lanes come by time. */
static void
add_to_more (FramScheduleLayout *self, int day, const FramLane *lane)
{
  FramScheduleMore *last =
      self->more->len > 0 ? &g_array_index (self->more, FramScheduleMore, self->more->len - 1) : NULL;

  if (last == NULL || last->day != day || last->to <= lane->from)
    {
      FramScheduleMore more = { .day = day, .from = lane->from, .to = lane->to, .n = 1 };

      g_array_append_val (self->more, more);
      return;
    }
  last->to = MAX (last->to, lane->to);
  last->n++;
}

static void
place_more (FramScheduleLayout *self)
{
  double width = more_width (self);

  for (guint i = 0; i < self->more->len; i++)
    {
      FramScheduleMore *more = &g_array_index (self->more, FramScheduleMore, i);
      FramPrintBox box = column (self, more->day);

      more->box = stretch (self, box.x + box.width - width, width, more->from, more->to);
    }
}

/* By day and time; of those that begin together one's own stand first, so that no "+2" hides them. */
static int
compare_blocks (gconstpointer a, gconstpointer b, gpointer data)
{
  const FramSchedulePicture *picture = data;
  guint i = *(const guint *)a, j = *(const guint *)b;
  const FramScheduleBlock *x = get_block (picture, i), *y = get_block (picture, j);

  if (x->day != y->day)
    return x->day < y->day ? -1 : 1;
  if (x->starts != y->starts)
    return x->starts < y->starts ? -1 : 1;
  if ((x->style == FRAM_SCHEDULE_OWN) != (y->style == FRAM_SCHEDULE_OWN))
    return x->style == FRAM_SCHEDULE_OWN ? -1 : 1;
  return i < j ? -1 : 1;
}

/* Numbers of the day's blocks that have times, by time, and their lanes. */
static GArray *
collect (FramScheduleLayout *self, int day, GArray *lanes)
{
  GArray *blocks = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->order->len; i++)
    {
      guint number = g_array_index (self->order, guint, i);
      const FramScheduleBlock *b = get_block (self->picture, number);
      FramLane lane = { .from = b->starts, .to = b->ends };

      if (spot_at (self, number)->day != day || b->starts == FRAM_TIME_NONE)
        continue;
      g_array_append_val (blocks, number);
      g_array_append_val (lanes, lane);
    }
  return blocks;
}

static void
place_day (FramScheduleLayout *self, int day)
{
  g_autoptr (GArray) lanes = g_array_new (FALSE, TRUE, sizeof (FramLane));
  g_autoptr (GArray) blocks = collect (self, day, lanes);

  place_whole (self, day);
  fram_lanes_place ((FramLane *)(gpointer)lanes->data, lanes->len);
  for (guint i = 0; i < blocks->len; i++)
    {
      FramScheduleSpot *spot = spot_at (self, g_array_index (blocks, guint, i));
      const FramLane *lane = &g_array_index (lanes, FramLane, i);

      if (lane->lane >= count_shown (self, lane->n_lanes))
        {
          add_to_more (self, day, lane);
          spot->more = (int)self->more->len - 1;
        }
      else
        place_in_lane (self, spot, lane);
    }
}

static void
find_order (FramScheduleLayout *self)
{
  for (guint i = 0; i < self->picture->blocks->len; i++)
    {
      FramScheduleSpot spot = { .more = -1, .day = find_day (self->picture, get_block (self->picture, i)->day) };

      g_array_append_val (self->spots, spot);
      if (spot.day >= 0)
        g_array_append_val (self->order, i);
    }
  g_array_sort_with_data (self->order, compare_blocks, (gpointer)self->picture);
}

/**
 * fram_schedule_layout_new:
 * @picture: what stands in the days; it has to live as long as the layout
 * @room: what there is
 *
 * Returns: (transfer full): where everything stands
 */
FramScheduleLayout *
fram_schedule_layout_new (const FramSchedulePicture *picture, const FramScheduleRoom *room)
{
  FramScheduleLayout *self = g_new0 (FramScheduleLayout, 1);

  self->picture = picture;
  self->room = *room;
  self->n_days = (int)picture->heads->len;
  self->spots = g_array_new (FALSE, TRUE, sizeof (FramScheduleSpot));
  self->more = g_array_new (FALSE, TRUE, sizeof (FramScheduleMore));
  self->order = g_array_new (FALSE, FALSE, sizeof (guint));
  find_order (self);
  measure (self);
  for (int day = 0; day < self->n_days; day++)
    place_day (self, day);
  place_more (self);
  for (guint i = 0; i < self->spots->len; i++)
    if (spot_at (self, i)->more >= 0)
      spot_at (self, i)->box = g_array_index (self->more, FramScheduleMore, spot_at (self, i)->more).box;
  return self;
}

void
fram_schedule_layout_free (FramScheduleLayout *self)
{
  g_array_unref (self->spots);
  g_array_unref (self->more);
  g_array_unref (self->order);
  g_free (self);
}

const FramScheduleSpot *
fram_schedule_layout_get_spot (const FramScheduleLayout *self, guint block)
{
  g_return_val_if_fail (block < self->spots->len, NULL);
  return &g_array_index (self->spots, FramScheduleSpot, block);
}

/* A stretch of a day over its whole width. */
FramPrintBox
fram_schedule_layout_box (const FramScheduleLayout *self, int day, int from, int to)
{
  FramPrintBox box = column (self, day);

  box.y = y_of (self, from);
  box.height = self->minute * (to - from);
  return mirrored (self, box);
}

static gboolean
is_in (const FramPrintBox *box, double x, double y)
{
  return x >= box->x && x < box->x + box->width && y >= box->y && y < box->y + box->height;
}

/**
 * fram_schedule_layout_find:
 * @self: a layout
 * @x: a point
 * @y: likewise
 * @hit: (out caller-allocates): what lies there
 */
void
fram_schedule_layout_find (const FramScheduleLayout *self, double x, double y, FramScheduleHit *hit)
{
  double from_start = (self->room.rtl ? self->width - x : x) - self->hours;
  int day = (int)floor (from_start / self->day);
  double top = self->head + self->whole;

  *hit = (FramScheduleHit){ -1, -1, day >= 0 && day < self->n_days ? day : -1, FRAM_TIME_NONE };
  if (y >= top && hit->day >= 0)
    hit->minute = MIN (self->first + (int)((y - top) / self->minute), self->last);
  for (guint i = 0; i < self->more->len; i++)
    if (is_in (&g_array_index (self->more, FramScheduleMore, i).box, x, y))
      hit->more = (int)i;
  for (guint i = 0; i < self->spots->len; i++)
    {
      const FramScheduleSpot *spot = &g_array_index (self->spots, FramScheduleSpot, i);

      if (spot->day >= 0 && spot->more < 0 && is_in (&spot->box, x, y))
        hit->block = (int)i;
    }
}

/**
 * fram_schedule_layout_get_more_blocks:
 * @self: a layout
 * @more: number of a "+2"
 *
 * Returns: (transfer full) (element-type guint): numbers of the blocks in it, by time
 */
GArray *
fram_schedule_layout_get_more_blocks (const FramScheduleLayout *self, int more)
{
  GArray *blocks = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->order->len; i++)
    {
      guint number = g_array_index (self->order, guint, i);

      if (g_array_index (self->spots, FramScheduleSpot, number).more == more)
        g_array_append_val (blocks, number);
    }
  return blocks;
}
