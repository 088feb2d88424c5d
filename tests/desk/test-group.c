#include "desk-fixture.h"

#include "fram-changes.h"
#include "fram-desk-files.h"
#include "fram-desk-group-private.h"
#include "fram-desk-schedule.h"
#include "fram-desk-import.h"
#include "fram-desk-case.h"
#include "fram-desk-plan.h"
#include "fram-group-store.h"
#include "fram-session.h"
#include "fram-text.h"

#include <glib/gstdio.h>
#include <string.h>

/* Groups: what is kept of them, and what becomes of their sessions. Tests work as who keeps the house unless they say
 * otherwise. Thursday 12 November 2026 is today. */

typedef struct
{
  Fixture base;
  FramUuid group; /* Tuesdays 10:00–12:00 in Room 1 from 1 September 2026 on, led by Samir */
  FramUuid room1;
  FramUuid room2;
  FramUuid samir;
  FramUuid lena;
} House;

#define DAY(text) fram_test_date (text)

static FramUuid
place (House *h, const char *name)
{
  g_autoptr (GError) error = NULL;
  FramUuid id;

  g_assert_true (fram_desk_find_or_add_place (h->base.desk, name, &id, &error));
  g_assert_no_error (error);
  return id;
}

static FramUuid
add_group (House *h, const char *name, const char *rrule, const char *first, int starts, const FramUuid *room,
           int sessions)
{
  g_autoptr (FramGroup) group = fram_group_new ();
  g_autoptr (GError) error = NULL;
  FramUuid id;

  group->kind = g_strdup ("aterhamtningsgrupp");
  group->name = g_strdup (name);
  group->rrule = g_strdup (rrule);
  group->first = DAY (first);
  group->starts = starts;
  group->minutes = 120;
  group->sessions = sessions;
  group->capacity = 8;
  group->place = *room;
  fram_group_add_leader (group, &h->samir, NULL, FRAM_DATE_NONE, FRAM_DATE_NONE);
  g_assert_true (fram_desk_save_group (h->base.desk, group, &id, NULL, &error));
  g_assert_no_error (error);
  return id;
}

static void
house_set_up (House *h, gconstpointer unused)
{
  fixture_set_up (&h->base, NULL);
  fixture_hire (&h->base, "Teresa Sundberg", FRAM_ROLE_ADMINISTRATOR, NULL);
  h->samir = fixture_hire (&h->base, "Samir Sandberg", FRAM_ROLE_PEER_MENTOR, NULL);
  h->lena = fixture_hire (&h->base, "Lena Ahmadi", FRAM_ROLE_MANAGER, NULL);
  h->room1 = place (h, "Room 1");
  h->room2 = place (h, "Room 2");
  h->group = add_group (h, "Tuesday group", "FREQ=WEEKLY;BYDAY=TU", "2026-09-01", 600, &h->room1, 0);
  fixture_sit (&h->base, "Lena Ahmadi");
}

static void
house_tear_down (House *h, gconstpointer unused)
{
  fixture_tear_down (&h->base, NULL);
}

static FramDesk *
desk_of (House *h, const char *name)
{
  g_autoptr (GError) error = NULL;
  FramDesk *desk = fram_desk_open (h->base.path, h->base.clock, &error);

  g_assert_no_error (error);
  if (name != NULL)
    g_assert_true (fram_desk_sit_down_as (desk, name, &error));
  return desk;
}

/* What the schedule would show: "11-17 600+120 Room", those that are held. */
static char *
days_of (House *h, const FramUuid *group, const char *from, const char *to)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramDb) db = fram_db_open (h->base.path, h->base.clock, &error);
  g_autoptr (FramSeries) series = fram_group_load_series (db, fram_db_find_row (db, group), &error);
  g_autoptr (GArray) sessions = NULL;
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  sessions = fram_series_expand (series, DAY (from), DAY (to), NULL);
  for (guint i = 0; i < sessions->len; i++)
    {
      const FramSession *s = &g_array_index (sessions, FramSession, i);
      g_autofree char *day = fram_date_to_text (s->day);

      if (fram_session_is_held (s))
        g_string_append_printf (text, "%s%s@%d", text->len > 0 ? " " : "", day + 5, s->starts);
    }
  return g_string_free (text, FALSE);
}

static void
assert_days (House *h, const FramUuid *group, const char *from, const char *to, const char *expected)
{
  g_autofree char *days = days_of (h, group, from, to);

  g_assert_cmpstr (days, ==, expected);
}

static void
assert_change (House *h, const char *planned, FramGroupScope scope, const FramSessionEdit *edit)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *what = NULL;

  g_assert_true (fram_desk_change_session (h->base.desk, &h->group, DAY (planned), scope, edit, &what, &error));
  g_assert_no_error (error);
  g_assert_nonnull (what);
}

static FramSessionEdit
edit_of (const char *day, int starts)
{
  FramSessionEdit edit = { .day = DAY (day), .starts = starts, .minutes = 120 };

  return edit;
}

static void
undo (House *h)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (fram_desk_undo (h->base.desk, NULL, &error));
  g_assert_no_error (error);
}

static void
test_move_one (House *h, gconstpointer unused)
{
  FramSessionEdit edit = edit_of ("2026-11-18", 780);
  g_autoptr (GError) error = NULL;

  assert_change (h, "2026-11-17", FRAM_GROUP_THIS, &edit);
  assert_days (h, &h->group, "2026-11-16", "2026-11-27", "11-18@780 11-24@600");
  undo (h);
  assert_days (h, &h->group, "2026-11-16", "2026-11-27", "11-17@600 11-24@600");
  assert_change (h, "2026-11-17", FRAM_GROUP_THIS, &edit);
  g_assert_true (fram_desk_restore_session (h->base.desk, &h->group, DAY ("2026-11-17"), NULL, &error));
  assert_days (h, &h->group, "2026-11-16", "2026-11-27", "11-17@600 11-24@600");
  assert_change (h, "2026-11-17", FRAM_GROUP_THIS, &edit);
  assert_days (h, &h->group, "2026-11-16", "2026-11-27", "11-18@780 11-24@600");
}

static void
test_following (House *h, gconstpointer unused)
{
  FramSessionEdit edit = edit_of ("2026-11-19", 780);
  g_autoptr (GError) error = NULL;

  g_assert_true (fram_desk_cancel_session (h->base.desk, &h->group, DAY ("2026-12-01"), FRAM_GROUP_THIS, "Planning day",
                                           NULL, &error));
  g_assert_no_error (error);
  assert_days (h, &h->group, "2026-11-10", "2026-12-11", "11-10@600 11-17@600 11-24@600 12-08@600");
  assert_change (h, "2026-11-17", FRAM_GROUP_FOLLOWING, &edit);
  assert_days (h, &h->group, "2026-11-10", "2026-12-11", "11-10@600 11-19@780 11-26@780 12-03@780 12-10@780");
  undo (h);
  assert_days (h, &h->group, "2026-11-10", "2026-12-11", "11-10@600 11-17@600 11-24@600 12-08@600");
}

/* Which days there are, by rule, scope and the day that the session is given. */
static const struct
{
  const char *name;
  const char *rrule;
  const char *first;
  int sessions;
  const char *planned;
  FramGroupScope scope;
  const char *day;
  const char *from;
  const char *to;
  const char *expected;
} scopes[] = {
  { "every second week keeps its rhythm", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "2026-11-03", 0, "2026-12-01",
    FRAM_GROUP_FOLLOWING, "2026-12-03", "2026-11-01", "2027-01-20",
    "11-03@600 11-17@600 12-03@600 12-17@600 01-14@600" },
  { "a number of days: as many as were left", "FREQ=WEEKLY;BYDAY=TU;COUNT=5", "2026-11-03", 0, "2026-11-24",
    FRAM_GROUP_FOLLOWING, "2026-11-27", "2026-11-01", "2027-03-01",
    "11-03@600 11-10@600 11-17@600 11-27@600 12-04@600" },
  { "an end moves with the weekday", "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261201", "2026-11-03", 0, "2026-11-24",
    FRAM_GROUP_FOLLOWING, "2026-11-27", "2026-11-01", "2027-03-01",
    "11-03@600 11-10@600 11-17@600 11-27@600 12-04@600" },
  { "of two weekdays the other stays", "FREQ=WEEKLY;BYDAY=MO,WE", "2026-11-02", 0, "2026-11-18", FRAM_GROUP_FOLLOWING,
    "2026-11-20", "2026-11-09", "2026-11-29", "11-09@600 11-11@600 11-16@600 11-20@600 11-23@600 11-27@600" },
  { "the first of two weekdays moves behind the other", "FREQ=WEEKLY;BYDAY=MO,WE;COUNT=6", "2026-11-16", 0,
    "2026-11-23", FRAM_GROUP_FOLLOWING, "2026-11-27", "2026-11-09", "2027-01-29",
    "11-16@600 11-18@600 11-25@600 11-27@600 12-02@600 12-04@600" },
  { "a rule without a weekday", "FREQ=WEEKLY", "2026-11-03", 0, "2026-11-24", FRAM_GROUP_FOLLOWING, "2026-11-26",
    "2026-11-01", "2026-12-05", "11-03@600 11-10@600 11-17@600 11-26@600 12-03@600" },
  { "by the month", "FREQ=MONTHLY;BYDAY=2TU", "2026-09-08", 0, "2026-12-08", FRAM_GROUP_FOLLOWING, "2026-12-10",
    "2026-09-01", "2027-03-01", "09-08@600 10-13@600 11-10@600 12-10@600 01-14@600 02-11@600" },
  { "by the month, to a day before", "FREQ=MONTHLY;BYDAY=2WE", "2026-09-09", 0, "2026-12-09", FRAM_GROUP_FOLLOWING,
    "2026-12-08", "2026-11-01", "2027-02-01", "11-11@600 12-08@600 01-12@600" },
  { "all, not held yet", "FREQ=WEEKLY;BYDAY=TU", "2026-11-17", 0, "2026-12-01", FRAM_GROUP_ALL, "2026-12-04",
    "2026-11-01", "2026-12-06", "11-20@600 11-27@600 12-04@600" },
  { "following from the first is all", "FREQ=WEEKLY;BYDAY=TU", "2026-11-17", 0, "2026-11-17", FRAM_GROUP_FOLLOWING,
    "2026-11-16", "2026-11-01", "2026-12-01", "11-16@600 11-23@600 11-30@600" },
  { "a course keeps its number", "FREQ=WEEKLY;BYDAY=TU", "2026-11-17", 4, "2026-12-01", FRAM_GROUP_FOLLOWING,
    "2026-12-02", "2026-11-01", "2027-06-01", "11-17@600 11-24@600 12-02@600 12-09@600" },
};

static void
test_scopes (House *h, gconstpointer unused)
{
  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    {
      g_autoptr (GError) error = NULL;
      FramSessionEdit edit = { .day = DAY (scopes[i].day), .starts = 600, .minutes = 120 };
      FramUuid id =
          add_group (h, scopes[i].name, scopes[i].rrule, scopes[i].first, 600, &FRAM_UUID_NONE, scopes[i].sessions);

      g_test_message ("%s", scopes[i].name);
      g_assert_true (
          fram_desk_change_session (h->base.desk, &id, DAY (scopes[i].planned), scopes[i].scope, &edit, NULL, &error));
      g_assert_no_error (error);
      assert_days (h, &id, scopes[i].from, scopes[i].to, scopes[i].expected);
    }
}

/* A change of what follows takes the place of one made before. */
static void
test_following_twice (House *h, gconstpointer unused)
{
  FramSessionEdit later = { .day = FRAM_DATE_NONE, .starts = 780, .minutes = -1 },
                  sooner = { .day = FRAM_DATE_NONE, .starts = 540, .minutes = -1 };
  FramSessionEdit weekday = { .day = DAY ("2026-12-03"), .starts = FRAM_TIME_NONE, .minutes = -1 };

  assert_change (h, "2026-12-01", FRAM_GROUP_FOLLOWING, &later);
  assert_days (h, &h->group, "2026-11-16", "2026-12-11", "11-17@600 11-24@600 12-01@780 12-08@780");
  assert_change (h, "2026-12-01", FRAM_GROUP_FOLLOWING, &weekday);
  assert_days (h, &h->group, "2026-11-16", "2026-12-11", "11-17@600 11-24@600 12-03@780 12-10@780");
  assert_change (h, "2026-11-24", FRAM_GROUP_FOLLOWING, &sooner);
  assert_days (h, &h->group, "2026-11-16", "2026-12-11", "11-17@600 11-24@540 12-01@540 12-08@540");
  undo (h);
  undo (h);
  undo (h);
  assert_days (h, &h->group, "2026-11-16", "2026-12-11", "11-17@600 11-24@600 12-01@600 12-08@600");
}

/* What was said of one session goes with it where its weekday changes; what was said of days that are no more goes away. */
static void
test_following_cleans_up (House *h, gconstpointer unused)
{
  FramSessionEdit weekday = { .day = DAY ("2026-11-19"), .starts = FRAM_TIME_NONE, .minutes = -1 },
                  extra = edit_of ("2026-11-26", 600);
  g_autoptr (GError) error = NULL;
  g_autoptr (FramDb) db = NULL;
  g_autoptr (FramSeries) series = NULL;

  g_assert_true (fram_desk_set_substitute (h->base.desk, &h->group, DAY ("2026-11-17"), &h->lena, NULL, &error));
  g_assert_true (
      fram_desk_set_session_remark (h->base.desk, &h->group, DAY ("2026-11-24"), "Bring clay", NULL, &error));
  g_assert_true (fram_desk_add_session (h->base.desk, &h->group, &extra, NULL, &error));
  g_assert_no_error (error);
  assert_change (h, "2026-11-17", FRAM_GROUP_FOLLOWING, &weekday);
  db = fram_db_open (h->base.path, h->base.clock, &error);
  series = fram_group_load_series (db, fram_db_find_row (db, &h->group), &error);
  g_assert_cmpuint (series->changes->len, ==, 1);
  g_assert_cmpint (g_array_index (series->changes, FramSessionChange, 0).day, ==, DAY ("2026-11-19"));
  g_assert_cmpint (g_array_index (series->changes, FramSessionChange, 0).leader, !=, 0);
  undo (h);
  assert_days (h, &h->group, "2026-11-16", "2026-11-30", "11-17@600 11-24@600 11-26@600");
}

static void
assert_refused (gboolean done, GError **error, int code)
{
  g_assert_false (done);
  g_assert_error (*error, FRAM_ERROR, code);
  g_assert_true (g_str_has_suffix ((*error)->message, "."));
  g_clear_error (error);
}

static void
mark_member (House *h, const char *day)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramCase) person = fram_desk_case (h->base.desk, h->base.amina, NULL, &error);
  FramMarkEdit edit = { .fields = FRAM_MARK_STATUS | FRAM_MARK_REASON, .status = "present", .reason = "paper list" };
  g_autoptr (FramRoster) roster = NULL;

  g_assert_no_error (error);
  g_assert_true (
      fram_desk_join_group (h->base.desk, &person->enrolment, &h->group, DAY ("2026-09-01"), NULL, NULL, &error));
  g_assert_no_error (error);
  roster = fram_desk_mark (h->base.desk, &h->group, DAY (day), 0, &person->enrolment, 1, &edit, NULL, &error);
  g_assert_no_error (error);
}

/* Attendance that is marked stays, whatever is changed. */
static void
test_marked_days_stay (House *h, gconstpointer unused)
{
  FramSessionEdit moved = edit_of ("2026-11-11", 600), weekday = edit_of ("2026-11-19", 600);
  g_autoptr (GError) error = NULL;
  FramDesk *desk = h->base.desk;

  fixture_sit (&h->base, "Teresa Sundberg");
  mark_member (h, "2026-11-10");
  weekday.reason = moved.reason = (char *)"new premises";
  assert_refused (fram_desk_change_session (desk, &h->group, DAY ("2026-11-10"), FRAM_GROUP_THIS, &moved, NULL, &error),
                  &error, FRAM_ERROR_CONSTRAINT);
  assert_refused (fram_desk_cancel_session (desk, &h->group, DAY ("2026-11-10"), FRAM_GROUP_THIS, "ill", NULL, &error),
                  &error, FRAM_ERROR_CONSTRAINT);
  assert_refused (
      fram_desk_cancel_session (desk, &h->group, DAY ("2026-11-03"), FRAM_GROUP_FOLLOWING, "over", NULL, &error),
      &error, FRAM_ERROR_CONSTRAINT);
  fram_desk_change_session (desk, &h->group, DAY ("2026-11-17"), FRAM_GROUP_ALL, &weekday, NULL, &error);
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_CONSTRAINT);
  g_assert_nonnull (strstr (error->message, fram_text_is_swedish () ? "“" : "this and following"));
  g_clear_error (&error);
  assert_days (h, &h->group, "2026-11-01", "2026-11-20", "11-03@600 11-10@600 11-17@600");
  assert_change (h, "2026-11-17", FRAM_GROUP_FOLLOWING, &weekday);
  assert_days (h, &h->group, "2026-11-01", "2026-11-20", "11-03@600 11-10@600 11-19@600");
}

static void
test_cancel (House *h, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  FramDesk *desk = h->base.desk;

  assert_refused (fram_desk_cancel_session (desk, &h->group, DAY ("2026-11-17"), FRAM_GROUP_THIS, "  ", NULL, &error),
                  &error, FRAM_ERROR_INVALID);
  assert_refused (fram_desk_cancel_session (desk, &h->group, DAY ("2026-11-18"), FRAM_GROUP_THIS, "ill", NULL, &error),
                  &error, FRAM_ERROR_NOT_FOUND);
  assert_refused (fram_desk_cancel_session (desk, &h->group, DAY ("2026-11-17"), FRAM_GROUP_ALL, "over", NULL, &error),
                  &error, FRAM_ERROR_INVALID);
  g_assert_true (
      fram_desk_cancel_session (desk, &h->group, DAY ("2026-11-24"), FRAM_GROUP_FOLLOWING, "over", NULL, &error));
  assert_days (h, &h->group, "2026-11-09", "2027-12-01", "11-10@600 11-17@600");
  undo (h);
  assert_days (h, &h->group, "2026-11-09", "2026-12-04", "11-10@600 11-17@600 11-24@600 12-01@600");
}

/* One that has never met can be called off as a whole. */
static void
test_cancel_all (House *h, gconstpointer unused)
{
  FramUuid id = add_group (h, "New", "FREQ=WEEKLY;BYDAY=TH", "2026-11-19", 600, &h->room2, 0);
  g_autoptr (GError) error = NULL;

  g_assert_true (
      fram_desk_cancel_session (h->base.desk, &id, DAY ("2026-11-26"), FRAM_GROUP_ALL, "nobody came", NULL, &error));
  g_assert_no_error (error);
  assert_days (h, &id, "2026-11-01", "2027-11-01", "");
  undo (h);
  assert_days (h, &id, "2026-11-01", "2026-11-30", "11-19@600 11-26@600");
}

/* A course goes on until its sessions are held. */
static void
test_course (House *h, gconstpointer unused)
{
  FramUuid id = add_group (h, "Course", "FREQ=WEEKLY;BYDAY=MO", "2026-11-16", 600, &h->room2, 3);
  FramSessionEdit extra = edit_of ("2026-11-18", 780);
  g_autoptr (GError) error = NULL;
  g_autoptr (FramGroup) group = NULL;

  assert_days (h, &id, "2026-11-01", "2027-03-01", "11-16@600 11-23@600 11-30@600");
  g_assert_true (
      fram_desk_cancel_session (h->base.desk, &id, DAY ("2026-11-23"), FRAM_GROUP_THIS, "ill", NULL, &error));
  assert_days (h, &id, "2026-11-01", "2027-03-01", "11-16@600 11-30@600 12-07@600");
  g_assert_true (fram_desk_add_session (h->base.desk, &id, &extra, NULL, &error));
  g_assert_no_error (error);
  assert_days (h, &id, "2026-11-01", "2027-03-01", "11-16@600 11-18@780 11-30@600");
  group = fram_desk_group (h->base.desk, &id, &error);
  g_assert_cmpint (group->ends, ==, DAY ("2026-11-30"));
  g_assert_true (
      fram_desk_cancel_session (h->base.desk, &id, DAY ("2026-11-18"), FRAM_GROUP_THIS, "ill", NULL, &error));
  assert_days (h, &id, "2026-11-01", "2027-03-01", "11-16@600 11-30@600 12-07@600");
}

static void
test_refusals (House *h, gconstpointer unused)
{
  FramUuid other = add_group (h, "Other", "FREQ=WEEKLY;BYDAY=WE", "2026-11-04", 600, &h->room1, 0);
  FramSessionEdit edit = edit_of ("2026-11-18", 600);
  g_autoptr (GError) error = NULL;
  FramDesk *desk = h->base.desk;
  FramDate planned = DAY ("2026-11-17");

  /* the room is taken, and the sentence says by whom */
  g_assert_false (fram_desk_change_session (desk, &h->group, planned, FRAM_GROUP_THIS, &edit, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_CONSTRAINT);
  g_assert_nonnull (strstr (error->message, "Other"));
  g_clear_error (&error);
  assert_refused (fram_desk_change_session (desk, &h->group, planned, FRAM_GROUP_FOLLOWING, &edit, NULL, &error),
                  &error, FRAM_ERROR_CONSTRAINT);
  edit.starts = 720; /* right after them */
  g_assert_true (fram_desk_change_session (desk, &h->group, planned, FRAM_GROUP_THIS, &edit, NULL, &error));
  undo (h);
  /* two a day */
  edit.day = DAY ("2026-11-24");
  assert_refused (fram_desk_change_session (desk, &h->group, planned, FRAM_GROUP_THIS, &edit, NULL, &error), &error,
                  FRAM_ERROR_CONSTRAINT);
  assert_refused (fram_desk_add_session (desk, &h->group, &edit, NULL, &error), &error, FRAM_ERROR_INVALID);
  /* closed: Christmas Day, a Saturday */
  edit.day = DAY ("2026-12-25");
  assert_refused (fram_desk_add_session (desk, &h->group, &edit, NULL, &error), &error, FRAM_ERROR_INVALID);
  edit.day = DAY ("2026-11-21");
  assert_refused (fram_desk_change_session (desk, &h->group, planned, FRAM_GROUP_THIS, &edit, NULL, &error), &error,
                  FRAM_ERROR_INVALID);
  /* ends before it begins, or after midnight */
  edit = edit_of ("2026-11-17", 1400);
  assert_refused (fram_desk_change_session (desk, &h->group, planned, FRAM_GROUP_THIS, &edit, NULL, &error), &error,
                  FRAM_ERROR_INVALID);
  /* long ago only with a reason, as marks */
  edit = edit_of ("2026-10-20", 780);
  assert_refused (fram_desk_change_session (desk, &h->group, DAY ("2026-10-20"), FRAM_GROUP_THIS, &edit, NULL, &error),
                  &error, FRAM_ERROR_INVALID);
  edit.reason = (char *)"the list says so";
  g_assert_true (fram_desk_change_session (desk, &h->group, DAY ("2026-10-20"), FRAM_GROUP_THIS, &edit, NULL, &error));
  g_assert_no_error (error);
  /* who leads another group then */
  g_assert_true (fram_desk_change_session (
      desk, &other, DAY ("2026-11-25"), FRAM_GROUP_THIS,
      &(FramSessionEdit){ .day = DAY ("2026-11-24"), .starts = 630, .minutes = 60, .place = h->room2 }, NULL, &error));
  g_assert_no_error (error);
  assert_refused (fram_desk_set_substitute (desk, &h->group, DAY ("2026-11-24"), &h->samir, NULL, &error), &error,
                  FRAM_ERROR_CONSTRAINT);
  g_assert_true (fram_desk_set_substitute (desk, &h->group, DAY ("2026-11-24"), &h->lena, NULL, &error));
}

/* Two that shared a room before may go on. */
static void
test_shared_room_before (House *h, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_ACTIVITY_GROUP, NULL);
  FramUuid kind = { { 0 } };
  g_autoptr (FramDb) db = fram_db_open (h->base.path, h->base.clock, &error);
  FramSessionEdit edit = edit_of ("2026-11-17", 630);

  kind = fram_db_get_id (db, fram_db_find_code (db, FRAM_ENTITY_GROUP_KIND, "redo"));
  fram_record_set_ref (record, "group_kind", &kind);
  fram_record_set_text (record, "code", "X-1");
  fram_record_set_text (record, "rrule", "FREQ=WEEKLY;BYDAY=TU");
  fram_record_set_date (record, "first_day", DAY ("2026-09-01"));
  fram_record_set_int (record, "starts", 600);
  fram_record_set_int (record, "minutes", 120);
  fram_record_set_int (record, "active", 1);
  fram_record_set_ref (record, "place", &h->room1);
  fixture_put (&h->base, record);
  assert_change (h, "2026-11-17", FRAM_GROUP_THIS, &edit);
}

static void
test_count_scope (House *h, gconstpointer unused)
{
  FramUuid course = add_group (h, "Course", "FREQ=WEEKLY;BYDAY=MO", "2026-11-16", 600, &h->room2, 3);
  g_autoptr (GError) error = NULL;
  FramDate from, to;
  FramDesk *desk = h->base.desk;

  g_assert_cmpint (fram_desk_count_scope (desk, &course, DAY ("2026-11-23"), FRAM_GROUP_THIS, &from, &to, &error), ==,
                   1);
  g_assert_cmpint (from, ==, DAY ("2026-11-23"));
  g_assert_cmpint (fram_desk_count_scope (desk, &course, DAY ("2026-11-23"), FRAM_GROUP_FOLLOWING, &from, &to, &error),
                   ==, 2);
  g_assert_cmpint (to, ==, DAY ("2026-11-30"));
  g_assert_cmpint (fram_desk_count_scope (desk, &course, DAY ("2026-11-23"), FRAM_GROUP_ALL, &from, &to, &error), ==,
                   3);
  g_assert_cmpint (from, ==, DAY ("2026-11-16"));
  g_assert_cmpint (
      fram_desk_count_scope (desk, &h->group, DAY ("2026-11-17"), FRAM_GROUP_FOLLOWING, &from, &to, &error), >, 40);
  g_assert_cmpint (to, ==, FRAM_DATE_NONE);
  g_assert_no_error (error);
  g_assert_cmpint (fram_desk_count_scope (desk, &course, DAY ("2026-11-24"), FRAM_GROUP_THIS, NULL, NULL, &error), ==,
                   -1);
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND);
}

static guint
count_leaders (House *h)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramGroup) group = fram_desk_group (h->base.desk, &h->group, &error);

  g_assert_no_error (error);
  return group->leaders->len;
}

static void
put_leader (House *h, const FramUuid *staff)
{
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_GROUP_LEADER, NULL);

  fram_record_set_ref (record, "activity_group", &h->group);
  fram_record_set_ref (record, "staff", staff);
  fixture_put (&h->base, record);
}

/* Whatever a person does not see, or has come meanwhile, is there after a save. */
static void
test_save_removes_nothing_hidden (House *h, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramGroup) group = NULL;
  g_autoptr (FramGroup) bare = fram_group_new ();
  FramSessionEdit edit = edit_of ("2026-11-18", 780);

  fixture_sit (&h->base, "Teresa Sundberg");
  mark_member (h, "2026-11-10");
  group = fram_desk_group (h->base.desk, &h->group, &error);
  g_assert_cmpint (group->members, ==, 1);
  put_leader (h, &h->lena);
  edit.reason = (char *)"the hall is let";
  assert_change (h, "2026-11-17", FRAM_GROUP_THIS, &edit);
  g_free (group->name);
  group->name = g_strdup ("Clay");
  g_assert_true (fram_desk_save_group (h->base.desk, group, NULL, NULL, &error));
  g_assert_cmpuint (count_leaders (h), ==, 2);
  assert_days (h, &h->group, "2026-11-09", "2026-11-20", "11-10@600 11-18@780");
  /* one who leads it saves what a leader may: names of leaders are not in the page */
  fixture_sit (&h->base, "Samir Sandberg");
  g_clear_pointer (&group, fram_group_free);
  group = fram_desk_group (h->base.desk, &h->group, &error);
  g_assert_true (group->may_change);
  g_assert_false (group->may_keep);
  g_ptr_array_set_size (group->leaders, 0);
  group->capacity = 1;
  group->active = FALSE;
  g_free (group->meets);
  group->meets = g_strdup ("Samir, by the door");
  g_assert_true (fram_desk_save_group (h->base.desk, group, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_leaders (h), ==, 2);
  g_clear_pointer (&group, fram_group_free);
  group = fram_desk_group (h->base.desk, &h->group, &error);
  g_assert_cmpint (group->capacity, ==, 8);
  g_assert_true (group->active);
  g_assert_cmpstr (group->meets, ==, "Samir, by the door");
  g_assert_cmpstr (group->name, ==, "Clay");
  g_assert_cmpint (group->members, ==, 1);
  /* and one that was put together without reading it takes no leader away */
  fixture_sit (&h->base, "Lena Ahmadi");
  bare->id = h->group;
  bare->kind = g_strdup ("aterhamtningsgrupp");
  bare->rrule = g_strdup ("FREQ=WEEKLY;BYDAY=TU");
  bare->first = DAY ("2026-09-01");
  bare->starts = 600;
  bare->minutes = 120;
  bare->place = h->room1;
  g_assert_true (fram_desk_save_group (h->base.desk, bare, NULL, NULL, &error));
  g_assert_cmpuint (count_leaders (h), ==, 2);
}

static void
test_leaders (House *h, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramGroup) group = fram_desk_group (h->base.desk, &h->group, &error);

  fram_group_add_leader (group, &h->lena, NULL, h->base.today, FRAM_DATE_NONE);
  g_ptr_array_remove_index (group->leaders, 0);
  g_assert_true (fram_desk_save_group (h->base.desk, group, NULL, NULL, &error));
  g_clear_pointer (&group, fram_group_free);
  group = fram_desk_group (h->base.desk, &h->group, &error);
  g_assert_cmpuint (group->leaders->len, ==, 1);
  g_assert_cmpstr (((FramGroupLeading *)g_ptr_array_index (group->leaders, 0))->name, ==, "Lena Ahmadi");
  g_assert_true (group->own);
  undo (h);
  g_clear_pointer (&group, fram_group_free);
  group = fram_desk_group (h->base.desk, &h->group, &error);
  g_assert_cmpstr (((FramGroupLeading *)g_ptr_array_index (group->leaders, 0))->name, ==, "Samir Sandberg");
  g_assert_false (group->own);
}

/* Of a group that has met the past stays as it was. */
static void
test_save_from_today_on (House *h, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramGroup) group = fram_desk_group (h->base.desk, &h->group, &error);

  g_free (group->rrule);
  group->rrule = g_strdup ("FREQ=WEEKLY;BYDAY=MO,TH");
  group->starts = 780;
  g_assert_true (fram_desk_save_group (h->base.desk, group, NULL, NULL, &error));
  g_assert_no_error (error);
  assert_days (h, &h->group, "2026-11-01", "2026-11-27",
               "11-03@600 11-10@600 11-12@780 11-16@780 11-19@780 11-23@780 11-26@780");
  g_clear_pointer (&group, fram_group_free);
  group = fram_desk_group (h->base.desk, &h->group, &error);
  g_assert_cmpstr (group->rrule, ==, "FREQ=WEEKLY;BYDAY=MO,TH");
  g_free (group->rrule);
  group->rrule = g_strdup ("FREQ=NEVER");
  assert_refused (fram_desk_save_group (h->base.desk, group, NULL, NULL, &error), &error, FRAM_ERROR_INVALID);
}

static void
test_remark_and_next_line (House *h, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramGroup) group = NULL;
  FramSessionEdit edit = edit_of ("2026-11-18", 780);

  g_assert_true (fram_desk_set_session_remark (h->base.desk, &h->group, DAY ("2026-10-06"), "Good day", NULL, &error));
  g_assert_true (fram_desk_set_session_remark (h->base.desk, &h->group, DAY ("2026-11-17"), "Clay", NULL, &error));
  g_assert_true (fram_desk_set_next_line (h->base.desk, &h->group, " We bring a photo ", NULL, &error));
  group = fram_desk_group (h->base.desk, &h->group, &error);
  g_assert_cmpstr (group->next_line, ==, "We bring a photo");
  assert_change (h, "2026-11-17", FRAM_GROUP_THIS, &edit);
  g_assert_true (fram_desk_restore_session (h->base.desk, &h->group, DAY ("2026-11-17"), NULL, &error));
  {
    g_autoptr (FramDb) db = fram_db_open (h->base.path, h->base.clock, &error);
    g_autoptr (FramSeries) series = fram_group_load_series (db, fram_db_find_row (db, &h->group), &error);

    g_assert_cmpstr (fram_series_find_change (series, DAY ("2026-11-17"))->remark, ==, "Clay");
  }
  g_assert_true (fram_desk_set_next_line (h->base.desk, &h->group, "", NULL, &error));
  undo (h);
  g_clear_pointer (&group, fram_group_free);
  group = fram_desk_group (h->base.desk, &h->group, &error);
  g_assert_cmpstr (group->next_line, ==, "We bring a photo");
}

/* An undo waits for nobody: where a session has changed since, it stays. */
static void
test_undo_is_refused_when_changed (House *h, gconstpointer unused)
{
  FramSessionEdit edit = edit_of ("2026-11-18", 780);
  g_autoptr (GError) error = NULL;
  g_autoptr (FramDesk) other = NULL;

  assert_change (h, "2026-11-17", FRAM_GROUP_THIS, &edit);
  other = fram_desk_open (h->base.path, h->base.clock, &error);
  g_assert_true (fram_desk_sit_down_as (other, "Teresa Sundberg", &error));
  edit.day = DAY ("2026-11-19");
  g_assert_true (fram_desk_change_session (other, &h->group, DAY ("2026-11-17"), FRAM_GROUP_THIS, &edit, NULL, &error));
  g_assert_false (fram_desk_undo (h->base.desk, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_CHANGED);
  assert_days (h, &h->group, "2026-11-16", "2026-11-22", "11-19@780");
}

/* A dialog that has stood open while somebody else changed the session takes none of that back. */
static void
test_an_old_dialog_takes_nothing_back (House *h, gconstpointer unused)
{
  FramSessionEdit shown = edit_of ("2026-11-17", 600), edit = shown;
  g_autoptr (GError) error = NULL;
  g_autoptr (FramDesk) other = NULL;
  g_autoptr (FramSchedule) week = NULL;
  const FramScheduleSession *session;

  shown.place = edit.place = h->room1;
  edit.shown = &shown;
  other = desk_of (h, "Teresa Sundberg");
  g_assert_true (fram_desk_set_substitute (other, &h->group, DAY ("2026-11-17"), &h->lena, NULL, &error));
  edit.starts = 630;
  assert_change (h, "2026-11-17", FRAM_GROUP_THIS, &edit);
  week = fram_desk_schedule (h->base.desk, FRAM_SCHEDULE_OF_GROUP, &h->group, DAY ("2026-11-16"), DAY ("2026-11-20"),
                             &error);
  session = fram_schedule_find (week, &h->group, DAY ("2026-11-17"));
  g_assert_cmpint (session->starts, ==, 630);
  g_assert_cmpstr (session->substitute, ==, "Lena Ahmadi");
  g_assert_cmpstr (session->place, ==, "Room 1");
  /* nor brings it back a session that somebody has cancelled */
  g_assert_true (fram_desk_cancel_session (other, &h->group, DAY ("2026-11-17"), FRAM_GROUP_THIS, "ill", NULL, &error));
  edit.starts = 660;
  assert_refused (
      fram_desk_change_session (h->base.desk, &h->group, DAY ("2026-11-17"), FRAM_GROUP_THIS, &edit, NULL, &error),
      &error, FRAM_ERROR_INVALID);
}

/* Between looking and writing nobody else's marks slip in. */
static void
test_what_was_written_meanwhile_is_looked_at (House *h, gconstpointer unused)
{
  g_auto (FramGroupCase) of = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (FramDesk) other = desk_of (h, "Teresa Sundberg");

  g_assert_true (fram_group_case_open (&of, h->base.desk, &h->group, TRUE, &error));
  fram_series_take_change (of.next, DAY ("2026-11-17"))->kind = FRAM_SESSION_CANCELLED;
  g_assert_true (fram_desk_set_next_line (other, &h->group, "we bring clay", NULL, &error));
  g_assert_false (fram_group_commit (&of, "ill", g_strdup ("Cancelled."), NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_BUSY);
  g_clear_error (&error);
  assert_days (h, &h->group, "2026-11-16", "2026-11-20", "11-17@600");
  g_assert_true (
      fram_desk_cancel_session (h->base.desk, &h->group, DAY ("2026-11-17"), FRAM_GROUP_THIS, "ill", NULL, &error));
}

static void
test_places_and_kinds (House *h, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) kinds = fram_desk_group_kinds (h->base.desk, &error);
  FramUuid same = place (h, " room 1 ");
  gboolean found = FALSE;

  g_assert_true (fram_uuid_equal (&same, &h->room1));
  for (guint i = 0; i < kinds->len; i++)
    {
      const FramGroupKind *kind = g_ptr_array_index (kinds, i);

      if (g_strcmp0 (kind->code, "redo") != 0)
        continue;
      found = TRUE;
      g_assert_cmpint (kind->sessions, ==, 12);
      g_assert_cmpint (kind->minutes, ==, 150);
    }
  g_assert_true (found);
}

/* role × function (DATA.md, "shop"); -1 is the system, -2 somebody without a role */
static const struct
{
  int role;
  gboolean reads;
  gboolean own;
  gboolean any;
} rights[] = {
  { FRAM_ROLE_ACTIVITY_LEADER, TRUE, TRUE, FALSE },
  { FRAM_ROLE_OCCUPATIONAL_THERAPIST, TRUE, TRUE, FALSE },
  { FRAM_ROLE_PEER_MENTOR, TRUE, TRUE, FALSE },
  { FRAM_ROLE_CASE_WORKER, TRUE, TRUE, FALSE },
  { FRAM_ROLE_PLACE_FINDER, TRUE, FALSE, FALSE },
  { FRAM_ROLE_LIAISON, TRUE, FALSE, FALSE },
  { FRAM_ROLE_MANAGER, TRUE, TRUE, TRUE },
  { FRAM_ROLE_ADMINISTRATOR, TRUE, TRUE, TRUE },
  { -1, TRUE, TRUE, TRUE },
  { -2, FALSE, FALSE, FALSE },
};

static void
assert_may (gboolean done, GError **error, gboolean may)
{
  if (!may)
    g_assert_error (*error, FRAM_ERROR, FRAM_ERROR_DENIED);
  else
    g_assert_no_error (*error);
  g_assert_cmpint (done, ==, may);
  g_clear_error (error);
}

static void
try_all (House *h, FramDesk *desk, const FramUuid *group, gboolean may)
{
  g_autoptr (GError) error = NULL;
  FramDate day = DAY ("2026-11-17");
  FramSessionEdit edit = edit_of ("2026-11-17", 615), extra = edit_of ("2026-11-20", 615);

  assert_may (fram_desk_count_scope (desk, group, day, FRAM_GROUP_ALL, NULL, NULL, &error) > 0, &error, may);
  assert_may (fram_desk_change_session (desk, group, day, FRAM_GROUP_THIS, &edit, NULL, &error), &error, may);
  assert_may (fram_desk_change_session (desk, group, day, FRAM_GROUP_FOLLOWING, &edit, NULL, &error), &error, may);
  assert_may (fram_desk_add_session (desk, group, &extra, NULL, &error), &error, may);
  assert_may (fram_desk_set_substitute (desk, group, day, &h->lena, NULL, &error), &error, may);
  assert_may (fram_desk_set_session_remark (desk, group, day, "Clay", NULL, &error), &error, may);
  assert_may (fram_desk_set_next_line (desk, group, "Clay", NULL, &error), &error, may);
  assert_may (fram_desk_cancel_session (desk, group, day, FRAM_GROUP_THIS, "ill", NULL, &error), &error, may);
  assert_may (fram_desk_restore_session (desk, group, day, NULL, &error), &error, may);
  assert_may (fram_desk_cancel_session (desk, group, DAY ("2026-12-15"), FRAM_GROUP_FOLLOWING, "over", NULL, &error),
              &error, may);
}

static void
try_saving (House *h, FramDesk *desk, gboolean reads, gboolean any)
{
  g_autoptr (FramGroup) fresh = fram_group_new ();
  g_autoptr (GError) error = NULL;
  FramUuid room;

  assert_may (fram_desk_group_staff (desk, &error) != NULL, &error, reads);
  assert_may (fram_desk_list_groups (desk, TRUE, &error) != NULL, &error, reads);
  assert_may (fram_desk_find_or_add_place (desk, "Room 1", &room, &error), &error, reads);
  fresh->kind = g_strdup ("redo");
  assert_may (fram_desk_save_group (desk, fresh, NULL, NULL, &error), &error, any);
}

static void
test_rights (House *h, gconstpointer unused)
{
  for (guint i = 0; i < G_N_ELEMENTS (rights); i++)
    {
      g_autofree char *name = g_strdup_printf ("Person %u", i);
      FramUuid own = add_group (h, name, "FREQ=WEEKLY;BYDAY=TU", "2026-09-01", 600, &FRAM_UUID_NONE, 0);
      FramUuid other = add_group (h, "Others", "FREQ=WEEKLY;BYDAY=TU", "2026-09-01", 600, &FRAM_UUID_NONE, 0);
      g_autoptr (FramStaff) staff = fram_staff_new ();
      g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_GROUP_LEADER, NULL);
      g_autoptr (FramDesk) desk = NULL;
      g_autoptr (FramDesk) system = desk_of (h, NULL);
      FramUuid id;

      g_test_message ("role %d", rights[i].role);
      staff->name = g_strdup (name);
      if (rights[i].role >= 0)
        fram_staff_add_role (staff, (FramRole)rights[i].role,
                             rights[i].role == FRAM_ROLE_ACTIVITY_LEADER ? "snickeri" : NULL, NULL);
      g_assert_true (fram_desk_save_staff (system, staff, &id, NULL));
      fram_record_set_ref (record, "activity_group", &own);
      fram_record_set_ref (record, "staff", &id);
      fixture_put (&h->base, record);
      desk = desk_of (h, rights[i].role == -1 ? NULL : name);
      try_all (h, desk, &other, rights[i].any);
      try_all (h, desk, &own, rights[i].own);
      try_saving (h, desk, rights[i].reads, rights[i].any);
    }
}

static void
remove_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

/* What the files can say of a group comes back from them: also of one without a weekday in its rule, or without a length. */
static void
test_export_and_import (House *h, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramGroup) bare = fram_group_new ();
  g_autoptr (FramCase) person = NULL;
  g_autoptr (FramDesk) other = NULL;
  g_autoptr (FramProblems) problems = fram_problems_new ();
  g_autofree char *folder = g_build_filename (h->base.directory, "files", NULL);
  g_autofree char *path = g_build_filename (h->base.directory, "other.db", NULL);
  g_autofree char *said = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  FramUuid id;

  fixture_sit (&h->base, "Teresa Sundberg");
  mark_member (h, "2026-11-10");
  person = fram_desk_case (h->base.desk, h->base.bjorn, NULL, &error);
  bare->kind = g_strdup ("friskvard");
  bare->rrule = g_strdup ("FREQ=WEEKLY");
  bare->first = DAY ("2026-11-05");
  g_assert_true (fram_desk_save_group (h->base.desk, bare, &id, NULL, &error));
  g_assert_true (fram_desk_join_group (h->base.desk, &person->enrolment, &id, DAY ("2026-11-05"), NULL, NULL, &error));
  fixture_reopen (&h->base);
  g_assert_true (fram_desk_export (h->base.desk, folder, NULL, NULL, &error));
  g_assert_no_error (error);
  other = fram_desk_create (path, h->base.clock, "fram", &error);
  fram_import_result_free (fram_desk_import (other, folder, FALSE, problems, NULL, NULL, &error));
  said = fram_problems_format (problems);
  g_assert_cmpstr (said, ==, "");
  g_assert_no_error (error);
  groups = fram_desk_list_groups (other, TRUE, &error);
  g_assert_cmpuint (groups->len, ==, 2);
  for (guint i = 0; i < groups->len; i++)
    {
      const FramGroup *group = g_ptr_array_index (groups, i);
      gboolean is_bare = g_strcmp0 (group->kind, "friskvard") == 0;

      g_assert_cmpstr (group->code, ==, is_bare ? "FRI-01" : "ATE-01");
      g_assert_cmpstr (group->rrule, ==, is_bare ? "FREQ=WEEKLY;BYDAY=TH" : "FREQ=WEEKLY;BYDAY=TU");
      g_assert_cmpint (group->members, ==, 1);
    }
  g_clear_object (&other);
  remove_files (folder);
  g_clear_object (&h->base.desk);
  remove_files (h->base.directory);
}

#define ADD(path, func) g_test_add ("/group/" path, House, NULL, house_set_up, func, house_tear_down)

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  ADD ("one-session-is-moved-and-restored", test_move_one);
  ADD ("this-and-following-on-another-weekday", test_following);
  ADD ("scopes-by-rule", test_scopes);
  ADD ("following-changed-twice", test_following_twice);
  ADD ("what-has-no-day-any-more-goes-away", test_following_cleans_up);
  ADD ("days-with-marks-stay", test_marked_days_stay);
  ADD ("cancel", test_cancel);
  ADD ("cancel-all-that-never-met", test_cancel_all);
  ADD ("course-goes-on-until-held", test_course);
  ADD ("refusals", test_refusals);
  ADD ("shared-room-before", test_shared_room_before);
  ADD ("how-many-a-change-is-for", test_count_scope);
  ADD ("saving-removes-nothing-hidden", test_save_removes_nothing_hidden);
  ADD ("leaders", test_leaders);
  ADD ("saved-from-today-on", test_save_from_today_on);
  ADD ("remark-and-next-line", test_remark_and_next_line);
  ADD ("undo-refused-when-changed-since", test_undo_is_refused_when_changed);
  ADD ("old-dialog", test_an_old_dialog_takes_nothing_back);
  ADD ("meanwhile", test_what_was_written_meanwhile_is_looked_at);
  ADD ("places-and-kinds", test_places_and_kinds);
  ADD ("export-and-import", test_export_and_import);
  ADD ("rights", test_rights);
  return g_test_run ();
}
