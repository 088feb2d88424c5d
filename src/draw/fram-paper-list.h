#pragma once

#include "fram-colours.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * FramPaperList:
 *
 * Lines of text below a drawing on lying pages: two columns of the same height, first where there is room below the drawing,
 * then on pages of their own. A line takes the room it needs; a heading stands with what it is over.
 */
typedef struct _FramPaperList FramPaperList;

FramPaperList *fram_paper_list_new (double size, gboolean rtl);
void fram_paper_list_free (FramPaperList *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramPaperList, fram_paper_list_free)

void fram_paper_list_add (FramPaperList *self, char *text);
void fram_paper_list_add_heading (FramPaperList *self, const char *text);
gboolean fram_paper_list_is_empty (const FramPaperList *self);
guint fram_paper_list_place (FramPaperList *self, guint page, double top);
void fram_paper_list_draw (const FramPaperList *self, guint page, const FramColour *ink, cairo_t *cr);

G_END_DECLS
