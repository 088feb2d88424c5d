#pragma once

#include "fram-participant-head.h"
#include "fram-participant-page.h"
#include "fram-section.h"
#include "fram-size-bin.h"

G_BEGIN_DECLS

struct _FramParticipantPage
{
  AdwBin parent_instance;

  /* borrowed: widgets */
  FramSizeBin *room;
  GtkStack *stack;
  GtkWidget *wait; /* has the keyboard until there is more */
  AdwStatusPage *trouble;
  FramParticipantHead *head;
  GtkWidget *switcher;
  GtkStack *sections;
  GtkWidget **made; /* sections by number; NULL until they are shown first */

  /* owned */
  FramDesk *desk;
  FramCase *what;
  GSimpleActionGroup *actions;
  GCancellable *loading;
  char *wanted;       /* section to be shown once the participant is read */
  char *wanted_state; /* how it is to be shown */
  char *adding;       /* what to begin there */

  FramUuid participant;
  FramUuid enrolment; /* none: the newest */
  gboolean has_enrolment;
  gboolean stale;
  gboolean wants_focus;
  int wanted_nth; /* section asked for by its number, 0 for none */
};

/* page */
FramSection *fram_participant_page_make_section (FramParticipantPage *self, int n);
void fram_participant_page_go_to (FramParticipantPage *self, int n);
void fram_participant_page_reload (FramParticipantPage *self);

/* actions */
void fram_participant_page_add_actions (FramParticipantPage *self);
void fram_participant_page_enable_actions (FramParticipantPage *self);
gboolean fram_participant_page_go_to_nth (FramParticipantPage *self, int nth);
gboolean fram_participant_page_add (FramParticipantPage *self, const char *what);

G_END_DECLS
