#include "fram-progression-walk.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  FramProgressionStop key; /* of its first stop */
  GArray *stops;           /* (element-type int) in order of time */
} Row;

struct _FramProgressionWalk
{
  /* borrowed */
  const FramProgressionLayout *layout;

  /* owned */
  GPtrArray *rows;
  int *row_of; /* by stop */
};

static void
row_free (gpointer data)
{
  Row *row = data;

  g_array_unref (row->stops);
  g_free (row);
}

/* --- stops --- */

static const FramRatingPoint *
point_of (const FramProgression *progression, const FramProgressionStop *stop)
{
  const FramIndicatorSeries *series = fram_progression_get_series (progression, stop->series);

  return &g_array_index (series->points[stop->rater], FramRatingPoint, stop->index);
}

/**
 * fram_progression_stop_get_day:
 * @progression: what is shown
 * @stop: a stop of its layout
 *
 * Returns: its day; of a week its Monday
 */
FramDate
fram_progression_stop_get_day (const FramProgression *progression, const FramProgressionStop *stop)
{
  switch (stop->kind)
    {
    case FRAM_PROGRESSION_STOP_WEEK: return g_array_index (progression->weeks, FramProgressWeek, stop->index).monday;
    case FRAM_PROGRESSION_STOP_MOMENT: return ((FramMoment *)progression->moments->pdata[stop->index])->day;
    case FRAM_PROGRESSION_STOP_STEP: return ((FramStepForward *)progression->steps->pdata[stop->index])->day;
    case FRAM_PROGRESSION_STOP_POINT:
    default: return point_of (progression, stop)->day;
    }
}

/**
 * fram_progression_stop_get_row_name:
 * @progression: what is shown
 * @stop: a stop of its layout
 *
 * Returns: (transfer full): what its row is called: "Health, the participant"
 */
char *
fram_progression_stop_get_row_name (const FramProgression *progression, const FramProgressionStop *stop)
{
  switch (stop->kind)
    {
    case FRAM_PROGRESSION_STOP_WEEK: return g_strdup (_ ("Attendance and hours a week"));
    case FRAM_PROGRESSION_STOP_MOMENT: return g_strdup (C_ ("progression", "What happened"));
    case FRAM_PROGRESSION_STOP_STEP: return g_strdup (C_ ("progression", "Steps forward"));
    case FRAM_PROGRESSION_STOP_POINT:
    default:
      /* Translators: a question and whose ratings: "Health, the participant" */
      return g_strdup_printf (_ ("%1$s, %2$s"), fram_progression_get_series (progression, stop->series)->name,
                              stop->rater == FRAM_RATER_PARTICIPANT ? C_ ("rater", "the participant")
                                                                    : C_ ("rater", "the case worker"));
    }
}

static gboolean
is_same_row (const FramProgressionStop *a, const FramProgressionStop *b)
{
  if (a->panel != b->panel || a->kind != b->kind)
    return FALSE;
  return a->kind != FRAM_PROGRESSION_STOP_POINT || (a->series == b->series && a->rater == b->rater);
}

static gboolean
is_same_uuid (const FramUuid *a, const FramUuid *b)
{
  return memcmp (a, b, sizeof *a) == 0;
}

/* The same thing in two readings of the register, between which others may have come and gone. */
static gboolean
is_same (const FramProgression *progression, const FramProgressionStop *stop, const FramProgression *before,
         const FramProgressionStop *was)
{
  if (stop->kind != was->kind)
    return FALSE;
  if (stop->kind == FRAM_PROGRESSION_STOP_POINT)
    return stop->rater == was->rater &&
           is_same_uuid (&fram_progression_get_series (progression, stop->series)->id,
                         &fram_progression_get_series (before, was->series)->id) &&
           is_same_uuid (&point_of (progression, stop)->id, &point_of (before, was)->id) &&
           point_of (progression, stop)->day == point_of (before, was)->day;
  if (stop->kind == FRAM_PROGRESSION_STOP_MOMENT)
    {
      const FramMoment *a = progression->moments->pdata[stop->index], *b = before->moments->pdata[was->index];

      return a->kind == b->kind && a->day == b->day && is_same_uuid (&a->id, &b->id);
    }
  return fram_progression_stop_get_day (progression, stop) == fram_progression_stop_get_day (before, was);
}

/* Where a row is that a stop stood in, and what is nearest to its day there. */
static int
find_near (const FramProgressionLayout *layout, const FramProgressionLayout *before, const FramProgressionStop *was)
{
  const GArray *stops = fram_progression_layout_get_stops (layout);
  const FramProgression *progression = fram_progression_layout_get_progression (layout),
                        *old = fram_progression_layout_get_progression (before);
  FramDate day = fram_progression_stop_get_day (old, was);
  int best = -1, distance = G_MAXINT;

  for (guint i = 0; i < stops->len; i++)
    {
      const FramProgressionStop *stop = &g_array_index (stops, FramProgressionStop, i);
      int far = ABS (fram_progression_stop_get_day (progression, stop) - day);

      if (stop->kind != was->kind || far >= distance)
        continue;
      if (stop->kind == FRAM_PROGRESSION_STOP_POINT &&
          (stop->rater != was->rater || !is_same_uuid (&fram_progression_get_series (progression, stop->series)->id,
                                                       &fram_progression_get_series (old, was->series)->id)))
        continue;
      best = (int)i;
      distance = far;
    }
  return best;
}

/**
 * fram_progression_find_same:
 * @layout: a layout
 * @before: another one, whose progression still lives
 * @stop: a stop of @before, or -1
 *
 * Returns: the same stop in @layout, or one of its row, or -1
 */
int
fram_progression_find_same (const FramProgressionLayout *layout, const FramProgressionLayout *before, int stop)
{
  const GArray *stops = fram_progression_layout_get_stops (layout), *old = fram_progression_layout_get_stops (before);
  const FramProgressionStop *was;

  if (stop < 0 || (guint)stop >= old->len)
    return -1;
  was = &g_array_index (old, FramProgressionStop, (guint)stop);
  for (guint i = 0; i < stops->len; i++)
    if (is_same (fram_progression_layout_get_progression (layout), &g_array_index (stops, FramProgressionStop, i),
                 fram_progression_layout_get_progression (before), was))
      return (int)i;
  return find_near (layout, before, was);
}

/* --- rows --- */

static const FramProgressionStop *
nth_stop (const FramProgressionWalk *self, int stop)
{
  return &g_array_index (fram_progression_layout_get_stops (self->layout), FramProgressionStop, (guint)stop);
}

static FramDate
day_of (const FramProgressionWalk *self, int stop)
{
  return fram_progression_stop_get_day (fram_progression_layout_get_progression (self->layout), nth_stop (self, stop));
}

static int
compare_stops (gconstpointer a, gconstpointer b, gpointer data)
{
  const FramProgressionWalk *self = data;
  int x = *(const int *)a, y = *(const int *)b;
  FramDate dx = day_of (self, x), dy = day_of (self, y);

  if (dx != dy)
    return dx < dy ? -1 : 1;
  return x - y;
}

/* Panels in order; in one panel questions in order, the participant's side first. */
static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const FramProgressionStop *x = &(*(Row *const *)a)->key, *y = &(*(Row *const *)b)->key;

  if (x->panel != y->panel)
    return x->panel < y->panel ? -1 : 1;
  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;
  if (x->series != y->series)
    return x->series < y->series ? -1 : 1;
  return (int)x->rater - (int)y->rater;
}

static Row *
find_row (FramProgressionWalk *self, const FramProgressionStop *stop)
{
  Row *row;

  for (guint i = self->rows->len; i > 0; i--)
    if (is_same_row (&((Row *)self->rows->pdata[i - 1])->key, stop))
      return self->rows->pdata[i - 1];
  row = g_new0 (Row, 1);
  row->key = *stop;
  row->stops = g_array_new (FALSE, FALSE, sizeof (int));
  g_ptr_array_add (self->rows, row);
  return row;
}

/**
 * fram_progression_walk_new:
 * @layout: a layout, which must live longer
 *
 * Returns: (transfer full): the way through it
 */
FramProgressionWalk *
fram_progression_walk_new (const FramProgressionLayout *layout)
{
  FramProgressionWalk *self = g_new0 (FramProgressionWalk, 1);
  const GArray *stops = fram_progression_layout_get_stops (layout);

  self->layout = layout;
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->row_of = g_new0 (int, stops->len + 1);
  for (int i = 0; i < (int)stops->len; i++)
    g_array_append_val (find_row (self, nth_stop (self, i))->stops, i);
  g_ptr_array_sort (self->rows, compare_rows);
  for (guint r = 0; r < self->rows->len; r++)
    {
      Row *row = self->rows->pdata[r];

      g_array_sort_with_data (row->stops, compare_stops, self);
      for (guint i = 0; i < row->stops->len; i++)
        self->row_of[g_array_index (row->stops, int, i)] = (int)r;
    }
  return self;
}

void
fram_progression_walk_free (FramProgressionWalk *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->rows);
  g_free (self->row_of);
  g_free (self);
}

guint
fram_progression_walk_get_n_rows (const FramProgressionWalk *self)
{
  return self->rows->len;
}

guint
fram_progression_walk_get_length (const FramProgressionWalk *self, guint row)
{
  return ((Row *)self->rows->pdata[row])->stops->len;
}

int
fram_progression_walk_get_nth (const FramProgressionWalk *self, guint row, guint n)
{
  return g_array_index (((Row *)self->rows->pdata[row])->stops, int, n);
}

static gboolean
is_stop (const FramProgressionWalk *self, int stop)
{
  return stop >= 0 && (guint)stop < fram_progression_layout_get_stops (self->layout)->len;
}

/* -1 for none. */
int
fram_progression_walk_get_row (const FramProgressionWalk *self, int stop)
{
  return is_stop (self, stop) ? self->row_of[stop] : -1;
}

static int
nearest (const FramProgressionWalk *self, guint row, FramDate day)
{
  int best = -1, distance = G_MAXINT;

  for (guint i = 0; i < fram_progression_walk_get_length (self, row); i++)
    {
      int stop = fram_progression_walk_get_nth (self, row, i), far = ABS (day_of (self, stop) - day);

      /* of two as near the later one */
      if (far <= distance)
        best = stop;
      distance = MIN (distance, far);
    }
  return best;
}

/**
 * fram_progression_walk_along:
 * @self: a walk
 * @stop: where the keyboard is
 * @step: how many stops later; as many as one likes for the last one
 *
 * Returns: where it goes in the same row
 */
int
fram_progression_walk_along (const FramProgressionWalk *self, int stop, int step)
{
  int row = fram_progression_walk_get_row (self, stop), at = 0, n;

  if (row < 0)
    return -1;
  n = (int)fram_progression_walk_get_length (self, (guint)row);
  while (fram_progression_walk_get_nth (self, (guint)row, (guint)at) != stop)
    at++;
  at = step > 0 ? at + MIN (step, n - 1 - at) : at - MIN (-step, at);
  return fram_progression_walk_get_nth (self, (guint)row, (guint)at);
}

/**
 * fram_progression_walk_across:
 * @self: a walk
 * @stop: where the keyboard is
 * @step: how many rows further down
 * @day: the day that is kept
 *
 * Returns: where it goes
 */
int
fram_progression_walk_across (const FramProgressionWalk *self, int stop, int step, FramDate day)
{
  int row = fram_progression_walk_get_row (self, stop);

  if (row < 0)
    return -1;
  return nearest (self, (guint)CLAMP (row + step, 0, (int)self->rows->len - 1), day);
}

/* Where the keyboard begins: among the weeks, or the first question, near a day. */
int
fram_progression_walk_first (const FramProgressionWalk *self, FramDate day)
{
  return self->rows->len > 0 ? nearest (self, 0, day) : -1;
}
