#include "fram-print-layout.h"

#include "fram-print-text.h"

#include <math.h>

#define MM (72.0 / 25.4)

/* Office printers leave 4 to 6 mm free; 15 mm at the side leaves room for holes too. */
#define MARGIN_SIDE     (15 * MM)
#define MARGIN_TOP      (12 * MM)

#define HEAD_HEIGHT     50.0
#define FOOT_LINE       13.0
#define FOOT_GAP        8.0
#define LEGEND_LINE     15.0
#define LEGEND_GAP      10.0
#define LEGEND_MARK     24.0 /* shape and letter */
#define SIGNATURE_LEAST (FRAM_PRINT_SIGNATURE_HEIGHT + 1.5)
#define SIGNATURE_MOST  (17 * MM)
#define ROW_LEAST       20.0 /* what is marked may stand so close where it saves a page */
#define MAX_BLANK       3
#define WIDOW           3 /* the last page has no fewer rows, where there are so many */

/* Of each kind: height of the headings, of a row, and of the sums. */
static const struct
{
  double headings;
  double row;
  double sums;
} measures[FRAM_N_PRINT_KINDS] = {
  [FRAM_PRINT_SIGNATURES_DAY] = { 24, SIGNATURE_LEAST, 0 },
  [FRAM_PRINT_SIGNATURES_WEEK] = { 32, SIGNATURE_LEAST, 0 },
  [FRAM_PRINT_FILLED] = { 34, 25, 68 },
  [FRAM_PRINT_WEEK] = { 40, 25, 80 },
  [FRAM_PRINT_MONTH] = { 40, 23, 80 },
};

static void
add_column (FramPrintLayout *self, FramPrintField field, guint day, double width)
{
  FramPrintColumn *last = self->n_columns > 0 ? &self->columns[self->n_columns - 1] : NULL;
  double x = last != NULL ? last->x + last->width : self->area.x;

  g_assert (self->n_columns < FRAM_PRINT_MAX_COLUMNS);
  self->columns[self->n_columns++] = (FramPrintColumn){ field, day, x, width };
}

/* Widths in points; the column without one takes what is left. */
typedef struct
{
  FramPrintField field;
  double width;
} Width;

static void
add_columns (FramPrintLayout *self, const Width *widths, guint n)
{
  double taken = 0;

  for (guint i = 0; i < n; i++)
    taken += widths[i].width;
  for (guint i = 0; i < n; i++)
    add_column (self, widths[i].field, 0, widths[i].width > 0 ? widths[i].width : self->area.width - taken);
}

static void
add_day_signature_columns (FramPrintLayout *self)
{
  static const Width widths[] = { { FRAM_FIELD_NAME, 168 },
                                  { FRAM_FIELD_PLAN, 88 },
                                  { FRAM_FIELD_CAME, 50 },
                                  { FRAM_FIELD_LEFT, 50 },
                                  { FRAM_FIELD_SIGNATURE, 0 } };

  add_columns (self, widths, G_N_ELEMENTS (widths));
}

static void
add_filled_columns (FramPrintLayout *self)
{
  static const Width widths[] = {
    { FRAM_FIELD_NAME, 156 }, { FRAM_FIELD_PLAN, 78 }, { FRAM_FIELD_PLANNED_HOURS, 52 },
    { FRAM_FIELD_STATUS, 0 }, { FRAM_FIELD_LATE, 52 }, { FRAM_FIELD_ATTENDED_HOURS, 56 }
  };

  add_columns (self, widths, G_N_ELEMENTS (widths));
}

static void
add_day_columns (FramPrintLayout *self, const FramRosterSheet *sheet, double name, double beside)
{
  double width = (self->area.width - name - beside) / MAX (sheet->days->len, 1);

  add_column (self, FRAM_FIELD_NAME, 0, name);
  for (guint d = 0; d < sheet->days->len; d++)
    add_column (self, FRAM_FIELD_DAY, d, width);
}

static void
add_summed_columns (FramPrintLayout *self, const FramRosterSheet *sheet)
{
  static const Width widths[] = { { FRAM_FIELD_SUM_HOURS, 66 },
                                  { FRAM_FIELD_RATE_ATTENDED, 52 },
                                  { FRAM_FIELD_RATE_NOTICE, 56 },
                                  { FRAM_FIELD_UNMARKED, 60 } };

  add_day_columns (self, sheet, sheet->kind == FRAM_PRINT_WEEK ? 158 : 124, 234);
  add_columns (self, widths, G_N_ELEMENTS (widths));
}

static void
place_columns (FramPrintLayout *self, const FramRosterSheet *sheet)
{
  switch (sheet->kind)
    {
    case FRAM_PRINT_SIGNATURES_DAY: add_day_signature_columns (self); break;
    case FRAM_PRINT_SIGNATURES_WEEK: add_day_columns (self, sheet, 150, 0); break;
    case FRAM_PRINT_FILLED: add_filled_columns (self); break;
    case FRAM_PRINT_WEEK:
    case FRAM_PRINT_MONTH:
    case FRAM_N_PRINT_KINDS:
    default: add_summed_columns (self, sheet);
    }
}

/* Side by side, and on a new line where the paper ends. */
static void
place_legend (FramPrintLayout *self, const FramRosterSheet *sheet)
{
  double x = 0;

  self->n_legend_lines = fram_print_kind_is_for_signatures (sheet->kind) ? 0 : 1;
  for (int i = 0; self->n_legend_lines > 0 && i <= (int)sheet->statuses->len; i++)
    {
      int status = i < (int)sheet->statuses->len ? i : FRAM_PRINT_UNMARKED;
      double width = LEGEND_MARK + fram_print_text_width (fram_print_legend_text (sheet, status), FRAM_PRINT_SMALL);

      if (x > 0 && x + width > self->area.width)
        {
          self->n_legend_lines++;
          x = 0;
        }
      self->legend[self->n_legend++] = (FramPrintLegendItem){ status, self->n_legend_lines - 1, x };
      x += width + LEGEND_GAP;
    }
}

static void
place_boxes (FramPrintLayout *self, const FramRosterSheet *sheet)
{
  double legend = self->n_legend_lines * LEGEND_LINE;
  FramPrintBox area = self->area;
  double foot = FOOT_GAP + legend + FOOT_LINE;
  double top = HEAD_HEIGHT + measures[sheet->kind].headings;

  self->head = (FramPrintBox){ area.x, area.y, area.width, HEAD_HEIGHT };
  self->headings = (FramPrintBox){ area.x, area.y + HEAD_HEIGHT, area.width, measures[sheet->kind].headings };
  self->body = (FramPrintBox){ area.x, area.y + top, area.width, area.height - top - foot };
  self->foot = (FramPrintBox){ area.x, area.y + area.height - foot, area.width, foot };
}

static guint
rows_in (double height, double row)
{
  return (guint)MAX (floor (height / row + 1e-6), 1);
}

static void
break_pages (FramPrintLayout *self)
{
  self->rows_full = rows_in (self->body.height, self->row_height);
  self->rows_last = rows_in (self->body.height - self->sums_height, self->row_height);
  self->n_pages = 1;
  while ((self->n_pages - 1) * self->rows_full + self->rows_last < self->n_rows)
    self->n_pages++;
}

/* Boxes grow and lines for visitors come where a single page has room; they never make another page. */
static void
use_room (FramPrintLayout *self)
{
  guint first, n;

  if (self->n_rows == 0)
    return;
  fram_print_layout_get_rows (self, self->n_pages - 1, &first, &n);
  self->n_blank = MIN (self->rows_full - n, MAX_BLANK);
  if (self->n_pages > 1)
    return;
  self->row_height = CLAMP (self->body.height / (self->n_rows + self->n_blank), SIGNATURE_LEAST, SIGNATURE_MOST);
  self->rows_full = self->rows_last = rows_in (self->body.height, self->row_height);
}

/* Rows move together a little where all of them come to stand on one page so. */
static double
row_height (const FramPrintLayout *self, double wanted)
{
  double fits = (self->body.height - self->sums_height) / MAX (self->n_rows, 1);

  return fits < wanted && fits >= ROW_LEAST && wanted < SIGNATURE_LEAST ? fits : wanted;
}

/**
 * fram_print_layout_init:
 * @self: (out caller-allocates): the layout
 * @sheet: a finished sheet
 *
 * Works out columns, rows and pages.
 */
void
fram_print_layout_init (FramPrintLayout *self, const FramRosterSheet *sheet)
{
  *self = (FramPrintLayout){ .n_rows = sheet->rows->len };
  fram_print_kind_get_paper (sheet->kind, &self->width, &self->height);
  self->area = (FramPrintBox){ MARGIN_SIDE, MARGIN_TOP, self->width - 2 * MARGIN_SIDE, self->height - 2 * MARGIN_TOP };
  place_columns (self, sheet);
  place_legend (self, sheet);
  place_boxes (self, sheet);
  self->sums_height = self->n_rows > 0 ? measures[sheet->kind].sums : 0;
  self->row_height = row_height (self, measures[sheet->kind].row);
  break_pages (self);
  if (fram_print_kind_is_for_signatures (sheet->kind))
    use_room (self);
}

/* Rows on the pages before the last: all they hold, but a few are left for the last one. */
static guint
rows_before_last (const FramPrintLayout *self)
{
  guint full = (self->n_pages - 1) * self->rows_full;
  guint wanted = MIN (WIDOW, MIN (self->rows_last, self->n_rows));

  return self->n_pages == 1 ? 0 : MIN (full, self->n_rows - wanted);
}

/**
 * fram_print_layout_get_rows:
 * @self: a layout
 * @page: a page, from 0
 * @first: (out): the first person on it
 * @n: (out): how many people stand on it
 */
void
fram_print_layout_get_rows (const FramPrintLayout *self, guint page, guint *first, guint *n)
{
  guint before = rows_before_last (self);

  if (page + 1 >= self->n_pages)
    {
      *first = before;
      *n = page + 1 == self->n_pages ? self->n_rows - before : 0;
      return;
    }
  *first = MIN (page * self->rows_full, before);
  *n = MIN (self->rows_full, before - *first);
}

/**
 * fram_print_layout_get_cell:
 * @self: a layout
 * @column: one of its columns
 * @line: a line of the page, from 0
 *
 * Returns: where it stands
 */
FramPrintBox
fram_print_layout_get_cell (const FramPrintLayout *self, const FramPrintColumn *column, guint line)
{
  return (FramPrintBox){ column->x, self->body.y + line * self->row_height, column->width, self->row_height };
}

/**
 * fram_print_layout_get_sums:
 * @self: a layout
 *
 * Returns: where the sums stand on the last page
 */
FramPrintBox
fram_print_layout_get_sums (const FramPrintLayout *self)
{
  guint first, n;

  fram_print_layout_get_rows (self, self->n_pages - 1, &first, &n);
  return (FramPrintBox){ self->body.x, self->body.y + n * self->row_height, self->body.width, self->sums_height };
}
