#include "fram-sheet-drawing.h"

#include "fram-sheet-words.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* Draws the cells of a person: marks as chips or stacked, with the plan beside them. */

/* What was typed and is not written yet stands in the cell already. */
static gboolean
is_typed (const FramSheetDrawing *d, const FramSheetRow *row, guint day)
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
draw_beside (const FramSheetDrawing *d, const FramSheetRow *row, guint day, double x, double y, double width,
             double height)
{
  const FramSheetCell *cell = &row->cells[day];
  g_autofree char *words = NULL;

  if (d->grid->typed_text != NULL && is_typed (d, row, day))
    {
      /* Translators: minutes late that are being typed in a cell */
      words = g_strdup_printf (C_ ("cell", "%s min"), d->grid->typed_text);
      fram_sheet_text (d, FRAM_SHEET_SMALL_BOLD, words, x, y, width, height, 0, fram_sheet_look_get_accent (d->look));
      return;
    }
  words = fram_sheet_cell_text (cell);
  fram_sheet_text_in_lines (d, FRAM_SHEET_TEXT, words, x, y, width, height, &d->dim);
}

static gboolean
is_to_come (const FramSheetDrawing *d, guint day)
{
  return g_array_index (d->sheet->days, FramSheetDay, day).day > d->sheet->today;
}

/* Shape and letter on a chip, with the plan beside it where there is room. */
static void
draw_chip_cell (const FramSheetDrawing *d, const FramSheetRow *row, guint day, double x, double y)
{
  const FramSheetCell *cell = &row->cells[day];
  const FramStatus *status = cell->marks[0].status != NULL ? cell->marks[0].status : cell->planned_status;
  gboolean wide = d->l->day >= fram_sheet_scaled (d, 100);
  double pad = wide ? fram_sheet_scaled (d, 10) : MAX (1, (d->l->day - fram_sheet_scaled (d, 44)) / 2);
  double chip = MIN (fram_sheet_scaled (d, 44), d->l->day - 2 * pad), height = fram_sheet_scaled (d, 32);
  double chip_y = y + (d->l->cell - height) / 2, used = chip + fram_sheet_scaled (d, 8);
  FramSheetMarkForm form = cell->planned_status != NULL ? FRAM_SHEET_OUTLINE : FRAM_SHEET_CHIP;

  if (cell->is_split)
    {
      fram_sheet_mark (d, cell->marks[0].status, FRAM_SHEET_CHIP, x + pad, chip_y, wide ? chip * 0.72 : chip / 2 - 1,
                       height);
      fram_sheet_mark (d, cell->marks[1].status, FRAM_SHEET_CHIP, x + pad + (wide ? chip * 0.72 + 2 : chip / 2 + 1),
                       chip_y, wide ? chip * 0.72 : chip / 2 - 1, height);
      used = (wide ? chip * 1.44 + 2 : chip) + fram_sheet_scaled (d, 8);
    }
  else if (status != NULL || !is_to_come (d, day))
    fram_sheet_mark (d, status, form, x + pad, chip_y, chip, height);
  else
    used = 0;
  if (wide)
    draw_beside (d, row, day, x + pad + used, y, d->l->day - 2 * pad - used + fram_sheet_scaled (d, 6), d->l->cell);
  else if (used == 0)
    {
      g_autofree char *plan = fram_time_range_to_text (cell->planned_from, cell->planned_to);
      gboolean fits = fram_sheet_look_width (d->look, FRAM_SHEET_SMALL, plan) <= d->l->day - 2;

      fram_sheet_text (d, FRAM_SHEET_SMALL, fits ? plan : "·", x + 1, y, d->l->day - 2, d->l->cell, 0.5, &d->dim);
    }
}

/* Shape over letter: what fits in a month. */
static void
draw_stack_cell (const FramSheetDrawing *d, const FramSheetRow *row, guint day, double x, double y)
{
  const FramSheetCell *cell = &row->cells[day];
  const FramStatus *status = cell->marks[0].status != NULL ? cell->marks[0].status : cell->planned_status;
  FramSheetMarkForm form = cell->planned_status != NULL ? FRAM_SHEET_STACK_OUTLINE : FRAM_SHEET_STACK;

  if (cell->is_split)
    {
      fram_sheet_mark (d, cell->marks[0].status, FRAM_SHEET_STACK, x, y, d->l->day / 2, d->l->cell);
      fram_sheet_mark (d, cell->marks[1].status, FRAM_SHEET_STACK, x + d->l->day / 2, y, d->l->day / 2, d->l->cell);
    }
  else if (status != NULL || !is_to_come (d, day))
    fram_sheet_mark (d, status, form, x, y, d->l->day, d->l->cell);
  else
    fram_sheet_text (d, FRAM_SHEET_TEXT, "·", x, y, d->l->day, d->l->cell, 0.5, &d->dim);
}

static void
draw_cell (const FramSheetDrawing *d, const FramSheetRow *row, guint day, double x, double y)
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
  if (chips && d->l->day >= fram_sheet_scaled (d, 100))
    fram_sheet_text (d, FRAM_SHEET_TEXT, "–", x + fram_sheet_scaled (d, 10), y, d->l->day, d->l->cell, 0, &d->dim);
  else
    fram_sheet_text (d, FRAM_SHEET_TEXT, "–", x, y, d->l->day, d->l->cell, 0.5, &d->dim);
}

void
fram_sheet_draw_cells (const FramSheetDrawing *d, const FramSheetRow *row, int at, double y)
{
  GdkRGBA chosen = fram_sheet_tint (fram_sheet_look_get_accent (d->look), 0.14);

  for (guint i = 0; i < d->l->n_days; i++)
    {
      double x = d->l->name + d->l->day_x[i] - d->left;

      if (x + d->l->day < d->l->name || x > d->width)
        continue;
      if (fram_sheet_grid_is_selected (d->grid, at, (int)i))
        fram_sheet_fill (d, &chosen, x, y + d->l->cell_y, d->l->day, d->l->cell);
      if (row->cells != NULL)
        draw_cell (d, row, i, x, y + d->l->cell_y);
    }
}
