#include "fram-handover-sheet.h"

#include <pango/pangocairo.h>

#define FAMILY "Cantarell, Sans"
#define MARGIN 48.0
#define HEAD   86.0 /* title, name and what the sheet is for */
#define FOOT   46.0 /* approval and version */

/* Letters are as large as the page allows; smaller than the last of these are hard to read, and there is another page. */
static const double sizes[] = { 16, 14.5, 13, 12, 11, 10, 9.5 };

void
fram_handover_sheet_free (FramHandoverSheet *self)
{
  g_free (self->name);
  g_free (self->programme);
  g_free (self->written_by);
  for (guint i = 0; i < FRAM_N_HANDOVER_FIELDS; i++)
    g_free (self->texts[i]);
  g_free (self);
}

/* A page under the pen. Without a palette it is only measured. */
typedef struct
{
  cairo_t *cr;
  const FramPrintPalette *palette;
  double width;
  double height;
  double size;
  double y;
  guint page;
  guint wanted; /* the page to draw */
} Pen;

static PangoLayout *
make_layout (const Pen *pen, const char *text, double size, gboolean bold, double width)
{
  PangoLayout *layout = pango_cairo_create_layout (pen->cr);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (FAMILY);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (pango_layout_get_context (layout), options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (pango_layout_get_context (layout), FALSE);
  pango_layout_context_changed (layout);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (int)(width * PANGO_SCALE));
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static double
height_of (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return (double)height / PANGO_SCALE;
}

static void
set_colour (const Pen *pen, const FramColour *colour)
{
  cairo_set_source_rgb (pen->cr, colour->red, colour->green, colour->blue);
}

static void
show (const Pen *pen, PangoLayout *layout, double x, double y, const FramColour *colour)
{
  cairo_surface_type_t type = cairo_surface_get_type (cairo_get_target (pen->cr));

  set_colour (pen, colour);
  cairo_new_path (pen->cr);
  cairo_move_to (pen->cr, x, y);
  if (type != CAIRO_SURFACE_TYPE_IMAGE && type != CAIRO_SURFACE_TYPE_RECORDING)
    pango_cairo_show_layout (pen->cr, layout);
  else
    {
      pango_cairo_layout_path (pen->cr, layout);
      cairo_fill (pen->cr);
    }
}

static gboolean
draws (const Pen *pen)
{
  return pen->palette != NULL && pen->page == pen->wanted;
}

static double
bottom (const Pen *pen)
{
  return pen->height - MARGIN - FOOT;
}

static void
need (Pen *pen, double height)
{
  if (pen->y + height <= bottom (pen) || pen->y <= MARGIN + HEAD)
    return;
  pen->page++;
  pen->y = MARGIN + HEAD;
}

/* One line of a field, an idea of its own, with its dot. */
static void
put_line (Pen *pen, const char *text)
{
  double indent = pen->size * 1.1;
  g_autoptr (PangoLayout) layout = make_layout (pen, text, pen->size, FALSE, pen->width - 2 * MARGIN - indent);
  double height = height_of (layout);

  need (pen, height);
  if (draws (pen))
    {
      set_colour (pen, &pen->palette->dim);
      cairo_new_path (pen->cr);
      cairo_arc (pen->cr, MARGIN + pen->size * 0.35, pen->y + pen->size * 0.72, pen->size * 0.17, 0, 2 * G_PI);
      cairo_fill (pen->cr);
      show (pen, layout, MARGIN + indent, pen->y, &pen->palette->ink);
    }
  pen->y += height + pen->size * 0.25;
}

static gboolean
is_blank (const char *text)
{
  for (; text != NULL && *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

static void
put_heading (Pen *pen, const char *text)
{
  g_autoptr (PangoLayout) layout = make_layout (pen, text, pen->size * 1.12, TRUE, pen->width - 2 * MARGIN);
  double height = height_of (layout);

  /* a heading stays with the first line under it */
  need (pen, height + pen->size * 2.2);
  if (draws (pen))
    {
      set_colour (pen, &pen->palette->rule);
      cairo_set_line_width (pen->cr, 0.75);
      cairo_move_to (pen->cr, MARGIN, pen->y);
      cairo_line_to (pen->cr, pen->width - MARGIN, pen->y);
      cairo_stroke (pen->cr);
      show (pen, layout, MARGIN, pen->y + pen->size * 0.45, &pen->palette->ink);
    }
  pen->y += pen->size * 0.45 + height + pen->size * 0.3;
}

static void
put_field (Pen *pen, FramHandoverField field, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  if (is_blank (text))
    return;
  put_heading (pen, fram_handover_field_get_heading (field));
  for (guint i = 0; lines[i] != NULL; i++)
    if (!is_blank (lines[i]))
      put_line (pen, g_strstrip (lines[i]));
  pen->y += pen->size * 0.6;
}

static void
put_fields (Pen *pen, const FramHandoverSheet *self)
{
  for (int field = 0; field < FRAM_N_HANDOVER_FIELDS; field++)
    put_field (pen, (FramHandoverField)field, self->texts[field]);
}

static void
put_head (const Pen *pen, const FramHandoverSheet *self)
{
  double width = pen->width - 2 * MARGIN;
  g_autoptr (PangoLayout) title = make_layout (pen, "Stafettpinnen", 24, TRUE, width);
  g_autoptr (PangoLayout) name = make_layout (pen, self->name, 15, TRUE, width);
  g_autoptr (PangoLayout) why =
      make_layout (pen, "Läs det här först. Då slipper jag berätta allt igen.", 11, FALSE, width);

  show (pen, title, MARGIN, MARGIN - 6, &pen->palette->ink);
  show (pen, name, MARGIN, MARGIN + 28, &pen->palette->ink);
  show (pen, why, MARGIN, MARGIN + 52, &pen->palette->dim);
}

static char *
approval_of (const FramHandoverSheet *self)
{
  g_autofree char *day = self->approved != FRAM_DATE_NONE ? fram_handover_date_to_words (self->approved, FALSE) : NULL;

  if (day == NULL)
    return g_strdup ("Utkast. Jag har inte godkänt det än.");
  return g_strdup_printf ("Jag har läst och godkänt det här %s.", day);
}

static void
put_foot (const Pen *pen, const FramHandoverSheet *self, guint n_pages)
{
  double width = pen->width - 2 * MARGIN;
  g_autofree char *approval = approval_of (self);
  g_autoptr (GString) text = g_string_new (self->programme);
  g_autoptr (PangoLayout) layout = NULL, origin = NULL;

  if (self->written_by != NULL)
    g_string_append_printf (text, "%sskrivet tillsammans med %s", text->len > 0 ? " · " : "", self->written_by);
  g_string_append_printf (text, "%sversion %d", text->len > 0 ? " · " : "", self->version);
  if (n_pages > 1)
    g_string_append_printf (text, " · sida %u av %u", pen->wanted + 1, n_pages);
  layout = make_layout (pen, approval, 11, TRUE, width);
  origin = make_layout (pen, text->str, 9, FALSE, width);
  show (pen, layout, MARGIN, pen->height - MARGIN - 28, &pen->palette->ink);
  show (pen, origin, MARGIN, pen->height - MARGIN - 8, &pen->palette->dim);
}

/* The largest letters with which it is one page. */
static guint
fit (Pen *pen, const FramHandoverSheet *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      pen->size = sizes[i];
      pen->y = MARGIN + HEAD;
      pen->page = 0;
      put_fields (pen, self);
      if (pen->page == 0)
        return 1;
    }
  return pen->page + 1;
}

static guint
measure (const FramHandoverSheet *self, cairo_t *cr, double width, double height, double *size)
{
  Pen pen = { .cr = cr, .width = width, .height = height };
  guint n_pages = fit (&pen, self);

  *size = pen.size;
  return n_pages;
}

/**
 * fram_handover_sheet_n_pages:
 * @self: a sheet
 * @width: of the paper, in points
 * @height: likewise
 *
 * Returns: how many pages it needs: one, but for somebody with very much to say
 */
guint
fram_handover_sheet_n_pages (const FramHandoverSheet *self, double width, double height)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  double size;
  guint n_pages = measure (self, cr, width, height, &size);

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return n_pages;
}

/**
 * fram_handover_sheet_draw_page:
 * @self: a sheet
 * @page: which page, from 0
 * @palette: its colours
 * @width: of the paper, in points
 * @height: likewise
 * @cr: where to draw
 */
void
fram_handover_sheet_draw_page (const FramHandoverSheet *self, guint page, const FramPrintPalette *palette, double width,
                               double height, cairo_t *cr)
{
  Pen pen = { .cr = cr, .palette = palette, .width = width, .height = height, .wanted = page };
  guint n_pages = measure (self, cr, width, height, &pen.size);

  if (palette->has_ground)
    {
      set_colour (&pen, &palette->ground);
      cairo_paint (cr);
    }
  pen.y = MARGIN + HEAD;
  put_fields (&pen, self);
  put_head (&pen, self);
  put_foot (&pen, self, n_pages);
}
