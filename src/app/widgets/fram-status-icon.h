#pragma once

#include "fram-status.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** FRAM_STATUS_BOX: the side of the box that the shapes are given for in VISUAL.md. */
#define FRAM_STATUS_BOX FRAM_SHAPE_BOX

void fram_status_draw (cairo_t *cr, FramShape shape, double x, double y, double size, const GdkRGBA *colour,
                       gboolean filled);

/**
 * FramStatusIcon:
 *
 * The shape of a status in its colour. It is an ornament: what stands beside it says the same in words.
 */
#define FRAM_TYPE_STATUS_ICON (fram_status_icon_get_type ())
G_DECLARE_FINAL_TYPE (FramStatusIcon, fram_status_icon, FRAM, STATUS_ICON, GtkWidget)

GtkWidget *fram_status_icon_new (FramShape shape);
void fram_status_icon_set_shape (FramStatusIcon *self, FramShape shape);
void fram_status_icon_set_size (FramStatusIcon *self, int size);

G_END_DECLS
