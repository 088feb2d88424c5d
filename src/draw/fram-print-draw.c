#include "fram-print-draw-private.h"

#include "fram-clock.h"
#include "fram-shape-draw.h"
#include "fram-text.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

#define PAD 4.0

void
fram_print_draw_line (const FramPrintPen *pen, double x1, double y1, double x2, double y2, double width,
                      const FramColour *colour)
{
  fram_print_set_colour (pen->cr, colour);
  cairo_set_line_width (pen->cr, width);
  cairo_move_to (pen->cr, x1, y1);
  cairo_line_to (pen->cr, x2, y2);
  cairo_stroke (pen->cr);
}

/* Shape and letter beside each other; who is unmarked has a dashed ring and no letter. */
void
fram_print_draw_mark (const FramPrintPen *pen, int status, double x, double y, double size)
{
  const FramStatus *of = status >= 0 ? &g_array_index (pen->sheet->statuses, FramStatus, status) : NULL;
  FramShape shape = of != NULL ? of->shape : FRAM_SHAPE_UNMARKED;
  FramPrintType type = { size * 0.95, TRUE, PANGO_ALIGN_LEFT, 1, FALSE, &pen->palette->ink };

  fram_print_set_colour (pen->cr, &pen->palette->statuses[shape]);
  fram_shape_draw (pen->cr, shape, x + size / 2, y, size, TRUE);
  if (of != NULL)
    fram_print_text_draw (pen->cr, &(FramPrintBox){ x + size * 1.15, y - size, size * 1.3, 2 * size },
                          fram_status_get_letter (of), &type);
}

static void
draw_page_number (const FramPrintPen *pen)
{
  const FramPrintBox *head = &pen->layout.head;
  FramPrintType type = { 10, FALSE, PANGO_ALIGN_RIGHT, 1, FALSE, &pen->palette->dim };
  /* Translators: the head of a printed page */
  g_autofree char *text = g_strdup_printf (C_ ("sheet", "Page %1$u of %2$u"), pen->page + 1, pen->layout.n_pages);
  double x = head->x + head->width - 150;

  fram_print_text_draw (pen->cr, &(FramPrintBox){ x, head->y + 4, 150, 20 }, pen->sheet->site, &type);
  fram_print_text_draw (pen->cr, &(FramPrintBox){ x, head->y + 24, 150, 16 }, text, &type);
}

static void
draw_head (const FramPrintPen *pen)
{
  const FramPrintBox *head = &pen->layout.head;
  double room = head->width - 160, x = head->x;
  FramPrintType title = { FRAM_PRINT_TITLE, TRUE, PANGO_ALIGN_LEFT, 1, FALSE, &pen->palette->ink };
  FramPrintType span = { 12.5, FALSE, PANGO_ALIGN_LEFT, 1, FALSE, &pen->palette->ink };
  FramPrintType kind = { 10, FALSE, PANGO_ALIGN_LEFT, 1, FALSE, &pen->palette->dim };
  g_autofree char *words = fram_print_span_to_words (pen->sheet->kind, pen->sheet->from);

  fram_print_text_draw_on_line (pen->cr, x, head->y + 18, room, pen->sheet->name, &title);
  x += fram_print_text_draw_on_line (pen->cr, x, head->y + 36, room, words, &span);
  fram_print_text_draw_on_line (pen->cr, x + 10, head->y + 36, head->x + room - x - 10,
                                fram_print_kind_get_name (pen->sheet->kind), &kind);
  draw_page_number (pen);
}

static const char *
field_heading (FramPrintField field)
{
  switch (field)
    {
    case FRAM_FIELD_NAME: return C_ ("sheet", "Name");
    case FRAM_FIELD_PLAN: return C_ ("sheet", "Time");
    case FRAM_FIELD_CAME: return C_ ("sheet", "Came");
    case FRAM_FIELD_LEFT: return C_ ("sheet", "Left");
    case FRAM_FIELD_SIGNATURE: return C_ ("sheet", "Signature");
    case FRAM_FIELD_PLANNED_HOURS: return C_ ("sheet", "Planned hours");
    case FRAM_FIELD_STATUS: return C_ ("sheet", "Attendance");
    case FRAM_FIELD_LATE: return C_ ("sheet", "Minutes late");
    case FRAM_FIELD_ATTENDED_HOURS: return C_ ("sheet", "Attended hours");
    case FRAM_FIELD_SUM_HOURS: return C_ ("sheet", "Hours attended / planned");
    case FRAM_FIELD_RATE_ATTENDED: return C_ ("sheet", "Attended");
    case FRAM_FIELD_RATE_NOTICE: return C_ ("sheet", "Attended or gave notice");
    case FRAM_FIELD_UNMARKED: return C_ ("sheet", "Unmarked");
    case FRAM_FIELD_DAY:
    default: return "";
    }
}

static gboolean
is_left (FramPrintField field)
{
  return field == FRAM_FIELD_NAME || field == FRAM_FIELD_PLAN || field == FRAM_FIELD_STATUS ||
         field == FRAM_FIELD_SIGNATURE || field == FRAM_FIELD_CAME || field == FRAM_FIELD_LEFT;
}

static char *
date_heading (const FramPrintPen *pen, FramDate day)
{
  int y, m, d;

  fram_date_get_ymd (day, &y, &m, &d);
  if (pen->sheet->kind == FRAM_PRINT_MONTH)
    return g_strdup_printf ("%d", d);
  /* Translators: the heading of a day on a printed week: day of the month, number of the month */
  return g_strdup_printf (C_ ("sheet", "%1$d/%2$d"), d, m);
}

/* Of a month the weekday's first letter, of a week its name; of a day without work the date stands there too. */
static char *
weekday_heading (const FramPrintPen *pen, const FramPrintDay *day)
{
  int weekday = fram_date_get_weekday (day->day);
  const char *name = fram_weekday_short_name (weekday);
  g_autofree char *date = date_heading (pen, day->day);
  g_autofree char *both = g_strdup_printf ("%s %s", name, date);

  if (pen->sheet->kind == FRAM_PRINT_MONTH)
    return g_utf8_strup (name, g_utf8_next_char (name) - name);
  return fram_text_capitalise (day->note != NULL ? both : fram_weekday_name (weekday));
}

static void
draw_day_heading (const FramPrintPen *pen, const FramPrintColumn *column, const FramPrintBox *box)
{
  const FramPrintDay *day = &g_array_index (pen->sheet->days, FramPrintDay, column->day);
  gboolean month = pen->sheet->kind == FRAM_PRINT_MONTH;
  g_autofree char *weekday = weekday_heading (pen, day);
  g_autofree char *date = date_heading (pen, day->day);
  const char *below = month || day->note == NULL ? date : day->note;
  FramPrintType upper = { month ? 8.5 : 10.5, TRUE, PANGO_ALIGN_CENTER, 1, FALSE, &pen->palette->ink };
  FramPrintType lower = { month ? 8.5 : 9, FALSE, PANGO_ALIGN_CENTER, 1, FALSE, &pen->palette->ink };
  double middle = box->y + box->height / 2;

  fram_print_text_draw (pen->cr, &(FramPrintBox){ box->x, middle - 14, box->width, 14 }, weekday, &upper);
  fram_print_text_draw (pen->cr, &(FramPrintBox){ box->x, middle - 1, box->width, 14 }, below, &lower);
}

static void
draw_headings (const FramPrintPen *pen)
{
  const FramPrintBox *box = &pen->layout.headings;
  FramPrintType type = { 8.5, TRUE, PANGO_ALIGN_LEFT, 3, FALSE, &pen->palette->ink };

  fram_print_set_colour (pen->cr, &pen->palette->band);
  cairo_rectangle (pen->cr, box->x, box->y, box->width, box->height);
  cairo_fill (pen->cr);
  for (guint i = 0; i < pen->layout.n_columns; i++)
    {
      const FramPrintColumn *column = &pen->layout.columns[i];
      double pad = column->field == FRAM_FIELD_DAY ? 0 : PAD, more = column->field == FRAM_FIELD_STATUS ? 8 : 0;
      FramPrintBox cell = { column->x + pad + more, box->y, column->width - 2 * pad - more, box->height };

      type.align = is_left (column->field) ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT;
      if (column->field == FRAM_FIELD_DAY)
        draw_day_heading (pen, column, &cell);
      else
        fram_print_text_draw (pen->cr, &cell, field_heading (column->field), &type);
    }
  fram_print_draw_line (pen, box->x, box->y + box->height, box->x + box->width, box->y + box->height, 1,
                        &pen->palette->frame);
}

static void
draw_legend (const FramPrintPen *pen)
{
  FramPrintType type = { FRAM_PRINT_SMALL, FALSE, PANGO_ALIGN_LEFT, 1, FALSE, &pen->palette->ink };

  for (guint i = 0; i < pen->layout.n_legend; i++)
    {
      const FramPrintLegendItem *item = &pen->layout.legend[i];
      double x = pen->layout.foot.x + item->x, y = pen->layout.foot.y + 12 + item->line * 15.0;
      double room = pen->layout.foot.x + pen->layout.foot.width - x - 24;

      fram_print_draw_mark (pen, item->status, x, y, 10);
      fram_print_text_draw (pen->cr, &(FramPrintBox){ x + (item->status >= 0 ? 24 : 14), y - 8, room, 16 },
                            fram_print_legend_text (pen->sheet, item->status), &type);
    }
}

static char *
printed_text (const FramRosterSheet *sheet)
{
  g_autofree char *day = fram_date_to_day_month (fram_instant_get_date (sheet->printed_at));
  g_autofree char *time = fram_time_to_words (fram_instant_get_minute (sheet->printed_at));

  if (fram_print_kind_is_for_signatures (sheet->kind) || sheet->printed_by == NULL)
    /* Translators: the foot of a printed page: a date */
    return g_strdup_printf (C_ ("sheet", "Printed %s"), day);
  /* Translators: the foot of a printed page: date, time, who */
  return g_strdup_printf (C_ ("sheet", "Printed %1$s at %2$s by %3$s"), day, time, sheet->printed_by);
}

static void
draw_foot (const FramPrintPen *pen)
{
  const FramPrintBox *foot = &pen->layout.foot;
  FramPrintType type = { FRAM_PRINT_SMALL, FALSE, PANGO_ALIGN_LEFT, 1, FALSE, &pen->palette->dim };
  FramPrintBox line = { foot->x, foot->y + foot->height - 13, foot->width * 0.5 - 6, 13 };
  g_autofree char *printed = pen->sheet->printed_at != 0 ? printed_text (pen->sheet) : NULL;
  const char *what = fram_print_kind_is_for_signatures (pen->sheet->kind)
                         ? C_ ("sheet", "Sign on your own line.")
                         : C_ ("sheet", "About named people: not for the wall.");

  draw_legend (pen);
  fram_print_text_draw (pen->cr, &line, what, &type);
  line.x = foot->x + foot->width - line.width;
  type.align = PANGO_ALIGN_RIGHT;
  fram_print_text_draw (pen->cr, &line, printed, &type);
}

static void
draw_nobody (const FramPrintPen *pen)
{
  FramPrintType type = { 13, FALSE, PANGO_ALIGN_CENTER, 2, FALSE, &pen->palette->dim };
  g_autofree char *note = fram_roster_sheet_get_empty_note (pen->sheet);
  FramPrintBox box = pen->layout.body;

  box.height = MIN (box.height, 160);
  fram_print_text_draw (pen->cr, &box, note, &type);
}

/* The page stands in the middle of whatever it is drawn on, as large as it can. */
static void
fit_page (const FramPrintPen *pen, double width, double height)
{
  double scale = MIN (width / pen->layout.width, height / pen->layout.height);

  if (pen->palette->has_ground)
    {
      fram_print_set_colour (pen->cr, &pen->palette->ground);
      cairo_rectangle (pen->cr, 0, 0, width, height);
      cairo_fill (pen->cr);
    }
  cairo_translate (pen->cr, (width - scale * pen->layout.width) / 2, (height - scale * pen->layout.height) / 2);
  cairo_scale (pen->cr, scale, scale);
}

/**
 * fram_roster_sheet_n_pages:
 * @self: a finished sheet
 *
 * Returns: how many pages of A4 it has, 1 or more
 */
guint
fram_roster_sheet_n_pages (const FramRosterSheet *self)
{
  FramPrintLayout layout;

  fram_print_layout_init (&layout, self);
  return layout.n_pages;
}

/**
 * fram_roster_sheet_draw_page:
 * @self: a finished sheet
 * @page: a page, from 0
 * @palette: its colours
 * @width: what there is to draw on, in units of @cr
 * @height: likewise
 * @cr: where to draw
 *
 * Draws one page. Screen, paper, PDF, SVG and PNG are the same drawing.
 */
void
fram_roster_sheet_draw_page (const FramRosterSheet *self, guint page, const FramPrintPalette *palette, double width,
                             double height, cairo_t *cr)
{
  FramPrintPen pen = { .cr = cr, .sheet = self, .palette = palette, .page = page };

  g_return_if_fail (self != NULL && palette != NULL && cr != NULL && width > 0 && height > 0);
  fram_print_layout_init (&pen.layout, self);
  g_return_if_fail (page < pen.layout.n_pages);
  fram_print_layout_get_rows (&pen.layout, page, &pen.first, &pen.n);
  cairo_save (cr);
  fit_page (&pen, width, height);
  draw_head (&pen);
  draw_headings (&pen);
  fram_print_draw_rows (&pen);
  if (pen.layout.n_rows == 0)
    draw_nobody (&pen);
  if (page + 1 == pen.layout.n_pages && pen.layout.sums_height > 0)
    fram_print_draw_sums (&pen);
  draw_foot (&pen);
  cairo_restore (cr);
}
