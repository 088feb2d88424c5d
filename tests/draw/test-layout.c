#include "draw-fixture.h"

/* Where things stand on paper: as people see it who hang it up, sign it and file it. */

#define MM (72.0 / 25.4)

/* What an office printer leaves free at each edge. */
#define UNPRINTED (6 * MM)

static const guint crowds[] = { 0, 1, 2, 12, 13, 17, 18, 19, 33, 40, 200 };

static void
each_kind_and_crowd (void (*check) (const FramRosterSheet *sheet, const FramPrintLayout *layout))
{
  for (guint kind = 0; kind < FRAM_N_PRINT_KINDS; kind++)
    for (guint i = 0; i < G_N_ELEMENTS (crowds); i++)
      {
        g_autoptr (FramRosterSheet) sheet = draw_sheet ((FramPrintKind)kind, crowds[i], NULL);
        FramPrintLayout layout;

        fram_print_layout_init (&layout, sheet);
        check (sheet, &layout);
      }
}

static void
check_pages (const FramRosterSheet *sheet, const FramPrintLayout *layout)
{
  guint next = 0;

  g_assert_cmpuint (layout->n_pages, ==, fram_roster_sheet_n_pages (sheet));
  g_assert_cmpuint (layout->n_pages, >=, 1);
  for (guint page = 0; page < layout->n_pages; page++)
    {
      guint first, n;

      fram_print_layout_get_rows (layout, page, &first, &n);
      g_assert_cmpuint (first, ==, next);
      if (sheet->rows->len > 0)
        g_assert_cmpuint (n, >, 0);
      if (page + 1 == layout->n_pages && layout->n_pages > 1)
        g_assert_cmpuint (n, >=, 2); /* nobody stands alone on a page */
      next += n;
    }
  g_assert_cmpuint (next, ==, sheet->rows->len);
}

static void
test_everybody_is_on_one_page (void)
{
  each_kind_and_crowd (check_pages);
}

/* Rows, empty lines and sums end before the foot begins. */
static void
check_room (const FramRosterSheet *sheet, const FramPrintLayout *layout)
{
  double end = layout->body.y + layout->body.height + 0.01;
  FramPrintBox sums = fram_print_layout_get_sums (layout);

  for (guint page = 0; page < layout->n_pages; page++)
    {
      guint blank = page + 1 == layout->n_pages ? layout->n_blank : 0;
      guint first, n;

      fram_print_layout_get_rows (layout, page, &first, &n);
      g_assert_cmpfloat (layout->body.y + (n + blank) * layout->row_height, <=, end);
    }
  g_assert_cmpfloat (sums.y + sums.height, <=, end);
  g_assert_cmpfloat (end, <=, layout->foot.y + 0.02);
  g_assert_cmpfloat (layout->foot.y + layout->foot.height, <=, layout->height - UNPRINTED);
  g_assert_cmpfloat (layout->row_height, >=, 20);
}

static void
test_rows_and_sums_end_before_the_foot (void)
{
  each_kind_and_crowd (check_room);
}

static void
check_columns (const FramRosterSheet *sheet, const FramPrintLayout *layout)
{
  double x = layout->area.x;

  for (guint i = 0; i < layout->n_columns; i++)
    {
      g_assert_cmpfloat (ABS (layout->columns[i].x - x), <, 0.01);
      g_assert_cmpfloat (layout->columns[i].width, >, 12);
      x += layout->columns[i].width;
    }
  g_assert_cmpfloat (ABS (x - layout->area.x - layout->area.width), <, 0.01);
}

static void
test_columns_fill_the_width (void)
{
  each_kind_and_crowd (check_columns);
}

/* All ink of every page, with names that are far too long. */
static void
test_nothing_outside_the_margins (void)
{
  const char *name = "Maximiliana-Desideria Wallenstråle-Oxenstierna af Kronobäck, som har ett mycket långt namn";

  for (guint kind = 0; kind < FRAM_N_PRINT_KINDS; kind++)
    {
      g_autoptr (FramRosterSheet) sheet = draw_sheet ((FramPrintKind)kind, 40, name);
      double x, y, width, height, paper_width, paper_height;

      fram_print_kind_get_paper (sheet->kind, &paper_width, &paper_height);
      for (guint page = 0; page < fram_roster_sheet_n_pages (sheet); page++)
        {
          cairo_surface_t *ink = draw_page (sheet, page);

          cairo_recording_surface_ink_extents (ink, &x, &y, &width, &height);
          g_assert_cmpfloat (x, >=, UNPRINTED);
          g_assert_cmpfloat (y, >=, UNPRINTED);
          g_assert_cmpfloat (x + width, <=, paper_width - UNPRINTED);
          g_assert_cmpfloat (y + height, <=, paper_height - UNPRINTED);
          g_assert_cmpfloat (width, >, paper_width / 2);
          cairo_surface_destroy (ink);
        }
    }
}

static void
check_boxes (const FramRosterSheet *sheet, const FramPrintLayout *layout)
{
  if (fram_print_kind_is_for_signatures (sheet->kind))
    g_assert_cmpfloat (layout->row_height, >=, 12 * MM);
}

static void
test_signatures_have_twelve_millimetres (void)
{
  FramPrintLayout layout;
  g_autoptr (FramRosterSheet) week = draw_sheet (FRAM_PRINT_SIGNATURES_WEEK, 9, NULL);
  guint n_days = 0;

  each_kind_and_crowd (check_boxes);
  fram_print_layout_init (&layout, week);
  g_assert_cmpfloat (layout.width, >, layout.height);
  for (guint i = 0; i < layout.n_columns; i++)
    if (layout.columns[i].field == FRAM_FIELD_DAY)
      {
        n_days++;
        g_assert_cmpfloat (layout.columns[i].width, >=, 35 * MM);
      }
  g_assert_cmpuint (n_days, ==, 5);
}

/* A text stays in its box, whatever its length and wherever it is aligned. */
static void
test_long_texts_stay_in_their_boxes (void)
{
  static const char *const texts[] = { "Åsa", "Karl-Johan Wallenstråle-Oxenstierna af Kronobäck",
                                       "Lopadotemachoselachogaleokranioleipsanodrimhypotrimmatosilphiokarabo" };
  const FramColour black = { 0, 0, 0 };
  const FramPrintBox box = { 100, 100, 80, 26 };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (int lines = 1; lines <= 2; lines++)
      for (int align = PANGO_ALIGN_LEFT; align <= PANGO_ALIGN_RIGHT; align++)
        {
          FramPrintType type = { 10, FALSE, (PangoAlignment)align, lines, TRUE, &black };
          cairo_surface_t *ink = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
          cairo_t *cr = cairo_create (ink);
          double x, y, width, height;

          fram_print_text_draw (cr, &box, texts[i], &type);
          cairo_destroy (cr);
          cairo_recording_surface_ink_extents (ink, &x, &y, &width, &height);
          cairo_surface_destroy (ink);
          g_assert_cmpfloat (width, >, 5);
          g_assert_cmpfloat (x, >=, box.x - 1);
          g_assert_cmpfloat (x + width, <=, box.x + box.width + 1);
          g_assert_cmpfloat (y, >=, box.y - 1);
          g_assert_cmpfloat (y + height, <=, box.y + box.height + 1);
        }
}

/* What the letters mean does not run over the paper's edge, in either language. */
static void
test_the_legend_names_every_status (void)
{
  g_autoptr (FramRosterSheet) filled = draw_sheet (FRAM_PRINT_FILLED, 3, NULL);
  g_autoptr (FramRosterSheet) list = draw_sheet (FRAM_PRINT_SIGNATURES_DAY, 3, NULL);
  FramPrintLayout layout;

  fram_print_layout_init (&layout, filled);
  g_assert_cmpuint (layout.n_legend, ==, filled->statuses->len + 1);
  for (guint i = 0; i < layout.n_legend; i++)
    {
      double width = fram_print_text_width (fram_print_legend_text (filled, layout.legend[i].status), FRAM_PRINT_SMALL);

      g_assert_cmpfloat (layout.legend[i].x + 20 + width, <=, layout.area.width + 5);
      g_assert_cmpuint (layout.legend[i].line, <, layout.n_legend_lines);
    }
  fram_print_layout_init (&layout, list);
  g_assert_cmpuint (layout.n_legend, ==, 0);
}

/* A page is the same page at any size: its ink scales with it. */
static void
test_a_page_fits_what_it_is_drawn_on (void)
{
  g_autoptr (FramRosterSheet) sheet = draw_sheet (FRAM_PRINT_WEEK, 12, NULL);
  FramPrintPalette palette;

  fram_print_palette_init (&palette, FRAM_LOOK_LIGHT, FALSE);
  for (int size = 200; size <= 2000; size += 600)
    {
      cairo_surface_t *ink = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (ink);
      double x, y, width, height;

      fram_roster_sheet_draw_page (sheet, 0, &palette, size, size, cr);
      cairo_destroy (cr);
      cairo_recording_surface_ink_extents (ink, &x, &y, &width, &height);
      cairo_surface_destroy (ink);
      g_assert_cmpfloat (x, >=, 0);
      g_assert_cmpfloat (x + width, <=, size);
      g_assert_cmpfloat (ABS (width - size * 0.9), <, size * 0.03);
      g_assert_cmpfloat (ABS (y + y + height - size), <, size * 0.05); /* in the middle */
    }
}

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  g_test_add_func ("/layout/everybody-is-on-one-page", test_everybody_is_on_one_page);
  g_test_add_func ("/layout/rows-and-sums-end-before-the-foot", test_rows_and_sums_end_before_the_foot);
  g_test_add_func ("/layout/columns-fill-the-width", test_columns_fill_the_width);
  g_test_add_func ("/layout/nothing-outside-the-margins", test_nothing_outside_the_margins);
  g_test_add_func ("/layout/signatures-have-twelve-millimetres", test_signatures_have_twelve_millimetres);
  g_test_add_func ("/layout/long-texts-stay-in-their-boxes", test_long_texts_stay_in_their_boxes);
  g_test_add_func ("/layout/the-legend-names-every-status", test_the_legend_names_every_status);
  g_test_add_func ("/layout/a-page-fits-what-it-is-drawn-on", test_a_page_fits_what_it_is_drawn_on);
  return g_test_run ();
}
