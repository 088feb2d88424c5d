#include "fram-csv.h"

#include <string.h>

/**
 * fram_csv_append_field:
 * @out: where it goes
 * @text: (nullable): a field's text
 *
 * Writes a field, in quotes where RFC 4180 asks for them.
 */
void
fram_csv_append_field (GString *out, const char *text)
{
  if (text == NULL)
    return;
  if (strpbrk (text, ",\"\r\n") == NULL)
    {
      g_string_append (out, text);
      return;
    }
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

/**
 * fram_csv_append_row:
 * @out: where it goes
 * @fields: (array length=n_fields): texts, %NULL for empty
 * @n_fields: how many
 *
 * Writes a row with its CR LF.
 */
void
fram_csv_append_row (GString *out, const char *const *fields, guint n_fields)
{
  /* one empty field alone would look like an empty line */
  if (n_fields == 1 && (fields[0] == NULL || fields[0][0] == '\0'))
    g_string_append (out, "\"\"");
  for (guint i = 0; i < n_fields; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      fram_csv_append_field (out, fields[i]);
    }
  g_string_append (out, "\r\n");
}
