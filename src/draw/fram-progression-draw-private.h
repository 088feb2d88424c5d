#pragma once

#include "fram-progression-draw.h"
#include "fram-progression-layout-private.h"

G_BEGIN_DECLS

/* A chart while it is drawn. */
typedef struct
{
  cairo_t *cr;
  const FramProgressionLayout *layout;
  const FramProgressionPalette *palette;
  double s;
} FramProgressionPen;

void fram_progression_pen_set (const FramProgressionPen *pen, FramColour colour);
FramColour fram_progression_pen_ground (const FramProgressionPen *pen);
FramColour fram_progression_pen_colour_of (const FramProgressionPen *pen, guint series, FramRater rater);

void fram_progression_draw_weeks (const FramProgressionPen *pen);
void fram_progression_draw_ratings (const FramProgressionPen *pen);
void fram_progression_draw_triangles (const FramProgressionPen *pen);
void fram_progression_draw_samples (const FramProgressionPen *pen);

/* Marks alone, as the key needs them too. */
void fram_progression_draw_mark (const FramProgressionPen *pen, FramRater rater, double x, double y, double size);
void fram_progression_draw_note_ring (const FramProgressionPen *pen, double x, double y);
void fram_progression_draw_triangle (const FramProgressionPen *pen, double x, double y, gboolean hollow);
void fram_progression_pen_dash (const FramProgressionPen *pen, FramRater rater, double along);

G_END_DECLS
