#include "fram-test.h"

#include "fram-gap.h"

/* A case as it is written down: days and pauses as texts, in order. */
typedef struct
{
  const char *name;
  const char *enrolled, *closed, *expected_end, *at;
  const char *planned; /* days, " " between */
  const char *pauses;  /* from..to, "" to go on */
  const char *gaps;    /* kind last next days paused, "; " between */
} Case;

static FramDate
day_of (const char *text)
{
  return text == NULL || text[0] == '\0' ? FRAM_DATE_NONE : fram_test_date (text);
}

static GArray *
days_of (const char *text)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (FramDate));
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      {
        FramDate day = fram_test_date (words[i]);

        g_array_append_val (days, day);
      }
  return days;
}

static GArray *
pauses_of (const char *text)
{
  GArray *pauses = g_array_new (FALSE, FALSE, sizeof (FramPauseSpan));
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      {
        g_auto (GStrv) ends = g_strsplit (words[i], "..", 2);
        FramPauseSpan pause = { day_of (ends[0]), day_of (ends[1]), FALSE };

        g_array_append_val (pauses, pause);
      }
  return pauses;
}

static char *
say (const GArray *gaps)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < gaps->len; i++)
    {
      const FramGap *gap = &g_array_index (gaps, FramGap, i);
      g_autofree char *last = fram_date_to_text (gap->last);
      g_autofree char *next = gap->next != FRAM_DATE_NONE ? fram_date_to_text (gap->next) : g_strdup ("-");

      g_string_append_printf (text, "%s%s %s %s %d %d", i > 0 ? "; " : "", fram_gap_kind_get_code (gap->kind), last,
                              next, gap->days, gap->paused);
    }
  return g_string_free (text, FALSE);
}

static const Case cases[] = {
  { "fifteen days are a gap and fourteen are none", "2023-01-02", "2023-03-31", "", "2023-12-31",
    "2023-01-02 2023-01-16 2023-01-31 2023-02-10", "", "between 2023-01-16 2023-01-31 15 0" },
  { "over the turn of the year", "2022-12-01", "2023-02-28", "", "2023-12-31",
    "2022-12-01 2022-12-15 2023-01-09 2023-01-20", "", "between 2022-12-15 2023-01-09 25 0" },
  { "holidays are days like others between two planned days", "2023-03-01", "2023-06-30", "", "2023-12-31",
    "2023-03-01 2023-03-15 2023-03-30 2023-04-13", "", "between 2023-03-15 2023-03-30 15 0" },
  { "days outside the enrolment do not count", "2023-02-01", "2023-03-31", "", "2023-12-31",
    "2023-01-01 2023-02-20 2023-02-28 2023-04-30", "", "" },
  { "a leap day is a day", "2024-02-01", "2024-04-30", "", "2024-12-31", "2024-02-20 2024-03-05 2024-03-20", "",
    "between 2024-03-05 2024-03-20 15 0" },
  { "a pause shortens a gap below the limit", "2023-01-02", "2023-03-31", "", "2023-12-31", "2023-01-02 2023-01-20",
    "2023-01-05..2023-01-08", "" },
  { "a pause that is too short leaves it a gap", "2023-01-02", "2023-03-31", "", "2023-12-31", "2023-01-02 2023-01-20",
    "2023-01-05..2023-01-07", "between 2023-01-02 2023-01-20 18 3" },
  { "a pause counts only between the two days", "2023-01-02", "2023-03-31", "", "2023-12-31", "2023-01-02 2023-01-20",
    "2022-12-20..2023-01-02 2023-01-20..2023-02-05", "between 2023-01-02 2023-01-20 18 0" },
  { "a pause at the edges counts to the edge", "2023-01-02", "2023-03-31", "", "2023-12-31", "2023-01-02 2023-01-20",
    "2022-12-20..2023-01-04 2023-01-19..2023-02-05", "between 2023-01-02 2023-01-20 18 3" },
  { "pauses that overlap count once", "2023-01-02", "2023-03-31", "", "2023-12-31", "2023-01-02 2023-01-22",
    "2023-01-05..2023-01-08 2023-01-06..2023-01-07 2023-01-08..2023-01-09", "between 2023-01-02 2023-01-22 20 5" },
  { "a pause that goes on", "2023-01-02", "", "", "2023-12-31", "2023-01-02", "2023-01-10..",
    "nothing_ahead 2023-01-02 - 363 356" },
  { "an open end reaches to the latest working day: 14 days are none", "2023-06-01", "", "2023-12-01", "2023-12-31",
    "2023-12-15", "", "nothing_ahead 2023-12-15 - 16 0" },
  { "an open end of 15 days", "2023-06-01", "", "2023-12-01", "2023-12-31", "2023-12-14", "",
    "open 2023-12-14 - 15 0" },
  { "the plan ends too long before the target day", "2023-06-01", "", "2023-11-30", "2023-10-02",
    "2023-09-25 2023-10-09", "", "plan_ends 2023-10-09 - 52 0" },
  { "the plan ends when it is to end", "2023-06-01", "", "2023-10-23", "2023-10-02", "2023-09-25 2023-10-09", "", "" },
  { "the plan ends after the target day", "2023-06-01", "", "2023-07-01", "2023-10-02", "2023-10-09", "", "" },
  { "nobody knows when it is to end", "2023-06-01", "", "", "2023-10-02", "2023-10-09", "", "" },
  { "a leave shortens the end of the plan", "2023-06-01", "", "2023-10-30", "2023-10-02", "2023-10-09",
    "2023-10-16..2023-10-29", "" },
  { "something today and nothing after it", "2023-06-01", "", "2023-11-30", "2023-10-02", "2023-09-25 2023-10-02", "",
    "nothing_ahead 2023-10-02 - 0 0" },
  { "a gap ahead is seen before it is there", "2023-06-01", "", "2023-11-10", "2023-10-02",
    "2023-09-29 2023-10-06 2023-10-27", "", "between 2023-10-06 2023-10-27 21 0" },
  { "a gap that one is in", "2023-06-01", "", "2023-11-10", "2023-10-02", "2023-09-22 2023-10-27", "",
    "between 2023-09-22 2023-10-27 35 0" },
  { "a closing that lies ahead is the end", "2023-06-01", "2023-11-30", "2024-05-01", "2023-10-02", "2023-10-09", "",
    "plan_ends 2023-10-09 - 52 0" },
  { "a closed enrolment has no open end", "2023-06-01", "2023-09-30", "", "2023-12-31", "2023-06-01 2023-06-10", "",
    "" },
  { "nothing was ever planned", "2023-06-01", "", "", "2023-06-30", "", "", "open 2023-06-01 - 29 0" },
  { "enrolled today, nothing planned yet", "2023-06-01", "", "", "2023-06-01", "", "",
    "nothing_ahead 2023-06-01 - 0 0" },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *one = &cases[i];
      g_autoptr (GArray) planned = days_of (one->planned);
      g_autoptr (GArray) pauses = pauses_of (one->pauses);
      FramGapFacts facts = { day_of (one->enrolled),
                             day_of (one->closed),
                             day_of (one->expected_end),
                             day_of (one->at),
                             14,
                             planned,
                             pauses,
                             NULL };
      g_autoptr (GArray) gaps = fram_gaps_find (&facts);
      g_autofree char *said = say (gaps);

      g_test_message ("%s", one->name);
      g_assert_cmpstr (said, ==, one->gaps);
    }
}

/* The house is closed over Christmas: an open end reaches to the last day on which it was open. */
static void
test_closed_days (void)
{
  g_autoptr (GArray) planned = days_of ("2023-12-08");
  g_autoptr (GArray) closed = fram_closed_days_new ();
  FramClosedDay week = { day_of ("2023-12-25"), day_of ("2023-12-29"), 0, FRAM_TIME_NONE, FRAM_TIME_NONE, NULL };
  FramGapFacts facts = {
    day_of ("2023-06-01"), FRAM_DATE_NONE, FRAM_DATE_NONE, day_of ("2023-12-31"), 14, planned, NULL, closed
  };
  g_autoptr (GArray) before = NULL;
  g_autoptr (GArray) after = NULL;

  before = fram_gaps_find (&facts);
  g_assert_cmpint (g_array_index (before, FramGap, 0).kind, ==, FRAM_GAP_OPEN);
  g_assert_cmpint (g_array_index (before, FramGap, 0).days, ==, 21);
  g_array_append_val (closed, week);
  after = fram_gaps_find (&facts);
  g_assert_cmpint (g_array_index (after, FramGap, 0).kind, ==, FRAM_GAP_NOTHING_AHEAD);
}

static void
test_limit_of_the_programme (void)
{
  g_assert_cmpint (fram_gap_days_of_setting (NULL), ==, 14);
  g_assert_cmpint (fram_gap_days_of_setting ("10"), ==, 10);
  g_assert_cmpint (fram_gap_days_of_setting ("1"), ==, 1);
  g_assert_cmpint (fram_gap_days_of_setting ("0"), ==, 14);
  g_assert_cmpint (fram_gap_days_of_setting ("-3"), ==, 14);
  g_assert_cmpint (fram_gap_days_of_setting ("two weeks"), ==, 14);
  g_assert_cmpint (fram_gap_days_of_setting ("9999999"), ==, 14);
}

typedef struct
{
  const char *name;
  const char *received, *contact, *introduction, *placement, *activity, *closed, *next_step, *at;
  const char *seams;
} SeamCase;

static const SeamCase seams[] = {
  { "everything in time", "2023-01-02", "2023-01-10", "2023-02-20", "2023-03-01", "2023-08-20", "2023-08-31",
    "2023-09-04", "2023-12-31", "" },
  { "every seam tears", "2023-01-02", "2023-01-17", "2023-02-20", "2023-03-10", "2023-08-01", "2023-08-31",
    "2023-10-01", "2023-12-31",
    "first_contact 2023-01-02 2023-01-17 15 0; first_placement 2023-02-20 2023-03-10 18 0; closing 2023-08-01 "
    "2023-08-31 30 "
    "0; next_step 2023-08-31 2023-10-01 31 0" },
  { "not yet placed", "2023-01-02", "2023-01-10", "2023-02-20", "", "", "", "", "2023-03-20",
    "first_placement 2023-02-20 - 28 0" },
  { "no contact yet", "2023-01-02", "", "", "", "", "", "", "2023-01-20", "first_contact 2023-01-02 - 18 0" },
  { "never placed at all", "2023-01-02", "2023-01-10", "2023-02-20", "", "2023-03-01", "2023-03-10", "", "2023-12-31",
    "" },
  { "placed before the introduction ended", "2023-01-02", "2023-01-10", "2023-02-20", "2023-02-01", "", "", "",
    "2023-12-31", "" },
  { "nobody knows of a next step", "2023-01-02", "2023-01-10", "2023-02-20", "2023-02-21", "2023-08-25", "2023-08-31",
    "", "2023-12-31", "" },
  { "the closing lies ahead", "2023-01-02", "2023-01-10", "2023-02-20", "2023-02-21", "2023-08-01", "2023-08-31", "",
    "2023-08-20", "" },
};

static void
test_seams (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (seams); i++)
    {
      const SeamCase *one = &seams[i];
      FramSeamFacts facts = { day_of (one->received),  day_of (one->contact),  day_of (one->introduction),
                              day_of (one->placement), day_of (one->activity), day_of (one->closed),
                              day_of (one->next_step), day_of (one->at),       14 };
      g_autoptr (GArray) found = fram_seams_find (&facts);
      g_autofree char *said = say (found);

      g_test_message ("%s", one->name);
      g_assert_cmpstr (said, ==, one->seams);
    }
}

/* What a stretch of days is, a letter a day: a covered one, G a gap, P a pause. */
static char *
paint (const FramGapFacts *facts)
{
  g_autoptr (GArray) gaps = fram_gaps_find (facts);
  g_autoptr (GArray) stretches = fram_gaps_stretches (facts, gaps);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < stretches->len; i++)
    {
      const FramStretch *stretch = &g_array_index (stretches, FramStretch, i);

      for (FramDate day = stretch->from; day <= stretch->to; day++)
        g_string_append_c (text, "cGP"[stretch->kind]);
    }
  return g_string_free (text, FALSE);
}

static void
test_stretches (void)
{
  static const struct
  {
    const char *closed, *expected_end, *at, *planned, *pauses, *painted;
  } wanted[] = {
    /* enrolled 1 June; more than five days are a gap */
    { "2023-06-12", "", "2023-12-31", "2023-06-01 2023-06-06 2023-06-12", "", "ccccccGGGGGc" },
    { "2023-06-12", "", "2023-12-31", "2023-06-01 2023-06-10", "2023-06-03..2023-06-04", "cGPPGGGGGccc" },
    { "2023-06-12", "", "2023-12-31", "2023-06-01 2023-06-08", "2023-06-03..2023-06-04", "ccPPcccccccc" },
    { "2023-06-12", "", "2023-12-31", "2023-06-01 2023-06-06 2023-06-11", "2023-06-03..2023-06-04", "cccccccccccc" },
    { "2023-06-12", "", "2023-12-31", "2023-06-04", "", "cccccccccccc" },
    { "", "", "2023-06-09", "2023-06-01", "", "cGGGGGGGG" },
    { "", "", "2023-06-05", "2023-06-01", "", "ccccc" },
    { "", "2023-06-12", "2023-06-05", "2023-06-06", "", "ccccccGGGGGG" },
    /* a leave at the end makes it no gap, and so it ends with the last planned day */
    { "", "2023-06-12", "2023-06-05", "2023-06-06", "2023-06-12..", "cccccc" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_autoptr (GArray) planned = days_of (wanted[i].planned);
      g_autoptr (GArray) pauses = pauses_of (wanted[i].pauses);
      FramGapFacts facts = { day_of ("2023-06-01"),
                             day_of (wanted[i].closed),
                             day_of (wanted[i].expected_end),
                             day_of (wanted[i].at),
                             5,
                             planned,
                             pauses,
                             NULL };
      g_autofree char *painted = paint (&facts);

      g_test_message ("%u", i);
      g_assert_cmpstr (painted, ==, wanted[i].painted);
    }
}

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  g_test_add_func ("/rules/gap/hand-made-cases", test_cases);
  g_test_add_func ("/rules/gap/closed-days-at-an-open-end", test_closed_days);
  g_test_add_func ("/rules/gap/limit-of-the-programme", test_limit_of_the_programme);
  g_test_add_func ("/rules/gap/seams", test_seams);
  g_test_add_func ("/rules/gap/stretches", test_stretches);
  return g_test_run ();
}
