#include "fram-progression-layout-private.h"

#include <math.h>

/* A net per side: an axis per question in the order of the set, the earlier talk and the later one. */

#define RADIUS 120.0
#define NARROW 420.0 /* there is no room for names beside it */
#define INNER  0.12  /* the lowest value is not in the middle, where all axes meet */

/* A net while it is laid out. */
typedef struct
{
  guint panel;
  guint set;
  FramRater rater;
  guint n;
  guint *series; /* by axis */
  double x;
  double y;
  double radius;
  gboolean numbered; /* names stand below */
} Net;

/* The name of an axis. */
typedef struct
{
  guint axis;
  double y;
} Name;

static double
angle_of (const Net *net, guint axis)
{
  return 2 * G_PI * axis / net->n - G_PI / 2;
}

static double
radius_of (const Net *net, const FramIndicatorSeries *series, int value)
{
  double range = MAX (series->highest - series->lowest, 1);
  double share = (CLAMP (value, series->lowest, series->highest) - series->lowest) / range;

  return net->radius * (INNER + (1 - INNER) * share);
}

static const FramIndicatorSeries *
series_of (const FramProgressionLayout *self, const Net *net, guint axis)
{
  return fram_progression_layout_series (self, net->series[axis]);
}

/* --- axes --- */

/* Rings where all axes have the same scale; else its ends on each axis. */
static void
add_rings (FramProgressionLayout *self, const Net *net)
{
  const FramIndicatorSeries *first = series_of (self, net, 0);
  int step = first->highest - first->lowest >= 7 ? 5 : 1;

  for (int value = first->lowest; value <= first->highest; value += step)
    for (guint axis = 0; axis < net->n && net->n > 2; axis++)
      {
        guint next = (axis + 1) % net->n;
        double r = radius_of (net, first, value), a = angle_of (net, axis), b = angle_of (net, next);

        fram_progression_layout_add_segment (self, FRAM_PROGRESSION_NET, net->x + r * cos (a), net->y + r * sin (a),
                                             net->x + r * cos (b), net->y + r * sin (b));
      }
}

static gboolean
has_one_scale (const FramProgressionLayout *self, const Net *net)
{
  for (guint axis = 1; axis < net->n; axis++)
    if (series_of (self, net, axis)->lowest != series_of (self, net, 0)->lowest ||
        series_of (self, net, axis)->highest != series_of (self, net, 0)->highest)
      return FALSE;
  return TRUE;
}

static void
add_axes (FramProgressionLayout *self, const Net *net)
{
  if (has_one_scale (self, net))
    add_rings (self, net);
  for (guint axis = 0; axis < net->n; axis++)
    {
      double a = angle_of (net, axis);

      fram_progression_layout_add_segment (self, FRAM_PROGRESSION_NET, net->x, net->y, net->x + net->radius * cos (a),
                                           net->y + net->radius * sin (a));
    }
}

/* --- names of axes --- */

/* The name gives way, the values never. */
static char *
name_of (const FramProgressionLayout *self, const Net *net, guint axis, double room, gboolean *elided)
{
  const FramIndicatorSeries *series = series_of (self, net, axis);
  const char *name = series->short_name != NULL ? series->short_name : series->name;
  g_autofree char *values = fram_progression_layout_span_to_words (self, net->series[axis], net->rater);
  g_autofree char *full = g_strdup_printf ("%s  %s", name, values);
  g_autofree char *after = g_strdup_printf ("  %s", values), *brief = NULL;
  FramTextType type = fram_progression_layout_type (self, FALSE);

  *elided = fram_progression_layout_text_width (self, full, FALSE) > room;
  if (!*elided)
    return g_steal_pointer (&full);
  brief = fram_drawn_text_elide (name, &type, room - fram_progression_layout_text_width (self, after, FALSE) - 1);
  return brief != NULL ? g_strdup_printf ("%s%s", brief, after) : g_steal_pointer (&values);
}

/* Names beside the net stand at least a line apart. */
static void
spread (const FramProgressionLayout *self, GArray *names, double bottom)
{
  double line = fram_progression_layout_line (self), limit = bottom;

  for (guint i = 1; i < names->len; i++)
    g_array_index (names, Name, i).y =
        MAX (g_array_index (names, Name, i).y, g_array_index (names, Name, i - 1).y + line);
  for (guint i = names->len; i > 0; i--)
    {
      Name *name = &g_array_index (names, Name, i - 1);

      name->y = MIN (name->y, limit);
      limit = name->y - line;
    }
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  double one = ((const Name *)a)->y, two = ((const Name *)b)->y;

  return (one > two) - (one < two);
}

static void
write_name (FramProgressionLayout *self, const Net *net, const Name *name)
{
  const FramProgressionRect cell = fram_progression_layout_panel (self, net->panel)->rect;
  double a = angle_of (net, name->axis), side = cos (a), out = MAX (12 * fabs (side), 8) * self->s;
  double x = net->x + net->radius * side + (side < -0.01 ? -out : side > 0.01 ? out : 0);
  double room = side > 0.01 ? cell.x + cell.width - x : side < -0.01 ? x - cell.x : cell.width;
  gboolean elided = FALSE;
  g_autofree char *text =
      net->numbered ? g_strdup_printf ("%u", name->axis + 1) : name_of (self, net, name->axis, room, &elided);
  FramProgressionWriting writing = { FRAM_PROGRESSION_LABEL_TITLE, text, FALSE, FRAM_PROGRESSION_INK, -1 };
  double width = fram_progression_layout_text_width (self, text, FALSE);

  if (side > 0.01)
    fram_progression_layout_write (self, &writing, x, name->y, room);
  else if (side < -0.01)
    fram_progression_layout_write_to (self, &writing, x, name->y, room);
  else
    fram_progression_layout_write (self, &writing, x - MIN (width, room) / 2, name->y, room);
  if (elided && self->labels->len > 0)
    g_array_index (self->labels, FramProgressionLabel, self->labels->len - 1).elided = TRUE;
}

/* One side of the net at a time: 1 for the right, -1 for the left, 0 for top and bottom. */
static void
write_names (FramProgressionLayout *self, const Net *net, int side)
{
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (Name));
  double line = fram_progression_layout_line (self);

  for (guint axis = 0; axis < net->n; axis++)
    {
      double a = angle_of (net, axis);
      Name name = { axis, net->y + (net->radius + (side == 0 ? 0.8 : 0.4) * line) * sin (a) };
      int of = cos (a) > 0.01 ? 1 : cos (a) < -0.01 ? -1 : 0;

      if (of == side)
        g_array_append_val (names, name);
    }
  g_array_sort (names, compare_names);
  if (side != 0)
    spread (self, names, net->y + net->radius + line * 0.5);
  for (guint i = 0; i < names->len; i++)
    write_name (self, net, &g_array_index (names, Name, i));
}

/* --- values --- */

static guint
add_value (FramProgressionLayout *self, const Net *net, guint axis, int index, gboolean is_before)
{
  const FramIndicatorSeries *series = series_of (self, net, axis);
  const FramRatingPoint *rating = &g_array_index (series->points[net->rater], FramRatingPoint, (guint)index);
  double r = radius_of (net, series, rating->value), a = angle_of (net, axis);
  guint at = fram_progression_layout_add_point (self, net->panel, net->series[axis], net->rater, (guint)index,
                                                net->x + r * cos (a), net->y + r * sin (a));

  if (is_before)
    fram_progression_layout_mark_before (self, at);
  return at;
}

/* One talk's line around; it is open where a question was not rated. */
static void
add_round (FramProgressionLayout *self, const Net *net, gboolean is_before)
{
  int first = -1, last = -1;

  for (guint axis = 0; axis < net->n; axis++)
    {
      int before, after, at = -1;

      fram_progression_layout_find_span (self, net->series[axis], net->rater, &before, &after);
      if ((is_before ? before : after) >= 0)
        at = (int)add_value (self, net, axis, is_before ? before : after, is_before);
      if (last >= 0 && at >= 0)
        fram_progression_layout_join (self, (guint)last, (guint)at);
      last = at;
      if (axis == 0)
        first = at;
    }
  if (first >= 0 && last > first && net->n > 2)
    fram_progression_layout_join (self, (guint)last, (guint)first);
}

/* --- a net --- */

static guint
find_axes (const FramProgressionLayout *self, guint set, FramRater rater, guint *series)
{
  guint n = 0;
  int before, after;

  for (guint i = 0; i < self->progression->series->len; i++)
    if (fram_progression_layout_series (self, i)->set == set &&
        fram_progression_layout_find_span (self, i, rater, &before, &after))
      series[n++] = i;
  return n;
}

/* Letters at both sides leave so much; and the names of one side stand under each other beside it. */
static double
find_radius (const FramProgressionLayout *self, double width, guint n)
{
  double line = fram_progression_layout_line (self);
  double radius = MIN (RADIUS * self->s * self->stretch, width * 0.27);

  return MAX (radius, (n + 1) / 2 * line / 2);
}

/* What the numbers of axes mean, below the net. Returns how high that is. */
static double
list_names (FramProgressionLayout *self, const Net *net, double y)
{
  const FramProgressionRect cell = fram_progression_layout_panel (self, net->panel)->rect;
  double line = fram_progression_layout_line (self), number = fram_progression_layout_text_width (self, "00", FALSE);

  for (guint axis = 0; axis < net->n; axis++)
    {
      g_autofree char *words = g_strdup_printf ("%u", axis + 1), *name = NULL;
      double middle = y + (axis + 0.5) * line, x = cell.x + number + 8 * self->s;
      FramProgressionWriting writing = { FRAM_PROGRESSION_LABEL_KEY, words, FALSE, FRAM_PROGRESSION_INK, -1 };
      gboolean elided;

      fram_progression_layout_write_to (self, &writing, cell.x + number, middle, number + 1);
      writing.text = name = name_of (self, net, axis, cell.x + cell.width - x, &elided);
      fram_progression_layout_write (self, &writing, x, middle, cell.x + cell.width - x);
      g_array_index (self->labels, FramProgressionLabel, self->labels->len - 1).elided |= elided;
    }
  return net->n * line;
}

static double
add_net (FramProgressionLayout *self, Net *net, FramProgressionRect cell)
{
  double line = fram_progression_layout_line (self);

  net->numbered = cell.width / self->s < NARROW;
  net->radius = find_radius (self, net->numbered ? cell.width * 1.4 : cell.width, net->n);
  net->x = cell.x + cell.width / 2;
  net->y = cell.y + net->radius + line * 1.6;
  cell.height = 2 * net->radius + line * 3.2;
  net->panel = fram_progression_layout_add_panel (
      self, -3, cell,
      (FramProgressionRect){ net->x - net->radius, net->y - net->radius, 2 * net->radius, 2 * net->radius });
  add_axes (self, net);
  add_round (self, net, TRUE);
  add_round (self, net, FALSE);
  write_names (self, net, 0);
  write_names (self, net, 1);
  write_names (self, net, -1);
  if (net->numbered)
    cell.height += list_names (self, net, cell.y + cell.height) + line;
  fram_progression_layout_panel (self, net->panel)->rect = cell;
  return cell.height;
}

/* Sides beside each other, or in a narrow view one below the other. */
static void
add_set (FramProgressionLayout *self, guint set)
{
  double top = self->y, pad = FRAM_PROGRESSION_PAD * self->s, y, height = 0, x = pad;
  g_autofree guint *series = g_new (guint, self->progression->series->len);
  guint n = 0, columns;
  double width;

  for (guint rater = 0; rater < FRAM_N_RATERS; rater++)
    n += find_axes (self, set, (FramRater)rater, series) > 0;
  columns = self->view.width / self->s < FRAM_PROGRESSION_NARROW ? 1 : n;
  fram_progression_layout_write_span (self, set);
  y = self->y;
  width = (self->view.width - 2 * pad - (columns - 1) * FRAM_PROGRESSION_GAP * self->s) / columns;
  for (guint rater = 0; rater < FRAM_N_RATERS; rater++)
    {
      Net net = { 0, set, (FramRater)rater, find_axes (self, set, (FramRater)rater, series), series, 0, 0, 0, FALSE };
      double high;

      if (net.n == 0)
        continue;
      high = add_net (self, &net, (FramProgressionRect){ x, y, width, 0 });
      height = MAX (height, high);
      x += width + FRAM_PROGRESSION_GAP * self->s;
      if (columns > 1)
        continue;
      x = pad;
      y += height;
      height = 0;
    }
  self->y = y + height;
  fram_progression_layout_card (self, top, self->y - top);
  self->y += 10;
}

/**
 * fram_progression_layout_add_radar:
 *
 * Nets, set by set.
 */
void
fram_progression_layout_add_radar (FramProgressionLayout *self)
{
  for (guint set = 0; set < self->progression->sets->len; set++)
    if (fram_progression_layout_count_spans_of_set (self, set) > 0)
      add_set (self, set);
  fram_progression_layout_add_key_card (self);
}
