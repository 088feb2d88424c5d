#include "roster-fixture.h"

#include "fram-desk-absence.h"
#include "fram-desk-question.h"
#include "fram-discreet.h"
#include "fram-roster-hints.h"
#include "fram-roster-line-private.h"

/* What a leader must know of the day: who comes later, what was told beforehand, hints in words, and what others change. */

#define SV(sv, en) (fram_text_is_swedish () ? (sv) : (en))

static void
set_up_later (Fixture *f, gconstpointer data)
{
  set_up (f, data);
  close_page (f);
  sit_down (f, "nadia");
  g_free (add_person (f->desk, "Leyla", "Aziz", "thu 13-15"));
  g_free (add_person (f->desk, "Zeinab", "Karlsson", "thu 12.30-14.30"));
  sit_down (f, "torsten");
  open_page (f, 1100);
}

static const char *
later_text (Fixture *f)
{
  return gtk_label_get_text (f->page->later_label);
}

static void
test_later_is_folded (Fixture *f, gconstpointer data)
{
  g_autofree char *words = totals (f);

  g_assert_cmpuint (f->page->n_lines, ==, 4);
  g_assert_cmpuint (f->page->n_later, ==, 2);
  g_assert_cmpuint (fram_roster_page_get_n_lines (f->page), ==, 4);
  g_assert_cmpstr (later_text (f), ==, SV ("Senare i dag (2)", "Later today (2)"));
  g_assert_cmpstr (words, ==, SV ("6 väntade, 4 omarkerade, 2 senare", "6 expected, 4 unmarked, 2 later"));
}

static void
test_later_can_be_marked (Fixture *f, gconstpointer data)
{
  g_autofree char *words = NULL;

  g_signal_emit_by_name (f->page->later_button, "clicked");
  g_assert_cmpuint (fram_roster_page_get_n_lines (f->page), ==, 6);
  fram_roster_page_move_cursor (f->page, 4);
  g_assert_cmpstr (name_at (f, 4), ==, "Leyla Aziz");
  mark (f, "sick");
  settle (f);
  assert_on_disk (f, "Leyla Aziz", TODAY, "sick");
  /* nobody changes places under the finger while the fold is open */
  g_assert_cmpstr (name_at (f, 4), ==, "Leyla Aziz");
  g_assert_cmpint (fram_roster_page_get_cursor (f->page), ==, 5);
  g_assert_cmpstr (later_text (f), ==, SV ("Senare i dag (1)", "Later today (1)"));
  words = totals (f);
  g_assert_nonnull (strstr (words, SV ("1 senare", "1 later")));
}

/* When the time has come the person stands among the others and is waited for. */
static void
test_later_follows_the_clock (Fixture *f, gconstpointer data)
{
  g_autofree char *words = NULL;
  FramRosterRow *row = fram_roster_line_get_row (f->page->later_lines->pdata[0]);

  row->planned_from = 9 * 60 + 30;
  fram_roster_page_follow_clock (f->page);
  g_assert_cmpuint (f->page->n_lines, ==, 5);
  g_assert_cmpuint (f->page->n_later, ==, 1);
  words = totals (f);
  g_assert_nonnull (strstr (words, SV ("5 omarkerade, 1 senare", "5 unmarked, 1 later")));

  close_page (f);
  g_clear_object (&f->desk);
  f->now = TODAY "T12:20";
  open_desk (f);
  open_page (f, 1100);
  g_assert_cmpuint (f->page->n_lines, ==, 6);
  g_assert_false (gtk_widget_get_visible (f->page->later_button));
}

static void
test_later_on_other_days (Fixture *f, gconstpointer data)
{
  fram_roster_page_go_to_day (f->page, fram_test_date ("2026-11-05"));
  settle (f);
  g_assert_cmpuint (f->page->n_lines, ==, 6);
  g_assert_cmpuint (f->page->n_later, ==, 0);
}

/* Who is here before everybody else finds people. */
static void
test_early_morning (Fixture *f, gconstpointer data)
{
  close_page (f);
  g_clear_object (&f->desk);
  f->now = TODAY "T06:30";
  open_desk (f);
  open_page (f, 1100);
  g_assert_cmpuint (f->page->n_lines, ==, 0);
  g_assert_cmpuint (fram_roster_page_get_n_lines (f->page), ==, 6);
}

static void
save_absence (Fixture *f, const char *name, const char *status, const char *to)
{
  g_autoptr (GError) error = NULL;
  FramAbsence absence = { .enrolment = row_of (f, name)->enrolment,
                          .from = fram_test_date (TODAY),
                          .to = fram_test_date (to),
                          .from_time = FRAM_TIME_NONE,
                          .to_time = FRAM_TIME_NONE,
                          .status = (char *)status,
                          .told_by = (char *)"participant" };

  fram_desk_save_absence (f->desk, &absence, NULL, &error);
  g_assert_no_error (error);
  settle (f);
}

static void
press_act (FramRosterLine *line, const char *label)
{
  for (GtkWidget *box = gtk_widget_get_first_child (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (line))); box != NULL;
       box = gtk_widget_get_next_sibling (box))
    for (GtkWidget *button = GTK_IS_BOX (box) ? gtk_widget_get_first_child (box) : NULL; button != NULL;
         button = gtk_widget_get_next_sibling (button))
      if (GTK_IS_BUTTON (button) && gtk_widget_get_visible (button) && gtk_widget_get_visible (box) &&
          g_str_has_prefix (gtk_label_get_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button)))), label))
        {
          g_signal_emit_by_name (button, "clicked");
          return;
        }
  g_error ("no button “%s”", label);
}

static void
test_told_is_an_outline (Fixture *f, gconstpointer data)
{
  FramMarkStrip *strip;
  g_autofree char *chips = NULL;

  save_absence (f, "Amina Hassan", "sick", "2026-11-13");
  strip = fram_roster_line_get_strip (line_of (f, "Amina Hassan"));
  chips = chips_of (line_of (f, "Amina Hassan"));
  g_assert_true (fram_mark_cell_get_told (fram_mark_strip_get_cell (strip, 4)));
  g_assert_false (fram_mark_cell_get_chosen (fram_mark_strip_get_cell (strip, 4)));
  g_assert_cmpstr (
      chips, ==,
      SV ("Anmält i förväg: sjuk till och med fre 13 november", "Told beforehand: sick until Fri 13 November"));
  assert_on_disk (f, "Amina Hassan", TODAY, "");

  press_act (line_of (f, "Amina Hassan"), SV ("Bekräfta", "Confirm"));
  settle (f);
  assert_on_disk (f, "Amina Hassan", TODAY, "sick");
  g_assert_false (fram_mark_cell_get_told (fram_mark_strip_get_cell (strip, 4)));
}

static void
test_any_mark_overrides (Fixture *f, gconstpointer data)
{
  save_absence (f, "Amina Hassan", "sick", TODAY);
  press (f, GDK_KEY_Home, 0);
  mark (f, "present");
  settle (f);
  assert_on_disk (f, "Amina Hassan", TODAY, "present");
}

/* "Mark the rest present" means nobody who told that they do not come, and nobody whose time has not come. */
static void
test_rest_is_who_should_be_here (Fixture *f, gconstpointer data)
{
  save_absence (f, "Amina Hassan", "sick", TODAY);
  g_signal_emit_by_name (f->page->rest_button, "clicked");
  settle (f);
  assert_on_disk (f, "Amina Hassan", TODAY, "");
  assert_on_disk (f, "Björn Ek", TODAY, "present");
  assert_on_disk (f, "Åsa Öberg", TODAY, "present");
  assert_on_disk (f, "Leyla Aziz", TODAY, "");
  g_assert_false (gtk_widget_get_sensitive (f->page->rest_button));
  fram_desk_undo (f->desk, NULL, NULL);
  settle (f);
  assert_on_disk (f, "Björn Ek", TODAY, "");
}

static void
test_away_today (Fixture *f, gconstpointer data)
{
  choose (f, line_of (f, "Carlos Mendes"), "away", "leave");
  settle (f);
  assert_on_disk (f, "Carlos Mendes", TODAY, "leave");
  g_assert_true (f->can_undo);
}

static void
mark_day (Fixture *f, const char *name, const char *day, const char *status)
{
  g_autoptr (GError) error = NULL;
  FramMarkEdit edit = { .fields = FRAM_MARK_STATUS | FRAM_MARK_REASON,
                        .status = status,
                        .minutes_late = -1,
                        .attended_minutes = -1,
                        .reason = "From the paper list" };
  g_autoptr (FramRoster) roster = fram_desk_mark (f->desk, &f->activity, fram_test_date (day), 0,
                                                  &row_of (f, name)->enrolment, 1, &edit, NULL, &error);

  g_assert_no_error (error);
  settle (f);
}

/* The third unnotified absence in a row: a warning in words, and one click that tells the case worker. */
static void
test_tell_the_case_worker (Fixture *f, gconstpointer data)
{
  g_autofree char *before = NULL, *after = NULL;

  mark_day (f, "Björn Ek", "2026-10-29", "absent_unnotified");
  mark_day (f, "Björn Ek", "2026-11-05", "absent_unnotified");
  mark_day (f, "Björn Ek", TODAY, "absent_unnotified");
  fram_roster_page_reload (f->page);
  settle (f);
  before = chips_of (line_of (f, "Björn Ek"));
  g_assert_nonnull (strstr (before, SV ("3 oanmälda i rad", "3 unnotified in a row")));
  press_act (line_of (f, "Björn Ek"), SV ("Säg till handläggaren", "Tell the Case Worker"));
  settle (f);
  g_assert_true (row_of (f, "Björn Ek")->asked);
  after = chips_of (line_of (f, "Björn Ek"));
  g_assert_nonnull (strstr (after, SV ("Handläggaren vet", "The case worker is told")));
  g_assert_false (fram_roster_hints_may_tell (row_of (f, "Björn Ek")));
}

/* The therapist asks; the line shows it with its answers; one touch answers, and both are gone. Discreet, it is an icon. */
static void
test_a_question_is_answered_with_one_touch (Fixture *f, gconstpointer data)
{
  g_autofree char *chips = NULL, *after = NULL;
  g_autoptr (FramDesk) system = NULL;
  g_autoptr (GPtrArray) answers = NULL;
  g_autoptr (GError) error = NULL;
  FramUuid amina = row_of (f, "Amina Hassan")->enrolment;
  FramRosterLine *line;

  system = fram_desk_open (f->path, fram_desk_get_clock (f->desk), &error);
  add_staff (system, "Dragana Andersen", "dragana", FRAM_ROLE_OCCUPATIONAL_THERAPIST, NULL);
  g_clear_object (&system);
  sit_down (f, "dragana");
  g_assert_true (fram_desk_ask_workshop (f->desk, &amina, &f->activity, "Hur går det i såghallen?", NULL, &error));
  sit_down (f, "torsten");
  fram_roster_page_reload (f->page);
  settle (f);
  line = line_of (f, "Amina Hassan");
  chips = chips_of (line);
  g_assert_nonnull (strstr (chips, "Hur går det i såghallen?"));
  g_assert_null (line_of (f, "Björn Ek")->helps); /* nothing is made where nothing is asked */
  fram_roster_line_set_discreet (line, TRUE);
  g_assert_false (gtk_widget_get_visible (line->does_not_help));
  fram_roster_line_set_discreet (line, FALSE);
  g_assert_true (gtk_widget_get_visible (line->does_not_help));
  g_signal_emit_by_name (line->does_not_help, "clicked");
  settle (f);
  after = chips_of (line_of (f, "Amina Hassan"));
  g_assert_null (strstr (after, "såghallen"));
  g_assert_false (gtk_widget_get_visible (line_of (f, "Amina Hassan")->acts));
  g_assert_true (f->can_undo);
  sit_down (f, "dragana");
  answers = fram_desk_workshop_answers (f->desk, &amina, &error);
  g_assert_cmpint (((FramWorkshopQuestion *)answers->pdata[0])->answer, ==, FRAM_WORKSHOP_DOES_NOT_HELP);
}

static void
test_welcome_back (Fixture *f, gconstpointer data)
{
  g_autofree char *before = NULL, *after = NULL;

  mark_day (f, "Carlos Mendes", "2026-11-05", "sick");
  fram_roster_page_reload (f->page);
  settle (f);
  before = chips_of (line_of (f, "Carlos Mendes"));
  g_assert_nonnull (strstr (before, SV ("Välkommen tillbaka", "Welcome back")));
  mark_day (f, "Carlos Mendes", TODAY, "sick");
  after = chips_of (line_of (f, "Carlos Mendes"));
  g_assert_null (strstr (after, SV ("Välkommen tillbaka", "Welcome back")));
}

static char *
hints_of (FramRosterRow *row)
{
  g_autoptr (GtkWidget) chips = g_object_ref_sink (fram_chips_new ());

  fram_roster_hints_add_notes (FRAM_CHIPS (chips), row, fram_test_date (TODAY), NULL);
  return fram_chips_to_words (FRAM_CHIPS (chips), " | ");
}

/* The card of the first day, another appointment by its times only, instruction lines and what is trained now. */
static void
test_hints_in_words (void)
{
  static const char *const card[] = { "Sven möter vid dörren", "Ta hyveln", "Fika 10.00", NULL };
  static const char *const lines[] = { "Hörselkåpor", NULL };
  g_autoptr (FramRosterRow) row = fram_roster_row_new ();
  g_autofree char *words = NULL, *later = NULL;

  row->kind = FRAM_ROSTER_PLANNED;
  row->first_day = TRUE;
  row->first_day_card = g_strdupv ((char **)card);
  row->instructions = g_strdupv ((char **)lines);
  row->training = g_strdup ("Tränar nu: komma i tid");
  row->other_from = 13 * 60;
  row->other_to = 15 * 60;
  words = hints_of (row);
  g_assert_cmpstr (words, ==,
                   SV ("Annan bokning 13–15 | Sven möter vid dörren | Ta hyveln | Fika 10.00 | Hörselkåpor | "
                       "Tränar nu: komma i tid",
                       "Other appointment 13–15 | Sven möter vid dörren | Ta hyveln | Fika 10.00 | Hörselkåpor | "
                       "Tränar nu: komma i tid"));
  /* the card is for the first day only; the last day is told with its date */
  row->first_day = FALSE;
  row->other_from = row->other_to = FRAM_TIME_NONE;
  row->stay_ends = fram_test_date ("2026-11-20");
  later = hints_of (row);
  g_assert_cmpstr (later, ==,
                   SV ("Sista dagen fre 20 november | Hörselkåpor | Tränar nu: komma i tid",
                       "Last day Fri 20 November | Hörselkåpor | Tränar nu: komma i tid"));
}

/* Another leader marks the same person from another computer: the row says so, later wins, and the earlier one is kept. */
static void
test_changed_by_another (Fixture *f, gconstpointer data)
{
  g_autoptr (FramDesk) other = NULL;
  g_autoptr (FramRoster) after = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *chips = NULL, *own = NULL;
  FramMarkEdit edit = { .fields = FRAM_MARK_STATUS, .status = "sick", .minutes_late = -1, .attended_minutes = -1 };

  reopen_watching (f);
  mark (f, "present");
  settle (f);
  other = open_other (f, "stina");
  after = fram_desk_mark (other, &f->activity, fram_test_date (TODAY), 0, &row_of (f, "Amina Hassan")->enrolment, 1,
                          &edit, NULL, &error);
  g_assert_no_error (error);
  wait_until (g_str_equal (shown_at (f, 0), "sick"));
  chips = chips_of (line_at (f, 0));
  g_assert_cmpstr (chips, ==, SV ("Ändrad av Stina B. 09.05", "Changed by Stina B. 09.05"));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (line_at (f, 0)), "fram-changed"));

  press (f, GDK_KEY_Home, 0);
  mark (f, "leave");
  settle (f);
  assert_on_disk (f, "Amina Hassan", TODAY, "leave");
  own = chips_of (line_at (f, 0));
  g_assert_null (strstr (own, "Stina"));
  steps = fram_desk_mark_history (f->desk, &row_of (f, "Amina Hassan")->enrolment, &f->activity, fram_test_date (TODAY),
                                  0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (steps->len, ==, 3);
}

/* Two windows on one register. */
static void
test_two_windows (Fixture *f, gconstpointer data)
{
  Fixture second = *f;

  second.said = NULL;
  open_page (&second, 1100);
  mark (f, "sick");
  settle (f);
  settle (&second);
  g_assert_cmpstr (shown_at (&second, 0), ==, "sick");
  fram_roster_page_move_cursor (second.page, 0);
  mark (&second, "present");
  settle (&second);
  settle (f);
  g_assert_cmpstr (shown_at (f, 0), ==, "present");
  close_page (&second);
  g_free (second.said);
}

static void
test_discreet (Fixture *f, gconstpointer data)
{
  GObject *label = gtk_widget_get_template_child (GTK_WIDGET (line_at (f, 0)), FRAM_TYPE_ROSTER_LINE, "name_label");

  save_absence (f, "Amina Hassan", "sick", TODAY);
  gtk_widget_add_css_class (f->window, FRAM_DISCREET_CLASS);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "Amina H.");
  gtk_widget_remove_css_class (f->window, FRAM_DISCREET_CLASS);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "Amina Hassan");
}

static void
test_copy (Fixture *f, gconstpointer data)
{
  g_autofree char *all = NULL, *some = NULL;

  mark (f, "late");
  press (f, GDK_KEY_1, 0);
  press (f, GDK_KEY_5, 0);
  settle (f);
  all = fram_page_dup_selection (FRAM_PAGE (f->page));
  g_assert_true (g_str_has_prefix (
      all, SV ("Namn\tPlanerat\tTimmar\tNärvaro\tMinuter sen\tAnteckning\nAmina Hassan\t09–12\t2.75\tSen\t15\t\n",
               "Name\tPlanned\tHours\tAttendance\tMinutes late\tNote\nAmina Hassan\t09–12\t2.75\tLate\t15\t\n")));
  press (f, GDK_KEY_Home, 0);
  press (f, GDK_KEY_Down, GDK_SHIFT_MASK);
  some = fram_page_dup_selection (FRAM_PAGE (f->page));
  g_assert_nonnull (strstr (some, "Björn Ek"));
  g_assert_null (strstr (some, "Carlos"));
}

/* Two quick clicks, the second where another person has come to stand: one mark. */
static void
test_double_click (Fixture *f, gconstpointer data)
{
  close_page (f);
  open_page (f, 360);
  press_button (line_at (f, 0), "fram-here");
  press_button (line_at (f, 1), "fram-here");
  press_button (line_at (f, 1), "fram-here");
  settle (f);
  assert_on_disk (f, "Amina Hassan", TODAY, "present");
  assert_on_disk (f, "Björn Ek", TODAY, "");
}

#define ADD(path, func) g_test_add ("/app/roster-today/" path, Fixture, NULL, set_up_later, func, tear_down)

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  adw_init ();
  ADD ("later-is-folded", test_later_is_folded);
  ADD ("later-can-be-marked", test_later_can_be_marked);
  ADD ("later-follows-the-clock", test_later_follows_the_clock);
  ADD ("later-is-of-today-only", test_later_on_other_days);
  ADD ("early-morning", test_early_morning);
  ADD ("told-beforehand-is-an-outline", test_told_is_an_outline);
  ADD ("any-mark-overrides-what-was-told", test_any_mark_overrides);
  ADD ("the-rest-is-who-should-be-here", test_rest_is_who_should_be_here);
  ADD ("away-today", test_away_today);
  ADD ("tell-the-case-worker", test_tell_the_case_worker);
  ADD ("a-question-is-answered-with-one-touch", test_a_question_is_answered_with_one_touch);
  ADD ("welcome-back", test_welcome_back);
  ADD ("changed-by-another", test_changed_by_another);
  ADD ("two-windows", test_two_windows);
  ADD ("discreet", test_discreet);
  ADD ("copy", test_copy);
  ADD ("double-click", test_double_click);
  g_test_add_func ("/app/roster-today/hints-in-words", test_hints_in_words);
  return g_test_run ();
}
