#include "window-test.h"

#include "fram-create-dialog.h"

/* The window from an empty machine on: first start, who sits down, tabs, search, undo, and registers that cannot be opened. */

/* First start */

static void
test_first_start (Fixture *f, gconstpointer data)
{
  g_autofree char *usual = fram_desk_default_path ();

  fram_window_open (f->window, usual, NULL);
  WAIT_FOR (shows (f, "message") && offers (f, "win.create-register"));
  g_assert_true (offers (f, "win.demonstration"));
  g_assert_true (offers (f, "win.open-register"));
  g_assert_false (g_file_test (usual, G_FILE_TEST_EXISTS));
  g_assert_false (may (f, "undo"));
  g_assert_false (may (f, "open-participants"));
}

static GtkWindow *
find_dialog (void)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWindow) one = g_list_model_get_item (all, i);

      if (FRAM_IS_CREATE_DIALOG (one))
        return one;
    }
  return NULL;
}

static void
test_create (Fixture *f, gconstpointer data)
{
  g_autofree char *usual = fram_desk_default_path ();
  g_autoptr (FramStaff) staff = fram_staff_new ();
  GtkWindow *dialog;
  g_autoptr (GPtrArray) people = NULL;

  fram_window_open (f->window, usual, NULL);
  WAIT_FOR (offers (f, "win.create-register"));
  act (f, "create-register");
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  staff->name = g_strdup ("Maja Lind");
  fram_staff_add_role (staff, FRAM_ROLE_ADMINISTRATOR, NULL, NULL);
  fram_staff_add_role (staff, FRAM_ROLE_ACTIVITY_LEADER, "snickeri", NULL);
  g_signal_emit_by_name (dialog, "create", staff);
  gtk_window_destroy (dialog);
  WAIT_FOR (shows (f, "work") && f->window->restored);
  g_assert_true (g_file_test (usual, G_FILE_TEST_EXISTS));
  people = fram_desk_staff (fram_window_get_desk (f->window), FALSE, NULL);
  g_assert_cmpuint (people->len, ==, 1);
  g_assert_cmpstr (((FramStaff *)g_ptr_array_index (people, 0))->name, ==, "Maja Lind");
  {
    /* a leader begins in the own roster */
    g_autofree char *snickeri = roster_uri (f, "snickeri");

    assert_front (f, snickeri);
  }
}

static void
test_demonstration (Fixture *f, gconstpointer data)
{
  g_autofree char *usual = fram_desk_default_path ();

  fram_window_open (f->window, usual, NULL);
  WAIT_FOR (offers (f, "win.demonstration"));
  act (f, "demonstration");
  g_assert_true (offers (f, "win.stop"));
  {
    gboolean late = FALSE;

    g_timeout_add_seconds (60, on_late_cb, &late);
    while (!shows (f, "who") && !late)
      g_main_context_iteration (NULL, TRUE);
  }
  g_assert_true (shows (f, "who"));
  g_assert_false (g_file_test (usual, G_FILE_TEST_EXISTS));
  g_assert_true (fram_desk_is_demonstration (fram_window_get_desk (f->window)));
  g_assert_nonnull (strstr (adw_window_title_get_subtitle (f->window->title), "November"));
}

static void
test_demonstration_cancelled (Fixture *f, gconstpointer data)
{
  g_autofree char *usual = fram_desk_default_path ();
  g_autofree char *demo = g_build_filename (f->folder, "demonstration.db", NULL);

  fram_window_open (f->window, usual, NULL);
  WAIT_FOR (offers (f, "win.demonstration"));
  act (f, "demonstration");
  wait_ms (100);
  act (f, "stop");
  WAIT_FOR (offers (f, "win.create-register"));
  WAIT_FOR (!g_file_test (demo, G_FILE_TEST_EXISTS));
}

/* Who sits down */

static void
test_who (Fixture *f, gconstpointer data)
{
  g_autofree char *snickeri = NULL;

  make_register (f);
  fram_window_open (f->window, f->path, NULL);
  WAIT_FOR (shows (f, "who"));
  g_assert_true (says (f->window->who, "Activity leader"));
  choose_tile (f, "Torsten Ek");
  WAIT_FOR (shows (f, "work") && f->window->restored);
  g_assert_true (says (f->window->person_button, "Torsten Ek"));
  snickeri = roster_uri (f, "snickeri");
  assert_front (f, snickeri);
  g_assert_true (says (f->window->sidebar, "My team"));
  g_assert_false (says (f->window->sidebar, "Staff"));
  close_window (f);
  /* the computer remembers who sat here */
  open_window (f);
  fram_window_open (f->window, f->path, NULL);
  WAIT_FOR (shows (f, "work"));
  g_assert_true (says (f->window->person_button, "Torsten Ek"));
}

static void
test_change_person (Fixture *f, gconstpointer data)
{
  make_register (f);
  open_as (f, "karin");
  g_assert_true (says (f->window->sidebar, "Staff"));
  act (f, "open-staff");
  assert_front (f, "staff:");
  act (f, "change-person");
  WAIT_FOR (shows (f, "who"));
  g_assert_false (may (f, "undo"));
  choose_tile (f, "Nadia Saleh");
  WAIT_FOR (shows (f, "work") && f->window->restored && says (f->window->sidebar, "Participants") &&
            !says (f->window->sidebar, "Staff"));
  assert_front (f, "today:");
  /* a case worker cannot look at the staff by another way either */
  g_action_group_activate_action (G_ACTION_GROUP (f->window), "open", g_variant_new_string ("staff:"));
  assert_front (f, "today:");
}

/* Tabs */

static void
test_tabs (Fixture *f, gconstpointer data)
{
  g_autofree char *garden = NULL;

  make_register (f);
  open_as (f, "karin");
  garden = roster_uri (f, "tradgard");
  act (f, "open-participants");
  act (f, "open-staff");
  g_action_group_activate_action (G_ACTION_GROUP (f->window), "open", g_variant_new_string (garden));
  g_assert_cmpint (fram_tabs_get_count (f->window->tabs), ==, 3);
  act (f, "open-staff"); /* once is enough */
  g_assert_cmpint (fram_tabs_get_count (f->window->tabs), ==, 3);
  act (f, "tab-next");
  assert_front (f, garden);
  act (f, "tab-1");
  assert_front (f, "people:");
  act (f, "tab-previous");
  assert_front (f, garden);
  act (f, "tab-pin");
  act (f, "tab-2");
  act (f, "tab-forward");
  close_window (f);

  open_window (f);
  fram_window_open (f->window, f->path, NULL);
  WAIT_FOR (shows (f, "work") && f->window->restored);
  g_assert_cmpint (fram_tabs_get_count (f->window->tabs), ==, 3);
  act (f, "tab-1");
  assert_front (f, garden);
  act (f, "tab-2");
  assert_front (f, "staff:");
  act (f, "tab-3");
  assert_front (f, "people:");
  act (f, "tab-close");
  g_assert_cmpint (fram_tabs_get_count (f->window->tabs), ==, 2);
}

/* A computer that stops without a word loses no tab. */
static void
test_tabs_kept_at_once (Fixture *f, gconstpointer data)
{
  g_autofree char *file = g_build_filename (g_get_user_state_dir (), "framsteg", "session.ini", NULL);
  g_autofree char *text = NULL;

  make_register (f);
  open_as (f, "karin");
  act (f, "open-closed-days");
  wait_ms (900);
  g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "closures:"));
}

static void
test_damaged_session (Fixture *f, gconstpointer data)
{
  g_autofree char *file = g_build_filename (g_get_user_state_dir (), "framsteg", "session.ini", NULL);
  g_autofree char *folder = g_path_get_dirname (file);

  make_register (f);
  close_window (f);
  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (file, "[window\nwidth=\xff\xfe twelve\n\0[people]", -1, NULL));
  open_window (f);
  fram_window_open (f->window, f->path, NULL);
  WAIT_FOR (shows (f, "who"));
}

/* Tabs of a role that somebody had before, and of what never was, do not come back. */
static void
test_tabs_of_another_role (Fixture *f, gconstpointer data)
{
  FramSessionWindow what = { .n_pinned = 1, .selected = 3 };
  const char *uris[] = { "staff:", "nonsense:1", "roster:no-id", "people:", NULL };

  make_register (f);
  open_as (f, "nadia");
  what.tabs = (GStrv)uris;
  f->window->restored = FALSE;
  fram_tabs_close_all (f->window->tabs);
  fram_tabs_restore (f->window->tabs, &what, NULL);
  g_assert_cmpint (fram_tabs_get_count (f->window->tabs), ==, 1);
  assert_front (f, "people:");
}

/* Counts, marks and undo */

static void
test_mark_and_undo (Fixture *f, gconstpointer data)
{
  FramRosterPage *page;

  make_register (f);
  open_as (f, "torsten");
  page = roster_page (f);
  WAIT_FOR (fram_roster_page_get_roster (page) != NULL && fram_roster_page_is_idle (page));
  WAIT_FOR (says (f->window->sidebar, "–/2"));
  g_assert_false (may (f, "undo"));
  fram_roster_page_mark_rest (page);
  WAIT_FOR (says (f->window->sidebar, "2/2"));
  WAIT_FOR (may (f, "undo"));
  WAIT_FOR (f->window->toast != NULL && g_strcmp0 (adw_toast_get_action_name (f->window->toast), "win.undo") == 0);
  act (f, "undo");
  WAIT_FOR (says (f->window->sidebar, "–/2"));
  WAIT_FOR (may (f, "redo") && !may (f, "undo"));
  g_assert_cmpstr (adw_toast_get_title (f->window->toast), !=, "");
  act (f, "redo");
  WAIT_FOR (says (f->window->sidebar, "2/2"));
}

/* Search */

static GtkListBoxRow *
hit (Fixture *f, int n)
{
  return gtk_list_box_get_row_at_index (fram_search_get_list (FRAM_SEARCH (f->window->search)), n);
}

static void
search (Fixture *f, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (fram_search_get_entry (FRAM_SEARCH (f->window->search))), text);
}

static void
test_search (Fixture *f, gconstpointer data)
{
  g_autofree char *garden = NULL;

  make_register (f);
  open_as (f, "nadia");
  act (f, "search");
  WAIT_FOR (f->window->search != NULL && gtk_widget_get_mapped (f->window->search));
  search (f, "akes");
  WAIT_FOR (hit (f, 0) != NULL && says (hit (f, 0), "Leyla Åkesson"));
  g_assert_null (hit (f, 1));
  search (f, "munoz c");
  WAIT_FOR (hit (f, 0) != NULL && says (hit (f, 0), "Carlos Muñoz"));
  search (f, "gard");
  WAIT_FOR (hit (f, 0) != NULL && says (hit (f, 0), "Garden"));
  g_signal_emit_by_name (fram_search_get_entry (FRAM_SEARCH (f->window->search)), "activate");
  garden = roster_uri (f, "tradgard");
  WAIT_FOR (fram_tabs_get_count (f->window->tabs) == 2);
  assert_front (f, garden);
}

static void
test_search_nothing (Fixture *f, gconstpointer data)
{
  make_register (f);
  open_as (f, "nadia");
  act (f, "search");
  WAIT_FOR (f->window->search != NULL && gtk_widget_get_mapped (f->window->search));
  search (f, "nobody at all");
  WAIT_FOR (hit (f, 0) == NULL && says (f->window->search, "Nothing is called that."));
  /* letters that come faster than answers: only the last one counts */
  search (f, "le");
  search (f, "ley");
  search (f, "carl");
  WAIT_FOR (hit (f, 0) != NULL && says (hit (f, 0), "Carlos Muñoz"));
  wait_ms (100);
  g_assert_true (says (hit (f, 0), "Carlos Muñoz"));
  g_assert_null (hit (f, 1));
}

/* Nobody reads what the person before has looked for. */
static void
test_search_of_another (Fixture *f, gconstpointer data)
{
  make_register (f);
  open_as (f, "nadia");
  act (f, "search");
  WAIT_FOR (f->window->search != NULL && gtk_widget_get_mapped (f->window->search));
  search (f, "carl");
  WAIT_FOR (hit (f, 0) != NULL && says (hit (f, 0), "Carlos Muñoz"));
  gtk_popover_popdown (GTK_POPOVER (f->window->search));
  act (f, "change-person");
  WAIT_FOR (shows (f, "who"));
  choose_tile (f, "Karin Berg");
  WAIT_FOR (shows (f, "work"));
  g_assert_null (hit (f, 0));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fram_search_get_entry (FRAM_SEARCH (f->window->search)))), ==,
                   "");
}

/* Faults */

static void
open_fault (Fixture *f, const char *title)
{
  fram_window_open (f->window, f->path, NULL);
  WAIT_FOR (shows (f, "message") && says (f->window->message, title));
  g_assert_true (offers (f, "win.retry"));
  g_assert_true (offers (f, "win.open-register"));
}

static void
test_missing (Fixture *f, gconstpointer data)
{
  open_fault (f, "There is No Register There");
  g_assert_true (offers (f, "win.restore"));
  g_assert_false (g_file_test (f->path, G_FILE_TEST_EXISTS));
  make_register (f);
  act (f, "retry");
  WAIT_FOR (shows (f, "who"));
}

static void
test_not_a_register (Fixture *f, gconstpointer data)
{
  g_autofree char *after = NULL;

  g_assert_true (g_file_set_contents (f->path, "a letter to the authority\n", -1, NULL));
  open_fault (f, "This is Not a Register");
  g_assert_true (g_file_get_contents (f->path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, "a letter to the authority\n");
}

static void
test_damaged_and_restored (Fixture *f, gconstpointer data)
{
  g_autofree char *backup = g_build_filename (f->folder, "monday.backup", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  make_register (f);
  {
    g_autoptr (FramClock) clock = fram_clock_new_from_text ("2026-11-12T09:00");
    g_autoptr (FramDesk) desk = fram_desk_open (f->path, clock, &error);

    g_assert_no_error (error);
    g_assert_true (fram_desk_backup (desk, backup, &error));
  }
  g_assert_true (g_file_get_contents (f->path, &text, &length, NULL));
  memset (text + 4096, 0x5a, 8 * 4096);
  g_assert_true (g_file_set_contents (f->path, text, (gssize)length, NULL));
  open_fault (f, "The Register is Damaged");
  g_assert_true (offers (f, "win.restore"));
  g_action_group_activate_action (G_ACTION_GROUP (f->window), "restore-file", g_variant_new_string (backup));
  WAIT_FOR (shows (f, "who"));
  g_assert_true (says (f->window->who, "Torsten Ek"));
}

static void
set_version (Fixture *f, const char *version)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA user_version = %s", version);
  const char *argv[] = { "sqlite3", f->path, sql, NULL };
  int status = 0;

  g_assert_true (g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
}

static void
test_newer (Fixture *f, gconstpointer data)
{
  g_autofree char *sqlite = g_find_program_in_path ("sqlite3");

  if (sqlite == NULL)
    {
      g_test_skip ("sqlite3 is not installed");
      return;
    }
  make_register (f);
  set_version (f, "9999");
  open_as (f, "torsten");
  g_assert_true (gtk_revealer_get_reveal_child (f->window->bar));
  g_assert_cmpstr (gtk_label_get_label (f->window->bar_label), !=, "");
}

static void
test_nobody_works_here (Fixture *f, gconstpointer data)
{
  g_autoptr (FramClock) clock = fram_clock_new_from_text ("2026-11-12T09:00");
  g_autoptr (FramDesk) desk = fram_desk_create (f->path, clock, "fram", NULL);

  g_clear_object (&desk);
  fram_window_open (f->window, f->path, NULL);
  WAIT_FOR (shows (f, "message") && offers (f, "win.first-person"));
}

/* Looks */

/* A window manager may still be busy placing the window, and then keeps the size it had. */
static void
resize (Fixture *f, int width)
{
  GtkWidget *window = GTK_WIDGET (f->window);

  for (int i = 0; i < 30 && ABS (gtk_widget_get_width (window) - width) > 2; i++)
    {
      gtk_window_set_default_size (GTK_WINDOW (window), width + i % 2, 700);
      wait_ms (100);
    }
  g_assert_cmpint (ABS (gtk_widget_get_width (window) - width), <=, 2);
}

static void
test_narrow (Fixture *f, gconstpointer data)
{
  make_register (f);
  open_as (f, "karin");
  g_assert_true (adw_flap_get_reveal_flap (f->window->flap));
  resize (f, 780);
  WAIT_FOR (adw_flap_get_folded (f->window->flap) && !adw_flap_get_reveal_flap (f->window->flap));
  resize (f, 360);
  act (f, "toggle-sidebar");
  WAIT_FOR (adw_flap_get_reveal_flap (f->window->flap));
  act (f, "open-staff"); /* the sidebar makes room for what it opened */
  WAIT_FOR (!adw_flap_get_reveal_flap (f->window->flap) || !adw_flap_get_folded (f->window->flap));
  resize (f, 1200);
  WAIT_FOR (!adw_flap_get_folded (f->window->flap));
}

static void
test_sidebar_is_remembered (Fixture *f, gconstpointer data)
{
  make_register (f);
  open_as (f, "karin");
  act (f, "toggle-sidebar");
  g_assert_false (adw_flap_get_reveal_flap (f->window->flap));
  close_window (f);
  open_window (f);
  fram_window_open (f->window, f->path, NULL);
  WAIT_FOR (shows (f, "work"));
  g_assert_false (adw_flap_get_reveal_flap (f->window->flap));
  act (f, "toggle-sidebar");
  g_assert_true (adw_flap_get_reveal_flap (f->window->flap));
}

static void
test_words (Fixture *f, gconstpointer data)
{
  g_autofree char *usual = fram_desk_default_path ();

  if (g_strcmp0 (g_getenv ("LANGUAGE"), "sv") != 0)
    {
      g_test_skip ("only in Swedish");
      return;
    }
  fram_window_open (f->window, usual, NULL);
  WAIT_FOR (offers (f, "win.create-register"));
  g_assert_true (says (f->window->message, "Välkommen till Framsteg"));
  make_register (f);
  open_as (f, "torsten");
  g_assert_true (says (f->window->sidebar, "Snickeri"));
  g_assert_false (says (f->window->sidebar, "My team"));
  act (f, "help");
  wait_ms (100);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_autofree char *home = start_at_home (&argc, &argv);
  int failed;

  if (g_strcmp0 (g_getenv ("LANGUAGE"), "sv") == 0)
    ADD ("/window/words", test_words);
  else
    {
      ADD ("/window/first-start", test_first_start);
      ADD ("/window/create", test_create);
      ADD ("/window/demonstration", test_demonstration);
      ADD ("/window/demonstration-cancelled", test_demonstration_cancelled);
      ADD ("/window/who", test_who);
      ADD ("/window/change-person", test_change_person);
      ADD ("/window/tabs", test_tabs);
      ADD ("/window/tabs-kept-at-once", test_tabs_kept_at_once);
      ADD ("/window/damaged-session", test_damaged_session);
      ADD ("/window/tabs-of-another-role", test_tabs_of_another_role);
      ADD ("/window/mark-and-undo", test_mark_and_undo);
      ADD ("/window/search", test_search);
      ADD ("/window/search-nothing", test_search_nothing);
      ADD ("/window/search-of-another", test_search_of_another);
      ADD ("/window/missing", test_missing);
      ADD ("/window/not-a-register", test_not_a_register);
      ADD ("/window/damaged", test_damaged_and_restored);
      ADD ("/window/newer", test_newer);
      ADD ("/window/nobody-works-here", test_nobody_works_here);
      ADD ("/window/narrow", test_narrow);
      ADD ("/window/sidebar", test_sidebar_is_remembered);
    }
  failed = g_test_run ();
  remove_files (home);
  return failed;
}
