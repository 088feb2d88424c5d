#include "schedule-house.h"

#include "fram-desk-booking.h"
#include "fram-desk-days.h"
#include "fram-desk-member.h"
#include "fram-desk-person.h"
#include "fram-desk-plan.h"
#include "fram-desk-schedule-picture.h"
#include "fram-desk-timeline.h"
#include "fram-desk-week.h"

/* What a peer mentor learns of whom, by every way in: Samir has Amina, Björn and Carla in his group and in nothing else; Dina is
 * in the group of Zlatko, who runs the workshop Administration too. */

static void
assert_denied (gpointer answer, GError **error)
{
  g_assert_null (answer);
  g_assert_nonnull (*error);
  g_assert_true ((*error)->domain == FRAM_ERROR &&
                 ((*error)->code == FRAM_ERROR_DENIED || (*error)->code == FRAM_ERROR_NOT_FOUND));
  g_assert_null (strstr ((*error)->message, "Dina"));
  g_clear_error (error);
}

static void
test_names_are_for_the_own_group_only (ScheduleHouse *h, gconstpointer unused)
{
  FramDesk *desk = h->base.desk;
  FramDate today = h->base.today, walk_day = fram_test_date ("2026-11-11");
  FramUuid dina = schedule_house_enrolment (h, h->dina), who = schedule_house_participant (h, h->dina);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) own = NULL;

  fixture_sit (&h->base, "Samir Sandberg");
  own = fram_desk_group_members (desk, &h->recovery, today, &error);
  g_assert_cmpuint (own->len, ==, 3);
  assert_denied (fram_desk_group_members (desk, &h->walk, walk_day, &error), &error);
  assert_denied (fram_desk_group_members (desk, &h->base.snickeri, today, &error), &error);
  assert_denied (fram_desk_roster (desk, &h->walk, walk_day, &error), &error);
  assert_denied (fram_desk_roster (desk, &h->course, today, &error), &error);
  assert_denied (fram_desk_sheet (desk, &h->walk, walk_day, today, &error), &error);
  assert_denied (fram_desk_count_activity (desk, &h->walk, walk_day, &error), &error);
  assert_denied (fram_desk_member (desk, &dina, &error), &error);
  assert_denied (fram_desk_person (desk, h->dina, &error), &error);
  assert_denied (fram_desk_person_days (desk, h->dina, 10, &error), &error);
  assert_denied (fram_desk_timeline (desk, h->dina, NULL, &error), &error);
  assert_denied (fram_desk_case_plan (desk, &dina, &error), &error);
  assert_denied (fram_desk_bookings (desk, &who, &error), &error);
  assert_denied (fram_desk_schedule (desk, FRAM_SCHEDULE_OF_PARTICIPANT, &who, today, today + 6, &error), &error);
}

static void
test_search_finds_the_own_group_only (ScheduleHouse *h, gconstpointer unused)
{
  static const char *const words[] = { "Dina", "Dal", "a", "" };
  guint n = 0;

  fixture_sit (&h->base, "Samir Sandberg");
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      FramPeopleQuery query = { .search = words[i] };
      g_autoptr (GPtrArray) rows = fram_desk_people (h->base.desk, &query, NULL);

      for (guint k = 0; k < rows->len; k++)
        {
          const FramPersonRow *row = rows->pdata[k];

          g_assert_null (strstr (row->name, "Dina"));
          g_assert_cmpint (row->birth_date, ==, FRAM_DATE_NONE);
          g_assert_null (row->sex);
          n++;
        }
    }
  g_assert_cmpuint (n, >, 0);
}

static void
test_of_a_member_nothing_but_name_phone_and_own_groups (ScheduleHouse *h, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramPerson) person = NULL;
  g_autoptr (GPtrArray) days = NULL;
  g_autoptr (FramCasePlan) plan = NULL;
  FramUuid amina = schedule_house_enrolment (h, h->base.amina);

  fram_roster_free (fixture_mark (&h->base, "2026-11-05", "Amina Hassan", "absent_unnotified", &error));
  schedule_house_mark (h, &h->recovery, "2026-11-05", h->base.amina, "present");
  fixture_sit (&h->base, "Samir Sandberg");
  person = fram_desk_person (h->base.desk, h->base.amina, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (person->row->name, ==, "Amina Hassan");
  g_assert_cmpstr (person->phone, ==, SCHEDULE_PHONE);
  g_assert_cmpint (person->row->birth_date, ==, FRAM_DATE_NONE);
  g_assert_null (person->row->sex);
  g_assert_null (person->row->organisation);
  g_assert_null (person->case_workers);
  g_assert_cmpuint (person->stays->len, ==, 1);
  g_assert_true (((FramStay *)person->stays->pdata[0])->is_group);
  days = fram_desk_person_days (h->base.desk, h->base.amina, 10, &error);
  g_assert_cmpuint (days->len, ==, 1);
  g_assert_cmpstr (((FramPersonDay *)days->pdata[0])->code, ==, "ATH-T");
  plan = fram_desk_case_plan (h->base.desk, &amina, &error);
  g_assert_no_error (error);
  g_assert_cmpint (plan->target, ==, FRAM_DATE_NONE);
  g_assert_cmpint (plan->default_target, ==, FRAM_DATE_NONE);
  g_assert_null (plan->main_goal);
  g_assert_cmpuint (plan->steps->len, ==, 1); /* the group, and not Snickeri */
  g_assert_cmpint (((FramPlanStep *)plan->steps->pdata[0])->kind, ==, FRAM_PLAN_GROUP);
}

static void
test_remarks_go_with_the_names (ScheduleHouse *h, gconstpointer unused)
{
  g_autoptr (FramSchedule) own = NULL, other = NULL;

  schedule_house_change (h, &h->recovery, "2026-11-12", "kept", NULL, NULL, NULL, "REMARK");
  fixture_sit (&h->base, "Samir Sandberg");
  own = schedule_house_week (h);
  g_assert_cmpstr (schedule_house_find (own, &h->recovery, "2026-11-12")->remark, ==, "REMARK");
  fixture_sit (&h->base, "Zlatko Holmgren");
  other = schedule_house_week (h);
  g_assert_null (schedule_house_find (other, &h->recovery, "2026-11-12")->remark);
}

static gboolean
sees (ScheduleHouse *h, const char *now, const char *who, const FramUuid *group)
{
  g_autoptr (GPtrArray) members = NULL;

  schedule_house_turn_clock (h, now);
  fixture_sit (&h->base, who);
  members = fram_desk_group_members (h->base.desk, group, h->base.today, NULL);
  return members != NULL;
}

static gboolean
may_change (ScheduleHouse *h, const FramUuid *group)
{
  g_autoptr (FramSchedule) weeks =
      fram_desk_schedule (h->base.desk, FRAM_SCHEDULE_OF_GROUP, group, h->base.today - 7, h->base.today + 7, NULL);

  return ((FramScheduleSession *)weeks->sessions->pdata[0])->may_change;
}

static void
test_members_are_own_thirty_days_after_leading (ScheduleHouse *h, gconstpointer unused)
{
  FramUuid eva = fixture_hire (&h->base, "Eva Lind", FRAM_ROLE_PEER_MENTOR, NULL);

  schedule_house_lead (h, &h->walk, &eva, "2026-10-01", "2026-11-12");
  g_assert_true (sees (h, "2026-11-12T10:00", "Eva Lind", &h->walk));
  g_assert_true (may_change (h, &h->walk));
  g_assert_true (sees (h, "2026-12-12T09:00", "Eva Lind", &h->walk));
  g_assert_false (may_change (h, &h->walk));
  g_assert_false (sees (h, "2026-12-13T09:00", "Eva Lind", &h->walk));
}

static void
test_a_substitute_has_the_day_and_the_day_after (ScheduleHouse *h, gconstpointer unused)
{
  FramUuid eva = fixture_hire (&h->base, "Eva Lind", FRAM_ROLE_PEER_MENTOR, NULL);

  schedule_house_change (h, &h->recovery, "2026-11-19", "kept", NULL, &eva, NULL, NULL);
  g_assert_false (sees (h, "2026-11-18T09:00", "Eva Lind", &h->recovery));
  g_assert_true (sees (h, "2026-11-19T09:00", "Eva Lind", &h->recovery));
  g_assert_true (sees (h, "2026-11-20T09:00", "Eva Lind", &h->recovery));
  g_assert_false (sees (h, "2026-11-21T09:00", "Eva Lind", &h->recovery));
  /* turning the clock back to the day brings nothing back */
  schedule_house_change (h, &h->walk, "2026-12-02", "cancelled", NULL, NULL, NULL, NULL);
  g_assert_false (sees (h, "2026-11-19T10:00", "Eva Lind", &h->recovery));
}

/* Whether the roster of that place leads to the pages of those who are on it. */
static gboolean
opens_people (FramDesk *desk, const char *code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramRoster) roster = NULL;
  FramUuid activity;

  g_assert_true (fram_desk_find_activity (desk, code, &activity, &error));
  roster = fram_desk_roster (desk, &activity, fram_test_date ("2026-11-11"), &error);
  g_assert_no_error (error);
  return roster->opens_people;
}

/* Zlatko has a leader's rights in Administration, and in the group those of a mentor. */
static void
test_leading_a_workshop_gives_nothing_in_the_groups (ScheduleHouse *h, gconstpointer unused)
{
  FramDesk *desk = h->base.desk;
  g_autofree char *elin = fixture_add (&h->base, "Elin", "Sand");
  g_autoptr (FramPerson) dina = NULL, worker = NULL;
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (GError) error = NULL;

  fixture_place (&h->base, elin, "administration", "2026-10-01", "thu 09-12");
  fixture_place (&h->base, h->dina, "kok_bageri", "2026-10-01", "thu 09-12");
  fixture_sit (&h->base, "Zlatko Holmgren");
  g_assert_false (opens_people (desk, "FRI-O"));
  g_assert_true (opens_people (desk, "administration"));
  worker = fram_desk_person (desk, elin, &error);
  g_assert_no_error (error);
  g_assert_cmpint (worker->row->birth_date, !=, FRAM_DATE_NONE);
  g_assert_cmpuint (worker->stays->len, ==, 1);
  dina = fram_desk_person (desk, h->dina, &error);
  g_assert_no_error (error);
  g_assert_cmpint (dina->row->birth_date, ==, FRAM_DATE_NONE);
  g_assert_cmpuint (dina->stays->len, ==, 1); /* the group, and not the kitchen */
  g_assert_true (((FramStay *)dina->stays->pdata[0])->is_group);
  members = fram_desk_group_members (desk, &h->walk, fram_test_date ("2026-11-11"), &error);
  g_assert_cmpuint (members->len, ==, 1);
  g_assert_false (((FramGroupMember *)members->pdata[0])->may_open);
  assert_denied (fram_desk_person (desk, h->base.amina, &error), &error);
}

static void
test_every_role_sees_the_whole_week_without_names (ScheduleHouse *h, gconstpointer unused)
{
  for (guint role = 0; role < FRAM_N_ROLES; role++)
    {
      g_autofree char *name = g_strdup_printf ("Role %c", (char)('A' + role));
      g_autoptr (FramSchedule) week = NULL;
      g_autoptr (FramSchedulePicture) picture = NULL;

      fixture_reopen (&h->base);
      fixture_hire (&h->base, name, role, role == FRAM_ROLE_ACTIVITY_LEADER ? "snickeri" : NULL);
      fixture_sit (&h->base, name);
      week = schedule_house_week (h);
      g_assert_cmpuint (week->sessions->len, ==, 3);
      picture = fram_desk_schedule_picture (week, FALSE);
      for (guint i = 0; i < picture->blocks->len; i++)
        {
          const char *spoken = g_array_index (picture->blocks, FramScheduleBlock, i).spoken;

          g_assert_null (strstr (spoken, "Amina"));
          g_assert_null (strstr (spoken, "Hassan"));
          g_assert_null (strstr (spoken, "Dina"));
        }
    }
}

/* A mentor has the participant's week as far as it is in the mentor's own groups. */
static void
test_a_members_week_is_that_of_the_own_groups (ScheduleHouse *h, gconstpointer unused)
{
  FramUuid amina = schedule_house_participant (h, h->base.amina);
  g_autoptr (FramSchedule) week = NULL, all = NULL;

  schedule_house_join (h, &h->course, h->base.amina, "2026-10-01", NULL, FALSE);
  all = fram_desk_schedule (h->base.desk, FRAM_SCHEDULE_OF_PARTICIPANT, &amina, h->base.today, h->base.today, NULL);
  g_assert_cmpuint (all->sessions->len, ==, 2);
  fixture_sit (&h->base, "Samir Sandberg");
  week = fram_desk_schedule (h->base.desk, FRAM_SCHEDULE_OF_PARTICIPANT, &amina, h->base.today, h->base.today, NULL);
  g_assert_cmpuint (week->sessions->len, ==, 1);
  g_assert_cmpstr (((FramScheduleSession *)week->sessions->pdata[0])->code, ==, "ATH-T");
}

static void
protect (ScheduleHouse *h, const char *case_no)
{
  FramUuid participant = schedule_house_participant (h, case_no);
  FramPersonEdit edit = {
    .given_name = "Amina", .family_name = "Hassan", .enrolled = fram_test_date ("2026-09-01"), .is_protected = TRUE
  };
  g_autoptr (GError) error = NULL;

  g_assert_true (fram_desk_edit_person (h->base.desk, &participant, &edit, &error));
  g_assert_no_error (error);
}

static void
test_a_protected_member_is_a_bare_row (ScheduleHouse *h, gconstpointer unused)
{
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (FramSchedule) week = NULL;
  const FramScheduleSession *session;
  guint bare = 0;

  schedule_house_mark (h, &h->recovery, "2026-11-12", h->base.amina, "present");
  protect (h, h->base.amina);
  fixture_sit (&h->base, "Samir Sandberg");
  members = fram_desk_group_members (h->base.desk, &h->recovery, h->base.today, NULL);
  g_assert_cmpuint (members->len, ==, 3);
  for (guint i = 0; i < members->len; i++)
    {
      const FramGroupMember *member = members->pdata[i];

      g_assert_null (strstr (member->name, "Amina"));
      if (!fram_uuid_is_none (&member->participant))
        continue;
      g_assert_null (member->phone);
      g_assert_true (fram_uuid_is_none (&member->enrolment));
      g_assert_true (fram_uuid_is_none (&member->membership));
      g_assert_cmpint (member->from, ==, FRAM_DATE_NONE);
      bare++;
    }
  g_assert_cmpuint (bare, ==, 1);
  week = schedule_house_week (h);
  session = schedule_house_find (week, &h->recovery, "2026-11-12");
  g_assert_cmpint (session->expected, ==, 1); /* as the roster counts */
  g_assert_cmpint (session->marked, ==, 0);
}

static void
test_own_talks_are_with_people_one_sees (ScheduleHouse *h, gconstpointer unused)
{
  g_autoptr (FramSchedule) week = NULL;
  const char *const cases[] = { h->base.amina, h->dina };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FramUuid participant = schedule_house_participant (h, cases[i]);
      FramUuid id = fram_uuid_new (h->base.clock);
      g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_BOOKING, &id);

      fram_record_set_ref (record, "participant", &participant);
      fram_record_set_text (record, "kind", "individuell_uppfoljning");
      fram_record_set_date (record, "day", fram_test_date ("2026-11-13"));
      fram_record_set_int (record, "starts", (10 + (int)i) * 60);
      fram_record_set_ref (record, "staff", &h->samir);
      fixture_put (&h->base, record);
    }
  fixture_sit (&h->base, "Samir Sandberg");
  week = schedule_house_week (h);
  g_assert_cmpuint (week->talks->len, ==, 1);
  g_assert_cmpstr (((FramScheduleTalk *)week->talks->pdata[0])->name, ==, "Amina Hassan");
  g_assert_cmpint (((FramScheduleTalk *)week->talks->pdata[0])->ends, ==, 11 * 60);
  g_clear_pointer (&week, fram_schedule_free);
  fixture_sit (&h->base, "Zlatko Holmgren");
  week = schedule_house_week (h);
  g_assert_cmpuint (week->talks->len, ==, 0);
}

/* Who steps in on one day sees the names of that day, and cannot go on from there. */
static void
test_a_substitute_names_no_other_day (ScheduleHouse *h, gconstpointer unused)
{
  FramDate day = fram_test_date ("2026-11-19");
  FramSessionEdit edit = { .day = day, .starts = 9 * 60, .minutes = 120, .place = h->room, .substitute = h->samir };
  FramSessionEdit extra = { .day = day + 1, .starts = FRAM_TIME_NONE, .minutes = -1, .substitute = h->samir };
  FramDesk *desk = h->base.desk;
  g_autoptr (GError) error = NULL;

  schedule_house_change (h, &h->walk, "2026-11-11", "kept", NULL, &h->samir, NULL, NULL);
  fixture_reopen (&h->base);
  desk = h->base.desk;
  fixture_sit (&h->base, "Samir Sandberg");
  g_assert_true (fram_desk_set_session_remark (desk, &h->walk, fram_test_date ("2026-11-11"), "rain", NULL, &error));
  g_assert_false (fram_desk_set_substitute (desk, &h->walk, fram_test_date ("2026-11-18"), &h->samir, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_DENIED);
  g_clear_error (&error);
  edit.day = fram_test_date ("2026-11-18");
  g_assert_false (fram_desk_change_session (desk, &h->walk, edit.day, FRAM_GROUP_THIS, &edit, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_DENIED);
  g_clear_error (&error);
  g_assert_false (fram_desk_add_session (desk, &h->walk, &extra, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_DENIED);
  g_clear_error (&error);
  /* who leads the group names whom it needs */
  g_assert_true (fram_desk_set_substitute (desk, &h->recovery, day, &h->zlatko, NULL, &error));
  g_assert_no_error (error);
}

#define ADD(name, func)                                                                                                \
  g_test_add ("/schedule-rights/" name, ScheduleHouse, NULL, schedule_house_set_up, func, schedule_house_tear_down)

int
main (int argc, char *argv[])
{
  fram_test_init (&argc, &argv);
  ADD ("names-in-the-own-group-only", test_names_are_for_the_own_group_only);
  ADD ("search", test_search_finds_the_own_group_only);
  ADD ("nothing-more-of-a-member", test_of_a_member_nothing_but_name_phone_and_own_groups);
  ADD ("remarks-with-the-names", test_remarks_go_with_the_names);
  ADD ("thirty-days-after", test_members_are_own_thirty_days_after_leading);
  ADD ("substitute", test_a_substitute_has_the_day_and_the_day_after);
  ADD ("leading-a-workshop-too", test_leading_a_workshop_gives_nothing_in_the_groups);
  ADD ("every-role", test_every_role_sees_the_whole_week_without_names);
  ADD ("a-members-week", test_a_members_week_is_that_of_the_own_groups);
  ADD ("protected", test_a_protected_member_is_a_bare_row);
  ADD ("substitute-names-nobody", test_a_substitute_names_no_other_day);
  ADD ("own-talks", test_own_talks_are_with_people_one_sees);
  return g_test_run ();
}
