#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * FramDrawingFormat:
 * @FRAM_DRAWING_PDF: one file with all pages
 * @FRAM_DRAWING_SVG: a file for each page
 * @FRAM_DRAWING_PNG: a file for each page
 */
typedef enum
{
  FRAM_DRAWING_PDF,
  FRAM_DRAWING_SVG,
  FRAM_DRAWING_PNG,
} FramDrawingFormat;

/**
 * FramDrawPageFunc:
 * @cr: where to draw
 * @page: which page, from 0
 * @width: what there is to draw on
 * @height: likewise
 * @data: closure
 */
typedef void (*FramDrawPageFunc) (cairo_t *cr, guint page, double width, double height, gpointer data);

/**
 * FramDrawing:
 * @title: (nullable): the document's title
 * @made_at: when, UTC milliseconds, 0 for not said
 * @n_pages: how many pages, 1 or more
 * @width: of a page: points, of a PNG pixels
 * @height: likewise
 * @draw: draws a page
 * @data: its closure
 *
 * Something drawn that is to be written to a file.
 */
typedef struct
{
  const char *title;
  gint64 made_at;
  guint n_pages;
  double width;
  double height;
  FramDrawPageFunc draw;
  gpointer data;
} FramDrawing;

gboolean fram_drawing_format_of (const char *path, FramDrawingFormat *format, GError **error);
GStrv fram_drawing_write (const FramDrawing *self, const char *path, GError **error);

G_END_DECLS
