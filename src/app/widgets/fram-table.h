#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/* A table for the clipboard: cells parted by tabs, rows by line ends, the first row the heading. Spreadsheets take it as it
 * is; letters get it as HTML. */

void fram_table_add_cell (GString *table, const char *text);
void fram_table_end_row (GString *table);
guint fram_table_count_rows (const char *table);
char *fram_table_to_html (const char *table);
GdkContentProvider *fram_table_to_content (const char *table);

G_END_DECLS
