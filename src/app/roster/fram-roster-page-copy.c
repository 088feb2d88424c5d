#include "fram-roster-page-private.h"

#include "fram-roster-words.h"
#include "fram-table.h"
#include "fram-text.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* The roster as a table for the clipboard: what is selected, or all of it. */

static void
add_row (GString *table, FramRosterRow *row)
{
  g_autofree char *plan = fram_time_range_to_text (row->planned_from, row->planned_to);
  g_autofree char *hours = row->attended_minutes >= 0 ? fram_hours_format (row->attended_minutes) : NULL;
  g_autofree char *late = row->minutes_late >= 0 ? g_strdup_printf ("%d", row->minutes_late) : NULL;

  if (row->kind == FRAM_ROSTER_BARE)
    return;
  fram_table_add_cell (table, row->name);
  fram_table_add_cell (table, plan);
  fram_table_add_cell (table, hours);
  fram_table_add_cell (table, row->status != NULL ? fram_status_get_name (row->status) : NULL);
  fram_table_add_cell (table, late);
  fram_table_add_cell (table, row->note);
  fram_table_end_row (table);
}

static void
add_heading (GString *table)
{
  fram_table_add_cell (table, C_ ("column", "Name"));
  fram_table_add_cell (table, C_ ("column", "Planned"));
  fram_table_add_cell (table, C_ ("column", "Hours"));
  fram_table_add_cell (table, C_ ("column", "Attendance"));
  fram_table_add_cell (table, C_ ("column", "Minutes late"));
  fram_table_add_cell (table, C_ ("column", "Note"));
  fram_table_end_row (table);
}

/* What is selected, or all in view. */
static GPtrArray *
rows_to_copy (FramRosterPage *self)
{
  g_autoptr (GPtrArray) selected = fram_roster_page_get_selected (self);
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < selected->len; i++)
    g_ptr_array_add (rows, fram_roster_line_get_row (selected->pdata[i]));
  for (guint i = 0; selected->len == 0 && i < fram_roster_page_get_n_lines (self); i++)
    g_ptr_array_add (rows, fram_roster_line_get_row (fram_roster_page_get_line (self, i)));
  return rows;
}

/**
 * fram_roster_page_dup_table:
 * @self: a page
 *
 * Returns: (transfer full) (nullable): the selected rows, or all in view, with a heading; columns parted by tabs
 */
char *
fram_roster_page_dup_table (FramRosterPage *self)
{
  g_autoptr (GPtrArray) rows = NULL;
  GString *table;

  if (self->roster == NULL || fram_roster_page_get_n_lines (self) == 0)
    return NULL;
  rows = rows_to_copy (self);
  table = g_string_new (NULL);
  add_heading (table);
  for (guint i = 0; i < rows->len; i++)
    add_row (table, g_ptr_array_index (rows, i));
  return g_string_free (table, FALSE);
}

/**
 * fram_roster_page_dup_people:
 * @self: a page
 *
 * Returns: (transfer full) (element-type FramUuid): the participants that fram_roster_page_dup_table() tells of
 */
GArray *
fram_roster_page_dup_people (FramRosterPage *self)
{
  g_autoptr (GPtrArray) rows = rows_to_copy (self);
  GArray *people = g_array_new (FALSE, FALSE, sizeof (FramUuid));

  for (guint i = 0; i < rows->len; i++)
    {
      FramRosterRow *row = g_ptr_array_index (rows, i);

      if (row->kind != FRAM_ROSTER_BARE)
        g_array_append_val (people, row->participant);
    }
  return people;
}
