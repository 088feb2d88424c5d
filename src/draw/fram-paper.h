#pragma once

#include "fram-colours.h"
#include "fram-entity.h"
#include "fram-uuid.h"

#include <cairo.h>

G_BEGIN_DECLS

typedef struct _FramPaper FramPaper;

/**
 * FramPaperDrawFunc:
 * @self: a paper
 * @page: which page, from 0
 * @look: its colours
 * @has_ground: whether the ground is painted
 * @width: what there is to draw on
 * @height: likewise
 * @cr: where to draw
 */
typedef void (*FramPaperDrawFunc) (const FramPaper *self, guint page, FramLook look, gboolean has_ground, double width,
                                   double height, cairo_t *cr);

/**
 * FramPaper:
 * @title: what it is: "Timeline, Amina H."
 * @file_stem: name of a file without its ending
 * @log_text: what the access log says was printed
 * @log_class: which class it belongs to
 * @people: (element-type FramUuid): participants who are on it
 * @recipient: (nullable): to whom outside the programme it goes; it is let out only with the participant's consent that
 *   names them
 * @made_at: when it was made, UTC milliseconds
 * @n_pages: how many pages, 1 or more
 * @width: of a page in points
 * @height: likewise
 * @draw: draws a page
 * @describe: (nullable): names a page, the label of a preview
 * @tell: (nullable): tells what a page shows
 * @draw_picture: (nullable): draws the same as a picture, without head and legend; where there is none a picture is a page
 * @picture_width: its natural size, in pixels
 * @picture_height: likewise
 * @data: what is drawn
 * @free_data: (nullable): frees it
 *
 * Something on pages that is printed or saved, whatever it is. It is not changed any more once it is made, and may be
 * drawn in any thread.
 */
struct _FramPaper
{
  gatomicrefcount refs;
  char *title;
  char *file_stem;
  char *log_text;
  FramClass log_class;
  GArray *people;
  char *recipient;
  gint64 made_at;
  guint n_pages;
  double width;
  double height;
  FramPaperDrawFunc draw;
  char *(*describe) (const FramPaper *self, guint page);
  char *(*tell) (const FramPaper *self, guint page);
  FramPaperDrawFunc draw_picture;
  double picture_width;
  double picture_height;
  gpointer data;
  GDestroyNotify free_data;
};

/** FRAM_PAPER_LONG: the longer side of A4 in points. */
#define FRAM_PAPER_LONG (297 * 72 / 25.4)

/** FRAM_PAPER_SHORT: its shorter side. */
#define FRAM_PAPER_SHORT (210 * 72 / 25.4)

FramPaper *fram_paper_new (const char *title, FramPaperDrawFunc draw, gpointer data, GDestroyNotify free_data);
FramPaper *fram_paper_ref (FramPaper *self);
void fram_paper_unref (FramPaper *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramPaper, fram_paper_unref)

void fram_paper_set_file_stem (FramPaper *self, const char *text);
void fram_paper_draw_page (const FramPaper *self, guint page, FramLook look, gboolean has_ground, double width,
                           double height, cairo_t *cr);

G_END_DECLS
