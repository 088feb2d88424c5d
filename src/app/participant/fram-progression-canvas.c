#include "fram-progression-canvas-private.h"

#include "fram-palette.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define LEAST_WIDTH 240
#define USUAL_WIDTH 900

enum
{
  MOVED,
  ACTIVATED,
  COMPARED,
  MENU,
  ESCAPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FramProgressionCanvas, fram_progression_canvas, GTK_TYPE_WIDGET)

void
fram_progression_canvas_tell_moved (FramProgressionCanvas *self)
{
  g_signal_emit (self, signals[MOVED], 0);
}

void
fram_progression_canvas_tell_activated (FramProgressionCanvas *self, int stop)
{
  g_signal_emit (self, signals[ACTIVATED], 0, stop);
}

void
fram_progression_canvas_tell_compared (FramProgressionCanvas *self, FramDate a, FramDate b)
{
  g_signal_emit (self, signals[COMPARED], 0, (int)MIN (a, b), (int)MAX (a, b));
}

void
fram_progression_canvas_tell_menu (FramProgressionCanvas *self, int stop, double x, double y)
{
  g_signal_emit (self, signals[MENU], 0, stop, x, y);
}

/* Whether anybody wanted to know. */
gboolean
fram_progression_canvas_tell_escaped (FramProgressionCanvas *self)
{
  gboolean handled = FALSE;

  g_signal_emit (self, signals[ESCAPED], 0, &handled);
  return handled;
}

/* --- geometry --- */

static gboolean
is_for (const FramProgressionLayout *layout, FramProgressionCanvas *self, int width)
{
  const FramProgressionView *view;

  if (layout == NULL)
    return FALSE;
  view = fram_progression_layout_get_view (layout);
  return view->width == width && view->text_scale == fram_widget_get_text_scale (GTK_WIDGET (self)) &&
         view->rtl == (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL);
}

/* A layout for a width, made once: it is measured before it is drawn. */
FramProgressionLayout *
fram_progression_canvas_lay_out (FramProgressionCanvas *self, int width)
{
  FramProgressionView view = self->view;

  if (is_for (self->layout, self, width))
    return self->layout;
  if (is_for (self->measured, self, width))
    return self->measured;
  view.width = width;
  view.height = 0;
  view.text_scale = fram_widget_get_text_scale (GTK_WIDGET (self));
  view.rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  g_clear_pointer (&self->measured, fram_progression_layout_free);
  self->measured = fram_progression_layout_new (self->progression, &view);
  return self->measured;
}

/* In another layout the same things stand elsewhere, and may have other numbers. */
static void
take_layout (FramProgressionCanvas *self, FramProgressionLayout *layout)
{
  g_autoptr (FramProgressionLayout) old = self->layout;

  if (old != NULL)
    {
      self->stop = fram_progression_find_same (layout, old, self->stop);
      self->hover = -1;
    }
  self->layout = layout;
  g_clear_pointer (&self->walk, fram_progression_walk_free);
  g_clear_pointer (&self->picture, gsk_render_node_unref);
  self->walk = fram_progression_walk_new (layout);
}

/* Lays out what is to be seen, unless that is done; while there is no room yet, for a usual width, so that the keyboard has
 * somewhere to be. Returns FALSE where there is nothing. */
gboolean
fram_progression_canvas_ensure_layout (FramProgressionCanvas *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  FramProgressionLayout *layout;

  if (self->progression == NULL)
    return FALSE;
  layout = fram_progression_canvas_lay_out (self, width > 0 ? width : USUAL_WIDTH);
  if (layout != self->layout)
    {
      self->measured = NULL;
      take_layout (self, layout);
    }
  return TRUE;
}

void
fram_progression_canvas_drop_layout (FramProgressionCanvas *self)
{
  g_clear_pointer (&self->picture, gsk_render_node_unref);
  g_clear_pointer (&self->walk, fram_progression_walk_free);
  g_clear_pointer (&self->measured, fram_progression_layout_free);
  g_clear_pointer (&self->layout, fram_progression_layout_free);
}

/* The place of the keyboard is kept while another layout is made. */
static void
renew_layout (FramProgressionCanvas *self)
{
  int width = self->layout != NULL ? (int)fram_progression_layout_get_view (self->layout)->width
                                   : gtk_widget_get_width (GTK_WIDGET (self));
  FramProgressionLayout *old = g_steal_pointer (&self->layout);

  g_clear_pointer (&self->measured, fram_progression_layout_free);
  g_clear_pointer (&self->walk, fram_progression_walk_free);
  g_clear_pointer (&self->picture, gsk_render_node_unref);
  if (self->progression != NULL && width > 0)
    {
      FramProgressionLayout *layout = fram_progression_canvas_lay_out (self, width);

      self->measured = NULL;
      self->layout = old;
      take_layout (self, layout);
    }
  else
    g_clear_pointer (&old, fram_progression_layout_free);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * fram_progression_canvas_hit:
 * @self: a canvas
 * @x: a place in the widget
 * @y: likewise
 * @slack: how far beside it counts too
 *
 * Returns: what is there, or -1
 */
int
fram_progression_canvas_hit (FramProgressionCanvas *self, double x, double y, double slack)
{
  static const double ways[][2] = { { 0, 0 }, { 0, -1 }, { 0, 1 }, { -1, 0 }, { 1, 0 } };

  if (!fram_progression_canvas_ensure_layout (self))
    return -1;
  for (guint i = 0; i < (slack > 0 ? G_N_ELEMENTS (ways) : 1); i++)
    {
      int stop = fram_progression_layout_hit (self->layout, x + ways[i][0] * slack, y + ways[i][1] * slack);

      if (stop >= 0)
        return stop;
    }
  return -1;
}

/**
 * fram_progression_canvas_get_bounds:
 * @self: a canvas
 * @stop: a stop
 * @bounds: (out): where it is in the widget
 *
 * Returns: whether it is anywhere
 */
gboolean
fram_progression_canvas_get_bounds (FramProgressionCanvas *self, int stop, GdkRectangle *bounds)
{
  const FramProgressionStop *one = fram_progression_canvas_get_nth (self, stop);

  if (one == NULL)
    return FALSE;
  *bounds = (GdkRectangle){ (int)floor (one->hit.x), (int)floor (one->hit.y), (int)ceil (MAX (1, one->hit.width)),
                            (int)ceil (MAX (1, one->hit.height)) };
  return TRUE;
}

/* --- widget --- */

static void
fram_progression_canvas_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                                 int *natural, int *minimum_baseline, int *natural_baseline)
{
  FramProgressionCanvas *self = FRAM_PROGRESSION_CANVAS (widget);
  int width = for_size > 0 ? for_size : MAX (LEAST_WIDTH, gtk_widget_get_width (widget));

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = USUAL_WIDTH;
      return;
    }
  *minimum = 1;
  if (self->progression != NULL)
    *minimum = (int)ceil (fram_progression_layout_get_height (fram_progression_canvas_lay_out (self, width)));
  *natural = *minimum;
}

static GtkSizeRequestMode
fram_progression_canvas_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
fram_progression_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FramProgressionCanvas *self = FRAM_PROGRESSION_CANVAS (widget);

  fram_progression_canvas_ensure_layout (self);
  fram_progression_canvas_place_voices (self);
  fram_progression_canvas_renew_voices (self);
}

static void
fram_progression_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FramProgressionCanvas *self = FRAM_PROGRESSION_CANVAS (widget);

  if (fram_progression_canvas_ensure_layout (self))
    fram_progression_canvas_draw (self, snapshot);
}

static void
forget_look (FramProgressionCanvas *self)
{
  self->palette_known = FALSE;
  renew_layout (self);
}

static void
fram_progression_canvas_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (fram_progression_canvas_parent_class)->css_changed (widget, change);
  forget_look (FRAM_PROGRESSION_CANVAS (widget));
}

static void
fram_progression_canvas_direction_changed (GtkWidget *widget, GtkTextDirection before)
{
  GTK_WIDGET_CLASS (fram_progression_canvas_parent_class)->direction_changed (widget, before);
  forget_look (FRAM_PROGRESSION_CANVAS (widget));
}

static gboolean
fram_progression_canvas_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  FramProgressionCanvas *self = FRAM_PROGRESSION_CANVAS (widget);
  int stop = keyboard ? self->stop : fram_progression_canvas_hit (self, x, y, 0);
  g_autofree char *words = NULL;
  GdkRectangle bounds;

  if (stop < 0)
    return FALSE;
  words = fram_progression_canvas_to_words (self, stop);
  if (fram_progression_canvas_get_bounds (self, stop, &bounds))
    gtk_tooltip_set_tip_area (tooltip, &bounds);
  gtk_tooltip_set_text (tooltip, words);
  return TRUE;
}

static gboolean
fram_progression_canvas_grab_focus (GtkWidget *widget)
{
  FramProgressionCanvas *self = FRAM_PROGRESSION_CANVAS (widget);
  int stop;

  if (!fram_progression_canvas_ensure_layout (self) || fram_progression_walk_get_n_rows (self->walk) == 0)
    return FALSE;
  stop = self->stop;
  if (stop < 0)
    {
      stop = fram_progression_walk_first (self->walk, self->progression->today);
      self->column = self->progression->today;
    }
  fram_progression_canvas_move_to (self, stop);
  return TRUE;
}

/* One stop of the tabulator. */
static gboolean
fram_progression_canvas_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return !fram_progression_canvas_has_keyboard (FRAM_PROGRESSION_CANVAS (widget)) &&
         fram_progression_canvas_grab_focus (widget);
}

static void
fram_progression_canvas_dispose (GObject *object)
{
  FramProgressionCanvas *self = FRAM_PROGRESSION_CANVAS (object);

  fram_progression_canvas_drop_layout (self);
  self->progression = NULL;
  g_clear_pointer (&self->voices, fram_voices_free);
  G_OBJECT_CLASS (fram_progression_canvas_parent_class)->dispose (object);
}

static void
fram_progression_canvas_finalize (GObject *object)
{
  g_free (FRAM_PROGRESSION_CANVAS (object)->summary);
  G_OBJECT_CLASS (fram_progression_canvas_parent_class)->finalize (object);
}

static void
add_signals (void)
{
  GType type = FRAM_TYPE_PROGRESSION_CANVAS;

  signals[MOVED] = g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED] =
      g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[COMPARED] =
      g_signal_new ("compared", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  signals[MENU] = g_signal_new ("menu", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_INT,
                                G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[ESCAPED] = g_signal_new ("escaped", type, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled, NULL, NULL,
                                   G_TYPE_BOOLEAN, 0);
}

static void
fram_progression_canvas_class_init (FramProgressionCanvasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fram_progression_canvas_dispose;
  G_OBJECT_CLASS (klass)->finalize = fram_progression_canvas_finalize;
  widget_class->measure = fram_progression_canvas_measure;
  widget_class->get_request_mode = fram_progression_canvas_get_request_mode;
  widget_class->size_allocate = fram_progression_canvas_size_allocate;
  widget_class->snapshot = fram_progression_canvas_snapshot;
  widget_class->css_changed = fram_progression_canvas_css_changed;
  widget_class->direction_changed = fram_progression_canvas_direction_changed;
  widget_class->query_tooltip = fram_progression_canvas_query_tooltip;
  widget_class->grab_focus = fram_progression_canvas_grab_focus;
  widget_class->focus = fram_progression_canvas_focus;
  gtk_widget_class_set_css_name (widget_class, "progressioncanvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
  add_signals ();
}

static void
fram_progression_canvas_init (FramProgressionCanvas *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->stop = self->hover = -1;
  self->column = self->anchor = self->marks.from = self->marks.to = FRAM_DATE_NONE;
  fram_progression_view_init (&self->view, FRAM_PROGRESSION_PANELS, USUAL_WIDTH);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (forget_look), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (forget_look), self, G_CONNECT_SWAPPED);
  self->voices = fram_voices_new (GTK_WIDGET (self), C_ ("progression", "Nothing"));
  fram_progression_canvas_add_input (self);
}

GtkWidget *
fram_progression_canvas_new (void)
{
  return g_object_new (FRAM_TYPE_PROGRESSION_CANVAS, NULL);
}

static void
name_canvas (FramProgressionCanvas *self)
{
  g_autofree char *name = NULL;

  /* Translators: %s is a participant's name */
  name = self->progression != NULL && self->progression->title != NULL && !self->view.large
             ? g_strdup_printf (_ ("Progression of %s"), self->progression->title)
             : g_strdup (_ ("Progression"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->summary != NULL ? self->summary : "", -1);
}

/**
 * fram_progression_canvas_set_progression:
 * @self: a canvas
 * @progression: (nullable): what is shown; it must live until another is set
 * @keep: whether the keyboard's place stays; the progression shown before must then still live
 */
void
fram_progression_canvas_set_progression (FramProgressionCanvas *self, const FramProgression *progression, gboolean keep)
{
  g_return_if_fail (FRAM_IS_PROGRESSION_CANVAS (self));
  self->progression = progression;
  if (!keep || progression == NULL)
    {
      fram_progression_canvas_drop_layout (self);
      self->stop = self->hover = -1;
      self->column = self->anchor = FRAM_DATE_NONE;
    }
  renew_layout (self);
  name_canvas (self);
  if (progression != NULL)
    fram_progression_canvas_speak (self, FALSE, TRUE);
  fram_progression_canvas_tell_moved (self);
}

/**
 * fram_progression_canvas_set_view:
 * @self: a canvas
 * @view: what is shown; sizes are not read
 */
void
fram_progression_canvas_set_view (FramProgressionCanvas *self, const FramProgressionView *view)
{
  g_return_if_fail (FRAM_IS_PROGRESSION_CANVAS (self));
  self->view = *view;
  renew_layout (self);
  fram_progression_canvas_tell_moved (self);
}

const FramProgressionView *
fram_progression_canvas_get_view (FramProgressionCanvas *self)
{
  return &self->view;
}

/* The two talks that are compared; %FRAM_DATE_NONE for none. */
void
fram_progression_canvas_set_marks (FramProgressionCanvas *self, const FramProgressionSpan *span)
{
  self->marks = *span;
  self->anchor = span->from;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The text alternative of the whole. */
void
fram_progression_canvas_set_summary (FramProgressionCanvas *self, const char *summary)
{
  g_free (self->summary);
  self->summary = g_strdup (summary);
  name_canvas (self);
}

/* (nullable): %NULL where nothing is shown, or nowhere yet. */
const FramProgressionLayout *
fram_progression_canvas_get_layout (FramProgressionCanvas *self)
{
  return fram_progression_canvas_ensure_layout (self) ? self->layout : NULL;
}

/* (nullable): %NULL for none. */
const FramProgressionStop *
fram_progression_canvas_get_nth (FramProgressionCanvas *self, int stop)
{
  const GArray *stops = self->layout != NULL ? fram_progression_layout_get_stops (self->layout) : NULL;

  return stops != NULL && stop >= 0 && (guint)stop < stops->len
             ? &g_array_index (stops, FramProgressionStop, (guint)stop)
             : NULL;
}

int
fram_progression_canvas_get_stop (FramProgressionCanvas *self)
{
  return self->stop;
}

int
fram_progression_canvas_get_hover (FramProgressionCanvas *self)
{
  return self->hover;
}

/* The panel with its title comes into view, where it fits; whoever scrolls has brought the place itself. */
static void
reveal_panel (FramProgressionCanvas *self)
{
  const FramProgressionStop *stop = fram_progression_canvas_get_nth (self, self->stop);
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);
  const FramProgressionRect *rect;
  GtkAdjustment *adjustment;
  GtkWidget *all;
  double x, top;

  if (viewport == NULL || gtk_widget_get_width (GTK_WIDGET (self)) <= 0)
    return;
  rect = &g_array_index (fram_progression_layout_get_panels (self->layout), FramProgressionPanel, stop->panel).rect;
  all = gtk_viewport_get_child (GTK_VIEWPORT (viewport));
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  if (rect->height > gtk_adjustment_get_page_size (adjustment) ||
      !gtk_widget_translate_coordinates (GTK_WIDGET (self), all, rect->x, rect->y, &x, &top))
    return;
  gtk_adjustment_clamp_page (adjustment, top, top + rect->height);
}

/**
 * fram_progression_canvas_move_to:
 * @self: a canvas
 * @stop: where to
 *
 * Takes the keyboard there; the place is told, and whoever scrolls brings it into view.
 */
void
fram_progression_canvas_move_to (FramProgressionCanvas *self, int stop)
{
  gboolean row_is_new;

  g_return_if_fail (FRAM_IS_PROGRESSION_CANVAS (self));
  if (!fram_progression_canvas_ensure_layout (self) || fram_progression_canvas_get_nth (self, stop) == NULL)
    return;
  row_is_new =
      !fram_progression_canvas_has_keyboard (self) ||
      fram_progression_walk_get_row (self->walk, stop) != fram_progression_walk_get_row (self->walk, self->stop);
  self->stop = stop;
  if (self->column == FRAM_DATE_NONE)
    self->column = fram_progression_stop_get_day (self->progression, fram_progression_canvas_get_nth (self, stop));
  fram_progression_canvas_place_voices (self);
  fram_progression_canvas_speak (self, TRUE, row_is_new);
  reveal_panel (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  fram_progression_canvas_tell_moved (self);
}
