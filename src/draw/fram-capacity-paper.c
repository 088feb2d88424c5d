#include "fram-capacity-paper.h"

#include "fram-drawn-text.h"
#include "fram-paper-page.h"
#include "fram-print-text.h"
#include "fram-progression-draw.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* How many take part week by week: two curves on one axis of time, each with its places as a line. */

#define PICTURE_WIDTH  960.0
#define PICTURE_HEIGHT 480.0
#define LEFT           52.0
#define RIGHT          150.0 /* for the names of the curves, beside their ends */
#define ABOVE          24.0
#define BELOW          46.0
#define SMALL          12.0
#define PLAIN          13.0
#define LABEL_STEP     17.0
#define TICK_ROOM      44.0

typedef struct
{
  FramCapacity *capacity;
  char *printed_by;
  gint64 printed_at;
} Sheet;

typedef struct
{
  const FramCapacity *capacity;
  const FramProgressionPalette *palette;
  cairo_t *cr;
  double left, right, top, bottom;
  double week; /* width of one */
  int most;    /* people at the top */
  int step;    /* people between lines */
  gboolean exact;
} Plot;

static void
sheet_free (gpointer data)
{
  Sheet *self = data;

  fram_capacity_free (self->capacity);
  g_free (self->printed_by);
  g_free (self);
}

static const FramCapacityWeek *
get_week (const Plot *self, guint i)
{
  return &g_array_index (self->capacity->weeks, FramCapacityWeek, i);
}

static double
x_of (const Plot *self, FramDate day)
{
  return self->left + (day - get_week (self, 0)->monday) * self->week / 7;
}

static double
y_of (const Plot *self, int people)
{
  return self->bottom - (self->bottom - self->top) * people / self->most;
}

static FramColour
colour_of (const Plot *self, FramCapacityKind kind)
{
  return kind == FRAM_CAPACITY_PRACTICE ? self->palette->raters[FRAM_RATER_PARTICIPANT]
                                        : self->palette->raters[FRAM_RATER_CASE_WORKER];
}

/* At most six lines, at numbers that are easy to read, with room above the fullest week and the places. */
static void
find_scale (Plot *self)
{
  static const int steps[] = { 1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000, 5000 };
  int most = 1;

  for (int kind = 0; kind < FRAM_N_CAPACITIES; kind++)
    {
      most = MAX (most, self->capacity->places[kind]);
      for (guint i = 0; i < self->capacity->weeks->len; i++)
        most = MAX (most, get_week (self, i)->people[kind]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      self->step = steps[i];
      self->most = (most / self->step + 1) * self->step;
      if (self->most / self->step <= 6)
        return;
    }
}

static void
draw_text (const Plot *self, const char *text, const FramColour *colour, double x, double middle, gboolean bold)
{
  FramTextType type = { bold ? PLAIN : SMALL, bold, self->exact };

  fram_print_set_colour (self->cr, colour);
  fram_drawn_text_draw (self->cr, text, &type, x, middle);
}

static double
text_width (const Plot *self, const char *text)
{
  FramTextType type = { SMALL, FALSE, self->exact };

  return fram_drawn_text_width (text, &type);
}

static void
draw_line (const Plot *self, const FramColour *colour, double width, double x1, double y1, double x2, double y2)
{
  fram_print_set_colour (self->cr, colour);
  cairo_set_line_width (self->cr, width);
  cairo_new_path (self->cr);
  cairo_move_to (self->cr, x1, y1);
  cairo_line_to (self->cr, x2, y2);
  cairo_stroke (self->cr);
}

static void
draw_scale (const Plot *self)
{
  for (int people = 0; people <= self->most; people += self->step)
    {
      g_autofree char *text = g_strdup_printf ("%d", people);
      double y = floor (y_of (self, people)) + 0.5;

      draw_line (self, &self->palette->rule, 1, self->left, y, self->right, y);
      draw_text (self, text, &self->palette->dim, self->left - 8 - text_width (self, text), y, FALSE);
    }
}

/* A name for each month, or for each so manieth where there is no room; January says the year. */
static char *
name_of_month (FramDate first)
{
  int year, month, day;

  fram_date_get_ymd (first, &year, &month, &day);
  return month == 1 ? g_strdup_printf ("%d", year) : g_strndup (fram_month_name (month), 3);
}

static int
find_months (const Plot *self)
{
  static const int every[] = { 1, 2, 3, 4, 6, 12, 24, 60 };

  for (guint i = 0; i < G_N_ELEMENTS (every); i++)
    if (self->week * 4.35 * every[i] >= TICK_ROOM)
      return every[i];
  return 120;
}

static gboolean
is_named (FramDate first, int every)
{
  int year, month, day;

  fram_date_get_ymd (first, &year, &month, &day);
  return (year * 12 + month - 1) % every == 0;
}

static void
draw_months (const Plot *self)
{
  int every = find_months (self);
  FramDate end = get_week (self, self->capacity->weeks->len - 1)->monday + 7;
  FramDate first = fram_date_first_of_month (get_week (self, 0)->monday + 30);

  for (; first < end; first = fram_date_add_months (first, 1))
    {
      double x = floor (x_of (self, first)) + 0.5;
      g_autofree char *name = name_of_month (first);

      if (!is_named (first, every) || x + text_width (self, name) > self->right + 30)
        continue;
      draw_line (self, &self->palette->rule, 1, x, self->bottom, x, self->bottom + 6);
      draw_text (self, name, &self->palette->dim, x + 3, self->bottom + 14, FALSE);
    }
}

static void
draw_places (const Plot *self, FramCapacityKind kind)
{
  FramColour colour = colour_of (self, kind);
  double y = floor (y_of (self, self->capacity->places[kind])) + 0.5;

  if (self->capacity->places[kind] <= 0)
    return;
  cairo_set_dash (self->cr, (const double[]){ 2, 4 }, 2, 0);
  draw_line (self, &colour, 1.2, self->left, y, self->right, y);
  cairo_set_dash (self->cr, NULL, 0, 0);
}

/* In steps: what holds for a week holds for all of it. */
static void
draw_curve (const Plot *self, FramCapacityKind kind)
{
  FramColour colour = colour_of (self, kind);

  cairo_new_path (self->cr);
  for (guint i = 0; i < self->capacity->weeks->len; i++)
    {
      const FramCapacityWeek *week = get_week (self, i);
      double x = x_of (self, week->monday), y = y_of (self, week->people[kind]);

      cairo_line_to (self->cr, x, y);
      cairo_line_to (self->cr, x + self->week, y);
    }
  fram_print_set_colour (self->cr, &colour);
  cairo_set_line_width (self->cr, kind == FRAM_CAPACITY_PRACTICE ? 2.2 : 1.8);
  if (kind != FRAM_CAPACITY_PRACTICE)
    cairo_set_dash (self->cr, (const double[]){ 5, 3 }, 2, 0);
  cairo_stroke (self->cr);
  cairo_set_dash (self->cr, NULL, 0, 0);
}

typedef struct
{
  FramCapacityKind kind;
  gboolean places;
  double y;
  char *text;
} Label;

static int
by_height (gconstpointer a, gconstpointer b)
{
  const Label *x = a, *y = b;

  return (x->y > y->y) - (x->y < y->y);
}

/* From top to bottom, each below the one before; where they run out at the bottom they are pushed up again. */
static void
spread (const Plot *self, Label *labels, guint n)
{
  qsort (labels, n, sizeof *labels, by_height);
  for (guint i = 1; i < n; i++)
    labels[i].y = MAX (labels[i].y, labels[i - 1].y + LABEL_STEP);
  if (n > 0)
    labels[n - 1].y = MIN (labels[n - 1].y, self->bottom - 4);
  for (guint i = n; i > 1; i--)
    labels[i - 2].y = MIN (labels[i - 2].y, labels[i - 1].y - LABEL_STEP);
}

static guint
make_labels (const Plot *self, Label labels[2 * FRAM_N_CAPACITIES])
{
  const FramCapacityWeek *last = get_week (self, self->capacity->weeks->len - 1);
  guint n = 0;

  for (int kind = 0; kind < FRAM_N_CAPACITIES; kind++)
    {
      int places = self->capacity->places[kind], people = last->people[kind];

      labels[n++] = (Label){ (FramCapacityKind)kind, FALSE, y_of (self, people),
                             g_strdup (fram_capacity_kind_get_name ((FramCapacityKind)kind)) };
      if (places > 0)
        labels[n++] = (Label){ (FramCapacityKind)kind, TRUE, y_of (self, places),
                               g_strdup_printf (ngettext ("%d place", "%d places", (gulong)places), places) };
    }
  return n;
}

static void
draw_labels (const Plot *self)
{
  Label labels[2 * FRAM_N_CAPACITIES];
  guint n = make_labels (self, labels);

  spread (self, labels, n);
  for (guint i = 0; i < n; i++)
    {
      FramColour colour = colour_of (self, labels[i].kind);

      draw_text (self, labels[i].text, &colour, self->right + 8, labels[i].y, !labels[i].places);
      g_free (labels[i].text);
    }
}

/* How many it is now, beside the line of today. */
static void
draw_now (const Plot *self, guint week, double x)
{
  for (int kind = 0; kind < FRAM_N_CAPACITIES; kind++)
    {
      int people = get_week (self, week)->people[kind];
      FramColour colour = colour_of (self, (FramCapacityKind)kind);
      g_autofree char *text = g_strdup_printf ("%d", people);

      draw_text (self, text, &colour, x + 5, y_of (self, people) - 11, TRUE);
    }
}

static void
draw_today (const Plot *self)
{
  FramDate end = get_week (self, self->capacity->weeks->len - 1)->monday + 7, today = self->capacity->today;
  double x;

  if (today == FRAM_DATE_NONE || today < get_week (self, 0)->monday || today >= end)
    return;
  x = x_of (self, today);
  draw_line (self, &self->palette->dim, 1.5, x, self->top - 6, x, self->bottom);
  draw_text (self, C_ ("axis", "today"), &self->palette->dim, x + 4, self->top - 8, FALSE);
  draw_now (self, (guint)(today - get_week (self, 0)->monday) / 7, x);
}

static void
draw_plot (const FramCapacity *capacity, const FramProgressionPalette *palette, gboolean exact, double x, double y,
           double width, double height, cairo_t *cr)
{
  Plot plot = { capacity, palette, cr, x + LEFT, x + width - RIGHT, y + ABOVE, y + height - BELOW, 0, 1, 1, exact };

  if (capacity->weeks->len == 0)
    return;
  plot.week = (plot.right - plot.left) / capacity->weeks->len;
  find_scale (&plot);
  draw_scale (&plot);
  draw_months (&plot);
  draw_today (&plot);
  for (int kind = 0; kind < FRAM_N_CAPACITIES; kind++)
    draw_places (&plot, (FramCapacityKind)kind);
  for (int kind = 0; kind < FRAM_N_CAPACITIES; kind++)
    draw_curve (&plot, (FramCapacityKind)kind);
  draw_labels (&plot);
  draw_text (&plot, _ ("The most people on any one working day of the week. Somebody who does two things counts once."),
             &palette->dim, plot.left, plot.bottom + 34, FALSE);
}

/* --- as a paper --- */

static void
draw_page (const FramPaper *paper, guint page, FramLook look, gboolean has_ground, double width, double height,
           cairo_t *cr)
{
  const Sheet *self = paper->data;
  double inner = FRAM_PAPER_SHORT - 2 * FRAM_PAPER_MARGIN - FRAM_PAPER_HEAD;
  g_autofree char *words = fram_capacity_to_words (self->capacity);
  FramProgressionPalette palette;
  FramPaperHead head;

  fram_progression_palette_init (&palette, look, has_ground);
  head = (FramPaperHead){ paper->title, words,          self->printed_by, self->printed_at,
                          page,         paper->n_pages, palette.ink,      palette.dim };
  fram_paper_page_begin (cr, FRAM_PAPER_LONG, FRAM_PAPER_SHORT, has_ground ? &palette.ground : NULL, width, height);
  fram_paper_head_draw (&head, cr);
  draw_plot (self->capacity, &palette, TRUE, FRAM_PAPER_MARGIN, FRAM_PAPER_MARGIN + FRAM_PAPER_HEAD, FRAM_PAPER_INNER,
             inner, cr);
  fram_paper_page_end (cr);
}

static void
draw_picture (const FramPaper *paper, guint page, FramLook look, gboolean has_ground, double width, double height,
              cairo_t *cr)
{
  const Sheet *self = paper->data;
  FramProgressionPalette palette;

  fram_progression_palette_init (&palette, look, has_ground);
  if (has_ground)
    {
      fram_print_set_colour (cr, &palette.ground);
      cairo_paint (cr);
    }
  draw_plot (self->capacity, &palette, FALSE, 0, 0, width, height, cr);
}

static char *
tell (const FramPaper *paper, guint page)
{
  return fram_capacity_to_words (((const Sheet *)paper->data)->capacity);
}

/**
 * fram_capacity_paper_new:
 * @capacity: (transfer full): the weeks
 * @printed_by: (nullable): who prints
 * @printed_at: when, UTC milliseconds
 *
 * Nothing on it is about anybody in particular.
 *
 * Returns: (transfer full): the curves on a lying A4 page
 */
FramPaper *
fram_capacity_paper_new (FramCapacity *capacity, const char *printed_by, gint64 printed_at)
{
  Sheet *sheet = g_new0 (Sheet, 1);
  FramPaper *self = fram_paper_new (_ ("Places taken week by week"), draw_page, sheet, sheet_free);

  sheet->capacity = capacity;
  sheet->printed_by = g_strdup (printed_by);
  sheet->printed_at = printed_at;
  self->made_at = printed_at;
  self->log_text = g_strdup ("capacity");
  self->log_class = FRAM_CLASS_SHOP;
  self->width = FRAM_PAPER_LONG;
  self->height = FRAM_PAPER_SHORT;
  self->draw_picture = draw_picture;
  self->picture_width = PICTURE_WIDTH;
  self->picture_height = PICTURE_HEIGHT;
  self->describe = fram_paper_page_to_words;
  self->tell = tell;
  fram_paper_set_file_stem (self, self->title);
  return self;
}
