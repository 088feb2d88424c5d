#include "fram-timeline-canvas-private.h"

#include "fram-palette.h"
#include "fram-words.h"

#include <math.h>

/* The picture of what is in view, and what is laid over it. While it is pushed about on a machine that needs long for the
 * drawing, the picture is wider than the view; at rest it is what fram_timeline_draw() makes of exactly what is in view. */

#define SLOW_MS      9.0 /* a drawing that takes longer than this is pushed about */
#define WIDE         700 /* pixels at text scale 1 from which there is room for names at the side */
#define RING         2
#define RING_AROUND  2
#define LEAST_RING   7
#define CHIP_PADDING 6

typedef struct
{
  FramTimelineCanvas *canvas;
  GtkSnapshot *snapshot;
  FramTimelineRect plot;
  GdkRGBA accent;
  GdkRGBA ink;
  GdkRGBA ground;
} Drawing;

static FramLook
look_now (void)
{
  static const FramLook looks[FRAM_N_STYLES] = {
    [FRAM_STYLE_LIGHT] = FRAM_LOOK_LIGHT,
    [FRAM_STYLE_DARK] = FRAM_LOOK_DARK,
    [FRAM_STYLE_LIGHT_CONTRAST] = FRAM_LOOK_LIGHT_CONTRAST,
    [FRAM_STYLE_DARK_CONTRAST] = FRAM_LOOK_DARK_CONTRAST,
  };

  return looks[fram_palette_get_style ()];
}

void
fram_timeline_canvas_drop_layout (FramTimelineCanvas *self)
{
  g_clear_pointer (&self->picture, gsk_render_node_unref);
  g_clear_pointer (&self->layout, fram_timeline_layout_free);
}

/* --- where things are --- */

static gboolean
is_rtl (FramTimelineCanvas *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static FramTimelineLayout *
lay_out (FramTimelineCanvas *self, double margin)
{
  double scale = fram_widget_get_text_scale (GTK_WIDGET (self)), days_a_pixel = 0;
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  FramTimelineView view = { width + 2 * margin, 0, self->from, self->to, scale, is_rtl (self) };

  if (margin > 0)
    days_a_pixel = fram_timeline_canvas_get_days_a_pixel (self);
  view.from -= margin * days_a_pixel;
  view.to += margin * days_a_pixel;
  view.height = MAX (height, ceil (fram_timeline_layout_get_height (self->timeline, view.width, scale)));
  return fram_timeline_layout_new (self->timeline, &view);
}

/* Whether the layout that there is shows all that is in view, as large as it is. */
static gboolean
covers (FramTimelineCanvas *self, gboolean exactly)
{
  const FramTimelineView *view = fram_timeline_layout_get_view (self->layout);
  double width = view->width - 2 * self->margin, days = (view->to - view->from), slack = days * 1e-9;
  double scale = fram_timeline_layout_get_plot (self->layout).width / days;
  double wanted = (fram_timeline_layout_get_plot (self->layout).width - 2 * self->margin) / (self->to - self->from);

  if (width != gtk_widget_get_width (GTK_WIDGET (self)) || view->height < gtk_widget_get_height (GTK_WIDGET (self)) ||
      view->rtl != is_rtl (self) || view->text_scale != fram_widget_get_text_scale (GTK_WIDGET (self)))
    return FALSE;
  if (exactly)
    return self->margin == 0 && fabs (view->from - self->from) <= slack && fabs (view->to - self->to) <= slack;
  return fabs (scale / wanted - 1) < 1e-6 && self->from >= view->from - slack && self->to <= view->to + slack;
}

/* Lays out what is in view, unless that is done. Returns FALSE while there is no room. */
gboolean
fram_timeline_canvas_ensure_layout (FramTimelineCanvas *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  gboolean push = self->moving && self->cost > SLOW_MS && width > WIDE * fram_widget_get_text_scale (GTK_WIDGET (self));
  FramTimelineLayout *layout;
  double margin = 0;

  if (self->timeline == NULL || width <= 0)
    return FALSE;
  if (self->layout != NULL && covers (self, !push))
    return TRUE;
  if (push && self->layout != NULL)
    margin = round (width / 2.0);
  layout = lay_out (self, margin);
  fram_timeline_canvas_drop_layout (self);
  self->layout = layout;
  self->margin = margin;
  return TRUE;
}

/**
 * fram_timeline_canvas_get_plot:
 *
 * Where time runs, in the widget: without axis and names.
 */
FramTimelineRect
fram_timeline_canvas_get_plot (FramTimelineCanvas *self)
{
  FramTimelineRect plot = { 0, 0, MAX (1, gtk_widget_get_width (GTK_WIDGET (self))), 1 };

  if (self->layout == NULL && !fram_timeline_canvas_ensure_layout (self))
    return plot;
  plot = fram_timeline_layout_get_plot (self->layout);
  plot.width = MAX (1, plot.width - 2 * self->margin);
  plot.height = MAX (1, gtk_widget_get_height (GTK_WIDGET (self)) - plot.y);
  return plot;
}

/* How many pixels of the layout are left of the view. */
double
fram_timeline_canvas_get_left (FramTimelineCanvas *self)
{
  if (self->margin <= 0)
    return 0;
  return round (fram_timeline_layout_x_of (self->layout, is_rtl (self) ? self->to : self->from) -
                fram_timeline_layout_get_plot (self->layout).x);
}

/* How many are above it. */
double
fram_timeline_canvas_get_top (FramTimelineCanvas *self)
{
  return self->adjustment[1] != NULL ? round (gtk_adjustment_get_value (self->adjustment[1])) : 0;
}

double
fram_timeline_canvas_day_at (FramTimelineCanvas *self, double x)
{
  return fram_timeline_canvas_ensure_layout (self)
             ? fram_timeline_layout_day_at (self->layout, x + fram_timeline_canvas_get_left (self))
             : self->from;
}

double
fram_timeline_canvas_x_of (FramTimelineCanvas *self, double day)
{
  return fram_timeline_canvas_ensure_layout (self)
             ? fram_timeline_layout_x_of (self->layout, day) - fram_timeline_canvas_get_left (self)
             : 0;
}

static FramTimelineRect
rect_of_days (FramTimelineCanvas *self, double from, double to)
{
  double a = fram_timeline_layout_x_of (self->layout, from), b = fram_timeline_layout_x_of (self->layout, to);

  return (FramTimelineRect){ MIN (a, b), 0, fabs (b - a), 0 };
}

static gboolean
rect_in_layout (FramTimelineCanvas *self, const FramTimelineStop *stop, FramTimelineRect *rect)
{
  const FramTimelineBox *box;

  if (stop->kind == FRAM_STOP_GAP)
    return fram_timeline_layout_get_gap (self->layout, stop->index, rect);
  if (stop->kind == FRAM_STOP_DAY)
    {
      FramTimelineRect strip = fram_timeline_layout_get_strip (self->layout);

      *rect = rect_of_days (self, stop->from, stop->to + 1);
      rect->y = strip.y;
      rect->height = strip.height;
      return strip.height > 0;
    }
  box = fram_timeline_layout_find_box (self->layout, stop->index);
  if (box != NULL)
    *rect = box->rect;
  return box != NULL;
}

/* Where something is drawn, in the widget; it may lie outside of what is in view. FALSE where it is not drawn. */
gboolean
fram_timeline_canvas_get_rect (FramTimelineCanvas *self, int stop, FramTimelineRect *rect)
{
  const FramTimelineStop *one = self->stops != NULL ? fram_timeline_stops_get (self->stops, stop) : NULL;

  if (one == NULL || !fram_timeline_canvas_ensure_layout (self) || !rect_in_layout (self, one, rect))
    return FALSE;
  rect->x -= fram_timeline_canvas_get_left (self);
  rect->y -= fram_timeline_canvas_get_top (self);
  return TRUE;
}

/**
 * fram_timeline_canvas_get_bounds:
 * @self: a canvas
 * @stop: a place
 * @bounds: (out): where it is, as far as it is in view
 *
 * Returns: whether any of it is
 */
gboolean
fram_timeline_canvas_get_bounds (FramTimelineCanvas *self, int stop, GdkRectangle *bounds)
{
  FramTimelineRect rect, plot = fram_timeline_canvas_get_plot (self);
  double right, bottom;

  if (!fram_timeline_canvas_get_rect (self, stop, &rect))
    return FALSE;
  right = MIN (rect.x + rect.width, plot.x + plot.width);
  bottom = MIN (rect.y + rect.height, plot.y + plot.height);
  rect.x = MAX (rect.x, plot.x);
  rect.y = MAX (rect.y, plot.y);
  *bounds = (GdkRectangle){ (int)floor (rect.x), (int)floor (rect.y), (int)ceil (MAX (1, right - rect.x)),
                            (int)ceil (MAX (1, bottom - rect.y)) };
  return right > rect.x && bottom > rect.y;
}

/* --- what is pointed at --- */

static int
hit_day (FramTimelineCanvas *self, double x, double y)
{
  FramTimelineRect strip = fram_timeline_layout_get_strip (self->layout);
  double day = fram_timeline_layout_day_at (self->layout, x);
  int best = -1;

  if (strip.height <= 0 || y < strip.y || y > strip.y + strip.height)
    return -1;
  for (guint i = 0; i < self->timeline->days->len; i++)
    {
      double far = fabs (g_array_index (self->timeline->days, FramTimelineDay, i).day + 0.5 - day);

      if (best < 0 || far < fabs (g_array_index (self->timeline->days, FramTimelineDay, (guint)best).day + 0.5 - day))
        best = (int)i;
    }
  /* a column is narrow: what is beside it counts too, but not what is far away */
  if (best >= 0 &&
      fabs (fram_timeline_layout_x_of (self->layout,
                                       g_array_index (self->timeline->days, FramTimelineDay, (guint)best).day + 0.5) -
            x) > MAX (6, 0.5 / fram_timeline_canvas_get_days_a_pixel (self)))
    return -1;
  return best;
}

/* A finger is wider than a pointer. */
static int
hit_item (FramTimelineCanvas *self, double x, double y, double slack)
{
  static const double ways[][2] = { { 0, 0 }, { 0, -1 }, { 0, 1 }, { -1, 0 }, { 1, 0 } };

  for (guint i = 0; i < (slack > 0 ? G_N_ELEMENTS (ways) : 1); i++)
    {
      int item = fram_timeline_layout_hit (self->layout, x + ways[i][0] * slack, y + ways[i][1] * slack);

      if (item >= 0)
        return item;
    }
  return -1;
}

/**
 * fram_timeline_canvas_hit:
 * @self: a canvas
 * @x: a place in the widget
 * @y: likewise
 * @slack: how far beside it counts too
 *
 * Returns: what is there, or -1
 */
int
fram_timeline_canvas_hit (FramTimelineCanvas *self, double x, double y, double slack)
{
  FramTimelineRect plot;
  int found;

  if (self->timeline == NULL || !fram_timeline_canvas_ensure_layout (self))
    return -1;
  plot = fram_timeline_canvas_get_plot (self);
  if (x < plot.x || x > plot.x + plot.width || y < plot.y || y > plot.y + plot.height)
    return -1;
  x += fram_timeline_canvas_get_left (self);
  y += fram_timeline_canvas_get_top (self);
  if ((found = hit_day (self, x, y)) >= 0)
    return fram_timeline_stops_find (self->stops, FRAM_STOP_DAY, (guint)found);
  if ((found = hit_item (self, x, y, slack)) >= 0)
    return fram_timeline_stops_find (self->stops, FRAM_STOP_ITEM, (guint)found);
  if ((found = fram_timeline_layout_hit_gap (self->layout, x, y)) >= 0)
    return fram_timeline_stops_find (self->stops, FRAM_STOP_GAP, (guint)found);
  return -1;
}

/* --- the picture --- */

/* The picture is painted as it is wherever a part of it has changed; a texture would be copied for that each time. */
static GskRenderNode *
node_of (cairo_surface_t *surface, double width, double height)
{
  GskRenderNode *node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_paint (cr);
  cairo_destroy (cr);
  return node;
}

static void
draw_picture (FramTimelineCanvas *self)
{
  const FramTimelineView *view = fram_timeline_layout_get_view (self->layout);
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  double width = ceil (view->width), height = ceil (view->height);
  gint64 begin = g_get_monotonic_time ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int)width * scale, (int)height * scale);
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  fram_timeline_draw (self->layout, &self->palette, cr);
  cairo_destroy (cr);
  self->picture = node_of (surface, width, height);
  cairo_surface_destroy (surface);
  self->cost = (double)(g_get_monotonic_time () - begin) / 1000.0;
}

/* A part of the picture where it is in the widget. */
static void
put (const Drawing *d, double x, double y, double width, double height, double left, double top)
{
  if (width <= 0 || height <= 0)
    return;
  gtk_snapshot_push_clip (d->snapshot, &GRAPHENE_RECT_INIT ((float)x, (float)y, (float)width, (float)height));
  gtk_snapshot_save (d->snapshot);
  gtk_snapshot_translate (d->snapshot, &GRAPHENE_POINT_INIT ((float)-left, (float)-top));
  gtk_snapshot_append_node (d->snapshot, d->canvas->picture);
  gtk_snapshot_restore (d->snapshot);
  gtk_snapshot_pop (d->snapshot);
}

/* Axis and lanes: the axis does not move down, the names do not move sideways. */
static void
put_band (const Drawing *d, double y, double height, double top)
{
  FramTimelineCanvas *self = d->canvas;
  double width = gtk_widget_get_width (GTK_WIDGET (self)), left = fram_timeline_canvas_get_left (self);
  double right = d->plot.x + d->plot.width;

  if (self->margin <= 0)
    {
      put (d, 0, y, width, height, 0, top);
      return;
    }
  put (d, 0, y, d->plot.x, height, 0, top);
  put (d, d->plot.x, y, d->plot.width, height, left, top);
  put (d, right, y, width - right, height, 2 * self->margin, top);
}

static void
put_picture (const Drawing *d)
{
  double height = gtk_widget_get_height (GTK_WIDGET (d->canvas)), top = fram_timeline_canvas_get_top (d->canvas);

  if (top <= 0)
    {
      put_band (d, 0, height, 0);
      return;
    }
  put_band (d, 0, d->plot.y, 0);
  put_band (d, d->plot.y, height - d->plot.y, top);
}

/* --- what is laid over it --- */

static GdkRGBA
faint (GdkRGBA colour, double alpha)
{
  colour.alpha = (float)(colour.alpha * alpha);
  return colour;
}

static GdkRGBA
rgba_of (FramColour colour)
{
  return (GdkRGBA){ (float)colour.red, (float)colour.green, (float)colour.blue, 1 };
}

static void
fill (const Drawing *d, GdkRGBA colour, double x, double y, double width, double height)
{
  gtk_snapshot_append_color (d->snapshot, &colour,
                             &GRAPHENE_RECT_INIT ((float)x, (float)y, (float)width, (float)height));
}

static void
frame (const Drawing *d, const FramTimelineRect *rect, GdkRGBA colour, double around, float thick)
{
  const GdkRGBA colours[4] = { colour, colour, colour, colour };
  const float widths[4] = { thick, thick, thick, thick };
  double width = MAX (rect->width, LEAST_RING), height = MAX (rect->height, LEAST_RING);
  GskRoundedRect box;

  gsk_rounded_rect_init_from_rect (&box,
                                   &GRAPHENE_RECT_INIT ((float)(rect->x + (rect->width - width) / 2 - around),
                                                        (float)(rect->y + (rect->height - height) / 2 - around),
                                                        (float)(width + 2 * around), (float)(height + 2 * around)),
                                   4);
  gtk_snapshot_append_border (d->snapshot, &box, widths, colours);
}

/* What reaches beyond the view is framed along its edge. */
static FramTimelineRect
cut (const Drawing *d, FramTimelineRect rect)
{
  double edge = RING + RING_AROUND, left = MAX (rect.x, d->plot.x + edge);
  double right = MIN (rect.x + rect.width, d->plot.x + d->plot.width - edge);

  if (right <= left || (rect.x >= d->plot.x && rect.x + rect.width <= d->plot.x + d->plot.width))
    return rect;
  return (FramTimelineRect){ left, rect.y, right - left, rect.height };
}

/* A light line around the ring, so that it is seen on every bar. */
static void
draw_ring (const Drawing *d)
{
  FramTimelineRect rect;

  if (d->canvas->stop < 0 || !fram_timeline_canvas_get_rect (d->canvas, d->canvas->stop, &rect))
    return;
  rect = cut (d, rect);
  if (!fram_timeline_canvas_has_keyboard (d->canvas))
    {
      frame (d, &rect, faint (d->accent, 0.7), RING_AROUND, 1);
      return;
    }
  frame (d, &rect, d->ground, RING_AROUND + RING + 1, RING + 2);
  frame (d, &rect, d->accent, RING_AROUND + RING, RING);
}

static void
draw_hover (const Drawing *d)
{
  FramTimelineRect rect;

  if (d->canvas->hover < 0 || d->canvas->hover == d->canvas->stop ||
      !fram_timeline_canvas_get_rect (d->canvas, d->canvas->hover, &rect))
    return;
  rect = cut (d, rect);
  frame (d, &rect, faint (d->ink, 0.75), 1, 1);
}

static void
draw_range (const Drawing *d)
{
  FramDate from, to;
  double a, b;

  if (!fram_timeline_canvas_get_range (d->canvas, &from, &to))
    return;
  a = fram_timeline_canvas_x_of (d->canvas, from);
  b = fram_timeline_canvas_x_of (d->canvas, to + 1);
  fill (d, faint (d->accent, 0.14), MIN (a, b), 0, fabs (b - a), d->plot.y + d->plot.height);
  fill (d, d->accent, round (MIN (a, b)), 0, 1, d->plot.y + d->plot.height);
  fill (d, d->accent, round (MAX (a, b)) - 1, 0, 1, d->plot.y + d->plot.height);
  fill (d, d->accent, MIN (a, b), d->plot.y - 3, fabs (b - a), 3);
}

/* The date in a chip on the axis. */
static void
draw_chip (const Drawing *d, double x, const char *text)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (d->canvas), text);
  int width, height, padding = CHIP_PADDING;
  double left, top;
  GskRoundedRect box;

  pango_layout_get_pixel_size (layout, &width, &height);
  left = CLAMP (x - width / 2.0 - padding, d->plot.x, MAX (d->plot.x, d->plot.x + d->plot.width - width - 2 * padding));
  top = MAX (0, d->plot.y - height - 6);
  gsk_rounded_rect_init_from_rect (
      &box, &GRAPHENE_RECT_INIT ((float)left, (float)top, (float)(width + 2 * padding), (float)(height + 4)), 6);
  gtk_snapshot_push_rounded_clip (d->snapshot, &box);
  fill (d, d->ink, left, top, width + 2 * padding, height + 4);
  gtk_snapshot_pop (d->snapshot);
  gtk_snapshot_save (d->snapshot);
  gtk_snapshot_translate (d->snapshot, &GRAPHENE_POINT_INIT ((float)round (left + padding), (float)round (top + 2)));
  gtk_snapshot_append_layout (d->snapshot, layout, &d->ground);
  gtk_snapshot_restore (d->snapshot);
}

/* The day under the pointer. */
static void
draw_crosshair (const Drawing *d)
{
  FramTimelineCanvas *self = d->canvas;
  double x = self->pointer[0], y = self->pointer[1];
  g_autofree char *date = NULL;

  if (x < d->plot.x || x > d->plot.x + d->plot.width || y < 0 || y > d->plot.y + d->plot.height ||
      self->drag == FRAM_DRAG_PAN)
    return;
  date = fram_date_to_short_words ((FramDate)floor (fram_timeline_canvas_day_at (self, x)));
  fill (d, faint (d->ink, 0.4), floor (x), d->plot.y, 1, d->plot.height);
  draw_chip (d, x, date);
}

static void
find_colours (FramTimelineCanvas *self, Drawing *d)
{
  if (!self->palette_known)
    fram_timeline_palette_init (&self->palette, look_now (), TRUE);
  self->palette_known = TRUE;
  d->ink = rgba_of (self->palette.ink);
  d->ground = rgba_of (self->palette.ground);
  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), "accent_color", &d->accent))
    d->accent = d->ink;
}

void
fram_timeline_canvas_draw (FramTimelineCanvas *self, GtkSnapshot *snapshot)
{
  Drawing d = { .canvas = self, .snapshot = snapshot, .plot = fram_timeline_canvas_get_plot (self) };

  find_colours (self, &d);
  if (self->picture == NULL)
    draw_picture (self);
  put_picture (&d);
  gtk_snapshot_push_clip (
      snapshot, &GRAPHENE_RECT_INIT ((float)d.plot.x, 0, (float)d.plot.width, (float)(d.plot.y + d.plot.height)));
  draw_range (&d);
  gtk_snapshot_push_clip (
      snapshot, &GRAPHENE_RECT_INIT ((float)d.plot.x, (float)d.plot.y, (float)d.plot.width, (float)d.plot.height));
  draw_hover (&d);
  draw_ring (&d);
  gtk_snapshot_pop (snapshot);
  draw_crosshair (&d);
  gtk_snapshot_pop (snapshot);
}
