#include "fram-timeline-canvas-private.h"

#include <math.h>

/* Which part of the time is in view: zoom, pan, the two adjustments, and the way from one view to another. */

#define ANIMATION_MS 180
#define RESTING_MS   120

static double
whole (FramTimelineCanvas *self)
{
  return self->hi - self->lo;
}

/* The edges of the time are the edges of the view's way. */
static void
clamp_view (FramTimelineCanvas *self, double *from, double *to)
{
  double days = CLAMP (*to - *from, MIN (FRAM_TIMELINE_LEAST_DAYS, whole (self)), whole (self));

  *from = CLAMP (*from, self->lo, self->hi - days);
  *to = *from + days;
}

static void
on_rest_cb (gpointer data)
{
  FramTimelineCanvas *self = data;

  self->resting = 0;
  self->moving = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* While it moves, a picture that is wider than the view may be pushed about; at rest it is drawn as it ought to be. */
void
fram_timeline_canvas_start_resting (FramTimelineCanvas *self)
{
  self->moving = TRUE;
  g_clear_handle_id (&self->resting, g_source_remove);
  self->resting = g_timeout_add_once (RESTING_MS, on_rest_cb, self);
}

double
fram_timeline_canvas_get_days_a_pixel (FramTimelineCanvas *self)
{
  FramTimelineRect plot = fram_timeline_canvas_get_plot (self);

  return plot.width > 0 ? (self->to - self->from) / plot.width : 1;
}

/**
 * fram_timeline_canvas_set_view:
 * @self: a canvas
 * @from: left edge in days, right edge in right-to-left text
 * @to: the other edge
 *
 * Shows that part of the time, as far as there is one.
 */
void
fram_timeline_canvas_set_view (FramTimelineCanvas *self, double from, double to)
{
  clamp_view (self, &from, &to);
  self->fits = to - from >= whole (self) - 1e-6;
  if (from == self->from && to == self->to)
    return;
  self->from = from;
  self->to = to;
  fram_timeline_canvas_configure (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  fram_timeline_canvas_tell_view (self);
}

static void
on_animate_cb (double value, gpointer data)
{
  FramTimelineCanvas *self = data;

  fram_timeline_canvas_set_view (self, self->animate_from[0] + (self->animate_to[0] - self->animate_from[0]) * value,
                                 self->animate_from[1] + (self->animate_to[1] - self->animate_from[1]) * value);
}

/* Where animations are off it is there at once. */
void
fram_timeline_canvas_animate_view (FramTimelineCanvas *self, double from, double to)
{
  clamp_view (self, &from, &to);
  /* beginning anew sets the value, which changes nothing where both ends are what is in view */
  self->animate_from[0] = self->animate_to[0] = self->from;
  self->animate_from[1] = self->animate_to[1] = self->to;
  if (self->animation == NULL)
    self->animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, ANIMATION_MS,
                                               adw_callback_animation_target_new (on_animate_cb, self, NULL));
  else
    adw_animation_reset (self->animation);
  self->animate_to[0] = from;
  self->animate_to[1] = to;
  adw_animation_play (self->animation);
}

/* Where the view is going to be. */
static void
get_aim (FramTimelineCanvas *self, double *from, double *to)
{
  gboolean going = self->animation != NULL && adw_animation_get_state (self->animation) == ADW_ANIMATION_PLAYING;

  *from = going ? self->animate_to[0] : self->from;
  *to = going ? self->animate_to[1] : self->to;
}

/* The day under @x stays where it is. */
void
fram_timeline_canvas_zoom_at (FramTimelineCanvas *self, double factor, double x)
{
  double day = fram_timeline_canvas_day_at (self, x), days = self->to - self->from;
  double left = CLAMP ((day - self->from) / days, 0, 1);
  double wanted = CLAMP (days / factor, MIN (FRAM_TIMELINE_LEAST_DAYS, whole (self)), whole (self));

  fram_timeline_canvas_set_view (self, day - left * wanted, day + (1 - left) * wanted);
}

/**
 * fram_timeline_canvas_zoom:
 * @self: a canvas
 * @factor: how much larger a day becomes
 *
 * Zooms around what has the keyboard where that is in view, else around the middle.
 */
void
fram_timeline_canvas_zoom (FramTimelineCanvas *self, double factor)
{
  const FramTimelineStop *stop;
  double from, to, day, left, days;

  g_return_if_fail (FRAM_IS_TIMELINE_CANVAS (self));
  if (self->timeline == NULL)
    return;
  get_aim (self, &from, &to);
  day = (from + to) / 2;
  stop = fram_timeline_stops_get (self->stops, self->stop);
  if (stop != NULL && fram_timeline_canvas_has_keyboard (self) && stop->from >= from && stop->from < to)
    day = stop->from + 0.5;
  left = (day - from) / (to - from);
  days = CLAMP ((to - from) / factor, MIN (FRAM_TIMELINE_LEAST_DAYS, whole (self)), whole (self));
  fram_timeline_canvas_animate_view (self, day - left * days, day + (1 - left) * days);
}

gboolean
fram_timeline_canvas_can_zoom_in (FramTimelineCanvas *self)
{
  g_return_val_if_fail (FRAM_IS_TIMELINE_CANVAS (self), FALSE);
  return self->to - self->from > FRAM_TIMELINE_LEAST_DAYS + 1e-6;
}

void
fram_timeline_canvas_fit (FramTimelineCanvas *self)
{
  g_return_if_fail (FRAM_IS_TIMELINE_CANVAS (self));
  if (self->timeline != NULL)
    fram_timeline_canvas_animate_view (self, self->lo, self->hi);
}

/* Whether all of the time is in view. */
gboolean
fram_timeline_canvas_fits (FramTimelineCanvas *self)
{
  g_return_val_if_fail (FRAM_IS_TIMELINE_CANVAS (self), FALSE);
  return self->fits;
}

/**
 * fram_timeline_canvas_go_to_day:
 * @self: a canvas
 * @day: a day
 *
 * Brings a day to the middle of the view.
 */
void
fram_timeline_canvas_go_to_day (FramTimelineCanvas *self, FramDate day)
{
  double half = (self->to - self->from) / 2;

  g_return_if_fail (FRAM_IS_TIMELINE_CANVAS (self));
  if (self->timeline != NULL)
    fram_timeline_canvas_animate_view (self, day + 0.5 - half, day + 0.5 + half);
}

void
fram_timeline_canvas_get_span (FramTimelineCanvas *self, double *from, double *to)
{
  g_return_if_fail (FRAM_IS_TIMELINE_CANVAS (self));
  *from = self->from;
  *to = self->to;
}

void
fram_timeline_canvas_set_span (FramTimelineCanvas *self, double from, double to)
{
  g_return_if_fail (FRAM_IS_TIMELINE_CANVAS (self));
  if (self->timeline != NULL)
    fram_timeline_canvas_set_view (self, from, to);
}

/* Moves the view by so many days, without haste. */
void
fram_timeline_canvas_pan (FramTimelineCanvas *self, double days)
{
  double from, to;

  get_aim (self, &from, &to);
  fram_timeline_canvas_animate_view (self, from + days, to + days);
}

static void
reveal_days (FramTimelineCanvas *self, const FramTimelineStop *stop)
{
  double from, to, days, room, end = stop->to + 1;
  gboolean is_long;

  get_aim (self, &from, &to);
  days = to - from;
  room = MIN (days * 0.08, 7);
  is_long = end - stop->from > days - 2 * room;
  if (is_long ? stop->from < to - room && end > from + room : stop->from >= from && end <= to)
    return;
  from = stop->from < from || is_long ? stop->from - room : end + room - days;
  fram_timeline_canvas_animate_view (self, from, from + days);
}

/* Brings something into view, with as little way as can be. */
void
fram_timeline_canvas_reveal (FramTimelineCanvas *self, int stop)
{
  const FramTimelineStop *one = fram_timeline_stops_get (self->stops, stop);
  FramTimelineRect rect, plot;

  if (one == NULL)
    return;
  reveal_days (self, one);
  if (self->adjustment[1] == NULL || one->kind == FRAM_STOP_GAP || !fram_timeline_canvas_get_rect (self, stop, &rect))
    return;
  plot = fram_timeline_canvas_get_plot (self);
  gtk_adjustment_clamp_page (self->adjustment[1], rect.y + fram_timeline_canvas_get_top (self) - plot.y - 6,
                             rect.y + rect.height + fram_timeline_canvas_get_top (self) - plot.y + 6);
}

/* The adjustments follow from the view, and not the other way about. */
void
fram_timeline_canvas_configure (FramTimelineCanvas *self)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  FramTimelineRect plot;
  double scale, all;

  if (self->timeline == NULL || !fram_timeline_canvas_ensure_layout (self))
    return;
  plot = fram_timeline_canvas_get_plot (self);
  scale = plot.width / (self->to - self->from);
  all = fram_timeline_layout_get_view (self->layout)->height - plot.y;
  self->configuring = TRUE;
  if (self->adjustment[0] != NULL)
    gtk_adjustment_configure (self->adjustment[0], (rtl ? self->hi - self->to : self->from - self->lo) * scale, 0,
                              MAX (plot.width, whole (self) * scale), plot.width / 10, plot.width * 0.9, plot.width);
  if (self->adjustment[1] != NULL)
    gtk_adjustment_configure (self->adjustment[1], gtk_adjustment_get_value (self->adjustment[1]), 0,
                              MAX (plot.height, all), 40, plot.height * 0.9, plot.height);
  self->configuring = FALSE;
}

/* Somebody scrolls: whole pixels, so that letters stay sharp. */
static void
on_sideways_cb (FramTimelineCanvas *self)
{
  double pixels = round (gtk_adjustment_get_value (self->adjustment[0])), days = self->to - self->from, from;

  if (self->configuring || self->timeline == NULL)
    return;
  from = pixels * fram_timeline_canvas_get_days_a_pixel (self);
  from = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? self->hi - from - days : self->lo + from;
  from = CLAMP (from, self->lo, self->hi - days);
  fram_timeline_canvas_start_resting (self);
  if (from == self->from)
    return;
  self->from = from;
  self->to = from + days;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  fram_timeline_canvas_tell_view (self);
}

static void
on_down_cb (FramTimelineCanvas *self)
{
  fram_timeline_canvas_place_voices (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
fram_timeline_canvas_set_adjustment (FramTimelineCanvas *self, int which, GtkAdjustment *adjustment)
{
  if (self->adjustment[which] != NULL)
    g_signal_handlers_disconnect_matched (self->adjustment[which], G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, self);
  g_clear_object (&self->adjustment[which]);
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  self->adjustment[which] = g_object_ref_sink (adjustment);
  g_signal_connect_object (adjustment, "value-changed",
                           which == 0 ? G_CALLBACK (on_sideways_cb) : G_CALLBACK (on_down_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
