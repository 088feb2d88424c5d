#include "fram-sheet-grid-private.h"

#include "fram-sheet-words.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Draws what of a sheet is in view, and nothing else. */

#define PAD 8

/* The statuses that a month counts in columns of their own. */
static const char *const counted[FRAM_SHEET_COUNTS] = { "present", "late", "absent_notified", "absent_unnotified",
                                                        "sick" };

typedef struct
{
  FramSheetGrid *grid;
  const FramSheetLayout *l;
  FramSheetLook *look;
  GtkSnapshot *snapshot;
  const FramSheet *sheet;
  double width, height;
  double left, top; /* how far it is scrolled */
  GdkRGBA dim, line, text;
} Drawing;

static double
scaled (const Drawing *d, double pixels)
{
  return pixels * d->l->scale;
}

static void
fill (const Drawing *d, const GdkRGBA *colour, double x, double y, double width, double height)
{
  gtk_snapshot_append_color (d->snapshot, colour, &GRAPHENE_RECT_INIT (x, y, width, height));
}

static double
text (const Drawing *d, FramSheetFont font, const char *words, double x, double y, double width, double height,
      float align, const GdkRGBA *colour)
{
  return fram_sheet_look_text (d->look, d->snapshot, font, words, &GRAPHENE_RECT_INIT (x, y, MAX (0, width), height),
                               align, colour);
}

static GdkRGBA
tint (const GdkRGBA *colour, double alpha)
{
  GdkRGBA tinted = *colour;

  tinted.alpha *= alpha;
  return tinted;
}

static void
mark (const Drawing *d, const FramStatus *status, FramSheetMarkForm form, double x, double y, double width,
      double height)
{
  fram_sheet_look_mark (d->look, d->snapshot, status, form,
                        &GRAPHENE_RECT_INIT (floor (x), floor (y), floor (width), floor (height)));
}

/* In one line, or where that is too long in two, parted after @at; what still does not fit is shortened. */
static void
text_in_lines (const Drawing *d, FramSheetFont font, const char *words, const char *at, double x, double y,
               double width, double height, const GdkRGBA *colour)
{
  const char *part = strstr (words, at);
  g_autofree char *first = NULL;

  if (part == NULL || fram_sheet_look_width (d->look, font, words) <= width)
    {
      text (d, font, words, x, y, width, height, 0, colour);
      return;
    }
  part += strlen (at);
  first = g_strndup (words, (gsize)(part - words));
  text (d, font, first, x, y + height * 0.1, width, height * 0.4, 0, colour);
  text (d, font, part, x, y + height * 0.5, width, height * 0.4, 0, colour);
}

/* What was typed and is not written yet stands in the cell already. */
static gboolean
is_typed (const Drawing *d, const FramSheetRow *row, guint day)
{
  FramDate date = g_array_index (d->sheet->days, FramSheetDay, day).day;

  for (guint i = 0; i < d->grid->typed->len; i++)
    {
      const FramCellKey *key = &g_array_index (d->grid->typed, FramCellKey, i);

      if (key->day == date && fram_uuid_equal (&key->enrolment, &row->enrolment))
        return TRUE;
    }
  return FALSE;
}

static void
draw_beside (const Drawing *d, const FramSheetRow *row, guint day, double x, double y, double width, double height)
{
  const FramSheetCell *cell = &row->cells[day];
  g_autofree char *words = NULL;

  if (d->grid->typed_text != NULL && is_typed (d, row, day))
    {
      /* Translators: minutes late that are being typed in a cell */
      words = g_strdup_printf (C_ ("cell", "%s min"), d->grid->typed_text);
      text (d, FRAM_SHEET_SMALL_BOLD, words, x, y, width, height, 0, fram_sheet_look_get_accent (d->look));
      return;
    }
  words = fram_sheet_cell_text (cell);
  text_in_lines (d, FRAM_SHEET_TEXT, words, "–", x, y, width, height, &d->dim);
}

static gboolean
is_to_come (const Drawing *d, guint day)
{
  return g_array_index (d->sheet->days, FramSheetDay, day).day > d->sheet->today;
}

/* Shape and letter on a chip, with the plan beside it where there is room. */
static void
draw_chip_cell (const Drawing *d, const FramSheetRow *row, guint day, double x, double y)
{
  const FramSheetCell *cell = &row->cells[day];
  const FramStatus *status = cell->marks[0].status != NULL ? cell->marks[0].status : cell->planned_status;
  gboolean wide = d->l->day >= scaled (d, 100);
  double pad = wide ? scaled (d, 10) : MAX (1, (d->l->day - scaled (d, 44)) / 2);
  double chip = MIN (scaled (d, 44), d->l->day - 2 * pad), height = scaled (d, 32);
  double chip_y = y + (d->l->cell - height) / 2, used = chip + scaled (d, 8);
  FramSheetMarkForm form = cell->planned_status != NULL ? FRAM_SHEET_OUTLINE : FRAM_SHEET_CHIP;

  if (cell->is_split)
    {
      mark (d, cell->marks[0].status, FRAM_SHEET_CHIP, x + pad, chip_y, wide ? chip * 0.72 : chip / 2 - 1, height);
      mark (d, cell->marks[1].status, FRAM_SHEET_CHIP, x + pad + (wide ? chip * 0.72 + 2 : chip / 2 + 1), chip_y,
            wide ? chip * 0.72 : chip / 2 - 1, height);
      used = (wide ? chip * 1.44 + 2 : chip) + scaled (d, 8);
    }
  else if (status != NULL || !is_to_come (d, day))
    mark (d, status, form, x + pad, chip_y, chip, height);
  else
    used = 0;
  if (wide)
    draw_beside (d, row, day, x + pad + used, y, d->l->day - 2 * pad - used + scaled (d, 6), d->l->cell);
  else if (used == 0)
    {
      g_autofree char *plan = fram_time_range_to_text (cell->planned_from, cell->planned_to);
      gboolean fits = fram_sheet_look_width (d->look, FRAM_SHEET_SMALL, plan) <= d->l->day - 2;

      text (d, FRAM_SHEET_SMALL, fits ? plan : "·", x + 1, y, d->l->day - 2, d->l->cell, 0.5, &d->dim);
    }
}

/* Shape over letter: what fits in a month. */
static void
draw_stack_cell (const Drawing *d, const FramSheetRow *row, guint day, double x, double y)
{
  const FramSheetCell *cell = &row->cells[day];
  const FramStatus *status = cell->marks[0].status != NULL ? cell->marks[0].status : cell->planned_status;
  FramSheetMarkForm form = cell->planned_status != NULL ? FRAM_SHEET_STACK_OUTLINE : FRAM_SHEET_STACK;

  if (cell->is_split)
    {
      mark (d, cell->marks[0].status, FRAM_SHEET_STACK, x, y, d->l->day / 2, d->l->cell);
      mark (d, cell->marks[1].status, FRAM_SHEET_STACK, x + d->l->day / 2, y, d->l->day / 2, d->l->cell);
    }
  else if (status != NULL || !is_to_come (d, day))
    mark (d, status, form, x, y, d->l->day, d->l->cell);
  else
    text (d, FRAM_SHEET_TEXT, "·", x, y, d->l->day, d->l->cell, 0.5, &d->dim);
}

static void
draw_cell (const Drawing *d, const FramSheetRow *row, guint day, double x, double y)
{
  const FramSheetCell *cell = &row->cells[day];
  gboolean chips = d->l->kind == FRAM_SHEET_WEEK;

  if (cell->kind == FRAM_CELL_PLANNED || cell->kind == FRAM_CELL_VISITOR)
    {
      (chips ? draw_chip_cell : draw_stack_cell) (d, row, day, x, y);
      return;
    }
  if (g_array_index (d->sheet->days, FramSheetDay, day).is_off)
    return;
  if (chips && d->l->day >= scaled (d, 100))
    text (d, FRAM_SHEET_TEXT, "–", x + scaled (d, 10), y, d->l->day, d->l->cell, 0, &d->dim);
  else
    text (d, FRAM_SHEET_TEXT, "–", x, y, d->l->day, d->l->cell, 0.5, &d->dim);
}

static void
draw_cells (const Drawing *d, const FramSheetRow *row, int at, double y)
{
  GdkRGBA chosen = tint (fram_sheet_look_get_accent (d->look), 0.14);

  for (guint i = 0; i < d->l->n_days; i++)
    {
      double x = d->l->name + d->l->day_x[i] - d->left;

      if (x + d->l->day < d->l->name || x > d->width)
        continue;
      if (fram_sheet_grid_is_selected (d->grid, at, (int)i))
        fill (d, &chosen, x, y + d->l->cell_y, d->l->day, d->l->cell);
      if (row->cells != NULL)
        draw_cell (d, row, i, x, y + d->l->cell_y);
    }
}

/* "9 / 9 h": what is done is bold. */
static void
draw_hours (const Drawing *d, const FramSheetSums *sums, double x, double y, double width, double height, float align)
{
  g_autofree char *done = fram_sheet_clock_hours (sums->attended_minutes);
  g_autofree char *planned = fram_sheet_clock_hours (sums->planned_minutes);
  /* Translators: hours planned, after the hours done: " / 9 h" */
  g_autofree char *rest = g_strdup_printf (C_ ("hours", " / %s h"), planned);
  double bold = fram_sheet_look_width (d->look, FRAM_SHEET_BOLD, done);
  double small = fram_sheet_look_width (d->look, FRAM_SHEET_SMALL, rest), at = x + align * (width - bold - small);

  text (d, FRAM_SHEET_BOLD, done, at, y, bold + 1, height, 0, &d->text);
  text (d, FRAM_SHEET_SMALL, rest, at + bold, y + 1, width, height, 0, &d->dim);
}

/* The rates, and right below them what they leave out. */
static void
draw_rates (const Drawing *d, const FramSheetSums *sums, double x, double y, double width, double height, float align)
{
  g_autofree char *rates = fram_sheet_rates_text (sums), *left_out = fram_sheet_left_out (sums);

  if (left_out == NULL)
    {
      text (d, FRAM_SHEET_SMALL_BOLD, rates, x, y, width, height, align, &d->text);
      return;
    }
  if (fram_sheet_look_width (d->look, FRAM_SHEET_SMALL, left_out) > width)
    {
      g_free (left_out);
      /* Translators: so many sessions have no mark and are not part of the percentage above; as short as can be */
      left_out = g_strdup_printf (C_ ("sheet", "%d not counted"), sums->counts.unmarked);
    }
  text (d, FRAM_SHEET_SMALL_BOLD, rates, x, y + height * 0.06, width, height * 0.48, align, &d->text);
  text (d, FRAM_SHEET_SMALL, left_out, x, y + height * 0.48, width, height * 0.44, align, &d->dim);
}

static int
count_of (const Drawing *d, const FramSheetSums *sums, const char *code)
{
  for (guint i = 0; i < d->grid->statuses->len; i++)
    if (g_strcmp0 (g_array_index (d->grid->statuses, FramStatus, i).code, code) == 0)
      return sums->counts.by_status[i];
  return 0;
}

static const FramStatus *
find_status (const Drawing *d, const char *code)
{
  for (guint i = 0; i < d->grid->statuses->len; i++)
    if (g_strcmp0 (g_array_index (d->grid->statuses, FramStatus, i).code, code) == 0)
      return &g_array_index (d->grid->statuses, FramStatus, i);
  return NULL;
}

static void
draw_counts (const Drawing *d, const FramSheetSums *sums, double y, double height)
{
  double x = d->l->name + d->l->counts_x - d->left;

  for (guint i = 0; d->l->count > 0 && i < FRAM_SHEET_COUNTS; i++)
    {
      int n = count_of (d, sums, counted[i]);
      g_autofree char *figure = g_strdup_printf ("%d", n);

      text (d, n > 0 ? FRAM_SHEET_SMALL_BOLD : FRAM_SHEET_SMALL, figure, x + i * d->l->count, y, d->l->count, height,
            0.5, n > 0 ? &d->text : &d->dim);
    }
}

static void
draw_sums (const Drawing *d, const FramSheetSums *sums, double y, double height)
{
  double left = d->l->name - d->left;

  if (d->l->form == FRAM_SHEET_NARROW)
    return;
  draw_counts (d, sums, y, height);
  draw_hours (d, sums, left + d->l->hours_x, y, d->l->hours - scaled (d, PAD), height, 1);
  draw_rates (d, sums, left + d->l->rates_x, y, d->l->rates - scaled (d, 12), height, 1);
}

static double
draw_badges (const Drawing *d, const FramSheetRow *row, double x, double y, double room)
{
  double height = scaled (d, 20), right = x + room, top = y;
  gboolean first = FALSE;

  for (guint i = 0; row->cells != NULL && i < d->l->n_days; i++)
    first = first || (row->cells[i].first_day && row->cells[i].kind != FRAM_CELL_NONE);
  if (row->unnotified_in_a_row > 1)
    {
      const FramStatus *status = find_status (d, "absent_unnotified");
      g_autofree char *words =
          g_strdup_printf ("%u %s", row->unnotified_in_a_row, status != NULL ? fram_status_get_letter (status) : "");
      double width = fram_sheet_look_width (d->look, FRAM_SHEET_SMALL_BOLD, words) + scaled (d, 14);

      right -= width;
      fram_sheet_look_badge (d->look, d->snapshot, words, FRAM_INK_ERROR,
                             &GRAPHENE_RECT_INIT (right, top, width, height));
    }
  else if (first && d->l->form == FRAM_SHEET_WIDE && d->l->kind == FRAM_SHEET_WEEK)
    {
      const char *words = C_ ("badge", "First day");
      double width = fram_sheet_look_width (d->look, FRAM_SHEET_SMALL_BOLD, words) + scaled (d, 16);

      right -= width;
      fram_sheet_look_badge (d->look, d->snapshot, words, FRAM_INK_INFO,
                             &GRAPHENE_RECT_INIT (right, top, width, height));
    }
  return MAX (0, right - x - scaled (d, 4));
}

static void
draw_protected (const Drawing *d, double x, double y, double room, double height)
{
  const char *words = C_ ("badge", "Protected");

  if (room > fram_sheet_look_width (d->look, FRAM_SHEET_SMALL, words) * 0.8)
    text (d, FRAM_SHEET_SMALL, words, x, y, room, height, 0, &d->dim);
}

/* In a narrow window the sums stand under the name. */
static void
draw_name (const Drawing *d, const FramSheetRow *row, double y)
{
  gboolean narrow = d->l->form == FRAM_SHEET_NARROW, month = narrow && d->l->kind == FRAM_SHEET_MONTH;
  double x = scaled (d, narrow ? 12 : 18), width = (month ? d->width : d->l->name) - x - scaled (d, narrow ? 6 : 8);
  double height = narrow ? scaled (d, 26) : d->l->row, room, used;

  room = draw_badges (d, row, x, y + (height - scaled (d, 20)) / 2, month ? width / 2 : width);
  used = text (d, FRAM_SHEET_BOLD, row->name, x, y, room, height, 0, row->is_bare ? &d->dim : &d->text);
  if (row->is_protected && !row->is_bare)
    draw_protected (d, x + used + scaled (d, 8), y + 1, room - used - scaled (d, 8), height);
  if (!narrow || row->is_bare)
    return;
  if (month)
    {
      draw_rates (d, &row->sums, x + width / 2, y, width / 2, height, 1);
      draw_hours (d, &row->sums, x, y + scaled (d, 63), width, scaled (d, 22), 0);
      return;
    }
  draw_hours (d, &row->sums, x, y + scaled (d, 22), width, scaled (d, 18), 0);
  {
    g_autofree char *rates = fram_sheet_rates_text (&row->sums);
    g_autofree char *words =
        row->sums.counts.unmarked > 0
            /* Translators: percentages, and how many unmarked sessions are not part of them, as short as can be */
            ? g_strdup_printf (C_ ("sheet", "%1$s, %2$d not c."), rates, row->sums.counts.unmarked)
            : g_strdup (rates);

    text (d, FRAM_SHEET_SMALL, words, x, y + scaled (d, 39), width, scaled (d, 18), 0, &d->dim);
  }
}

/* The counts of a person in a narrow month, at the end of the line of hours. */
static void
draw_narrow_counts (const Drawing *d, const FramSheetRow *row, double y)
{
  double x = d->width - scaled (d, 10), step = scaled (d, 38);

  for (int i = FRAM_SHEET_COUNTS - 1; i >= 0; i--)
    {
      const FramStatus *status = find_status (d, counted[i]);
      g_autofree char *figure = g_strdup_printf ("%d", count_of (d, &row->sums, counted[i]));

      x -= step;
      if (status != NULL)
        mark (d, status, FRAM_SHEET_SHAPE, x, y + scaled (d, 63), scaled (d, 16), scaled (d, 22));
      text (d, FRAM_SHEET_SMALL, figure, x + scaled (d, 18), y + scaled (d, 63), step, scaled (d, 22), 0, &d->dim);
    }
}

static void
draw_row (const Drawing *d, int at)
{
  const FramSheetRow *row = fram_sheet_grid_get_row (d->grid, at);
  double y = d->l->head + at * d->l->row - d->top;
  gboolean lines = d->l->form == FRAM_SHEET_NARROW && d->l->kind == FRAM_SHEET_MONTH;

  gtk_snapshot_push_clip (d->snapshot, &GRAPHENE_RECT_INIT (d->l->name, y, d->width - d->l->name, d->l->row));
  draw_cells (d, row, at, y);
  if (!row->is_bare)
    draw_sums (d, &row->sums, y, d->l->row);
  gtk_snapshot_pop (d->snapshot);
  draw_name (d, row, y);
  if (lines && !row->is_bare)
    draw_narrow_counts (d, row, y);
  fill (d, &d->line, 0, y + d->l->row - 1, d->width, 1);
}

static void
draw_grounds (const Drawing *d)
{
  GdkRGBA accent = tint (fram_sheet_look_get_accent (d->look), 0.07),
          off = fram_sheet_look_get_ink (d->look, FRAM_INK_TROUGH);
  double bottom = d->height - d->l->foot, end = MIN (bottom, d->l->head + d->sheet->rows->len * d->l->row - d->top);
  gboolean lines = d->l->form == FRAM_SHEET_NARROW && d->l->kind == FRAM_SHEET_MONTH;

  gtk_snapshot_push_clip (d->snapshot, &GRAPHENE_RECT_INIT (d->l->name, 0, d->width - d->l->name, d->height));
  for (guint i = 0; i < d->l->n_days; i++)
    {
      const FramSheetDay *day = &g_array_index (d->sheet->days, FramSheetDay, i);
      double x = d->l->name + d->l->day_x[i] - d->left;

      if (day->day == d->sheet->today)
        fill (d, &accent, x, 0, d->l->day, d->height);
      if (day->is_off)
        fill (d, &off, x, d->l->head, d->l->day, end - d->l->head);
      if (!lines)
        fill (d, &d->line, x, 0, 1, d->height);
    }
  if (d->l->form != FRAM_SHEET_NARROW)
    fill (d, &d->line, d->l->name + d->l->counts_x - d->left, 0, 1, d->height);
  gtk_snapshot_pop (d->snapshot);
}

static void
draw_week_heading (const Drawing *d, const FramSheetDay *day, double x, const GdkRGBA *ink)
{
  gboolean wide = d->l->day >= scaled (d, 100);
  double pad = scaled (d, wide ? 10 : 2), width = d->l->day - 2 * pad, half = d->l->head / 2, top = scaled (d, 3);
  float align = wide ? 0 : 0.5;
  g_autofree char *hours = fram_time_range_to_text (day->opens, day->closes);
  g_autofree char *date = NULL, *below = NULL;
  int y, m, n;

  fram_date_get_ymd (day->day, &y, &m, &n);
  date = wide ? fram_date_to_short_words (day->day)
              : g_strdup_printf ("%s %d", fram_weekday_short_name (fram_date_get_weekday (day->day)), n);
  if (day->note != NULL)
    below = g_strdup (day->note);
  else if (day->day == d->sheet->today && wide)
    /* Translators: the opening hours of today, in a heading: "Today · 08–16" */
    below =
        hours[0] != '\0' ? g_strdup_printf (C_ ("heading", "Today · %s"), hours) : g_strdup (C_ ("heading", "Today"));
  else
    below = g_steal_pointer (&hours);
  if (fram_sheet_look_width (d->look, FRAM_SHEET_SMALL_BOLD, date) > width)
    {
      g_free (date);
      date = wide ? g_strdup_printf ("%s %d", fram_weekday_short_name (fram_date_get_weekday (day->day)), n)
                  : g_strdup_printf ("%d", n);
    }
  text (d, FRAM_SHEET_SMALL_BOLD, date, x + pad, top, width, half - top, align, ink);
  text (d, FRAM_SHEET_SMALL, below, x + pad, half - 1, width, half - top, align,
        day->day == d->sheet->today ? ink : &d->dim);
}

static void
draw_month_heading (const Drawing *d, const FramSheetDay *day, double x, const GdkRGBA *ink)
{
  gboolean lines = d->l->form == FRAM_SHEET_NARROW;
  g_autofree char *letter = g_utf8_substring (fram_weekday_short_name (fram_date_get_weekday (day->day)), 0, 1);
  g_autofree char *number = NULL;
  int y, m, n;

  fram_date_get_ymd (day->day, &y, &m, &n);
  number = g_strdup_printf ("%d", n);
  if (!lines)
    text (d, FRAM_SHEET_SMALL, letter, x, scaled (d, 4), d->l->day, d->l->head / 2 - scaled (d, 4), 0.5,
          day->is_off ? &d->dim : ink);
  text (d, FRAM_SHEET_SMALL_BOLD, number, x, lines ? 0 : d->l->head / 2 - 2, d->l->day, d->l->head / (lines ? 1 : 2),
        0.5, day->is_off ? &d->dim : ink);
}

static void
draw_sum_headings (const Drawing *d)
{
  double left = d->l->name - d->left, half = d->l->head / 2, top = scaled (d, 3);

  for (guint i = 0; d->l->count > 0 && i < FRAM_SHEET_COUNTS; i++)
    {
      const FramStatus *status = find_status (d, counted[i]);

      if (status != NULL)
        mark (d, status, FRAM_SHEET_STACK, left + d->l->counts_x + i * d->l->count, scaled (d, 4), d->l->count,
              d->l->head - scaled (d, 8));
    }
  text (d, FRAM_SHEET_SMALL_BOLD, C_ ("column", "Hours"), left + d->l->hours_x, top, d->l->hours - scaled (d, PAD),
        half - top, 1, &d->text);
  text (d, FRAM_SHEET_SMALL, C_ ("column", "done / planned"), left + d->l->hours_x, half - 1,
        d->l->hours - scaled (d, PAD), half - top, 1, &d->dim);
  text (d, FRAM_SHEET_SMALL_BOLD, C_ ("column", "Attended"), left + d->l->rates_x, top, d->l->rates - scaled (d, 12),
        half - top, 1, &d->text);
  text (d, FRAM_SHEET_SMALL, C_ ("column", "· or gave notice"), left + d->l->rates_x, half - 1,
        d->l->rates - scaled (d, 12), half - top, 1, &d->dim);
}

static guint
count_people (const Drawing *d)
{
  guint n = 0;

  for (guint i = 0; i < d->sheet->rows->len; i++)
    n += !((const FramSheetRow *)g_ptr_array_index (d->sheet->rows, i))->is_bare;
  return n;
}

static void
draw_name_heading (const Drawing *d)
{
  guint n = count_people (d);
  /* Translators: how many people are on the roster of the week or month */
  g_autofree char *people = g_strdup_printf (ngettext ("%u person", "%u people", n), n);
  double x = scaled (d, d->l->form == FRAM_SHEET_NARROW ? 12 : 18), half = d->l->head / 2, top = scaled (d, 3);

  if (d->l->name == 0)
    return;
  text (d, FRAM_SHEET_SMALL_BOLD, C_ ("column", "Name"), x, top, d->l->name - x, half - top, 0, &d->text);
  text (d, FRAM_SHEET_SMALL, people, x, half - 1, d->l->name - x, half - top, 0, &d->dim);
}

static void
draw_head (const Drawing *d)
{
  fill (d, fram_sheet_look_get_ground (d->look), 0, 0, d->width, d->l->head);
  gtk_snapshot_push_clip (d->snapshot, &GRAPHENE_RECT_INIT (d->l->name, 0, d->width - d->l->name, d->l->head));
  for (guint i = 0; i < d->l->n_days; i++)
    {
      const FramSheetDay *day = &g_array_index (d->sheet->days, FramSheetDay, i);
      double x = d->l->name + d->l->day_x[i] - d->left;
      gboolean today = day->day == d->sheet->today;
      GdkRGBA ground = tint (fram_sheet_look_get_accent (d->look), 0.07);

      if (today)
        fill (d, &ground, x, 0, d->l->day, d->l->head);
      (d->l->kind == FRAM_SHEET_WEEK ? draw_week_heading : draw_month_heading) (
          d, day, x, today ? fram_sheet_look_get_accent (d->look) : &d->text);
    }
  if (d->l->form != FRAM_SHEET_NARROW)
    draw_sum_headings (d);
  gtk_snapshot_pop (d->snapshot);
  draw_name_heading (d);
  fill (d, &d->line, 0, 0, d->width, 1);
  fill (d, &d->line, 0, d->l->head - 1, d->width, 1);
}

static void
draw_day_sums (const Drawing *d, double y)
{
  for (guint i = 0; i < d->l->n_days; i++)
    {
      const FramSheetDay *day = &g_array_index (d->sheet->days, FramSheetDay, i);
      double x = d->l->name + d->l->day_x[i] - d->left, pad = d->l->day >= scaled (d, 100) ? scaled (d, 10) : 1;
      g_autofree char *here = fram_sheet_here_text (d->sheet, day, d->l->day < scaled (d, 100));
      gboolean month = d->l->kind == FRAM_SHEET_MONTH;
      g_autofree char *figure = month && day->sums.counts.expected > 0
                                    ? g_strdup_printf ("%d", day->sums.counts.attended)
                                    : g_strdup (month ? "" : here);

      if (pad > 1)
        text_in_lines (d, FRAM_SHEET_SMALL_BOLD, figure, " · ", x + pad, y, d->l->day - pad, d->l->foot, &d->text);
      else
        text (d, FRAM_SHEET_SMALL_BOLD, figure, x + pad, y, d->l->day - pad, d->l->foot, 0.5, &d->text);
    }
}

static void
draw_foot (const Drawing *d)
{
  double y = d->height - d->l->foot, x = scaled (d, d->l->form == FRAM_SHEET_NARROW ? 12 : 18);
  gboolean lines = d->l->form == FRAM_SHEET_NARROW && d->l->kind == FRAM_SHEET_MONTH;

  fill (d, fram_sheet_look_get_ground (d->look), 0, y, d->width, d->l->foot);
  if (!lines)
    {
      gtk_snapshot_push_clip (d->snapshot, &GRAPHENE_RECT_INIT (d->l->name, y, d->width - d->l->name, d->l->foot));
      draw_day_sums (d, y);
      draw_sums (d, &d->sheet->sums, y, d->l->foot);
      gtk_snapshot_pop (d->snapshot);
    }
  if (d->l->form == FRAM_SHEET_NARROW)
    {
      double width = (lines ? d->width : d->l->name) - x - scaled (d, 6);

      draw_hours (d, &d->sheet->sums, x, y + 2, width, lines ? d->l->foot - 4 : d->l->foot / 2, 0);
      draw_rates (d, &d->sheet->sums, lines ? x + width / 2 : x, lines ? y : y + d->l->foot / 2 - 3,
                  lines ? width / 2 : width, lines ? d->l->foot : d->l->foot / 2, lines ? 1 : 0);
    }
  else
    text (d, FRAM_SHEET_SMALL_BOLD, C_ ("sheet", "Here, of those expected"), x, y, d->l->name - x, d->l->foot, 0,
          &d->text);
  fill (d, &d->line, 0, y, d->width, 1);
}

/* A frame around the cell with the keyboard; thinner while the keyboard is elsewhere. */
static void
draw_cursor (const Drawing *d)
{
  gboolean here = fram_sheet_grid_has_keyboard (d->grid);
  const GdkRGBA *accent = fram_sheet_look_get_accent (d->look);
  const GdkRGBA line[4] = { *accent, *accent, *accent, *accent };
  float w = here ? 2 : 1;
  const float widths[4] = { w, w, w, w };
  FramSheetPlace p = d->grid->cursor;
  GskRoundedRect box;

  if (p.row < 0 || p.day < 0 || (guint)p.day >= d->l->n_days)
    return;
  gtk_snapshot_push_clip (d->snapshot, &GRAPHENE_RECT_INIT (d->l->name, d->l->head, d->width - d->l->name,
                                                            d->height - d->l->head - d->l->foot));
  gsk_rounded_rect_init_from_rect (&box,
                                   &GRAPHENE_RECT_INIT (d->l->name + d->l->day_x[p.day] - d->left,
                                                        d->l->head + p.row * d->l->row + d->l->cell_y - d->top,
                                                        d->l->day + 1, d->l->cell),
                                   2);
  gtk_snapshot_append_border (d->snapshot, &box, widths, line);
  gtk_snapshot_pop (d->snapshot);
}

void
fram_sheet_grid_draw (FramSheetGrid *self, GtkSnapshot *snapshot)
{
  Drawing d = { self, &self->layout, self->look, snapshot, self->sheet };
  int first, last;

  d.width = gtk_widget_get_width (GTK_WIDGET (self));
  d.height = gtk_widget_get_height (GTK_WIDGET (self));
  d.left = fram_sheet_grid_get_offset (self, GTK_ORIENTATION_HORIZONTAL);
  d.top = fram_sheet_grid_get_offset (self, GTK_ORIENTATION_VERTICAL);
  d.dim = fram_sheet_look_get_ink (self->look, FRAM_INK_DIM);
  d.line = fram_sheet_look_get_ink (self->look, FRAM_INK_SEPARATOR);
  d.text = *fram_sheet_look_get_text_colour (self->look);
  draw_grounds (&d);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, d.l->head, d.width, d.height - d.l->head - d.l->foot));
  fram_sheet_grid_get_rows_in_view (self, &first, &last);
  for (int i = first; i <= last; i++)
    draw_row (&d, i);
  gtk_snapshot_pop (snapshot);
  draw_head (&d);
  draw_foot (&d);
  draw_cursor (&d);
}
