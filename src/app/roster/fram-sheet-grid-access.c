#include "fram-sheet-grid-private.h"

#include "fram-sheet-words.h"

#include <glib/gi18n-lib.h>

/* For those who listen: a row of words per person in view, and the cell with the cursor. */

void
fram_sheet_grid_make_voices (FramSheetGrid *self)
{
  self->voices = fram_voices_new (GTK_WIDGET (self), C_ ("sheet", "No cell"));
}

void
fram_sheet_grid_remove_voices (FramSheetGrid *self)
{
  g_clear_pointer (&self->voices, fram_voices_free);
}

/**
 * fram_sheet_grid_to_words:
 * @self: a grid
 *
 * Returns: (transfer full): what the cell with the cursor says
 */
char *
fram_sheet_grid_to_words (FramSheetGrid *self)
{
  const FramSheetRow *row = fram_sheet_grid_get_row (self, self->cursor.row);
  const FramSheetDay *day = fram_sheet_grid_get_day (self, self->cursor.day);

  if (row == NULL || day == NULL)
    return g_strdup (C_ ("sheet", "No cell"));
  return fram_sheet_cell_to_words (row, row->cells != NULL ? &row->cells[self->cursor.day] : NULL, day);
}

/* The cell at the cursor is told; after a move by the other voice. */
void
fram_sheet_grid_speak (FramSheetGrid *self, gboolean take_keyboard)
{
  g_autofree char *words = fram_sheet_grid_to_words (self);

  fram_voices_speak (self->voices, words, take_keyboard);
}

static GdkRectangle
row_rect (FramSheetGrid *self, int row)
{
  double top = self->layout.head - fram_sheet_grid_get_offset (self, GTK_ORIENTATION_VERTICAL);

  return (GdkRectangle){ 0, (int)(top + MAX (0, row) * self->layout.row), gtk_widget_get_width (GTK_WIDGET (self)),
                         (int)self->layout.row };
}

/* After rows have changed or moved: which row each voice speaks for, and where it is. */
void
fram_sheet_grid_place_voices (FramSheetGrid *self)
{
  GdkRectangle rect;
  int first, last;

  fram_sheet_grid_get_rows_in_view (self, &first, &last);
  fram_voices_set_n_rows (self->voices, (guint)MAX (0, last - first + 1));
  for (int i = first; i <= last; i++)
    {
      rect = row_rect (self, i);
      fram_voices_place_row (self->voices, (guint)(i - first), &rect);
    }
  rect = row_rect (self, self->cursor.row);
  fram_voices_place (self->voices, &rect);
}

void
fram_sheet_grid_renew_voices (FramSheetGrid *self)
{
  int first, last;

  fram_sheet_grid_get_rows_in_view (self, &first, &last);
  for (int i = first; i <= last; i++)
    {
      g_autofree char *words = fram_sheet_row_to_words (self->sheet, fram_sheet_grid_get_row (self, i));

      fram_voices_say_row (self->voices, (guint)(i - first), words);
    }
}
