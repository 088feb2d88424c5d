#include "fram-sheet-page-private.h"

#include "fram-sheet-words.h"
#include "fram-table.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* What is selected of a sheet, or all of it, as a table for the clipboard. */

typedef struct
{
  int first_row, last_row;
  int first_day, last_day;
} Part;

/* A single cell is where the cursor is, nothing that somebody chose. */
static Part
part_to_copy (FramSheetPage *self)
{
  g_autoptr (GArray) places = fram_sheet_grid_get_selected (self->grid);
  Part part = { 0, (int)self->sheet->rows->len - 1, 0, (int)self->sheet->days->len - 1 };
  const FramSheetPlace *first, *last;

  if (places->len < 2)
    return part;
  first = &g_array_index (places, FramSheetPlace, 0);
  last = &g_array_index (places, FramSheetPlace, places->len - 1);
  return (Part){ first->row, last->row, first->day, last->day };
}

static void
add_heading (GString *table, const FramSheet *sheet, const Part *part)
{
  fram_table_add_cell (table, C_ ("column", "Name"));
  for (int d = part->first_day; d <= part->last_day; d++)
    {
      char day[FRAM_DATE_TEXT_SIZE];

      fram_table_add_cell (table, fram_date_format (g_array_index (sheet->days, FramSheetDay, (guint)d).day, day));
    }
  fram_table_add_cell (table, C_ ("column", "Hours"));
  fram_table_add_cell (table, C_ ("column", "Planned"));
  fram_table_add_cell (table, C_ ("column", "Attended"));
  fram_table_end_row (table);
}

static void
add_row (GString *table, const FramSheetRow *row, const Part *part)
{
  g_autofree char *done = NULL, *planned = NULL, *rate = NULL;

  fram_table_add_cell (table, row->name);
  for (int d = part->first_day; d <= part->last_day; d++)
    {
      const FramStatus *status = row->cells != NULL ? fram_sheet_cell_get_status (&row->cells[d]) : NULL;

      fram_table_add_cell (table, status != NULL ? fram_status_get_name (status) : "");
    }
  done = fram_sheet_clock_hours (row->sums.attended_minutes);
  planned = fram_sheet_clock_hours (row->sums.planned_minutes);
  rate = fram_sheet_rate_text (fram_attendance_rate_attended (&row->sums.counts));
  fram_table_add_cell (table, row->is_bare ? "" : done);
  fram_table_add_cell (table, row->is_bare ? "" : planned);
  fram_table_add_cell (table, row->is_bare ? "" : rate);
  fram_table_end_row (table);
}

/**
 * fram_sheet_page_dup_table:
 * @self: a page
 *
 * Returns: (transfer full) (nullable): the selected people and days, or all in view, with a heading; columns parted by tabs
 */
char *
fram_sheet_page_dup_table (FramSheetPage *self)
{
  GString *table;
  Part part;

  if (self->sheet == NULL || self->sheet->rows->len == 0)
    return NULL;
  part = part_to_copy (self);
  table = g_string_new (NULL);
  add_heading (table, self->sheet, &part);
  for (int r = part.first_row; r <= part.last_row; r++)
    add_row (table, g_ptr_array_index (self->sheet->rows, (guint)r), &part);
  return g_string_free (table, FALSE);
}

/**
 * fram_sheet_page_dup_people:
 * @self: a page
 *
 * Returns: (transfer full) (element-type FramUuid): the participants that fram_sheet_page_dup_table() tells of
 */
GArray *
fram_sheet_page_dup_people (FramSheetPage *self)
{
  GArray *people = g_array_new (FALSE, FALSE, sizeof (FramUuid));
  Part part;

  if (self->sheet == NULL || self->sheet->rows->len == 0)
    return people;
  part = part_to_copy (self);
  for (int r = part.first_row; r <= part.last_row; r++)
    {
      const FramSheetRow *row = g_ptr_array_index (self->sheet->rows, (guint)r);

      if (!row->is_bare)
        g_array_append_val (people, row->participant);
    }
  return people;
}
