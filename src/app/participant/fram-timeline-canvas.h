#pragma once

#include "fram-timeline-range.h"
#include "fram-timeline-stops.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FramTimelineCanvas:
 *
 * A participant's way in lanes, drawn by fram_timeline_draw() once for what is in view and kept as a picture; what moves over
 * it is laid over: the keyboard's ring, what the pointer is on, the days that are selected. The axis stays at the top and
 * the names of the lanes at the side while the rest is scrolled (#GtkScrollable, whose horizontal adjustment is in pixels
 * of the present zoom).
 *
 * Signals: `moved` (FramTimelineCanvas*) when the keyboard or the pointer is on something else; `range-changed`
 * (FramTimelineCanvas*) when other days are selected; `view-changed` (FramTimelineCanvas*) when another part of the time is
 * in view; `activated` (FramTimelineCanvas*, int stop) on Enter and double click; `menu` (FramTimelineCanvas*, int stop,
 * int day, double x, double y) where a menu is asked for; stop -1 for nothing, day %FRAM_DATE_NONE outside of the time.
 */
#define FRAM_TYPE_TIMELINE_CANVAS (fram_timeline_canvas_get_type ())
G_DECLARE_FINAL_TYPE (FramTimelineCanvas, fram_timeline_canvas, FRAM, TIMELINE_CANVAS, GtkWidget)

/** FRAM_TIMELINE_LEAST_DAYS: zoomed in furthest so many days fill the view. */
#define FRAM_TIMELINE_LEAST_DAYS 14

/** FRAM_TIMELINE_ZOOM_STEP: what one press of a button or key makes larger. */
#define FRAM_TIMELINE_ZOOM_STEP 1.5

GtkWidget *fram_timeline_canvas_new (void);
void fram_timeline_canvas_set_timeline (FramTimelineCanvas *self, const FramTimeline *timeline, const GArray *statuses,
                                        gboolean keep);

void fram_timeline_canvas_fit (FramTimelineCanvas *self);
gboolean fram_timeline_canvas_fits (FramTimelineCanvas *self);
void fram_timeline_canvas_zoom (FramTimelineCanvas *self, double factor);
gboolean fram_timeline_canvas_can_zoom_in (FramTimelineCanvas *self);
void fram_timeline_canvas_go_to_day (FramTimelineCanvas *self, FramDate day);
void fram_timeline_canvas_get_span (FramTimelineCanvas *self, double *from, double *to);
void fram_timeline_canvas_set_span (FramTimelineCanvas *self, double from, double to);

int fram_timeline_canvas_get_stop (FramTimelineCanvas *self);
int fram_timeline_canvas_get_hover (FramTimelineCanvas *self);
const FramTimelineStops *fram_timeline_canvas_get_stops (FramTimelineCanvas *self);
void fram_timeline_canvas_move_to (FramTimelineCanvas *self, int stop);
gboolean fram_timeline_canvas_has_keyboard (FramTimelineCanvas *self);
gboolean fram_timeline_canvas_get_bounds (FramTimelineCanvas *self, int stop, GdkRectangle *bounds);
char *fram_timeline_canvas_to_words (FramTimelineCanvas *self, int stop);

void fram_timeline_canvas_set_selecting (FramTimelineCanvas *self, gboolean selecting);
gboolean fram_timeline_canvas_get_range (FramTimelineCanvas *self, FramDate *from, FramDate *to);
void fram_timeline_canvas_set_range (FramTimelineCanvas *self, FramDate from, FramDate to);
void fram_timeline_canvas_say (FramTimelineCanvas *self, const char *words);

G_END_DECLS
