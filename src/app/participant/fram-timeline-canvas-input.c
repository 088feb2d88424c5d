#include "fram-timeline-canvas-private.h"

#include <math.h>

/* Pointer, fingers and keys. */

#define DRAG_FROM    6.0  /* pixels from which a press is a drag */
#define FINGER       12.0 /* pixels that a finger may be beside what it means */
#define WHEEL_ZOOM   1.2
#define PAN_FRACTION 0.15

static gboolean
is_rtl (FramTimelineCanvas *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static gboolean
is_touch (gpointer controller)
{
  GdkDevice *device = gtk_event_controller_get_current_event_device (controller);

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

static FramDate
date_at (FramTimelineCanvas *self, double x)
{
  double day = floor (fram_timeline_canvas_day_at (self, x));

  return (FramDate)CLAMP (day, self->lo, self->hi - 1);
}

static gboolean
is_in_plot (FramTimelineCanvas *self, double x)
{
  FramTimelineRect plot = fram_timeline_canvas_get_plot (self);

  return x >= plot.x && x <= plot.x + plot.width;
}

/* --- pointer --- */

static void
point_at (FramTimelineCanvas *self, double x, double y)
{
  int hover = x < 0 || self->drag != FRAM_DRAG_NONE ? -1 : fram_timeline_canvas_hit (self, x, y, 0);

  self->pointer[0] = x;
  self->pointer[1] = y;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (hover == self->hover)
    return;
  self->hover = hover;
  if (!self->selecting)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), hover >= 0 ? "pointer" : NULL);
  fram_timeline_canvas_tell_moved (self);
}

static void
on_motion_cb (GtkEventControllerMotion *controller, double x, double y, FramTimelineCanvas *self)
{
  if (self->timeline != NULL && !is_touch (controller))
    point_at (self, x, y);
}

static void
on_leave_cb (FramTimelineCanvas *self)
{
  point_at (self, -1, -1);
}

static void
choose (FramTimelineCanvas *self, int stop, double x)
{
  self->column = date_at (self, x);
  fram_timeline_canvas_move_to (self, stop);
}

/* A finger that is put down may be going to scroll; it chooses when it is lifted. */
static void
on_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, FramTimelineCanvas *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  int stop = fram_timeline_canvas_hit (self, x, y, is_touch (gesture) ? FINGER : 0);

  if (self->timeline == NULL || (state & GDK_SHIFT_MASK) != 0 || self->selecting || stop < 0)
    return;
  if (n_press == 1 && !is_touch (gesture))
    choose (self, stop, x);
  else if (n_press == 2)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      fram_timeline_canvas_tell_activated (self, stop);
    }
}

static void
on_tapped (FramTimelineCanvas *self, double x, double y)
{
  int stop = fram_timeline_canvas_hit (self, x, y, FINGER);

  if (stop >= 0)
    choose (self, stop, x);
  else
    fram_timeline_canvas_set_range (self, FRAM_DATE_NONE, FRAM_DATE_NONE);
}

/* A click that was no drag, on nothing: the days are not selected any more. */
static void
on_released_cb (GtkGestureClick *gesture, int n_press, double x, double y, FramTimelineCanvas *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  gboolean shift = (state & GDK_SHIFT_MASK) != 0;

  if (self->timeline == NULL || self->drag != FRAM_DRAG_NONE || !is_in_plot (self, x))
    return;
  if (shift && self->anchor != FRAM_DATE_NONE)
    fram_timeline_canvas_set_range (self, self->anchor, date_at (self, x));
  else if (shift || self->selecting)
    fram_timeline_canvas_set_range (self, date_at (self, x), date_at (self, x));
  else if (n_press == 1 && is_touch (gesture))
    on_tapped (self, x, y);
  else if (n_press == 1 && fram_timeline_canvas_hit (self, x, y, 0) < 0)
    fram_timeline_canvas_set_range (self, FRAM_DATE_NONE, FRAM_DATE_NONE);
}

static void
ask_menu (FramTimelineCanvas *self, double x, double y, double slack)
{
  int stop = fram_timeline_canvas_hit (self, x, y, slack);

  if (self->timeline == NULL)
    return;
  if (stop >= 0)
    fram_timeline_canvas_move_to (self, stop);
  fram_timeline_canvas_tell_menu (self, stop, is_in_plot (self, x) ? date_at (self, x) : FRAM_DATE_NONE, x, y);
}

static void
on_secondary_cb (GtkGestureClick *gesture, int n_press, double x, double y, FramTimelineCanvas *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  ask_menu (self, x, y, 0);
}

static void
on_long_press_cb (GtkGestureLongPress *gesture, double x, double y, FramTimelineCanvas *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  ask_menu (self, x, y, FINGER);
}

/* --- drags --- */

static void
begin_drag (FramTimelineCanvas *self, GtkGesture *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  self->drag = (state & GDK_SHIFT_MASK) != 0 || self->selecting ? FRAM_DRAG_RANGE : FRAM_DRAG_PAN;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  if (self->drag == FRAM_DRAG_PAN)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
}

/* A finger scrolls as everywhere; it selects only where that was chosen. */
static void
on_drag_begin_cb (GtkGestureDrag *gesture, double x, double y, FramTimelineCanvas *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  gboolean range = (state & GDK_SHIFT_MASK) != 0 || self->selecting;

  self->drag = FRAM_DRAG_NONE;
  if (self->timeline == NULL || !is_in_plot (self, x) || (!range && is_touch (gesture)))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  self->pressed[0] = x;
  self->pressed[1] = y;
  self->pressed_from = self->from;
  self->pressed_top = fram_timeline_canvas_get_top (self);
  if (is_touch (gesture)) /* before whoever scrolls takes it */
    begin_drag (self, GTK_GESTURE (gesture));
}

static void
on_drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, FramTimelineCanvas *self)
{
  double days;

  if (self->timeline == NULL || (self->drag == FRAM_DRAG_NONE && hypot (dx, dy) < DRAG_FROM))
    return;
  if (self->drag == FRAM_DRAG_NONE)
    begin_drag (self, GTK_GESTURE (gesture));
  if (self->drag == FRAM_DRAG_RANGE)
    {
      fram_timeline_canvas_set_range (self, date_at (self, self->pressed[0]), date_at (self, self->pressed[0] + dx));
      return;
    }
  days = round (dx) * fram_timeline_canvas_get_days_a_pixel (self) * (is_rtl (self) ? -1 : 1);
  fram_timeline_canvas_start_resting (self);
  fram_timeline_canvas_set_view (self, self->pressed_from - days, self->pressed_from - days + self->to - self->from);
  if (self->adjustment[1] != NULL)
    gtk_adjustment_set_value (self->adjustment[1], self->pressed_top - dy);
}

static void
on_drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, FramTimelineCanvas *self)
{
  if (self->drag == FRAM_DRAG_PAN)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), self->selecting ? "crosshair" : NULL);
  self->drag = FRAM_DRAG_NONE;
}

static gboolean
on_scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, FramTimelineCanvas *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  FramTimelineRect plot;

  if (self->timeline == NULL || (state & GDK_CONTROL_MASK) == 0)
    return FALSE;
  plot = fram_timeline_canvas_get_plot (self);
  fram_timeline_canvas_zoom_at (self, pow (WHEEL_ZOOM, -dy),
                                self->pointer[0] >= 0 ? self->pointer[0] : plot.x + plot.width / 2);
  return TRUE;
}

static void
on_pinch_begin_cb (GtkGesture *gesture, GdkEventSequence *sequence, FramTimelineCanvas *self)
{
  double x = 0, y = 0;

  gtk_gesture_get_bounding_box_center (gesture, &x, &y);
  self->pinched_days = self->to - self->from;
  self->pinched_day = fram_timeline_canvas_day_at (self, x);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

/* The day between the fingers stays between them, wherever they go. */
static void
on_pinch_cb (GtkGestureZoom *gesture, double scale, FramTimelineCanvas *self)
{
  FramTimelineRect plot = fram_timeline_canvas_get_plot (self);
  double x = plot.x + plot.width / 2, y, days, left;

  if (self->timeline == NULL || scale <= 0)
    return;
  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y);
  days = CLAMP (self->pinched_days / scale, MIN (FRAM_TIMELINE_LEAST_DAYS, self->hi - self->lo), self->hi - self->lo);
  left = (x - plot.x) / plot.width;
  left = is_rtl (self) ? 1 - left : left;
  fram_timeline_canvas_set_view (self, self->pinched_day - left * days, self->pinched_day + (1 - left) * days);
}

/* --- keys --- */

static void
go (FramTimelineCanvas *self, int stop, gboolean keeps_column)
{
  const FramTimelineStop *one = fram_timeline_stops_get (self->stops, stop);

  if (one == NULL)
    return;
  if (!keeps_column)
    self->column = one->from;
  fram_timeline_canvas_move_to (self, stop);
}

/* Days are selected from where the keyboard is. */
static void
extend (FramTimelineCanvas *self, int days)
{
  const FramTimelineStop *stop = fram_timeline_stops_get (self->stops, self->stop);
  FramDate anchor = self->anchor, end = self->range_end;

  if (anchor == FRAM_DATE_NONE)
    anchor = end =
        CLAMP (stop != NULL ? stop->from : self->timeline->today, (FramDate)self->lo, (FramDate)self->hi - 1);
  end = CLAMP (end + days, (FramDate)self->lo, (FramDate)self->hi - 1);
  fram_timeline_canvas_set_range (self, anchor, end);
  if (end + 1 > self->to || end < self->from)
    fram_timeline_canvas_pan (self, end < self->from ? end - self->from : end + 1 - self->to);
}

static gboolean
handle_arrow (FramTimelineCanvas *self, int step, GdkModifierType state)
{
  if ((state & GDK_SHIFT_MASK) != 0)
    extend (self, step * ((state & GDK_CONTROL_MASK) != 0 ? 7 : 1));
  else if ((state & GDK_CONTROL_MASK) != 0)
    fram_timeline_canvas_pan (self, step * PAN_FRACTION * (self->to - self->from));
  else
    go (self, fram_timeline_stops_along (self->stops, self->stop, step), FALSE);
  return TRUE;
}

static gboolean
handle_end (FramTimelineCanvas *self, gboolean last, GdkModifierType state)
{
  double days = self->to - self->from;

  if ((state & GDK_CONTROL_MASK) != 0)
    fram_timeline_canvas_animate_view (self, last ? self->hi - days : self->lo, last ? self->hi : self->lo + days);
  else
    go (self, fram_timeline_stops_along (self->stops, self->stop, last ? G_MAXINT : -G_MAXINT), FALSE);
  return TRUE;
}

static gboolean
handle_zoom (FramTimelineCanvas *self, guint key)
{
  switch (key)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add: fram_timeline_canvas_zoom (self, FRAM_TIMELINE_ZOOM_STEP); return TRUE;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract: fram_timeline_canvas_zoom (self, 1 / FRAM_TIMELINE_ZOOM_STEP); return TRUE;
    case GDK_KEY_0:
    case GDK_KEY_KP_0: fram_timeline_canvas_fit (self); return TRUE;
    default: return FALSE;
    }
}

static void
ask_menu_at_stop (FramTimelineCanvas *self)
{
  const FramTimelineStop *stop = fram_timeline_stops_get (self->stops, self->stop);
  GdkRectangle bounds = { gtk_widget_get_width (GTK_WIDGET (self)) / 2, 0, 1, 1 };

  fram_timeline_canvas_get_bounds (self, self->stop, &bounds);
  fram_timeline_canvas_tell_menu (self, self->stop, stop != NULL ? stop->from : FRAM_DATE_NONE,
                                  bounds.x + bounds.width / 2.0, bounds.y + bounds.height);
}

static gboolean
unselect (FramTimelineCanvas *self)
{
  gboolean had = self->anchor != FRAM_DATE_NONE;

  fram_timeline_canvas_set_range (self, FRAM_DATE_NONE, FRAM_DATE_NONE);
  return had;
}

static gboolean
on_key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, FramTimelineCanvas *self)
{
  GdkModifierType plain = state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK);
  int later = is_rtl (self) ? -1 : 1;

  if (self->timeline == NULL || (plain & GDK_ALT_MASK) != 0)
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left: return handle_arrow (self, -later, plain);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right: return handle_arrow (self, later, plain);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up: go (self, fram_timeline_stops_across (self->stops, self->stop, -1, self->column), TRUE); break;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down: go (self, fram_timeline_stops_across (self->stops, self->stop, 1, self->column), TRUE); break;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home: return handle_end (self, FALSE, plain);
    case GDK_KEY_End:
    case GDK_KEY_KP_End: return handle_end (self, TRUE, plain);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_space: fram_timeline_canvas_tell_activated (self, self->stop); break;
    case GDK_KEY_Menu: ask_menu_at_stop (self); break;
    case GDK_KEY_F10:
      if (plain != GDK_SHIFT_MASK)
        return FALSE;
      ask_menu_at_stop (self);
      break;
    case GDK_KEY_Escape: return unselect (self);
    default: return handle_zoom (self, key);
    }
  return TRUE;
}

static void
on_focus_cb (FramTimelineCanvas *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  fram_timeline_canvas_tell_moved (self);
}

static void
add (FramTimelineCanvas *self, gpointer controller)
{
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (controller));
}

static void
add_pointer (FramTimelineCanvas *self)
{
  GtkGesture *click = gtk_gesture_click_new (), *secondary = gtk_gesture_click_new (),
             *press = gtk_gesture_long_press_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_pressed_cb), self, 0);
  g_signal_connect_object (click, "released", G_CALLBACK (on_released_cb), self, 0);
  g_signal_connect_object (secondary, "pressed", G_CALLBACK (on_secondary_cb), self, 0);
  g_signal_connect_object (press, "pressed", G_CALLBACK (on_long_press_cb), self, 0);
  g_signal_connect_object (motion, "enter", G_CALLBACK (on_motion_cb), self, 0);
  g_signal_connect_object (motion, "motion", G_CALLBACK (on_motion_cb), self, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (on_leave_cb), self, G_CONNECT_SWAPPED);
  add (self, click);
  add (self, secondary);
  add (self, press);
  add (self, motion);
}

static void
add_drags (FramTimelineCanvas *self)
{
  GtkGesture *drag = gtk_gesture_drag_new (), *pinch = gtk_gesture_zoom_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (on_drag_begin_cb), self, 0);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (on_drag_update_cb), self, 0);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (on_drag_end_cb), self, 0);
  g_signal_connect_object (pinch, "begin", G_CALLBACK (on_pinch_begin_cb), self, 0);
  g_signal_connect_object (pinch, "scale-changed", G_CALLBACK (on_pinch_cb), self, 0);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (on_scroll_cb), self, 0);
  add (self, drag);
  add (self, pinch);
  add (self, scroll);
}

void
fram_timeline_canvas_add_input (FramTimelineCanvas *self)
{
  GtkEventController *keys = gtk_event_controller_key_new (), *focus = gtk_event_controller_focus_new ();

  add_pointer (self);
  add_drags (self);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_cb), self, 0);
  g_signal_connect_object (focus, "enter", G_CALLBACK (on_focus_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_focus_cb), self, G_CONNECT_SWAPPED);
  add (self, keys);
  add (self, focus);
}
