#include "desk-fixture.h"

#include "fram-db.h"
#include "fram-changes.h"
#include "fram-desk-absence.h"
#include "fram-desk-person.h"
#include "fram-desk-plan.h"
#include "fram-desk-private.h"
#include "fram-ids.h"

/* The plan of an enrolment: who may write what, what is refused, that one undo takes a deed back, and that rosters follow. */

static FramUuid
enrolment_of (Fixture *f, const char *case_no)
{
  FramUuid enrolment;

  g_assert_true (fram_desk_find_enrolment (f->desk, case_no, &enrolment, NULL));
  return enrolment;
}

static FramCasePlan *
plan_of (Fixture *f, const char *case_no)
{
  FramUuid enrolment = enrolment_of (f, case_no);
  g_autoptr (GError) error = NULL;
  FramCasePlan *plan = fram_desk_case_plan (f->desk, &enrolment, &error);

  g_assert_no_error (error);
  return plan;
}

static FramUuid
workshop (Fixture *f, const char *code)
{
  FramUuid id;

  g_assert_true (fram_desk_find_activity (f->desk, code, &id, NULL));
  return id;
}

/* "snickeri 2026-10-01–2026-11-15 thu 09:00-12:00" per line */
static char *
steps_text (Fixture *f, const char *case_no)
{
  g_autoptr (FramCasePlan) plan = plan_of (f, case_no);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < plan->steps->len; i++)
    {
      const FramPlanStep *step = g_ptr_array_index (plan->steps, i);
      g_autofree char *spec = fram_slots_to_spec (step->slots);
      char from[FRAM_DATE_TEXT_SIZE], to[FRAM_DATE_TEXT_SIZE];

      g_string_append_printf (text, "%s%s..%s %d %s", i > 0 ? "\n" : "", fram_date_format (step->from, from),
                              step->to != FRAM_DATE_NONE ? fram_date_format (step->to, to) : "", step->minutes, spec);
    }
  return g_string_free (text, FALSE);
}

#define assert_steps(f, case_no, expected)                                                                             \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *steps_ = steps_text (f, case_no);                                                                 \
    g_assert_cmpstr (steps_, ==, expected);                                                                            \
  }                                                                                                                    \
  G_STMT_END

typedef struct
{
  const char *from;
  const char *to;
  const char *slots;
  FramUuid id;
  FramUuid replaces;
  const char *workshop;
} StepWords;

static gboolean
save (Fixture *f, const char *case_no, const StepWords *words, FramUuid *id, GError **error)
{
  g_autoptr (GArray) slots = fram_slots_parse (words->slots, NULL);
  FramUuid enrolment = enrolment_of (f, case_no);
  FramStepEdit edit = { .id = words->id,
                        .activity = workshop (f, words->workshop != NULL ? words->workshop : "snickeri"),
                        .from = fram_test_date (words->from),
                        .to = words->to != NULL ? fram_test_date (words->to) : FRAM_DATE_NONE,
                        .slots = slots,
                        .replaces = words->replaces };

  return fram_desk_save_step (f->desk, &enrolment, &edit, id, NULL, error);
}

static FramUuid
plan_step (Fixture *f, const char *case_no, const char *from, const char *slots)
{
  g_autoptr (GError) error = NULL;
  FramUuid id;

  g_assert_true (save (f, case_no, &(StepWords){ .from = from, .slots = slots }, &id, &error));
  g_assert_no_error (error);
  return id;
}

static gboolean
undo (Fixture *f)
{
  g_autofree char *what = NULL;
  g_autoptr (GError) error = NULL;
  gboolean ok = fram_desk_undo (f->desk, &what, &error);

  g_assert_no_error (error);
  g_assert_nonnull (what);
  return ok;
}

static int
planned_minutes (Fixture *f, const char *day, const char *name)
{
  g_autoptr (FramRoster) roster = fixture_roster (f, day);
  FramRosterRow *row = fixture_row (roster, name);

  return row != NULL && row->kind == FRAM_ROSTER_PLANNED ? row->planned_minutes : -1;
}

#define BEFORE "2026-10-01.. 180 thu 09:00-12:00"

/* A step planned ahead ends the one before it the day before; the roster changes on its day, not before; undo is whole. */
static void
test_step_ahead (Fixture *f, gconstpointer unused)
{
  g_autoptr (FramCasePlan) plan = NULL;

  plan_step (f, f->amina, "2026-11-16", "mon 09-12,wed 09-12,thu 09-12,fri 09-12");
  assert_steps (f, f->amina,
                "2026-10-01..2026-11-15 180 thu 09:00-12:00\n"
                "2026-11-16.. 720 mon 09:00-12:00,wed 09:00-12:00,thu 09:00-12:00,fri 09:00-12:00");
  g_assert_cmpint (planned_minutes (f, "2026-11-12", "Amina Hassan"), ==, 180);
  g_assert_cmpint (planned_minutes (f, "2026-11-13", "Amina Hassan"), ==, -1);
  g_assert_cmpint (planned_minutes (f, "2026-11-16", "Amina Hassan"), ==, 180);
  plan = plan_of (f, f->amina);
  g_assert_cmpint (plan->minutes_now, ==, 180);
  g_assert_cmpint (plan->minutes_next, ==, 720);
  fram_assert_date (plan->next_from, "2026-11-16");
  g_assert_true (undo (f));
  assert_steps (f, f->amina, BEFORE);
  g_assert_cmpint (planned_minutes (f, "2026-11-16", "Amina Hassan"), ==, -1);
  g_assert_cmpint (planned_minutes (f, "2026-11-19", "Amina Hassan"), ==, 180);
}

/* Several steps ahead, in whatever order they are planned: each ends where the next begins. */
static void
test_several_steps (Fixture *f, gconstpointer unused)
{
  plan_step (f, f->amina, "2026-12-14", "mon 09-15,thu 09-15");
  plan_step (f, f->amina, "2026-11-16", "mon 09-12,thu 09-12");
  assert_steps (f, f->amina,
                "2026-10-01..2026-11-15 180 thu 09:00-12:00\n"
                "2026-11-16..2026-12-13 360 mon 09:00-12:00,thu 09:00-12:00\n"
                "2026-12-14.. 720 mon 09:00-15:00,thu 09:00-15:00");
  g_assert_cmpint (planned_minutes (f, "2026-12-10", "Amina Hassan"), ==, 180);
  g_assert_cmpint (planned_minutes (f, "2026-12-14", "Amina Hassan"), ==, 360);
}

/* A step to come moves to another day, earlier or later; the one before it follows. */
static void
test_move_step (Fixture *f, gconstpointer unused)
{
  FramUuid id = plan_step (f, f->amina, "2026-11-16", "mon 09-12");
  g_autoptr (GError) error = NULL;

  g_assert_true (
      save (f, f->amina, &(StepWords){ .from = "2026-11-23", .slots = "tue 09-12", .id = id }, NULL, &error));
  assert_steps (f, f->amina,
                "2026-10-01..2026-11-22 180 thu 09:00-12:00\n"
                "2026-11-23.. 180 tue 09:00-12:00");
  g_assert_true (
      save (f, f->amina, &(StepWords){ .from = "2026-11-18", .slots = "tue 09-12", .id = id }, NULL, &error));
  g_assert_no_error (error);
  assert_steps (f, f->amina,
                "2026-10-01..2026-11-17 180 thu 09:00-12:00\n"
                "2026-11-18.. 180 tue 09:00-12:00");
  g_assert_cmpint (planned_minutes (f, "2026-11-19", "Amina Hassan"), ==, -1);
}

/* What a step taken away would have ended goes on. */
static void
test_remove_step (Fixture *f, gconstpointer unused)
{
  FramUuid id = plan_step (f, f->amina, "2026-11-16", "mon 09-12");
  g_autoptr (GError) error = NULL;

  g_assert_true (fram_desk_remove_step (f->desk, &id, NULL, &error));
  g_assert_no_error (error);
  assert_steps (f, f->amina, BEFORE);
  g_assert_cmpint (planned_minutes (f, "2026-11-19", "Amina Hassan"), ==, 180);
  undo (f);
  g_assert_cmpint (planned_minutes (f, "2026-11-16", "Amina Hassan"), ==, 180);
  g_assert_cmpint (planned_minutes (f, "2026-11-19", "Amina Hassan"), ==, -1);
}

static void
test_end_step (Fixture *f, gconstpointer unused)
{
  g_autoptr (FramCasePlan) plan = plan_of (f, f->amina);
  const FramPlanStep *step = g_ptr_array_index (plan->steps, 0);
  g_autoptr (GError) error = NULL;

  g_assert_false (fram_desk_remove_step (f->desk, &step->id, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (fram_desk_end_step (f->desk, &step->id, fram_test_date ("2026-09-30"), NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (fram_desk_end_step (f->desk, &step->id, fram_test_date ("2026-11-13"), NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (planned_minutes (f, "2026-11-19", "Amina Hassan"), ==, -1);
}

/* From one workshop to another: what is replaced ends the day before, in the same undo step. */
static void
test_replace (Fixture *f, gconstpointer unused)
{
  g_autoptr (FramCasePlan) plan = plan_of (f, f->amina);
  StepWords words = { .from = "2026-11-16",
                      .slots = "mon 09-12",
                      .workshop = "tradgard",
                      .replaces = ((FramPlanStep *)g_ptr_array_index (plan->steps, 0))->id };
  g_autoptr (GError) error = NULL;

  g_assert_true (save (f, f->amina, &words, NULL, &error));
  g_assert_no_error (error);
  assert_steps (f, f->amina,
                "2026-10-01..2026-11-15 180 thu 09:00-12:00\n"
                "2026-11-16.. 180 mon 09:00-12:00");
  g_assert_cmpint (planned_minutes (f, "2026-11-19", "Amina Hassan"), ==, -1);
  undo (f);
  assert_steps (f, f->amina, BEFORE);
}

static void
test_step_refusals (Fixture *f, gconstpointer unused)
{
  FramUuid coming = plan_step (f, f->amina, "2026-12-14", "mon 09-12");
  g_autoptr (FramCasePlan) plan = plan_of (f, f->amina);
  FramUuid running = ((FramPlanStep *)g_ptr_array_index (plan->steps, 0))->id;
  const StepWords refused[] = {
    { .from = "2026-08-31", .slots = "mon 09-12" },                                       /* before the enrolment */
    { .from = "2026-12-14", .slots = "mon 09-12" },                                       /* one begins then already */
    { .from = "2026-11-16", .to = "2026-11-15", .slots = "mon 09-12" },                   /* ends before it begins */
    { .from = "2026-11-16", .to = "2026-12-20", .slots = "mon 09-12" },                   /* reaches into the next */
    { .from = "2026-10-05", .slots = "mon 09-12", .id = running },                        /* has begun on another day */
    { .from = "2026-12-14", .slots = "mon 09-12", .id = coming, .workshop = "tradgard" }, /* of another workshop */
  };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (save (f, f->amina, &refused[i], NULL, &error));
      g_assert_nonnull (error);
      g_assert_true (g_str_has_suffix (error->message, "."));
    }
  assert_steps (f, f->amina,
                "2026-10-01..2026-12-13 180 thu 09:00-12:00\n"
                "2026-12-14.. 180 mon 09:00-12:00");
}

static FramStepCheck *
check (Fixture *f, const char *case_no, const char *place, const char *from, const char *plan)
{
  g_autoptr (GArray) slots = fram_slots_parse (plan, NULL);
  FramUuid enrolment = enrolment_of (f, case_no);
  FramStepEdit edit = {
    .activity = workshop (f, place), .from = fram_test_date (from), .to = FRAM_DATE_NONE, .slots = slots
  };
  g_autoptr (GError) error = NULL;
  FramStepCheck *found = fram_desk_check_step (f->desk, &enrolment, &edit, &error);

  g_assert_no_error (error);
  return found;
}

/* Another workshop at the same time, hours outside those of the workshop; told in sentences, and yet it can be planned. */
static void
test_collisions (Fixture *f, gconstpointer unused)
{
  g_autoptr (FramStepCheck) same = check (f, f->amina, "tradgard", "2026-11-16", "thu 10-13");
  g_autoptr (FramStepCheck) early = check (f, f->amina, "snickeri", "2026-11-16", "mon 05-09");
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (same->collisions->len, ==, 1);
  g_assert_cmpint (g_array_index (same->collisions, FramCollision, 0).kind, ==, FRAM_COLLISION_PLAN);
  g_assert_cmpint (g_array_index (same->collisions, FramCollision, 0).from_time, ==, 10 * 60);
  g_assert_cmpint (g_array_index (same->collisions, FramCollision, 0).to_time, ==, 12 * 60);
  g_assert_nonnull (strstr (same->sentences[0], "10–12"));
  g_assert_cmpint (same->minutes_before, ==, 180);
  g_assert_cmpint (same->minutes_after, ==, 360);
  g_assert_cmpuint (early->collisions->len, ==, 1);
  g_assert_cmpint (g_array_index (early->collisions, FramCollision, 0).kind, ==, FRAM_COLLISION_HOURS);
  g_assert_cmpint (early->minutes_after, ==, 240);
  g_assert_true (save (f, f->amina, &(StepWords){ .from = "2026-11-16", .slots = "thu 10-13", .workshop = "tradgard" },
                       NULL, &error));
}

/* The others of the workshop are counted per half day, the person is not. */
static void
test_capacity (Fixture *f, gconstpointer unused)
{
  g_autoptr (FramStepCheck) found = check (f, f->amina, "snickeri", "2026-11-16", "thu 09-12");
  g_autofree char *third = fixture_add (f, "Cilla", "Dahl");
  g_autoptr (FramStepCheck) more = NULL;

  g_assert_cmpint (found->capacity, >, 1);
  g_assert_cmpint (found->counts[6], ==, 1);
  g_assert_cmpint (found->counts[3], ==, 1);
  g_assert_cmpint (found->counts[2], ==, 0);
  for (int i = 1; i < found->capacity; i++)
    {
      g_autofree char *name = g_strdup_printf ("Nr%d", i);
      g_autofree char *another = fixture_add (f, name, "Test");

      fixture_place (f, another, "snickeri", "2026-11-01", "thu 09-12");
    }
  more = check (f, third, "snickeri", "2026-11-16", "thu 09-12, tue 13-15");
  g_assert_cmpint (more->counts[6], ==, more->capacity + 1);
  g_assert_cmpuint (more->collisions->len, ==, 1);
  g_assert_cmpint (g_array_index (more->collisions, FramCollision, 0).kind, ==, FRAM_COLLISION_FULL);
  g_assert_cmpint (g_array_index (more->collisions, FramCollision, 0).weekday, ==, 4);
}

static void
test_goals (Fixture *f, gconstpointer unused)
{
  FramUuid enrolment = enrolment_of (f, f->amina);
  FramGoalEdit edit = { .text = " Be on time three days a week ",
                        .due = fram_test_date ("2026-12-01"),
                        .reached = FRAM_DATE_NONE,
                        .workshop_line = "coming on time" };
  g_autoptr (GError) error = NULL;
  g_autoptr (FramCasePlan) plan = NULL;
  g_autofree char *what = NULL;
  FramUuid id;

  g_assert_true (fram_desk_set_main_goal (f->desk, &enrolment, "Work in a kitchen", NULL, &error));
  g_assert_true (fram_desk_save_goal (f->desk, &enrolment, &edit, &id, &what, &error));
  g_assert_no_error (error);
  g_assert_nonnull (strstr (what, "Be on time three days a week"));
  plan = plan_of (f, f->amina);
  g_assert_cmpstr (plan->main_goal, ==, "Work in a kitchen");
  g_assert_cmpuint (plan->goals->len, ==, 1);
  g_assert_cmpstr (((FramGoal *)g_ptr_array_index (plan->goals, 0))->text, ==, "Be on time three days a week");
  g_assert_true (fram_desk_reach_goal (f->desk, &id, f->today, NULL, &error));
  fram_case_plan_free (g_steal_pointer (&plan));
  plan = plan_of (f, f->amina);
  fram_assert_date (((FramGoal *)g_ptr_array_index (plan->goals, 0))->reached, "2026-11-12");
  undo (f);
  fram_case_plan_free (g_steal_pointer (&plan));
  plan = plan_of (f, f->amina);
  g_assert_cmpint (((FramGoal *)g_ptr_array_index (plan->goals, 0))->reached, ==, FRAM_DATE_NONE);
  g_assert_true (fram_desk_remove_goal (f->desk, &id, NULL, &error));
  undo (f);
  undo (f);
  undo (f);
  fram_case_plan_free (g_steal_pointer (&plan));
  plan = plan_of (f, f->amina);
  g_assert_null (plan->main_goal);
  g_assert_cmpuint (plan->goals->len, ==, 0);
}

static void
test_goal_refusals (Fixture *f, gconstpointer unused)
{
  FramUuid enrolment = enrolment_of (f, f->amina);
  const FramGoalEdit refused[] = {
    { .text = "  ", .due = FRAM_DATE_NONE, .reached = FRAM_DATE_NONE },
    { .text = "Early", .due = fram_test_date ("2026-08-31"), .reached = FRAM_DATE_NONE },
    { .text = "To come", .due = FRAM_DATE_NONE, .reached = f->today + 1 },
    { .text = "Long ago", .due = FRAM_DATE_NONE, .reached = fram_test_date ("2026-08-31") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (fram_desk_save_goal (f->desk, &enrolment, &refused[i], NULL, NULL, &error));
      g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
    }
}

/* An extension needs a reason and a later day; what it extends stays to be seen. */
static void
test_target (Fixture *f, gconstpointer unused)
{
  FramUuid enrolment = enrolment_of (f, f->amina);
  g_autoptr (FramCasePlan) plan = plan_of (f, f->amina);
  g_autoptr (GError) error = NULL;

  fram_assert_date (plan->default_target, "2027-02-28");
  g_assert_cmpint (fram_case_plan_get_end (plan), ==, plan->default_target);
  g_assert_false (fram_desk_extend (f->desk, &enrolment, fram_test_date ("2027-05-31"), "  ", NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (fram_desk_extend (f->desk, &enrolment, fram_test_date ("2027-02-28"), "on the way", NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (fram_desk_extend (f->desk, &enrolment, fram_test_date ("2027-05-31"), "on the way", NULL, &error));
  fram_case_plan_free (g_steal_pointer (&plan));
  plan = plan_of (f, f->amina);
  fram_assert_date (plan->target, "2027-02-28");
  fram_assert_date (fram_case_plan_get_end (plan), "2027-05-31");
  g_assert_cmpstr (plan->extension_reason, ==, "on the way");
  g_assert_false (fram_desk_set_target (f->desk, &enrolment, fram_test_date ("2027-06-30"), NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
  undo (f);
  fram_case_plan_free (g_steal_pointer (&plan));
  plan = plan_of (f, f->amina);
  g_assert_cmpint (plan->target, ==, FRAM_DATE_NONE);
  g_assert_cmpint (plan->extended_to, ==, FRAM_DATE_NONE);
}

static void
test_pauses (Fixture *f, gconstpointer unused)
{
  FramUuid enrolment = enrolment_of (f, f->amina);
  FramDate from = fram_test_date ("2026-11-23"), to = fram_test_date ("2026-11-27");
  g_autoptr (GError) error = NULL;
  g_autoptr (FramStepCheck) found = NULL;

  g_assert_true (fram_desk_save_pause (f->desk, &enrolment, NULL, from, to, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (fram_desk_save_pause (f->desk, &enrolment, NULL, to, FRAM_DATE_NONE, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (fram_desk_save_pause (f->desk, &enrolment, NULL, to + 1, to, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
  found = check (f, f->amina, "tradgard", "2026-11-23", "mon 09-12");
  g_assert_cmpint (g_array_index (found->collisions, FramCollision, 0).kind, ==, FRAM_COLLISION_PAUSE);
  undo (f);
  g_assert_true (fram_desk_save_pause (f->desk, &enrolment, NULL, to, FRAM_DATE_NONE, NULL, NULL));
}

/* A group of one place that meets on Tuesdays. */
static FramUuid
found_group (Fixture *f)
{
  g_autoptr (FramChanges) changes = fram_changes_begin (f->desk->db, f->desk->viewer, "test", NULL, NULL);
  FramUuid id = fram_id_activity_group ("T1");
  FramUuid kind = fram_id_group_kind ("friskvard");
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_ACTIVITY_GROUP, &id);
  g_autoptr (GError) error = NULL;

  fram_record_set_ref (record, "group_kind", &kind);
  fram_record_set_text (record, "code", "T1");
  fram_record_set_text (record, "name", "Walking");
  fram_record_set_int (record, "capacity", 1);
  fram_record_set_text (record, "rrule", "FREQ=WEEKLY;BYDAY=TU");
  fram_record_set_date (record, "first_day", fram_test_date ("2026-11-03"));
  fram_record_set_int (record, "starts", 13 * 60);
  fram_record_set_int (record, "minutes", 90);
  fram_record_set_int (record, "active", 1);
  fram_changes_insert (changes, record, &error);
  g_assert_no_error (error);
  g_assert_true (fram_changes_commit (changes, NULL, &error));
  return id;
}

/* The second waits; when the first leaves, the place can be taken. Sessions collide with a plan. */
static void
test_groups (Fixture *f, gconstpointer unused)
{
  FramUuid amina = enrolment_of (f, f->amina), bjorn = enrolment_of (f, f->bjorn), group = found_group (f);
  FramUuid first, second;
  g_autofree char *what = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FramCasePlan) plan = NULL;
  g_autoptr (FramStepCheck) found = NULL;

  g_assert_true (fram_desk_join_group (f->desk, &amina, &group, f->today, &first, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (fram_desk_join_group (f->desk, &amina, &group, f->today, NULL, NULL, &error));
  g_clear_error (&error);
  found = check (f, f->amina, "tradgard", "2026-11-16", "tue 12-14");
  g_assert_cmpuint (found->collisions->len, >=, 1);
  g_assert_cmpint (g_array_index (found->collisions, FramCollision, 0).kind, ==, FRAM_COLLISION_SESSION);
  g_assert_cmpint (g_array_index (found->collisions, FramCollision, 0).days, ==, 8);
  g_assert_true (fram_desk_join_group (f->desk, &bjorn, &group, f->today, &second, &what, &error));
  plan = plan_of (f, f->bjorn);
  g_assert_true (((FramPlanStep *)g_ptr_array_index (plan->steps, plan->steps->len - 1))->waiting);
  g_assert_false (fram_desk_take_place (f->desk, &second, f->today + 7, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_true (fram_desk_leave_group (f->desk, &first, f->today + 6, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (fram_desk_take_place (f->desk, &second, f->today + 7, NULL, &error));
  g_assert_no_error (error);
  undo (f);
  undo (f);
  g_assert_false (fram_desk_take_place (f->desk, &second, f->today + 7, NULL, NULL));
}

/* Left before the first day, and joined again for the same day: the same row comes back. */
static void
test_join_again (Fixture *f, gconstpointer unused)
{
  FramUuid amina = enrolment_of (f, f->amina), group = found_group (f), id, again;
  g_autoptr (GError) error = NULL;

  g_assert_true (fram_desk_join_group (f->desk, &amina, &group, f->today + 5, &id, NULL, &error));
  g_assert_true (fram_desk_leave_group (f->desk, &id, f->today, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (fram_desk_join_group (f->desk, &amina, &group, f->today + 5, &again, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (fram_uuid_equal (&id, &again));
}

typedef struct
{
  const char *name;
  FramRole role;
  const char *workshop;
  gboolean sees_goals, writes_goals, sees_plan, writes_plan, writes_target, found;
} Role;

/* DATA.md, “Who sees which class”: progress is the case worker's own; the plan is read by many and written by few. */
static void
test_rights (Fixture *f, gconstpointer unused)
{
  static const Role roles[] = {
    { "Leo", FRAM_ROLE_ACTIVITY_LEADER, "snickeri", FALSE, FALSE, TRUE, FALSE, FALSE, TRUE },
    { "Tora", FRAM_ROLE_ACTIVITY_LEADER, "tradgard", FALSE, FALSE, FALSE, FALSE, FALSE, FALSE },
    { "Otto", FRAM_ROLE_OCCUPATIONAL_THERAPIST, NULL, FALSE, FALSE, TRUE, FALSE, FALSE, TRUE },
    { "Mira", FRAM_ROLE_PEER_MENTOR, NULL, FALSE, FALSE, FALSE, FALSE, FALSE, FALSE },
    { "Hanna", FRAM_ROLE_CASE_WORKER, NULL, FALSE, FALSE, TRUE, TRUE, TRUE, TRUE },
    { "Petra", FRAM_ROLE_PLACE_FINDER, NULL, FALSE, FALSE, TRUE, FALSE, FALSE, TRUE },
    { "Mats", FRAM_ROLE_MANAGER, NULL, FALSE, FALSE, TRUE, FALSE, TRUE, TRUE },
    { "Ada", FRAM_ROLE_ADMINISTRATOR, NULL, FALSE, FALSE, TRUE, TRUE, TRUE, TRUE },
  };
  FramUuid enrolment = enrolment_of (f, f->amina);
  FramGoalEdit edit = {
    .text = "Secret", .due = FRAM_DATE_NONE, .reached = FRAM_DATE_NONE, .workshop_line = "sanding"
  };

  g_assert_true (fram_desk_save_goal (f->desk, &enrolment, &edit, NULL, NULL, NULL));
  g_assert_true (fram_desk_set_main_goal (f->desk, &enrolment, "Secret too", NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    fixture_hire (f, roles[i].name, roles[i].role, roles[i].workshop);
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      const Role *role = &roles[i];
      g_autoptr (FramCasePlan) plan = NULL;
      g_autoptr (GError) error = NULL;

      fixture_sit (f, role->name);
      plan = fram_desk_case_plan (f->desk, &enrolment, &error);
      g_assert_true ((plan != NULL) == role->found);
      if (plan == NULL)
        continue;
      g_assert_true (plan->sees_goals == role->sees_goals && plan->writes_goals == role->writes_goals);
      g_assert_true (plan->sees_plan == role->sees_plan && plan->writes_plan == role->writes_plan);
      g_assert_true (plan->writes_target == role->writes_target);
      g_assert_null (plan->main_goal);
      for (guint g = 0; g < plan->goals->len; g++)
        g_assert_null (((FramGoal *)g_ptr_array_index (plan->goals, g))->text);
      g_assert_false (fram_desk_save_goal (f->desk, &enrolment, &edit, NULL, NULL, &error));
      g_assert_error (error, FRAM_ERROR, FRAM_ERROR_DENIED);
      g_assert_true (fram_desk_set_target (f->desk, &enrolment, fram_test_date ("2027-01-29") + (int)i, NULL, NULL) ==
                     role->writes_target);
      g_assert_true (fram_desk_save_pause (f->desk, &enrolment, NULL, f->today + 10 * (int)i, f->today + 10 * (int)i,
                                           NULL, NULL) == role->writes_plan);
    }
}

/* The own case worker reads and writes goals; the leader sees what is trained, and not for what. */
static void
test_own_case_worker (Fixture *f, gconstpointer unused)
{
  g_autofree char *case_no = NULL;
  g_autoptr (FramCasePlan) plan = NULL, leader = NULL;
  FramGoalEdit edit = {
    .text = "Be on time", .due = FRAM_DATE_NONE, .reached = FRAM_DATE_NONE, .workshop_line = "sanding"
  };
  g_autoptr (GError) error = NULL;
  FramUuid enrolment;

  fixture_hire (f, "Hanna", FRAM_ROLE_CASE_WORKER, NULL);
  fixture_hire (f, "Leo", FRAM_ROLE_ACTIVITY_LEADER, "snickeri");
  fixture_sit (f, "Hanna");
  case_no = fixture_add (f, "Maria", "Testdotter");
  fixture_place (f, case_no, "snickeri", "2026-11-01", "mon 09-12");
  enrolment = enrolment_of (f, case_no);
  g_assert_true (fram_desk_save_goal (f->desk, &enrolment, &edit, NULL, NULL, &error));
  g_assert_no_error (error);
  plan = plan_of (f, case_no);
  g_assert_true (plan->sees_goals && plan->writes_goals);
  g_assert_cmpstr (((FramGoal *)g_ptr_array_index (plan->goals, 0))->text, ==, "Be on time");
  fixture_sit (f, "Leo");
  leader = plan_of (f, case_no);
  g_assert_cmpuint (leader->goals->len, ==, 1);
  g_assert_null (((FramGoal *)g_ptr_array_index (leader->goals, 0))->text);
  g_assert_cmpstr (((FramGoal *)g_ptr_array_index (leader->goals, 0))->workshop_line, ==, "sanding");
}

/* A protected person's plan is for those who are named; nobody else finds it. Sentences have initials. */
static void
test_protected (Fixture *f, gconstpointer unused)
{
  FramPersonEdit person = { .given_name = "Hemlige",
                            .family_name = "Namnsson",
                            .birth_date = FRAM_DATE_NONE,
                            .enrolled = fram_test_date ("2026-09-01"),
                            .is_protected = TRUE };
  g_autofree char *case_no = NULL, *what = NULL;
  g_autoptr (GError) error = NULL;
  FramUuid enrolment;

  fixture_hire (f, "Hanna", FRAM_ROLE_CASE_WORKER, NULL);
  fixture_hire (f, "Per", FRAM_ROLE_CASE_WORKER, NULL);
  fixture_sit (f, "Hanna");
  case_no = fram_desk_add_person (f->desk, &person, &error);
  enrolment = enrolment_of (f, case_no);
  g_assert_true (fram_desk_set_main_goal (f->desk, &enrolment, "Work", &what, &error));
  g_assert_null (strstr (what, "Namnsson"));
  fixture_sit (f, "Per");
  g_assert_null (fram_desk_case_plan (f->desk, &enrolment, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (fram_desk_set_target (f->desk, &enrolment, fram_test_date ("2027-01-29"), NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND);
}

/* A week shows what is planned on each of its days, and what is closed. */
static void
test_week (Fixture *f, gconstpointer unused)
{
  FramUuid enrolment = enrolment_of (f, f->bjorn);
  g_autoptr (GPtrArray) things = fram_desk_plan_week (f->desk, &enrolment, f->today, NULL);
  g_autoptr (GPtrArray) christmas = fram_desk_plan_week (f->desk, &enrolment, fram_test_date ("2026-12-24"), NULL);

  g_assert_cmpuint (things->len, ==, 2);
  fram_assert_date (((FramPlanThing *)g_ptr_array_index (things, 0))->day, "2026-11-10");
  g_assert_cmpint (((FramPlanThing *)g_ptr_array_index (things, 1))->from_time, ==, 9 * 60);
  for (guint i = 0; i < christmas->len; i++)
    g_assert_false (((FramPlanThing *)g_ptr_array_index (christmas, i))->kind == FRAM_COLLISION_PLAN &&
                    ((FramPlanThing *)g_ptr_array_index (christmas, i))->day == fram_test_date ("2026-12-24"));
}

#define ADD(name, func) g_test_add ("/plan/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  ADD ("a-step-ahead-changes-the-roster-of-its-day", test_step_ahead);
  ADD ("several-steps-ahead", test_several_steps);
  ADD ("a-coming-step-moves", test_move_step);
  ADD ("a-step-taken-away", test_remove_step);
  ADD ("a-step-ends", test_end_step);
  ADD ("one-workshop-after-another", test_replace);
  ADD ("steps-that-cannot-be", test_step_refusals);
  ADD ("collisions-are-told", test_collisions);
  ADD ("how-full-it-is", test_capacity);
  ADD ("goals", test_goals);
  ADD ("goals-that-cannot-be", test_goal_refusals);
  ADD ("target-day-and-extension", test_target);
  ADD ("leaves", test_pauses);
  ADD ("groups-and-waiting", test_groups);
  ADD ("joining-again", test_join_again);
  ADD ("rights-of-each-role", test_rights);
  ADD ("the-own-case-worker", test_own_case_worker);
  ADD ("a-protected-person", test_protected);
  ADD ("a-week", test_week);
  return g_test_run ();
}
