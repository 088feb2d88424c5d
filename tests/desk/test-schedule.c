#include "schedule-house.h"

#include "fram-desk-booking.h"
#include "fram-desk-capacity.h"
#include "fram-desk-schedule-picture.h"

/* The groups of a week: what became of each session, whose it is, how far its marks are, and the picture of it. */

static void
test_a_week_has_every_session_in_order (ScheduleHouse *h, gconstpointer unused)
{
  g_autoptr (FramSchedule) week = schedule_house_week (h);
  const FramScheduleSession *walk, *recovery, *course;

  g_assert_cmpuint (week->sessions->len, ==, 3);
  walk = week->sessions->pdata[0];
  recovery = week->sessions->pdata[1];
  course = week->sessions->pdata[2];
  g_assert_cmpstr (walk->name, ==, "Walk");
  fram_assert_date (walk->day, "2026-11-11");
  g_assert_cmpstr (recovery->name, ==, "Recovery");
  g_assert_cmpint (recovery->starts, ==, 9 * 60);
  g_assert_cmpint (recovery->ends, ==, 11 * 60);
  g_assert_cmpstr (recovery->place, ==, "Room 1");
  g_assert_cmpstr (recovery->leaders, ==, "Samir Sandberg");
  g_assert_cmpstr (recovery->code, ==, "ATH-T");
  g_assert_cmpstr (recovery->kind, ==, "aterhamtningsgrupp");
  g_assert_cmpint (recovery->capacity, ==, 8);
  g_assert_cmpstr (course->leaders, ==, "");
  g_assert_cmpint (course->number, ==, 7);
  g_assert_cmpint (course->of, ==, 12);
  g_assert_cmpint (recovery->of, ==, 0);
  g_assert_cmpint (week->now, ==, 9 * 60 + 14);
}

static void
test_members_are_those_of_the_day (ScheduleHouse *h, gconstpointer unused)
{
  g_autoptr (FramSchedule) before = NULL, week = schedule_house_week (h);
  const FramScheduleSession *session = schedule_house_find (week, &h->recovery, "2026-11-12");

  g_assert_cmpint (session->members, ==, 2);
  g_assert_cmpint (session->waiting, ==, 1);
  before = fram_desk_schedule (h->base.desk, FRAM_SCHEDULE_OF_ALL, NULL, fram_test_date ("2026-10-26"),
                               fram_test_date ("2026-11-08"), NULL);
  session = schedule_house_find (before, &h->recovery, "2026-10-29");
  g_assert_cmpint (session->members, ==, 1);
  g_assert_cmpint (session->waiting, ==, 0);
  session = schedule_house_find (before, &h->recovery, "2026-11-05");
  g_assert_cmpint (session->waiting, ==, 1);
}

static void
test_marks_are_counted_as_the_roster_counts_them (ScheduleHouse *h, gconstpointer unused)
{
  g_autoptr (FramSchedule) week = NULL;
  g_autoptr (FramRoster) roster = NULL;
  const FramScheduleSession *session;

  fixture_sit (&h->base, "Samir Sandberg");
  schedule_house_mark (h, &h->recovery, "2026-11-12", h->base.amina, "late");
  schedule_house_mark (h, &h->recovery, "2026-11-12", h->base.bjorn, "absent_notified");
  week = schedule_house_week (h);
  session = schedule_house_find (week, &h->recovery, "2026-11-12");
  g_assert_true (session->own);
  g_assert_true (session->sees_names);
  g_assert_true (session->may_mark);
  g_assert_true (session->may_change);
  g_assert_cmpint (session->expected, ==, 2);
  g_assert_cmpint (session->marked, ==, 2);
  g_assert_cmpint (session->present, ==, 1);
  roster = fram_desk_roster (h->base.desk, &h->recovery, h->base.today, NULL);
  g_assert_cmpint (roster->totals.expected, ==, session->expected);
  session = schedule_house_find (week, &h->walk, "2026-11-11");
  g_assert_false (session->own);
  g_assert_false (session->sees_names);
  g_assert_false (session->may_mark);
  g_assert_false (session->may_change);
  g_assert_cmpint (session->expected, ==, -1);
  g_assert_cmpint (session->marked, ==, -1);
  g_assert_cmpint (session->present, ==, -1);
  g_assert_cmpint (session->members, ==, 1);
}

static void
test_a_session_that_is_called_off_says_when_the_group_is_back (ScheduleHouse *h, gconstpointer unused)
{
  g_autoptr (FramSchedule) week = NULL;
  const FramScheduleSession *session;

  schedule_house_change (h, &h->recovery, "2026-11-12", "cancelled", NULL, NULL, "The floor is mended", NULL);
  schedule_house_change (h, &h->recovery, "2026-11-19", "cancelled", NULL, NULL, NULL, NULL);
  week = schedule_house_week (h);
  session = schedule_house_find (week, &h->recovery, "2026-11-12");
  g_assert_cmpint (session->change, ==, FRAM_SESSION_CANCELLED);
  g_assert_false (session->held);
  g_assert_false (session->may_mark);
  g_assert_cmpint (session->number, ==, 0);
  g_assert_cmpstr (session->reason, ==, "The floor is mended");
  fram_assert_date (session->returns, "2026-11-26");
}

static void
test_a_session_that_is_moved_leaves_an_empty_place (ScheduleHouse *h, gconstpointer unused)
{
  g_autoptr (FramSchedule) week = NULL;
  const FramScheduleSession *session, *away;

  schedule_house_change (h, &h->recovery, "2026-11-12", "moved", "2026-11-10", NULL, "Visit", NULL);
  week = schedule_house_week (h);
  g_assert_cmpuint (week->sessions->len, ==, 4);
  session = schedule_house_find (week, &h->recovery, "2026-11-12");
  fram_assert_date (session->day, "2026-11-10");
  g_assert_true (session->held);
  g_assert_cmpint (session->members, ==, 1); /* Björn comes on the 12th only */
  away = week->sessions->pdata[2];
  g_assert_true (away->is_away);
  g_assert_false (away->held);
  fram_assert_date (away->day, "2026-11-12");
  fram_assert_date (away->to_day, "2026-11-10");
}

static void
test_a_substitute_stands_in_the_leaders_place_that_day (ScheduleHouse *h, gconstpointer unused)
{
  g_autoptr (FramSchedule) weeks = NULL, of_leader = NULL;
  const FramScheduleSession *session;
  FramDate from = fram_test_date ("2026-11-09"), to = fram_test_date ("2026-11-22");

  schedule_house_change (h, &h->recovery, "2026-11-19", "kept", NULL, &h->zlatko, NULL, NULL);
  weeks = fram_desk_schedule (h->base.desk, FRAM_SCHEDULE_OF_ALL, NULL, from, to, NULL);
  session = schedule_house_find (weeks, &h->recovery, "2026-11-19");
  g_assert_cmpstr (session->leaders, ==, "Zlatko Holmgren");
  g_assert_cmpstr (session->substitute, ==, "Zlatko Holmgren");
  session = schedule_house_find (weeks, &h->recovery, "2026-11-12");
  g_assert_cmpstr (session->leaders, ==, "Samir Sandberg");
  g_assert_null (session->substitute);
  of_leader = fram_desk_schedule (h->base.desk, FRAM_SCHEDULE_OF_LEADER, &h->zlatko, from, to, NULL);
  g_assert_cmpuint (of_leader->sessions->len, ==, 3); /* two walks and the one session of the other group */
}

static void
test_leaders_are_those_of_the_day (ScheduleHouse *h, gconstpointer unused)
{
  g_autoptr (FramSchedule) weeks = NULL;
  const FramScheduleSession *session;

  schedule_house_lead (h, &h->recovery, &h->zlatko, "2026-11-13", NULL);
  weeks = fram_desk_schedule (h->base.desk, FRAM_SCHEDULE_OF_GROUP, &h->recovery, fram_test_date ("2026-11-09"),
                              fram_test_date ("2026-11-22"), NULL);
  g_assert_cmpuint (weeks->sessions->len, ==, 2);
  session = weeks->sessions->pdata[0];
  g_assert_cmpstr (session->leaders, ==, "Samir Sandberg");
  session = weeks->sessions->pdata[1];
  g_assert_cmpstr (session->leaders, ==, "Samir Sandberg, Zlatko Holmgren");
}

static guint
count_of (ScheduleHouse *h, FramScheduleOf of, const FramUuid *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramSchedule) week =
      fram_desk_schedule (h->base.desk, of, id, fram_test_date ("2026-11-09"), fram_test_date ("2026-11-15"), &error);

  g_assert_no_error (error);
  return week->sessions->len;
}

static void
test_a_schedule_is_of_one_group_place_or_person (ScheduleHouse *h, gconstpointer unused)
{
  FramUuid amina = schedule_house_participant (h, h->base.amina), nobody = fram_uuid_new (h->base.clock);
  FramUuid carla = schedule_house_participant (h, h->carla);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (count_of (h, FRAM_SCHEDULE_OF_GROUP, &h->course), ==, 1);
  g_assert_cmpuint (count_of (h, FRAM_SCHEDULE_OF_PLACE, &h->room), ==, 3);
  g_assert_cmpuint (count_of (h, FRAM_SCHEDULE_OF_PLACE, &nobody), ==, 0);
  g_assert_cmpuint (count_of (h, FRAM_SCHEDULE_OF_LEADER, &h->samir), ==, 1);
  g_assert_cmpuint (count_of (h, FRAM_SCHEDULE_OF_PARTICIPANT, &amina), ==, 1);
  g_assert_cmpuint (count_of (h, FRAM_SCHEDULE_OF_PARTICIPANT, &carla), ==, 0); /* waits */
  g_assert_null (
      fram_desk_schedule (h->base.desk, FRAM_SCHEDULE_OF_GROUP, &nobody, h->base.today, h->base.today, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND);
  fixture_sit (&h->base, "Zlatko Holmgren");
  g_assert_cmpuint (count_of (h, FRAM_SCHEDULE_OF_MINE, NULL), ==, 1);
}

static void
test_a_group_that_is_not_used_any_more_keeps_its_past (ScheduleHouse *h, gconstpointer unused)
{
  g_autoptr (FramSchedule) weeks = NULL;

  schedule_house_set (h, &h->recovery, "active", "0");
  weeks = fram_desk_schedule (h->base.desk, FRAM_SCHEDULE_OF_GROUP, &h->recovery, fram_test_date ("2026-11-02"),
                              fram_test_date ("2026-11-29"), NULL);
  g_assert_cmpuint (weeks->sessions->len, ==, 1);
  fram_assert_date (((FramScheduleSession *)weeks->sessions->pdata[0])->day, "2026-11-05");
}

static void
test_closed_days_and_holidays_are_named_and_have_no_session (ScheduleHouse *h, gconstpointer unused)
{
  g_autoptr (FramSchedule) weeks = NULL;
  const FramScheduleDay *day;
  FramClosure *closure = fram_closure_new ();

  closure->day = fram_test_date ("2026-12-23");
  closure->name = g_strdup ("Planning day");
  g_assert_true (fram_desk_save_closure (h->base.desk, closure, NULL));
  fram_closure_free (closure);
  weeks = fram_desk_schedule (h->base.desk, FRAM_SCHEDULE_OF_ALL, NULL, fram_test_date ("2026-12-21"),
                              fram_test_date ("2026-12-27"), NULL);
  g_assert_cmpuint (weeks->days->len, ==, 7);
  day = weeks->days->pdata[2];
  g_assert_true (day->off);
  g_assert_cmpstr (day->name, ==, "Planning day");
  day = weeks->days->pdata[3];
  g_assert_true (day->off);
  g_assert_nonnull (day->name);
  day = weeks->days->pdata[5];
  g_assert_true (day->off);
  day = weeks->days->pdata[0];
  g_assert_false (day->off);
  g_assert_null (day->name);
  g_assert_cmpuint (weeks->sessions->len, ==, 0);
}

static void
test_members_of_a_group_are_told_with_phone_and_who_is_new (ScheduleHouse *h, gconstpointer unused)
{
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (GError) error = NULL;
  const FramGroupMember *amina, *bjorn, *carla;

  fixture_sit (&h->base, "Samir Sandberg");
  members = fram_desk_group_members (h->base.desk, &h->recovery, h->base.today, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (members->len, ==, 3);
  amina = members->pdata[0];
  bjorn = members->pdata[1];
  carla = members->pdata[2];
  g_assert_cmpstr (bjorn->name, ==, "Björn Ek");
  g_assert_cmpstr (bjorn->phone, ==, SCHEDULE_PHONE);
  g_assert_true (bjorn->is_new);
  g_assert_false (bjorn->waiting);
  g_assert_false (bjorn->may_open);
  g_assert_cmpstr (amina->name, ==, "Amina Hassan");
  g_assert_false (amina->is_new);
  g_assert_true (carla->waiting);
  g_assert_false (carla->is_new);
}

static void
test_somebody_is_new_for_two_sessions (ScheduleHouse *h, gconstpointer unused)
{
  static const struct
  {
    const char *now;
    gboolean is_new;
  } days[] = { { "2026-11-12T09:14", TRUE }, { "2026-11-19T09:14", TRUE }, { "2026-11-26T09:14", FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (GPtrArray) members = NULL;

      schedule_house_turn_clock (h, days[i].now);
      fixture_sit (&h->base, "Samir Sandberg");
      members = fram_desk_group_members (h->base.desk, &h->recovery, h->base.today, NULL);
      g_assert_cmpint (((FramGroupMember *)members->pdata[1])->is_new, ==, days[i].is_new);
    }
}

static guint
count_phone_lines (ScheduleHouse *h)
{
  g_autoptr (GPtrArray) lines = fram_desk_log (h->base.desk, NULL, 100, NULL);
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    n += g_strcmp0 (((FramLogLine *)lines->pdata[i])->detail, "members of a group") == 0;
  return n;
}

static void
test_that_numbers_were_shown_is_in_the_log_once (ScheduleHouse *h, gconstpointer unused)
{
  fixture_sit (&h->base, "Samir Sandberg");
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GPtrArray) members = fram_desk_group_members (h->base.desk, &h->recovery, h->base.today, NULL);

      g_assert_nonnull (members);
    }
  fixture_reopen (&h->base);
  g_assert_cmpuint (count_phone_lines (h), ==, 1);
}

static char *
text_of (const FramSchedulePicture *picture, guint n)
{
  const FramScheduleBlock *block = &g_array_index (picture->blocks, FramScheduleBlock, n);
  g_autofree char *lines = g_strjoinv (" | ", block->lines);

  return g_strconcat (block->title, ": ", lines, NULL);
}

static void
assert_text (const FramSchedulePicture *picture, guint n, const char *wanted)
{
  g_autofree char *text = text_of (picture, n);

  if (g_str_has_prefix (g_getenv ("LANGUAGE") != NULL ? g_getenv ("LANGUAGE") : "", "sv"))
    return;
  g_assert_cmpstr (text, ==, wanted);
}

static void
test_the_picture_says_how_far_the_own_groups_are (ScheduleHouse *h, gconstpointer unused)
{
  g_autoptr (FramSchedule) week = NULL;
  g_autoptr (FramSchedulePicture) picture = NULL;
  const FramScheduleBlock *block;

  fixture_sit (&h->base, "Samir Sandberg");
  schedule_house_mark (h, &h->recovery, "2026-11-12", h->base.amina, "present");
  week = schedule_house_week (h);
  picture = fram_desk_schedule_picture (week, FALSE);
  g_assert_cmpuint (picture->heads->len, ==, 5);
  g_assert_cmpint (picture->now, ==, 9 * 60 + 14);
  g_assert_cmpuint (picture->blocks->len, ==, 3);
  assert_text (picture, 0, "Walk: Room 1 | Zlatko Holmgren");
  assert_text (picture, 1, "Recovery: Room 1 | 1 of 2 here | Samir Sandberg");
  assert_text (picture, 2, "Course: Room 1");
  block = &g_array_index (picture->blocks, FramScheduleBlock, 1);
  g_assert_cmpint (block->style, ==, FRAM_SCHEDULE_OWN);
  g_assert_cmpuint (block->tag, ==, 1);
  g_assert_nonnull (strstr (block->spoken, "Recovery"));
  g_assert_nonnull (strstr (block->spoken, "Room 1"));
  block = &g_array_index (picture->blocks, FramScheduleBlock, 0);
  g_assert_cmpint (block->style, ==, FRAM_SCHEDULE_OTHER);
}

static void
test_the_wall_has_no_people_and_the_line_for_next_time (ScheduleHouse *h, gconstpointer unused)
{
  g_autoptr (FramSchedule) week = NULL;
  g_autoptr (FramSchedulePicture) picture = NULL;

  schedule_house_set (h, &h->recovery, "next_line", "we bring a photo");
  schedule_house_change (h, &h->walk, "2026-11-11", "cancelled", NULL, NULL, NULL, "a remark");
  schedule_house_mark (h, &h->recovery, "2026-11-12", h->base.amina, "present");
  fixture_sit (&h->base, "Samir Sandberg");
  week = schedule_house_week (h);
  picture = fram_desk_schedule_picture (week, TRUE);
  g_assert_cmpint (picture->now, ==, FRAM_TIME_NONE);
  assert_text (picture, 0, "Walk: Cancelled, back 18 November | Room 1");
  assert_text (picture, 1, "Recovery: Room 1 | Next time: we bring a photo");
  for (guint i = 0; i < picture->blocks->len; i++)
    {
      const FramScheduleBlock *block = &g_array_index (picture->blocks, FramScheduleBlock, i);
      g_autofree char *text = text_of (picture, i);

      g_assert_cmpint (block->style, !=, FRAM_SCHEDULE_OWN);
      g_assert_null (strstr (text, "Samir"));
      g_assert_null (strstr (block->spoken, "Samir"));
      g_assert_null (strstr (block->spoken, "remark"));
    }
}

static void
test_choices_have_the_own_first (ScheduleHouse *h, gconstpointer unused)
{
  g_autoptr (GPtrArray) groups = NULL, leaders = NULL, places = NULL;

  fixture_sit (&h->base, "Zlatko Holmgren");
  groups = fram_desk_schedule_choices (h->base.desk, FRAM_SCHEDULE_OF_GROUP, h->base.today, NULL);
  g_assert_cmpuint (groups->len, ==, 3);
  g_assert_cmpstr (((FramScheduleWho *)groups->pdata[0])->name, ==, "Walk");
  g_assert_true (((FramScheduleWho *)groups->pdata[0])->own);
  g_assert_cmpstr (((FramScheduleWho *)groups->pdata[1])->name, ==, "Course");
  leaders = fram_desk_schedule_choices (h->base.desk, FRAM_SCHEDULE_OF_LEADER, h->base.today, NULL);
  g_assert_cmpuint (leaders->len, ==, 2);
  g_assert_cmpstr (((FramScheduleWho *)leaders->pdata[0])->name, ==, "Zlatko Holmgren");
  places = fram_desk_schedule_choices (h->base.desk, FRAM_SCHEDULE_OF_PLACE, h->base.today, NULL);
  g_assert_cmpuint (places->len, ==, 1);
}

static int
people_in_groups (ScheduleHouse *h, const char *day)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramCapacity) capacity =
      fram_desk_capacity (h->base.desk, fram_test_date (day), fram_test_date (day), &error);

  g_assert_no_error (error);
  return g_array_index (capacity->weeks, FramCapacityWeek, 0).people[FRAM_CAPACITY_GROUPS];
}

/* Who waits takes no place; who is in a course takes one until its last session, and nobody takes two. */
static void
test_places_taken (ScheduleHouse *h, gconstpointer unused)
{
  g_autofree char *elin = fixture_add (&h->base, "Elin", "Sand"), *per = fixture_add (&h->base, "Per", "Ek");
  int november = people_in_groups (h, "2026-11-12"), march = people_in_groups (h, "2027-03-11");

  schedule_house_join (h, &h->recovery, elin, "2026-11-02", NULL, TRUE);
  g_assert_cmpint (people_in_groups (h, "2026-11-12"), ==, november);
  schedule_house_join (h, &h->course, per, "2026-11-02", NULL, FALSE);
  g_assert_cmpint (people_in_groups (h, "2026-11-12"), ==, november + 1);
  g_assert_cmpint (people_in_groups (h, "2027-03-11"), ==, march);
  schedule_house_join (h, &h->walk, per, "2026-11-02", NULL, FALSE);
  g_assert_cmpint (people_in_groups (h, "2026-11-12"), ==, november + 1);
  g_assert_cmpint (people_in_groups (h, "2027-03-11"), ==, march + 1);
}

#define ADD(name, func)                                                                                                \
  g_test_add ("/schedule/" name, ScheduleHouse, NULL, schedule_house_set_up, func, schedule_house_tear_down)

int
main (int argc, char *argv[])
{
  fram_test_init (&argc, &argv);
  ADD ("week-in-order", test_a_week_has_every_session_in_order);
  ADD ("members-of-the-day", test_members_are_those_of_the_day);
  ADD ("marks-as-the-roster", test_marks_are_counted_as_the_roster_counts_them);
  ADD ("called-off", test_a_session_that_is_called_off_says_when_the_group_is_back);
  ADD ("moved", test_a_session_that_is_moved_leaves_an_empty_place);
  ADD ("substitute", test_a_substitute_stands_in_the_leaders_place_that_day);
  ADD ("leaders-of-the-day", test_leaders_are_those_of_the_day);
  ADD ("of-whom", test_a_schedule_is_of_one_group_place_or_person);
  ADD ("not-used-any-more", test_a_group_that_is_not_used_any_more_keeps_its_past);
  ADD ("closed-days", test_closed_days_and_holidays_are_named_and_have_no_session);
  ADD ("members", test_members_of_a_group_are_told_with_phone_and_who_is_new);
  ADD ("new-for-two-sessions", test_somebody_is_new_for_two_sessions);
  ADD ("numbers-are-logged", test_that_numbers_were_shown_is_in_the_log_once);
  ADD ("picture", test_the_picture_says_how_far_the_own_groups_are);
  ADD ("wall", test_the_wall_has_no_people_and_the_line_for_next_time);
  ADD ("places-taken", test_places_taken);
  ADD ("choices", test_choices_have_the_own_first);
  return g_test_run ();
}
