#include "fram-roster-page-private.h"

#include "fram-roster-words.h"
#include "fram-text.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* The roster as a table for the clipboard: what is selected, or all of it. */

/* A cell holds no tab and no line of its own. */
static void
add_cell (GString *table, const char *text, gboolean last)
{
  g_autofree char *cell = g_strdup (text != NULL ? text : "");

  g_strdelimit (cell, "\t\r\n", ' ');
  g_string_append (table, cell);
  g_string_append_c (table, last ? '\n' : '\t');
}

static void
add_row (GString *table, FramRosterRow *row)
{
  g_autofree char *plan = fram_time_range_to_text (row->planned_from, row->planned_to);
  g_autofree char *hours = row->attended_minutes >= 0 ? fram_hours_format (row->attended_minutes) : NULL;
  g_autofree char *late = row->minutes_late >= 0 ? g_strdup_printf ("%d", row->minutes_late) : NULL;

  if (row->kind == FRAM_ROSTER_BARE)
    return;
  add_cell (table, row->name, FALSE);
  add_cell (table, plan, FALSE);
  add_cell (table, hours, FALSE);
  add_cell (table, row->status != NULL ? fram_status_get_name (row->status) : NULL, FALSE);
  add_cell (table, late, FALSE);
  add_cell (table, row->note, TRUE);
}

static void
add_heading (GString *table)
{
  add_cell (table, C_ ("column", "Name"), FALSE);
  add_cell (table, C_ ("column", "Planned"), FALSE);
  add_cell (table, C_ ("column", "Hours"), FALSE);
  add_cell (table, C_ ("column", "Attendance"), FALSE);
  add_cell (table, C_ ("column", "Minutes late"), FALSE);
  add_cell (table, C_ ("column", "Note"), TRUE);
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
  g_autoptr (GPtrArray) selected = fram_roster_page_get_selected (self);
  GString *table;

  if (self->roster == NULL || fram_roster_page_get_n_lines (self) == 0)
    return NULL;
  table = g_string_new (NULL);
  add_heading (table);
  for (guint i = 0; i < selected->len; i++)
    add_row (table, fram_roster_line_get_row (selected->pdata[i]));
  for (guint i = 0; selected->len == 0 && i < fram_roster_page_get_n_lines (self); i++)
    add_row (table, fram_roster_line_get_row (fram_roster_page_get_line (self, i)));
  return g_string_free (table, FALSE);
}
