#pragma once

#include "fram-chips.h"
#include "fram-date-popover.h"
#include "fram-page.h"
#include "fram-roster-details.h"
#include "fram-roster-heading.h"
#include "fram-roster-line.h"
#include "fram-roster-page.h"
#include "fram-totals.h"

G_BEGIN_DECLS

struct _FramRosterPage
{
  GtkWidget parent_instance;

  /* template children */
  GtkWidget *box;
  GtkBox *head;
  GtkLabel *title;
  GtkWidget *day_button;
  GtkLabel *day_label;
  GtkLabel *week_label;
  GtkWidget *today_button;
  FramTotals *totals;
  GtkWidget *rest_button;
  GtkWidget *bottom_bar;
  GtkWidget *bottom_rest_button;
  GtkWidget *notice;
  GtkLabel *notice_label;
  GtkWidget *reason_entry;
  GtkWidget *heading_slot;
  GtkWidget *scroller;
  GtkWidget *lists;
  GtkWidget *state_box;
  GtkImage *state_icon;
  GtkLabel *state_title;
  GtkLabel *state_text;
  GtkWidget *state_days;
  GtkWidget *state_again;
  GtkListBox *list;
  GtkWidget *others_button;
  GtkLabel *others_label;
  GtkImage *others_arrow;
  GtkWidget *others_revealer;
  GtkListBox *others;

  /* borrowed */
  FramRosterHeading *heading;

  /* owned */
  FramDesk *desk;
  FramRoster *roster;
  GCancellable *loading;
  GPtrArray *lines;       /* of expected people: bound ones first, in the order of the list */
  GPtrArray *other_lines; /* of people placed here without a plan */
  FramRosterDetails *details;
  FramDatePopover *date_popover;
  GArray *late;    /* FramUuid: who was marked late last; digits are theirs */
  GString *digits; /* minutes as far as they are typed */
  char *last_code; /* repeated by Space */

  FramUuid activity;
  FramDate day;
  FramDate home_day;
  gboolean is_demonstration;
  guint n_lines;
  guint n_others;
  int anchor; /* where an extended selection began, -1 for none */
  int steps;  /* days still to go while one is being read */
  guint pending;
  gboolean again; /* something changed while it was read or marked */
  guint digits_timeout;
  guint cursor_timeout;
  int next_cursor; /* where the keyboard goes with the mark's frame, -1 for nowhere */
  guint clock_timeout;
  gint64 narrow_pick_at;
  FramRosterLine *narrow_pick;
  FramRosterForm form;
  FramRosterMetrics metrics;
  gboolean metrics_known;
  gboolean follows_today;
  gboolean stale;
  gboolean wants_focus;
};

/* days */
void fram_roster_page_reload (FramRosterPage *self);
FramDate fram_roster_page_get_today (FramRosterPage *self);
void fram_roster_page_follow_midnight (FramRosterPage *self);

/* show */
void fram_roster_page_take_roster (FramRosterPage *self, FramRoster *roster);
void fram_roster_page_take_error (FramRosterPage *self, const GError *error);
void fram_roster_page_set_day (FramRosterPage *self, FramDate day);
void fram_roster_page_show_day (FramRosterPage *self, FramDate day);
void fram_roster_page_show_totals (FramRosterPage *self);
void fram_roster_page_say (FramRosterPage *self, const char *text, gboolean undo);

/* lines */
guint fram_roster_page_get_n_lines (FramRosterPage *self);
FramRosterLine *fram_roster_page_get_line (FramRosterPage *self, guint at);
int fram_roster_page_find_line (FramRosterPage *self, const FramUuid *enrolment);
int fram_roster_page_get_cursor (FramRosterPage *self);
gboolean fram_roster_page_move_cursor (FramRosterPage *self, int at);
void fram_roster_page_move_cursor_soon (FramRosterPage *self, int at);
void fram_roster_page_move_cursor_now (FramRosterPage *self);
GPtrArray *fram_roster_page_get_selected (FramRosterPage *self);
void fram_roster_page_show_lines (FramRosterPage *self);
void fram_roster_page_refresh_lines (FramRosterPage *self);
void fram_roster_page_unselect (FramRosterPage *self);
void fram_roster_page_select_all (FramRosterPage *self);
void fram_roster_page_extend (FramRosterPage *self, int to);

/* marks */
void fram_roster_page_mark (FramRosterPage *self, FramRosterLine *const *lines, guint n, const char *code);
void fram_roster_page_mark_minutes (FramRosterPage *self, const FramUuid *enrolments, guint n, int minutes);
gboolean fram_roster_page_type_digit (FramRosterPage *self, int digit);
gboolean fram_roster_page_erase_digit (FramRosterPage *self);
void fram_roster_page_flush_digits (FramRosterPage *self);
void fram_roster_page_write_digits_now (FramRosterPage *self);
void fram_roster_page_connect_line (FramRosterPage *self, FramRosterLine *line);
void fram_roster_page_show_details (FramRosterPage *self, FramRosterLine *line);

G_END_DECLS
