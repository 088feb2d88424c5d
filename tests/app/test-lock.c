#include "window-test.h"

#include "fram-desk-pin.h"
#include "fram-discreet.h"
#include "fram-lock.h"
#include "fram-staff-dialog.h"

/* A shared computer: who sits down shows to be that person, and nothing is seen while nobody is there. */

#define PIN "407193"

static gint64 steady, slept;

static gint64
steady_now (void)
{
  return steady;
}

static gint64
slept_so_far (void)
{
  return slept;
}

static FramLock *
lock_of (Fixture *f)
{
  return fram_application_get_lock (f->app);
}

static gboolean
is_locked (Fixture *f)
{
  return fram_lock_is_locked (lock_of (f));
}

static void
set_up_lock (Fixture *f, gconstpointer data)
{
  set_up (f, data);
  steady = 1000000;
  slept = 0;
  fram_lock_set_time (lock_of (f), steady_now, slept_so_far);
}

static void
tear_down_lock (Fixture *f, gconstpointer data)
{
  static const char *const keys[] = { "lock-minutes", "require-pin", "discreet" };
  GSettings *settings = fram_application_get_settings (f->app);
  g_autoptr (GList) all = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (f->app)));

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (settings, keys[i]);
  for (GList *l = all; l != NULL; l = l->next)
    if (l->data != f->window)
      gtk_window_destroy (l->data);
  wait_ms (20);
  tear_down (f, data);
}

static void
give_pin (Fixture *f, const char *login, const char *pin)
{
  g_autoptr (FramClock) clock = fram_clock_new_from_text ("2026-11-12T09:00");
  g_autoptr (GError) error = NULL;
  g_autoptr (FramDesk) desk = fram_desk_open (f->path, clock, &error);
  g_autoptr (FramViewer) viewer = NULL;

  g_assert_no_error (error);
  g_assert_true (fram_desk_sit_down_as (desk, login, &error));
  viewer = fram_desk_dup_viewer (desk);
  g_assert_true (fram_desk_choose_pin (desk, &viewer->id, pin, &error));
  g_assert_no_error (error);
}

/* What can be seen or is read aloud: every text, typed, written or drawn, and every title of a window. */

static void
collect_seen (GtkWidget *widget, GString *texts)
{
  if (!gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget) || !gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (texts, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  if (GTK_IS_INSCRIPTION (widget) && gtk_inscription_get_text (GTK_INSCRIPTION (widget)) != NULL)
    g_string_append_printf (texts, "%s\n", gtk_inscription_get_text (GTK_INSCRIPTION (widget)));
  if (GTK_IS_EDITABLE (widget))
    g_string_append_printf (texts, "%s\n", gtk_editable_get_text (GTK_EDITABLE (widget)));
  if (gtk_widget_get_tooltip_text (widget) != NULL)
    g_string_append_printf (texts, "%s\n", gtk_widget_get_tooltip_text (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_seen (child, texts);
}

static gboolean
is_seen (const char *text)
{
  GListModel *all = gtk_window_get_toplevels ();
  g_autoptr (GString) texts = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (all, i);

      if (gtk_widget_get_visible (GTK_WIDGET (window)))
        g_string_append_printf (texts, "%s\n", gtk_window_get_title (window));
      collect_seen (GTK_WIDGET (window), texts);
    }
  return strstr (texts->str, text) != NULL;
}

static GtkWidget *
find_type (GtkWidget *widget, GType type)
{
  if (!gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget))
    return NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_labelled (GtkWidget *widget, const char *text)
{
  if (!gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget))
    return NULL;
  if (GTK_IS_BUTTON (widget) && says (widget, text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_labelled (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
click (Fixture *f, const char *text)
{
  WAIT_FOR (find_labelled (GTK_WIDGET (f->window->who), text) != NULL);
  g_signal_emit_by_name (find_labelled (GTK_WIDGET (f->window->who), text), "clicked");
}

static GtkWidget *
pin_entry (Fixture *f)
{
  return find_type (GTK_WIDGET (f->window->who), GTK_TYPE_PASSWORD_ENTRY);
}

static void
type_pin (Fixture *f, const char *pin)
{
  WAIT_FOR (pin_entry (f) != NULL);
  gtk_editable_set_text (GTK_EDITABLE (pin_entry (f)), pin);
  g_signal_emit_by_name (pin_entry (f), "activate");
}

static void
lock_now (Fixture *f)
{
  act (f, "lock");
  g_assert_true (is_locked (f));
}

/* A new member of staff, whose name has been typed and not been saved. */
static GtkWindow *
open_dialog (Fixture *f, const char *typed)
{
  GtkWindow *dialog =
      GTK_WINDOW (fram_staff_dialog_new (fram_window_get_desk (f->window), GTK_WIDGET (f->window), NULL));

  gtk_window_present (dialog);
  WAIT_FOR (gtk_widget_get_mapped (GTK_WIDGET (dialog)));
  gtk_editable_set_text (GTK_EDITABLE (find_type (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW)), typed);
  return dialog;
}

static void
open_roster (Fixture *f)
{
  g_autofree char *snickeri = roster_uri (f, "snickeri");

  g_action_group_activate_action (G_ACTION_GROUP (f->window), "open", g_variant_new_string (snickeri));
  WAIT_FOR (is_seen ("Åkesson"));
}

/* The lock */

static void
test_covers_everything (Fixture *f, gconstpointer data)
{
  static const char *const secrets[] = { "Åkesson", "Muñoz", "Greta Nyqvist", "Woodwork", "Staff", "Participants" };
  g_autofree char *said = NULL;

  make_register (f);
  open_as (f, "karin");
  act (f, "open-participants");
  act (f, "open-staff");
  act (f, "tab-detach"); /* a second window */
  open_roster (f);
  open_dialog (f, "Greta Nyqvist");
  act (f, "preferences");
  fram_window_say (f->window, "Leyla Åkesson is marked as present.", TRUE);
  act (f, "search");
  wait_ms (100);
  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    g_assert_true (is_seen (secrets[i]));
  lock_now (f);
  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    g_assert_false (is_seen (secrets[i]));
  WAIT_FOR (is_seen ("Go on as Karin Berg"));
  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    g_assert_false (is_seen (secrets[i]));
}

static void
test_no_action_under_the_lock (Fixture *f, gconstpointer data)
{
  g_auto (GStrv) names = NULL;

  make_register (f);
  open_as (f, "karin");
  lock_now (f);
  names = g_action_group_list_actions (G_ACTION_GROUP (f->window));
  for (guint i = 0; names[i] != NULL; i++)
    if (!g_str_equal (names[i], "toast") && !g_str_equal (names[i], "discreet"))
      g_assert_false (may (f, names[i]));
  /* nor one that something else makes possible meanwhile */
  fram_seat_update_undo (f->window->seat);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (f->window), "open-staff")),
                               TRUE);
  g_assert_false (may (f, "open-staff"));
  click (f, "Go on as Karin Berg");
  g_assert_false (is_locked (f));
  g_assert_true (may (f, "open-staff"));
  g_assert_true (may (f, "preferences"));
}

static void
test_what_was_typed_is_still_there (Fixture *f, gconstpointer data)
{
  GtkWindow *dialog;

  make_register (f);
  open_as (f, "karin");
  open_roster (f);
  dialog = open_dialog (f, "Greta Nyqvist");
  lock_now (f);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (dialog)));
  click (f, "Go on as Karin Berg");
  g_assert_false (is_locked (f));
  WAIT_FOR (is_seen ("Greta Nyqvist"));
  g_assert_true (is_seen ("Åkesson"));
  g_assert_true (g_str_has_prefix (gtk_window_get_title (GTK_WINDOW (f->window)), "Woodwork"));
}

static void
test_another_person_finds_nothing (Fixture *f, gconstpointer data)
{
  g_autofree char *front = NULL;

  make_register (f);
  open_as (f, "karin");
  act (f, "open-staff");
  act (f, "tab-detach");
  open_dialog (f, "Greta Nyqvist");
  lock_now (f);
  click (f, "Somebody Else");
  WAIT_FOR (is_seen ("Karin Berg has a dialog open."));
  choose_tile (f, "Nadia Saleh");
  WAIT_FOR (shows (f, "work") && f->window->restored);
  g_assert_false (is_locked (f));
  wait_ms (100);
  g_assert_false (is_seen ("Greta Nyqvist"));
  front = front_uri (f);
  g_assert_cmpstr (front, !=, "staff:");
  g_assert_cmpint (fram_tabs_get_count (f->window->tabs), ==, 1);
  g_assert_false (may (f, "undo"));
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (GTK_APPLICATION (f->app))), ==, 1);
}

static void
test_the_pin_unlocks (Fixture *f, gconstpointer data)
{
  make_register (f);
  open_as (f, "karin");
  give_pin (f, "karin", PIN);
  lock_now (f);
  type_pin (f, "1");
  WAIT_FOR (is_seen ("That is not the PIN."));
  g_assert_true (is_locked (f));
  /* while one is looked at, the next can be typed but does not count */
  type_pin (f, "2");
  type_pin (f, PIN);
  WAIT_FOR (is_seen ("That is not the PIN."));
  g_assert_true (is_locked (f));
  type_pin (f, PIN);
  WAIT_FOR (!is_locked (f));
  g_assert_true (shows (f, "work"));
}

static void
test_guessing_waits (Fixture *f, gconstpointer data)
{
  make_register (f);
  open_as (f, "karin");
  give_pin (f, "karin", PIN);
  lock_now (f);
  for (int i = 0; i < 3; i++)
    {
      type_pin (f, "1");
      WAIT_FOR (is_seen ("That is not the PIN."));
    }
  WAIT_FOR (is_seen ("Try again in"));
  type_pin (f, PIN);
  wait_ms (1200);
  g_assert_true (is_locked (f));
  g_assert_true (is_seen ("Try again in"));
}

static void
test_a_dialog_that_opens_under_the_lock_waits (Fixture *f, gconstpointer data)
{
  GtkWidget *dialog;

  make_register (f);
  open_as (f, "karin");
  lock_now (f);
  dialog = adw_message_dialog_new (GTK_WINDOW (f->window), "Leyla Åkesson", "was imported twice");
  gtk_window_present (GTK_WINDOW (dialog));
  WAIT_FOR (!gtk_widget_get_visible (dialog));
  g_assert_false (is_seen ("Åkesson"));
  /* presenting the program's window from outside shows it no more than before */
  gtk_window_present (GTK_WINDOW (dialog));
  WAIT_FOR (!gtk_widget_get_visible (dialog));
  click (f, "Go on as Karin Berg");
  WAIT_FOR (is_seen ("was imported twice"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_a_sentence_waits (Fixture *f, gconstpointer data)
{
  make_register (f);
  open_as (f, "karin");
  lock_now (f);
  fram_window_say (f->window, "Leyla’s mark could not be written.", FALSE);
  wait_ms (50);
  g_assert_false (is_seen ("Leyla"));
  click (f, "Go on as Karin Berg");
  WAIT_FOR (is_seen ("Leyla’s mark could not be written."));
  /* but not for somebody else */
  lock_now (f);
  fram_window_say (f->window, "Leyla’s mark could not be written.", FALSE);
  click (f, "Somebody Else");
  choose_tile (f, "Nadia Saleh");
  WAIT_FOR (shows (f, "work"));
  wait_ms (50);
  g_assert_false (is_seen ("Leyla’s mark"));
}

static gpointer
mark_all (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  FramUuid snickeri;
  g_autoptr (FramRoster) roster = NULL;

  g_usleep (200000);
  g_assert_true (fram_desk_find_activity (desk, "snickeri", &snickeri, NULL));
  roster = fram_desk_roster (desk, &snickeri, fram_desk_get_home_day (desk), error);
  for (guint i = 0; i < roster->rows->len; i++)
    {
      const FramRosterRow *row = g_ptr_array_index (roster->rows, i);
      FramMarkEdit edit = { .fields = FRAM_MARK_STATUS, .status = "present" };

      fram_roster_free (fram_desk_mark (desk, &snickeri, roster->day, 0, &row->enrolment, 1, &edit, NULL, error));
    }
  return NULL;
}

static guint
count_marked (Fixture *f)
{
  FramDesk *desk = fram_window_get_desk (f->window);
  FramUuid snickeri;
  g_autoptr (FramRoster) roster = NULL;
  guint n = 0;

  g_assert_true (fram_desk_find_activity (desk, "snickeri", &snickeri, NULL));
  roster = fram_desk_roster (desk, &snickeri, fram_desk_get_home_day (desk), NULL);
  for (guint i = 0; i < roster->rows->len; i++)
    n += ((const FramRosterRow *)g_ptr_array_index (roster->rows, i))->status != NULL;
  return n;
}

static void
test_running_work_goes_on (Fixture *f, gconstpointer data)
{
  make_register (f);
  open_as (f, "torsten");
  fram_desk_run_async (fram_window_get_desk (f->window), mark_all, NULL, NULL, NULL, NULL, NULL, NULL);
  lock_now (f);
  WAIT_FOR (find_labelled (GTK_WIDGET (f->window->who), "Go on as Torsten Ek") != NULL);
  g_assert_cmpuint (count_marked (f), ==, 2);
}

/* When it locks */

static void
test_locks_after_a_time_without_input (Fixture *f, gconstpointer data)
{
  make_register (f);
  open_as (f, "karin");
  steady += 5 * 60 * 1000 - 1;
  fram_lock_check (lock_of (f));
  g_assert_false (is_locked (f));
  steady += 1;
  fram_lock_check (lock_of (f));
  g_assert_true (is_locked (f));
  /* a clock that runs backwards opens nothing */
  steady = 0;
  fram_lock_check (lock_of (f));
  g_assert_true (is_locked (f));
}

static void
test_the_time_can_be_chosen (Fixture *f, gconstpointer data)
{
  GSettings *settings = fram_application_get_settings (f->app);

  make_register (f);
  open_as (f, "karin");
  g_settings_set_int (settings, "lock-minutes", 0);
  steady += G_GINT64_CONSTANT (100000000);
  fram_lock_check (lock_of (f));
  g_assert_false (is_locked (f));
  g_settings_set_int (settings, "lock-minutes", 1);
  fram_lock_check (lock_of (f));
  g_assert_true (is_locked (f));
}

static void
test_locks_when_the_computer_has_slept (Fixture *f, gconstpointer data)
{
  make_register (f);
  open_as (f, "karin");
  slept += 500;
  fram_lock_check (lock_of (f));
  g_assert_false (is_locked (f));
  slept += 60000;
  fram_lock_check (lock_of (f));
  g_assert_true (is_locked (f));
}

static void
test_nothing_to_lock (Fixture *f, gconstpointer data)
{
  make_register (f);
  fram_window_open (f->window, f->path, NULL);
  WAIT_FOR (shows (f, "who"));
  fram_lock_lock (lock_of (f));
  g_assert_false (is_locked (f));
  g_assert_true (may (f, "open-register"));
}

static void
test_a_locked_program_ends (Fixture *f, gconstpointer data)
{
  make_register (f);
  open_as (f, "karin");
  open_dialog (f, "Greta Nyqvist");
  lock_now (f);
  close_window (f);
  g_assert_false (is_locked (f));
  g_assert_null (gtk_application_get_windows (GTK_APPLICATION (f->app)));
  open_window (f);
  fram_window_open (f->window, f->path, NULL);
  WAIT_FOR (shows (f, "work"));
}

/* Who sits down */

static void
test_the_last_person_is_asked_at_the_start (Fixture *f, gconstpointer data)
{
  make_register (f);
  open_as (f, "karin");
  give_pin (f, "karin", PIN);
  close_window (f);
  open_window (f);
  fram_window_open (f->window, f->path, NULL);
  WAIT_FOR (shows (f, "who") && pin_entry (f) != NULL);
  g_assert_true (is_seen ("Karin Berg"));
  g_assert_false (may (f, "open-staff"));
  type_pin (f, PIN);
  WAIT_FOR (shows (f, "work"));
}

static void
test_a_name_on_the_command_line_is_not_enough (Fixture *f, gconstpointer data)
{
  make_register (f);
  give_pin (f, "karin", PIN);
  fram_window_open (f->window, f->path, "karin");
  WAIT_FOR (shows (f, "who") && pin_entry (f) != NULL);
  g_action_group_activate_action (G_ACTION_GROUP (f->window), "sit-down", g_variant_new_string ("karin"));
  g_assert_false (shows (f, "work"));
  type_pin (f, PIN);
  WAIT_FOR (shows (f, "work"));
}

static void
test_everybody_needs_a_pin (Fixture *f, gconstpointer data)
{
  g_settings_set_boolean (fram_application_get_settings (f->app), "require-pin", TRUE);
  make_register (f);
  fram_window_open (f->window, f->path, "torsten");
  WAIT_FOR (shows (f, "who") && is_seen ("Everybody has a PIN on this computer."));
  type_pin (f, "1234");
  WAIT_FOR (is_seen ("among the first to be guessed"));
  type_pin (f, PIN);
  WAIT_FOR (is_seen ("Type it once more."));
  type_pin (f, "407194");
  WAIT_FOR (is_seen ("The two were not the same."));
  type_pin (f, PIN);
  WAIT_FOR (is_seen ("Type it once more."));
  type_pin (f, PIN);
  WAIT_FOR (shows (f, "work"));
  g_assert_true (fram_desk_has_pin (fram_window_get_desk (f->window), fram_seat_get_person (f->window->seat)));
}

static int
place_of_tile (Fixture *f, const char *name)
{
  GtkWidget *tile = who_tile (f, name);

  return tile != NULL ? gtk_flow_box_child_get_index (GTK_FLOW_BOX_CHILD (tile)) : -1;
}

static void
test_tiles (Fixture *f, gconstpointer data)
{
  make_register (f);
  give_pin (f, "nadia", PIN);
  open_as (f, "torsten");
  act (f, "change-person");
  WAIT_FOR (place_of_tile (f, "Karin Berg") >= 0);
  /* who sat here last comes first */
  g_assert_cmpint (place_of_tile (f, "Torsten Ek"), ==, 0);
  g_assert_cmpint (place_of_tile (f, "Karin Berg"), ==, 1);
  WAIT_FOR (gtk_widget_get_height (who_tile (f, "Karin Berg")) > 0);
  g_assert_cmpint (gtk_widget_get_height (who_tile (f, "Karin Berg")), >=, 64);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (who_tile (f, "Nadia Saleh")), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Nadia Saleh");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (who_tile (f, "Nadia Saleh")),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Case worker. Needs a PIN");
  /* the same person finds everything as it was */
  choose_tile (f, "Torsten Ek");
  WAIT_FOR (shows (f, "work"));
  g_assert_cmpint (fram_tabs_get_count (f->window->tabs), ==, 1);
}

static void
test_many_tiles_are_searched (Fixture *f, gconstpointer data)
{
  GtkWidget *search;

  make_register (f);
  {
    g_autoptr (FramClock) clock = fram_clock_new_from_text ("2026-11-12T09:00");
    g_autoptr (FramDesk) desk = fram_desk_open (f->path, clock, NULL);

    for (int i = 0; i < 12; i++)
      {
        g_autofree char *name = g_strdup_printf ("Mentor Nummer %c", 'A' + i);

        add_staff (desk, name, NULL, FRAM_ROLE_PEER_MENTOR, NULL);
      }
  }
  fram_window_open (f->window, f->path, NULL);
  WAIT_FOR (shows (f, "who") && gtk_widget_get_mapped (GTK_WIDGET (f->window->who)));
  search = find_type (GTK_WIDGET (f->window->who), GTK_TYPE_SEARCH_ENTRY);
  g_assert_nonnull (search);
  gtk_editable_set_text (GTK_EDITABLE (search), "tors");
  WAIT_FOR (who_tile (f, "Karin Berg") == NULL && who_tile (f, "Torsten Ek") != NULL);
  g_signal_emit_by_name (search, "activate");
  WAIT_FOR (shows (f, "work"));
  g_assert_true (says (f->window->person_button, "Torsten Ek"));
}

/* Discreet mode */

static void
test_discreet (Fixture *f, gconstpointer data)
{
  make_register (f);
  open_as (f, "nadia");
  act (f, "open-participants");
  WAIT_FOR (is_seen ("Leyla Åkesson"));
  g_assert_false (gtk_widget_get_visible (f->window->discreet_button));
  act (f, "discreet");
  WAIT_FOR (is_seen ("Leyla Å."));
  g_assert_false (is_seen ("Åkesson"));
  g_assert_true (gtk_widget_get_visible (f->window->discreet_button));
  g_assert_true (g_settings_get_boolean (fram_application_get_settings (f->app), "discreet"));
  act (f, "discreet");
  WAIT_FOR (is_seen ("Leyla Åkesson"));
}

static void
test_short_names (void)
{
  static const char *const names[][2] = {
    { "Amina Haddad", "Amina H." }, { "Elin Östberg", "Elin Ö." },    { "A. H.", "A. H." },
    { "Kastanjen", "Kastanjen" },   { "Anna Maria Berg", "Anna B." }, { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = fram_discreet_name (names[i][0]);

      g_assert_cmpstr (name, ==, names[i][1]);
    }
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up_lock, func, tear_down_lock)

int
main (int argc, char **argv)
{
  g_autofree char *home = start_at_home (&argc, &argv);
  int failed;

  ADD ("/lock/covers-every-window-and-dialog", test_covers_everything);
  ADD ("/lock/no-action-is-possible-under-it", test_no_action_under_the_lock);
  ADD ("/lock/what-was-typed-is-still-there", test_what_was_typed_is_still_there);
  ADD ("/lock/another-person-finds-nothing", test_another_person_finds_nothing);
  ADD ("/lock/the-pin-unlocks", test_the_pin_unlocks);
  ADD ("/lock/guessing-waits", test_guessing_waits);
  ADD ("/lock/a-dialog-that-opens-under-it-waits", test_a_dialog_that_opens_under_the_lock_waits);
  ADD ("/lock/a-sentence-waits", test_a_sentence_waits);
  ADD ("/lock/running-work-goes-on", test_running_work_goes_on);
  ADD ("/lock/after-a-time-without-input", test_locks_after_a_time_without_input);
  ADD ("/lock/the-time-can-be-chosen", test_the_time_can_be_chosen);
  ADD ("/lock/when-the-computer-has-slept", test_locks_when_the_computer_has_slept);
  ADD ("/lock/nothing-to-lock-without-a-person", test_nothing_to_lock);
  ADD ("/lock/a-locked-program-ends", test_a_locked_program_ends);
  ADD ("/who/the-last-person-is-asked-at-the-start", test_the_last_person_is_asked_at_the_start);
  ADD ("/who/a-name-on-the-command-line-is-not-enough", test_a_name_on_the_command_line_is_not_enough);
  ADD ("/who/everybody-needs-a-pin", test_everybody_needs_a_pin);
  ADD ("/who/tiles", test_tiles);
  ADD ("/who/many-tiles-are-searched", test_many_tiles_are_searched);
  ADD ("/discreet/names-in-lists", test_discreet);
  g_test_add_func ("/discreet/short-names", test_short_names);
  failed = g_test_run ();
  remove_files (home);
  return failed;
}
