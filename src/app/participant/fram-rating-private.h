#pragma once

#include "fram-rating-choice.h"
#include "fram-rating-dialog.h"
#include "fram-rating-large.h"
#include "fram-rating-side.h"

G_BEGIN_DECLS

struct _FramRatingDialog
{
  AdwWindow parent_instance;

  /* template children */
  AdwHeaderBar *header;
  AdwWindowTitle *title;
  GtkButton *back;
  GtkWidget *head;
  GtkWidget *sides;
  GtkToggleButton *theirs;
  GtkToggleButton *mine;
  GtkLabel *progress;
  GtkProgressBar *bar;
  GtkRevealer *trouble;
  GtkLabel *sentence;
  GtkStack *stack;
  AdwStatusPage *nothing;
  FramRatingChoice *choice;
  AdwBin *participant_place;
  AdwBin *case_worker_place;
  AdwBin *large_place;
  GtkWidget *foot;
  GtkLabel *state;
  GtkSpinner *spinner;
  GtkButton *go_on;

  /* borrowed */
  FramRatingSide *theirs_side; /* NULL: that side is not asked */
  FramRatingSide *mine_side;   /* likewise; of an agenda the areas */
  FramRatingLarge *large;      /* while the screen is turned */
  GtkWindow *parent;           /* weak: whose dialog it is again afterwards */

  /* owned */
  FramDesk *desk;
  FramRatingWork *work; /* NULL: nothing is chosen yet */
  char *name;

  FramUuid enrolment;
  FramRater side;
  gboolean turning; /* the switch of sides, by the program */
  gboolean ended;
};

void fram_rating_dialog_show_nothing (FramRatingDialog *self, const char *sentence);
gboolean fram_rating_dialog_asks (FramRatingDialog *self, FramRater rater);
gboolean fram_rating_dialog_has_both (FramRatingDialog *self);
void fram_rating_dialog_set_trouble (FramRatingDialog *self, const char *sentence);
void fram_rating_dialog_show_page (FramRatingDialog *self, const char *name);
void fram_rating_dialog_show_parts (FramRatingDialog *self);
void fram_rating_dialog_show_side (FramRatingDialog *self, FramRater side);

/* fram-rating-dialog-large.c */
void fram_rating_dialog_show_large (FramRatingDialog *self);
void fram_rating_dialog_leave_large (FramRatingDialog *self, gboolean through);

G_END_DECLS
