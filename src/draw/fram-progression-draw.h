#pragma once

#include "fram-colours.h"
#include "fram-progression-layout.h"

#include <cairo.h>

G_BEGIN_DECLS

/** FRAM_PROGRESSION_COLOURS: so many lines have a colour of their own, the next ones the same again. */
#define FRAM_PROGRESSION_COLOURS 8

/**
 * FramProgressionPalette:
 * @ink: text
 * @dim: text that stands back
 * @ground: what it is drawn on
 * @card: ground of the panels
 * @rule: lines of the scale
 * @raters: the participant's and the case worker's side
 * @rate: the line of the attendance rate
 * @planned: outline of planned hours
 * @attended: bars of attended hours
 * @step: triangles of steps forward
 * @tick: ticks of what happened
 * @pause: ground of weeks that were not open
 * @series: of lines that stand in one chart, by their order; then their ends are named too
 * @has_ground: whether the ground and the cards are painted
 *
 * The colours of a progression chart (VISUAL.md, "Chart series").
 */
typedef struct
{
  FramColour ink;
  FramColour dim;
  FramColour ground;
  FramColour card;
  FramColour rule;
  FramColour raters[FRAM_N_RATERS];
  FramColour rate;
  FramColour planned;
  FramColour attended;
  FramColour step;
  FramColour tick;
  FramColour pause;
  FramColour series[FRAM_PROGRESSION_COLOURS];
  gboolean has_ground;
} FramProgressionPalette;

void fram_progression_palette_init (FramProgressionPalette *self, FramLook look, gboolean has_ground);

/* Draws all of a layout. Focus, hover and selection are the window's and are laid over it. */
void fram_progression_draw (const FramProgressionLayout *layout, const FramProgressionPalette *palette, cairo_t *cr);

G_END_DECLS
