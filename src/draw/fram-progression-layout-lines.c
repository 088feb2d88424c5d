#include "fram-progression-layout-private.h"

#include <math.h>

/* All in one: every line has its name at its end; where there is no room for names, a number that is named below. */

#define HEIGHT 260.0
#define STACK  3.2  /* from one line to the next where values are equal */
#define NAMES  0.34 /* of the width, at most */
#define WIDEST 320.0
#define NARROW 520.0

/* The end of a line. */
typedef struct
{
  guint point;
  guint number;
  double y; /* of its name */
} End;

typedef struct
{
  guint panel;
  guint set;
  int lowest; /* of the scale of all that stand in it */
  int highest;
  guint first; /* of its points */
  gboolean numbered;
  GArray *ends;
} Chart;

static const FramProgressionPoint *
point_at (const FramProgressionLayout *self, guint i)
{
  return &g_array_index (self->points, FramProgressionPoint, i);
}

static gboolean
is_in (const FramProgressionLayout *self, const Chart *chart, guint i)
{
  const FramIndicatorSeries *series = fram_progression_layout_series (self, i);

  return series->set == chart->set && series->lowest == chart->lowest && series->highest == chart->highest &&
         fram_progression_layout_shows_any (self, i);
}

/* --- equal values --- */

static int
compare_stacks (gconstpointer a, gconstpointer b, gpointer data)
{
  const FramProgressionPoint *one = point_at (data, *(const guint *)a), *two = point_at (data, *(const guint *)b);

  if (one->day != two->day)
    return one->day < two->day ? -1 : 1;
  if (one->value != two->value)
    return one->value - two->value;
  if (one->series != two->series)
    return one->series < two->series ? -1 : 1;
  return (int)one->rater - (int)two->rater;
}

static void
stack (FramProgressionLayout *self, const Chart *chart, const guint *order, guint n)
{
  const FramProgressionRect *plot = &fram_progression_layout_panel (self, chart->panel)->plot;
  double gap = plot->height / MAX (chart->highest - chart->lowest, 1);
  double step = MIN (STACK * self->s, gap * 0.7 / n);

  for (guint i = 0; i < n; i++)
    {
      FramProgressionPoint *point = &g_array_index (self->points, FramProgressionPoint, order[i]);

      point->y =
          fram_progression_layout_y_of (plot, fram_progression_layout_series (self, point->series), point->value) +
          (i - (n - 1) / 2.0) * step;
    }
}

/* Lines of one value at one talk lie beside each other around it. */
static void
stack_all (FramProgressionLayout *self, const Chart *chart)
{
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
  guint end;

  for (guint i = chart->first; i < self->points->len; i++)
    if (point_at (self, i)->counts)
      g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_stacks, self);
  for (guint i = 0; i < order->len; i = end)
    {
      const FramProgressionPoint *first = point_at (self, g_array_index (order, guint, i));

      for (end = i + 1; end < order->len; end++)
        if (point_at (self, g_array_index (order, guint, end))->day != first->day ||
            point_at (self, g_array_index (order, guint, end))->value != first->value)
          break;
      stack (self, chart, &g_array_index (order, guint, i), end - i);
    }
}

/* --- names --- */

static char *
end_words (const FramProgressionLayout *self, const FramProgressionPoint *point)
{
  const FramIndicatorSeries *series = fram_progression_layout_series (self, point->series);

  return g_strdup_printf ("%s  %d", series->short_name != NULL ? series->short_name : series->name, point->value);
}

static double
names_width (const FramProgressionLayout *self, const Chart *chart)
{
  double widest = 0;

  for (guint i = 0; i < self->progression->series->len; i++)
    if (is_in (self, chart, i))
      {
        const FramIndicatorSeries *series = fram_progression_layout_series (self, i);
        const char *name = series->short_name != NULL ? series->short_name : series->name;

        widest = MAX (widest, fram_progression_layout_text_width (self, name, FALSE));
      }
  return MIN (widest + 40 * self->s, MIN (WIDEST * self->s, self->view.width * NAMES));
}

/* The last counting point of every side. */
static void
find_ends (const FramProgressionLayout *self, Chart *chart)
{
  guint number = 0;

  for (guint i = chart->first; i < self->points->len; i++)
    {
      const FramProgressionPoint *point = point_at (self, i);
      gboolean last = point->counts;

      for (guint j = i + 1; last && j < self->points->len; j++)
        {
          const FramProgressionPoint *later = point_at (self, j);

          if (later->series != point->series || later->rater != point->rater)
            break;
          last = !later->counts;
        }
      if (last)
        {
          End end = { i, ++number, point->y };

          g_array_append_val (chart->ends, end);
        }
    }
}

static int
compare_ends (gconstpointer a, gconstpointer b)
{
  const End *one = a, *two = b;

  if (one->y < two->y || one->y > two->y)
    return one->y < two->y ? -1 : 1;
  return (one->number > two->number) - (one->number < two->number);
}

/* Names stand at least a line apart, as near to their ends as that leaves. */
static void
spread (const FramProgressionLayout *self, GArray *ends, double bottom)
{
  double line = fram_progression_layout_line (self), limit = bottom;

  g_array_sort (ends, compare_ends);
  for (guint i = 1; i < ends->len; i++)
    g_array_index (ends, End, i).y = MAX (g_array_index (ends, End, i).y, g_array_index (ends, End, i - 1).y + line);
  for (guint i = ends->len; i > 0; i--)
    {
      End *end = &g_array_index (ends, End, i - 1);

      end->y = MIN (end->y, limit);
      limit = end->y - line;
    }
}

static void
add_sample (FramProgressionLayout *self, const FramProgressionPoint *point, double x, double y)
{
  FramProgressionSample sample = { point->rater == FRAM_RATER_PARTICIPANT ? FRAM_PROGRESSION_SAMPLE_MARK_OWN
                                                                          : FRAM_PROGRESSION_SAMPLE_MARK_OTHER,
                                   (int)point->series, x, y };

  g_array_append_val (self->samples, sample);
}

static void
write_end (FramProgressionLayout *self, const Chart *chart, const End *end, double x, double room)
{
  const FramProgressionPoint point = *point_at (self, end->point);
  g_autofree char *text = chart->numbered ? g_strdup_printf ("%u", end->number) : end_words (self, &point);
  FramProgressionWriting writing = { FRAM_PROGRESSION_LABEL_VALUE, text, chart->numbered, FRAM_PROGRESSION_INK,
                                     (int)point.series };

  fram_progression_layout_add_segment (self, FRAM_PROGRESSION_LEAD, point.x + 5 * self->s, point.y, x - 3 * self->s,
                                       end->y);
  add_sample (self, &point, x, end->y);
  fram_progression_layout_write (self, &writing, x + 10 * self->s, end->y, room - 10 * self->s);
}

/* What the numbers mean, below. */
static void
list_ends (FramProgressionLayout *self, const Chart *chart)
{
  double pad = FRAM_PROGRESSION_PAD * self->s, line = fram_progression_layout_line (self);

  for (guint number = 1; number <= chart->ends->len; number++)
    for (guint i = 0; i < chart->ends->len; i++)
      {
        const End *end = &g_array_index (chart->ends, End, i);
        const FramProgressionPoint point = *point_at (self, end->point);
        g_autofree char *words = end->number == number ? end_words (self, &point) : NULL;
        g_autofree char *text = g_strdup_printf ("%u  %s", number, words);
        FramProgressionWriting writing = { FRAM_PROGRESSION_LABEL_KEY, text, FALSE, FRAM_PROGRESSION_INK,
                                           (int)point.series };

        if (words == NULL)
          continue;
        add_sample (self, &point, pad + 5 * self->s, self->y + line / 2);
        fram_progression_layout_write (self, &writing, pad + 16 * self->s, self->y + line / 2,
                                       self->view.width - 2 * pad - 16 * self->s);
        self->y += line;
      }
}

/* --- a chart --- */

static guint
count_sides (const FramProgressionLayout *self, const Chart *chart)
{
  guint n = 0;

  for (guint i = 0; i < self->progression->series->len; i++)
    for (guint rater = 0; is_in (self, chart, i) && rater < FRAM_N_RATERS; rater++)
      n += fram_progression_layout_shows (self, i, (FramRater)rater);
  return n;
}

static void
add_levels (FramProgressionLayout *self, const FramProgressionRect *plot, const FramIndicatorSeries *series)
{
  for (int value = series->lowest + 1; value < series->highest; value++)
    {
      g_autofree char *text = g_strdup_printf ("%d", value);
      FramProgressionWriting writing = { FRAM_PROGRESSION_LABEL_SCALE, text, FALSE, FRAM_PROGRESSION_DIM, -1 };

      fram_progression_layout_write_to (self, &writing, plot->x - 10 * self->s,
                                        fram_progression_layout_y_of (plot, series, value), plot->x);
    }
}

static void
fill (FramProgressionLayout *self, Chart *chart, double names)
{
  const FramProgressionRect plot = fram_progression_layout_panel (self, chart->panel)->plot;
  gboolean scaled = FALSE;

  chart->first = self->points->len;
  for (guint i = 0; i < self->progression->series->len; i++)
    {
      const FramIndicatorSeries *series = fram_progression_layout_series (self, i);

      if (!is_in (self, chart, i))
        continue;
      if (!scaled)
        {
          fram_progression_layout_add_scale (self, &plot, series);
          add_levels (self, &plot, series);
        }
      scaled = TRUE;
      fram_progression_layout_add_ratings (self, chart->panel, i);
    }
  stack_all (self, chart);
  fram_progression_layout_add_time (self, &plot);
  find_ends (self, chart);
  spread (self, chart->ends, plot.y + plot.height);
  for (guint i = 0; i < chart->ends->len; i++)
    write_end (self, chart, &g_array_index (chart->ends, End, i), plot.x + plot.width + 24 * self->s,
               names - 24 * self->s);
}

static void
write_title (FramProgressionLayout *self, const Chart *chart)
{
  const FramProgressionSet *set = g_ptr_array_index (self->progression->sets, chart->set);
  FramProgressionWriting title = { FRAM_PROGRESSION_LABEL_TITLE, set->name, TRUE, FRAM_PROGRESSION_INK, -1 };
  double pad = FRAM_PROGRESSION_PAD * self->s;

  fram_progression_layout_write (self, &title, pad, self->y + fram_progression_layout_line (self) / 2,
                                 self->view.width - 2 * pad);
}

static void
add_chart (FramProgressionLayout *self, Chart *chart)
{
  double top = self->y, pad = FRAM_PROGRESSION_PAD * self->s, line = fram_progression_layout_line (self), names;
  g_autofree char *highest = g_strdup_printf ("%d", chart->highest);
  double before = fram_progression_layout_text_width (self, highest, TRUE) + 14 * self->s;
  double height = MAX (HEIGHT * self->s * self->stretch, count_sides (self, chart) * line);
  FramProgressionRect plot;

  chart->numbered = self->view.width / self->s < NARROW;
  names = (chart->numbered ? fram_progression_layout_text_width (self, "00", TRUE) + 40 * self->s
                           : names_width (self, chart) + 24 * self->s);
  self->y += pad;
  write_title (self, chart);
  plot = (FramProgressionRect){ pad + before, self->y + line + 12 * self->s,
                                MAX (self->view.width - 2 * pad - before - names, 1), height };
  chart->panel = fram_progression_layout_add_panel (self, -3, plot, plot);
  fill (self, chart, names);
  self->y = plot.y + plot.height + FRAM_PROGRESSION_FOOT * self->s;
  if (chart->numbered)
    list_ends (self, chart);
  self->y += pad * 0.6;
  fram_progression_layout_panel (self, chart->panel)->rect =
      (FramProgressionRect){ 0, top, self->view.width, self->y - top };
  fram_progression_layout_card (self, top, self->y - top);
  self->y += 10;
}

static gboolean
is_first_of_chart (const FramProgressionLayout *self, guint i, Chart *chart)
{
  const FramIndicatorSeries *series = fram_progression_layout_series (self, i);

  *chart = (Chart){ .set = series->set, .lowest = series->lowest, .highest = series->highest };
  for (guint earlier = 0; earlier < i; earlier++)
    if (is_in (self, chart, earlier))
      return FALSE;
  return is_in (self, chart, i);
}

/**
 * fram_progression_layout_add_lines:
 *
 * One chart for each set and scale.
 */
void
fram_progression_layout_add_lines (FramProgressionLayout *self)
{
  for (guint i = 0; i < self->progression->series->len; i++)
    {
      Chart chart;

      if (!is_first_of_chart (self, i, &chart))
        continue;
      chart.ends = g_array_new (FALSE, FALSE, sizeof (End));
      add_chart (self, &chart);
      g_array_unref (chart.ends);
    }
  fram_progression_layout_add_key_card (self);
}
