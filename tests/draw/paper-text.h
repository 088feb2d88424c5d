#pragma once

#include "fram-paper.h"

G_BEGIN_DECLS

/* A paper read back as a reader of PDF files does it. */
typedef struct
{
  char *text; /* lines as people read them, pages parted with form feeds */
  guint n_pages;
  GArray *words; /* (element-type PaperWord) */
} PaperText;

typedef struct
{
  char *text;
  guint page;
  double left;
  double top;
  double right;
  double bottom;
} PaperWord;

/* NULL where there is no pdftotext; then the test has said that it is skipped. */
PaperText *paper_text_read (const FramPaper *paper, const char *name);
void paper_text_free (PaperText *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PaperText, paper_text_free)

void paper_text_assert_has (const PaperText *self, const char *sentence);
void paper_text_assert_has_not (const PaperText *self, const char *words);
/* Every word stands on its page, @margin points from its edges, and no word stands on another one. */
void paper_text_assert_tidy (const PaperText *self, const FramPaper *paper, double margin);

G_END_DECLS
