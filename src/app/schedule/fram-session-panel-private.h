#pragma once

#include "fram-desk-group.h"
#include "fram-session-panel.h"

G_BEGIN_DECLS

struct _FramSessionPanel
{
  GtkWidget parent_instance;

  /* borrowed: children */
  GtkWidget *scroller;
  GtkBox *box;
  GtkLabel *title;
  GtkWidget *close;
  GtkLabel *when;
  GtkLabel *where;
  GtkLabel *state;
  GtkLabel *members;
  GtkWidget *names;
  GtkLabel *names_title;
  GtkLabel *counts;
  GtkLabel *nobody;
  GtkWidget *roster_slot;
  FramDayRoster *roster;
  GtkLabel *told; /* the same lines, for who only reads them */
  GtkWidget *lines;
  AdwEntryRow *remark;
  AdwEntryRow *next_line;
  GtkWidget *deeds;

  /* owned */
  FramDesk *desk;
  FramScheduleSession *session;
  GCancellable *loading;
  GPtrArray *deed_rows;

  FramUuid group;
  FramDate planned;
  FramDate day;
  gboolean again;
  gboolean filling;
  gboolean wants_keyboard;
};

/* words */
char *fram_session_day_words (FramDate day);
char *fram_session_when_words (const FramScheduleSession *session);
char *fram_session_where_words (const FramScheduleSession *session);
char *fram_session_state_words (const FramScheduleSession *session);
char *fram_session_members_words (const FramScheduleSession *session);
char *fram_session_counts_words (const FramRoster *roster);

/* lines: what is written about it */
void fram_session_panel_add_lines (FramSessionPanel *self);
void fram_session_panel_show_lines (FramSessionPanel *self);
void fram_session_panel_save_lines (FramSessionPanel *self);

/* deeds: what can be done with it */
void fram_session_panel_show_deeds (FramSessionPanel *self);

/* paper: the list for signatures, invitations */
void fram_session_panel_print_members (FramSessionPanel *self);
void fram_session_panel_print_invitation (FramSessionPanel *self);

void fram_session_panel_say (FramSessionPanel *self, const char *what, gboolean undo);

G_END_DECLS
