#pragma once

#include "fram-test.h"

#include "fram-desk-house.h"
#include "fram-desk-people.h"
#include "fram-desk-roster.h"
#include "fram-mark-label.h"
#include "fram-page.h"
#include "fram-roster-line.h"
#include "fram-roster-page-private.h"
#include "fram-text.h"

#include <adwaita.h>

/* A small register with a leader in front of a roster: what the tests of the roster's page share. */

#define TODAY "2026-11-12" /* a Thursday */

typedef struct
{
  char *folder;
  char *path;
  FramDesk *desk;
  FramUuid activity;
  GtkWidget *window;
  FramRosterPage *page;
  const char *now; /* what time it is; nine in the morning where none is said */
  char *said;      /* what the last toast said */
  gboolean can_undo;
} Fixture;

/* Waits in the main loop for what has to come, and fails with its words when it does not. */
#define wait_until(condition)                                                                                          \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    guint late_ = g_timeout_add_seconds (20, roster_fixture_late, (gpointer) #condition);                              \
    while (!(condition))                                                                                               \
      g_main_context_iteration (NULL, TRUE);                                                                           \
    g_source_remove (late_);                                                                                           \
  }                                                                                                                    \
  G_STMT_END

#define assert_on_disk(f, name, day, status)                                                                           \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *found_ = on_disk ((f), (name), (day), NULL);                                                      \
    g_assert_cmpstr (found_, ==, (status));                                                                            \
  }                                                                                                                    \
  G_STMT_END

gboolean roster_fixture_late (gpointer what);
void add_staff (FramDesk *desk, const char *name, const char *login, FramRole role, const char *workshop);
char *add_person (FramDesk *desk, const char *given, const char *family, const char *slots);
void sit_down (Fixture *f, const char *login);
void settle (Fixture *f);
void open_page (Fixture *f, int width);
void close_page (Fixture *f);
void open_desk (Fixture *f);
FramDesk *open_other (Fixture *f, const char *login);
void reopen_watching (Fixture *f);
void set_up (Fixture *f, gconstpointer data);
void tear_down (Fixture *f, gconstpointer data);

FramRosterLine *line_at (Fixture *f, guint at);
FramRosterRow *row_at (Fixture *f, guint at);
FramRosterRow *row_of (Fixture *f, const char *name);
FramRosterLine *line_of (Fixture *f, const char *name);
const char *name_at (Fixture *f, guint at);
const char *shown_at (Fixture *f, guint at);
FramRosterRow *find_on_disk (FramRoster *roster, const char *name);
FramRoster *read_disk (Fixture *f, const char *day);
char *on_disk (Fixture *f, const char *name, const char *day, int *minutes_late);
guint key_of (Fixture *f, const char *code);
void press (Fixture *f, guint keyval, GdkModifierType state);
void mark (Fixture *f, const char *code);
GtkWidget *template_child (Fixture *f, const char *name);
char *totals (Fixture *f);
void press_button (FramRosterLine *line, const char *css);
void choose (Fixture *f, FramRosterLine *line, const char *action, const char *target);
char *chips_of (FramRosterLine *line);
