#pragma once

#include "fram-colours.h"
#include "fram-house.h"
#include "fram-print-layout.h"
#include "fram-words.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * FramScheduleStyle:
 * @FRAM_SCHEDULE_OTHER: outlined, with a coloured edge
 * @FRAM_SCHEDULE_OWN: filled
 * @FRAM_SCHEDULE_CANCELLED: hatched, struck through, dashed
 * @FRAM_SCHEDULE_AWAY: the empty place of one that was moved: dashed
 * @FRAM_SCHEDULE_WORK: hours in a workshop or at an external place, in somebody's own week
 * @FRAM_SCHEDULE_TALK: a meeting or a talk
 * @FRAM_SCHEDULE_FREE: a leave, or an absence that was told
 *
 * How a block of the schedule is drawn.
 */
typedef enum
{
  FRAM_SCHEDULE_OTHER,
  FRAM_SCHEDULE_OWN,
  FRAM_SCHEDULE_CANCELLED,
  FRAM_SCHEDULE_AWAY,
  FRAM_SCHEDULE_WORK,
  FRAM_SCHEDULE_TALK,
  FRAM_SCHEDULE_FREE,
} FramScheduleStyle;

/**
 * FramScheduleBlock:
 * @style: how
 * @colour: number of the colour, by the kind of group
 * @day: the day
 * @starts: minutes since midnight; %FRAM_TIME_NONE stands above the hours, as for the whole day
 * @ends: likewise
 * @title: what it is called
 * @lines: (nullable) (array zero-terminated=1): further lines, the weightiest first: those that find room are drawn
 * @spoken: (nullable): all of it as one sentence for a screen reader; %NULL: title, time and lines
 * @tag: number of it for the caller
 */
typedef struct
{
  FramScheduleStyle style;
  guint colour;
  FramDate day;
  int starts;
  int ends;
  char *title;
  char **lines;
  char *spoken;
  guint tag;
} FramScheduleBlock;

/**
 * FramScheduleHead:
 * @day: the day
 * @off: nobody is expected
 * @note: (nullable): name of the holiday or closed day
 *
 * One day of the schedule.
 */
typedef struct
{
  FramDate day;
  gboolean off;
  char *note;
} FramScheduleHead;

/**
 * FramSchedulePicture:
 * @heads: (element-type FramScheduleHead): the days, one column each
 * @blocks: (element-type FramScheduleBlock): what stands in them
 * @open: (element-type FramOpening): opening hours by weekday, drawn behind
 * @today: today, or %FRAM_DATE_NONE where it does not matter
 * @now: minutes since midnight, or %FRAM_TIME_NONE for no line
 * @first: where the day begins, minutes since midnight, a full hour
 * @last: where it ends
 *
 * Days side by side with what stands in them: 08–17, stretched where something stands beyond.
 */
typedef struct
{
  GArray *heads;
  GArray *blocks;
  GArray *open;
  FramDate today;
  int now;
  int first;
  int last;
} FramSchedulePicture;

FramSchedulePicture *fram_schedule_picture_new (void);
void fram_schedule_picture_free (FramSchedulePicture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramSchedulePicture, fram_schedule_picture_free)
void fram_schedule_picture_add_day (FramSchedulePicture *self, FramDate day, gboolean off, const char *note);
FramScheduleBlock *fram_schedule_picture_add (FramSchedulePicture *self, FramScheduleStyle style, FramDate day,
                                              int starts, int ends, const char *title);
void fram_schedule_picture_fit (FramSchedulePicture *self);

G_END_DECLS
