#pragma once

#include "fram-paper-list.h"
#include "fram-paper-page.h"
#include "fram-print-layout.h"
#include "fram-timeline-draw-private.h"
#include "fram-timeline-paper.h"

#include "fram-status.h"

G_BEGIN_DECLS

/* Parts of a page, in points. */
#define FRAM_TIMELINE_LEGEND 15.0 /* a line of it */
#define FRAM_TIMELINE_SMALL  8.5

/* A page with a part of the time. */
typedef struct
{
  FramTimelineLayout *layout;
  double scale; /* points for one unit of the drawing */
} FramTimelinePage;

/* What the legend tells apart; only what is on the drawing is in it. */
typedef enum
{
  FRAM_TIMELINE_SIGN_THREE_PARTY,
  FRAM_TIMELINE_SIGN_SIP,
  FRAM_TIMELINE_SIGN_TALK,
  FRAM_TIMELINE_SIGN_TO_COME,
  FRAM_TIMELINE_SIGN_MISSED,
  FRAM_TIMELINE_SIGN_MOVED,
  FRAM_TIMELINE_SIGN_DONE,
  FRAM_TIMELINE_SIGN_LATE,
  FRAM_TIMELINE_SIGN_DUE,
  FRAM_TIMELINE_SIGN_STEP,
  FRAM_TIMELINE_SIGN_PLAN,
  FRAM_TIMELINE_SIGN_GAP,
  FRAM_TIMELINE_SIGN_PAUSE,
  FRAM_TIMELINE_SIGN_STATUS /* and those after it, by shape */
} FramTimelineSign;

typedef struct
{
  int sign;
  char *text;
  guint line;
  double x;
} FramTimelineLegendItem;

typedef struct
{
  FramTimeline *timeline;
  GArray *statuses; /* (nullable) */
  char *printed_by;
  gint64 printed_at;
  GArray *pages;  /* (element-type FramTimelinePage): those with a drawing */
  GArray *legend; /* (element-type FramTimelineLegendItem) */
  guint n_legend_lines;
  FramPaperList *list; /* below the drawing */
  guint n_pages;
} FramTimelineSheet;

double fram_timeline_sheet_width (void);
void fram_timeline_sheet_add_legend (FramTimelineSheet *self);
void fram_timeline_sheet_add_list (FramTimelineSheet *self);
double fram_timeline_sheet_legend_y (const FramTimelineSheet *self, guint page);
void fram_timeline_sheet_draw (const FramTimelineSheet *self, guint page, const FramTimelinePalette *palette,
                               cairo_t *cr);
char *fram_timeline_sheet_state (const FramTimelineSheet *self);

G_END_DECLS
