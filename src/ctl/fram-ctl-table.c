#include "fram-ctl-table.h"

#include "fram-csv.h"
#include "fram-text.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

typedef struct
{
  char *machine; /* NULL: no value */
  char *human;   /* NULL: as the machine's */
  GStrv lines;
} Cell;

struct _FramTable
{
  const FramTableColumn *columns;
  guint n_columns;
  GArray *cells; /* Cell, row after row */
};

static void
cell_clear (Cell *cell)
{
  g_free (cell->machine);
  g_free (cell->human);
  g_strfreev (cell->lines);
}

/**
 * fram_table_new:
 * @columns: (array length=n_columns): columns; they stay the caller's
 * @n_columns: how many
 *
 * Returns: (transfer full): a table without rows
 */
FramTable *
fram_table_new (const FramTableColumn *columns, guint n_columns)
{
  FramTable *self = g_new0 (FramTable, 1);

  self->columns = columns;
  self->n_columns = n_columns;
  self->cells = g_array_new (FALSE, TRUE, sizeof (Cell));
  g_array_set_clear_func (self->cells, (GDestroyNotify)cell_clear);
  return self;
}

void
fram_table_free (FramTable *self)
{
  g_array_unref (self->cells);
  g_free (self);
}

static void
take (FramTable *self, char *machine, char *human, GStrv lines)
{
  Cell cell = { machine, human, lines };

  g_array_append_val (self->cells, cell);
}

/**
 * fram_table_add:
 * @self: a table
 * @machine: (nullable): the cell for csv and json; %NULL or empty is no value
 * @human: (nullable): the cell for text, %NULL where it is the same
 */
void
fram_table_add (FramTable *self, const char *machine, const char *human)
{
  char *shown = g_strdup (human != NULL ? human : machine);

  /* a row is a line on the screen */
  if (shown != NULL)
    g_strdelimit (shown, "\r\n\t", ' ');
  take (self, machine != NULL && machine[0] != '\0' ? g_strdup (machine) : NULL, shown, NULL);
}

void
fram_table_add_int (FramTable *self, gint64 number)
{
  take (self, g_strdup_printf ("%" G_GINT64_FORMAT, number), NULL, NULL);
}

void
fram_table_add_hours (FramTable *self, int minutes)
{
  take (self, minutes < 0 ? NULL : fram_hours_format (minutes), fram_ctl_hours_text (minutes), NULL);
}

void
fram_table_add_date (FramTable *self, FramDate date)
{
  take (self, date == FRAM_DATE_NONE ? NULL : fram_date_to_text (date), NULL, NULL);
}

void
fram_table_add_time (FramTable *self, int minutes)
{
  take (self, minutes == FRAM_TIME_NONE ? NULL : fram_time_format (minutes), NULL, NULL);
}

void
fram_table_add_instant (FramTable *self, gint64 instant)
{
  take (self, fram_ctl_instant_iso (instant), fram_ctl_instant_text (instant), NULL);
}

void
fram_table_add_lines (FramTable *self, const char *const *lines)
{
  take (self, NULL, NULL, lines != NULL ? g_strdupv ((GStrv)lines) : NULL);
}

guint
fram_table_get_n_rows (const FramTable *self)
{
  return self->cells->len / self->n_columns;
}

static const Cell *
cell_at (const FramTable *self, guint row, guint column)
{
  return &g_array_index (self->cells, Cell, row * self->n_columns + column);
}

static void
print_csv (const FramTable *self)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree const char **fields = g_new0 (const char *, self->n_columns);

  for (guint row = 0; row <= fram_table_get_n_rows (self); row++)
    {
      guint n = 0;

      for (guint i = 0; i < self->n_columns; i++)
        if (self->columns[i].kind == FRAM_TABLE_TEXT || self->columns[i].kind == FRAM_TABLE_NUMBER)
          fields[n++] = row == 0 ? self->columns[i].key : cell_at (self, row - 1, i)->machine;
      fram_csv_append_row (out, fields, n);
    }
  fwrite (out->str, 1, out->len, stdout);
}

static void
set_number (JsonObject *object, const char *key, const char *text)
{
  gint64 whole = 0;

  if (text == NULL)
    json_object_set_null_member (object, key);
  else if (fram_int_parse (text, &whole))
    json_object_set_int_member (object, key, whole);
  else
    json_object_set_double_member (object, key, g_ascii_strtod (text, NULL));
}

static void
set_lines (JsonObject *object, const char *key, const Cell *cell)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; cell->lines != NULL && cell->lines[i] != NULL; i++)
    json_array_add_string_element (array, cell->lines[i]);
  json_object_set_array_member (object, key, array);
}

static JsonObject *
row_to_json (const FramTable *self, guint row)
{
  JsonObject *object = json_object_new ();

  for (guint i = 0; i < self->n_columns; i++)
    {
      const FramTableColumn *column = &self->columns[i];
      const Cell *cell = cell_at (self, row, i);

      if (column->kind == FRAM_TABLE_SHOWN)
        continue;
      if (column->kind == FRAM_TABLE_LINES)
        set_lines (object, column->key, cell);
      else if (column->kind == FRAM_TABLE_NUMBER)
        set_number (object, column->key, cell->machine);
      else if (cell->machine == NULL)
        json_object_set_null_member (object, column->key);
      else
        json_object_set_string_member (object, column->key, cell->machine);
    }
  return object;
}

/**
 * fram_table_to_json:
 * @self: a table
 *
 * Returns: (transfer full): an array of an object per row; `null` where there is no value
 */
JsonNode *
fram_table_to_json (const FramTable *self)
{
  JsonArray *array = json_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  for (guint row = 0; row < fram_table_get_n_rows (self); row++)
    json_array_add_object_element (array, row_to_json (self, row));
  json_node_take_array (node, array);
  return node;
}

/**
 * fram_ctl_print_json:
 * @node: (transfer full): what to print
 */
void
fram_ctl_print_json (JsonNode *node)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autofree char *text = NULL;

  json_generator_set_pretty (generator, TRUE);
  json_generator_set_root (generator, node);
  json_node_unref (node);
  text = json_generator_to_data (generator, NULL);
  fputs (text, stdout);
  fputc ('\n', stdout);
}

static const char *
human_text (const FramTable *self, guint row, guint column)
{
  const Cell *cell = cell_at (self, row, column);
  const char *text = cell->human != NULL ? cell->human : cell->machine;

  return text != NULL ? text : "";
}

/* Columns on a screen: marks that stand over another letter take none. */
static int
width_of (const char *text)
{
  int width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      width += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

/* Columns without any value are left out, so that a row keeps within a screen. */
static int *
measure (const FramTable *self)
{
  int *widths = g_new0 (int, self->n_columns);

  for (guint i = 0; i < self->n_columns; i++)
    {
      for (guint row = 0; row < fram_table_get_n_rows (self); row++)
        widths[i] = MAX (widths[i], width_of (human_text (self, row, i)));
      if (self->columns[i].title == NULL)
        widths[i] = 0;
      else if (widths[i] > 0)
        widths[i] = MAX (widths[i], width_of (_ (self->columns[i].title)));
    }
  return widths;
}

static void
append_padded (GString *line, const char *text, int width, gboolean to_right)
{
  int pad = width - width_of (text);

  if (line->len > 0)
    g_string_append (line, "  ");
  if (to_right)
    g_string_append_printf (line, "%*s%s", pad, "", text);
  else
    g_string_append_printf (line, "%s%*s", text, pad, "");
}

static void
print_text (const FramTable *self)
{
  g_autofree int *widths = measure (self);
  guint n_rows = fram_table_get_n_rows (self);

  for (guint row = 0; n_rows > 0 && row <= n_rows; row++)
    {
      g_autoptr (GString) line = g_string_new (NULL);

      for (guint i = 0; i < self->n_columns; i++)
        if (widths[i] > 0)
          append_padded (line, row == 0 ? _ (self->columns[i].title) : human_text (self, row - 1, i), widths[i],
                         self->columns[i].kind == FRAM_TABLE_NUMBER);
      fram_ctl_print ("%s\n", g_strchomp (line->str));
    }
}

/**
 * fram_table_print_fields:
 * @self: a table with one row
 *
 * Prints the row as text, a line per cell that has a value.
 */
void
fram_table_print_fields (const FramTable *self)
{
  int width = 0;

  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].title != NULL)
      width = MAX (width, width_of (_ (self->columns[i].title)));
  for (guint i = 0; i < self->n_columns; i++)
    {
      const char *text = human_text (self, 0, i);

      if (self->columns[i].title != NULL && text[0] != '\0')
        fram_ctl_print ("%s%*s  %s\n", _ (self->columns[i].title), width - width_of (_ (self->columns[i].title)), "",
                        text);
    }
}

/**
 * fram_table_print:
 * @self: a table
 * @format: how
 *
 * Prints the table. As text an empty table is nothing at all; the caller says so in words.
 */
void
fram_table_print (const FramTable *self, FramCtlFormat format)
{
  switch (format)
    {
    case FRAM_CTL_CSV: print_csv (self); break;
    case FRAM_CTL_JSON: fram_ctl_print_json (fram_table_to_json (self)); break;
    case FRAM_CTL_TEXT: print_text (self); break;
    default: g_assert_not_reached ();
    }
}
