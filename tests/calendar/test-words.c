#include "fram-test.h"

#include "fram-words.h"

static void
test_dates (void)
{
  static const struct
  {
    const char *date, *words, *short_words, *day_month, *week;
  } cases[] = {
    { "2026-11-12", "Thursday 12 November 2026", "Thu 12 November", "12 November 2026", "week 46" },
    { "2026-01-01", "Thursday 1 January 2026", "Thu 1 January", "1 January 2026", "week 1" },
    { "2027-01-01", "Friday 1 January 2027", "Fri 1 January", "1 January 2027", "week 53" },
    { "2024-12-30", "Monday 30 December 2024", "Mon 30 December", "30 December 2024", "week 1" },
    { "2024-02-29", "Thursday 29 February 2024", "Thu 29 February", "29 February 2024", "week 9" },
    { "2026-05-03", "Sunday 3 May 2026", "Sun 3 May", "3 May 2026", "week 18" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FramDate date = fram_test_date (cases[i].date);
      g_autofree char *words = fram_date_to_words (date);
      g_autofree char *short_words = fram_date_to_short_words (date);
      g_autofree char *day_month = fram_date_to_day_month (date);
      g_autofree char *week = fram_date_to_week_text (date);

      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_cmpstr (short_words, ==, cases[i].short_words);
      g_assert_cmpstr (day_month, ==, cases[i].day_month);
      g_assert_cmpstr (week, ==, cases[i].week);
    }
}

static void
test_no_date (void)
{
  g_autofree char *words = fram_date_to_words (FRAM_DATE_NONE);
  g_autofree char *short_words = fram_date_to_short_words (FRAM_DATE_NONE);
  g_autofree char *week = fram_date_to_week_text (FRAM_DATE_NONE);

  g_assert_cmpstr (words, ==, "");
  g_assert_cmpstr (short_words, ==, "");
  g_assert_cmpstr (week, ==, "");
}

static void
test_names (void)
{
  static const char *const weekdays[] = {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"
  };

  for (int i = 1; i <= 7; i++)
    {
      g_assert_cmpstr (fram_weekday_name (i), ==, weekdays[i - 1]);
      g_assert_true (g_str_has_prefix (fram_weekday_name (i), fram_weekday_short_name (i)));
    }
  g_assert_cmpstr (fram_month_name (1), ==, "January");
  g_assert_cmpstr (fram_month_name (9), ==, "September");
  g_assert_cmpstr (fram_month_name (12), ==, "December");
}

static void
test_times (void)
{
  g_autofree char *half_past_nine = fram_time_to_words (9 * 60 + 30);
  g_autofree char *none = fram_time_to_words (FRAM_TIME_NONE);

  g_assert_cmpstr (half_past_nine, ==, "09.30");
  g_assert_cmpstr (none, ==, "");
}

/* The year is said where it is another one. */
static void
test_near_dates (void)
{
  FramDate today = fram_test_date ("2026-11-12");
  g_autofree char *same = fram_date_to_near_words (fram_test_date ("2026-01-01"), today);
  g_autofree char *next = fram_date_to_near_words (fram_test_date ("2027-01-01"), today);
  g_autofree char *none = fram_date_to_near_words (FRAM_DATE_NONE, today);

  g_assert_cmpstr (same, ==, "1 January");
  g_assert_cmpstr (next, ==, "1 January 2027");
  g_assert_cmpstr (none, ==, "");
}

static void
test_hours (void)
{
  g_autofree char *whole = fram_hours_to_words (120);
  g_autofree char *half = fram_hours_to_words (90);
  g_autofree char *third = fram_hours_to_words (20);
  g_autofree char *none = fram_hours_to_words (0);

  g_assert_cmpstr (whole, ==, "2 h");
  g_assert_cmpstr (half, ==, "1.5 h");
  g_assert_cmpstr (third, ==, "0.33 h");
  g_assert_cmpstr (none, ==, "0 h");
}

static void
test_time_ranges (void)
{
  static const struct
  {
    int from, to;
    const char *text;
  } cases[] = {
    { 9 * 60, 12 * 60, "09–12" },           { 9 * 60 + 30, 12 * 60, "09.30–12" },
    { 9 * 60, 12 * 60 + 5, "09–12.05" },    { 0, 24 * 60, "00–24" },
    { 13 * 60, FRAM_TIME_NONE, "13–" },     { FRAM_TIME_NONE, 15 * 60, "–15" },
    { FRAM_TIME_NONE, FRAM_TIME_NONE, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = fram_time_range_to_text (cases[i].from, cases[i].to);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  g_test_add_func ("/calendar/words/dates", test_dates);
  g_test_add_func ("/calendar/words/no-date", test_no_date);
  g_test_add_func ("/calendar/words/names", test_names);
  g_test_add_func ("/calendar/words/times", test_times);
  g_test_add_func ("/calendar/words/near-dates", test_near_dates);
  g_test_add_func ("/calendar/words/hours", test_hours);
  g_test_add_func ("/calendar/words/time-ranges", test_time_ranges);
  return g_test_run ();
}
