#pragma once

#include "fram-timeline.h"

G_BEGIN_DECLS

/**
 * FramTimelineView:
 * @width: what there is to draw on, in pixels or points
 * @height: likewise; lanes that need less leave the rest empty, see fram_timeline_layout_get_height()
 * @from: the left edge in days: 0.5 is noon of 1970-01-01; the right edge in right-to-left text
 * @to: the other edge
 * @text_scale: 1 for 11 pt
 * @rtl: whether time runs from right to left
 * @numbered: on paper, where nothing is told on hover: what has no room for its label gets a number, which is told below
 *   the drawing, see fram_timeline_layout_get_notes()
 * @first_note: how many numbers are taken already, by earlier pages
 *
 * Which part is shown, and how large.
 */
typedef struct
{
  double width;
  double height;
  double from;
  double to;
  double text_scale;
  gboolean rtl;
  gboolean numbered;
  guint first_note;
} FramTimelineView;

/**
 * FramTimelineRect:
 *
 * A rectangle in the view's units.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} FramTimelineRect;

/**
 * FramTimelineBox:
 * @item: index into the timeline's items
 * @rect: what is drawn of it; may lie partly outside the view
 * @hit: where it can be pointed at, at least 24 × 24
 */
typedef struct
{
  guint item;
  FramTimelineRect rect;
  FramTimelineRect hit;
} FramTimelineBox;

/**
 * FramTimelineLabelKind:
 *
 * What a label belongs to.
 */
typedef enum
{
  FRAM_TIMELINE_LABEL_ITEM,
  FRAM_TIMELINE_LABEL_HOURS,
  FRAM_TIMELINE_LABEL_GAP,
  FRAM_TIMELINE_LABEL_CHANGE,
  FRAM_TIMELINE_LABEL_TODAY,
  FRAM_TIMELINE_LABEL_TARGET,
  FRAM_TIMELINE_LABEL_MONTH,
  FRAM_TIMELINE_LABEL_WEEK,
  FRAM_TIMELINE_LABEL_LANE,
  FRAM_TIMELINE_LABEL_ROW,
  FRAM_TIMELINE_LABEL_LETTER,
  FRAM_TIMELINE_LABEL_RATE,
  FRAM_TIMELINE_LABEL_NOTE,
  FRAM_TIMELINE_LABEL_PAUSE,
  FRAM_TIMELINE_LABEL_NUMBER,
} FramTimelineLabelKind;

/**
 * FramTimelineTone:
 * @FRAM_TIMELINE_TONE_INK: text
 * @FRAM_TIMELINE_TONE_DIM: text that stands back
 * @FRAM_TIMELINE_TONE_ON_FILL: on a filled bar
 * @FRAM_TIMELINE_TONE_PILL: in a pill, which the label's rectangle is the outside of
 * @FRAM_TIMELINE_TONE_LATE: of what is late
 *
 * How a label is written.
 */
typedef enum
{
  FRAM_TIMELINE_TONE_INK,
  FRAM_TIMELINE_TONE_DIM,
  FRAM_TIMELINE_TONE_ON_FILL,
  FRAM_TIMELINE_TONE_PILL,
  FRAM_TIMELINE_TONE_LATE,
} FramTimelineTone;

/**
 * FramTimelineLabel:
 * @kind: what it belongs to
 * @index: which one: an item, a gap, a day, a lane
 * @rect: where it stands; no two labels of a layout overlap
 * @text: its text, elided already where it had to be; two lines have a line break between them
 * @elided: whether it was
 * @inside: whether it stands inside its own bar
 * @bold: whether it is
 * @size: of its letters, in the view's units
 * @tone: how it is written
 */
typedef struct
{
  FramTimelineLabelKind kind;
  guint index;
  FramTimelineRect rect;
  char *text;
  gboolean elided;
  gboolean inside;
  gboolean bold;
  double size;
  FramTimelineTone tone;
} FramTimelineLabel;

/**
 * FramTimelineLayout:
 *
 * Where everything of a timeline is drawn: boxes and labels as data, so that it can be tested, pointed at and read.
 */
typedef struct _FramTimelineLayout FramTimelineLayout;

/* The layout borrows the timeline, which must live longer. May be called in any thread. */
FramTimelineLayout *fram_timeline_layout_new (const FramTimeline *timeline, const FramTimelineView *view);
void fram_timeline_layout_free (FramTimelineLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramTimelineLayout, fram_timeline_layout_free)

const FramTimeline *fram_timeline_layout_get_timeline (const FramTimelineLayout *self);
const FramTimelineView *fram_timeline_layout_get_view (const FramTimelineLayout *self);
const GArray *fram_timeline_layout_get_boxes (const FramTimelineLayout *self);  /* FramTimelineBox */
const GArray *fram_timeline_layout_get_labels (const FramTimelineLayout *self); /* FramTimelineLabel */
const GArray *fram_timeline_layout_get_notes (const FramTimelineLayout *self);  /* guint: items without their labels */
const FramTimelineBox *fram_timeline_layout_find_box (const FramTimelineLayout *self,
                                                      guint item); /* NULL out of view */
int fram_timeline_layout_hit (const FramTimelineLayout *self, double x, double y);
int fram_timeline_layout_hit_gap (const FramTimelineLayout *self, double x, double y);
double fram_timeline_layout_day_at (const FramTimelineLayout *self, double x);
double fram_timeline_layout_x_of (const FramTimelineLayout *self, double day);
FramTimelineRect fram_timeline_layout_get_plot (const FramTimelineLayout *self); /* without axis and lane names */
FramTimelineRect fram_timeline_layout_get_strip (const FramTimelineLayout *self);
gboolean fram_timeline_layout_get_gap (const FramTimelineLayout *self, guint gap, FramTimelineRect *rect);

/* How high all lanes are. In a narrow view the names of lanes stand above them. */
double fram_timeline_layout_get_height (const FramTimeline *timeline, double width, double text_scale);

G_END_DECLS
