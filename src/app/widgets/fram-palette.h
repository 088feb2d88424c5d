#pragma once

#include "fram-status.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FramStyle:
 *
 * The four looks of the program.
 */
typedef enum
{
  FRAM_STYLE_LIGHT,
  FRAM_STYLE_DARK,
  FRAM_STYLE_LIGHT_CONTRAST,
  FRAM_STYLE_DARK_CONTRAST,
  FRAM_N_STYLES
} FramStyle;

/**
 * FramInk:
 * @FRAM_INK_ON_FILL: letters and shapes on a filled mark
 * @FRAM_INK_IDLE: shapes that are not chosen
 * @FRAM_INK_TROUGH: ground of a strip of marks
 * @FRAM_INK_SEPARATOR: lines between the places of a strip
 * @FRAM_INK_CHIP: text of a chip
 * @FRAM_INK_CHIP_GROUND: its ground
 * @FRAM_INK_INFO: text of a badge
 * @FRAM_INK_INFO_GROUND: its ground
 * @FRAM_INK_WARNING: text of a badge
 * @FRAM_INK_WARNING_GROUND: its ground
 * @FRAM_INK_ERROR: text of a badge
 * @FRAM_INK_ERROR_GROUND: its ground
 *
 * Colours beside those of statuses (VISUAL.md, "Surfaces and text").
 */
typedef enum
{
  FRAM_INK_ON_FILL,
  FRAM_INK_IDLE,
  FRAM_INK_TROUGH,
  FRAM_INK_SEPARATOR,
  FRAM_INK_DIM,
  FRAM_INK_CHIP,
  FRAM_INK_CHIP_GROUND,
  FRAM_INK_INFO,
  FRAM_INK_INFO_GROUND,
  FRAM_INK_WARNING,
  FRAM_INK_WARNING_GROUND,
  FRAM_INK_ERROR,
  FRAM_INK_ERROR_GROUND,
  FRAM_N_INKS
} FramInk;

FramStyle fram_palette_get_style (void);
GdkRGBA fram_palette_get_status (FramShape shape, FramStyle style);
GdkRGBA fram_palette_get_ink (FramInk ink, FramStyle style);

double fram_widget_get_text_scale (GtkWidget *widget);

G_END_DECLS
