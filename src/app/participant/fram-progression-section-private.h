#pragma once

#include "fram-progression-section.h"

#include "fram-desk-progression.h"
#include "fram-size-bin.h"

G_BEGIN_DECLS

struct _FramProgressionSection
{
  AdwBin parent_instance;

  /* template children */
  FramSizeBin *room;
  GtkStack *states;
  GtkSpinner *spinner;
  AdwStatusPage *message;
  GtkButton *message_button;
  GtkScrolledWindow *scroller;
  GtkWidget *tools;
  GtkWidget *kinds;
  GtkMenuButton *kinds_menu;
  GtkMenuButton *filter_button;
  GtkMenuButton *against_button;
  GtkWidget *rate;
  GtkWidget *my_steps;
  GtkMenuButton *more;
  GtkWidget *card;
  GtkLabel *sentence;
  GtkWidget *no_ratings;
  GtkLabel *no_ratings_text;
  GtkWidget *begin;
  GtkStack *views;
  FramProgressionCanvas *canvas;
  GtkLabel *told;
  FramProgressionTable *table;

  /* borrowed */
  const FramCase *what;          /* until another is shown */
  const char *compared;          /* in words */
  FramProgressionFilter *filter; /* popovers of buttons */
  FramProgressionAgainst *against;

  /* owned */
  FramDesk *desk;
  FramProgression *progression;
  GCancellable *loading;
  GSimpleActionGroup *actions;
  GtkWidget *popover; /* what is told, or the menu, of one thing */
  char *words;        /* the sentence */

  FramProgressionView view;
  FramUuid participant; /* whose progression is read or shown */
  FramUuid enrolment;
  int menu_stop;

  guint has_enrolment : 1;
  guint rates : 1;
  guint takes_back : 1;
  guint writes_plan : 1;
  guint wants_focus : 1;
  guint failed : 1;
  guint as_table : 1;
};

/**
 * FramProgressionAsked:
 *
 * Whose progression is asked for, and how it is shown; for work off the main loop.
 */
typedef struct
{
  FramUuid participant;
  FramUuid enrolment;
  gboolean has_enrolment;
  FramProgressionView view;
} FramProgressionAsked;

/* section */
gpointer fram_progression_section_read (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error);
FramProgressionAsked *fram_progression_section_dup_asked (FramProgressionSection *self);
void fram_progression_section_show_view (FramProgressionSection *self);
void fram_progression_section_set_kind (FramProgressionSection *self, const char *code);
const char *fram_progression_section_get_kind (FramProgressionSection *self);

/* actions */
void fram_progression_section_add_actions (FramProgressionSection *self);
void fram_progression_section_show_actions (FramProgressionSection *self);
void fram_progression_section_copy (FramProgressionSection *self);
char *fram_progression_section_dup_table (FramProgressionSection *self);

/* one thing */
void fram_progression_section_activate (FramProgressionSection *self, int stop);
void fram_progression_section_tell_point (FramProgressionSection *self, guint series, FramRater rater, guint index,
                                          GtkWidget *from, const GdkRectangle *at);
void fram_progression_section_show_menu (FramProgressionSection *self, int stop, double x, double y);
void fram_progression_section_close_popover (FramProgressionSection *self);

G_END_DECLS
