#include "fram-progression-layout-private.h"

#include "fram-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The chart of weeks: the rate above, hours below, and what happened under them. */

#define RATE    34.0 /* of 50 per cent */
#define BETWEEN 26.0
#define HOURS   78.0
#define BAR     26.0 /* no bar is wider */

/* Where everything of it stands. */
typedef struct
{
  guint panel;
  FramProgressionRect rate; /* no height where none is shown */
  FramProgressionRect hours;
  int lowest; /* of the rate, in per cent */
  int most;   /* of hours, in minutes */
  int every;  /* from one rule to the next */
  double key; /* left edge of the words at the side, 0 where they stand below */
} Chart;

static const FramProgressWeek *
week_at (const FramProgressionLayout *self, guint i)
{
  return &g_array_index (self->progression->weeks, FramProgressWeek, i);
}

/* Whether anything is known of hours: else there is only an axis. */
static gboolean
has_weeks (const FramProgressionLayout *self)
{
  for (guint i = 0; self->progression->sees_attendance && i < self->progression->weeks->len; i++)
    if (week_at (self, i)->planned_minutes >= 0 || week_at (self, i)->attended_minutes >= 0 ||
        week_at (self, i)->rate >= 0)
      return TRUE;
  return FALSE;
}

/* --- scales --- */

/* Half of the scale is enough for most; who came less is seen all the same, at the same slope. */
static int
find_lowest (const FramProgressionLayout *self)
{
  int least = 50;

  for (guint i = 0; i < self->progression->weeks->len; i++)
    if (week_at (self, i)->rate >= 0)
      least = MIN (least, week_at (self, i)->rate);
  return least / 25 * 25;
}

/* Rules at whole hours, at most four of them. */
static void
find_hours (const FramProgressionLayout *self, Chart *chart)
{
  static const int steps[] = { 1, 2, 4, 5, 8, 10, 20, 40, 80, 168 };
  int most = 60;

  for (guint i = 0; i < self->progression->weeks->len; i++)
    {
      most = MAX (most, week_at (self, i)->attended_minutes);
      if (!self->view.large)
        most = MAX (most, week_at (self, i)->planned_minutes);
    }
  chart->every = 168 * 60;
  for (guint i = G_N_ELEMENTS (steps); i > 0; i--)
    if (steps[i - 1] * 60 * 3 >= most)
      chart->every = steps[i - 1] * 60;
  chart->most = MAX (most, chart->every);
}

/* --- rules --- */

static double
y_of_rate (const Chart *chart, int rate)
{
  return chart->rate.y + (100.0 - rate) / (100.0 - chart->lowest) * chart->rate.height;
}

static double
y_of_minutes (const Chart *chart, int minutes)
{
  return chart->hours.y + chart->hours.height * (1 - (double)minutes / chart->most);
}

static void
write_scale (FramProgressionLayout *self, const Chart *chart, const char *text, double y, gboolean base)
{
  FramProgressionWriting writing = { FRAM_PROGRESSION_LABEL_SCALE, text, FALSE, FRAM_PROGRESSION_DIM, -1 };
  const FramProgressionRect *plot = &chart->hours;
  double width = fram_progression_layout_text_width (self, text, FALSE);

  fram_progression_layout_try (self, &writing, plot->x - 8 * self->s - width, y);
  fram_progression_layout_add_segment (self, base ? FRAM_PROGRESSION_AXIS : FRAM_PROGRESSION_RULE, plot->x, y,
                                       plot->x + plot->width, y);
}

/* 100, what lies lowest, and 50 where there is room for it. */
static void
add_rate_rules (FramProgressionLayout *self, const Chart *chart)
{
  int rates[] = { 100, chart->lowest, 50 };

  for (guint i = 0; i < (chart->lowest < 50 ? 3 : 2); i++)
    {
      /* Translators: on a scale of per cent */
      g_autofree char *text = g_strdup_printf (C_ ("progression", "%d %%"), rates[i]);

      write_scale (self, chart, text, y_of_rate (chart, rates[i]), FALSE);
    }
}

static void
add_rules (FramProgressionLayout *self, const Chart *chart)
{
  if (chart->rate.height > 0)
    add_rate_rules (self, chart);
  for (int minutes = 0; minutes <= chart->most; minutes += chart->every)
    {
      g_autofree char *text = fram_hours_to_words (minutes);

      write_scale (self, chart, text, y_of_minutes (chart, minutes), minutes == 0);
    }
}

/* --- weeks --- */

static void
add_bar (FramProgressionLayout *self, const Chart *chart, guint i)
{
  const FramProgressWeek *week = week_at (self, i);
  double x = fram_progression_layout_x_of (self, &chart->hours, week->monday - 0.5);
  double end = fram_progression_layout_x_of (self, &chart->hours, week->monday + 6.5);
  double width = MIN ((end - x) * 0.78, BAR * self->s), base = chart->hours.y + chart->hours.height;
  FramProgressionBar bar = { i,  { (x + end - width) / 2, chart->hours.y, width, chart->hours.height }, base, NAN, NAN,
                             NAN };

  if (week->planned_minutes >= 0 && !self->view.large && week->state == FRAM_WEEK_OPEN)
    bar.planned = y_of_minutes (chart, week->planned_minutes);
  if (week->attended_minutes >= 0)
    bar.attended = y_of_minutes (chart, week->attended_minutes);
  if (week->rate >= 0 && chart->rate.height > 0)
    bar.rate = y_of_rate (chart, week->rate);
  g_array_append_val (self->bars, bar);
}

static void
add_step (FramProgressionLayout *self, guint step)
{
  const FramStepForward *forward = g_ptr_array_index (self->progression->steps, step);

  for (guint i = 0; i < self->bars->len; i++)
    {
      const FramProgressionBar *bar = &g_array_index (self->bars, FramProgressionBar, i);
      FramProgressionTriangle triangle = { 0, 0, FALSE, FALSE, 0, step };
      double top = bar->base;

      if (week_at (self, bar->week)->monday != fram_date_monday (forward->day))
        continue;
      top = MIN (top, isnan (bar->planned) ? top : bar->planned);
      top = MIN (top, isnan (bar->attended) ? top : bar->attended);
      triangle.x = bar->column.x + bar->column.width / 2;
      triangle.y = top - 9 * self->s;
      self->used[FRAM_PROGRESSION_SAMPLE_HELD]++;
      g_array_append_val (self->triangles, triangle);
    }
}

static void
add_steps (FramProgressionLayout *self)
{
  for (guint i = 0; i < self->progression->steps->len; i++)
    if (((const FramStepForward *)g_ptr_array_index (self->progression->steps, i))->kind == FRAM_STEP_HOURS)
      add_step (self, i);
}

/* Weeks of one kind that follow one another, with their word where there is room for it. */
static void
add_pause (FramProgressionLayout *self, const Chart *chart, guint first, guint last)
{
  const FramProgressionRect *plot = &chart->hours;
  double x = fram_progression_layout_x_of (self, plot, week_at (self, first)->monday - 0.5);
  double end = fram_progression_layout_x_of (self, plot, week_at (self, last)->monday + 6.5);
  FramProgressionRect rect = { x, plot->y - 6 * self->s, end - x, plot->height + 6 * self->s };
  /* Translators: of weeks: agreed leave; the house was closed */
  const char *word =
      week_at (self, first)->state == FRAM_WEEK_PAUSE ? C_ ("progression", "Pause") : C_ ("progression", "Closed");
  FramProgressionWriting writing = { FRAM_PROGRESSION_LABEL_STATE, word, FALSE, FRAM_PROGRESSION_DIM, -1 };
  double width = fram_progression_layout_text_width (self, word, FALSE);

  g_array_append_val (self->pauses, rect);
  if (width + 4 <= rect.width)
    fram_progression_layout_try (self, &writing, x + (rect.width - width) / 2, plot->y + plot->height / 2);
}

static void
add_pauses (FramProgressionLayout *self, const Chart *chart)
{
  guint n = self->progression->weeks->len;

  for (guint first = 0, last; first < n; first = last + 1)
    {
      FramWeekState state = week_at (self, first)->state;

      for (last = first; last + 1 < n && week_at (self, last + 1)->state == state; last++)
        ;
      if (state != FRAM_WEEK_OPEN)
        add_pause (self, chart, first, last);
    }
}

/* --- all of it --- */

static double
scale_width (const FramProgressionLayout *self, const Chart *chart)
{
  g_autofree char *hours = fram_hours_to_words (chart->most / chart->every * chart->every);
  g_autofree char *rate = g_strdup_printf (C_ ("progression", "%d %%"), 100);
  /* Translators: heads the numbers of weeks on a time axis */
  double widest = fram_progression_layout_text_width (self, C_ ("timeline", "Week"), FALSE);

  widest = MAX (widest, fram_progression_layout_text_width (self, hours, FALSE));
  if (fram_progression_layout_has_rates (self))
    widest = MAX (widest, fram_progression_layout_text_width (self, rate, FALSE));
  return widest + 8 * self->s;
}

static void
place (FramProgressionLayout *self, Chart *chart, double left, double right)
{
  double x = left + scale_width (self, chart), end = right, y = self->y + FRAM_PROGRESSION_HEAD * self->s;

  if (self->view.width / self->s >= FRAM_PROGRESSION_NARROW)
    {
      chart->key = right - fram_progression_layout_sides_width (self);
      end = chart->key - 14 * self->s;
    }
  chart->rate = chart->hours = (FramProgressionRect){ x, y, MAX (end - x, 1), 0 };
  if (fram_progression_layout_has_rates (self))
    {
      chart->rate.height = RATE * self->s * self->stretch * (100 - chart->lowest) / 50;
      chart->hours.y += chart->rate.height + BETWEEN * self->s;
    }
  chart->hours.height = HOURS * self->s * self->stretch;
}

static void
write_title (FramProgressionLayout *self, double left, double room)
{
  FramProgressionWriting title = { FRAM_PROGRESSION_LABEL_TITLE, NULL, TRUE, FRAM_PROGRESSION_INK, -1 };

  title.text = fram_progression_layout_has_rates (self) ? _ ("Attendance and hours per week") : _ ("Hours per week");
  if (!has_weeks (self))
    title.text = _ ("What happened");
  fram_progression_layout_write (self, &title, left, self->y + fram_progression_layout_line (self) / 2, room);
}

/* Without attendance the axis and what happened are left. */
static void
add_axis_only (FramProgressionLayout *self, Chart *chart, double left, double right)
{
  chart->hours = (FramProgressionRect){ left + 6 * self->s, self->y + 26 * self->s, right - left - 12 * self->s, 0 };
  fram_progression_layout_add_segment (self, FRAM_PROGRESSION_AXIS, chart->hours.x, chart->hours.y,
                                       chart->hours.x + chart->hours.width, chart->hours.y);
}

static void
add_hours (FramProgressionLayout *self, Chart *chart, double left, double right)
{
  chart->lowest = find_lowest (self);
  find_hours (self, chart);
  place (self, chart, left, right);
  add_rules (self, chart);
  add_pauses (self, chart);
  for (guint i = 0; i < self->progression->weeks->len; i++)
    add_bar (self, chart, i);
  add_steps (self);
  if (chart->key > 0)
    fram_progression_layout_write_sides (self, &chart->rate, &chart->hours, chart->key, right);
}

/**
 * fram_progression_layout_add_weeks:
 *
 * The first panel.
 */
void
fram_progression_layout_add_weeks (FramProgressionLayout *self)
{
  double pad = FRAM_PROGRESSION_PAD * self->s, left = pad, right = self->view.width - pad, top = self->y, axis;
  Chart chart = { 0 };

  if (!has_weeks (self) && self->progression->moments->len == 0)
    return;
  chart.panel = fram_progression_layout_add_panel (self, -1, (FramProgressionRect){ 0 }, (FramProgressionRect){ 0 });
  self->y += pad;
  write_title (self, left, right - left);
  if (has_weeks (self))
    add_hours (self, &chart, left, right);
  else
    add_axis_only (self, &chart, left, right);
  fram_progression_layout_panel (self, chart.panel)->plot = chart.hours;
  axis = chart.hours.y + chart.hours.height;
  self->y = axis + 4 * self->s;
  fram_progression_layout_add_moments (self, chart.panel, axis, chart.hours.y);
  fram_progression_layout_add_weeks_axis (self, &chart.hours, left);
  if (has_weeks (self) && chart.key <= 0)
    fram_progression_layout_write_sides_below (self, left, right);
  self->y += pad * 0.6;
  fram_progression_layout_panel (self, chart.panel)->rect =
      (FramProgressionRect){ 0, top, self->view.width, self->y - top };
  fram_progression_layout_card (self, top, self->y - top);
  self->y += 10;
}
