#pragma once

#include "fram-paper.h"
#include "fram-schedule.h"

G_BEGIN_DECLS

/**
 * FramWeekPaperHead:
 * @title: what it is called: "Groups of the week"
 * @name: (nullable): whose week it is; never on the wall
 * @site: (nullable): the house
 * @from: first day
 * @to: last day
 * @footer: (nullable): a sentence at the bottom
 * @log_text: what the access log says was printed
 * @participant: (nullable): whose week it is, for the access log
 * @printed_at: when, UTC milliseconds
 * @rtl: whether it is read from right to left
 *
 * What stands around a week on paper.
 */
typedef struct
{
  const char *title;
  const char *name;
  const char *site;
  FramDate from;
  FramDate to;
  const char *footer;
  const char *log_text;
  const FramUuid *participant;
  gint64 printed_at;
  gboolean rtl;
} FramWeekPaperHead;

/* For the wall: one lying page, whatever stands in the week. Nothing may be in the picture that not everybody may read. */
FramPaper *fram_wall_week_paper_new (FramSchedulePicture *picture, const FramWeekPaperHead *head);

/* Gives the wall's week a picture as in the window, for PNG and SVG; takes @picture. */
void fram_wall_week_paper_set_picture (FramPaper *paper, FramSchedulePicture *picture);

/* For one person: day by day in large letters on standing pages. */
FramPaper *fram_own_week_paper_new (FramSchedulePicture *picture, const FramWeekPaperHead *head);

G_END_DECLS
