#include "fram-print-text.h"

#include <glib/gi18n-lib.h>

#define FAMILY "Cantarell, Sans"

/* A name that needs a second line gets smaller letters for it. */
#define SECOND_LINE 0.86

void
fram_print_set_colour (cairo_t *cr, const FramColour *colour)
{
  cairo_set_source_rgb (cr, colour->red, colour->green, colour->blue);
}

/* Letters stand at the same places on a screen, in a file and on paper: nothing is fitted to pixels. */
static void
free_from_pixels (PangoContext *context)
{
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);
}

static void
set_size (PangoLayout *layout, double size, gboolean bold)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (FAMILY);

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
}

/* Figures of one width stand under each other. */
static void
set_figures (PangoLayout *layout)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_layout_set_attributes (layout, attributes);
}

static PangoLayout *
make_layout (cairo_t *cr, const char *text, double size, gboolean bold)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);

  free_from_pixels (pango_layout_get_context (layout));
  pango_layout_context_changed (layout);
  set_size (layout, size, bold);
  set_figures (layout);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

/* Files and printers get text that can be read back. Where there are pixels, letters are shapes, for glyphs would stand on
 * whole pixels, which is seen in small ones. */
static void
show (cairo_t *cr, PangoLayout *layout)
{
  cairo_surface_type_t type = cairo_surface_get_type (cairo_get_target (cr));

  if (type != CAIRO_SURFACE_TYPE_IMAGE && type != CAIRO_SURFACE_TYPE_RECORDING)
    {
      pango_cairo_show_layout (cr, layout);
      return;
    }
  pango_cairo_layout_path (cr, layout);
  cairo_fill (cr);
}

static void
fit (PangoLayout *layout, const FramPrintBox *box, const FramPrintType *type)
{
  int width;

  pango_layout_get_size (layout, &width, NULL);
  pango_layout_set_alignment (layout, type->align);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  if (width > box->width * PANGO_SCALE && type->lines > 1)
    {
      if (type->shrinks)
        set_size (layout, type->size * SECOND_LINE, type->bold);
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
    }
  pango_layout_set_width (layout, (int)(box->width * PANGO_SCALE));
  pango_layout_set_height (layout, -MAX (type->lines, 1));
}

/**
 * fram_print_text_draw:
 * @cr: where to draw
 * @box: where the text stands, in the middle of its height
 * @text: the text
 * @type: how it is set
 *
 * Writes a text that never leaves its box: it wraps as far as there are lines and is elided then.
 */
void
fram_print_text_draw (cairo_t *cr, const FramPrintBox *box, const char *text, const FramPrintType *type)
{
  g_autoptr (PangoLayout) layout = NULL;
  int height;

  if (text == NULL || text[0] == '\0' || box->width <= 0)
    return;
  layout = make_layout (cr, text, type->size, type->bold);
  fit (layout, box, type);
  pango_layout_get_size (layout, NULL, &height);
  fram_print_set_colour (cr, type->colour);
  cairo_new_path (cr);
  cairo_move_to (cr, box->x, box->y + (box->height - (double)height / PANGO_SCALE) / 2);
  show (cr, layout);
}

/**
 * fram_print_text_draw_on_line:
 * @cr: where to draw
 * @x: its left edge
 * @baseline: where it stands
 * @width: the room there is
 * @text: the text
 * @type: how it is set; one line
 *
 * Returns: how much room it took
 */
double
fram_print_text_draw_on_line (cairo_t *cr, double x, double baseline, double width, const char *text,
                              const FramPrintType *type)
{
  g_autoptr (PangoLayout) layout = NULL;
  FramPrintBox box = { x, 0, width, 0 };
  PangoRectangle extents;

  if (text == NULL || text[0] == '\0' || width <= 0)
    return 0;
  layout = make_layout (cr, text, type->size, type->bold);
  fit (layout, &box, &(FramPrintType){ type->size, type->bold, type->align, 1, FALSE, type->colour });
  pango_layout_get_extents (layout, NULL, &extents);
  fram_print_set_colour (cr, type->colour);
  cairo_new_path (cr);
  cairo_move_to (cr, x, baseline - (double)pango_layout_get_baseline (layout) / PANGO_SCALE);
  show (cr, layout);
  return (double)extents.width / PANGO_SCALE;
}

/**
 * fram_print_text_width:
 * @text: a text in one line
 * @size: points
 *
 * Returns: how wide it is
 */
double
fram_print_text_width (const char *text, double size)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (PangoLayout) layout = NULL;
  int width;

  free_from_pixels (context);
  layout = pango_layout_new (context);
  set_size (layout, size, FALSE);
  set_figures (layout);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_size (layout, &width, NULL);
  g_object_unref (context);
  return (double)width / PANGO_SCALE;
}

/**
 * fram_print_legend_text:
 * @sheet: a sheet
 * @status: index of a status, or %FRAM_PRINT_UNMARKED
 *
 * Returns: what the shape and the letter mean
 */
const char *
fram_print_legend_text (const FramRosterSheet *sheet, int status)
{
  return status >= 0 ? fram_status_get_name (&g_array_index (sheet->statuses, FramStatus, status))
                     : C_ ("sheet", "Unmarked");
}
