#include "fram-paper.h"

/**
 * fram_paper_new:
 * @title: what it is
 * @draw: draws a page
 * @data: (transfer full): what is drawn
 * @free_data: (nullable): frees @data
 *
 * Returns: (transfer full): a paper of one page of A4, lying
 */
FramPaper *
fram_paper_new (const char *title, FramPaperDrawFunc draw, gpointer data, GDestroyNotify free_data)
{
  FramPaper *self = g_new0 (FramPaper, 1);

  g_atomic_ref_count_init (&self->refs);
  self->title = g_strdup (title);
  self->file_stem = g_strdup (title);
  self->log_class = FRAM_CLASS_PLAN;
  self->people = g_array_new (FALSE, FALSE, sizeof (FramUuid));
  self->n_pages = 1;
  self->width = FRAM_PAPER_LONG;
  self->height = FRAM_PAPER_SHORT;
  self->draw = draw;
  self->data = data;
  self->free_data = free_data;
  return self;
}

FramPaper *
fram_paper_ref (FramPaper *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
fram_paper_unref (FramPaper *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  if (self->free_data != NULL)
    self->free_data (self->data);
  g_free (self->title);
  g_free (self->file_stem);
  g_free (self->log_text);
  g_free (self->recipient);
  g_array_unref (self->people);
  g_free (self);
}

/**
 * fram_paper_set_file_stem:
 * @self: a paper
 * @text: words
 *
 * Takes words as the name of a file, without what the names of files cannot hold.
 */
void
fram_paper_set_file_stem (FramPaper *self, const char *text)
{
  g_free (self->file_stem);
  self->file_stem = g_strdup (text);
  g_strdelimit (self->file_stem, "/\\:*?\"<>|\n\t", '-');
  if (self->file_stem[0] == '.')
    self->file_stem[0] = '-';
}

/**
 * fram_paper_draw_page:
 * @self: a paper
 * @page: which page, from 0
 * @look: its colours
 * @has_ground: whether the ground is painted
 * @width: what there is to draw on
 * @height: likewise
 * @cr: where to draw
 *
 * Draws a page as large as it fits, in the middle.
 */
void
fram_paper_draw_page (const FramPaper *self, guint page, FramLook look, gboolean has_ground, double width,
                      double height, cairo_t *cr)
{
  g_return_if_fail (self != NULL && page < self->n_pages);
  self->draw (self, page, look, has_ground, width, height, cr);
}
