#include "fram-test.h"

#include "fram-gap.h"

/* Gaps of random plans, worked out a second time day by day as the definition reads. */

#define PLANS 3000

typedef struct
{
  FramGapFacts facts;
  GArray *planned;
  GArray *pauses;
} Plan;

static void
make_plan (Plan *plan)
{
  FramDate start = fram_test_date ("2021-06-01") + g_test_rand_int_range (0, 900);
  int length = g_test_rand_int_range (1, 260);
  int density = g_test_rand_int_range (2, 40);
  int n_pauses = g_test_rand_int_range (0, 4);

  plan->planned = g_array_new (FALSE, FALSE, sizeof (FramDate));
  plan->pauses = g_array_new (FALSE, FALSE, sizeof (FramPauseSpan));
  for (FramDate day = start - 20; day < start + length + 20; day++)
    if (g_test_rand_int_range (0, density) == 0)
      g_array_append_val (plan->planned, day);
  for (FramDate from = start - 10; n_pauses > 0; n_pauses--)
    {
      FramPauseSpan pause = { from += g_test_rand_int_range (0, 60), from + g_test_rand_int_range (0, 25), FALSE };

      if (g_test_rand_int_range (0, 8) == 0)
        pause.to = FRAM_DATE_NONE;
      g_array_append_val (plan->pauses, pause);
    }
  plan->facts = (FramGapFacts){ start,
                                FRAM_DATE_NONE,
                                FRAM_DATE_NONE,
                                start + g_test_rand_int_range (0, length + 30),
                                g_test_rand_int_range (1, 30),
                                plan->planned,
                                plan->pauses,
                                NULL };
  if (g_test_rand_bit ())
    plan->facts.closed = start + length;
  if (g_test_rand_bit ())
    plan->facts.expected_end = start + g_test_rand_int_range (0, length + 60);
}

static void
clear_plan (Plan *plan)
{
  g_array_unref (plan->planned);
  g_array_unref (plan->pauses);
}

static gboolean
is_planned (const Plan *plan, FramDate day)
{
  if (plan->facts.closed != FRAM_DATE_NONE && day > plan->facts.closed)
    return FALSE;
  for (guint i = 0; i < plan->planned->len; i++)
    if (g_array_index (plan->planned, FramDate, i) == day)
      return day >= plan->facts.enrolled;
  return FALSE;
}

static gboolean
is_paused (const Plan *plan, FramDate day)
{
  for (guint i = 0; i < plan->pauses->len; i++)
    {
      const FramPauseSpan *pause = &g_array_index (plan->pauses, FramPauseSpan, i);

      if (day >= pause->from && (pause->to == FRAM_DATE_NONE || day <= pause->to))
        return TRUE;
    }
  return FALSE;
}

static int
count_paused (const Plan *plan, FramDate from, FramDate to)
{
  int days = 0;

  for (FramDate day = from; day <= to; day++)
    days += is_paused (plan, day);
  return days;
}

static const FramGap *
find_gap (const GArray *gaps, FramDate last)
{
  for (guint i = 0; i < gaps->len; i++)
    if (g_array_index (gaps, FramGap, i).last == last)
      return &g_array_index (gaps, FramGap, i);
  return NULL;
}

/* Every gap that the definition names, and no other. */
static void
check_gaps (const Plan *plan, const GArray *gaps)
{
  FramDate before = FRAM_DATE_NONE;
  guint between = 0;

  for (FramDate day = plan->facts.enrolled; day < plan->facts.enrolled + 400; day++)
    {
      int paused;

      if (!is_planned (plan, day))
        continue;
      paused = before != FRAM_DATE_NONE ? count_paused (plan, before + 1, day - 1) : 0;
      if (before != FRAM_DATE_NONE && day - before - paused > plan->facts.over)
        {
          const FramGap *gap = find_gap (gaps, before);

          g_assert_nonnull (gap);
          g_assert_cmpint (gap->kind, ==, FRAM_GAP_BETWEEN);
          g_assert_cmpint (gap->next, ==, day);
          g_assert_cmpint (gap->days, ==, day - before);
          g_assert_cmpint (gap->paused, ==, paused);
          between++;
        }
      before = day;
    }
  for (guint i = 0; i < gaps->len; i++)
    {
      const FramGap *gap = &g_array_index (gaps, FramGap, i);

      if (gap->kind == FRAM_GAP_BETWEEN)
        between--;
      else
        {
          g_assert_cmpint (i, ==, gaps->len - 1);
          g_assert_true (plan->facts.closed == FRAM_DATE_NONE || plan->facts.closed > plan->facts.at);
          g_assert_cmpint (gap->last, ==, before != FRAM_DATE_NONE ? before : plan->facts.enrolled);
          g_assert_cmpint (gap->next, ==, FRAM_DATE_NONE);
          if (gap->kind != FRAM_GAP_NOTHING_AHEAD)
            g_assert_cmpint (gap->days - gap->paused, >, plan->facts.over);
        }
    }
  g_assert_cmpuint (between, ==, 0);
}

/* Gaps, pauses and what is covered are the enrolment: no day is missing, none is there twice, none is in a gap and planned. */
static void
check_stretches (const Plan *plan, const GArray *gaps, const GArray *stretches)
{
  FramDate expected = plan->facts.enrolled;
  gboolean ended = plan->facts.closed != FRAM_DATE_NONE && plan->facts.closed <= plan->facts.at;

  for (guint i = 0; i < stretches->len; i++)
    {
      const FramStretch *stretch = &g_array_index (stretches, FramStretch, i);
      const FramGap *gap = stretch->gap >= 0 ? &g_array_index (gaps, FramGap, stretch->gap) : NULL;

      g_assert_cmpint (stretch->from, ==, expected);
      g_assert_cmpint (stretch->to, >=, stretch->from);
      expected = stretch->to + 1;
      if (stretch->kind == FRAM_STRETCH_GAP)
        g_assert_nonnull (gap);
      for (FramDate day = stretch->from; day <= stretch->to; day++)
        {
          if (stretch->kind != FRAM_STRETCH_COVERED)
            g_assert_false (is_planned (plan, day));
          if (stretch->kind == FRAM_STRETCH_PAUSE)
            g_assert_true (is_paused (plan, day));
          if (stretch->kind == FRAM_STRETCH_GAP)
            g_assert_false (is_paused (plan, day));
          if (gap != NULL)
            {
              g_assert_cmpint (day, >, gap->last);
              g_assert_true (gap->next == FRAM_DATE_NONE || day < gap->next);
            }
        }
    }
  if (ended)
    g_assert_cmpint (expected, ==, plan->facts.closed + 1);
  else
    g_assert_cmpint (expected, >, MIN (plan->facts.at, plan->facts.enrolled + 400) - 1);
}

/* The days of a gap in the stretches are those between its two planned days. */
static void
check_days_of_gaps (const GArray *gaps, const GArray *stretches)
{
  for (guint i = 0; i < gaps->len; i++)
    {
      const FramGap *gap = &g_array_index (gaps, FramGap, i);
      int empty = 0, paused = 0;

      if (gap->kind != FRAM_GAP_BETWEEN)
        continue;
      for (guint j = 0; j < stretches->len; j++)
        {
          const FramStretch *stretch = &g_array_index (stretches, FramStretch, j);
          int days = stretch->to - stretch->from + 1;

          if (stretch->gap != (int)i)
            continue;
          empty += stretch->kind == FRAM_STRETCH_GAP ? days : 0;
          paused += stretch->kind == FRAM_STRETCH_PAUSE ? days : 0;
        }
      g_assert_cmpint (paused, ==, gap->paused);
      g_assert_cmpint (empty + paused, ==, gap->days - 1);
    }
}

static void
test_random_plans (void)
{
  for (guint i = 0; i < PLANS; i++)
    {
      Plan plan;
      g_autoptr (GArray) gaps = NULL;
      g_autoptr (GArray) stretches = NULL;

      make_plan (&plan);
      gaps = fram_gaps_find (&plan.facts);
      stretches = fram_gaps_stretches (&plan.facts, gaps);
      check_gaps (&plan, gaps);
      check_stretches (&plan, gaps, stretches);
      check_days_of_gaps (gaps, stretches);
      clear_plan (&plan);
    }
}

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  g_test_add_func ("/rules/gap/random-plans", test_random_plans);
  return g_test_run ();
}
