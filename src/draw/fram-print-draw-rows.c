#include "fram-print-draw-private.h"

#include "fram-words.h"

#include <glib/gi18n-lib.h>

#define PAD 4.0

static FramPrintBox
inner (FramPrintBox box)
{
  return (FramPrintBox){ box.x + PAD, box.y, box.width - 2 * PAD, box.height };
}

/* A day in halves has a line for each. */
static FramPrintBox
nth_line (FramPrintBox box, guint n, guint of)
{
  box.height /= of;
  box.y += n * box.height;
  return box;
}

static void
hatch (const FramPrintPen *pen, const FramPrintBox *box)
{
  const double step = 6;

  cairo_save (pen->cr);
  cairo_rectangle (pen->cr, box->x, box->y, box->width, box->height);
  cairo_clip (pen->cr);
  fram_print_set_colour (pen->cr, &pen->palette->hatch);
  cairo_set_line_width (pen->cr, 0.6);
  for (double x = box->x - box->height; x < box->x + box->width; x += step)
    {
      cairo_move_to (pen->cr, x, box->y + box->height);
      cairo_line_to (pen->cr, x + box->height, box->y);
    }
  cairo_stroke (pen->cr);
  cairo_restore (pen->cr);
}

static void
put (const FramPrintPen *pen, FramPrintBox box, const char *text, double size, PangoAlignment align)
{
  FramPrintType type = { size, FALSE, align, 1, FALSE, &pen->palette->ink };

  fram_print_text_draw (pen->cr, &box, text, &type);
}

/* A list that many people sign is read from a distance. */
static double
body_size (const FramPrintPen *pen)
{
  return pen->sheet->kind == FRAM_PRINT_SIGNATURES_DAY ? FRAM_PRINT_LARGE : FRAM_PRINT_BODY;
}

static void
put_name (const FramPrintPen *pen, FramPrintBox box, const FramPrintRow *row)
{
  FramPrintType type = { body_size (pen), FALSE, PANGO_ALIGN_LEFT, 2, TRUE, &pen->palette->ink };

  fram_print_text_draw (pen->cr, &box, row->name, &type);
}

/* --- lists for signatures --- */

static void
draw_frame (const FramPrintPen *pen, const FramPrintBox *box)
{
  fram_print_set_colour (pen->cr, &pen->palette->frame);
  cairo_set_line_width (pen->cr, 0.75);
  cairo_rectangle (pen->cr, box->x, box->y, box->width, box->height);
  cairo_stroke (pen->cr);
}

/* The times stand at the left, so that the box's whole height is there to sign in. */
static void
draw_day_to_sign (const FramPrintPen *pen, const FramPrintColumn *column, const FramPrintBox *box,
                  const FramPrintCell *cell)
{
  const FramPrintDay *day = &g_array_index (pen->sheet->days, FramPrintDay, column->day);
  FramPrintType type = { FRAM_PRINT_SMALL, FALSE, PANGO_ALIGN_LEFT, 2, TRUE, &pen->palette->dim };
  g_autofree char *times = cell != NULL ? fram_print_cell_get_times (cell) : NULL;

  if (day->is_off || (cell != NULL && cell->n_parts == 0))
    hatch (pen, box);
  draw_frame (pen, box);
  if (times != NULL)
    fram_print_text_draw (pen->cr, &(FramPrintBox){ box->x + 3, box->y, 38, box->height }, times, &type);
}

static void
draw_cell_to_sign (const FramPrintPen *pen, const FramPrintColumn *column, guint line, const FramPrintRow *row)
{
  FramPrintBox box = fram_print_layout_get_cell (&pen->layout, column, line);
  FramPrintType type = { body_size (pen), FALSE, PANGO_ALIGN_LEFT, 2, TRUE, &pen->palette->ink };
  g_autofree char *times = NULL;

  if (column->field == FRAM_FIELD_DAY)
    {
      draw_day_to_sign (pen, column, &box, row != NULL ? &row->cells[column->day] : NULL);
      return;
    }
  draw_frame (pen, &box);
  if (row == NULL)
    return;
  times = column->field == FRAM_FIELD_PLAN ? fram_print_cell_get_times (&row->cells[0]) : NULL;
  box = inner (box);
  if (column->field == FRAM_FIELD_NAME)
    put_name (pen, box, row);
  else
    fram_print_text_draw (pen->cr, &box, times, &type);
}

/* --- a day that is marked --- */

static void
draw_status (const FramPrintPen *pen, const FramPrintBox *box, const FramPrintPart *part, double size)
{
  const char *name = fram_print_legend_text (pen->sheet, part->status);
  double middle = box->y + box->height / 2, text = box->x + size * 2.4;
  FramPrintType type = { size * 0.9, FALSE, PANGO_ALIGN_LEFT, 1, FALSE, &pen->palette->ink };

  if (part->status < 0)
    type.colour = &pen->palette->dim;
  fram_print_draw_mark (pen, part->status, box->x, middle, size);
  fram_print_text_draw (pen->cr, &(FramPrintBox){ text, box->y, box->x + box->width - text, box->height }, name, &type);
}

static void
draw_part (const FramPrintPen *pen, FramPrintField field, FramPrintBox box, const FramPrintPart *part, double size)
{
  g_autofree char *text = NULL;

  if (field == FRAM_FIELD_STATUS)
    draw_status (pen, &(FramPrintBox){ box.x + 8, box.y, box.width - 8, box.height }, part, size * 12 / 11);
  else if (field == FRAM_FIELD_PLAN)
    text = fram_time_range_to_text (part->planned_from, part->planned_to);
  else if (field == FRAM_FIELD_PLANNED_HOURS)
    text = fram_print_hours_to_text (part->planned_minutes);
  else if (field == FRAM_FIELD_LATE && part->status >= 0 && part->minutes_late > 0)
    text = g_strdup_printf ("%d", part->minutes_late);
  else if (field == FRAM_FIELD_ATTENDED_HOURS && part->status >= 0)
    text = fram_print_hours_to_text (part->attended_minutes);
  put (pen, box, text, size, field == FRAM_FIELD_PLAN ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
}

static void
draw_filled_cell (const FramPrintPen *pen, const FramPrintColumn *column, guint line, const FramPrintRow *row)
{
  FramPrintBox box = inner (fram_print_layout_get_cell (&pen->layout, column, line));
  const FramPrintCell *cell = &row->cells[0];

  if (column->field == FRAM_FIELD_NAME)
    put_name (pen, box, row);
  for (guint p = 0; column->field != FRAM_FIELD_NAME && p < cell->n_parts; p++)
    draw_part (pen, column->field, nth_line (box, p, cell->n_parts), &cell->parts[p],
               cell->n_parts > 1 ? FRAM_PRINT_SMALL : FRAM_PRINT_BODY);
}

/* --- a week or a month --- */

static double
mark_width (double size, int status)
{
  return status >= 0 ? size * 1.95 : size;
}

/* "10 min" where there is room for it */
static void
draw_late (const FramPrintPen *pen, FramPrintBox box, const FramPrintPart *part)
{
  g_autofree char *text = NULL;
  FramPrintType type = { FRAM_PRINT_SMALL, FALSE, PANGO_ALIGN_LEFT, 1, FALSE, &pen->palette->dim };

  if (part->status < 0 || part->minutes_late <= 0 || box.width < 34)
    return;
  /* Translators: minutes late, beside the mark */
  text = g_strdup_printf (C_ ("sheet", "%d min"), part->minutes_late);
  fram_print_text_draw (pen->cr, &box, text, &type);
}

static void
draw_day_mark (const FramPrintPen *pen, FramPrintBox box, const FramPrintPart *part, double most)
{
  gboolean week = pen->sheet->kind == FRAM_PRINT_WEEK;
  double size = MIN (most, MIN (box.height * 0.9, (box.width - 1) / 1.95));
  double width = mark_width (size, part->status);
  double x = week ? box.x + box.width / 2 - 27 : box.x + (box.width - width) / 2;
  double after = x + size * 2.3;

  fram_print_draw_mark (pen, part->status, x, box.y + box.height / 2, size);
  if (week)
    draw_late (pen, (FramPrintBox){ after, box.y, box.x + box.width - after, box.height }, part);
}

static void
draw_day_cell (const FramPrintPen *pen, const FramPrintColumn *column, const FramPrintBox *box, const FramPrintRow *row)
{
  const FramPrintDay *day = &g_array_index (pen->sheet->days, FramPrintDay, column->day);
  const FramPrintCell *cell = &row->cells[column->day];
  double most = pen->sheet->kind == FRAM_PRINT_WEEK ? 12 : 9;

  if (day->is_off && cell->n_parts == 0)
    hatch (pen, box);
  for (guint p = 0; p < cell->n_parts; p++)
    if (!cell->parts[p].to_come)
      draw_day_mark (pen, nth_line (*box, p, cell->n_parts), &cell->parts[p], most);
}

static char *
hours_of (int attended, int planned)
{
  g_autofree char *came = fram_print_hours_to_text (attended);
  g_autofree char *plan = fram_print_hours_to_text (planned);

  /* Translators: hours attended of hours planned */
  return g_strdup_printf (C_ ("sheet", "%1$s / %2$s"), came, plan);
}

static char *
summed_text (FramPrintField field, const FramAttendanceTotals *totals, int attended, int planned)
{
  switch ((int)field)
    {
    case FRAM_FIELD_SUM_HOURS: return hours_of (attended, planned);
    case FRAM_FIELD_RATE_ATTENDED: return fram_print_rate_to_text (fram_attendance_rate_attended (totals));
    case FRAM_FIELD_RATE_NOTICE: return fram_print_rate_to_text (fram_attendance_rate_attended_or_notice (totals));
    case FRAM_FIELD_UNMARKED: return g_strdup_printf ("%d", totals->unmarked);
    default: return NULL;
    }
}

static void
draw_summed_cell (const FramPrintPen *pen, const FramPrintColumn *column, guint line, const FramPrintRow *row)
{
  FramPrintBox box = fram_print_layout_get_cell (&pen->layout, column, line);
  g_autofree char *text = summed_text (column->field, &row->totals, row->attended_minutes, row->planned_minutes);

  if (column->field == FRAM_FIELD_DAY)
    draw_day_cell (pen, column, &box, row);
  else if (column->field == FRAM_FIELD_NAME)
    put_name (pen, inner (box), row);
  else
    put (pen, inner (box), text, pen->sheet->kind == FRAM_PRINT_WEEK ? 10.5 : 10, PANGO_ALIGN_RIGHT);
}

/* Monday's line is heavier, so that weeks stand apart in a month. */
static void
draw_day_lines (const FramPrintPen *pen, double bottom)
{
  for (guint i = 0; i < pen->layout.n_columns; i++)
    {
      const FramPrintColumn *column = &pen->layout.columns[i];
      gboolean monday = column->field == FRAM_FIELD_DAY && pen->sheet->kind == FRAM_PRINT_MONTH &&
                        fram_date_get_weekday (g_array_index (pen->sheet->days, FramPrintDay, column->day).day) == 1;

      if (column->field == FRAM_FIELD_DAY || column->field == FRAM_FIELD_SUM_HOURS)
        fram_print_draw_line (pen, column->x, pen->layout.body.y, column->x, bottom, monday ? 1 : FRAM_PRINT_LINE,
                              monday ? &pen->palette->frame : &pen->palette->rule);
    }
}

static void
draw_row (const FramPrintPen *pen, guint line, const FramPrintRow *row)
{
  for (guint i = 0; i < pen->layout.n_columns; i++)
    {
      const FramPrintColumn *column = &pen->layout.columns[i];

      if (fram_print_kind_is_for_signatures (pen->sheet->kind))
        draw_cell_to_sign (pen, column, line, row);
      else if (pen->sheet->kind == FRAM_PRINT_FILLED)
        draw_filled_cell (pen, column, line, row);
      else
        draw_summed_cell (pen, column, line, row);
    }
}

/* The page's people, and on the last page the empty lines for visitors. */
void
fram_print_draw_rows (const FramPrintPen *pen)
{
  const FramPrintBox *body = &pen->layout.body;
  guint blank = pen->page + 1 == pen->layout.n_pages ? pen->layout.n_blank : 0;
  double bottom = body->y + pen->n * pen->layout.row_height;

  for (guint line = 0; line < pen->n + blank; line++)
    draw_row (pen, line, line < pen->n ? g_ptr_array_index (pen->sheet->rows, pen->first + line) : NULL);
  if (fram_print_kind_is_for_signatures (pen->sheet->kind))
    return;
  for (guint line = 1; line <= pen->n; line++)
    {
      double y = body->y + line * pen->layout.row_height;

      fram_print_draw_line (pen, body->x, y, body->x + body->width, y, FRAM_PRINT_LINE, &pen->palette->rule);
    }
  if (pen->sheet->kind != FRAM_PRINT_FILLED)
    draw_day_lines (pen, bottom);
}

/* --- sums --- */

#define SUM_LINE 18.0

static char *
day_sum (const FramAttendanceTotals *totals, guint line)
{
  const int values[] = { totals->expected, totals->attended, totals->unmarked };

  if (totals->expected == 0)
    return NULL;
  return g_strdup_printf ("%d", values[line]);
}

static void
draw_sum_line (const FramPrintPen *pen, const FramPrintBox *sums, guint line)
{
  const char *const names[] = { C_ ("sheet", "Expected"), C_ ("sheet", "Present"), C_ ("sheet", "Unmarked") };
  FramPrintType type = { 10, TRUE, PANGO_ALIGN_LEFT, 1, FALSE, &pen->palette->ink };

  for (guint i = 0; i < pen->layout.n_columns; i++)
    {
      const FramPrintColumn *column = &pen->layout.columns[i];
      FramPrintBox box = { column->x, sums->y + line * SUM_LINE, column->width, SUM_LINE };
      g_autofree char *text = NULL;

      if (column->field == FRAM_FIELD_DAY)
        text = day_sum (&g_array_index (pen->sheet->days, FramPrintDay, column->day).totals, line);
      else if (column->field == FRAM_FIELD_NAME)
        text = g_strdup (names[line]);
      type.align = column->field == FRAM_FIELD_NAME ? PANGO_ALIGN_LEFT : PANGO_ALIGN_CENTER;
      if (column->field == FRAM_FIELD_NAME)
        box = inner (box);
      fram_print_text_draw (pen->cr, &box, text, &type);
    }
}

/* Sums of everybody stand beside all three lines; many hours need two of them. */
static void
draw_sums_of_all (const FramPrintPen *pen, const FramPrintBox *sums)
{
  FramPrintType type = { 10, TRUE, PANGO_ALIGN_RIGHT, 2, TRUE, &pen->palette->ink };

  for (guint i = 0; i < pen->layout.n_columns; i++)
    {
      const FramPrintColumn *column = &pen->layout.columns[i];
      FramPrintBox box = inner ((FramPrintBox){ column->x, sums->y, column->width, 3 * SUM_LINE });
      g_autofree char *text =
          summed_text (column->field, &pen->sheet->totals, pen->sheet->attended_minutes, pen->sheet->planned_minutes);

      fram_print_text_draw (pen->cr, &box, text, &type);
    }
}

static void
draw_note (const FramPrintPen *pen, FramPrintBox box)
{
  FramPrintType type = { FRAM_PRINT_SMALL, FALSE, PANGO_ALIGN_LEFT, 2, FALSE, &pen->palette->ink };
  g_autofree char *note = fram_roster_sheet_get_rates_note (pen->sheet);

  fram_print_text_draw (pen->cr, &box, note, &type);
}

static void
draw_day_sums (const FramPrintPen *pen, const FramPrintBox *sums)
{
  FramPrintType type = { 10, TRUE, PANGO_ALIGN_LEFT, 2, FALSE, &pen->palette->ink };
  g_autofree char *counts = fram_roster_sheet_get_counts (pen->sheet);
  g_autofree char *hours = hours_of (pen->sheet->attended_minutes, pen->sheet->planned_minutes);
  g_autofree char *attended = fram_print_rate_to_text (fram_attendance_rate_attended (&pen->sheet->totals));
  g_autofree char *notice = fram_print_rate_to_text (fram_attendance_rate_attended_or_notice (&pen->sheet->totals));
  /* Translators: the sums under a printed day: hours "28 / 36", two rates */
  g_autofree char *rates = g_strdup_printf (
      _ ("Hours attended / planned: %1$s · Attended: %2$s · Attended or gave notice: %3$s"), hours, attended, notice);
  FramPrintBox box = inner ((FramPrintBox){ sums->x, sums->y + 4, sums->width, 26 });

  fram_print_text_draw (pen->cr, &box, counts, &type);
  type.bold = FALSE;
  type.lines = 1;
  fram_print_text_draw (pen->cr, &(FramPrintBox){ box.x, box.y + 26, box.width, 14 }, rates, &type);
  draw_note (pen, (FramPrintBox){ box.x, box.y + 40, box.width, 22 });
}

/* What the last page has under its last row. */
void
fram_print_draw_sums (const FramPrintPen *pen)
{
  FramPrintBox sums = fram_print_layout_get_sums (&pen->layout);

  fram_print_draw_line (pen, sums.x, sums.y, sums.x + sums.width, sums.y, 1, &pen->palette->frame);
  if (pen->sheet->kind == FRAM_PRINT_FILLED)
    {
      draw_day_sums (pen, &sums);
      return;
    }
  for (guint line = 0; line < 3; line++)
    draw_sum_line (pen, &sums, line);
  draw_sums_of_all (pen, &sums);
  draw_note (pen, inner ((FramPrintBox){ sums.x, sums.y + 3 * SUM_LINE + 4, sums.width, 24 }));
}
