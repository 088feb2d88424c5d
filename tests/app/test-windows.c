#include "window-test.h"

/* Several windows on one register: tabs torn off and passed on, windows that come back, marks that are seen in both. */

static GPtrArray *
list_windows (Fixture *f)
{
  GPtrArray *windows = g_ptr_array_new ();

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (f->app)); l != NULL; l = l->next)
    if (FRAM_IS_WINDOW (l->data))
      g_ptr_array_add (windows, l->data);
  return windows;
}

static guint
count_windows (Fixture *f)
{
  g_autoptr (GPtrArray) windows = list_windows (f);

  return windows->len;
}

/* Another window than the fixture's. */
static FramWindow *
other_window (Fixture *f)
{
  g_autoptr (GPtrArray) windows = list_windows (f);

  for (guint i = 0; i < windows->len; i++)
    if (windows->pdata[i] != f->window)
      return windows->pdata[i];
  return NULL;
}

static void
act_in (FramWindow *window, const char *action)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), action, NULL);
}

static void
assert_front_in (FramWindow *window, const char *expected)
{
  FramPage *page = fram_tabs_get_page (window->tabs);
  g_autofree char *uri = page != NULL ? fram_page_dup_uri (page) : NULL;

  g_assert_cmpstr (uri, ==, expected);
}

static void
open_uri (FramWindow *window, const char *uri)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), "open", g_variant_new_string (uri));
}

static void
close_others (Fixture *f)
{
  while (other_window (f) != NULL)
    gtk_window_destroy (GTK_WINDOW (other_window (f)));
}

static void
tear_down_all (Fixture *f, gconstpointer data)
{
  close_others (f);
  tear_down (f, data);
}

static FramRosterPage *
roster_in (FramWindow *window)
{
  FramPage *page = fram_tabs_get_page (window->tabs);

  g_assert_true (FRAM_IS_ATTENDANCE_PAGE (page));
  return fram_attendance_page_get_roster (FRAM_ATTENDANCE_PAGE (page));
}

static gboolean
is_read (FramWindow *window)
{
  FramPage *page = fram_tabs_get_page (window->tabs);

  FramRosterPage *roster =
      FRAM_IS_ATTENDANCE_PAGE (page) ? fram_attendance_page_get_roster (FRAM_ATTENDANCE_PAGE (page)) : NULL;

  return roster != NULL && fram_roster_page_get_roster (roster) != NULL && fram_roster_page_is_idle (roster);
}

/* Tearing off */

static void
test_tear_off (Fixture *f, gconstpointer data)
{
  FramWindow *other;
  FramPage *page;

  make_register (f);
  open_as (f, "karin");
  act (f, "open-participants");
  act (f, "open-staff");
  page = fram_tabs_get_page (f->window->tabs);
  g_assert_cmpint (fram_tabs_get_count (f->window->tabs), ==, 2);
  act (f, "tab-detach");
  other = other_window (f);
  g_assert_nonnull (other);
  /* the page itself has moved, with all that is in it */
  g_assert_true (fram_tabs_get_page (other->tabs) == page);
  g_assert_cmpint (fram_tabs_get_count (f->window->tabs), ==, 1);
  assert_front (f, "people:");
  assert_front_in (other, "staff:");
  /* one register, one person, one desk */
  g_assert_true (fram_window_get_desk (other) == fram_window_get_desk (f->window));
  g_assert_true (says (other->person_button, "Karin Berg"));
  g_assert_false (adw_flap_get_reveal_flap (other->flap));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (other)), ==, "Staff – Framsteg");
  /* a window with one tab has nothing to tear off */
  act_in (other, "tab-detach");
  g_assert_cmpuint (count_windows (f), ==, 2);
}

/* What libadwaita does when a tab is dropped outside of every window. */
static void
test_drag_out (Fixture *f, gconstpointer data)
{
  FramTabs *made = NULL;
  GtkWidget *button;

  make_register (f);
  open_as (f, "karin");
  act (f, "open-participants");
  WAIT_FOR (says (f->window->tabs, "3 participants"));
  button = find_button (GTK_WIDGET (f->window->tabs), "people.add");
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (f->window->tabs, "create-window", &made);
  g_assert_true (FRAM_IS_TABS (made));
  fram_tabs_give (f->window->tabs, made);
  g_assert_cmpuint (count_windows (f), ==, 2);
  /* the only tab has left, and its window with it */
  WAIT_FOR (count_windows (f) == 1);
  f->window = FRAM_WINDOW (gtk_widget_get_root (GTK_WIDGET (made)));
  assert_front (f, "people:");
  g_assert_true (says (f->window->tabs, "3 participants"));
  g_assert_true (gtk_widget_is_sensitive (button));
}

static void
test_pass_on (Fixture *f, gconstpointer data)
{
  FramWindow *other;

  make_register (f);
  open_as (f, "karin");
  act (f, "open-participants");
  act (f, "open-staff");
  act (f, "open-workshops");
  act (f, "tab-detach");
  other = other_window (f);
  act (f, "tab-to-next-window");
  g_assert_cmpint (fram_tabs_get_count (other->tabs), ==, 2);
  assert_front_in (other, "staff:");
  /* the last tab leaves: the window closes, the other stays */
  act (f, "tab-to-next-window");
  WAIT_FOR (count_windows (f) == 1);
  f->window = other;
  g_assert_cmpint (fram_tabs_get_count (other->tabs), ==, 3);
  assert_front (f, "people:");
  /* and does nothing where there is no other window */
  act (f, "tab-to-next-window");
  g_assert_cmpint (fram_tabs_get_count (other->tabs), ==, 3);
}

static void
test_new_window (Fixture *f, gconstpointer data)
{
  g_autofree char *snickeri = NULL;
  FramWindow *other;

  make_register (f);
  open_as (f, "torsten");
  snickeri = roster_uri (f, "snickeri");
  act (f, "new-window");
  other = other_window (f);
  WAIT_FOR (other->restored);
  assert_front_in (other, snickeri);
  /* closing it closes what is in it, and nothing else */
  gtk_window_close (GTK_WINDOW (other));
  WAIT_FOR (count_windows (f) == 1);
  assert_front (f, snickeri);
  g_assert_nonnull (fram_window_get_desk (f->window));
}

/* The last tab of the only window: the window stays, and says what can be done next. */
static void
test_last_tab (Fixture *f, gconstpointer data)
{
  make_register (f);
  open_as (f, "nadia");
  act (f, "tab-close");
  WAIT_FOR (fram_tabs_get_count (f->window->tabs) == 0);
  wait_ms (50);
  g_assert_cmpuint (count_windows (f), ==, 1);
  g_assert_true (says (f->window->tabs, "Nothing is Open"));
  g_assert_nonnull (find_button (GTK_WIDGET (f->window->tabs), "win.home"));
  act (f, "home");
  assert_front (f, "today:");
  g_assert_false (says (f->window->tabs, "Nothing is Open"));
}

/* One roster in two windows */

static void
test_mark_seen_in_both (Fixture *f, gconstpointer data)
{
  FramWindow *other;

  make_register (f);
  open_as (f, "torsten");
  act (f, "new-window");
  other = other_window (f);
  WAIT_FOR (other->restored && is_read (other) && is_read (f->window));
  fram_roster_page_mark_rest (roster_in (f->window));
  WAIT_FOR (fram_roster_page_get_roster (roster_in (other))->totals.unmarked == 0);
  WAIT_FOR (says (other->sidebar, "2/2") && says (f->window->sidebar, "2/2"));
  /* and is taken back from the other, which says so where the person is */
  WAIT_FOR (g_action_group_get_action_enabled (G_ACTION_GROUP (other), "undo"));
  g_clear_pointer (&f->window->toast, adw_toast_dismiss);
  act_in (other, "undo");
  WAIT_FOR (fram_roster_page_get_roster (roster_in (f->window))->totals.unmarked == 2);
  WAIT_FOR (other->toast != NULL);
  g_assert_null (f->window->toast);
  WAIT_FOR (may (f, "redo") && !may (f, "undo"));
}

static gboolean
shows_status (FramWindow *window, const FramUuid *enrolment, const char *code)
{
  const FramRoster *roster = fram_roster_page_get_roster (roster_in (window));

  for (guint i = 0; i < roster->rows->len; i++)
    {
      const FramRosterRow *row = g_ptr_array_index (roster->rows, i);

      if (fram_uuid_equal (&row->enrolment, enrolment))
        return row->status != NULL && g_str_equal (row->status->code, code);
    }
  return FALSE;
}

/* The same row is marked in both: the later mark counts, the earlier is in the history. */
static void
test_later_mark_wins (Fixture *f, gconstpointer data)
{
  FramDesk *desk;
  FramWindow *other;
  FramUuid snickeri, enrolment;
  const FramRosterRow *row;
  FramMarkEdit first = { .fields = FRAM_MARK_STATUS, .status = "present" };
  FramMarkEdit second = { .fields = FRAM_MARK_STATUS, .status = "sick" };
  FramDate day = fram_test_date ("2026-11-12");
  g_autoptr (GPtrArray) history = NULL;

  make_register (f);
  open_as (f, "torsten");
  act (f, "new-window");
  other = other_window (f);
  WAIT_FOR (other->restored && is_read (other) && is_read (f->window));
  desk = fram_window_get_desk (f->window);
  g_assert_true (fram_desk_find_activity (desk, "snickeri", &snickeri, NULL));
  row = g_ptr_array_index (fram_roster_page_get_roster (roster_in (f->window))->rows, 0);
  enrolment = row->enrolment;
  fram_roster_free (fram_desk_mark (desk, &snickeri, day, 0, &enrolment, 1, &first, NULL, NULL));
  fram_roster_free (
      fram_desk_mark (fram_window_get_desk (other), &snickeri, day, 0, &enrolment, 1, &second, NULL, NULL));
  WAIT_FOR (shows_status (f->window, &enrolment, "sick") && shows_status (other, &enrolment, "sick"));
  history = fram_desk_mark_history (desk, &enrolment, &snickeri, day, 0, NULL);
  g_assert_nonnull (history);
  g_assert_cmpuint (history->len, >=, 2);
}

/* Coming back */

static void
test_windows_come_back (Fixture *f, gconstpointer data)
{
  g_autofree char *garden = NULL;
  FramWindow *other;

  make_register (f);
  open_as (f, "karin");
  garden = roster_uri (f, "tradgard");
  act (f, "open-participants");
  act (f, "open-staff");
  open_uri (f->window, garden);
  act (f, "tab-detach");
  other = other_window (f);
  gtk_window_set_default_size (GTK_WINDOW (other), 900, 500);
  wait_ms (100);
  g_action_group_activate_action (G_ACTION_GROUP (f->app), "quit", NULL);
  WAIT_FOR (count_windows (f) == 0);
  f->window = NULL;

  open_window (f);
  fram_window_open (f->window, f->path, NULL);
  WAIT_FOR (shows (f, "work") && count_windows (f) == 2);
  other = other_window (f);
  g_assert_cmpint (fram_tabs_get_count (f->window->tabs), ==, 2);
  assert_front (f, "staff:");
  g_assert_cmpint (fram_tabs_get_count (other->tabs), ==, 1);
  assert_front_in (other, garden);
  {
    int width, height;

    gtk_window_get_default_size (GTK_WINDOW (other), &width, &height);
    g_assert_cmpint (width, ==, 900);
    g_assert_cmpint (height, ==, 500);
  }
  g_assert_false (adw_flap_get_reveal_flap (other->flap));
}

/* Closing one of two windows says that it is not wanted; the rest is there at the next start. */
static void
test_closed_window_stays_away (Fixture *f, gconstpointer data)
{
  make_register (f);
  open_as (f, "karin");
  act (f, "open-participants");
  act (f, "open-staff");
  act (f, "tab-detach");
  gtk_window_close (GTK_WINDOW (other_window (f)));
  WAIT_FOR (count_windows (f) == 1);
  close_window (f);
  open_window (f);
  fram_window_open (f->window, f->path, NULL);
  WAIT_FOR (shows (f, "work"));
  wait_ms (50);
  g_assert_cmpuint (count_windows (f), ==, 1);
  g_assert_cmpint (fram_tabs_get_count (f->window->tabs), ==, 1);
  assert_front (f, "people:");
}

/* Only what is in front reads its roster at the start; the others have their names, and read when they are shown. */
static void
test_tabs_load_when_shown (Fixture *f, gconstpointer data)
{
  g_autofree char *garden = NULL;
  g_autofree char *snickeri = NULL;

  make_register (f);
  open_as (f, "karin");
  garden = roster_uri (f, "tradgard");
  snickeri = roster_uri (f, "snickeri");
  while (fram_tabs_get_count (f->window->tabs) > 0)
    act (f, "tab-close");
  open_uri (f->window, garden);
  open_uri (f->window, snickeri);
  act (f, "open-participants");
  close_window (f);

  open_window (f);
  fram_window_open (f->window, f->path, NULL);
  WAIT_FOR (shows (f, "work") && f->window->restored);
  g_assert_cmpint (fram_tabs_get_count (f->window->tabs), ==, 3);
  assert_front (f, "people:");
  WAIT_FOR (says (f->window->sidebar, "Garden"));
  g_assert_null (fram_tabs_get_nth (f->window->tabs, 0));
  g_assert_null (fram_tabs_get_nth (f->window->tabs, 1));
  {
    g_autoptr (GMenuModel) list = fram_tabs_make_list (f->window->tabs);
    g_autofree char *title = NULL;

    g_assert_true (g_menu_model_get_item_attribute (list, 0, G_MENU_ATTRIBUTE_LABEL, "s", &title));
    g_assert_cmpstr (title, ==, "Garden");
  }
  act (f, "tab-2");
  g_assert_nonnull (fram_tabs_get_nth (f->window->tabs, 1));
  g_assert_null (fram_tabs_get_nth (f->window->tabs, 0));
  assert_front (f, snickeri);
  /* what was never shown is kept all the same */
  close_window (f);
  open_window (f);
  fram_window_open (f->window, f->path, NULL);
  WAIT_FOR (shows (f, "work") && f->window->restored);
  g_assert_cmpint (fram_tabs_get_count (f->window->tabs), ==, 3);
  act (f, "tab-1");
  assert_front (f, garden);
}

static void
sit (Fixture *f, const char *name)
{
  act (f, "change-person");
  WAIT_FOR (shows (f, "who"));
  choose_tile (f, name);
  WAIT_FOR (shows (f, "work") && f->window->restored);
}

/* Everybody has windows of their own, and nobody sees what the one before had open. */
static void
test_windows_of_each_person (Fixture *f, gconstpointer data)
{
  make_register (f);
  open_as (f, "karin");
  act (f, "open-participants");
  act (f, "open-staff");
  act (f, "tab-detach");
  g_assert_cmpuint (count_windows (f), ==, 2);
  sit (f, "Nadia Saleh");
  g_assert_cmpuint (count_windows (f), ==, 1);
  assert_front (f, "today:");
  g_assert_cmpint (fram_tabs_get_count (f->window->tabs), ==, 1);
  sit (f, "Karin Berg");
  WAIT_FOR (count_windows (f) == 2);
  assert_front (f, "people:");
  assert_front_in (other_window (f), "staff:");
}

/* All windows ask who sits down, since all of them show what is not for everybody. */
static void
test_all_windows_ask (Fixture *f, gconstpointer data)
{
  FramWindow *other;

  make_register (f);
  open_as (f, "karin");
  act (f, "open-participants");
  act (f, "open-staff");
  act (f, "tab-detach");
  other = other_window (f);
  act (f, "change-person");
  WAIT_FOR (shows (f, "who"));
  g_assert_cmpstr (fram_window_get_state (other), ==, "who");
}

/* The session file */

static char *
session_file (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "framsteg", NULL);

  g_mkdir_with_parents (folder, 0700);
  return g_build_filename (folder, "session.ini", NULL);
}

static void
person_id (Fixture *f, char *id)
{
  fram_uuid_format (fram_seat_get_person (f->window->seat), id);
}

/* What version 0.1 wrote. */
static void
test_old_session (Fixture *f, gconstpointer data)
{
  g_autofree char *file = session_file ();
  g_autofree char *text = NULL;
  char id[FRAM_UUID_TEXT_SIZE];

  make_register (f);
  open_as (f, "karin");
  person_id (f, id);
  close_window (f);
  text = g_strdup_printf ("[window]\nmaximized=false\nwidth=900\nheight=600\nsidebar-hidden=true\n\n"
                          "[%s]\ntabs=people:;staff:;closures:;\npinned=1\nselected=1\n",
                          id);
  g_assert_true (g_file_set_contents (file, text, -1, NULL));
  f->window = fram_window_new (f->app);
  gtk_window_present (GTK_WINDOW (f->window));
  fram_window_open (f->window, f->path, "karin");
  WAIT_FOR (shows (f, "work") && f->window->restored);
  g_assert_cmpint (fram_tabs_get_count (f->window->tabs), ==, 3);
  assert_front (f, "staff:");
  {
    int width, height;

    gtk_window_get_default_size (GTK_WINDOW (f->window), &width, &height);
    g_assert_cmpint (width, ==, 900);
    g_assert_cmpint (height, ==, 600);
  }
  g_assert_false (adw_flap_get_reveal_flap (f->window->flap));
}

/* Values that nobody wrote: no window without tabs, none as large as a house, and not a thousand of them. */
static void
test_nonsense_session (Fixture *f, gconstpointer data)
{
  g_autofree char *file = session_file ();
  g_autoptr (GString) text = g_string_new (NULL);
  char id[FRAM_UUID_TEXT_SIZE];

  make_register (f);
  open_as (f, "karin");
  person_id (f, id);
  close_window (f);
  g_string_append_printf (text, "[%s]\ntabs=people:;\nwidth=-5\nheight=999999999\nselected=77\npinned=-3\n", id);
  g_string_append_printf (text, "[%s 2]\ntabs=nonsense:;\n[%s 3]\nwidth=abc\n", id, id);
  for (int i = 4; i < 1000; i++)
    g_string_append_printf (text, "[%s %d]\nselected=0\n", id, i);
  g_assert_true (g_file_set_contents (file, text->str, -1, NULL));
  open_window (f);
  fram_window_open (f->window, f->path, "karin");
  WAIT_FOR (shows (f, "work") && f->window->restored);
  wait_ms (50);
  g_assert_cmpuint (count_windows (f), ==, 1);
  assert_front (f, "people:");
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (f->window)), <, 2000);
}

/* Opening */

static void
test_opening_cancelled (Fixture *f, gconstpointer data)
{
  make_register (f);
  fram_window_open (f->window, f->path, "karin");
  act (f, "stop");
  g_assert_true (says (f->window->message, "The Register was Not Opened"));
  wait_ms (400);
  /* what comes late is not shown */
  g_assert_true (shows (f, "message"));
  g_assert_null (fram_window_get_desk (f->window));
  g_assert_true (offers (f, "win.retry"));
  act (f, "retry");
  WAIT_FOR (shows (f, "work") && f->window->restored);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down_all)

int
main (int argc, char **argv)
{
  g_autofree char *home = start_at_home (&argc, &argv);
  int failed;

  ADD ("/windows/tear-off", test_tear_off);
  ADD ("/windows/drag-out", test_drag_out);
  ADD ("/windows/pass-on", test_pass_on);
  ADD ("/windows/new-window", test_new_window);
  ADD ("/windows/last-tab", test_last_tab);
  ADD ("/windows/mark-seen-in-both", test_mark_seen_in_both);
  ADD ("/windows/later-mark-wins", test_later_mark_wins);
  ADD ("/windows/come-back", test_windows_come_back);
  ADD ("/windows/closed-stays-away", test_closed_window_stays_away);
  ADD ("/windows/tabs-load-when-shown", test_tabs_load_when_shown);
  ADD ("/windows/of-each-person", test_windows_of_each_person);
  ADD ("/windows/all-ask-who", test_all_windows_ask);
  ADD ("/windows/old-session", test_old_session);
  ADD ("/windows/nonsense-session", test_nonsense_session);
  ADD ("/windows/opening-cancelled", test_opening_cancelled);
  failed = g_test_run ();
  remove_files (home);
  return failed;
}
