#include "fram-test.h"

#include "fram-talk.h"

/* When a new talk is due, by table: month ends, holidays, closed days, pauses, the end of the enrolment. */

static FramDate
maybe (const char *text)
{
  return text != NULL ? fram_test_date (text) : FRAM_DATE_NONE;
}

/* "2026-12-01/2026-12-18 2027-01-11/" */
static GArray *
pauses_of (const char *text)
{
  GArray *pauses = g_array_new (FALSE, FALSE, sizeof (FramPauseSpan));
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) ends = g_strsplit (parts[i], "/", 2);
      FramPauseSpan pause = { fram_test_date (ends[0]), maybe (ends[1][0] != '\0' ? ends[1] : NULL), FALSE };

      g_array_append_val (pauses, pause);
    }
  return pauses;
}

static void
test_due_days (void)
{
  static const struct
  {
    const char *enrolled;
    const char *last;
    int every;
    const char *pauses;
    const char *closed;
    const char *due;
  } cases[] = {
    /* the first: two weeks on, or sooner where the set comes back sooner */
    { "2026-09-01", NULL, 21, NULL, NULL, "2026-09-15" },
    { "2026-09-01", NULL, 91, NULL, NULL, "2026-09-15" },
    { "2026-09-01", NULL, 7, NULL, NULL, "2026-09-08" },
    { "2026-08-29", NULL, 21, NULL, NULL, "2026-09-14" }, /* a Saturday */
    /* so many days after the last one, over month and year ends and the extra day of a leap year */
    { "2026-01-07", "2026-01-29", 28, NULL, NULL, "2026-02-26" },
    { "2026-01-07", "2026-10-15", 91, NULL, NULL, "2027-01-14" },
    { "2027-09-01", "2028-02-08", 21, NULL, NULL, "2028-02-29" },
    /* a weekend, Christmas and New Year, Good Friday, Midsummer Eve */
    { "2026-09-01", "2026-10-24", 21, NULL, NULL, "2026-11-16" },
    { "2026-09-01", "2026-12-03", 21, NULL, NULL, "2026-12-28" },
    { "2026-09-01", "2026-12-10", 21, NULL, NULL, "2027-01-04" },
    { "2026-01-07", "2026-03-13", 21, NULL, NULL, "2026-04-07" },
    { "2026-01-07", "2026-05-29", 21, NULL, NULL, "2026-06-22" },
    /* closed days of the house follow a weekend */
    { "2026-01-07", "2026-06-27", 21, NULL, NULL, "2026-08-03" },
    /* a pause, then a weekend; two pauses; one without an end; one that is over */
    { "2026-09-01", "2026-11-12", 21, "2026-12-01/2026-12-18", NULL, "2026-12-21" },
    { "2026-09-01", "2026-11-12", 21, "2026-12-01/2026-12-07 2026-12-08/2026-12-09", NULL, "2026-12-10" },
    { "2026-09-01", "2026-11-12", 21, "2026-12-03/", NULL, NULL },
    { "2026-09-01", "2026-11-12", 21, "2026-10-01/2026-12-02", NULL, "2026-12-03" },
    /* the end of the enrolment; its last day still counts */
    { "2026-09-01", "2026-11-12", 21, NULL, "2026-12-02", NULL },
    { "2026-09-01", "2026-11-12", 21, NULL, "2026-12-03", "2026-12-03" },
    /* never */
    { "2026-09-01", "2026-11-12", 0, NULL, NULL, NULL },
    { NULL, NULL, 21, NULL, NULL, NULL },
  };
  g_autoptr (GArray) closed_days = fram_closed_days_new ();
  FramClosedDay summer = { .from = fram_test_date ("2026-07-20"),
                           .to = fram_test_date ("2026-07-31"),
                           .from_time = FRAM_TIME_NONE,
                           .to_time = FRAM_TIME_NONE,
                           .name = g_strdup ("Summer") };

  g_array_append_val (closed_days, summer);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) pauses = pauses_of (cases[i].pauses);
      FramTalkFacts facts = { maybe (cases[i].enrolled), maybe (cases[i].closed), maybe (cases[i].last), cases[i].every,
                              pauses };
      FramDate due = fram_talk_due (&facts, closed_days);
      char text[FRAM_DATE_TEXT_SIZE];

      g_test_message ("%u: %s", i, due != FRAM_DATE_NONE ? fram_date_format (due, text) : "none");
      g_assert_cmpint (due, ==, maybe (cases[i].due));
    }
}

static void
test_days_of_a_pause (void)
{
  g_autoptr (GArray) pauses = pauses_of ("2026-12-01/2026-12-18 2027-01-11/");

  g_assert_false (fram_talk_is_paused (NULL, fram_test_date ("2026-12-01")));
  g_assert_false (fram_talk_is_paused (pauses, fram_test_date ("2026-11-30")));
  g_assert_true (fram_talk_is_paused (pauses, fram_test_date ("2026-12-01")));
  g_assert_true (fram_talk_is_paused (pauses, fram_test_date ("2026-12-18")));
  g_assert_false (fram_talk_is_paused (pauses, fram_test_date ("2026-12-19")));
  g_assert_true (fram_talk_is_paused (pauses, fram_test_date ("2029-01-11")));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/talk/due-days", test_due_days);
  g_test_add_func ("/rules/talk/days-of-a-pause", test_days_of_a_pause);
  return g_test_run ();
}
