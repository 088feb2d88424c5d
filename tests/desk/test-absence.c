#include "desk-fixture.h"

#include "fram-changes.h"
#include "fram-demo.h"
#include "fram-desk-absence.h"

#include <glib/gstdio.h>

/* Absences told beforehand, a whole day off at once, and days in two halves, as a leader sees them. */

#define TODAY "2026-11-12"

static FramUuid
enrolment_of (Fixture *f, const char *case_no)
{
  g_autoptr (GError) error = NULL;
  FramUuid id;

  g_assert_true (fram_desk_find_enrolment (f->desk, case_no, &id, &error));
  g_assert_no_error (error);
  return id;
}

static FramAbsence
leave_of (Fixture *f, const char *case_no, const char *from, const char *to)
{
  return (FramAbsence){ .enrolment = enrolment_of (f, case_no),
                        .from = fram_test_date (from),
                        .to = fram_test_date (to),
                        .from_time = FRAM_TIME_NONE,
                        .to_time = FRAM_TIME_NONE,
                        .status = (char *)"leave",
                        .told_by = (char *)"participant" };
}

static char *
tell (Fixture *f, const FramAbsence *absence)
{
  g_autoptr (GError) error = NULL;
  char *what = NULL;

  g_assert_true (fram_desk_save_absence (f->desk, absence, &what, &error));
  g_assert_no_error (error);
  return what;
}

static void
put (Fixture *f, FramRecord *record)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramDb) db = fram_db_open (f->path, f->clock, &error);
  g_autoptr (FramViewer) system = fram_viewer_new_system (f->today);
  g_autoptr (FramChanges) changes = fram_changes_begin (db, system, "test", NULL, &error);

  g_assert_cmpint (fram_changes_insert (changes, record, &error), ==, FRAM_WRITTEN_ADDED);
  g_assert_true (fram_changes_commit (changes, NULL, &error));
  g_assert_no_error (error);
}

static void
test_what_was_told_stands_on_the_roster (Fixture *f, gconstpointer unused)
{
  FramAbsence leave = leave_of (f, f->amina, "2026-11-11", "2026-11-20");
  g_autofree char *what = tell (f, &leave);
  g_autoptr (FramRoster) roster = fixture_roster (f, TODAY);
  g_autoptr (FramRoster) before = fixture_roster (f, "2026-11-05");
  FramRosterRow *row = fixture_row (roster, "Amina Hassan");

  g_assert_cmpstr (what, ==, "Amina Hassan is away 11 November 2026 to 20 November 2026 (leave).");
  g_assert_null (row->status);
  g_assert_cmpstr (row->planned_status->code, ==, "leave");
  fram_assert_date (row->planned_until, "2026-11-20");
  g_assert_null (fixture_row (roster, "Björn Ek")->planned_status);
  g_assert_null (fixture_row (before, "Amina Hassan")->planned_status);
  /* it is a suggestion, no mark: nothing is counted */
  g_assert_cmpint (roster->totals.unmarked, ==, 2);
}

static void
test_any_mark_overrides_what_was_told (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  FramAbsence leave = leave_of (f, f->amina, TODAY, TODAY);
  g_autofree char *what = tell (f, &leave);
  g_autoptr (FramRoster) came = fixture_mark (f, TODAY, "Amina Hassan", "present", &error);
  g_autoptr (FramRoster) cleared = NULL;

  g_assert_cmpstr (what, ==, "Amina Hassan is away 12 November 2026 (leave).");
  g_assert_null (fixture_row (came, "Amina Hassan")->planned_status);
  cleared = fixture_mark (f, TODAY, "Amina Hassan", NULL, &error);
  g_assert_cmpstr (fixture_row (cleared, "Amina Hassan")->planned_status->code, ==, "leave");
}

static void
test_the_rest_leaves_who_has_told (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  FramAbsence leave = leave_of (f, f->amina, TODAY, TODAY);
  g_autofree char *told = tell (f, &leave);
  g_autofree char *what = NULL;
  g_autofree char *again = NULL;
  g_autoptr (FramRoster) rest = fram_desk_mark_rest (f->desk, &f->snickeri, f->today, "present", NULL, &what, &error);
  g_autoptr (FramRoster) nobody = NULL;

  g_assert_no_error (error);
  g_assert_null (fixture_row (rest, "Amina Hassan")->status);
  g_assert_cmpstr (fixture_row (rest, "Björn Ek")->status->code, ==, "present");
  g_assert_cmpstr (what, ==, "Björn Ek is marked as present. 1 person who has told of an absence is left unmarked.");
  nobody = fram_desk_mark_rest (f->desk, &f->snickeri, f->today, "present", NULL, &again, &error);
  g_assert_cmpstr (again, ==, "1 person who has told of an absence is left unmarked.");
  g_assert_cmpint (nobody->totals.unmarked, ==, 1);
}

static void
test_hours_away_cover_a_plan_or_not (Fixture *f, gconstpointer unused)
{
  FramAbsence hours = leave_of (f, f->amina, TODAY, TODAY);
  FramAbsence all = leave_of (f, f->bjorn, TODAY, TODAY);
  g_autoptr (FramRoster) roster = NULL;
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;

  hours.from_time = 11 * 60;
  hours.to_time = 12 * 60;
  all.from_time = 9 * 60;
  all.to_time = 11 * 60 + 30;
  a = tell (f, &hours);
  b = tell (f, &all);
  roster = fixture_roster (f, TODAY);
  g_assert_null (fixture_row (roster, "Amina Hassan")->planned_status);
  g_assert_cmpint (fixture_row (roster, "Amina Hassan")->away_from, ==, 11 * 60);
  g_assert_cmpint (fixture_row (roster, "Amina Hassan")->away_to, ==, 12 * 60);
  g_assert_cmpstr (fixture_row (roster, "Björn Ek")->planned_status->code, ==, "leave");
  g_assert_cmpint (fixture_row (roster, "Björn Ek")->away_from, ==, FRAM_TIME_NONE);
}

static void
test_what_was_told_can_be_changed_removed_and_undone (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  FramAbsence leave = leave_of (f, f->amina, TODAY, "2026-11-13");
  g_autofree char *told = tell (f, &leave);
  g_autofree char *what = NULL;
  g_autoptr (GPtrArray) first = fram_desk_absences (f->desk, &leave.enrolment, f->today, f->today + 30, &error);
  g_autoptr (GPtrArray) second = NULL;
  g_autoptr (GPtrArray) third = NULL;
  g_autoptr (GPtrArray) fourth = NULL;
  FramAbsence *there = g_ptr_array_index (first, 0);

  g_assert_cmpuint (first->len, ==, 1);
  g_assert_cmpstr (there->told_by, ==, "participant");
  there->to = fram_test_date ("2026-11-27");
  g_free (tell (f, there));
  second = fram_desk_absences (f->desk, &leave.enrolment, f->today, f->today + 30, &error);
  g_assert_cmpuint (second->len, ==, 1);
  fram_assert_date (((FramAbsence *)g_ptr_array_index (second, 0))->to, "2026-11-27");
  g_assert_true (fram_desk_remove_absence (f->desk, &there->id, &what, &error));
  third = fram_desk_absences (f->desk, &leave.enrolment, f->today, f->today + 30, &error);
  g_assert_cmpuint (third->len, ==, 0);
  g_assert_true (fram_desk_undo (f->desk, NULL, &error));
  fourth = fram_desk_absences (f->desk, &leave.enrolment, f->today, f->today + 30, &error);
  g_assert_cmpuint (fourth->len, ==, 1);
  g_assert_no_error (error);
}

static void
assert_refused (Fixture *f, const FramAbsence *absence, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (fram_desk_save_absence (f->desk, absence, NULL, &error));
  g_assert_error (error, FRAM_ERROR, code);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
test_senseless_absences_are_refused (Fixture *f, gconstpointer unused)
{
  FramAbsence backwards = leave_of (f, f->amina, "2026-11-20", TODAY);
  FramAbsence far = leave_of (f, f->amina, TODAY, "2028-01-01");
  FramAbsence early = leave_of (f, f->amina, "2026-08-01", "2026-08-02");
  FramAbsence here = leave_of (f, f->amina, TODAY, TODAY);
  FramAbsence half = leave_of (f, f->amina, TODAY, TODAY);
  FramAbsence nonsense = leave_of (f, f->amina, TODAY, TODAY);

  here.status = (char *)"present";
  half.from_time = 600;
  nonsense.status = (char *)"asleep";
  assert_refused (f, &backwards, FRAM_ERROR_INVALID);
  assert_refused (f, &far, FRAM_ERROR_INVALID);
  assert_refused (f, &early, FRAM_ERROR_INVALID);
  assert_refused (f, &here, FRAM_ERROR_INVALID);
  assert_refused (f, &half, FRAM_ERROR_INVALID);
  assert_refused (f, &nonsense, FRAM_ERROR_NOT_FOUND);
}

static void
test_only_those_who_mark_write_down_absences (Fixture *f, gconstpointer unused)
{
  FramAbsence leave = leave_of (f, f->amina, TODAY, TODAY);
  g_autofree char *what = NULL;

  fixture_hire (f, "Per Wallin", FRAM_ROLE_ACTIVITY_LEADER, "snickeri");
  fixture_hire (f, "Olle Odlare", FRAM_ROLE_ACTIVITY_LEADER, "tradgard");
  fixture_hire (f, "Lena Ahmadi", FRAM_ROLE_MANAGER, NULL);
  fixture_hire (f, "Dragana Andersen", FRAM_ROLE_OCCUPATIONAL_THERAPIST, NULL);
  fixture_hire (f, "Stig Sökare", FRAM_ROLE_PLACE_FINDER, NULL);
  fixture_sit (f, "Olle Odlare");
  assert_refused (f, &leave, FRAM_ERROR_NOT_FOUND);
  fixture_sit (f, "Lena Ahmadi");
  assert_refused (f, &leave, FRAM_ERROR_DENIED);
  fixture_sit (f, "Dragana Andersen");
  assert_refused (f, &leave, FRAM_ERROR_DENIED);
  fixture_sit (f, "Stig Sökare");
  assert_refused (f, &leave, FRAM_ERROR_DENIED);
  fixture_sit (f, "Per Wallin");
  what = tell (f, &leave);
  g_assert_nonnull (what);
}

static void
protect (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  FramPersonEdit edit = { .given_name = "Amina",
                          .family_name = "Hassan",
                          .sex = "F",
                          .birth_date = fram_test_date ("1990-05-01"),
                          .enrolled = fram_test_date ("2026-09-01"),
                          .is_protected = TRUE };
  g_autoptr (FramPersonRow) person = fram_desk_find_person (f->desk, f->amina, &error);

  g_assert_true (fram_desk_edit_person (f->desk, &person->participant, &edit, &error));
  g_assert_no_error (error);
}

static void
test_protected_people_are_not_there_for_others (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  FramAbsence leave = leave_of (f, f->amina, TODAY, TODAY);
  g_autofree char *told = tell (f, &leave);
  g_autofree char *what = NULL;
  g_autoptr (FramRoster) roster = NULL;

  protect (f);
  fixture_hire (f, "Per Wallin", FRAM_ROLE_ACTIVITY_LEADER, "snickeri");
  fixture_sit (f, "Per Wallin");
  roster = fixture_roster (f, TODAY);
  for (guint i = 0; i < roster->rows->len; i++)
    {
      FramRosterRow *row = g_ptr_array_index (roster->rows, i);

      g_assert_true (row->kind != FRAM_ROSTER_BARE || row->planned_status == NULL);
    }
  g_assert_null (fram_desk_absences (f->desk, &leave.enrolment, f->today, f->today, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND);
  g_clear_error (&error);
  assert_refused (f, &leave, FRAM_ERROR_NOT_FOUND);
  g_assert_false (fram_desk_away_day (f->desk, &leave.enrolment, f->today, "sick", NULL, &what, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND);
}

static void
test_away_today_is_in_all_activities (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *what = NULL;
  FramUuid garden, amina = enrolment_of (f, f->amina);
  g_autoptr (FramRoster) here = NULL;
  g_autoptr (FramRoster) there = NULL;
  g_autoptr (FramRoster) undone = NULL;

  fixture_place (f, f->amina, "tradgard", "2026-10-01", "thu 13-15");
  g_assert_true (fram_desk_find_activity (f->desk, "tradgard", &garden, &error));
  here = fram_desk_away_today (f->desk, &f->snickeri, &amina, f->today, "sick", NULL, &what, &error);
  g_assert_no_error (error);
  there = fram_desk_roster (f->desk, &garden, f->today, &error);
  g_assert_cmpstr (what, ==, "Amina Hassan is marked as sick in 2 activities.");
  g_assert_cmpstr (fixture_row (here, "Amina Hassan")->status->code, ==, "sick");
  g_assert_cmpstr (fixture_row (there, "Amina Hassan")->status->code, ==, "sick");
  g_assert_null (fixture_row (here, "Björn Ek")->status);
  /* one step */
  g_assert_true (fram_desk_undo (f->desk, NULL, &error));
  undone = fram_desk_roster (f->desk, &garden, f->today, &error);
  g_assert_null (fixture_row (undone, "Amina Hassan")->status);
}

static void
test_away_today_tells_the_other_leader (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *what = NULL;
  FramUuid garden, amina = enrolment_of (f, f->amina);
  g_autoptr (FramRoster) here = NULL;
  g_autoptr (FramRoster) there = NULL;

  fixture_place (f, f->amina, "tradgard", "2026-10-01", "thu 13-15");
  g_assert_true (fram_desk_find_activity (f->desk, "tradgard", &garden, &error));
  fixture_hire (f, "Per Wallin", FRAM_ROLE_ACTIVITY_LEADER, "snickeri");
  fixture_hire (f, "Olle Odlare", FRAM_ROLE_ACTIVITY_LEADER, "tradgard");
  fixture_sit (f, "Per Wallin");
  here = fram_desk_away_today (f->desk, &f->snickeri, &amina, f->today, "absent_notified", "child ill", &what, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (what, ==, "Amina Hassan is marked as notified in 1 activity. Other rosters of the day show it.");
  g_assert_cmpstr (fixture_row (here, "Amina Hassan")->reason, ==, "child ill");
  fixture_sit (f, "Olle Odlare");
  there = fram_desk_roster (f->desk, &garden, f->today, &error);
  g_assert_null (fixture_row (there, "Amina Hassan")->status);
  g_assert_cmpstr (fixture_row (there, "Amina Hassan")->planned_status->code, ==, "absent_notified");
}

static void
test_who_is_here_is_not_sent_away (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *what = NULL;
  FramUuid garden, amina = enrolment_of (f, f->amina);
  g_autoptr (FramRoster) came = fixture_mark (f, TODAY, "Amina Hassan", "late", &error);
  g_autoptr (FramRoster) here = NULL;

  g_assert_false (fram_desk_away_day (f->desk, &amina, f->today, "sick", NULL, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
  g_clear_error (&error);
  fixture_place (f, f->amina, "tradgard", "2026-10-01", "thu 13-15");
  g_assert_true (fram_desk_find_activity (f->desk, "tradgard", &garden, &error));
  here = fram_desk_away_today (f->desk, &f->snickeri, &amina, f->today, "sick", NULL, &what, &error);
  g_assert_cmpstr (what, ==, "Amina Hassan is marked as sick in 1 activity.");
  g_assert_cmpstr (fixture_row (here, "Amina Hassan")->status->code, ==, "late");
}

static void
test_a_group_is_another_appointment_and_never_which (Fixture *f, gconstpointer unused)
{
  FramUuid group = fram_uuid_new (f->clock), kind = fram_uuid_derive_v ("group_kind", "redo", NULL);
  FramUuid amina = enrolment_of (f, f->amina);
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_ACTIVITY_GROUP, &group);
  g_autoptr (FramRecord) member = fram_record_new (FRAM_ENTITY_MEMBERSHIP, NULL);
  g_autoptr (FramRoster) today = NULL;
  g_autoptr (FramRoster) week_before = NULL;

  fram_record_set_ref (record, "group_kind", &kind);
  fram_record_set_text (record, "code", "REDO-01");
  fram_record_set_text (record, "rrule", "FREQ=WEEKLY;BYDAY=TH");
  fram_record_set_date (record, "first_day", fram_test_date (TODAY));
  fram_record_set_int (record, "starts", 13 * 60);
  fram_record_set_int (record, "minutes", 120);
  put (f, record);
  fram_record_set_ref (member, "activity_group", &group);
  fram_record_set_ref (member, "enrolment", &amina);
  fram_record_set_date (member, "from_day", fram_test_date ("2026-10-01"));
  put (f, member);
  today = fixture_roster (f, TODAY);
  week_before = fixture_roster (f, "2026-11-05");
  g_assert_cmpint (fixture_row (today, "Amina Hassan")->other_from, ==, 13 * 60);
  g_assert_cmpint (fixture_row (today, "Amina Hassan")->other_to, ==, 15 * 60);
  g_assert_cmpint (fixture_row (today, "Björn Ek")->other_from, ==, FRAM_TIME_NONE);
  g_assert_cmpint (fixture_row (week_before, "Amina Hassan")->other_from, ==, FRAM_TIME_NONE);
}

static void
test_a_booking_within_the_plan_is_told_first (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramPersonRow) amina = fram_desk_find_person (f->desk, f->amina, &error);
  static const int starts[] = { 8 * 60, 10 * 60, 11 * 60 };
  static const char *const status[] = { "bokat", "avbokat", "bokat" };
  g_autoptr (FramRoster) roster = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_BOOKING, NULL);

      fram_record_set_ref (record, "participant", &amina->participant);
      fram_record_set_text (record, "kind", "uppfoljning");
      fram_record_set_date (record, "day", f->today);
      fram_record_set_int (record, "starts", starts[i]);
      fram_record_set_int (record, "minutes", 45);
      fram_record_set_text (record, "status", status[i]);
      put (f, record);
    }
  roster = fixture_roster (f, TODAY);
  g_assert_cmpint (fixture_row (roster, "Amina Hassan")->other_from, ==, 11 * 60);
  g_assert_cmpint (fixture_row (roster, "Amina Hassan")->other_to, ==, 11 * 60 + 45);
}

static void
test_alerts_and_welcome_back (Fixture *f, gconstpointer unused)
{
  static const char *const days[] = { "2026-10-15", "2026-10-22", "2026-10-29", "2026-11-05" };
  static const gboolean alerts[] = { FALSE, TRUE, TRUE, FALSE };
  g_autoptr (GError) error = NULL;
  g_autoptr (FramRoster) unmarked = NULL;
  g_autoptr (FramRoster) fifth = NULL;
  g_autoptr (FramRoster) came = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (FramRoster) marked = fixture_mark (f, days[i], "Amina Hassan", "absent_unnotified", &error);

      g_assert_no_error (error);
      g_assert_cmpint (fixture_row (marked, "Amina Hassan")->streak_alert, ==, alerts[i]);
      g_assert_cmpint (fixture_row (marked, "Amina Hassan")->streak_shown, ==, i > 0); /* the fourth is told too */
      g_assert_false (fixture_row (marked, "Amina Hassan")->returns);
    }
  unmarked = fixture_roster (f, TODAY);
  g_assert_true (fixture_row (unmarked, "Amina Hassan")->returns);
  g_assert_false (fixture_row (unmarked, "Björn Ek")->returns);
  fifth = fixture_mark (f, TODAY, "Amina Hassan", "absent_unnotified", &error);
  g_assert_cmpuint (fixture_row (fifth, "Amina Hassan")->unnotified_in_a_row, ==, 5);
  g_assert_true (fixture_row (fifth, "Amina Hassan")->streak_alert);
  came = fixture_mark (f, TODAY, "Amina Hassan", "present", &error);
  g_assert_true (fixture_row (came, "Amina Hassan")->returns);
  g_assert_false (fixture_row (came, "Amina Hassan")->streak_alert);
}

static void
test_a_correction_after_seven_days_needs_a_reason (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  FramUuid amina = enrolment_of (f, f->amina);
  FramMarkEdit edit = { .fields = FRAM_MARK_STATUS, .status = "present", .reason = " " };
  FramDate old = fram_test_date ("2026-10-29");
  g_autoptr (FramRoster) week_ago = NULL;
  g_autoptr (FramRoster) marked = NULL;
  g_autoptr (GPtrArray) steps = NULL;

  fixture_hire (f, "Per Wallin", FRAM_ROLE_ACTIVITY_LEADER, "snickeri");
  fixture_sit (f, "Per Wallin");
  g_assert_null (fram_desk_mark (f->desk, &f->snickeri, old, 0, &amina, 1, &edit, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
  g_clear_error (&error);
  week_ago = fram_desk_mark (f->desk, &f->snickeri, fram_test_date ("2026-11-05"), 0, &amina, 1, &edit, NULL, &error);
  g_assert_no_error (error);
  edit.reason = "found the paper list";
  marked = fram_desk_mark (f->desk, &f->snickeri, old, 0, &amina, 1, &edit, NULL, &error);
  g_assert_no_error (error);
  steps = fram_desk_mark_history (f->desk, &amina, &f->snickeri, old, 0, &error);
  g_assert_cmpstr (((const FramMarkStep *)g_ptr_array_index (steps, 0))->reason, ==, "found the paper list");
}

static FramRosterRow *
half (const FramRoster *roster, const char *name, int part)
{
  for (guint i = 0; i < roster->rows->len; i++)
    {
      FramRosterRow *row = g_ptr_array_index (roster->rows, i);

      if (g_strcmp0 (row->name, name) == 0 && row->part == part)
        return row;
    }
  return NULL;
}

static void
test_a_split_day_is_two_rows_and_one_person (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *what = NULL;
  g_autofree char *carlos = fixture_add (f, "Carlos", "Molina");
  FramUuid id;
  FramMarkEdit sick = { .fields = FRAM_MARK_STATUS, .status = "sick" };
  g_autoptr (FramRoster) marked = NULL;
  g_autoptr (FramRoster) split = NULL;
  g_autoptr (FramRoster) both = NULL;

  fixture_place (f, carlos, "snickeri", "2026-10-01", "thu 10-15");
  id = enrolment_of (f, carlos);
  marked = fixture_mark (f, TODAY, "Carlos Molina", "present", &error);
  split = fram_desk_split_day (f->desk, &f->snickeri, &id, f->today, TRUE, &what, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (what, ==, "The day of Carlos Molina is split at noon.");
  g_assert_cmpint (half (split, "Carlos Molina", 1)->planned_to, ==, 12 * 60);
  g_assert_cmpint (half (split, "Carlos Molina", 2)->planned_minutes, ==, 180);
  g_assert_cmpstr (half (split, "Carlos Molina", 1)->status->code, ==, "present");
  g_assert_cmpint (half (split, "Carlos Molina", 1)->attended_minutes, ==, 120);
  g_assert_null (half (split, "Carlos Molina", 2)->status);
  g_assert_cmpint (split->totals.expected, ==, 3);
  g_assert_cmpint (split->totals.unmarked, ==, 3);
  g_assert_cmpint (split->totals.planned_minutes, ==, marked->totals.planned_minutes);
  both = fram_desk_mark (f->desk, &f->snickeri, f->today, 2, &id, 1, &sick, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (both->totals.expected, ==, 3);
  g_assert_cmpint (both->totals.unmarked, ==, 2);
  g_assert_cmpstr (half (both, "Carlos Molina", 2)->status->code, ==, "sick");
}

static void
test_halves_that_nobody_marked_stay_split_and_join_again (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *carlos = fixture_add (f, "Carlos", "Molina");
  FramMarkEdit present = { .fields = FRAM_MARK_STATUS, .status = "present" };
  FramMarkEdit sick = { .fields = FRAM_MARK_STATUS, .status = "sick" };
  FramMarkEdit clear = { .fields = FRAM_MARK_STATUS };
  FramUuid id;
  g_autoptr (FramRoster) split = NULL;
  g_autoptr (FramRoster) again = NULL;
  g_autoptr (FramRoster) first = NULL;
  g_autoptr (FramRoster) second = NULL;
  g_autoptr (FramRoster) cleared = NULL;
  g_autoptr (FramRoster) joined = NULL;

  fixture_place (f, carlos, "snickeri", "2026-10-01", "thu 10-15");
  id = enrolment_of (f, carlos);
  split = fram_desk_split_day (f->desk, &f->snickeri, &id, f->today, TRUE, NULL, &error);
  fixture_reopen (f);
  again = fixture_roster (f, TODAY);
  g_assert_nonnull (half (again, "Carlos Molina", 2));
  g_assert_null (half (again, "Carlos Molina", 2)->status);
  first = fram_desk_mark (f->desk, &f->snickeri, f->today, 1, &id, 1, &present, NULL, &error);
  second = fram_desk_mark (f->desk, &f->snickeri, f->today, 2, &id, 1, &sick, NULL, &error);
  g_assert_null (fram_desk_split_day (f->desk, &f->snickeri, &id, f->today, FALSE, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
  g_clear_error (&error);
  cleared = fram_desk_mark (f->desk, &f->snickeri, f->today, 2, &id, 1, &clear, NULL, &error);
  g_assert_nonnull (half (cleared, "Carlos Molina", 2));
  joined = fram_desk_split_day (f->desk, &f->snickeri, &id, f->today, FALSE, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (half (joined, "Carlos Molina", 1));
  g_assert_cmpstr (half (joined, "Carlos Molina", 0)->status->code, ==, "present");
  g_assert_cmpint (half (joined, "Carlos Molina", 0)->attended_minutes, ==, 300);
}

static void
test_a_morning_is_not_split (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  FramUuid id = enrolment_of (f, f->amina);

  g_assert_null (fram_desk_split_day (f->desk, &f->snickeri, &id, f->today, TRUE, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==,
                   "Amina Hassan is planned before noon only; write when the person came and left instead.");
}

static void
test_marking_a_half_splits_the_day (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *carlos = fixture_add (f, "Carlos", "Molina");
  FramMarkEdit sick = { .fields = FRAM_MARK_STATUS, .status = "sick" };
  FramUuid id;
  g_autoptr (FramRoster) whole = NULL;
  g_autoptr (FramRoster) after = NULL;
  g_autoptr (FramRoster) all = NULL;

  fixture_place (f, carlos, "snickeri", "2026-10-01", "thu 10-15");
  id = enrolment_of (f, carlos);
  whole = fixture_mark (f, TODAY, "Carlos Molina", "present", &error);
  after = fram_desk_mark (f->desk, &f->snickeri, f->today, 2, &id, 1, &sick, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (half (after, "Carlos Molina", 1)->status->code, ==, "present");
  g_assert_cmpstr (half (after, "Carlos Molina", 2)->status->code, ==, "sick");
  g_assert_true (fram_desk_undo (f->desk, NULL, &error));
  all = fixture_roster (f, TODAY);
  g_assert_cmpstr (half (all, "Carlos Molina", 0)->status->code, ==, "present");
}

/* The day that everybody looks at first shows what a roster can tell. */
static void
test_the_demonstration_shows_every_hint (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (f->directory, "demo.db", NULL);
  FramDemoOptions options = FRAM_DEMO_DEFAULTS;
  g_autoptr (FramDesk) demo = NULL;
  g_autoptr (FramRoster) roster = NULL;
  guint first = 0, last = 0, hours = 0, returns = 0, alert = 0, told = 0, away = 0, other = 0;

  options.until = f->today;
  demo = fram_desk_create_demo (path, f->clock, &options, NULL, NULL, &error);
  g_assert_no_error (error);
  roster = fram_desk_roster (demo, &f->snickeri, f->today, &error);
  for (guint i = 0; i < roster->rows->len; i++)
    {
      const FramRosterRow *row = g_ptr_array_index (roster->rows, i);

      first += row->first_day && row->first_day_card != NULL && g_strv_length (row->first_day_card) == 3;
      last += row->last_day_here;
      hours += row->hours_changed;
      returns += row->returns;
      alert += row->streak_alert && row->unnotified_in_a_row == 3;
      told += row->planned_status != NULL;
      away += row->away_from != FRAM_TIME_NONE;
      other +=
          row->other_from != FRAM_TIME_NONE && row->other_from < row->planned_to && row->other_to > row->planned_from;
    }
  g_assert_cmpuint (first, ==, 1);
  g_assert_cmpuint (last, ==, 1);
  g_assert_cmpuint (hours, ==, 1);
  g_assert_cmpuint (returns, >=, 1);
  g_assert_cmpuint (alert, ==, 1);
  g_assert_cmpuint (told, >=, 1);
  g_assert_cmpuint (away, ==, 1);
  g_assert_cmpuint (other, >=, 1);
  g_clear_object (&demo);
  g_unlink (path);
}

/* Tuesday is no day of Amina's: whoever comes all the same is marked as a visitor of the whole day. */
static void
test_a_day_without_plan_has_no_halves (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  FramUuid id = enrolment_of (f, f->amina);
  FramMarkEdit present = { .fields = FRAM_MARK_STATUS, .status = "present" };
  FramDate tuesday = fram_test_date ("2026-11-10");
  g_autoptr (FramRoster) whole = NULL;

  g_assert_null (fram_desk_mark (f->desk, &f->snickeri, tuesday, 1, &id, 1, &present, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND);
  g_clear_error (&error);
  whole = fram_desk_mark (f->desk, &f->snickeri, tuesday, 0, &id, 1, &present, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_row (whole, "Amina Hassan")->kind, ==, FRAM_ROSTER_VISITOR);
}

#define ADD(name, func) g_test_add ("/desk/absence/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  ADD ("what-was-told-stands-on-the-roster", test_what_was_told_stands_on_the_roster);
  ADD ("any-mark-overrides-what-was-told", test_any_mark_overrides_what_was_told);
  ADD ("the-rest-leaves-who-has-told", test_the_rest_leaves_who_has_told);
  ADD ("hours-away-cover-a-plan-or-not", test_hours_away_cover_a_plan_or_not);
  ADD ("what-was-told-can-be-changed-removed-and-undone", test_what_was_told_can_be_changed_removed_and_undone);
  ADD ("senseless-absences-are-refused", test_senseless_absences_are_refused);
  ADD ("only-those-who-mark-write-down-absences", test_only_those_who_mark_write_down_absences);
  ADD ("protected-people-are-not-there-for-others", test_protected_people_are_not_there_for_others);
  ADD ("away-today-is-in-all-activities", test_away_today_is_in_all_activities);
  ADD ("away-today-tells-the-other-leader", test_away_today_tells_the_other_leader);
  ADD ("who-is-here-is-not-sent-away", test_who_is_here_is_not_sent_away);
  ADD ("a-group-is-another-appointment-and-never-which", test_a_group_is_another_appointment_and_never_which);
  ADD ("a-booking-within-the-plan-is-told-first", test_a_booking_within_the_plan_is_told_first);
  ADD ("alerts-and-welcome-back", test_alerts_and_welcome_back);
  ADD ("a-correction-after-seven-days-needs-a-reason", test_a_correction_after_seven_days_needs_a_reason);
  ADD ("a-split-day-is-two-rows-and-one-person", test_a_split_day_is_two_rows_and_one_person);
  ADD ("halves-that-nobody-marked-stay-split-and-join-again", test_halves_that_nobody_marked_stay_split_and_join_again);
  ADD ("a-morning-is-not-split", test_a_morning_is_not_split);
  ADD ("a-day-without-plan-has-no-halves", test_a_day_without_plan_has_no_halves);
  ADD ("marking-a-half-splits-the-day", test_marking_a_half_splits_the_day);
  ADD ("the-demonstration-shows-every-hint", test_the_demonstration_shows_every_hint);
  return g_test_run ();
}
