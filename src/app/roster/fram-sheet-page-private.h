#pragma once

#include "fram-date-popover.h"
#include "fram-page.h"
#include "fram-sheet-page.h"
#include "fram-sheet-popover.h"
#include "fram-totals.h"

G_BEGIN_DECLS

struct _FramSheetPage
{
  GtkWidget parent_instance;

  /* template children */
  GtkWidget *box;
  GtkBox *head;
  GtkLabel *title;
  GtkWidget *previous_button;
  GtkWidget *next_button;
  GtkWidget *day_button;
  GtkLabel *period_label;
  GtkLabel *days_label;
  GtkWidget *today_button;
  FramTotals *totals;
  GtkWidget *close_button;
  GtkWidget *notice;
  GtkLabel *notice_label;
  GtkWidget *reason_entry;
  GtkWidget *reopen_button;
  GtkWidget *scroller;
  GtkWidget *state_box;
  GtkImage *state_icon;
  GtkLabel *state_title;
  GtkLabel *state_text;
  GtkWidget *state_again;

  /* borrowed */
  FramSheetGrid *grid;

  /* owned */
  FramDesk *desk;
  FramSheet *sheet;
  GCancellable *loading;
  FramSheetPopover *popover;
  FramDatePopover *date_popover;
  GArray *late; /* FramCellKey: who was marked late last; digits are theirs */
  GString *digits;
  char *last_code; /* repeated by Space */

  FramUuid activity;
  FramSheetKind kind;
  FramDate day; /* one of the days asked for */
  FramDate home_day;
  gboolean is_demonstration;
  guint pending;
  guint digits_timeout;
  gint64 popped_at;
  FramSheetPlace next; /* where the keyboard goes with the mark's frame; row -1 for nowhere */
  FramSheetForm form;
  gboolean form_known;
  gboolean wants_focus;
  gboolean again; /* changed while it was read */
};

/* page */
FramDate fram_sheet_page_get_today (FramSheetPage *self);
void fram_sheet_page_get_period (FramSheetPage *self, FramDate day, FramDate *from, FramDate *to);
void fram_sheet_page_reload (FramSheetPage *self);

/* show */
void fram_sheet_page_take_sheet (FramSheetPage *self, FramSheet *sheet);
void fram_sheet_page_take_error (FramSheetPage *self, const GError *error);
void fram_sheet_page_show_period (FramSheetPage *self);
void fram_sheet_page_show_notice (FramSheetPage *self);
void fram_sheet_page_say (FramSheetPage *self, const char *text, gboolean undo);
void fram_sheet_page_ask_close (FramSheetPage *self);
void fram_sheet_page_ask_reopen (FramSheetPage *self);

/* copy */
char *fram_sheet_page_dup_table (FramSheetPage *self);
GArray *fram_sheet_page_dup_people (FramSheetPage *self);

/* marks */
void fram_sheet_page_mark (FramSheetPage *self, const char *code);
void fram_sheet_page_clear_marks (FramSheetPage *self);
void fram_sheet_page_move_now (FramSheetPage *self);
gboolean fram_sheet_page_type_digit (FramSheetPage *self, int digit);
gboolean fram_sheet_page_erase_digit (FramSheetPage *self);
void fram_sheet_page_flush_digits (FramSheetPage *self);
void fram_sheet_page_write_digits_now (FramSheetPage *self);
void fram_sheet_page_show_popover (FramSheetPage *self, int row, int day);
gboolean fram_sheet_page_needs_reason (FramSheetPage *self);

G_END_DECLS
