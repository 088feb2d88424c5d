#include "desk-fixture.h"

#include "fram-changes.h"
#include "fram-desk-booking.h"
#include "fram-desk-gaps.h"
#include "fram-desk-absence.h"
#include "fram-desk-plan.h"
#include "fram-desk-private.h"
#include "fram-desk-today.h"
#include "fram-desk-week.h"
#include "fram-ids.h"

/* A session that is moved, called off or extra is that everywhere: on rosters and sheets, in plans, gaps and clashes. */

typedef struct
{
  Fixture base;
  FramUuid group;
  FramUuid karin; /* the participant */
  FramUuid enrolment;
} House;

static void
change (House *h, const char *day, const char *kind, const char *to_day, int starts, int minutes, const char *reason)
{
  FramUuid id = fram_id_group_session_change (&h->group, fram_test_date (day));
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_GROUP_SESSION_CHANGE, &id);

  fram_record_set_ref (record, "activity_group", &h->group);
  fram_record_set_date (record, "day", fram_test_date (day));
  fram_record_set_text (record, "kind", kind);
  if (to_day != NULL)
    fram_record_set_date (record, "to_day", fram_test_date (to_day));
  if (starts > 0)
    fram_record_set_int (record, "starts", starts);
  if (minutes > 0)
    fram_record_set_int (record, "minutes", minutes);
  fram_record_set_text (record, "reason", reason);
  fixture_put (&h->base, record);
}

/* Thursdays at one o'clock for an hour and a half. */
static void
found_group (House *h)
{
  FramUuid kind = fram_id_group_kind ("friskvard");
  g_autoptr (FramRecord) record = NULL;

  h->group = fram_id_activity_group ("W1");
  record = fram_record_new (FRAM_ENTITY_ACTIVITY_GROUP, &h->group);
  fram_record_set_ref (record, "group_kind", &kind);
  fram_record_set_text (record, "code", "W1");
  fram_record_set_text (record, "name", "Walking");
  fram_record_set_int (record, "capacity", 8);
  fram_record_set_text (record, "rrule", "FREQ=WEEKLY;BYDAY=TH");
  fram_record_set_date (record, "first_day", fram_test_date ("2026-10-01"));
  fram_record_set_int (record, "starts", 13 * 60);
  fram_record_set_int (record, "minutes", 90);
  fram_record_set_int (record, "active", 1);
  fixture_put (&h->base, record);
}

static void
set_up (House *h, gconstpointer unused)
{
  Fixture *f = &h->base;
  g_autoptr (GError) error = NULL;
  g_autofree char *karin = NULL;

  fixture_set_up (f, NULL);
  found_group (h);
  change (h, "2026-10-29", "moved", "2026-10-30", 10 * 60, 60, NULL);
  change (h, "2026-11-05", "cancelled", NULL, 0, 0, "the room is painted");
  change (h, "2026-11-09", "extra", NULL, 15 * 60, 0, NULL);
  change (h, "2026-11-18", "extra", NULL, 0, 0, NULL);
  change (h, "2026-11-19", "cancelled", NULL, 0, 0, NULL);
  change (h, "2026-11-26", "moved", "2026-11-27", 0, 0, NULL);
  fixture_reopen (f);
  karin = fixture_add (f, "Karin", "Ask");
  fixture_place (f, karin, "snickeri", "2026-10-01", "wed 12-16");
  g_assert_true (fram_desk_find_enrolment (f->desk, karin, &h->enrolment, &error));
  g_assert_true (fram_desk_person_id (f->desk, karin, &h->karin, &error));
  fram_desk_join_group (f->desk, &h->enrolment, &h->group, fram_test_date ("2026-10-01"), NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (House *h, gconstpointer unused)
{
  fixture_tear_down (&h->base, NULL);
}

/* When the group meets on a day, or why it does not. */
typedef struct
{
  const char *day;
  int from; /* 0: not at all */
  int to;
  const char *note;
} Day;

static const Day days[] = {
  { "2026-10-22", 780, 870, NULL },
  { "2026-10-29", 0, 0, "Moved to 30 October" },
  { "2026-10-30", 600, 660, NULL },
  { "2026-11-05", 0, 0, "Cancelled: the room is painted" },
  { "2026-11-09", 900, 990, NULL },
  { "2026-11-10", 0, 0, "No session this day" },
  { "2026-11-12", 780, 870, NULL },
  { "2026-11-19", 0, 0, "Cancelled" },
  { "2026-11-26", 0, 0, "Moved to 27 November" },
  { "2026-11-27", 780, 870, NULL },
  { "2026-12-24", 0, 0, "Christmas Eve" },
};

static void
check_roster (House *h, const Day *d)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramRoster) roster = fram_desk_roster (h->base.desk, &h->group, fram_test_date (d->day), &error);
  const FramRosterRow *row;

  g_assert_no_error (error);
  g_assert_cmpint (roster->day_is_off, ==, d->from == 0);
  g_assert_cmpint (roster->no_session, ==, d->from == 0 && strstr (d->note, "Christmas") == NULL);
  g_assert_cmpint (roster->totals.expected, ==, d->from != 0);
  row = fixture_row (roster, "Karin Ask");
  g_assert_true ((row != NULL) == (d->from != 0));
  if (row != NULL)
    {
      g_assert_cmpint (row->planned_from, ==, d->from);
      g_assert_cmpint (row->planned_to, ==, d->to);
      g_assert_cmpint (row->planned_minutes, ==, d->to - d->from);
      g_assert_false (row->hours_changed);
    }
  g_assert_cmpstr (roster->day_note, ==, d->note);
}

static void
check_sheet (House *h, const Day *d)
{
  g_autoptr (GError) error = NULL;
  FramSheet *sheet = fram_desk_week (h->base.desk, &h->group, fram_test_date (d->day), &error);
  gboolean found = FALSE;

  g_assert_no_error (error);
  for (guint i = 0; i < sheet->days->len; i++)
    {
      const FramSheetDay *day = &g_array_index (sheet->days, FramSheetDay, i);

      if (day->day != fram_test_date (d->day))
        continue;
      found = TRUE;
      g_assert_cmpint (day->is_off, ==, d->from == 0);
      if (d->from != 0)
        g_assert_true (day->opens == d->from && day->closes == d->to);
      if (g_strcmp0 (d->note, "No session this day") != 0)
        g_assert_cmpstr (day->note, ==, d->note);
    }
  g_assert_true (found);
  fram_sheet_free (sheet);
}

static void
check_plan (House *h, const Day *d)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) things = fram_desk_plan_week (h->base.desk, &h->enrolment, fram_test_date (d->day), &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < things->len; i++)
    {
      const FramPlanThing *thing = g_ptr_array_index (things, i);

      if (thing->kind != FRAM_COLLISION_SESSION || thing->day != fram_test_date (d->day))
        continue;
      n++;
      g_assert_true (thing->from_time == d->from && thing->to_time == d->to);
    }
  g_assert_cmpuint (n, ==, d->from != 0);
}

static void
check_gaps (House *h, const Day *d)
{
  g_autoptr (GError) error = NULL;
  FramGapFacts facts = { 0 };
  gboolean planned = FALSE;

  g_assert_true (fram_desk_gap_facts (h->base.desk, fram_db_find_row (h->base.desk->db, &h->enrolment), FRAM_DATE_NONE,
                                      &facts, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < facts.planned->len; i++)
    planned = planned || g_array_index (facts.planned, FramDate, i) == fram_test_date (d->day);
  g_assert_cmpint (planned, ==, d->from != 0);
  fram_gap_facts_clear (&facts);
}

static void
check_clash (House *h, const Day *d)
{
  FramBookingEdit edit = { .participant = h->karin,
                           .kind = "samtal",
                           .day = fram_test_date (d->day),
                           .starts = d->from != 0 ? d->to - 30 : 13 * 60,
                           .minutes = 60 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) clashes = fram_desk_booking_clashes (h->base.desk, &edit, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < clashes->len; i++)
    n += strstr (((const FramClash *)g_ptr_array_index (clashes, i))->text, "Walking") != NULL;
  g_assert_cmpuint (n, ==, d->from != 0);
}

static void
check_taken (House *h, const Day *d)
{
  FramDate day = fram_test_date (d->day);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) taken = fram_desk_rosters_taken (h->base.desk, day, day, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < taken->len; i++)
    n += fram_uuid_equal (&((const FramRosterTaken *)g_ptr_array_index (taken, i))->activity, &h->group);
  g_assert_cmpuint (n, ==, d->from != 0 && day <= h->base.today);
}

static void
test_all_agree (House *h, gconstpointer unused)
{
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_test_message ("%s", days[i].day);
      check_roster (h, &days[i]);
      check_sheet (h, &days[i]);
      check_plan (h, &days[i]);
      check_gaps (h, &days[i]);
      check_clash (h, &days[i]);
      check_taken (h, &days[i]);
    }
}

/* In the workshop it is told that somebody has to be elsewhere: on the Wednesday with an extra session, and on no other. */
static void
test_other_rosters_tell_of_it (House *h, gconstpointer unused)
{
  g_autoptr (FramRoster) extra = fixture_roster (&h->base, "2026-11-18");
  g_autoptr (FramRoster) plain = fixture_roster (&h->base, "2026-11-11");

  g_assert_cmpint (fixture_row (extra, "Karin Ask")->other_from, ==, 780);
  g_assert_cmpint (fixture_row (extra, "Karin Ask")->other_to, ==, 870);
  g_assert_cmpint (fixture_row (plain, "Karin Ask")->other_from, ==, FRAM_TIME_NONE);
}

/* The arrows of a roster go from session to session, there and back. */
static void
test_from_session_to_session (House *h, gconstpointer unused)
{
  static const char *const held[] = { "2026-10-01", "2026-10-08", "2026-10-15", "2026-10-22", "2026-10-30",
                                      "2026-11-09", "2026-11-12", "2026-11-18", "2026-11-27", "2026-12-03",
                                      "2026-12-10", "2026-12-17", "2027-01-07" };

  for (guint i = 0; i + 1 < G_N_ELEMENTS (held); i++)
    {
      fram_assert_date (fram_desk_next_day (h->base.desk, &h->group, fram_test_date (held[i]), 1), held[i + 1]);
      fram_assert_date (fram_desk_next_day (h->base.desk, &h->group, fram_test_date (held[i + 1]), -1), held[i]);
    }
  g_assert_cmpint (fram_desk_next_day (h->base.desk, &h->group, fram_test_date (held[0]), -1), ==, FRAM_DATE_NONE);
}

static FramRoster *
mark (House *h, const char *day, const char *status, GError **error)
{
  FramMarkEdit edit = { .fields = FRAM_MARK_STATUS, .status = status };

  if (fram_desk_needs_reason (h->base.desk, fram_test_date (day)))
    edit.reason = "found the paper list";
  return fram_desk_mark (h->base.desk, &h->group, fram_test_date (day), 0, &h->enrolment, 1, &edit, NULL, error);
}

/* Absences of sessions in a row are counted over what was called off, and stand in the strip, as in a workshop. */
static void
test_marks_count_as_in_workshops (House *h, gconstpointer unused)
{
  static const char *const held[] = { "2026-10-22", "2026-10-30", "2026-11-09" };
  g_autoptr (FramRoster) roster = NULL;
  const FramRosterRow *row;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (held); i++)
    {
      g_autoptr (FramRoster) after = mark (h, held[i], "absent_unnotified", &error);

      g_assert_no_error (error);
    }
  g_assert_null (mark (h, "2026-11-05", "absent_unnotified", &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (mark (h, "2026-10-29", "present", &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
  g_clear_error (&error);
  roster = fram_desk_roster (h->base.desk, &h->group, h->base.today, &error);
  g_assert_no_error (error);
  row = fixture_row (roster, "Karin Ask");
  g_assert_cmpint (row->unnotified_in_a_row, ==, 3);
  g_assert_cmpuint (row->n_last, ==, 3);
  for (guint i = 0; i < 3; i++)
    fram_assert_date (row->last_day[i], held[i]);
}

/* Whoever joins is new at the first session that is held, not on the first day of the place; and the workshop knows of the
 * sessions that are held. */
static void
test_new_in_the_group (House *h, gconstpointer unused)
{
  Fixture *f = &h->base;
  FramUuid amina;
  g_autoptr (GError) error = NULL;
  g_autoptr (FramRoster) first = NULL, second = NULL, held = NULL, cancelled = NULL;

  g_assert_true (fram_desk_find_enrolment (f->desk, f->amina, &amina, &error));
  fram_desk_join_group (f->desk, &amina, &h->group, fram_test_date ("2026-10-31"), NULL, NULL, &error);
  g_assert_no_error (error);
  first = fram_desk_roster (f->desk, &h->group, fram_test_date ("2026-11-09"), &error);
  second = fram_desk_roster (f->desk, &h->group, fram_test_date ("2026-11-12"), &error);
  held = fixture_roster (f, "2026-11-12");
  cancelled = fixture_roster (f, "2026-11-19");
  g_assert_true (fixture_row (first, "Amina Hassan")->first_day);
  g_assert_false (fixture_row (first, "Karin Ask")->first_day);
  g_assert_false (fixture_row (second, "Amina Hassan")->first_day);
  g_assert_cmpint (fixture_row (held, "Amina Hassan")->other_from, ==, 780);
  g_assert_cmpint (fixture_row (cancelled, "Amina Hassan")->other_from, ==, FRAM_TIME_NONE);
}

int
main (int argc, char *argv[])
{
  fram_test_init (&argc, &argv);
#define ADD(path, func) g_test_add (path, House, NULL, set_up, func, tear_down)
  ADD ("/desk/session/all-agree", test_all_agree);
  ADD ("/desk/session/other-rosters-tell-of-it", test_other_rosters_tell_of_it);
  ADD ("/desk/session/from-session-to-session", test_from_session_to_session);
  ADD ("/desk/session/marks-count-as-in-workshops", test_marks_count_as_in_workshops);
  ADD ("/desk/session/new-in-the-group", test_new_in_the_group);
#undef ADD
  return g_test_run ();
}
