#include "fram-progression-layout-private.h"

#include <math.h>

/* Ratings of one question: points, the lines between them, triangles of steps forward, and notes. */

/* Notes are cut to this, and not shorter than that. */
#define NOTE_WIDEST 130.0
#define NOTE_LEAST  36.0

static const FramRatingPoint *
rating_at (const FramIndicatorSeries *series, guint rater, guint i)
{
  return &g_array_index (series->points[rater], FramRatingPoint, i);
}

/* --- which talks were missed --- */

static gboolean
rated_between (const GArray *points, FramDate first, FramDate last)
{
  for (guint i = 0; i < points->len; i++)
    {
      FramDate day = g_array_index (points, FramRatingPoint, i).day;

      if (day > last)
        return FALSE;
      if (day >= first)
        return TRUE;
    }
  return FALSE;
}

/* Whether a side rated any question of a set from @first to @last; the case worker's own belief tells nothing. */
static gboolean
rated_set_between (const FramProgressionLayout *self, guint set, guint rater, FramDate first, FramDate last)
{
  for (guint i = 0; first <= last && i < self->progression->series->len; i++)
    {
      const FramIndicatorSeries *series = fram_progression_layout_series (self, i);

      if (series->set == set && (!series->belief || rater != FRAM_RATER_CASE_WORKER) &&
          rated_between (series->points[rater], first, last))
        return TRUE;
    }
  return FALSE;
}

/* A talk between two ratings, of either side, that this one was left out of: the line has a gap. */
static gboolean
has_gap (const FramProgressionLayout *self, const FramIndicatorSeries *series, FramRater rater, FramDate after,
         FramDate before)
{
  guint other = rater == FRAM_RATER_PARTICIPANT ? FRAM_RATER_CASE_WORKER : FRAM_RATER_PARTICIPANT;

  return rated_set_between (self, series->set, rater, after + 1, before - 1) ||
         rated_set_between (self, series->set, other, after + FRAM_PROGRESSION_SAME_TALK,
                            before - FRAM_PROGRESSION_SAME_TALK);
}

/* --- points --- */

static const FramRatingPoint *
counting_on (const FramIndicatorSeries *series, guint rater, FramDate day)
{
  for (guint i = 0; i < series->points[rater]->len; i++)
    if (rating_at (series, rater, i)->day == day && rating_at (series, rater, i)->counts)
      return rating_at (series, rater, i);
  return NULL;
}

/* Both sides say the same at a talk: they stand a little apart, so that both are seen. */
static double
offset_of (const FramProgressionLayout *self, guint series, FramRater rater, const FramRatingPoint *point)
{
  const FramIndicatorSeries *of = fram_progression_layout_series (self, series);
  FramRater side = rater == FRAM_RATER_PARTICIPANT ? FRAM_RATER_CASE_WORKER : FRAM_RATER_PARTICIPANT;
  const FramRatingPoint *other;

  if (!point->counts || !fram_progression_layout_shows (self, series, side))
    return 0;
  other = counting_on (of, side, point->day);
  if (other == NULL || other->value != point->value)
    return 0;
  return (rater == FRAM_RATER_PARTICIPANT ? -1 : 1) * FRAM_PROGRESSION_OFFSET * self->s;
}

/* How many later ones of the same day there are: an earlier one stands before them. */
static guint
later_of_day (const FramIndicatorSeries *series, guint rater, guint i)
{
  guint n = 0;

  while (i + n + 1 < series->points[rater]->len &&
         rating_at (series, rater, i + n + 1)->day == rating_at (series, rater, i)->day)
    n++;
  return n;
}

static void
add_side (FramProgressionLayout *self, guint panel, guint series, FramRater rater)
{
  const FramProgressionRect plot = fram_progression_layout_panel (self, panel)->plot;
  const FramIndicatorSeries *of = fram_progression_layout_series (self, series);
  const FramRatingPoint *last = NULL;
  guint before = 0;

  for (guint i = 0; i < of->points[rater]->len; i++)
    {
      const FramRatingPoint *point = rating_at (of, rater, i);
      double x = fram_progression_layout_x_of (self, &plot, point->day), y;
      guint at;

      if (!point->counts)
        x -= 6 * self->s * MAX (later_of_day (of, rater, i), 1);
      y = fram_progression_layout_y_of (&plot, of, point->value) + offset_of (self, series, rater, point);
      at = fram_progression_layout_add_point (self, panel, series, rater, i, x, y);
      if (!point->counts)
        continue;
      if (last != NULL && !has_gap (self, of, rater, last->day, point->day))
        fram_progression_layout_join (self, before, at);
      last = point;
      before = at;
    }
}

/**
 * fram_progression_layout_add_ratings:
 * @panel: a panel
 * @series: a question
 *
 * All ratings of it that are shown, and the lines between those of neighbouring talks.
 */
void
fram_progression_layout_add_ratings (FramProgressionLayout *self, guint panel, guint series)
{
  for (guint rater = 0; rater < FRAM_N_RATERS; rater++)
    if (fram_progression_layout_shows (self, series, (FramRater)rater))
      add_side (self, panel, series, (FramRater)rater);
}

/* --- steps forward --- */

static FramProgressionStep
step_of (const FramProgressionLayout *self, const FramProgressionPoint *point)
{
  const FramRatingPoint *rating =
      rating_at (fram_progression_layout_series (self, point->series), point->rater, point->index);

  if (!point->counts || (!rating->is_step && !rating->is_new_high))
    return FRAM_PROGRESSION_NO_STEP;
  return rating->is_step ? FRAM_PROGRESSION_HELD : FRAM_PROGRESSION_NEW;
}

/* The other side's mark of the same talk. */
static const FramProgressionPoint *
partner_of (const FramProgressionLayout *self, const FramProgressionPoint *point, guint from)
{
  for (guint i = from; i < self->points->len; i++)
    {
      const FramProgressionPoint *other = &g_array_index (self->points, FramProgressionPoint, i);

      if (other->rater != point->rater && other->counts && other->day == point->day)
        return other;
    }
  return NULL;
}

/* Above the mark; beside each other where both sides took a step; below the mark where the other's stands above it. */
static void
place_triangle (const FramProgressionLayout *self, const FramProgressionPoint *point, guint from,
                FramProgressionTriangle *triangle)
{
  const FramProgressionPoint *other = partner_of (self, point, from);
  double lift = FRAM_PROGRESSION_LIFT * self->s;

  triangle->x = point->x;
  triangle->y = point->y - lift;
  if (other == NULL || fabs (other->y - point->y) >= 2 * lift)
    return;
  if (point->value == other->value)
    {
      triangle->y = MIN (point->y, other->y) - lift;
      if (step_of (self, other) != FRAM_PROGRESSION_NO_STEP)
        triangle->x += (point->rater == FRAM_RATER_PARTICIPANT ? -5.5 : 5.5) * self->s;
    }
  else if (other->y < point->y)
    triangle->y = point->y + lift;
}

/**
 * fram_progression_layout_add_triangles:
 * @panel: a panel
 * @from: the first of its points
 *
 * Steps forward that held, and new ones.
 */
void
fram_progression_layout_add_triangles (FramProgressionLayout *self, guint panel, guint from)
{
  for (guint i = from; i < self->points->len; i++)
    {
      const FramProgressionPoint *point = &g_array_index (self->points, FramProgressionPoint, i);
      FramProgressionStep step = step_of (self, point);
      FramProgressionTriangle triangle = { 0, 0, step == FRAM_PROGRESSION_NEW, TRUE, i, 0 };

      if (step == FRAM_PROGRESSION_NO_STEP || point->panel != panel)
        continue;
      place_triangle (self, point, from, &triangle);
      self->used[step == FRAM_PROGRESSION_NEW ? FRAM_PROGRESSION_SAMPLE_NEW : FRAM_PROGRESSION_SAMPLE_HELD]++;
      g_array_append_val (self->triangles, triangle);
    }
}

/* --- notes --- */

static gboolean
try_note (FramProgressionLayout *self, const FramProgressionWriting *note, double x, double middle, double room,
          gboolean to)
{
  FramTextType type = fram_progression_layout_type (self, FALSE);
  g_autofree char *text = fram_drawn_text_elide (note->text, &type, MIN (room, NOTE_WIDEST * self->s));
  double width = text != NULL ? fram_progression_layout_text_width (self, text, FALSE) : 0;
  double height = fram_drawn_text_height (FRAM_PROGRESSION_TEXT * self->s) * 0.9;
  FramProgressionRect rect = { to ? x - width : x, middle - height / 2, width, height };

  if (text == NULL || width <= 0 || (width < NOTE_LEAST * self->s && !g_str_equal (text, note->text)) ||
      !fram_progression_layout_is_clear (self, &rect))
    return FALSE;
  fram_progression_layout_write (self, note, rect.x, middle, width + 0.5);
  return TRUE;
}

/* Beside the mark, above or below, where neither a line nor a mark is. */
static void
write_note (FramProgressionLayout *self, const FramProgressionRect *plot, const FramProgressionPoint *point,
            const char *words)
{
  FramProgressionWriting note = { FRAM_PROGRESSION_LABEL_NOTE, words, FALSE, FRAM_PROGRESSION_DIM, -1 };
  double side = 9 * self->s, line = 11 * self->s, x = point->x, y = point->y;
  double left = x - side - plot->x, right = plot->x + plot->width - x - side;
  double lowest = plot->y + plot->height - 2 * self->s;

  for (int row = 0; row < 4; row++)
    {
      double middle = row == 0 ? y : row % 2 == 1 ? MIN (y + row * line, lowest) : MAX (y - row * line / 2, plot->y);

      if (try_note (self, &note, x - side, middle, left, TRUE) ||
          try_note (self, &note, x + side, middle, right, FALSE))
        return;
    }
}

/**
 * fram_progression_layout_add_notes:
 * @panel: a panel
 * @from: the first of its points
 *
 * Words of notes where there is room for them; the latest first.
 */
void
fram_progression_layout_add_notes (FramProgressionLayout *self, guint panel, guint from)
{
  const FramProgressionRect plot = fram_progression_layout_panel (self, panel)->plot;

  for (guint i = self->points->len; i > from; i--)
    {
      const FramProgressionPoint point = g_array_index (self->points, FramProgressionPoint, i - 1);
      const FramIndicatorSeries *series = fram_progression_layout_series (self, point.series);

      if (point.has_note && point.counts)
        write_note (self, &plot, &point, rating_at (series, point.rater, point.index)->note);
    }
}
