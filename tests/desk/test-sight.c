#include "desk-fixture.h"

#include "fram-desk-private.h"

#include <glib/gstdio.h>

/* What a roster, a history and an answer that comes late may tell whom (DATA.md, "Who sees which class"). */

#define TODAY "2026-11-12"

static void
place_until (Fixture *f, const char *case_no, const char *from, const char *to)
{
  g_autoptr (GError) error = NULL;

  fram_desk_place (f->desk, case_no, "snickeri", fram_test_date (from), fram_test_date (to), "thu 09-12", &error);
  g_assert_no_error (error);
}

static gboolean
is_on_roster (Fixture *f, const char *day, const char *name)
{
  g_autoptr (FramRoster) roster = fixture_roster (f, day);

  return fixture_row (roster, name) != NULL;
}

/* Own: while it lasts, thirty days back and seven forward from today, whatever day is looked at. */
static void
test_an_old_roster_shows_ones_own_only (Fixture *f, gconstpointer unused)
{
  g_autofree char *long_gone = fixture_add (f, "Carlos", "Molina");
  g_autofree char *just_gone = fixture_add (f, "Dina", "Roth");
  g_autofree char *to_come = fixture_add (f, "Emil", "Bring");

  place_until (f, long_gone, "2026-09-03", "2026-10-12");
  place_until (f, just_gone, "2026-09-03", "2026-10-13");
  place_until (f, to_come, "2026-11-20", "2026-12-31");
  fixture_hire (f, "Per Wallin", FRAM_ROLE_ACTIVITY_LEADER, "snickeri");
  fixture_hire (f, "Maria Manager", FRAM_ROLE_MANAGER, NULL);
  fixture_sit (f, "Per Wallin");
  g_assert_false (is_on_roster (f, "2026-10-08", "Carlos Molina"));
  g_assert_true (is_on_roster (f, "2026-10-08", "Dina Roth"));
  g_assert_true (is_on_roster (f, "2026-10-08", "Amina Hassan"));
  g_assert_false (is_on_roster (f, "2026-11-26", "Emil Bring"));
  fixture_sit (f, "Maria Manager");
  g_assert_true (is_on_roster (f, "2026-10-08", "Carlos Molina"));
  g_assert_true (is_on_roster (f, "2026-11-26", "Emil Bring"));
}

static void
import_adaptation (Fixture *f)
{
  g_autofree char *file = g_build_filename (f->directory, "adaptations.csv", NULL);
  g_autofree char *text = g_strdup_printf ("case_id,area,need,measure,status,review_date\r\n"
                                           "%s,arbetsmiljo,Känslig för buller,Hörselskydd,genomford,2026-12-01\r\n",
                                           f->amina);
  g_autoptr (FramProblems) problems = fram_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (FramImportResult) result = NULL;

  g_assert_true (g_file_set_contents (file, text, -1, NULL));
  result = fram_desk_import (f->desk, file, FALSE, problems, NULL, NULL, &error);
  g_assert_no_error (error);
  g_remove (file);
}

static guint
count_lines (Fixture *f, const char *who)
{
  g_autoptr (FramRoster) roster = NULL;

  fixture_sit (f, who);
  roster = fixture_roster (f, TODAY);
  return g_strv_length (fixture_row (roster, "Amina Hassan")->instructions);
}

/* What to do for somebody is class instruct: not the manager's, and the case worker's for own people only. */
static void
test_lines_are_for_those_who_instruct (Fixture *f, gconstpointer unused)
{
  import_adaptation (f);
  fixture_hire (f, "Per Wallin", FRAM_ROLE_ACTIVITY_LEADER, "snickeri");
  fixture_hire (f, "Olga Arbets", FRAM_ROLE_OCCUPATIONAL_THERAPIST, NULL);
  fixture_hire (f, "Maria Manager", FRAM_ROLE_MANAGER, NULL);
  fixture_hire (f, "Carin Handl", FRAM_ROLE_CASE_WORKER, NULL);
  g_assert_cmpuint (count_lines (f, "Per Wallin"), ==, 1);
  g_assert_cmpuint (count_lines (f, "Olga Arbets"), ==, 1);
  g_assert_cmpuint (count_lines (f, "Maria Manager"), ==, 0);
  g_assert_cmpuint (count_lines (f, "Carin Handl"), ==, 0);
}

static void
test_history_of_the_protected_is_refused (Fixture *f, gconstpointer unused)
{
  FramPersonEdit edit = { .given_name = "Mona",
                          .family_name = "Tell",
                          .enrolled = fram_test_date ("2026-09-01"),
                          .birth_date = FRAM_DATE_NONE,
                          .is_protected = TRUE };
  g_autofree char *case_no = fram_desk_add_person (f->desk, &edit, NULL);
  g_autoptr (FramRoster) marked = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GError) error = NULL;
  FramUuid enrolment;

  fixture_place (f, case_no, "snickeri", "2026-10-01", "thu 09-12");
  marked = fixture_mark (f, TODAY, "M. T.", "sick", &error);
  g_assert_no_error (error);
  enrolment = fixture_row (marked, "M. T.")->enrolment;
  steps = fram_desk_mark_history (f->desk, &enrolment, &f->snickeri, f->today, 0, &error);
  g_assert_cmpuint (steps->len, ==, 1);
  fixture_hire (f, "Per Wallin", FRAM_ROLE_ACTIVITY_LEADER, "snickeri");
  fixture_sit (f, "Per Wallin");
  g_assert_null (fram_desk_mark_history (f->desk, &enrolment, &f->snickeri, f->today, 0, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_DENIED);
}

/* Somebody who has left sees nothing more, in a program that is open too. */
static void
test_who_has_left_sees_nothing (Fixture *f, gconstpointer unused)
{
  g_autoptr (FramStaff) staff = fram_staff_new ();
  FramPeopleQuery query = { 0 };
  g_autoptr (GError) error = NULL;

  staff->id = fixture_hire (f, "Anna Admin", FRAM_ROLE_ADMINISTRATOR, NULL);
  fixture_hire (f, "Bo Admin", FRAM_ROLE_ADMINISTRATOR, NULL);
  fixture_sit (f, "Anna Admin");
  staff->name = g_strdup ("Anna Admin");
  staff->active = FALSE;
  fram_staff_add_role (staff, FRAM_ROLE_ADMINISTRATOR, NULL, NULL);
  fram_desk_save_staff (f->desk, staff, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (fram_desk_people (f->desk, &query, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_DENIED);
}

static gpointer
sit_per (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  fram_desk_sit_down_as (desk, "Per Wallin", error);
  return NULL;
}

static void
on_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **)data = g_object_ref (result);
}

/* What one person asked for is not written in the name of the next. */
static void
test_a_mark_is_never_another_persons (Fixture *f, gconstpointer unused)
{
  FramMarkEdit edit = { .fields = FRAM_MARK_STATUS, .status = "present" };
  g_autoptr (FramRoster) before = fixture_roster (f, TODAY);
  g_autoptr (FramRoster) after = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fixture_hire (f, "Per Wallin", FRAM_ROLE_ACTIVITY_LEADER, "snickeri");
  fixture_hire (f, "Eva Lind", FRAM_ROLE_ACTIVITY_LEADER, "snickeri");
  fixture_sit (f, "Eva Lind");
  {
    /* both are asked before either is done */
    FRAM_DESK_LOCKED (f->desk);
    fram_desk_run_async (f->desk, sit_per, NULL, NULL, NULL, NULL, NULL, NULL);
    fram_desk_mark_async (f->desk, &f->snickeri, f->today, 0, &fixture_row (before, "Amina Hassan")->enrolment, 1,
                          &edit, on_done_cb, &result);
  }
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (fram_desk_mark_finish (f->desk, result, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_DENIED);
  after = fixture_roster (f, TODAY);
  g_assert_null (fixture_row (after, "Amina Hassan")->status);
}

/* A file that was taken away still takes what is written; nobody would find it again. */
static void
test_nothing_is_saved_in_a_file_that_is_gone (Fixture *f, gconstpointer unused)
{
  g_autofree char *aside = g_strconcat (f->path, ".aside", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (FramRoster) after = NULL;

  g_assert_cmpint (g_rename (f->path, aside), ==, 0);
  g_assert_null (fixture_mark (f, TODAY, "Amina Hassan", "present", &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_NO_REGISTER);
  after = fixture_roster (f, TODAY);
  g_assert_null (fixture_row (after, "Amina Hassan")->status);
  g_assert_cmpint (g_rename (aside, f->path), ==, 0);
}

#define ADD(name, func) g_test_add ("/desk/sight/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  ADD ("an-old-roster-shows-ones-own-only", test_an_old_roster_shows_ones_own_only);
  ADD ("lines-are-for-those-who-instruct", test_lines_are_for_those_who_instruct);
  ADD ("history-of-the-protected-is-refused", test_history_of_the_protected_is_refused);
  ADD ("who-has-left-sees-nothing", test_who_has_left_sees_nothing);
  ADD ("a-mark-is-never-another-persons", test_a_mark_is_never_another_persons);
  ADD ("nothing-is-saved-in-a-file-that-is-gone", test_nothing_is_saved_in_a_file_that_is_gone);
  return g_test_run ();
}
