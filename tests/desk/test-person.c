#include "desk-fixture.h"

#include "fram-desk-case.h"
#include "fram-ids.h"

/* One participant's record, who may change it, and what protecting an identity does. */

static FramPerson *
person (Fixture *f, const char *case_no)
{
  g_autoptr (GError) error = NULL;
  FramPerson *found = fram_desk_person (f->desk, case_no, &error);

  g_assert_no_error (error);
  return found;
}

static const FramStay *
stay (const FramPerson *found, guint i)
{
  g_assert_cmpuint (found->stays->len, >, i);
  return g_ptr_array_index (found->stays, i);
}

static char *
plan (const FramStay *of)
{
  return fram_slots_to_spec (of->slots);
}

/* A step ends the placement before it; each has the plan that held then. */
static void
test_stays (Fixture *f, gconstpointer unused)
{
  g_autoptr (FramPerson) found = NULL;
  g_autofree char *now = NULL;
  g_autofree char *before = NULL;

  fixture_place (f, f->amina, "snickeri", "2026-11-12", "mon 08-12,tue 08-12,wed 08-12");
  found = person (f, f->amina);
  g_assert_cmpuint (found->stays->len, ==, 2);
  g_assert_cmpstr (stay (found, 0)->activity, ==, "snickeri");
  fram_assert_date (stay (found, 0)->from, "2026-11-12");
  g_assert_cmpint (stay (found, 0)->to, ==, FRAM_DATE_NONE);
  g_assert_cmpint (stay (found, 0)->weekly_minutes, ==, 12 * 60);
  now = plan (stay (found, 0));
  g_assert_cmpstr (now, ==, "mon 08:00-12:00,tue 08:00-12:00,wed 08:00-12:00");
  fram_assert_date (stay (found, 1)->to, "2026-11-11");
  before = plan (stay (found, 1));
  g_assert_nonnull (strstr (before, "thu "));
}

static void
test_rights (Fixture *f, gconstpointer unused)
{
  g_autoptr (FramPerson) worker = NULL;
  g_autoptr (FramPerson) leader = NULL;
  g_autoptr (GError) error = NULL;

  fixture_hire (f, "Hanna Handläggare", FRAM_ROLE_CASE_WORKER, NULL);
  fixture_hire (f, "Leo Ledare", FRAM_ROLE_ACTIVITY_LEADER, "snickeri");
  fixture_hire (f, "Mira Mentor", FRAM_ROLE_PEER_MENTOR, NULL);
  fixture_sit (f, "Hanna Handläggare");
  worker = person (f, f->amina);
  g_assert_true (worker->may_edit && worker->may_edit_phone && worker->may_place && worker->sees_plan);
  fixture_sit (f, "Leo Ledare");
  leader = person (f, f->amina);
  g_assert_true (leader->sees_plan);
  g_assert_false (leader->may_edit || leader->may_edit_phone || leader->may_place);
  fixture_sit (f, "Mira Mentor");
  /* a mentor who leads no group has nobody of the own */
  g_assert_null (fram_desk_person (f->desk, f->amina, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND);
}

static gboolean
edit (Fixture *f, const char *case_no, gboolean is_protected, const char *phone, GError **error)
{
  g_autoptr (FramPerson) found = person (f, case_no);
  FramPersonEdit change = { .given_name = found->given_name,
                            .family_name = found->family_name,
                            .birth_date = found->row->birth_date,
                            .enrolled = found->row->enrolled,
                            .phone = phone,
                            .is_protected = is_protected };

  return fram_desk_edit_person (f->desk, &found->row->participant, &change, error);
}

/* Who protects an identity, and the case worker, still see the person; nobody else does. Undo gives all of them back. */
static void
test_protection (Fixture *f, gconstpointer unused)
{
  g_autofree char *case_no = NULL;
  g_autoptr (FramPerson) worker = NULL;
  g_autoptr (FramPerson) again = NULL;
  g_autoptr (GError) error = NULL;

  fixture_hire (f, "Hanna Handläggare", FRAM_ROLE_CASE_WORKER, NULL);
  fixture_hire (f, "Per Handläggare", FRAM_ROLE_CASE_WORKER, NULL);
  fixture_hire (f, "Ada Administratör", FRAM_ROLE_ADMINISTRATOR, NULL);
  fixture_sit (f, "Hanna Handläggare");
  case_no = fixture_add (f, "Maria", "Testdotter");
  fixture_sit (f, "Ada Administratör");
  g_assert_true (edit (f, case_no, TRUE, NULL, &error));
  g_assert_no_error (error);
  fixture_sit (f, "Per Handläggare");
  g_assert_null (fram_desk_person (f->desk, case_no, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND);
  fixture_sit (f, "Hanna Handläggare");
  worker = person (f, case_no);
  g_assert_cmpstr (worker->row->name, ==, "M. T.");
  g_assert_cmpstr (worker->family_name, ==, "Testdotter");
  fixture_sit (f, "Ada Administratör");
  again = person (f, case_no);
  g_assert_true (again->row->is_protected);
}

/* Whoever may read a phone and not write it does not lose it by changing a name. */
static void
test_phone_stays (Fixture *f, gconstpointer unused)
{
  g_autoptr (FramPerson) found = NULL;
  g_autoptr (GError) error = NULL;

  fixture_hire (f, "Hanna Handläggare", FRAM_ROLE_CASE_WORKER, NULL);
  fixture_hire (f, "Stina Chef", FRAM_ROLE_MANAGER, NULL);
  fixture_sit (f, "Hanna Handläggare");
  g_assert_true (edit (f, f->amina, FALSE, "070-1740601", &error));
  fixture_sit (f, "Stina Chef");
  g_assert_true (edit (f, f->amina, FALSE, NULL, &error));
  g_assert_no_error (error);
  found = person (f, f->amina);
  g_assert_cmpstr (found->phone, ==, "070-1740601");
  g_assert_true (found->may_edit);
  g_assert_false (found->may_edit_phone);
}

static guint
how_many (Fixture *f, const FramPeopleQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = fram_desk_people (f->desk, query, &error);

  g_assert_no_error (error);
  return rows->len;
}

/* Enrolled now is who is in introduction or participation; the limit counts those and not others. */
static void
test_enrolled_now (Fixture *f, gconstpointer unused)
{
  FramPeopleQuery all = { 0 };
  FramPeopleQuery now = { .enrolled_now = TRUE };
  FramPeopleQuery one = { .enrolled_now = TRUE, .limit = 1 };
  FramPersonEdit later = { .given_name = "Aaron",
                           .family_name = "Aasen",
                           .birth_date = FRAM_DATE_NONE,
                           .enrolled = f->today + 30,
                           .organisation = "AF" };
  guint before = how_many (f, &now);
  g_autofree char *case_no = fram_desk_add_person (f->desk, &later, NULL);

  g_assert_nonnull (case_no);
  g_assert_cmpuint (how_many (f, &all), ==, before + 1);
  g_assert_cmpuint (how_many (f, &now), ==, before);
  g_assert_cmpuint (how_many (f, &one), ==, 1);
}

static gboolean
end (Fixture *f, const FramStay *of, const char *day, GError **error)
{
  return fram_desk_end_placement (f->desk, f->amina, &of->id, fram_test_date (day), error);
}

/* The plan ends with the placement; a later placement there keeps its own. */
static void
test_end (Fixture *f, gconstpointer unused)
{
  g_autoptr (FramPerson) before = NULL;
  g_autoptr (FramPerson) ended = NULL;
  g_autoptr (FramRoster) last = NULL;
  g_autoptr (FramRoster) between = NULL;
  g_autoptr (FramRoster) later = NULL;

  fixture_place (f, f->amina, "snickeri", "2026-12-01", "thu 13-15");
  before = person (f, f->amina);
  g_assert_true (end (f, stay (before, 1), "2026-11-19", NULL));
  ended = person (f, f->amina);
  fram_assert_date (stay (ended, 1)->to, "2026-11-19");
  last = fixture_roster (f, "2026-11-19");
  between = fixture_roster (f, "2026-11-26");
  later = fixture_roster (f, "2026-12-03");
  g_assert_nonnull (fixture_row (last, "Amina Hassan"));
  g_assert_null (fixture_row (between, "Amina Hassan"));
  g_assert_cmpint (fixture_row (later, "Amina Hassan")->planned_from, ==, 13 * 60);
}

static void
test_end_refused (Fixture *f, gconstpointer unused)
{
  g_autoptr (FramPerson) found = person (f, f->amina);
  g_autoptr (FramPerson) same = NULL;
  g_autoptr (GError) early = NULL;
  g_autoptr (GError) foreign = NULL;
  g_autoptr (GError) denied = NULL;

  g_assert_false (end (f, stay (found, 0), "2026-09-30", &early));
  g_assert_error (early, FRAM_ERROR, FRAM_ERROR_INVALID);
  g_assert_false (
      fram_desk_end_placement (f->desk, f->bjorn, &stay (found, 0)->id, fram_test_date ("2026-11-19"), &foreign));
  g_assert_error (foreign, FRAM_ERROR, FRAM_ERROR_NOT_FOUND);
  fixture_hire (f, "Leo Ledare", FRAM_ROLE_ACTIVITY_LEADER, "snickeri");
  fixture_sit (f, "Leo Ledare");
  g_assert_false (end (f, stay (found, 0), "2026-11-19", &denied));
  g_assert_error (denied, FRAM_ERROR, FRAM_ERROR_DENIED);
  same = person (f, f->amina);
  g_assert_cmpint (stay (same, 0)->to, ==, FRAM_DATE_NONE);
}

static FramUuid
put_group (Fixture *f, const char *code)
{
  FramUuid id = fram_id_activity_group (code), kind = fram_id_group_kind ("aterhamtningsgrupp");
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_ACTIVITY_GROUP, &id);

  fram_record_set_ref (record, "group_kind", &kind);
  fram_record_set_text (record, "code", code);
  fixture_put (f, record);
  return id;
}

static void
join (Fixture *f, const char *case_no, const FramUuid *group)
{
  g_autoptr (FramPerson) found = person (f, case_no);
  FramUuid enrolment = fram_id_membership (group, &found->row->participant, f->today - 30);
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_MEMBERSHIP, &enrolment);
  g_autoptr (FramCase) what = fram_desk_case (f->desk, case_no, NULL, NULL);

  fram_record_set_ref (record, "activity_group", group);
  fram_record_set_ref (record, "enrolment", &what->enrolment);
  fram_record_set_date (record, "from_day", f->today - 30);
  fixture_put (f, record);
}

static void
lead (Fixture *f, const FramUuid *staff, const FramUuid *group)
{
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_ROLE_GRANT, NULL);

  fram_record_set_ref (record, "staff", staff);
  fram_record_set_text (record, "role", fram_role_get_code (FRAM_ROLE_PEER_MENTOR));
  fram_record_set_ref (record, "activity_group", group);
  fixture_put (f, record);
}

/* Of a member's plan a mentor sees the own group: neither the workshop nor another group. */
static void
test_a_mentor_sees_own_groups (Fixture *f, gconstpointer unused)
{
  FramUuid mira = fixture_hire (f, "Mira Mentor", FRAM_ROLE_PEER_MENTOR, NULL);
  FramUuid own = put_group (f, "ATE-01"), other = put_group (f, "ATE-02");
  g_autoptr (FramPerson) all = NULL;
  g_autoptr (FramPerson) part = NULL;

  join (f, f->amina, &own);
  join (f, f->amina, &other);
  lead (f, &mira, &own);
  all = person (f, f->amina);
  g_assert_cmpuint (all->stays->len, ==, 3);
  fixture_sit (f, "Mira Mentor");
  part = person (f, f->amina);
  g_assert_cmpuint (part->stays->len, ==, 1);
  g_assert_cmpstr (stay (part, 0)->activity, ==, "ATE-01");
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  ADD ("/desk/person/stays", test_stays);
  ADD ("/desk/person/rights", test_rights);
  ADD ("/desk/person/a-mentor-sees-own-groups", test_a_mentor_sees_own_groups);
  ADD ("/desk/person/protection", test_protection);
  ADD ("/desk/person/phone-stays", test_phone_stays);
  ADD ("/desk/person/end", test_end);
  ADD ("/desk/person/end-refused", test_end_refused);
  ADD ("/desk/people/enrolled-now", test_enrolled_now);
  return g_test_run ();
}
