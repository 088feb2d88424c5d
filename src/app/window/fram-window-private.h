#pragma once

#include "fram-message-page.h"
#include "fram-search.h"
#include "fram-seat.h"
#include "fram-sidebar.h"
#include "fram-who-page.h"
#include "fram-window.h"

G_BEGIN_DECLS

typedef struct _FramWindowCover FramWindowCover;

struct _FramWindow
{
  AdwApplicationWindow parent_instance;

  /* template children */
  AdwWindowTitle *title;
  GtkWidget *sidebar_button;
  GtkWidget *search_button;
  GtkWidget *search_label;
  GtkWidget *search_keys;
  GtkWidget *menu_button;
  GtkWidget *person_button;
  GtkWidget *discreet_button;
  GtkLabel *person_label;
  GtkWidget *tabs_button;
  GtkWidget *undo_box;
  GtkRevealer *bar;
  GtkLabel *bar_label;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  FramMessagePage *message;
  FramWhoPage *who;
  AdwFlap *flap;
  FramSidebar *sidebar;
  FramTabs *tabs;
  GMenuModel *primary_menu;
  GMenuModel *person_menu;

  /* borrowed */
  GtkWidget *search; /* made when it is first asked for */
  AdwToast *toast;   /* the one that is shown */

  /* owned */
  FramSeat *seat;
  GCancellable *making;
  FramWindowCover *cover; /* while the program is locked */
  gboolean restored;      /* this person's tabs are there */
  gboolean narrow;
  gboolean drawn;
  gboolean tight;
  guint arranging;
  gboolean sidebar_hidden; /* in a wide window, by the person's wish */
};

/* open */
void fram_window_show_start (FramWindow *self);
void fram_window_follow_seat (FramWindow *self);
void fram_window_stop_opening (FramWindow *self);
void fram_window_ask_person (FramWindow *self);
void fram_window_sit_down (FramWindow *self, const FramUuid *person);
void fram_window_start_work (FramWindow *self);
void fram_window_put_tabs (FramWindow *self, const FramSessionWindow *what);
void fram_window_make_demo (FramWindow *self);
void fram_window_make_register (FramWindow *self);
void fram_window_choose_file (FramWindow *self);

/* actions */
void fram_window_add_actions (FramWindow *self);
void fram_window_enable_actions (FramWindow *self, gboolean working);
void fram_window_open_uri (FramWindow *self, const char *uri);
void fram_window_open_person (FramWindow *self, const char *who, const char *section);

/* lock */
void fram_window_add_lock_actions (FramWindow *self);
void fram_window_enable_lock_actions (FramWindow *self, gboolean working);
void fram_window_follow_lock (FramWindow *self);
void fram_window_cover (FramWindow *self, const char *name);
void fram_window_fill_who (FramWindow *self, GPtrArray *staff, GArray *with_pin);
void fram_window_forget_lock (FramWindow *self);
void fram_window_uncover (FramWindow *self);
gboolean fram_window_is_covered (FramWindow *self);
gboolean fram_window_hold (FramWindow *self, const char *text, gboolean with_undo);
void fram_window_forget_held (FramWindow *self);
void fram_window_forget_cover (FramWindow *self);

/* copy */
void fram_window_copy (FramWindow *self);

/* discreet */
void fram_window_follow_discreet (FramWindow *self);

/* files */
void fram_window_choose_backup (FramWindow *self);
void fram_window_choose_restore (FramWindow *self);
void fram_window_restore (FramWindow *self, const char *backup);

/* import */
gboolean fram_window_may_import (FramWindow *self);
void fram_window_import (FramWindow *self, const char *const *paths);
void fram_window_accept_drops (FramWindow *self);

/* many */
FramSessionWindow *fram_window_describe (FramWindow *self);
void fram_window_take_shape (FramWindow *self, const FramSessionWindow *what);
FramWindow *fram_window_new_beside (FramWindow *self, const FramSessionWindow *what);
void fram_window_detach_tab (FramWindow *self);
void fram_window_pass_tab (FramWindow *self);
void fram_window_open_another (FramWindow *self);
void fram_window_restore_windows (FramWindow *self);
gboolean fram_window_has_others (FramWindow *self);
void fram_window_join (FramWindow *self);
void fram_window_leave (FramWindow *self);

/* undo */
void fram_window_show_undo (FramWindow *self);
void fram_window_undo (FramWindow *self, gboolean redo);
void fram_window_undo_by_key (FramWindow *self, gboolean redo);

/* window */
void fram_window_arrange (FramWindow *self);
gboolean fram_window_set_room (FramWindow *self, int width);
void fram_window_show (FramWindow *self, const char *state);
void fram_window_update_title (FramWindow *self);
void fram_window_show_person (FramWindow *self);

/* print */
void fram_window_add_print_actions (FramWindow *self);
void fram_window_enable_print_actions (FramWindow *self, gboolean working);
void fram_window_show_print (FramWindow *self);

G_END_DECLS
