#pragma once

#include "fram-colours.h"
#include "fram-timeline-layout.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * FramTimelinePalette:
 * @ink: text
 * @dim: text that stands back
 * @ground: what it is drawn on
 * @rule: lines between lanes and months
 * @on_fill: text inside filled bars
 * @phase: bars of phases
 * @workshops: rows of workshops, by the item's ordinal, again from the first after the last
 * @groups: rows of groups, likewise
 * @external: external places
 * @support: job, competence, health, social
 * @statuses: marks, by #FramShape
 * @gap: hatching of gaps
 * @gap_ground: its ground
 * @pause: dots of pauses
 * @today: today's line
 * @target: the target day
 * @late: what is late
 * @step: triangles where hours rise
 * @has_ground: whether the ground is painted
 *
 * The colours of a timeline (VISUAL.md, "Chart series").
 */
typedef struct
{
  FramColour ink;
  FramColour dim;
  FramColour ground;
  FramColour rule;
  FramColour on_fill;
  FramColour phase;
  FramColour workshops[6];
  FramColour groups[5];
  FramColour external;
  FramColour support[4];
  FramColour statuses[FRAM_SHAPE_SQUARE + 1];
  FramColour gap;
  FramColour gap_ground;
  FramColour pause;
  FramColour today;
  FramColour target;
  FramColour late;
  FramColour step;
  gboolean has_ground;
} FramTimelinePalette;

void fram_timeline_palette_init (FramTimelinePalette *self, FramLook look, gboolean has_ground);

FramColour fram_timeline_palette_get_item (const FramTimelinePalette *self, const FramTimelineItem *item);
FramColour fram_colour_mix (FramColour colour, FramColour ground, double share);

/* Draws all of a layout. Focus, hover and selection are the window's and are laid over it. */
void fram_timeline_draw (const FramTimelineLayout *layout, const FramTimelinePalette *palette, cairo_t *cr);

G_END_DECLS
