#include "fram-progression-layout-private.h"

#include <math.h>

/* What can be pointed at, reached with keys and read. */

/* Half of what is pointed at, where neighbours leave room. */
#define HALF 12.0

/* Marks closer beside each other than this stand over each other. */
#define SAME 1.0

/* Two in one place can be pointed at so far beside it. */
#define TWIN 3.0

static void
add_stop (FramProgressionLayout *self, FramProgressionStop stop)
{
  g_array_append_val (self->stops, stop);
}

static FramProgressionStop *
stop_at (const FramProgressionLayout *self, guint i)
{
  return &g_array_index (self->stops, FramProgressionStop, i);
}

static gboolean
contains (const FramProgressionRect *rect, double x, double y)
{
  return x >= rect->x && x <= rect->x + rect->width && y >= rect->y && y <= rect->y + rect->height;
}

/* --- how far each reaches --- */

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const FramProgressionStop *one = a, *two = b;

  if (fabs (one->x - two->x) >= SAME)
    return one->x < two->x ? -1 : 1;
  if (one->y < two->y || one->y > two->y)
    return one->y < two->y ? -1 : 1;
  return (one->rater > two->rater) - (one->rater < two->rater);
}

/* Then and now of one side, question by question. */
static int
compare_questions (gconstpointer a, gconstpointer b)
{
  const FramProgressionStop *one = a, *two = b;

  if (one->series != two->series)
    return one->series < two->series ? -1 : 1;
  if (one->rater != two->rater)
    return (int)one->rater - (int)two->rater;
  return (int)one->index - (int)two->index;
}

/* Up to the middle between two, and no further than the half of what is needed. */
static double
reach (double at, double next, double half)
{
  return MIN (fabs (next - at) / 2, half);
}

/* Stops of one column, from @first to before @end: sideways as far as the columns beside it, up and down to each other. */
static void
reach_column (const FramProgressionLayout *self, guint first, guint end, double before, double after, double half)
{
  double x = stop_at (self, first)->x;
  double left = isnan (before) ? half : reach (x, before, half), right = isnan (after) ? half : reach (x, after, half);

  for (guint i = first; i < end; i++)
    {
      FramProgressionStop *stop = stop_at (self, i);
      double up = i > first ? reach (stop->y, stop_at (self, i - 1)->y, half) : half;
      double down = i + 1 < end ? reach (stop->y, stop_at (self, i + 1)->y, half) : half;

      stop->hit = (FramProgressionRect){ stop->x - left, stop->y - up, left + right, up + down };
    }
}

/* What was added since @first, sorted by place. */
static void
reach_all (FramProgressionLayout *self, guint first)
{
  double half = HALF * MAX (self->s, 1), before = NAN;
  guint n = self->stops->len, end;

  for (guint i = first; i < n; i = end)
    {
      for (end = i + 1; end < n && fabs (stop_at (self, end)->x - stop_at (self, i)->x) < SAME; end++)
        ;
      reach_column (self, i, end, before, end < n ? stop_at (self, end)->x : NAN, half);
      before = stop_at (self, i)->x;
    }
}

static void
sort_from (FramProgressionLayout *self, guint first, GCompareFunc compare)
{
  if (self->stops->len > first + 1)
    qsort (stop_at (self, first), self->stops->len - first, sizeof (FramProgressionStop), compare);
}

/* --- ratings --- */

/* What was and what is may be in the very same place: each is half of it. */
static void
part_twins (FramProgressionLayout *self, guint first)
{
  for (guint i = first + 1; i < self->stops->len; i++)
    {
      FramProgressionStop *one = stop_at (self, i - 1), *two = stop_at (self, i);

      if (fabs (one->x - two->x) >= SAME || fabs (one->y - two->y) >= SAME)
        continue;
      one->x -= TWIN * self->s;
      two->x += TWIN * self->s;
    }
}

static void
add_points (FramProgressionLayout *self, guint panel)
{
  guint first = self->stops->len;

  for (guint i = 0; i < self->points->len; i++)
    {
      const FramProgressionPoint *point = &g_array_index (self->points, FramProgressionPoint, i);

      if (point->panel == panel)
        add_stop (self, (FramProgressionStop){ FRAM_PROGRESSION_STOP_POINT,
                                               panel,
                                               point->series,
                                               point->rater,
                                               point->index,
                                               point->x,
                                               point->y,
                                               { 0 } });
    }
  sort_from (self, first, compare_places);
  part_twins (self, first);
  sort_from (self, first, compare_places);
  reach_all (self, first);
  if (self->view.kind == FRAM_PROGRESSION_CHANGE || self->view.kind == FRAM_PROGRESSION_RADAR)
    sort_from (self, first, compare_questions);
}

/* --- weeks --- */

static int
compare_weeks (gconstpointer a, gconstpointer b)
{
  const FramProgressionStop *one = a, *two = b;

  if (one->x < two->x || one->x > two->x)
    return one->x < two->x ? -1 : 1;
  if (one->kind != two->kind)
    return (int)one->kind - (int)two->kind;
  return (int)one->index - (int)two->index;
}

/* A week can be pointed at anywhere over its days. */
static void
add_week (FramProgressionLayout *self, guint panel, const FramProgressionBar *bar)
{
  const FramProgressionRect *plot = &fram_progression_layout_panel (self, panel)->plot;
  double top = fram_progression_layout_panel (self, panel)->rect.y + FRAM_PROGRESSION_HEAD * self->s;
  double width = plot->width / (self->to - self->from) * 7, x = bar->column.x + bar->column.width / 2;

  add_stop (self, (FramProgressionStop){ FRAM_PROGRESSION_STOP_WEEK,
                                         panel,
                                         0,
                                         FRAM_RATER_PARTICIPANT,
                                         bar->week,
                                         x,
                                         bar->base - 2,
                                         { x - width / 2, top, width, bar->base - top } });
}

static gboolean
is_hours (const FramProgressionLayout *self, const FramProgressionTriangle *triangle)
{
  return !triangle->is_rating &&
         ((const FramStepForward *)g_ptr_array_index (self->progression->steps, triangle->step))->kind ==
             FRAM_STEP_HOURS;
}

static void
add_hours (FramProgressionLayout *self, guint panel)
{
  guint first = self->stops->len;

  for (guint i = 0; i < self->triangles->len; i++)
    {
      const FramProgressionTriangle *triangle = &g_array_index (self->triangles, FramProgressionTriangle, i);

      if (is_hours (self, triangle))
        add_stop (self, (FramProgressionStop){ FRAM_PROGRESSION_STOP_STEP,
                                               panel,
                                               0,
                                               FRAM_RATER_PARTICIPANT,
                                               triangle->step,
                                               triangle->x,
                                               triangle->y,
                                               { 0 } });
    }
  sort_from (self, first, compare_places);
  reach_all (self, first);
  for (guint i = first; i < self->stops->len; i++)
    stop_at (self, i)->hit.y -= 6 * MAX (self->s, 1);
}

/* Several of one day share the height. */
static void
share_height (const FramProgressionLayout *self, guint first, guint end, double axis)
{
  double height = 2 * HALF * MAX (self->s, 1);

  for (guint i = first; i < end; i++)
    stop_at (self, i)->y = axis + height * (i - first + 0.5) / (end - first);
}

static void
add_moments (FramProgressionLayout *self, guint panel)
{
  const FramProgressionRect *plot = &fram_progression_layout_panel (self, panel)->plot;
  double axis = plot->y + plot->height + 1;
  guint first = self->stops->len, end;

  for (guint i = 0; i < self->progression->moments->len; i++)
    {
      const FramMoment *moment = g_ptr_array_index (self->progression->moments, i);
      double x = fram_progression_layout_x_of (self, plot, moment->day);
      guint step;

      if (fram_progression_layout_has_step (self, i, &step))
        add_stop (self, (FramProgressionStop){
                            FRAM_PROGRESSION_STOP_STEP, panel, 0, FRAM_RATER_PARTICIPANT, step, x, axis, { 0 } });
      else
        add_stop (self, (FramProgressionStop){
                            FRAM_PROGRESSION_STOP_MOMENT, panel, 0, FRAM_RATER_PARTICIPANT, i, x, axis, { 0 } });
    }
  sort_from (self, first, compare_weeks);
  for (guint i = first; i < self->stops->len; i = end)
    {
      for (end = i + 1; end < self->stops->len && stop_at (self, end)->x - stop_at (self, i)->x < SAME; end++)
        ;
      share_height (self, i, end, axis);
    }
  reach_all (self, first);
}

static void
add_weeks (FramProgressionLayout *self, guint panel)
{
  guint first = self->stops->len;

  for (guint i = 0; i < self->bars->len; i++)
    add_week (self, panel, &g_array_index (self->bars, FramProgressionBar, i));
  sort_from (self, first, compare_weeks);
  add_hours (self, panel);
  add_moments (self, panel);
  sort_from (self, first, compare_weeks);
}

/**
 * fram_progression_layout_add_stops:
 *
 * Panel by panel, in order of time.
 */
void
fram_progression_layout_add_stops (FramProgressionLayout *self)
{
  for (guint i = 0; i < self->panels->len; i++)
    if (fram_progression_layout_panel (self, i)->series == -1)
      add_weeks (self, i);
    else
      add_points (self, i);
}

/**
 * fram_progression_layout_hit:
 * @self: a layout
 * @x: a place in the view
 * @y: likewise
 *
 * Returns: the index of the stop there, or -1; of several the nearest, and a week only where nothing else is
 */
int
fram_progression_layout_hit (const FramProgressionLayout *self, double x, double y)
{
  double nearest = G_MAXDOUBLE;
  int found = -1;

  for (guint i = 0; i < self->stops->len; i++)
    {
      const FramProgressionStop *stop = stop_at (self, i);
      double far = hypot (stop->x - x, stop->y - y) + (stop->kind == FRAM_PROGRESSION_STOP_WEEK ? 10000 : 0);

      if (far >= nearest || !contains (&stop->hit, x, y))
        continue;
      nearest = far;
      found = (int)i;
    }
  return found;
}
