#include "fram-table.h"

#include <string.h>

/* What a spreadsheet would calculate. A telephone number begins with + too. */
static gboolean
is_formula (const char *text)
{
  return text[0] != '\0' && text[1] != '\0' && strchr ("=+-@", text[0]) != NULL && g_ascii_strtod (text, NULL) == 0;
}

/**
 * fram_table_add_cell:
 * @table: a table
 * @text: (nullable): what stands in the next cell
 *
 * Tabs and line ends become spaces, so that columns stay columns; what a spreadsheet would take for a formula stays text.
 */
void
fram_table_add_cell (GString *table, const char *text)
{
  gsize start = table->len;

  if (text == NULL)
    text = "";
  if (is_formula (text))
    g_string_append_c (table, '\'');
  g_string_append (table, text);
  for (gsize i = start; i < table->len; i++)
    if (strchr ("\t\r\n\v\f", table->str[i]) != NULL)
      table->str[i] = ' ';
  g_string_append_c (table, '\t');
}

/**
 * fram_table_end_row:
 * @table: a table
 *
 * The next cell begins another row.
 */
void
fram_table_end_row (GString *table)
{
  if (table->len > 0 && table->str[table->len - 1] == '\t')
    table->str[table->len - 1] = '\n';
  else
    g_string_append_c (table, '\n');
}

/**
 * fram_table_count_rows:
 * @table: a table
 *
 * Returns: how many rows there are below the heading
 */
guint
fram_table_count_rows (const char *table)
{
  guint n = 0;

  for (const char *c = table; *c != '\0'; c++)
    if (*c == '\n')
      n++;
  return n > 0 ? n - 1 : 0;
}

static void
append_row (GString *html, const char *row, const char *tag)
{
  g_auto (GStrv) cells = g_strsplit (row, "\t", -1);

  g_string_append (html, "<tr>");
  for (guint i = 0; cells[i] != NULL; i++)
    {
      g_autofree char *escaped = g_markup_escape_text (cells[i], -1);

      g_string_append_printf (html, "<%s>%s</%s>", tag, escaped, tag);
    }
  g_string_append (html, "</tr>\n");
}

/**
 * fram_table_to_html:
 * @table: a table
 *
 * Returns: (transfer full): the same as an HTML document
 */
char *
fram_table_to_html (const char *table)
{
  GString *html = g_string_new ("<meta charset=\"utf-8\"><table border=\"1\">\n");
  g_auto (GStrv) rows = g_strsplit (table, "\n", -1);

  for (guint i = 0; rows[i] != NULL; i++)
    if (rows[i + 1] != NULL) /* nothing follows the last line end */
      append_row (html, rows[i], i == 0 ? "th" : "td");
  g_string_append (html, "</table>\n");
  return g_string_free (html, FALSE);
}

/**
 * fram_table_to_content:
 * @table: a table
 *
 * Returns: (transfer full): what goes to the clipboard, as text and as HTML
 */
GdkContentProvider *
fram_table_to_content (const char *table)
{
  char *html = fram_table_to_html (table);
  g_autoptr (GBytes) bytes = g_bytes_new_take (html, strlen (html));
  GdkContentProvider *forms[] = { gdk_content_provider_new_for_bytes ("text/html", bytes),
                                  gdk_content_provider_new_typed (G_TYPE_STRING, table) };

  return gdk_content_provider_new_union (forms, G_N_ELEMENTS (forms));
}
