#pragma once

#include "fram-timeline-canvas.h"
#include "fram-timeline-draw.h"
#include "fram-voices.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What a drag with the pointer does. */
typedef enum
{
  FRAM_DRAG_NONE,
  FRAM_DRAG_PAN,
  FRAM_DRAG_RANGE,
} FramDragMode;

struct _FramTimelineCanvas
{
  GtkWidget parent_instance;

  /* borrowed */
  const FramTimeline *timeline;
  const GArray *statuses;

  /* owned */
  GtkAdjustment *adjustment[2]; /* sideways, down */
  FramTimelineStops *stops;
  FramTimelineLayout *layout; /* of what is in view and @margin pixels more on either side */
  GskRenderNode *picture;     /* of that layout */
  FramVoices *voices;         /* what is said to those who listen */
  AdwAnimation *animation;

  FramTimelinePalette palette;
  double lo, hi;   /* the days that there are */
  double from, to; /* those in view */
  double animate_from[2], animate_to[2];
  double margin;
  double cost; /* milliseconds that the last drawing took */
  guint resting;
  guint resizing;
  int measured_for; /* width */
  int stop;
  FramDate column; /* the day that the keyboard keeps from row to row */

  /* the pointer */
  int hover;
  double pointer[2]; /* negative outside */
  double pressed[2];
  double pressed_from;
  double pressed_top;
  double pinched_days;
  double pinched_day;
  FramDragMode drag;

  FramDate anchor, range_end; /* selected days, FRAM_DATE_NONE for none */

  guint fits : 1;
  guint moving : 1;
  guint palette_known : 1;
  guint configuring : 1;
  guint selecting : 1;
  guint wants_reveal : 1;
};

/* view: which part of the time, and where it stands */
void fram_timeline_canvas_set_view (FramTimelineCanvas *self, double from, double to);
void fram_timeline_canvas_animate_view (FramTimelineCanvas *self, double from, double to);
void fram_timeline_canvas_zoom_at (FramTimelineCanvas *self, double factor, double x);
void fram_timeline_canvas_pan (FramTimelineCanvas *self, double days);
void fram_timeline_canvas_reveal (FramTimelineCanvas *self, int stop);
void fram_timeline_canvas_configure (FramTimelineCanvas *self);
void fram_timeline_canvas_start_resting (FramTimelineCanvas *self);
void fram_timeline_canvas_set_adjustment (FramTimelineCanvas *self, int which, GtkAdjustment *adjustment);
double fram_timeline_canvas_get_days_a_pixel (FramTimelineCanvas *self);

/* geometry: where things stand in the widget */
gboolean fram_timeline_canvas_ensure_layout (FramTimelineCanvas *self);
void fram_timeline_canvas_drop_layout (FramTimelineCanvas *self);
FramTimelineRect fram_timeline_canvas_get_plot (FramTimelineCanvas *self);
double fram_timeline_canvas_get_left (FramTimelineCanvas *self);
double fram_timeline_canvas_get_top (FramTimelineCanvas *self);
double fram_timeline_canvas_day_at (FramTimelineCanvas *self, double x);
double fram_timeline_canvas_x_of (FramTimelineCanvas *self, double day);
gboolean fram_timeline_canvas_get_rect (FramTimelineCanvas *self, int stop, FramTimelineRect *rect);
int fram_timeline_canvas_hit (FramTimelineCanvas *self, double x, double y, double slack);

/* draw */
void fram_timeline_canvas_draw (FramTimelineCanvas *self, GtkSnapshot *snapshot);

/* input */
void fram_timeline_canvas_add_input (FramTimelineCanvas *self);

/* access */
void fram_timeline_canvas_make_voices (FramTimelineCanvas *self);
void fram_timeline_canvas_remove_voices (FramTimelineCanvas *self);
void fram_timeline_canvas_place_voices (FramTimelineCanvas *self);
void fram_timeline_canvas_renew_voices (FramTimelineCanvas *self);
void fram_timeline_canvas_speak (FramTimelineCanvas *self, gboolean take_keyboard, gboolean with_row);

/* tells */
void fram_timeline_canvas_tell_moved (FramTimelineCanvas *self);
void fram_timeline_canvas_tell_range (FramTimelineCanvas *self);
void fram_timeline_canvas_tell_view (FramTimelineCanvas *self);
void fram_timeline_canvas_tell_activated (FramTimelineCanvas *self, int stop);
void fram_timeline_canvas_tell_menu (FramTimelineCanvas *self, int stop, FramDate day, double x, double y);

G_END_DECLS
