#include "fram-progressions.h"

static const FramRatingPoint *
point_at (const FramProgression *p, guint series, FramRater rater, guint n)
{
  return &g_array_index (fram_progression_get_series (p, series)->points[rater], FramRatingPoint, n);
}

static const FramProgressWeek *
week_at (const FramProgression *p, guint n)
{
  return &g_array_index (p->weeks, FramProgressWeek, n);
}

static const FramStepForward *
step_at (const FramProgression *p, guint n)
{
  g_assert_cmpuint (n, <, p->steps->len);
  return g_ptr_array_index (p->steps, n);
}

static FramRatingPoint *
add_written (FramProgression *p, const char *day, int value, gint64 given, guint8 id)
{
  FramRatingPoint *point = fram_indicator_series_add (g_ptr_array_index (p->series, 0), FRAM_RATER_PARTICIPANT,
                                                      fram_test_date (day), value, NULL);

  point->given = given;
  memset (&point->id, id, sizeof point->id);
  return point;
}

/* Of two ratings of a day the one that was written later counts; both are there to be read. */
static void
test_latest_counts (void)
{
  g_autoptr (FramProgression) p = progression_new ();

  add_question (p, "Work", NULL, NULL);
  add_written (p, "2026-09-01", 3, 500, 9);
  add_written (p, "2026-05-01", 5, 200, 1);
  add_written (p, "2026-05-01", 2, 300, 2); /* the slip of 5 was mended */
  add_written (p, "2026-07-01", 3, 400, 4);
  add_written (p, "2026-07-01", 4, 400, 3); /* written at the same time: the id decides */
  fram_progression_finish (p);
  for (guint i = 0; i < 5; i++)
    {
      static const struct
      {
        int value;
        gboolean counts, is_step;
      } wanted[] = {
        { 5, FALSE, FALSE }, { 2, TRUE, FALSE }, { 4, FALSE, FALSE }, { 3, TRUE, TRUE }, { 3, TRUE, FALSE }
      };
      const FramRatingPoint *point = point_at (p, 0, FRAM_RATER_PARTICIPANT, i);

      g_assert_cmpint (point->value, ==, wanted[i].value);
      g_assert_cmpint (point->counts, ==, wanted[i].counts);
      g_assert_cmpint (point->is_step, ==, wanted[i].is_step);
      g_assert_false (point->is_dip); /* 5, the slip, was never there to fall from */
    }
  g_assert_cmpuint (p->talks->len, ==, 3);
  g_assert_cmpuint (p->steps->len, ==, 1);
}

/* Sides are told apart: the case worker's four is no height that the participant's has to pass. */
static void
test_sides_apart (void)
{
  g_autoptr (FramProgression) p = progression_new ();

  add_question (p, "Work", "2026-05-01 2, 2026-07-01 3, 2026-09-01 3", "2026-05-01 4, 2026-07-01 4, 2026-08-01 5");
  fram_progression_finish (p);
  g_assert_true (point_at (p, 0, FRAM_RATER_PARTICIPANT, 1)->is_step);
  g_assert_true (point_at (p, 0, FRAM_RATER_CASE_WORKER, 2)->is_new_high);
  g_assert_cmpuint (p->talks->len, ==, 4);
  g_assert_cmpuint (p->steps->len, ==, 1); /* what is not held yet is in no list */
  g_assert_cmpstr (step_at (p, 0)->text, ==, "“Work”, own rating: from 2 to 3.");
  fram_assert_date (step_at (p, 0)->day, "2026-07-01");
  fram_assert_date (step_at (p, 0)->held, "2026-09-01");
}

/* The case worker's own belief: its points are there for who turns it on, and no list, sentence or talk is made of it. */
static void
test_belief_apart (void)
{
  g_autoptr (FramProgression) p = progression_new ();

  add_question (p, "Job", "2026-05-01 2, 2026-07-01 3, 2026-09-01 3", "2026-05-03 1, 2026-07-03 4, 2026-09-03 5");
  ((FramIndicatorSeries *)g_ptr_array_index (p->series, 0))->belief = TRUE;
  fram_progression_finish (p);
  g_assert_true (point_at (p, 0, FRAM_RATER_CASE_WORKER, 1)->is_step);
  g_assert_cmpuint (p->steps->len, ==, 1);
  g_assert_cmpint (step_at (p, 0)->rater, ==, FRAM_RATER_PARTICIPANT);
  g_assert_cmpuint (p->talks->len, ==, 3);
  g_assert_null (strstr (p->summary, "case worker"));
  g_assert_null (strstr (p->description, "case worker"));
  {
    g_autofree char *asked = fram_progression_describe (p, FRAM_RATERS_BOTH, G_MAXUINT64, TRUE);

    g_assert_nonnull (strstr (asked, "Job: own rating from 2 to 3 in 3 ratings, the case worker's from 1 to 5"));
  }
}

/* The rate of a week is attended of counted over it and the three open weeks before. */
static void
test_rates (void)
{
  /* 3/4 · 5/8 · 9/12 · 13/16 · 14/16 · closed · leave · 16/16 · nothing marked · 11/12 · 10/11 · nothing yet */
  static const int wanted[] = { 75, 63, 75, 81, 88, -1, -1, 100, -1, 92, 91, -1 };
  g_autoptr (FramProgression) p = progression_new ();

  add_sessions (p, "3/4 2/4 4/4 4/4 4/4 x x 4/4 - 3/4 3/3");
  fram_progression_set_week_state (p, p->from + 35, FRAM_WEEK_CLOSED);
  fram_progression_set_week_state (p, p->from + 42, FRAM_WEEK_PAUSE);
  fram_progression_finish (p);
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_cmpint (week_at (p, i)->rate, ==, wanted[i]);
}

/* Weeks in which nothing is marked, of leave only, that the enrolment begins in, or that are not over hold nothing and
 * break nothing. */
static void
test_weeks_that_count (void)
{
  g_autoptr (FramProgression) p = progression_new ();

  add_hours (p, "2 4 4 4 - 8 p x 8 8 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 12 12 12 12 1");
  p->enrolled = p->from + 2;  /* a Wednesday: two hours are no level */
  for (int i = 0; i < 2; i++) /* nothing but leave in the fifth week */
    fram_progression_add_session (p, p->from + 28 + i, FRAM_COUNTS_NEITHER, -1, 0);
  fram_progression_finish (p);
  g_assert_cmpint (week_at (p, 0)->level, ==, 0);
  g_assert_cmpint (week_at (p, 1)->level, ==, 240);
  g_assert_true (week_at (p, 5)->is_step);
  g_assert_true (week_at (p, 10)->is_dip);
  g_assert_true (week_at (p, 25)->is_step); /* three weeks of twelve, and this week's one hour so far breaks nothing */
  g_assert_false (week_at (p, 29)->is_dip);
  g_assert_cmpuint (p->steps->len, ==, 2);
  g_assert_cmpstr (step_at (p, 0)->text, ==, "Works 8 hours a week, 4 before.");
  fram_assert_date (step_at (p, 0)->day, "2026-05-25");
  fram_assert_date (step_at (p, 0)->held, "2026-06-28"); /* the Sunday after the third week, leave and closed between */
  g_assert_cmpstr (step_at (p, 1)->text, ==, "Works 12 hours a week, 8 before.");
}

/* On the last day of the third week it does not hold yet; on the Monday after it does. */
static void
test_week_over (void)
{
  for (int day = 0; day < 2; day++)
    {
      g_autoptr (FramProgression) p = fram_progression_new (fram_test_date (START), fram_test_date ("2026-06-01"));

      p->today = fram_test_date ("2026-05-31") + day;
      add_hours (p, "4 4 4 8 8 8");
      fram_progression_finish (p);
      g_assert_cmpuint (p->steps->len, ==, day);
    }
}

static void
test_things_that_happened (void)
{
  g_autoptr (FramProgression) p = progression_new ();

  fram_progression_add_moment (p, FRAM_MOMENT_OUTSIDE, fram_test_date ("2026-10-26"), "Linnea", NULL);
  fram_progression_add_moment (p, FRAM_MOMENT_OUTSIDE, fram_test_date ("2026-12-01"), "Later", NULL);
  fram_progression_add_moment (p, FRAM_MOMENT_MILESTONE, fram_test_date ("2026-09-10"), "Greet customers", NULL);
  fram_progression_add_moment (p, FRAM_MOMENT_MEETING, fram_test_date ("2026-09-11"), "Three-party meeting", NULL);
  fram_progression_add_moment (p, FRAM_MOMENT_WORKSHOP, fram_test_date ("2026-05-18"), "Snickeri", NULL)->is_new = TRUE;
  fram_progression_add_moment (p, FRAM_MOMENT_WORKSHOP, fram_test_date ("2026-06-18"), "Snickeri", NULL);
  fram_progression_finish (p);
  g_assert_cmpuint (p->steps->len, ==, 3);
  g_assert_cmpstr (step_at (p, 0)->text, ==, "First day in a new workshop: Snickeri.");
  g_assert_cmpstr (step_at (p, 1)->text, ==, "Milestone reached: Greet customers.");
  g_assert_cmpstr (step_at (p, 2)->text, ==, "First day at an external place: Linnea.");
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (((FramMoment *)g_ptr_array_index (p->moments, step_at (p, i)->moment))->day, ==,
                     step_at (p, i)->day);
}

/* What may not be seen is in no list and no sentence. */
static void
test_not_seen (void)
{
  g_autoptr (FramProgression) p = progression_new ();

  add_hours (p, "4 4 4 8 8 8");
  add_question (p, "Work", "2026-05-01 2, 2026-07-01 3, 2026-09-01 3", NULL);
  p->sees_ratings = FALSE;
  fram_progression_finish (p);
  g_assert_cmpuint (p->steps->len, ==, 1);
  g_assert_cmpint (step_at (p, 0)->kind, ==, FRAM_STEP_HOURS);
  g_assert_null (strstr (p->description, "Work:"));
  p->sees_ratings = TRUE;
  p->sees_attendance = FALSE;
  fram_progression_finish (p);
  g_assert_cmpuint (p->steps->len, ==, 1);
  g_assert_cmpint (step_at (p, 0)->kind, ==, FRAM_STEP_RATING);
  g_assert_null (strstr (p->description, "hours"));
  g_assert_null (strstr (p->description, "ttendance"));
}

typedef struct
{
  guint series;
  FramRater rater;
  int day;
  int value;
  guint8 id;
} Given;

static char *
digest_of (const FramProgression *p)
{
  GString *out = g_string_new (p->description);

  for (guint i = 0; i < p->series->len; i++)
    for (guint rater = 0; rater < FRAM_N_RATERS; rater++)
      for (guint n = 0; n < fram_progression_get_series (p, i)->points[rater]->len; n++)
        {
          const FramRatingPoint *point = point_at (p, i, rater, n);

          g_string_append_printf (out, "|%d %d %d%d%d%d", point->day, point->value, point->counts, point->is_step,
                                  point->is_new_high, point->is_dip);
        }
  for (guint i = 0; i < p->steps->len; i++)
    g_string_append_printf (out, "\n%d %d %s", step_at (p, i)->day, step_at (p, i)->held, step_at (p, i)->text);
  return g_string_free (out, FALSE);
}

static char *
digest_of_given (const Given *given, guint n, guint first)
{
  g_autoptr (FramProgression) p = progression_new ();

  for (guint i = 0; i < 3; i++)
    {
      char name[] = "A";

      name[0] = (char)('A' + i);
      add_question (p, name, NULL, NULL);
    }
  for (guint i = 0; i < n; i++)
    {
      const Given *g = &given[(first + i * 7) % n];
      FramRatingPoint *point = fram_indicator_series_add (g_ptr_array_index (p->series, g->series), g->rater,
                                                          p->from + g->day, g->value, NULL);

      memset (&point->id, g->id, sizeof point->id);
    }
  fram_progression_finish (p);
  fram_progression_finish (p); /* and once more changes nothing */
  return digest_of (p);
}

/* In which order ratings come out of the register does not matter. */
static void
test_order_does_not_matter (void)
{
  for (guint round = 0; round < 200; round++)
    {
      Given given[20]; /* 7 and 20 have no common factor */
      g_autofree char *first = NULL, *second = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (given); i++)
        given[i] = (Given){ (guint)g_test_rand_int_range (0, 3), (FramRater)g_test_rand_int_range (0, 2),
                            g_test_rand_int_range (0, 6) * 30, g_test_rand_int_range (1, 6), (guint8)i };
      first = digest_of_given (given, G_N_ELEMENTS (given), 0);
      second = digest_of_given (given, G_N_ELEMENTS (given), 11);
      g_assert_cmpstr (first, ==, second);
    }
}

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  g_test_add_func ("/stats/progression/the-latest-of-a-day-counts", test_latest_counts);
  g_test_add_func ("/stats/progression/sides-are-told-apart", test_sides_apart);
  g_test_add_func ("/stats/progression/belief-is-in-no-list", test_belief_apart);
  g_test_add_func ("/stats/progression/rates-over-four-weeks", test_rates);
  g_test_add_func ("/stats/progression/weeks-that-count", test_weeks_that_count);
  g_test_add_func ("/stats/progression/a-week-counts-when-it-is-over", test_week_over);
  g_test_add_func ("/stats/progression/things-that-happened", test_things_that_happened);
  g_test_add_func ("/stats/progression/what-may-not-be-seen", test_not_seen);
  g_test_add_func ("/stats/progression/order-does-not-matter", test_order_does_not_matter);
  return g_test_run ();
}
