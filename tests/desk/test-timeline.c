#include "desk-fixture.h"

#include "fram-access-log.h"
#include "fram-changes.h"
#include "fram-desk-case.h"
#include "fram-desk-commitment.h"
#include "fram-desk-gaps.h"
#include "fram-desk-plan.h"
#include "fram-desk-timeline.h"
#include "fram-ids.h"

#include <string.h>

/* What stands on a participant's timeline, and what of it each role is told. It is Thursday 12 November, a quarter past
 * nine. */

typedef struct
{
  Fixture house;
  char *carla; /* a participant of the case worker's own */
  FramUuid participant;
  FramUuid enrolment;
  FramUuid mia; /* a peer mentor who leads nothing yet */
} Way;

static FramRecord *
new_record (Way *w, FramEntity entity)
{
  FramRecord *record = fram_record_new (entity, NULL);

  if (entity == FRAM_ENTITY_EVENT || entity == FRAM_ENTITY_BOOKING)
    fram_record_set_ref (record, "participant", &w->participant);
  fram_record_set_ref (record, "enrolment", &w->enrolment);
  return record;
}

/* What is there already becomes another. */
static void
change (Way *w, const FramRecord *record, const char *const *columns)
{
  Fixture *f = &w->house;
  g_autoptr (GError) error = NULL;
  g_autoptr (FramDb) db = fram_db_open (f->path, f->clock, &error);
  g_autoptr (FramViewer) system = fram_viewer_new_system (f->today);
  g_autoptr (FramChanges) changes = fram_changes_begin (db, system, "test", NULL, &error);

  fram_changes_update (changes, record, columns, &error);
  g_assert_no_error (error);
  g_assert_true (fram_changes_commit (changes, NULL, &error));
}

static void
meet (Way *w, FramEntity entity, const char *kind, const char *day, const char *status, int starts, const char *parties)
{
  g_autoptr (FramRecord) record = new_record (w, entity);

  fram_record_set_text (record, "kind", kind);
  fram_record_set_date (record, "day", fram_date_parse (day));
  fram_record_set_text (record, "status", status);
  fram_record_set_text (record, "parties", parties);
  if (starts >= 0)
    {
      fram_record_set_int (record, "starts", starts);
      fram_record_set_int (record, "minutes", 120);
    }
  fixture_put (&w->house, record);
}

static void
put_support (Way *w)
{
  g_autoptr (FramRecord) record = new_record (w, FRAM_ENTITY_PARALLEL_SUPPORT);

  fram_record_set_text (record, "kind", "health");
  fram_record_set_text (record, "provider", "Vårdcentralen");
  fram_record_set_date (record, "started", fram_date_parse ("2026-10-05"));
  fixture_put (&w->house, record);
}

static void
put_step_ahead (Way *w)
{
  g_autoptr (FramRecord) record = new_record (w, FRAM_ENTITY_PLACEMENT);

  fram_record_set_ref (record, "activity", &w->house.snickeri);
  fram_record_set_date (record, "from_day", fram_date_parse ("2026-12-01"));
  fram_record_set_int (record, "weekly_minutes", 480);
  fixture_put (&w->house, record);
}

static void
set_up (Way *w, gconstpointer unused)
{
  Fixture *f = &w->house;
  g_autoptr (FramCase) what = NULL;

  fixture_set_up (f, NULL);
  fixture_hire (f, "Per Wallin", FRAM_ROLE_ACTIVITY_LEADER, "snickeri");
  fixture_hire (f, "Olle Odlare", FRAM_ROLE_ACTIVITY_LEADER, "tradgard");
  fixture_hire (f, "Lena Ahmadi", FRAM_ROLE_MANAGER, NULL);
  fixture_hire (f, "Pia Platz", FRAM_ROLE_PLACE_FINDER, NULL);
  fixture_hire (f, "Dragana Andersen", FRAM_ROLE_OCCUPATIONAL_THERAPIST, NULL);
  fixture_hire (f, "Rebecka Memic", FRAM_ROLE_CASE_WORKER, NULL);
  fixture_hire (f, "Teresa Sundberg", FRAM_ROLE_ADMINISTRATOR, NULL);
  w->mia = fixture_hire (f, "Mia Nord", FRAM_ROLE_PEER_MENTOR, NULL);
  fixture_sit (f, "Rebecka Memic");
  w->carla = fixture_add (f, "Carla", "Nilsson");
  fixture_place (f, w->carla, "snickeri", "2026-10-01", "thu 09-12");
  what = fram_desk_case (f->desk, w->carla, NULL, NULL);
  w->participant = what->person->row->participant;
  w->enrolment = what->enrolment;
  put_support (w);
  put_step_ahead (w);
  meet (w, FRAM_ENTITY_EVENT, "uppfoljning", "2026-10-20", "uteblev", -1, NULL);
  meet (w, FRAM_ENTITY_EVENT, "handlaggarbyte_anvisare", "2026-10-25", "registrerat", -1, NULL);
  meet (w, FRAM_ENTITY_BOOKING, "trepartsmote", "2026-11-17", "bokat", 13 * 60, NULL);
  meet (w, FRAM_ENTITY_BOOKING, "annan_bokning", "2026-11-18", "bokat", 13 * 60, "Tandläkare");
  meet (w, FRAM_ENTITY_BOOKING, "sip", "2026-11-19", "avbokat", 9 * 60, NULL);
}

static void
tear_down (Way *w, gconstpointer unused)
{
  g_free (w->carla);
  fixture_tear_down (&w->house, NULL);
}

static FramTimeline *
seen_by (Way *w, const char *who)
{
  g_autoptr (GError) error = NULL;
  FramTimeline *timeline;

  fixture_sit (&w->house, who);
  timeline = fram_desk_timeline (w->house.desk, w->carla, NULL, &error);
  g_assert_no_error (error);
  return timeline;
}

static const FramTimelineItem *
find (const FramTimeline *timeline, FramLane lane, const char *kind, guint nth)
{
  for (guint i = 0; i < timeline->items->len; i++)
    {
      const FramTimelineItem *item = g_ptr_array_index (timeline->items, i);

      if (item->lane == lane && strcmp (item->kind, kind) == 0 && nth-- == 0)
        return item;
    }
  return NULL;
}

static guint
count_in (const FramTimeline *timeline, FramLane lane)
{
  guint n = 0;

  for (guint i = 0; i < timeline->items->len; i++)
    n += ((const FramTimelineItem *)g_ptr_array_index (timeline->items, i))->lane == lane;
  return n;
}

#define BIT(lane) (1u << FRAM_LANE_##lane)
#define PLAN      (BIT (WORKSHOPS) | BIT (GROUPS) | BIT (EXTERNAL) | BIT (MEETINGS) | BIT (COMMITMENTS) | BIT (CHANGES))

/* DATA.md, "Who sees which class": basic, plan, attend and note. */
static void
test_each_role_its_lanes (Way *w, gconstpointer unused)
{
  static const struct
  {
    const char *who;
    guint lanes;
  } roles[] = {
    { "Rebecka Memic", BIT (PHASES) | BIT (ATTENDANCE) | PLAN | BIT (SUPPORT) },
    { "Per Wallin", BIT (PHASES) | BIT (ATTENDANCE) | PLAN },
    { "Dragana Andersen", BIT (PHASES) | BIT (ATTENDANCE) | PLAN },
    { "Lena Ahmadi", BIT (PHASES) | BIT (ATTENDANCE) | PLAN },
    { "Pia Platz", BIT (PHASES) | PLAN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      g_autoptr (FramTimeline) timeline = seen_by (w, roles[i].who);
      gboolean note = (roles[i].lanes & BIT (SUPPORT)) != 0;

      g_assert_cmpuint (timeline->lanes, ==, roles[i].lanes);
      g_assert_cmpuint (count_in (timeline, FRAM_LANE_SUPPORT), ==, note ? 1 : 0);
      g_assert_cmpuint (count_in (timeline, FRAM_LANE_WORKSHOPS), ==, 2);
      g_assert_true (note ==
                     (strstr (find (timeline, FRAM_LANE_MEETINGS, "annan_bokning", 0)->text, "Tandläkare") != NULL));
    }
}

/* What an appointment elsewhere is, and with whom, is for those who read notes: also when it is over. */
static void
test_an_event_elsewhere_is_a_secret (Way *w, gconstpointer unused)
{
  static const char *const all[] = { "Rebecka Memic", "Per Wallin", "Pia Platz", "Lena Ahmadi", "Teresa Sundberg" };

  meet (w, FRAM_ENTITY_EVENT, "annan_bokning", "2026-11-05", "genomfort", -1, "Psykiatrin");
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autoptr (FramTimeline) timeline = seen_by (w, all[i]);
      const FramTimelineItem *item = find (timeline, FRAM_LANE_MEETINGS, "annan_bokning", 0);

      g_assert_true ((i == 0) == (strstr (item->text, "Psykiatrin") != NULL));
    }
}

static FramUuid
put_group (Way *w, const char *code)
{
  FramUuid id = fram_id_activity_group (code), kind = fram_id_group_kind ("aterhamtningsgrupp");
  FramUuid member = fram_id_membership (&id, &w->enrolment, w->house.today - 30);
  g_autoptr (FramRecord) group = fram_record_new (FRAM_ENTITY_ACTIVITY_GROUP, &id);
  g_autoptr (FramRecord) membership = fram_record_new (FRAM_ENTITY_MEMBERSHIP, &member);

  fram_record_set_ref (group, "group_kind", &kind);
  fram_record_set_text (group, "code", code);
  fixture_put (&w->house, group);
  fram_record_set_ref (membership, "activity_group", &id);
  fram_record_set_ref (membership, "enrolment", &w->enrolment);
  fram_record_set_date (membership, "from_day", w->house.today - 30);
  fixture_put (&w->house, membership);
  return id;
}

/* Leads the one group and not the other, and has a talk with Carla. */
static void
put_mentor (Way *w)
{
  FramUuid group = put_group (w, "ATE-01");
  g_autoptr (FramRecord) grant = fram_record_new (FRAM_ENTITY_ROLE_GRANT, NULL);
  g_autoptr (FramRecord) talk = new_record (w, FRAM_ENTITY_BOOKING);

  put_group (w, "ATE-02");
  fram_record_set_ref (grant, "staff", &w->mia);
  fram_record_set_text (grant, "role", "peer_mentor");
  fram_record_set_ref (grant, "activity_group", &group);
  fixture_put (&w->house, grant);
  fram_record_set_text (talk, "kind", "samtal");
  fram_record_set_date (talk, "day", fram_date_parse ("2026-11-24"));
  fram_record_set_ref (talk, "staff", &w->mia);
  fixture_put (&w->house, talk);
}

/* DATA.md, "plan": a mentor's own groups and own bookings; of others' bookings when they are, and not what. */
static void
test_a_mentor_sees_own_groups_and_talks (Way *w, gconstpointer unused)
{
  g_autoptr (FramTimeline) timeline = NULL;

  put_mentor (w);
  timeline = seen_by (w, "Mia Nord");
  g_assert_cmpuint (timeline->lanes & PLAN, ==, BIT (GROUPS) | BIT (MEETINGS));
  g_assert_cmpuint (count_in (timeline, FRAM_LANE_GROUPS), ==, 1);
  g_assert_cmpuint (count_in (timeline, FRAM_LANE_WORKSHOPS) + count_in (timeline, FRAM_LANE_COMMITMENTS), ==, 0);
  g_assert_cmpuint (count_in (timeline, FRAM_LANE_CHANGES) + timeline->registered->len + timeline->gaps->len, ==, 0);
  g_assert_cmpuint (count_in (timeline, FRAM_LANE_MEETINGS), ==, 3);
  g_assert_nonnull (find (timeline, FRAM_LANE_MEETINGS, "samtal", 0));
  g_assert_nonnull (find (timeline, FRAM_LANE_MEETINGS, "annan_bokning", 1));
  g_assert_null (strstr (timeline->summary, "Three-party"));
}

static void
test_a_mentor_sees_no_other_plan (Way *w, gconstpointer unused)
{
  const FramGapQuery gaps = { .at = FRAM_DATE_NONE };
  const FramCommitmentQuery promises = { 0 };
  FramDesk *desk = w->house.desk;
  g_autoptr (FramCasePlan) plan = NULL;
  g_autoptr (FramCase) what = NULL;
  g_autoptr (GPtrArray) found = NULL, promised = NULL;
  g_autoptr (GError) error = NULL;

  put_mentor (w);
  fixture_sit (&w->house, "Mia Nord");
  what = fram_desk_case (desk, w->carla, NULL, &error);
  g_assert_true (what->sees_groups && what->books && !what->sees_plan);
  g_assert_cmpint (what->weekly_minutes, ==, -1);
  plan = fram_desk_case_plan (desk, &w->enrolment, &error);
  g_assert_true (plan != NULL && !plan->sees_plan);
  g_assert_cmpuint (plan->steps->len, ==, 1);
  g_assert_cmpuint (plan->pauses->len, ==, 0);
  found = fram_desk_gaps (desk, &gaps, &error);
  promised = fram_desk_commitments (desk, &promises, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len + promised->len, ==, 0);
  g_assert_null (fram_desk_plan_week (desk, &w->enrolment, w->house.today, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_DENIED);
}

static void
test_another_leader_sees_nobody (Way *w, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  fixture_sit (&w->house, "Olle Odlare");
  g_assert_null (fram_desk_timeline (w->house.desk, w->carla, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND);
}

static void
set_protected (Way *w)
{
  static const char *const columns[] = { "protected", NULL };
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_PARTICIPANT, &w->participant);

  fram_record_set_int (record, "protected", 1);
  change (w, record, columns);
}

/* Every class only for those who are named; the name is not on the drawing even then. */
static void
test_a_protected_person (Way *w, gconstpointer unused)
{
  g_autoptr (FramRecord) access = fram_record_new (FRAM_ENTITY_NAMED_ACCESS, NULL);
  g_autoptr (FramTimeline) timeline = NULL;
  g_autoptr (FramViewer) rebecka = fram_desk_dup_viewer (w->house.desk);
  g_autoptr (GError) error = NULL;

  set_protected (w);
  g_assert_null (fram_desk_timeline (w->house.desk, w->carla, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND);
  fram_record_set_ref (access, "participant", &w->participant);
  fram_record_set_ref (access, "staff", &rebecka->id);
  fram_record_set_date (access, "from_day", w->house.today);
  fixture_put (&w->house, access);
  timeline = seen_by (w, "Rebecka Memic");
  g_assert_null (strstr (timeline->title, "Nilsson"));
  g_assert_null (strstr (timeline->summary, "Nilsson"));
  g_assert_cmpuint (count_in (timeline, FRAM_LANE_WORKSHOPS), ==, 2);
}

/* One after the other, without a day between them, and the last one to the target day. */
static void
test_phases_follow_each_other (Way *w, gconstpointer unused)
{
  static const char *const columns[] = { "introduction_until", "target", "extended_to", NULL };
  g_autoptr (FramRecord) enrolment = fram_record_new (FRAM_ENTITY_ENROLMENT, &w->enrolment);
  g_autoptr (FramTimeline) timeline = NULL;
  const FramTimelineItem *last = NULL;

  fram_record_set_date (enrolment, "introduction_until", fram_date_parse ("2026-09-15"));
  fram_record_set_date (enrolment, "target", fram_date_parse ("2027-02-27"));
  fram_record_set_date (enrolment, "extended_to", fram_date_parse ("2027-04-30"));
  change (w, enrolment, columns);
  timeline = seen_by (w, "Rebecka Memic");
  for (guint i = 0; i < timeline->items->len; i++)
    {
      const FramTimelineItem *item = g_ptr_array_index (timeline->items, i);

      if (item->lane != FRAM_LANE_PHASES)
        continue;
      if (last != NULL)
        g_assert_cmpint (item->from, ==, last->to + 1);
      last = item;
    }
  g_assert_cmpstr (last->kind, ==, "participation");
  fram_assert_date (last->from, "2026-09-16");
  fram_assert_date (last->to, "2027-04-30");
  fram_assert_date (timeline->target, "2027-02-27");
  fram_assert_date (timeline->extended, "2027-04-30");
  g_assert_cmpint (timeline->to, >=, timeline->extended);
  g_assert_cmpint (timeline->from, <=, timeline->enrolled);
}

static void
test_a_step_up_is_planned_ahead (Way *w, gconstpointer unused)
{
  g_autoptr (FramTimeline) ours = seen_by (w, "Rebecka Memic");
  const FramTimelineItem *now = find (ours, FRAM_LANE_WORKSHOPS, "snickeri", 0);
  const FramTimelineItem *next = find (ours, FRAM_LANE_WORKSHOPS, "snickeri", 1);
  g_autoptr (FramTimeline) theirs = seen_by (w, "Per Wallin");

  g_assert_cmpint (now->weekly_minutes, ==, 180);
  g_assert_cmpint (now->state, ==, FRAM_ITEM_DONE);
  g_assert_cmpint (next->weekly_minutes, ==, 480);
  g_assert_cmpint (next->state, ==, FRAM_ITEM_PLANNED);
  g_assert_cmpuint (next->ordinal, ==, now->ordinal);
  g_assert_cmpstr (next->row, ==, now->row);
  g_assert_true (next->editable);
  g_assert_false (find (theirs, FRAM_LANE_WORKSHOPS, "snickeri", 1)->editable);
}

static void
test_meetings (Way *w, gconstpointer unused)
{
  g_autoptr (FramTimeline) timeline = seen_by (w, "Rebecka Memic");
  const FramTimelineItem *missed = find (timeline, FRAM_LANE_MEETINGS, "uppfoljning", 0);
  const FramTimelineItem *three = find (timeline, FRAM_LANE_MEETINGS, "trepartsmote", 0);

  g_assert_cmpint (missed->state, ==, FRAM_ITEM_MISSED);
  g_assert_false (missed->editable);
  g_assert_cmpint (three->state, ==, FRAM_ITEM_PLANNED);
  g_assert_cmpint (three->shape, ==, FRAM_MEETING_THREE_PARTY);
  g_assert_cmpint (three->starts, ==, 13 * 60);
  g_assert_true (three->editable);
  g_assert_nonnull (strstr (three->text, "13–15"));
  g_assert_null (find (timeline, FRAM_LANE_MEETINGS, "sip", 0)); /* called off */
  g_assert_nonnull (find (timeline, FRAM_LANE_CHANGES, "referrer", 0));
  g_assert_nonnull (strstr (timeline->summary, three->text));
}

/* A meeting that is booked and then told of as held stands there once. */
static void
test_one_meeting_is_drawn_once (Way *w, gconstpointer unused)
{
  g_autoptr (FramTimeline) timeline = NULL;

  meet (w, FRAM_ENTITY_BOOKING, "uppfoljning", "2026-10-20", "uteblev", 9 * 60, NULL);
  timeline = seen_by (w, "Rebecka Memic");
  g_assert_nonnull (find (timeline, FRAM_LANE_MEETINGS, "uppfoljning", 0));
  g_assert_null (find (timeline, FRAM_LANE_MEETINGS, "uppfoljning", 1));
}

static void
mark (Way *w, const char *day, const char *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramRoster) after = NULL;

  fixture_sit (&w->house, "Teresa Sundberg");
  after = fixture_mark (&w->house, day, "Carla Nilsson", status, &error);
  g_assert_no_error (error);
}

static void
test_attendance_day_by_day (Way *w, gconstpointer unused)
{
  g_autoptr (FramTimeline) timeline = NULL;
  const FramTimelineDay *first;

  mark (w, "2026-10-15", "present");
  mark (w, "2026-10-22", "absent_notified");
  mark (w, "2026-10-29", "leave");
  mark (w, "2026-11-05", "present");
  timeline = seen_by (w, "Rebecka Memic");
  g_assert_cmpuint (timeline->days->len, ==, 4);
  g_assert_cmpint (timeline->counted, ==, 3); /* leave is in no rate */
  g_assert_cmpint (timeline->attended, ==, 2);
  first = &g_array_index (timeline->days, FramTimelineDay, 0);
  fram_assert_date (first->day, "2026-10-15");
  g_assert_cmpstr (first->status, ==, "present");
  g_assert_cmpint (first->attended_minutes, ==, 180);
  g_assert_cmpint (first->sessions, ==, 1);
  g_assert_cmpint (first->attended, ==, 1);
}

/* DATA.md, "attend": a mentor sees who came to the own groups, and not who came to a workshop. */
static void
test_a_mentor_sees_no_workshop_marks (Way *w, gconstpointer unused)
{
  g_autoptr (FramTimeline) timeline = NULL;

  mark (w, "2026-10-15", "present");
  fixture_reopen (&w->house);
  put_mentor (w);
  timeline = seen_by (w, "Mia Nord");
  g_assert_cmpuint (timeline->days->len, ==, 0);
  g_assert_cmpint (timeline->counted + timeline->attended, ==, 0);
}

static guint
count_notes_opened (Way *w)
{
  g_autoptr (FramDb) db = fram_db_open (w->house.path, w->house.clock, NULL);
  g_autoptr (FramViewer) system = fram_viewer_new_system (w->house.today);
  g_autoptr (GPtrArray) lines = fram_access_log_read (db, system, 0, 100, NULL);
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const FramAccessLine *line = g_ptr_array_index (lines, i);

      n += g_strcmp0 (line->act, "opened") == 0 && g_strcmp0 (line->detail, "timeline") == 0;
    }
  return n;
}

/* Support and talks are notes: one line of the log for whoever reads them, once in a sitting; none for who does not. */
static void
test_reading_notes_is_logged (Way *w, gconstpointer unused)
{
  g_autoptr (FramTimeline) leader = seen_by (w, "Per Wallin");
  g_autoptr (FramTimeline) worker = NULL;
  g_autoptr (FramTimeline) again = NULL;

  g_assert_cmpuint (count_notes_opened (w), ==, 0);
  worker = seen_by (w, "Rebecka Memic");
  again = fram_desk_timeline (w->house.desk, w->carla, NULL, NULL);
  g_assert_nonnull (again);
  g_assert_cmpuint (count_notes_opened (w), ==, 1);
}

/* Several times in the programme: the newest, or the one that was asked for; each has its own meetings. */
static void
test_an_earlier_time (Way *w, gconstpointer unused)
{
  FramUuid id = fram_uuid_derive_v ("test", "earlier", NULL);
  g_autoptr (FramRecord) earlier = fram_record_new (FRAM_ENTITY_ENROLMENT, &id);
  g_autoptr (FramTimeline) newest = NULL;
  g_autoptr (FramTimeline) old = NULL;
  g_autoptr (GError) error = NULL;
  FramUuid now = w->enrolment;

  fram_record_set_ref (earlier, "participant", &w->participant);
  fram_record_set_date (earlier, "enrolled", fram_date_parse ("2024-02-01"));
  fram_record_set_date (earlier, "closed", fram_date_parse ("2024-08-30"));
  fixture_put (&w->house, earlier);
  w->enrolment = id;
  meet (w, FRAM_ENTITY_EVENT, "avslutsmote", "2024-08-30", "genomfort", -1, NULL);
  newest = seen_by (w, "Rebecka Memic");
  fram_assert_date (newest->enrolled, "2026-09-01");
  g_assert_null (find (newest, FRAM_LANE_MEETINGS, "avslutsmote", 0));
  old = fram_desk_timeline (w->house.desk, w->carla, &id, &error);
  g_assert_no_error (error);
  fram_assert_date (old->closed, "2024-08-30");
  g_assert_nonnull (find (old, FRAM_LANE_MEETINGS, "avslutsmote", 0));
  g_assert_null (find (old, FRAM_LANE_MEETINGS, "trepartsmote", 0));
  g_assert_cmpuint (count_in (old, FRAM_LANE_WORKSHOPS), ==, 0);
  w->enrolment = now;
}

/* Gaps, pauses and what is covered together: every day of the enrolment once. */
static void
test_stretches_are_the_enrolment (Way *w, gconstpointer unused)
{

  g_autoptr (FramTimeline) timeline = seen_by (w, "Rebecka Memic");
  int covered = 0;

  g_assert_cmpuint (timeline->stretches->len, >, 0);
  fram_assert_date (g_array_index (timeline->stretches, FramStretch, 0).from, "2026-09-01");
  for (guint i = 0; i < timeline->stretches->len; i++)
    {
      const FramStretch *stretch = &g_array_index (timeline->stretches, FramStretch, i);

      covered += stretch->to - stretch->from + 1;
    }
  g_assert_cmpint (covered, ==,
                   g_array_index (timeline->stretches, FramStretch, timeline->stretches->len - 1).to -
                       timeline->enrolled + 1);
}

#define ADD(name, func) g_test_add ("/timeline/" name, Way, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  ADD ("each-role-its-lanes", test_each_role_its_lanes);
  ADD ("an-event-elsewhere-is-a-secret", test_an_event_elsewhere_is_a_secret);
  ADD ("a-mentor-sees-own-groups-and-talks", test_a_mentor_sees_own_groups_and_talks);
  ADD ("a-mentor-sees-no-other-plan", test_a_mentor_sees_no_other_plan);
  ADD ("a-mentor-sees-no-workshop-marks", test_a_mentor_sees_no_workshop_marks);
  ADD ("reading-notes-is-logged", test_reading_notes_is_logged);
  ADD ("another-leader-sees-nobody", test_another_leader_sees_nobody);
  ADD ("a-protected-person", test_a_protected_person);
  ADD ("phases-follow-each-other", test_phases_follow_each_other);
  ADD ("a-step-up-is-planned-ahead", test_a_step_up_is_planned_ahead);
  ADD ("meetings", test_meetings);
  ADD ("one-meeting-is-drawn-once", test_one_meeting_is_drawn_once);
  ADD ("attendance-day-by-day", test_attendance_day_by_day);
  ADD ("an-earlier-time", test_an_earlier_time);
  ADD ("stretches-are-the-enrolment", test_stretches_are_the_enrolment);
  return g_test_run ();
}
