#pragma once

#include "fram-schedule.h"

G_BEGIN_DECLS

/**
 * FramScheduleRoom:
 * @width: what there is
 * @height: what there is; the hours are stretched to fill it, and need more where a line of text would not fit any more. 0
 *   for as much as VISUAL.md gives an hour
 * @scale: size of letters, 1 for 11 pt at 96 dpi, 2 for 200 %
 * @rtl: whether the first day is at the right
 * @is_paper: never higher than @height, and every block has a box of its own: nobody can ask paper for more
 *
 * What a schedule is laid out in.
 */
typedef struct
{
  double width;
  double height;
  double scale;
  gboolean rtl;
  gboolean is_paper;
} FramScheduleRoom;

/**
 * FramScheduleSpot:
 * @box: where it stands: its own box, or that of the "+2" which it is one of
 * @more: of one without a box of its own the number of the "+2", else -1
 * @day: index of its day, -1 where the picture does not have it; then it has no box
 *
 * Where a block stands.
 */
typedef struct
{
  FramPrintBox box;
  int more;
  int day;
} FramScheduleSpot;

/**
 * FramScheduleMore:
 * @box: where it stands
 * @day: index of the day
 * @from: minutes since midnight
 * @to: likewise
 * @n: how many blocks there was no room for
 *
 * "+2" beside blocks in a column that is too narrow for all of them.
 */
typedef struct
{
  FramPrintBox box;
  int day;
  int from;
  int to;
  guint n;
} FramScheduleMore;

/**
 * FramScheduleLayout:
 * @picture: what is laid out; it has to live as long
 * @room: what it was laid out in
 * @width: the whole
 * @height: the whole, more than @room has where hours need it
 * @hours: width of the column of hours
 * @head: height of the names of days
 * @whole: height of what stands above the hours
 * @day: width of a day
 * @minute: height of a minute
 * @first: minutes at the top
 * @last: minutes at the bottom
 * @n_days: columns
 * @spots: (element-type FramScheduleSpot): by block
 * @more: (element-type FramScheduleMore): where there was no room
 * @order: (element-type guint): numbers of the blocks that have a place, by day and time
 *
 * Where everything in a schedule stands.
 */
typedef struct
{
  const FramSchedulePicture *picture;
  FramScheduleRoom room;
  double width;
  double height;
  double hours;
  double head;
  double whole;
  double day;
  double minute;
  int first;
  int last;
  int n_days;
  GArray *spots;
  GArray *more;
  GArray *order;
} FramScheduleLayout;

/**
 * FramScheduleHit:
 * @block: number of the block, -1 for none
 * @more: number of the "+2", -1 for none
 * @day: index of the day, -1 beside the days
 * @minute: minutes since midnight, %FRAM_TIME_NONE above the hours
 *
 * What lies at a point.
 */
typedef struct
{
  int block;
  int more;
  int day;
  int minute;
} FramScheduleHit;

FramScheduleLayout *fram_schedule_layout_new (const FramSchedulePicture *picture, const FramScheduleRoom *room);
void fram_schedule_layout_free (FramScheduleLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramScheduleLayout, fram_schedule_layout_free)
const FramScheduleSpot *fram_schedule_layout_get_spot (const FramScheduleLayout *self, guint block);
FramPrintBox fram_schedule_layout_box (const FramScheduleLayout *self, int day, int from, int to);
void fram_schedule_layout_find (const FramScheduleLayout *self, double x, double y, FramScheduleHit *hit);
GArray *fram_schedule_layout_get_more_blocks (const FramScheduleLayout *self, int more);

/* By keyboard: numbers of blocks, -1 for none: fram-schedule-layout-keys.c */
int fram_schedule_layout_step (const FramScheduleLayout *self, int block, int by);
int fram_schedule_layout_step_in_day (const FramScheduleLayout *self, int block, int by);
int fram_schedule_layout_beside (const FramScheduleLayout *self, int block, gboolean right);
int fram_schedule_layout_nearest (const FramScheduleLayout *self, FramDate day, int minute);

G_END_DECLS
