#pragma once

#include "fram-drawn-text.h"
#include "fram-progression-layout.h"

G_BEGIN_DECLS

/* Measures at text scale 1 (VISUAL.md, "Progression"). */
#define FRAM_PROGRESSION_TEXT   12.0
#define FRAM_PROGRESSION_LINE   16.0
#define FRAM_PROGRESSION_PAD    14.0 /* inside a card */
#define FRAM_PROGRESSION_GAP    24.0 /* between panels beside each other */
#define FRAM_PROGRESSION_HEAD   31.0 /* title, and room for a triangle */
#define FRAM_PROGRESSION_PLOT   62.0
#define FRAM_PROGRESSION_BASE   6.0  /* from the lowest value to the axis */
#define FRAM_PROGRESSION_FOOT   17.0 /* from the lowest value to the bottom */
#define FRAM_PROGRESSION_OFFSET 1.6
#define FRAM_PROGRESSION_NARROW 620.0
#define FRAM_PROGRESSION_MARK   5.0  /* half of the room of a mark */
#define FRAM_PROGRESSION_LIFT   11.0 /* from a mark to the middle of its triangle */

/* Sides of one talk may rate some days apart: what lies closer than this many days is one talk. */
#define FRAM_PROGRESSION_SAME_TALK 7

/* A step forward in a rating. */
typedef enum
{
  FRAM_PROGRESSION_NO_STEP,
  FRAM_PROGRESSION_HELD,
  FRAM_PROGRESSION_NEW,
} FramProgressionStep;

/**
 * FramProgressionPoint:
 * @panel: where it stands
 * @series: which question
 * @rater: which side
 * @index: which of that side's points
 * @x: its middle
 * @y: its middle
 * @value: what was given
 * @day: when
 * @counts: whether it does
 * @is_before: of a comparison: it is the earlier one
 * @has_note: whether something was said about it
 *
 * A rating where it is drawn.
 */
typedef struct
{
  guint panel;
  guint series;
  FramRater rater;
  guint index;
  double x;
  double y;
  int value;
  FramDate day;
  gboolean counts;
  gboolean is_before;
  gboolean has_note;
} FramProgressionPoint;

/* A line between two points: of a side in a panel one after the other. */
typedef struct
{
  guint from; /* of the layout's points */
  guint to;
} FramProgressionJoin;

typedef struct
{
  double x;
  double y;
  gboolean hollow;
  gboolean is_rating; /* else of hours, or of a moment */
  guint point;        /* of the layout's points, of a rating */
  guint step;         /* else of the progression's steps */
} FramProgressionTriangle;

/* A week's bars; an outline of no height where nothing is known. */
typedef struct
{
  guint week;
  FramProgressionRect column;
  double base;
  double planned;  /* top, NAN for not known */
  double attended; /* top, NAN where nothing is marked */
  double rate;     /* y, NAN for none */
} FramProgressionBar;

typedef enum
{
  FRAM_PROGRESSION_RULE, /* of a scale */
  FRAM_PROGRESSION_AXIS, /* under it */
  FRAM_PROGRESSION_TICK, /* of a moment */
  FRAM_PROGRESSION_TIME, /* of a month */
  FRAM_PROGRESSION_LEAD, /* from a line's end to its label */
  FRAM_PROGRESSION_NET,  /* of a net */
} FramProgressionSegmentKind;

typedef struct
{
  FramProgressionSegmentKind kind;
  double x1;
  double y1;
  double x2;
  double y2;
} FramProgressionSegment;

typedef enum
{
  FRAM_PROGRESSION_SAMPLE_OWN,
  FRAM_PROGRESSION_SAMPLE_CASE_WORKER,
  FRAM_PROGRESSION_SAMPLE_HELD,
  FRAM_PROGRESSION_SAMPLE_NEW,
  FRAM_PROGRESSION_SAMPLE_NOTE,
  FRAM_PROGRESSION_SAMPLE_TICK,
  FRAM_PROGRESSION_SAMPLE_CHANGE,
  FRAM_PROGRESSION_SAMPLE_REPLACED,
  FRAM_PROGRESSION_SAMPLE_BEFORE,
  FRAM_PROGRESSION_SAMPLE_RATE,
  FRAM_PROGRESSION_SAMPLE_PLANNED,
  FRAM_PROGRESSION_SAMPLE_ATTENDED,
  FRAM_PROGRESSION_SAMPLE_MARK_OWN, /* in the colour of a series */
  FRAM_PROGRESSION_SAMPLE_MARK_OTHER,
  FRAM_PROGRESSION_N_SAMPLES
} FramProgressionSampleKind;

/* What stands for what, in the key. */
typedef struct
{
  FramProgressionSampleKind kind;
  int series; /* whose colour, or -1 */
  double x;
  double y;
} FramProgressionSample;

struct _FramProgressionLayout
{
  const FramProgression *progression;
  FramProgressionView view;
  guint raters;
  double s;    /* of letters and marks */
  double from; /* first day of the axis, and the end of the last */
  double to;
  double height;
  double stretch; /* plots are so many times as high, to fill the view */
  double y;       /* where the next thing stands, while it is laid out */

  GArray *panels;
  GArray *stops;
  GArray *labels;
  GArray *points;
  GArray *joins;
  GArray *triangles;
  GArray *bars;
  GArray *segments;
  GArray *samples;
  GArray *cards;  /* FramProgressionRect */
  GArray *pauses; /* FramProgressionRect */
  guint used[FRAM_PROGRESSION_N_SAMPLES];
};

/**
 * FramProgressionWriting:
 * @kind: what it belongs to
 * @text: its text
 * @bold: whether it is
 * @rater: as in #FramProgressionLabel
 * @series: likewise
 *
 * A text that is looking for its place.
 */
typedef struct
{
  FramProgressionLabelKind kind;
  const char *text;
  gboolean bold;
  int rater;
  int series;
} FramProgressionWriting;

#define FRAM_PROGRESSION_INK -1
#define FRAM_PROGRESSION_DIM -2

double fram_progression_layout_x_of (const FramProgressionLayout *self, const FramProgressionRect *plot, double day);
gboolean fram_progression_layout_shows (const FramProgressionLayout *self, guint series, FramRater rater);
gboolean fram_progression_layout_shows_any (const FramProgressionLayout *self, guint series);
const FramIndicatorSeries *fram_progression_layout_series (const FramProgressionLayout *self, guint series);
gboolean fram_progression_layout_has_step (const FramProgressionLayout *self, guint moment, guint *step);

FramTextType fram_progression_layout_type (const FramProgressionLayout *self, gboolean bold);
double fram_progression_layout_text_width (const FramProgressionLayout *self, const char *text, gboolean bold);
double fram_progression_layout_line (const FramProgressionLayout *self);
gboolean fram_progression_layout_is_free (const FramProgressionLayout *self, const FramProgressionRect *rect);
gboolean fram_progression_layout_is_clear (const FramProgressionLayout *self, const FramProgressionRect *rect);
double fram_progression_layout_write (FramProgressionLayout *self, const FramProgressionWriting *writing, double x,
                                      double middle, double room);
double fram_progression_layout_write_to (FramProgressionLayout *self, const FramProgressionWriting *writing, double end,
                                         double middle, double room);
gboolean fram_progression_layout_try (FramProgressionLayout *self, const FramProgressionWriting *writing, double x,
                                      double middle);

guint fram_progression_layout_add_panel (FramProgressionLayout *self, int series, FramProgressionRect rect,
                                         FramProgressionRect plot);
FramProgressionPanel *fram_progression_layout_panel (const FramProgressionLayout *self, guint panel);
void fram_progression_layout_add_segment (FramProgressionLayout *self, FramProgressionSegmentKind kind, double x1,
                                          double y1, double x2, double y2);
guint fram_progression_layout_add_point (FramProgressionLayout *self, guint panel, guint series, FramRater rater,
                                         guint index, double x, double y);
void fram_progression_layout_mark_before (FramProgressionLayout *self, guint point);
void fram_progression_layout_join (FramProgressionLayout *self, guint from, guint to);
void fram_progression_layout_card (FramProgressionLayout *self, double y, double height);

void fram_progression_layout_add_weeks (FramProgressionLayout *self);
gboolean fram_progression_layout_has_rates (const FramProgressionLayout *self);
double fram_progression_layout_sides_width (const FramProgressionLayout *self);
void fram_progression_layout_write_sides (FramProgressionLayout *self, const FramProgressionRect *rate,
                                          const FramProgressionRect *hours, double key, double right);
void fram_progression_layout_write_sides_below (FramProgressionLayout *self, double left, double right);
void fram_progression_layout_add_weeks_axis (FramProgressionLayout *self, const FramProgressionRect *plot, double y);
void fram_progression_layout_add_moments (FramProgressionLayout *self, guint panel, double axis, double top);
void fram_progression_layout_add_panels (FramProgressionLayout *self);
void fram_progression_layout_fill_panel (FramProgressionLayout *self, guint panel);
void fram_progression_layout_add_scale (FramProgressionLayout *self, const FramProgressionRect *plot,
                                        const FramIndicatorSeries *series);
double fram_progression_layout_y_of (const FramProgressionRect *plot, const FramIndicatorSeries *series, double value);
void fram_progression_layout_add_time (FramProgressionLayout *self, const FramProgressionRect *plot);
void fram_progression_layout_add_ratings (FramProgressionLayout *self, guint panel, guint series);
void fram_progression_layout_add_triangles (FramProgressionLayout *self, guint panel, guint from);
void fram_progression_layout_add_notes (FramProgressionLayout *self, guint panel, guint from);
void fram_progression_layout_add_values (FramProgressionLayout *self, guint from);
double fram_progression_layout_key_height (const FramProgressionLayout *self, guint columns);
void fram_progression_layout_add_key (FramProgressionLayout *self, FramProgressionRect rect, guint columns);
void fram_progression_layout_add_key_card (FramProgressionLayout *self);
void fram_progression_layout_add_lines (FramProgressionLayout *self);
void fram_progression_layout_add_change (FramProgressionLayout *self);
void fram_progression_layout_add_radar (FramProgressionLayout *self);
gboolean fram_progression_layout_find_span (const FramProgressionLayout *self, guint series, FramRater rater,
                                            int *before, int *after);
char *fram_progression_layout_span_to_words (const FramProgressionLayout *self, guint series, FramRater rater);
guint fram_progression_layout_count_spans (const FramProgressionLayout *self, guint series);
guint fram_progression_layout_count_spans_of_set (const FramProgressionLayout *self, guint set);
void fram_progression_layout_write_span (FramProgressionLayout *self, guint set);
void fram_progression_layout_add_stops (FramProgressionLayout *self);
void fram_progression_layout_mirror (FramProgressionLayout *self);

G_END_DECLS
