#pragma once

#include "fram-schedule-draw.h"
#include "fram-week-paper.h"

G_BEGIN_DECLS

/**
 * FramWeekPaper:
 * @picture: what stands in the week
 * @title: what it is called
 * @name: (nullable): whose
 * @site: (nullable): the house
 * @span: "week 46, 9–13 November 2026"
 * @footer: (nullable): a sentence at the bottom
 * @printed: "Printed 12 November 2026"
 * @rtl: whether it is read from right to left
 * @layout: (nullable): of the wall: where everything stands
 * @is_list: of the wall: days as lists, because there is no room for hours; of one's own: lines are joined, because
 *   there would be another page
 * @notes: (nullable) (element-type utf8): of the wall: what found no room in its box
 * @window: (nullable): of the wall: the week as in the window
 * @items: (nullable): of one's own: what stands where
 *
 * A week on paper.
 */
typedef struct
{
  FramSchedulePicture *picture;
  char *title;
  char *name;
  char *site;
  char *span;
  char *footer;
  char *printed;
  gboolean rtl;
  FramScheduleLayout *layout;
  gboolean is_list;
  GPtrArray *notes;
  FramSchedulePicture *window;
  GArray *items;
} FramWeekPaper;

FramWeekPaper *fram_week_paper_new (FramSchedulePicture *picture, const FramWeekPaperHead *head);
FramPaper *fram_week_paper_wrap (FramWeekPaper *self, const FramWeekPaperHead *head, FramPaperDrawFunc draw);

/* The wall's boxes: fram-wall-week-layout.c */
void fram_wall_week_lay_out (FramWeekPaper *self, double width, double height);
double fram_wall_week_notes_height (const FramWeekPaper *self);

G_END_DECLS
