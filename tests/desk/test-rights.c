#include "desk-fixture.h"

/* Who sees and marks what, by role (DATA.md, "Who sees which class"). */

#define TODAY "2026-11-12"

static guint
count_people (Fixture *f)
{
  FramPeopleQuery query = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = fram_desk_people (f->desk, &query, &error);

  g_assert_no_error (error);
  return rows->len;
}

static void
test_leader_has_the_own_workshop_only (Fixture *f, gconstpointer unused)
{
  g_autofree char *other = fixture_add (f, "Carlos", "Molina");
  g_autoptr (GError) error = NULL;
  g_autoptr (FramRoster) own = NULL;
  g_autoptr (GPtrArray) activities = NULL;
  FramUuid kitchen;

  fixture_place (f, other, "kok_bageri", "2026-10-01", "thu 09-12");
  fixture_hire (f, "Per Wallin", FRAM_ROLE_ACTIVITY_LEADER, "snickeri");
  g_assert_true (fram_desk_find_activity (f->desk, "kok_bageri", &kitchen, &error));
  fixture_sit (f, "Per Wallin");
  own = fixture_mark (f, TODAY, "Amina Hassan", "present", &error);
  g_assert_no_error (error);
  g_assert_null (fram_desk_roster (f->desk, &kitchen, f->today, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_DENIED);
  activities = fram_desk_activities (f->desk, f->today, NULL);
  g_assert_cmpuint (activities->len, ==, 1);
  g_assert_cmpuint (count_people (f), ==, 2);
}

static void
test_manager_reads_and_does_not_mark (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramRoster) roster = NULL;

  fixture_hire (f, "Maria Manager", FRAM_ROLE_MANAGER, NULL);
  fixture_sit (f, "Maria Manager");
  roster = fixture_roster (f, TODAY);
  g_assert_false (roster->may_mark);
  g_assert_nonnull (roster->refusal);
  g_assert_null (fixture_mark (f, TODAY, "Amina Hassan", "present", &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_DENIED);
}

static void
test_place_finder_has_no_roster (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  fixture_hire (f, "Petra Plats", FRAM_ROLE_PLACE_FINDER, NULL);
  fixture_sit (f, "Petra Plats");
  g_assert_null (fram_desk_roster (f->desk, &f->snickeri, f->today, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_DENIED);
  g_assert_cmpuint (count_people (f), ==, 2);
}

static void
test_case_worker_sees_all_and_intake_of_own (Fixture *f, gconstpointer unused)
{
  FramPeopleQuery query = { 0 };
  g_autofree char *own = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  fixture_hire (f, "Carin Handl", FRAM_ROLE_CASE_WORKER, NULL);
  fixture_sit (f, "Carin Handl");
  own = fixture_add (f, "Zeinab", "Karim");
  rows = fram_desk_people (f->desk, &query, NULL);
  g_assert_cmpuint (rows->len, ==, 3);
  for (guint i = 0; i < rows->len; i++)
    {
      const FramPersonRow *row = g_ptr_array_index (rows, i);

      /* who referred a person is class intake: only of one's own */
      g_assert_cmpstr (row->organisation, ==, g_strcmp0 (row->case_no, own) == 0 ? "AF" : NULL);
    }
}

static void
test_nobody_without_a_role (Fixture *f, gconstpointer unused)
{
  g_autoptr (FramStaff) staff = fram_staff_new ();
  FramPeopleQuery query = { 0 };
  g_autoptr (GError) error = NULL;

  staff->name = g_strdup ("Nils Ny");
  g_assert_true (fram_desk_save_staff (f->desk, staff, NULL, &error));
  fixture_sit (f, "Nils Ny");
  g_assert_null (fram_desk_people (f->desk, &query, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_DENIED);
}

static void
test_protected_stay_protected (Fixture *f, gconstpointer unused)
{
  FramPersonEdit edit = { .given_name = "Mona",
                          .family_name = "Tell",
                          .enrolled = fram_test_date ("2026-09-01"),
                          .birth_date = fram_test_date ("1985-02-03"),
                          .is_protected = TRUE };
  FramPeopleQuery query = { .search = "Mona" };
  g_autofree char *case_no = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FramRoster) leader = NULL;
  g_autoptr (FramRoster) named = NULL;
  g_autoptr (GPtrArray) unnamed_search = NULL;
  g_autoptr (GPtrArray) named_search = NULL;
  const FramPersonRow *row;

  fixture_hire (f, "Per Wallin", FRAM_ROLE_ACTIVITY_LEADER, "snickeri");
  fixture_hire (f, "Carin Handl", FRAM_ROLE_CASE_WORKER, NULL);
  fixture_sit (f, "Carin Handl");
  case_no = fram_desk_add_person (f->desk, &edit, &error);
  g_assert_no_error (error);
  fixture_place (f, case_no, "snickeri", "2026-10-01", "thu 09-12");
  named = fixture_roster (f, TODAY);
  g_assert_nonnull (fixture_row (named, "M. T."));
  named_search = fram_desk_people (f->desk, &query, NULL);
  row = g_ptr_array_index (named_search, 0);
  g_assert_cmpstr (row->name, ==, "M. T.");
  g_assert_null (row->family_name);

  fixture_sit (f, "Per Wallin");
  leader = fixture_roster (f, TODAY);
  g_assert_null (fixture_row (leader, "M. T."));
  g_assert_cmpint (fixture_row (leader, "Protected")->kind, ==, FRAM_ROSTER_BARE);
  g_assert_null (fixture_row (leader, "Protected")->case_no);
  g_assert_cmpint (leader->totals.expected, ==, 2);
  unnamed_search = fram_desk_people (f->desk, &query, NULL);
  g_assert_cmpuint (unnamed_search->len, ==, 0);
}

static void
test_the_last_administrator_stays (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramStaff) staff = fram_staff_new ();

  staff->id = fixture_hire (f, "Anna Admin", FRAM_ROLE_ADMINISTRATOR, NULL);
  staff->name = g_strdup ("Anna Admin");
  fram_staff_add_role (staff, FRAM_ROLE_MANAGER, NULL, NULL);
  fixture_sit (f, "Anna Admin");
  g_assert_false (fram_desk_save_staff (f->desk, staff, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
}

static void
test_a_role_taken_away_is_gone_at_once (Fixture *f, gconstpointer unused)
{
  g_autoptr (FramStaff) staff = fram_staff_new ();
  g_autoptr (GError) error = NULL;

  staff->id = fixture_hire (f, "Per Wallin", FRAM_ROLE_ACTIVITY_LEADER, "snickeri");
  staff->name = g_strdup ("Per Wallin");
  fram_staff_add_role (staff, FRAM_ROLE_ACTIVITY_LEADER, "tradgard", NULL);
  g_assert_true (fram_desk_save_staff (f->desk, staff, NULL, &error));
  fixture_sit (f, "Per Wallin");
  g_assert_null (fram_desk_roster (f->desk, &f->snickeri, f->today, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_DENIED);
}

static void
test_reading_is_logged (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramPersonRow) person = fram_desk_find_person (f->desk, f->amina, &error);
  g_autoptr (GPtrArray) lines = fram_desk_log (f->desk, f->amina, 0, &error);
  gboolean opened = FALSE;

  g_assert_no_error (error);
  for (guint i = 0; i < lines->len; i++)
    opened = opened || g_strcmp0 (((const FramLogLine *)g_ptr_array_index (lines, i))->act, "opened") == 0;
  g_assert_true (opened);
}

static guint
count_acts (GPtrArray *lines, const char *act)
{
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    n += g_strcmp0 (((const FramLogLine *)g_ptr_array_index (lines, i))->act, act) == 0;
  return n;
}

static void
test_reading_a_list_is_logged_once_per_look (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  g_assert_cmpuint (count_people (f), ==, 2);
  g_assert_cmpuint (count_people (f), ==, 2);
  lines = fram_desk_log (f->desk, NULL, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_acts (lines, "listed"), ==, 1);
}

static void
test_only_the_owner_exports_everything (Fixture *f, gconstpointer unused)
{
  g_autofree char *directory = g_build_filename (f->directory, "out", NULL);
  g_autoptr (GError) error = NULL;

  fixture_hire (f, "Anna Admin", FRAM_ROLE_ADMINISTRATOR, NULL);
  fixture_sit (f, "Anna Admin");
  g_assert_false (fram_desk_export (f->desk, directory, NULL, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_DENIED);
  g_assert_false (g_file_test (directory, G_FILE_TEST_EXISTS));
}

#define ADD(name, func) g_test_add ("/desk/rights/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  ADD ("leader-has-the-own-workshop-only", test_leader_has_the_own_workshop_only);
  ADD ("manager-reads-and-does-not-mark", test_manager_reads_and_does_not_mark);
  ADD ("place-finder-has-no-roster", test_place_finder_has_no_roster);
  ADD ("case-worker-sees-all-and-intake-of-own", test_case_worker_sees_all_and_intake_of_own);
  ADD ("nobody-without-a-role", test_nobody_without_a_role);
  ADD ("protected-stay-protected", test_protected_stay_protected);
  ADD ("the-last-administrator-stays", test_the_last_administrator_stays);
  ADD ("a-role-taken-away-is-gone-at-once", test_a_role_taken_away_is_gone_at_once);
  ADD ("reading-is-logged", test_reading_is_logged);
  ADD ("reading-a-list-is-logged-once-per-look", test_reading_a_list_is_logged_once_per_look);
  ADD ("only-the-owner-exports-everything", test_only_the_owner_exports_everything);
  return g_test_run ();
}
