#pragma once

#include "fram-date-popover.h"
#include "fram-desk-schedule-picture.h"
#include "fram-page.h"
#include "fram-schedule-agenda.h"
#include "fram-schedule-canvas.h"
#include "fram-schedule-filter.h"
#include "fram-schedule-page.h"
#include "fram-session-panel.h"
#include "fram-size-bin.h"

G_BEGIN_DECLS

struct _FramSchedulePage
{
  AdwBin parent_instance;

  /* template children */
  FramSizeBin *room;
  GtkBox *head;
  GtkLabel *title;
  GtkWidget *previous_button;
  GtkWidget *next_button;
  GtkWidget *day_button;
  GtkLabel *period_label;
  GtkLabel *days_label;
  GtkWidget *today_button;
  GtkBox *view_switch;
  GtkWidget *menu_button;
  GtkBox *bar;
  GtkBox *legend_box;
  AdwFlap *flap;
  GtkStack *stack;
  GtkBox *panel_place;

  GtkImage *state_icon;
  GtkLabel *state_title;
  GtkLabel *state_text;
  GtkButton *state_button;

  FramScheduleFilter *filter;
  FramScheduleCanvas *canvas;
  FramScheduleAgenda *agenda;

  /* borrowed */
  FramSessionPanel *panel;
  FramDatePopover *date_popover;

  /* owned */
  FramDesk *desk;
  FramSchedule *schedule;       /* of the week that was read last */
  FramSchedulePicture *picture; /* of what is in view of it */
  GSimpleActionGroup *actions;
  GCancellable *loading;
  GtkFileChooserNative *chooser;

  FramScheduleView chosen; /* by hand; %FRAM_SCHEDULE_VIEW_FIT for what there is room for */
  FramScheduleView view;   /* the one in view */
  FramDate day;            /* in view, or a day of the week in view */
  FramDate home_day;
  guint minute;    /* the timer that moves the line of now */
  guint again : 1; /* something has changed while it was read */
  guint wants_focus : 1;
  guint wants_now : 1; /* it is to be scrolled to now when it has been read */
  guint narrow : 1;

  int remedy; /* what the button of an empty week does */

  /* the session that is open in the panel */
  FramUuid open_group;
  FramDate open_planned;
};

/* fram-schedule-page-show.c */
void fram_schedule_page_show_period (FramSchedulePage *self);
void fram_schedule_page_show_schedule (FramSchedulePage *self);
void fram_schedule_page_show_error (FramSchedulePage *self, const GError *error);
void fram_schedule_page_show_legend (FramSchedulePage *self);
char *fram_schedule_page_dup_period (FramSchedulePage *self);
int fram_schedule_page_find_block (FramSchedulePage *self, const FramUuid *group, FramDate planned);
void fram_schedule_page_mend_state (FramSchedulePage *self);

/* fram-schedule-page-view.c */
void fram_schedule_page_fit (FramSchedulePage *self);
void fram_schedule_page_choose_view (FramSchedulePage *self, FramScheduleView view);

/* fram-schedule-page-go.c */
FramDate fram_schedule_page_get_today (FramSchedulePage *self);
int fram_schedule_page_get_now (FramSchedulePage *self);
void fram_schedule_page_step (FramSchedulePage *self, int step);
void fram_schedule_page_go_home (FramSchedulePage *self);
void fram_schedule_page_go_to (FramSchedulePage *self, FramDate day);
void fram_schedule_page_open (FramSchedulePage *self, int block);
void fram_schedule_page_close_panel (FramSchedulePage *self);
void fram_schedule_page_take_focus (FramSchedulePage *self);
gboolean fram_schedule_page_handle_key (FramSchedulePage *self, guint keyval, GdkModifierType state);

/* fram-schedule-page-menu.c */
void fram_schedule_page_add_actions (FramSchedulePage *self);
void fram_schedule_page_enable_actions (FramSchedulePage *self);
void fram_schedule_page_make_menu (FramSchedulePage *self);
void fram_schedule_page_print (FramSchedulePage *self);
char *fram_schedule_page_dup_ics_name (FramSchedulePage *self);
void fram_schedule_page_save_ics (FramSchedulePage *self, const char *path);

void fram_schedule_page_reload (FramSchedulePage *self);
void fram_schedule_page_ask (FramSchedulePage *self);

G_END_DECLS
