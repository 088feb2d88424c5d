#pragma once

#include "fram-chips.h"
#include "fram-date-popover.h"
#include "fram-desk-contact.h"
#include "fram-desk-question.h"
#include "fram-desk-task.h"
#include "fram-page.h"
#include "fram-roster-details.h"
#include "fram-roster-heading.h"
#include "fram-roster-key.h"
#include "fram-roster-line.h"
#include "fram-roster-page.h"
#include "fram-totals.h"

G_BEGIN_DECLS

/**
 * FramRosterOrder:
 * @func: what is to be done, on the desk's worker
 * @activity: in which roster
 * @day: on which day
 * @key: to whom
 * @question: of an answer: to which question
 * @kind: what of it, as the function understands it
 * @flag: likewise
 * @text: (nullable): likewise
 *
 * Something asked for that is no mark. Its answer is a sentence for the toast; the roster is read again afterwards.
 */
typedef struct _FramRosterOrder FramRosterOrder;
typedef gboolean (*FramRosterFunc) (FramDesk *desk, FramRosterOrder *order, char **what, GError **error);
struct _FramRosterOrder
{
  FramRosterFunc func;
  FramUuid activity;
  FramDate day;
  FramRosterKey key;
  FramUuid question; /* which question is answered */
  int kind;
  gboolean flag;
  gboolean goes_there; /* whether the keyboard goes to that row afterwards */
  char *text;
};

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
  GtkWidget *print_button;
  FramTotals *totals;
  GtkWidget *rest_button;
  GtkWidget *bottom_bar;
  GtkWidget *bottom_rest_button;
  GtkWidget *notice;
  GtkLabel *notice_label;
  GtkWidget *reason_entry;
  GtkWidget *stand_in_button;
  GtkWidget *why_bar;
  GtkLabel *why_label;
  GtkWidget *why_entry;
  GtkBox *why_often;
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
  GtkWidget *later_button;
  GtkLabel *later_label;
  GtkImage *later_arrow;
  GtkWidget *later_revealer;
  GtkListBox *later;
  GtkWidget *visitor_button;
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
  GPtrArray *later_lines; /* of expected people whose time has not come */
  GPtrArray *other_lines; /* of people placed here without a plan */
  FramRosterDetails *details;
  FramDatePopover *date_popover;
  GtkWidget *menu;    /* of one line, made when it is opened */
  GtkWidget *popover; /* what was asked for in it: a call, something seen, a visitor */
  GSimpleActionGroup *actions;
  GArray *late;     /* FramRosterKey: who was marked late last; digits are theirs */
  GArray *why;      /* FramRosterKey: whose reason is asked for */
  GPtrArray *often; /* reasons to choose from, the last ones first */
  GString *digits;  /* minutes as far as they are typed */
  char *last_code;  /* repeated by Space */
  char *me;         /* name of the person at the keyboard */

  FramUuid activity;
  FramDate day;
  FramDate home_day;
  gboolean is_demonstration;
  FramRosterKey menu_key; /* whose menu is open */
  guint n_lines;
  guint n_later;
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
  gboolean in_panel; /* the list alone, beside something else */
  gboolean follows_today;
  gboolean stale;
  gboolean wants_focus;
  gboolean has_wanted;
  FramRosterKey wanted; /* where the keyboard goes when the roster has been read again */
  gboolean discreet;
  gboolean lifts_toasts;
  gboolean lifts_toasts_high;
};

/* days */
void fram_roster_page_reload (FramRosterPage *self);
FramDate fram_roster_page_get_today (FramRosterPage *self);
void fram_roster_page_follow_midnight (FramRosterPage *self);
void fram_roster_page_follow_clock (FramRosterPage *self);
gboolean fram_roster_page_is_ahead (FramRosterPage *self, const FramRosterRow *row);

/* form */
void fram_roster_page_apply_form (FramRosterPage *self, FramRosterForm form);
void fram_roster_page_tell_shown (FramRosterPage *self);

/* show */
void fram_roster_page_take_roster (FramRosterPage *self, FramRoster *roster);
void fram_roster_page_take_error (FramRosterPage *self, const GError *error);
void fram_roster_page_set_day (FramRosterPage *self, FramDate day);
void fram_roster_page_show_day (FramRosterPage *self, FramDate day);
void fram_roster_page_show_totals (FramRosterPage *self);
void fram_roster_page_say (FramRosterPage *self, const char *text, gboolean undo);

/* cursor */
guint fram_roster_page_get_n_lines (FramRosterPage *self);
FramRosterLine *fram_roster_page_get_line (FramRosterPage *self, guint at);
int fram_roster_page_find_line (FramRosterPage *self, const FramRosterKey *key);
int fram_roster_page_get_cursor (FramRosterPage *self);
gboolean fram_roster_page_move_cursor (FramRosterPage *self, int at);
void fram_roster_page_move_cursor_soon (FramRosterPage *self, int at);
void fram_roster_page_move_cursor_now (FramRosterPage *self);
GPtrArray *fram_roster_page_get_selected (FramRosterPage *self);
void fram_roster_page_unselect (FramRosterPage *self);
void fram_roster_page_select_all (FramRosterPage *self);
void fram_roster_page_extend (FramRosterPage *self, int to);
void fram_roster_page_select_line (FramRosterPage *self, guint at);
gboolean fram_roster_page_is_unfolded (GtkWidget *revealer);
void fram_roster_page_unfold (FramRosterPage *self, GtkWidget *revealer, gboolean shown);

/* lines */
typedef void (*FramRosterLineFunc) (FramRosterLine *line, gpointer data);
void fram_roster_page_each_line (FramRosterPage *self, FramRosterLineFunc func, gpointer data);
void fram_roster_page_show_lines (FramRosterPage *self);
void fram_roster_page_refresh_lines (FramRosterPage *self);
void fram_roster_page_hide_lines (FramRosterPage *self);
guint fram_roster_page_count_later (FramRosterPage *self);
gboolean fram_roster_page_waits_later (FramRosterPage *self, const FramRosterRow *row);
void fram_roster_page_follow_scroll (FramRosterPage *self);

/* marks */
void fram_roster_page_mark (FramRosterPage *self, FramRosterLine *const *lines, guint n, const char *code);
gboolean fram_roster_page_write (FramRosterPage *self, const FramRosterKey *keys, guint n, FramMarkEdit *edit);
void fram_roster_page_mark_minutes (FramRosterPage *self, const FramRosterKey *keys, guint n, int minutes);
gboolean fram_roster_page_may_mark_rest (FramRosterPage *self);
void fram_roster_page_take_answer (FramRosterPage *self, FramRoster *roster, const char *what, const GError *error);
gboolean fram_roster_page_type_digit (FramRosterPage *self, int digit);
gboolean fram_roster_page_erase_digit (FramRosterPage *self);
void fram_roster_page_flush_digits (FramRosterPage *self);
void fram_roster_page_write_digits_now (FramRosterPage *self);
void fram_roster_page_connect_line (FramRosterPage *self, FramRosterLine *line);

/* why: the reason that some statuses ask for */
void fram_roster_page_ask_why (FramRosterPage *self, const FramStatus *status, const FramRosterKey *keys, guint n);
gboolean fram_roster_page_focus_why (FramRosterPage *self);
gboolean fram_roster_page_close_why (FramRosterPage *self);
void fram_roster_page_init_why (FramRosterPage *self);

/* copy */
char *fram_roster_page_dup_table (FramRosterPage *self);
GArray *fram_roster_page_dup_people (FramRosterPage *self);

/* details, history */
void fram_roster_page_show_details (FramRosterPage *self, FramRosterLine *line);
void fram_roster_page_ask_history (FramRosterPage *self, FramRosterRow *row);

/* orders */
void fram_roster_page_order (FramRosterPage *self, const FramRosterOrder *order);
void fram_roster_page_split_day (FramRosterPage *self, const FramUuid *enrolment, gboolean split);
void fram_roster_page_away_today (FramRosterPage *self, const FramRosterKey *key, const char *status);
void fram_roster_page_ask_case_worker (FramRosterPage *self, const FramRosterKey *key, FramTaskKind kind);
void fram_roster_page_save_seen (FramRosterPage *self, const FramRosterKey *key, const char *text, gboolean agreed);
void fram_roster_page_log_call (FramRosterPage *self, const FramRosterKey *key, FramCallKind kind);
void fram_roster_page_answer (FramRosterPage *self, const FramRosterKey *key, FramWorkshopAnswer answer,
                              const char *text);
void fram_roster_page_add_visitor (FramRosterPage *self, const char *case_no);
void fram_roster_page_stand_in (FramRosterPage *self);

/* menu */
void fram_roster_page_init_menu (FramRosterPage *self);
void fram_roster_page_show_menu (FramRosterPage *self, FramRosterLine *line);
void fram_roster_page_point_at (FramRosterPage *self, GtkPopover *popover, GtkWidget *widget);
void fram_roster_page_tell (FramRosterPage *self, FramRosterLine *line);
void fram_roster_page_show_absences (FramRosterPage *self);
FramRosterRow *fram_roster_page_get_menu_row (FramRosterPage *self);

/* ask: what is asked for from the menu and the notice, one popover at a time */
void fram_roster_page_show_call (FramRosterPage *self);
void fram_roster_page_show_seen (FramRosterPage *self);
void fram_roster_page_show_question (FramRosterPage *self);
void fram_roster_page_show_visitor (FramRosterPage *self);
void fram_roster_page_look_for_stand_in (FramRosterPage *self);
void fram_roster_page_close_popover (FramRosterPage *self);

void fram_roster_page_day_roster_init (FramDayRosterInterface *iface);

G_END_DECLS
