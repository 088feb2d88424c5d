#pragma once

#include "fram-page-text.h"
#include "fram-paper-list.h"
#include "fram-paper-page.h"
#include "fram-progression-draw.h"
#include "fram-progression-paper.h"

G_BEGIN_DECLS

#define FRAM_PROGRESSION_PAPER_TYPE 10.0 /* letters of the sentences */
#define FRAM_PROGRESSION_PAPER_LIST 9.0  /* letters of notes and steps */

/* A page with a drawing. */
typedef struct
{
  FramProgressionLayout *layout;
  double scale; /* points for one unit of the drawing */
  double y;
} FramProgressionPage;

typedef struct
{
  FramProgression *progression;
  FramProgressionView view;
  char *printed_by;
  gint64 printed_at;
  char *state; /* below the name: case number and period */
  char *words; /* what the picture shows */
  double words_height;
  GArray *pages; /* (element-type FramProgressionPage) */
  FramPaperList *list;
  guint n_pages;
} FramProgressionSheet;

void fram_progression_sheet_add_pages (FramProgressionSheet *self);
void fram_progression_sheet_add_list (FramProgressionSheet *self);
gboolean fram_progression_sheet_shows (const FramProgressionSheet *self, guint series, FramRater rater);
FramProgressionLayout *fram_progression_sheet_fit (const FramProgressionSheet *self, const FramProgressionView *view,
                                                   double width, double height, double largest, double *scale);

G_END_DECLS
