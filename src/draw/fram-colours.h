#pragma once

#include "fram-status.h"

G_BEGIN_DECLS

/**
 * FramLook:
 *
 * The four looks of everything that is drawn.
 */
typedef enum
{
  FRAM_LOOK_LIGHT,
  FRAM_LOOK_DARK,
  FRAM_LOOK_LIGHT_CONTRAST,
  FRAM_LOOK_DARK_CONTRAST,
  FRAM_N_LOOKS
} FramLook;

/**
 * FramColour:
 * @red: 0–1
 * @green: 0–1
 * @blue: 0–1
 *
 * A colour without opacity: what is drawn is also printed.
 */
typedef struct
{
  double red;
  double green;
  double blue;
} FramColour;

/**
 * FramPrintPalette:
 * @has_ground: whether the page's ground is painted; paper has one already
 * @ground: the page
 * @ink: text
 * @dim: text that stands back, 4.5 : 1 or more
 * @rule: lines between rows
 * @frame: lines around what is written in by hand
 * @band: ground of headings
 * @hatch: lines over days without work
 * @statuses: by #FramShape
 *
 * The colours of a printed sheet.
 */
typedef struct
{
  gboolean has_ground;
  FramColour ground;
  FramColour ink;
  FramColour dim;
  FramColour rule;
  FramColour frame;
  FramColour band;
  FramColour hatch;
  FramColour statuses[FRAM_SHAPE_SQUARE + 1];
} FramPrintPalette;

FramColour fram_colour_of_status (FramShape shape, FramLook look);
void fram_print_palette_init (FramPrintPalette *self, FramLook look, gboolean has_ground);

G_END_DECLS
