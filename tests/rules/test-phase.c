#include "fram-test.h"

#include "fram-phase.h"

static FramDate
maybe (const char *text)
{
  return text != NULL ? fram_test_date (text) : FRAM_DATE_NONE;
}

static void
test_phases (void)
{
  static const struct
  {
    FramDecisionKind decision;
    const char *decided, *enrolled, *introduction_until, *closed, *followed_up, *day;
    FramPhase phase;
  } cases[] = {
    { FRAM_DECISION_PENDING, NULL, NULL, NULL, NULL, NULL, "2023-06-01", FRAM_PHASE_REFERRED },
    { FRAM_DECISION_ACCEPTED, NULL, NULL, NULL, NULL, NULL, "2023-06-01", FRAM_PHASE_QUEUE },
    { FRAM_DECISION_REFUSED, NULL, NULL, NULL, NULL, NULL, "2023-06-01", FRAM_PHASE_NOT_STARTED },
    /* a decision holds from its day */
    { FRAM_DECISION_ACCEPTED, "2023-06-02", NULL, NULL, NULL, NULL, "2023-06-01", FRAM_PHASE_REFERRED },
    { FRAM_DECISION_ACCEPTED, "2023-06-02", NULL, NULL, NULL, NULL, "2023-06-02", FRAM_PHASE_QUEUE },
    { FRAM_DECISION_REFUSED, "2023-06-02", NULL, NULL, NULL, NULL, "2023-06-01", FRAM_PHASE_REFERRED },
    { FRAM_DECISION_REFUSED, "2023-06-02", NULL, NULL, NULL, NULL, "2023-06-03", FRAM_PHASE_NOT_STARTED },
    /* enrolled: the queue until the day before, introduction to its last day, closed on the day of closing */
    { FRAM_DECISION_ACCEPTED, NULL, "2023-06-05", "2023-06-16", NULL, NULL, "2023-06-04", FRAM_PHASE_QUEUE },
    { FRAM_DECISION_ACCEPTED, NULL, "2023-06-05", "2023-06-16", NULL, NULL, "2023-06-05", FRAM_PHASE_INTRODUCTION },
    { FRAM_DECISION_ACCEPTED, NULL, "2023-06-05", "2023-06-16", NULL, NULL, "2023-06-16", FRAM_PHASE_INTRODUCTION },
    { FRAM_DECISION_ACCEPTED, NULL, "2023-06-05", "2023-06-16", NULL, NULL, "2023-06-17", FRAM_PHASE_PARTICIPATION },
    { FRAM_DECISION_ACCEPTED, NULL, "2023-06-05", NULL, NULL, NULL, "2023-06-05", FRAM_PHASE_PARTICIPATION },
    { FRAM_DECISION_ACCEPTED, NULL, "2023-06-05", NULL, "2023-12-01", NULL, "2023-11-30", FRAM_PHASE_PARTICIPATION },
    { FRAM_DECISION_ACCEPTED, NULL, "2023-06-05", NULL, "2023-12-01", NULL, "2023-12-01", FRAM_PHASE_CLOSED },
    { FRAM_DECISION_ACCEPTED, NULL, "2023-06-05", "2023-06-16", "2023-06-14", NULL, "2023-06-15", FRAM_PHASE_CLOSED },
    { FRAM_DECISION_ACCEPTED, NULL, "2023-06-05", NULL, "2023-12-01", "2024-03-01", "2024-02-29", FRAM_PHASE_CLOSED },
    { FRAM_DECISION_ACCEPTED, NULL, "2023-06-05", NULL, "2023-12-01", "2024-03-01", "2024-03-01",
      FRAM_PHASE_FOLLOWED_UP },
    /* enrolled although no decision is recorded: the enrolment is the fact */
    { FRAM_DECISION_PENDING, NULL, "2023-06-05", NULL, NULL, NULL, "2023-07-01", FRAM_PHASE_PARTICIPATION },
    /* an answer without a closing follows up nothing */
    { FRAM_DECISION_ACCEPTED, NULL, "2023-06-05", NULL, NULL, "2023-07-01", "2023-07-02", FRAM_PHASE_PARTICIPATION },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FramPhaseFacts facts = { fram_test_date ("2023-05-01"),
                               cases[i].decision,
                               maybe (cases[i].decided),
                               maybe (cases[i].enrolled),
                               maybe (cases[i].introduction_until),
                               maybe (cases[i].closed),
                               maybe (cases[i].followed_up) };

      g_test_message ("case %u", i);
      g_assert_cmpint (fram_phase_at (&facts, fram_test_date (cases[i].day)), ==, cases[i].phase);
    }
}

static void
test_nothing_known (void)
{
  FramPhaseFacts facts = FRAM_PHASE_FACTS_INIT;

  g_assert_cmpint (fram_phase_at (&facts, fram_test_date ("2026-11-12")), ==, FRAM_PHASE_REFERRED);
}

static void
test_codes (void)
{
  /* DATA.md, "Codes" */
  static const char *const codes[] = { "referred", "queue",       "introduction", "participation",
                                       "closed",   "followed_up", "not_started" };

  g_assert_cmpint (FRAM_N_PHASES, ==, G_N_ELEMENTS (codes));
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      FramPhase phase = FRAM_N_PHASES;

      g_assert_cmpstr (fram_phase_get_code ((FramPhase)i), ==, codes[i]);
      g_assert_true (fram_phase_from_code (codes[i], &phase));
      g_assert_cmpint (phase, ==, i);
      g_assert_cmpstr (fram_phase_get_name (phase), !=, "");
    }
  g_assert_cmpstr (fram_phase_get_name (FRAM_PHASE_QUEUE), ==, "In the queue");
  {
    FramPhase untouched = FRAM_PHASE_CLOSED;

    g_assert_false (fram_phase_from_code ("Queue", &untouched));
    g_assert_false (fram_phase_from_code (NULL, &untouched));
    g_assert_cmpint (untouched, ==, FRAM_PHASE_CLOSED);
  }
}

static void
test_decisions (void)
{
  static const char *const refused[] = { "withdrawn",
                                         "physical_ill_health",
                                         "overall_ill_health_too_extensive",
                                         "repeated_no_show_at_enrolment",
                                         "doctor_advised_against",
                                         "started_work_or_studies",
                                         "intellectual_disability",
                                         "other" };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_cmpint (fram_decision_kind_from_code (refused[i]), ==, FRAM_DECISION_REFUSED);
  g_assert_cmpint (fram_decision_kind_from_code ("accepted"), ==, FRAM_DECISION_ACCEPTED);
  g_assert_cmpint (fram_decision_kind_from_code ("pending"), ==, FRAM_DECISION_PENDING);
  g_assert_cmpint (fram_decision_kind_from_code (""), ==, FRAM_DECISION_PENDING);
  g_assert_cmpint (fram_decision_kind_from_code (NULL), ==, FRAM_DECISION_PENDING);
}

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  g_test_add_func ("/rules/phase/phases", test_phases);
  g_test_add_func ("/rules/phase/nothing-known", test_nothing_known);
  g_test_add_func ("/rules/phase/codes", test_codes);
  g_test_add_func ("/rules/phase/decisions", test_decisions);
  return g_test_run ();
}
