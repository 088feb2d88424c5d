#include "fram-progression-canvas-private.h"

/* Pointer, fingers and keys. */

#define FINGER 12.0 /* pixels that a finger may be beside what it means */

static gboolean
is_rtl (FramProgressionCanvas *self)
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
day_of (FramProgressionCanvas *self, int stop)
{
  const FramProgressionStop *one = fram_progression_canvas_get_nth (self, stop);

  return one != NULL ? fram_progression_stop_get_day (self->progression, one) : FRAM_DATE_NONE;
}

/* --- two talks --- */

static int
nth_talk (FramProgressionCanvas *self, FramDate day)
{
  const GArray *talks = self->progression->talks;
  int best = -1;

  for (guint i = 0; i < talks->len; i++)
    if (best < 0 ||
        ABS (g_array_index (talks, FramDate, i) - day) < ABS (g_array_index (talks, FramDate, (guint)best) - day))
      best = (int)i;
  return best;
}

static FramDate
get_talk (FramProgressionCanvas *self, int nth)
{
  const GArray *talks = self->progression->talks;

  return talks->len > 0 ? g_array_index (talks, FramDate, (guint)CLAMP (nth, 0, (int)talks->len - 1)) : FRAM_DATE_NONE;
}

/* Whatever is pointed at stands for the talk nearest to it. */
static void
compare_with (FramProgressionCanvas *self, int stop)
{
  FramDate here = day_of (self, stop), before = day_of (self, self->stop);

  if (here == FRAM_DATE_NONE || self->progression->talks->len == 0)
    return;
  here = get_talk (self, nth_talk (self, here));
  if (self->anchor == FRAM_DATE_NONE)
    self->anchor = before != FRAM_DATE_NONE ? get_talk (self, nth_talk (self, before)) : here;
  if (self->anchor != here)
    fram_progression_canvas_tell_compared (self, self->anchor, here);
}

/* From the talk that the keyboard is on, one talk earlier or later each time. */
static void
extend (FramProgressionCanvas *self, int step)
{
  FramDate here = day_of (self, self->stop), end;

  if (here == FRAM_DATE_NONE || self->progression->talks->len == 0)
    return;
  if (self->anchor == FRAM_DATE_NONE || self->marks.from == FRAM_DATE_NONE)
    {
      self->anchor = get_talk (self, nth_talk (self, here));
      end = self->anchor;
    }
  else
    end = self->anchor == self->marks.from ? self->marks.to : self->marks.from;
  end = get_talk (self, nth_talk (self, end) + step);
  if (end != self->anchor)
    {
      FramDate anchor = self->anchor;

      fram_progression_canvas_tell_compared (self, anchor, end);
      self->anchor = anchor;
    }
}

/* --- pointer --- */

static void
point_at (FramProgressionCanvas *self, double x, double y)
{
  int hover = x < 0 ? -1 : fram_progression_canvas_hit (self, x, y, 0);

  if (hover == self->hover)
    return;
  self->hover = hover;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), hover >= 0 ? "pointer" : NULL);
  fram_progression_canvas_tell_moved (self);
}

static void
on_motion_cb (GtkEventControllerMotion *controller, double x, double y, FramProgressionCanvas *self)
{
  if (self->progression != NULL && !is_touch (controller))
    point_at (self, x, y);
}

static void
on_leave_cb (FramProgressionCanvas *self)
{
  point_at (self, -1, -1);
}

/* A press that is going to scroll is taken by whoever scrolls before it is lifted. */
static void
on_released_cb (GtkGestureClick *gesture, int n_press, double x, double y, FramProgressionCanvas *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  int stop = fram_progression_canvas_hit (self, x, y, is_touch (gesture) ? FINGER : 0);

  if (self->progression == NULL || stop < 0 || n_press != 1)
    return;
  if ((state & GDK_SHIFT_MASK) != 0)
    {
      compare_with (self, stop);
      return;
    }
  self->column = day_of (self, stop);
  fram_progression_canvas_move_to (self, stop);
  fram_progression_canvas_tell_activated (self, stop);
}

static void
ask_menu (FramProgressionCanvas *self, double x, double y, double slack)
{
  int stop = fram_progression_canvas_hit (self, x, y, slack);

  if (self->progression == NULL)
    return;
  if (stop >= 0)
    fram_progression_canvas_move_to (self, stop);
  fram_progression_canvas_tell_menu (self, stop, x, y);
}

static void
on_secondary_cb (GtkGestureClick *gesture, int n_press, double x, double y, FramProgressionCanvas *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  ask_menu (self, x, y, 0);
}

static void
on_long_press_cb (GtkGestureLongPress *gesture, double x, double y, FramProgressionCanvas *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  ask_menu (self, x, y, FINGER);
}

/* --- keys --- */

static void
go (FramProgressionCanvas *self, int stop, gboolean keeps_column)
{
  if (stop < 0)
    return;
  if (!keeps_column)
    self->column = day_of (self, stop);
  fram_progression_canvas_move_to (self, stop);
}

static gboolean
handle_arrow (FramProgressionCanvas *self, int step, GdkModifierType state)
{
  if ((state & GDK_SHIFT_MASK) != 0)
    extend (self, step);
  else
    go (self, fram_progression_walk_along (self->walk, self->stop, step), FALSE);
  return TRUE;
}

static gboolean
handle_row (FramProgressionCanvas *self, int step)
{
  go (self, fram_progression_walk_across (self->walk, self->stop, step, self->column), TRUE);
  return TRUE;
}

static gboolean
handle_end (FramProgressionCanvas *self, int step, GdkModifierType state)
{
  if ((state & GDK_CONTROL_MASK) != 0)
    go (self, fram_progression_walk_across (self->walk, self->stop, step, self->column), TRUE);
  else
    go (self, fram_progression_walk_along (self->walk, self->stop, step), FALSE);
  return TRUE;
}

static gboolean
ask_menu_at_stop (FramProgressionCanvas *self)
{
  GdkRectangle bounds = { gtk_widget_get_width (GTK_WIDGET (self)) / 2, 0, 1, 1 };

  fram_progression_canvas_get_bounds (self, self->stop, &bounds);
  fram_progression_canvas_tell_menu (self, self->stop, bounds.x + bounds.width / 2.0, bounds.y + bounds.height);
  return TRUE;
}

static gboolean
on_key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, FramProgressionCanvas *self)
{
  GdkModifierType plain = state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK);
  int later = is_rtl (self) ? -1 : 1;

  if ((plain & GDK_ALT_MASK) != 0 || !fram_progression_canvas_ensure_layout (self))
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left: return handle_arrow (self, -later, plain);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right: return handle_arrow (self, later, plain);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up: return handle_row (self, -1);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down: return handle_row (self, 1);
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home: return handle_end (self, -G_MAXINT16, plain);
    case GDK_KEY_End:
    case GDK_KEY_KP_End: return handle_end (self, G_MAXINT16, plain);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_space: fram_progression_canvas_tell_activated (self, self->stop); return TRUE;
    case GDK_KEY_Menu: return ask_menu_at_stop (self);
    case GDK_KEY_F10: return plain == GDK_SHIFT_MASK && ask_menu_at_stop (self);
    case GDK_KEY_Escape: return fram_progression_canvas_tell_escaped (self);
    default: return FALSE;
    }
}

static void
on_focus_cb (FramProgressionCanvas *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  fram_progression_canvas_tell_moved (self);
}

static void
add (FramProgressionCanvas *self, gpointer controller)
{
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (controller));
}

static void
add_pointer (FramProgressionCanvas *self)
{
  GtkGesture *click = gtk_gesture_click_new (), *secondary = gtk_gesture_click_new (),
             *press = gtk_gesture_long_press_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
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

void
fram_progression_canvas_add_input (FramProgressionCanvas *self)
{
  GtkEventController *keys = gtk_event_controller_key_new (), *focus = gtk_event_controller_focus_new ();

  add_pointer (self);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_cb), self, 0);
  g_signal_connect_object (focus, "enter", G_CALLBACK (on_focus_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_focus_cb), self, G_CONNECT_SWAPPED);
  add (self, keys);
  add (self, focus);
}
