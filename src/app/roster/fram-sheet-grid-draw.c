#include "fram-sheet-drawing.h"

#include "fram-sheet-words.h"

#include <glib/gi18n-lib.h>

/* Draws what of a sheet is in view, and nothing else. */

static double
draw_badges (const FramSheetDrawing *d, const FramSheetRow *row, double x, double y, double room)
{
  double height = fram_sheet_scaled (d, 20), right = x + room, top = y;
  gboolean first = FALSE;

  for (guint i = 0; row->cells != NULL && i < d->l->n_days; i++)
    first = first || (row->cells[i].first_day && row->cells[i].kind != FRAM_CELL_NONE);
  if (row->unnotified_in_a_row > 1)
    {
      const FramStatus *status = fram_sheet_find_status (d, "absent_unnotified");
      g_autofree char *words =
          g_strdup_printf ("%u %s", row->unnotified_in_a_row, status != NULL ? fram_status_get_letter (status) : "");
      double width = fram_sheet_look_width (d->look, FRAM_SHEET_SMALL_BOLD, words) + fram_sheet_scaled (d, 14);

      right -= width;
      fram_sheet_look_badge (d->look, d->snapshot, words, FRAM_INK_ERROR,
                             &GRAPHENE_RECT_INIT (right, top, width, height));
    }
  else if (first && d->l->form == FRAM_SHEET_WIDE && d->l->kind == FRAM_SHEET_WEEK)
    {
      const char *words = C_ ("badge", "First day");
      double width = fram_sheet_look_width (d->look, FRAM_SHEET_SMALL_BOLD, words) + fram_sheet_scaled (d, 16);

      right -= width;
      fram_sheet_look_badge (d->look, d->snapshot, words, FRAM_INK_INFO,
                             &GRAPHENE_RECT_INIT (right, top, width, height));
    }
  return MAX (0, right - x - fram_sheet_scaled (d, 4));
}

static void
draw_protected (const FramSheetDrawing *d, double x, double y, double room, double height)
{
  const char *words = C_ ("badge", "Protected");

  if (room > fram_sheet_look_width (d->look, FRAM_SHEET_SMALL, words) * 0.8)
    fram_sheet_text (d, FRAM_SHEET_SMALL, words, x, y, room, height, 0, &d->dim);
}

/* In a narrow window the sums stand under the name. */
static void
draw_name (const FramSheetDrawing *d, const FramSheetRow *row, double y)
{
  gboolean narrow = d->l->form == FRAM_SHEET_NARROW, month = narrow && d->l->kind == FRAM_SHEET_MONTH;
  double x = fram_sheet_scaled (d, narrow ? 12 : 18),
         width = (month ? d->width : d->l->name) - x - fram_sheet_scaled (d, narrow ? 6 : 8);
  double height = narrow ? fram_sheet_scaled (d, month && !d->l->is_stacked ? 36 : 26) : d->l->row, room, used;
  double half = month && !d->l->is_stacked ? width / 2 : width;

  room = draw_badges (d, row, x, y + (height - fram_sheet_scaled (d, 20)) / 2, half);
  used = fram_sheet_text (d, FRAM_SHEET_BOLD, row->name, x, y, room, height, 0, row->is_bare ? &d->dim : &d->text);
  if (row->is_protected && !row->is_bare)
    draw_protected (d, x + used + fram_sheet_scaled (d, 8), y + 1, room - used - fram_sheet_scaled (d, 8), height);
  if (!narrow || row->is_bare)
    return;
  if (month)
    {
      fram_sheet_draw_rates (d, &row->sums, x + width - half, y + d->l->rates_y, half, fram_sheet_scaled (d, 36),
                             d->l->is_stacked ? 0 : 1);
      fram_sheet_draw_hours (d, &row->sums, x, y + d->l->hours_y, width, fram_sheet_scaled (d, 22), 0);
      return;
    }
  fram_sheet_draw_hours (d, &row->sums, x, y + fram_sheet_scaled (d, 24), width, fram_sheet_scaled (d, 18), 0);
  fram_sheet_draw_rates (d, &row->sums, x, y + fram_sheet_scaled (d, 42), width, fram_sheet_scaled (d, 34), 0);
}

/* The counts of a person in a narrow month, at the end of the line of hours or under it. */
static void
draw_narrow_counts (const FramSheetDrawing *d, const FramSheetRow *row, double y)
{
  double x = d->width - fram_sheet_scaled (d, 10), top = y + d->l->counts_y,
         step = MIN (fram_sheet_scaled (d, 38), (x - fram_sheet_scaled (d, 10)) / FRAM_SHEET_COUNTS);

  for (int i = FRAM_SHEET_COUNTS - 1; i >= 0; i--)
    {
      const FramStatus *status = fram_sheet_find_status (d, fram_sheet_get_counted ((guint)i));
      g_autofree char *figure = g_strdup_printf ("%d", fram_sheet_count_of (d, &row->sums, (guint)i));

      x -= step;
      if (status != NULL)
        fram_sheet_mark (d, status, FRAM_SHEET_SHAPE, x, top, fram_sheet_scaled (d, 16), fram_sheet_scaled (d, 22));
      fram_sheet_text (d, FRAM_SHEET_SMALL, figure, x + fram_sheet_scaled (d, 18), top, step, fram_sheet_scaled (d, 22),
                       0, &d->dim);
    }
}

static void
draw_row (const FramSheetDrawing *d, int at)
{
  const FramSheetRow *row = fram_sheet_grid_get_row (d->grid, at);
  double y = d->l->head + at * d->l->row - d->top;
  gboolean lines = d->l->form == FRAM_SHEET_NARROW && d->l->kind == FRAM_SHEET_MONTH;

  gtk_snapshot_push_clip (d->snapshot, &GRAPHENE_RECT_INIT (d->l->name, y, d->width - d->l->name, d->l->row));
  fram_sheet_draw_cells (d, row, at, y);
  if (!row->is_bare)
    fram_sheet_draw_sums (d, &row->sums, y, d->l->row);
  gtk_snapshot_pop (d->snapshot);
  draw_name (d, row, y);
  if (lines && !row->is_bare)
    draw_narrow_counts (d, row, y);
  fram_sheet_fill (d, &d->line, 0, y + d->l->row - 1, d->width, 1);
}

static void
draw_grounds (const FramSheetDrawing *d)
{
  GdkRGBA accent = fram_sheet_tint (fram_sheet_look_get_accent (d->look), 0.07),
          off = fram_sheet_look_get_ink (d->look, FRAM_INK_TROUGH);
  double bottom = d->height - d->l->foot, end = MIN (bottom, d->l->head + d->sheet->rows->len * d->l->row - d->top);
  gboolean lines = d->l->form == FRAM_SHEET_NARROW && d->l->kind == FRAM_SHEET_MONTH;

  gtk_snapshot_push_clip (d->snapshot, &GRAPHENE_RECT_INIT (d->l->name, 0, d->width - d->l->name, d->height));
  for (guint i = 0; i < d->l->n_days; i++)
    {
      const FramSheetDay *day = &g_array_index (d->sheet->days, FramSheetDay, i);
      double x = d->l->name + d->l->day_x[i] - d->left;

      if (day->day == d->sheet->today)
        fram_sheet_fill (d, &accent, x, 0, d->l->day, d->height);
      if (day->is_off)
        fram_sheet_fill (d, &off, x, d->l->head, d->l->day, end - d->l->head);
      if (!lines)
        fram_sheet_fill (d, &d->line, x, 0, 1, d->height);
    }
  if (d->l->form != FRAM_SHEET_NARROW)
    fram_sheet_fill (d, &d->line, d->l->name + d->l->counts_x - d->left, 0, 1, d->height);
  gtk_snapshot_pop (d->snapshot);
}

/* A frame around the cell with the keyboard; thinner while the keyboard is elsewhere. */
static void
draw_cursor (const FramSheetDrawing *d)
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
  FramSheetDrawing d = { self, &self->layout, self->look, snapshot, self->sheet };
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
  fram_sheet_draw_head (&d);
  fram_sheet_draw_foot (&d);
  draw_cursor (&d);
}
