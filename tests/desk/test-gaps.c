#include "desk-fixture.h"

#include "fram-access-log.h"
#include "fram-changes.h"
#include "fram-desk-booking.h"
#include "fram-desk-absence.h"
#include "fram-desk-gaps.h"
#include "fram-desk-plan.h"
#include "fram-desk-private.h"
#include "fram-ids.h"

/* Gaps of a house with two people in Snickeri on Thursdays: who sees them, in which order, and what bridges them. */

static FramUuid
enrolment_of (Fixture *f, const char *case_no)
{
  FramUuid enrolment;

  g_assert_true (fram_desk_find_enrolment (f->desk, case_no, &enrolment, NULL));
  return enrolment;
}

static GPtrArray *
list (Fixture *f, gboolean now, gboolean own)
{
  const FramGapQuery query = { .at = FRAM_DATE_NONE, .now = now, .own = own };
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = fram_desk_gaps (f->desk, &query, &error);

  g_assert_no_error (error);
  return rows;
}

/* "Amina Hassan open 2026-10-08 - 34", a line a gap */
static char *
say (Fixture *f, gboolean now, gboolean own)
{
  g_autoptr (GPtrArray) rows = list (f, now, own);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const FramGapRow *row = g_ptr_array_index (rows, i);
      char last[FRAM_DATE_TEXT_SIZE], next[FRAM_DATE_TEXT_SIZE];

      g_string_append_printf (text, "%s%s %s %s %s %d", i > 0 ? "\n" : "", row->name,
                              fram_gap_kind_get_code (row->gap.kind), fram_date_format (row->gap.last, last),
                              row->gap.next != FRAM_DATE_NONE ? fram_date_format (row->gap.next, next) : "-",
                              row->gap.days);
    }
  return g_string_free (text, FALSE);
}

#define assert_gaps(f, now, own, expected)                                                                             \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *said_ = say (f, now, own);                                                                        \
    g_assert_cmpstr (said_, ==, expected);                                                                             \
  }                                                                                                                    \
  G_STMT_END

/* Ends every placement that goes on. */
static void
end_placement (Fixture *f, const char *case_no, const char *day)
{
  FramUuid enrolment = enrolment_of (f, case_no);
  g_autoptr (FramCasePlan) plan = fram_desk_case_plan (f->desk, &enrolment, NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < plan->steps->len; i++)
    {
      const FramPlanStep *step = g_ptr_array_index (plan->steps, i);

      g_assert_true (fram_desk_end_step (f->desk, &step->id, fram_test_date (day), NULL, &error));
      g_assert_no_error (error);
    }
}

static void
book (Fixture *f, const char *case_no, const char *kind, const char *day)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramPersonRow) person = fram_desk_find_person (f->desk, case_no, &error);
  FramBookingEdit edit = {
    .participant = person->participant, .kind = kind, .day = fram_test_date (day), .starts = 10 * 60, .minutes = 60
  };

  g_assert_true (fram_desk_book (f->desk, &edit, NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
put_in_charge (Fixture *f, const char *case_no, const FramUuid *staff)
{
  FramUuid id = fram_uuid_new (f->clock), enrolment = enrolment_of (f, case_no);
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_CASE_WORKER, &id);

  fram_record_set_ref (record, "enrolment", &enrolment);
  fram_record_set_ref (record, "staff", staff);
  fram_record_set_date (record, "from_day", fram_test_date ("2026-09-01"));
  fixture_put (f, record);
}

/* Amina has a second day a week, so that holidays leave no gap. */
static void
set_up (Fixture *f, gconstpointer unused)
{
  fixture_set_up (f, unused);
  fixture_place (f, f->amina, "tradgard", "2026-10-01", "mon 09-12");
}

static void
test_a_plan_without_an_end_has_no_gap (Fixture *f, gconstpointer unused)
{
  assert_gaps (f, TRUE, FALSE, "");
  g_assert_cmpuint (fram_desk_count_gaps (f->desk), ==, 0);
}

/* Christmas Eve and New Year's Eve of 2026 are Thursdays. */
static void
test_holidays_make_a_gap_that_is_seen_before_it_comes (Fixture *f, gconstpointer unused)
{
  g_autofree char *carlos = fixture_add (f, "Carlos", "Molina");

  fixture_place (f, carlos, "snickeri", "2026-10-01", "thu 09-12");
  assert_gaps (f, TRUE, FALSE, "Carlos Molina between 2026-12-17 2027-01-07 21");
}

/* The target day of both is 28 February, 180 days from 1 September. */
static void
test_order_of_urgency (Fixture *f, gconstpointer unused)
{
  g_autofree char *carlos = fixture_add (f, "Carlos", "Molina");
  g_autofree char *diana = fixture_add (f, "Diana", "Lopez");
  g_autofree char *elin = fixture_add (f, "Elin", "Berg");

  end_placement (f, f->amina, "2026-11-26");
  end_placement (f, f->bjorn, "2026-10-15");
  fixture_place (f, carlos, "snickeri", "2026-10-01", "thu 09-12");
  end_placement (f, carlos, "2026-10-29");
  book (f, carlos, "uppfoljning", "2026-11-19");
  fixture_place (f, diana, "snickeri", "2026-10-01", "thu 09-12");
  end_placement (f, diana, "2026-11-12");
  fixture_place (f, elin, "snickeri", "2026-10-01", "mon 09-12");
  end_placement (f, elin, "2027-01-25"); /* in more than six weeks */
  assert_gaps (f, TRUE, FALSE,
               "Björn Ek open 2026-10-15 - 28\n"
               "Carlos Molina between 2026-10-29 2026-11-19 21\n"
               "Amina Hassan plan_ends 2026-11-26 - 94\n"
               "Diana Lopez nothing_ahead 2026-11-12 - 0");
  g_assert_cmpuint (fram_desk_count_gaps (f->desk), ==, 3);
}

static void
test_what_is_planned (Fixture *f, gconstpointer unused)
{
  end_placement (f, f->bjorn, "2026-10-15");
  assert_gaps (f, TRUE, FALSE, "Björn Ek open 2026-10-15 - 28");
  book (f, f->bjorn, FRAM_MEETING_ELSEWHERE, "2026-10-28");
  assert_gaps (f, TRUE, FALSE, "Björn Ek open 2026-10-15 - 28");
  book (f, f->bjorn, "uppfoljning", "2026-10-28");
  assert_gaps (f, TRUE, FALSE, "Björn Ek open 2026-10-28 - 15");
  book (f, f->bjorn, "trepartsmote", "2026-10-29");
  assert_gaps (f, TRUE, FALSE, "Björn Ek nothing_ahead 2026-10-29 - 14");
  assert_gaps (f, FALSE, FALSE, "");
}

static void
test_a_mark_is_planned_activity (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  g_autoptr (FramRoster) roster = fixture_mark (f, "2026-11-05", "Björn Ek", "sick", &error);
  g_assert_no_error (error);
  end_placement (f, f->bjorn, "2026-10-15");
  assert_gaps (f, FALSE, FALSE, "Björn Ek between 2026-10-15 2026-11-05 21");
  assert_gaps (f, TRUE, FALSE, "Björn Ek nothing_ahead 2026-11-05 - 7");
}

static void
test_a_gap_that_ends_tomorrow_needs_nothing (Fixture *f, gconstpointer unused)
{
  end_placement (f, f->bjorn, "2026-10-15");
  book (f, f->bjorn, "uppfoljning", "2026-11-13");
  assert_gaps (f, TRUE, FALSE, "Björn Ek plan_ends 2026-11-13 - 107");
  assert_gaps (f, FALSE, FALSE,
               "Björn Ek between 2026-10-15 2026-11-13 29\n"
               "Björn Ek plan_ends 2026-11-13 - 107");
}

static void
test_who_sees_gaps (Fixture *f, gconstpointer unused)
{
  FramUuid hanna;
  g_autoptr (GError) error = NULL;
  const FramGapQuery query = { .at = FRAM_DATE_NONE };

  end_placement (f, f->bjorn, "2026-10-15");
  hanna = fixture_hire (f, "Hanna Dahl", FRAM_ROLE_CASE_WORKER, NULL);
  fixture_hire (f, "Karin Karlsson", FRAM_ROLE_CASE_WORKER, NULL);
  fixture_hire (f, "Mia Nord", FRAM_ROLE_PEER_MENTOR, NULL);
  fixture_hire (f, "Petra Falk", FRAM_ROLE_PLACE_FINDER, NULL);
  fixture_hire (f, "Nils No", FRAM_ROLE_LIAISON, NULL);
  put_in_charge (f, f->bjorn, &hanna);
  fixture_reopen (f);
  fixture_sit (f, "Hanna Dahl");
  assert_gaps (f, TRUE, TRUE, "Björn Ek open 2026-10-15 - 28");
  g_assert_cmpuint (fram_desk_count_gaps (f->desk), ==, 1);
  fixture_sit (f, "Karin Karlsson");
  assert_gaps (f, TRUE, TRUE, "");
  assert_gaps (f, TRUE, FALSE, "Björn Ek open 2026-10-15 - 28");
  fixture_sit (f, "Petra Falk");
  assert_gaps (f, TRUE, FALSE, "Björn Ek open 2026-10-15 - 28");
  fixture_sit (f, "Mia Nord");
  assert_gaps (f, TRUE, FALSE, "");
  fixture_sit (f, "Nils No");
  assert_gaps (f, TRUE, FALSE, ""); /* nobody has consented */
  g_assert_no_error (error);
  g_assert_nonnull (fram_desk_gaps (f->desk, &query, NULL));
}

static void
test_facts_of_one_enrolment (Fixture *f, gconstpointer unused)
{
  FramUuid bjorn = enrolment_of (f, f->bjorn);
  FramGapFacts facts = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) gaps = NULL;

  end_placement (f, f->bjorn, "2026-10-15");
  g_assert_true (fram_desk_gap_facts (f->desk, fram_db_find_row (f->desk->db, &bjorn), FRAM_DATE_NONE, &facts, &error));
  g_assert_no_error (error);
  /* Thursdays and Tuesdays from 1 to 15 October */
  g_assert_cmpuint (facts.planned->len, ==, 5);
  fram_assert_date (g_array_index (facts.planned, FramDate, 0), "2026-10-01");
  fram_assert_date (g_array_index (facts.planned, FramDate, 4), "2026-10-15");
  fram_assert_date (facts.expected_end, "2027-02-28");
  gaps = fram_gaps_find (&facts);
  g_assert_cmpuint (gaps->len, ==, 1);
  fram_gap_facts_clear (&facts);
  fixture_hire (f, "Mia Nord", FRAM_ROLE_PEER_MENTOR, NULL);
  fixture_sit (f, "Mia Nord");
  g_assert_false (
      fram_desk_gap_facts (f->desk, fram_db_find_row (f->desk->db, &bjorn), FRAM_DATE_NONE, &facts, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND);
}

/* Meets on Tuesdays at one o'clock. */
static FramUuid
found_group (Fixture *f, const char *code, const char *name, const char *of_kind, int capacity)
{
  FramUuid id = fram_id_activity_group (code), kind = fram_id_group_kind (of_kind);
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_ACTIVITY_GROUP, &id);

  fram_record_set_ref (record, "group_kind", &kind);
  fram_record_set_text (record, "code", code);
  fram_record_set_text (record, "name", name);
  fram_record_set_int (record, "capacity", capacity);
  fram_record_set_text (record, "rrule", "FREQ=WEEKLY;BYDAY=TU");
  fram_record_set_date (record, "first_day", fram_test_date ("2026-11-03"));
  fram_record_set_int (record, "starts", 13 * 60);
  fram_record_set_int (record, "minutes", 90);
  fram_record_set_int (record, "active", 1);
  fixture_put (f, record);
  return id;
}

static GPtrArray *
bridges_of (Fixture *f, const char *case_no, guint limit)
{
  g_autoptr (GPtrArray) rows = list (f, TRUE, FALSE);
  g_autoptr (GError) error = NULL;
  GPtrArray *bridges = NULL;

  for (guint i = 0; i < rows->len && bridges == NULL; i++)
    {
      const FramGapRow *row = g_ptr_array_index (rows, i);

      if (g_strcmp0 (row->case_no, case_no) == 0)
        bridges = fram_desk_bridges (f->desk, &row->enrolment, &row->gap, limit, &error);
    }
  g_assert_no_error (error);
  g_assert_nonnull (bridges);
  return bridges;
}

static const FramBridge *
find_bridge (const GPtrArray *bridges, const char *kind, const char *name)
{
  for (guint i = 0; i < bridges->len; i++)
    {
      const FramBridge *bridge = g_ptr_array_index (bridges, i);

      if (g_strcmp0 (bridge->kind, kind) == 0 && (name == NULL || g_strcmp0 (bridge->name, name) == 0))
        return bridge;
    }
  return NULL;
}

static void
make_bridges (Fixture *f)
{
  FramUuid hanna;

  found_group (f, "T1", "Walking", "friskvard", 1);
  found_group (f, "I1", "Welcome", "introduktion", 8);
  fixture_reopen (f);
  end_placement (f, f->bjorn, "2026-10-15");
  hanna = fixture_hire (f, "Hanna Dahl", FRAM_ROLE_CASE_WORKER, NULL);
  put_in_charge (f, f->bjorn, &hanna);
  fixture_reopen (f);
}

static void
test_what_fits_comes_soonest_first (Fixture *f, gconstpointer unused)
{
  g_autoptr (GPtrArray) bridges = NULL;
  const FramBridge *group, *talk;

  make_bridges (f);
  bridges = bridges_of (f, f->bjorn, 3);
  g_assert_cmpuint (bridges->len, ==, 3);
  for (guint i = 1; i < bridges->len; i++)
    g_assert_cmpint (((FramBridge *)g_ptr_array_index (bridges, i - 1))->day, <=,
                     ((FramBridge *)g_ptr_array_index (bridges, i))->day);
  group = find_bridge (bridges, "group", "Walking");
  talk = find_bridge (bridges, "talk", NULL);
  g_assert_nonnull (group);
  g_assert_nonnull (talk);
  g_assert_nonnull (find_bridge (bridges, "workshop", NULL));
  fram_assert_date (group->day, "2026-11-17");
  g_assert_cmpint (group->free, ==, 1);
  g_assert_cmpstr (group->text, ==, "Walking, Tue 17 November 13–14.30, 1 free place");
  fram_assert_date (talk->day, "2026-11-13");
  g_assert_cmpstr (talk->text, ==, "Talk with Hanna Dahl, Fri 13 November 09–09.30");
}

static void
test_what_does_not_fit_is_not_offered (Fixture *f, gconstpointer unused)
{
  FramUuid amina = enrolment_of (f, f->amina), group;
  g_autoptr (GPtrArray) bridges = NULL;
  g_autoptr (GError) error = NULL;

  make_bridges (f);
  group = fram_id_activity_group ("T1");
  book (f, f->bjorn, "samtal", "2026-11-13"); /* from ten to eleven */
  g_assert_true (fram_desk_join_group (f->desk, &amina, &group, f->today, NULL, NULL, &error));
  bridges = bridges_of (f, f->bjorn, 30);
  g_assert_null (find_bridge (bridges, "group", "Walking")); /* it is full */
  g_assert_null (find_bridge (bridges, "group", "Welcome")); /* Björn is not new any more */
  for (guint i = 0; i < bridges->len; i++)
    {
      const FramBridge *bridge = g_ptr_array_index (bridges, i);

      g_assert_cmpint (bridge->day, >, f->today);
      g_assert_true (bridge->day != fram_test_date ("2026-11-13") || bridge->to_time <= 10 * 60 ||
                     bridge->from_time >= 11 * 60);
      g_assert_cmpint (fram_date_get_weekday (bridge->day), <, 6);
    }
}

static void
take (Fixture *f, const char *kind)
{
  g_autoptr (GPtrArray) bridges = bridges_of (f, f->bjorn, 30);
  const FramBridge *bridge = find_bridge (bridges, kind, NULL);
  FramUuid bjorn = enrolment_of (f, f->bjorn);
  FramDate day = bridge->day;
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *what = NULL;
  g_autofree char *undone = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (fram_desk_take_bridge (f->desk, &bjorn, bridge, &what, &error));
  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (what, "."));
  rows = list (f, FALSE, FALSE);
  g_assert_cmpint (((FramGapRow *)g_ptr_array_index (rows, 0))->gap.next, ==, day);
  g_assert_true (fram_desk_undo (f->desk, &undone, &error));
  g_assert_no_error (error);
  assert_gaps (f, TRUE, FALSE, "Björn Ek open 2026-10-15 - 28");
}

/* A Friday would make the gap over Christmas and New Year shorter only. */
static void
test_whatever_is_offered_bridges_the_gap (Fixture *f, gconstpointer unused)
{
  g_autofree char *carlos = fixture_add (f, "Carlos", "Molina");
  FramUuid enrolment;
  g_autoptr (GPtrArray) bridges = NULL;

  make_bridges (f);
  fixture_place (f, carlos, "snickeri", "2026-10-01", "thu 09-12");
  enrolment = enrolment_of (f, carlos);
  bridges = bridges_of (f, carlos, 30);
  g_assert_cmpuint (bridges->len, >=, 3);
  for (guint i = 0; i < bridges->len; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *what = NULL;

      g_assert_true (fram_desk_take_bridge (f->desk, &enrolment, g_ptr_array_index (bridges, i), &what, &error));
      g_test_message ("%s", what);
      assert_gaps (f, TRUE, FALSE, "Björn Ek open 2026-10-15 - 28");
      g_assert_true (fram_desk_undo (f->desk, NULL, &error));
    }
}

static void
test_taking_one_bridges_the_gap_and_one_undo_takes_it_back (Fixture *f, gconstpointer unused)
{
  make_bridges (f);
  take (f, "group");
  take (f, "workshop");
  take (f, "talk");
}

static void
test_what_is_taken_meanwhile_is_refused (Fixture *f, gconstpointer unused)
{
  g_autoptr (GPtrArray) bridges = NULL;
  g_autoptr (GError) error = NULL;
  FramUuid amina = enrolment_of (f, f->amina), bjorn = enrolment_of (f, f->bjorn), group;
  const FramBridge *walking, *talk;

  make_bridges (f);
  group = fram_id_activity_group ("T1");
  bridges = bridges_of (f, f->bjorn, 30);
  walking = find_bridge (bridges, "group", "Walking");
  talk = find_bridge (bridges, "talk", NULL);
  g_assert_true (fram_desk_join_group (f->desk, &amina, &group, f->today, NULL, NULL, &error));
  g_assert_false (fram_desk_take_bridge (f->desk, &bjorn, walking, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_true (fram_desk_take_bridge (f->desk, &bjorn, talk, NULL, &error));
  g_assert_false (fram_desk_take_bridge (f->desk, &bjorn, talk, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_CONSTRAINT);
}

static void
test_who_may_not_plan_is_offered_nothing (Fixture *f, gconstpointer unused)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  const FramGapRow *row;

  make_bridges (f);
  fixture_hire (f, "Petra Falk", FRAM_ROLE_PLACE_FINDER, NULL);
  fixture_sit (f, "Petra Falk");
  rows = list (f, TRUE, FALSE);
  row = g_ptr_array_index (rows, 0);
  g_assert_null (fram_desk_bridges (f->desk, &row->enrolment, &row->gap, 3, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_DENIED);
}

#define add(path, func) g_test_add ("/desk/gaps/" path, Fixture, NULL, set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  add ("a-plan-without-an-end-has-no-gap", test_a_plan_without_an_end_has_no_gap);
  add ("holidays-make-a-gap-that-is-seen-before-it-comes", test_holidays_make_a_gap_that_is_seen_before_it_comes);
  add ("order-of-urgency", test_order_of_urgency);
  add ("what-is-planned", test_what_is_planned);
  add ("a-mark-is-planned-activity", test_a_mark_is_planned_activity);
  add ("a-gap-that-ends-tomorrow-needs-nothing", test_a_gap_that_ends_tomorrow_needs_nothing);
  add ("who-sees-gaps", test_who_sees_gaps);
  add ("facts-of-one-enrolment", test_facts_of_one_enrolment);
  add ("what-fits-comes-soonest-first", test_what_fits_comes_soonest_first);
  add ("what-does-not-fit-is-not-offered", test_what_does_not_fit_is_not_offered);
  add ("whatever-is-offered-bridges-the-gap", test_whatever_is_offered_bridges_the_gap);
  add ("taking-one-bridges-the-gap-and-one-undo-takes-it-back",
       test_taking_one_bridges_the_gap_and_one_undo_takes_it_back);
  add ("what-is-taken-meanwhile-is-refused", test_what_is_taken_meanwhile_is_refused);
  add ("who-may-not-plan-is-offered-nothing", test_who_may_not_plan_is_offered_nothing);
  return g_test_run ();
}
