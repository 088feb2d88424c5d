#include "fram-timeline-canvas-private.h"

#include "fram-palette.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define USUAL_WIDTH 900

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
  MOVED,
  RANGE_CHANGED,
  VIEW_CHANGED,
  ACTIVATED,
  MENU,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (FramTimelineCanvas, fram_timeline_canvas, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

void
fram_timeline_canvas_tell_moved (FramTimelineCanvas *self)
{
  g_signal_emit (self, signals[MOVED], 0);
}

void
fram_timeline_canvas_tell_range (FramTimelineCanvas *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[RANGE_CHANGED], 0);
}

void
fram_timeline_canvas_tell_view (FramTimelineCanvas *self)
{
  g_signal_emit (self, signals[VIEW_CHANGED], 0);
}

void
fram_timeline_canvas_tell_activated (FramTimelineCanvas *self, int stop)
{
  g_signal_emit (self, signals[ACTIVATED], 0, stop);
}

void
fram_timeline_canvas_tell_menu (FramTimelineCanvas *self, int stop, FramDate day, double x, double y)
{
  g_signal_emit (self, signals[MENU], 0, stop, (int)day, x, y);
}

static gboolean
on_another_width_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  FRAM_TIMELINE_CANVAS (widget)->resizing = 0;
  gtk_widget_queue_resize (widget);
  return G_SOURCE_REMOVE;
}

/* Whoever scrolls it asks for its height without saying for which width: in another width it is another. */
static void
take_width (FramTimelineCanvas *self, int width)
{
  if (width == self->measured_for)
    return;
  self->measured_for = width;
  if (self->resizing == 0)
    self->resizing = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_another_width_cb, NULL, NULL);
}

static void
fram_timeline_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FramTimelineCanvas *self = FRAM_TIMELINE_CANVAS (widget);

  take_width (self, width);
  fram_timeline_canvas_configure (self);
  if (self->wants_reveal)
    fram_timeline_canvas_reveal (self, self->stop);
  self->wants_reveal = FALSE;
  fram_timeline_canvas_place_voices (self);
  fram_timeline_canvas_renew_voices (self);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      gtk_popover_present (GTK_POPOVER (child));
}

static void
fram_timeline_canvas_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                              int *minimum_baseline, int *natural_baseline)
{
  FramTimelineCanvas *self = FRAM_TIMELINE_CANVAS (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 240;
      *natural = USUAL_WIDTH;
      return;
    }
  *minimum = 120;
  *natural = 400;
  if (self->timeline != NULL)
    *natural = (int)ceil (fram_timeline_layout_get_height (self->timeline, for_size > 0 ? for_size : self->measured_for,
                                                           fram_widget_get_text_scale (widget)));
  *natural = MAX (*natural, *minimum);
}

static GtkSizeRequestMode
fram_timeline_canvas_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
fram_timeline_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FramTimelineCanvas *self = FRAM_TIMELINE_CANVAS (widget);

  if (self->timeline != NULL && fram_timeline_canvas_ensure_layout (self))
    fram_timeline_canvas_draw (self, snapshot);
}

static void
forget_look (FramTimelineCanvas *self)
{
  self->palette_known = FALSE;
  fram_timeline_canvas_drop_layout (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
fram_timeline_canvas_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (fram_timeline_canvas_parent_class)->css_changed (widget, change);
  forget_look (FRAM_TIMELINE_CANVAS (widget));
}

static void
fram_timeline_canvas_direction_changed (GtkWidget *widget, GtkTextDirection before)
{
  GTK_WIDGET_CLASS (fram_timeline_canvas_parent_class)->direction_changed (widget, before);
  forget_look (FRAM_TIMELINE_CANVAS (widget));
}

static gboolean
fram_timeline_canvas_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  FramTimelineCanvas *self = FRAM_TIMELINE_CANVAS (widget);
  int stop = keyboard ? self->stop : fram_timeline_canvas_hit (self, x, y, 0);
  g_autofree char *words = NULL;
  GdkRectangle bounds;

  if (stop < 0)
    return FALSE;
  words = fram_timeline_canvas_to_words (self, stop);
  if (keyboard && fram_timeline_canvas_get_bounds (self, stop, &bounds))
    gtk_tooltip_set_tip_area (tooltip, &bounds);
  gtk_tooltip_set_text (tooltip, words);
  return TRUE;
}

static gboolean
fram_timeline_canvas_grab_focus (GtkWidget *widget)
{
  FramTimelineCanvas *self = FRAM_TIMELINE_CANVAS (widget);
  int stop = self->stop;

  if (self->timeline == NULL || fram_timeline_stops_get_n (self->stops) == 0)
    return FALSE;
  if (stop < 0)
    {
      stop = fram_timeline_stops_find_first (self->stops, self->timeline->today);
      self->column = self->timeline->today;
    }
  fram_timeline_canvas_move_to (self, stop);
  return TRUE;
}

/* One stop of the tabulator; a popover that is open on it has its own. */
static gboolean
fram_timeline_canvas_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *inside = gtk_widget_get_focus_child (widget);

  if (GTK_IS_POPOVER (inside))
    return gtk_widget_child_focus (inside, direction);
  return !fram_timeline_canvas_has_keyboard (FRAM_TIMELINE_CANVAS (widget)) && fram_timeline_canvas_grab_focus (widget);
}

static void
fram_timeline_canvas_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FramTimelineCanvas *self = FRAM_TIMELINE_CANVAS (object);

  switch (id)
    {
    case PROP_HADJUSTMENT: fram_timeline_canvas_set_adjustment (self, 0, g_value_get_object (value)); break;
    case PROP_VADJUSTMENT: fram_timeline_canvas_set_adjustment (self, 1, g_value_get_object (value)); break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY: break; /* it always takes what it gets */
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fram_timeline_canvas_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FramTimelineCanvas *self = FRAM_TIMELINE_CANVAS (object);

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
fram_timeline_canvas_dispose (GObject *object)
{
  FramTimelineCanvas *self = FRAM_TIMELINE_CANVAS (object);

  g_clear_handle_id (&self->resting, g_source_remove);
  if (self->resizing != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->resizing);
  self->resizing = 0;
  if (self->animation != NULL)
    adw_animation_pause (self->animation);
  g_clear_object (&self->animation);
  fram_timeline_canvas_drop_layout (self);
  self->timeline = NULL;
  g_clear_pointer (&self->stops, fram_timeline_stops_free);
  fram_timeline_canvas_remove_voices (self);
  for (guint i = 0; i < G_N_ELEMENTS (self->adjustment); i++)
    g_clear_object (&self->adjustment[i]);
  G_OBJECT_CLASS (fram_timeline_canvas_parent_class)->dispose (object);
}

static void
add_signals (void)
{
  GType type = FRAM_TYPE_TIMELINE_CANVAS;

  signals[MOVED] = g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[RANGE_CHANGED] = g_signal_new ("range-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[VIEW_CHANGED] = g_signal_new ("view-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED] =
      g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[MENU] = g_signal_new ("menu", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 4, G_TYPE_INT,
                                G_TYPE_INT, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
}

static void
fram_timeline_canvas_class_init (FramTimelineCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fram_timeline_canvas_dispose;
  object_class->set_property = fram_timeline_canvas_set_property;
  object_class->get_property = fram_timeline_canvas_get_property;
  widget_class->measure = fram_timeline_canvas_measure;
  widget_class->get_request_mode = fram_timeline_canvas_get_request_mode;
  widget_class->size_allocate = fram_timeline_canvas_size_allocate;
  widget_class->snapshot = fram_timeline_canvas_snapshot;
  widget_class->css_changed = fram_timeline_canvas_css_changed;
  widget_class->direction_changed = fram_timeline_canvas_direction_changed;
  widget_class->query_tooltip = fram_timeline_canvas_query_tooltip;
  widget_class->grab_focus = fram_timeline_canvas_grab_focus;
  widget_class->focus = fram_timeline_canvas_focus;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  gtk_widget_class_set_css_name (widget_class, "timelinecanvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
  add_signals ();
}

static void
fram_timeline_canvas_init (FramTimelineCanvas *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->stop = self->hover = -1;
  self->pointer[0] = self->pointer[1] = -1;
  self->column = self->anchor = self->range_end = FRAM_DATE_NONE;
  self->to = self->hi = 1;
  self->measured_for = USUAL_WIDTH;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (forget_look), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (forget_look), self, G_CONNECT_SWAPPED);
  fram_timeline_canvas_make_voices (self);
  fram_timeline_canvas_add_input (self);
}

GtkWidget *
fram_timeline_canvas_new (void)
{
  return g_object_new (FRAM_TYPE_TIMELINE_CANVAS, NULL);
}

static void
name_canvas (FramTimelineCanvas *self)
{
  g_autofree char *name = NULL;

  /* Translators: %s is a participant's name */
  name = self->timeline != NULL && self->timeline->title != NULL
             ? g_strdup_printf (_ ("Timeline of %s"), self->timeline->title)
             : g_strdup (_ ("Timeline"));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      self->timeline != NULL && self->timeline->summary != NULL ? self->timeline->summary : "", -1);
}

/* The days that there are; a short time stands at the beginning of a view that is wider. */
static void
take_span (FramTimelineCanvas *self, gboolean keep)
{
  self->lo = self->timeline->from;
  self->hi = MAX (self->timeline->to + 1, self->lo + FRAM_TIMELINE_LEAST_DAYS);
  if (!keep || self->fits)
    {
      self->from = self->lo;
      self->to = self->hi;
      self->fits = TRUE;
      return;
    }
  self->to = MIN (self->to - self->from, self->hi - self->lo);
  self->from = CLAMP (self->from, self->lo, self->hi - self->to);
  self->to += self->from;
}

/**
 * fram_timeline_canvas_set_timeline:
 * @self: a canvas
 * @timeline: (nullable): what is shown; it must live until another is set
 * @statuses: (nullable) (element-type FramStatus): the programme's statuses; they outlive the canvas
 * @keep: whether the part in view, the keyboard's place and the selected days stay; the timeline shown before must then
 *   still live
 */
void
fram_timeline_canvas_set_timeline (FramTimelineCanvas *self, const FramTimeline *timeline, const GArray *statuses,
                                   gboolean keep)
{
  g_autoptr (FramTimelineStops) old = NULL;

  g_return_if_fail (FRAM_IS_TIMELINE_CANVAS (self));
  if (self->animation != NULL)
    adw_animation_skip (self->animation);
  fram_timeline_canvas_drop_layout (self);
  old = g_steal_pointer (&self->stops);
  keep = keep && self->timeline != NULL && old != NULL;
  self->timeline = timeline;
  self->statuses = statuses;
  self->hover = -1;
  self->stops = timeline != NULL ? fram_timeline_stops_new (timeline) : NULL;
  self->stop = keep && timeline != NULL ? fram_timeline_stops_find_same (self->stops, old, self->stop) : -1;
  if (!keep)
    self->anchor = self->range_end = self->column = FRAM_DATE_NONE;
  if (timeline != NULL)
    take_span (self, keep);
  name_canvas (self);
  fram_timeline_canvas_speak (self, FALSE, TRUE);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  fram_timeline_canvas_tell_view (self);
  fram_timeline_canvas_tell_moved (self);
  fram_timeline_canvas_tell_range (self);
}

int
fram_timeline_canvas_get_stop (FramTimelineCanvas *self)
{
  return self->stop;
}

int
fram_timeline_canvas_get_hover (FramTimelineCanvas *self)
{
  return self->hover;
}

/* (nullable): %NULL where nothing is shown. */
const FramTimelineStops *
fram_timeline_canvas_get_stops (FramTimelineCanvas *self)
{
  return self->stops;
}

/**
 * fram_timeline_canvas_move_to:
 * @self: a canvas
 * @stop: where to
 *
 * Takes the keyboard there; the place comes into view and is told.
 */
void
fram_timeline_canvas_move_to (FramTimelineCanvas *self, int stop)
{
  const FramTimelineStop *before, *after;
  gboolean row_is_new;

  g_return_if_fail (FRAM_IS_TIMELINE_CANVAS (self));
  if (self->stops == NULL || (after = fram_timeline_stops_get (self->stops, stop)) == NULL)
    return;
  before = fram_timeline_stops_get (self->stops, self->stop);
  row_is_new = before == NULL || before->row != after->row || !fram_timeline_canvas_has_keyboard (self);
  self->stop = stop;
  if (self->column == FRAM_DATE_NONE)
    self->column = after->from;
  if (gtk_widget_get_width (GTK_WIDGET (self)) > 0)
    fram_timeline_canvas_reveal (self, stop);
  else
    self->wants_reveal = TRUE;
  fram_timeline_canvas_place_voices (self);
  fram_timeline_canvas_speak (self, TRUE, row_is_new);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  fram_timeline_canvas_tell_moved (self);
}

/**
 * fram_timeline_canvas_to_words:
 * @self: a canvas
 * @stop: a place
 *
 * Returns: (transfer full): what stands there
 */
char *
fram_timeline_canvas_to_words (FramTimelineCanvas *self, int stop)
{
  return self->stops != NULL ? fram_timeline_stops_to_words (self->stops, stop, self->statuses) : g_strdup ("");
}

/**
 * fram_timeline_canvas_set_selecting:
 * @self: a canvas
 * @selecting: whether a drag selects days, without Shift too
 */
void
fram_timeline_canvas_set_selecting (FramTimelineCanvas *self, gboolean selecting)
{
  g_return_if_fail (FRAM_IS_TIMELINE_CANVAS (self));
  self->selecting = selecting;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), selecting ? "crosshair" : NULL);
}

/**
 * fram_timeline_canvas_get_range:
 * @self: a canvas
 * @from: (out): first day
 * @to: (out): last day
 *
 * Returns: whether days are selected
 */
gboolean
fram_timeline_canvas_get_range (FramTimelineCanvas *self, FramDate *from, FramDate *to)
{
  g_return_val_if_fail (FRAM_IS_TIMELINE_CANVAS (self), FALSE);
  if (self->anchor == FRAM_DATE_NONE || self->timeline == NULL)
    return FALSE;
  *from = MIN (self->anchor, self->range_end);
  *to = MAX (self->anchor, self->range_end);
  return TRUE;
}

/* %FRAM_DATE_NONE for none. */
void
fram_timeline_canvas_set_range (FramTimelineCanvas *self, FramDate from, FramDate to)
{
  g_return_if_fail (FRAM_IS_TIMELINE_CANVAS (self));
  if (self->anchor == from && self->range_end == to)
    return;
  self->anchor = from;
  self->range_end = to;
  fram_timeline_canvas_tell_range (self);
}
