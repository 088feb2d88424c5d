#include "fram-schedule-canvas-private.h"

#include "fram-palette.h"

#include <adwaita.h>
#include <math.h>

#define LEAST_WIDTH  240
#define LEAST_HEIGHT 200
#define USUAL_HEIGHT 560

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  ACTIVATED,
  MOVED,
  DAY_WANTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (FramScheduleCanvas, fram_schedule_canvas, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

void
fram_schedule_canvas_tell_moved (FramScheduleCanvas *self)
{
  g_signal_emit (self, signals[MOVED], 0);
}

void
fram_schedule_canvas_tell_activated (FramScheduleCanvas *self, int block)
{
  g_signal_emit (self, signals[ACTIVATED], 0, block);
}

void
fram_schedule_canvas_tell_day (FramScheduleCanvas *self, FramDate day)
{
  g_signal_emit (self, signals[DAY_WANTED], 0, (int)day);
}

/* --- where things stand --- */

void
fram_schedule_canvas_drop_layout (FramScheduleCanvas *self)
{
  g_clear_pointer (&self->drawn, gsk_render_node_unref);
  g_clear_pointer (&self->heads, gsk_render_node_unref);
  g_clear_pointer (&self->layout, fram_schedule_layout_free);
}

/* Whether there is one: not before the widget has a size. */
gboolean
fram_schedule_canvas_ensure_layout (FramScheduleCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  FramScheduleRoom room = { gtk_widget_get_width (widget), gtk_widget_get_height (widget),
                            fram_widget_get_text_scale (widget), gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL,
                            FALSE };

  if (self->picture == NULL || room.width <= 0 || room.height <= 0)
    return FALSE;
  if (self->layout != NULL && (self->layout->room.width != room.width || self->layout->room.height != room.height ||
                               self->layout->room.scale != room.scale))
    fram_schedule_canvas_drop_layout (self);
  if (self->layout == NULL)
    self->layout = fram_schedule_layout_new (self->picture, &room);
  return TRUE;
}

double
fram_schedule_canvas_get_top (FramScheduleCanvas *self)
{
  return self->adjustment[1] != NULL ? round (gtk_adjustment_get_value (self->adjustment[1])) : 0;
}

/* Under the names of the days, which stay at the top, nothing is met. */
void
fram_schedule_canvas_point (FramScheduleCanvas *self, double x, double y, FramScheduleHit *hit)
{
  *hit = (FramScheduleHit){ -1, -1, -1, FRAM_TIME_NONE };
  if (!fram_schedule_canvas_ensure_layout (self))
    return;
  if (y >= self->layout->head + self->layout->whole)
    y += fram_schedule_canvas_get_top (self);
  fram_schedule_layout_find (self->layout, x, y, hit);
}

static void
configure (FramScheduleCanvas *self)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self)), width = gtk_widget_get_width (GTK_WIDGET (self));

  if (!fram_schedule_canvas_ensure_layout (self))
    return;
  if (self->adjustment[0] != NULL)
    gtk_adjustment_configure (self->adjustment[0], 0, 0, width, width / 10, width * 0.9, width);
  if (self->adjustment[1] != NULL)
    gtk_adjustment_configure (self->adjustment[1], gtk_adjustment_get_value (self->adjustment[1]), 0,
                              MAX (height, ceil (self->layout->height)), 40, height * 0.9, height);
}

static void
scroll_now (FramScheduleCanvas *self)
{
  double above = self->layout->head + self->layout->whole, height = gtk_widget_get_height (GTK_WIDGET (self));
  double y = (self->wanted - self->layout->first) * self->layout->minute;

  self->wanted = FRAM_TIME_NONE;
  if (self->adjustment[1] != NULL)
    gtk_adjustment_set_value (self->adjustment[1], y - (height - above) / 3);
}

/* What the keyboard is on comes into view. */
void
fram_schedule_canvas_reveal (FramScheduleCanvas *self)
{
  double above, top = fram_schedule_canvas_get_top (self), height = gtk_widget_get_height (GTK_WIDGET (self));
  GdkRectangle bounds;

  self->wants_reveal = !fram_schedule_canvas_get_bounds (self, self->at, &bounds) && self->at >= 0;
  if (self->wants_reveal || self->at < 0 || self->adjustment[1] == NULL)
    return;
  above = self->layout->head + self->layout->whole;
  if (bounds.y < above)
    gtk_adjustment_set_value (self->adjustment[1], top + bounds.y - above - 6);
  else if (bounds.y + bounds.height > height)
    gtk_adjustment_set_value (self->adjustment[1],
                              top + MIN (bounds.y + bounds.height - height + 6, bounds.y - above - 6));
}

/* The own session that is on now, or -1. */
static int
find_own_now (FramScheduleCanvas *self)
{
  for (guint i = 0; i < self->picture->blocks->len; i++)
    {
      const FramScheduleBlock *block = &g_array_index (self->picture->blocks, FramScheduleBlock, i);

      if (block->style == FRAM_SCHEDULE_OWN && block->day == self->picture->today &&
          block->starts <= self->picture->now && block->ends > self->picture->now)
        return (int)i;
    }
  return -1;
}

/* At first the keyboard goes to what is on now, the own first, or to what comes next; not before there is a size to lay it out in. */
static void
choose_first (FramScheduleCanvas *self)
{
  self->wants_first = self->at < 0 && !fram_schedule_canvas_ensure_layout (self);
  if (self->wants_first || self->at >= 0)
    return;
  self->at = find_own_now (self);
  if (self->at < 0)
    self->at = fram_schedule_layout_nearest (self->layout, self->picture->today, self->picture->now);
  if (self->at < 0)
    self->at = fram_schedule_layout_step (self->layout, -1, 1);
}

/* --- the widget --- */

static void
fram_schedule_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FramScheduleCanvas *self = FRAM_SCHEDULE_CANVAS (widget);

  configure (self);
  if (self->wanted != FRAM_TIME_NONE && self->layout != NULL)
    scroll_now (self);
  if (self->wants_first && self->layout != NULL)
    {
      choose_first (self);
      self->wants_reveal = self->at >= 0;
      fram_schedule_canvas_speak (self, FALSE);
    }
  if (self->wants_reveal)
    fram_schedule_canvas_reveal (self);
  fram_schedule_canvas_place_voices (self);
}

static void
fram_schedule_canvas_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                              int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : LEAST_HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : USUAL_HEIGHT;
}

static void
fram_schedule_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FramScheduleCanvas *self = FRAM_SCHEDULE_CANVAS (widget);

  if (fram_schedule_canvas_ensure_layout (self))
    fram_schedule_canvas_draw (self, snapshot);
}

static void
forget_look (FramScheduleCanvas *self)
{
  self->palette_known = FALSE;
  fram_schedule_canvas_drop_layout (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
fram_schedule_canvas_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (fram_schedule_canvas_parent_class)->css_changed (widget, change);
  forget_look (FRAM_SCHEDULE_CANVAS (widget));
}

static void
fram_schedule_canvas_direction_changed (GtkWidget *widget, GtkTextDirection before)
{
  GTK_WIDGET_CLASS (fram_schedule_canvas_parent_class)->direction_changed (widget, before);
  forget_look (FRAM_SCHEDULE_CANVAS (widget));
}

static gboolean
fram_schedule_canvas_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  FramScheduleCanvas *self = FRAM_SCHEDULE_CANVAS (widget);
  g_autofree char *words = NULL;
  GdkRectangle bounds;
  FramScheduleHit hit;

  fram_schedule_canvas_point (self, x, y, &hit);
  if (keyboard)
    hit.block = self->at;
  if (hit.block >= 0)
    words = fram_schedule_block_to_words (&g_array_index (self->picture->blocks, FramScheduleBlock, (guint)hit.block));
  else if (hit.more >= 0)
    words = fram_schedule_more_to_words (&g_array_index (self->layout->more, FramScheduleMore, (guint)hit.more));
  if (words == NULL)
    return FALSE;
  if (fram_schedule_canvas_get_bounds (self, hit.block, &bounds))
    gtk_tooltip_set_tip_area (tooltip, &bounds);
  gtk_tooltip_set_text (tooltip, words);
  return TRUE;
}

static gboolean
fram_schedule_canvas_grab_focus (GtkWidget *widget)
{
  FramScheduleCanvas *self = FRAM_SCHEDULE_CANVAS (widget);

  if (self->picture == NULL)
    return FALSE;
  choose_first (self);
  fram_schedule_canvas_move_to (self, self->at);
  return TRUE;
}

/* One stop of the tabulator. */
static gboolean
fram_schedule_canvas_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return !fram_schedule_canvas_has_keyboard (FRAM_SCHEDULE_CANVAS (widget)) && fram_schedule_canvas_grab_focus (widget);
}

static void
on_scrolled_cb (FramScheduleCanvas *self)
{
  fram_schedule_canvas_place_voices (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_adjustment (FramScheduleCanvas *self, guint which, GtkAdjustment *adjustment)
{
  if (self->adjustment[which] != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustment[which], on_scrolled_cb, self);
  g_clear_object (&self->adjustment[which]);
  self->adjustment[which] = adjustment != NULL ? g_object_ref_sink (adjustment) : NULL;
  if (adjustment != NULL && which == 1)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (on_scrolled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
fram_schedule_canvas_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FramScheduleCanvas *self = FRAM_SCHEDULE_CANVAS (object);

  switch (id)
    {
    case PROP_HADJUSTMENT: set_adjustment (self, 0, g_value_get_object (value)); break;
    case PROP_VADJUSTMENT: set_adjustment (self, 1, g_value_get_object (value)); break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY: break; /* it always takes what it gets */
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fram_schedule_canvas_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FramScheduleCanvas *self = FRAM_SCHEDULE_CANVAS (object);

  switch (id)
    {
    case PROP_HADJUSTMENT: g_value_set_object (value, self->adjustment[0]); break;
    case PROP_VADJUSTMENT: g_value_set_object (value, self->adjustment[1]); break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY: g_value_set_enum (value, GTK_SCROLL_MINIMUM); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fram_schedule_canvas_dispose (GObject *object)
{
  FramScheduleCanvas *self = FRAM_SCHEDULE_CANVAS (object);

  fram_schedule_canvas_drop_layout (self);
  self->picture = NULL;
  fram_schedule_canvas_remove_voices (self);
  for (guint i = 0; i < G_N_ELEMENTS (self->adjustment); i++)
    g_clear_object (&self->adjustment[i]);
  G_OBJECT_CLASS (fram_schedule_canvas_parent_class)->dispose (object);
}

static void
add_signals (void)
{
  GType type = FRAM_TYPE_SCHEDULE_CANVAS;

  signals[ACTIVATED] =
      g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[MOVED] = g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DAY_WANTED] =
      g_signal_new ("day-wanted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
fram_schedule_canvas_class_init (FramScheduleCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fram_schedule_canvas_dispose;
  object_class->set_property = fram_schedule_canvas_set_property;
  object_class->get_property = fram_schedule_canvas_get_property;
  widget_class->measure = fram_schedule_canvas_measure;
  widget_class->size_allocate = fram_schedule_canvas_size_allocate;
  widget_class->snapshot = fram_schedule_canvas_snapshot;
  widget_class->css_changed = fram_schedule_canvas_css_changed;
  widget_class->direction_changed = fram_schedule_canvas_direction_changed;
  widget_class->query_tooltip = fram_schedule_canvas_query_tooltip;
  widget_class->grab_focus = fram_schedule_canvas_grab_focus;
  widget_class->focus = fram_schedule_canvas_focus;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  gtk_widget_class_set_css_name (widget_class, "schedulecanvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
  add_signals ();
}

static void
fram_schedule_canvas_init (FramScheduleCanvas *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->at = self->hover = self->selected = -1;
  self->wanted = FRAM_TIME_NONE;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (forget_look), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (forget_look), self, G_CONNECT_SWAPPED);
  fram_schedule_canvas_make_voices (self);
  fram_schedule_canvas_add_input (self);
}

GtkWidget *
fram_schedule_canvas_new (void)
{
  return g_object_new (FRAM_TYPE_SCHEDULE_CANVAS, NULL);
}

/**
 * fram_schedule_canvas_set_picture:
 * @self: a canvas
 * @picture: (nullable): what is shown; it must live until another is set
 * @name: what it is called: "Schedule, week 46"
 */
void
fram_schedule_canvas_set_picture (FramScheduleCanvas *self, const FramSchedulePicture *picture, const char *name)
{
  g_return_if_fail (FRAM_IS_SCHEDULE_CANVAS (self));
  fram_schedule_canvas_drop_layout (self);
  self->picture = picture;
  self->at = self->hover = self->selected = -1;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  fram_schedule_canvas_place_voices (self);
  fram_schedule_canvas_renew_voices (self);
  fram_schedule_canvas_speak (self, FALSE);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* The picture itself has changed, as by the minute. */
void
fram_schedule_canvas_renew (FramScheduleCanvas *self)
{
  g_return_if_fail (FRAM_IS_SCHEDULE_CANVAS (self));
  fram_schedule_canvas_drop_layout (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

int
fram_schedule_canvas_get_at (FramScheduleCanvas *self)
{
  return self->at;
}

/**
 * fram_schedule_canvas_set_at:
 * @self: a canvas
 * @block: a block, or -1
 *
 * The keyboard will go there when it comes.
 */
void
fram_schedule_canvas_set_at (FramScheduleCanvas *self, int block)
{
  self->at = block;
  fram_schedule_canvas_speak (self, FALSE);
  fram_schedule_canvas_place_voices (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * fram_schedule_canvas_move_to:
 * @self: a canvas
 * @block: a block, or -1
 *
 * Takes the keyboard there; it comes into view and is told.
 */
void
fram_schedule_canvas_move_to (FramScheduleCanvas *self, int block)
{
  g_return_if_fail (FRAM_IS_SCHEDULE_CANVAS (self));
  self->at = block;
  fram_schedule_canvas_reveal (self);
  fram_schedule_canvas_place_voices (self);
  fram_schedule_canvas_speak (self, TRUE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  fram_schedule_canvas_tell_moved (self);
}

/**
 * fram_schedule_canvas_move_near:
 * @self: a canvas
 * @day: a day
 * @minute: minutes since midnight
 *
 * The keyboard will be on what is nearest to that.
 *
 * Returns: whether there is anything
 */
gboolean
fram_schedule_canvas_move_near (FramScheduleCanvas *self, FramDate day, int minute)
{
  if (!fram_schedule_canvas_ensure_layout (self))
    return FALSE;
  self->at = fram_schedule_layout_nearest (self->layout, day, minute);
  if (self->at < 0)
    self->at = fram_schedule_layout_step (self->layout, -1, -1);
  fram_schedule_canvas_set_at (self, self->at);
  return self->at >= 0;
}

/* The block that is open in the panel, -1 for none. */
void
fram_schedule_canvas_select (FramScheduleCanvas *self, int block)
{
  self->selected = block;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

int
fram_schedule_canvas_get_selected (FramScheduleCanvas *self)
{
  return self->selected;
}

/* Shows that time of the day when the canvas has its size. */
void
fram_schedule_canvas_scroll_to (FramScheduleCanvas *self, int minute)
{
  self->wanted = minute;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
