#include "fram-test.h"

#include "fram-error.h"
#include "fram-recurrence.h"

static char *
join (const GArray *dates)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < dates->len; i++)
    {
      g_autofree char *text = fram_date_to_text (g_array_index (dates, FramDate, i));

      g_string_append_printf (out, "%s%s", i > 0 ? " " : "", text);
    }
  return g_string_free (out, FALSE);
}

static void
test_expand (void)
{
  static const struct
  {
    const char *rrule, *first, *from, *to, *dates;
  } cases[] = {
    { "FREQ=WEEKLY", "2026-11-05", "2026-11-01", "2026-11-30", "2026-11-05 2026-11-12 2026-11-19 2026-11-26" },
    { "FREQ=WEEKLY;BYDAY=TU,TH", "2026-11-03", "2026-11-09", "2026-11-20",
      "2026-11-10 2026-11-12 2026-11-17 2026-11-19" },
    { "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "2026-11-02", "2026-11-01", "2026-12-06",
      "2026-11-02 2026-11-16 2026-11-30" },
    { "FREQ=WEEKLY;COUNT=3", "2026-11-05", "2026-11-10", "2027-11-30", "2026-11-12 2026-11-19" },
    { "FREQ=WEEKLY;UNTIL=20261119", "2026-11-05", "2026-11-01", "2027-11-30", "2026-11-05 2026-11-12 2026-11-19" },
    { "FREQ=DAILY", "2026-11-05", "2026-11-06", "2026-11-08", "2026-11-06 2026-11-07 2026-11-08" },
    { "FREQ=MONTHLY;BYDAY=1WE", "2026-11-04", "2026-11-01", "2027-02-28",
      "2026-11-04 2026-12-02 2027-01-06 2027-02-03" },
    /* nothing before the first day, nothing in an empty range */
    { "FREQ=WEEKLY;BYDAY=MO", "2026-11-12", "2026-11-01", "2026-11-20", "2026-11-16" },
    { "FREQ=WEEKLY", "2026-11-05", "2026-11-06", "2026-11-11", "" },
    { "FREQ=WEEKLY", "2026-11-05", "2026-11-30", "2026-11-01", "" },
    /* the clocks change on 29 March and 25 October 2026: the series stays on its Sundays and Mondays */
    { "FREQ=WEEKLY", "2026-03-15", "2026-03-15", "2026-04-12",
      "2026-03-15 2026-03-22 2026-03-29 2026-04-05 2026-04-12" },
    { "FREQ=DAILY", "2026-03-28", "2026-03-28", "2026-03-31", "2026-03-28 2026-03-29 2026-03-30 2026-03-31" },
    { "FREQ=WEEKLY;BYDAY=SU,MO", "2026-10-18", "2026-10-18", "2026-11-02",
      "2026-10-18 2026-10-19 2026-10-25 2026-10-26 2026-11-01 2026-11-02" },
    /* over a year with a week 53 the rhythm of two weeks goes on */
    { "FREQ=WEEKLY;INTERVAL=2", "2026-12-10", "2026-12-01", "2027-01-31",
      "2026-12-10 2026-12-24 2027-01-07 2027-01-21" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;
      g_autoptr (GArray) dates =
          fram_recurrence_expand (cases[i].rrule, fram_test_date (cases[i].first), fram_test_date (cases[i].from),
                                  fram_test_date (cases[i].to), &error);

      g_assert_no_error (error);
      text = join (dates);
      g_assert_cmpstr (text, ==, cases[i].dates);
    }
}

static void
test_bad_rules (void)
{
  static const char *const rules[] = { "",
                                       NULL,
                                       "weekly",
                                       "FREQ=",
                                       "FREQ=FORTNIGHTLY",
                                       "BYDAY=MO",
                                       "FREQ=HOURLY",
                                       "RRULE:",
                                       "FREQ=WEEKLY;BYDAY=XX",
                                       "FREQ=WEEKLY;FOO=1",
                                       "FREQ=WEEKLY;INTERVAL=x",
                                       "every monday",
                                       "FREQ=SECONDLY;COUNT=3" };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) dates = fram_recurrence_expand (rules[i], 20000, 20000, 20100, &error);

      g_test_message ("%s", rules[i]);
      g_assert_null (dates);
      g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
      g_assert_false (fram_recurrence_check (rules[i], NULL));
      g_assert_false (fram_recurrence_has (rules[i], 20000, 20000));
    }
  g_assert_true (fram_recurrence_check ("FREQ=WEEKLY;BYDAY=MO", NULL));
}

static void
test_days_off (void)
{
  g_autoptr (GArray) closed = fram_closed_days_new ();
  FramClosedDay day = {
    fram_test_date ("2026-12-17"), fram_test_date ("2026-12-17"), 0, FRAM_TIME_NONE, FRAM_TIME_NONE, NULL
  };
  g_autoptr (GArray) dates = NULL;
  g_autofree char *text = NULL;

  g_array_append_val (closed, day);
  /* Thursdays over Christmas: the 17th is closed, the 24th and the 31st are eves; COUNT counts them all the same */
  dates = fram_recurrence_expand_open ("FREQ=WEEKLY;COUNT=6", fram_test_date ("2026-12-03"),
                                       fram_test_date ("2026-12-01"), fram_test_date ("2027-02-01"), closed, 0, NULL);
  text = join (dates);
  g_assert_cmpstr (text, ==, "2026-12-03 2026-12-10 2027-01-07");
  g_assert_null (fram_recurrence_expand_open ("x", 20000, 20000, 20001, closed, 0, NULL));
}

static void
test_has (void)
{
  FramDate first = fram_test_date ("2026-11-05");

  g_assert_true (fram_recurrence_has ("FREQ=WEEKLY", first, first));
  g_assert_true (fram_recurrence_has ("FREQ=WEEKLY", first, first + 70));
  g_assert_false (fram_recurrence_has ("FREQ=WEEKLY", first, first + 71));
  g_assert_false (fram_recurrence_has ("FREQ=WEEKLY", first, first - 7));
  g_assert_false (fram_recurrence_has ("FREQ=WEEKLY;COUNT=2", first, first + 14));
  g_assert_false (fram_recurrence_has ("FREQ=WEEKLY", FRAM_DATE_NONE, first));
  g_assert_false (fram_recurrence_has ("FREQ=WEEKLY", first, FRAM_DATE_NONE));
}

/* Plain weekly rules are counted here, and those with an end by libical: they say the same. */
static void
test_weeks_are_those_of_libical (void)
{
  static const char *const names[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  FramDate monday = fram_test_date ("2026-12-14");

  for (guint n = 0; n < 300; n++)
    {
      g_autoptr (GString) rule = g_string_new ("FREQ=WEEKLY");
      g_autofree char *ended = NULL;
      g_autoptr (GArray) plain = NULL, known = NULL;
      FramDate first = monday + g_rand_int_range (rand, 0, 7), from = first + g_rand_int_range (rand, -10, 100);
      guint weekdays = (guint)g_rand_int_range (rand, 0, 128);

      g_string_append_printf (rule, ";INTERVAL=%d", g_rand_int_range (rand, 1, 5));
      for (guint i = 0; i < 7; i++)
        if ((weekdays & 1u << i) != 0)
          g_string_append_printf (rule, "%s%s", strstr (rule->str, "BYDAY") != NULL ? "," : ";BYDAY=", names[i]);
      ended = g_strconcat (rule->str, ";UNTIL=20991231", NULL);
      plain = fram_recurrence_expand (rule->str, first, from, from + 60, NULL);
      known = fram_recurrence_expand (ended, first, from, from + 60, NULL);
      g_test_message ("%s", rule->str);
      g_assert_cmpmem (plain->data, plain->len * sizeof (FramDate), known->data, known->len * sizeof (FramDate));
    }
}

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  g_test_add_func ("/calendar/recurrence/expand", test_expand);
  g_test_add_func ("/calendar/recurrence/bad-rules", test_bad_rules);
  g_test_add_func ("/calendar/recurrence/days-off", test_days_off);
  g_test_add_func ("/calendar/recurrence/has", test_has);
  g_test_add_func ("/calendar/recurrence/weeks-of-libical", test_weeks_are_those_of_libical);
  return g_test_run ();
}
