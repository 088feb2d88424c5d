#pragma once

#include "fram-progression-change.h"

G_BEGIN_DECLS

/**
 * FramProgressionKind:
 * @FRAM_PROGRESSION_PANELS: one small panel per question, the default
 * @FRAM_PROGRESSION_LINES: all in one
 * @FRAM_PROGRESSION_CHANGE: the start against now, or two talks against each other
 * @FRAM_PROGRESSION_RADAR: likewise, as a net; never the only view
 *
 * How ratings are shown. Codes: panels, lines, change, radar.
 */
typedef enum
{
  FRAM_PROGRESSION_PANELS,
  FRAM_PROGRESSION_LINES,
  FRAM_PROGRESSION_CHANGE,
  FRAM_PROGRESSION_RADAR,
  FRAM_N_PROGRESSION_KINDS
} FramProgressionKind;

/** FRAM_PROGRESSION_ALL: every series is shown. */
#define FRAM_PROGRESSION_ALL G_MAXUINT64

/**
 * FramProgressionView:
 * @kind: how ratings are shown
 * @width: what there is to draw on, in pixels or points
 * @height: what there is; 0: as high as it needs, see fram_progression_layout_get_height()
 * @text_scale: 1 for 11 pt
 * @rtl: whether time runs from right to left
 * @raters: bits of the sides that are shown; 0 for the usual ones: both, in the large version the participant's own
 * @shown: bits of the series that are shown, those after the 64th always are
 * @belief: whether the case worker's own belief is shown, where it is in the data
 * @span: two talks: for change and radar; both %FRAM_DATE_NONE for the first and the last
 * @large: the large simple version, to turn to the participant: no rates, nothing of what was planned, larger letters
 * @exact: for paper, where letters stand anywhere; else they stand on whole pixels
 *
 * What is shown, and how large.
 */
typedef struct
{
  FramProgressionKind kind;
  double width;
  double height;
  double text_scale;
  gboolean rtl;
  guint raters;
  guint64 shown;
  gboolean belief;
  FramProgressionSpan span;
  gboolean large;
  gboolean exact;
} FramProgressionView;

/**
 * FramProgressionRect:
 *
 * A rectangle in the view's units.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} FramProgressionRect;

/**
 * FramProgressionStopKind:
 * @FRAM_PROGRESSION_STOP_POINT: a rating
 * @FRAM_PROGRESSION_STOP_WEEK: a week's hours and rate
 * @FRAM_PROGRESSION_STOP_MOMENT: something that happened
 * @FRAM_PROGRESSION_STOP_STEP: a step forward that is no rating
 *
 * What can be pointed at, reached with keys and read.
 */
typedef enum
{
  FRAM_PROGRESSION_STOP_POINT,
  FRAM_PROGRESSION_STOP_WEEK,
  FRAM_PROGRESSION_STOP_MOMENT,
  FRAM_PROGRESSION_STOP_STEP,
} FramProgressionStopKind;

/**
 * FramProgressionStop:
 * @kind: what it is
 * @panel: where it stands: index of its panel
 * @series: of a point: which series
 * @rater: of a point: which side
 * @index: which point of that side, week, moment, or step
 * @x: its middle
 * @y: its middle
 * @hit: where it can be pointed at, at least 24 × 24 where neighbours leave room
 *
 * Stops stand panel by panel in order of time, sides beside each other. A moment that is a step forward has one stop, that
 * of the step. Change and radar have stops for the two talks only.
 */
typedef struct
{
  FramProgressionStopKind kind;
  guint panel;
  guint series;
  FramRater rater;
  guint index;
  double x;
  double y;
  FramProgressionRect hit;
} FramProgressionStop;

/**
 * FramProgressionPanel:
 * @series: which series; -1 of the chart of weeks, -2 of the key, -3 of what shows all
 * @rect: all of it, with its title
 * @plot: where values stand
 *
 * One panel.
 */
typedef struct
{
  int series;
  FramProgressionRect rect;
  FramProgressionRect plot;
} FramProgressionPanel;

/**
 * FramProgressionLabelKind:
 *
 * What a label belongs to.
 */
typedef enum
{
  FRAM_PROGRESSION_LABEL_TITLE,
  FRAM_PROGRESSION_LABEL_VALUE,
  FRAM_PROGRESSION_LABEL_SCALE,
  FRAM_PROGRESSION_LABEL_WEEK,
  FRAM_PROGRESSION_LABEL_MOMENT,
  FRAM_PROGRESSION_LABEL_NOTE,
  FRAM_PROGRESSION_LABEL_KEY,
  FRAM_PROGRESSION_LABEL_STATE,
} FramProgressionLabelKind;

/**
 * FramProgressionLabel:
 * @kind: what it belongs to
 * @rect: where it stands; no two labels of a layout overlap
 * @text: its text, elided already where it had to be
 * @elided: whether it was
 * @size: of its letters in the view's units
 * @bold: whether it is
 * @rater: whose colour it has, or -1 for that of text, -2 for text that stands back
 * @series: whose colour it has in a chart that shows all, or -1
 */
typedef struct
{
  FramProgressionLabelKind kind;
  FramProgressionRect rect;
  char *text;
  gboolean elided;
  double size;
  gboolean bold;
  int rater;
  int series;
} FramProgressionLabel;

/**
 * FramProgressionLayout:
 *
 * Where everything of a progression chart is drawn, as data: it can be tested, pointed at and read.
 */
typedef struct _FramProgressionLayout FramProgressionLayout;

/* The layout borrows the progression, which must live longer. May be called in any thread. */
FramProgressionLayout *fram_progression_layout_new (const FramProgression *progression,
                                                    const FramProgressionView *view);
void fram_progression_layout_free (FramProgressionLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramProgressionLayout, fram_progression_layout_free)

void fram_progression_view_init (FramProgressionView *view, FramProgressionKind kind, double width);
guint fram_progression_view_get_raters (const FramProgressionView *view);
gboolean fram_progression_view_shows (const FramProgressionView *view, const FramProgression *progression, guint series,
                                      FramRater rater);
const FramProgression *fram_progression_layout_get_progression (const FramProgressionLayout *self);
const FramProgressionView *fram_progression_layout_get_view (const FramProgressionLayout *self);
double fram_progression_layout_get_height (const FramProgressionLayout *self);
const GArray *fram_progression_layout_get_panels (const FramProgressionLayout *self);    /* FramProgressionPanel */
const GArray *fram_progression_layout_get_stops (const FramProgressionLayout *self);     /* FramProgressionStop */
const GArray *fram_progression_layout_get_labels (const FramProgressionLayout *self);    /* FramProgressionLabel */
int fram_progression_layout_hit (const FramProgressionLayout *self, double x, double y); /* a stop, or -1 */
char *fram_progression_layout_stop_to_words (const FramProgressionLayout *self, guint stop);
const char *fram_progression_kind_get_code (FramProgressionKind kind);
gboolean fram_progression_kind_from_code (const char *code, FramProgressionKind *kind);
const char *fram_progression_kind_get_name (FramProgressionKind kind);

G_END_DECLS
