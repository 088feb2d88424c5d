#pragma once

#include "fram-chips.h"
#include "fram-mark-label.h"
#include "fram-roster-line.h"
#include "fram-session-strip.h"
#include "fram-status-icon.h"

G_BEGIN_DECLS

struct _FramRosterLine
{
  GtkListBoxRow parent_instance;

  /* template children */
  GtkWidget *cells;
  FramRosterLayout *layout;
  FramStatusIcon *icon;
  GtkLabel *name_label;
  FramChips *badges;
  GtkLabel *plan_label;
  GtkLabel *hours_label;
  FramMarkStrip *strip;
  FramMarkLabel *mark_label;
  FramSessionStrip *sessions;
  GtkWidget *notes_button;
  FramChips *chips;
  GtkWidget *pencil;
  GtkWidget *menu;

  /* made when they are needed */
  GtkWidget *here;
  GtkWidget *away;
  GtkWidget *edit;
  GtkWidget *acts;
  GtkWidget *confirm;
  GtkWidget *tell;
  GtkWidget *helps;
  GtkWidget *does_not_help;
  GtkWidget *words;

  /* owned */
  FramRosterRow *row;
  char *history;
  gint64 history_of;
  char *changed; /* by whom, while that is news */
  guint changed_timeout;

  FramDate day;
  FramRosterForm form;
  gboolean may_mark;
  gboolean open;
  gboolean discreet;
  gboolean away_from_view; /* scrolled out of sight: not drawn */
};

void fram_roster_line_act (FramRosterLine *self, FramRosterAct act);
gboolean fram_roster_line_is_markable (FramRosterLine *self);
void fram_roster_line_show_buttons (FramRosterLine *self);

G_END_DECLS
