#pragma once

#include "fram-timeline-layout.h"
#include "fram-drawn-text.h"

G_BEGIN_DECLS

/* Measures at text scale 1 (VISUAL.md, "Timeline"). */
#define FRAM_TIMELINE_NAMES      128.0
#define FRAM_TIMELINE_AXIS       42.0
#define FRAM_TIMELINE_HOUR       3.8
#define FRAM_TIMELINE_TEXT       12.0
#define FRAM_TIMELINE_LETTER     11.5
#define FRAM_TIMELINE_PAD        7.0
#define FRAM_TIMELINE_PILL_PAD   8.0
#define FRAM_TIMELINE_PILL_LINE  26.0
#define FRAM_TIMELINE_MARK       14.0
#define FRAM_TIMELINE_STACKED    620.0 /* narrower views have the names of lanes above them */
#define FRAM_TIMELINE_ROW_UNSEEN G_MAXUINT

/**
 * FramTimelineRow:
 * @lane: its lane
 * @name: (nullable): what it is called, where that is written
 * @ordinal: its colour
 * @until: the last day that is taken in it, while rows are packed
 * @most: of a workshop: most minutes a week
 * @y: its top
 * @height: of all of it
 * @bar: top of bars, or the middle of marks
 * @bar_height: height of bars; of a workshop's row of its highest step, so that their sum is its base line
 * @name_y: middle of the row's name
 *
 * A row inside a lane.
 */
typedef struct
{
  FramLane lane;
  const char *name;
  guint ordinal;
  FramDate until;
  int most;
  double y;
  double height;
  double bar;
  double bar_height;
  double name_y;
} FramTimelineRow;

/* A lane: a height of 0 where it is not there. */
typedef struct
{
  double y;
  double height;
  double name_y; /* middle of its name */
  guint first;   /* of its rows */
  guint n;
} FramTimelineLaneBox;

/* All lanes and their rows, which depend on the timeline only, not on the part of it that is shown. */
typedef struct
{
  FramTimelineLaneBox lanes[FRAM_N_LANES];
  GArray *rows;
  guint *row_of; /* by item; FRAM_TIMELINE_ROW_UNSEEN for none */
  double pills;  /* top of the line for pills, 0 for none */
  double height;
  gboolean stacked;
} FramTimelineRows;

/* A gap or a pause as it is hatched. */
typedef struct
{
  guint index; /* of the gap, or of the stretch */
  FramTimelineRect rect;
  gboolean coming;
  gboolean open; /* nothing is planned ahead; it is no gap yet */
  gboolean has_leader;
  double leader_x; /* from the pill to the gap */
  double leader_y1;
  double leader_y2;
} FramTimelineGapBox;

/* A line on the axis. */
typedef struct
{
  double x;
  gboolean major; /* goes through all lanes */
} FramTimelineTick;

/* A triangle where hours rise. */
typedef struct
{
  guint item;
  double x; /* its middle */
  double y;
} FramTimelineStep;

struct _FramTimelineLayout
{
  const FramTimeline *timeline;
  FramTimelineView view;
  FramTimelineRows rows;
  double s;     /* text scale */
  double names; /* width of the column with names */
  double ppd;   /* pixels a day */
  FramTimelineRect plot;
  FramTimelineRect strip; /* columns of attendance */

  GArray *boxes;
  GArray *labels;
  GArray *gaps;
  GArray *pauses;
  GArray *ticks;
  GArray *steps;
  GArray *notes;  /* (element-type guint): items that are told below the drawing */
  GArray *lines;  /* (element-type double): what no label crosses: today, target day, changes */
  GArray *blocks; /* (element-type FramTimelineRect): what labels go out of the way of, while a lane is laid out */
  int *box_of;    /* by item, -1 for none */

  double today; /* NAN where it is out of view, likewise the next two */
  double target;
  double extended;
};

void fram_timeline_rows_init (FramTimelineRows *self, const FramTimeline *timeline, double width, double s);
void fram_timeline_rows_clear (FramTimelineRows *self);

/* Days of an item, as edges: @to is the end of its last day. */
double fram_timeline_layout_end_of (const FramTimelineLayout *self, const FramTimelineItem *item);
double fram_timeline_layout_px (const FramTimelineLayout *self, double day);
gboolean fram_timeline_item_is_mark (const FramTimelineItem *item);

void fram_timeline_layout_mirror (FramTimelineLayout *self);
void fram_timeline_layout_add_axis (FramTimelineLayout *self);
void fram_timeline_layout_add_names (FramTimelineLayout *self);
void fram_timeline_layout_add_gaps (FramTimelineLayout *self);
void fram_timeline_layout_add_pills (FramTimelineLayout *self);
void fram_timeline_layout_add_days (FramTimelineLayout *self);
void fram_timeline_layout_add_steps (FramTimelineLayout *self);
void fram_timeline_layout_add_bars (FramTimelineLayout *self);
void fram_timeline_layout_add_marks (FramTimelineLayout *self);

/**
 * FramTimelineWriting:
 * @kind: what it belongs to
 * @index: which one
 * @text: its text
 * @bold: whether it is
 * @size: of its letters at text scale 1
 * @tone: how it is written
 *
 * A text that is looking for its place.
 */
typedef struct
{
  FramTimelineLabelKind kind;
  guint index;
  const char *text;
  gboolean bold;
  double size;
  FramTimelineTone tone;
} FramTimelineWriting;

FramTextType fram_timeline_layout_type (const FramTimelineLayout *self, double size, gboolean bold);
double fram_timeline_writing_width (const FramTimelineLayout *self, const FramTimelineWriting *writing);
gboolean fram_timeline_layout_is_free (const FramTimelineLayout *self, const FramTimelineRect *rect);
gboolean fram_timeline_layout_crosses (const FramTimelineLayout *self, double x1, double x2);
FramTimelineLabel *fram_timeline_layout_write (FramTimelineLayout *self, const FramTimelineWriting *writing,
                                               FramTimelineRect rect);
FramTimelineLabel *fram_timeline_layout_try (FramTimelineLayout *self, const FramTimelineWriting *writing, double x,
                                             double middle);
gboolean fram_timeline_layout_try_elided (FramTimelineLayout *self, const FramTimelineWriting *writing, double x,
                                          double middle, double width);
FramTimelineLabel *fram_timeline_layout_try_pill (FramTimelineLayout *self, const FramTimelineWriting *writing,
                                                  double x, double middle);
FramTimelineRect fram_timeline_pill_size (const FramTimelineLayout *self, const FramTimelineWriting *writing);
void fram_timeline_layout_note (FramTimelineLayout *self, const FramTimelineBox *box, const FramTimelineLabel *after);
double fram_timeline_layout_note_width (const FramTimelineLayout *self);
void fram_timeline_layout_block (FramTimelineLayout *self, FramTimelineRect rect);

G_END_DECLS
