#include "fram-schedule-canvas-private.h"

#include "fram-palette.h"

#include <math.h>

/* The picture of the days is drawn once; what moves is laid over it. */

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

/* The picture is painted as it is wherever a part of it has changed. */
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

typedef void (*DrawFunc) (const FramScheduleLayout *layout, const FramSchedulePalette *palette, cairo_t *cr);

static GskRenderNode *
make_node (FramScheduleCanvas *self, DrawFunc draw, double width, double height)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int)width * scale, (int)height * scale);
  GskRenderNode *node;
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  draw (self->layout, &self->palette, cr);
  cairo_destroy (cr);
  node = node_of (surface, width, height);
  cairo_surface_destroy (surface);
  return node;
}

static void
draw_pictures (FramScheduleCanvas *self)
{
  double width = ceil (self->layout->width);

  if (!self->palette_known)
    fram_schedule_palette_init (&self->palette, look_now (), TRUE);
  self->palette_known = TRUE;
  self->drawn = make_node (self, fram_schedule_draw, width, ceil (self->layout->height));
  self->heads = make_node (self, fram_schedule_draw_head, width, ceil (self->layout->head + self->layout->whole));
}

static guint
marks_of (FramScheduleCanvas *self, int block)
{
  guint marks = 0;

  if (block == self->hover)
    marks |= FRAM_SCHEDULE_MARK_HOVER;
  if (block == self->selected)
    marks |= FRAM_SCHEDULE_MARK_SELECTED;
  if (block == self->at && fram_schedule_canvas_has_keyboard (self))
    marks |= FRAM_SCHEDULE_MARK_FOCUS;
  return marks;
}

static void
draw_marks (FramScheduleCanvas *self, cairo_t *cr)
{
  const int blocks[] = { self->hover, self->selected, self->at };

  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    if (blocks[i] >= 0 && (i == 0 || blocks[i] != blocks[i - 1]) && marks_of (self, blocks[i]) != 0)
      fram_schedule_draw_marks (self->layout, &self->palette, (guint)blocks[i], marks_of (self, blocks[i]), cr);
}

static void
put (GtkSnapshot *snapshot, GskRenderNode *node, double top)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float)-top));
  gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_restore (snapshot);
}

void
fram_schedule_canvas_draw (FramScheduleCanvas *self, GtkSnapshot *snapshot)
{
  float width = (float)gtk_widget_get_width (GTK_WIDGET (self));
  float height = (float)gtk_widget_get_height (GTK_WIDGET (self));
  double top = fram_schedule_canvas_get_top (self);
  cairo_t *cr;

  if (self->drawn == NULL)
    draw_pictures (self);
  put (snapshot, self->drawn, top);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_translate (cr, 0, -top);
  draw_marks (self, cr);
  cairo_destroy (cr);
  if (top > 0)
    put (snapshot, self->heads, 0);
}
