#include "fram-print-draw.h"

#include <string.h>

/* A roster as what is printed and saved. */

static void
draw_page (const FramPaper *paper, guint page, FramLook look, gboolean has_ground, double width, double height,
           cairo_t *cr)
{
  FramPrintPalette palette;

  fram_print_palette_init (&palette, look, has_ground);
  fram_roster_sheet_draw_page (paper->data, page, &palette, width, height, cr);
}

static char *
describe (const FramPaper *paper, guint page)
{
  return fram_roster_sheet_describe_page (paper->data, page);
}

static char *
tell (const FramPaper *paper, guint page)
{
  const FramRosterSheet *sheet = paper->data;

  return sheet->rows->len > 0 ? fram_roster_sheet_describe_rows (sheet, page)
                              : fram_roster_sheet_get_empty_note (sheet);
}

static void
add_people (FramPaper *paper, const FramRosterSheet *sheet)
{
  for (guint i = 0; i < sheet->rows->len; i++)
    {
      const FramPrintRow *row = g_ptr_array_index (sheet->rows, i);

      g_array_append_val (paper->people, row->participant);
    }
}

/**
 * fram_roster_sheet_get_paper:
 * @sheet: a sheet that is finished
 *
 * Returns: (transfer full): it as something to print
 */
FramPaper *
fram_roster_sheet_get_paper (FramRosterSheet *sheet)
{
  g_autofree char *span = fram_print_span_to_words (sheet->kind, sheet->from);
  g_autofree char *title = g_strdup_printf ("%s, %s", sheet->name, span);
  char day[FRAM_DATE_TEXT_SIZE];
  FramPaper *paper =
      fram_paper_new (title, draw_page, fram_roster_sheet_ref (sheet), (GDestroyNotify)fram_roster_sheet_unref);

  g_free (paper->file_stem);
  paper->file_stem = fram_roster_sheet_get_file_name (sheet, "pdf");
  paper->file_stem[strlen (paper->file_stem) - strlen (".pdf")] = '\0';
  paper->log_text = g_strdup_printf ("%s %s %s", fram_print_kind_get_code (sheet->kind),
                                     sheet->code != NULL ? sheet->code : "", fram_date_format (sheet->from, day));
  paper->log_class = FRAM_CLASS_ATTEND;
  paper->made_at = sheet->printed_at;
  paper->n_pages = fram_roster_sheet_n_pages (sheet);
  fram_print_kind_get_paper (sheet->kind, &paper->width, &paper->height);
  paper->describe = describe;
  paper->tell = tell;
  add_people (paper, sheet);
  return paper;
}
