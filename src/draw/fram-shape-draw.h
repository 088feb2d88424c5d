#pragma once

#include "fram-status.h"

#include <cairo.h>

G_BEGIN_DECLS

/** FRAM_SHAPE_BOX: side of the box that VISUAL.md gives the measures of shapes in. */
#define FRAM_SHAPE_BOX 14.0

void fram_shape_draw (cairo_t *cr, FramShape shape, double x, double y, double size, gboolean filled);

G_END_DECLS
