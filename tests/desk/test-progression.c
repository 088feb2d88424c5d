#include "desk-fixture.h"

#include "fram-changes.h"
#include "fram-desk-case.h"
#include "fram-desk-indicators.h"
#include "fram-desk-person.h"
#include "fram-desk-progression.h"
#include "fram-ids.h"

#include <string.h>

/* What the progression of a participant is made of, and who is given it. It is Thursday 12 November, a quarter past nine.
 * Carla has been enrolled since Monday 7 September and is planned in the wood workshop on Thursdays, three hours. */

typedef struct
{
  Fixture house;
  char *carla;
  FramUuid participant;
  FramUuid enrolment;
} Course;

static void
set_up (Course *c, gconstpointer unused)
{
  Fixture *f = &c->house;
  FramPersonEdit carla = { .given_name = "Carla",
                           .family_name = "Nilsson",
                           .sex = "F",
                           .organisation = "AF",
                           .birth_date = fram_test_date ("1990-05-01"),
                           .enrolled = fram_test_date ("2026-09-07") };
  g_autoptr (FramCase) what = NULL;
  g_autoptr (GError) error = NULL;

  fixture_set_up (f, NULL);
  fixture_hire (f, "Per Wallin", FRAM_ROLE_ACTIVITY_LEADER, "snickeri");
  fixture_hire (f, "Lena Ahmadi", FRAM_ROLE_MANAGER, NULL);
  fixture_hire (f, "Pia Platz", FRAM_ROLE_PLACE_FINDER, NULL);
  fixture_hire (f, "Mia Nord", FRAM_ROLE_PEER_MENTOR, NULL);
  fixture_hire (f, "Teresa Sundberg", FRAM_ROLE_ADMINISTRATOR, NULL);
  fixture_hire (f, "Dragana Andersen", FRAM_ROLE_OCCUPATIONAL_THERAPIST, "snickeri");
  fixture_hire (f, "Stina Strand", FRAM_ROLE_OCCUPATIONAL_THERAPIST, "tradgard");
  fixture_hire (f, "Rebecka Memic", FRAM_ROLE_CASE_WORKER, NULL);
  fixture_hire (f, "Olga Sten", FRAM_ROLE_CASE_WORKER, NULL);
  fixture_sit (f, "Rebecka Memic");
  c->carla = fram_desk_add_person (f->desk, &carla, &error);
  g_assert_no_error (error);
  fixture_place (f, c->carla, "snickeri", "2026-09-07", "thu 09-12");
  what = fram_desk_case (f->desk, c->carla, NULL, NULL);
  c->participant = what->person->row->participant;
  c->enrolment = what->enrolment;
}

static void
tear_down (Course *c, gconstpointer unused)
{
  g_free (c->carla);
  fixture_tear_down (&c->house, NULL);
}

static FramRecord *
new_record (Course *c, FramEntity entity)
{
  FramRecord *record = fram_record_new (entity, NULL);

  fram_record_set_ref (record, "enrolment", &c->enrolment);
  return record;
}

static void
rate (Course *c, const FramUuid *question, const char *rater, const char *day, int value, gint64 given)
{
  g_autoptr (FramRecord) r = new_record (c, FRAM_ENTITY_RATING);

  fram_record_set_ref (r, "indicator", question);
  fram_record_set_date (r, "day", fram_test_date (day));
  fram_record_set_text (r, "rater", rater);
  fram_record_set_int (r, "value", value);
  fram_record_set_int (r, "given", given);
  fixture_put (&c->house, r);
}

static void
rate_first (Course *c, const char *set, int ordinal, const char *rater, const char *day, int value)
{
  FramUuid question = fram_id_indicator (set, ordinal);

  rate (c, &question, rater, day, value, 1000);
}

static FramProgression *
read_as (Course *c, const char *who, int code)
{
  g_autoptr (GError) error = NULL;
  FramProgression *progression;

  fixture_sit (&c->house, who);
  progression = fram_desk_progression (c->house.desk, c->carla, NULL, &error);
  if (code < 0)
    g_assert_no_error (error);
  else
    {
      g_assert_error (error, FRAM_ERROR, code);
      g_assert_null (progression);
    }
  return progression;
}

static const FramIndicatorSeries *
series_of (const FramProgression *progression, const char *code)
{
  for (guint i = 0; i < progression->series->len; i++)
    if (g_strcmp0 (fram_progression_get_series (progression, i)->code, code) == 0)
      return fram_progression_get_series (progression, i);
  return NULL;
}

static const FramProgressWeek *
week_of (const FramProgression *progression, const char *monday)
{
  for (guint i = 0; i < progression->weeks->len; i++)
    if (g_array_index (progression->weeks, FramProgressWeek, i).monday == fram_test_date (monday))
      return &g_array_index (progression->weeks, FramProgressWeek, i);
  g_assert_not_reached ();
}

static const FramMoment *
moment_of (const FramProgression *progression, FramMomentKind kind, guint nth)
{
  for (guint i = 0; i < progression->moments->len; i++)
    {
      const FramMoment *moment = g_ptr_array_index (progression->moments, i);

      if (moment->kind == kind && nth-- == 0)
        return moment;
    }
  return NULL;
}

/* Nobody but the own case worker, and the therapist where Carla is, is given anything. */
static void
test_roles (Course *c, gconstpointer unused)
{
  static const char *const denied[] = { "Per Wallin",      "Lena Ahmadi", "Pia Platz",
                                        "Teresa Sundberg", "Olga Sten",   "Stina Strand" };
  g_autoptr (FramProgression) own = NULL, therapist = NULL;

  rate_first (c, "avstamning-3", 1, "participant", "2026-10-01", 3);
  rate_first (c, "indikator-11", 2, "caseworker", "2026-10-01", 3);
  for (guint i = 0; i < G_N_ELEMENTS (denied); i++)
    read_as (c, denied[i], FRAM_ERROR_DENIED);
  read_as (c, "Mia Nord", FRAM_ERROR_NOT_FOUND);
  own = read_as (c, "Rebecka Memic", -1);
  therapist = read_as (c, "Dragana Andersen", -1);
  g_assert_cmpuint (own->series->len, ==, 2);
  g_assert_cmpuint (therapist->series->len, ==, 2);
  g_assert_cmpstr (own->title, ==, "Carla Nilsson");
}

static void
protect (Course *c)
{
  static const char *const columns[] = { "protected", NULL };
  Fixture *f = &c->house;
  g_autoptr (GError) error = NULL;
  g_autoptr (FramDb) db = fram_db_open (f->path, f->clock, &error);
  g_autoptr (FramViewer) system = fram_viewer_new_system (f->today);
  g_autoptr (FramChanges) changes = fram_changes_begin (db, system, "test", NULL, &error);
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_PARTICIPANT, &c->participant);

  fram_record_set_int (record, "protected", 1);
  fram_changes_update (changes, record, columns, &error);
  g_assert_no_error (error);
  g_assert_true (fram_changes_commit (changes, NULL, &error));
}

static void
test_protected (Course *c, gconstpointer unused)
{
  rate_first (c, "avstamning-3", 1, "participant", "2026-10-01", 3);
  protect (c);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;

      fixture_sit (&c->house, i == 0 ? "Rebecka Memic" : "Dragana Andersen");
      g_assert_null (fram_desk_progression (c->house.desk, c->carla, NULL, &error));
      g_assert_nonnull (error);
      g_assert_null (strstr (error->message, "Carla"));
    }
}

/* Off, nothing tells that own belief could be rated; on, it is for the case worker alone. */
static void
test_belief (Course *c, gconstpointer unused)
{
  g_autoptr (FramProgression) off = NULL, on = NULL, therapist = NULL;
  g_autoptr (GError) error = NULL;

  rate_first (c, "fram-2021", 11, "participant", "2026-10-01", 3);
  rate_first (c, "fram-2021", 11, "caseworker", "2026-10-01", 2);
  off = read_as (c, "Rebecka Memic", -1);
  g_assert_cmpuint (series_of (off, "11")->points[FRAM_RATER_CASE_WORKER]->len, ==, 0);
  g_assert_cmpuint (series_of (off, "11")->raters, ==, 1u << FRAM_RATER_PARTICIPANT);
  fixture_sit (&c->house, "Teresa Sundberg");
  g_assert_true (fram_desk_set_belief (c->house.desk, TRUE, NULL, &error));
  on = read_as (c, "Rebecka Memic", -1);
  g_assert_cmpuint (series_of (on, "11")->points[FRAM_RATER_CASE_WORKER]->len, ==, 1);
  therapist = read_as (c, "Dragana Andersen", -1);
  g_assert_cmpuint (series_of (therapist, "11")->points[FRAM_RATER_CASE_WORKER]->len, ==, 0);
  g_assert_cmpuint (series_of (therapist, "11")->raters, ==, 1u << FRAM_RATER_PARTICIPANT);
}

static FramIndicatorSet *
take_set (GPtrArray *sets, const char *code)
{
  for (guint i = 0; i < sets->len; i++)
    if (g_str_equal (((FramIndicatorSet *)g_ptr_array_index (sets, i))->code, code))
      return g_ptr_array_index (sets, i);
  g_assert_not_reached ();
}

/* Other words, or another scale, for a set that was used: a new version. Gives its first question. */
static FramUuid
next_version (Course *c, const char *name, int highest)
{
  FramDesk *desk = c->house.desk;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sets = NULL, again = NULL;
  FramIndicatorSet *set;
  FramIndicatorDraft *question;

  fixture_sit (&c->house, "Teresa Sundberg");
  sets = fram_desk_indicator_sets (desk, &error);
  set = take_set (sets, "indikator-11");
  question = g_ptr_array_index (set->indicators, 0);
  g_free (question->name_en);
  question->name_en = g_strdup (name);
  set->highest = highest;
  g_assert_true (fram_desk_save_indicator_set (desk, set, FALSE, NULL, &error));
  g_assert_no_error (error);
  again = fram_desk_indicator_sets (desk, &error);
  question = g_ptr_array_index (take_set (again, "indikator-11")->indicators, 0);
  return question->id;
}

/* A question that is asked in other words is one series, in its newest words; on another scale a new one begins. */
static void
test_versions (Course *c, gconstpointer unused)
{
  g_autoptr (FramProgression) progression = NULL;
  const FramIndicatorSeries *series;
  FramUuid second, third;

  rate_first (c, "indikator-11", 1, "participant", "2026-09-10", 2);
  second = next_version (c, "A job of my own", 5);
  rate (c, &second, "participant", "2026-10-10", 4, 1000);
  third = next_version (c, "A job of my own", 7);
  rate (c, &third, "participant", "2026-11-10", 6, 1000);
  progression = read_as (c, "Rebecka Memic", -1);
  g_assert_cmpuint (progression->sets->len, ==, 1);
  g_assert_cmpuint (progression->series->len, ==, 2);
  series = series_of (progression, "indikator-11@2:1");
  g_assert_nonnull (series);
  g_assert_cmpstr (series->name, ==, "A job of my own");
  g_assert_cmpuint (series->points[FRAM_RATER_PARTICIPANT]->len, ==, 2);
  g_assert_cmpint (series->highest, ==, 5);
  series = series_of (progression, "indikator-11@3:1");
  g_assert_cmpuint (series->points[FRAM_RATER_PARTICIPANT]->len, ==, 1);
  g_assert_cmpint (series->highest, ==, 7);
}

static void
test_two_of_a_day (Course *c, gconstpointer unused)
{
  FramUuid question = fram_id_indicator ("avstamning-3", 2);
  g_autoptr (FramProgression) progression = NULL;
  const GArray *points;

  rate (c, &question, "participant", "2026-10-01", 4, 9000);
  rate (c, &question, "participant", "2026-10-01", 2, 5000);
  rate (c, &question, "participant", "2026-10-20", 3, 5000);
  progression = read_as (c, "Rebecka Memic", -1);
  points = series_of (progression, "avstamning-3:2")->points[FRAM_RATER_PARTICIPANT];
  g_assert_cmpuint (points->len, ==, 3);
  g_assert_false (g_array_index (points, FramRatingPoint, 0).counts);
  g_assert_true (g_array_index (points, FramRatingPoint, 1).counts);
  g_assert_cmpint (g_array_index (points, FramRatingPoint, 1).value, ==, 4);
}

/* Sets stand as the programme offers them, questions as they stand in the set. */
static void
test_order (Course *c, gconstpointer unused)
{
  static const char *const wanted[] = { "avstamning-3:1", "avstamning-3:3", "indikator-11:2", "3" };
  g_autoptr (FramProgression) progression = NULL;

  rate_first (c, "fram-2021", 3, "participant", "2026-10-01", 4);
  rate_first (c, "indikator-11", 2, "participant", "2026-10-01", 4);
  rate_first (c, "avstamning-3", 3, "participant", "2026-10-01", 4);
  rate_first (c, "avstamning-3", 1, "participant", "2026-10-05", 4);
  progression = read_as (c, "Rebecka Memic", -1);
  g_assert_cmpuint (progression->series->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_cmpstr (fram_progression_get_series (progression, i)->code, ==, wanted[i]);
}

static void
mark (Course *c, const char *day, int part, const char *status, int planned, int attended)
{
  FramUuid where = c->house.snickeri, id = fram_id_attendance_status (status);
  g_autoptr (FramRecord) r = fram_record_new_mark (&c->enrolment, &where, fram_test_date (day), part);

  fram_record_set_ref (r, "status", &id);
  fram_record_set_int (r, "planned_minutes", planned);
  if (attended >= 0)
    fram_record_set_int (r, "attended_minutes", attended);
  fixture_put (&c->house, r);
}

static void
assert_week (const FramProgression *progression, const char *monday, int planned, int attended, int counted)
{
  const FramProgressWeek *week = week_of (progression, monday);

  g_test_message ("%s", monday);
  g_assert_cmpint (week->planned_minutes, ==, planned);
  g_assert_cmpint (week->attended_minutes, ==, attended);
  g_assert_cmpint (week->counted, ==, counted);
}

/* Half days are one session when both are marked; a half alone is hours, and no session yet. */
static void
test_weeks (Course *c, gconstpointer unused)
{
  g_autoptr (FramProgression) progression = NULL;

  mark (c, "2026-09-10", 0, "present", 180, 180);
  mark (c, "2026-09-14", 0, "present", 120, 90); /* a visit beside the plan */
  mark (c, "2026-09-17", 0, "sick", 180, -1);
  mark (c, "2026-09-24", 1, "present", 90, 90);
  mark (c, "2026-09-24", 2, "absent_notified", 90, 0);
  mark (c, "2026-10-01", 1, "present", 90, 90);
  mark (c, "2026-10-08", 0, "leave", 180, 0);
  progression = read_as (c, "Rebecka Memic", -1);
  g_assert_cmpuint (progression->weeks->len, ==, 10);
  assert_week (progression, "2026-09-07", 180, 180, 1);
  assert_week (progression, "2026-09-14", 300, 90, 2);
  assert_week (progression, "2026-09-21", 180, 90, 1);
  assert_week (progression, "2026-09-28", 180, 90, 0); /* the other half is planned still */
  assert_week (progression, "2026-10-05", 180, -1, 0); /* leave is a gap in the line */
  assert_week (progression, "2026-10-12", 180, -1, 0); /* nobody has marked it */
  assert_week (progression, "2026-11-09", -1, -1, 0);  /* today's session was not due before today */
}

static void
test_states (Course *c, gconstpointer unused)
{
  g_autoptr (FramProgression) progression = NULL;
  g_autoptr (FramRecord) pause = new_record (c, FRAM_ENTITY_PAUSE);
  g_autoptr (FramRecord) closed = fram_record_new (FRAM_ENTITY_CLOSED_DAY, NULL);

  fram_record_set_date (pause, "from_day", fram_test_date ("2026-09-21"));
  fram_record_set_date (pause, "to_day", fram_test_date ("2026-09-30")); /* a week and some days of the next */
  fram_record_set_text (pause, "kind", "leave");
  fixture_put (&c->house, pause);
  fram_record_set_date (closed, "day", fram_test_date ("2026-10-12"));
  fram_record_set_date (closed, "to_day", fram_test_date ("2026-10-16"));
  fixture_put (&c->house, closed);
  fixture_reopen (&c->house);
  progression = read_as (c, "Rebecka Memic", -1);
  g_assert_cmpint (week_of (progression, "2026-09-14")->state, ==, FRAM_WEEK_OPEN);
  g_assert_cmpint (week_of (progression, "2026-09-21")->state, ==, FRAM_WEEK_PAUSE);
  g_assert_cmpint (week_of (progression, "2026-09-28")->state, ==, FRAM_WEEK_OPEN);
  g_assert_cmpint (week_of (progression, "2026-10-12")->state, ==, FRAM_WEEK_CLOSED);
  assert_week (progression, "2026-09-21", -1, -1, 0);
  assert_week (progression, "2026-10-12", -1, -1, 0);
  g_assert_cmpint (moment_of (progression, FRAM_MOMENT_PAUSE, 0)->day, ==, fram_test_date ("2026-09-21"));
}

static void
meet (Course *c, const char *kind, const char *day, const char *status)
{
  g_autoptr (FramRecord) r = new_record (c, FRAM_ENTITY_EVENT);

  fram_record_set_ref (r, "participant", &c->participant);
  fram_record_set_text (r, "kind", kind);
  fram_record_set_date (r, "day", fram_test_date (day));
  fram_record_set_text (r, "status", status);
  fixture_put (&c->house, r);
}

static void
reach (Course *c, const char *text, const char *day)
{
  g_autoptr (FramRecord) r = new_record (c, FRAM_ENTITY_PART_GOAL);

  fram_record_set_text (r, "text", text);
  fram_record_set_date (r, "due", fram_test_date ("2026-11-30"));
  if (day != NULL)
    fram_record_set_date (r, "reached", fram_test_date (day));
  fixture_put (&c->house, r);
}

/* What was held and reached is told; what was missed, is to come or is open still is not. */
static void
test_moments (Course *c, gconstpointer unused)
{
  g_autoptr (FramProgression) progression = NULL;

  meet (c, "trepartsmote", "2026-09-22", "genomfort");
  meet (c, "sip", "2026-09-29", "uteblev");
  meet (c, "uppfoljning", "2026-12-01", "bokat");
  meet (c, "handlaggarbyte_anvisare", "2026-10-06", "registrerat");
  meet (c, "extern_plats_start", "2026-10-20", "genomfort");
  reach (c, "Komma i tid", "2026-10-13");
  reach (c, "Prova kassan", NULL);
  progression = read_as (c, "Rebecka Memic", -1);
  g_assert_cmpint (moment_of (progression, FRAM_MOMENT_MEETING, 0)->day, ==, fram_test_date ("2026-09-22"));
  g_assert_null (moment_of (progression, FRAM_MOMENT_MEETING, 1));
  g_assert_cmpint (moment_of (progression, FRAM_MOMENT_REFERRER, 0)->day, ==, fram_test_date ("2026-10-06"));
  g_assert_cmpstr (moment_of (progression, FRAM_MOMENT_MILESTONE, 0)->label, ==, "Komma i tid");
  g_assert_null (moment_of (progression, FRAM_MOMENT_MILESTONE, 1));
  g_assert_cmpint (moment_of (progression, FRAM_MOMENT_OUTSIDE, 0)->day, ==, fram_test_date ("2026-10-20"));
  g_assert_null (moment_of (progression, FRAM_MOMENT_CASE_WORKER, 0));
}

/* A workshop is new when the participant has been there, and only once; more hours in it are no new one. */
static void
test_new_workshop (Course *c, gconstpointer unused)
{
  g_autoptr (FramProgression) before = NULL, after = NULL;

  before = read_as (c, "Rebecka Memic", -1);
  g_assert_false (moment_of (before, FRAM_MOMENT_WORKSHOP, 0)->is_new);
  mark (c, "2026-09-10", 0, "absent_notified", 180, -1);
  mark (c, "2026-09-17", 0, "present", 180, 180);
  fixture_place (&c->house, c->carla, "snickeri", "2026-10-05", "mon 09-12,thu 09-12");
  fixture_place (&c->house, c->carla, "tradgard", "2026-10-20", "tue 09-12");
  after = read_as (c, "Rebecka Memic", -1);
  g_assert_true (moment_of (after, FRAM_MOMENT_WORKSHOP, 0)->is_new);
  g_assert_cmpint (moment_of (after, FRAM_MOMENT_WORKSHOP, 1)->day, ==, fram_test_date ("2026-10-20"));
  g_assert_false (moment_of (after, FRAM_MOMENT_WORKSHOP, 1)->is_new);
  g_assert_null (moment_of (after, FRAM_MOMENT_WORKSHOP, 2));
}

/* Nothing of somebody who waits in the queue, and an enrolment that is not there is none. */
static void
test_no_such (Course *c, gconstpointer unused)
{
  FramUuid other = fram_id_enrolment ("F1999-0001");
  g_autoptr (GError) error = NULL;

  g_assert_null (fram_desk_progression (c->house.desk, c->carla, &other, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (fram_desk_progression (c->house.desk, "F1999-0001", NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND);
}

#define ADD(path, func) g_test_add ("/progression/" path, Course, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  ADD ("own-case-worker-and-therapist-only", test_roles);
  ADD ("protected", test_protected);
  ADD ("own-belief", test_belief);
  ADD ("one-series-over-versions", test_versions);
  ADD ("two-of-a-day", test_two_of_a_day);
  ADD ("order", test_order);
  ADD ("weeks", test_weeks);
  ADD ("pauses-and-closed-weeks", test_states);
  ADD ("moments", test_moments);
  ADD ("new-workshop", test_new_workshop);
  ADD ("no-such", test_no_such);
  return g_test_run ();
}
