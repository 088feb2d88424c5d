#pragma once

#include "fram-colours.h"

#include <cairo.h>
#include <math.h>

/* Contrast as WCAG 2.1 has it (1.4.3 and 1.4.11), and colours of single pixels. */

static inline double
contrast_linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static inline double
luminance (FramColour colour)
{
  return 0.2126 * contrast_linear (colour.red) + 0.7152 * contrast_linear (colour.green) +
         0.0722 * contrast_linear (colour.blue);
}

static inline double
contrast (FramColour a, FramColour b)
{
  double one = luminance (a), two = luminance (b);

  return (MAX (one, two) + 0.05) / (MIN (one, two) + 0.05);
}

static inline FramColour
pixel (cairo_surface_t *image, double x, double y)
{
  const guint8 *row = cairo_image_surface_get_data (image) + (int)y * cairo_image_surface_get_stride (image);
  const guint32 rgb = ((const guint32 *)(gconstpointer)row)[(int)x];

  return (FramColour){ ((rgb >> 16) & 0xff) / 255.0, ((rgb >> 8) & 0xff) / 255.0, (rgb & 0xff) / 255.0 };
}

static inline gboolean
is_colour (FramColour a, FramColour b)
{
  return fabs (a.red - b.red) + fabs (a.green - b.green) + fabs (a.blue - b.blue) < 0.03;
}
