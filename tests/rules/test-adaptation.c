#include "fram-test.h"

#include "fram-adaptation.h"

/* Adaptations: what may become what, when a review is the latest, and what has to be written. */

static void
test_every_step_between_statuses (void)
{
  /* from row to column: proposed, on trial, in place, ended, did not help, not carried out */
  static const char *const allowed[FRAM_N_ADAPTATION_STATUSES] = {
    [FRAM_ADAPTATION_PROPOSED] = "=yy..y",     [FRAM_ADAPTATION_ON_TRIAL] = ".=yyy.",
    [FRAM_ADAPTATION_IN_PLACE] = ".y=yy.",     [FRAM_ADAPTATION_ENDED] = ".yy=..",
    [FRAM_ADAPTATION_DID_NOT_HELP] = ".y..=.", [FRAM_ADAPTATION_NOT_CARRIED_OUT] = "yy...=",
  };

  for (guint from = 0; from < FRAM_N_ADAPTATION_STATUSES; from++)
    for (guint to = 0; to < FRAM_N_ADAPTATION_STATUSES; to++)
      g_assert_cmpint (fram_adaptation_may_become ((FramAdaptationStatus)from, (FramAdaptationStatus)to), ==,
                       allowed[from][to] != '.');
}

static void
test_after_a_review (void)
{
  static const FramAdaptationStatus after[3][FRAM_N_REVIEW_OUTCOMES] = {
    [FRAM_ADAPTATION_PROPOSED] = { FRAM_ADAPTATION_PROPOSED, FRAM_ADAPTATION_PROPOSED, FRAM_ADAPTATION_NOT_CARRIED_OUT,
                                   FRAM_ADAPTATION_NOT_CARRIED_OUT },
    [FRAM_ADAPTATION_ON_TRIAL] = { FRAM_ADAPTATION_IN_PLACE, FRAM_ADAPTATION_ON_TRIAL, FRAM_ADAPTATION_DID_NOT_HELP,
                                   FRAM_ADAPTATION_ENDED },
    [FRAM_ADAPTATION_IN_PLACE] = { FRAM_ADAPTATION_IN_PLACE, FRAM_ADAPTATION_ON_TRIAL, FRAM_ADAPTATION_DID_NOT_HELP,
                                   FRAM_ADAPTATION_ENDED },
  };

  for (guint status = 0; status < 3; status++)
    for (guint outcome = 0; outcome < FRAM_N_REVIEW_OUTCOMES; outcome++)
      {
        FramAdaptationStatus next =
            fram_adaptation_after_review ((FramAdaptationStatus)status, (FramReviewOutcome)outcome);

        g_assert_cmpint (next, ==, after[status][outcome]);
        /* what is proposed by itself is always allowed */
        g_assert_true (fram_adaptation_may_become ((FramAdaptationStatus)status, next));
      }
}

static void
test_review_within_six_months (void)
{
  static const struct
  {
    const char *from, *latest;
  } cases[] = {
    { "2026-11-12", "2027-05-12" }, /* a Wednesday */
    { "2026-08-31", "2027-02-26" }, /* no 31 February: the 28th, a Sunday, so Friday before */
    { "2025-08-31", "2026-02-27" }, /* the 28th is a Saturday */
    { "2027-08-31", "2028-02-29" }, /* a leap year, a Tuesday */
    { "2026-06-24", "2026-12-23" }, /* Christmas Eve is no working day */
    { "2025-12-25", "2026-06-25" }, /* a Thursday */
    { "2025-12-19", "2026-06-18" }, /* Midsummer Eve, Friday 19 June 2026 */
    { "2026-07-01", "2026-12-30" }, /* 1 January: holiday, New Year's Eve too */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    fram_assert_date (fram_adaptation_last_review_day (fram_test_date (cases[i].from), NULL), cases[i].latest);
}

/* Never later than six months, never before it began, always on a working day. */
static void
test_review_days_of_ten_years (void)
{
  for (FramDate from = fram_test_date ("2021-01-01"); from < fram_test_date ("2031-01-01"); from++)
    {
      FramDate latest = fram_adaptation_last_review_day (from, NULL);

      g_assert_cmpint (latest, <=, fram_date_add_months (from, 6));
      g_assert_cmpint (latest, >, fram_date_add_months (from, 6) - 7);
      g_assert_true (fram_day_is_open (latest, NULL, 0));
    }
}

static FramAdaptationFacts
facts_of (FramAdaptationStatus before, FramAdaptationStatus status)
{
  return (FramAdaptationFacts){
    .before = before,
    .status = status,
    .has_text = TRUE,
    .has_line = TRUE,
    .reach = FRAM_ADAPTATION_ALL,
    .today = fram_test_date ("2026-11-12"),
    .tried_from = fram_test_date ("2026-11-02"),
    .in_place_from = FRAM_DATE_NONE,
    .ended = FRAM_DATE_NONE,
    .review_by = fram_test_date ("2026-12-01"),
    .reviewed = FRAM_DATE_NONE,
  };
}

static void
assert_wrong (const FramAdaptationFacts *facts, FramAdaptationField wanted, const char *word)
{
  FramAdaptationField field = FRAM_ADAPTATION_FIELD_NONE;
  const char *wrong = fram_adaptation_check (facts, &field);

  g_assert_cmpint (field, ==, wanted);
  g_assert_cmpint (wrong == NULL, ==, wanted == FRAM_ADAPTATION_FIELD_NONE);
  if (word != NULL)
    g_assert_nonnull (strstr (wrong, word));
}

static void
test_what_has_to_be_written (void)
{
  FramAdaptationFacts facts = facts_of (FRAM_ADAPTATION_PROPOSED, FRAM_ADAPTATION_ON_TRIAL);

  assert_wrong (&facts, FRAM_ADAPTATION_FIELD_NONE, NULL);
  facts.has_line = FALSE; /* a trial may begin without one */
  assert_wrong (&facts, FRAM_ADAPTATION_FIELD_NONE, NULL);
  facts.has_text = FALSE;
  assert_wrong (&facts, FRAM_ADAPTATION_FIELD_TEXT, "difficult");
  facts.has_text = TRUE;
  facts.reach = FRAM_ADAPTATION_WORKSHOP;
  assert_wrong (&facts, FRAM_ADAPTATION_FIELD_ACTIVITY, "which workshop");
  facts.has_activity = TRUE;
  assert_wrong (&facts, FRAM_ADAPTATION_FIELD_NONE, NULL);
  facts.tried_from = FRAM_DATE_NONE;
  assert_wrong (&facts, FRAM_ADAPTATION_FIELD_TRIED, "which day");
}

static void
test_the_line_before_it_is_in_place (void)
{
  FramAdaptationFacts facts = facts_of (FRAM_ADAPTATION_ON_TRIAL, FRAM_ADAPTATION_IN_PLACE);

  facts.in_place_from = facts.today;
  assert_wrong (&facts, FRAM_ADAPTATION_FIELD_NONE, NULL);
  facts.has_line = FALSE;
  assert_wrong (&facts, FRAM_ADAPTATION_FIELD_LINE, "line for the workshop");
  facts.before = FRAM_ADAPTATION_IN_PLACE; /* what stood there without one already is not refused for it */
  assert_wrong (&facts, FRAM_ADAPTATION_FIELD_NONE, NULL);
  facts.in_place_from = facts.today + 1;
  assert_wrong (&facts, FRAM_ADAPTATION_FIELD_IN_PLACE, "ahead");
  facts.in_place_from = facts.tried_from - 1;
  assert_wrong (&facts, FRAM_ADAPTATION_FIELD_IN_PLACE, "before it was tried");
}

static void
test_the_day_of_review (void)
{
  FramAdaptationFacts facts = facts_of (FRAM_ADAPTATION_PROPOSED, FRAM_ADAPTATION_ON_TRIAL);

  facts.review_by = FRAM_DATE_NONE;
  assert_wrong (&facts, FRAM_ADAPTATION_FIELD_REVIEW, "within six months");
  facts.review_by = fram_test_date ("2027-05-02");
  assert_wrong (&facts, FRAM_ADAPTATION_FIELD_NONE, NULL);
  facts.review_by = fram_test_date ("2027-05-03");
  assert_wrong (&facts, FRAM_ADAPTATION_FIELD_REVIEW, "earlier");
  facts.reviewed = fram_test_date ("2026-11-10"); /* six months from the last review */
  assert_wrong (&facts, FRAM_ADAPTATION_FIELD_NONE, NULL);
  facts.review_by = fram_test_date ("2026-11-09");
  assert_wrong (&facts, FRAM_ADAPTATION_FIELD_REVIEW, "before");
  facts.before = FRAM_ADAPTATION_ON_TRIAL;
  facts.status = FRAM_ADAPTATION_ENDED; /* what is over needs no review */
  facts.ended = facts.today;
  assert_wrong (&facts, FRAM_ADAPTATION_FIELD_NONE, NULL);
  facts.ended = facts.tried_from - 1;
  assert_wrong (&facts, FRAM_ADAPTATION_FIELD_ENDED, "before it began");
}

static void
test_steps_that_are_refused_say_what_to_choose (void)
{
  FramAdaptationFacts facts = facts_of (FRAM_ADAPTATION_ON_TRIAL, FRAM_ADAPTATION_NOT_CARRIED_OUT);

  assert_wrong (&facts, FRAM_ADAPTATION_FIELD_STATUS, "did not help");
  facts = facts_of (FRAM_ADAPTATION_PROPOSED, FRAM_ADAPTATION_DID_NOT_HELP);
  assert_wrong (&facts, FRAM_ADAPTATION_FIELD_STATUS, "not carried out");
  facts = facts_of (FRAM_ADAPTATION_IN_PLACE, FRAM_ADAPTATION_PROPOSED);
  assert_wrong (&facts, FRAM_ADAPTATION_FIELD_STATUS, "has begun");
  facts = facts_of (FRAM_ADAPTATION_DID_NOT_HELP, FRAM_ADAPTATION_IN_PLACE);
  assert_wrong (&facts, FRAM_ADAPTATION_FIELD_STATUS, "as a trial first");
}

static void
test_codes (void)
{
  FramAdaptationStatus status;
  FramReviewOutcome outcome;
  FramAdaptationReach reach;

  for (guint i = 0; i < FRAM_N_ADAPTATION_STATUSES; i++)
    {
      g_assert_true (
          fram_adaptation_status_from_code (fram_adaptation_status_get_code ((FramAdaptationStatus)i), &status));
      g_assert_cmpuint (status, ==, i);
    }
  for (guint i = 0; i < FRAM_N_REVIEW_OUTCOMES; i++)
    {
      g_assert_true (fram_review_outcome_from_code (fram_review_outcome_get_code ((FramReviewOutcome)i), &outcome));
      g_assert_cmpuint (outcome, ==, i);
    }
  g_assert_false (fram_adaptation_status_from_code ("planerad", &status));
  g_assert_true (fram_adaptation_reach_from_code (NULL, &reach)); /* imported ones say nothing */
  g_assert_cmpint (reach, ==, FRAM_ADAPTATION_ALL);
  g_assert_false (fram_adaptation_reach_from_code ("nowhere", &reach));
}

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  g_test_add_func ("/adaptation/every-step-between-statuses", test_every_step_between_statuses);
  g_test_add_func ("/adaptation/after-a-review", test_after_a_review);
  g_test_add_func ("/adaptation/review-within-six-months", test_review_within_six_months);
  g_test_add_func ("/adaptation/review-days-of-ten-years", test_review_days_of_ten_years);
  g_test_add_func ("/adaptation/what-has-to-be-written", test_what_has_to_be_written);
  g_test_add_func ("/adaptation/the-line-before-it-is-in-place", test_the_line_before_it_is_in_place);
  g_test_add_func ("/adaptation/the-day-of-review", test_the_day_of_review);
  g_test_add_func ("/adaptation/steps-that-are-refused-say-what-to-choose",
                   test_steps_that_are_refused_say_what_to_choose);
  g_test_add_func ("/adaptation/codes", test_codes);
  return g_test_run ();
}
