#include "fram-status-icon.h"

#include "fram-palette.h"
#include "fram-shape-draw.h"

#include <math.h>

struct _FramStatusIcon
{
  GtkWidget parent_instance;

  FramShape shape;
  int size;
};

G_DEFINE_FINAL_TYPE (FramStatusIcon, fram_status_icon, GTK_TYPE_WIDGET)

/**
 * fram_status_draw:
 * @cr: where to draw
 * @shape: shape of a status
 * @x: the shape's centre
 * @y: the shape's centre
 * @size: side of its box; 14 gives the measures of VISUAL.md
 * @colour: its colour
 * @filled: %FALSE for what is only planned: an outline
 */
void
fram_status_draw (cairo_t *cr, FramShape shape, double x, double y, double size, const GdkRGBA *colour, gboolean filled)
{
  gdk_cairo_set_source_rgba (cr, colour);
  fram_shape_draw (cr, shape, x, y, size, filled);
}

static void
fram_status_icon_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                          int *minimum_baseline, int *natural_baseline)
{
  FramStatusIcon *self = FRAM_STATUS_ICON (widget);

  *minimum = *natural = (int)ceil (self->size * fram_widget_get_text_scale (widget));
}

static void
fram_status_icon_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FramStatusIcon *self = FRAM_STATUS_ICON (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  GdkRGBA colour = fram_palette_get_status (self->shape, fram_palette_get_style ());
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  fram_status_draw (cr, self->shape, width / 2.0, height / 2.0, self->size * fram_widget_get_text_scale (widget),
                    &colour, TRUE);
  cairo_destroy (cr);
}

static void
fram_status_icon_class_init (FramStatusIconClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = fram_status_icon_measure;
  widget_class->snapshot = fram_status_icon_snapshot;
  gtk_widget_class_set_css_name (widget_class, "statusicon");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
fram_status_icon_init (FramStatusIcon *self)
{
  self->size = (int)FRAM_STATUS_BOX;
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
fram_status_icon_new (FramShape shape)
{
  FramStatusIcon *self = g_object_new (FRAM_TYPE_STATUS_ICON, NULL);

  self->shape = shape;
  return GTK_WIDGET (self);
}

void
fram_status_icon_set_shape (FramStatusIcon *self, FramShape shape)
{
  g_return_if_fail (FRAM_IS_STATUS_ICON (self));
  if (self->shape == shape)
    return;
  self->shape = shape;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * fram_status_icon_set_size:
 * @self: an icon
 * @size: side in pixels at text scale 1
 */
void
fram_status_icon_set_size (FramStatusIcon *self, int size)
{
  g_return_if_fail (FRAM_IS_STATUS_ICON (self) && size > 0);
  self->size = size;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
