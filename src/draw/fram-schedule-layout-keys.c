#include "fram-schedule-layout.h"

/* From block to block by keyboard: by time, and over to what stands beside. */

static const FramScheduleBlock *
get_block (const FramScheduleLayout *self, int i)
{
  return &g_array_index (self->picture->blocks, FramScheduleBlock, i);
}

static const FramScheduleSpot *
get_spot (const FramScheduleLayout *self, int i)
{
  return &g_array_index (self->spots, FramScheduleSpot, i);
}

static int
at (const FramScheduleLayout *self, int place)
{
  return place >= 0 && place < (int)self->order->len ? (int)g_array_index (self->order, guint, place) : -1;
}

static int
find_place (const FramScheduleLayout *self, int block)
{
  for (guint i = 0; i < self->order->len; i++)
    if ((int)g_array_index (self->order, guint, i) == block)
      return (int)i;
  return -1;
}

/**
 * fram_schedule_layout_step:
 * @self: a layout
 * @block: number of a block, -1 for none yet
 * @by: 1 for the next, -1 for the one before
 *
 * Returns: the block that follows by day and time, -1 after the last; without a block the first, or the last
 */
int
fram_schedule_layout_step (const FramScheduleLayout *self, int block, int by)
{
  int place = find_place (self, block);

  if (place < 0)
    return at (self, by > 0 ? 0 : (int)self->order->len - 1);
  return at (self, place + by);
}

/**
 * fram_schedule_layout_step_in_day:
 * @self: a layout
 * @block: number of a block
 * @by: 1 for the next, -1 for the one before
 *
 * Returns: the block that follows by time on the same day, -1 for none
 */
int
fram_schedule_layout_step_in_day (const FramScheduleLayout *self, int block, int by)
{
  int next = block >= 0 ? fram_schedule_layout_step (self, block, by) : -1;

  return next >= 0 && get_spot (self, next)->day == get_spot (self, block)->day ? next : -1;
}

/* What stands above the hours is nearest to what stands there too. */
static int
distance (const FramScheduleBlock *block, int starts)
{
  return ABS (MAX (block->starts, 0) - MAX (starts, 0)) +
         ((block->starts == FRAM_TIME_NONE) != (starts == FRAM_TIME_NONE) ? 24 * 60 : 0);
}

static int
nearest_of_day (const FramScheduleLayout *self, int day, int starts, gboolean from_end)
{
  int best = -1;

  for (guint i = 0; i < self->order->len; i++)
    {
      int number = at (self, (int)(from_end ? self->order->len - 1 - i : i));

      if (get_spot (self, number)->day == day &&
          (best < 0 || distance (get_block (self, number), starts) < distance (get_block (self, best), starts)))
        best = number;
    }
  return best;
}

static gboolean
overlap (const FramScheduleBlock *a, const FramScheduleBlock *b)
{
  return a->starts != FRAM_TIME_NONE && b->starts != FRAM_TIME_NONE && a->starts < b->ends && b->starts < a->ends;
}

/* Those of a "+2" follow each other by time. */
static int
neighbour_in_more (const FramScheduleLayout *self, int block, int by)
{
  int more = get_spot (self, block)->more, number;

  if (more < 0)
    return -1;
  for (int place = find_place (self, block) + by; (number = at (self, place)) >= 0; place += by)
    if (get_spot (self, number)->more == more)
      return number;
  return -1;
}

/* At the same time on the same day: what stands next in that direction. */
static int
neighbour (const FramScheduleLayout *self, int block, gboolean right)
{
  const FramScheduleSpot *spot = get_spot (self, block);
  double least = 0;
  int best = -1;

  for (guint i = 0; i < self->order->len; i++)
    {
      int number = at (self, (int)i);
      const FramScheduleSpot *other = get_spot (self, number);
      double gap = (other->box.x - spot->box.x) * (right ? 1 : -1);

      if (other->day != spot->day || gap <= 0 || !overlap (get_block (self, block), get_block (self, number)))
        continue;
      if (best < 0 || gap < least)
        {
          best = number;
          least = gap;
        }
    }
  return best;
}

/**
 * fram_schedule_layout_beside:
 * @self: a layout
 * @block: number of a block
 * @right: whether to the right, as it is seen
 *
 * Returns: what stands beside it: at the same time on the same day, else on the nearest day that has something what is
 *   nearest in time; -1 for none
 */
int
fram_schedule_layout_beside (const FramScheduleLayout *self, int block, gboolean right)
{
  int by = right != self->room.rtl ? 1 : -1;
  int found;

  if (block < 0 || get_spot (self, block)->day < 0)
    return -1;
  found = neighbour_in_more (self, block, by);
  if (found < 0)
    found = neighbour (self, block, right);
  for (int day = get_spot (self, block)->day + by; found < 0 && day >= 0 && day < self->n_days; day += by)
    found = nearest_of_day (self, day, get_block (self, block)->starts, by < 0);
  return found;
}

/**
 * fram_schedule_layout_nearest:
 * @self: a layout
 * @day: a day
 * @minute: minutes since midnight, or %FRAM_TIME_NONE
 *
 * Returns: the block of the day that is nearest in time, else the next one after that day, -1 for none
 */
int
fram_schedule_layout_nearest (const FramScheduleLayout *self, FramDate day, int minute)
{
  for (guint i = 0; i < self->picture->heads->len; i++)
    {
      int found = -1;

      if (g_array_index (self->picture->heads, FramScheduleHead, i).day >= day)
        found = nearest_of_day (self, (int)i, minute, FALSE);
      if (found >= 0)
        return found;
    }
  return -1;
}
