#include "fram-progression-canvas-private.h"

#include "fram-palette.h"

#include <math.h>

/* The picture of the whole chart, and what is laid over it. */

#define RING        2
#define RING_AROUND 2
#define LEAST_RING  16

typedef struct
{
  FramProgressionCanvas *canvas;
  GtkSnapshot *snapshot;
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

static cairo_surface_t *
paint (FramProgressionCanvas *self, int scale)
{
  const FramProgressionView *view = fram_progression_layout_get_view (self->layout);
  int width = (int)ceil (view->width), height = (int)ceil (fram_progression_layout_get_height (self->layout));
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, MAX (1, width) * scale, MAX (1, height) * scale);
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  /* the chart ends within its last row of pixels */
  cairo_set_source_rgb (cr, self->palette.ground.red, self->palette.ground.green, self->palette.ground.blue);
  cairo_paint (cr);
  fram_progression_draw (self->layout, &self->palette, cr);
  cairo_destroy (cr);
  return surface;
}

/* The picture is painted as it is wherever a part of it has changed; a texture would be copied for that each time. */
static void
draw_picture (FramProgressionCanvas *self)
{
  double width = ceil (fram_progression_layout_get_view (self->layout)->width);
  double height = ceil (fram_progression_layout_get_height (self->layout));
  cairo_surface_t *surface = paint (self, gtk_widget_get_scale_factor (GTK_WIDGET (self)));
  cairo_t *cr;

  self->picture = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));
  cr = gsk_cairo_node_get_draw_context (self->picture);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
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
frame (const Drawing *d, const FramProgressionStop *stop, GdkRGBA colour, double around, float thick)
{
  const GdkRGBA colours[4] = { colour, colour, colour, colour };
  const float widths[4] = { thick, thick, thick, thick };
  double size = LEAST_RING + 2 * around;
  GskRoundedRect box;

  gsk_rounded_rect_init_from_rect (
      &box, &GRAPHENE_RECT_INIT ((float)(stop->x - size / 2), (float)(stop->y - size / 2), (float)size, (float)size),
      (float)(size / 3));
  gtk_snapshot_append_border (d->snapshot, &box, widths, colours);
}

/* A week is a column of its own. */
static void
frame_hit (const Drawing *d, const FramProgressionStop *stop, GdkRGBA colour, double around, float thick)
{
  const GdkRGBA colours[4] = { colour, colour, colour, colour };
  const float widths[4] = { thick, thick, thick, thick };
  const FramProgressionRect *hit = &stop->hit;
  GskRoundedRect box;

  gsk_rounded_rect_init_from_rect (&box,
                                   &GRAPHENE_RECT_INIT ((float)(hit->x - around), (float)(hit->y - around),
                                                        (float)(hit->width + 2 * around),
                                                        (float)(hit->height + 2 * around)),
                                   4);
  gtk_snapshot_append_border (d->snapshot, &box, widths, colours);
}

static void
mark (const Drawing *d, const FramProgressionStop *stop, GdkRGBA colour, double around, float thick)
{
  if (stop->kind == FRAM_PROGRESSION_STOP_WEEK)
    frame_hit (d, stop, colour, around, thick);
  else
    frame (d, stop, colour, around, thick);
}

/* A light line around the ring, so that it is seen on everything. */
static void
draw_ring (const Drawing *d)
{
  const FramProgressionStop *stop = fram_progression_canvas_get_nth (d->canvas, d->canvas->stop);

  if (stop == NULL)
    return;
  if (!fram_progression_canvas_has_keyboard (d->canvas))
    {
      mark (d, stop, faint (d->accent, 0.7), RING_AROUND, 1);
      return;
    }
  mark (d, stop, d->ground, RING_AROUND + RING + 1, RING + 2);
  mark (d, stop, d->accent, RING_AROUND + RING, RING);
}

static void
draw_hover (const Drawing *d)
{
  const FramProgressionStop *stop = fram_progression_canvas_get_nth (d->canvas, d->canvas->hover);

  if (stop != NULL && d->canvas->hover != d->canvas->stop)
    mark (d, stop, faint (d->ink, 0.75), 1, 1);
}

/* The same talk in all panels, as a thin line. */
static void
draw_day (const Drawing *d, FramDate day, GdkRGBA colour, float thick)
{
  const GArray *stops = fram_progression_layout_get_stops (d->canvas->layout),
               *panels = fram_progression_layout_get_panels (d->canvas->layout);
  guint last = G_MAXUINT;

  for (guint i = 0; i < stops->len; i++)
    {
      const FramProgressionStop *stop = &g_array_index (stops, FramProgressionStop, i);
      const FramProgressionRect *plot;

      if (stop->kind != FRAM_PROGRESSION_STOP_POINT || stop->panel == last || stop->panel >= panels->len ||
          fram_progression_stop_get_day (d->canvas->progression, stop) != day)
        continue;
      last = stop->panel;
      plot = &g_array_index (panels, FramProgressionPanel, stop->panel).plot;
      gtk_snapshot_append_color (
          d->snapshot, &colour,
          &GRAPHENE_RECT_INIT ((float)round (stop->x - thick / 2), (float)plot->y, thick, (float)plot->height));
    }
}

/* Where panels have time along them. */
static gboolean
has_time (FramProgressionCanvas *self)
{
  return self->view.kind == FRAM_PROGRESSION_PANELS || self->view.kind == FRAM_PROGRESSION_LINES;
}

static void
draw_days (const Drawing *d)
{
  FramProgressionCanvas *self = d->canvas;
  const FramProgressionStop *stop = fram_progression_canvas_get_nth (self, self->hover >= 0 ? self->hover : self->stop);

  if (!has_time (self))
    return;
  if (self->marks.from != FRAM_DATE_NONE)
    {
      draw_day (d, self->marks.from, faint (d->accent, 0.8), 2);
      draw_day (d, self->marks.to, faint (d->accent, 0.8), 2);
    }
  if (stop != NULL && stop->kind == FRAM_PROGRESSION_STOP_POINT &&
      (self->hover >= 0 || fram_progression_canvas_has_keyboard (self)))
    draw_day (d, fram_progression_stop_get_day (self->progression, stop), faint (d->ink, 0.4), 1);
}

static void
find_colours (FramProgressionCanvas *self, Drawing *d)
{
  if (!self->palette_known)
    fram_progression_palette_init (&self->palette, look_now (), TRUE);
  self->palette_known = TRUE;
  d->ink = rgba_of (self->palette.ink);
  d->ground = rgba_of (self->palette.ground);
  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), "accent_color", &d->accent))
    d->accent = d->ink;
}

void
fram_progression_canvas_draw (FramProgressionCanvas *self, GtkSnapshot *snapshot)
{
  Drawing d = { .canvas = self, .snapshot = snapshot };

  find_colours (self, &d);
  if (self->picture == NULL)
    draw_picture (self);
  gtk_snapshot_append_node (snapshot, self->picture);
  draw_days (&d);
  draw_hover (&d);
  draw_ring (&d);
}

/**
 * fram_progression_canvas_dup_picture:
 * @self: a canvas
 *
 * Returns: (transfer full) (nullable): the chart as it is shown, on a light ground, for the clipboard
 */
GdkTexture *
fram_progression_canvas_dup_picture (FramProgressionCanvas *self)
{
  FramProgressionPalette shown = self->palette;
  g_autoptr (GBytes) bytes = NULL;
  cairo_surface_t *surface;
  GdkTexture *texture;
  int width, height, stride;

  if (!fram_progression_canvas_ensure_layout (self))
    return NULL;
  fram_progression_palette_init (&self->palette, FRAM_LOOK_LIGHT, TRUE);
  surface = paint (self, 2);
  self->palette = shown;
  width = cairo_image_surface_get_width (surface);
  height = cairo_image_surface_get_height (surface);
  stride = cairo_image_surface_get_stride (surface);
  /* the fourth byte of this format is not set */
  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    {
      guint32 *row = (guint32 *)(gpointer)(cairo_image_surface_get_data (surface) + (gsize)y * (gsize)stride);

      for (int x = 0; x < width; x++)
        row[x] |= 0xff000000u;
    }
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), (gsize)height * (gsize)stride);
  cairo_surface_destroy (surface);
  texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, (gsize)stride);
  return texture;
}
