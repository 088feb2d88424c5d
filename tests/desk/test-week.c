#include "desk-fixture.h"

#include "fram-desk-person.h"
#include "fram-desk-week.h"

/* The week and the month of a roster: figures counted by hand, blocks marked in one step, and weeks that are closed. */

#define TODAY     "2026-11-12" /* a Thursday */
#define MONDAY    "2026-11-09"
#define TUESDAY   "2026-11-10"
#define WEDNESDAY "2026-11-11"

static FramSheet *
week (Fixture *f, const char *day)
{
  g_autoptr (GError) error = NULL;
  FramSheet *sheet = fram_desk_week (f->desk, &f->snickeri, fram_test_date (day), &error);

  g_assert_no_error (error);
  return sheet;
}

static const FramSheetRow *
row_of (const FramSheet *sheet, const char *name)
{
  for (guint i = 0; i < sheet->rows->len; i++)
    {
      const FramSheetRow *row = g_ptr_array_index (sheet->rows, i);

      if (g_strcmp0 (row->name, name) == 0)
        return row;
    }
  return NULL;
}

static const FramSheetCell *
cell_of (const FramSheet *sheet, const char *name, const char *day)
{
  const FramSheetRow *row = row_of (sheet, name);

  g_assert_nonnull (row);
  for (guint i = 0; i < sheet->days->len; i++)
    if (g_array_index (sheet->days, FramSheetDay, i).day == fram_test_date (day))
      return &row->cells[i];
  return NULL;
}

static const FramSheetDay *
day_of (const FramSheet *sheet, const char *day)
{
  for (guint i = 0; i < sheet->days->len; i++)
    if (g_array_index (sheet->days, FramSheetDay, i).day == fram_test_date (day))
      return &g_array_index (sheet->days, FramSheetDay, i);
  return NULL;
}

static void
mark (Fixture *f, const char *day, const char *name, const char *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramRoster) roster = fixture_mark (f, day, name, status, &error);

  g_assert_no_error (error);
}

/* Carl comes every day of the week, nine to twelve. */
static void
add_carl (Fixture *f)
{
  g_autofree char *carl = fixture_add (f, "Carl", "Madsen");

  fixture_place (f, carl, "snickeri", "2026-10-01", "mon 09-12, tue 09-12, wed 09-12, thu 09-12, fri 09-12");
}

static void
test_days_and_people (Fixture *f, gconstpointer unused)
{
  g_autoptr (FramSheet) sheet = week (f, TODAY);

  g_assert_cmpuint (sheet->days->len, ==, 5);
  fram_assert_date (g_array_index (sheet->days, FramSheetDay, 0).day, MONDAY);
  g_assert_cmpuint (sheet->rows->len, ==, 2);
  g_assert_cmpstr (((FramSheetRow *)g_ptr_array_index (sheet->rows, 0))->name, ==, "Amina Hassan");
  g_assert_cmpint (cell_of (sheet, "Amina Hassan", TODAY)->kind, ==, FRAM_CELL_PLANNED);
  g_assert_cmpint (cell_of (sheet, "Amina Hassan", TODAY)->planned_from, ==, 9 * 60);
  g_assert_cmpint (cell_of (sheet, "Amina Hassan", MONDAY)->kind, ==, FRAM_CELL_UNPLANNED);
  g_assert_cmpint (cell_of (sheet, "Björn Ek", TUESDAY)->planned_from, ==, 13 * 60);
  g_assert_true (sheet->may_mark);
}

/* Counted by hand: Carl is here Monday, ten minutes late Tuesday, sick Wednesday, unmarked today, and comes tomorrow. */
static void
test_figures_of_a_week (Fixture *f, gconstpointer unused)
{
  FramMarkEdit ten = { .fields = FRAM_MARK_MINUTES_LATE | FRAM_MARK_ATTENDED,
                       .minutes_late = 10,
                       .attended_minutes = -1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (FramSheet) late = NULL;
  g_autoptr (FramSheet) sheet = NULL;
  g_autofree char *left_out = NULL;
  const FramSheetRow *carl;
  FramCellKey key;

  add_carl (f);
  mark (f, MONDAY, "Carl Madsen", "present");
  mark (f, TUESDAY, "Carl Madsen", "late");
  mark (f, WEDNESDAY, "Carl Madsen", "sick");
  mark (f, TUESDAY, "Björn Ek", "absent_unnotified");
  late = week (f, TODAY);
  key = (FramCellKey){ row_of (late, "Carl Madsen")->enrolment, fram_test_date (TUESDAY), 0 };
  sheet = fram_desk_mark_cells (f->desk, &f->snickeri, late->from, late->to, &key, 1, &ten, NULL, &error);
  g_assert_no_error (error);
  carl = row_of (sheet, "Carl Madsen");
  g_assert_cmpint (cell_of (sheet, "Carl Madsen", TUESDAY)->marks[0].minutes_late, ==, 10);
  g_assert_cmpint (carl->sums.attended_minutes, ==, 180 + 170);
  g_assert_cmpint (carl->sums.planned_minutes, ==, 3 * 180);
  g_assert_cmpint (carl->sums.plan_minutes, ==, 5 * 180);
  g_assert_cmpint (carl->sums.to_come, ==, 1);
  g_assert_cmpint (carl->sums.counts.unmarked, ==, 1);
  g_assert_cmpint (fram_attendance_rate_attended (&carl->sums.counts), ==, 667);
  g_assert_cmpint (fram_attendance_rate_attended_or_notice (&carl->sums.counts), ==, 1000);
  /* all: Carl's three and Björn's one marked; unmarked today: Amina, Björn and Carl */
  g_assert_cmpint (sheet->sums.counts.marked, ==, 4);
  g_assert_cmpint (sheet->sums.counts.unmarked, ==, 3);
  g_assert_cmpint (fram_attendance_rate_attended (&sheet->sums.counts), ==, 500);
  g_assert_cmpint (fram_attendance_rate_attended_or_notice (&sheet->sums.counts), ==, 750);
  left_out = fram_sheet_left_out (&sheet->sums);
  g_assert_cmpstr (left_out, ==, "3 unmarked, not counted");
  g_assert_cmpint (day_of (sheet, TUESDAY)->sums.counts.expected, ==, 2);
  g_assert_cmpint (day_of (sheet, TUESDAY)->sums.counts.attended, ==, 1);
}

/* Leave and other appointments are in no rate, and break no streak. */
static void
test_neither_is_in_no_rate (Fixture *f, gconstpointer unused)
{
  g_autoptr (FramSheet) sheet = NULL;
  const FramSheetRow *carl;

  add_carl (f);
  mark (f, MONDAY, "Carl Madsen", "absent_unnotified");
  mark (f, TUESDAY, "Carl Madsen", "leave");
  mark (f, WEDNESDAY, "Carl Madsen", "absent_unnotified");
  sheet = week (f, TODAY);
  carl = row_of (sheet, "Carl Madsen");
  g_assert_cmpint (carl->sums.counts.neither, ==, 1);
  g_assert_cmpint (fram_attendance_rate_attended (&carl->sums.counts), ==, 0);
  g_assert_cmpuint (carl->unnotified_in_a_row, ==, 2);
  g_assert_true (carl->streak_alert);
  g_assert_cmpuint (carl->streak_days->len, ==, 2);
  fram_assert_date (g_array_index (carl->streak_days, FramDate, 0), MONDAY);
  g_assert_cmpuint (cell_of (sheet, "Carl Madsen", WEDNESDAY)->unnotified_in_a_row, ==, 2);
}

/* A streak goes on over weeks. */
static void
test_streak_over_weeks (Fixture *f, gconstpointer unused)
{
  g_autoptr (FramSheet) sheet = NULL;

  add_carl (f);
  mark (f, "2026-11-06", "Carl Madsen", "absent_unnotified");
  mark (f, MONDAY, "Carl Madsen", "absent_unnotified");
  mark (f, TUESDAY, "Carl Madsen", "absent_unnotified");
  sheet = week (f, TODAY);
  g_assert_cmpuint (row_of (sheet, "Carl Madsen")->unnotified_in_a_row, ==, 3);
  fram_assert_date (g_array_index (row_of (sheet, "Carl Madsen")->streak_days, FramDate, 0), "2026-11-06");
}

static void
test_month (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramSheet) november = NULL;
  g_autoptr (FramSheet) december = NULL;

  mark (f, TODAY, "Amina Hassan", "present");
  november = fram_desk_month (f->desk, &f->snickeri, f->today, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (november->days->len, ==, 21);
  /* Amina's Thursdays are the 5th, 12th, 19th and 26th */
  g_assert_cmpint (row_of (november, "Amina Hassan")->sums.plan_minutes, ==, 4 * 180);
  g_assert_cmpint (row_of (november, "Amina Hassan")->sums.counts.unmarked, ==, 1);
  g_assert_cmpint (row_of (november, "Amina Hassan")->sums.to_come, ==, 2);
  december = fram_desk_month (f->desk, &f->snickeri, fram_test_date ("2026-12-10"), &error);
  g_assert_cmpuint (december->days->len, ==, 23);
  g_assert_true (day_of (december, "2026-12-25")->is_off);
  g_assert_nonnull (day_of (december, "2026-12-25")->note);
  g_assert_cmpint (day_of (december, "2026-12-24")->sums.to_come, ==, 0);
}

static void
add_key (GArray *keys, const FramSheet *sheet, const char *name, const char *day)
{
  FramCellKey key = { row_of (sheet, name)->enrolment, fram_test_date (day), 0 };

  g_array_append_val (keys, key);
}

/* One key marks a block over several days: one transaction, one step to undo. */
static void
test_a_block_is_one_step (Fixture *f, gconstpointer unused)
{
  FramMarkEdit present = { .fields = FRAM_MARK_STATUS, .status = "present" };
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (FramCellKey));
  g_autoptr (GError) error = NULL;
  g_autoptr (FramSheet) before = NULL;
  g_autoptr (FramSheet) after = NULL;
  g_autoptr (FramSheet) undone = NULL;
  g_autofree char *what = NULL;

  add_carl (f);
  before = week (f, TODAY);
  add_key (keys, before, "Carl Madsen", TODAY);
  add_key (keys, before, "Carl Madsen", MONDAY);
  add_key (keys, before, "Amina Hassan", TODAY);
  after = fram_desk_mark_cells (f->desk, &f->snickeri, before->from, before->to, (FramCellKey *)(gpointer)keys->data,
                                keys->len, &present, &what, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (what, ==, "3 sessions are marked as present.");
  g_assert_cmpint (after->sums.counts.attended, ==, 3);
  g_assert_true (fram_desk_undo (f->desk, NULL, &error));
  undone = week (f, TODAY);
  g_assert_cmpint (undone->sums.counts.attended, ==, 0);
}

static void
test_one_cell_names_its_day (Fixture *f, gconstpointer unused)
{
  FramMarkEdit present = { .fields = FRAM_MARK_STATUS, .status = "present" };
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (FramCellKey));
  g_autoptr (GError) error = NULL;
  g_autoptr (FramSheet) before = week (f, TODAY);
  g_autoptr (FramSheet) after = NULL;
  g_autofree char *what = NULL;

  add_key (keys, before, "Björn Ek", TUESDAY);
  after = fram_desk_mark_cells (f->desk, &f->snickeri, before->from, before->to, (FramCellKey *)(gpointer)keys->data, 1,
                                &present, &what, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (what, ==, "Tue 10 November: Björn Ek is marked as present.");
}

/* Where one cell cannot be marked, none is. */
static void
test_all_or_nothing (Fixture *f, gconstpointer unused)
{
  FramMarkEdit present = { .fields = FRAM_MARK_STATUS, .status = "present" };
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (FramCellKey));
  g_autoptr (GError) error = NULL;
  g_autoptr (FramSheet) before = NULL;
  g_autoptr (FramSheet) after = NULL;

  add_carl (f);
  before = week (f, TODAY);
  add_key (keys, before, "Carl Madsen", MONDAY);
  add_key (keys, before, "Carl Madsen", "2026-11-13");
  g_assert_null (fram_desk_mark_cells (f->desk, &f->snickeri, before->from, before->to,
                                       (FramCellKey *)(gpointer)keys->data, keys->len, &present, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
  after = week (f, TODAY);
  g_assert_cmpint (after->sums.counts.marked, ==, 0);
}

/* What is known beforehand can be marked ahead. */
static void
test_leave_ahead (Fixture *f, gconstpointer unused)
{
  g_autoptr (FramSheet) sheet = NULL;

  add_carl (f);
  mark (f, "2026-11-13", "Carl Madsen", "leave");
  sheet = week (f, TODAY);
  g_assert_cmpint (row_of (sheet, "Carl Madsen")->sums.to_come, ==, 0);
  g_assert_cmpint (row_of (sheet, "Carl Madsen")->sums.counts.neither, ==, 1);
}

static void
leaders (Fixture *f)
{
  fixture_hire (f, "Per Wallin", FRAM_ROLE_ACTIVITY_LEADER, "snickeri");
  fixture_hire (f, "Eva Lind", FRAM_ROLE_ACTIVITY_LEADER, "snickeri");
  fixture_hire (f, "Mona Ek", FRAM_ROLE_MANAGER, NULL);
  fixture_hire (f, "Kim Berg", FRAM_ROLE_ACTIVITY_LEADER, "tradgard");
}

static void
close_week (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *what = NULL;
  g_autoptr (FramSheet) closed = fram_desk_close_week (f->desk, &f->snickeri, f->today, &what, &error);

  g_assert_no_error (error);
  g_assert_nonnull (closed);
}

static void
test_a_closed_week_refuses_marks (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramRoster) none = NULL;
  g_autoptr (FramRoster) roster = NULL;
  g_autoptr (FramSheet) sheet = NULL;
  const FramSheetWeek *closed;

  leaders (f);
  fixture_sit (f, "Per Wallin");
  mark (f, TODAY, "Amina Hassan", "present");
  close_week (f);
  sheet = week (f, TODAY);
  closed = &g_array_index (sheet->weeks, FramSheetWeek, 0);
  g_assert_cmpstr (closed->closed_by, ==, "Per Wallin");
  g_assert_cmpint (closed->closed_at, !=, 0);
  g_assert_true (closed->may_reopen);
  g_assert_false (closed->may_close);
  none = fixture_mark (f, TODAY, "Björn Ek", "present", &error);
  g_assert_null (none);
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_CLOSED);
  g_assert_cmpstr (error->message, ==, "Week 46 was closed by Per Wallin; open the week again to change its marks.");
  g_clear_error (&error);
  /* the day's roster says so before anybody tries */
  roster = fixture_roster (f, TODAY);
  g_assert_false (roster->may_mark);
  g_assert_cmpstr (roster->refusal, ==, "Week 46 was closed by Per Wallin; open the week again to change its marks.");
  /* the week after is open */
  mark (f, "2026-11-19", "Amina Hassan", "leave");
}

/* The file's owner at the command line is refused too, and so is undoing of what was marked before. */
static void
test_a_closed_week_refuses_undo (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramDesk) other = NULL;
  g_autoptr (FramSheet) closed = NULL;
  g_autoptr (FramSheet) after = NULL;

  mark (f, TODAY, "Amina Hassan", "present");
  other = fram_desk_open (f->path, f->clock, &error);
  closed = fram_desk_close_week (other, &f->snickeri, f->today, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (fram_desk_undo (f->desk, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_CLOSED);
  g_clear_error (&error);
  after = week (f, TODAY);
  g_assert_cmpint (after->sums.counts.attended, ==, 1);
}

static FramSheet *
reopen (Fixture *f, const char *reason, GError **error)
{
  return fram_desk_reopen_week (f->desk, &f->snickeri, f->today, reason, NULL, error);
}

static void
test_who_may_open_again (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramSheet) open = NULL;

  leaders (f);
  fixture_sit (f, "Kim Berg");
  g_assert_null (fram_desk_close_week (f->desk, &f->snickeri, f->today, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_DENIED);
  g_clear_error (&error);
  fixture_sit (f, "Per Wallin");
  close_week (f);
  g_assert_null (fram_desk_close_week (f->desk, &f->snickeri, f->today, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_CLOSED);
  g_clear_error (&error);
  fixture_sit (f, "Eva Lind");
  g_assert_null (reopen (f, "a slip of paper", &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_DENIED);
  g_clear_error (&error);
  fixture_sit (f, "Mona Ek");
  g_assert_null (reopen (f, "  ", &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
  g_clear_error (&error);
  open = reopen (f, "a slip of paper", &error);
  g_assert_no_error (error);
  g_assert_null (g_array_index (open->weeks, FramSheetWeek, 0).closed_by);
  fixture_sit (f, "Per Wallin");
  mark (f, TODAY, "Amina Hassan", "present");
  close_week (f); /* and again */
}

static void
test_a_week_to_come_is_not_closed (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (fram_desk_close_week (f->desk, &f->snickeri, f->today + 7, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
}

static void
test_closing_is_undone (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *what = NULL;

  close_week (f);
  g_assert_true (fram_desk_undo (f->desk, &what, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (what, ==, "Undone: Week 46 in Woodwork is closed.");
  mark (f, TODAY, "Amina Hassan", "present");
}

/* A correction after more than a week needs its reason, which stands in the history. */
static void
test_reason_of_a_block (Fixture *f, gconstpointer unused)
{
  FramMarkEdit sick = { .fields = FRAM_MARK_STATUS, .status = "sick" };
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (FramCellKey));
  g_autoptr (GError) error = NULL;
  g_autoptr (FramSheet) before = NULL;
  g_autoptr (FramSheet) after = NULL;
  g_autoptr (GPtrArray) steps = NULL;

  leaders (f);
  fixture_sit (f, "Per Wallin");
  before = week (f, "2026-10-29");
  add_key (keys, before, "Amina Hassan", "2026-10-29");
  add_key (keys, before, "Björn Ek", "2026-10-27");
  g_assert_null (fram_desk_mark_cells (f->desk, &f->snickeri, before->from, before->to,
                                       (FramCellKey *)(gpointer)keys->data, keys->len, &sick, NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  sick.reason = "found the paper list";
  after = fram_desk_mark_cells (f->desk, &f->snickeri, before->from, before->to, (FramCellKey *)(gpointer)keys->data,
                                keys->len, &sick, NULL, &error);
  g_assert_no_error (error);
  steps = fram_desk_mark_history (f->desk, &row_of (after, "Björn Ek")->enrolment, &f->snickeri,
                                  fram_test_date ("2026-10-27"), 0, &error);
  g_assert_cmpstr (((FramMarkStep *)g_ptr_array_index (steps, 0))->reason, ==, "found the paper list");
}

/* Of a protected person nothing is told but that there is one. */
static void
test_protected (Fixture *f, gconstpointer unused)
{
  FramPersonEdit edit = { .given_name = "Amina",
                          .family_name = "Hassan",
                          .sex = "F",
                          .birth_date = fram_test_date ("1990-05-01"),
                          .enrolled = fram_test_date ("2026-09-01"),
                          .is_protected = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (FramSheet) sheet = NULL;
  const FramSheetRow *bare;
  g_autoptr (FramPersonRow) person = fram_desk_find_person (f->desk, f->amina, &error);

  leaders (f);
  g_assert_true (fram_desk_edit_person (f->desk, &person->participant, &edit, &error));
  g_assert_no_error (error);
  fixture_sit (f, "Per Wallin");
  sheet = week (f, TODAY);
  g_assert_null (row_of (sheet, "Amina Hassan"));
  bare = row_of (sheet, "Protected");
  g_assert_true (bare->is_bare);
  g_assert_null (bare->cells);
  g_assert_null (bare->case_no);
  g_assert_cmpint (day_of (sheet, TODAY)->sums.counts.expected, ==, 1);
}

static void
test_nobody_elses_roster (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  leaders (f);
  fixture_sit (f, "Kim Berg");
  g_assert_null (fram_desk_week (f->desk, &f->snickeri, f->today, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_DENIED);
}

/* The sheet says of every day what the day's roster says. */
static void
test_as_the_rosters_of_its_days (Fixture *f, gconstpointer unused)
{
  g_autoptr (FramSheet) sheet = NULL;

  add_carl (f);
  mark (f, MONDAY, "Carl Madsen", "present");
  mark (f, MONDAY, "Amina Hassan", "present"); /* a visitor */
  mark (f, TUESDAY, "Björn Ek", "other_appointment");
  sheet = week (f, TODAY);
  for (FramDate day = fram_test_date (MONDAY); day <= f->today; day++)
    {
      g_autofree char *text = fram_date_to_text (day);
      g_autoptr (FramRoster) roster = fixture_roster (f, text);
      const FramSheetDay *column = day_of (sheet, text);

      g_assert_cmpint (column->sums.counts.expected, ==, roster->totals.expected);
      g_assert_cmpint (column->sums.counts.unmarked, ==, roster->totals.unmarked);
      g_assert_cmpint (column->sums.attended_minutes, ==, roster->totals.attended_minutes);
      g_assert_cmpint (column->sums.plan_minutes, ==, roster->totals.planned_minutes);
      for (guint i = 0; i < fram_desk_get_statuses (f->desk)->len; i++)
        g_assert_cmpint (column->sums.counts.by_status[i], ==, roster->totals.of_status[i]);
    }
}

static void
test_weeks_as_text (void)
{
  g_autofree char *week_46 = fram_week_format (fram_test_date (TODAY));
  g_autofree char *new_year = fram_week_format (fram_test_date ("2027-01-01"));

  g_assert_cmpstr (week_46, ==, "2026-W46");
  g_assert_cmpstr (new_year, ==, "2026-W53");
  fram_assert_date (fram_week_parse ("2026-W46"), MONDAY);
  g_assert_cmpint (fram_week_parse ("2026-W54"), ==, FRAM_DATE_NONE);
  g_assert_cmpint (fram_week_parse ("2026-46"), ==, FRAM_DATE_NONE);
  g_assert_cmpint (fram_week_parse (NULL), ==, FRAM_DATE_NONE);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  g_setenv ("LANGUAGE", "en", TRUE);
  g_test_add_func ("/week/weeks-as-text", test_weeks_as_text);
  ADD ("/week/days-and-people", test_days_and_people);
  ADD ("/week/figures-of-a-week", test_figures_of_a_week);
  ADD ("/week/neither-is-in-no-rate", test_neither_is_in_no_rate);
  ADD ("/week/streak-over-weeks", test_streak_over_weeks);
  ADD ("/week/month", test_month);
  ADD ("/week/a-block-is-one-step", test_a_block_is_one_step);
  ADD ("/week/one-cell-names-its-day", test_one_cell_names_its_day);
  ADD ("/week/all-or-nothing", test_all_or_nothing);
  ADD ("/week/leave-ahead", test_leave_ahead);
  ADD ("/week/closed-refuses-marks", test_a_closed_week_refuses_marks);
  ADD ("/week/closed-refuses-undo", test_a_closed_week_refuses_undo);
  ADD ("/week/who-may-open-again", test_who_may_open_again);
  ADD ("/week/not-a-week-to-come", test_a_week_to_come_is_not_closed);
  ADD ("/week/closing-is-undone", test_closing_is_undone);
  ADD ("/week/reason-of-a-block", test_reason_of_a_block);
  ADD ("/week/protected", test_protected);
  ADD ("/week/nobody-elses-roster", test_nobody_elses_roster);
  ADD ("/week/as-the-rosters-of-its-days", test_as_the_rosters_of_its_days);
  return g_test_run ();
}
