#include "fram-sheet-layout.h"

#include <math.h>

/* VISUAL.md, "Measures" and the picture of the week; pixels at text scale 1 */
#define NARROW_UNDER  560
#define MEDIUM_UNDER  900
#define LINES_UNDER   800 /* a month is then a line of shapes per person (UX.md, "The window": below 800 px) */
#define STACKED_UNDER 330 /* large letters on a telephone: hours and counts do not stand side by side */
#define WEEK_GAP      7   /* between the weeks of a month in a narrow window */

FramSheetForm
fram_sheet_form_of_width (double width, double scale)
{
  if (width < NARROW_UNDER * scale)
    return FRAM_SHEET_NARROW;
  return width < MEDIUM_UNDER * scale ? FRAM_SHEET_MEDIUM : FRAM_SHEET_WIDE;
}

static void
set_heights (FramSheetLayout *self)
{
  gboolean narrow = self->form == FRAM_SHEET_NARROW, month = self->kind == FRAM_SHEET_MONTH;
  double s = self->scale;

  self->head = (narrow && month ? 28 : 46) * s;
  self->row = (narrow ? (month ? 98 : 80) : 44) * s;
  self->foot = (narrow ? 64 : 42) * s;
  self->cell_y = (narrow && month ? 36 : 0) * s;
  self->cell = (narrow && month ? 38 : self->row / s) * s;
}

/* The lines of a person's month in a narrow window. */
static void
set_lines (FramSheetLayout *self, double width)
{
  double s = self->scale;

  self->is_stacked = width < STACKED_UNDER * s;
  self->rates_y = self->is_stacked ? 28 * s : 0;
  self->cell_y = (self->is_stacked ? 64 : 36) * s;
  self->hours_y = self->cell_y + 37 * s;
  self->counts_y = self->hours_y + (self->is_stacked ? 22 * s : 0);
  self->row = self->counts_y + 25 * s;
}

static void
place_days (FramSheetLayout *self, const int *weekdays, double left, double gap)
{
  double x = left;

  for (guint i = 0; i < self->n_days; i++)
    {
      if (i > 0 && weekdays[i] <= weekdays[i - 1])
        x += gap;
      self->day_x[i] = x;
      x += self->day;
    }
  self->content = x;
}

/* Names to the left; the days share what the sums leave. */
static void
arrange_columns (FramSheetLayout *self, const int *weekdays, double width, double least_day)
{
  double sums, s = self->scale;

  self->count = self->kind == FRAM_SHEET_MONTH ? 26 * s : 0;
  self->hours = 96 * s;
  self->rates = (self->form == FRAM_SHEET_WIDE ? 160 : 118) * s;
  sums = FRAM_SHEET_COUNTS * self->count + self->hours + self->rates;
  /* what is over goes to the names first */
  self->name +=
      CLAMP (width - self->name - sums - self->n_days * least_day, 0, (self->kind == FRAM_SHEET_MONTH ? 60 : 0) * s);
  self->day = self->n_days > 0 ? floor (MAX (least_day, (width - self->name - sums) / self->n_days)) : 0;
  place_days (self, weekdays, 0, 0);
  self->counts_x = self->content;
  self->hours_x = self->counts_x + FRAM_SHEET_COUNTS * self->count;
  self->rates_x = self->hours_x + self->hours;
  self->content = MAX (self->rates_x + self->rates, width - self->name);
  self->rates = self->content - self->rates_x;
}

/* A month in a narrow window: everybody's days in one line under the name, with a gap between the weeks. */
static void
arrange_lines (FramSheetLayout *self, const int *weekdays, double width)
{
  guint gaps = 0;
  double s = self->scale, room;

  set_lines (self, width);
  for (guint i = 1; i < self->n_days; i++)
    gaps += weekdays[i] <= weekdays[i - 1];
  room = width - 2 * 8 * s - gaps * WEEK_GAP * s;
  self->name = 0;
  self->day = self->n_days > 0 ? MAX (12 * s, MIN (room / self->n_days, 30 * s)) : 0;
  place_days (self, weekdays, 8 * s, WEEK_GAP * s);
  self->content = MAX (self->content + 8 * s, width);
}

/* A week in a narrow window: the days share what a short name leaves; the sums stand under the name. */
static void
arrange_narrow_week (FramSheetLayout *self, const int *weekdays, double width)
{
  self->name = 132 * self->scale;
  self->day = self->n_days > 0 ? floor (MAX (36 * self->scale, (width - self->name) / self->n_days)) : 0;
  place_days (self, weekdays, 0, 0);
  self->content = MAX (self->content, width - self->name);
}

/**
 * fram_sheet_layout_init:
 * @self: (out caller-allocates): a layout; cleared with fram_sheet_layout_clear()
 * @kind: week or month
 * @weekdays: (array length=n_days): the weekday of each column, 1 for Monday
 * @n_days: how many columns
 * @width: the width there is
 * @scale: text scale
 *
 * Works out where everything stands. What does not fit is scrolled sideways, beside the names.
 */
void
fram_sheet_layout_init (FramSheetLayout *self, FramSheetKind kind, const int *weekdays, guint n_days, double width,
                        double scale)
{
  *self = (FramSheetLayout){ .kind = kind, .scale = scale, .n_days = n_days };
  self->form = kind == FRAM_SHEET_MONTH && width < LINES_UNDER * scale ? FRAM_SHEET_NARROW
                                                                       : fram_sheet_form_of_width (width, scale);
  self->day_x = g_new0 (double, n_days + 1);
  set_heights (self);
  self->name = (kind == FRAM_SHEET_WEEK ? 182 : 150) * scale;
  if (self->form != FRAM_SHEET_NARROW)
    arrange_columns (self, weekdays, width, (kind == FRAM_SHEET_WEEK ? 46 : 22) * scale);
  else if (kind == FRAM_SHEET_MONTH)
    arrange_lines (self, weekdays, width);
  else
    arrange_narrow_week (self, weekdays, width);
}

void
fram_sheet_layout_clear (FramSheetLayout *self)
{
  g_clear_pointer (&self->day_x, g_free);
}

/**
 * fram_sheet_layout_find_day:
 * @self: a layout
 * @x: counted from the end of the names
 *
 * Returns: which day's column that is, or -1
 */
int
fram_sheet_layout_find_day (const FramSheetLayout *self, double x)
{
  for (guint i = 0; i < self->n_days; i++)
    if (x >= self->day_x[i] && x < self->day_x[i] + self->day)
      return (int)i;
  return -1;
}
