#pragma once

#include "fram-timeline-draw.h"
#include "fram-timeline-layout-private.h"

G_BEGIN_DECLS

/* How much of a colour is seen in what is planned, and in its border (VISUAL.md). */
#define FRAM_TIMELINE_PLAN_FILL   0.14
#define FRAM_TIMELINE_PLAN_BORDER 0.75

/* A timeline while it is drawn. */
typedef struct
{
  cairo_t *cr;
  const FramTimelineLayout *layout;
  const FramTimelinePalette *palette;
  double s;
} FramTimelinePen;

void fram_timeline_pen_set (const FramTimelinePen *pen, FramColour colour);
void fram_timeline_pen_round (const FramTimelinePen *pen, const FramTimelineRect *rect, double radius);
void fram_timeline_pen_clip (const FramTimelinePen *pen);

void fram_timeline_draw_gaps (const FramTimelinePen *pen);
void fram_timeline_draw_bars (const FramTimelinePen *pen);
void fram_timeline_draw_steps (const FramTimelinePen *pen);
void fram_timeline_draw_days (const FramTimelinePen *pen);
void fram_timeline_draw_marks (const FramTimelinePen *pen);
void fram_timeline_draw_labels (const FramTimelinePen *pen);

/* A mark alone, as legends need it. */
void fram_timeline_draw_meeting (const FramTimelinePen *pen, FramMeetingShape shape, FramItemState state, double x,
                                 double y, double size);
void fram_timeline_draw_commitment (const FramTimelinePen *pen, FramItemState state, double x, double y, double size);
void fram_timeline_draw_hatch (const FramTimelinePen *pen, const FramTimelineRect *rect, gboolean coming);
void fram_timeline_draw_dots (const FramTimelinePen *pen, const FramTimelineRect *rect);
void fram_timeline_draw_triangle (const FramTimelinePen *pen, double x, double y, double size);

G_END_DECLS
