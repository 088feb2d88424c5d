#pragma once

#include "fram-timeline-section.h"

#include "fram-desk-timeline.h"
#include "fram-size-bin.h"

G_BEGIN_DECLS

struct _FramTimelineSection
{
  AdwBin parent_instance;

  /* template children */
  FramSizeBin *room;
  GtkStack *states;
  GtkSpinner *spinner;
  AdwStatusPage *message;
  GtkButton *message_button;
  GtkWidget *tools;
  GtkLabel *period;
  GtkWidget *zoom;
  GtkButton *fit;
  GtkWidget *today;
  GtkWidget *select;
  GtkStack *views;
  GtkScrolledWindow *outer;
  GtkScrollable *viewport;
  GtkScrolledWindow *scroller;
  FramTimelineCanvas *canvas;
  GtkWidget *range_bar;
  GtkLabel *range_text;
  GtkBox *legend;
  GtkWidget *key;
  GtkLabel *told;
  FramTimelineList *list;

  /* owned */
  FramDesk *desk;
  FramTimeline *timeline;
  GCancellable *loading;
  GSimpleActionGroup *actions;
  GtkWidget *popover; /* what is told, or the menu, of one thing */

  FramUuid participant; /* whose timeline is read or shown */
  FramUuid enrolment;
  int menu_stop;
  guint arranging; /* idle source */
  FramDate menu_day;

  guint has_enrolment : 1;
  guint writes_plan : 1;
  guint again : 1;
  guint wants_focus : 1;
  guint failed : 1;
};

void fram_timeline_section_add_actions (FramTimelineSection *self);
void fram_timeline_section_show_actions (FramTimelineSection *self);
void fram_timeline_section_arrange (FramTimelineSection *self);
void fram_timeline_section_activate (FramTimelineSection *self, int stop, GtkWidget *from);
void fram_timeline_section_show_menu (FramTimelineSection *self, int stop, FramDate day, double x, double y);
void fram_timeline_section_close_popover (FramTimelineSection *self);
void fram_timeline_section_reload (FramTimelineSection *self);
char *fram_timeline_section_dup_table (FramTimelineSection *self);

G_END_DECLS
