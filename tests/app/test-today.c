#include "window-test.h"

#include "fram-desk-rating.h"
#include "fram-desk-today.h"
#include "fram-today-page-private.h"

/* The first page of the day, and the figures in the sidebar. It is Thursday, nine o'clock: Leyla and Carlos are expected in
 * the wood workshop, Elin in the garden. */

static FramTodayPage *
page_of (Fixture *f)
{
  FramPage *page = fram_tabs_get_page (f->window->tabs);

  g_assert_true (FRAM_IS_TODAY_PAGE (page));
  return FRAM_TODAY_PAGE (page);
}

static FramTodayPage *
open_today (Fixture *f, const char *who)
{
  open_as (f, who);
  act (f, "open-today");
  WAIT_FOR (fram_today_page_is_idle (page_of (f)));
  return page_of (f);
}

static AdwActionRow *
find_row (FramTodaySection *section, const char *title)
{
  for (guint i = 0; i < fram_today_section_get_n_rows (section); i++)
    {
      GtkWidget *row = fram_today_section_get_row (section, i);

      if (g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title) == 0)
        return ADW_ACTION_ROW (row);
    }
  return NULL;
}

static GtkWidget *
find_with_label (GtkWidget *widget, const char *label)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_with_label (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
mark (FramDesk *desk, const char *workshop, guint nth, const char *day, const char *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramRoster) roster = NULL;
  g_autoptr (FramRoster) after = NULL;
  FramMarkEdit edit = { .fields = FRAM_MARK_STATUS, .status = status };
  FramUuid activity;

  g_assert_true (fram_desk_find_activity (desk, workshop, &activity, NULL));
  roster = fram_desk_roster (desk, &activity, fram_test_date (day), &error);
  g_assert_no_error (error);
  after = fram_desk_mark (desk, &activity, fram_test_date (day), 0,
                          &((const FramRosterRow *)g_ptr_array_index (roster->rows, nth))->enrolment, 1, &edit, NULL,
                          &error);
  g_assert_no_error (error);
}

/* The figure at the end of a row of the sidebar. */
static const char *
figure_of (Fixture *f, const char *uri)
{
  GtkWidget *row = NULL;
  GPtrArray *stack = g_ptr_array_new ();

  g_ptr_array_add (stack, f->window->sidebar);
  while (stack->len > 0 && row == NULL)
    {
      GtkWidget *widget = g_ptr_array_steal_index (stack, stack->len - 1);

      if (GTK_IS_LIST_BOX_ROW (widget) && g_strcmp0 (gtk_widget_get_name (widget), uri) == 0)
        row = widget;
      for (GtkWidget *c = gtk_widget_get_first_child (widget); c != NULL; c = gtk_widget_get_next_sibling (c))
        g_ptr_array_add (stack, c);
    }
  g_ptr_array_unref (stack);
  if (row == NULL)
    return NULL;
  return gtk_label_get_label (
      GTK_LABEL (gtk_widget_get_last_child (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)))));
}

/* Home */

static void
test_who_begins_with_today (Fixture *f, gconstpointer data)
{
  static const struct
  {
    FramRole role;
    gboolean today;
  } roles[] = {
    { FRAM_ROLE_CASE_WORKER, TRUE }, { FRAM_ROLE_MANAGER, TRUE },        { FRAM_ROLE_OCCUPATIONAL_THERAPIST, TRUE },
    { FRAM_ROLE_PEER_MENTOR, TRUE }, { FRAM_ROLE_ADMINISTRATOR, FALSE },
  };

  make_register (f);
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      g_autoptr (FramClock) clock = fram_clock_new_from_text ("2026-11-12T09:00");
      g_autoptr (FramDesk) desk = fram_desk_open (f->path, clock, NULL);
      g_autofree char *login = g_strdup_printf ("person%u", i);
      g_autofree char *front = NULL;

      add_staff (desk, login, login, roles[i].role, NULL);
      open_as (f, login);
      front = front_uri (f);
      g_assert_cmpstr (front, ==, roles[i].today ? "today:" : "people:");
      g_assert_nonnull (figure_of (f, "today:"));
    }
}

static void
test_a_leader_begins_in_the_own_roster (Fixture *f, gconstpointer data)
{
  g_autofree char *snickeri = NULL;

  make_register (f);
  open_as (f, "torsten");
  snickeri = roster_uri (f, "snickeri");
  assert_front (f, snickeri);
  g_assert_nonnull (figure_of (f, "today:"));
}

/* Rosters */

static void
test_which_rosters_are_not_taken (Fixture *f, gconstpointer data)
{
  FramTodayPage *page;
  g_autofree char *snickeri = NULL;

  make_register (f);
  page = open_today (f, "nadia");
  snickeri = roster_uri (f, "snickeri");
  g_assert_cmpstr (adw_action_row_get_subtitle (find_row (page->rosters, "Woodwork")), ==,
                   "0 of 2 marked · 2 not marked though their time has begun");
  gtk_widget_activate (GTK_WIDGET (find_row (page->rosters, "Woodwork")));
  assert_front (f, snickeri);
}

static void
test_the_page_follows_every_mark (Fixture *f, gconstpointer data)
{
  FramTodayPage *page;
  AdwActionRow *row;

  make_register (f);
  page = open_today (f, "nadia");
  row = find_row (page->rosters, "Woodwork");
  gtk_widget_grab_focus (GTK_WIDGET (row));
  mark (fram_window_get_desk (f->window), "snickeri", 0, "2026-11-12", "present");
  WAIT_FOR (g_str_has_prefix (adw_action_row_get_subtitle (row), "1 of 2 marked"));
  mark (fram_window_get_desk (f->window), "snickeri", 1, "2026-11-12", "sick");
  WAIT_FOR (g_str_has_prefix (adw_action_row_get_subtitle (row), "All 2 marked · last by Nadia Saleh, "));
  /* the row is the same one and the keyboard is still on it */
  g_assert_true (find_row (page->rosters, "Woodwork") == row);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (f->window)) == GTK_WIDGET (row));
}

static void
test_an_earlier_day_opens_that_day (Fixture *f, gconstpointer data)
{
  g_autoptr (FramClock) clock = fram_clock_new_from_text ("2026-11-12T09:00");
  g_autoptr (FramDesk) desk = NULL;
  g_autoptr (GPtrArray) people = NULL;
  FramPeopleQuery query = { .search = "Leyla" };
  FramTodayPage *page;
  AdwActionRow *row;

  make_register (f);
  desk = fram_desk_open (f->path, clock, NULL);
  people = fram_desk_people (desk, &query, NULL);
  g_assert_true (fram_desk_place (desk, ((FramPersonRow *)g_ptr_array_index (people, 0))->case_no, "butik_torsten",
                                  fram_test_date ("2026-11-02"), FRAM_DATE_NONE, "tue 09-12", NULL));
  page = open_today (f, "nadia");
  row = find_row (page->missing, "Butik Torsten");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (page->missing)));
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "Tue 10 November · nobody marked, 1 was expected");
  gtk_widget_activate (GTK_WIDGET (row));
  WAIT_FOR (says (f->window->tabs, "Tuesday 10 November"));
}

/* The sidebar */

static void
test_the_sidebar_follows_every_mark (Fixture *f, gconstpointer data)
{
  g_autofree char *snickeri = NULL;
  g_autofree char *garden = NULL;

  make_register (f);
  open_as (f, "nadia");
  snickeri = roster_uri (f, "snickeri");
  garden = roster_uri (f, "tradgard");
  WAIT_FOR (g_strcmp0 (figure_of (f, snickeri), "–/2") == 0);
  mark (fram_window_get_desk (f->window), "snickeri", 0, "2026-11-12", "present");
  WAIT_FOR (g_strcmp0 (figure_of (f, snickeri), "1/2") == 0);
  g_assert_cmpstr (figure_of (f, garden), ==, "–/1");
  act (f, "undo");
  WAIT_FOR (g_strcmp0 (figure_of (f, snickeri), "–/2") == 0);
}

static void
test_the_sidebar_follows_other_programs (Fixture *f, gconstpointer data)
{
  g_autoptr (FramClock) clock = fram_clock_new_from_text ("2026-11-12T09:00");
  g_autoptr (FramDesk) other = NULL;
  g_autofree char *garden = NULL;

  make_register (f);
  open_as (f, "nadia");
  garden = roster_uri (f, "tradgard");
  WAIT_FOR (g_strcmp0 (figure_of (f, garden), "–/1") == 0);
  other = fram_desk_open (f->path, clock, NULL);
  mark (other, "tradgard", 0, "2026-11-12", "late");
  WAIT_FOR (g_strcmp0 (figure_of (f, garden), "1/1") == 0);
}

static void
test_a_mark_of_another_day_changes_no_figure (Fixture *f, gconstpointer data)
{
  g_autofree char *snickeri = NULL;

  make_register (f);
  open_as (f, "nadia");
  snickeri = roster_uri (f, "snickeri");
  mark (fram_window_get_desk (f->window), "snickeri", 0, "2026-11-05", "present");
  wait_ms (100);
  g_assert_cmpstr (figure_of (f, snickeri), ==, "–/2");
}

/* Tasks */

static void
write_task (FramTodayPage *page, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (page->entry), text);
  g_signal_emit_by_name (page->entry, "apply");
  WAIT_FOR (fram_today_page_is_idle (page) && find_row (page->tasks, text) != NULL);
}

static void
test_a_task_is_written_done_and_undone (Fixture *f, gconstpointer data)
{
  FramTodayPage *page;

  make_register (f);
  page = open_today (f, "nadia");
  g_assert_true (says (page, "Nothing waits for you"));
  g_assert_true (says (page->tasks, "Nothing on your list"));
  write_task (page, "Order keys");
  WAIT_FOR (g_strcmp0 (figure_of (f, "today:"), "1") == 0);
  g_assert_true (says (page, "One thing waits for you"));
  g_signal_emit_by_name (find_with_label (GTK_WIDGET (find_row (page->tasks, "Order keys")), "Done"), "clicked");
  WAIT_FOR (find_row (page->done, "Order keys") != NULL && find_row (page->tasks, "Order keys") == NULL);
  WAIT_FOR (g_strcmp0 (figure_of (f, "today:"), "") == 0);
  act (f, "undo");
  WAIT_FOR (find_row (page->tasks, "Order keys") != NULL && find_row (page->done, "Order keys") == NULL);
  WAIT_FOR (g_strcmp0 (figure_of (f, "today:"), "1") == 0);
}

static void
test_a_late_task_says_so (Fixture *f, gconstpointer data)
{
  FramTodayPage *page;
  AdwActionRow *row;

  make_register (f);
  page = open_today (f, "nadia");
  page->due = fram_test_date ("2026-11-09");
  write_task (page, "Answer the landlord");
  row = find_row (page->tasks, "Answer the landlord");
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "late: was due Mon 9 November");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (row), "fram-late"));
}

/* Who asked sees from the own list that it was seen; the other gets it in an open page without asking. */
static void
test_what_is_asked_comes_at_once (Fixture *f, gconstpointer data)
{
  g_autoptr (FramClock) clock = fram_clock_new_from_text ("2026-11-12T09:00");
  g_autoptr (FramDesk) leader = NULL;
  g_autoptr (FramRoster) roster = NULL;
  g_autoptr (GPtrArray) asked = NULL;
  FramUuid snickeri;
  FramTodayPage *page;

  make_register (f);
  leader = fram_desk_open (f->path, clock, NULL);
  add_staff (leader, "Lena Ahmadi", "lena", FRAM_ROLE_MANAGER, NULL);
  page = open_today (f, "lena");
  g_assert_true (fram_desk_sit_down_as (leader, "torsten", NULL));
  g_assert_true (fram_desk_find_activity (leader, "snickeri", &snickeri, NULL));
  roster = fram_desk_roster (leader, &snickeri, fram_test_date ("2026-11-12"), NULL);
  g_assert_true (fram_desk_ask_case_worker (leader,
                                            &((const FramRosterRow *)g_ptr_array_index (roster->rows, 0))->enrolment,
                                            &snickeri, FRAM_TASK_CALL, NULL, NULL, NULL));
  WAIT_FOR (find_row (page->tasks, "Call Carlos Muñoz") != NULL);
  g_assert_cmpstr (adw_action_row_get_subtitle (find_row (page->tasks, "Call Carlos Muñoz")), ==,
                   "due today · asked by Torsten Ek · Woodwork");
  WAIT_FOR (fram_today_page_is_idle (page));
  asked = fram_desk_tasks (leader, NULL);
  fram_assert_date (((const FramTask *)g_ptr_array_index (asked, 0))->seen, "2026-11-12");
}

/* Hints */

static void
test_the_case_worker_is_told_once (Fixture *f, gconstpointer data)
{
  static const char *const days[] = { "2026-11-05", "2026-11-12" };
  FramTodayPage *page;
  AdwActionRow *row;
  GtkWidget *button;

  make_register (f);
  open_as (f, "torsten");
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    mark (fram_window_get_desk (f->window), "snickeri", 0, days[i], "absent_unnotified");
  page = open_today (f, "torsten");
  row = find_row (page->hints, "Carlos Muñoz is away without notice for the second time in a row.");
  button = find_with_label (GTK_WIDGET (row), "Tell the case worker");
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  WAIT_FOR (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), "Told") == 0);
  g_assert_false (gtk_widget_is_sensitive (button));
  WAIT_FOR (find_row (page->asked, "Carlos Muñoz: 2 unnotified absences in a row") != NULL);
}

/* Widths */

static void
test_one_column_on_a_telephone (Fixture *f, gconstpointer data)
{
  FramTodayPage *page;

  make_register (f);
  page = open_today (f, "nadia");
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1280, 800);
  WAIT_FOR (gtk_orientable_get_orientation (GTK_ORIENTABLE (page->columns)) == GTK_ORIENTATION_HORIZONTAL);
  /* the sidebar folds below 800 pixels; only then can the window become as narrow as a telephone */
  gtk_window_set_default_size (GTK_WINDOW (f->window), 780, 800);
  WAIT_FOR (f->window->narrow);
  wait_ms (100);
  gtk_window_set_default_size (GTK_WINDOW (f->window), 360, 800);
  WAIT_FOR (gtk_widget_has_css_class (GTK_WIDGET (page), "narrow"));
  WAIT_FOR (gtk_widget_get_width (GTK_WIDGET (page->rosters)) <= 360);
  g_assert_cmpint (gtk_orientable_get_orientation (GTK_ORIENTABLE (page->columns)), ==, GTK_ORIENTATION_VERTICAL);
}

static void
leave_without_plan (FramDesk *desk, const char *given)
{
  FramPersonEdit edit = { .given_name = given,
                          .family_name = "Lund",
                          .sex = "F",
                          .birth_date = fram_test_date ("1990-05-01"),
                          .organisation = "AF",
                          .enrolled = fram_test_date ("2026-08-03") };
  g_autoptr (GError) error = NULL;
  g_autofree char *case_no = fram_desk_add_person (desk, &edit, &error);

  g_assert_no_error (error);
  g_assert_true (fram_desk_place (desk, case_no, "tradgard", fram_test_date ("2026-08-10"),
                                  fram_test_date ("2026-09-30"), "mon 09-12", &error));
}

static guint
count_shown (FramTodaySection *section)
{
  guint n = 0;

  for (guint i = 0; i < fram_today_section_get_n_rows (section); i++)
    n += gtk_widget_get_visible (fram_today_section_get_row (section, i));
  return n;
}

static void
add_case_worker (Fixture *f)
{
  g_autoptr (FramClock) clock = fram_clock_new_from_text ("2026-11-12T09:00");
  g_autoptr (FramDesk) desk = fram_desk_open (f->path, clock, NULL);

  add_staff (desk, "hanna", "hanna", FRAM_ROLE_CASE_WORKER, NULL);
}

/* Six participants of the case worker's own are in a gap: four rows and a line that unfolds the rest; a row opens the
 * participant. */
static void
test_gaps_of_ones_own (Fixture *f, gconstpointer data)
{
  static const char *const names[] = { "Ada", "Bea", "Cia", "Dea", "Eva", "Fia" };
  FramTodayPage *page;
  FramTodaySection *gaps;
  GtkWidget *more;

  make_register (f);
  add_case_worker (f);
  page = open_today (f, "hanna");
  gaps = page->needs[FRAM_TODAY_GAPS];

  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (gaps)));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    leave_without_plan (fram_window_get_desk (f->window), names[i]);
  WAIT_FOR (fram_today_page_is_idle (page) && fram_today_section_get_n_rows (gaps) == 6);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (gaps)));
  g_assert_cmpuint (count_shown (gaps), ==, 4);
  more = gtk_widget_get_last_child (gtk_widget_get_parent (fram_today_section_get_row (gaps, 0)));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (more)), ==, "Show all 6");
  adw_action_row_activate (ADW_ACTION_ROW (more));
  g_assert_cmpuint (count_shown (gaps), ==, 6);
  g_signal_emit_by_name (fram_today_section_get_row (gaps, 0), "activate");
  WAIT_FOR (!FRAM_IS_TODAY_PAGE (fram_tabs_get_page (f->window->tabs)));
}

/* One line for each participant with a talk due, whatever is asked in it, and a word of what was begun; a line opens the
 * participant where the form is, on the set alone where it is one. */
static void
test_talks_that_are_due (Fixture *f, gconstpointer data)
{
  FramTodayPage *page;
  FramTodaySection *talks;
  FramDesk *desk;
  g_autoptr (GArray) answers = fram_answers_new ();
  g_autoptr (GError) error = NULL;
  FramAnswer answer = { .rater = FRAM_RATER_PARTICIPANT, .value = 4 };
  g_autoptr (GPtrArray) due = NULL;
  const FramDueTalk *first;
  FramUuid set;
  GtkWidget *row;
  const char *who, *section;

  make_register (f);
  add_case_worker (f);
  page = open_today (f, "hanna");
  talks = page->needs[FRAM_TODAY_TALKS];
  desk = fram_window_get_desk (f->window);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (talks)));
  leave_without_plan (desk, "Ada");
  WAIT_FOR (fram_today_page_is_idle (page) && fram_today_section_get_n_rows (talks) == 1);
  row = fram_today_section_get_row (talks, 0);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Ada Lund");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==,
                   "Short check-in · not held yet; was due 17 August · also Eleven areas towards work");
  g_variant_get (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (row)), "(&s&s)", &who, &section);
  g_assert_cmpstr (section, ==, "progression+rating");
  /* one of the two is held, the other begun */
  due = fram_desk_due_talks (desk, fram_test_date ("2026-11-12"), &error);
  first = g_ptr_array_index (due, 0);
  g_assert_true (fram_desk_find_question (desk, "avstamning-3:1", &set, &answer.indicator, &error));
  g_array_append_val (answers, answer);
  g_assert_true (fram_desk_rating_draft_save (desk, &first->enrolment,
                                              &((const FramDueTalk *)g_ptr_array_index (due, 1))->set,
                                              fram_test_date ("2026-11-12"), answers, &error));
  g_assert_true (fram_desk_save_ratings (desk, &first->enrolment, &first->set, fram_test_date ("2026-10-12"), answers,
                                         NULL, &error));
  WAIT_FOR (g_str_has_prefix (adw_action_row_get_subtitle (ADW_ACTION_ROW (fram_today_section_get_row (talks, 0))),
                              "Eleven areas"));
  row = fram_today_section_get_row (talks, 0);
  g_assert_cmpstr (
      adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==,
      "Eleven areas towards work · not held yet; was due 17 August · also Short check-in · begun, not finished");
  g_signal_emit_by_name (row, "activate");
  WAIT_FOR (!FRAM_IS_TODAY_PAGE (fram_tabs_get_page (f->window->tabs)));
}

#define ADD(name, function) g_test_add ("/app/today/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_autofree char *home = start_at_home (&argc, &argv);
  int status;

  ADD ("who-begins-with-today", test_who_begins_with_today);
  ADD ("a-leader-begins-in-the-own-roster", test_a_leader_begins_in_the_own_roster);
  ADD ("which-rosters-are-not-taken", test_which_rosters_are_not_taken);
  ADD ("the-page-follows-every-mark", test_the_page_follows_every_mark);
  ADD ("an-earlier-day-opens-that-day", test_an_earlier_day_opens_that_day);
  ADD ("the-sidebar-follows-every-mark", test_the_sidebar_follows_every_mark);
  ADD ("the-sidebar-follows-other-programs", test_the_sidebar_follows_other_programs);
  ADD ("a-mark-of-another-day-changes-no-figure", test_a_mark_of_another_day_changes_no_figure);
  ADD ("a-task-is-written-done-and-undone", test_a_task_is_written_done_and_undone);
  ADD ("a-late-task-says-so", test_a_late_task_says_so);
  ADD ("what-is-asked-comes-at-once", test_what_is_asked_comes_at_once);
  ADD ("the-case-worker-is-told-once", test_the_case_worker_is_told_once);
  ADD ("gaps-of-ones-own", test_gaps_of_ones_own);
  ADD ("talks-that-are-due", test_talks_that_are_due);
  ADD ("one-column-on-a-telephone", test_one_column_on_a_telephone);
  status = g_test_run ();
  remove_files (home);
  return status;
}
