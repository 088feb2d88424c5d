#include "fram-palette.h"

#include "fram-colours.h"

#include <adwaita.h>
#include <math.h>

/* 11 pt of Cantarell at 96 dpi, which all measures of VISUAL.md are given for */
#define BASE_FONT_PX (11.0 * 96 / 72)

/* red, green, blue and, in the lowest byte, opacity */
static const guint32 inks[FRAM_N_INKS][FRAM_N_STYLES] = {
  [FRAM_INK_ON_FILL] = { 0xffffffff, 0x1a1a1aff, 0xffffffff, 0x000000ff },
  [FRAM_INK_IDLE] = { 0x0000008c, 0xffffff9e, 0x000000cc, 0xffffffd9 },
  [FRAM_INK_TROUGH] = { 0x0000000f, 0xffffff0d, 0x0000000f, 0xffffff0d },
  [FRAM_INK_SEPARATOR] = { 0x0000001a, 0xffffff1a, 0x00000080, 0xffffff80 },
  [FRAM_INK_DIM] = { 0x0000009e, 0xffffffb8, 0x000000cc, 0xffffffe0 },
  [FRAM_INK_CHIP] = { 0x000000cc, 0xffffffe6, 0x000000ff, 0xffffffff },
  [FRAM_INK_CHIP_GROUND] = { 0x00000014, 0xffffff1a, 0x0000001f, 0xffffff26 },
  [FRAM_INK_INFO] = { 0x174e94ff, 0xbcd9ffff, 0x0b3a75ff, 0xdcebffff },
  [FRAM_INK_INFO_GROUND] = { 0xdfeafaff, 0x1f3a5cff, 0xdfeafaff, 0x14304fff },
  [FRAM_INK_WARNING] = { 0x6b4300ff, 0xfbe0a0ff, 0x4d3000ff, 0xfff0c8ff },
  [FRAM_INK_WARNING_GROUND] = { 0xfbeccbff, 0x4d3a12ff, 0xfbeccbff, 0x3d2e0dff },
  [FRAM_INK_ERROR] = { 0xa51d2dff, 0xffb3a7ff, 0x7d0f1dff, 0xffd6cfff },
  [FRAM_INK_ERROR_GROUND] = { 0xfbe3e2ff, 0x54231fff, 0xfbe3e2ff, 0x451a17ff },
};

static GdkRGBA
unpack (guint32 rgba)
{
  return (GdkRGBA){ (rgba >> 24) / 255.0f, ((rgba >> 16) & 0xff) / 255.0f, ((rgba >> 8) & 0xff) / 255.0f,
                    (rgba & 0xff) / 255.0f };
}

/**
 * fram_palette_get_style:
 *
 * Returns: the look in force. A change of it restyles every widget, so nobody needs to listen.
 */
FramStyle
fram_palette_get_style (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return dark ? FRAM_STYLE_DARK_CONTRAST : FRAM_STYLE_LIGHT_CONTRAST;
  return dark ? FRAM_STYLE_DARK : FRAM_STYLE_LIGHT;
}

/**
 * fram_palette_get_status:
 * @shape: the shape of a status; %FRAM_SHAPE_UNMARKED for none
 * @style: a look
 *
 * Returns: the colour that belongs to the shape
 */
GdkRGBA
fram_palette_get_status (FramShape shape, FramStyle style)
{
  static const FramLook looks[FRAM_N_STYLES] = {
    [FRAM_STYLE_LIGHT] = FRAM_LOOK_LIGHT,
    [FRAM_STYLE_DARK] = FRAM_LOOK_DARK,
    [FRAM_STYLE_LIGHT_CONTRAST] = FRAM_LOOK_LIGHT_CONTRAST,
    [FRAM_STYLE_DARK_CONTRAST] = FRAM_LOOK_DARK_CONTRAST,
  };
  FramColour colour;

  g_return_val_if_fail (style < FRAM_N_STYLES, ((GdkRGBA){ 0, 0, 0, 1 }));
  colour = fram_colour_of_status (shape, looks[style]);
  return (GdkRGBA){ (float)colour.red, (float)colour.green, (float)colour.blue, 1 };
}

/**
 * fram_palette_get_ink:
 * @ink: what is drawn
 * @style: a look
 *
 * Returns: its colour
 */
GdkRGBA
fram_palette_get_ink (FramInk ink, FramStyle style)
{
  g_return_val_if_fail (ink < FRAM_N_INKS && style < FRAM_N_STYLES, ((GdkRGBA){ 0, 0, 0, 1 }));
  return unpack (inks[ink][style]);
}

/**
 * fram_widget_get_text_scale:
 * @widget: a widget
 *
 * Measures grow with the text, so that nothing is lost at 200 %.
 *
 * Returns: how much larger the text of the widget's window is than at scale 1; never less than 1, so that targets stay 44 px
 */
double
fram_widget_get_text_scale (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  PangoContext *context = gtk_widget_get_pango_context (root != NULL ? GTK_WIDGET (root) : widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = font != NULL ? (double)pango_font_description_get_size (font) / PANGO_SCALE : 0;

  if (font != NULL && !pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72.0;
  /* Pango's sizes are rounded */
  return MAX (1.0, round (size / BASE_FONT_PX * 100) / 100);
}
