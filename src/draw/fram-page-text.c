#include "fram-page-text.h"

#include "fram-print-text.h"

/* Text of documents, in lines as many as it takes: it is measured first, and drawn in the same way. */

#define FAMILY "Cantarell, Sans"

/* Letters stand at the same places in a preview, in a file and on paper: nothing is fitted to pixels. */
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

/* Pango's maps of fonts belong to a thread, and what is measured is measured often. */
static PangoContext *
get_context (void)
{
  static GPrivate contexts = G_PRIVATE_INIT (g_object_unref);
  PangoContext *context = g_private_get (&contexts);

  if (context != NULL)
    return context;
  context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  free_from_pixels (context);
  g_private_set (&contexts, context);
  return context;
}

/* The page says where lines begin, not the first letter of each text: a name in other letters stays in its place. */
static void
set_direction (PangoLayout *layout, const FramPageType *type)
{
  PangoContext *context = pango_layout_get_context (layout);
  PangoDirection direction = type->rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR;
  PangoAlignment align = type->align;

  if (type->rtl && align != PANGO_ALIGN_CENTER)
    align = align == PANGO_ALIGN_LEFT ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
  if (pango_context_get_base_dir (context) != direction)
    pango_context_set_base_dir (context, direction);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_alignment (layout, align);
}

static PangoLayout *
make_layout (PangoContext *context, const char *text, const FramPageType *type, double width)
{
  PangoLayout *layout = pango_layout_new (context);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (FAMILY);

  set_direction (layout, type);
  pango_font_description_set_absolute_size (font, type->size * PANGO_SCALE);
  pango_font_description_set_weight (font, type->weight);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (width >= 0)
    pango_layout_set_width (layout, (int)(width * PANGO_SCALE));
  if (type->lines > 0)
    {
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_height (layout, -type->lines);
    }
  pango_layout_set_text (layout, text, -1);
  return layout;
}

/**
 * fram_page_text_width:
 * @text: (nullable): a text
 * @type: how it is set
 *
 * Returns: how wide it is in one line
 */
double
fram_page_text_width (const char *text, const FramPageType *type)
{
  g_autoptr (PangoLayout) layout = NULL;
  FramPageType line = *type;
  int width;

  if (text == NULL || text[0] == '\0')
    return 0;
  line.lines = 0;
  layout = make_layout (get_context (), text, &line, -1);
  pango_layout_get_size (layout, &width, NULL);
  return (double)width / PANGO_SCALE;
}

/**
 * fram_page_text_height:
 * @text: (nullable): a text
 * @type: how it is set
 * @width: the room there is
 *
 * Returns: how high it is; 0 for no text
 */
double
fram_page_text_height (const char *text, const FramPageType *type, double width)
{
  g_autoptr (PangoLayout) layout = NULL;
  int height;

  if (text == NULL || text[0] == '\0')
    return 0;
  layout = make_layout (get_context (), text, type, width);
  pango_layout_get_size (layout, NULL, &height);
  return (double)height / PANGO_SCALE;
}

/* Files and printers get text that can be read back. Where there are pixels letters are shapes: see fram-print-text.c. */
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

/**
 * fram_page_text_draw:
 * @cr: where to draw
 * @text: (nullable): a text
 * @type: how it is set
 * @x: left edge of its room
 * @y: its upper edge
 * @width: the room there is
 *
 * Returns: how high it was
 */
double
fram_page_text_draw (cairo_t *cr, const char *text, const FramPageType *type, double x, double y, double width)
{
  g_autoptr (PangoLayout) layout = NULL;
  int height;

  if (text == NULL || text[0] == '\0')
    return 0;
  layout = make_layout (get_context (), text, type, width);
  pango_layout_get_size (layout, NULL, &height);
  fram_print_set_colour (cr, type->colour);
  cairo_new_path (cr);
  cairo_move_to (cr, x, y);
  show (cr, layout);
  return (double)height / PANGO_SCALE;
}
