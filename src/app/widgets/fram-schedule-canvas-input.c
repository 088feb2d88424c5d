#include "fram-schedule-canvas-private.h"

/* Pointer, fingers and keys. */

static void
point_at (FramScheduleCanvas *self, double x, double y)
{
  FramScheduleHit hit = { -1, -1, -1, FRAM_TIME_NONE };

  if (x >= 0)
    fram_schedule_canvas_point (self, x, y, &hit);
  gtk_widget_set_cursor_from_name (
      GTK_WIDGET (self),
      hit.block >= 0 || hit.more >= 0 || (hit.day >= 0 && y < self->layout->head) ? "pointer" : NULL);
  if (hit.block == self->hover)
    return;
  self->hover = hit.block;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_motion_cb (FramScheduleCanvas *self, double x, double y)
{
  point_at (self, x, y);
}

static void
on_leave_cb (FramScheduleCanvas *self)
{
  point_at (self, -1, -1);
}

/* A finger that is put down may be going to scroll: what is meant is known when it is lifted. */
static void
on_released_cb (GtkGestureClick *gesture, int n_press, double x, double y, FramScheduleCanvas *self)
{
  FramScheduleHit hit;

  if (n_press != 1 || !gtk_widget_contains (GTK_WIDGET (self), x, y))
    return;
  fram_schedule_canvas_point (self, x, y, &hit);
  if (hit.block >= 0)
    {
      fram_schedule_canvas_move_to (self, hit.block);
      fram_schedule_canvas_tell_activated (self, hit.block);
    }
  else if (hit.day >= 0 && (hit.more >= 0 || y < self->layout->head))
    fram_schedule_canvas_tell_day (self, g_array_index (self->picture->heads, FramScheduleHead, (guint)hit.day).day);
}

static gboolean
go (FramScheduleCanvas *self, int block)
{
  if (block >= 0)
    fram_schedule_canvas_move_to (self, block);
  return TRUE;
}

static gboolean
activate (FramScheduleCanvas *self)
{
  if (self->at >= 0)
    fram_schedule_canvas_tell_activated (self, self->at);
  return self->at >= 0;
}

static gboolean
handle (FramScheduleCanvas *self, guint keyval)
{
  const FramScheduleLayout *layout = self->layout;

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left: return go (self, fram_schedule_layout_beside (layout, self->at, FALSE));
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right: return go (self, fram_schedule_layout_beside (layout, self->at, TRUE));
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up: return go (self, fram_schedule_layout_step_in_day (layout, self->at, -1));
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down: return go (self, fram_schedule_layout_step_in_day (layout, self->at, 1));
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home: return go (self, fram_schedule_layout_step (layout, -1, 1));
    case GDK_KEY_End:
    case GDK_KEY_KP_End: return go (self, fram_schedule_layout_step (layout, -1, -1));
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_space: return activate (self);
    default: return FALSE;
    }
}

/**
 * fram_schedule_canvas_press:
 * @self: a canvas
 * @keyval: a key, with nothing held
 *
 * Returns: whether it was for the canvas
 */
gboolean
fram_schedule_canvas_press (FramScheduleCanvas *self, guint keyval)
{
  return fram_schedule_canvas_ensure_layout (self) && handle (self, keyval);
}

static gboolean
on_key_cb (GtkEventControllerKey *controller, guint keyval, guint code, GdkModifierType state, FramScheduleCanvas *self)
{
  const GdkModifierType mask = GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_SHIFT_MASK;

  return (state & mask) == 0 && fram_schedule_canvas_press (self, keyval);
}

static void
on_focus_cb (FramScheduleCanvas *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
add (FramScheduleCanvas *self, gpointer controller)
{
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (controller));
}

void
fram_schedule_canvas_add_input (FramScheduleCanvas *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new (), *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (click, "released", G_CALLBACK (on_released_cb), self, 0);
  g_signal_connect_object (motion, "enter", G_CALLBACK (on_motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "motion", G_CALLBACK (on_motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (on_leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_cb), self, 0);
  g_signal_connect_object (focus, "enter", G_CALLBACK (on_focus_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_focus_cb), self, G_CONNECT_SWAPPED);
  add (self, click);
  add (self, motion);
  add (self, keys);
  add (self, focus);
}
