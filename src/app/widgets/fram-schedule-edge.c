#include "fram-schedule-edge.h"

#include "fram-palette.h"
#include "fram-schedule-draw.h"

#include <adwaita.h>

#define WIDTH  16
#define HEIGHT 28
#define RADIUS 4
#define EDGE   4 /* VISUAL.md: the coloured edge of a group that is not one's own */

struct _FramScheduleEdge
{
  GtkWidget parent_instance;

  FramScheduleBlock block; /* its style and colour only */
};

G_DEFINE_FINAL_TYPE (FramScheduleEdge, fram_schedule_edge, GTK_TYPE_WIDGET)

static void
set_colour (cairo_t *cr, FramColour colour)
{
  cairo_set_source_rgb (cr, colour.red, colour.green, colour.blue);
}

static void
trace (cairo_t *cr, double x, double y, double width, double height)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - RADIUS, y + RADIUS, RADIUS, -G_PI_2, 0);
  cairo_arc (cr, x + width - RADIUS, y + height - RADIUS, RADIUS, 0, G_PI_2);
  cairo_arc (cr, x + RADIUS, y + height - RADIUS, RADIUS, G_PI_2, G_PI);
  cairo_arc (cr, x + RADIUS, y + RADIUS, RADIUS, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

/* Off, or gone elsewhere: a dashed outline; others': an outline with an edge; own: filled. */
static void
draw (FramScheduleEdge *self, const FramSchedulePalette *palette, double height, cairo_t *cr)
{
  const double dashes[] = { 3, 2 };
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean off = self->block.style == FRAM_SCHEDULE_CANCELLED || self->block.style == FRAM_SCHEDULE_AWAY;

  trace (cr, 0.5, 0.5, WIDTH - 1, height - 1);
  set_colour (cr, fram_schedule_palette_get_ground (palette, &self->block));
  cairo_fill_preserve (cr);
  set_colour (cr, off                                      ? palette->off
                  : self->block.style == FRAM_SCHEDULE_OWN ? fram_schedule_palette_get_ground (palette, &self->block)
                                                           : palette->line);
  cairo_set_line_width (cr, 1);
  if (off)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke_preserve (cr);
  cairo_clip (cr);
  if (off || self->block.style == FRAM_SCHEDULE_OWN)
    return;
  set_colour (cr, fram_schedule_palette_get_edge (palette, &self->block));
  cairo_rectangle (cr, rtl ? WIDTH - EDGE : 0, 0, EDGE, height);
  cairo_fill (cr);
}

static void
fram_schedule_edge_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  static const FramLook looks[FRAM_N_STYLES] = {
    [FRAM_STYLE_LIGHT] = FRAM_LOOK_LIGHT,
    [FRAM_STYLE_DARK] = FRAM_LOOK_DARK,
    [FRAM_STYLE_LIGHT_CONTRAST] = FRAM_LOOK_LIGHT_CONTRAST,
    [FRAM_STYLE_DARK_CONTRAST] = FRAM_LOOK_DARK_CONTRAST,
  };
  float height = (float)gtk_widget_get_height (widget);
  FramSchedulePalette palette;
  cairo_t *cr;

  fram_schedule_palette_init (&palette, looks[fram_palette_get_style ()], TRUE);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, WIDTH, height));
  draw (FRAM_SCHEDULE_EDGE (widget), &palette, height, cr);
  cairo_destroy (cr);
}

static void
fram_schedule_edge_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                            int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : 12;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *natural = HEIGHT;
}

static void
fram_schedule_edge_class_init (FramScheduleEdgeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = fram_schedule_edge_snapshot;
  widget_class->measure = fram_schedule_edge_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
fram_schedule_edge_init (FramScheduleEdge *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * fram_schedule_edge_new:
 * @style: how a block is drawn
 * @colour: number of its colour
 */
GtkWidget *
fram_schedule_edge_new (FramScheduleStyle style, guint colour)
{
  FramScheduleEdge *self = g_object_new (FRAM_TYPE_SCHEDULE_EDGE, NULL);

  self->block.style = style;
  self->block.colour = colour;
  return GTK_WIDGET (self);
}
