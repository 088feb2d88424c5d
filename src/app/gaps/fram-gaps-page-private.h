#pragma once

#include "fram-gaps-page.h"
#include "fram-size-bin.h"

G_BEGIN_DECLS

struct _FramGapsPage
{
  FramListPage parent_instance;

  /* template children */
  FramSizeBin *room;
  GtkWidget *head;
  GtkLabel *count;
  GtkWidget *scope;
  GtkToggleButton *mine;
  GtkToggleButton *seams;
  GtkStack *stack;
  GtkListBox *list;
  GtkWidget *seams_part;
  GtkListBox *seam_list;
  GtkWidget *no_seams;
  AdwStatusPage *empty;
  GtkWidget *show_all;
  AdwStatusPage *trouble;

  /* owned */
  GPtrArray *rows;       /* FramGapRow; NULL before the first reading */
  GCancellable *looking; /* for what bridges the gap that is open */
  GPtrArray *bridges;    /* FramBridge; NULL while they are looked for */
  char *open;            /* key of the gap that is open */
  char *refusal;         /* why nothing can be offered */

  FramDate at;
  int over;
  gboolean has_own;
  gboolean may_write;
  gboolean narrow;
  gboolean tiny;
  gboolean wants_focus;
  guint writing;
};

char *fram_gaps_key_of (const FramGapRow *row);
void fram_gaps_page_show_rows (FramGapsPage *self);

/* What bridges the gap that is open: rows below it. */
void fram_gaps_page_toggle (FramGapsPage *self, const FramGapRow *row);
void fram_gaps_page_add_bridges (FramGapsPage *self, const FramGapRow *row);
void fram_gaps_page_forget_bridges (FramGapsPage *self);

G_END_DECLS
