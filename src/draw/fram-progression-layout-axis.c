#include "fram-progression-layout-private.h"

#include "fram-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Weeks and months under the chart of weeks, and what happened. */

/* --- weeks --- */

static int
find_every (const FramProgressionLayout *self, double pitch)
{
  static const int every[] = { 1, 2, 4, 8, 13 };
  double width = fram_progression_layout_text_width (self, "52", FALSE) + 8 * self->s;

  for (guint i = 0; i < G_N_ELEMENTS (every); i++)
    if (pitch * every[i] >= width)
      return every[i];
  return 26;
}

static void
add_week_numbers (FramProgressionLayout *self, const FramProgressionRect *plot, double left)
{
  FramProgressionWriting writing = { FRAM_PROGRESSION_LABEL_WEEK, C_ ("timeline", "Week"), FALSE, FRAM_PROGRESSION_DIM,
                                     -1 };
  int every = find_every (self, plot->width / (self->to - self->from) * 7);
  double middle = self->y + fram_progression_layout_line (self) / 2, last = -1;

  if (plot->x - left > fram_progression_layout_text_width (self, writing.text, FALSE))
    fram_progression_layout_try (self, &writing, left, middle);
  for (FramDate monday = fram_date_monday ((FramDate)ceil (self->from)); monday + 6 < self->to; monday += 7)
    {
      g_autofree char *text = g_strdup_printf ("%d", fram_date_get_iso_week (monday, NULL));
      double width = fram_progression_layout_text_width (self, text, FALSE);
      double x = fram_progression_layout_x_of (self, plot, monday + 3) - width / 2;

      writing.text = text;
      if (fram_date_get_iso_week (monday, NULL) % every != 0 || x < last + 6 * self->s)
        continue;
      if (fram_progression_layout_try (self, &writing, x, middle))
        last = x + width;
    }
  self->y += fram_progression_layout_line (self);
}

/* --- months --- */

/* "Jan", of any alphabet. */
static char *
first_letters (const char *name)
{
  return g_utf8_substring (name, 0, MIN (3, g_utf8_strlen (name, -1)));
}

/* The name of a month, or its first letters; the year's number in January, and where the axis begins. */
static void
write_month (FramProgressionLayout *self, FramProgressionWriting *writing, FramDate month, double x, double room)
{
  double middle = self->y + fram_progression_layout_line (self) / 2;
  gboolean first = month <= self->from;
  g_autofree char *full = NULL, *brief = NULL, *with_year = NULL, *brief_with_year = NULL;
  int y, m, d;

  fram_date_get_ymd (month, &y, &m, &d);
  full = g_strdup (fram_month_name (m));
  brief = first_letters (full);
  with_year = g_strdup_printf ("%s %d", full, y);
  brief_with_year = g_strdup_printf ("%s %d", brief, y);
  for (guint attempt = first || m == 1 ? 0 : 2; attempt < 4; attempt++)
    {
      const char *texts[] = { with_year, brief_with_year, full, brief };

      writing->text = texts[attempt];
      if (fram_progression_layout_text_width (self, writing->text, FALSE) <= room &&
          fram_progression_layout_try (self, writing, x, middle))
        return;
    }
}

static void
add_months (FramProgressionLayout *self, const FramProgressionRect *plot)
{
  FramProgressionWriting writing = { FRAM_PROGRESSION_LABEL_WEEK, NULL, FALSE, FRAM_PROGRESSION_DIM, -1 };
  double month_width = plot->width / (self->to - self->from) * 30;
  double least = fram_progression_layout_text_width (self, "Mmm", FALSE) + 6 * self->s;
  int every = month_width >= least ? 1 : month_width * 3 >= least ? 3 : 12;
  double line = fram_progression_layout_line (self);

  for (FramDate month = fram_date_first_of_month ((FramDate)self->from); month < self->to;
       month = fram_date_add_months (month, 1))
    {
      double x = fram_progression_layout_x_of (self, plot, month - 0.5), next;
      int y, m, d;

      fram_date_get_ymd (month, &y, &m, &d);
      if ((m - 1) % every != 0 && month > self->from)
        continue;
      next = fram_progression_layout_x_of (self, plot, fram_date_add_months (month, every - (m - 1) % every) - 0.5);
      if (month > self->from)
        fram_progression_layout_add_segment (self, FRAM_PROGRESSION_TIME, x, self->y + 2 * self->s, x,
                                             self->y + line - 2 * self->s);
      write_month (self, &writing, month, x + 4 * self->s, next - x - 6 * self->s);
    }
  self->y += line;
}

/**
 * fram_progression_layout_add_weeks_axis:
 * @plot: what stands over it
 * @left: where the name of the axis stands
 *
 * From the layout's y on, which moves below it.
 */
void
fram_progression_layout_add_weeks_axis (FramProgressionLayout *self, const FramProgressionRect *plot, double left)
{
  if (!self->view.large)
    add_week_numbers (self, plot, left);
  add_months (self, plot);
}

/* --- what happened --- */

static double
x_of_moment (const FramProgressionLayout *self, guint panel, guint moment)
{
  const FramMoment *at = g_ptr_array_index (self->progression->moments, moment);

  return fram_progression_layout_x_of (self, &fram_progression_layout_panel (self, panel)->plot, at->day);
}

/* A place that is new, and somebody new, are looked for more often than a meeting. */
static gboolean
goes_first (const FramMoment *moment)
{
  return moment->kind == FRAM_MOMENT_WORKSHOP || moment->kind == FRAM_MOMENT_OUTSIDE ||
         moment->kind == FRAM_MOMENT_CASE_WORKER || moment->kind == FRAM_MOMENT_MILESTONE;
}

/* Whether a tick stands before a word, or the word's end before the next tick. */
static gboolean
is_apart (const FramProgressionLayout *self, double x, double middle, double width)
{
  double height = fram_progression_layout_line (self) / 2;
  FramProgressionRect rect = { x - 10 * self->s, middle - height / 2, width + 20 * self->s, height };

  return fram_progression_layout_is_free (self, &rect);
}

/* A whole word to the right of its tick, else to the left. One that is longer than half of the chart is cut. */
static gboolean
write_moment (FramProgressionLayout *self, guint panel, guint moment)
{
  const FramMoment *at = g_ptr_array_index (self->progression->moments, moment);
  const FramProgressionRect *plot = &fram_progression_layout_panel (self, panel)->plot;
  FramProgressionWriting writing = { FRAM_PROGRESSION_LABEL_MOMENT, at->label, FALSE, FRAM_PROGRESSION_INK, -1 };
  double x = x_of_moment (self, panel, moment), end = self->view.width - FRAM_PROGRESSION_PAD * self->s;
  double middle = self->y + fram_progression_layout_line (self) / 2, width;

  if (at->label == NULL || at->label[0] == '\0')
    return FALSE;
  width = MIN (fram_progression_layout_text_width (self, at->label, FALSE), plot->width / 2);
  if (x + 6 * self->s + width <= end && is_apart (self, x + 6 * self->s, middle, width))
    return fram_progression_layout_write (self, &writing, x + 6 * self->s, middle, width) > 0;
  if (x - 6 * self->s - width >= plot->x && is_apart (self, x - 6 * self->s - width, middle, width))
    return fram_progression_layout_write_to (self, &writing, x - 6 * self->s, middle, width) > 0;
  return FALSE;
}

static void
add_moment_step (FramProgressionLayout *self, guint moment, double x, double y)
{
  FramProgressionTriangle triangle = { x, y, FALSE, FALSE, 0, 0 };

  if (!fram_progression_layout_has_step (self, moment, &triangle.step))
    return;
  self->used[FRAM_PROGRESSION_SAMPLE_HELD]++;
  g_array_append_val (self->triangles, triangle);
}

static void
add_moment (FramProgressionLayout *self, guint panel, guint moment, double axis, double top)
{
  const FramMoment *at = g_ptr_array_index (self->progression->moments, moment);
  double x = x_of_moment (self, panel, moment), line = fram_progression_layout_line (self);
  gboolean change = at->kind == FRAM_MOMENT_CASE_WORKER, written = write_moment (self, panel, moment);

  self->used[change ? FRAM_PROGRESSION_SAMPLE_CHANGE : FRAM_PROGRESSION_SAMPLE_TICK]++;
  fram_progression_layout_add_segment (self, FRAM_PROGRESSION_TICK, x, change ? top : axis, x,
                                       axis + (written ? line : 6 * self->s));
  add_moment_step (self, moment, x, axis + line + 2 * self->s);
}

/**
 * fram_progression_layout_add_moments:
 * @panel: the chart of weeks
 * @axis: its axis
 * @top: top of its hours
 *
 * Ticks, and words beside those that leave room; a change of case worker reaches up through the hours.
 */
void
fram_progression_layout_add_moments (FramProgressionLayout *self, guint panel, double axis, double top)
{
  const GPtrArray *moments = self->progression->moments;
  double line = fram_progression_layout_line (self);

  for (int first = 1; first >= 0; first--)
    for (guint i = 0; i < moments->len; i++)
      if (goes_first (g_ptr_array_index (moments, i)) == (first == 1))
        add_moment (self, panel, i, axis, top);
  if (moments->len > 0)
    self->y += line + 4 * self->s;
}
