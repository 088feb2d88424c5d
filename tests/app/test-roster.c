#include "roster-fixture.h"

#include "fram-typed-date.h"

#include <signal.h>
#include <sys/resource.h>

/* The roster as an activity leader uses it: keys, clicks, several, undo, other days, and what is on disk afterwards. */

/* ---- tests ---- */

static void
test_expected (Fixture *f, gconstpointer data)
{
  g_autofree char *words = NULL;

  g_assert_cmpuint (f->page->n_lines, ==, 4);
  g_assert_cmpstr (name_at (f, 0), ==, "Amina Hassan");
  g_assert_cmpstr (name_at (f, 3), ==, "Åsa Öberg");
  g_assert_cmpuint (f->page->n_others, ==, 1);
  g_assert_cmpint (fram_roster_page_get_cursor (f->page), ==, 0);
  words = totals (f);
  g_assert_cmpstr (words, ==, fram_text_is_swedish () ? "4 väntade, 4 omarkerade" : "4 expected, 4 unmarked");
  gtk_test_accessible_assert_property (line_at (f, 0), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       fram_text_is_swedish () ? "Amina Hassan, planerad 09–12, omarkerad"
                                                               : "Amina Hassan, planned 09–12, unmarked");
}

static void
test_key (Fixture *f, gconstpointer data)
{
  g_autofree char *words = NULL;

  mark (f, "present");
  g_assert_cmpint (fram_roster_page_get_cursor (f->page), ==, 1);
  settle (f);
  g_assert_cmpstr (shown_at (f, 0), ==, "present");
  assert_on_disk (f, "Amina Hassan", TODAY, "present");
  assert_on_disk (f, "Björn Ek", TODAY, "");
  g_assert_nonnull (strstr (f->said, "Amina Hassan"));
  g_assert_true (f->can_undo);
  words = totals (f);
  g_assert_nonnull (strchr (words, '3'));
}

/* The letters are those of the language, and follow no other. */
static void
test_letters (Fixture *f, gconstpointer data)
{
  const char *keys = fram_text_is_swedish () ? "nsao" : "plau";
  static const char *const codes[] = { "present", "late", "absent_notified", "absent_unnotified" };

  for (guint i = 0; i < 4; i++)
    press (f, (guint)(i % 2 == 0 ? keys[i] : g_ascii_toupper (keys[i])), i % 2 == 0 ? 0 : GDK_SHIFT_MASK);
  settle (f);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpstr (shown_at (f, i), ==, codes[i]);
  g_assert_false (fram_roster_page_handle_key (f->page, GDK_KEY_q, 0));
}

static void
test_keys_in_order (Fixture *f, gconstpointer data)
{
  static const char *const codes[] = { "present", "sick", "leave", "other_appointment", "absent_notified", "present" };

  /* all of them before the first is on disk */
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      mark (f, codes[i]);
      press (f, GDK_KEY_Up, 0);
    }
  settle (f);
  g_assert_cmpstr (shown_at (f, 0), ==, "present");
  assert_on_disk (f, "Amina Hassan", TODAY, "present");
}

static void
test_click (Fixture *f, gconstpointer data)
{
  FramMarkStrip *strip = fram_roster_line_get_strip (line_at (f, 2));

  g_signal_emit_by_name (fram_mark_strip_get_cell (strip, 4), "clicked");
  settle (f);
  g_assert_cmpstr (shown_at (f, 2), ==, "sick");
  assert_on_disk (f, "Carlos Mendes", TODAY, "sick");
  g_assert_cmpint (fram_roster_page_get_cursor (f->page), ==, 2);
  gtk_test_accessible_assert_state (fram_mark_strip_get_cell (strip, 4), GTK_ACCESSIBLE_STATE_PRESSED,
                                    GTK_ACCESSIBLE_TRISTATE_TRUE);
  gtk_test_accessible_assert_state (fram_mark_strip_get_cell (strip, 0), GTK_ACCESSIBLE_STATE_PRESSED,
                                    GTK_ACCESSIBLE_TRISTATE_FALSE);

  g_signal_emit_by_name (fram_mark_strip_get_cell (strip, 0), "clicked");
  settle (f);
  assert_on_disk (f, "Carlos Mendes", TODAY, "present");
}

static void
test_several (Fixture *f, gconstpointer data)
{
  press (f, GDK_KEY_Down, GDK_SHIFT_MASK);
  press (f, GDK_KEY_Down, GDK_SHIFT_MASK);
  mark (f, "sick");
  settle (f);
  assert_on_disk (f, "Amina Hassan", TODAY, "sick");
  assert_on_disk (f, "Carlos Mendes", TODAY, "sick");
  assert_on_disk (f, "Åsa Öberg", TODAY, "");
  g_assert_nonnull (strchr (f->said, '3'));

  press (f, GDK_KEY_a, GDK_CONTROL_MASK);
  mark (f, "present");
  settle (f);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpstr (shown_at (f, i), ==, "present");
  assert_on_disk (f, "Dragana Petrovic", TODAY, "");

  /* one step brings all of them back */
  fram_desk_undo (f->desk, NULL, NULL);
  settle (f);
  g_assert_cmpstr (shown_at (f, 1), ==, "sick");
  g_assert_cmpstr (shown_at (f, 3), ==, "");

  press (f, GDK_KEY_Escape, 0);
  mark (f, "leave");
  settle (f);
  g_assert_cmpstr (shown_at (f, 0), ==, "sick");
}

static void
test_rest (Fixture *f, gconstpointer data)
{
  mark (f, "sick");
  settle (f);
  g_signal_emit_by_name (template_child (f, "rest_button"), "clicked");
  settle (f);
  assert_on_disk (f, "Amina Hassan", TODAY, "sick");
  assert_on_disk (f, "Björn Ek", TODAY, "present");
  assert_on_disk (f, "Åsa Öberg", TODAY, "present");
  assert_on_disk (f, "Dragana Petrovic", TODAY, "");
  g_assert_false (gtk_widget_get_sensitive (template_child (f, "rest_button")));
}

static void
test_clear (Fixture *f, gconstpointer data)
{
  mark (f, "present");
  press (f, GDK_KEY_Up, 0);
  settle (f);
  press (f, GDK_KEY_Delete, 0);
  settle (f);
  g_assert_cmpstr (shown_at (f, 0), ==, "");
  assert_on_disk (f, "Amina Hassan", TODAY, "");
  g_assert_cmpint (fram_roster_page_get_cursor (f->page), ==, 0);
}

static void
test_minutes (Fixture *f, gconstpointer data)
{
  FramRosterRow *row = fram_roster_line_get_row (line_at (f, 0));
  int minutes = -1;
  g_autofree char *status = NULL;

  mark (f, "late");
  press (f, GDK_KEY_1, 0);
  press (f, GDK_KEY_5, 0);
  g_assert_false (fram_roster_page_is_idle (f->page));
  mark (f, "present"); /* the next person: the minutes are written first */
  settle (f);
  status = on_disk (f, "Amina Hassan", TODAY, &minutes);
  g_assert_cmpstr (status, ==, "late");
  g_assert_cmpint (minutes, ==, 15);
  g_assert_cmpint (row->attended_minutes, ==, 3 * 60 - 15);
  assert_on_disk (f, "Björn Ek", TODAY, "present");
}

static void
test_minutes_pause (Fixture *f, gconstpointer data)
{
  int minutes = -1;
  g_autofree char *status = NULL;

  mark (f, "late");
  press (f, GDK_KEY_KP_7, 0);
  settle (f); /* nothing more is typed */
  status = on_disk (f, "Amina Hassan", TODAY, &minutes);
  g_assert_cmpint (minutes, ==, 7);
}

/* Minutes that are still being typed are not lost when the page goes. */
static void
test_minutes_closing (Fixture *f, gconstpointer data)
{
  int minutes = -1;
  g_autofree char *status = NULL;

  mark (f, "late");
  press (f, GDK_KEY_4, 0);
  close_page (f);
  status = on_disk (f, "Amina Hassan", TODAY, &minutes);
  g_assert_cmpstr (status, ==, "late");
  g_assert_cmpint (minutes, ==, 4);
  open_page (f, 1100);
}

static void
test_minutes_entry (Fixture *f, gconstpointer data)
{
  GtkEditable *entry;
  FramMarkLabel *label;
  int minutes = -1;
  g_autofree char *status = NULL;

  mark (f, "late");
  settle (f);
  label = FRAM_MARK_LABEL (
      gtk_widget_get_template_child (GTK_WIDGET (line_at (f, 0)), FRAM_TYPE_ROSTER_LINE, "mark_label"));
  entry = fram_mark_label_get_entry (label);
  g_assert_nonnull (entry);
  gtk_editable_set_text (entry, "20");
  g_signal_emit_by_name (entry, "activate");
  settle (f);
  status = on_disk (f, "Amina Hassan", TODAY, &minutes);
  g_assert_cmpint (minutes, ==, 20);

  gtk_editable_set_text (entry, "x");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "20");

  /* more than was planned: refused with a sentence, and the old minutes are shown again */
  gtk_editable_set_text (entry, "999");
  g_signal_emit_by_name (entry, "activate");
  settle (f);
  g_assert_false (f->can_undo);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "20");
}

static void
test_enter_and_space (Fixture *f, gconstpointer data)
{
  press (f, GDK_KEY_Down, 0);
  mark (f, "present");
  settle (f);
  press (f, GDK_KEY_Home, 0);
  mark (f, "sick");
  press (f, GDK_KEY_Home, 0);
  settle (f);
  press (f, GDK_KEY_Return, 0);
  g_assert_cmpint (fram_roster_page_get_cursor (f->page), ==, 2);
  press (f, GDK_KEY_space, 0);
  settle (f);
  assert_on_disk (f, "Carlos Mendes", TODAY, "sick");
  press (f, GDK_KEY_End, 0);
  g_assert_cmpint (fram_roster_page_get_cursor (f->page), ==, 3);
  mark (f, "present");
  settle (f);
  press (f, GDK_KEY_Return, 0);
  g_assert_false (f->can_undo); /* says that everyone is marked */
}

static void
test_undo_redo (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  mark (f, "present");
  settle (f);
  press (f, GDK_KEY_Home, 0);
  mark (f, "sick");
  settle (f);
  fram_desk_undo (f->desk, NULL, &error);
  g_assert_no_error (error);
  settle (f);
  g_assert_cmpstr (shown_at (f, 0), ==, "present");
  fram_desk_undo (f->desk, NULL, &error);
  settle (f);
  g_assert_cmpstr (shown_at (f, 0), ==, "");
  fram_desk_redo (f->desk, NULL, &error);
  g_assert_no_error (error);
  settle (f);
  g_assert_cmpstr (shown_at (f, 0), ==, "present");
  /* the keyboard has not moved from where it was */
  g_assert_cmpint (fram_roster_page_get_cursor (f->page), ==, 1);
}

static void
test_other_day (Fixture *f, gconstpointer data)
{
  mark (f, "present");
  settle (f);
  press (f, GDK_KEY_Right, GDK_ALT_MASK);
  settle (f);
  fram_assert_date (fram_roster_page_get_day (f->page), "2026-11-13");
  g_assert_cmpuint (f->page->n_lines, ==, 1);
  g_assert_cmpstr (shown_at (f, 0), ==, "");
  /* over the weekend, two steps faster than they are read */
  press (f, GDK_KEY_Right, GDK_ALT_MASK);
  press (f, GDK_KEY_Right, GDK_ALT_MASK);
  settle (f);
  fram_assert_date (fram_roster_page_get_day (f->page), "2026-11-17");
  press (f, GDK_KEY_Home, GDK_ALT_MASK);
  settle (f);
  fram_assert_date (fram_roster_page_get_day (f->page), TODAY);
  g_assert_cmpstr (shown_at (f, 0), ==, "present");
  g_assert_cmpuint (f->page->n_lines, ==, 4);
}

static void
test_past_day (Fixture *f, gconstpointer data)
{
  fram_roster_page_go_to_day (f->page, fram_test_date ("2026-10-29"));
  settle (f);
  press (f, GDK_KEY_Home, 0);
  mark (f, "present");
  settle (f);
  g_assert_false (f->can_undo);
  assert_on_disk (f, "Amina Hassan", "2026-10-29", "");
  gtk_editable_set_text (GTK_EDITABLE (template_child (f, "reason_entry")), "Read from the paper list");
  fram_roster_page_move_cursor (f->page, 0);
  mark (f, "present");
  settle (f);
  assert_on_disk (f, "Amina Hassan", "2026-10-29", "present");
  g_assert_cmpstr (fram_roster_line_get_row (line_at (f, 0))->reason, ==, "Read from the paper list");
}

/* Today's roster goes along at midnight; a day that somebody chose stays. */
static void
test_midnight (Fixture *f, gconstpointer data)
{
  FramDate yesterday = fram_test_date (TODAY) - 1;

  fram_roster_page_go_to_day (f->page, yesterday);
  settle (f);
  fram_roster_page_follow_midnight (f->page);
  settle (f);
  fram_assert_date (fram_roster_page_get_day (f->page), "2026-11-11");
  f->page->follows_today = TRUE; /* as it was before midnight */
  fram_roster_page_follow_midnight (f->page);
  settle (f);
  fram_assert_date (fram_roster_page_get_day (f->page), TODAY);
}

/* A mark that another program writes is shown, and the keyboard stays where it is. */
static void
test_other_program (Fixture *f, gconstpointer data)
{
  g_autoptr (FramClock) clock = fram_clock_new_from_text (TODAY "T09:00");
  g_autoptr (GError) error = NULL;
  g_autoptr (FramDesk) other = NULL;
  g_autoptr (FramRoster) after = NULL;
  FramMarkEdit edit = { .fields = FRAM_MARK_STATUS, .status = "sick", .minutes_late = -1, .attended_minutes = -1 };

  reopen_watching (f);
  other = fram_desk_open (f->path, clock, &error);
  g_assert_no_error (error);
  press (f, GDK_KEY_Down, 0);
  after = fram_desk_mark (other, &f->activity, fram_test_date (TODAY), 0,
                          &fram_roster_line_get_row (line_at (f, 2))->enrolment, 1, &edit, NULL, &error);
  g_assert_no_error (error);
  wait_until (g_str_equal (shown_at (f, 2), "sick"));
  g_assert_cmpint (fram_roster_page_get_cursor (f->page), ==, 1);
}

static void
test_restart (Fixture *f, gconstpointer data)
{
  mark (f, "present");
  mark (f, "absent_notified");
  settle (f);
  close_page (f);
  g_clear_object (&f->desk);
  open_desk (f);
  open_page (f, 1100);
  g_assert_cmpstr (shown_at (f, 0), ==, "present");
  g_assert_cmpstr (shown_at (f, 1), ==, "absent_notified");
  /* the keyboard begins at the first person who is not marked */
  g_assert_cmpint (fram_roster_page_get_cursor (f->page), ==, 2);
}

static void
test_cannot_write (Fixture *f, gconstpointer data)
{
  struct rlimit old, none;

  mark (f, "present");
  settle (f);
  press (f, GDK_KEY_Home, 0);
  getrlimit (RLIMIT_FSIZE, &old);
  none = old;
  none.rlim_cur = 0; /* no file can grow: the disk is full for us, also as root */
  signal (SIGXFSZ, SIG_IGN);
  setrlimit (RLIMIT_FSIZE, &none);
  mark (f, "sick");
  settle (f);
  setrlimit (RLIMIT_FSIZE, &old);
  g_assert_cmpstr (shown_at (f, 0), ==, "present");
  g_assert_false (f->can_undo);
  g_assert_true (g_str_has_suffix (f->said, "."));
  assert_on_disk (f, "Amina Hassan", TODAY, "present");

  press (f, GDK_KEY_Home, 0);
  mark (f, "sick");
  settle (f);
  assert_on_disk (f, "Amina Hassan", TODAY, "sick");
}

static void
test_visitor (Fixture *f, gconstpointer data)
{
  g_assert_cmpuint (fram_roster_page_get_n_lines (f->page), ==, 4);
  g_signal_emit_by_name (template_child (f, "others_button"), "clicked");
  g_assert_cmpuint (fram_roster_page_get_n_lines (f->page), ==, 5);
  g_assert_cmpstr (name_at (f, 4), ==, "Dragana Petrovic");
  fram_roster_page_move_cursor (f->page, 4);
  mark (f, "present");
  settle (f);
  g_assert_cmpuint (f->page->n_lines, ==, 5);
  g_assert_cmpuint (f->page->n_others, ==, 0);
  assert_on_disk (f, "Dragana Petrovic", TODAY, "present");
}

static void
test_note (Fixture *f, gconstpointer data)
{
  mark (f, "absent_notified");
  settle (f);
  press (f, GDK_KEY_Home, 0);
  press (f, GDK_KEY_F2, 0);
  gtk_editable_set_text (fram_roster_details_get_note_entry (f->page->details), "Called 08.10");
  fram_roster_details_commit (f->page->details);
  settle (f);
  g_assert_cmpstr (fram_roster_line_get_row (line_at (f, 0))->note, ==, "Called 08.10");
  g_assert_cmpstr (shown_at (f, 0), ==, "absent_notified");
  gtk_popover_popdown (GTK_POPOVER (f->page->details));
  settle (f);
  g_assert_cmpint (fram_roster_page_get_cursor (f->page), ==, 0);
}

static void
test_history (Fixture *f, gconstpointer data)
{
  FramRosterLine *line = line_at (f, 0);

  mark (f, "sick");
  press (f, GDK_KEY_Home, 0);
  mark (f, "present");
  settle (f);
  g_signal_emit_by_name (line, "history");
  wait_until (fram_roster_line_get_history (line) != NULL);
  g_assert_nonnull (strstr (fram_roster_line_get_history (line), "Torsten Ek"));
  g_assert_nonnull (strstr (fram_roster_line_get_history (line), fram_text_is_swedish () ? "Sjuk" : "Sick"));
  /* another mark has another history */
  press (f, GDK_KEY_Home, 0);
  mark (f, "leave");
  settle (f);
}

static void
test_states (Fixture *f, gconstpointer data)
{
  GtkWidget *state = template_child (f, "state_box");
  GtkLabel *title = GTK_LABEL (template_child (f, "state_title"));

  g_assert_false (gtk_widget_get_visible (state));
  fram_roster_page_go_to_day (f->page, fram_test_date ("2026-12-25"));
  settle (f);
  g_assert_true (gtk_widget_get_visible (state));
  g_assert_nonnull (strstr (gtk_label_get_text (title), fram_text_is_swedish () ? "Juldagen" : "Christmas Day"));
  g_assert_cmpuint (f->page->n_lines, ==, 0);

  fram_roster_page_go_to_day (f->page, fram_test_date ("2026-11-10"));
  settle (f);
  g_assert_true (gtk_widget_get_visible (state));
  g_assert_cmpuint (f->page->n_others, ==, 5);

  fram_roster_page_go_to_day (f->page, fram_test_date ("2020-11-10"));
  settle (f);
  g_assert_true (gtk_widget_get_visible (state));
  g_assert_cmpuint (f->page->n_others, ==, 0);
  fram_roster_page_go_home (f->page);
  settle (f);
  g_assert_false (gtk_widget_get_visible (state));
  /* who worked in the list before works there again */
  g_assert_cmpint (fram_roster_page_get_cursor (f->page), >=, 0);
}

/* Who leads another workshop can neither mark by key nor by click. */
static void
test_rights (Fixture *f, gconstpointer data)
{
  sit_down (f, "gun");
  settle (f);
  if (f->page->roster != NULL)
    {
      g_assert_false (f->page->roster->may_mark);
      fram_roster_page_move_cursor (f->page, 0);
      fram_roster_page_handle_key (f->page, key_of (f, "present"), 0);
      settle (f);
      g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (fram_roster_line_get_strip (line_at (f, 0)))));
    }
  else
    g_assert_true (gtk_widget_get_visible (template_child (f, "state_box")));
  assert_on_disk (f, "Amina Hassan", TODAY, "");
}

/* A narrow window: large buttons, and a double tap that marks one person only. */
static void
test_narrow (Fixture *f, gconstpointer data)
{
  close_page (f);
  open_page (f, 360);
  g_assert_cmpint (f->page->form, ==, FRAM_ROSTER_NARROW);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (f->page)), <=, 360);
  press_button (line_at (f, 0), "fram-here");
  press_button (line_at (f, 1), "fram-here");
  settle (f);
  assert_on_disk (f, "Amina Hassan", TODAY, "present");
  assert_on_disk (f, "Björn Ek", TODAY, "");
  g_assert_cmpstr (name_at (f, 0), ==, "Amina Hassan");

  f->page->narrow_pick_at = 0; /* a while later */
  press_button (line_at (f, 1), "fram-away");
  g_signal_emit_by_name (fram_mark_strip_get_cell (fram_roster_line_get_strip (line_at (f, 1)), 4), "clicked");
  settle (f);
  assert_on_disk (f, "Björn Ek", TODAY, "sick");
}

static void
test_typed_dates (void)
{
  static const struct
  {
    const char *text;
    const char *date;
  } cases[] = {
    { "2026-11-12", "2026-11-12" },
    { "20261112", "2026-11-12" },
    { "12/11", "2026-11-12" },
    { "12.11.26", "2026-11-12" },
    { "3/1", "2027-01-03" },
    { "12", "2026-11-12" },
    { "28", "2026-10-28" },
    { "+7", "2026-11-19" },
    { "-1", "2026-11-11" },
    { "v. 47", "2026-11-16" },
    { "w 47", "2026-11-16" },
    { "vecka 1", "2025-12-29" },
    { " 12/11 ", "2026-11-12" },
    { "31/2", "" },
    { "13/13", "" },
    { "", "" },
    { "x", "" },
    { "1/2/3/4", "" },
    { "v. 60", "" },
  };
  FramDate today = fram_test_date (TODAY);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    fram_assert_date (fram_typed_date_parse (cases[i].text, today), cases[i].date);
  fram_assert_date (fram_typed_date_parse (fram_text_is_swedish () ? "fre" : "fri", today), "2026-11-13");
  fram_assert_date (fram_typed_date_parse (fram_text_is_swedish () ? "igår" : "Yesterday", today), "2026-11-11");
}

#define ADD(path, func) g_test_add ("/app/roster/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  adw_init ();
  ADD ("expected", test_expected);
  ADD ("key", test_key);
  ADD ("letters", test_letters);
  ADD ("keys-in-order", test_keys_in_order);
  ADD ("click", test_click);
  ADD ("several", test_several);
  ADD ("rest", test_rest);
  ADD ("clear", test_clear);
  ADD ("minutes", test_minutes);
  ADD ("minutes-pause", test_minutes_pause);
  ADD ("minutes-closing", test_minutes_closing);
  ADD ("minutes-entry", test_minutes_entry);
  ADD ("enter-and-space", test_enter_and_space);
  ADD ("undo-redo", test_undo_redo);
  ADD ("other-day", test_other_day);
  ADD ("past-day", test_past_day);
  ADD ("midnight", test_midnight);
  ADD ("other-program", test_other_program);
  ADD ("restart", test_restart);
  ADD ("cannot-write", test_cannot_write);
  ADD ("visitor", test_visitor);
  ADD ("note", test_note);
  ADD ("history", test_history);
  ADD ("states", test_states);
  ADD ("rights", test_rights);
  ADD ("narrow", test_narrow);
  g_test_add_func ("/app/roster/typed-dates", test_typed_dates);
  return g_test_run ();
}
