#include "fram-week-grid-private.h"

/* Pointer, finger and keyboard on a week. */

#define EDGE        7  /* how near to an end of a block it is pulled and not moved */
#define CLICK_HOURS 60 /* what a click in an empty place makes, minutes */

static int
snap (int minute)
{
  return (minute + FRAM_GRID_STEP / 2) / FRAM_GRID_STEP * FRAM_GRID_STEP;
}

static int
snap_down (int minute)
{
  return minute / FRAM_GRID_STEP * FRAM_GRID_STEP;
}

static FramGridDrag
drag_of (FramWeekGrid *self, int slot, double y)
{
  const FramSlotSpec *s = &g_array_index (self->slots, FramSlotSpec, slot);
  FramPrintBox box = fram_week_layout_box (self->layout, s->weekday, s->from_time, s->to_time);

  if (y - box.y < EDGE)
    return FRAM_DRAG_START;
  return box.y + box.height - y < EDGE ? FRAM_DRAG_END : FRAM_DRAG_MOVE;
}

static void
begin_drag (FramWeekGrid *self, int weekday, int minute, double y)
{
  self->drag_weekday = weekday;
  self->drag_minute = minute;
  self->drag_slot = fram_slots_find (self->slots, weekday, minute);
  self->drag = self->drag_slot >= 0 ? drag_of (self, self->drag_slot, y) : FRAM_DRAG_DRAW;
  self->dragged = FALSE;
  self->anchor = -1;
  g_clear_pointer (&self->before, g_array_unref);
  self->before = g_array_copy (self->slots);
  fram_week_grid_set_cursor (self, weekday, snap_down (minute));
}

static void
on_drag_begin_cb (GtkGestureDrag *gesture, double x, double y, FramWeekGrid *self)
{
  int weekday, minute;

  if (fram_week_grid_get_layout (self) == NULL || !fram_week_layout_find (self->layout, x, y, &weekday, &minute))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  /* a finger on the grid draws; the page beside it scrolls */
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  begin_drag (self, weekday, minute, y);
}

static void
draw_block (FramWeekGrid *self, int minute)
{
  int from = MIN (snap_down (self->drag_minute), snap_down (minute));
  int to = MAX (snap_down (self->drag_minute), snap_down (minute)) + FRAM_GRID_STEP;

  fram_slots_paint (self->slots, self->drag_weekday, from, to);
}

/* What was there before the pull, with the pull as far as it has come. */
static void
apply_drag (FramWeekGrid *self, int weekday, int minute)
{
  const FramSlotSpec *s =
      self->drag_slot >= 0 ? &g_array_index (self->before, FramSlotSpec, (guint)self->drag_slot) : NULL;

  g_array_set_size (self->slots, 0);
  g_array_append_vals (self->slots, self->before->data, self->before->len);
  switch (self->drag)
    {
    case FRAM_DRAG_DRAW: draw_block (self, minute); break;
    case FRAM_DRAG_MOVE:
      fram_slots_move (self->slots, (guint)self->drag_slot, weekday,
                       s->from_time + snap (minute - self->drag_minute + 24 * 60) - 24 * 60);
      break;
    case FRAM_DRAG_START: fram_slots_resize (self->slots, (guint)self->drag_slot, snap (minute), s->to_time); break;
    case FRAM_DRAG_END: fram_slots_resize (self->slots, (guint)self->drag_slot, s->from_time, snap (minute)); break;
    case FRAM_DRAG_NONE:
    default: break;
    }
}

static void
on_drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, FramWeekGrid *self)
{
  double x, y;
  int weekday, minute;

  if (self->drag == FRAM_DRAG_NONE || fram_week_grid_get_layout (self) == NULL)
    return;
  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  if (!self->dragged && ABS (dx) < 6 && ABS (dy) < 6)
    return;
  self->dragged = TRUE;
  y = CLAMP (y + dy, self->layout->head, self->layout->height - 2);
  if (!fram_week_layout_find (self->layout, CLAMP (x + dx, 0, self->layout->width - 1), y, &weekday, &minute))
    return;
  apply_drag (self, weekday, minute);
  fram_week_grid_rebuild (self);
}

/* A click in an empty place makes an hour; in a block it puts the cursor there. */
static void
on_drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, FramWeekGrid *self)
{
  FramGridDrag drag = self->drag;

  self->drag = FRAM_DRAG_NONE;
  if (drag == FRAM_DRAG_NONE)
    return;
  if (!self->dragged && drag == FRAM_DRAG_DRAW)
    fram_slots_paint (self->slots, self->drag_weekday, snap_down (self->drag_minute),
                      snap_down (self->drag_minute) + CLICK_HOURS);
  if (!fram_slots_equal (self->before, self->slots))
    fram_week_grid_edited (self);
  else
    fram_week_grid_rebuild (self);
}

static void
on_drag_cancel_cb (GtkGesture *gesture, GdkEventSequence *sequence, FramWeekGrid *self)
{
  if (self->drag == FRAM_DRAG_NONE)
    return;
  self->drag = FRAM_DRAG_NONE;
  g_array_set_size (self->slots, 0);
  g_array_append_vals (self->slots, self->before->data, self->before->len);
  fram_week_grid_rebuild (self);
}

static void
on_clicked_cb (GtkGestureClick *gesture, int n_press, double x, double y, FramWeekGrid *self)
{
  if (fram_week_grid_get_layout (self) != NULL)
    fram_week_grid_pick (self, fram_week_layout_find_block (self->layout, x, y));
}

/* Begins a block, or ends the one that is begun. */
static void
begin_or_end (FramWeekGrid *self)
{
  if (self->anchor < 0)
    {
      self->anchor = self->minute;
      fram_week_grid_set_cursor (self, self->weekday, self->minute);
      return;
    }
  fram_slots_paint (self->slots, self->weekday, MIN (self->anchor, self->minute),
                    MAX (self->anchor, self->minute) + FRAM_GRID_STEP);
  self->anchor = -1;
  fram_week_grid_edited (self);
}

static gboolean
give_up (FramWeekGrid *self)
{
  if (self->anchor < 0)
    return GDK_EVENT_PROPAGATE;
  self->anchor = -1;
  fram_week_grid_set_cursor (self, self->weekday, self->minute);
  return GDK_EVENT_STOP;
}

static void
make_hours (FramWeekGrid *self, int hours)
{
  self->anchor = -1;
  fram_slots_remove (self->slots, self->weekday, self->minute);
  fram_slots_paint (self->slots, self->weekday, self->minute, self->minute + 60 * hours);
  fram_week_grid_edited (self);
}

static void
move_block (FramWeekGrid *self, int days, int minutes)
{
  int slot = fram_week_grid_get_selected (self);
  const FramSlotSpec *s;

  if (slot < 0)
    return;
  s = &g_array_index (self->slots, FramSlotSpec, slot);
  if (s->weekday + days > self->shown->n_days ||
      !fram_slots_move (self->slots, (guint)slot, s->weekday + days, s->from_time + minutes))
    return;
  fram_week_grid_edited (self);
  fram_week_grid_set_cursor (self, self->weekday + days, self->minute + minutes);
}

/* A block is begun and ended on one day. */
static void
move (FramWeekGrid *self, int days, int minutes, gboolean with_block)
{
  if (with_block)
    move_block (self, days, minutes);
  else
    fram_week_grid_set_cursor (self, self->anchor >= 0 ? self->weekday : self->weekday + days, self->minute + minutes);
}

static int
digit_of (guint keyval)
{
  if (keyval >= GDK_KEY_1 && keyval <= GDK_KEY_9)
    return (int)(keyval - GDK_KEY_0);
  return keyval >= GDK_KEY_KP_1 && keyval <= GDK_KEY_KP_9 ? (int)(keyval - GDK_KEY_KP_0) : 0;
}

static gboolean
press_arrow (FramWeekGrid *self, guint keyval, gboolean with_block)
{
  int forward = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up: move (self, 0, -FRAM_GRID_STEP, with_block); return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down: move (self, 0, FRAM_GRID_STEP, with_block); return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left: move (self, -forward, 0, with_block); return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right: move (self, forward, 0, with_block); return TRUE;
    case GDK_KEY_Home: move (self, 0, self->shown->first - self->minute, FALSE); return TRUE;
    case GDK_KEY_End: move (self, 0, self->shown->last - self->minute, FALSE); return TRUE;
    default: return FALSE;
    }
}

/**
 * fram_week_grid_press:
 * @self: a week
 * @keyval: a key
 * @state: modifiers
 *
 * Returns: whether the key was for it
 */
gboolean
fram_week_grid_press (FramWeekGrid *self, guint keyval, GdkModifierType state)
{
  GdkModifierType modifiers = state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK);

  g_return_val_if_fail (FRAM_IS_WEEK_GRID (self), FALSE);
  if ((modifiers == 0 || modifiers == GDK_ALT_MASK) && press_arrow (self, keyval, modifiers == GDK_ALT_MASK))
    return GDK_EVENT_STOP;
  if (modifiers != 0)
    return GDK_EVENT_PROPAGATE;
  if (digit_of (keyval) > 0)
    {
      make_hours (self, digit_of (keyval));
      return GDK_EVENT_STOP;
    }
  switch (keyval)
    {
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter: begin_or_end (self); return GDK_EVENT_STOP;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace: fram_week_grid_remove_selected (self); return GDK_EVENT_STOP;
    case GDK_KEY_Escape: return give_up (self);
    default: return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
on_key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
                   FramWeekGrid *self)
{
  return fram_week_grid_press (self, keyval, state);
}

static void
on_focus_changed_cb (FramWeekGrid *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
add_editing (FramWeekGrid *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (on_drag_begin_cb), self, 0);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (on_drag_update_cb), self, 0);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (on_drag_end_cb), self, 0);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (on_drag_cancel_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (on_focus_changed_cb), NULL);
}

void
fram_week_grid_add_input (FramWeekGrid *self)
{
  GtkGesture *click;

  if (self->editable)
    {
      add_editing (self);
      return;
    }
  click = gtk_gesture_click_new ();
  g_signal_connect_object (click, "released", G_CALLBACK (on_clicked_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
