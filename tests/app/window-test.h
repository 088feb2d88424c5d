#pragma once

#include "fram-test.h"
#include "gtk-faults.h"

#include "fram-desk-files.h"
#include "fram-desk-house.h"
#include "fram-desk-people.h"
#include "fram-desk-roster.h"
#include "fram-attendance-page.h"
#include "fram-window-private.h"

#include <glib/gstdio.h>

/* What every test of the window needs: one window, a register with three who work there, and ways to look and to act. */

typedef struct
{
  char *folder;
  char *path;
  FramApplication *app;
  FramWindow *window;
} Fixture;

G_GNUC_UNUSED static gboolean
on_late_cb (gpointer data)
{
  *(gboolean *)data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Turns the main loop until @condition holds, at most ten seconds. */
#define WAIT_FOR(condition)                                                                                            \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    gboolean late_ = FALSE;                                                                                            \
    guint timer_ = g_timeout_add_seconds (10, on_late_cb, &late_);                                                     \
                                                                                                                       \
    while (!(condition) && !late_)                                                                                     \
      g_main_context_iteration (NULL, TRUE);                                                                           \
    g_assert_true (condition);                                                                                         \
    if (!late_)                                                                                                        \
      g_source_remove (timer_);                                                                                        \
  }                                                                                                                    \
  G_STMT_END

G_GNUC_UNUSED static void
wait_ms (guint ms)
{
  gboolean late = FALSE;

  g_timeout_add (ms, on_late_cb, &late);
  while (!late)
    g_main_context_iteration (NULL, TRUE);
}

G_GNUC_UNUSED static gboolean
shows (Fixture *f, const char *state)
{
  return g_strcmp0 (fram_window_get_state (f->window), state) == 0;
}

G_GNUC_UNUSED static void
act (Fixture *f, const char *action)
{
  g_assert_true (g_action_group_has_action (G_ACTION_GROUP (f->window), action));
  g_action_group_activate_action (G_ACTION_GROUP (f->window), action, NULL);
}

G_GNUC_UNUSED static gboolean
may (Fixture *f, const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (f->window), action);
}

/* Every text that stands in a widget and what is below it. */
G_GNUC_UNUSED static void
collect (GtkWidget *widget, GString *texts)
{
  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (texts, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, texts);
}

G_GNUC_UNUSED static gboolean
says (gpointer widget, const char *text)
{
  g_autoptr (GString) texts = g_string_new (NULL);

  collect (GTK_WIDGET (widget), texts);
  return strstr (texts->str, text) != NULL;
}

/* The button that does @action, among those in view. */
G_GNUC_UNUSED static GtkWidget *
find_button (GtkWidget *widget, const char *action)
{
  if (!gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget))
    return NULL;
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, action);

      if (found != NULL)
        return found;
    }
  return NULL;
}

G_GNUC_UNUSED static gboolean
offers (Fixture *f, const char *action)
{
  GtkWidget *button = find_button (GTK_WIDGET (f->window->message), action);

  return button != NULL && gtk_widget_is_sensitive (button);
}

G_GNUC_UNUSED static void
open_window (Fixture *f)
{
  f->window = fram_window_new (f->app);
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1280, 760);
  gtk_window_present (GTK_WINDOW (f->window));
}

G_GNUC_UNUSED static void
close_window (Fixture *f)
{
  gtk_window_close (GTK_WINDOW (f->window));
  f->window = NULL;
  wait_ms (50);
}

G_GNUC_UNUSED static gboolean
is_fatal (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  return !is_fault_of_gtk (message);
}

/* GLib's own handler says "Bail out!" before it asks whether a line is fatal, and whoever reads the results believes it. */
G_GNUC_UNUSED static void
log_unless_known (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  if (is_fatal (domain, level, message, data))
    g_log_default_handler (domain, level, message, data);
}

/* One for all tests: a process has but one place on the session bus. */
G_GNUC_UNUSED static FramApplication *
the_application (void)
{
  static FramApplication *app;
  g_autoptr (GError) error = NULL;

  if (app != NULL)
    return app;
  app = fram_application_new ();
  g_application_set_flags (G_APPLICATION (app), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_application_register (G_APPLICATION (app), NULL, &error);
  g_assert_no_error (error);
  return app;
}

G_GNUC_UNUSED static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *usual = fram_desk_default_path ();

  g_test_log_set_fatal_handler (is_fatal, NULL);
  g_log_set_handler ("Gdk", G_LOG_LEVEL_CRITICAL | G_LOG_FLAG_FATAL, log_unless_known, NULL);
  g_log_set_handler ("Gtk", G_LOG_LEVEL_WARNING | G_LOG_LEVEL_CRITICAL | G_LOG_FLAG_FATAL, log_unless_known, NULL);
  f->folder = g_path_get_dirname (usual);
  f->path = g_build_filename (f->folder, "test.db", NULL);
  g_mkdir_with_parents (f->folder, 0700);
  f->app = the_application ();
  open_window (f);
}

G_GNUC_UNUSED static void
remove_files (const char *folder)
{
  const char *argv[] = { "rm", "-rf", folder, NULL };

  g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
}

G_GNUC_UNUSED static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autofree char *state = g_build_filename (g_get_user_state_dir (), "framsteg", NULL);

  if (f->window != NULL)
    gtk_window_destroy (GTK_WINDOW (f->window));
  wait_ms (20);
  remove_files (f->folder);
  remove_files (state);
  g_free (f->folder);
  g_free (f->path);
}

G_GNUC_UNUSED static void
add_staff (FramDesk *desk, const char *name, const char *login, FramRole role, const char *workshop)
{
  g_autoptr (FramStaff) staff = fram_staff_new ();
  g_autoptr (GError) error = NULL;

  staff->name = g_strdup (name);
  staff->login = g_strdup (login);
  staff->active = TRUE;
  fram_staff_add_role (staff, role, workshop, NULL);
  fram_desk_save_staff (desk, staff, NULL, &error);
  g_assert_no_error (error);
}

G_GNUC_UNUSED static void
add_person (FramDesk *desk, const char *given, const char *family, const char *workshop)
{
  FramPersonEdit edit = { .given_name = given, .family_name = family, .enrolled = fram_test_date ("2026-10-01") };
  g_autoptr (GError) error = NULL;
  g_autofree char *case_no = fram_desk_add_person (desk, &edit, &error);

  g_assert_no_error (error);
  fram_desk_place (desk, case_no, workshop, fram_test_date ("2026-10-05"), FRAM_DATE_NONE, "thu 09-12", &error);
  g_assert_no_error (error);
}

/* A register with three who work there and three who come on Thursdays. */
G_GNUC_UNUSED static void
make_register (Fixture *f)
{
  g_autoptr (FramClock) clock = fram_clock_new_from_text ("2026-11-12T09:00");
  g_autoptr (GError) error = NULL;
  g_autoptr (FramDesk) desk = fram_desk_create (f->path, clock, "fram", &error);

  g_assert_no_error (error);
  add_staff (desk, "Karin Berg", "karin", FRAM_ROLE_ADMINISTRATOR, NULL);
  add_staff (desk, "Nadia Saleh", "nadia", FRAM_ROLE_CASE_WORKER, NULL);
  add_staff (desk, "Torsten Ek", "torsten", FRAM_ROLE_ACTIVITY_LEADER, "snickeri");
  add_person (desk, "Leyla", "Åkesson", "snickeri");
  add_person (desk, "Carlos", "Muñoz", "snickeri");
  add_person (desk, "Elin", "Sjö", "tradgard");
}

G_GNUC_UNUSED static void
open_as (Fixture *f, const char *who)
{
  fram_window_open (f->window, f->path, who);
  WAIT_FOR (shows (f, "work") && f->window->restored);
}

G_GNUC_UNUSED static char *
front_uri (Fixture *f)
{
  FramPage *page = fram_tabs_get_page (f->window->tabs);

  return page != NULL ? fram_page_dup_uri (page) : NULL;
}

G_GNUC_UNUSED static char *
roster_uri (Fixture *f, const char *code)
{
  char id[FRAM_UUID_TEXT_SIZE];
  FramUuid activity;

  g_assert_true (fram_desk_find_activity (fram_window_get_desk (f->window), code, &activity, NULL));
  return g_strconcat ("roster:", fram_uuid_format (&activity, id), NULL);
}

G_GNUC_UNUSED static void
assert_front (Fixture *f, const char *expected)
{
  g_autofree char *uri = front_uri (f);

  g_assert_cmpstr (uri, ==, expected);
}

G_GNUC_UNUSED static GtkWidget *
who_tile (Fixture *f, const char *name)
{
  GtkWidget *tiles = NULL;
  GPtrArray *stack = g_ptr_array_new ();

  g_ptr_array_add (stack, f->window->who);
  while (stack->len > 0 && tiles == NULL)
    {
      GtkWidget *widget = g_ptr_array_steal_index (stack, stack->len - 1);

      if (GTK_IS_FLOW_BOX (widget))
        tiles = widget;
      for (GtkWidget *c = gtk_widget_get_first_child (widget); c != NULL; c = gtk_widget_get_next_sibling (c))
        g_ptr_array_add (stack, c);
    }
  g_ptr_array_unref (stack);
  for (int i = 0; tiles != NULL && gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (tiles), i) != NULL; i++)
    if (says (gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (tiles), i), name))
      return GTK_WIDGET (gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (tiles), i));
  return NULL;
}

/* Clicks on somebody's tile, when there is one. */
G_GNUC_UNUSED static void
choose_tile (Fixture *f, const char *name)
{
  WAIT_FOR (who_tile (f, name) != NULL);
  g_signal_emit_by_name (gtk_widget_get_parent (who_tile (f, name)), "child-activated", who_tile (f, name));
}

G_GNUC_UNUSED static FramRosterPage *
roster_page (Fixture *f)
{
  FramPage *page = fram_tabs_get_page (f->window->tabs);

  g_assert_true (FRAM_IS_ATTENDANCE_PAGE (page));
  return fram_attendance_page_get_roster (FRAM_ATTENDANCE_PAGE (page));
}

/* A home of its own for the process, so that nothing of the person's is touched. */
G_GNUC_UNUSED static char *
start_at_home (int *argc, char ***argv)
{
  char *home = g_dir_make_tmp ("framsteg-window-XXXXXX", NULL);
  g_autofree char *data = g_build_filename (home, "data", NULL);
  g_autofree char *state = g_build_filename (home, "state", NULL);

  g_setenv ("XDG_DATA_HOME", data, TRUE);
  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_setenv ("FRAMSTEG_NOW", "2026-11-12T09:00", TRUE);
  fram_test_init (argc, argv);
  adw_init ();
  return home;
}
