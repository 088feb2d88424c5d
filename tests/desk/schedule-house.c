#include "schedule-house.h"

#include "fram-changes.h"
#include "fram-desk-case.h"
#include "fram-desk-absence.h"
#include "fram-desk-person.h"
#include "fram-ids.h"

FramUuid
schedule_house_enrolment (ScheduleHouse *h, const char *case_no)
{
  FramUuid enrolment;

  g_assert_true (fram_desk_find_enrolment (h->base.desk, case_no, &enrolment, NULL));
  return enrolment;
}

FramUuid
schedule_house_participant (ScheduleHouse *h, const char *case_no)
{
  FramUuid id;

  g_assert_true (fram_desk_schedule_find (h->base.desk, FRAM_SCHEDULE_OF_PARTICIPANT, case_no, &id, NULL));
  return id;
}

static FramUuid
add_place (ScheduleHouse *h, const char *name)
{
  FramUuid id = fram_uuid_new (h->base.clock);
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_PLACE, &id);

  fram_record_set_text (record, "name", name);
  fixture_put (&h->base, record);
  return id;
}

static FramUuid
add_group (ScheduleHouse *h, const char *code, const char *kind_code, const char *name, const char *weekday, int starts,
           int sessions)
{
  FramUuid id = fram_id_activity_group (code), kind = fram_id_group_kind (kind_code);
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_ACTIVITY_GROUP, &id);
  g_autofree char *rrule = g_strconcat ("FREQ=WEEKLY;BYDAY=", weekday, NULL);

  fram_record_set_ref (record, "group_kind", &kind);
  fram_record_set_text (record, "code", code);
  fram_record_set_text (record, "name", name);
  fram_record_set_ref (record, "place", &h->room);
  fram_record_set_int (record, "capacity", 8);
  fram_record_set_text (record, "rrule", rrule);
  fram_record_set_date (record, "first_day", fram_test_date ("2026-10-01"));
  fram_record_set_int (record, "starts", starts);
  fram_record_set_int (record, "minutes", 120);
  if (sessions > 0)
    fram_record_set_int (record, "sessions", sessions);
  fixture_put (&h->base, record);
  return id;
}

FramUuid
schedule_house_lead (ScheduleHouse *h, const FramUuid *group, const FramUuid *staff, const char *from, const char *to)
{
  FramUuid id = fram_uuid_new (h->base.clock);
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_GROUP_LEADER, &id);

  fram_record_set_ref (record, "activity_group", group);
  fram_record_set_ref (record, "staff", staff);
  if (from != NULL)
    fram_record_set_date (record, "from_day", fram_test_date (from));
  if (to != NULL)
    fram_record_set_date (record, "to_day", fram_test_date (to));
  fixture_put (&h->base, record);
  return id;
}

void
schedule_house_join (ScheduleHouse *h, const FramUuid *group, const char *case_no, const char *from, const char *to,
                     gboolean waiting)
{
  FramUuid enrolment = schedule_house_enrolment (h, case_no);
  FramUuid id = fram_id_membership (group, &enrolment, fram_test_date (from));
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_MEMBERSHIP, &id);

  fram_record_set_ref (record, "activity_group", group);
  fram_record_set_ref (record, "enrolment", &enrolment);
  fram_record_set_date (record, "from_day", fram_test_date (from));
  if (to != NULL)
    fram_record_set_date (record, "to_day", fram_test_date (to));
  fram_record_set_int (record, "waiting", waiting);
  fixture_put (&h->base, record);
}

void
schedule_house_change (ScheduleHouse *h, const FramUuid *group, const char *day, const char *kind, const char *to_day,
                       const FramUuid *leader, const char *reason, const char *remark)
{
  FramUuid id = fram_id_group_session_change (group, fram_test_date (day));
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_GROUP_SESSION_CHANGE, &id);

  fram_record_set_ref (record, "activity_group", group);
  fram_record_set_date (record, "day", fram_test_date (day));
  fram_record_set_text (record, "kind", kind);
  if (to_day != NULL)
    fram_record_set_date (record, "to_day", fram_test_date (to_day));
  if (leader != NULL)
    fram_record_set_ref (record, "leader", leader);
  if (reason != NULL)
    fram_record_set_text (record, "reason", reason);
  if (remark != NULL)
    fram_record_set_text (record, "remark", remark);
  fixture_put (&h->base, record);
}

/* A column of the group: a date, or a number, or else a text. */
void
schedule_house_set (ScheduleHouse *h, const FramUuid *group, const char *column, const char *value)
{
  const char *columns[] = { column, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (FramDb) db = fram_db_open (h->base.path, h->base.clock, &error);
  g_autoptr (FramViewer) system = fram_viewer_new_system (h->base.today);
  g_autoptr (FramChanges) changes = fram_changes_begin (db, system, "test", NULL, &error);
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_ACTIVITY_GROUP, group);

  if (fram_date_parse (value) != FRAM_DATE_NONE)
    fram_record_set_date (record, column, fram_date_parse (value));
  else if (g_ascii_isdigit (value[0]))
    fram_record_set_int (record, column, g_ascii_strtoll (value, NULL, 10));
  else
    fram_record_set_text (record, column, value);
  g_assert_cmpint (fram_changes_update (changes, record, columns, &error), !=, FRAM_WRITTEN_FAILED);
  g_assert_true (fram_changes_commit (changes, NULL, &error));
  g_assert_no_error (error);
}

void
schedule_house_mark (ScheduleHouse *h, const FramUuid *group, const char *day, const char *case_no, const char *status)
{
  FramUuid enrolment = schedule_house_enrolment (h, case_no);
  FramMarkEdit edit = { .fields = FRAM_MARK_STATUS, .status = status, .reason = "found the paper list" };
  g_autoptr (GError) error = NULL;
  g_autoptr (FramRoster) roster =
      fram_desk_mark (h->base.desk, group, fram_test_date (day), 0, &enrolment, 1, &edit, NULL, &error);

  g_assert_no_error (error);
}

FramSchedule *
schedule_house_week (ScheduleHouse *h)
{
  g_autoptr (GError) error = NULL;
  FramSchedule *schedule = fram_desk_schedule (h->base.desk, FRAM_SCHEDULE_OF_ALL, NULL, fram_test_date ("2026-11-09"),
                                               fram_test_date ("2026-11-15"), &error);

  g_assert_no_error (error);
  return schedule;
}

const FramScheduleSession *
schedule_house_find (const FramSchedule *schedule, const FramUuid *group, const char *day)
{
  return fram_schedule_find (schedule, group, fram_test_date (day));
}

/* The program is started again at another time. */
void
schedule_house_turn_clock (ScheduleHouse *h, const char *now)
{
  fram_clock_unref (h->base.clock);
  h->base.clock = fram_clock_new_from_text (now);
  h->base.today = fram_clock_today (h->base.clock);
  fixture_reopen (&h->base);
}

static void
hire_zlatko (ScheduleHouse *h)
{
  g_autoptr (FramStaff) staff = fram_staff_new ();

  staff->name = g_strdup ("Zlatko Holmgren");
  fram_staff_add_role (staff, FRAM_ROLE_PEER_MENTOR, NULL, NULL);
  fram_staff_add_role (staff, FRAM_ROLE_ACTIVITY_LEADER, "administration", NULL);
  g_assert_true (fram_desk_save_staff (h->base.desk, staff, &h->zlatko, NULL));
}

void
schedule_house_set_up (ScheduleHouse *h, gconstpointer unused)
{
  fixture_set_up (&h->base, NULL);
  h->carla = fixture_add (&h->base, "Carla", "Molina");
  h->dina = fixture_add (&h->base, "Dina", "Dal");
  h->samir = fixture_hire (&h->base, "Samir Sandberg", FRAM_ROLE_PEER_MENTOR, NULL);
  hire_zlatko (h);
  h->room = add_place (h, "Room 1");
  h->recovery = add_group (h, "ATH-T", "aterhamtningsgrupp", "Recovery", "TH", 9 * 60, 0);
  h->walk = add_group (h, "FRI-O", "friskvard", "Walk", "WE", 9 * 60, 0);
  h->course = add_group (h, "REDO-9", "redo", "Course", "TH", 10 * 60, 12);
  schedule_house_lead (h, &h->recovery, &h->samir, NULL, NULL);
  schedule_house_lead (h, &h->walk, &h->zlatko, "2026-10-01", NULL);
  schedule_house_join (h, &h->recovery, h->base.amina, "2026-10-01", NULL, FALSE);
  schedule_house_join (h, &h->recovery, h->base.bjorn, "2026-11-12", NULL, FALSE);
  schedule_house_join (h, &h->recovery, h->carla, "2026-11-02", NULL, TRUE);
  schedule_house_join (h, &h->walk, h->dina, "2026-10-01", NULL, FALSE);
  fixture_reopen (&h->base);
}

void
schedule_house_tear_down (ScheduleHouse *h, gconstpointer unused)
{
  g_free (h->carla);
  g_free (h->dina);
  fixture_tear_down (&h->base, NULL);
}
