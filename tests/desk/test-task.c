#include "desk-fixture.h"

#include "fram-changes.h"
#include "fram-desk-task.h"

/* What is asked of a case worker: by whom, for whom, seen and done (UX.md, "Activity leader"). */

#define TODAY "2026-11-12"

typedef struct
{
  Fixture base;
  FramUuid rebecka;
  FramUuid per;
  char *carlos; /* Rebecka's, in Snickeri on Thursdays */
  FramUuid enrolment;
} House;

static void
set_up (House *h, gconstpointer unused)
{
  Fixture *f = &h->base;
  g_autoptr (FramRoster) roster = NULL;

  fixture_set_up (f, NULL);
  h->rebecka = fixture_hire (f, "Rebecka Memic", FRAM_ROLE_CASE_WORKER, NULL);
  h->per = fixture_hire (f, "Per Wallin", FRAM_ROLE_ACTIVITY_LEADER, "snickeri");
  fixture_hire (f, "Olle Odlare", FRAM_ROLE_ACTIVITY_LEADER, "tradgard");
  fixture_hire (f, "Lena Ahmadi", FRAM_ROLE_MANAGER, NULL);
  fixture_hire (f, "Dragana Berg", FRAM_ROLE_CASE_WORKER, NULL);
  fixture_sit (f, "Rebecka Memic");
  h->carlos = fixture_add (f, "Carlos", "Molina");
  fixture_place (f, h->carlos, "snickeri", "2026-10-01", "thu 09-12");
  roster = fixture_roster (f, TODAY);
  h->enrolment = fixture_row (roster, "Carlos Molina")->enrolment;
  fixture_sit (f, "Per Wallin");
}

static void
tear_down (House *h, gconstpointer unused)
{
  g_free (h->carlos);
  fixture_tear_down (&h->base, NULL);
}

static char *
ask (House *h, FramTaskKind kind)
{
  g_autoptr (GError) error = NULL;
  char *what = NULL;

  g_assert_true (fram_desk_ask_case_worker (h->base.desk, &h->enrolment, &h->base.snickeri, kind, NULL, &what, &error));
  g_assert_no_error (error);
  return what;
}

static GPtrArray *
tasks_of (House *h, const char *who)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *tasks;

  if (who != NULL)
    fixture_sit (&h->base, who);
  tasks = fram_desk_tasks (h->base.desk, &error);
  g_assert_no_error (error);
  return tasks;
}

static const FramTask *
nth (const GPtrArray *tasks, guint i)
{
  g_assert_cmpuint (tasks->len, >, i);
  return g_ptr_array_index (tasks, i);
}

/* What no page offers yet: a role as somebody's deputy. */
static void
make_deputy (House *h, const char *name, const FramUuid *of, const char *from, const char *to)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramDb) db = fram_db_open (h->base.path, h->base.clock, &error);
  g_autoptr (FramViewer) system = fram_viewer_new_system (h->base.today);
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_ROLE_GRANT, NULL);
  g_autoptr (FramChanges) changes = NULL;
  g_autoptr (FramViewer) viewer = NULL;

  fixture_sit (&h->base, name);
  viewer = fram_desk_dup_viewer (h->base.desk);
  fram_record_set_ref (record, "staff", &viewer->id);
  fram_record_set_text (record, "role", "case_worker");
  fram_record_set_ref (record, "deputy_for", of);
  fram_record_set_date (record, "from_day", fram_test_date (from));
  fram_record_set_date (record, "to_day", fram_test_date (to));
  changes = fram_changes_begin (db, system, "staff", NULL, &error);
  g_assert_cmpint (fram_changes_insert (changes, record, &error), ==, FRAM_WRITTEN_ADDED);
  g_assert_true (fram_changes_commit (changes, NULL, &error));
  g_assert_no_error (error);
}

static void
leave_work (House *h, const FramUuid *who)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramDb) db = fram_db_open (h->base.path, h->base.clock, &error);
  g_autoptr (FramViewer) system = fram_viewer_new_system (h->base.today);
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_STAFF, who);
  g_autoptr (FramChanges) changes = fram_changes_begin (db, system, "staff", NULL, &error);
  const char *const columns[] = { "active", NULL };

  fram_record_set_int (record, "active", 0);
  g_assert_cmpint (fram_changes_update (changes, record, columns, &error), ==, FRAM_WRITTEN_CHANGED);
  g_assert_true (fram_changes_commit (changes, NULL, &error));
}

static void
test_a_call_is_for_the_case_worker_today (House *h, gconstpointer unused)
{
  g_autofree char *what = ask (h, FRAM_TASK_CALL);
  g_autoptr (GPtrArray) asked = tasks_of (h, NULL);
  g_autoptr (GPtrArray) mine = tasks_of (h, "Rebecka Memic");
  g_autoptr (GPtrArray) others = tasks_of (h, "Dragana Berg");
  const FramTask *task = nth (mine, 0);

  g_assert_cmpstr (what, ==, "Rebecka Memic is asked to call Carlos Molina.");
  g_assert_cmpuint (mine->len, ==, 1);
  g_assert_cmpstr (task->title, ==, "Call Carlos Molina");
  g_assert_cmpstr (task->made_by, ==, "Per Wallin");
  g_assert_cmpstr (task->case_no, ==, h->carlos);
  g_assert_true (task->for_me);
  g_assert_false (task->as_deputy);
  fram_assert_date (task->due, TODAY);
  g_assert_cmpstr (nth (asked, 0)->whose_name, ==, "Rebecka Memic");
  g_assert_false (nth (asked, 0)->for_me);
  g_assert_true (nth (asked, 0)->made_by_me);
  g_assert_cmpuint (others->len, ==, 0);
}

static void
test_an_absence_says_how_many_in_a_row (House *h, gconstpointer unused)
{
  static const char *const days[] = { "2026-10-29", "2026-11-05", TODAY };
  g_autofree char *what = NULL;
  g_autoptr (GPtrArray) mine = NULL;
  g_autoptr (GPtrArray) later = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (FramRoster) after = fixture_mark (&h->base, days[i], "Carlos Molina", "absent_unnotified", NULL);

      g_assert_nonnull (after);
    }
  what = ask (h, FRAM_TASK_ABSENCE);
  g_assert_cmpstr (what, ==, "Rebecka Memic is told of Carlos Molina.");
  mine = tasks_of (h, "Rebecka Memic");
  g_assert_cmpstr (nth (mine, 0)->title, ==, "Carlos Molina: 3 unnotified absences in a row");
  fram_assert_date (nth (mine, 0)->due, "2026-11-13");
}

static void
test_asking_twice_leaves_one_task (House *h, gconstpointer unused)
{
  g_autofree char *first = ask (h, FRAM_TASK_CALL);
  g_autofree char *again = ask (h, FRAM_TASK_CALL);
  g_autoptr (GPtrArray) mine = tasks_of (h, "Rebecka Memic");

  g_assert_cmpstr (again, ==, "The case worker has been asked to call Carlos Molina already.");
  g_assert_cmpuint (mine->len, ==, 1);
}

static void
test_the_one_who_asked_sees_seen_and_done (House *h, gconstpointer unused)
{
  g_autofree char *what = ask (h, FRAM_TASK_CALL);
  g_autoptr (GPtrArray) before = tasks_of (h, NULL);
  g_autoptr (GPtrArray) seen = NULL;
  g_autoptr (GPtrArray) done = NULL;
  g_autofree char *said = NULL;

  g_assert_true (fram_desk_see_tasks (h->base.desk, NULL));
  g_assert_cmpint (nth (before, 0)->seen, ==, FRAM_DATE_NONE);
  fixture_sit (&h->base, "Rebecka Memic");
  g_assert_cmpuint (fram_desk_count_tasks (h->base.desk), ==, 1);
  g_assert_true (fram_desk_see_tasks (h->base.desk, NULL));
  seen = tasks_of (h, "Per Wallin");
  fram_assert_date (nth (seen, 0)->seen, TODAY);
  g_assert_cmpint (nth (seen, 0)->done, ==, FRAM_DATE_NONE);
  fixture_sit (&h->base, "Rebecka Memic");
  g_assert_true (fram_desk_set_task_done (h->base.desk, &nth (seen, 0)->id, TRUE, &said, NULL));
  g_assert_cmpstr (said, ==, "“Call Carlos Molina” is done.");
  g_assert_cmpuint (fram_desk_count_tasks (h->base.desk), ==, 0);
  done = tasks_of (h, "Per Wallin");
  fram_assert_date (nth (done, 0)->done, TODAY);
}

static void
test_done_can_be_undone (House *h, gconstpointer unused)
{
  g_autofree char *what = ask (h, FRAM_TASK_CALL);
  g_autoptr (GPtrArray) mine = tasks_of (h, "Rebecka Memic");
  g_autoptr (GPtrArray) after = NULL;
  g_autofree char *undone = NULL;

  g_assert_true (fram_desk_set_task_done (h->base.desk, &nth (mine, 0)->id, TRUE, NULL, NULL));
  g_assert_true (fram_desk_undo (h->base.desk, &undone, NULL));
  g_assert_cmpstr (undone, ==, "Undone: “Call Carlos Molina” is done.");
  after = tasks_of (h, NULL);
  g_assert_cmpint (nth (after, 0)->done, ==, FRAM_DATE_NONE);
}

static void
test_asking_can_be_undone_until_it_was_seen (House *h, gconstpointer unused)
{
  g_autofree char *what = ask (h, FRAM_TASK_CALL);
  g_autoptr (GError) error = NULL;
  g_autoptr (FramDesk) other = fram_desk_open (h->base.path, h->base.clock, &error);
  g_autoptr (GPtrArray) none = NULL;
  g_autofree char *again = NULL;

  g_assert_true (fram_desk_undo (h->base.desk, NULL, &error));
  none = tasks_of (h, NULL);
  g_assert_cmpuint (none->len, ==, 0);
  again = ask (h, FRAM_TASK_CALL);
  g_assert_true (fram_desk_sit_down_as (other, "Rebecka Memic", &error));
  g_assert_true (fram_desk_see_tasks (other, &error));
  g_assert_false (fram_desk_undo (h->base.desk, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_CHANGED);
}

static void
test_only_who_it_is_for_says_that_it_is_done (House *h, gconstpointer unused)
{
  g_autofree char *what = ask (h, FRAM_TASK_CALL);
  g_autoptr (GPtrArray) asked = tasks_of (h, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (fram_desk_set_task_done (h->base.desk, &nth (asked, 0)->id, TRUE, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_DENIED);
}

static void
test_the_deputy_takes_over (House *h, gconstpointer unused)
{
  g_autofree char *what = NULL;
  g_autoptr (GPtrArray) theirs = NULL;
  g_autoptr (GPtrArray) own = NULL;
  g_autoptr (GError) error = NULL;

  make_deputy (h, "Dragana Berg", &h->rebecka, "2026-11-10", "2026-11-14");
  fixture_sit (&h->base, "Per Wallin");
  what = ask (h, FRAM_TASK_CALL);
  g_assert_cmpstr (what, ==, "Dragana Berg is asked to call Carlos Molina.");
  theirs = tasks_of (h, "Dragana Berg");
  g_assert_cmpuint (theirs->len, ==, 1);
  g_assert_true (nth (theirs, 0)->for_me);
  g_assert_true (nth (theirs, 0)->as_deputy);
  g_assert_cmpstr (nth (theirs, 0)->whose_name, ==, "Rebecka Memic");
  g_assert_true (fram_desk_set_task_done (h->base.desk, &nth (theirs, 0)->id, TRUE, NULL, &error));
  own = tasks_of (h, "Rebecka Memic");
  fram_assert_date (nth (own, 0)->done, TODAY);
}

static void
test_a_deputy_of_last_week_does_not (House *h, gconstpointer unused)
{
  g_autofree char *what = NULL;
  g_autoptr (GPtrArray) theirs = NULL;

  make_deputy (h, "Dragana Berg", &h->rebecka, "2026-11-02", "2026-11-08");
  fixture_sit (&h->base, "Per Wallin");
  what = ask (h, FRAM_TASK_CALL);
  g_assert_cmpstr (what, ==, "Rebecka Memic is asked to call Carlos Molina.");
  theirs = tasks_of (h, "Dragana Berg");
  g_assert_cmpuint (theirs->len, ==, 0);
}

static void
test_without_a_case_worker_it_is_the_managers (House *h, gconstpointer unused)
{
  g_autofree char *before = ask (h, FRAM_TASK_CALL);
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) managers = NULL;
  g_autoptr (GPtrArray) none = tasks_of (h, "Lena Ahmadi");

  g_assert_cmpuint (none->len, ==, 0);
  leave_work (h, &h->rebecka);
  fixture_sit (&h->base, "Per Wallin");
  after = ask (h, FRAM_TASK_ABSENCE);
  g_assert_cmpstr (after, ==, "The manager is told of Carlos Molina.");
  managers = tasks_of (h, "Lena Ahmadi");
  g_assert_cmpuint (managers->len, ==, 2);
  g_assert_true (nth (managers, 0)->for_me && nth (managers, 1)->for_me);
  g_assert_cmpstr (nth (managers, 0)->whose_name, ==, "Rebecka Memic");
  g_assert_cmpstr (nth (managers, 1)->whose_name, ==, "the manager");
}

static void
test_a_task_of_ones_own (House *h, gconstpointer unused)
{
  g_autofree char *what = NULL;
  g_autoptr (GPtrArray) mine = NULL;
  g_autoptr (GPtrArray) others = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (fram_desk_add_task (h->base.desk, "  ", FRAM_DATE_NONE, NULL, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (fram_desk_add_task (h->base.desk, " Order oil ", fram_test_date ("2026-11-16"), NULL, &what, &error));
  g_assert_cmpstr (what, ==, "“Order oil” is on your list.");
  mine = tasks_of (h, NULL);
  g_assert_cmpstr (nth (mine, 0)->title, ==, "Order oil");
  fram_assert_date (nth (mine, 0)->due, "2026-11-16");
  fram_assert_date (nth (mine, 0)->seen, TODAY);
  others = tasks_of (h, "Rebecka Memic");
  g_assert_cmpuint (others->len, ==, 0);
}

static void
test_late_comes_first_and_done_last (House *h, gconstpointer unused)
{
  g_autoptr (GPtrArray) mine = NULL;

  fixture_sit (&h->base, "Rebecka Memic");
  fram_desk_add_task (h->base.desk, "some day", FRAM_DATE_NONE, NULL, NULL, NULL);
  fram_desk_add_task (h->base.desk, "tomorrow", fram_test_date ("2026-11-13"), NULL, NULL, NULL);
  fram_desk_add_task (h->base.desk, "late", fram_test_date ("2026-11-09"), NULL, NULL, NULL);
  fram_desk_add_task (h->base.desk, "over", fram_test_date ("2026-11-01"), NULL, NULL, NULL);
  mine = tasks_of (h, NULL);
  fram_desk_set_task_done (h->base.desk, &nth (mine, 0)->id, TRUE, NULL, NULL);
  g_ptr_array_unref (mine);
  mine = tasks_of (h, NULL);
  g_assert_cmpstr (nth (mine, 0)->title, ==, "late");
  g_assert_cmpstr (nth (mine, 1)->title, ==, "tomorrow");
  g_assert_cmpstr (nth (mine, 2)->title, ==, "some day");
  g_assert_cmpstr (nth (mine, 3)->title, ==, "over");
}

/* Rebecka's protected participant is nobody to a colleague, the manager included. */
static void
test_a_protected_person_stays_unnamed (House *h, gconstpointer unused)
{
  FramPersonEdit edit = { .given_name = "Maria",
                          .family_name = "Tanko",
                          .sex = "F",
                          .birth_date = fram_test_date ("1990-05-01"),
                          .enrolled = fram_test_date ("2026-09-01"),
                          .is_protected = TRUE };
  g_autofree char *case_no = NULL;
  g_autoptr (FramRoster) roster = NULL;
  g_autoptr (GPtrArray) named = NULL;
  g_autoptr (GPtrArray) unnamed = NULL;
  g_autofree char *what = NULL;

  fixture_sit (&h->base, "Rebecka Memic");
  case_no = fram_desk_add_person (h->base.desk, &edit, NULL);
  fixture_place (&h->base, case_no, "snickeri", "2026-10-01", "thu 09-12");
  roster = fixture_roster (&h->base, TODAY);
  g_assert_true (fram_desk_ask_case_worker (h->base.desk, &fixture_row (roster, "M. T.")->enrolment, &h->base.snickeri,
                                            FRAM_TASK_CALL, "ring på kvällen", &what, NULL));
  g_assert_cmpstr (what, ==, "Rebecka Memic is asked to call M. T.");
  named = tasks_of (h, NULL);
  g_assert_cmpstr (nth (named, 0)->title, ==, "Call M. T.");
  leave_work (h, &h->rebecka);
  unnamed = tasks_of (h, "Lena Ahmadi");
  g_assert_cmpstr (nth (unnamed, 0)->title, ==, "Call a participant");
  g_assert_null (nth (unnamed, 0)->name);
  g_assert_null (nth (unnamed, 0)->case_no);
  g_assert_null (nth (unnamed, 0)->text);
  g_assert_true (fram_uuid_is_none (&nth (unnamed, 0)->participant));
}

/* Nobody can ask about people who are not their own: it would tell that they are here. */
static void
test_nobody_asks_about_strangers (House *h, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  fixture_sit (&h->base, "Olle Odlare");
  g_assert_false (fram_desk_ask_case_worker (h->base.desk, &h->enrolment, NULL, FRAM_TASK_CALL, NULL, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND);
}

#define ADD(name, function) g_test_add ("/desk/task/" name, House, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  ADD ("a-call-is-for-the-case-worker-today", test_a_call_is_for_the_case_worker_today);
  ADD ("an-absence-says-how-many-in-a-row", test_an_absence_says_how_many_in_a_row);
  ADD ("asking-twice-leaves-one-task", test_asking_twice_leaves_one_task);
  ADD ("the-one-who-asked-sees-seen-and-done", test_the_one_who_asked_sees_seen_and_done);
  ADD ("done-can-be-undone", test_done_can_be_undone);
  ADD ("asking-can-be-undone-until-it-was-seen", test_asking_can_be_undone_until_it_was_seen);
  ADD ("only-who-it-is-for-says-that-it-is-done", test_only_who_it_is_for_says_that_it_is_done);
  ADD ("the-deputy-takes-over", test_the_deputy_takes_over);
  ADD ("a-deputy-of-last-week-does-not", test_a_deputy_of_last_week_does_not);
  ADD ("without-a-case-worker-it-is-the-managers", test_without_a_case_worker_it_is_the_managers);
  ADD ("a-task-of-ones-own", test_a_task_of_ones_own);
  ADD ("late-comes-first-and-done-last", test_late_comes_first_and_done_last);
  ADD ("a-protected-person-stays-unnamed", test_a_protected_person_stays_unnamed);
  ADD ("nobody-asks-about-strangers", test_nobody_asks_about_strangers);
  return g_test_run ();
}
