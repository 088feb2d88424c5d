#include "fram-progression-layout-private.h"

#include <math.h>

/* An enrolment that has just begun is not drawn wider than this. */
#define SHORTEST 70

/* Letters of the large version. */
#define LARGE 1.5

/* How far plots give way or grow to fill a view. */
#define FLATTEST 0.6
#define TALLEST  2.4

const FramIndicatorSeries *
fram_progression_layout_series (const FramProgressionLayout *self, guint series)
{
  return fram_progression_get_series (self->progression, series);
}

gboolean
fram_progression_layout_shows (const FramProgressionLayout *self, guint series, FramRater rater)
{
  return fram_progression_view_shows (&self->view, self->progression, series, rater);
}

/* Whether there is anything of it to see. */
gboolean
fram_progression_layout_shows_any (const FramProgressionLayout *self, guint series)
{
  for (guint rater = 0; rater < FRAM_N_RATERS; rater++)
    if (fram_progression_layout_shows (self, series, (FramRater)rater) &&
        fram_progression_layout_series (self, series)->points[rater]->len > 0)
      return TRUE;
  return FALSE;
}

/* Whether a moment is a step forward, and which one. */
gboolean
fram_progression_layout_has_step (const FramProgressionLayout *self, guint moment, guint *step)
{
  const GPtrArray *steps = self->progression->steps;

  for (guint i = 0; i < steps->len; i++)
    {
      const FramStepForward *forward = g_ptr_array_index (steps, i);

      if (forward->kind == FRAM_STEP_RATING || forward->kind == FRAM_STEP_HOURS || forward->moment != moment)
        continue;
      *step = i;
      return TRUE;
    }
  return FALSE;
}

/* --- time --- */

/* The middle of a day. Until the end everything is laid out from left to right. */
double
fram_progression_layout_x_of (const FramProgressionLayout *self, const FramProgressionRect *plot, double day)
{
  return plot->x + (CLAMP (day + 0.5, self->from, self->to) - self->from) / (self->to - self->from) * plot->width;
}

static void
find_time (FramProgressionLayout *self)
{
  const FramProgression *progression = self->progression;
  const GArray *weeks = progression->weeks, *talks = progression->talks;

  self->from = progression->from;
  self->to = progression->to + 1;
  if (weeks->len > 0)
    {
      self->from = MIN (self->from, g_array_index (weeks, FramProgressWeek, 0).monday);
      self->to = MAX (self->to, g_array_index (weeks, FramProgressWeek, weeks->len - 1).monday + 7);
    }
  if (talks->len > 0)
    {
      self->from = MIN (self->from, g_array_index (talks, FramDate, 0));
      self->to = MAX (self->to, g_array_index (talks, FramDate, talks->len - 1) + 1);
    }
  self->to = MAX (self->to, self->from + SHORTEST);
}

/* --- parts --- */

guint
fram_progression_layout_add_panel (FramProgressionLayout *self, int series, FramProgressionRect rect,
                                   FramProgressionRect plot)
{
  FramProgressionPanel panel = { series, rect, plot };

  g_array_append_val (self->panels, panel);
  return self->panels->len - 1;
}

FramProgressionPanel *
fram_progression_layout_panel (const FramProgressionLayout *self, guint panel)
{
  return &g_array_index (self->panels, FramProgressionPanel, panel);
}

void
fram_progression_layout_add_segment (FramProgressionLayout *self, FramProgressionSegmentKind kind, double x1, double y1,
                                     double x2, double y2)
{
  FramProgressionSegment segment = { kind, x1, y1, x2, y2 };

  g_array_append_val (self->segments, segment);
}

guint
fram_progression_layout_add_point (FramProgressionLayout *self, guint panel, guint series, FramRater rater, guint index,
                                   double x, double y)
{
  const FramIndicatorSeries *of = fram_progression_layout_series (self, series);
  const FramRatingPoint *rating = &g_array_index (of->points[rater], FramRatingPoint, index);
  FramProgressionPoint point = {
    panel, series, rater, index, x, y, rating->value, rating->day, rating->counts, FALSE, rating->note != NULL
  };

  g_array_append_val (self->points, point);
  self->used[rater == FRAM_RATER_PARTICIPANT ? FRAM_PROGRESSION_SAMPLE_OWN : FRAM_PROGRESSION_SAMPLE_CASE_WORKER]++;
  if (!rating->counts)
    self->used[FRAM_PROGRESSION_SAMPLE_REPLACED]++;
  if (rating->note != NULL)
    self->used[FRAM_PROGRESSION_SAMPLE_NOTE]++;
  return self->points->len - 1;
}

/* What was, of two talks that are compared. */
void
fram_progression_layout_mark_before (FramProgressionLayout *self, guint point)
{
  g_array_index (self->points, FramProgressionPoint, point).is_before = TRUE;
  self->used[FRAM_PROGRESSION_SAMPLE_BEFORE]++;
}

void
fram_progression_layout_join (FramProgressionLayout *self, guint from, guint to)
{
  FramProgressionJoin join = { from, to };

  g_array_append_val (self->joins, join);
}

/* The ground under panels, as wide as the view. */
void
fram_progression_layout_card (FramProgressionLayout *self, double y, double height)
{
  FramProgressionRect card = { 0.5, y + 0.5, MAX (self->view.width - 1, 1), MAX (height - 1, 1) };

  g_array_append_val (self->cards, card);
}

/* --- all of it --- */

static void
label_clear (gpointer data)
{
  FramProgressionLabel *label = data;

  g_free (label->text);
}

static FramProgressionLayout *
make (const FramProgression *progression, const FramProgressionView *view)
{
  FramProgressionLayout *self = g_new0 (FramProgressionLayout, 1);

  self->progression = progression;
  self->view = *view;
  self->s = (view->text_scale > 0 ? view->text_scale : 1) * (view->large ? LARGE : 1);
  self->raters = fram_progression_view_get_raters (view);
  self->stretch = 1;
  self->panels = g_array_new (FALSE, FALSE, sizeof (FramProgressionPanel));
  self->stops = g_array_new (FALSE, FALSE, sizeof (FramProgressionStop));
  self->labels = g_array_new (FALSE, FALSE, sizeof (FramProgressionLabel));
  self->points = g_array_new (FALSE, FALSE, sizeof (FramProgressionPoint));
  self->joins = g_array_new (FALSE, FALSE, sizeof (FramProgressionJoin));
  self->triangles = g_array_new (FALSE, FALSE, sizeof (FramProgressionTriangle));
  self->bars = g_array_new (FALSE, FALSE, sizeof (FramProgressionBar));
  self->segments = g_array_new (FALSE, FALSE, sizeof (FramProgressionSegment));
  self->samples = g_array_new (FALSE, FALSE, sizeof (FramProgressionSample));
  self->cards = g_array_new (FALSE, FALSE, sizeof (FramProgressionRect));
  self->pauses = g_array_new (FALSE, FALSE, sizeof (FramProgressionRect));
  g_array_set_clear_func (self->labels, label_clear);
  find_time (self);
  return self;
}

static void
clear (FramProgressionLayout *self)
{
  GArray *arrays[] = { self->panels, self->stops,    self->labels,  self->points, self->joins, self->triangles,
                       self->bars,   self->segments, self->samples, self->cards,  self->pauses };

  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_array_set_size (arrays[i], 0);
  memset (self->used, 0, sizeof self->used);
  self->y = 0;
}

static void
lay_out (FramProgressionLayout *self)
{
  fram_progression_layout_add_weeks (self);
  switch (self->view.kind)
    {
    case FRAM_PROGRESSION_LINES: fram_progression_layout_add_lines (self); break;
    case FRAM_PROGRESSION_CHANGE: fram_progression_layout_add_change (self); break;
    case FRAM_PROGRESSION_RADAR: fram_progression_layout_add_radar (self); break;
    default: fram_progression_layout_add_panels (self); break;
    }
  self->height = self->y > 10 ? self->y - 10 : self->y; /* nothing is below the last card */
}

static void
lay_out_again (FramProgressionLayout *self, double stretch)
{
  self->stretch = CLAMP (stretch, FLATTEST, TALLEST);
  clear (self);
  lay_out (self);
}

/* Only plots give way; letters never do, so that it may take a few attempts. What a change of one tenth does tells how much
 * of the height are plots. */
static void
fill_view (FramProgressionLayout *self)
{
  double natural = self->height, plots;

  lay_out_again (self, 1.1);
  plots = (self->height - natural) * 10;
  for (int attempt = 0; plots >= 1 && attempt < 4 && fabs (self->view.height - self->height) >= 1; attempt++)
    lay_out_again (self, self->stretch + (self->view.height - self->height) / plots);
}

/**
 * fram_progression_layout_new:
 * @progression: what is drawn; it must live longer
 * @view: how, and how large
 *
 * Returns: (transfer full): where everything stands
 */
FramProgressionLayout *
fram_progression_layout_new (const FramProgression *progression, const FramProgressionView *view)
{
  FramProgressionLayout *self;

  g_return_val_if_fail (progression != NULL && view != NULL, NULL);
  self = make (progression, view);
  lay_out (self);
  if (view->height > 0 && fabs (view->height - self->height) >= 1)
    fill_view (self);
  fram_progression_layout_add_stops (self);
  if (view->rtl)
    fram_progression_layout_mirror (self);
  return self;
}

void
fram_progression_layout_free (FramProgressionLayout *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->panels);
  g_array_unref (self->stops);
  g_array_unref (self->labels);
  g_array_unref (self->points);
  g_array_unref (self->joins);
  g_array_unref (self->triangles);
  g_array_unref (self->bars);
  g_array_unref (self->segments);
  g_array_unref (self->samples);
  g_array_unref (self->cards);
  g_array_unref (self->pauses);
  g_free (self);
}

const FramProgression *
fram_progression_layout_get_progression (const FramProgressionLayout *self)
{
  return self->progression;
}

const FramProgressionView *
fram_progression_layout_get_view (const FramProgressionLayout *self)
{
  return &self->view;
}

/**
 * fram_progression_layout_get_height:
 * @self: a layout
 *
 * Returns: how high the drawing is; it may be higher than a view that is too low for its letters
 */
double
fram_progression_layout_get_height (const FramProgressionLayout *self)
{
  return self->height;
}

const GArray *
fram_progression_layout_get_panels (const FramProgressionLayout *self)
{
  return self->panels;
}

const GArray *
fram_progression_layout_get_stops (const FramProgressionLayout *self)
{
  return self->stops;
}

const GArray *
fram_progression_layout_get_labels (const FramProgressionLayout *self)
{
  return self->labels;
}
