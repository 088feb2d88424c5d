#pragma once

#include "fram-desk-paper.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramPaperView:
 *
 * A paper as it will be printed, with its pages to turn, what is to be known of it, and the ways out: to a printer, to a PDF
 * file, and to pictures where there are any. It is what all print dialogs have in common; a dialog sets it up once and
 * hands it a paper as often as it likes. Ctrl+P, Ctrl+S, Page Up and Page Down work anywhere in its window.
 *
 * Property: `busy` (boolean, read-only): something is on its way out.
 */
#define FRAM_TYPE_PAPER_VIEW (fram_paper_view_get_type ())
G_DECLARE_FINAL_TYPE (FramPaperView, fram_paper_view, FRAM, PAPER_VIEW, GtkBox)

void fram_paper_view_set_up (FramPaperView *self, FramDesk *desk, GtkWindow *window);
void fram_paper_view_close (FramPaperView *self);
void fram_paper_view_set_paper (FramPaperView *self, FramPaper *paper);
FramPaper *fram_paper_view_get_paper (FramPaperView *self);
void fram_paper_view_set_waiting (FramPaperView *self, gboolean waiting);
void fram_paper_view_set_remark (FramPaperView *self, const char *text);
void fram_paper_view_set_trouble (FramPaperView *self, const char *sentence);
gboolean fram_paper_view_is_busy (FramPaperView *self);
void fram_paper_view_save (FramPaperView *self, const char *path);

G_END_DECLS
