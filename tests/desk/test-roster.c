#include "desk-fixture.h"

/* What an activity leader sees and does in a roster. */

#define TODAY "2026-11-12"

static void
test_who_is_expected (Fixture *f, gconstpointer unused)
{
  g_autoptr (FramRoster) thursday = fixture_roster (f, TODAY);
  g_autoptr (FramRoster) tuesday = fixture_roster (f, "2026-11-10");
  FramRosterRow *amina = fixture_row (thursday, "Amina Hassan");

  g_assert_cmpint (thursday->totals.expected, ==, 2);
  g_assert_cmpint (thursday->totals.unmarked, ==, 2);
  g_assert_cmpint (thursday->totals.planned_minutes, ==, 5 * 60);
  g_assert_cmpint (amina->planned_from, ==, 9 * 60);
  g_assert_cmpint (amina->planned_to, ==, 12 * 60);
  g_assert_null (amina->status);
  g_assert_cmpint (tuesday->totals.expected, ==, 1);
  g_assert_cmpint (fixture_row (tuesday, "Amina Hassan")->kind, ==, FRAM_ROSTER_UNPLANNED);
  g_assert_cmpint (fixture_row (tuesday, "Björn Ek")->kind, ==, FRAM_ROSTER_PLANNED);
}

static void
test_mark_is_on_disk (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramRoster) after = fixture_mark (f, TODAY, "Amina Hassan", "present", &error);
  g_autoptr (FramRoster) again = NULL;
  FramRosterRow *row;

  g_assert_no_error (error);
  g_assert_cmpint (after->totals.unmarked, ==, 1);
  fixture_reopen (f);
  again = fixture_roster (f, TODAY);
  row = fixture_row (again, "Amina Hassan");
  g_assert_cmpstr (row->status->code, ==, "present");
  g_assert_cmpint (row->attended_minutes, ==, 180);
  g_assert_cmpstr (row->marked_by, ==, "system");
  g_assert_cmpint (fram_instant_get_minute (row->marked_at), ==, 9 * 60 + 14);
}

static void
test_late_counts_minutes (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramRoster) late = fixture_mark (f, TODAY, "Björn Ek", "late", &error);
  FramMarkEdit ten = { .fields = FRAM_MARK_MINUTES_LATE, .minutes_late = 10 };
  FramRosterRow *row = fixture_row (late, "Björn Ek");
  g_autoptr (FramRoster) after = NULL;
  g_autoptr (FramRoster) present = NULL;
  g_autofree char *what = NULL;

  after = fram_desk_mark (f->desk, &f->snickeri, f->today, 0, &row->enrolment, 1, &ten, &what, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (what, ==, "Björn Ek came 10 minutes late.");
  g_assert_cmpint (fixture_row (after, "Björn Ek")->attended_minutes, ==, 110);
  present = fixture_mark (f, TODAY, "Björn Ek", "present", &error);
  g_assert_cmpint (fixture_row (present, "Björn Ek")->minutes_late, ==, -1);
  g_assert_cmpint (fixture_row (present, "Björn Ek")->attended_minutes, ==, 120);
}

static void
test_rest_touches_only_the_unmarked (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramRoster) sick = fixture_mark (f, TODAY, "Amina Hassan", "sick", &error);
  g_autofree char *what = NULL;
  g_autoptr (FramRoster) rest = fram_desk_mark_rest (f->desk, &f->snickeri, f->today, "present", NULL, &what, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (fixture_row (rest, "Amina Hassan")->status->code, ==, "sick");
  g_assert_cmpstr (fixture_row (rest, "Björn Ek")->status->code, ==, "present");
  g_assert_cmpint (rest->totals.unmarked, ==, 0);
  g_assert_cmpstr (what, ==, "Björn Ek is marked as present.");
}

static void
test_the_rest_of_a_day_long_past_keeps_its_reason (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramRoster) rest = fram_desk_mark_rest (f->desk, &f->snickeri, fram_test_date ("2026-10-08"), "present",
                                                     "found the paper list", NULL, &error);
  g_autoptr (GPtrArray) steps = NULL;

  g_assert_no_error (error);
  steps = fram_desk_mark_history (f->desk, &fixture_row (rest, "Amina Hassan")->enrolment, &f->snickeri, rest->day, 0,
                                  &error);
  g_assert_cmpuint (steps->len, ==, 1);
  g_assert_cmpstr (((const FramMarkStep *)g_ptr_array_index (steps, 0))->reason, ==, "found the paper list");
}

static void
test_undo_and_redo (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramRoster) marked = fixture_mark (f, TODAY, "Amina Hassan", "present", &error);
  g_autoptr (FramRoster) undone = NULL;
  g_autoptr (FramRoster) redone = NULL;
  g_autofree char *what = NULL;

  g_assert_true (fram_desk_undo (f->desk, &what, &error));
  g_assert_cmpstr (what, ==, "Undone: Amina Hassan is marked as present.");
  undone = fixture_roster (f, TODAY);
  g_assert_null (fixture_row (undone, "Amina Hassan")->status);
  g_assert_cmpint (fixture_row (undone, "Amina Hassan")->attended_minutes, ==, -1);
  g_assert_true (fram_desk_redo (f->desk, NULL, &error));
  redone = fixture_roster (f, TODAY);
  g_assert_cmpstr (fixture_row (redone, "Amina Hassan")->status->code, ==, "present");
  g_assert_cmpint (fixture_row (redone, "Amina Hassan")->attended_minutes, ==, 180);
}

static void
test_undo_never_overwrites_others (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramRoster) mine = fixture_mark (f, TODAY, "Amina Hassan", "present", &error);
  g_autoptr (FramDesk) other = fram_desk_open (f->path, f->clock, &error);
  FramMarkEdit sick = { .fields = FRAM_MARK_STATUS, .status = "sick" };
  g_autoptr (FramRoster) theirs = NULL;
  g_autoptr (FramRoster) after = NULL;

  theirs = fram_desk_mark (other, &f->snickeri, f->today, 0, &fixture_row (mine, "Amina Hassan")->enrolment, 1, &sick,
                           NULL, &error);
  g_assert_no_error (error);
  g_assert_false (fram_desk_undo (f->desk, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_CHANGED);
  after = fixture_roster (f, TODAY);
  g_assert_cmpstr (fixture_row (after, "Amina Hassan")->status->code, ==, "sick");
}

static void
test_history_tells_who_and_before (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramRoster) first = fixture_mark (f, TODAY, "Amina Hassan", "absent_unnotified", &error);
  g_autoptr (FramRoster) second = NULL;
  g_autoptr (FramRoster) cleared = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  g_autofree char *text = NULL;

  fixture_hire (f, "Per Wallin", FRAM_ROLE_ACTIVITY_LEADER, "snickeri");
  fixture_sit (f, "Per Wallin");
  second = fixture_mark (f, TODAY, "Amina Hassan", "late", &error);
  cleared = fixture_mark (f, TODAY, "Amina Hassan", NULL, &error);
  g_assert_no_error (error);
  g_assert_null (fixture_row (cleared, "Amina Hassan")->status);
  steps = fram_desk_mark_history (f->desk, &fixture_row (first, "Amina Hassan")->enrolment, &f->snickeri, f->today, 0,
                                  &error);
  g_assert_cmpuint (steps->len, ==, 3);
  text = fram_desk_mark_history_text (f->desk, steps);
  g_assert_cmpstr (text, ==,
                   "Unmarked, 12 November 2026 09.14, Per Wallin\n"
                   "Late, 12 November 2026 09.14, Per Wallin\n"
                   "Unnotified, 12 November 2026 09.14, system");
}

static void
test_strip_and_streak (Fixture *f, gconstpointer unused)
{
  static const char *const days[] = { "2026-10-15", "2026-10-22", "2026-10-29", "2026-11-05" };
  static const char *const statuses[] = { "present", "absent_unnotified", "leave", "absent_unnotified" };
  g_autoptr (GError) error = NULL;
  g_autoptr (FramRoster) today = NULL;
  FramRosterRow *row;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (FramRoster) marked = fixture_mark (f, days[i], "Amina Hassan", statuses[i], &error);

      g_assert_no_error (error);
    }
  today = fixture_mark (f, TODAY, "Amina Hassan", "absent_unnotified", &error);
  row = fixture_row (today, "Amina Hassan");
  g_assert_cmpuint (row->n_last, ==, 4);
  g_assert_cmpstr (row->last[0]->code, ==, "present");
  g_assert_cmpstr (row->last[3]->code, ==, "absent_unnotified");
  /* leave neither breaks a streak nor counts in it */
  g_assert_cmpuint (row->unnotified_in_a_row, ==, 3);
}

static void
assert_refused (Fixture *f, const char *day, const char *status, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramRoster) before = fixture_roster (f, TODAY);
  FramMarkEdit edit = { .fields = FRAM_MARK_STATUS, .status = status };
  g_autoptr (FramRoster) roster =
      fram_desk_mark (f->desk, &f->snickeri, fram_test_date (day), 0, &fixture_row (before, "Amina Hassan")->enrolment,
                      1, &edit, NULL, &error);
  g_autoptr (FramRoster) after = NULL;

  g_assert_null (roster);
  g_assert_error (error, FRAM_ERROR, code);
  g_assert_true (g_str_has_suffix (error->message, "."));
  after = fixture_roster (f, TODAY);
  g_assert_null (fixture_row (after, "Amina Hassan")->status);
}

static void
test_bad_marks_are_refused (Fixture *f, gconstpointer unused)
{
  assert_refused (f, TODAY, "asleep", FRAM_ERROR_NOT_FOUND);
  assert_refused (f, "2026-11-14", "present", FRAM_ERROR_INVALID);
  assert_refused (f, "2026-12-25", "leave", FRAM_ERROR_INVALID);
  assert_refused (f, "2026-11-19", "present", FRAM_ERROR_INVALID);
  assert_refused (f, "2026-08-27", "present", FRAM_ERROR_INVALID);
  assert_refused (f, "2026-09-24", "present", FRAM_ERROR_NOT_FOUND);
}

static void
test_bad_minutes_are_refused (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramRoster) roster = fixture_mark (f, TODAY, "Amina Hassan", "late", &error);
  FramRosterRow *row = fixture_row (roster, "Amina Hassan");
  int bad[] = { -5, 25 * 60, 200 };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      FramMarkEdit edit = { .fields = FRAM_MARK_MINUTES_LATE, .minutes_late = bad[i] };
      g_autoptr (GError) local = NULL;

      g_assert_null (fram_desk_mark (f->desk, &f->snickeri, f->today, 0, &row->enrolment, 1, &edit, NULL, &local));
      g_assert_error (local, FRAM_ERROR, FRAM_ERROR_INVALID);
    }
}

static void
test_closed_day_is_a_day_off (Fixture *f, gconstpointer unused)
{
  FramClosure closure = { .day = f->today, .to_day = FRAM_DATE_NONE, .name = (char *)"Planning day" };
  g_autoptr (GError) error = NULL;
  g_autoptr (FramRoster) roster = NULL;
  g_autoptr (FramRoster) after = NULL;

  g_assert_true (fram_desk_save_closure (f->desk, &closure, &error));
  roster = fixture_roster (f, TODAY);
  g_assert_true (roster->day_is_off);
  g_assert_cmpstr (roster->day_note, ==, "Planning day");
  g_assert_cmpint (roster->totals.expected, ==, 0);
  g_assert_true (fram_desk_undo (f->desk, NULL, &error));
  after = fixture_roster (f, TODAY);
  g_assert_cmpint (after->totals.expected, ==, 2);
}

static void
test_a_step_ends_the_one_before (Fixture *f, gconstpointer unused)
{
  g_autoptr (FramRoster) before = NULL;
  g_autoptr (FramRoster) after = NULL;

  fixture_place (f, f->amina, "snickeri", "2026-11-09", "mon 09-12, thu 09-15");
  before = fixture_roster (f, "2026-11-05");
  after = fixture_roster (f, TODAY);
  g_assert_cmpint (fixture_row (before, "Amina Hassan")->planned_minutes, ==, 180);
  g_assert_cmpint (fixture_row (after, "Amina Hassan")->planned_minutes, ==, 360);
  g_assert_true (fixture_row (after, "Amina Hassan")->hours_changed);
}

#define ADD(name, func) g_test_add ("/desk/roster/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  ADD ("who-is-expected", test_who_is_expected);
  ADD ("mark-is-on-disk", test_mark_is_on_disk);
  ADD ("late-counts-minutes", test_late_counts_minutes);
  ADD ("rest-touches-only-the-unmarked", test_rest_touches_only_the_unmarked);
  ADD ("the-rest-of-a-day-long-past-keeps-its-reason", test_the_rest_of_a_day_long_past_keeps_its_reason);
  ADD ("undo-and-redo", test_undo_and_redo);
  ADD ("undo-never-overwrites-others", test_undo_never_overwrites_others);
  ADD ("history-tells-who-and-before", test_history_tells_who_and_before);
  ADD ("strip-and-streak", test_strip_and_streak);
  ADD ("bad-marks-are-refused", test_bad_marks_are_refused);
  ADD ("bad-minutes-are-refused", test_bad_minutes_are_refused);
  ADD ("closed-day-is-a-day-off", test_closed_day_is_a_day_off);
  ADD ("a-step-ends-the-one-before", test_a_step_ends_the_one_before);
  return g_test_run ();
}
