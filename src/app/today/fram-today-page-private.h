#pragma once

#include "fram-today-page.h"

#include "fram-page.h"
#include "fram-today-section.h"

G_BEGIN_DECLS

/* Sections of what participants need, from top to bottom. */
typedef enum
{
  FRAM_TODAY_GAPS,
  FRAM_TODAY_COMMITMENTS,
  FRAM_TODAY_TALKS,
  FRAM_TODAY_FOLLOW_UPS,
  FRAM_TODAY_AHEAD,
  FRAM_TODAY_AIDS,
  FRAM_TODAY_ANSWERS,
  FRAM_TODAY_REVIEWS,
  FRAM_TODAY_N_NEEDS
} FramTodayNeeds;

struct _FramTodayPage
{
  AdwBin parent_instance;

  /* borrowed: widgets */
  GtkWidget *room;
  GtkWidget *scroller;
  GtkWidget *clamp;
  GtkWidget *head;
  GtkLabel *title;
  GtkLabel *date;
  GtkLabel *waiting;
  GtkStack *stack;
  AdwStatusPage *trouble;
  GtkWidget *columns;
  GtkWidget *aside;
  GtkWidget *aside_clamp;
  GtkWidget *groups;
  GtkWidget *groups_title;
  GtkListBox *groups_list;
  GtkMenuButton *book_button;
  FramTodaySection *rosters;
  FramTodaySection *missing;
  FramTodaySection *tasks;
  FramTodaySection *asked;
  FramTodaySection *done;
  FramTodaySection *hints;
  FramTodaySection *own;
  FramTodaySection *needs[FRAM_TODAY_N_NEEDS];
  FramTodaySection *my_day;
  FramTodaySection *house;
  AdwEntryRow *entry;
  GtkMenuButton *due_button;
  GtkPopover *due_popover;
  GtkWidget *due_grid;

  /* owned */
  FramDesk *desk;
  FramToday *today;
  GCancellable *loading;
  char *groups_shown; /* what stands there, so that it is made anew only when it is another */

  FramDate due; /* of the task that is being written */
  guint clock;
  guint writing; /* changes on their way */
  gboolean stale;
  gboolean wants_focus;
};

void fram_today_page_reload (FramTodayPage *self);
void fram_today_page_say (FramTodayPage *self, const char *text, gboolean with_undo);
char *fram_today_page_discreet (FramTodayPage *self, const char *text, const char *name);

GtkWidget *fram_today_page_make_groups (FramTodayPage *self);
void fram_today_page_show_groups (FramTodayPage *self);
GtkWidget *fram_today_page_make_book_button (FramTodayPage *self);
void fram_today_page_show_people (FramTodayPage *self);
gboolean fram_today_page_has_group (FramTodayPage *self, const FramUuid *group);
void fram_today_page_show_rosters (FramTodayPage *self);
void fram_today_page_make_tasks (FramTodayPage *self);
void fram_today_page_show_tasks (FramTodayPage *self);
void fram_today_page_show_due (FramTodayPage *self);
void fram_today_page_show_hints (FramTodayPage *self);
void fram_today_page_make_needs (FramTodayPage *self, GtkWidget *box);
void fram_today_page_show_needs (FramTodayPage *self);
void fram_today_page_show_my_day (FramTodayPage *self);
void fram_today_page_show_house (FramTodayPage *self);
void fram_today_page_show_own (FramTodayPage *self);

/* What is done at the desk's thread and told in a toast: takes @data over. */
void fram_today_page_write (FramTodayPage *self, FramDeskFunc func, gpointer data, GDestroyNotify free_data);
GtkWidget *fram_today_badge_new (const char *icon, const char *style);

G_END_DECLS
