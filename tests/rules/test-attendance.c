#include "fram-test.h"

#include "fram-attendance.h"
#include "fram-statuses.h"

static void
count (const char *letters, FramAttendanceTotals *totals)
{
  gint64 marks[64] = { 0 };
  guint n = strlen (letters);

  for (guint i = 0; i < n; i++)
    marks[i] = letters[i] == '.' ? 0 : status_of_letter (letters[i])->row;
  fram_attendance_count (statuses, G_N_ELEMENTS (statuses), marks, n, totals);
}

static void
test_totals (void)
{
  static const struct
  {
    const char *letters;
    int expected, unmarked, attended, absent, neither, notice, rate, rate_or_notice;
  } cases[] = {
    { "", 0, 0, 0, 0, 0, 0, -1, -1 },
    { "....", 4, 4, 0, 0, 0, 0, -1, -1 },
    { "NNNN", 4, 0, 4, 0, 0, 0, 1000, 1000 },
    { "OOOO", 4, 0, 0, 4, 0, 0, 0, 0 },
    /* leave and other appointments stay out of every rate, and so do the unmarked */
    { "LLBB", 4, 0, 0, 0, 4, 0, -1, -1 },
    { "NLB...", 6, 3, 1, 0, 2, 0, 1000, 1000 },
    { "NS", 2, 0, 2, 0, 0, 0, 1000, 1000 },
    { "NNAO", 4, 0, 2, 2, 0, 1, 500, 750 },
    { "NJA", 3, 0, 1, 2, 0, 2, 333, 1000 },
    { "NNO", 3, 0, 2, 1, 0, 0, 667, 667 },
    { "NNNNNNNNNSJ.", 12, 1, 10, 1, 0, 1, 909, 1000 },
    /* one of eight and one of sixteen: halves go up */
    { "NOOOOOOO", 8, 0, 1, 7, 0, 0, 125, 125 },
    { "NOOOOOOOOOOOOOOO", 16, 0, 1, 15, 0, 0, 63, 63 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FramAttendanceTotals totals;

      count (cases[i].letters, &totals);
      g_test_message ("%s", cases[i].letters);
      g_assert_cmpint (totals.expected, ==, cases[i].expected);
      g_assert_cmpint (totals.unmarked, ==, cases[i].unmarked);
      g_assert_cmpint (totals.marked, ==, cases[i].expected - cases[i].unmarked);
      g_assert_cmpint (totals.attended, ==, cases[i].attended);
      g_assert_cmpint (totals.absent, ==, cases[i].absent);
      g_assert_cmpint (totals.neither, ==, cases[i].neither);
      g_assert_cmpint (totals.gave_notice, ==, cases[i].notice);
      g_assert_cmpint (fram_attendance_rate_attended (&totals), ==, cases[i].rate);
      g_assert_cmpint (fram_attendance_rate_attended_or_notice (&totals), ==, cases[i].rate_or_notice);
    }
}

static void
test_by_status (void)
{
  static const int expected[] = { 3, 1, 2, 1, 1, 2, 1 };
  FramAttendanceTotals totals;
  int sum = 0;

  count ("NNNSAAOJLLB..", &totals);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_assert_cmpint (totals.by_status[i], ==, expected[i]);
      sum += totals.by_status[i];
    }
  g_assert_cmpint (sum, ==, totals.marked);
  /* a status that the programme does not know is no mark */
  fram_attendance_totals_add (&totals, statuses, G_N_ELEMENTS (statuses), 99);
  g_assert_cmpint (totals.unmarked, ==, 3);
}

/* Where a programme lets illness count as neither, it is in no rate and no notice is counted. */
static void
test_own_counting (void)
{
  const FramStatus own[] = { { .row = 1, .code = (char *)"present", .counts = FRAM_COUNTS_PRESENT },
                             { .row = 2, .code = (char *)"sick", .counts = FRAM_COUNTS_NEITHER } };
  const gint64 marks[] = { 1, 2, 2, 0 };
  FramAttendanceTotals totals;

  fram_attendance_count (own, G_N_ELEMENTS (own), marks, G_N_ELEMENTS (marks), &totals);
  g_assert_cmpint (totals.gave_notice, ==, 0);
  g_assert_cmpint (totals.neither, ==, 2);
  g_assert_cmpint (fram_attendance_rate_attended_or_notice (&totals), ==, 1000);
}

#define T(hour) ((int)((hour)*60))
#define NO      FRAM_TIME_NONE

static void
test_attended_minutes (void)
{
  static const struct
  {
    FramAttendedFacts facts;
    int minutes;
  } cases[] = {
    { FRAM_ATTENDED_FACTS_INIT, -1 },
    { { FRAM_COUNTS_PRESENT, 180, NO, NO, -1, NO, NO, -1 }, 180 },
    { { FRAM_COUNTS_PRESENT, 0, NO, NO, -1, NO, NO, -1 }, 0 },
    /* late: what was planned without the minutes late, never under nothing */
    { { FRAM_COUNTS_PRESENT, 180, NO, NO, 20, NO, NO, -1 }, 160 },
    { { FRAM_COUNTS_PRESENT, 180, NO, NO, 180, NO, NO, -1 }, 0 },
    { { FRAM_COUNTS_PRESENT, 180, NO, NO, 200, NO, NO, -1 }, 0 },
    { { FRAM_COUNTS_PRESENT, -1, NO, NO, 20, NO, NO, -1 }, -1 },
    /* who was not present has no minutes, whatever is planned */
    { { FRAM_COUNTS_ABSENT, 180, T (9), T (12), -1, NO, NO, -1 }, 0 },
    { { FRAM_COUNTS_NEITHER, 180, NO, NO, -1, NO, NO, -1 }, 0 },
    { { FRAM_COUNTS_ABSENT, -1, NO, NO, -1, NO, NO, -1 }, 0 },
    /* what was written down wins */
    { { FRAM_COUNTS_PRESENT, 180, T (9), T (12), 20, T (10), T (11), 75 }, 75 },
    { { FRAM_COUNTS_PRESENT, 180, NO, NO, -1, NO, NO, 0 }, 0 },
    { { FRAM_COUNTS_PRESENT, 180, NO, NO, -1, NO, NO, 240 }, 240 },
    /* came and left are the stay itself */
    { { FRAM_COUNTS_PRESENT, 180, T (9), T (12), -1, T (9.5), T (11), -1 }, 90 },
    { { FRAM_COUNTS_PRESENT, -1, NO, NO, -1, T (9), T (13), -1 }, 240 },
    { { FRAM_COUNTS_PRESENT, 180, NO, NO, -1, T (12), T (9), -1 }, 0 },
    /* only one of them: it is measured against the plan */
    { { FRAM_COUNTS_PRESENT, 180, T (9), T (12), -1, T (9.5), NO, -1 }, 150 },
    { { FRAM_COUNTS_PRESENT, 180, T (9), T (12), -1, T (8.5), NO, -1 }, 180 },
    { { FRAM_COUNTS_PRESENT, 180, T (9), T (12), -1, NO, T (11), -1 }, 120 },
    { { FRAM_COUNTS_PRESENT, 180, T (9), T (12), 30, NO, T (11), -1 }, 90 },
    { { FRAM_COUNTS_PRESENT, 180, T (9), T (12), 30, T (9.5), NO, -1 }, 150 },
    { { FRAM_COUNTS_PRESENT, 180, NO, NO, -1, T (9.5), NO, -1 }, 180 },
    /* minutes late as written down win over those worked out */
    { { FRAM_COUNTS_PRESENT, 180, T (9), T (12), 30, T (10), NO, -1 }, 150 },
    /* a plan of times alone is enough; with a break its minutes are the sum of the parts */
    { { FRAM_COUNTS_PRESENT, -1, T (9), T (12), -1, NO, NO, -1 }, 180 },
    { { FRAM_COUNTS_PRESENT, 300, T (9), T (15), 15, NO, NO, -1 }, 285 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %u", i);
      g_assert_cmpint (fram_attended_minutes (&cases[i].facts), ==, cases[i].minutes);
    }
}

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  g_test_add_func ("/rules/attendance/totals", test_totals);
  g_test_add_func ("/rules/attendance/by-status", test_by_status);
  g_test_add_func ("/rules/attendance/own-counting", test_own_counting);
  g_test_add_func ("/rules/attendance/attended-minutes", test_attended_minutes);
  return g_test_run ();
}
