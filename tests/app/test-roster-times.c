#include "roster-fixture.h"

#include "fram-typed-time.h"

#include <signal.h>
#include <sys/resource.h>

/* When people really came and left, days in two halves, the task of the day, and reasons asked in the flow. */

#define SV(sv, en) (fram_text_is_swedish () ? (sv) : (en))

static GtkEditable *
details_entry (Fixture *f, const char *name)
{
  GObject *entry = gtk_widget_get_template_child (GTK_WIDGET (f->page->details), FRAM_TYPE_ROSTER_DETAILS, name);

  g_assert_nonnull (entry);
  return GTK_EDITABLE (entry);
}

static GtkLabel *
details_label (Fixture *f, const char *name)
{
  return GTK_LABEL (gtk_widget_get_template_child (GTK_WIDGET (f->page->details), FRAM_TYPE_ROSTER_DETAILS, name));
}

static void
open_details (Fixture *f, const char *name)
{
  fram_roster_page_show_details (f->page, line_of (f, name));
  settle (f);
}

static void
close_details (Fixture *f)
{
  gtk_popover_popdown (GTK_POPOVER (f->page->details));
  settle (f);
}

static void
test_typed_times (void)
{
  static const struct
  {
    const char *text;
    int minutes; /* -2: no time */
  } cases[] = {
    { "9.20", 560 },  { "0920", 560 }, { "9:20", 560 }, { "920", 560 },     { "9,20", 560 },   { "9", 540 },
    { "09.20", 560 }, { "", -1 },      { "  ", -1 },    { " 13.05 ", 785 }, { "24.00", 1440 }, { "24.01", -2 },
    { "9.60", -2 },   { "9.2", -2 },   { "x", -2 },     { "9.20.1", -2 },   { "-9", -2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int minutes;
      gboolean right = fram_typed_time_parse (cases[i].text, &minutes);

      g_assert_cmpint (right, ==, cases[i].minutes != -2);
      if (right)
        g_assert_cmpint (minutes, ==, cases[i].minutes == -1 ? FRAM_TIME_NONE : cases[i].minutes);
    }
}

static void
test_came_and_left (Fixture *f, gconstpointer data)
{
  FramRosterRow *row;

  mark (f, "present");
  settle (f);
  open_details (f, "Amina Hassan");
  gtk_editable_set_text (details_entry (f, "came"), "9.20");
  gtk_editable_set_text (details_entry (f, "left"), "1130");
  close_details (f);
  row = row_of (f, "Amina Hassan");
  g_assert_cmpint (row->came, ==, 9 * 60 + 20);
  g_assert_cmpint (row->left, ==, 11 * 60 + 30);
  g_assert_cmpint (row->attended_minutes, ==, 130);
  open_details (f, "Amina Hassan");
  g_assert_cmpstr (gtk_editable_get_text (details_entry (f, "came")), ==, "09.20");
  g_assert_cmpstr (gtk_label_get_text (details_label (f, "attended")), ==,
                   SV ("Närvarande 2:10 av 3 timmar", "Attended 2:10 of 3 hours"));
  /* taken away again */
  gtk_editable_set_text (details_entry (f, "left"), "");
  close_details (f);
  g_assert_cmpint (row_of (f, "Amina Hassan")->left, ==, FRAM_TIME_NONE);
}

static void
test_no_time_of_day (Fixture *f, gconstpointer data)
{
  mark (f, "present");
  settle (f);
  open_details (f, "Amina Hassan");
  gtk_editable_set_text (details_entry (f, "came"), "9.7x");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (details_entry (f, "came")), "error"));
  close_details (f);
  g_assert_nonnull (strstr (f->said, "9.7x"));
  g_assert_cmpint (row_of (f, "Amina Hassan")->came, ==, FRAM_TIME_NONE);
}

static void
test_task_of_the_day (Fixture *f, gconstpointer data)
{
  g_autoptr (FramRoster) roster = NULL;

  mark (f, "present");
  settle (f);
  open_details (f, "Amina Hassan");
  gtk_widget_activate_action (GTK_WIDGET (f->page->details), "details.task", "s", "Olja brädor");
  close_details (f);
  roster = read_disk (f, TODAY);
  g_assert_cmpstr (find_on_disk (roster, "Amina Hassan")->task, ==, "Olja brädor");
}

/* Each half is a row with a mark of its own; the halves add up. */
static void
test_split_and_join (Fixture *f, gconstpointer data)
{
  guint before = fram_roster_page_get_n_lines (f->page);
  g_autoptr (FramRoster) roster = NULL;
  int at;

  choose (f, line_of (f, "Carlos Mendes"), "split", NULL);
  settle (f);
  g_assert_cmpuint (fram_roster_page_get_n_lines (f->page), ==, before + 1);
  at = fram_roster_page_get_cursor (f->page);
  g_assert_cmpstr (name_at (f, (guint)at), ==, "Carlos Mendes");
  g_assert_cmpint (row_at (f, (guint)at)->part, ==, 1);
  g_assert_cmpint (row_at (f, (guint)at + 1)->part, ==, 2);
  mark (f, "present");
  mark (f, "sick");
  settle (f);
  g_assert_cmpstr (shown_at (f, (guint)at), ==, "present");
  g_assert_cmpstr (shown_at (f, (guint)at + 1), ==, "sick");

  /* marked differently they are not joined, and it is said why */
  choose (f, line_at (f, (guint)at), "split", NULL);
  settle (f);
  g_assert_false (f->can_undo);
  g_assert_true (g_str_has_suffix (f->said, "."));
  fram_roster_page_move_cursor (f->page, at + 1);
  mark (f, "present");
  settle (f);
  choose (f, line_at (f, (guint)at), "split", NULL);
  settle (f);
  g_assert_cmpuint (fram_roster_page_get_n_lines (f->page), ==, before);
  assert_on_disk (f, "Carlos Mendes", TODAY, "present");
}

/* Minutes late of one half are not written on the other. */
static void
test_minutes_of_a_half (Fixture *f, gconstpointer data)
{
  int at;

  choose (f, line_of (f, "Carlos Mendes"), "split", NULL);
  settle (f);
  at = fram_roster_page_get_cursor (f->page);
  fram_roster_page_move_cursor (f->page, at + 1);
  mark (f, "late");
  press (f, GDK_KEY_8, 0);
  settle (f);
  g_assert_cmpint (row_at (f, (guint)at + 1)->minutes_late, ==, 8);
  g_assert_null (row_at (f, (guint)at)->status);
}

static void
answer_why (Fixture *f, const char *reason)
{
  gtk_editable_set_text (GTK_EDITABLE (f->page->why_entry), reason);
  g_signal_emit_by_name (f->page->why_entry, "activate");
  settle (f);
}

/* Asked only of statuses that call for it; who goes on marking is not kept. */
static void
test_reason_in_the_flow (Fixture *f, gconstpointer data)
{
  mark (f, "present");
  settle (f);
  g_assert_false (gtk_widget_get_visible (f->page->why_bar));
  mark (f, "absent_notified");
  settle (f);
  g_assert_true (gtk_widget_get_visible (f->page->why_bar));
  g_assert_cmpint (fram_roster_page_get_cursor (f->page), ==, 2); /* the keyboard has gone on */
  press (f, GDK_KEY_Tab, 0);
  g_assert_cmpint (fram_roster_page_get_cursor (f->page), ==, -1);
  answer_why (f, "Barnet hemma");
  g_assert_cmpstr (row_of (f, "Björn Ek")->reason, ==, "Barnet hemma");
  g_assert_cmpstr (row_of (f, "Björn Ek")->status->code, ==, "absent_notified");
  g_assert_false (gtk_widget_get_visible (f->page->why_bar));
  g_assert_cmpint (fram_roster_page_get_cursor (f->page), ==, 2);
}

static void
test_reason_let_be (Fixture *f, gconstpointer data)
{
  mark (f, "absent_notified");
  settle (f);
  press (f, GDK_KEY_Escape, 0);
  g_assert_false (gtk_widget_get_visible (f->page->why_bar));
  assert_on_disk (f, "Amina Hassan", TODAY, "absent_notified");
  g_assert_null (row_of (f, "Amina Hassan")->reason);
}

/* One reason for all who were marked together, and what was written before can be chosen. */
static void
test_reason_of_several (Fixture *f, gconstpointer data)
{
  GtkWidget *first;

  press (f, GDK_KEY_Down, GDK_SHIFT_MASK);
  mark (f, "absent_notified");
  settle (f);
  answer_why (f, "Spårvagnen står");
  g_assert_cmpstr (row_of (f, "Amina Hassan")->reason, ==, "Spårvagnen står");
  g_assert_cmpstr (row_of (f, "Björn Ek")->reason, ==, "Spårvagnen står");
  g_assert_null (strstr (f->said, SV ("omarkerade", "unmarked")));
  g_assert_nonnull (strchr (f->said, '2'));
  press (f, GDK_KEY_Escape, 0);
  fram_roster_page_move_cursor (f->page, 2);
  mark (f, "absent_notified");
  settle (f);
  first = gtk_widget_get_first_child (GTK_WIDGET (f->page->why_often));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (first)), ==, "Spårvagnen står");
  g_signal_emit_by_name (first, "clicked");
  settle (f);
  g_assert_cmpstr (row_of (f, "Carlos Mendes")->reason, ==, "Spårvagnen står");
}

/* Minutes that cannot be written while the page goes are said aloud. */
static void
test_minutes_that_cannot_be_written (Fixture *f, gconstpointer data)
{
  struct rlimit old, none;

  mark (f, "late");
  settle (f);
  press (f, GDK_KEY_4, 0);
  getrlimit (RLIMIT_FSIZE, &old);
  none = old;
  none.rlim_cur = 0;
  signal (SIGXFSZ, SIG_IGN);
  setrlimit (RLIMIT_FSIZE, &none);
  gtk_widget_set_visible (GTK_WIDGET (f->page), FALSE);
  setrlimit (RLIMIT_FSIZE, &old);
  g_assert_nonnull (f->said);
  g_assert_nonnull (strstr (f->said, "4"));
  g_assert_false (f->can_undo);
  gtk_widget_set_visible (GTK_WIDGET (f->page), TRUE);
}

#define ADD(path, func) g_test_add ("/app/roster-times/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  adw_init ();
  ADD ("came-and-left", test_came_and_left);
  ADD ("no-time-of-day", test_no_time_of_day);
  ADD ("task-of-the-day", test_task_of_the_day);
  ADD ("split-and-join", test_split_and_join);
  ADD ("minutes-of-a-half", test_minutes_of_a_half);
  ADD ("reason-in-the-flow", test_reason_in_the_flow);
  ADD ("reason-let-be", test_reason_let_be);
  ADD ("reason-of-several", test_reason_of_several);
  ADD ("minutes-that-cannot-be-written", test_minutes_that_cannot_be_written);
  g_test_add_func ("/app/roster-times/typed", test_typed_times);
  return g_test_run ();
}
