#include "fram-my-steps-private.h"

#include "fram-print-text.h"

#include <math.h>

/* Hours present in a week, a bar for each month with its number on it. */

#define AXIS   38.0  /* for the numbers of the scale */
#define ABOVE  28.0  /* for the number on the highest bar */
#define BELOW  30.0  /* for the names of the months */
#define YEARS  19.0  /* below them, where there is more than one year */
#define MOST   112.0 /* width of a month */
#define BAR    50.0
#define NARROW 24.0 /* a bar below which corners are not round */
#define PLAIN  15.0
#define NUMBER 20.0

typedef struct
{
  const FramMyLayout *layout;
  const FramPrintPalette *palette;
  FramColour green;
  cairo_t *cr;
  const GArray *months;
  double slot; /* width of a month */
  double base; /* y of no hours */
  double high; /* y of @top */
  int step;    /* hours between lines */
  int top;     /* hours at the uppermost line */
  gboolean years;
} Chart;

static const FramMyMonth *
get_month (const Chart *self, guint i)
{
  return &g_array_index (self->months, FramMyMonth, i);
}

static int
year_of (const FramMyMonth *month)
{
  int year, number, day;

  fram_date_get_ymd (month->first, &year, &number, &day);
  return year;
}

static double
slot_x (const Chart *self, guint i)
{
  double x = FRAM_MY_MARGIN + AXIS + i * self->slot;

  return self->layout->rtl ? FRAM_MY_WIDTH - x - self->slot : x;
}

static FramPageType
type_of (const Chart *self, double size, gboolean bold, gboolean dim)
{
  FramPageType type = fram_my_type (self->layout, size, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL,
                                    dim ? &self->palette->dim : &self->palette->ink);

  type.align = PANGO_ALIGN_CENTER;
  return type;
}

/* In the middle of a month, however wide it is. */
static void
draw_in_month (const Chart *self, guint i, const char *text, const FramPageType *type, double y)
{
  double width = fram_page_text_width (text, type) + 2, x = slot_x (self, i) + (self->slot - width) / 2;

  fram_page_text_draw (self->cr, text, type, x, y, width);
}

/* At most three lines, at hours that are easy to read. */
static void
find_scale (Chart *self)
{
  static const int steps[] = { 1, 2, 4, 8, 10, 20, 40, 60 };
  int most = 1;

  for (guint i = 0; i < self->months->len; i++)
    most = MAX (most, (get_month (self, i)->weekly_minutes + 59) / 60);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      self->step = steps[i];
      self->top = (most + self->step - 1) / self->step * self->step;
      if (self->top / self->step <= 3)
        return;
    }
}

static void
draw_scale (const Chart *self)
{
  double width = FRAM_MY_INNER - AXIS, x = self->layout->rtl ? FRAM_MY_MARGIN : FRAM_MY_MARGIN + AXIS;
  FramPageType type = type_of (self, PLAIN, FALSE, TRUE);

  for (int hours = 0; hours <= self->top; hours += self->step)
    {
      double y = floor (self->base - (self->base - self->high) * hours / self->top) + 0.5;
      g_autofree char *text = g_strdup_printf ("%d", hours);

      fram_print_set_colour (self->cr, &self->palette->rule);
      cairo_set_line_width (self->cr, 1);
      cairo_new_path (self->cr);
      cairo_move_to (self->cr, x, y);
      cairo_line_to (self->cr, x + width, y);
      cairo_stroke (self->cr);
      type.align = PANGO_ALIGN_RIGHT;
      fram_page_text_draw (self->cr, text, &type,
                           self->layout->rtl ? FRAM_MY_WIDTH - FRAM_MY_MARGIN - AXIS + 10 : FRAM_MY_MARGIN, y - 10.5,
                           AXIS - 10);
    }
}

static void
draw_bar (const Chart *self, guint i)
{
  double width = MIN (BAR, self->slot * 0.68), x = slot_x (self, i) + (self->slot - width) / 2;
  double height = (self->base - self->high) * get_month (self, i)->weekly_minutes / 60 / self->top;
  double y = self->base - height, r = width < NARROW ? 2 : MIN (6, height / 2);

  fram_print_set_colour (self->cr, &self->green);
  cairo_new_sub_path (self->cr);
  cairo_arc (self->cr, x + width - r, y + r, r, -G_PI / 2, 0);
  cairo_line_to (self->cr, x + width, self->base);
  cairo_line_to (self->cr, x, self->base);
  cairo_arc (self->cr, x + r, y + r, r, G_PI, 1.5 * G_PI);
  cairo_close_path (self->cr);
  cairo_fill (self->cr);
}

/* --- numbers --- */

/* The largest letters with which every number has room. */
static double
number_size (const Chart *self)
{
  double widest = 0;

  for (guint i = 0; i < self->months->len; i++)
    {
      g_autofree char *text = fram_my_steps_hours_to_text (get_month (self, i)->weekly_minutes);
      FramPageType type = type_of (self, NUMBER, TRUE, FALSE);

      widest = MAX (widest, fram_page_text_width (text, &type));
    }
  return CLAMP (NUMBER * (self->slot - 3) / MAX (widest, 1), FRAM_MY_LEAST, NUMBER);
}

/* One number for every so many months, counted from the last. */
static guint
every (double width, double slot)
{
  return MAX ((guint)ceil (width / slot), 1);
}

static void
draw_bars (const Chart *self)
{
  double size = number_size (self);
  FramPageType type = type_of (self, size, TRUE, FALSE);
  guint n = self->months->len, apart = every (fram_page_text_width (self->top > 9 ? "00" : "0", &type) + 2, self->slot);

  for (guint i = 0; i < n; i++)
    {
      int minutes = get_month (self, i)->weekly_minutes;
      g_autofree char *text = fram_my_steps_hours_to_text (minutes);
      double top = self->base - (self->base - self->high) * minutes / 60 / self->top;

      if (minutes <= 0)
        continue;
      draw_bar (self, i);
      if ((n - 1 - i) % apart == 0)
        draw_in_month (self, i, text, &type, top - size * 1.36 - 1);
    }
}

/* --- months without hours --- */

/* On end where it has no room lying. */
static void
draw_state_on_end (const Chart *self, double middle, const char *text, const FramPageType *type)
{
  double width = fram_page_text_width (text, type) + 2;

  cairo_save (self->cr);
  cairo_translate (self->cr, middle - type->size * 0.68, self->base - 8);
  cairo_rotate (self->cr, -G_PI / 2);
  fram_page_text_draw (self->cr, text, type, 0, 0, width);
  cairo_restore (self->cr);
}

/* Neighbours that say the same say it once. */
static void
draw_states (const Chart *self)
{
  FramPageType type = type_of (self, PLAIN, FALSE, TRUE);
  guint end;

  for (guint i = 0; i < self->months->len; i = end)
    {
      const FramMyMonth *month = get_month (self, i);
      double left, right, width = fram_page_text_width (month->state, &type) + 2;

      for (end = i + 1; end < self->months->len; end++)
        if (get_month (self, end)->weekly_minutes > 0 || g_strcmp0 (get_month (self, end)->state, month->state) != 0)
          break;
      if (month->weekly_minutes > 0)
        end = i + 1;
      if (month->weekly_minutes > 0 || month->state == NULL)
        continue;
      left = MIN (slot_x (self, i), slot_x (self, end - 1));
      right = MAX (slot_x (self, i), slot_x (self, end - 1)) + self->slot;
      if (width <= right - left)
        fram_page_text_draw (self->cr, month->state, &type, (left + right - width) / 2, self->base - 26, width);
      else
        draw_state_on_end (self, (left + right) / 2, month->state, &type);
    }
}

/* --- names --- */

static double
widest_name (const Chart *self, const FramPageType *type, gboolean is_short)
{
  double widest = 0;

  for (guint i = 0; i < self->months->len; i++)
    {
      g_autofree char *name = fram_my_month_to_text (get_month (self, i), is_short);

      widest = MAX (widest, fram_page_text_width (name, type));
    }
  return widest;
}

static void
draw_year (const Chart *self, guint i)
{
  FramPageType type = type_of (self, FRAM_MY_LEAST, FALSE, TRUE);
  g_autofree char *text = g_strdup_printf ("%d", year_of (get_month (self, i)));
  double width = fram_page_text_width (text, &type) + 2;

  /* where the year before has hardly begun it has no room for its own */
  if (i == 0 && self->months->len > 1 && width + 6 > 2 * self->slot &&
      year_of (get_month (self, 1)) != year_of (get_month (self, 0)))
    return;
  draw_in_month (self, i, text, &type, self->base + BELOW);
}

/* In full where all of them have room, else with three letters; where even they have none, some of them. */
static void
draw_names (const Chart *self)
{
  FramPageType type = type_of (self, PLAIN, FALSE, FALSE);
  gboolean is_short = widest_name (self, &type, FALSE) + 3 > self->slot;
  guint n = self->months->len, apart = is_short ? every (widest_name (self, &type, TRUE) + 3, self->slot) : 1;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = fram_my_month_to_text (get_month (self, i), is_short);

      if ((n - 1 - i) % apart == 0)
        draw_in_month (self, i, name, &type, self->base + 8);
      if (self->years && (i == 0 || year_of (get_month (self, i)) != year_of (get_month (self, i - 1))))
        draw_year (self, i);
    }
}

/* Draws the months of a sheet where they stand. */
void
fram_my_chart_draw (const FramMyLayout *layout, const FramMyBlock *block, const FramPrintPalette *palette,
                    FramColour green, cairo_t *cr)
{
  Chart self = { layout, palette, green, cr, layout->steps->months, 0, 0, 0, 1, 1, FALSE };

  self.slot = MIN ((FRAM_MY_INNER - AXIS) / self.months->len, MOST);
  self.years = year_of (get_month (&self, 0)) != year_of (get_month (&self, self.months->len - 1));
  self.base = floor (block->y + block->height - BELOW - (self.years ? YEARS : 0)) + 0.5;
  self.high = block->y + ABOVE;
  find_scale (&self);
  draw_scale (&self);
  draw_bars (&self);
  draw_states (&self);
  draw_names (&self);
}
