#include "fram-progress-icon.h"

#include "fram-palette.h"

#include <adwaita.h>
#include <math.h>

/* Side at a text scale of 1; the shapes are given for it. */
#define SIDE 32.0

struct _FramProgressIcon
{
  GtkWidget parent_instance;

  int marked;
  int expected;
  int overdue;
};

G_DEFINE_FINAL_TYPE (FramProgressIcon, fram_progress_icon, GTK_TYPE_WIDGET)

static void
set_colour (cairo_t *cr, GdkRGBA colour)
{
  gdk_cairo_set_source_rgba (cr, &colour);
}

static void
draw_ring (cairo_t *cr, gboolean dashed)
{
  static const double dash[] = { 3.2, 2.45 };

  cairo_new_path (cr);
  cairo_arc (cr, 16, 16, 9, 0, 2 * G_PI);
  cairo_set_line_width (cr, 2);
  if (dashed)
    cairo_set_dash (cr, dash, G_N_ELEMENTS (dash), 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_slice (cairo_t *cr, double share)
{
  cairo_move_to (cr, 16, 16);
  cairo_arc (cr, 16, 16, 6.2, -G_PI_2, -G_PI_2 + 2 * G_PI * share);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_all (cairo_t *cr, FramStyle style)
{
  set_colour (cr, fram_palette_get_status (FRAM_SHAPE_DISC, style));
  cairo_arc (cr, 16, 16, 10, 0, 2 * G_PI);
  cairo_fill (cr);
  set_colour (cr, fram_palette_get_ink (FRAM_INK_ON_FILL, style));
  cairo_set_line_width (cr, 2.4);
  cairo_move_to (cr, 11.4, 16.4);
  cairo_line_to (cr, 14.7, 19.6);
  cairo_line_to (cr, 20.6, 12.8);
  cairo_stroke (cr);
}

static void
draw_alarm (cairo_t *cr)
{
  cairo_set_line_width (cr, 2.6);
  cairo_move_to (cr, 16, 11.4);
  cairo_line_to (cr, 16, 16.6);
  cairo_stroke (cr);
  cairo_arc (cr, 16, 20.6, 1.5, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
draw_ground (cairo_t *cr, GdkRGBA colour)
{
  set_colour (cr, colour);
  cairo_arc (cr, 16, 16, 16, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
draw (FramProgressIcon *self, cairo_t *cr)
{
  FramStyle style = fram_palette_get_style ();
  FramInk ink = self->overdue > 0 ? FRAM_INK_WARNING : FRAM_INK_INFO;
  FramInk ground = self->overdue > 0 ? FRAM_INK_WARNING_GROUND : FRAM_INK_INFO_GROUND;

  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  draw_ground (cr, fram_palette_get_ink (ground, style));
  set_colour (cr, fram_palette_get_ink (ink, style));
  if (self->expected > 0 && self->marked >= self->expected)
    draw_all (cr, style);
  else if (self->marked > 0)
    {
      draw_ring (cr, FALSE);
      draw_slice (cr, (double)self->marked / self->expected);
    }
  else if (self->overdue > 0)
    draw_alarm (cr);
  else
    draw_ring (cr, TRUE);
}

static void
fram_progress_icon_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double side = MIN (width, height);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));

  cairo_translate (cr, (width - side) / 2, (height - side) / 2);
  cairo_scale (cr, side / SIDE, side / SIDE);
  draw (FRAM_PROGRESS_ICON (widget), cr);
  cairo_destroy (cr);
}

static void
fram_progress_icon_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                            int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = (int)ceil (SIDE * MIN (fram_widget_get_text_scale (widget), 1.5));
}

static void
fram_progress_icon_class_init (FramProgressIconClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = fram_progress_icon_snapshot;
  widget_class->measure = fram_progress_icon_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
fram_progress_icon_init (FramProgressIcon *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
fram_progress_icon_new (void)
{
  return g_object_new (FRAM_TYPE_PROGRESS_ICON, NULL);
}

/**
 * fram_progress_icon_set:
 * @self: the icon
 * @marked: people marked
 * @expected: of so many expected
 * @overdue: people who should have been marked by now
 */
void
fram_progress_icon_set (FramProgressIcon *self, int marked, int expected, int overdue)
{
  g_return_if_fail (FRAM_IS_PROGRESS_ICON (self));
  self->marked = marked;
  self->expected = expected;
  self->overdue = overdue;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
