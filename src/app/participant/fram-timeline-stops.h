#pragma once

#include "fram-timeline.h"

G_BEGIN_DECLS

/**
 * FramStopKind:
 * @FRAM_STOP_ITEM: an item
 * @FRAM_STOP_GAP: a gap
 * @FRAM_STOP_DAY: a day with marks
 *
 * What the keyboard can stand on.
 */
typedef enum
{
  FRAM_STOP_ITEM,
  FRAM_STOP_GAP,
  FRAM_STOP_DAY,
} FramStopKind;

/**
 * FramTimelineStop:
 * @kind: what it is
 * @index: which one, in the timeline's items, gaps or days
 * @row: in which row of stops
 * @from: first day
 * @to: last day; of what goes on the last day that the timeline shows
 *
 * A place of the keyboard on a timeline.
 */
typedef struct
{
  FramStopKind kind;
  guint index;
  guint row;
  FramDate from;
  FramDate to;
} FramTimelineStop;

/**
 * FramTimelineStopRow:
 * @lane: its lane; of gaps that of attendance, before which they stand
 * @is_gaps: whether it holds the gaps
 * @first: index of its first stop
 * @n: how many stops it has
 *
 * Stops that follow each other in time: a lane, or a workshop or kind of support in it.
 */
typedef struct
{
  FramLane lane;
  gboolean is_gaps;
  guint first;
  guint n;
} FramTimelineStopRow;

/**
 * FramTimelineStops:
 *
 * The order in which the keyboard goes through a timeline: rows from top to bottom, in each by time.
 */
typedef struct _FramTimelineStops FramTimelineStops;

/* The stops borrow the timeline, which must live longer. */
FramTimelineStops *fram_timeline_stops_new (const FramTimeline *timeline);
void fram_timeline_stops_free (FramTimelineStops *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramTimelineStops, fram_timeline_stops_free)

guint fram_timeline_stops_get_n (const FramTimelineStops *self);
const FramTimelineStop *fram_timeline_stops_get (const FramTimelineStops *self, int stop);
guint fram_timeline_stops_get_n_rows (const FramTimelineStops *self);
const FramTimelineStopRow *fram_timeline_stops_get_row (const FramTimelineStops *self, guint row);

int fram_timeline_stops_find (const FramTimelineStops *self, FramStopKind kind, guint index);
int fram_timeline_stops_find_same (const FramTimelineStops *self, const FramTimelineStops *old, int stop);
int fram_timeline_stops_find_first (const FramTimelineStops *self, FramDate day);
int fram_timeline_stops_along (const FramTimelineStops *self, int stop, int step);
int fram_timeline_stops_across (const FramTimelineStops *self, int stop, int step, FramDate day);

char *fram_timeline_stops_to_words (const FramTimelineStops *self, int stop, const GArray *statuses);
char *fram_timeline_stops_row_to_words (const FramTimelineStops *self, guint row);
const char *fram_timeline_stops_lane_name (const FramTimelineStops *self, int stop);
const FramTimelineItem *fram_timeline_stops_get_item (const FramTimelineStops *self, int stop);

G_END_DECLS
